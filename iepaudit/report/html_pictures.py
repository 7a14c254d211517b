"""Pictures of pages in the HTML report: each is stored once and shown whole, or the part of it that a finding is about.

Drawn as SVG around one picture: places are given in points, and no style attribute is needed, which the policy of the
page forbids.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from iepaudit.model.geometry import Box, around
from iepaudit.report.html_page import escaped

if TYPE_CHECKING:
    from iepaudit.extract.pictures import PagePicture
    from iepaudit.extract.quoted import Quoted

_AROUND = 26.0  # points of the page shown above and below the words
_NARROWEST = 380.0  # points: less would show the words larger than they are
_LOWEST = 104.0
_HIGHEST = 300.0
_FLAG = 7.0


@dataclass(frozen=True, slots=True)
class Flag:
    """Words on a page and the number of the finding that they belong to."""

    number: int
    link: str
    quoted: Quoted


def store(pictures: Mapping[int, PagePicture], file: int) -> str:
    """The pictures themselves, out of sight; `part` and `whole` refer to them."""
    from iepaudit.extract.pictures import MEDIA

    images = "".join(
        f'<image id="i{file}-{p.number}" width="{_n(p.width)}" height="{_n(p.height)}" '
        f'href="data:{MEDIA};base64,{base64.b64encode(p.data).decode()}"/>'
        for p in pictures.values()
    )
    return f'<svg class="store" aria-hidden="true" focusable="false"><defs>{images}</defs></svg>' if images else ""


def part(picture: PagePicture, file: int, quoted: Quoted) -> str:
    """The part of a page on which the words stand, with a link to the whole page; "" when they have no place."""
    if not quoted.words:
        return ""
    seen = _window(picture, around(quoted.words))
    label = f"Part of page {picture.number} of the plan, with the words marked"
    return (
        f'<figure><svg class="page" role="img" aria-label="{label}" viewBox="{_view(seen)}">'
        f'<use href="#i{file}-{picture.number}"/>{_rects(quoted)}</svg>'
        f'<figcaption><a href="#p{file}-{picture.number}">Page {picture.number} of the plan</a></figcaption></figure>'
    )


def whole(picture: PagePicture, file: int, flags: Iterable[Flag]) -> str:
    """A page with all its marks, and links to the findings that they belong to."""
    flags = tuple(flags)
    rects = "".join(_rects(f.quoted) for f in flags)
    numbers = "".join(_flag(f) for f in flags if f.quoted.words)
    links = ", ".join(dict.fromkeys(f'<a href="#{escaped(f.link)}">{f.number}</a>' for f in flags))
    seen = Box(0, 0, picture.width, picture.height)
    return (
        f'<figure id="p{file}-{picture.number}"><figcaption>Page {picture.number}: findings {links}</figcaption>'
        f'<svg class="page" role="img" aria-label="Page {picture.number} of the plan, with {len(flags)} marked '
        f'{"place" if len(flags) == 1 else "places"}" viewBox="{_view(seen)}">'
        f'<use href="#i{file}-{picture.number}"/>{rects}{numbers}</svg></figure>'
    )


def _window(picture: PagePicture, words: Box) -> Box:
    """What to show around `words`: not too narrow, not too high, inside the page."""
    width = min(picture.width, max(_NARROWEST, words.width + _AROUND))
    height = min(picture.height, max(_LOWEST, min(_HIGHEST, words.height + 2 * _AROUND)))
    left = min(max(0.0, words.center[0] - width / 2), picture.width - width)
    top = words.top - _AROUND if words.height + 2 * _AROUND > _HIGHEST else words.center[1] - height / 2
    top = min(max(0.0, top), picture.height - height)
    return Box(left, top, left + width, top + height)


def _rects(quoted: Quoted) -> str:
    return "".join(
        f'<rect class="{kind}" x="{_n(b.x0 - 1)}" y="{_n(b.top)}" width="{_n(b.width + 2)}" height="{_n(b.height)}"/>'
        for kind, boxes in (("quote", quoted.words), ("match", quoted.match))
        for b in boxes
    )


def _flag(flag: Flag) -> str:
    """The number of the finding, left of its first word."""
    first = flag.quoted.words[0]
    x, y = max(_FLAG + 1, first.x0 - _FLAG - 3), first.top + first.height / 2
    circle = f'<circle class="flag" cx="{_n(x)}" cy="{_n(y)}" r="{_FLAG}"/>'
    return f'{circle}<text x="{_n(x)}" y="{_n(y + 3.2)}">{flag.number}</text>'


def _view(box: Box) -> str:
    return f"{_n(box.x0)} {_n(box.top)} {_n(box.width)} {_n(box.height)}"


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
