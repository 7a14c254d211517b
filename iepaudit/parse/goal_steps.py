"""Objectives that share a paragraph or a cell: "1. ... 2. ...", "a. ... b. ...", "1.1 ... 1.2 ...", "STO 1: ...
STO 2: ..."."""

from __future__ import annotations

import re

from iepaudit.model.field import Place
from iepaudit.parse.goal_wording import STEP_NAME

_FIRST = re.compile(
    rf"(?P<name>{STEP_NAME})?\(?(?:(?P<stem>\d{{1,2}})(?P<dot>\.?))?(?P<mark>\d{{1,2}}|[a-hA-H])(?P<end>[.):]|\s)",
    re.IGNORECASE,
)
_NAMES_A_NUMBER = re.compile(r"\b(?:week|month|quarter|grade|level|step|unit|set|list|goal|of|to|than)$", re.IGNORECASE)


def steps_of(text: str, place: Place) -> list[tuple[str, Place]]:
    """The objectives of one paragraph with their places: several where their marks go on from the first by one each,
    else one. Numbered lines that a form leaves empty are none, nor is "Not applicable"."""
    steps = ((_NUMBER_ALONE.sub("", step), step, at) for step, at in _steps(text, place))
    return [
        (step, at) for said, step, at in steps if _WORD.search(said) and not _NONE.match(said) and not _is_head(said)
    ]


def _is_head(text: str) -> bool:
    """Whether a text is the next head of a table: a word in capitals ("BY", "DATE")."""
    return text.isupper() and text.strip().isalpha()


_NONE = re.compile(
    r"\W*(?:n\s?/?\s?a|not? (?:applicable|required|needed|aplica)|none|no (?:objectives|benchmarks))"
    r"(?=\W*$|\s*[-–—:;,(.])",
    re.IGNORECASE,
)

_NUMBER_ALONE = re.compile(rf"^{STEP_NAME}?(?:#|no\.?|number)?\s*\(?(?:\d{{1,2}}[a-h]?|[a-h])?[.):]?(?=[\W_]*$)", re.I)
_WORD = re.compile(r"[^\W\d_]{2,}")


def _steps(text: str, place: Place) -> list[tuple[str, Place]]:
    first = _FIRST.match(text)
    if first is None or not _is_mark(first):
        return [(text, place)]
    found, start, mark = [], 0, first["mark"]
    while True:
        mark = str(int(mark) + 1) if mark.isdigit() else chr(ord(mark) + 1)
        after = next((m for m in _mark(first, mark).finditer(text, start) if _begins(text[start : m.start()])), None)
        if after is None:
            break
        found.append(text[start : after.start()].rstrip(" ,;"))
        start = after.end()
    return [(step, Place(place.page, place.box, step)) for step in (*found, text[start:])] if found else [(text, place)]


def _is_mark(first: re.Match[str]) -> bool:
    """A number or letter by itself needs a sign behind it, and the letters begin with "a"."""
    if first["mark"].isalpha() and first["mark"] not in "aA":
        return False
    return first["end"] in ".):" or bool(first["name"] or (first["stem"] and (first["dot"] or first["mark"].isalpha())))


def _mark(first: re.Match[str], mark: str) -> re.Pattern[str]:
    """Where the next objective begins, with a mark like that of the first one."""
    name = rf"(?i:{STEP_NAME})" if first["name"] else ""
    stem = re.escape(f"{first['stem'] or ''}{first['dot'] or ''}")
    end = rf"{re.escape(first['end'])}\s*" if first["end"] in ".):" else ""
    return re.compile(rf"\s+(?={name}\(?{stem}{mark}{end}(?:(?<=\s)|\s)\S)")


def _begins(before: str) -> bool:
    return not _NAMES_A_NUMBER.search(before)
