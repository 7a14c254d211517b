"""Text that runs upwards, downwards or upside down, as in narrow column heads, made readable line by line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import cos, radians, sin

from iepaudit.extract.grids import Grid, fill
from iepaudit.extract.line_builder import Draft, draft, group, split_at_gaps
from iepaudit.extract.raw import RawPage
from iepaudit.model.document import Word
from iepaudit.model.geometry import Box, around

_ONE_WORD = 0.12  # font heights, at most, between two parts of one word
_ONE_LINE = 1.5  # between two words of one line


@dataclass(frozen=True, slots=True)
class _Turned:
    turn: int
    word: Word

    @property
    def box(self) -> Box:
        return self.word.box


def turned_lines(raw: RawPage, grids: Sequence[Grid]) -> list[Draft]:
    """One draft per turned line, its words in the order in which they are read; no line leaves its cell of a grid."""
    drafts: list[Draft] = []
    left = [_Turned(turn, word) for turn, word in raw.turned]
    for grid in grids if left else ():
        held, left = fill(grid, left)
        for own in held.values():
            drafts += _lines(own)
    return drafts + _lines(left)


def joined(words: Iterable[Word]) -> list[Word]:
    """Words from left to right with the parts of each put together: readers take turned words to pieces."""
    done: list[Word] = []
    for word in words:
        last = done[-1] if done else None
        if last and word.box.x0 - last.box.x1 <= _ONE_WORD * max(last.size, word.size):
            both = Box(last.box.x0, min(last.box.top, word.box.top), word.box.x1, max(last.box.bottom, word.box.bottom))
            done[-1] = replace(last, text=last.text + word.text, box=both, bold=last.bold and word.bold)
        else:
            done.append(word)
    return done


def _lines(items: Sequence[_Turned]) -> list[Draft]:
    drafts: list[Draft] = []
    for turn in (1, 2, 3):
        upright = [replace(i.word, box=_upright(i.box, turn)) for i in items if i.turn == turn]
        for line in group(upright):
            for piece in split_at_gaps(draft(joined(line.words)), _ONE_LINE):
                words = tuple(replace(w, box=_back(w.box, turn)) for w in piece.words)
                drafts.append(Draft(words, around(w.box for w in words), atomic=True, turn=turn))
    return drafts


def slanted_lines(raw: RawPage) -> list[Draft]:
    """One draft per line that runs at a slant, as upwards (`turn` 1) when it rises and downwards (3) when it falls."""
    drafts: list[Draft] = []
    for angle in sorted({round(s.angle) for s in raw.slanted}):
        rises = angle % 360 < 180
        own = [replace(s.word, box=s.upright) for s in raw.slanted if round(s.angle) == angle]
        for line in group(own):
            for piece in split_at_gaps(draft(joined(line.words)), _ONE_LINE):
                words = tuple(replace(w, box=_at_slant(w.box, angle)) for w in piece.words)
                foot = _on_page(piece.box.x0 if rises else piece.box.x1, piece.box.center[1], angle)
                drafts.append(Draft(words, around(w.box for w in words), True, 1 if rises else 3, foot))
    return drafts


def _at_slant(upright: Box, angle: float) -> Box:
    """The smallest box on the page around a box of the page turned upright."""
    corners = [_on_page(x, y, angle) for x in (upright.x0, upright.x1) for y in (upright.top, upright.bottom)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return Box(min(xs), min(ys), max(xs), max(ys))


def _on_page(x: float, y: float, angle: float) -> tuple[float, float]:
    turn = radians(angle)
    return x * cos(turn) + y * sin(turn), y * cos(turn) - x * sin(turn)


def _upright(box: Box, turn: int) -> Box:
    """The place of a box on the page turned so that text of this turn runs from left to right."""
    if turn == 1:
        return Box(-box.bottom, box.x0, -box.top, box.x1)
    if turn == 3:
        return Box(box.top, -box.x1, box.bottom, -box.x0)
    return Box(-box.x1, -box.bottom, -box.x0, -box.top)


def _back(box: Box, turn: int) -> Box:
    if turn == 1:
        return Box(box.top, -box.x1, box.bottom, -box.x0)
    if turn == 3:
        return Box(-box.bottom, box.x0, -box.top, box.x1)
    return Box(-box.x1, -box.bottom, -box.x0, -box.top)
