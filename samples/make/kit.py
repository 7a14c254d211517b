"""What every sample is made with: fonts, paragraph styles, tables with marks, and a build that gives the same bytes each time.

A `Mark` is a key on a paragraph; the build tells on which page each key came to stand, so that the expected files
state pages that the layout itself decided.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pikepdf
from reportlab import rl_config
from reportlab.lib import colors
from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph, Spacer, Table, TableStyle

# Plain streams: no dependence on the zlib at hand, and a change in a sample can be read in its diff.
rl_config.useA85 = 0
rl_config.pageCompression = 0
rl_config.invariant = 1

HERE = Path(__file__).parent
BOX_FONT = "FormBoxes"
GREY = colors.Color(0.85, 0.85, 0.85)
LIGHT = colors.Color(0.93, 0.93, 0.93)
pdfmetrics.registerFont(TTFont(BOX_FONT, str(HERE / "FormBoxes.ttf")))

Cellish = Any
Drawer = Callable[[Canvas, int, int], None]


def style(font: str = "Helvetica", size: float = 9.5, **more: Any) -> ParagraphStyle:
    """A paragraph style with leading and spacing that suit forms."""
    settings: dict[str, Any] = {"leading": size * 1.24, "spaceAfter": 3}
    return ParagraphStyle(f"{font}{size}", fontName=font, fontSize=size, **(settings | more))


class Marked(Paragraph):
    """A paragraph that notes the page on which it begins."""

    key: str | None = None
    pages: dict[str, int] | None = None

    def draw(self) -> None:
        if self.key is not None and self.pages is not None:
            self.pages.setdefault(self.key, self.canv.getPageNumber())
        super().draw()

    def split(self, width: float, height: float) -> list[Flowable]:
        parts: list[Any] = super().split(width, height)
        if parts:
            parts[0].key, parts[0].pages = self.key, self.pages
        return parts


def box(on: bool, kind: str = "cross") -> str:
    """Markup for a check box glyph: kind cross gives ☒/☐, tick ☑/☐, square ■/□."""
    full, empty = {"cross": "☒☐", "tick": "☑☐", "square": "■□"}[kind]
    return f'<font name="{BOX_FONT}">{full if on else empty}</font>'


class DrawnBox(Flowable):
    """A check box drawn with lines, with a diagonal cross when it is on: no character stands for it."""

    def __init__(self, on: bool, size: float = 8) -> None:
        super().__init__()
        self.on, self.size = on, size
        self.width = self.height = size

    def draw(self) -> None:
        self.canv.setLineWidth(0.7)
        self.canv.rect(0, 0, self.size, self.size)
        if self.on:
            self.canv.line(1, 1, self.size - 1, self.size - 1)
            self.canv.line(1, self.size - 1, self.size - 1, 1)


def rule_style(head: int = 0, *more: Sequence[Any], pad: float = 3, line: float = 0.6) -> TableStyle:
    """Ruled cells, the first `head` rows shaded."""
    commands: list[Any] = [
        ("GRID", (0, 0), (-1, -1), line, colors.black),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), min(pad, 3) + 1),
        ("RIGHTPADDING", (0, 0), (-1, -1), min(pad, 3) + 1),
        ("TOPPADDING", (0, 0), (-1, -1), pad),
        ("BOTTOMPADDING", (0, 0), (-1, -1), pad),
    ]
    if head:
        commands.append(("BACKGROUND", (0, 0), (-1, head - 1), GREY))
    return TableStyle([*commands, *more])


def grid(
    rows: Sequence[Sequence[Cellish]], widths: Sequence[float], head: int = 0, *more: Sequence[Any], **kw: Any
) -> Table:
    """A ruled table. `repeat` (default 0) rows of its head come again on each page it runs over."""
    repeat = kw.pop("repeat", 0)
    pad, line = kw.pop("pad", 3), kw.pop("line", 0.6)
    table = Table([list(r) for r in rows], colWidths=list(widths), repeatRows=repeat, **kw)
    table.setStyle(rule_style(head, *more, pad=pad, line=line))
    return table


def gap(points: float = 6) -> Spacer:
    return Spacer(1, points)


def build(
    make_story: Callable[[dict[str, int]], list[Flowable]],
    furniture: Drawer | None = None,
    *,
    title: str,
    size: tuple[float, float] = letter,
    margins: tuple[float, float, float, float] = (50, 50, 50, 54),
    columns: dict[str, int] | None = None,
) -> tuple[bytes, dict[str, int]]:
    """The PDF's bytes, and the page of each mark. `furniture(canvas, page, pages)` draws headers and footers.

    `margins` are left, top, right, bottom in points. `columns` names further page templates with 2 columns.
    The story is made and laid out twice: the first pass only counts the pages.
    """
    total = 0
    pages: dict[str, int] = {}
    data = b""
    for _ in range(2):
        pages = {}
        out = io.BytesIO()
        left, top, right, bottom = margins
        width, height = size[0] - left - right, size[1] - top - bottom
        doc = BaseDocTemplate(
            out, pagesize=size, title=title, author="Fictional sample", invariant=1, pageCompression=0
        )

        def on_page(canvas: Canvas, template: BaseDocTemplate, count: int = total) -> None:
            canvas.saveState()
            if furniture is not None:
                furniture(canvas, canvas.getPageNumber(), count)
            canvas.restoreState()

        templates = [PageTemplate("one", [Frame(left, bottom, width, height, 0, 0, 0, 0)], onPage=on_page)]
        for name, number in (columns or {}).items():
            each = (width - 18 * (number - 1)) / number
            frames = [Frame(left + i * (each + 18), bottom, each, height, 0, 0, 0, 0) for i in range(number)]
            templates.append(PageTemplate(name, frames, onPage=on_page))
        doc.addPageTemplates(templates)
        doc.build(make_story(pages))
        total = doc.page
        data = out.getvalue()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return saved(pdf), pages


def saved(pdf: pikepdf.Pdf, **more: Any) -> bytes:
    """The file's bytes, the same whichever version of reportlab laid it out: header, producer and id are our own."""
    pdf.docinfo["/Producer"] = "samples/make"
    if "/ID" in pdf.trailer:
        del pdf.trailer["/ID"]
    out = io.BytesIO()
    settings: dict[str, Any] = {"deterministic_id": True} | more
    pdf.save(out, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable, **settings)
    return out.getvalue()


class Pen:
    """Makes paragraphs whose marks are noted in one `pages` dictionary."""

    def __init__(self, pages: dict[str, int], base: ParagraphStyle) -> None:
        self.pages, self.base = pages, base

    def p(self, text: str, look: ParagraphStyle | None = None, key: str | None = None) -> Marked:
        # Paragraphs collapse spaces; forms keep wide gaps between the pairs that share a line.
        paragraph = Marked(text.replace("  ", "&nbsp; "), look or self.base)
        paragraph.key, paragraph.pages = key, self.pages
        return paragraph


def sample(
    name: str,
    write: Callable[[Pen], tuple[Any, list[Flowable]]],
    base: ParagraphStyle,
    furniture: Drawer | None = None,
    **kw: Any,
) -> dict[str, bytes]:
    """NAME.pdf and expected/NAME.json. `write(pen)` gives the truth and the story, anew for each pass."""
    truths: list[Any] = []

    def story(pages: dict[str, int]) -> list[Flowable]:
        truth, flow = write(Pen(pages, base))
        truths.append((truth, pages))
        return flow

    counted: list[int] = []

    def counting(canvas: Canvas, page: int, pages: int) -> None:
        counted.append(page)
        if furniture is not None:
            furniture(canvas, page, pages)

    data, pages = build(story, counting, title=kw.pop("title", "Individualized Education Program"), **kw)
    truth = truths[-1][0]
    truth.place(pages)
    return {f"{name}.pdf": data, f"expected/{name}.json": truth.as_json(f"{name}.pdf", counted[-1]).encode()}
