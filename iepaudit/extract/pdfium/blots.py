"""Check boxes in color, as web pages print them: solid shapes with a white mark on them, or with a tick cut out."""

from __future__ import annotations

from itertools import pairwise

from iepaudit.extract.raw import Fill, RawPage
from iepaudit.model.geometry import Box

LARGEST = 22.0  # points
_LEAST, _LEAST_DOT = 4.0, 2.0
_PAPER = 0.9  # lighter shapes are no marks
_RECENT = 4  # solid shapes on which the next mark may stand
_INK = 0.75  # of the shape that a mark on it may cover

Part = tuple[list[tuple[float, float]], bool, bool]  # points, whether closed, whether bent


class Blots:
    """Notes solid shapes in the order in which they are drawn, and what is drawn on them in white."""

    def __init__(self, raw: RawPage) -> None:
        self._raw = raw
        self._recent: list[Box] = []

    def dark(self, parts: list[Part], lightness: float) -> bool:
        """Takes the parts of one filled shape; says whether it is a whole check box by itself."""
        parts = sorted(parts, key=lambda part: -extent(part).width)
        box = extent(parts[0])
        if lightness >= _PAPER or not all(_LEAST_DOT <= side <= LARGEST for side in (box.width, box.height)):
            return False
        if len(parts) == 2 and is_box_size(box) and _inside(extent(parts[1]), box):
            return self._cut_out(parts, box)
        if len(parts) == 1 and parts[0][2]:
            self._raw.blots.append(Fill(box, lightness))
        if len(parts) == 1 and is_box_size(box):
            self._recent = [*self._recent[1 - _RECENT :], box]
        return False

    def white(self, parts: list[Part]) -> None:
        """Takes the parts of one shape drawn in white."""
        box = extent(*parts)
        for solid in self._recent:
            if _inside(box, solid) and box.width * box.height <= _INK * solid.width * solid.height:
                self._raw.ticked.append(solid)

    def _cut_out(self, parts: list[Part], box: Box) -> bool:
        (_, _, outer_bent), (points, _, inner_bent) = parts
        if inner_bent or not outer_bent:
            return False  # letters drawn as shapes have holes as well
        corners = list(dict.fromkeys((round(x, 1), round(y, 1)) for x, y in points))
        slanted = sum(abs(a[0] - b[0]) > 1 and abs(a[1] - b[1]) > 1 for a, b in pairwise(points))
        if len(corners) == 4 and not slanted:
            self._raw.squares.append(box)
        elif slanted >= 3:
            self._raw.ticked.append(box)
        else:
            return False
        return True


def extent(*parts: Part) -> Box:
    xs = [x for points, _, _ in parts for x, _ in points]
    ys = [y for points, _, _ in parts for _, y in points]
    return Box(min(xs), min(ys), max(xs), max(ys))


def is_box_size(box: Box) -> bool:
    """Whether a shape has the size and the sides of a check box."""
    return _LEAST <= box.width <= LARGEST and _LEAST <= box.height <= LARGEST and 0.7 <= box.width / box.height <= 1.43


def _inside(box: Box, outer: Box) -> bool:
    return (
        outer.x0 - 0.5 <= box.x0
        and box.x1 <= outer.x1 + 0.5
        and outer.top - 0.5 <= box.top
        and box.bottom <= outer.bottom + 0.5
    )
