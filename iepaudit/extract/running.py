"""Running headers and footers: what repeats at the same place over pages is set aside, page labels are kept."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from iepaudit.extract.line_builder import GAP
from iepaudit.model.document import Line, Page

_ZONE = 0.12  # share of the height, at the top and at the bottom, in which running lines stand
_EDGE = 0.08  # the same for files of two pages, whose pages may be two copies of one form
_LEAST_ZONE = 66.0  # points: pages of text files may be short
_STEP = 26.0  # points between the lines of one header, from top to top
_SHIFT = 6.0  # points by which the same line may move between pages
_MOST = 0.6  # share of the pages
_PAGE_X = re.compile(r"\b(?:page|pg\.?)\s*:?\s*#?\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE)
_X_OF_Y = re.compile(r"(?<!\S)\d{1,4}\s*(?:of|/)\s*\d{1,4}(?!\S)", re.IGNORECASE)
_NUMBER = re.compile(r"[-–—\s]*\d{1,3}[-–—\s.]*")
_ENUMERATED = re.compile(r"(?:section\s+)?(?:\d{1,2}|[ivx]+|[a-z])[.)]\s", re.IGNORECASE)
_LABEL_PART = re.compile(r"[^:]{4,40}:")


@dataclass(frozen=True, slots=True)
class _Spot:
    page: int  # index
    at: int  # index of the line
    line: Line  # without its words
    distance: float  # from the edge, in points
    text: str  # with its figures masked, and for a cell of a table with its row as it is


def set_aside(pages: Sequence[Page]) -> Iterator[Page]:
    """The pages with running lines moved to `running`, and `label` as printed ("Page 2 of 18", "2")."""
    tops: list[list[_Spot]] = []
    bottoms: list[list[_Spot]] = []
    heights: list[float] = []
    for n, page in enumerate(pages):
        tops.append(_margin(page, n, top=True))
        bottoms.append(_margin(page, n, top=False))
        heights.append(page.height)
    chosen: list[set[int]] = [set() for _ in heights]  # of lines, by page
    for margin, start in ((tops, _EDGE * 1.1), (bottoms, _ZONE)):
        for spot in _repeated(margin, [max(start * height, _LEAST_ZONE) for height in heights]) + _lone_labels(margin):
            chosen[spot.page].add(spot.at)
    for n, page in enumerate(pages):
        label = _label(page, [s.line for s in (*tops[n], *bottoms[n])], len(heights))
        running = tuple(line for at, line in enumerate(page.lines) if at in chosen[n])
        kept = tuple(line for at, line in enumerate(page.lines) if at not in chosen[n])
        yield replace(page, lines=kept, running=running, label=label) if running or label else page


def _margin(page: Page, index: int, top: bool) -> list[_Spot]:
    """The lines in the margin zone, from the edge inwards."""
    zone = max(_ZONE * page.height, _LEAST_ZONE)
    rows: dict[tuple[int | None, int | None], str] = defaultdict(str)  # those of two pages may differ by figures alone
    for line in page.lines:
        if line.table is not None:
            rows[line.table, line.row] += f" {line.text}"
    spots = []
    for at, line in enumerate(page.lines):
        distance = line.box.top if top else page.height - line.box.bottom
        if distance <= zone:
            text = _mask(line.text)
            row = rows.get((line.table, line.row), "") if line.table is not None else ""
            if row and not _has_label(row):
                text = f"{text} in {row}"
            spots.append(_Spot(index, at, replace(line, words=()), distance, text))
    return sorted(spots, key=lambda s: (round(s.distance), s.line.box.x0))


def _mask(text: str) -> str:
    return re.sub(r"_+", "_", re.sub(r"\d+", "#", " ".join(text.lower().split())))


def _repeated(margin: Sequence[Sequence[_Spot]], starts: Sequence[float]) -> list[_Spot]:
    count = len(margin)
    if count < 2:
        return []
    by_text: dict[str, list[_Spot]] = defaultdict(list)
    for spots in margin:
        for spot in spots:
            by_text[spot.text].append(spot)
    models: list[list[_Spot]] = []
    for spots_of_text in by_text.values():
        for cluster in _same_place(spots_of_text):
            if _is_running(cluster, count):
                models.append(cluster)
    found = [spot for cluster in models for spot in cluster]
    found += _variants(margin, models)
    return _without_gaps(found, margin, starts)


def _same_place(spots: Sequence[_Spot]) -> list[list[_Spot]]:
    clusters: list[list[_Spot]] = []
    for spot in sorted(spots, key=lambda s: s.distance):
        if clusters and spot.distance - clusters[-1][0].distance <= _SHIFT:
            clusters[-1].append(spot)
        else:
            clusters.append([spot])
    return clusters


def _is_running(cluster: Sequence[_Spot], count: int) -> bool:
    on = {s.page for s in cluster}
    line = cluster[0].line
    labelled = _has_label(line.text)
    if len(on) < 2 or (_ENUMERATED.match(line.text) and not labelled):
        return False
    if labelled:
        return True
    if count == 2:
        return cluster[0].distance <= _EDGE * 792
    span = max(on) - min(on) + 1
    return len(on) >= 3 and (len(on) >= _MOST * count or (len(on) >= 0.8 * span and cluster[0].distance <= _EDGE * 792))


def _has_label(text: str) -> bool:
    return _PAGE_X.search(text) is not None or _X_OF_Y.search(text) is not None


def _variants(margin: Sequence[Sequence[_Spot]], models: Sequence[Sequence[_Spot]]) -> list[_Spot]:
    """The same header with another name or date in it, on pages where the line itself does not repeat."""
    found = []
    for cluster in models:
        model = cluster[0]
        have = {s.page for s in cluster}
        reach = range(min(have), max(have) + 2)
        for spots in margin:
            for spot in spots:
                if spot.page in have or spot.page not in reach or abs(spot.distance - model.distance) > 3:
                    continue
                if abs(spot.line.box.x0 - model.line.box.x0) <= 3 and _alike(spot, model):
                    found.append(spot)
    return found


def _alike(a: _Spot, b: _Spot) -> bool:
    head_a, head_b = _LABEL_PART.match(a.text), _LABEL_PART.match(b.text)
    if head_a and head_b:
        return head_a.group() == head_b.group()
    one, two = set(a.text.split()), set(b.text.split())
    return len(one & two) >= 0.6 * max(len(one), len(two))


def _without_gaps(found: Sequence[_Spot], margin: Sequence[Sequence[_Spot]], starts: Sequence[float]) -> list[_Spot]:
    """Running lines stand at the edge, close to each other: one behind a line of the page's own text, or behind a wide
    gap, is a heading that happens to repeat. `starts` says how far from the edge the first may stand."""
    ids = {id(s.line) for s in found}
    kept = []
    for spots, start in zip(margin, starts, strict=True):
        reach = start
        for n, spot in enumerate(spots):
            if spot.distance > reach:
                break
            if id(spot.line) not in ids:
                own_row = n + 1 < len(spots) and abs(spots[n + 1].distance - spot.distance) < 4
                if own_row and id(spots[n + 1].line) in ids:
                    continue
                break
            kept.append(spot)
            reach = max(reach if spot.distance < start - _STEP else 0.0, spot.distance + _STEP)
    return kept


def _lone_labels(margin: Sequence[Sequence[_Spot]]) -> list[_Spot]:
    """Lines that are nothing but a page label."""
    several = len(margin) > 1
    return [
        s
        for spots in margin
        for s in spots
        if _PAGE_X.fullmatch(s.line.text.strip())
        or (
            several
            and s.distance < 60
            and s.line.table is None
            and (_X_OF_Y.fullmatch(s.line.text.strip()) or _is_own_number(s))
        )
    ]


def _is_own_number(spot: _Spot) -> bool:
    text = spot.line.text
    return _NUMBER.fullmatch(text) is not None and int(re.sub(r"\D", "", text)) == spot.page + 1


def _label(page: Page, lines: Sequence[Line], count: int) -> str:
    for pattern in (_PAGE_X, _X_OF_Y):
        for line in lines:
            match = pattern.search(line.text)
            if match and (pattern is _PAGE_X or len(line.text) < 60):
                return match.group().strip()
    for line in lines:
        if count > 1 and _NUMBER.fullmatch(line.text):
            number = re.sub(r"\D", "", line.text)
            if abs(int(number) - page.number) <= 2:
                return number
        if count > 1 and line.text.endswith(f"{GAP}{page.number}"):
            return str(page.number)
    return ""
