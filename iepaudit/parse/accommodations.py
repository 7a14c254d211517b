"""Accommodations, modifications and aids, for the classroom and for tests: list items, rows, marked options."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from iepaudit.model.document import CHECKED
from iepaudit.model.field import Field, Place, filled
from iepaudit.model.iep import NOT_STATED, Accommodation, Block, Section
from iepaudit.parse.patterns import pattern
from iepaudit.parse.tables import Grid, GridCell, grids_of
from iepaudit.segment.known_headings import headings
from iepaudit.segment.known_labels import Labels, service_labels
from iepaudit.segment.label import BOXES
from iepaudit.segment.prompts import is_prompt

_TESTING = re.compile(r"\b(?:test(?:s|ing)?|assessments?|exam(?:s|ination)?s?|ex[aá]men(?:es)?)\b", re.IGNORECASE)
_NONE = re.compile(
    r"^(?:n/?a|none|no|not applicable|none needed|no accommodations?(?: (?:are )?needed)?|ninguna?)\W*$", re.IGNORECASE
)
_NOTES = re.compile(
    r"^(?:applicability|applies|when|where|setting|location|frequency|classes|subjects?)$", re.IGNORECASE
)
_MARK = re.compile(rf"[xX✓✔✗•●*\-–—{BOXES}\s]*")
_ANY_HEAD = re.compile(
    r"(?:descriptions?|items?|types?|services?|names?|what|descripción)(?: of (?:services?|items?))?"
)
_AID_HEAD = ("aid", "accommodation", "modification", "support", "adaptación", "ayuda", "apoyo")


def find_accommodations(sections: Sequence[Section]) -> tuple[Accommodation, ...]:
    """All accommodations of the sections for aids and for assessments, in order."""
    found: list[Accommodation] = []
    seen: set[int] = set()
    for section in sections:
        category = "testing" if section.key == "assessment" or _TESTING.search(section.heading) else "classroom"
        if section.key == "supplementary-aids" and _TESTING.search(section.heading) and _both(section.heading):
            category = "both"
        own = [b for b in section.blocks if id(b) not in seen]
        used: set[int] = set()
        for grid in grids_of(own):
            rows = _from_grid(grid, category)
            if rows is not None:
                found += rows
                used.update(id(b) for b in grid.blocks)
        found += _from_blocks([b for b in own if id(b) not in used], category, section.key == "assessment")
        seen.update(id(b) for b in own)
    return tuple(found)


def _both(heading: str) -> bool:
    return bool(re.search(r"instruction|classroom|educational", heading, re.IGNORECASE))


def _from_grid(grid: Grid, category: str) -> list[Accommodation] | None:
    known = service_labels()
    for number, row in enumerate(grid.rows[:3]):
        heads = {c: cell.printed.lower() for c, cell in row.items()}
        meaning = {c: _meaning(cell.printed, known) for c, cell in row.items()}
        column = next((c for c, text in heads.items() if any(w in text for w in _AID_HEAD)), None)
        if column is None and {"frequency", "location"} & set(meaning.values()):
            column = next((c for c, text in heads.items() if _ANY_HEAD.fullmatch(text.strip())), None)
        if len(row) < 2 or column is None or any(len(t.split()) > 10 for t in heads.values()):
            continue
        rows: list[Accommodation] = []
        for cells in grid.rows[number + 1 :]:
            cell = cells.get(column)
            if cell is None or not cell.text or _NONE.match(cell.text) or is_prompt(cell.text):
                continue
            text = " ".join(cell.text.split())
            where = next((c for c, m in meaning.items() if m == "location" and c in cells), None)
            often = next((c for c, m in meaning.items() if m == "frequency" and c in cells), None)
            rows.append(
                Accommodation(
                    re.sub(r"^\d{1,2}[.)]\s+", "", text), Place(cell.place.page, cell.place.box, text),
                    _category(text, category), _cell(cells, often), _cell(cells, where),
                )
            )  # fmt: skip
        return rows
    return _marked(grid, category)


def _marked(grid: Grid, category: str) -> list[Accommodation] | None:
    """The first column of a grid whose other columns hold marks below heads such as subjects, and nothing else."""
    heads, body = grid.rows[0], [row for row in grid.rows[1:] if 0 in row]
    cells = [cell for row in grid.rows[1:] for c, cell in row.items() if c > 0]
    if 0 in heads or len(heads) < 2 or not cells or not all(_MARK.fullmatch(cell.printed) for cell in cells):
        return None
    texts = [(" ".join(row[0].text.split()), row[0].place) for row in body]
    return [
        Accommodation(text, Place(place.page, place.box, text), _category(text, category))
        for text, place in texts
        if text and not _NONE.match(text) and not is_prompt(text)
    ]


def _meaning(head: str, known: Labels) -> str | None:
    name = known.name_of(head)
    if name in ("frequency", "amount", "circumstance"):
        return "frequency"
    return name


def _cell(cells: dict[int, GridCell], column: int | None) -> Field[str]:
    if column is None or not cells[column].text:
        return NOT_STATED
    return filled(" ".join(cells[column].text.split()), cells[column].place)


def _from_blocks(blocks: Sequence[Block], category: str, testing_only: bool) -> Iterator[Accommodation]:
    for block in blocks:
        text = block.filled
        if not text or _NONE.match(text) or (is_prompt(text) and not block.label):
            continue
        if (block.label and _NOTES.match(block.label)) or service_labels().name_of(text):
            continue
        if text[0].islower() and not block.bullet:  # the rest of a printed line
            continue
        label = headings().match(block.label) if block.label else None
        own = _category(block.label, category) if label and label.whole else category
        if any(box in text for box in BOXES):
            for option in re.findall(rf"{CHECKED}\s*([^{BOXES}]+)", text):
                if len(option.split()) >= 2 and not pattern("accommodations", "only-claimed").search(option):
                    yield _one(option.strip(" ;,."), block, own)
            continue
        items = _items(text) if not block.bullet else [text]
        for item in items:
            if testing_only and not pattern("accommodations", "testing").search(item):
                continue
            if any(c.isalpha() for c in item):
                yield _one(item, block, own)


def _items(text: str) -> list[str]:
    """ "Extended time; small group; calculator" -> three items; a sentence stays one."""
    parts = [p.strip() for p in re.split(r";|\n|•", text) if p.strip()]
    return parts if len(parts) > 1 else [text]


def _one(text: str, block: Block, category: str) -> Accommodation:
    text = re.sub(r"^\d{1,2}[.)]\s+", "", text)
    return Accommodation(text, Place(block.place.page, block.place.box, text), _category(text, category))


def _category(text: str, usual: str) -> str:
    if not _TESTING.search(text):
        return usual
    if usual == "classroom" and re.search(r"\bclass(?:room)?|assignments?|homework|quiz", text, re.IGNORECASE):
        return "both" if re.search(r"state|district", text, re.IGNORECASE) else "classroom"
    return "testing" if usual == "classroom" and re.search(r"state|district", text, re.IGNORECASE) else usual
