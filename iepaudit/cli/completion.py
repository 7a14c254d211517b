"""`iepaudit completion`: the script that completes commands and options in a shell."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

_HELP = """Prints a script for shell completion.

\b
Examples:
  iepaudit completion bash >> ~/.bashrc
  iepaudit completion zsh > ~/.zfunc/_iepaudit
  iepaudit completion fish > ~/.config/fish/completions/iepaudit.fish
"""


@click.command(help=_HELP, short_help="Print a script for shell completion.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> int:
    from iepaudit.cli.app import cli

    found = get_completion_class(shell)
    assert found is not None
    click.echo(found(cli, {}, "iepaudit", "_IEPAUDIT_COMPLETE").source())
    return 0
