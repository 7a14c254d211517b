"""What an installation holds. The wheel itself is built and tried by .ci/run."""

import tomllib
from importlib.metadata import entry_points
from pathlib import Path

import iepaudit
from iepaudit.resources import rules_root

PROJECT = Path(__file__).parents[2] / "pyproject.toml"


def test_the_program_is_installed_under_its_name():
    (script,) = entry_points(group="console_scripts", name="iepaudit")
    assert script.value == "iepaudit.cli:main"


def test_types_schema_and_rules_lie_with_the_package():
    package = Path(iepaudit.__file__).parent
    assert (package / "py.typed").is_file()
    assert (package / "report" / "schema" / "report.v1.json").is_file()
    assert any(rules_root().rglob("*.yaml"))


def test_the_version_is_told_once():
    assert tomllib.loads(PROJECT.read_text("utf-8"))["project"]["version"] == iepaudit.__version__


def test_the_wheel_takes_the_rules_along():
    wheel = tomllib.loads(PROJECT.read_text("utf-8"))["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert set(wheel["only-include"]) == {"iepaudit", "rules"}
    assert wheel["sources"] == {"rules": "iepaudit/rules"}
