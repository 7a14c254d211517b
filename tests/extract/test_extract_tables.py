"""Tables: ruled and unruled ones as rows, phantoms not at all."""

from __future__ import annotations

from pathlib import Path

import pdfplumber
import pytest
from pdf_maker import cells, draw, grid, read, text_at, texts
from reportlab.pdfgen.canvas import Canvas

SERVICES = [
    ["Service", "Minutes", "Frequency", "Start"],
    ["Reading instruction", "45", "5 x weekly", "08/17/2026"],
    ["Speech therapy\nin a small group", "30", "2 x weekly", "08/17/2026"],
]
XS, YS = [72, 220, 290, 390, 480], [700, 680, 660, 630]


def ruled(sheet: Canvas) -> None:
    grid(sheet, XS, YS, SERVICES)


@pytest.mark.parametrize("engine", ["pdfium", "pdfplumber"])
def test_a_ruled_table_comes_out_as_rows(tmp_path: Path, engine: str) -> None:
    page = read(draw(tmp_path / "plan.pdf", ruled), engine=engine).pages[0]
    assert cells(page) == SERVICES
    assert page.tables[0].ruled


def test_lines_know_their_cell_and_come_row_by_row(tmp_path: Path) -> None:
    page = read(draw(tmp_path / "plan.pdf", ruled)).pages[0]
    assert [(n.text, n.table, n.row, n.column) for n in page.lines[8:12]] == [
        ("Speech therapy", 0, 2, 0),
        ("in a small group", 0, 2, 0),
        ("30", 0, 2, 1),
        ("2 x weekly", 0, 2, 2),
    ]


def test_rules_drawn_as_thin_filled_rectangles_count(tmp_path: Path) -> None:
    def page(sheet: Canvas) -> None:
        for y in YS:
            sheet.rect(XS[0], y, XS[-1] - XS[0], 0.6, fill=1, stroke=0)
        for x in XS:
            sheet.rect(x, YS[-1], 0.6, YS[0] - YS[-1], fill=1, stroke=0)
        for row, y in zip(SERVICES, YS, strict=False):
            for text, x in zip(row, XS, strict=False):
                sheet.drawString(x + 4, y - 12, text.split("\n")[0])

    found = cells(read(draw(tmp_path / "plan.pdf", page)).pages[0])
    assert found[1] == SERVICES[1]


def test_a_table_without_its_outer_sides_keeps_its_outer_columns(tmp_path: Path) -> None:
    def page(sheet: Canvas) -> None:
        grid(sheet, XS, YS, SERVICES)
        sheet.setStrokeGray(1)
        sheet.setLineWidth(2)
        sheet.line(XS[0], YS[0], XS[0], YS[-1])

    def open_sided(sheet: Canvas) -> None:
        for y in YS:
            sheet.line(XS[0], y, XS[-1], y)
        for x in XS[1:-1]:
            sheet.line(x, YS[0], x, YS[-1])
        for row, y in zip(SERVICES, YS, strict=False):
            for text, x in zip(row, XS, strict=False):
                for n, part in enumerate(text.split("\n")):
                    sheet.drawString(x + 4, y - 12 - 12 * n, part)

    assert cells(read(draw(tmp_path / "plan.pdf", open_sided)).pages[0]) == SERVICES
    assert cells(read(draw(tmp_path / "white.pdf", page)).pages[0]) == SERVICES


def test_rules_between_paragraphs_make_no_table(tmp_path: Path) -> None:
    def page(sheet: Canvas) -> None:
        for n in range(4):
            sheet.line(60, 715 - 40 * n, 540, 715 - 40 * n)
            sheet.drawString(72, 700 - 40 * n, f"Paragraph {n} about reading.")

    assert read(draw(tmp_path / "plan.pdf", page)).pages[0].tables == ()


def test_a_merged_cell_stands_at_its_first_place(tmp_path: Path) -> None:
    def page(sheet: Canvas) -> None:
        for y in (700, 680, 660):
            sheet.line(72, y, 372, y)
        for x, bottom, top in ((72, 660, 700), (172, 660, 680), (272, 660, 680), (372, 660, 700)):
            sheet.line(x, bottom, x, top)
        for x, y, text in ((76, 688, "Services"), (76, 668, "Speech"), (176, 668, "30"), (276, 668, "Weekly")):
            sheet.drawString(x, y, text)

    assert cells(read(draw(tmp_path / "plan.pdf", page)).pages[0]) == [
        ["Services", None, None],
        ["Speech", "30", "Weekly"],
    ]


@pytest.mark.parametrize("kind", ["frame", "stack", "underlines", "shading", "empty"])
def test_phantom_tables_are_dropped(tmp_path: Path, kind: str) -> None:
    def page(sheet: Canvas) -> None:
        if kind == "frame":
            sheet.rect(50, 50, 510, 690)
        elif kind == "stack":
            for n in range(3):
                sheet.rect(60, 600 - 60 * n, 480, 60)
        elif kind == "underlines":
            for n in range(5):
                sheet.line(72, 697 - 20 * n, 300, 697 - 20 * n)
        elif kind == "shading":
            sheet.setFillGray(0.9)
            for n in range(5):
                sheet.rect(60, 690 - 20 * n, 480, 20, fill=1, stroke=0)
            sheet.setFillGray(0)
        else:
            grid(sheet, XS, [300, 280, 260], [])
        for n in range(5):
            sheet.drawString(72, 700 - 20 * n, f"Sentence {n} about reading and writing.")

    found = read(draw(tmp_path / "plan.pdf", page)).pages[0]
    assert found.tables == ()
    assert texts(found) == [f"Sentence {n} about reading and writing." for n in range(5)]


def test_double_rules_make_no_extra_columns(tmp_path: Path) -> None:
    def page(sheet: Canvas) -> None:
        grid(sheet, [72, 200, 205, 330], [700, 680, 660], [["Service", "", "Minutes"], ["Speech", "", "30"]])

    assert cells(read(draw(tmp_path / "plan.pdf", page)).pages[0]) == [["Service", "Minutes"], ["Speech", "30"]]


def test_check_box_squares_are_no_cells(tmp_path: Path) -> None:
    def page(sheet: Canvas) -> None:
        for row in range(3):
            for column in range(3):
                sheet.rect(72 + 120 * column, 700 - 20 * row, 9, 9)
                sheet.drawString(85 + 120 * column, 701 - 20 * row, f"Choice {row}{column}")

    found = read(draw(tmp_path / "plan.pdf", page)).pages[0]
    assert found.tables == () and len(found.check_boxes) == 9


def test_text_too_long_for_its_cell_stays_with_its_line(tmp_path: Path) -> None:
    def page(sheet: Canvas) -> None:
        grid(sheet, [72, 140, 300], [700, 680, 660], [["Aid", "When"], ["Access to a reader", ""]])
        sheet.drawString(200, 668, "All tests")

    assert cells(read(draw(tmp_path / "plan.pdf", page)).pages[0])[1] == ["Access to a reader", "All tests"]


def test_a_value_printed_over_its_neighbors_stays_in_its_own_cell(tmp_path: Path) -> None:
    def page(sheet: Canvas) -> None:
        grid(sheet, [72, 140, 230, 300], [700, 680, 660], [["Goal", "Level", "Test"], ["", "", ""]])
        for x, text in ((74, "By May Robin will read sixty words a minute"), (142, "40 words"), (232, "Weekly")):
            sheet.drawString(x, 668, text)

    found = cells(read(draw(tmp_path / "plan.pdf", page)).pages[0])[1]
    assert found == ["By May Robin will read sixty words a minute", "40 words", "Weekly"]


def test_turned_column_heads_are_readable(tmp_path: Path) -> None:
    def page(sheet: Canvas) -> None:
        grid(sheet, [72, 200, 230, 260], [700, 620, 600], [["Accommodation", "", ""], ["Extended time", "x", "x"]])
        for x, head in ((218, "Language Arts"), (248, "Mathematics")):
            sheet.saveState()
            sheet.translate(x, 624)
            sheet.rotate(90)
            sheet.drawString(0, 0, head)
            sheet.restoreState()

    assert cells(read(draw(tmp_path / "plan.pdf", page)).pages[0])[0] == [
        "Accommodation",
        "Language Arts",
        "Mathematics",
    ]


def test_text_before_beside_and_after_a_table_keeps_its_order(tmp_path: Path) -> None:
    def page(sheet: Canvas) -> None:
        sheet.drawString(72, 720, "Services")
        sheet.drawString(72, 690, "Table 1")
        grid(sheet, [200, 280, 360], [700, 680, 660], [["A", "B"], ["C", "D"]])
        sheet.drawString(72, 640, "Notes")

    assert texts(read(draw(tmp_path / "plan.pdf", page)).pages[0]) == [
        "Services",
        "Table 1",
        "A",
        "B",
        "C",
        "D",
        "Notes",
    ]


def unruled(*rows: list[str], head: str = "Helvetica-Bold") -> object:
    def page(sheet: Canvas) -> None:
        sheet.drawString(72, 740, "The school will give these services to Robin during the year.")
        sheet.setFont(head, 10)
        y = 710.0
        for row in rows:
            for text, x in zip(row, XS, strict=False):
                for n, part in enumerate(text.split("\n")):
                    sheet.drawString(x, y - 11 * n, part)
            sheet.setFont("Helvetica", 10)
            y -= 11 * max(text.count("\n") for text in row) + 16
        sheet.drawString(72, y - 6, "Progress is reported with every report card, in writing, to the parents of Robin.")

    return page


@pytest.mark.parametrize("head", ["Helvetica-Bold", "Helvetica"])
def test_an_unruled_table_below_its_heads_comes_out_as_rows(tmp_path: Path, head: str) -> None:
    page = read(draw(tmp_path / "plan.pdf", unruled(*SERVICES, head=head))).pages[0]  # type: ignore[arg-type]
    assert cells(page) == SERVICES
    assert not page.tables[0].ruled
    assert page.lines[0].table is None and page.lines[-1].table is None


def test_an_empty_cell_of_an_unruled_table_stays_empty(tmp_path: Path) -> None:
    rows = [SERVICES[0], ["Speech", "", "2 x weekly", ""], ["Reading", "45", "", "08/17/2026"]]
    assert cells(read(draw(tmp_path / "plan.pdf", unruled(*rows))).pages[0]) == rows  # type: ignore[arg-type]


def test_lines_of_labels_are_no_unruled_table(tmp_path: Path) -> None:
    rows = [
        ["Parent", "Date", "Role", "Phone"],
        ["Teacher", "Date", "Role", "Phone"],
        ["Principal", "Date", "Role", "Phone"],
    ]
    page = read(draw(tmp_path / "plan.pdf", unruled(*rows, head="Helvetica"))).pages[0]  # type: ignore[arg-type]
    assert page.tables == ()
    assert "Teacher   Date   Role   Phone" in texts(page)


def test_words_and_cells_agree_with_pdfplumber(tmp_path: Path) -> None:
    def page(sheet: Canvas) -> None:
        grid(sheet, XS, YS, SERVICES)
        for n in range(20):
            sheet.drawString(72, 600 - 14 * n, f"Line {n}: Robin will answer {n} of 30 questions in class this week.")

    path = draw(tmp_path / "plan.pdf", page, text_at((72, 700, "Second page")))
    document = read(path)
    with pdfplumber.open(path) as oracle:
        for ours, theirs in zip(document.pages, oracle.pages, strict=True):
            words = sorted(
                (w["text"], round(w["x0"]), round((w["top"] + w["bottom"]) / 2, -1)) for w in theirs.extract_words()
            )
            own = sorted((w.text, round(w.box.x0), round(w.box.center[1], -1)) for w in ours.words)
            assert [w[:2] for w in own] == [w[:2] for w in words]
            assert [cells(ours, n) for n in range(len(ours.tables))] == theirs.extract_tables()


def test_a_page_of_thousands_of_lines_is_read_without_looking_for_tables(tmp_path: Path) -> None:
    def page(sheet: Canvas) -> None:
        sheet.drawString(72, 760, "A drawing of the school yard, for the families of the school")
        for n in range(2600):
            sheet.line(72 + n % 90 * 5, 700 - n // 90 * 9, 76 + n % 90 * 5, 700 - n // 90 * 9)
            sheet.line(72 + n % 90 * 5, 700 - n // 90 * 9, 72 + n % 90 * 5, 704 - n // 90 * 9)

    found = read(draw(tmp_path / "plan.pdf", page)).pages[0]
    assert found.tables == () and found.lines


def test_heads_of_several_lines_at_different_heights_and_rows_of_two_lines_without_rules(tmp_path: Path) -> None:
    def page(sheet: Canvas) -> None:
        sheet.setFont("Helvetica-Bold", 9)
        for x, y, text in (
            (72, 700, "Service(s)"), (190, 700, "Frequency"), (280, 700, "School/location"),
            (370, 705, "Instructional"), (370, 695, "setting"), (460, 705, "Duration from"), (460, 695, "and to"),
        ):  # fmt: skip
            sheet.drawString(x, y, text)
        sheet.setFont("Helvetica", 9)
        for n, name in enumerate(("reading", "math", "writing")):
            y = 675 - 26 * n
            for x, upper, lower in (
                (72, "Specially designed", f"instruction: {name}"), (190, "90 minutes 2 times", "per week"),
                (280, "Elm Grove", "middle school"), (370, "General education", "classroom"),
                (460, "09/29/2025 to", "09/24/2026"),
            ):  # fmt: skip
                sheet.drawString(x, y, upper)
                sheet.drawString(x, y - 10, lower)

    (table,) = read(draw(tmp_path / "plan.pdf", page)).pages[0].tables
    rows = [[" ".join(c.text.split()) if c else "" for c in row] for row in table.rows]
    assert rows[0] == ["Service(s)", "Frequency", "School/location", "Instructional setting", "Duration from and to"]
    assert [row[0] for row in rows[1:]] == [
        f"Specially designed instruction: {n}" for n in ("reading", "math", "writing")
    ]
    assert rows[2][4] == "09/29/2025 to 09/24/2026"


def test_a_column_of_bold_labels_beside_their_values_is_a_table_of_two_columns(tmp_path: Path) -> None:
    def page(sheet: Canvas) -> None:
        y = 700
        for label, value in (
            (["Name"], ["Ida Fenn"]),
            (["Date of birth"], ["May 14, 2016"]),
            (["Anticipated annual", "review"], ["on or before March 1, 2027"]),
            (["Strengths"], ["Ida knows every bird of the marsh", "and draws them."]),
        ):
            for n, text in enumerate(label):
                sheet.setFont("Helvetica-Bold", 10)
                sheet.drawRightString(170, y - 11 * n, text)
            for n, text in enumerate(value):
                sheet.setFont("Helvetica", 10)
                sheet.drawString(182, y - 11 * n, text)
            y -= 30

    (table,) = read(draw(tmp_path / "plan.pdf", page)).pages[0].tables
    rows = [[" ".join(c.text.split()) if c else "" for c in row] for row in table.rows]
    assert rows == [
        ["Name", "Ida Fenn"],
        ["Date of birth", "May 14, 2016"],
        ["Anticipated annual review", "on or before March 1, 2027"],
        ["Strengths", "Ida knows every bird of the marsh and draws them."],
    ]


def test_a_label_of_two_lines_beside_a_value_that_begins_in_bold_is_a_row(tmp_path: Path) -> None:
    def page(sheet: Canvas) -> None:
        rows = [("Grade", "4"), ("School", "Elm"), ("Room", "12"), ("Pupil", "Robin")]
        for n, (label, value) in enumerate(rows):
            sheet.setFont("Helvetica-Bold", 10)
            sheet.drawString(72, 720 - 20 * n, label)
            sheet.setFont("Helvetica", 10)
            sheet.drawString(180, 720 - 20 * n, value)
        sheet.setFont("Helvetica-Bold", 10)
        sheet.drawString(72, 640, "Annual")
        sheet.drawString(72, 628, "Goals")
        sheet.drawString(180, 628, "Goal 1: Reading")
        sheet.setFont("Helvetica", 10)
        sheet.drawString(180, 612, "Robin will read.")

    found = cells(read(draw(tmp_path / "plan.pdf", page)).pages[0])
    assert found[3:] == [["Pupil", "Robin"], ["Annual\nGoals", "Goal 1: Reading\nRobin will read."]]


def test_labels_in_bold_with_their_values_right_behind_them_are_no_table(tmp_path: Path) -> None:
    def page(sheet: Canvas) -> None:
        for n, value in enumerate(("reading in a small group", "counseling", "speech therapy", "a daily check")):
            sheet.setFont("Helvetica-Bold", 10)
            sheet.drawString(72, 700 - 20 * n, "Service:")
            sheet.setFont("Helvetica", 10)
            sheet.drawString(114, 700 - 20 * n, value)

    assert read(draw(tmp_path / "plan.pdf", page)).pages[0].tables == ()


def test_a_sentence_below_an_unruled_table_is_not_a_row_of_it(tmp_path: Path) -> None:
    def page(sheet: Canvas) -> None:
        sheet.setFont("Courier-Bold", 9)
        for x, text in ((72, "SERVICE"), (200, "FREQUENCY"), (330, "LOCATION")):
            sheet.drawString(x, 700, text)
        sheet.setFont("Courier", 9)
        for n in range(3):
            for x, text in ((72, "Reading class"), (200, "30 minutes a day"), (330, "resource room")):
                sheet.drawString(x, 688 - 12 * n, text)
        sheet.drawString(72, 640, "Where the student is now: 9 letters")

    (table,) = read(draw(tmp_path / "plan.pdf", page)).pages[0].tables
    assert len(table.rows) == 4
