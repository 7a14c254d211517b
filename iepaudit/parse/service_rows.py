"""Services in tables: which columns say what, and each row as a service."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from iepaudit.model.field import Place
from iepaudit.parse.dates import find_dates
from iepaudit.parse.measures import read_measure
from iepaudit.parse.service_fields import SPLIT_DATE, ServiceDraft, flat, place_in, service_words
from iepaudit.parse.tables import Grid, GridCell
from iepaudit.segment.catalogue import headings, service_labels
from iepaudit.segment.prompts import is_prompt

CATEGORY = {
    "special-education": "special-education",
    "related-services": "related-service",
    "supplementary-aids": "supplementary-aid",
    "personnel-supports": "personnel-support",
    "esy": "esy",
}
Head = tuple[dict[int, str], dict[int, str]]  # by column: what it means, and its head as printed
GENERIC = re.compile(
    r"^(?:total|subtotal|n/?a|none|not applicable|services?$|not needed|no\b|ninguno|before|previous(?:ly)?|"
    r"formerly|was)"
    r"(?![\w-])[\s:.]*",
    re.IGNORECASE,
)
_SETTING_HEAD = re.compile(
    r"\b(?:(?:with)?in|outside(?: of)?)\s+(?:the\s+)?(?:general|regular|special)\s+education"
    r"(?:\s+(?:class(?:room)?|setting|environment))?"
    r"|\bin\s+other\s+settings",
    re.IGNORECASE,
)


def place_all(drafts: Sequence[ServiceDraft], heading: str) -> None:
    """A heading such as "Services in the General Education Classroom" says where the services below it take place."""
    said = _SETTING_HEAD.search(heading)
    for draft in drafts:
        if said and "location" not in draft.parts and not place_in(draft.text):
            draft.put("location", re.sub(r"^in\s+(?:the\s+)?", "", said.group(), flags=re.IGNORECASE), draft.place)


def from_grid(
    grid: Grid, category: str, before: Head | None, same_table: bool
) -> tuple[list[ServiceDraft] | None, Head | None]:
    """(services, column meanings); (None, ...) when the table is no service grid. A table without column heads
    that follows one with them, and has as many columns, goes on with them."""
    known = service_labels()
    found = grid.columns(known, least=2)
    if found:
        head_row, columns = found
        columns = _with_measures(grid, head_row, columns)
        names = set(columns.values())
        if not names & {"amount", "frequency"} or not ("name" in names or 0 not in columns):
            return None, before
        units = {c: grid.rows[head_row][c].printed for c in columns if c in grid.rows[head_row]}
    elif before and _goes_on(grid, before, same_table):
        head_row, (columns, units) = -1, before
    elif (number := _amounts_beside_names(grid)) is not None:
        head_row, columns, units = number, {0: "name", 1: "amount"}, {1: grid.rows[number][1].printed}
    else:
        return None, before
    two = len(columns) == 2
    if "name" not in columns.values():
        columns = {**columns, 0: "name"}
    drafts: list[ServiceDraft] = []
    for number, row in enumerate(grid.rows):
        if number <= head_row:
            continue
        again = grid.heads(number, known) if len(row) > 1 else {}
        if len(again) >= 2 and len(again) >= len(row) - 1:  # heads once more, over another kind of service
            category = _named_category(row, category)
            continue
        category = _category_row(row, category)
        for cells in _sub_rows(row, columns):
            draft = _row(cells, columns, units, category)
            if draft and (not two or service_words("service").search(draft.name)):
                drafts.append(draft)
    above = " ".join(cell.printed for row in grid.rows[: max(head_row, 0)] for cell in row.values())
    place_all(drafts, above)
    return drafts, (columns, units)


def _with_measures(grid: Grid, head_row: int, columns: dict[int, str]) -> dict[int, str]:
    """The columns, where one that is headed like a name ("Service description") says how much, and the one before it
    what is given."""
    at = max((c for c, name in columns.items() if name == "name"), default=0)
    cells = [row[at] for row in grid.rows[head_row + 1 :] if at in row]
    timed = sum(bool(read_measure(flat(cell.text)).amount) for cell in cells)
    if at == 0 or columns.get(0, "name") != "name" or "amount" in columns.values() or 2 * timed <= len(cells):
        return columns
    return {**columns, 0: "name", at: "amount"}


def _amounts_beside_names(grid: Grid) -> int | None:
    """The row of heads of a table with two columns, of which the second says "Minutes per week"."""
    if not grid.rows or max(max(row) for row in grid.rows) != 1:
        return None
    for number, row in enumerate(grid.rows[:3]):
        if 1 in row and _WEEKLY.search(row[1].printed) and not any(c.isdigit() for c in row[1].printed):
            return number
    return None


_WEEKLY = re.compile(r"\b(?:minutes|hours)\s*(?:per|/|a)\s*(?:week|wk|day)\b", re.IGNORECASE)


def _goes_on(grid: Grid, before: Head, same_table: bool) -> bool:
    """Whether rows without heads go on with the columns of those before: some cells of a row may be empty, but in
    another table only one."""
    widest = max((len(row) for row in grid.rows), default=0)
    columns = len(before[0])
    if same_table:
        return widest >= 2 and columns >= 2
    return widest >= columns - 1 >= 2


_PERIOD_ALONE = re.compile(r"(?:school )?(?:day|week|month|quarter|semester|trimester|year)", re.IGNORECASE)


def _category_row(row: dict[int, GridCell], category: str) -> str:
    """A row that is only the name of another kind of service ("Related services") changes the kind below it."""
    return _named_category(row, category) if len(row) == 1 else category


def _named_category(row: dict[int, GridCell], category: str) -> str:
    match = headings().match(row[min(row)].printed)
    return CATEGORY[match.key] if match and match.whole and match.key in CATEGORY else category


def _sub_rows(row: dict[int, GridCell], columns: dict[int, str]) -> Iterator[dict[int, GridCell]]:
    """A row whose cells hold several services on several lines, paired by height; else the row itself."""
    name_column = next(c for c, n in columns.items() if n == "name")
    cell = row.get(name_column)
    if cell is None or len(cell.blocks) < 2:
        yield row
        return
    others = [c for k, c in row.items() if k != name_column and c.text]
    named = [b for b in cell.blocks if b.filled]
    if len(named) < 2 or not others or max(len(c.blocks) for c in others) < len(named):
        yield row
        return
    tops = [b.place.box.top if b.place.box else 0.0 for b in named]
    for index, block in enumerate(named):
        low = tops[index] - 4
        high = tops[index + 1] - 4 if index + 1 < len(tops) else float("inf")
        part: dict[int, GridCell] = {}
        for column, other in row.items():
            own = [b for b in other.blocks if b.place.box is None or low <= b.place.box.top < high]
            if column == name_column:
                own = [block]
            if own:
                text = "\n".join(b.filled for b in own if b.filled)
                part[column] = GridCell(text, " ".join(b.place.quote for b in own), own[0].place, tuple(own))
        yield part


def _row(
    row: dict[int, GridCell], columns: dict[int, str], units: dict[int, str], category: str
) -> ServiceDraft | None:
    name_column = next(c for c, n in columns.items() if n == "name")
    name_cell = row.get(name_column)
    name = _name_in(name_cell) if name_cell else ""
    if not name or GENERIC.match(name) or is_prompt(name) or not any(c.isalpha() for c in name):
        return None
    if service_labels().name_of(name) and not service_words("service").search(name):
        return None
    match = headings().match(name)
    if match and len([c for c in row.values() if c.text]) == 1:
        return None
    assert name_cell is not None
    name, *by = re.split(r"\s+(?:provided\s+)?by:\s*", name, maxsplit=1)
    draft = ServiceDraft(name, Place(name_cell.place.page, name_cell.place.box, name), category)
    if by:
        draft.put("provider", by[0], name_cell.place)
    texts = []
    for column, meaning in columns.items():
        cell = row.get(column)
        value = SPLIT_DATE.sub(r"\1\2", flat(cell.text)) if cell else ""
        if value:
            texts.append(value)
        if column == name_column:
            continue
        if meaning == "amount" and find_dates(value) and not read_measure(value).amount:
            meaning = "dates"  # "Duration", meant as from when to when
        if meaning in ("amount", "frequency") and value and re.fullmatch(r"[\d.,½/ ]+", value):
            value = with_unit(value, units.get(column, ""))
        if meaning == "frequency" and _PERIOD_ALONE.fullmatch(value):
            value = f"per {value.lower()}"  # "150" under "Min" and "Week" under "Per"
        draft.put(meaning, value, cell.place if cell else name_cell.place)
    for column, cell in row.items():
        if column not in columns and cell.text:
            texts.append(flat(cell.text))
    draft.text = " | ".join(texts)
    detailed = any(k in draft.parts for k in ("amount", "frequency", "location", "start", "end", "dates", "provider"))
    if not detailed and (not service_words("service").search(name) or len(name.split()) > 14):
        return None
    return draft


def _name_in(cell: GridCell) -> str:
    """What the cell calls the service, without the kind of service printed on a line above it."""
    first, _, rest = cell.text.partition("\n")
    match = headings().match(first) if rest.strip() else None
    return flat(rest if match and match.whole and match.key in CATEGORY else cell.text)


def with_unit(value: str, head: str) -> str:
    """A bare number with the unit that its column head names: "30" under "Minutes per week"."""
    lowered = head.lower()
    if "hour" in lowered:
        unit = "hours"
    elif re.search(r"\bmin|duration|length|amount|\btime\b(?! per)", lowered):
        unit = "minutes"
    elif "day" in lowered:
        unit = "days"
    else:
        unit = "times"
    period = re.search(r"(?:per|/|a)\s*(week|wk|day|month|year)|\b(weekly|daily|monthly)\b", lowered)
    if period:
        word = period[1] or period[2]
        return f"{value} {unit} {'per ' if period[1] else ''}{word}"
    return f"{value} {unit}"
