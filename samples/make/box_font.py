"""Draws FormBoxes.ttf, the little font with the check boxes that forms print.

The font is our own drawing, so it may be shipped. It is committed; run this file (it needs fonttools) only to add a glyph.
"""

from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

Points = list[tuple[int, int]]
EM = 1000
OUTER: Points = [(80, -60), (80, 740), (880, 740), (880, -60)]
INNER: Points = [(140, 0), (820, 0), (820, 680), (140, 680)]
CROSS: list[Points] = [
    [(200, 100), (720, 620), (760, 580), (240, 60)],
    [(200, 580), (240, 620), (760, 100), (720, 60)],
]
TICK: Points = [(190, 330), (250, 390), (400, 220), (720, 640), (780, 590), (400, 100)]
GLYPHS: dict[int, tuple[str, list[Points]]] = {
    0x2610: ("box", [OUTER, INNER]),
    0x2611: ("boxtick", [OUTER, INNER, TICK]),
    0x2612: ("boxcross", [OUTER, INNER, *CROSS]),
    0x25A1: ("square", [OUTER, INNER]),
    0x25A0: ("squarefull", [OUTER]),
    0x2713: ("tick", [TICK]),
    0x2714: ("heavytick", [TICK]),
    0xF0A8: ("privatebox", [OUTER, INNER]),
}


def draw(contours: list[Points]) -> object:
    pen = TTGlyphPen(None)
    for points in contours:
        pen.moveTo(points[0])
        for point in points[1:]:
            pen.lineTo(point)
        pen.closePath()
    return pen.glyph()


def build(path: Path) -> None:
    names = [".notdef", "space", *(name for name, _ in GLYPHS.values())]
    font = FontBuilder(EM, isTTF=True)
    font.setupGlyphOrder(names)
    font.setupCharacterMap({0x20: "space"} | {code: name for code, (name, _) in GLYPHS.items()})
    shapes = {".notdef": draw([OUTER]), "space": draw([])} | {name: draw(c) for name, c in GLYPHS.values()}
    font.setupGlyf(shapes)
    font.setupHorizontalMetrics({name: (960 if name != "space" else 300, 80) for name in names})
    font.setupHorizontalHeader(ascent=800, descent=-200)
    font.setupNameTable({"familyName": "FormBoxes", "styleName": "Regular", "psName": "FormBoxes"})
    font.setupOS2(sTypoAscender=800, sTypoDescender=-200, usWinAscent=800, usWinDescent=200)
    font.setupPost()
    font.font["head"].created = font.font["head"].modified = 3_800_000_000
    font.font.recalcTimestamp = False
    font.save(path)


if __name__ == "__main__":
    build(Path(__file__).with_name("FormBoxes.ttf"))
