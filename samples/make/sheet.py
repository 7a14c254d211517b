"""A small writer for the shorter samples: titles, headings, label and value lines, tables, goals and services."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, PageBreak

from kit import Pen, gap, grid, style
from truth import Truth

ALL = "timeframe condition behavior criterion method baseline"


class Sheet:
    """Collects flowables and, with them, the truth. `face` is one of Helvetica, Times, Courier."""

    def __init__(
        self,
        pen: Pen,
        truth: Truth,
        face: str = "Helvetica",
        size: float = 10,
        *,
        wide: float = 504,
        caps: bool = False,
    ) -> None:
        regular = {"Helvetica": "Helvetica", "Times": "Times-Roman", "Courier": "Courier"}[face]
        self.pen, self.truth, self.wide, self.caps = pen, truth, wide, caps
        self.body: ParagraphStyle = style(regular, size, spaceAfter=4)
        self.bold = style(f"{face}-Bold", size)
        self.head = style(f"{face}-Bold", size + 1.5, spaceBefore=9, spaceAfter=3)
        self.top = style(f"{face}-Bold", size + 5, alignment=1, spaceAfter=4)
        self.center = style(regular, size, alignment=1, spaceAfter=6)
        self.flow: list[Flowable] = []

    def add(self, *flowables: Flowable) -> None:
        self.flow += flowables

    def title(self, text: str, *under: str) -> None:
        self.add(self.pen.p(text, self.top), *[self.pen.p(u, self.center) for u in under])

    def h(self, text: str, key: str = "", state: str = "filled") -> None:
        shown = text.upper() if self.caps else text
        self.add(self.pen.p(shown, self.head, self.truth.section(key, shown, state) if key else None))

    def p(self, *texts: str) -> None:
        self.add(*[self.pen.p(t, self.body) for t in texts])

    def kv(self, *pairs: tuple[str, str]) -> None:
        self.add(*[self.pen.p(f"<b>{a}:</b> {b}", self.body) for a, b in pairs])

    def bullets(self, *texts: str, accommodations: bool = False) -> None:
        self.add(*[self.pen.p(f"• {t}", style(self.body.fontName, self.body.fontSize, leftIndent=14)) for t in texts])
        if accommodations:
            self.truth.accommodations += texts

    def table(self, rows: Sequence[Sequence[Any]], shares: Sequence[float], head: bool = True) -> None:
        """Rows of strings or flowables; `shares` are parts of the width and add up to 1."""
        cells = [
            [self.pen.p(c, self.bold if head and i == 0 else self.body) if isinstance(c, str) else c for c in r]
            for i, r in enumerate(rows)
        ]
        self.add(grid(cells, [s * self.wide for s in shares], 1 if head else 0), gap(6))

    def goal(
        self, label: str, text: str, area: str, has: str = ALL, *lines: tuple[str, str], measurable: bool = True, objectives: Sequence[str] = (), **more: Any
    ) -> None:  # fmt: skip
        mark = self.truth.goal(
            text, area, has, measurable=measurable, **more, **({"objectives": list(objectives)} if objectives else {})
        )
        self.add(self.pen.p(f"<b>{label}</b> {text}", self.body, mark))
        inset = style(self.body.fontName, self.body.fontSize, leftIndent=16)
        self.add(*[self.pen.p(f"{chr(97 + i)}. {o}", inset) for i, o in enumerate(objectives)])
        self.add(*[self.pen.p(f"<i>{a}:</i> {b}", inset) for a, b in lines], gap(4))

    def services(
        self, heads: Sequence[str], rows: Sequence[tuple[dict[str, Any], Sequence[str]]], shares: Sequence[float]
    ) -> None:
        """Rows of (facts for the truth with `name` and `minutes`, printed cells)."""
        cells: list[list[Any]] = [list(heads)]
        for facts, printed in rows:
            mark = self.truth.service(
                facts["name"], facts["minutes"], **{k: v for k, v in facts.items() if k not in ("name", "minutes")}
            )
            cells.append([self.pen.p(printed[0], self.body, mark), *printed[1:]])
        self.table(cells, shares)

    def service(self, sentence: str, name: str, minutes: int | None, **facts: Any) -> None:
        """A service promised in a sentence."""
        mark = self.truth.service(name, minutes, **facts)
        self.add(self.pen.p(sentence, self.body, mark))

    def page(self) -> None:
        self.add(PageBreak())

    def done(self) -> tuple[Truth, list[Flowable]]:
        return self.truth, self.flow
