"""Text that runs upwards or downwards, as in narrow column heads, made readable line by line."""

from __future__ import annotations

from itertools import pairwise

from iepaudit.extract.line_builder import Draft, draft
from iepaudit.extract.raw import RawPage
from iepaudit.model.document import Word

_UPWARDS = 1
_UPSIDE_DOWN = 2


def turned_lines(raw: RawPage) -> list[Draft]:
    """One draft per turned line, its words in the order in which they are read."""
    drafts: list[Draft] = []
    for turn in (1, 2, 3):
        words = [w for t, w in raw.turned if t == turn]
        if turn == _UPSIDE_DOWN:
            words.sort(key=lambda w: (-round(w.box.bottom / max(4.0, 0.6 * w.size)), -w.box.x0))
        if not words:
            continue
        run = [words[0]]
        for before, word in pairwise(words):
            if _same_line(before, word, turn):
                run.append(word)
            else:
                drafts.append(draft(run, atomic=True, turn=turn))
                run = [word]
        drafts.append(draft(run, atomic=True, turn=turn))
    return drafts


def _same_line(a: Word, b: Word, turn: int) -> bool:
    if turn == _UPSIDE_DOWN:
        return abs(a.box.center[1] - b.box.center[1]) < 0.6 * a.size and -1 < a.box.x0 - b.box.x1 < 1.5 * a.size
    gap = a.box.top - b.box.bottom if turn == _UPWARDS else b.box.top - a.box.bottom
    return abs(a.box.center[0] - b.box.center[0]) < 0.6 * a.size and -0.5 * a.size < gap < 1.5 * a.size
