"""Photographs and picture files."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from scan_maker import TEXT, picture

from iepaudit.extract import ReadOptions, image, read_document
from iepaudit.extract.ocr import available
from iepaudit.model.document import Document, Grade
from iepaudit.model.errors import FileDamaged, FileError, FileTooLarge, FileUnsupported

needs_ocr = pytest.mark.skipif(not available(), reason="the extra iepaudit[ocr] is not installed")


def read(path: Path, ocr: str = "auto") -> Document:
    return read_document(path, ReadOptions(ocr=ocr))


def texts(document: Document, page: int = 1) -> list[str]:
    return [line.text for line in document.pages[page - 1].lines]


@needs_ocr
@pytest.mark.parametrize("name", ["plan.png", "plan.jpg", "plan.tif"])
def test_picture_files_are_read(tmp_path: Path, name: str) -> None:
    picture().save(tmp_path / name)
    document = read(tmp_path / name)
    assert (document.format, texts(document)) == ("image", TEXT)


@needs_ocr
def test_every_page_of_a_tiff_is_read(tmp_path: Path) -> None:
    path = tmp_path / "plan.tif"
    picture().save(path, save_all=True, append_images=[picture(), picture()])
    document = read(path)
    assert [texts(document, n) for n in (1, 2, 3)] == [TEXT] * 3


@needs_ocr
def test_a_photograph_is_turned_as_its_camera_says(tmp_path: Path) -> None:
    turned = picture().rotate(90, expand=True)
    exif = Image.Exif()
    exif[0x0112] = 6
    turned.save(tmp_path / "photo.jpg", exif=exif)
    assert texts(read(tmp_path / "photo.jpg")) == TEXT


@needs_ocr
def test_a_see_through_picture_stands_on_white(tmp_path: Path) -> None:
    page = picture()
    clear = Image.new("RGBA", page.size, (0, 0, 0, 0))
    clear.paste((0, 0, 0, 255), mask=page.point(lambda v: 255 - v))
    clear.save(tmp_path / "plan.png")
    assert texts(read(tmp_path / "plan.png")) == TEXT


def test_without_ocr_every_page_is_unreadable_and_one_note_says_why(tmp_path: Path) -> None:
    path = tmp_path / "plan.tif"
    blank = Image.new("L", (200, 260), 255)
    blank.save(path, save_all=True, append_images=[blank])
    document = read(path, "off")
    assert document.unreadable_pages == (1, 2) and len(document.notes) == 1 and "--ocr auto" in document.notes[0]


def test_a_broken_picture_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "plan.png"
    picture().save(path)
    path.write_bytes(path.read_bytes()[:400] + b"\x00" * 50)
    with pytest.raises(FileDamaged):
        read(path, "auto" if available() else "off")
    path.write_bytes(b"\xff\xd8\xff" + b"no picture" * 20)
    with pytest.raises(FileDamaged):
        read(path)


@needs_ocr
def test_a_picture_with_far_too_many_pixels_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(image, "_MOST_PIXELS", 10_000)
    Image.new("L", (200, 200)).save(tmp_path / "plan.png")
    with pytest.raises(FileTooLarge):
        read(tmp_path / "plan.png")


def test_heic_without_its_package_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(image, "_with_heif", lambda: False)
    path = tmp_path / "photo.heic"
    path.write_bytes(b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + b"\x00" * 64)
    with pytest.raises(FileError, match="save it as JPEG"):
        read(path)


def test_gif_is_not_read(tmp_path: Path) -> None:
    Image.new("L", (9, 9)).save(tmp_path / "logo.gif")
    with pytest.raises(FileUnsupported, match="GIF"):
        read(tmp_path / "logo.gif")


@needs_ocr
def test_a_photographed_sheet_on_a_dark_table_is_read_as_a_page_of_text(tmp_path: Path) -> None:
    sheet = picture(dpi=200)
    table = Image.new("L", (sheet.width + 400, sheet.height + 400), 70)
    table.paste(sheet, (200, 200))
    table.save(tmp_path / "photo.jpg", quality=85)
    (page,) = read_document(tmp_path / "photo.jpg", ReadOptions(ocr="force")).pages
    assert page.quality.grade is Grade.FAIR
    assert TEXT[0] in [line.text for line in page.lines]
