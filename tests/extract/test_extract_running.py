"""Running headers and footers are set aside, never headings; page labels are kept."""

from __future__ import annotations

from pathlib import Path

from pdf_maker import Draw, draw, grid, read, text_at, texts
from reportlab.pdfgen.canvas import Canvas

from iepaudit.model.document import Document


def plan(
    tmp_path: Path, pages: int, header: str = "Student: Robin Example", footer: str = "Page {n} of {all}"
) -> Document:
    def page(n: int) -> object:
        def make(sheet: Canvas) -> None:
            sheet.drawString(72, 760, header.format(n=n, all=pages))
            sheet.drawString(72, 700, "Annual goals")
            sheet.drawString(72, 680, f"Goal {n}: Robin will read {60 + n} words per minute.")
            sheet.drawString(270, 30, footer.format(n=n, all=pages))

        return make

    return read(draw(tmp_path / "plan.pdf", *(page(n) for n in range(1, pages + 1))))  # type: ignore[arg-type]


def test_header_and_footer_are_set_aside_on_every_page(tmp_path: Path) -> None:
    for page in plan(tmp_path, 4).pages:
        assert [line.text for line in page.running] == ["Student: Robin Example", f"Page {page.number} of 4"]
        assert texts(page)[0] == "Annual goals"


def test_page_labels_are_kept_as_printed(tmp_path: Path) -> None:
    assert [p.label for p in plan(tmp_path, 3).pages] == ["Page 1 of 3", "Page 2 of 3", "Page 3 of 3"]
    assert plan(tmp_path, 3, footer="Page {n}of {all}").pages[1].label == "Page 2of 3"
    assert plan(tmp_path, 3, footer="{n}").pages[2].label == "3"
    assert plan(tmp_path, 3, footer="Form 12").pages[0].label == ""
    assert plan(tmp_path, 3, footer="Keep a copy.            {n}").pages[1].label == "2"


def test_two_pages_are_enough_at_the_very_edge(tmp_path: Path) -> None:
    assert all("Student: Robin Example" in [r.text for r in p.running] for p in plan(tmp_path, 2).pages)


def test_headings_repeated_by_two_copies_of_a_form_stay(tmp_path: Path) -> None:
    for page in plan(tmp_path, 2).pages:
        assert "Annual goals" in texts(page)


def test_a_heading_below_the_header_stays_on_every_goal_page(tmp_path: Path) -> None:
    for page in plan(tmp_path, 6).pages:
        assert "Annual goals" in texts(page)


def test_a_header_with_another_name_is_still_the_header(tmp_path: Path) -> None:
    names = ["Robin Example", "Robin Example", "Casey Other", "Robin Example"]
    pages = [text_at((72, 760, f"Student: {name}"), (72, 700, f"Sentence {n}")) for n, name in enumerate(names)]
    document = read(draw(tmp_path / "plan.pdf", *pages))
    assert [p.running[0].text for p in document.pages] == [f"Student: {name}" for name in names]


def test_a_single_page_keeps_its_first_line(tmp_path: Path) -> None:
    page = plan(tmp_path, 1).pages[0]
    assert texts(page)[0] == "Student: Robin Example"
    assert page.label == "Page 1 of 1"


def test_text_pages_lose_their_headers_too(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text("\f".join(f"Student: Robin   Page {n} of 3\n\nGoal {n}\n{'text ' * n}" for n in (1, 2, 3)))
    document = read(path)
    assert [p.label for p in document.pages] == ["Page 1 of 3", "Page 2 of 3", "Page 3 of 3"]
    assert texts(document.pages[1]) == ["Goal 2", "text text"]


def test_rows_that_differ_by_figures_alone_are_no_header(tmp_path: Path) -> None:
    def page(n: int) -> Draw:
        def make(sheet: Canvas) -> None:
            rows = [["Service", "Minutes", "Place"], *([f"Session {n}{k}", "30", "Room 4"] for k in range(4))]
            grid(sheet, [72, 240, 380, 540], [770 - 20 * k for k in range(6)], rows)
            sheet.drawString(72, 600, f"Sentence {'and word ' * n}")

        return make

    document = read(draw(tmp_path / "plan.pdf", *(page(n) for n in (1, 2, 3))))
    assert [p.lines[0].text for p in document.pages] == ["Session 10", "Session 20", "Session 30"]
    assert all([line.text for line in p.running] == ["Service", "Minutes", "Place"] for p in document.pages)


def test_a_number_in_the_last_row_of_a_table_is_no_page_label(tmp_path: Path) -> None:
    def page(n: int) -> Draw:
        def make(sheet: Canvas) -> None:
            grid(sheet, [72, 250, 350, 450], [80, 62, 44], [["Times", "Service", "Place"], [str(n), "Reading", "Room"]])

        return make

    document = read(draw(tmp_path / "plan.pdf", *(page(n) for n in (1, 2, 3))))
    assert [texts(p)[-3:] for p in document.pages] == [[str(n), "Reading", "Room"] for n in (1, 2, 3)]
