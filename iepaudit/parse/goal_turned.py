"""Turned goal tables: the labels stand in the first column, and each of the other columns is a goal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from iepaudit.model.field import Place
from iepaudit.parse.goal_event import Event
from iepaudit.parse.goal_wording import GOAL_HEAD, NUMBER, looks_like_goal
from iepaudit.parse.tables import Grid, GridCell, flat
from iepaudit.segment.known_labels import goal_labels
from iepaudit.segment.prompts import is_prompt

_LEAST = 2  # goals side by side, and known labels above or below each other
_SILENT = frozenset({"dates", "progress", "note", "standard", "accommodation", "number"})

_Row = dict[int, GridCell]


def turned_events(grids: Sequence[Grid]) -> dict[tuple[int, int], list[Event]]:
    """By page and number, what the tables with a goal in each column say, goal by goal; rows of such a table on the
    next page are told with it, and nothing is said of them where they stand."""
    found: dict[tuple[int, int], list[Event]] = {}
    open_: Grid | None = None
    for grid in grids:
        if open_ is not None and grid.page == open_.rows[-1][0].place.page + 1 and _goes_on(open_, grid):
            open_.rows += grid.rows
            found[grid.page, grid.table] = []
        else:
            open_ = Grid(grid.page, grid.table, list(grid.rows)) if _reading(grid) else None
        reading = _reading(open_) if open_ is not None else None
        if open_ is not None and reading is not None:
            found[open_.page, open_.table] = list(reading.events())
    return found


def _goes_on(above: Grid, grid: Grid) -> bool:
    """Whether the rows of a table are the other rows of a turned one: under its columns, each with its label."""
    columns = {column for row in above.rows for column in row}
    own = {column for row in grid.rows for column in row}
    labelled = all(0 in row and 0 in last for row, last in zip(grid.rows[-1:], above.rows[-1:], strict=True))
    names = {goal_labels().name_of(_label(row[0])) for row in grid.rows if 0 in row}
    return labelled and own == columns and bool(names - {None, "goal"}) and _stated(grid.rows, {}) is None


@dataclass(frozen=True, slots=True)
class _Turned:
    """The rows of a turned table, with the number of the one that states the goals, and what each row's label means."""

    rows: Sequence[_Row]
    stated: int
    named: dict[int, str]

    def events(self) -> Iterator[Event]:
        for column in sorted({column for row in self.rows for column in row} - {0}):
            yield from self._goal(column)

    def _goal(self, column: int) -> Iterator[Event]:
        goal = self.rows[self.stated].get(column)
        if goal is None or not goal.text or is_prompt(flat(goal.text)):
            return  # a column for a goal that nobody wrote
        cells = {n: cell for n, row in enumerate(self.rows) if (cell := self._cell(row, column)) and cell.text}
        yield Event("", "", goal.place, label=self._title(cells), head=True)
        for n in sorted(cells, key=lambda n: (self.named.get(n) != "area", n != self.stated, n)):
            name, text = self.named.get(n, ""), flat(cells[n].text)
            asked = _label(self.rows[n][0]) if 0 in self.rows[n] else ""
            if n == self.stated:
                text = NUMBER.sub("", text, count=1)
            place = Place(cells[n].place.page, cells[n].place.box, text)
            if name == "goal" and n != self.stated:
                name = "number" if text.strip("#. ").isdigit() else "area"
            if name and name not in _SILENT:
                yield Event(name, text, place, asked)
            elif asked and not name:
                yield Event("?", f"{asked}: {text}", place, asked)

    def _cell(self, row: _Row, column: int) -> GridCell | None:
        """The cell in a column, or the only one of a row that runs on into it: that is said of each goal."""
        if column in row or set(row) - {0} != {1}:
            return row.get(column)
        own, goals = row[1].place.box, self.rows[self.stated]
        next_ = goals[2].place.box if 2 in goals else None
        return row[1] if own and next_ and own.x1 > next_.x0 + 1 else None

    def _title(self, cells: dict[int, GridCell]) -> str:
        """How a column calls its goal ("Goal 2"), "" where it does not."""
        for n, cell in cells.items():
            head = GOAL_HEAD.match(flat(cell.printed))
            if head and head["number"] and not head["rest"].strip():
                return f"Goal {head['number']}"
            number = flat(cell.printed).strip("#. ")
            if self.named.get(n) in ("number", "goal") and number.isdigit():
                return f"Goal {number}"
        return ""


def _reading(grid: Grid) -> _Turned | None:
    """The table where it is a turned one, else None."""
    named = {n: name for n, row in enumerate(grid.rows) if 0 in row and (name := goal_labels().name_of(_label(row[0])))}
    stated = _stated(grid.rows, named)
    if stated is None or len(set(named.values()) - {"goal"}) < _LEAST:
        return None
    return _Turned(grid.rows, stated, {**named, stated: "goal"})


def _stated(rows: Sequence[_Row], named: dict[int, str]) -> int | None:
    """The row with goals side by side, behind a label of goals or one that nobody knows."""
    several = [n for n, row in enumerate(rows) if len(_goals(row)) >= _LEAST and named.get(n, "goal") == "goal"]
    return next((n for n in several if n in named), several[0] if several else None)


def _goals(row: _Row) -> list[int]:
    return [column for column, cell in row.items() if column and looks_like_goal(flat(cell.text))]


def _label(cell: GridCell) -> str:
    return flat(cell.printed).rstrip(" :")
