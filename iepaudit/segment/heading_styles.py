"""How this document sets the headings of its parts, learned from those that are sure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from iepaudit.segment.blocks import Raw
from iepaudit.segment.known_headings import HeadingMatch
from iepaudit.segment.words import has_numbering

_NOTE = re.compile(r"\([^()]*\)")  # "SUPPLEMENTARY AIDS (all classes)"


class HeadingStyles:
    """What the known headings of this document look like, so that unknown ones can be told from sub-headings."""

    def __init__(self, raws: Sequence[Raw], matches: dict[int, tuple[HeadingMatch | None, float]]) -> None:
        self._raws = raws
        known = [(p, s) for p, (m, s) in matches.items() if m is not None and m.whole and not m.weak and not m.inside]
        strengths = sorted(s for _, s in known)
        self.usual = strengths[len(strengths) // 2] if strengths else 1.0
        self._styles = [self._style(p) for p, _ in known]

    def _style(self, position: int) -> tuple[object, ...]:
        raw = self._raws[position]
        line = raw.first
        letters = [c for c in _NOTE.sub("", raw.text) if c.isalpha()]
        caps = bool(letters) and sum(c.isupper() for c in letters) > 0.9 * len(letters)
        return (line.bold, round(line.size), line.shaded, caps, has_numbering(raw.text))

    def alike(self, position: int, other: int) -> bool:
        """Whether two headings outside of tables, or in bars over them, are set alike, so that neither is part of what
        the other opens."""
        apart = all(
            self._raws[p].heading and (self._raws[p].first.table is None or self._is_bar(p)) for p in (position, other)
        )
        return apart and self._style(position) == self._style(other)

    def _is_bar(self, position: int) -> bool:
        """Whether a shaded line is the first row of a table, alone in it."""
        line, *below = (raw.first for raw in self._raws[position : position + 2])
        beside = any((b.page, b.table, b.row) == (line.page, line.table, 0) for b in below)
        return line.shaded and line.row == 0 and not line.column and not beside

    def ends_section(self, position: int) -> bool:
        """An unknown heading ends a section only when it is set like most known ones, and these stand out."""
        if len(self._styles) < 3:
            return False
        style = self._style(position)
        alike = sum(s == style for s in self._styles)
        stands_out = bool(style[2] or style[4] or style[3]) or (bool(style[0]) and self.usual >= 4)
        return alike * 2 > len(self._styles) and stands_out
