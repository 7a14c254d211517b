"""Form fields of several lines with their label printed at their left: each is a row of two cells, for the lines of
both stand side by side and would be read in turns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from iepaudit.extract.boxes import GLYPHS
from iepaudit.extract.grids import Grid
from iepaudit.extract.line_builder import Draft, group
from iepaudit.extract.raw import RawPage
from iepaudit.extract.spatial import WordIndex
from iepaudit.model.document import Word, WordSource
from iepaudit.model.geometry import Box, around

_REACH = 90.0  # points at most from a label to its field
_LABEL_WORDS = 40
_MOST_FIELDS = 500  # with text, on one page: beyond, they are a grid of their own
_LEAST_LETTERS = 2
_TIGHT = 1.7  # font heights from line to line of one label
_FREE = 0.5  # font heights that are kept free above and below a label
_OUT = 3.0  # points by which a label may stand out of the height of its field


def find_field_rows(raw: RawPage, words: Sequence[Word], drafts: Sequence[Draft], grids: Sequence[Grid]) -> list[Grid]:
    """Grids of one row over fields with text in them that no table of `grids` holds with their label in another cell;
    `words` and `drafts` are those of the page with the values of its fields."""
    boxes = [w.field.box for w in raw.widgets if w.checked is None and w.field.value.strip()]
    if not 0 < len(boxes) <= _MOST_FIELDS:
        return []
    index, printed = WordIndex(words), WordIndex(w for w in words if w.source is not WordSource.FIELD)
    every = [w.field.box for w in raw.widgets]
    found: list[Grid] = []
    for box in boxes:
        label = _label(box, printed, every)
        if not label:
            continue
        values = group(index.inside(box))
        count = len(values) + sum(box.holds(*d.box.center) for d in drafts if d.atomic)
        own = around(w.box for w in label)
        if max(count, len(group(label))) < 2:
            continue
        whole = Box(own.x0 - 1, min(own.top, box.top) - 0.5, box.x1, max(own.bottom, box.bottom) + 0.5)
        if _is_free(whole, [*grids, *found]) and not any(o is not box and o.meets(whole) for o in every):
            cells = (Box(whole.x0, whole.top, box.x0, whole.bottom), Box(box.x0, whole.top, box.x1, whole.bottom))
            found.append(Grid(whole, (cells,), ruled=False))
    return found


def _label(box: Box, printed: WordIndex, fields: Iterable[Box]) -> list[Word]:
    """The words of the label left of a field: lines that stand below each other beside it, and nothing around them."""
    edge = max((f.x1 for f in fields if f.x1 <= box.x0 + 1 and f.top < box.bottom and box.top < f.bottom), default=0.0)
    level = printed.row(box.top - _OUT, box.bottom + _OUT)
    beside = [w for w in level if edge - 1 <= w.box.x0 and w.box.x1 <= box.x0 + 1]
    if not beside or len(beside) > _LABEL_WORDS or any(w.text in GLYPHS for w in beside):
        return []
    lines = group(beside)
    own = around(line.box for line in lines)
    size = max(w.size for w in beside)
    near = box.x0 - own.x1 <= _REACH and own.top >= box.top - _OUT and own.bottom <= box.bottom + _OUT
    tight = all(b.box.top - a.box.top <= _TIGHT * size for a, b in pairwise(lines))
    letters = sum(c.isalpha() for w in beside for c in w.text)
    if not near or not tight or letters < _LEAST_LETTERS:
        return []
    held = set(map(id, beside))
    free = Box(own.x0, own.top - _FREE * size, own.x1, own.bottom + _FREE * size)
    close = printed.row(free.top - size, free.bottom + size)
    return [] if any(w.box.meets(free) and id(w) not in held for w in close) else beside


def _is_free(box: Box, grids: Sequence[Grid]) -> bool:
    """Whether no table divides `box`: it may stand in a single cell."""
    cells = [cell for grid in grids if grid.box.meets(box) for row in grid.rows for cell in row if cell]
    return all(_holds(cell, box) or not cell.meets(box) for cell in cells)


def _holds(cell: Box, box: Box) -> bool:
    return cell.x0 - 1 <= box.x0 and box.x1 <= cell.x1 + 1 and cell.top - 1 <= box.top and box.bottom <= cell.bottom + 1
