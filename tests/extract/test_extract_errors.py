"""Files that cannot be read are refused in one clear line; pages that cannot be read are said to be so."""

from __future__ import annotations

import sys
from pathlib import Path

import pikepdf
import pytest
from pdf_maker import add_field, change, draw, read, text_at
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

from iepaudit.extract import ReadOptions, read_document
from iepaudit.model.document import Grade
from iepaudit.model.errors import (
    FileDamaged,
    FileEmpty,
    FileEncrypted,
    FileError,
    FileMissing,
    FileTooLarge,
    FileUnsupported,
)

PLAN = text_at((72, 700, "Annual goals"), (72, 680, "Robin will read 90 words per minute by May."))


def refusal(path: Path, **options: object) -> FileError:
    with pytest.raises(FileError) as caught:
        read_document(path, ReadOptions(**options))  # type: ignore[arg-type]
    message = str(caught.value)
    assert message and "\n" not in message
    return caught.value


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    assert isinstance(refusal(tmp_path / "no.pdf"), FileMissing)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert isinstance(refusal(tmp_path), FileUnsupported)


@pytest.mark.parametrize("name", ["plan.pdf", "plan.txt"])
def test_an_empty_file_is_said_to_be_empty(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"")
    assert isinstance(refusal(path), FileEmpty)


def test_a_text_file_of_blanks_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text("  \n\f\n")
    assert isinstance(refusal(path), FileEmpty)


@pytest.mark.parametrize("start", [b"GIF89a", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf1"])
def test_other_formats_are_named_whatever_the_file_is_called(tmp_path: Path, start: bytes) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(start + bytes(range(256)) * 4)
    error = refusal(path)
    assert isinstance(error, FileUnsupported) and "PDF" in str(error)


def test_a_text_named_pdf_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    path.write_text("This is only text.")
    assert "not a PDF" in str(refusal(path))


def test_a_pdf_named_txt_is_read_as_pdf(tmp_path: Path) -> None:
    made = draw(tmp_path / "plan.pdf", PLAN)
    assert read(made.rename(tmp_path / "plan.txt")).format == "pdf"


def test_binary_junk_named_txt_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_bytes(bytes(range(256)) * 20)
    assert isinstance(refusal(path), FileUnsupported)


def test_a_password_is_asked_for_and_used(tmp_path: Path) -> None:
    path = draw(tmp_path / "plan.pdf", PLAN)
    change(path, lambda pdf: None, encryption=pikepdf.Encryption(user="secret", owner="owner"))
    assert isinstance(refusal(path), FileEncrypted)
    assert "does not open" in str(refusal(path, password="wrong"))
    assert isinstance(refusal(path, engine="pdfplumber"), FileEncrypted)
    assert read(path, password="secret").pages[0].lines[0].text == "Annual goals"


def test_an_owner_password_alone_does_not_stop_reading(tmp_path: Path) -> None:
    path = draw(tmp_path / "plan.pdf", PLAN)
    change(path, lambda pdf: None, encryption=pikepdf.Encryption(user="", owner="owner"))
    assert len(read(path).pages[0].lines) == 2


def test_a_file_cut_off_at_its_start_is_damaged(tmp_path: Path) -> None:
    path = draw(tmp_path / "plan.pdf", PLAN)
    path.write_bytes(path.read_bytes()[:200])
    assert isinstance(refusal(path), FileDamaged)


def test_the_second_reader_saves_what_it_can_of_a_file_that_the_first_cannot_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> object:
        raise FileDamaged("The PDF is damaged.")

    monkeypatch.setattr("iepaudit.extract.pdfium.read_pages", refuse)
    document = read(draw(tmp_path / "plan.pdf", PLAN))
    assert document.reader == "pdfplumber" and "parts may be missing" in document.notes[0]
    assert document.lines[0].text == "Annual goals"
    assert document.pages[0].quality.grade is Grade.POOR


def test_the_second_reader_reads_where_pdfium_is_not_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "iepaudit.extract.pdfium", None)
    document = read(draw(tmp_path / "plan.pdf", PLAN))
    assert document.reader == "pdfplumber" and document.notes
    assert document.pages[0].quality.grade is Grade.GOOD


def test_a_damaged_page_does_not_take_the_others_with_it(tmp_path: Path) -> None:
    path = draw(tmp_path / "plan.pdf", PLAN, PLAN)

    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.pages[1].Contents = pdf.make_stream(b"BT /F1 12 Tf (broken")
        pdf.pages[1].obj.Resources = Dictionary()

    first, second = read(change(path, spoil)).pages
    assert len(first.lines) == 2 and second.lines == ()


def test_a_file_without_its_last_bytes_is_read_or_called_damaged_but_never_called_sound_and_empty(
    tmp_path: Path,
) -> None:
    path = draw(tmp_path / "plan.pdf", PLAN, PLAN)
    path.write_bytes(path.read_bytes()[:-300])
    try:
        document = read(path)
    except FileDamaged:
        return
    assert document.lines or document.unreadable_pages


def test_a_damaged_file_read_after_an_encrypted_one_is_not_called_encrypted(tmp_path: Path) -> None:
    locked, path = tmp_path / "locked.pdf", tmp_path / "plan.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(locked, encryption=pikepdf.Encryption(user="a", owner="b"))
    with pikepdf.new() as pdf:
        pdf.save(path)
    assert isinstance(refusal(locked), FileEncrypted)
    assert isinstance(refusal(path), FileDamaged)


@pytest.mark.parametrize("engine", ["pdfium", "pdfplumber"])
def test_a_pdf_without_pages_is_an_error(tmp_path: Path, engine: str) -> None:
    path = tmp_path / "plan.pdf"
    with pikepdf.new() as pdf:
        pdf.save(path)
    assert isinstance(refusal(path, engine=engine), FileDamaged)


@pytest.mark.parametrize("engine", ["pdfium", "pdfplumber"])
def test_a_dynamic_xfa_form_is_refused_with_what_to_do(tmp_path: Path, engine: str) -> None:
    path = draw(tmp_path / "form.pdf", text_at((72, 700, "Please wait... If this message is not replaced")))

    def make_xfa(pdf: pikepdf.Pdf) -> None:
        packet = pdf.make_stream(b"<xdp:xdp xmlns:xdp='http://ns.adobe.com/xdp/'></xdp:xdp>")
        pdf.Root.AcroForm = Dictionary(Fields=Array([]), XFA=Array([String("template"), packet]))
        pdf.Root.NeedsRendering = True

    change(path, make_xfa)
    error = refusal(path, engine=engine)
    assert isinstance(error, FileUnsupported) and "print to PDF" in str(error)


def test_limits_of_size_and_pages_are_kept(tmp_path: Path) -> None:
    path = draw(tmp_path / "plan.pdf", PLAN, PLAN, PLAN)
    assert isinstance(refusal(path, max_bytes=100), FileTooLarge)
    assert isinstance(refusal(path, max_pages=2), FileTooLarge)
    text = tmp_path / "plan.txt"
    text.write_text("a\f" * 5)
    assert isinstance(refusal(text, max_pages=2), FileTooLarge)


def test_a_page_with_too_many_characters_is_poor_with_the_reason(tmp_path: Path) -> None:
    path = draw(tmp_path / "plan.pdf", text_at(*[(72, 700 - 10 * n, "word " * 15) for n in range(40)]))
    quality = read(path, max_characters_per_page=500).pages[0].quality
    assert quality.grade is Grade.POOR and "characters" in quality.reason


def test_a_page_that_is_a_picture_is_unreadable_and_the_others_are_read(tmp_path: Path) -> None:
    picture = tmp_path / "scan.png"
    Image.new("L", (200, 260), 200).save(picture)
    path = draw(tmp_path / "plan.pdf", PLAN, lambda sheet: sheet.drawImage(str(picture), 0, 0, 612, 792) and None)
    first, second = read(path).pages
    assert first.quality.grade is Grade.GOOD
    assert second.quality.grade is Grade.UNREADABLE and second.quality.source == "none"
    assert "picture without text" in second.quality.reason


def test_recognized_text_behind_a_picture_is_fair(tmp_path: Path) -> None:
    picture = tmp_path / "scan.png"
    Image.new("L", (200, 260), 200).save(picture)

    def page(sheet: object) -> None:
        sheet.drawImage(str(picture), 0, 0, 612, 792)  # type: ignore[attr-defined]
        hidden = sheet.beginText(72, 700)  # type: ignore[attr-defined]
        hidden.setTextRenderMode(3)
        hidden.textLine("Robin will read 90 words per minute by May.")
        sheet.drawText(hidden)  # type: ignore[attr-defined]

    document = read(draw(tmp_path / "scan.pdf", page))
    assert document.pages[0].quality.grade is Grade.FAIR
    assert document.pages[0].lines[0].text.startswith("Robin will read")


def test_a_file_without_any_text_is_never_called_good(tmp_path: Path) -> None:
    document = read(draw(tmp_path / "plan.pdf", lambda sheet: None, lambda sheet: None))
    assert document.unreadable_pages == (1, 2)


def test_one_empty_page_among_others_is_no_problem(tmp_path: Path) -> None:
    document = read(draw(tmp_path / "plan.pdf", PLAN, lambda sheet: None))
    assert document.unreadable_pages == ()


def test_letters_without_meaning_are_poor(tmp_path: Path) -> None:
    jumble = [(72, 700 - 12 * n, "xqzv kwtr bnmp ljhg fdsq zxcv qwrt plmk njhb") for n in range(20)]
    quality = read(draw(tmp_path / "plan.pdf", text_at(*jumble))).pages[0].quality
    assert quality.grade is Grade.POOR


def test_sticky_notes_are_kept_apart_from_the_text(tmp_path: Path) -> None:
    path = draw(tmp_path / "plan.pdf", PLAN)

    def add_note(pdf: pikepdf.Pdf) -> None:
        note = Dictionary(Type=Name.Annot, Subtype=Name.FreeText, Rect=Array([300, 300, 400, 340]))
        note.Contents = String("Ask about speech")
        pdf.pages[0].Annots = Array([pdf.make_indirect(note)])

    page = read(change(path, add_note)).pages[0]
    assert page.annotations == ("Ask about speech",)
    assert not any("speech" in line.text for line in page.lines)


def test_signature_fields_and_buttons_are_listed_but_give_no_text(tmp_path: Path) -> None:
    path = draw(tmp_path / "plan.pdf", PLAN)

    def add(pdf: pikepdf.Pdf) -> None:
        add_field(pdf, 0, (72, 600, 200, 620), FT=Name.Sig, T=String("parent"))
        add_field(pdf, 0, (72, 560, 200, 580), FT=Name.Btn, Ff=1 << 16, T=String("print"))

    page = read(change(path, add)).pages[0]
    assert [f.kind for f in page.fields] == ["signature", "button"]
    assert len(page.lines) == 2
