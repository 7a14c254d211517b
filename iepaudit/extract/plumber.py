"""The second reader, on pdfplumber: slower, for files that PDFium cannot open and as a check on the first.

pdfplumber returns no pages and no error for some damaged files; that is an error here.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from iepaudit.extract.characters import clean, is_bad, symbol_font, translate
from iepaudit.extract.pdf_errors import damaged, encrypted, no_pages, too_many_pages, xfa_only
from iepaudit.extract.raw import Fill, RawPage, Slant, Stroke, Widget
from iepaudit.model.document import FormField, Word
from iepaudit.model.errors import FileError
from iepaudit.model.geometry import Box

MAX_OBJECTS = 50_000
_THIN = 2.5
_SQUARE_MIN, _SQUARE_MAX = 4.0, 22.0
_HIDDEN = 2 | 32
_MULTILINE = 1 << 12
_RADIO, _PUSH = 1 << 15, 1 << 16
_MAX_PARENTS = 20


def read_pages(path: Path, password: str | None, max_pages: int, max_characters: int) -> Iterator[RawPage]:
    """Yields the pages of a PDF; raises FileEncrypted, FileDamaged, FileTooLarge or FileUnsupported."""
    import pdfplumber

    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # else it prints a line for every odd font
    try:
        document = pdfplumber.open(path, password=password or "")
        pages = document.pages
    except Exception as error:
        raise _refusal(error, password) from None
    try:
        if not pages:
            raise no_pages()
        if len(pages) > max_pages:
            raise too_many_pages(len(pages), max_pages)
        if _is_xfa_only(document):
            raise xfa_only()
        for index, page in enumerate(pages):
            yield _page(page, index, max_characters)
            page.close()
    finally:
        document.close()


def _refusal(error: Exception, password: str | None) -> FileError:
    chain = f"{type(error).__name__} {error!r}".lower()
    if "password" in chain or "encrypt" in chain:
        return encrypted(tried=bool(password))
    return damaged()


def _is_xfa_only(document: Any) -> bool:
    try:
        catalog = document.doc.catalog
        return bool(_resolve(catalog.get("NeedsRendering")))
    except Exception:
        return False


def _page(page: Any, index: int, max_characters: int) -> RawPage:
    raw = RawPage(index + 1, float(page.width), float(page.height))
    try:
        if len(page.chars) > max_characters:
            raw.problem = f"this page holds more than {max_characters:,} characters"
            raw.unread = True
            return raw
        _words(page, raw)
        _shapes(page, raw)
        _widgets(page, raw)
    except Exception:  # pdfminer raises whatever a damaged page makes it stumble on
        raw.problem = "this page is damaged"
        raw.unread = not raw.words
    return raw


def _words(page: Any, raw: RawPage) -> None:
    clear = page.dedupe_chars()
    for item in clear.extract_words(x_tolerance_ratio=0.15, extra_attrs=["fontname", "size"]):
        box = Box(float(item["x0"]), float(item["top"]), float(item["x1"]), float(item["bottom"]))
        name = str(item["fontname"])
        text = translate(str(item["text"]), symbol_font(name)).strip()
        raw.characters += len(text)
        raw.bad_characters += sum(map(is_bad, text)) + 4 * text.count("(cid:")
        x, y = box.center
        if not text or not (0 <= x <= raw.width and 0 <= y <= raw.height):
            continue
        bold = any(sign in name.lower() for sign in ("bold", "black", "heavy", "demi", "-bd"))
        if not item.get("upright", True):
            raw.turned.append((1 if item.get("direction") == "btt" else 3, Word(text, box, float(item["size"]), bold)))
            continue
        raw.words += [Word(part, box, float(item["size"]), bold) for part in text.split()]


def _shapes(page: Any, raw: RawPage) -> None:
    drawn = [*page.rects, *page.lines, *page.curves]
    raw.too_busy = len(drawn) > MAX_OBJECTS
    for item in page.images:
        raw.images.append(_box(item))
    for item in drawn[:MAX_OBJECTS]:
        box = _box(item)
        kind = item["object_type"]
        if kind == "rect":
            _rectangle(item, box, raw)
        elif kind == "line" and (box.width < 0.8 or box.height < 0.8):
            raw.strokes.append(Stroke(*_flat(box)))
        elif max(box.width, box.height) <= _SQUARE_MAX:
            raw.slants.append(Slant(box.x0, box.top, box.x1, box.bottom))


def _rectangle(item: Mapping[str, Any], box: Box, raw: RawPage) -> None:
    lightness = _lightness(item.get("non_stroking_color"))
    if item.get("fill") and not item.get("stroke"):
        if min(box.width, box.height) <= _THIN:
            if lightness < 0.97:
                raw.strokes.append(Stroke(*_flat(box)))
        elif lightness < 0.97:
            raw.fills.append(Fill(box, lightness))
        return
    if item.get("fill") and lightness < 0.97:
        raw.fills.append(Fill(box, lightness))
    ratio = box.width / max(0.1, box.height)
    if _SQUARE_MIN <= box.width <= _SQUARE_MAX and 0.7 <= ratio <= 1.43:
        raw.squares.append(box)
    raw.strokes += [
        Stroke(box.x0, box.top, box.x1, box.top),
        Stroke(box.x0, box.bottom, box.x1, box.bottom),
        Stroke(box.x0, box.top, box.x0, box.bottom),
        Stroke(box.x1, box.top, box.x1, box.bottom),
    ]


def _flat(box: Box) -> tuple[float, float, float, float]:
    x, y = box.center
    return (box.x0, y, box.x1, y) if box.width >= box.height else (x, box.top, x, box.bottom)


def _lightness(color: Any) -> float:
    if isinstance(color, int | float):
        return float(color)
    if not isinstance(color, list | tuple) or not all(isinstance(c, int | float) for c in color):
        return 0.5 if color is not None else 0.0
    if len(color) == 1:
        return float(color[0])
    if len(color) == 3:
        return float(0.299 * color[0] + 0.587 * color[1] + 0.114 * color[2])
    if len(color) == 4:
        return float((1 - color[3]) * (1 - sum(color[:3]) / 3))
    return 0.5


def _box(item: Mapping[str, Any]) -> Box:
    return Box(float(item["x0"]), float(item["top"]), float(item["x1"]), float(item["bottom"]))


def _widgets(page: Any, raw: RawPage) -> None:
    for item in page.annots:
        data = item.get("data") or {}
        subtype = _name(data.get("Subtype"))
        flags = _resolve(data.get("F")) or 0
        if isinstance(flags, int) and flags & _HIDDEN:
            continue
        if subtype in ("FreeText", "Text", "Stamp"):
            note = clean(str(item.get("contents") or "")).split()
            if note:
                raw.annotations.append(" ".join(note))
        elif subtype == "Widget":
            raw.widgets.append(_widget(data, _box(item), raw.number))


def _widget(data: Mapping[str, Any], box: Box, page: int) -> Widget:
    kind = _name(_inherited(data, "FT"))
    flags = _inherited(data, "Ff") or 0
    flags = flags if isinstance(flags, int) else 0
    name = _text(_inherited(data, "T"))
    value = _inherited(data, "V")
    if kind == "Btn":
        if flags & _PUSH:
            return Widget(FormField(name, "button", "", box, page))
        shown = _name(_resolve(data.get("AS")))
        on = shown not in ("", "Off")
        box_kind = "radio" if flags & _RADIO else "checkbox"
        return Widget(FormField(name, box_kind, shown if on else "", box, page), checked=on)
    if kind == "Sig":
        return Widget(FormField(name, "signature", "", box, page))
    text = "; ".join(_text(_resolve(v)) for v in value) if isinstance(value, list) else _text(value)
    field_kind = "choice" if kind == "Ch" else "text"
    return Widget(FormField(name, field_kind, clean(text), box, page), None, bool(flags & _MULTILINE))


def _inherited(data: Mapping[str, Any], key: str) -> Any:
    """A field attribute of the widget or of the nearest parent that has it."""
    node: Any = data
    for _ in range(_MAX_PARENTS):
        if not isinstance(node, Mapping):
            return None
        if key in node:
            return _resolve(node[key])
        node = _resolve(node.get("Parent"))
    return None


def _resolve(value: Any) -> Any:
    from pdfminer.pdftypes import resolve1

    return resolve1(value)


def _name(value: Any) -> str:
    value = getattr(value, "name", value)
    if isinstance(value, bytes):
        value = value.decode("latin-1")
    return value if isinstance(value, str) else ""


def _text(value: Any) -> str:
    from pdfminer.utils import decode_text

    if isinstance(value, bytes):
        return decode_text(value).replace("\r\n", "\n").replace("\r", "\n")
    return _name(value)
