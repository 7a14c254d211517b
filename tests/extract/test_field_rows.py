"""Form fields of several lines with their label at their left."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from pdf_maker import add_field, cells, change, draw, grid, read, text_at, texts
from pikepdf import Name, String
from reportlab.pdfgen.canvas import Canvas

from iepaudit.model.document import Page

GOAL = "By May 2027, Robin will read 95 words in a minute from a grade 4 story on three weekly probes in a row."
OTHER = "Robin now reads 61 words in a minute and stops at words of more than two syllables in most of the lines."


def page(folder: Path, *labels: tuple[float, float, str], fields: tuple[tuple[float, ...], ...]) -> Page:
    def fill(pdf: pikepdf.Pdf) -> None:
        for n, (box, value) in enumerate(zip(fields, (GOAL, OTHER), strict=False)):
            add_field(pdf, 0, box, FT=Name.Tx, Ff=1 << 12, T=String(f"f{n}"), V=String(value), DA=String("/Helv 9 Tf"))
        pdf.Root.AcroForm.NeedAppearances = True

    return read(change(draw(folder / "form.pdf", text_at(*labels)), fill)).pages[0]


def joined(found: Page, table: int = 0) -> list[list[str]]:
    return [[" ".join(text.split()) for text in row] for row in cells(found, table)]


@pytest.mark.parametrize("height", [696, 680, 668])
def test_a_label_beside_a_field_of_several_lines_is_read_before_all_of_them(tmp_path: Path, height: float) -> None:
    found = page(tmp_path, (56, height, "Annual goal"), (56, 600, "Area"), fields=((160, 660, 400, 708),))
    assert joined(found) == [["Annual goal", GOAL]]
    assert texts(found)[0] == "Annual goal" and texts(found)[-1] == "Area"


def test_a_label_of_two_lines_is_one_cell(tmp_path: Path) -> None:
    labels = ((56, 690, "Measurable"), (56, 679, "annual goal"))
    assert joined(page(tmp_path, *labels, fields=((160, 660, 400, 708),))) == [["Measurable annual goal", GOAL]]


def test_two_fields_beside_each_other_keep_their_labels(tmp_path: Path) -> None:
    labels = ((56, 690, "Goal"), (310, 690, "Baseline"))
    found = page(tmp_path, *labels, fields=((90, 640, 300, 708), (360, 640, 560, 708)))
    assert [joined(found, n) for n in (0, 1)] == [[["Goal", GOAL]], [["Baseline", OTHER]]]


def test_a_paragraph_left_of_a_field_is_no_label(tmp_path: Path) -> None:
    lines = tuple((56, 712 - 11 * n, "Write a goal for each need") for n in range(7))
    assert page(tmp_path, *lines, fields=((200, 660, 400, 700),)).tables == ()


def test_a_label_above_its_field_needs_no_row(tmp_path: Path) -> None:
    assert page(tmp_path, (160, 712, "Annual goal"), fields=((160, 660, 400, 708),)).tables == ()


def test_a_label_and_its_field_in_two_cells_of_a_table_stay_in_it(tmp_path: Path) -> None:
    def sheet(canvas: Canvas) -> None:
        grid(canvas, [50, 158, 410], [712, 656, 620], [["Annual goal", ""], ["Area", ""]])

    def fill(pdf: pikepdf.Pdf) -> None:
        entries = {"FT": Name.Tx, "Ff": 1 << 12, "T": String("f"), "V": String(GOAL), "DA": String("/Helv 9 Tf")}
        add_field(pdf, 0, (160, 660, 400, 708), **entries)
        pdf.Root.AcroForm.NeedAppearances = True

    found = read(change(draw(tmp_path / "form.pdf", sheet), fill)).pages[0]
    assert [joined(found, n) for n in range(len(found.tables))] == [[["Annual goal", GOAL], ["Area", ""]]]
