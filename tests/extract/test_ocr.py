"""Pages that are pictures: read with OCR where asked for, said to be unread where not."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from pdf_maker import draw, text_at
from PIL import Image
from reportlab.pdfgen.canvas import Canvas
from scan_maker import TEXT, picture, prose, scan

from iepaudit.extract import ReadOptions, read_document
from iepaudit.extract.ocr import available, pages
from iepaudit.extract.ocr.denoise import smoothed
from iepaudit.model.document import BoxState, Document, Grade, WordSource

needs_ocr = pytest.mark.skipif(not available(), reason="the extra iepaudit[ocr] is not installed")


def read(path: Path, ocr: str = "auto") -> Document:
    return read_document(path, ReadOptions(ocr=ocr))


def texts(document: Document, page: int = 1) -> list[str]:
    return [line.text for line in document.pages[page - 1].lines]


def test_a_scan_without_ocr_is_unreadable_and_says_how_to_read_it(tmp_path: Path) -> None:
    document = read(scan(tmp_path / "scan.pdf", picture()), "off")
    assert document.unreadable_pages == (1,)
    assert len(document.notes) == 1 and "--ocr auto" in document.notes[0]


def test_without_the_extra_one_note_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "available", lambda: False)
    path = scan(tmp_path / "scan.pdf", picture(), picture())
    for mode in ("off", "auto", "force"):
        document = read(path, mode)
        assert document.unreadable_pages == (1, 2)
        assert len(document.notes) == 1 and "pip install 'iepaudit[ocr]'" in document.notes[0]


def test_a_file_of_text_says_nothing_of_ocr(tmp_path: Path) -> None:
    assert read(draw(tmp_path / "text.pdf", text_at((72, 700, "Robin will read."))), "off").notes == ()


@needs_ocr
def test_a_scan_is_read_word_for_word_in_the_points_of_its_page(tmp_path: Path) -> None:
    page = read(scan(tmp_path / "scan.pdf", picture())).pages[0]
    assert [line.text for line in page.lines] == TEXT
    assert (page.quality.grade, page.quality.source) == (Grade.FAIR, "ocr")
    first = page.lines[1].words[0]
    assert first.source is WordSource.OCR and 0.8 < first.confidence <= 1.0
    assert abs(first.box.x0 - 72) < 3 and abs(first.box.bottom - (792 - 672)) < 6
    assert 9 < first.size < 13


@needs_ocr
def test_thick_letters_are_bold(tmp_path: Path) -> None:
    page = read(scan(tmp_path / "scan.pdf", picture())).pages[0]
    assert [line.bold for line in page.lines] == [True, False, False, False, False]


@needs_ocr
@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_page_on_its_side_or_head_is_turned_upright(tmp_path: Path, quarters: int) -> None:
    image = picture().rotate(90 * quarters, expand=True)
    document = read(scan(tmp_path / "scan.pdf", image))
    assert texts(document) == TEXT
    page = document.pages[0]
    assert page.height > page.width


@needs_ocr
@pytest.mark.parametrize("angle", [-3.1, 1.4])
def test_a_slanted_page_is_straightened(tmp_path: Path, angle: float) -> None:
    image = picture().rotate(angle, Image.Resampling.BICUBIC, fillcolor=255)
    assert texts(read(scan(tmp_path / "scan.pdf", image))) == TEXT


@needs_ocr
def test_a_grainy_page_is_read(tmp_path: Path) -> None:
    clean = np.asarray(picture(dpi=150))
    grain = np.random.default_rng(7).normal(0, 40, clean.shape)
    image = Image.fromarray(np.clip(clean * 0.8 + 20 + grain, 0, 255).astype(np.uint8))
    found = " ".join(texts(read(scan(tmp_path / "scan.pdf", image))))
    assert "95 words correct per minute on 3 of 4 weekly probes" in found


@needs_ocr
def test_only_the_pages_without_letters_are_recognized(tmp_path: Path) -> None:
    path = scan(tmp_path / "scan.pdf", picture())
    import pikepdf

    with (
        pikepdf.open(path, allow_overwriting_input=True) as pdf,
        pikepdf.open(
            draw(tmp_path / "text.pdf", text_at((72, 700, "Robin will read."), (72, 600, "He reads well at home.")))
        ) as other,
    ):
        pdf.pages.insert(0, other.pages[0])
        pdf.save(path)
    document = read(path)
    assert [p.quality.source for p in document.pages] == ["text", "ocr"]
    assert [p.quality.source for p in read(path, "force").pages] == ["ocr", "ocr"]


@needs_ocr
def test_ruled_tables_come_out_as_rows(tmp_path: Path) -> None:
    cells = [
        ["Service", "Minutes", "Place"],
        ["Reading", "120 weekly", "Resource room"],
        ["Speech", "30 weekly", "Clinic"],
    ]

    def table(sheet: Canvas) -> None:
        sheet.setFont("Helvetica", 11)
        for x in (72, 220, 360, 520):
            sheet.line(x, 700, x, 628)
        for y in (700, 676, 652, 628):
            sheet.line(72, y, 520, y)
        for r, row in enumerate(cells):
            for x, text in zip((72, 220, 360), row, strict=True):
                sheet.drawString(x + 6, 684 - 24 * r, text)

    page = read(scan(tmp_path / "scan.pdf", picture(table))).pages[0]
    (grid,) = page.tables
    assert [[c.text if c else None for c in row] for row in grid.rows] == cells


@needs_ocr
def test_drawn_boxes_are_read_with_their_ink(tmp_path: Path) -> None:
    def form(sheet: Canvas) -> None:
        sheet.setFont("Helvetica", 11)
        sheet.drawString(72, 720, "Special factors that the team considered at the meeting")
        for n, (label, marked) in enumerate([("Behavior", True), ("Braille", False), ("Communication", True)]):
            y = 690 - 24 * n
            sheet.rect(72, y - 1, 10, 10)
            sheet.drawString(90, y, label)
            if marked:
                sheet.line(73, y, 81, y + 8)
                sheet.line(73, y + 8, 81, y)

    page = read(scan(tmp_path / "scan.pdf", picture(form))).pages[0]
    assert [(b.label, b.state) for b in page.check_boxes] == [
        ("Behavior", BoxState.CHECKED),
        ("Braille", BoxState.EMPTY),
        ("Communication", BoxState.CHECKED),
    ]


@needs_ocr
def test_light_letters_on_a_dark_band_are_read(tmp_path: Path) -> None:
    def band(sheet: Canvas) -> None:
        sheet.setFillGray(0.2)
        sheet.rect(60, 730, 480, 24, fill=1, stroke=0)
        sheet.setFillGray(1)
        sheet.setFont("Helvetica-Bold", 12)
        sheet.drawString(66, 738, "Supplementary Aids and Services")
        sheet.setFillGray(0)
        sheet.setFont("Helvetica", 11)
        sheet.drawString(66, 700, "Printed notes are handed out before each science lesson.")

    found = texts(read(scan(tmp_path / "scan.pdf", picture(band))))
    assert found == ["Supplementary Aids and Services", "Printed notes are handed out before each science lesson."]


@needs_ocr
def test_scribbles_are_not_text(tmp_path: Path) -> None:
    def signed(sheet: Canvas) -> None:
        sheet.setFont("Helvetica", 11)
        sheet.drawString(72, 700, "The parents received a copy of the procedural safeguards.")
        path = sheet.beginPath()
        path.moveTo(90, 560)
        for n in range(14):
            x = 90 + 12 * n
            path.curveTo(x + 4, 560 + 40 * ((n * 7) % 5 - 1), x + 9, 540 - 9 * ((n * 3) % 4), x + 12, 560 + 6 * (n % 3))
        sheet.setLineWidth(1.6)
        sheet.drawPath(path)

    found = texts(read(scan(tmp_path / "scan.pdf", picture(signed))))
    assert found == ["The parents received a copy of the procedural safeguards."]


@needs_ocr
def test_a_slanted_stamp_is_left_out_and_said_to_be(tmp_path: Path) -> None:
    def stamped(sheet: Canvas) -> None:
        prose(sheet)
        sheet.translate(330, 480)
        sheet.rotate(12)
        sheet.setLineWidth(2)
        sheet.rect(-10, -12, 250, 44)
        sheet.setFont("Helvetica-Bold", 22)
        sheet.drawString(0, 4, "RECEIVED MAR 12")

    document = read(scan(tmp_path / "scan.pdf", picture(stamped)))
    assert texts(document) == TEXT
    assert "stamps" in document.pages[0].quality.reason


@needs_ocr
def test_an_empty_sheet_among_scans_is_no_unread_page(tmp_path: Path) -> None:
    blank = Image.new("L", (1700, 2200), 252)
    document = read(scan(tmp_path / "scan.pdf", picture(), blank))
    assert document.unreadable_pages == () and texts(document, 2) == []


@needs_ocr
def test_a_picture_without_words_stays_unreadable(tmp_path: Path) -> None:
    ramp = np.tile(np.linspace(20, 235, 1700, dtype=np.uint8), (2200, 1))
    document = read(scan(tmp_path / "scan.pdf", Image.fromarray(ramp)))
    assert document.unreadable_pages == (1,)


@needs_ocr
def test_the_same_scan_gives_the_same_words(tmp_path: Path) -> None:
    path = scan(tmp_path / "scan.pdf", picture())
    assert read(path) == read(path)


@needs_ocr
def test_a_page_with_grain_as_dark_as_its_letters_is_read(tmp_path: Path) -> None:
    image = np.asarray(picture(dpi=150), dtype=np.float32)
    grain = np.random.default_rng(7).normal(0, 42, image.shape)
    fax = np.clip(90 + image * (150 / 255) + grain, 0, 255).astype(np.uint8)
    found = read(scan(tmp_path / "fax.pdf", Image.fromarray(fax))).pages[0]
    text = " ".join(line.text for line in found.lines)
    assert "By June 2027, given a grade 4 passage, Robin Vale will read aloud 95 words" in text


def test_heavy_grain_goes_and_thin_strokes_stay() -> None:
    page = np.full((240, 240), 235.0, dtype=np.float32)
    page[60:180:20] = page[61:181:20] = 120
    noisy = np.clip(page + np.random.default_rng(3).normal(0, 25, page.shape), 0, 255).astype(np.uint8)
    calm = smoothed(noisy, 150, 150)
    strokes, paper = calm[60:180:20, 10:-10], calm[70:170:20, 10:-10]
    assert np.percentile(strokes, 90) < 90 and np.percentile(paper, 10) > 200
