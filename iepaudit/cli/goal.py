"""`iepaudit goal`: takes goals apart."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from iepaudit.cli import terminal
from iepaudit.cli.options import option, second_opinion_option
from iepaudit.model.errors import FileEmpty, FileMissing, FileUnsupported, UsageError

if TYPE_CHECKING:
    from iepaudit.report.goal_text import GoalEntry

_HELP = """Takes one goal, or many, apart: time frame, condition, behavior, criterion, method, baseline; what is vague,
what was not found, what to ask. Nothing leaves the machine.

TEXT is a goal; give several, or - to read one goal a line from standard input.

\b
Examples:
  iepaudit goal "By May, given a list, Ana will read 50 words in one minute."
  iepaudit goal --baseline "22 words" --method "weekly probe" "Ana will read 50 words a minute."
  iepaudit goal --file goals.txt
  iepaudit goal --format json --jsonl - < goals.jsonl

With --jsonl each line is an object with "text", and if wanted "id", "criterion", "method", "baseline", "schedule",
"objectives" (a list), "postsecondary" (true or false).

\b
Exit codes: 0 every goal can be measured, 1 at least one cannot, 2 could not run as asked, 3 no goal was given.
"""
_COLUMNS = ("criterion", "method", "baseline", "schedule")
_KEYS = ("id", "text", *_COLUMNS, "objectives", "postsecondary")
_MOST_CHARACTERS = 20_000


@click.command(help=_HELP, short_help="Take goals apart.")
@click.argument("texts", nargs=-1, metavar="[TEXT]...")
@option("--file", "path", metavar="PATH", help="Read the goals from a file, one a line.")
@option("--jsonl", is_flag=True, help="Lines are JSON objects, not plain text.")
@option("-f", "--format", "format_name", type=click.Choice(["text", "json"]), default="text", show_default=True)
@option("--criterion", default="", help="What stands in a criterion column beside the goal.")
@option("--method", default="", help="What stands in a method column beside the goal.")
@option("--baseline", default="", help="What stands in a baseline column beside the goal.")
@option("--schedule", default="", help="What stands in a schedule column beside the goal.")
@option("--objective", "objectives", multiple=True, help="A short-term objective of the goal; repeat for more.")
@second_opinion_option()
@option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True)
@option("--width", type=click.IntRange(1), help="Columns to write in.")
def goal(
    texts: tuple[str, ...],
    path: str | None,
    jsonl: bool,
    format_name: str,
    criterion: str,
    method: str,
    baseline: str,
    schedule: str,
    objectives: tuple[str, ...],
    second_opinion: bool,
    color: str,
    width: int | None,
) -> int:
    beside = {"criterion": criterion, "method": method, "baseline": baseline, "schedule": schedule}
    items = _items(texts, path, jsonl)
    if not items:
        raise FileEmpty("no goal was given; nothing was read")
    entries = tuple(_analyse(item, number, beside, objectives) for number, item in enumerate(items, 1))
    if second_opinion:
        entries = _asked_twice(entries)
    unmeasured = sum(not e.analysis.measurable for e in entries)
    if format_name == "json":
        reason = f"{unmeasured} of {len(entries)} goals cannot be measured as written" if unmeasured else ""
        terminal.write(_as_json(entries, 1 if unmeasured else 0, reason), for_people=False)
    else:
        from iepaudit.report.goal_text import render_goals

        shown = render_goals(
            entries,
            width=terminal.width(width),
            color=terminal.color(color),
            unicode=terminal.unicode(),
            second_opinion=second_opinion,
        )
        terminal.write(shown, for_people=True)
    if unmeasured:
        click.echo(f"exit 1: {unmeasured} of {len(entries)} goals cannot be measured as written", err=True)
    return 1 if unmeasured else 0


def _items(texts: tuple[str, ...], path: str | None, jsonl: bool) -> list[dict[str, Any]]:
    """The goals as objects with at least "text", in the order given."""
    items: list[dict[str, Any]] = []
    for text in texts:
        if text == "-":
            items += _lines(_stdin(), "standard input", jsonl)
        elif jsonl:
            items += _lines(text, "the argument", jsonl)
        elif text.strip():
            items.append({"text": text})
    if path is not None:
        items += _lines(_stdin() if path == "-" else _read(path), path, jsonl)
    if not texts and path is None:
        if sys.stdin.isatty():
            raise UsageError(
                "give a goal in quotes, or - to read goals from standard input; for example: "
                'iepaudit goal "Ana will read 50 words in one minute."'
            )
        items += _lines(_stdin(), "standard input", jsonl)
    return items


def _stdin() -> str:
    data = sys.stdin.buffer.read() if hasattr(sys.stdin, "buffer") else sys.stdin.read().encode()
    return _decode(data, "standard input")


def _read(path: str) -> str:
    try:
        return _decode(Path(path).read_bytes(), path)
    except FileNotFoundError:
        raise FileMissing(f"{path}: there is no such file") from None
    except OSError as error:
        raise FileUnsupported(f"{path}: could not be read ({error.strerror})") from None


def _decode(data: bytes, where: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise FileUnsupported(
            f"{where}: is not plain text in UTF-8; `iepaudit check` reads PDF and Word files"
        ) from None


def _lines(content: str, where: str, jsonl: bool) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = []
    for number, line in enumerate(content.split("\n"), 1):
        if not line.strip():
            continue
        items.append(_object(line, f"{where}, line {number}") if jsonl else {"text": line.rstrip("\r")})
    return items


def _object(line: str, where: str) -> dict[str, Any]:
    try:
        item = json.loads(line)
    except (ValueError, RecursionError):
        raise UsageError(f"{where}: is not a JSON object") from None
    if not isinstance(item, dict) or not isinstance(item.get("text"), str):
        raise UsageError(f'{where}: expected an object with "text"')
    wrong = [k for k in _COLUMNS if not isinstance(item.get(k, ""), str | None)]
    steps = item.get("objectives") or []
    if wrong or not isinstance(steps, list) or not all(isinstance(s, str) for s in steps):
        raise UsageError(
            f"{where}: {wrong[0] if wrong else 'objectives'} should be {'text' if wrong else 'a list of texts'}"
        )
    if not isinstance(item.get("postsecondary"), bool | None):
        raise UsageError(f"{where}: postsecondary should be true or false")
    return {k: v for k, v in item.items() if k in _KEYS and v is not None}


def _analyse(item: dict[str, Any], number: int, beside: dict[str, str], objectives: tuple[str, ...]) -> GoalEntry:
    from iepaudit.parse.grammar import analyse_goal
    from iepaudit.report.goal_text import GoalEntry

    text = item["text"]
    if len(text) > _MOST_CHARACTERS:
        raise UsageError(
            f"goal {number}: longer than {_MOST_CHARACTERS} characters; `iepaudit check` reads whole documents"
        )
    columns = {name: item.get(name, beside[name]) for name in _COLUMNS}
    analysis = analyse_goal(
        text, objectives=item.get("objectives") or objectives, postsecondary=item.get("postsecondary"), **columns
    )
    return GoalEntry(str(item.get("id", number)), analysis)


def _asked_twice(entries: tuple[GoalEntry, ...]) -> tuple[GoalEntry, ...]:
    """The same goals, with less confidence in what the second reader sees otherwise."""
    from iepaudit.parse.grammar.second import with_second_opinion
    from iepaudit.report.goal_text import GoalEntry

    opinions = with_second_opinion(e.analysis for e in entries)
    return tuple(GoalEntry(e.id, analysis) for e, analysis in zip(entries, opinions, strict=True))


def _as_json(entries: tuple[GoalEntry, ...], code: int, reason: str) -> str:
    from iepaudit.report.clean import escaped_json
    from iepaudit.report.goal_text import goal_object

    shown = {
        "schema_version": 1,
        "goals": [goal_object(e) for e in entries],
        "exit": {"code": code, "reasons": [reason] if reason else []},
    }
    text = json.dumps(shown, ensure_ascii=False, indent=2).encode("utf-8", "replace").decode()
    return escaped_json(text) + "\n"
