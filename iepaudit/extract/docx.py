"""`.docx` -> Document, by an own walk over the XML with the standard library alone.

Libraries for Word files give text, or tables, or form elements, never all three in order; this needs no package,
opens nothing outside of the file, and knows where each table cell, check box and page break stands.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from iepaudit.extract.docx_package import Package
from iepaudit.extract.docx_styles import Numbers, Styles, W, is_on
from iepaudit.extract.docx_walker import Walker
from iepaudit.extract.flow import Block, lay_out, paginate
from iepaudit.model.document import Document
from iepaudit.model.errors import FileEmpty, FileTooLarge

if TYPE_CHECKING:
    from iepaudit.extract import ReadOptions

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_NO_PAGES = "This Word file does not say where its pages end, so its page numbers are estimates."


def read_docx(path: Path, options: ReadOptions) -> Document:
    """Reads a Word file; raises FileDamaged, FileEncrypted, FileUnsupported, FileTooLarge or FileEmpty."""
    package = Package(path)
    try:
        name, root = package.main()
        relations = package.relations(name)
        walker = Walker(
            Styles(_related(package, relations, "/styles")),
            Numbers(_related(package, relations, "/numbering")),
            [_related(package, relations, kind) for kind in ("/footnotes", "/endnotes")],
        )
        walker.body(root)
        asides = [_Asides(walker, package, relations, s) for s in walker.sections]
    finally:
        package.close()
    shared = [(section, part) for section, blocks in walker.pages for part in _pages_of(blocks, walker.recorded)]
    if len(shared) > options.max_pages:
        raise FileTooLarge(f"The file has more than {options.max_pages:,} pages; split it.")
    pages = []
    before = -1
    for n, (section, blocks) in enumerate(shared):
        aside = asides[min(section, len(asides) - 1)] if asides else None
        running = aside.blocks(first=section != before) if aside else []
        before = section
        page = lay_out(n + 1, blocks, running)
        if sum(len(line.text) for line in page.lines) > options.max_characters_per_page * 10:
            raise FileTooLarge("The Word file holds far more text than a plan does.")
        pages.append(page)
    if not any(page.lines for page in pages):
        raise FileEmpty("The Word file holds no text; if it holds pictures of a plan, save it as PDF.")
    notes = (_NO_PAGES,) if len(shared) > len(walker.pages) else ()
    return Document(tuple(pages), "docx", "docx", notes)


def _pages_of(blocks: list[Block], recorded: bool) -> list[list[Block]]:
    return [blocks] if recorded else paginate(blocks)


def _related(package: Package, relations: dict[str, tuple[str, str]], kind: str) -> Element | None:
    return next((package.part(target) for k, target in relations.values() if k.endswith(kind)), None)


class _Asides:
    """The headers and footers of one section."""

    def __init__(
        self, walker: Walker, package: Package, relations: dict[str, tuple[str, str]], section: Element
    ) -> None:
        self._usual: list[Block] = []
        self._first: list[Block] = []
        self._differs = is_on(section.find(W + "titlePg")) or False
        for tag in ("headerReference", "footerReference"):
            for item in section.findall(W + tag):
                root = package.part(relations.get(item.get(R + "id", ""), ("", ""))[1])
                if root is None or item.get(W + "type") == "even":
                    continue
                (self._first if item.get(W + "type") == "first" else self._usual).extend(walker.aside(root))

    def blocks(self, first: bool) -> list[Block]:
        return self._first if first and self._differs else self._usual
