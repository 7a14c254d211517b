"""Bytes -> Document. Only this package opens PDFs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from iepaudit.model.document import Document


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read, and the limits that keep a hostile file from taking the machine."""

    ocr: str = "off"  # off, auto, force
    engine: str = "pdfium"  # pdfium, pdfplumber
    password: str | None = None
    max_bytes: int = 100_000_000
    max_pages: int = 2_000
    max_characters_per_page: int = 200_000


def read_document(path: Path, options: ReadOptions = ReadOptions()) -> Document:
    """Reads `path`; raises a FileError (missing, empty, encrypted, damaged, unsupported, too large) when it cannot."""
    from iepaudit.extract.read import read

    return read(path, options)
