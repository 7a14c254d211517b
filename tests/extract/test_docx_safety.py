"""Word files that are damaged, protected, or made to harm."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from docx_maker import p, read, read_blocks, word_file

from iepaudit.extract import docx_package
from iepaudit.model.errors import (
    FileDamaged,
    FileEmpty,
    FileEncrypted,
    FileError,
    FileTooLarge,
    FileUnsupported,
)

_NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def package(path: Path, document: str | bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", document)
    return path


def test_entities_are_never_expanded(tmp_path: Path) -> None:
    path = package(
        tmp_path / "plan.docx",
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
        f"<w:document {_NAMES}><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>",
    )
    with pytest.raises(FileDamaged):
        read(path)


def test_files_outside_are_never_opened(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    path = package(
        tmp_path / "plan.docx",
        f'<!DOCTYPE x [<!ENTITY s SYSTEM "{secret.as_uri()}">]>'
        f"<w:document {_NAMES}><w:body><w:p><w:r><w:t>&s;</w:t></w:r></w:p></w:body></w:document>",
    )
    with pytest.raises(FileDamaged):
        read(path)


def test_a_file_that_unpacks_to_far_more_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileTooLarge):
        read(package(tmp_path / "plan.docx", b" " * 70_000_000))


def test_a_dense_part_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    with pytest.raises(FileTooLarge):
        read(package(tmp_path / "plan.docx", b" " * 5_000_000))


def test_too_many_parts_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx_package, "_MOST_ENTRIES", 3)
    with pytest.raises(FileTooLarge):
        read_blocks(tmp_path, p("Robin"))


def test_endless_nesting_is_refused(tmp_path: Path) -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 400 + "</w:tc></w:tr></w:tbl>" * 400
    with pytest.raises(FileTooLarge):
        read_blocks(tmp_path, deep)


@pytest.mark.parametrize("kept", [30, 400, 900])
def test_a_truncated_file_is_damaged(tmp_path: Path, kept: int) -> None:
    path = word_file(tmp_path / "plan.docx", p("Robin reads."))
    path.write_bytes(path.read_bytes()[:kept])
    with pytest.raises(FileDamaged):
        read(path)


def test_broken_xml_is_damaged(tmp_path: Path) -> None:
    with pytest.raises(FileDamaged):
        read(package(tmp_path / "plan.docx", f"<w:document {_NAMES}><w:body>"))


def test_a_word_file_without_text_is_empty(tmp_path: Path) -> None:
    with pytest.raises(FileEmpty):
        read_blocks(tmp_path, p(""))


def test_an_old_word_file_says_how_to_save_it(tmp_path: Path) -> None:
    path = tmp_path / "plan.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600)
    with pytest.raises(FileUnsupported, match=r"\.docx or PDF"):
        read(path)


def test_a_word_file_behind_a_password_says_so(tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600)
    with pytest.raises(FileEncrypted):
        read(path)


def test_other_office_files_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("xl/workbook.xml", "<workbook/>")
    with pytest.raises(FileUnsupported):
        read(path)
    with pytest.raises(FileError):
        read(path.rename(tmp_path / "plan.zip"))
