"""What a file is, by its first bytes rather than by its name."""

from __future__ import annotations

import re
import zipfile
from enum import StrEnum
from pathlib import Path

from iepaudit.model.errors import FileEmpty, FileEncrypted, FileMissing, FileTooLarge, FileUnsupported

_HEAD = 4096
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")
_HEIC_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1")
_WORD_SUFFIXES = (".docx", ".docm", ".dotx", ".dotm")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_HTML = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
_OTHER = {
    b"GIF8": "GIF picture",
    b"{\\rtf": "RTF file",
    b"7z\xbc\xaf": "7-Zip archive",
    b"\x1f\x8b": "gzip archive",
    b"Rar!": "RAR archive",
    b"MZ": "Windows program",
    b"\x7fELF": "program",
    b"%!PS": "PostScript file",
}


class Format(StrEnum):
    PDF = "pdf"
    TEXT = "text"
    MARKDOWN = "markdown"
    DOCX = "docx"
    HTML = "html"
    IMAGE = "image"


# What is looked for in folders. Files that are named one by one are told by their content, whatever they are called.
SUFFIXES = (
    *(".pdf", ".docx", ".docm", ".txt", ".md", ".html", ".htm"),
    *(".png", ".jpg", ".jpeg", ".tif", ".tiff", ".heic"),
)


def sniff(path: Path, max_bytes: int) -> Format:
    """The format of a file; raises FileMissing, FileEmpty, FileTooLarge or FileUnsupported."""
    try:
        if path.is_dir():
            raise FileUnsupported("This is a folder, not a file.")
        size = path.stat().st_size
        if size == 0:
            raise FileEmpty("The file is empty; ask for a new copy.")
        if size > max_bytes:
            raise FileTooLarge(
                f"The file has {size / 1e6:,.0f} MB, more than the limit of {max_bytes / 1e6:,.0f} MB; split it."
            )
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except FileNotFoundError:
        raise FileMissing("The file was not found; check the name.") from None
    except PermissionError:
        raise FileMissing("The file may not be opened by you; check its permissions.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "the system refused"
        raise FileMissing(f"The file could not be opened ({reason}).") from None
    return _by_content(head, path.suffix.lower(), path)


def _by_content(head: bytes, suffix: str, path: Path) -> Format:
    if b"%PDF-" in head[:1024]:
        return Format.PDF
    if head.startswith(_PICTURES) or (head[4:8] == b"ftyp" and head[8:12] in _HEIC_BRANDS):
        return Format.IMAGE
    if head.startswith(_OLD_OFFICE):
        if suffix in _WORD_SUFFIXES:
            raise FileEncrypted("The Word file is protected by a password; save a copy without one and try again.")
        raise FileUnsupported(
            "This is an old Word or Office file (.doc), which cannot be read; open it and save it as .docx or PDF."
        )
    for start, name in _OTHER.items():
        if head.startswith(start):
            raise FileUnsupported(f"This is a {name}, which cannot be read; save or print it as PDF and try again.")
    if head.startswith(b"PK\x03\x04"):
        if suffix in _WORD_SUFFIXES or _holds_word(path):
            return Format.DOCX
        raise FileUnsupported(
            "This is a ZIP archive or an Office file that is no Word file; save or print the plan as PDF and try again."
        )
    if suffix == ".pdf":
        raise FileUnsupported("The file is named .pdf but is not a PDF; ask for a new copy.")
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or not _looks_binary(head):
        if suffix in (".html", ".htm", ".xhtml") or _HTML.match(head):
            return Format.HTML
        return Format.MARKDOWN if suffix in (".md", ".markdown") else Format.TEXT
    raise FileUnsupported("This is no PDF, Word, picture or text file; save or print it as PDF and try again.")


def _holds_word(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as file:
            return any(name.startswith("word/") for name in file.namelist())
    except (zipfile.BadZipFile, OSError, ValueError):
        return False


def _looks_binary(head: bytes) -> bool:
    odd = sum(b < 9 or 14 <= b < 27 or 28 <= b < 32 or b == 127 for b in head)
    nulls = head.count(0)
    if nulls > 0.3 * len(head) and odd - nulls <= 0.05 * len(head):
        return False  # UTF-16 without a mark
    return nulls > 0 or odd > 0.02 * len(head)
