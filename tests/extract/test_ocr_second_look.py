"""Signs and words that the recognizer of letters passes over, in pictures of pages."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter
from reportlab.pdfgen.canvas import Canvas
from scan_maker import picture, scan

from iepaudit.extract import ReadOptions, read_document
from iepaudit.extract.ocr import available
from iepaudit.extract.ocr.ink import find_bands, find_shades
from iepaudit.extract.ocr.signs import Sign, grown, sign_of
from iepaudit.model.document import Page

needs_ocr = pytest.mark.skipif(not available(), reason="the extra iepaudit[ocr] is not installed")


def read(path: Path) -> Page:
    return read_document(path, ReadOptions(ocr="auto")).pages[0]


def ink(*lines: list[tuple[int, int]], width: int = 3) -> np.ndarray:
    sheet = Image.new("L", (60, 60))
    for line in lines:
        ImageDraw.Draw(sheet).line(line, fill=255, width=width)
    return np.asarray(sheet) > 0


def square(width: int = 3) -> list[tuple[int, int]]:
    return [(10, 10), (40, 10), (40, 40), (10, 40), (10, 10)]


SHADOW = [(14, 43), (43, 43), (43, 14)]
CROSS = [[(14, 14), (36, 36)], [(14, 36), (36, 14)]]


@pytest.mark.parametrize(
    ("drawn", "sign"),
    [
        (ink(square()), Sign.EMPTY),
        (ink(square(), SHADOW, width=4), Sign.EMPTY),
        (ink(square(), *CROSS), Sign.MARKED),
        (ink([(10, 28), (20, 40), (42, 10)], width=4), Sign.TICK),
        (ink([(16, 10), (10, 10), (10, 40), (16, 40)], [(32, 10), (38, 10), (38, 40), (32, 40)]), Sign.BRACKETS),
        (ink([(10, 10), (25, 40), (40, 10)]), None),  # V
        (ink([(10, 40), (40, 10)]), None),  # a slash
        (ink(*CROSS), None),
        (ink([(10, 10), (10, 40)], [(38, 10), (38, 40)]), None),  # two rules
        (ink([(10, 10), (10, 40), (40, 40), (40, 10)]), None),  # U
        (ink([(10, 10), (13, 10)]), None),  # a speck
        (np.ones((30, 30), dtype=bool), None),  # a solid square
        (np.zeros((40, 40), dtype=bool), None),
    ],
    ids=[
        "box",
        "shadow",
        "marked",
        "tick",
        "brackets",
        "v",
        "slash",
        "cross",
        "rules",
        "u",
        "speck",
        "solid",
        "nothing",
    ],
)
def test_signs_are_told_by_the_shape_of_their_ink(drawn: np.ndarray, sign: Sign | None) -> None:
    assert sign_of(drawn) is sign


def test_round_letters_are_no_boxes() -> None:
    sheet = Image.new("L", (60, 60))
    ImageDraw.Draw(sheet).ellipse((10, 10, 40, 44), outline=255, width=4)
    assert sign_of(np.asarray(sheet) > 0) is None


def test_a_sign_that_was_cut_through_is_taken_whole() -> None:
    assert grown(ink(square()), 30, 5, 44, 50) == (9, 44)


@needs_ocr
def test_lone_marks_in_cells_are_read(tmp_path: Path) -> None:
    questions = ["Does behavior impede learning?", "Is the student an English learner?", "Is Braille needed?"]

    def table(sheet: Canvas) -> None:
        sheet.setFont("Times-Roman", 10)
        for x in (60, 420, 480, 540):
            sheet.line(x, 700, x, 620)
        for y in (700, 680, 660, 640, 620):
            sheet.line(60, y, 540, y)
        sheet.drawString(424, 686, "Yes")
        sheet.drawString(484, 686, "No")
        for n, question in enumerate(questions):
            sheet.drawString(64, 666 - 20 * n, question)
            sheet.drawString(424 if n == 1 else 484, 666 - 20 * n, "X")

    page = read(scan(tmp_path / "scan.pdf", picture(table).filter(ImageFilter.GaussianBlur(0.6))))
    found = [[cell.text if cell else "" for cell in row] for row in page.tables[0].rows]
    marks = [["", "X"], ["X", ""], ["", "X"]]
    assert found == [["", "Yes", "No"], *([question, *own] for question, own in zip(questions, marks, strict=True))]


@needs_ocr
def test_boxes_with_a_shadow_and_typed_boxes_are_read(tmp_path: Path) -> None:
    def form(sheet: Canvas) -> None:
        sheet.setFont("Times-Roman", 11)
        sheet.drawString(72, 720, "Does the student need instruction in Braille?")
        sheet.setLineWidth(0.5)
        sheet.rect(290, 720, 7, 7)
        sheet.setLineWidth(1.4)
        sheet.lines([(291, 719.2, 298, 719.2), (298, 719.2, 298, 726)])
        sheet.lines([(332, 723, 334.5, 720), (334.5, 720, 340, 727.5)])
        sheet.drawString(305, 720, "Yes")
        sheet.drawString(348, 720, "No")
        sheet.drawString(72, 690, "[ ] First meeting     [X] Annual review")

    lines = [line.text for line in read(scan(tmp_path / "scan.pdf", picture(form))).lines]
    assert lines[0].endswith("☐ Yes ☒ No")
    assert lines[1].split() == ["☐", "First", "meeting", "☒", "Annual", "review"]


def test_a_band_that_a_line_of_letters_cuts_in_two_is_one() -> None:
    dark = np.zeros((400, 1200), dtype=bool)
    dark[100:180, 50:1150] = True
    dark[120:140, 60:1140:3] = False
    assert [(b.x0, b.top, b.x1, b.bottom) for b in find_bands(dark)] == [(50, 100, 1150, 180)]
    dark[120:140, 60:1140] = False  # white between two bands
    assert [(b.top, b.bottom) for b in find_bands(dark)] == [(140, 180)]  # what is above is too low for letters


def test_gray_paper_under_letters_is_a_shade() -> None:
    gray = np.full((400, 1200), 252, dtype=np.uint8)
    gray[96:176, 80:1120] = 225
    gray[120:140, 200:400:4] = 20
    (band,) = find_shades(gray)
    assert (band.x0, band.x1) == (80, 1120) and 90 <= band.top <= 100 and 170 <= band.bottom <= 180
    assert find_shades(np.full((400, 1200), 252, dtype=np.uint8)) == []


@needs_ocr
def test_quotes_made_of_a_ruling_line_are_dropped_and_real_ones_kept(tmp_path: Path) -> None:
    from iepaudit.extract.ocr.engine import Seen
    from iepaudit.extract.ocr.scan import _unquoted

    def words(*texts: str) -> list[Seen]:
        return [Seen(t, 0, 0, 9, 9, 9, 0.9, 1) for t in texts]

    assert [w.text for w in _unquoted(words("‘Title", "of", "staff"))] == ["Title", "of", "staff"]
    assert [w.text for w in _unquoted(words("“Break", "please”"))] == ["“Break", "please”"]
