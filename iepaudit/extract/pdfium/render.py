"""Pages of a PDF as gray bitmaps, for pages whose text can only be seen."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium

from iepaudit.extract.pdf_errors import damaged

if TYPE_CHECKING:
    from numpy.typing import NDArray

DPI = 300  # best for the recognizer, measured at 150, 200 and 300
_MAX_PIXELS = 25_000_000
_PAPER = 11.0  # inches, the long side of letter paper
_PLACED_BY_PIXELS = 110  # dots per inch: below, one pixel was laid down as one point and the page only looks huge
_MAX_DEPTH = 3
_MAX_OBJECTS = 2_000


@dataclass(frozen=True, slots=True)
class Bitmap:
    """One page as seen, without its form values. `scale` is pixels a point, `source_dpi` the resolution of the picture
    that fills the page (0 when none does)."""

    number: int
    gray: NDArray[np.uint8]
    scale: float
    source_dpi: float


def render_pages(path: Path, password: str | None, wanted: Collection[int]) -> Iterator[Bitmap]:
    """The pages with the numbers `wanted` (from 1), one at a time."""
    try:
        document = pypdfium2.PdfDocument(path, password=password)
    except pypdfium2.PdfiumError:
        raise damaged() from None
    try:
        for number in sorted(wanted):
            if not 1 <= number <= len(document):
                continue
            bitmap = _render(document, number)
            if bitmap is not None:
                yield bitmap
    finally:
        document.close()


def _render(document: Any, number: int) -> Bitmap | None:
    try:
        page = document[number - 1]
    except pypdfium2.PdfiumError:
        return None
    try:
        width, height = page.get_size()
        if min(width, height) < 1:
            return None
        pixels = _largest_picture(page)
        scale, source = _scale(width, height, pixels)
        shown = page.render(scale=scale, grayscale=True, may_draw_forms=False)
        gray = np.array(shown.to_numpy(), dtype=np.uint8).reshape(shown.height, shown.width)
        shown.close()
    except (pypdfium2.PdfiumError, ValueError):
        return None
    finally:
        page.close()
    return Bitmap(number, gray, gray.shape[1] / width, source)


def _scale(width: float, height: float, pixels: int) -> tuple[float, float]:
    """Pixels a point, and the resolution of the picture in dots per inch."""
    long_side = max(width, height)
    scale = DPI / 72
    if pixels and pixels / long_side * 72 < _PLACED_BY_PIXELS:
        scale = min(scale, DPI * _PAPER / long_side)
    scale = min(scale, (_MAX_PIXELS / (width * height)) ** 0.5)
    return scale, pixels / (long_side * scale) * DPI


def _largest_picture(page: Any) -> int:
    """The long side in pixels of the picture that covers most of the page, 0 when none covers half of it."""
    area = page.get_width() * page.get_height()
    best, best_area = 0, 0.5 * area
    for n, item in enumerate(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=_MAX_DEPTH)):
        if n >= _MAX_OBJECTS:
            break
        left, bottom, right, top = item.get_bounds()
        covered = abs(right - left) * abs(top - bottom)
        if covered > best_area:
            best, best_area = max(item.get_px_size()), covered
    return best
