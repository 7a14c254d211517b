"""Pages of long files, packed: as words and boxes a page takes some fifteen times the room."""

from __future__ import annotations

import io
import pickle
import zlib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from sys import intern
from typing import overload

from iepaudit.model.document import Page, Word, WordSource
from iepaudit.model.geometry import Box

PLAIN = 100  # pages at the start that stay as they are, so that files as families have them cost nothing more


class PageStore(Sequence[Page]):
    """The pages of a file in order. Each access to a packed page makes it anew, so its lines and words are to be told
    by value, or within one access."""

    def __init__(self, pages: Iterable[Page] = ()) -> None:
        self._held: list[Page | bytes] = []
        for page in pages:
            self.append(page)

    def append(self, page: Page) -> None:
        self._held.append(page if len(self._held) < PLAIN else _packed(page))

    def put(self, index: int, page: Page) -> None:
        """Another page in the place of the one at `index`."""
        self._held[index] = page if index < PLAIN else _packed(page)

    def __len__(self) -> int:
        return len(self._held)

    @overload
    def __getitem__(self, index: int) -> Page: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Page, ...]: ...

    def __getitem__(self, index: int | slice) -> Page | tuple[Page, ...]:
        if isinstance(index, slice):
            return tuple(map(_plain, self._held[index]))
        return _plain(self._held[index])


def kept(pages: Iterable[Page]) -> Sequence[Page]:
    """The pages of a whole file: a tuple when none has to be packed."""
    store = PageStore(pages)
    return store if len(store) > PLAIN else store[:]


class _Pickler(pickle.Pickler):
    """Words and boxes, which are nearly all of a page, by their fields: the way of dataclasses is five times slower."""

    def __init__(self, file: io.BytesIO) -> None:
        super().__init__(file, pickle.HIGHEST_PROTOCOL)
        self.dispatch_table = {
            Word: lambda w: (_word, (w.text, w.box, w.size, w.bold, w.source, w.confidence)),
            Box: lambda b: (_box, (b.x0, b.top, b.x1, b.bottom)),
        }


def _word(text: str, box: Box, size: float, bold: bool, source: WordSource, confidence: float) -> Word:
    return Word(intern(text), box, _same(size), bold, source, _same(confidence))


def _box(x0: float, top: float, x1: float, bottom: float) -> Box:
    return Box(x0, _same(top), x1, _same(bottom))


@lru_cache(maxsize=1_000)
def _same(number: float) -> float:
    """One object for equal numbers: words of one line share their top and bottom, and nearly all their size."""
    return number


def _packed(page: Page) -> bytes:
    made = io.BytesIO()
    _Pickler(made).dump(page)
    return zlib.compress(made.getbuffer(), 1)


def _plain(held: Page | bytes) -> Page:
    if isinstance(held, Page):
        return held
    page: Page = pickle.loads(zlib.decompress(held))  # noqa: S301 - what this very process has packed
    return page
