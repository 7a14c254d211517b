"""Options that several commands share, each with its environment variable."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click

from iepaudit.model.errors import UsageError
from iepaudit.model.page_ranges import PageRanges


def option(*names: str, **settings: Any) -> Callable[[Any], Any]:
    """A click option that can also be set by IEPAUDIT_<LONG NAME>."""
    long = next(n for n in names if n.startswith("--")).partition("/")[0]
    settings.setdefault("envvar", "IEPAUDIT_" + long.lstrip("-").upper().replace("-", "_"))
    return click.option(*names, **settings)


def ocr_option() -> Callable[[Any], Any]:
    return option(
        "--ocr",
        type=click.Choice(["off", "auto", "force"]),
        default="off",
        show_default=True,
        help="Read pages that are pictures, or every page; needs pip install 'iepaudit[ocr]'.",
    )


def prompts_option() -> Callable[[Any], Any]:
    return click.option(
        "--prompts",
        multiple=True,
        metavar="PATH",
        help="Words of blank forms, from 'inspect --learn-prompts'; also IEPAUDIT_PROMPTS.",
    )


def use_prompts(paths: tuple[str, ...]) -> None:
    """Makes prompt libraries known to this process and its workers, which inherit the environment."""
    from iepaudit.segment.known_prompts import PROMPTS_VARIABLE

    for path in paths:
        if not Path(path).exists():
            raise UsageError(f"--prompts: there is no {path}")
    given = [str(Path(path).resolve()) for path in paths]
    if given:
        before = os.environ.get(PROMPTS_VARIABLE, "")
        os.environ[PROMPTS_VARIABLE] = os.pathsep.join([*given, before]) if before else os.pathsep.join(given)


def second_opinion_option() -> Callable[[Any], Any]:
    return option(
        "--second-opinion",
        is_flag=True,
        help="Ask a second reader about each goal: where it differs, the answer is less sure. Takes about a second.",
    )


def cache_options() -> Callable[[Any], Any]:
    """`--no-cache`, `--cache-dir` and `--cache-size`."""
    made = (
        option("--no-cache", is_flag=True, help="Read every file anew, and keep no results."),
        option("--cache-dir", metavar="PATH", help="Where results are kept, encrypted, for the next run."),
        option("--cache-size", type=click.IntRange(1), default=500, show_default=True, help="Megabytes kept at most."),
    )

    def add(command: Any) -> Any:
        for one in reversed(made):
            command = one(command)
        return command

    return add


class IsoDate(click.ParamType):  # type: ignore[type-arg]  # takes an argument in newer versions of click only
    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"'{value}' is not a date; write it as 2026-03-14", param, ctx)


class Pages(click.ParamType):  # type: ignore[type-arg]  # takes an argument in newer versions of click only
    name = "pages"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> PageRanges:
        if isinstance(value, PageRanges):
            return value
        try:
            return PageRanges.parse(str(value))
        except ValueError as error:
            self.fail(str(error), param, ctx)


class Words(click.ParamType):  # type: ignore[type-arg]  # takes an argument in newer versions of click only
    """Several values in one, separated by commas."""

    name = "list"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        if isinstance(value, tuple):
            return value
        return tuple(w for w in (v.strip() for v in str(value).split(",")) if w)


def flatten(groups: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    return tuple(word for group in groups for word in group)


def password(path: str | None) -> str | None:
    """The password from a file's first line or IEPAUDIT_PASSWORD; never from the command line, which others can see."""
    if path is None:
        return os.environ.get("IEPAUDIT_PASSWORD")
    try:
        text = Path(path).read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        raise UsageError(f"The password file {path} could not be read.") from None
    return text.split("\n", 1)[0].rstrip("\r")


def cores() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on this system
        return os.cpu_count() or 1
