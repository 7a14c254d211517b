"""Long printed headings that go on over the next lines."""

from __future__ import annotations

import re
from dataclasses import replace

from iepaudit.model.document import Line
from iepaudit.segment.heading_line import HeadingLine
from iepaudit.segment.known_headings import headings
from iepaudit.segment.typography import same_style
from iepaudit.segment.words import has_numbering

_PLAIN_LINES, _MOST_LINES = 4, 9  # of one heading
_BULLET = re.compile(r"(?:o|[-–—•▪●◦■►»*])\s")
_OPEN_END = re.compile(r"(?:[,/(]|\s(?:(?i:and|or|the|of|to|in|for|with)|a))\s*$")  # "PART A" is whole


def with_rest(heading: HeadingLine, lines: tuple[Line, ...]) -> HeadingLine:
    """A long printed heading with the lines it goes on over: those that begin in lower case behind it."""
    while not heading.cut and heading.count < _MOST_LINES and not heading.text.rstrip().endswith((".", ":", "?")):
        position = heading.position + heading.count
        if position >= len(lines):
            break
        last, line = lines[position - 1], lines[position]
        text = line.text.strip()
        near = line.page == last.page and 0 <= line.box.top - last.box.top < 2 * max(last.box.height, 1)
        same = (line.table, line.row, line.column) == (last.table, last.row, last.column)
        styled = heading.strength >= 2.5 and _set_alike(line, last, text)
        bracket = heading.text.count("(") > heading.text.count(")")
        unfinished = (bracket or bool(_OPEN_END.search(heading.text))) and same_style(last, line)
        goes_on = (
            (text[:1].islower() and same_style(last, line) and not _answers(heading, text)) or styled or unfinished
        )
        narrow = text[:1].islower() and line.bold and last.bold  # a bold question in half of a page takes many lines
        if heading.count >= _PLAIN_LINES and not narrow:
            break
        if not (near and same and goes_on) or "   " in text or _BULLET.match(text):
            break
        heading = replace(heading, count=heading.count + 1, text=f"{heading.text} {text}")
    return heading


_WHOLE_LINE = 8  # words of a heading in capitals, which goes on below for want of room
_SHORT = 4  # words of a heading that no form would set over two lines


def _answers(heading: HeadingLine, text: str) -> bool:
    """Whether a line in lower case is what somebody wrote below a short heading that is whole without it ("Progress
    Reports", "each trimester")."""
    whole = heading.match is not None and heading.match.whole and len(heading.text.split()) <= _SHORT
    both = headings().match(f"{heading.text} {text}")
    return (
        whole and not (both and both.whole) and not text.startswith(("(", "and ", "or ", "of ", "for ", "to ", "in "))
    )


def _set_alike(line: Line, last: Line, text: str) -> bool:
    """A line in the type of the heading above it that is no heading of its own."""
    if line.bold != last.bold or line.shaded != last.shaded or abs(line.size - last.size) > 0.3:
        return False
    if not (line.bold or line.shaded) or has_numbering(text) or text.endswith((".", ":")) or headings().match(text):
        return False
    broken = text.isupper() and last.text.isupper() and len(last.text.split()) >= _WHOLE_LINE
    return line.box.top - last.box.bottom < 0.5 * max(last.box.height, 1) and (len(text.split()) <= 10 or broken)
