"""`.txt` and `.md` files -> Document: one Line per source line, form feeds as page breaks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from iepaudit.extract.markdown import looks_like_markdown, read_lines
from iepaudit.extract.plain import heads_in_capitals, plain_lines
from iepaudit.extract.running import set_aside
from iepaudit.extract.sniff import Format
from iepaudit.extract.text_page import set_page
from iepaudit.model.document import Document
from iepaudit.model.errors import FileDamaged, FileEmpty, FileTooLarge, FileUnsupported

if TYPE_CHECKING:
    from iepaudit.extract import ReadOptions


def read_text(path: Path, found: Format, options: ReadOptions) -> Document:
    """Reads a text or Markdown file; raises FileUnsupported for bytes that are no text."""
    text = decode(path.read_bytes())
    if not text.strip():
        raise FileEmpty("The file holds no text.")
    if found is Format.TEXT and looks_like_markdown(text):
        found = Format.MARKDOWN
    chunks = text.split("\f")
    if len(chunks) > 1 and not chunks[-1].strip():
        chunks.pop()
    if len(chunks) > options.max_pages:
        raise FileTooLarge(
            f"The file has {len(chunks):,} pages, more than the limit of {options.max_pages:,}; split it."
        )
    capitals = heads_in_capitals(text)
    pages = []
    for number, chunk in enumerate(chunks, 1):
        if len(chunk) > options.max_characters_per_page * 10:
            raise FileTooLarge("The file holds far more text than a plan does; split it at form feeds.")
        lines = read_lines(chunk) if found is Format.MARKDOWN else plain_lines(chunk, capitals)
        pages.append(set_page(number, lines))
    return Document(tuple(set_aside(pages)), found.value, "text")


def decode(data: bytes) -> str:
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return _decode_as(data, encoding)
    if b"\x00" in data[:4096]:
        even, odd = data[0:4096:2].count(0), data[1:4096:2].count(0)
        if max(even, odd) > 0.3 * len(data[:4096]) / 2 and min(even, odd) == 0:
            return _decode_as(data, "utf-16-be" if even else "utf-16-le")
        raise FileUnsupported("This file is not text; save or print it as PDF and try again.")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    odd_characters = sum(c < " " and c not in "\t\n\r\f\v\x1b" for c in text) + text.count("\ufffd")
    if odd_characters > 0.02 * len(text) + 2:
        raise FileUnsupported("This file is not text; save or print it as PDF and try again.")
    return text


def _decode_as(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise FileDamaged("The text of this file breaks off or is damaged; save it as UTF-8 and try again.") from None
