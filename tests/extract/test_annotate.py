"""The copy with comments: they stand where they belong, and nothing else changes."""

import io

import pikepdf
import pytest
from pdf_maker import add_box, add_field, change, draw, text_at

from iepaudit.extract.annotate import Comment, annotated
from iepaudit.model.errors import FileEncrypted
from iepaudit.model.geometry import Box

PAGE = text_at((72, 700, "Annual goals"), (72, 680, "By May Lee will read 60 words a minute."))
LINE = Box(72, 792 - 690, 320, 792 - 677)
QUOTE = "By May Lee will read 60 words a minute."
YELLOW = (255, 221, 120)


def comment(text="What is enough?", page=1, box=LINE, quote=QUOTE):
    return Comment(page, "likely gap", text, YELLOW, box, quote)


def note(text="Not found.", page=1):
    return Comment(page, "required", text, YELLOW)


def copy(path, *comments, password=None):
    return pikepdf.open(io.BytesIO(annotated(path, password, comments)), password=password or "")


def annotations(pdf, page=0):
    return list(pdf.pages[page].get("/Annots", []))


def test_the_words_are_highlighted_at_their_place(tmp_path):
    pdf = copy(draw(tmp_path / "a.pdf", PAGE), comment())
    (mark,) = annotations(pdf)
    assert mark.Subtype == "/Highlight"
    assert str(mark.Contents) == "What is enough?"
    left, bottom, right, top = map(float, mark.Rect)
    assert (round(left), bottom < 680 < top, 200 < right < 300) == (72, True, True)
    assert len(mark.QuadPoints) == 8


def test_every_line_of_a_quote_is_highlighted(tmp_path):
    two = text_at((72, 700, "By May Lee will read"), (72, 686, "60 words a minute."))
    (mark,) = annotations(copy(draw(tmp_path / "a.pdf", two), comment(box=Box(72, 80, 320, 110))))
    assert len(mark.QuadPoints) == 16


def test_what_was_not_found_is_a_note_in_the_margin(tmp_path):
    pdf = copy(draw(tmp_path / "a.pdf", PAGE, PAGE), note("one"), note("two"))
    notes = annotations(pdf)
    assert [(str(n.Subtype), str(n.Contents)) for n in notes] == [("/Text", "one"), ("/Text", "two")]
    assert float(notes[0].Rect[1]) >= float(notes[1].Rect[3])  # one below the other
    assert annotations(pdf, 1) == []


def test_comments_on_the_same_words_become_one(tmp_path):
    (mark,) = annotations(copy(draw(tmp_path / "a.pdf", PAGE), comment("One."), comment("Two.")))
    assert str(mark.Contents) == "One.\n\nTwo."


def test_many_notes_stay_on_the_page(tmp_path):
    pdf = copy(draw(tmp_path / "a.pdf", PAGE), *(note(str(n)) for n in range(80)))
    boxes = [tuple(map(float, n.Rect)) for n in annotations(pdf)]
    assert len(set(boxes)) == 80
    assert all(b[0] >= 0 and b[2] <= 612 and b[1] >= 0 and b[3] <= 792 for b in boxes)


def test_form_bookmarks_and_notes_of_others_stay(tmp_path):
    path = draw(tmp_path / "a.pdf", PAGE)

    def filled(pdf):
        text = pikepdf.String("60 words")
        add_field(pdf, 0, (72, 600, 300, 618), FT=pikepdf.Name.Tx, T=pikepdf.String("rate"), V=text)
        add_box(pdf, 0, (72, 560, 84, 572), "yes", True)
        with pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem("Goals", 0))

    change(path, filled)
    pdf = copy(path, comment())
    fields = {str(f.T): f for f in pdf.Root.AcroForm.Fields}
    assert str(fields["rate"].V) == "60 words"
    assert fields["yes"].AS == "/Yes"
    with pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == ["Goals"]
    assert [str(a.Subtype) for a in annotations(pdf)] == ["/Widget", "/Widget", "/Highlight"]


def test_the_text_stays_letter_for_letter(tmp_path):
    import pdfplumber

    path = draw(tmp_path / "a.pdf", PAGE)
    made = tmp_path / "b.pdf"
    made.write_bytes(annotated(path, None, [comment(), note()]))
    with pdfplumber.open(path) as before, pdfplumber.open(made) as after:
        assert [p.extract_text() for p in before.pages] == [p.extract_text() for p in after.pages]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_the_place_is_right_on_turned_and_cropped_pages_with_an_odd_origin(tmp_path, turn):
    from iepaudit.extract.pdfium.seen import SeenPage, opened

    path = draw(tmp_path / "a.pdf", PAGE)

    def turned(pdf):
        pdf.pages[0].MediaBox = pikepdf.Array([-50, -20, 612, 792])
        pdf.pages[0].CropBox = pikepdf.Array([30, 500, 500, 780])
        pdf.pages[0].Rotate = turn

    change(path, turned)
    with opened(path, None) as document:
        page = SeenPage(document, 1, notes=True)
        boxes = [w.box for w in page.words if w.text in QUOTE.split()]
        page.close()
    (mark,) = annotations(copy(path, comment(box=boxes[0].union(boxes[-1]))))
    left, bottom, right, top = map(float, mark.Rect)
    assert (round(left), bottom < 682 < top, 200 < right < 300) == (72, True, True)


def test_a_protected_plan_gives_a_copy_with_the_same_password(tmp_path):
    path = draw(tmp_path / "a.pdf", PAGE)
    change(path, lambda pdf: None, encryption=pikepdf.Encryption(owner="own", user="secret"))
    with pytest.raises(FileEncrypted):
        annotated(path, None, [note()])
    data = annotated(path, "secret", [comment("Ask — “why?”")])
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(data))
    (mark,) = annotations(pikepdf.open(io.BytesIO(data), password="secret"))
    assert str(mark.Contents) == "Ask — “why?”"


def test_the_same_plan_gives_the_same_bytes(tmp_path):
    path = draw(tmp_path / "a.pdf", PAGE)
    assert annotated(path, None, [comment()]) == annotated(path, None, [comment()])


def test_a_comment_on_a_page_that_is_not_there_is_a_note_on_the_first(tmp_path):
    (mark,) = annotations(copy(draw(tmp_path / "a.pdf", PAGE), note(page=7)))
    assert mark.Subtype == "/Text"
