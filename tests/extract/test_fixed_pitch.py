"""PDF pages in print of one letter width: tables by spaces and bars, lines of dashes, headings in capitals."""

from __future__ import annotations

from pathlib import Path

from pdf_maker import draw, read
from reportlab.pdfgen.canvas import Canvas

from iepaudit.model.document import Page

FILLER = [f"Ira reads page {n} of the story aloud and tells what it says." for n in range(4)]


def typed(folder: Path, *lines: str, font: str = "Courier") -> Page:
    def page(sheet: Canvas) -> None:
        sheet.setFont(font, 9)
        for n, line in enumerate((*FILLER, "", *lines)):
            sheet.drawString(54, 740 - 11 * n, line)

    return read(draw(folder / "plan.pdf", page)).pages[0]


def rows(page: Page) -> list[list[str]]:
    return [[" ".join(c.text.split()) if c else "" for c in row] for row in page.tables[0].rows]


TABLE = (
    "Service               Amount and         Place         Start",
    "                      Frequency                        Date",
    "-" * 70,
    "Reading instruction   45 minutes, 5      Resource      09/02/2025",
    "in a small group      times per week     room",
    "Speech therapy        20 minutes, 2      Speech        09/02/2025",
    "                      times per week     room",
    "-" * 70,
)


def test_rows_of_several_lines_stand_under_heads_of_several_lines(tmp_path: Path) -> None:
    page = typed(tmp_path, *TABLE)
    assert rows(page) == [
        ["Service", "Amount and Frequency", "Place", "Start Date"],
        ["Reading instruction in a small group", "45 minutes, 5 times per week", "Resource room", "09/02/2025"],
        ["Speech therapy", "20 minutes, 2 times per week", "Speech room", "09/02/2025"],
    ]
    assert not any("---" in line.text for line in page.lines)


def test_years_and_heads_that_a_column_cut_are_whole(tmp_path: Path) -> None:
    page = typed(
        tmp_path,
        "Service           Amount        Startin  Location",
        "                                g Date",
        "-" * 60,
        "Speech therapy    20 minutes    02/02/2  Room 4",
        "                  a week        6",
    )
    assert rows(page) == [
        ["Service", "Amount", "Starting Date", "Location"],
        ["Speech therapy", "20 minutes a week", "02/02/26", "Room 4"],
    ]


def test_tables_between_bars_are_read(tmp_path: Path) -> None:
    border = "+-------------+------------+----------+"
    page = typed(
        tmp_path, border, "| Service     | Amount     | Place    |", border, "| Speech      | 20 minutes | Room 4   |",
        "| therapy     |            |          |", border, "| Reading     | 40 minutes | Class    |", border,
    )  # fmt: skip
    assert rows(page)[1:] == [["Speech therapy", "20 minutes", "Room 4"], ["Reading", "40 minutes", "Class"]]


def test_headings_in_capitals_are_as_good_as_bold(tmp_path: Path) -> None:
    words = [w for name in ("NOTES", "PROGRESS", "PLACEMENT") for w in (name, f"This is about {name.lower()}.", "")]
    page = typed(tmp_path, *words)
    assert [line.text for line in page.lines if line.bold] == ["NOTES", "PROGRESS", "PLACEMENT"]


def test_other_print_is_left_alone(tmp_path: Path) -> None:
    page = typed(tmp_path, "NOTES", "Some words.", "", "PROGRESS", "Some words.", "", "PLACEMENT", font="Helvetica")
    assert not any(line.bold for line in page.lines)


def test_a_table_in_smaller_print_than_the_page_keeps_its_columns(tmp_path: Path) -> None:
    def page(sheet: Canvas) -> None:
        sheet.setFont("Courier", 11)
        for n, line in enumerate((*FILLER, *FILLER)):
            sheet.drawString(54, 740 - 13 * n, line)
        sheet.setFont("Courier", 7)
        for n, row in enumerate((
            ["Service", "Minutes", "Frequency", "Location", "Start date"],
            ["READING", "45 minutes", "5 x per week", "RESOURCE ROOM", "02/09/2026"],
            ["", "", "", "AND CLASS", ""],
            ["SPEECH THERAPY", "30 minutes", "2 x per week", "SPEECH ROOM", "02/09/2026"],
        )):  # fmt: skip
            for x, text in zip((50, 180, 252, 338, 434), row, strict=True):
                sheet.drawString(x, 600 - 9 * n, text)

    found = rows(read(draw(tmp_path / "plan.pdf", page)).pages[0])
    assert found[1] == ["READING", "45 minutes", "5 x per week", "RESOURCE ROOM AND CLASS", "02/09/2026"]
    assert found[2] == ["SPEECH THERAPY", "30 minutes", "2 x per week", "SPEECH ROOM", "02/09/2026"]
