"""Labels in small type above their values, several beside each other. Nobody here exists."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

sys.path.insert(0, str(Path(__file__).parent.parent / "extract"))
from pdf_maker import Draw, draw, read

from iepaudit.segment import segment

XS = (60, 230, 400)


def strip(*rows: tuple[float, tuple[str, ...]]) -> Draw:
    def page(sheet: Canvas) -> None:
        sheet.setFont("Helvetica-Bold", 14)
        sheet.drawString(60, 740, "Individualized Education Program")
        y = 700.0
        for size, cells in rows:
            sheet.setFont("Helvetica", size)
            for x, cell in zip(XS, cells, strict=False):
                sheet.drawString(x, y, cell)
            y -= 12

    return page


def pairs(path: Path) -> list[tuple[str, str]]:
    blocks = (b for part in segment(read(path)) for s in part.sections for b in s.blocks)
    return [(b.label, b.filled) for b in blocks if b.label]


def test_each_label_takes_what_stands_beneath_it(tmp_path: Path) -> None:
    page = strip((6.5, ("Area", "Standard", "Transition goal")), (9, ("Work habits", "Functional", "No")))
    assert pairs(draw(tmp_path / "a.pdf", page)) == [
        ("Area", "Work habits"), ("Standard", "Functional"), ("Transition goal", "No"),
    ]  # fmt: skip


@pytest.mark.parametrize("empty", [0, 1, 2])
def test_a_label_without_a_value_takes_no_other_ones(tmp_path: Path, empty: int) -> None:
    values = tuple("" if n == empty else value for n, value in enumerate(("Annual", "10/21/2026", "Phone")))
    page = strip((7, ("Meeting type", "Meeting date", "Held how")), (9, values))
    assert pairs(draw(tmp_path / "a.pdf", page)) == list(
        zip(("Meeting type", "Meeting date", "Held how"), values, strict=True)
    )


def test_a_value_of_two_lines_is_whole(tmp_path: Path) -> None:
    page = strip(
        (6.5, ("Area", "Standard", "Transition goal")),
        (9, ("Work habits and", "Functional", "No")),
        (9, ("care of things",)),
    )
    assert ("Area", "Work habits and care of things") in pairs(draw(tmp_path / "a.pdf", page))


def test_rows_below_small_heads_are_no_values_of_labels(tmp_path: Path) -> None:
    page = strip(
        (7, ("Name", "Role", "Attended")), (9, ("Ida Fenn", "Parent", "Yes")), (9, ("Ann Bly", "Teacher", "Yes"))
    )
    assert ("Name", "Ida Fenn") not in pairs(draw(tmp_path / "a.pdf", page))


def test_strips_of_known_labels_below_each_other_are_no_table(tmp_path: Path) -> None:
    page = strip(
        (6.5, ("Service", "Provider")),
        (9, ("Reading instruction", "Ms. Bly")),
        (6.5, ("Amount", "Frequency", "Location")),
        (9, ("30 minutes", "5 times per week", "Room 4")),
        (6.5, ("Start date", "End date")),
        (9, ("10/06/2026", "10/04/2027")),
    )
    assert pairs(draw(tmp_path / "a.pdf", page)) == [
        ("Service", "Reading instruction"), ("Provider", "Ms. Bly"), ("Amount", "30 minutes"),
        ("Frequency", "5 times per week"), ("Location", "Room 4"), ("Start date", "10/06/2026"),
        ("End date", "10/04/2027"),
    ]  # fmt: skip
