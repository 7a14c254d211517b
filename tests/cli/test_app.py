"""The root command."""

import subprocess
import sys
from pathlib import Path

import pytest

from iepaudit import __version__
from iepaudit.cli.app import COMMANDS, cli, run

HEAVY = ("spacy", "numpy", "pdfplumber", "pdfminer", "pypdfium2", "rich", "jinja2", "yaml", "pebble")


def test_the_version_is_told(capsys):
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"iepaudit, version {__version__}\n"


@pytest.mark.parametrize("argument", ["--version", "--help"])
def test_nothing_heavy_is_imported_for(argument):
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "iepaudit.cli", argument], capture_output=True, text=True, check=True
    )
    loaded = {line.rsplit("|", 1)[-1].strip().partition(".")[0] for line in done.stderr.splitlines()}
    assert loaded.isdisjoint(HEAVY), loaded & set(HEAVY)


def test_help_lists_the_commands_that_are_there(capsys):
    assert run(["--help"]) == 0
    out = capsys.readouterr().out
    assert all(f"  {name} " in out for name in cli.list_commands(None))
    assert "Examples:" in out


@pytest.mark.parametrize("name", cli.list_commands(None))
def test_the_help_of_each_command_has_examples(name, capsys):
    assert run([name, "--help"]) == 0
    assert "xample" in capsys.readouterr().out


def test_only_commands_whose_module_is_there_are_listed():
    import iepaudit.cli

    folder = Path(iepaudit.cli.__file__).parent
    for name in cli.list_commands(None):
        assert (folder / f"{COMMANDS[name][0].partition(':')[0]}.py").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["chek", "x.pdf"], "No such command 'chek', did you mean 'check'?"),
        (["myiep.pdf"], "to audit a file: iepaudit check myiep.pdf"),
        (["--formt"], "No such option"),
    ],
)
def test_a_slip_is_exit_2_with_a_suggestion(arguments, words, capsys):
    assert run(arguments) == 2
    err = capsys.readouterr().err
    assert words in err
    assert err.strip().splitlines()[-1].startswith("exit 2: ")


def test_a_closed_pipe_is_quiet():
    child = subprocess.Popen(
        [sys.executable, "-m", "iepaudit.cli", "--help"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    child.stdout.close()
    err = child.stderr.read()
    child.stderr.close()
    assert child.wait() == 2
    assert err == b""


def test_without_a_command_the_help_is_shown_line_by_line(capsys):
    assert run([]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "\n  check " in told.err
    assert told.err.rstrip().endswith("exit 2: no command was given")
