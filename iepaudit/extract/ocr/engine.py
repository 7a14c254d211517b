"""The recognizer: Tesseract through tesserocr, with the English model of the extra `ocr`. Never downloads."""

from __future__ import annotations

import os
import site
import sys
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

DPI = 300
HOW_TO_GET = "pip install 'iepaudit[ocr]', then run again with --ocr auto"
_PAGE_MILLISECONDS = 60_000
_SYSTEM = ("/usr/share/tesseract-ocr/5/tessdata", "/usr/share/tesseract-ocr/4.00/tessdata", "/usr/share/tessdata")
# Of the height from the lowest descender to the highest ascender, as a share of the size of the font.
_ROW_OF_SIZE = 0.93


@dataclass(frozen=True, slots=True)
class Seen:
    """A word as recognized, in pixels. `confidence` runs from 0 to 1; `size` is that of the font."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    confidence: float
    line: int  # which line of the page it stands on, as the recognizer counts them


@cache
def model_folder() -> Path | None:
    """The folder with the English model, None when there is none."""
    named = os.environ.get("TESSDATA_PREFIX")
    bases = [Path(sys.prefix), Path(sys.base_prefix)]
    if site.ENABLE_USER_SITE:
        bases.append(Path(site.getuserbase()))
    folders = ([Path(named)] if named else []) + [b / "share" / "tessdata" for b in bases] + [Path(p) for p in _SYSTEM]
    return next((f for f in folders if (f / "eng.traineddata").is_file()), None)


def available() -> bool:
    """Whether pages can be recognized on this machine."""
    return find_spec("tesserocr") is not None and find_spec("PIL") is not None and model_folder() is not None


class Engine:
    """A loaded model; `close` gives its memory back."""

    def __init__(self) -> None:
        os.environ["OMP_THREAD_LIMIT"] = "1"  # several threads make one page many times slower; pages run in parallel
        import tesserocr

        self._tesserocr: Any = tesserocr
        self._folder = str(model_folder())
        self._reader = tesserocr.PyTessBaseAPI(
            path=self._folder, lang="eng", psm=tesserocr.PSM.AUTO, oem=tesserocr.OEM.LSTM_ONLY
        )
        self._reader.SetVariable("debug_file", os.devnull)
        self._turner: Any = None

    def close(self) -> None:
        self._reader.End()
        if self._turner is not None:
            self._turner.End()

    def read_line(self, gray: NDArray[np.uint8]) -> list[Seen]:
        """The words of one line that was cut out of a page."""
        self._reader.SetPageSegMode(self._tesserocr.PSM.SINGLE_LINE)
        try:
            return self.read(gray)
        finally:
            self._reader.SetPageSegMode(self._tesserocr.PSM.AUTO)

    def read(self, gray: NDArray[np.uint8]) -> list[Seen]:
        """The words of an upright page at 300 dots per inch."""
        self._load(self._reader, gray)
        try:
            if not self._reader.Recognize(_PAGE_MILLISECONDS):
                return []
            words = self._reader.GetIterator()
            level = self._tesserocr.RIL
            if words is None:
                return []
            found: list[Seen] = []
            line = 0
            for word in self._tesserocr.iterate_level(words, level.WORD):
                line += bool(word.IsAtBeginningOf(level.TEXTLINE))
                seen = self._seen(word, level, line)
                if seen is not None:
                    found.append(seen)
            return found
        finally:
            self._reader.Clear()

    def _seen(self, word: Any, level: Any, line: int) -> Seen | None:
        place = word.BoundingBox(level.WORD)
        text = (word.GetUTF8Text(level.WORD) or "").strip() if place else ""
        if not text:
            return None
        x0, top, x1, bottom = place
        row = word.RowAttributes()
        height = row["row_height"]
        base_line = word.Baseline(level.WORD)
        flat = base_line and abs(base_line[1][0] - base_line[0][0]) >= abs(base_line[1][1] - base_line[0][1])
        if base_line and flat and height > 0:
            base = (base_line[0][1] + base_line[1][1]) / 2
            top, bottom = base - (height + row["descenders"]), base - row["descenders"]
        else:
            height = bottom - top
        return Seen(text, x0, top, x1, bottom, height / _ROW_OF_SIZE, word.Confidence(level.WORD) / 100, line)

    def turn(self, gray: NDArray[np.uint8]) -> int:
        """By how many quarters clockwise the page must be turned to stand upright; 0 when that cannot be told."""
        if self._turner is None:
            if not (Path(self._folder) / "osd.traineddata").is_file():
                return 0
            psm = self._tesserocr.PSM
            self._turner = self._tesserocr.PyTessBaseAPI(path=self._folder, lang="osd", psm=psm.OSD_ONLY)
            self._turner.SetVariable("debug_file", os.devnull)
        self._load(self._turner, gray)
        try:
            found = self._turner.DetectOS()
        except RuntimeError:
            return 0
        finally:
            self._turner.Clear()
        return -int(found["orientation"]) % 4 if found and found["oconfidence"] > 1 else 0

    @staticmethod
    def _load(reader: Any, gray: NDArray[np.uint8]) -> None:
        height, width = gray.shape
        reader.SetImageBytes(gray.tobytes(), width, height, 1, width)
        reader.SetSourceResolution(DPI)
