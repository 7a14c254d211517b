"""What a Word file says of the look of its paragraphs: styles (bold, size, heading level) and list numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from iepaudit.extract.characters import BULLET, symbol_font, translate
from iepaudit.extract.flow import SIZE

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = {"0", "false", "off", "none"}
_HEADING = re.compile(r"heading (\d)|title|subtitle", re.IGNORECASE)
_DEPTH = 12  # styles based on styles
_LEVELS = 9
_PART = re.compile(r"%(\d)")
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True)
class Look:
    bold: bool = False
    size: float = SIZE  # points
    hidden: bool = False
    caps: bool = False
    underlined: bool = False
    number: tuple[str, int] | None = None  # list and level


def is_on(item: Element | None) -> bool | None:
    """The value of a switch such as `w:b`: None when it is not given."""
    if item is None:
        return None
    return item.get(W + "val", "1").lower() not in _OFF


def changed(look: Look, run: Element | None) -> Look:
    """`look` with the run properties of `run` (`w:rPr`)."""
    if run is None:
        return look
    bold, hidden, caps = is_on(run.find(W + "b")), is_on(run.find(W + "vanish")), is_on(run.find(W + "caps"))
    size, underline = _number(run.find(W + "sz")), is_on(run.find(W + "u"))
    return replace(
        look,
        underlined=look.underlined if underline is None else underline,
        bold=look.bold if bold is None else bold,
        hidden=look.hidden if hidden is None else hidden,
        caps=look.caps if caps is None else caps,
        size=min(max(size / 2, 4.0), 48.0) if size else look.size,
    )


def _number(item: Element | None) -> float:
    try:
        return float(item.get(W + "val", "0")) if item is not None else 0.0
    except ValueError:
        return 0.0


class Styles:
    """Looks of paragraph and character styles by their ids."""

    def __init__(self, root: Element | None) -> None:
        self._items: dict[str, Element] = {}
        self._default = ""
        self.base = Look()
        for item in root.iter(W + "style") if root is not None else ():
            key = item.get(W + "styleId", "")
            self._items[key] = item
            if item.get(W + "type") == "paragraph" and item.get(W + "default", "0").lower() not in _OFF:
                self._default = key
        if root is not None:
            self.base = changed(self.base, root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
        self._looks: dict[tuple[str, Look], Look] = {}

    def paragraph(self, properties: Element | None) -> Look:
        """The look of a paragraph (`w:pPr`); headings are at least bold."""
        named = properties.find(W + "pStyle") if properties is not None else None
        look = self.of(named.get(W + "val", "") if named is not None else self._default, self.base)
        number = _list_of(properties)
        level = properties.find(W + "outlineLvl") if properties is not None else None
        if level is not None and 0 <= _number(level) < _LEVELS:
            look = replace(look, bold=True)
        return replace(look, number=number) if number else look

    def of(self, key: str, look: Look) -> Look:
        """`look` changed by the style `key` and all that it is based on."""
        found = self._looks.get((key, look))
        if found is None:
            found = self._looks[key, look] = self._of(key, look, _DEPTH)
        return found

    def _of(self, key: str, look: Look, depth: int) -> Look:
        item = self._items.get(key)
        if item is None or depth == 0:
            return look
        based = item.find(W + "basedOn")
        if based is not None:
            look = self._of(based.get(W + "val", ""), look, depth - 1)
        look = changed(look, item.find(W + "rPr"))
        properties = item.find(W + "pPr")
        number = _list_of(properties)
        name = item.find(W + "name")
        heading = _HEADING.match(name.get(W + "val", "")) if name is not None else None
        if heading or (properties is not None and properties.find(W + "outlineLvl") is not None):
            look = replace(look, bold=True)
        return replace(look, number=number) if number else look


def _list_of(properties: Element | None) -> tuple[str, int] | None:
    given = properties.find(W + "numPr") if properties is not None else None
    if given is None:
        return None
    number, level = given.find(W + "numId"), given.find(W + "ilvl")
    key = number.get(W + "val", "") if number is not None else ""
    return (key, min(int(_number(level)), _LEVELS - 1)) if key else None


class Numbers:
    """Numbers and bullets of lists, counted as Word does."""

    def __init__(self, root: Element | None) -> None:
        self._levels: dict[str, dict[int, Element]] = {}
        self._list: dict[str, str] = {}
        self._counts: dict[str, list[int]] = {}
        for item in root.iter(W + "abstractNum") if root is not None else ():
            key = item.get(W + "abstractNumId", "")
            self._levels[key] = dict(_by_level(item))
        for item in root.iter(W + "num") if root is not None else ():
            abstract = item.find(W + "abstractNumId")
            if abstract is not None:
                self._list[item.get(W + "numId", "")] = abstract.get(W + "val", "")

    def next(self, key: str, level: int) -> str:
        """What stands before the next paragraph of a list: "2.", "•", "" for lists without marks."""
        abstract = self._list.get(key, "")
        levels = self._levels.get(abstract, {})
        item = levels.get(level)
        if item is None:
            return ""
        counts = self._counts.setdefault(abstract, [0] * _LEVELS)
        counts[level] = counts[level] + 1 if counts[level] else self._start(item)
        counts[level + 1 :] = [0] * (_LEVELS - level - 1)
        text = item.find(W + "lvlText")
        shown = text.get(W + "val", "") if text is not None else ""
        if _format(item) == "bullet":
            return _bullet(shown, item)
        if _format(item) == "none":
            return ""

        def part(match: re.Match[str]) -> str:
            n = int(match.group(1)) - 1
            if not 0 <= n < _LEVELS:
                return ""
            above = levels.get(n)
            return _written(counts[n] or 1, _format(above) if above is not None else "decimal")

        return _PART.sub(part, shown)

    @staticmethod
    def _start(item: Element) -> int:
        return int(_number(item.find(W + "start"))) or 1


def _by_level(item: Element) -> Iterator[tuple[int, Element]]:
    for level in item.iter(W + "lvl"):
        name = level.get(W + "ilvl", "")
        if name.isdigit() and int(name) < _LEVELS:
            yield int(name), level


def _format(item: Element) -> str:
    found = item.find(W + "numFmt")
    return found.get(W + "val", "decimal") if found is not None else "decimal"


def _bullet(text: str, item: Element) -> str:
    fonts = item.find(f"{W}rPr/{W}rFonts")
    name = (fonts.get(W + "ascii") or fonts.get(W + "hAnsi") or "") if fonts is not None else ""
    shown = translate(text, symbol_font(name))
    return BULLET if len(shown) == 1 and (shown == "o" or "\ue000" <= shown <= "\uf8ff") else shown


def _written(number: int, form: str) -> str:
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman"):
        text, left = "", min(number, 399)
        for value, sign in ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), *_ROMAN):
            text, left = text + sign * (left // value), left % value
        return text.upper() if form == "upperRoman" else text
    return str(number)
