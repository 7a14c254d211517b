"""Documents from a few lines of text, so that reading is tested without making a PDF. Nobody in the tests exists.

# Present Levels          a heading: bold and larger
% Present Levels          a heading: bold, on a shaded bar
**Present Levels**        bold words, in the size of the others; also inside a line: **Goal:** ...
Name: Ida   Grade: 4      three spaces or more are a wide gap
| a | b //second line |   a row of a ruled table; `//` begins a new line in its cell
Name: [[Ida Fenn]]        words typed into a form field; `[[]]` is an empty field
    indented              each space in front moves the line to the right
(an empty line)           a gap as between paragraphs
~~~                       a new page
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from textwrap import dedent

from iepaudit.model.document import (
    Cell,
    Document,
    FormField,
    Grade,
    Line,
    Page,
    PageQuality,
    Table,
    Word,
    WordSource,
)
from iepaudit.model.geometry import Box, around
from iepaudit.model.iep import Goal, Iep, Part, Section, Service
from iepaudit.parse import parse_part
from iepaudit.segment import segment

LEFT, TOP, RIGHT = 54.0, 54.0, 558.0
SIZE, PITCH, CHAR, LARGE = 10.0, 12.0, 5.0, 14.0
UNREAD = PageQuality(Grade.UNREADABLE, 0.0, "the page is a picture", "none")
GOOD = PageQuality(Grade.GOOD, 1.0, "", "text")
_MARKED = re.compile(r"\*\*(?P<bold>.+?)\*\*|\[\[(?P<typed>.*?)\]\]")


@dataclass
class _Sheet:
    number: int
    y: float = TOP
    lines: list[Line] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    fields: list[FormField] = field(default_factory=list)
    in_table: bool = False

    def line(self, raw: str, x: float, y: float, *, table: tuple[int, int, int] | None = None) -> None:
        size, shaded, bold = SIZE, False, False
        if raw.startswith("# "):
            raw, size, bold = raw[2:], LARGE, True
        elif raw.startswith("% "):
            raw, shaded, bold = raw[2:], True, True
        words = self._words(raw, x, y, size, bold)
        if not words:
            return
        text = "".join(
            ("" if n == 0 else "   " if word.box.x0 - words[n - 1].box.x1 > 2.5 * CHAR else " ") + word.text
            for n, word in enumerate(words)
        )
        box = around(w.box for w in words)
        index, row, column = table or (None, None, None)
        self.lines.append(
            Line(text, box, self.number, tuple(words), size, all(w.bold for w in words), shaded, index, row, column)
        )

    def _words(self, raw: str, x: float, y: float, size: float, bold: bool) -> list[Word]:
        words: list[Word] = []
        wide = CHAR * size / SIZE

        def add(text: str, strong: bool, source: WordSource) -> None:
            nonlocal x
            for match in re.finditer(r"\S+", text):
                x0 = x + match.start() * wide
                box = Box(x0, y, x0 + len(match.group()) * wide, y + size)
                words.append(Word(match.group(), box, size, strong, source))
            x += len(text) * wide

        last = 0
        for match in _MARKED.finditer(raw):
            add(raw[last : match.start()], bold, WordSource.TEXT)
            if match["bold"] is not None:
                add(match["bold"], True, WordSource.TEXT)
            else:
                place = Box(x, y, x + max(40.0, len(match["typed"]) * wide), y + size)
                name = f"field {len(self.fields) + 1}"
                self.fields.append(FormField(name, "text", match["typed"], place, self.number))
                add(match["typed"], bold, WordSource.FIELD)
            last = match.end()
        add(raw[last:], bold, WordSource.TEXT)
        return words

    def row(self, raw: str) -> None:
        cells = [cell.strip() for cell in raw.strip().strip("|").split("|")]
        if not self.in_table:
            self.tables.append(Table(Box(LEFT, self.y, RIGHT, self.y), ()))
            self.in_table = True
        table = self.tables[-1]
        number, width = len(table.rows), (RIGHT - LEFT) / len(cells)
        height = PITCH * max(len(cell.split("//")) for cell in cells) + 4
        made: list[Cell | None] = []
        for column, cell in enumerate(cells):
            x0 = LEFT + column * width
            for count, text in enumerate(cell.split("//")):
                self.line(
                    text.strip(), x0 + 2, self.y + 2 + count * PITCH, table=(len(self.tables) - 1, number, column)
                )
            made.append(Cell(cell.replace("//", "\n"), Box(x0, self.y, x0 + width, self.y + height), number, column))
        self.y += height
        box = Box(table.box.x0, table.box.top, table.box.x1, self.y)
        self.tables[-1] = Table(box, (*table.rows, tuple(made)))

    def take(self, raw: str) -> None:
        if raw.lstrip().startswith("|"):
            self.row(raw)
            return
        self.in_table = False
        if raw.lstrip().startswith("^ "):
            text = raw.strip()[2:]
            self.line(text, LEFT + (len(raw) - len(raw.lstrip())) * CHAR, self.y - PITCH / 2)
        elif raw.strip():
            text = raw.strip()
            self.line(text, LEFT + (len(raw) - len(raw.lstrip())) * CHAR, self.y)
            self.y += PITCH * (LARGE / SIZE if text.startswith("# ") else 1)
        else:
            self.y += PITCH


def document(
    text: str,
    *,
    unread: Collection[int] = (),
    labels: Mapping[int, str] | None = None,
    running: Mapping[int, str] | None = None,
    format: str = "pdf",
) -> Document:
    """The document that `text` draws. `unread`: pages whose words cannot be read; `labels`: page labels as printed;
    `running`: running headers."""
    assert "\f" not in text, "a new page is ~~~ here"
    sheets = [_Sheet(1)]
    for raw in dedent(text).strip("\n").split("\n"):
        if raw.strip() == "~~~":
            sheets.append(_Sheet(len(sheets) + 1))
        else:
            sheets[-1].take(raw)
    pages = []
    for sheet in sheets:
        lost = sheet.number in unread
        header = _Sheet(sheet.number)
        if running and sheet.number in running:
            header.line(running[sheet.number], LEFT, 24)
        pages.append(
            Page(
                number=sheet.number,
                width=612.0,
                height=max(792.0, sheet.y + TOP),
                lines=() if lost else tuple(sheet.lines),
                tables=() if lost else tuple(sheet.tables),
                fields=() if lost else tuple(sheet.fields),
                check_boxes=(),
                quality=UNREAD if lost else GOOD,
                label=(labels or {}).get(sheet.number, ""),
                running=tuple(header.lines),
            )
        )
    return Document(tuple(pages), format, "test")


def parts(text: str, **more: object) -> tuple[Part, ...]:
    return segment(document(text, **more))  # type: ignore[arg-type]


def part(text: str, **more: object) -> Part:
    """The one document that `text` holds."""
    found = parts(text, **more)
    assert len(found) == 1, [p.title for p in found]
    return found[0]


def plan(text: str, **more: object) -> Iep:
    """The plan that `text` draws, read from beginning to end."""
    made = document(text, **more)  # type: ignore[arg-type]
    return parse_part(made, segment(made)[0])


def keys(found: Part) -> list[str]:
    return [s.key for s in found.sections]


def section(found: Part | Iep, key: str) -> Section:
    """The first section with this key; fails with the keys that are there."""
    own = [s for s in found.sections if s.key == key]
    assert own, f"no {key} among {[s.key for s in found.sections]}"
    return own[0]


# A plan with all that is needed to be taken for one, to put other things behind. Ida Fenn is invented.
COVER = """\
# Individualized Education Program (IEP)

Student Name: Ida Fenn   Date of Birth: 05/14/2016
Grade: 4   Meeting Date: 03/02/2026
IEP Start Date: 03/09/2026   IEP End Date: 03/01/2027

"""


def goals(text: str) -> tuple[Goal, ...]:
    """The goals of a plan in whose part for them the text stands."""
    found = plan(f"{COVER}# Measurable Annual Goals\n\n{text}").goals
    assert found is not None
    return found


def services(body: str) -> tuple[Service, ...]:
    """The services of a plan with the text between its cover and its placement."""
    return plan(f"{COVER}{body}\n\n# Placement\nIda leaves class because she needs instruction.\n").services or ()


def services_under_heading(text: str) -> tuple[Service, ...]:
    return services(f"# Special Education and Related Services\n{text}")


def weekly(found: Iterable[Service]) -> list[tuple[str, int | None]]:
    """Names of services with their minutes per week."""
    return [(s.name, s.minutes_per_week) for s in found]
