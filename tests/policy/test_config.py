"""Settings files: found, read strictly, extended."""

import pytest

from iepaudit.model.errors import UsageError
from iepaudit.policy.config import find_config, load_config

KNOWN = ("fail-on", "ignore", "severity", "baseline", "report")


def write(folder, text, name="iepaudit.toml"):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def test_the_nearest_file_upward_is_found(tmp_path):
    write(tmp_path, "")
    inner = write(tmp_path / "a", "")
    (tmp_path / "a" / "b").mkdir()
    assert find_config(tmp_path / "a" / "b") == inner


def test_a_table_in_pyproject_is_found_and_a_pyproject_without_one_is_passed_by(tmp_path):
    outer = write(tmp_path, "[tool.iepaudit]\nfail-on = 'gap'\n", "pyproject.toml")
    write(tmp_path / "a", "[tool.other]\n", "pyproject.toml")
    assert find_config(tmp_path / "a") == outer
    assert load_config(outer, KNOWN).values == {"fail-on": "gap"}


def test_settings_add_to_those_of_the_file_that_is_extended(tmp_path):
    base = write(tmp_path, "fail-on = 'gap'\nignore = ['IEP1']\n", "base.toml")
    path = write(tmp_path, "extend = 'base.toml'\nignore = ['IEP2']\n")
    found = load_config(path, KNOWN)
    assert found.values == {"fail-on": "gap", "ignore": ["IEP2"]}
    assert found.sources == {"fail-on": base, "ignore": path}


def test_a_circle_is_an_error(tmp_path):
    path = write(tmp_path, "extend = 'iepaudit.toml'\n")
    with pytest.raises(UsageError, match="circle"):
        load_config(path, KNOWN)


def test_an_unknown_key_is_an_error_with_a_suggestion(tmp_path):
    with pytest.raises(UsageError, match="unknown key 'fail_on', did you mean 'fail-on'"):
        load_config(write(tmp_path, "fail_on = 'gap'\n"), KNOWN)


def test_broken_toml_is_an_error_with_its_line(tmp_path):
    with pytest.raises(UsageError, match="line 1"):
        load_config(write(tmp_path, "fail-on = \n"), KNOWN)


def test_tables_become_pairs(tmp_path):
    found = load_config(write(tmp_path, "[severity]\nIEP201 = 'gap'\n"), KNOWN)
    assert found.values == {"severity": ["IEP201=gap"]}


def test_paths_are_relative_to_the_file_that_names_them(tmp_path):
    path = write(tmp_path / "a", "baseline = 'known.json'\n")
    assert load_config(path, KNOWN).values["baseline"] == str(tmp_path / "a" / "known.json")
