"""Finding words by place without looking at every word of the page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from iepaudit.model.document import Word
from iepaudit.model.geometry import Box

_BAND = 16.0  # points


class WordIndex:
    """Words by the height of their centres. Words can be added and taken out."""

    def __init__(self, words: Iterable[Word]) -> None:
        self._bands: dict[int, dict[int, Word]] = defaultdict(dict)
        for word in words:
            self.add(word)

    def add(self, word: Word) -> None:
        self._bands[int(word.box.center[1] // _BAND)][id(word)] = word

    def remove(self, word: Word) -> None:
        self._bands[int(word.box.center[1] // _BAND)].pop(id(word), None)

    def row(self, top: float, bottom: float) -> Iterator[Word]:
        """The words whose centre lies between two heights."""
        for band in range(int(top // _BAND), int(bottom // _BAND) + 1):
            held = self._bands.get(band)
            if held:
                for word in held.values():
                    middle = (word.box.top + word.box.bottom) / 2
                    if top <= middle <= bottom:
                        yield word

    def inside(self, box: Box) -> list[Word]:
        """The words whose centre lies in `box`."""
        x0, x1 = box.x0, box.x1
        return [w for w in self.row(box.top, box.bottom) if x0 <= (w.box.x0 + w.box.x1) / 2 <= x1]

    def beside(self, box: Box, reach: float = 300.0, right_first: bool = False) -> Word | None:
        """The nearest word left of `box` on its line, else right of it (or right, else left)."""
        left: tuple[float, Word] | None = None
        right: tuple[float, Word] | None = None
        for word in self.row(box.top - 1, box.bottom + 1):
            middle = (word.box.x0 + word.box.x1) / 2
            if middle < box.x0:
                distance = box.x0 - word.box.x1
                if distance < reach and (left is None or distance < left[0]):
                    left = (distance, word)
            elif middle > box.x1:
                distance = word.box.x0 - box.x1
                if distance < reach and (right is None or distance < right[0]):
                    right = (distance, word)
        found = (right or left) if right_first else (left or right)
        return found[1] if found else None


def grown(box: Box, by: float) -> Box:
    return Box(box.x0 - by, box.top - by, box.x1 + by, box.bottom + by)
