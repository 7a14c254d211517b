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


VALUES = (("Ida Fenn", "04/11/2016", "4"), ("Elm School", "Lakeside", "Autism"), ("3/2/2026", "3/9/2026", "3/8/2027"))
LABELS = (
    ("Student", "Birth date", "Grade"),
    ("School", "District", "Disability"),
    ("Meeting date", "Start", "End date"),
)


@pytest.mark.parametrize("ruled", [False, True])
@pytest.mark.parametrize("step", [11, 13])
def test_small_labels_below_their_values_take_none_of_the_next_row(tmp_path: Path, ruled: bool, step: int) -> None:
    def page(sheet: Canvas) -> None:
        sheet.setFont("Helvetica-Bold", 14)
        sheet.drawString(60, 740, "Individualized Education Program")
        y = 700
        for values, names in zip(VALUES, LABELS, strict=True):
            for size, cells, down in ((10, values, 0), (7, names, step)):
                sheet.setFont("Helvetica", size)
                for x, cell in zip(XS, cells, strict=True):
                    sheet.drawString(x, y - down, cell)
            if ruled:
                sheet.line(60, y - 3, 560, y - 3)
            y -= 24

    assert pairs(draw(tmp_path / "a.pdf", page)) == [
        pair for names, values in zip(LABELS, VALUES, strict=True) for pair in zip(names, values, strict=True)
    ]


def test_values_that_go_on_below_stand_above_their_labels_too(tmp_path: Path) -> None:
    page = strip(
        (9, ("Ida Fenn", "04/11/2016", "4")),
        (7, ("Student", "Birth date", "Grade")),
        (9, ("Elm Hill", "Lakeside", "Autism")),
        (9, ("School",)),
        (7, ("School", "District", "Disability")),
    )
    assert pairs(draw(tmp_path / "a.pdf", page))[3] == ("School", "Elm Hill School")


HEADS = ("Legal First Name", "Legal Last Name", "Birth Date")


@pytest.mark.parametrize(
    ("heads", "values", "known"),
    [(HEADS, ("Ida", "Fenn", "04/09/2016"), True), (HEADS, ("Grade", "School", "District"), False),
     (("Reading", "Writing", "Birth Date"), ("Ida", "Fenn", "04/09/2016"), False)],
)  # fmt: skip
def test_known_labels_may_have_the_type_of_the_values_beneath_them(
    tmp_path: Path, heads: tuple[str, ...], values: tuple[str, ...], known: bool
) -> None:
    found = pairs(draw(tmp_path / "a.pdf", strip((9, heads), (9, values))))
    assert (found == list(zip(heads, values, strict=True))) == known
