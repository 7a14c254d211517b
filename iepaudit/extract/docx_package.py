"""A Word file as a package: opened with limits, its XML parsed without entities, document types or the network."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from iepaudit.model.errors import FileDamaged, FileEncrypted, FileTooLarge, FileUnsupported

_MOST_ENTRIES = 4_000
_MOST_BYTES = 300_000_000  # unpacked, all together
_MOST_XML = 60_000_000  # unpacked, one part
_MOST_RATIO = 250  # a part that shrank more than this was made to harm
_RATIO_FROM = 2_000_000
_MOST_DEPTH = 250
_MOST_ELEMENTS = 3_000_000
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_BOMB = "The file unpacks to far more than a plan needs and was not opened; save it anew as .docx or PDF."


class Package:
    """Parts by name. `part` gives the root of an XML part, None when there is no such part."""

    def __init__(self, path: Path) -> None:
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, OSError, ValueError):
            raise _damaged() from None
        infos = self._zip.infolist()
        if len(infos) > _MOST_ENTRIES or sum(i.file_size for i in infos) > _MOST_BYTES:
            self.close()
            raise FileTooLarge(_BOMB)
        self._infos = {i.filename: i for i in infos}

    def close(self) -> None:
        self._zip.close()

    def part(self, name: str) -> Element | None:
        info = self._infos.get(name)
        if info is None:
            return None
        if info.flag_bits & 1:
            raise FileEncrypted("The Word file is protected by a password; save a copy without one.")
        too_dense = info.file_size > _RATIO_FROM and info.file_size > _MOST_RATIO * max(1, info.compress_size)
        if info.file_size > _MOST_XML or too_dense:
            raise FileTooLarge(_BOMB)
        try:
            with self._zip.open(info) as file:
                data = file.read(_MOST_XML + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError):
            raise _damaged() from None
        if len(data) > _MOST_XML:
            raise FileTooLarge(_BOMB)
        return parse_xml(data)

    def main(self) -> tuple[str, Element]:
        """The name and root of the part that holds the text."""
        targets = [t for kind, t in self.relations("").values() if kind.endswith("/officeDocument")]
        for name in (*targets, "word/document.xml"):
            root = self.part(name)
            if root is not None and root.tag.endswith("}document"):
                return name, root
        raise FileUnsupported("This is an Office or ZIP file but no Word document; save or print it as PDF.")

    def relations(self, name: str) -> dict[str, tuple[str, str]]:
        """Kind and target of each relation of a part, by its id; targets outside of the file are left out."""
        folder, base = posixpath.split(name)
        root = self.part(posixpath.join(folder, "_rels", base + ".rels"))
        found: dict[str, tuple[str, str]] = {}
        for item in root.iter(_RELATIONS) if root is not None else ():
            target = item.get("Target", "")
            if item.get("TargetMode") != "External" and target:
                place = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
                found[item.get("Id", "")] = (item.get("Type", ""), posixpath.normpath(place))
        return found


def parse_xml(data: bytes) -> Element:
    """The root element; raises FileDamaged for broken XML, and for what no Word file has: a document type, entities,
    or elements nested without end."""
    builder = TreeBuilder()
    parser = expat.ParserCreate(namespace_separator="}")
    depth = count = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth, count
        depth, count = depth + 1, count + 1
        if depth > _MOST_DEPTH or count > _MOST_ELEMENTS:
            raise FileTooLarge("The Word file is nested too deeply, or holds too many pieces, to be read safely.")
        builder.start(_tag(name), {_tag(k): v for k, v in attributes.items()})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(_tag(name))

    def refuse(*_: Any) -> None:
        raise FileDamaged("The Word file holds instructions that have no place in one, and was not opened.")

    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError:
        raise _damaged() from None
    return builder.close()


def _tag(name: str) -> str:
    return "{" + name if "}" in name else name


def _damaged() -> FileDamaged:
    return FileDamaged("The Word file is damaged; ask for a new copy, or for the plan as PDF.")
