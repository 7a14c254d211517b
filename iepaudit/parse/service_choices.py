"""Services in lists: lines of which only the marked ones hold, and lines that a paragraph has run together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from iepaudit.model.document import CHECKED
from iepaudit.model.field import Place
from iepaudit.model.geometry import around
from iepaudit.model.iep import Block
from iepaudit.parse.measures import read_measure
from iepaudit.parse.service_fields import service_words
from iepaudit.parse.tables import flat
from iepaudit.segment.known_labels import service_labels
from iepaudit.segment.label import BOXES


def in_lines(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, with a marked line in one block though wide gaps part it ("☒ Speech therapy   40 minutes weekly"),
    and with lines that each name a service and how much in blocks of their own."""
    position = 0
    while position < len(blocks):
        own = [blocks[position]]
        if _is_marked(own[0]):
            while position + len(own) < len(blocks) and _goes_on(own[-1], blocks[position + len(own)]):
                own.append(blocks[position + len(own)])
        position += len(own)
        yield from [_joined(own)] if len(own) > 1 else _lines_apart(own[0])


def _is_marked(block: Block) -> bool:
    """Whether a line begins with a marked box before the name of a service, and says no amount."""
    text = flat(block.filled)
    plain = text.count(CHECKED) == 1 and not any(box in text for box in BOXES if box != CHECKED)
    named = text.startswith(CHECKED) and plain and not block.label and block.table is None
    return bool(named and service_words("service").search(text) and not read_measure(text).amount)


def _goes_on(before: Block, block: Block) -> bool:
    """Whether a block stands right of another one, on the same line, without a box and without a label of its own for
    how much."""
    told = service_labels().name_of(block.label) if block.label else None
    if block.table is not None or any(box in block.text for box in BOXES) or told in ("amount", "frequency"):
        return False
    own, other = before.lines[-1].box, block.lines[0].box
    level = abs(own.center[1] - other.center[1]) < min(own.height, other.height) / 2
    return before.place.page == block.place.page and level


def _joined(blocks: Sequence[Block]) -> Block:
    text = " ".join(flat(f"{b.label}: {b.filled}" if b.label else b.filled) for b in blocks)
    first = blocks[0].place
    box = around(b.place.box for b in blocks if b.place.box)
    lines = tuple(line for b in blocks for line in b.lines)
    return replace(blocks[0], text=text, filled=text, place=Place(first.page, box, text), lines=lines)


def _lines_apart(block: Block) -> list[Block]:
    """A paragraph whose lines each begin with a service and say how much of it, as so many blocks."""
    lines = [flat(line.text) for line in block.lines]
    starts = [n for n, text in enumerate(lines) if _begins_service(text) and not (n and _OPEN.search(lines[n - 1]))]
    if block.label or block.table is not None or len(starts) < 2 or starts[0] != 0 or _PROMISED.search(lines[0]):
        return [block]
    apart = []
    for start, end in pairwise([*starts, len(lines)]):
        text = " ".join(lines[start:end]).lstrip("-–—*•. ")
        if text not in flat(block.filled):
            return [block]  # the form has words of its own among them
        own = block.lines[start:end]
        place = Place(own[0].page, around(line.box for line in own), text)
        apart.append(replace(block, text=text, filled=text, place=place, lines=own))
    return apart


def _begins_service(text: str) -> bool:
    name = _NAME.match(text)
    if name is None or not service_words("service").search(name["name"]):
        return False
    measure = read_measure(text)
    return bool(measure.amount and measure.frequency)


_NAME = re.compile(r"(?:[-–—*•.]\s*)?(?P<name>[A-Z][^\d.;:]{3,60}?)\s*(?:[,:(–—-]\s?|\s(?=\d))")
_OPEN = re.compile(r"(?:[,;–—-]|\b(?:of|and|or|with|for|in|the|a|an|to|from|by|at|per))$")
_PROMISED = re.compile(r"\bwill\b|\breceives?\b")
