"""Photographs and scans in picture files -> Document, through OCR; a TIFF file may hold many pages."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

from iepaudit.extract.ocr.engine import DPI, available
from iepaudit.extract.ocr.pages import ASK, ASK_INSTALLED, NOT_INSTALLED, engine, read_picture
from iepaudit.extract.running import set_aside
from iepaudit.model.document import Document, Grade, Page, PageQuality
from iepaudit.model.errors import FileDamaged, FileTooLarge, FileUnsupported

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from iepaudit.extract import ReadOptions

_FORMATS = ["PNG", "JPEG", "TIFF", "HEIF"]
_MOST_PIXELS = 150_000_000  # of one page as stored
_PAPER = 11.0  # inches, the long side that a picture without a believable resolution is taken to show
_LEAST_PAPER, _MOST_PAPER = 5.0, 18.0
_LEAST_DPI = 60  # fewer dots an inch of paper show no letters
_HEIC = (
    "This is a HEIC photograph, which cannot be opened here; save it as JPEG, or run pip install 'iepaudit[ocr]' first."
)


def read_image(path: Path, options: ReadOptions) -> Document:
    """Reads a picture file. Without OCR its pages are unreadable, and a note says how to get it. Raises FileDamaged,
    FileTooLarge or FileUnsupported."""
    import PIL.Image

    heif = _with_heif()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with PIL.Image.open(path, formats=_FORMATS if heif else _FORMATS[:-1]) as picture:
                return _read(picture, options)
    except PIL.UnidentifiedImageError:
        with path.open("rb") as file:
            if file.read(8)[4:] == b"ftyp":
                raise FileUnsupported(_HEIC) from None
        raise _damaged() from None
    except PIL.Image.DecompressionBombError:
        raise _too_large() from None
    except (OSError, SyntaxError, ValueError, EOFError, AttributeError):
        raise _damaged() from None


def _with_heif() -> bool:
    try:
        import pi_heif
    except ImportError:
        return False
    pi_heif.register_heif_opener()
    return True


def _read(picture: Any, options: ReadOptions) -> Document:
    count = getattr(picture, "n_frames", 1) if picture.format == "TIFF" else 1
    if count > options.max_pages:
        raise FileTooLarge(f"The file has {count:,} pages, more than the limit of {options.max_pages:,}; split it.")
    if options.ocr == "off" or not available():
        note = NOT_INSTALLED if options.ocr != "off" else ASK_INSTALLED if available() else ASK
        quality = PageQuality(Grade.UNREADABLE, 0.0, "this page is a picture without text", "none")
        pages = [Page(n + 1, 612.0, 792.0, (), (), (), (), quality) for n in range(count)]
        return Document(tuple(pages), "image", "none", (note,))
    pages = []
    with engine() as reader:
        for n in range(count):
            if count > 1:
                picture.seek(n)
            if picture.width * picture.height > _MOST_PIXELS:
                raise _too_large()
            gray, source_dpi = _gray(picture)
            pages.append(read_picture(reader, gray, n + 1, DPI / 72, source_dpi))
    return Document(tuple(set_aside(pages)), "image", "tesseract")


def _gray(picture: Any) -> tuple[NDArray[np.uint8], float]:
    """The picture upright as its camera says, in gray, at 300 dots an inch of the paper that it shows."""
    import numpy as np
    import PIL.Image
    import PIL.ImageOps

    dpi = _dpi(picture)
    if picture.format == "JPEG":
        picture.draft("L", (picture.width // 2, picture.height // 2) if max(picture.size) > 7000 else picture.size)
    shown = PIL.ImageOps.exif_transpose(picture) or picture
    if shown.mode in ("RGBA", "LA", "PA") or "transparency" in shown.info:
        shown = shown.convert("RGBA")
        paper = PIL.Image.new("RGBA", shown.size, "white")
        shown = PIL.Image.alpha_composite(paper, shown)
    if shown.mode.startswith(("I", "F")):
        values = np.asarray(shown, dtype=np.float32)
        gray = PIL.Image.fromarray((values * (255 / max(float(values.max()), 1.0))).astype(np.uint8))
    else:
        gray = shown.convert("L")
    long_side = max(gray.size)
    inches = long_side / dpi if dpi else 0.0
    if not _LEAST_PAPER <= inches <= _MOST_PAPER:
        inches = _PAPER
    source = long_side / inches
    if source < _LEAST_DPI:
        inches, source = long_side / _LEAST_DPI, float(_LEAST_DPI)
    factor = DPI / source
    size = (max(1, round(gray.width * factor)), max(1, round(gray.height * factor)))
    if size != gray.size:
        gray = gray.resize(size, PIL.Image.Resampling.LANCZOS if factor < 1 else PIL.Image.Resampling.BICUBIC)
    return np.array(gray, dtype=np.uint8), source


def _dpi(picture: Any) -> float:
    """The resolution that the file states, 0 when it states none."""
    found = picture.info.get("dpi")
    try:
        return float(found[0]) if found else 0.0
    except (TypeError, ValueError, IndexError, ZeroDivisionError):
        return 0.0


def _damaged() -> FileDamaged:
    return FileDamaged("The picture is damaged or breaks off; ask for a new copy.")


def _too_large() -> FileTooLarge:
    return FileTooLarge("The picture has too many pixels to be opened safely; save it smaller and try again.")
