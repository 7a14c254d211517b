"""Pages of long files are packed, and come out as they went in."""

from __future__ import annotations

from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from iepaudit.extract import packed, read_document
from iepaudit.extract.packed import PageStore

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "state-form-checkboxes.pdf"


def test_a_packed_page_comes_out_as_it_went_in(monkeypatch):
    pages = read_document(SAMPLE).pages
    monkeypatch.setattr(packed, "PLAIN", 1)
    store = PageStore(pages)
    assert store[0] is pages[0]
    assert store[1] is not pages[1]
    assert tuple(store) == pages
    assert store[1:3] == pages[1:3]
    assert store[-1] == pages[-1]


def test_another_page_in_the_place_of_a_packed_one(monkeypatch):
    pages = read_document(SAMPLE).pages
    monkeypatch.setattr(packed, "PLAIN", 1)
    store = PageStore(pages)
    store.put(2, pages[0])
    assert store[2] == pages[0]
    assert len(store) == len(pages)


def test_a_file_is_the_same_whether_its_pages_are_packed_or_not(monkeypatch):
    plain = read_document(SAMPLE)
    monkeypatch.setattr(packed, "PLAIN", 2)
    long = read_document(SAMPLE)
    assert isinstance(plain.pages, tuple)
    assert isinstance(long.pages, PageStore)
    assert tuple(long.pages) == plain.pages
    assert long.lines == plain.lines
    assert long.between(2, 3).pages == plain.pages[1:3]


def test_running_headers_of_packed_pages_are_set_aside(tmp_path, monkeypatch):
    sheet = Canvas(str(tmp_path / "plan.pdf"))
    for number in range(1, 8):
        sheet.drawString(72, 800, f"Student: Robin Example   Page {number} of 7")
        sheet.drawString(72, 600, f"What page {number} says about Robin.")
        sheet.showPage()
    sheet.save()
    monkeypatch.setattr(packed, "PLAIN", 2)
    found = read_document(tmp_path / "plan.pdf").pages
    assert [page.label for page in found] == [f"Page {n} of 7" for n in range(1, 8)]
    assert [[line.text for line in page.lines] for page in found] == [
        [f"What page {n} says about Robin."] for n in range(1, 8)
    ]
