"""Services: rows of a grid, label lines, list items or sentences that promise something with an amount."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from iepaudit.model.field import FieldState, Place, filled
from iepaudit.model.iep import Block, Dates, Section, Service
from iepaudit.parse.dates import find_dates
from iepaudit.parse.measures import read_measure
from iepaudit.parse.service_fields import SPLIT_DATE, ServiceDraft, boxed_units, finish, flat, place_in, service_words
from iepaudit.parse.service_grids import joined
from iepaudit.parse.tables import Grid, GridCell, grids_of
from iepaudit.segment.catalogue import headings, service_labels
from iepaudit.segment.pieces import BOXES
from iepaudit.segment.prompts import is_prompt

_CATEGORY = {
    "special-education": "special-education",
    "related-services": "related-service",
    "supplementary-aids": "supplementary-aid",
    "personnel-supports": "personnel-support",
    "esy": "esy",
}
_PROMISE = re.compile(
    r"\b(?:will\s+(?:receive|be\s+provided(?:\s+with)?|get|have)|receives?|is\s+provided(?:\s+with)?|recibir[áa])\s+"
    r"(?!(?:for|from|by|to|on|at)\b)(?P<name>[^.;,:\d]{4,80}?)\s*(?:[,:(]|\bfor\b|\bfrom\b|\bin\s+the\b|\btwice\b|\bonce\b|\bdaily\b|\bweekly\b|(?=\d)|\b(?:one|two|three|four|five)\b)",
    re.IGNORECASE,
)
_AS_PLAN = re.compile(
    r"\bif\s+(?:other\s+than|different\s+from|not|the\s+same\s+as|same\s+as)\b[^.]{0,40}\b(?:date|iep|initiation)",
    re.IGNORECASE,
)
_ALL = re.compile(
    r"^(?:all|these|the|each of these|every)\b.{0,60}\b(?:services?|are|is|begins?|starts?|runs?|provided|dates?)\b",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"^(?:total|subtotal|n/?a|none|not applicable|services?$|not needed|no\b|ninguno|before|previous(?:ly)?|"
    r"formerly|was)"
    r"(?![\w-])[\s:.]*",
    re.IGNORECASE,
)


def find_services(sections: Sequence[Section]) -> tuple[Service, ...]:
    """Every row or sentence of the service sections that names a service, in order."""
    drafts: list[ServiceDraft] = []
    seen: set[int] = set()
    last_table: tuple[int, int] | None = None
    last_head: _Head | None = None
    for section in sections:
        category = _CATEGORY.get(section.key, "special-education")
        own = [b for b in section.blocks if id(b) not in seen]
        used: set[int] = set()
        before = len(drafts)
        head: _Head | None = None
        for grid in joined(grids_of(own)):
            if head is None and (grid.page, grid.table) == last_table:
                head = last_head  # a row such as "Related services" opened a section in the middle of the table
            found, head = _from_grid(grid, category, head, (grid.page, grid.table) == last_table)
            last_table, last_head = (grid.page, grid.table), head
            if found is not None:
                drafts += found
                used.update(id(b) for b in grid.blocks)
        seen.update(used)
        rest = [b for b in own if id(b) not in used]
        if section.key != "supplementary-aids":  # there, only a table says what is instruction
            drafts += _from_lines(rest, category, section)
        _date_all(drafts[before:], rest)
        _place_all(drafts[before:], section.heading)
        seen.update(id(b) for b in rest)
    return tuple(finish(d) for d in _distinct(drafts))


def _date_all(drafts: Sequence[ServiceDraft], blocks: Sequence[Block]) -> None:
    """ "All services begin on ... and end on ..." dates those that name no dates of their own."""
    for block in blocks:
        dates = find_dates(block.filled)
        if len(dates) < 1 or not _ALL.match(block.filled):
            continue
        for draft in drafts:
            if not {"start", "end", "dates"} & draft.parts.keys() and not find_dates(draft.text):
                draft.put("dates", block.filled, block.place)


# What cannot be what a service is called, and where a sentence names one all the same.
_NO_NAME = re.compile(
    r"(?:in|on|at|by|for|from|during|after|before|when|while|since|because|until|each|every|if|as|last|this|that|these|"
    r"he|she|they|it|goals?|reviewed|the (?:team|committee|parents?|student|child))\b",
    re.IGNORECASE,
)
_SAID = re.compile(r"\bservices?(?: to be provided)?:\s*(?P<name>[^,;.:\d]{4,60}?)(?=,|;|\.|\s\d|$)", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[a-z0-9)]\.)\s+(?=[A-Z])")
_Head = tuple[dict[int, str], dict[int, str]]  # by column: what it means, and its head as printed
_CHANGE = re.compile(
    r"\s*\b(?:is\s+|are\s+|will\s+be\s+|will\s+)?(?:chang|increas|decreas|reduc|rais|lower)\w+\s+from\s+"
    r"[^.]{3,60}?\s+to\s+(?=\d|one|two|three|four|five)",
    re.IGNORECASE,
)
_SETTING_HEAD = re.compile(
    r"\b(?:(?:with)?in|outside(?: of)?)\s+(?:the\s+)?(?:general|regular|special)\s+education"
    r"(?:\s+(?:class(?:room)?|setting|environment))?"
    r"|\bin\s+other\s+settings",
    re.IGNORECASE,
)


def _place_all(drafts: Sequence[ServiceDraft], heading: str) -> None:
    """A heading such as "Services in the General Education Classroom" says where the services below it take place."""
    said = _SETTING_HEAD.search(heading)
    for draft in drafts:
        if said and "location" not in draft.parts and not place_in(draft.text):
            draft.put("location", re.sub(r"^in\s+(?:the\s+)?", "", said.group(), flags=re.IGNORECASE), draft.place)


def start_with_plan(services: Sequence[Service], sections: Sequence[Section], dates: Dates) -> tuple[Service, ...]:
    """Services of a form that asks for a start date only where it is not the plan's own take the plan's start."""
    says = next((b for s in sections for b in s.blocks if _AS_PLAN.search(b.place.quote)), None)
    start = dates.start if dates.start.filled else dates.meeting
    if says is None or not start.filled or start.value is None:
        return tuple(services)
    begins = filled(start.value, says.place)
    return tuple(
        s if s.start.filled or s.start.state is FieldState.UNCLEAR else replace(s, start=begins) for s in services
    )


def find_loose_services(blocks: Sequence[Block]) -> tuple[Service, ...]:
    """Services in a document without a section for them: sentences with a service word, an amount and how often."""
    drafts = [
        d for d in _from_lines([b for b in blocks if _is_promise(b.filled)], "special-education", None)
        if service_words("service").search(d.name)
    ]  # fmt: skip
    return tuple(finish(d) for d in _distinct(drafts))


def _is_promise(text: str) -> bool:
    measure = read_measure(text)
    return (
        bool(measure.amount and measure.frequency and service_words("service").search(text)) and len(text.split()) < 60
    )


# -- grids -------------------------------------------------------------------------------------------------------------


def _from_grid(
    grid: Grid, category: str, before: _Head | None, same_table: bool
) -> tuple[list[ServiceDraft] | None, _Head | None]:
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
    elif before and grid.rows and max(len(r) for r in grid.rows) >= len(before[0]) - 1 >= (1 if same_table else 2):
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
    _place_all(drafts, above)
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


def _category_row(row: dict[int, GridCell], category: str) -> str:
    """A row that is only the name of another kind of service ("Related services") changes the kind below it."""
    return _named_category(row, category) if len(row) == 1 else category


def _named_category(row: dict[int, GridCell], category: str) -> str:
    match = headings().match(row[min(row)].printed)
    return _CATEGORY[match.key] if match and match.whole and match.key in _CATEGORY else category


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
    name = flat(name_cell.text) if name_cell else ""
    if not name or _GENERIC.match(name) or is_prompt(name) or not any(c.isalpha() for c in name):
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
            value = _with_unit(value, units.get(column, ""))
        draft.put(meaning, value, cell.place if cell else name_cell.place)
    for column, cell in row.items():
        if column not in columns and cell.text:
            texts.append(flat(cell.text))
    draft.text = " | ".join(texts)
    detailed = any(k in draft.parts for k in ("amount", "frequency", "location", "start", "end", "dates", "provider"))
    if not detailed and (not service_words("service").search(name) or len(name.split()) > 14):
        return None
    return draft


def _with_unit(value: str, head: str) -> str:
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


# -- lines -------------------------------------------------------------------------------------------------------------


def _from_lines(blocks: Sequence[Block], category: str, section: Section | None) -> Iterator[ServiceDraft]:
    known = service_labels()
    current: ServiceDraft | None = None
    for block in _by_sentence(blocks):
        text = _CHANGE.sub(", ", flat(block.filled))  # "changes from 30 minutes ... to 60 minutes ...": what holds now
        if not text or is_prompt(text):
            continue
        name = known.name_of(block.label) if block.label else None
        measure = read_measure(boxed_units(text)[0])
        match = headings().match(block.label) if block.label else None
        if match and match.whole and match.key in _CATEGORY:
            category = _CATEGORY[match.key]
        if name and name != "name" and not (match and match.whole):
            if current is not None and block.label.strip().lower() != "date":  # a bare date is that of a signature
                current.put(name, text, block.place)
                current.text = f"{current.text} {block.place.quote}".strip()
            continue
        if name == "name" and not measure.amount:
            if _GENERIC.match(text):
                continue
            if current:
                yield current
            current = ServiceDraft(text.split(";")[0], block.place, category, text=block.place.quote)
            continue
        timed = measure.amount or measure.frequency or service_words("vague-amount").search(text)
        if not timed and not (section is not None and _names_service(block, text)):
            goes_on = current is not None and not block.label and not block.bullet and len(text.split()) < 14
            if current is not None and goes_on and (place_in(text) or find_dates(text)):
                current.text = f"{current.text} {text}"
            continue
        if section is not None and block.label == section.heading:
            own = re.split(r"[,;:–—.]", text, maxsplit=1)[0].strip()
        else:
            own = _name_of(block, text)
        if not own or _GENERIC.match(own) or not any(c.isalpha() for c in own) or len(own.split()) > 16:
            continue
        if not service_words("service").search(own) and (not measure.amount or _NO_NAME.match(own)):
            said = _SAID.search(text)
            if said is None:
                continue
            own = said["name"].strip()
        if re.match(r"(?:progress|report|total|service (?:minutes|times|time)|the service)", own, re.IGNORECASE):
            continue
        if current:
            yield current
        current = ServiceDraft(own, block.place, category, text=f"{block.label}: {text}" if block.label else text)
    if current:
        yield current


def _by_sentence(blocks: Sequence[Block]) -> Iterator[Block]:
    """A paragraph that promises several services, one sentence each, as so many blocks."""
    for block in blocks:
        sentences = _SENTENCE.split(flat(block.filled))
        timed = [s for s in sentences if _is_timed(s)]
        if len(timed) < 2 or any(box in block.text for box in BOXES):
            yield block
            continue
        for number, sentence in enumerate(sentences):
            place = Place(block.place.page, block.place.box, sentence)
            label = block.label if number == 0 and not headings().match(block.label) else ""
            yield replace(block, label=label, text=sentence, filled=sentence, place=place)


def _is_timed(sentence: str) -> bool:
    measure = read_measure(sentence)
    return bool(measure.amount and service_words("service").search(sentence))


def _names_service(block: Block, text: str) -> bool:
    """A label that names a service, with a date or with place and provider behind it, but no amount: a gap in the
    plan, and no reason to leave the service out."""
    if not block.label or not service_words("service").search(block.label) or _GENERIC.match(text):
        return False
    return bool(find_dates(text)) or bool(place_in(text) and service_words("role").search(text))


def _name_of(block: Block, text: str) -> str:
    """What the service is called: the label, or the words before the amount, or the object of "will receive"."""
    if block.label:
        return re.sub(r"^\s*\(?\d{1,2}[.)]\s*", "", block.label)
    promise = _PROMISE.search(text)
    if promise:
        return re.sub(r"^(?:an?|the)\s+", "", promise["name"].strip())
    text = re.sub(r"^\s*\(?\d{1,2}[.)]\s*", "", text)
    subject = re.match(r"^(?:an?|the)\s+(?P<who>[^.;,]{4,60}?)\s+will\b", text, re.IGNORECASE)
    if subject and (service_words("service").search(subject["who"]) or service_words("role").search(subject["who"])):
        return subject["who"]
    head = re.split(
        rf"\s*(?=[{BOXES}])|"
        r"\s*[,;:–—]\s|\s+-\s+|\s+(?=\d)|\s+(?:for|is\s+provided|are\s+provided|provided|delivered|will\s+be|at\s+least)\b|"
        r"\s+(?=(?:once|twice|daily|weekly|monthly|one|two|three|four|five)\b)",
        text, maxsplit=1, flags=re.IGNORECASE,
    )[0]  # fmt: skip
    return head.strip(" .,-–—")


def _distinct(drafts: Sequence[ServiceDraft]) -> list[ServiceDraft]:
    """Without the same service said twice in the same amount ("... is provided 150 minutes weekly")."""
    kept: list[ServiceDraft] = []
    for draft in drafts:
        minutes = read_measure(draft.text).minutes_per_week
        twin = next(
            (k for k in kept if k.name.lower() == draft.name.lower() and "frequency" not in draft.parts
             and minutes is not None and read_measure(k.text).minutes_per_week == minutes),
            None,
        )  # fmt: skip
        if twin is None:
            kept.append(draft)
        elif "location" not in twin.parts:
            twin.text = f"{twin.text} {draft.text}"
    return kept
