"""Which files a run is about."""

from pathlib import Path

import pytest

from iepaudit.policy.inputs import find_inputs


@pytest.fixture
def folder(tmp_path, monkeypatch):
    for name in ("b.pdf", "a.PDF", "notes.txt", "table.csv", ".hidden.pdf", "~$b.pdf", "deep/c.md", ".git/x.txt"):
        path = tmp_path / "cases" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def shown(*paths, **options):
    return [i.shown for i in find_inputs(paths, **options).files]


def test_a_folder_gives_its_readable_files_in_order_of_name(folder):
    assert shown("cases") == ["cases/a.PDF", "cases/b.pdf", "cases/deep/c.md", "cases/notes.txt"]


def test_the_present_folder_gives_names_without_a_dot(folder):
    assert "cases/b.pdf" in shown(".")


def test_no_recursive_stays_in_the_folder(folder):
    assert shown("cases", recursive=False) == ["cases/a.PDF", "cases/b.pdf", "cases/notes.txt"]


def test_include_replaces_the_kinds_of_file_that_are_read(folder):
    assert shown("cases", include=["*.csv"]) == ["cases/table.csv"]


def test_exclude_leaves_out_by_name_and_by_path(folder):
    assert shown("cases", exclude=["*.txt", "deep/*"]) == ["cases/a.PDF", "cases/b.pdf"]


def test_a_file_named_one_by_one_is_read_whatever_its_ending(folder):
    assert shown("cases/table.csv", exclude=["*.csv"]) == ["cases/table.csv"]


def test_a_pattern_is_expanded(folder):
    assert shown("cases/*.pdf") == ["cases/b.pdf"]


def test_the_order_of_the_arguments_changes_nothing(folder):
    assert shown("cases/notes.txt", "cases/b.pdf") == shown("cases/b.pdf", "cases/notes.txt")


def test_a_file_that_is_named_twice_is_read_once(folder):
    assert shown("cases", "cases/b.pdf", str(Path("cases/b.pdf").resolve())).count("cases/b.pdf") <= 1
    assert len(shown("cases", "cases/b.pdf", "cases/../cases/b.pdf")) == 4


def test_a_missing_file_is_told_and_the_others_stay(folder):
    files = find_inputs(["gone.pdf", "cases/b.pdf"]).files
    assert [(i.shown, i.problem.reason if i.problem else "") for i in files] == [
        ("cases/b.pdf", ""),
        ("gone.pdf", "missing"),
    ]


def test_a_folder_without_readable_files_is_told(folder):
    (folder / "empty").mkdir()
    found = find_inputs(["empty"])
    assert found.files == ()
    assert "empty" in found.empty[0]


def test_a_pattern_without_a_match_is_told(folder):
    assert find_inputs(["*.docx"]).empty == ("no file matches *.docx",)


def test_an_existing_file_with_brackets_in_its_name_is_no_pattern(folder):
    (folder / "plan [1].pdf").write_text("x")
    assert shown("plan [1].pdf") == ["plan [1].pdf"]
