"""What the columns of a service table say: the service, its kind, how much, how often, where, from when to when."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from iepaudit.model.document import CHECKED, EMPTY
from iepaudit.parse.measures import read_measure
from iepaudit.parse.service_fields import names_under_other_head, service_words
from iepaudit.parse.tables import Grid, GridCell, flat
from iepaudit.segment.known_labels import service_labels

MARKS = f"{CHECKED}✓✔☑"
MARK = re.compile(rf"\W*(?:[{MARKS}xX])\W*")
_NO_MARK = re.compile(rf"(?:{EMPTY}|[^\w{MARKS}]|_)*")
_NUMBER = re.compile(r"\d{1,4}(?:\.\d+)?\s*(?:min(?:ute)?s?|hours?|hrs?)?\.?", re.IGNORECASE)
_WEEKDAY = re.compile(r"(?:mon|tue|wed|thu|fri|lun|mar|mi[ée]|jue|vie)[a-z]*\.?", re.IGNORECASE)
_TIME_UNIT = re.compile(r"\bmin|\bhours?\b|\bhrs?\b", re.IGNORECASE)
_HOW_OFTEN = re.compile(r"daily|weekly|monthly|quarterly|yearly", re.IGNORECASE)
# A whole cell that says how long a time the number beside it is for.
PERIOD = re.compile(
    r"(?:(?:per |each |a )?(?:school )?(?:day|week|wk|month|mo|quarter|semester|trimester|year|yr)|[dwmy]|"
    r"(?:bi-?)?(?:daily|weekly|monthly|quarterly|yearly|annual(?:ly)?))\.?",
    re.IGNORECASE,
)
_WITH = re.compile(r"\s+(?:w/o?|with(?:out)?)\s*(?:\w+\s*){1,3}$", re.IGNORECASE)
_LONGEST_SETTING = 5  # words
_LONGEST_AMOUNT = 4
_COUNT_HEAD = re.compile(r"#|no\.?|number|x", re.IGNORECASE)
_HOW_MUCH = frozenset({"amount", "frequency"})
_CHOICE = re.compile(
    r"(?P<no>no|not (?:needed|required|recommended)|declined)|yes|s[ií]|"
    r"(?:is )?(?:needed|required|selected|recommended)",
    re.IGNORECASE,
)
_NAME_AND_PROVIDER = re.compile(r"(?:type of )?services?\s*(?:/|&|and)\s*(?:\w+ )?providers?\b", re.IGNORECASE)
_TELLS = {"delivery": "amount", "weekday": "frequency", "day": "amount"}


@dataclass(frozen=True, slots=True)
class Head:
    """`row` is the last row of heads, -1 where there is none. `names` says what each column means, `printed` how its
    head reads. `group` is a column with the kind of service beside its name. `each` holds columns that are about one
    setting, period or kind of delivery alone, marked or filled in where it applies: what they are about, its words."""

    row: int
    names: Mapping[int, str]
    printed: Mapping[int, str]
    group: int | None = None
    each: Mapping[int, tuple[str, str]] = field(default_factory=dict)
    choices: Mapping[int, bool] = field(default_factory=dict)  # columns to mark: True for "Yes", False for "No"
    starts: Mapping[int, float] = field(default_factory=dict)  # by column, where its text begins on the page
    special: frozenset[int] = frozenset()  # columns of special education time, where a table has both kinds
    general: frozenset[int] = frozenset()  # columns of time in classes that all children attend

    @property
    def name(self) -> int:
        return next(c for c, meaning in self.names.items() if meaning == "name")


def head_of(grid: Grid) -> Head | None:
    """The heads of a service table: one that names services and says how much of them there is; else None."""
    found = grid.columns(service_labels(), besides=_settings())
    if found is None:
        return _beside_names(grid)
    row, names = found
    each = _each(grid, row)
    told = {_TELLS.get(meaning, meaning) for meaning, _ in each.values()}
    names = _with_measures(grid, row, _with_periods(grid, row, names))
    placed = _name_and_kind(grid, row, {c: n for c, n in names.items() if c not in each})
    if placed is None or not ((set(names.values()) | told) & _HOW_MUCH or _has_figures(grid, row, names)):
        return None
    names, group = placed
    names = {c: n for c, n in names.items() if n != "weekday"}
    printed = {c: grid.head_text(row, c) for c in (*names, *each)}
    names = _without_former(names, printed)
    return Head(
        row, names, printed, group, each, _choices(grid, row), starts_of(grid), *_kinds_of_time(grid, row, names)
    )


def _kinds_of_time(grid: Grid, row: int, names: Mapping[int, str]) -> tuple[frozenset[int], frozenset[int]]:
    """(columns of special, of general education time) of a schedule that has both, and a column for the place; none
    of other tables."""
    timed = {c: grid.whole_head(row, c) for c, meaning in names.items() if meaning in _HOW_MUCH}
    special = frozenset(c for c, head in timed.items() if service_words("special").search(head))
    general = frozenset(c for c, head in timed.items() if service_words("general-classes").search(head)) - special
    both = special and general and "location" in names.values()
    return (special, general) if both else (frozenset(), frozenset())


def _without_former(names: Mapping[int, str], printed: Mapping[int, str]) -> dict[int, str]:
    """The meanings, where a column that says how it was in the plan before tells nothing of this one ("Previous
    minutes" beside "Current minutes")."""
    former = {c for c in names if service_words("former-head").match(flat(printed[c]))}
    now = {meaning for c, meaning in names.items() if c not in former}
    return {c: "former" if c in former and meaning in now else meaning for c, meaning in names.items()}


def _has_figures(grid: Grid, row: int, names: Mapping[int, str]) -> bool:
    """Whether a column with a head that is not known holds nothing but figures, which may say how much, in a table
    that says by two other heads at least that it is about services."""
    figures = any(_all_figures(grid, row, c) for c in set(grid.rows[row]) - names.keys())
    return figures and len({"name", "location", "provider", "start", "end", "dates"} & set(names.values())) > 2


def starts_of(grid: Grid) -> dict[int, float]:
    """By column, how far left its words begin, in points."""
    starts: dict[int, float] = {}
    for row in grid.rows:
        for column, cell in row.items():
            if cell.place.box:
                starts[column] = min(starts.get(column, cell.place.box.x0), cell.place.box.x0)
    return starts


def said_in(cell: GridCell) -> str:
    """What a cell says, which may be a mark alone."""
    return flat(cell.text) or (flat(cell.printed) if MARK.fullmatch(flat(cell.printed)) else "")


def is_marked(cell: GridCell) -> bool:
    """Whether a cell holds a mark and nothing else."""
    return bool(MARK.fullmatch(flat(cell.printed)))


def _choices(grid: Grid, row: int) -> dict[int, bool]:
    """Columns under "Yes", "No" or "Needed" that hold marks alone."""
    found: dict[int, bool] = {}
    for column in sorted({c for r in grid.rows[row + 1 :] for c in r}):
        asked = _CHOICE.fullmatch(flat(grid.head_text(row, column)))
        cells = [flat(r[column].printed) for r in grid.rows[row + 1 :] if column in r]
        if asked and all(MARK.fullmatch(text) or _NO_MARK.fullmatch(text) for text in cells):
            found[column] = asked["no"] is None
    return found


def _below(grid: Grid, row: int, column: int, marks: bool = False) -> list[str]:
    """What stands in a column below its head."""
    cells = [r[column] for r in grid.rows[row + 1 :] if column in r]
    return [text for cell in cells if (text := said_in(cell) if marks else flat(cell.text))]


def _with_measures(grid: Grid, row: int, names: dict[int, str]) -> dict[int, str]:
    """The columns, where one that is headed like a name ("Service description") says how much, and the one before it
    what is given."""
    at = max((c for c, name in names.items() if name == "name"), default=0)
    cells = _below(grid, row, at)
    timed = sum(bool(read_measure(text).amount) for text in cells)
    if at == 0 or names.get(0, "name") != "name" or "amount" in names.values() or 2 * timed <= len(cells):
        return names
    return {**names, 0: "name", at: "amount"}


def _with_periods(grid: Grid, row: int, names: dict[int, str]) -> dict[int, str]:
    """The columns with those that are told by their cells: a period for a number ("Weekly" under "Unit"), and under
    "#" that number, beside it."""
    found = dict(names)
    for column in sorted({c for r in grid.rows[row + 1 :] for c in r} - names.keys() - {0}):
        cells = _below(grid, row, column)
        if cells and all(len(text) > 2 and PERIOD.fullmatch(text) for text in cells):  # "Y" may say yes
            found[column] = "frequency"
    for column in set(grid.rows[row]) - found.keys():
        if found.get(column + 1) == "frequency" and _COUNT_HEAD.fullmatch(flat(grid.head_text(row, column))):
            found[column] = "frequency"
    return dict(sorted(found.items()))


def _each(grid: Grid, row: int) -> dict[int, tuple[str, str]]:
    """Columns that are about one setting ("General ed" | "Special ed") or period ("Daily" | "Weekly"), with a mark or
    a number of minutes where it applies."""
    found: dict[int, tuple[str, str]] = {}
    numbered: dict[int, tuple[str, str]] = {}
    for column in sorted({c for r in grid.rows[row + 1 :] for c in r} - {0}):
        printed = flat(grid.head_text(row, column))
        cells = [text for text in _below(grid, row, column, marks=True) if not _NO_MARK.fullmatch(text)]
        setting = _setting(printed, flat(grid.rows[row][column].printed) if column in grid.rows[row] else printed)
        if cells and all(MARK.fullmatch(text) for text in cells):
            if setting:
                found[column] = ("location", setting)
            elif _WEEKDAY.fullmatch(printed):
                found[column] = ("weekday", printed)
            elif _HOW_OFTEN.fullmatch(printed):
                found[column] = ("frequency", printed.lower())
        elif setting and cells and all(map(_is_amount, cells)):
            numbered[column] = ("amount", setting)
        elif _WEEKDAY.fullmatch(printed) and cells and all(_NUMBER.fullmatch(text) for text in cells):
            numbered[column] = ("day", printed)
    numbered = {} if len(numbered) < 2 and not found else numbered
    return {**found, **numbered, **_by_delivery(grid, row)}


def _is_amount(text: str) -> bool:
    """Whether a cell says how much and no more ("30", "40 MPW", "10 min/month"), or that it is nothing."""
    short = len(text.split()) <= _LONGEST_AMOUNT and bool(read_measure(text).amount)
    return bool(short or _NUMBER.fullmatch(text) or service_words("not-given").fullmatch(text))


def _setting(printed: str, own: str) -> str:
    """The setting that a column is about by its head, all rows of it or its `own` one: "Therapy room"; else ""."""
    ends = [found.end() for found in service_words("place").finditer(own)]
    named = bool(ends) and ends[-1] == len(own) and 2 <= len(own.split()) <= _LONGEST_SETTING
    if named and not _TIME_UNIT.search(own) and not service_labels().name_of(own):
        return own
    found = service_words("setting-head").search(printed)
    if found and _WITH.match(own[found.end() - found.start() :]) and own.startswith(found.group()):
        return own  # "Regular class w/ support"
    return found.group() if found else ""


@cache
def _settings() -> re.Pattern[str]:
    """What names a setting in a head: "General education", "Therapy room"."""
    known, place = service_words("setting-head").pattern, service_words("place").pattern
    return re.compile(rf"(?:{known})|(?:[\w./'’-]+ ){{1,{_LONGEST_SETTING - 1}}}(?:{place})", re.IGNORECASE)


def _by_delivery(grid: Grid, row: int) -> dict[int, tuple[str, str]]:
    """Two or more columns that are each about one kind of delivery ("Direct" | "Indirect", "1:1" | "Group"), with the
    amount where it applies. A bare number is one only under a head that names its unit; else it may be that of a
    group's children."""
    found: dict[int, tuple[str, str]] = {}
    for column in sorted({c for r in grid.rows[: row + 1] for c in r} - {0}):
        printed = flat(grid.head_text(row, column))
        own = flat(grid.rows[row][column].printed) if column in grid.rows[row] else printed
        words = service_words("delivery-head").match(printed) or service_words("delivery-head").match(own)
        cells = [text for text in _below(grid, row, column) if not _NO_MARK.fullmatch(text)]
        numbers = bool(_TIME_UNIT.search(printed))
        if words and all(read_measure(text).amount or (numbers and _NUMBER.fullmatch(text)) for text in cells):
            found[column] = ("delivery", words.group())
    filled = any(_below(grid, row, column) for column in found)
    return found if filled and len(found) >= 2 else {}


def _name_and_kind(grid: Grid, row: int, names: dict[int, str]) -> tuple[dict[int, str], int | None] | None:
    """(meanings with one column that names the service, the column of its kind); None when no column names it. The
    kind may stand in a column before the name ("Related services" | "Speech therapy"), often without a head."""
    names = {c: "name" if _NAME_AND_PROVIDER.match(flat(grid.head_text(row, c))) else n for c, n in names.items()}
    called = [c for c, meaning in names.items() if meaning == "name" and not _all_figures(grid, row, c)]
    if not called and names_under_other_head(names, _below(grid, row, 0)):
        names, called = {**names, 0: "name"}, [0]
    known = min((c for c, meaning in names.items() if meaning != "name"), default=0)
    open_ = [c for c in range(known) if c not in names and _below(grid, row, c)]
    if not called:
        if not open_:
            return None
        worded = [c for c in open_ if service_words("service").search(grid.head_text(row, c))]
        called = [worded[-1] if worded else max(open_, key=lambda c: (len(_below(grid, row, c)), -c))]
    if subjects := _subjects(grid, row, open_, called):
        kept = {c: meaning for c, meaning in names.items() if c not in called}
        return {subjects[0]: "name", **kept}, called[0]
    others = [c for c in (*open_, *called) if c != called[0]]
    name, group = called[0], next((c for c in others if _says_kinds(grid, row, c)), None)
    if group is None and others and _says_kinds(grid, row, name):
        name, group = next((c for c in others if c > name), name), name
        if name == group:
            group = None
    kept = {c: meaning for c, meaning in names.items() if meaning != "name" or c not in (*called, group)}
    return {name: "name", **kept}, group


def _all_figures(grid: Grid, row: int, column: int) -> bool:
    """Whether a column holds numbers alone, which may say how much but not what."""
    cells = _below(grid, row, column)
    return bool(cells) and all(_NUMBER.fullmatch(text) for text in cells)


def _subjects(grid: Grid, row: int, open_: list[int], called: list[int]) -> list[int]:
    """The column of subjects or classes, where "Service" is over one that only tells how special education comes into
    them ("Algebra I" | "Co-teach")."""
    models = [c for c in called if (cells := _below(grid, row, c)) and all(map(_is_model, cells))]
    subjects = [c for c in open_ if service_words("subject-head").fullmatch(flat(grid.head_text(row, c)).strip(" :"))]
    return subjects[:1] if models == called else []


def _is_model(text: str) -> bool:
    return service_words("delivery-model").fullmatch(text) is not None


def _says_kinds(grid: Grid, row: int, column: int) -> bool:
    """Whether all cells of a column are kinds of service, which a form may print itself in each of its tables."""
    cells = [flat(r[column].text or r[column].printed) for r in grid.rows[row + 1 :] if column in r]
    return any(cells) and all(service_words("kind").fullmatch(text) for text in cells if text)


_WEEKLY = re.compile(r"\b(?:minutes|hours)\s*(?:per|/|a)\s*(?:week|wk|day)\b", re.IGNORECASE)


def _beside_names(grid: Grid) -> Head | None:
    """The heads of a table with two columns, of which the second says "Minutes per week"."""
    if not grid.rows or max(max(row) for row in grid.rows) != 1:
        return None
    for number, row in enumerate(grid.rows[:3]):
        if 1 in row and _WEEKLY.search(row[1].printed) and not any(c.isdigit() for c in row[1].printed):
            return Head(number, {0: "name", 1: "amount"}, {1: row[1].printed}, starts=starts_of(grid))
    return None
