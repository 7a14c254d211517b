"""The root command, and the one place where errors become a line on stderr and an exit code."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import click

from iepaudit import __version__
from iepaudit.model.errors import IepauditError
from iepaudit.resources.strict_yaml import did_you_mean

# name -> module and attribute below iepaudit.cli, and the line that --help shows (so that --help imports none of them)
COMMANDS: dict[str, tuple[str, str]] = {
    "check": ("check:check", "Audit plans: files, folders, patterns, or - for standard input."),
    "goal": ("goal:goal", "Take one goal, or many, apart."),
    "inspect": ("inspect:inspect", "Show what was read in a file."),
    "why": ("why:why", "Say why a rule fired or stayed silent on a file."),
    "compare": ("compare:compare", "Say what changed between two plans."),
    "explain": ("explain:explain", "Explain a rule."),
    "rules": ("rules:rules", "List, explain and test rules."),
    "report": ("report:report", "Render a saved result again."),
    "baseline": ("baseline:baseline", "Keep a list of known findings."),
    "suppress": ("suppress:suppress", "Write down why a finding stands."),
    "redact": ("redact:redact", "Write a plan's text without what identifies the child."),
    "config": ("config:config", "Show or start a settings file."),
    "cache": ("cache:cache", "Show or clear kept results."),
    "doctor": ("doctor:doctor", "Check this installation."),
    "completion": ("completion:completion", "Print a script for shell completion."),
}


_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)  # what a full or broken disk says


class LazyGroup(click.Group):
    """Imports a command's module when the command is called, not before."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        folder = Path(__file__).parent
        return [name for name, (where, _) in COMMANDS.items() if (folder / f"{where.partition(':')[0]}.py").exists()]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        module, _, attribute = COMMANDS[cmd_name][0].partition(":")
        command = getattr(import_module(f"iepaudit.cli.{module}"), attribute)
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if self.get_command(ctx, name) is None and not name.startswith("-"):
            hint = did_you_mean(name, self.list_commands(ctx))
            if not hint and (Path(name).exists() or name.lower().endswith(".pdf")):
                hint = f"; to audit a file: iepaudit check {name}"
            raise click.UsageError(f"No such command '{name}'{hint}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name][1]) for name in self.list_commands(ctx)])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", prog_name="iepaudit")
def cli() -> None:
    """Reads an IEP (the US special-education plan) on your own machine and says what is there, what was not found,
    and what to ask. Nothing leaves the machine.

    \b
    Examples:
      iepaudit check myiep.pdf            read one plan
      iepaudit check cases/ -f concise    a folder, one line for each finding
      iepaudit goal "By May, Ana will read 90 words a minute."
      iepaudit COMMAND --help             more about a command
    """


def run_process() -> None:
    code = run()
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        code = code or 2
        _close_stdout()
    sys.exit(code)


def run(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line and gives the exit code; no exception leaves it."""
    try:
        code = cli.main(
            args=list(arguments) if arguments is not None else None, prog_name="iepaudit", standalone_mode=False
        )
    except click.exceptions.Exit as error:
        return error.exit_code
    except (KeyboardInterrupt, click.Abort, EOFError):
        return fail(130, "interrupted")
    except (BrokenPipeError, SystemExit):  # click turns a closed pipe into SystemExit; nothing of ours raises it
        _close_stdout()
        return 2
    except click.ClickException as error:
        return _usage(error)
    except IepauditError as error:
        return fail(error.exit_code, str(error))
    except MemoryError:
        return fail(2, "not enough memory")
    except OSError as error:
        if error.errno not in _FULL:
            return _bug(error)
        _close_stdout()
        return fail(2, f"the output could not be written: {error.strerror}")
    except Exception as error:
        return _bug(error)
    return code if isinstance(code, int) else 0


def fail(code: int, reason: str) -> int:
    """Writes the last line of a run to stderr."""
    from iepaudit.report.clean import without_controls

    reason = without_controls(reason)  # a file name may hold anything
    first, _, rest = reason.partition("\n")
    with contextlib.suppress(OSError):
        if rest:  # several problems: all of them, then the last line
            click.echo(reason, err=True)
        click.echo(f"exit {code}: {first}", err=True)
    return code


def _usage(error: click.ClickException) -> int:
    context = getattr(error, "ctx", None)
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        click.echo(error.format_message(), err=True)
        return fail(2, "no command was given")
    if context is not None:
        click.echo(f"Usage: {context.command_path} --help shows what is possible.", err=True)
    return fail(2, error.format_message().replace("\n", " "))


def _bug(error: Exception) -> int:
    if os.environ.get("IEPAUDIT_DEBUG"):
        raise error
    from iepaudit.extract.sandbox import describe

    return fail(2, f"iepaudit failed ({describe(error)}); this is a bug in iepaudit, IEPAUDIT_DEBUG=1 shows more")


def _close_stdout() -> None:
    """The reader of our output has gone; what is still buffered must not raise again when the process ends."""
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, sys.stdout.fileno())
    os.close(null)
