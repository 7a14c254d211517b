"""Lines of text at a given width, for people; the only place of reports that knows rich."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from iepaudit.model.outcome import Severity
from iepaudit.report.clean import ascii_only, one_line
from iepaudit.report.options import ReportOptions

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

NEEDS = ("rich.console", "rich.table", "rich.text")
READABLE = 120  # columns of running text, however wide the terminal; tables take what there is
COLORS = {Severity.REQUIRED: "red", Severity.GAP: "yellow", Severity.ADVICE: "cyan"}


def bullet(severity: Severity) -> str:
    return {Severity.REQUIRED: "✗", Severity.GAP: "•", Severity.ADVICE: "·"}[severity]


class Page:
    """What is written so far; `done` gives it as text."""

    def __init__(self, options: ReportOptions) -> None:
        from rich.console import Console

        self._unicode = options.unicode
        self._buffer = io.StringIO()
        self._console: Console = Console(
            file=self._buffer,
            width=options.width,
            color_system="standard" if options.color else None,
            no_color=not options.color,
            force_terminal=options.color,
            highlight=False,
            markup=False,
            emoji=False,
            legacy_windows=False,
        )
        self.width = options.width

    def blank(self) -> None:
        self._console.print()

    def rule(self) -> None:
        self._console.print(self._text("─" * self.width, "dim"), overflow="crop")

    def title(self, text: str) -> None:
        self.blank()
        self._console.print(self._text(text, "bold"))

    def line(self, text: str, *, indent: int = 0, style: str = "", mark: str = "", mark_style: str = "") -> None:
        """A paragraph, wrapped, with further lines aligned under the first word."""
        from rich.table import Table

        if not mark and not indent:
            self._console.print(self._text(text, style), width=min(self.width, READABLE))
            return
        grid = Table.grid(padding=(0, 0))
        if indent:
            grid.add_column(width=indent)
        if mark:
            grid.add_column(width=len(mark) + 1, no_wrap=True)
        grid.add_column(overflow="fold")
        cells = ([""] if indent else []) + ([self._text(mark, mark_style or style)] if mark else [])
        grid.add_row(*cells, self._text(text, style))
        self._console.print(grid, width=min(self.width, READABLE))

    def rows(
        self, rows: Sequence[tuple[tuple[str, str], ...]], *, indent: int = 2, stretch: int = 1, right: int = 0
    ) -> None:
        """A table without lines; each cell is (text, style); column `stretch` takes what room there is, and the first
        `right` columns hold numbers."""
        from rich.table import Table

        if not rows:
            return
        grid = Table.grid(padding=(0, 2, 0, 0))
        if indent:
            grid.add_column(width=max(0, indent - 2))
        for number in range(len(rows[0])):
            grid.add_column(
                overflow="fold",
                no_wrap=number != stretch and number != len(rows[0]) - 1,
                justify="right" if number < right else "left",
            )
        for row in rows:
            grid.add_row(*([""] if indent else []), *(self._text(t, s) for t, s in row))
        self._console.print(grid)

    def _text(self, text: str, style: str = "") -> Text:
        from rich.text import Text

        clean = one_line(text) if text.strip() else text
        return Text(clean if self._unicode else ascii_only(clean), style=style)

    def done(self) -> str:
        return "\n".join(line.rstrip() for line in self._buffer.getvalue().split("\n"))
