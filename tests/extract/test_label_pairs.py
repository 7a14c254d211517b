"""Labels and values side by side in columns without ruling lines, some of them over two lines. Nobody here exists."""

from __future__ import annotations

from pathlib import Path

import pytest
from pdf_maker import Draw, cells, draw, read
from reportlab.pdfgen.canvas import Canvas

Rows = list[list[str]]  # labels and values in turn, the lines of each parted by a line break
TWO: Rows = [
    ["Method of\nmeasuring", "Observation form\nwith a tally", "Collected", "Weekly"],
    ["Responsible", "Ms. Bo Gray", "Is this a\ntransition goal?", "No"],
]
THREE: Rows = [
    ["Name", "Ida Fenn", "Born", "02/03/2016", "Grade", "4"],
    ["Last\nevaluation", "03/22/2024", "Next one", "03/22/2027", "School", "Elm Hill"],
    ["Primary\ndisability", "Autism", "Second", "None", "County", "Elm"],
]
PLACES = {4: [56, 150, 308, 400], 6: [56, 120, 220, 270, 390, 440]}
STEP, GAP = 10.5, 3.0


def pairs(rows: Rows, label: tuple[str, float], value: tuple[str, float]) -> Draw:
    def drawn(sheet: Canvas) -> None:
        sheet.drawString(56, 740, "Ida and her aunt read this page together before the meeting began.")
        y = 700.0
        for row in rows:
            for n, (x, text) in enumerate(zip(PLACES[len(row)], row, strict=True)):
                sheet.setFont(*(value if n % 2 else label))
                for below, part in enumerate(text.split("\n")):
                    sheet.drawString(x, y - STEP * below, part)
            y -= STEP * max(text.count("\n") + 1 for text in row) + GAP

    return drawn


@pytest.mark.parametrize("rows", [TWO, THREE])
@pytest.mark.parametrize(
    ("label", "value"),
    [
        (("Helvetica", 8), ("Helvetica", 9)),
        (("Helvetica-Bold", 9), ("Helvetica", 9)),
        (("Times-Roman", 7.5), ("Times-Roman", 10)),
    ],
)
def test_each_label_and_each_value_is_a_cell(
    tmp_path: Path, rows: Rows, label: tuple[str, float], value: tuple[str, float]
) -> None:
    (page,) = read(draw(tmp_path / "plan.pdf", pairs(rows, label, value))).pages
    assert [[" ".join((text or "").split()) for text in row] for row in cells(page)] == [
        [" ".join(text.split()) for text in row] for row in rows
    ]


@pytest.mark.parametrize("heading", ["1. Factors", "Factors"])
def test_a_heading_below_the_pairs_is_none_of_their_labels(tmp_path: Path, heading: str) -> None:
    label, value = ("Helvetica-Bold", 9), ("Helvetica", 9)

    def page(sheet: Canvas) -> None:
        pairs(THREE, label, value)(sheet)
        sheet.setFont(*label)
        sheet.drawString(56, 700 - 5 * STEP - 3 * GAP - 8, heading)

    (found,) = read(draw(tmp_path / "plan.pdf", page)).pages
    assert [" ".join((row[0] or "").split()) for row in cells(found)] == [
        "Name",
        "Last evaluation",
        "Primary disability",
    ]
    assert heading in [line.text for line in found.lines]
