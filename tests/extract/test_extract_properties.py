"""Promises of the reading stage for any input: a document or one clear line, the same every time."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pdf_maker import draw, grid, read, text_at, texts
from reportlab.pdfgen.canvas import Canvas

from iepaudit.extract import read_document
from iepaudit.extract.raw import RawPage
from iepaudit.model.document import Grade
from iepaudit.model.errors import FileError

QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def read_or_refuse(path: Path) -> None:
    try:
        document = read_document(path)
    except FileError as error:
        assert str(error) and "\n" not in str(error)
    else:
        assert document.pages
        assert [p.number for p in document.pages] == list(range(1, len(document.pages) + 1))


@QUICK
@given(data=st.binary(max_size=600), name=st.sampled_from(["a.txt", "a.md", "a.pdf", "a"]))
def test_any_bytes_give_a_document_or_one_line(tmp_path: Path, data: bytes, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    read_or_refuse(path)


@QUICK
@given(text=st.text(alphabet=st.sampled_from(list("ab |-#*_[]()xX>\n\t\f☐☒✓1:.")), min_size=1, max_size=300))
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_any_text_gives_lines_that_hold_their_words(tmp_path: Path, text: str, name: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    try:
        document = read_document(path)
    except FileError:
        return
    for page in document.pages:
        for line in (*page.lines, *page.running):
            assert line.words and " ".join(line.text.split()) == " ".join(w.text for w in line.words)
            assert line.table is None or line.table < len(page.tables)


@QUICK
@given(
    cut=st.integers(min_value=8, max_value=2500),
    spot=st.integers(min_value=8, max_value=2500),
    byte=st.integers(0, 255),
)
def test_a_damaged_pdf_gives_a_document_or_one_line(tmp_path: Path, cut: int, spot: int, byte: int) -> None:
    def page(sheet: Canvas) -> None:
        grid(sheet, [72, 200, 300], [700, 680, 660], [["Service", "Minutes"], ["Speech", "30"]])

    path = tmp_path / "plan.pdf"
    data = bytearray(draw(path, page, text_at((72, 700, "Goals"))).read_bytes())
    data[min(spot, len(data) - 1)] = byte
    path.write_bytes(bytes(data[: max(cut, len(data) - cut)]))
    read_or_refuse(path)


def test_a_page_that_trips_the_program_up_is_unreadable_and_the_others_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from iepaudit.extract import layout

    sound = layout.build_page

    def trip(raw: RawPage) -> object:
        if raw.number == 2:
            raise ValueError("a fault")
        return sound(raw)

    monkeypatch.setattr(layout, "build_page", trip)
    goals = text_at((72, 700, "Goals for this year"))
    document = read(draw(tmp_path / "plan.pdf", goals, goals, goals))
    assert [p.quality.grade for p in document.pages] == [Grade.GOOD, Grade.UNREADABLE, Grade.GOOD]
    assert texts(document.pages[2]) == ["Goals for this year"]
