"""Tables with a rule under each row, one below the other. Nobody here exists."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from pdf_maker import Draw, cells, draw, read, texts
from reportlab.pdfgen.canvas import Canvas

Rows = list[list[str]]
LABELS = [
    [("Learner", "Ida Fenn"), ("Born", "02/03/2016"), ("Grade", "4")],
    [("School", "Elm School"), ("County", "Elm"), ("Manager", "Bo Gray")],
    [("Meeting", "08/20/2026"), ("Begins", "09/01/2026"), ("Ends", "08/19/2027")],
]
SERVICES: Rows = [
    ["Service", "Minutes", "Frequency", "Location", "Start", "End"],
    ["Reading instruction", "45 minutes", "5 times weekly", "Room 4", "09/01/2026", "05/28/2027"],
    ["Speech therapy", "30 minutes", "2 times weekly", "Room 9", "09/01/2026", "05/28/2027"],
]
TEAM: Rows = [
    ["Name", "Role", "Date"],
    ["Ann Fenn", "Parent", "08/20/2026"],
    ["Bo Gray", "Teacher", "08/20/2026"],
]
GOALS: Rows = [
    ["Goal", "Measured by", "Reported", "Responsible"],
    ["Read 90 words a minute", "Weekly probes", "Quarterly", "Bo Gray"],
]
PLACES = {3: [52, 260, 430], 4: [52, 210, 320, 400], 6: [52, 190, 260, 345, 430, 500]}
AFTER = "Ida and her aunt read this page together before the meeting began."


def small_labels(sheet: Canvas, y: float) -> float:
    for row in LABELS:
        for x, (label, value) in zip(PLACES[3], row, strict=True):
            sheet.setFont("Helvetica", 6.5)
            sheet.drawString(x, y, label)
            sheet.setFont("Helvetica", 9.5)
            sheet.drawString(x, y - 11, value)
        sheet.line(50, y - 16, 560, y - 16)
        y -= 26
    return y


def ruled(sheet: Canvas, rows: Rows, y: float, bold: bool, top: bool) -> float:
    if top:
        sheet.line(50, y + 12, 560, y + 12)
    for row in rows:
        sheet.setFont("Helvetica-Bold" if bold and row is rows[0] else "Helvetica", 9)
        for x, text in zip(PLACES[len(row)], row, strict=True):
            sheet.drawString(x, y, text)
        sheet.line(50, y - 5, 560, y - 5)
        y -= 18
    return y


def stacked(tables: Sequence[tuple[str, Rows]], titles: bool, bold: bool, top: bool) -> Draw:
    def drawn(sheet: Canvas) -> None:
        y = small_labels(sheet, 740)
        for title, rows in tables:
            y -= 8
            if titles:
                sheet.setFont("Helvetica-Bold", 10)
                sheet.drawString(50, y, title)
                y -= 18
            y = ruled(sheet, rows, y, bold, top)
        sheet.drawString(50, y - 10, AFTER)

    return drawn


@pytest.mark.parametrize("titles", [True, False])
@pytest.mark.parametrize("bold", [True, False])
@pytest.mark.parametrize("top", [True, False])
def test_tables_below_each_other_keep_their_own_columns(tmp_path: Path, titles: bool, bold: bool, top: bool) -> None:
    tables = [("Services", SERVICES), ("Team", TEAM), ("Goals", GOALS)]
    (page,) = read(draw(tmp_path / "plan.pdf", stacked(tables, titles, bold, top))).pages
    labels = [[f"{label}\n{value}" for label, value in row] for row in LABELS]
    assert [cells(page, n) for n in range(4)] == [labels, SERVICES, TEAM, GOALS]
    free = [line.text for line in page.lines if line.table is None]
    assert free == ([title for title, _ in tables] if titles else []) + [AFTER]


def test_a_group_row_between_rows_stays_in_its_table(tmp_path: Path) -> None:
    def drawn(sheet: Canvas) -> None:
        y = ruled(sheet, SERVICES, 700, bold=True, top=True)
        sheet.drawString(52, y, "Related services")
        sheet.line(50, y - 5, 560, y - 5)
        ruled(sheet, SERVICES[1:], y - 18, bold=False, top=False)

    (page,) = read(draw(tmp_path / "plan.pdf", drawn)).pages
    names = [row[0] for row in SERVICES]
    assert [row[0] for row in cells(page)] == [*names, "Related services", *names[1:]]


def test_a_heading_in_bold_below_the_last_row_is_no_row(tmp_path: Path) -> None:
    def drawn(sheet: Canvas) -> None:
        y = ruled(sheet, TEAM, 700, bold=True, top=True)
        sheet.setFont("Helvetica-Bold", 9)
        sheet.drawString(52, y, "Hopes of the family")
        sheet.line(50, y - 5, 560, y - 5)
        sheet.setFont("Helvetica", 9)
        sheet.drawString(52, y - 14, AFTER)

    (page,) = read(draw(tmp_path / "plan.pdf", drawn)).pages
    assert cells(page) == TEAM and texts(page)[-2:] == ["Hopes of the family", AFTER]


@pytest.mark.parametrize("colon", [":", ""])
@pytest.mark.parametrize("table", [True, False])
def test_a_list_of_labels_and_values_in_a_frame_is_no_row(tmp_path: Path, colon: str, table: bool) -> None:
    pairs = [[f"{a}{colon}", b, f"{c}{colon}", d] for row in LABELS for (a, b), (c, d) in [row[:2]]]

    def drawn(sheet: Canvas) -> None:
        sheet.setFont("Helvetica-Bold", 11)
        sheet.line(50, 715, 560, 715)
        sheet.drawString(54, 703, "About the learner")
        sheet.line(50, 698, 560, 698)
        sheet.setFont("Helvetica", 9)
        for n, row in enumerate(pairs):
            for x, text in zip(PLACES[4], row, strict=True):
                sheet.drawString(x, 685 - 11 * n, text)
        sheet.line(50, 658, 560, 658)
        if table:
            ruled(sheet, TEAM, 645, bold=True, top=False)

    (page,) = read(draw(tmp_path / "plan.pdf", drawn)).pages
    assert [[w.text for w in line.words] for line in page.lines if line.table is None][1:] == [
        " ".join(row).split() for row in pairs
    ]
    assert [cells(page, n) for n in range(len(page.tables))] == ([TEAM] if table else [])
