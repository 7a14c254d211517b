"""A page of plain text -> its lines and tables, as they are set with spaces, tabs, dashes and bars."""

from __future__ import annotations

import re

from iepaudit.extract.barred import find_barred_tables, is_barred, is_border, tabbed_rows
from iepaudit.extract.markdown import MarkdownLine
from iepaudit.extract.typewriter import TypedTable, find_typed_tables

_RULE = re.compile(r"\s*([=\-_~*])\1{2,}\s*\Z")
_VALUE = re.compile(r":\s*\S|\s{3,}|[.,;]\Z|\d{2,}|__|\[")  # what no heading has
_CAPS = re.compile(r"(?:[^\W\d_a-z].*){4}", re.DOTALL)
_GOAL = re.compile(r"(?:ANNUAL\s+)?(?:GOAL|OBJECTIVE|BENCHMARK)\b.{0,6}\d")  # begins what it names
_ASIDE = re.compile(r"\s*\([^()]*\)\Z")
_LEAST_CAPS = 3  # headings in capitals, before they are believed
_MOST_CAPS = 0.4  # of all lines: more is a file typed in capitals
_LONGEST = 90
_TAB = 8  # characters, as typewriters and terminals set them
_INDENT_TAB = 4


def heads_in_capitals(text: str) -> bool:
    """Whether a file sets its headings in capitals: several lines below a blank one or a rule, and not most of it."""
    lines = text.replace("\f", "\n\n").splitlines()
    written = sum(bool(line.strip()) for line in lines)
    found = sum(is_capitals(line.strip(), lines[n - 1] if n else "") for n, line in enumerate(lines))
    return _LEAST_CAPS <= found <= _MOST_CAPS * written


def plain_lines(chunk: str, capitals: bool = False) -> list[MarkdownLine | TypedTable]:
    """The lines and tables of a text page. A line ruled off by ==== or ---- is a heading, and the rule is dropped; so
    is one in capitals, where `capitals` says that headings are."""
    source = chunk.splitlines()
    tabbed = tabbed_rows(source)
    grid = ["" if n in tabbed else line.expandtabs(_TAB).rstrip() for n, line in enumerate(source)]
    barred = find_barred_tables(grid)
    inside = {n for table in barred for n in range(table.first, table.last + 1)}
    spaced = find_typed_tables(["" if n in inside or is_border(line) else line for n, line in enumerate(grid)])
    tables = {n: table for table in (*barred, *spaced) for n in range(table.first, table.last + 1)}
    lines: list[MarkdownLine | TypedTable] = []
    for index, raw in enumerate(source):
        if index in tables:
            if tables[index].first == index:
                lines.append(tables[index])
        elif index in tabbed:
            cells, first = tabbed[index]
            lines.append(MarkdownLine("", 0, at=index, cells=cells, first_row=first))
        elif _RULE.match(raw) and raw.strip()[0] in "=-~*":
            _mark_heading(lines, source[index - 1] if index else "", raw)
        elif text := (raw.strip().strip("|").strip() if is_barred(raw) else "" if is_border(raw) else raw.strip()):
            indent = len(raw.expandtabs(_INDENT_TAB)) - len(raw.expandtabs(_INDENT_TAB).lstrip())
            head = capitals and is_capitals(text, source[index - 1] if index else "")
            lines.append(MarkdownLine(text, indent, heading=2 if head else 0, at=index))
    return lines


def _mark_heading(lines: list[MarkdownLine | TypedTable], above: str, rule: str) -> None:
    """The line right above a rule is a heading when it reads like one or the rule is as long as it; else the rule only
    parts what stands above it from what stands below."""
    last, text = lines[-1] if lines else None, above.strip()
    if not isinstance(last, MarkdownLine) or last.cells is not None or not text or _RULE.match(text):
        return
    underlined = abs(len(rule.strip()) - len(text)) <= 2
    if len(text) <= _LONGEST and (underlined or not _VALUE.search(text)):
        lines[-1] = MarkdownLine(last.text, last.indent, heading=2, at=last.at)


def is_capitals(text: str, above: str) -> bool:
    """Whether a line in capitals stands below a blank line or a rule, and can be a heading."""
    plain = _ASIDE.sub("", text)
    if (above.strip() and not _RULE.match(above)) or plain != plain.upper() or len(plain) > _LONGEST:
        return False
    return _CAPS.search(plain) is not None and not _VALUE.search(plain) and not _GOAL.match(plain)
