"""Small questions that are asked of the XML of a Word file: rows, cells, text boxes, measures."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from iepaudit.extract.docx_forms import Control, control_of
from iepaudit.extract.docx_styles import W

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ALTERNATE = _MC + "AlternateContent"
_MOST_SPAN = 64


def rows_of(table: Element) -> Iterator[Element]:
    for item in table:
        if item.tag == W + "tr":
            removed = item.find(f"{W}trPr/{W}del")
            if removed is None:
                yield item
        elif item.tag in (W + "sdt", W + "sdtContent", W + "ins", W + "customXml", W + "bookmarkStart"):
            yield from rows_of(item)


def cells_of(row: Element, control: Control | None) -> Iterator[tuple[Element, Control | None]]:
    for item in row:
        if item.tag == W + "tc":
            yield item, control
        elif item.tag == W + "sdt":
            content = item.find(W + "sdtContent")
            if content is not None:
                yield from cells_of(content, control_of(item) or control)
        elif item.tag in (W + "ins", W + "customXml"):
            yield from cells_of(item, control)


def chosen(item: Element) -> Element:
    """What modern readers show of content that is given twice."""
    found = item.find(_MC + "Choice")
    if found is None:
        found = item.find(_MC + "Fallback")
    return item if found is None else found


def boxes_in(item: Element) -> list[Element]:
    """The outermost text boxes in a drawing."""
    found: list[Element] = []
    waiting = list(item)
    while waiting:
        first = waiting.pop(0)
        if first.tag == W + "txbxContent":
            found.append(first)
        elif first.tag == ALTERNATE:
            waiting = [*chosen(first), *waiting]
        else:
            waiting = [*first, *waiting]
    return found


def font_of(properties: Element | None) -> str:
    fonts = properties.find(W + "rFonts") if properties is not None else None
    return (fonts.get(W + "ascii") or fonts.get(W + "hAnsi") or "") if fonts is not None else ""


def indent_of(properties: Element) -> float:
    found = properties.find(W + "ind")
    if found is None:
        return 0.0
    return min(max(_twips(found.get(W + "left") or found.get(W + "start") or "0"), 0.0), 288.0)


def width_of(column: Element) -> float:
    return _twips(column.get(W + "w", "0"))


def _twips(text: str) -> float:
    try:
        return float(text) / 20
    except ValueError:
        return 0.0


def count_of(item: Element) -> int:
    text = item.get(W + "val", "1")
    return min(max(int(text), 1), _MOST_SPAN) if text.isdigit() else 1


def is_shaded(properties: Element | None) -> bool:
    found = properties.find(W + "shd") if properties is not None else None
    if found is None:
        return False
    fill = (found.get(W + "fill") or "auto").lower()
    return fill not in ("auto", "ffffff") or found.get(W + "val", "clear") not in ("clear", "nil")
