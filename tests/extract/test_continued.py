"""Tables that go on at the top of the next page."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from pdf_maker import Draw, cells, draw, grid, read, texts
from reportlab.pdfgen.canvas import Canvas

HEADS = ["Service", "Minutes", "Location", "Start Date"]
XS = [72.0, 220.0, 300.0, 420.0, 540.0]
READING = ["Reading", "60", "Resource room", "08/17/2026"]
SPEECH = ["Speech", "30", "Office", "09/01/2026"]


def ruled(*rows: list[str], top: float = 740.0, xs: list[float] = XS) -> Draw:
    return lambda sheet: grid(sheet, xs, [top - 24 * n for n in range(len(rows) + 1)], list(rows))


def spaced(*rows: list[str], top: float = 740.0, bold: bool = False, rules: bool = False) -> Draw:
    def page(sheet: Canvas) -> None:
        for n, row in enumerate(rows):
            sheet.setFont("Helvetica-Bold" if bold and n == 0 else "Helvetica", 10)
            for x, text in zip(XS, row, strict=False):
                for k, part in enumerate(text.split("\n")):
                    sheet.drawString(x + 4, top - 12 - 28 * n - 11.5 * k, part)
            if rules:
                sheet.line(XS[0], top - 27 - 28 * n, XS[-1], top - 27 - 28 * n)

    return page


def test_a_ruled_table_gets_its_heads_again(tmp_path: Path) -> None:
    found = read(draw(tmp_path / "plan.pdf", ruled(HEADS, READING), ruled(SPEECH), ruled(["Counseling", *SPEECH[1:]])))
    assert cells(found.pages[1]) == [HEADS, SPEECH]
    assert cells(found.pages[2]) == [HEADS, ["Counseling", *SPEECH[1:]]]
    assert [(n.row, n.page) for n in found.pages[1].lines] == [(0, 2)] * 4 + [(1, 2)] * 4


@pytest.mark.parametrize("rules", [False, True])
def test_rows_without_upright_rules_go_on_under_their_heads(tmp_path: Path, rules: bool) -> None:
    first = spaced(HEADS, ["Reading\ninstruction", *READING[1:]], bold=True, rules=rules)
    second = spaced(["Speech\ntherapy", "30", "Office", "09/01/2026"], rules=rules)
    found = read(draw(tmp_path / "plan.pdf", first, second))
    assert cells(found.pages[1]) == [HEADS, ["Speech\ntherapy", "30", "Office", "09/01/2026"]]


def test_long_heads_in_bold_print_come_again(tmp_path: Path) -> None:
    asks = "Service and the part of\nthe plan it is given for"
    first = spaced([asks, *HEADS[1:]], READING, bold=True, rules=True)
    assert cells(read(draw(tmp_path / "plan.pdf", first, spaced(SPEECH, rules=True))).pages[1])[0] == [asks, *HEADS[1:]]


def test_text_below_the_last_row_is_none_of_its_rows(tmp_path: Path) -> None:
    def second(sheet: Canvas) -> None:
        spaced(SPEECH)(sheet)
        sheet.drawString(76, 700, "Robin leaves the class for these services only.")

    found = read(draw(tmp_path / "plan.pdf", spaced(HEADS, READING, bold=True), second)).pages[1]
    assert cells(found) == [HEADS, SPEECH]
    assert texts(found)[-1] == "Robin leaves the class for these services only."


def test_a_row_that_was_cut_in_mid_sentence_is_one_row(tmp_path: Path) -> None:
    goal = ["Goal 1", "By May Ida may", "40 words", "Tests"]
    rest = ["", "60 words in a minute.", "", ""]
    heads = ["Number", "Annual Goal", "Baseline", "Method"]
    found = read(draw(tmp_path / "plan.pdf", ruled(heads, goal), ruled(rest, ["Goal 2", "By May ...", "x", "Notes"])))
    assert cells(found.pages[0])[1] == ["Goal 1", "By May Ida may", "40 words", "Tests"]

    joined = read(draw(tmp_path / "b.pdf", ruled(heads, goal), ruled(["", "aloud for a minute.", "", ""])))
    assert cells(joined.pages[0])[1] == ["Goal 1", "By May Ida may\naloud for a minute.", "40 words", "Tests"]
    assert texts(joined.pages[1]) == []


@pytest.mark.parametrize(
    ("above", "below"),
    [("By May Ida may", "aloud for a minute."), ("Ida reads 4 of", "5 pages aloud.")],
)
def test_a_row_that_was_cut_is_one_row_where_the_heads_come_again(tmp_path: Path, above: str, below: str) -> None:
    heads = ["Number", "Annual Goal", "Baseline", "Method"]
    first = ruled(["Goals", "", "", ""], heads, ["1", "By May ...", "x", "Notes"], ["2", above, "40 words", "Tests"])
    again = [*heads[:1], "Annual Goal (cont.)", *heads[2:]]
    second = ruled(again, ["", below, "", ""], ["3", "By June ...", "x", "Notes"])
    found = read(draw(tmp_path / "plan.pdf", first, second))
    assert cells(found.pages[0])[-1] == ["2", f"{above}\n{below}", "40 words", "Tests"]
    assert cells(found.pages[1]) == [again, ["3", "By June ...", "x", "Notes"]]
    assert [n.row for n in found.pages[1].lines] == [0] * 4 + [1] * 4


def test_a_whole_row_below_heads_that_come_again_is_a_row_of_its_own(tmp_path: Path) -> None:
    heads = ["Area", "Annual Goal", "Baseline", "Method"]
    first = ruled(heads, ["Reading", "Ida will read a page.", "40 words", "Tests"])
    second = ruled(heads, ["", "Ida will tell it again.", "1 of 5 events", "Notes"])
    found = read(draw(tmp_path / "plan.pdf", first, second))
    assert [len(cells(page)) for page in found.pages] == [2, 2]


def test_a_row_whose_lower_rule_is_on_the_next_page_is_in_its_table(tmp_path: Path) -> None:
    def open_below(sheet: Canvas) -> None:
        grid(sheet, XS, [740, 716], [HEADS])
        for x in XS:
            sheet.line(x, 716, x, 680)
        for x, text in zip(XS, READING, strict=False):
            sheet.drawString(x + 4, 700, text)

    assert cells(read(draw(tmp_path / "plan.pdf", open_below)).pages[0]) == [HEADS, READING]


def test_another_table_keeps_its_own_heads(tmp_path: Path) -> None:
    heads = ["Accommodation", "Setting", "Assessment", "Provider"]
    found = read(draw(tmp_path / "plan.pdf", ruled(HEADS, READING), ruled(heads, ["Timer", "Class", "All", "Aide"])))
    assert cells(found.pages[1])[0] == heads


def test_a_table_with_other_columns_gets_no_heads(tmp_path: Path) -> None:
    other = ruled(["Ida Fenn", "Parent", "Here", "Yes"], xs=[72.0, 250.0, 350.0, 450.0, 540.0])
    found = read(draw(tmp_path / "plan.pdf", ruled(HEADS, READING), other))
    assert cells(found.pages[1]) == [["Ida Fenn", "Parent", "Here", "Yes"]]


def test_a_table_below_text_of_its_own_page_gets_no_heads(tmp_path: Path) -> None:
    def second(sheet: Canvas) -> None:
        sheet.drawString(76, 740, "Robin is helped in these places:")
        ruled(SPEECH, top=720)(sheet)

    assert cells(read(draw(tmp_path / "plan.pdf", ruled(HEADS, READING), second)).pages[1]) == [SPEECH]


def test_labels_printed_below_their_values_are_no_heads(tmp_path: Path) -> None:
    rows = [["Ida Fenn", "4", "Elm"], ["Student", "Grade", "School"], ["09/21/2026", "09/28/2026", "09/20/2027"],
            ["Meeting Date", "Start Date", "End Date"], ["09/20/2027", "10/02/2024", "10/01/2027"],
            ["Annual Review", "Evaluation", "Reevaluation Start"]]  # fmt: skip

    def page(sheet: Canvas) -> None:
        for n, row in enumerate(rows):
            for k, text in enumerate(row):
                sheet.drawString(72 + 160 * k, 740 - 16 * n, text)

    assert read(draw(tmp_path / "plan.pdf", page)).pages[0].tables == ()


def test_the_rest_of_a_cut_row_is_shown_inside_of_the_page(tmp_path: Path) -> None:
    def first(sheet: Canvas) -> None:
        ruled(HEADS, ["Reading", "60", "The library,", "08/17/2026"], top=60)(sheet)

    rest = ["", "", "the classroom,\nor the hall when\nboth are in use", ""]

    def second(sheet: Canvas) -> None:
        grid(sheet, XS, [780, 730, 700], [rest, SPEECH])

    page = read(draw(tmp_path / "plan.pdf", first, second)).pages[0]
    own = [line for line in page.lines if line.row == 1 and line.column == 2]
    assert [line.text for line in own] == ["The library,", *rest[2].split("\n")]
    assert all(a.box.top < b.box.top for a, b in pairwise(own))
    assert max(line.box.bottom for line in own) <= page.height


def test_heads_set_above_a_table_at_the_upper_edge_are_shown_inside_of_the_page(tmp_path: Path) -> None:
    found = read(draw(tmp_path / "plan.pdf", ruled(HEADS, READING), ruled(SPEECH, top=788)))
    assert cells(found.pages[1]) == [HEADS, SPEECH]
    assert min(line.box.top for line in found.pages[1].lines) >= 0


def test_the_same_form_once_more_on_the_next_page_is_a_table_of_its_own(tmp_path: Path) -> None:
    def goal(number: int, words: str) -> Draw:
        def page(sheet: Canvas) -> None:
            rows = [[f"Goal # {number}", "Area: Reading"], ["Annual goal", words]]
            grid(sheet, [72.0, 220.0, 540.0], [740.0, 716.0, 692.0], rows)
            report = [["Progress report", "Score March", "Score June", "Comment"], ["Code", "", "", ""]]
            grid(sheet, [72.0, 180.0, 300.0, 420.0, 540.0], [692.0, 668.0, 644.0], report)

        return page

    found = read(draw(tmp_path / "plan.pdf", goal(1, "Ana will read 40 words."), goal(2, "Ana will add 12 sums.")))
    assert texts(found.pages[1])[0] == "Goal # 2"
