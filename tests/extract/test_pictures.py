"""Pictures of pages: what is covered, and when there is none."""

import io
import re

import pikepdf
import pytest
from pdf_maker import add_field, change, draw, text_at
from PIL import Image

from iepaudit.extract.pictures import Wanted, draw_pages
from iepaudit.model.errors import FileDamaged, FileEncrypted
from iepaudit.model.geometry import Box

NAME = "Marisol"
PAGE = text_at(
    (72, 700, "Annual goals for the year"),
    (72, 680, f"By May 2027, {NAME} will read 60 words a minute."),
    (72, 660, "The teacher keeps a record of every probe."),
)
LINE = (72, 792 - 690, 320, 792 - 677)  # of the goal, from the top left


def hides(text):
    at = text.find(NAME)
    return [(at, at + len(NAME))] if at >= 0 else []


def picture(path, hidden=None, number=1, **quote):
    wanted = Wanted(number, ((quote.get("box"), quote.get("quote", ""), quote.get("match", "")),) if quote else ())
    (found,) = draw_pages(path, quote.get("password"), [wanted], hidden)
    return found


def pixels(found):
    return Image.open(io.BytesIO(found.data)).convert("L")


def dark(found, box):
    """The share of dark pixels in a box given in points."""
    image = pixels(found)
    scale = image.width / found.width
    part = image.crop([round(v * scale) for v in box])
    return sum(1 for p in part.tobytes() if p < 60) / (part.width * part.height)


def place_of(path, word):
    """Where a word stands, seen with the cover as with the eye: asked for as a quote."""
    (box,) = picture(path, box=None, quote=word).quotes[0].words
    return box.x0, box.top, box.x1, box.bottom


def test_a_page_is_drawn_with_the_place_of_a_quote(tmp_path):
    path = draw(tmp_path / "a.pdf", PAGE)
    found = picture(path, box=Box(*LINE), quote=f"By May 2027, {NAME} will read 60 words a minute.", match="60 words")
    assert (found.width, found.height, found.reason) == (612, 792, "")
    assert pixels(found).height == 1100
    assert len(found.quotes[0].words) == len(found.quotes[0].match) == 1


def test_a_name_is_painted_over_and_its_neighbors_are_not(tmp_path):
    path = draw(tmp_path / "a.pdf", PAGE)
    assert dark(picture(path, hides), place_of(path, NAME)) > 0.95
    assert dark(picture(path, hides), place_of(path, "minute")) < 0.5
    assert dark(picture(path), place_of(path, NAME)) < 0.5


def test_a_name_in_a_form_field_is_painted_over(tmp_path):
    path = draw(tmp_path / "a.pdf", text_at((72, 700, "Annual goals for the year")))
    rect = (72, 600, 300, 618)
    change(path, lambda pdf: add_field(pdf, 0, rect, FT=pikepdf.Name.Tx, T=pikepdf.String("n"), V=pikepdf.String(NAME)))
    box = place_of(path, NAME)
    assert 792 - 620 < box[1] < 792 - 598
    assert dark(picture(path, hides), box) > 0.95


def test_letters_that_stand_apart_in_a_field_hide_the_whole_field(tmp_path):
    path = draw(tmp_path / "a.pdf", PAGE)
    change(
        path,
        lambda pdf: add_field(
            pdf, 0, (72, 600, 400, 618), FT=pikepdf.Name.Tx, T=pikepdf.String("n"), V=pikepdf.String(NAME),
            Ff=1 << 24, MaxLen=12,
        ),
    )  # fmt: skip
    assert dark(picture(path, hides), (74, 792 - 616, 200, 792 - 602)) > 0.95


def test_a_scan_has_no_picture_when_names_are_to_be_covered(tmp_path):
    image = Image.new("RGB", (600, 780), "white")
    path = draw(tmp_path / "a.pdf", lambda sheet: sheet.drawInlineImage(image, 0, 0, 612, 792))
    assert picture(path, hides).data == b""
    assert "scan" in picture(path, hides).reason
    assert picture(path).data


def test_a_photograph_on_a_page_is_covered(tmp_path):
    image = Image.new("RGB", (60, 60), "red")

    def page(sheet):
        PAGE(sheet)
        sheet.drawInlineImage(image, 400, 400, 100, 100)

    path = draw(tmp_path / "a.pdf", page)
    scale = 1100 / 792
    spot = round(450 * scale), round((792 - 450) * scale)
    red, green, _ = Image.open(io.BytesIO(picture(path, hides).data)).convert("RGB").getpixel(spot)
    assert abs(red - green) < 12
    red, green, _ = Image.open(io.BytesIO(picture(path).data)).convert("RGB").getpixel(spot)
    assert red - green > 150


def test_handwriting_is_covered(tmp_path):
    def page(sheet):
        PAGE(sheet)
        sheet.setLineWidth(2)
        sheet.bezier(300, 400, 330, 460, 360, 340, 400, 420)

    path = draw(tmp_path / "a.pdf", page)
    around = (300, 792 - 440, 400, 792 - 380)
    assert dark(picture(path), around) > 0
    assert dark(picture(path, hides), around) == 0


def test_sticky_notes_and_stamps_are_left_out(tmp_path):
    path = draw(tmp_path / "a.pdf", PAGE)

    def stamp(pdf):
        look = pdf.make_stream(b"0 g 0 0 100 40 re f")
        look.Type, look.Subtype, look.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, pikepdf.Array([0, 0, 100, 40])
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Stamp, Rect=pikepdf.Array([300, 300, 400, 340]), F=4,
            AP=pikepdf.Dictionary(N=look),
        )  # fmt: skip
        pdf.pages[0].Annots = pikepdf.Array([pdf.make_indirect(note)])

    change(path, stamp)
    assert dark(picture(path), (305, 792 - 335, 395, 792 - 305)) > 0.9
    assert dark(picture(path, hides), (305, 792 - 335, 395, 792 - 305)) == 0


def test_a_name_across_the_page_leaves_no_picture(tmp_path):
    def page(sheet):
        PAGE(sheet)
        sheet.translate(200, 300)
        sheet.rotate(45)
        sheet.drawString(0, 0, f"Copy for {NAME}")

    assert "across" in picture(draw(tmp_path / "a.pdf", page), hides).reason


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_covers_and_quotes_follow_turned_and_cropped_pages(tmp_path, turn):
    path = draw(tmp_path / "a.pdf", PAGE)

    def turned(pdf):
        pdf.pages[0].CropBox = pikepdf.Array([30, 500, 500, 780])
        pdf.pages[0].Rotate = turn

    change(path, turned)
    box = place_of(path, NAME)
    assert dark(picture(path, hides), box) > 0.9


def test_a_protected_plan_needs_its_password(tmp_path):
    path = draw(tmp_path / "a.pdf", PAGE)
    change(path, lambda pdf: None, encryption=pikepdf.Encryption(owner="own", user="secret"))
    with pytest.raises(FileEncrypted):
        list(draw_pages(path, None, [Wanted(1)]))
    assert next(iter(draw_pages(path, "secret", [Wanted(1)]))).data


def test_what_is_no_pdf_cannot_be_drawn(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.7 nothing")
    with pytest.raises(FileDamaged):
        list(draw_pages(path, None, [Wanted(1)]))


def test_pages_that_are_not_there_are_passed_over(tmp_path):
    assert list(draw_pages(draw(tmp_path / "a.pdf", PAGE), None, [Wanted(9)])) == []


@pytest.mark.parametrize("pattern", [r"(?m)^Marisol", r"goals Marisol"])
def test_names_are_looked_for_line_by_line_and_across_lines(tmp_path, pattern):
    path = draw(tmp_path / "a.pdf", text_at((72, 700, "Annual goals"), (72, 680, "Marisol reads well.")))

    def spans(text):
        return [m.span() for m in re.finditer(pattern, text)]

    assert dark(picture(path, spans), place_of(path, NAME)) > 0.95
