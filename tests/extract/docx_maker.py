"""Word files made in the tests from their XML. All people are invented."""

from __future__ import annotations

import zipfile
from pathlib import Path

from iepaudit.extract import ReadOptions, read_document
from iepaudit.model.document import Document

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_NAMES = (
    f'{_W} xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
_STYLES = f"""<w:styles {_W}>
<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Base"><w:name w:val="Base"/><w:rPr><w:sz w:val="28"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Base"/></w:style>
</w:styles>"""
_NUMBERS = f"""<w:numbering {_W}>
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>
<w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/>
<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
</w:numbering>"""
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PARTS = {"styles": _STYLES, "numbering": _NUMBERS}


def p(*runs: str, props: str = "") -> str:
    """A paragraph; runs are plain text or XML."""
    inner = "".join(r if r.startswith("<") else run(r) for r in runs)
    return f"<w:p>{f'<w:pPr>{props}</w:pPr>' if props else ''}{inner}</w:p>"


def run(text: str, props: str = "") -> str:
    return f'<w:r>{f"<w:rPr>{props}</w:rPr>" if props else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def table(*rows: list[str], cell_props: dict[tuple[int, int], str] | None = None) -> str:
    """Rows of cells; a cell is text, or the XML of its blocks."""
    given = cell_props or {}
    shown = []
    for r, row in enumerate(rows):
        cells = []
        for c, text in enumerate(row):
            props = f"<w:tcPr>{given[r, c]}</w:tcPr>" if (r, c) in given else ""
            cells.append(f"<w:tc>{props}{text if text.startswith('<') else p(text)}</w:tc>")
        shown.append(f"<w:tr>{''.join(cells)}</w:tr>")
    return f"<w:tbl>{''.join(shown)}</w:tbl>"


def word_file(path: Path, *blocks: str, section: str = "", **parts: str) -> Path:
    """A `.docx`; `parts` are further parts of the text, such as header1, which the section names by rId_header1."""
    body = f"<w:document {_NAMES}><w:body>{''.join(blocks)}<w:sectPr>{section}</w:sectPr></w:body></w:document>"
    made = _PARTS | parts
    relations = "".join(
        f'<Relationship Id="rId_{n}" Type="{_RELATION}/{n.rstrip("123456789")}" Target="{n}.xml"/>' for n in made
    )
    package = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(
            "_rels/.rels",
            f'<Relationships {package}><Relationship Id="a" Type="{_RELATION}/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
        )
        file.writestr("word/document.xml", body)
        file.writestr("word/_rels/document.xml.rels", f"<Relationships {package}>{relations}</Relationships>")
        for name, text in made.items():
            kind = {"header": "hdr", "footer": "ftr"}.get(name.rstrip("123456789"), name)
            file.writestr(f"word/{name}.xml", text if name in _PARTS else f"<w:{kind} {_NAMES}>{text}</w:{kind}>")
    return path


def read(path: Path) -> Document:
    return read_document(path, ReadOptions())


def read_blocks(folder: Path, *blocks: str) -> Document:
    return read(word_file(folder / "plan.docx", *blocks))


def texts(document: Document, page: int = 1) -> list[str]:
    return [line.text for line in document.pages[page - 1].lines]
