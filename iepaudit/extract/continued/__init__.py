"""Tables that go on at the top of the next page, without their heads: they get these again, as good forms print them,
and a row that was cut by the end of a page is one row again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from iepaudit.extract.continued.cut_rows import heads_again, row_goes_on, with_rest_moved
from iepaudit.extract.continued.heads import head_row, reads_as_heads, with_heads
from iepaudit.extract.continued.loose_rows import with_loose_rows
from iepaudit.extract.continued.places import cell_text, column_edges
from iepaudit.model.document import Cell, Page, Table

_SAME = 4.0  # points by which a column may begin beside its own on the page before


def carried_on(pages: Iterable[Page]) -> Iterator[Page]:
    """The pages, whose running lines are set aside, with such tables made whole."""
    before: Page | None = None
    for page in pages:
        number = _last_table(before) if before is not None else None
        if before is not None and number is not None:
            page = with_loose_rows(before.tables[number], page)
            first = page.lines[0].table if page.lines else None
            if first is not None and _same_columns(before.tables[number], page.tables[first]):
                before, page = _joined(before, number, page, first)
        if before is not None:
            yield before
        before = page
    if before is not None:
        yield before


def _last_table(page: Page) -> int | None:
    """The table that stands last on a page."""
    if not page.lines or page.lines[-1].table is None:
        return None
    table = page.tables[page.lines[-1].table]
    return page.lines[-1].table if all(line.box.top < table.box.bottom for line in page.lines) else None


def _same_columns(one: Table, other: Table) -> bool:
    a, b = column_edges(one), column_edges(other)
    return len(a) == len(b) and all(abs(x - y) <= _SAME for x, y in zip(a, b, strict=True))


def _begins_alike(one: Sequence[Cell | None], other: Sequence[Cell | None]) -> bool:
    """Whether two rows begin with the same words, whatever their numbers are ("Goal # 1", "Goal # 2")."""
    first, second = (next(filter(None, map(_unnumbered, row)), "") for row in (one, other))
    return first != "" and first == second


def _unnumbered(cell: Cell | None) -> str:
    return re.sub(r"[\d\W_]+", " ", cell_text(cell)).strip()


def _joined(before: Page, number: int, page: Page, first: int) -> tuple[Page, Page]:
    """Both pages with the rest of a cut row moved to where the row begins, and the heads repeated."""
    table = before.tables[number]
    again = heads_again(table.rows, page.tables[first].rows)
    if row_goes_on(table.rows[-1], page.tables[first].rows[again]):
        before, page = with_rest_moved(before, number, page, first, again)
    heads = head_row(table, before, number)
    own = page.tables[first].rows[0]
    if heads is None or not any(map(cell_text, own)) or reads_as_heads(own, page, first):
        return before, page
    if [cell_text(c) for c in own] == [cell_text(c) for c in table.rows[heads]]:
        return before, page
    if any(_begins_alike(own, row) for row in table.rows[:heads]):
        return before, page  # the same form once more
    return before, with_heads(before, number, heads, page, first)
