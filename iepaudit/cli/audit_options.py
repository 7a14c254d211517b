"""The options that decide which files are audited and how: those of `check`, and of `baseline`, which must find the
same."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from iepaudit.cli.options import (
    IsoDate,
    Pages,
    Words,
    cache_options,
    ocr_option,
    option,
    prompts_option,
    second_opinion_option,
)
from iepaudit.policy.suppressions import NAME as SUPPRESSIONS

_SETTINGS = (
    option("--isolated", is_flag=True, expose_value=False, help="Use no settings file."),
    option(
        "--config",
        expose_value=False,
        metavar="FILE",
        help="Use this settings file (default: the nearest iepaudit.toml or pyproject.toml).",
    ),
    click.option(
        "--set",
        multiple=True,
        expose_value=False,
        metavar="KEY=VALUE",
        help="A setting as in a file: rule.NAME.NUMBER=VALUE, or any other.",
    ),
    option("--suppressions", metavar="FILE", help=f"A list of findings that were explained (default: {SUPPRESSIONS})."),
    option("--no-suppressions", is_flag=True, help="Show suppressed findings again."),
)
_RULES = (
    option(
        "--select",
        type=Words(),
        multiple=True,
        metavar="RULES",
        help="Run only these: IEP2, IEP204, a name, tag:goals.",
    ),
    option("--extend-select", type=Words(), multiple=True, metavar="RULES", help="Run these as well."),
    option("--ignore", type=Words(), multiple=True, metavar="RULES", help="Do not run these."),
    option("--must-run", type=Words(), multiple=True, metavar="RULES", help="Run these whatever else says."),
    option("--severity", "severities", multiple=True, metavar="RULE=LEVEL", help="Give a rule another level."),
    option(
        "--min-confidence",
        type=click.Choice(["high", "medium", "low"]),
        default="low",
        show_default=True,
        help="Leave out findings that are less sure.",
    ),
    option("--profile", default="federal", show_default=True, help="A state's rules: tx, wi ..."),
    option("--pages", type=Pages(), help="Audit these pages of each file only: 1-6 or 1-4,9- and so on."),
    option("--as-of", type=IsoDate(), help="The date for ages and deadlines (default: the meeting date in the plan)."),
    option(
        "--kind",
        type=click.Choice(["auto", "iep", "template"]),
        default="auto",
        show_default=True,
        help="Read every file as an IEP, or as a blank form.",
    ),
    option("--rules", "rule_paths", multiple=True, metavar="PATH", help="Rule files or folders of your own."),
)
_FILES = (
    option("--include", multiple=True, metavar="PATTERN", help="In folders, read these files only."),
    option("--exclude", multiple=True, metavar="PATTERN", help="In folders, leave these files out."),
    option("--force-exclude", is_flag=True, help="Leave out what is excluded even when it is named one by one."),
    option("--no-recursive", is_flag=True, help="Do not go into folders inside folders."),
)
_READING = (
    option("--password-file", metavar="PATH", help="A file with the password of the PDF (or set IEPAUDIT_PASSWORD)."),
    ocr_option(),
    prompts_option(),
    second_opinion_option(),
    option("-j", "--jobs", type=click.IntRange(0), default=0, help="Files read at once (default: one for each core)."),
    cache_options(),
    option("--stdin-filename", default="", metavar="NAME", help="The name and type of what comes from standard input."),
    option("--timeout", type=click.FloatRange(0.1), help="Seconds for one file (default: by its size)."),
    option("--max-pages", type=click.IntRange(1), default=2000, show_default=True, help="Pages of one file at most."),
    option("--max-size", type=click.IntRange(1), default=100, show_default=True, help="Megabytes of one file at most."),
    option(
        "--max-memory",
        type=click.IntRange(200),
        default=2000,
        show_default=True,
        help="Megabytes for reading a file.",
    ),
)


def _stack(*made: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def add(command: Any) -> Any:
        for one in reversed(made):
            command = one(command)
        return command

    return add


settings_options = _stack(*_SETTINGS)  # `--config` and its like, suppressions
audit_selection = _stack(*_RULES, *_FILES)
reading_options = _stack(*_READING)
