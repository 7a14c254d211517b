"""What a file is, by its first bytes rather than by its name."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from iepaudit.model.errors import FileEmpty, FileMissing, FileTooLarge, FileUnsupported

_HEAD = 4096
_PICTURES = {
    b"\x89PNG\r\n\x1a\n": "PNG picture",
    b"\xff\xd8\xff": "JPEG picture",
    b"II*\x00": "TIFF picture",
    b"MM\x00*": "TIFF picture",
    b"GIF8": "GIF picture",
}
_OTHER = {
    b"\xd0\xcf\x11\xe0": "old Word or Office file (.doc)",
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
    return _by_content(head, path.suffix.lower())


def _by_content(head: bytes, suffix: str) -> Format:
    if b"%PDF-" in head[:1024]:
        return Format.PDF
    for start, name in {**_PICTURES, **_OTHER}.items():
        if head.startswith(start):
            raise FileUnsupported(f"This is a {name}, which cannot be read; save or print it as PDF and try again.")
    if head.startswith(b"PK\x03\x04"):
        kind = "Word file (.docx)" if suffix in (".docx", ".docm") else "ZIP archive or Office file"
        raise FileUnsupported(f"This is a {kind}, which cannot be read; save or print it as PDF and try again.")
    if suffix == ".pdf":
        raise FileUnsupported("The file is named .pdf but is not a PDF; ask for a new copy.")
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or not _looks_binary(head):
        return Format.MARKDOWN if suffix in (".md", ".markdown") else Format.TEXT
    raise FileUnsupported("This is no text, Markdown or PDF file; save or print it as PDF and try again.")


def _looks_binary(head: bytes) -> bool:
    odd = sum(b < 9 or 14 <= b < 27 or 28 <= b < 32 or b == 127 for b in head)
    nulls = head.count(0)
    if nulls > 0.3 * len(head) and odd - nulls <= 0.05 * len(head):
        return False  # UTF-16 without a mark
    return nulls > 0 or odd > 0.02 * len(head)
