"""Markdown as plain lines: headings, emphasis, quotes, bullets and pipe tables without their marks."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MarkdownLine:
    text: str
    indent: int = 0  # characters
    heading: int = 0  # level 1 to 6, 0 for text
    bold: bool = False  # the whole line was emphasized
    at: int = 0  # number of the source line
    cells: tuple[str, ...] | None = None  # a table row
    first_row: bool = False


_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*\Z")
_QUOTE = re.compile(r"(?:>\s?)+")
_BULLET = re.compile(r"\A[-*+]\s+(?!\[[ xX]\])")
_TASK = re.compile(r"\A[-*+]\s+(?=\[[ xX]\])")
_RULE = re.compile(r"([-*_=])(?:\s*\1){2,}\Z")
_SEPARATOR = re.compile(r"\|?\s*:?-{1,}:?\s*(?:\|\s*:?-{1,}:?\s*)*\|?\Z")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1(?![*_])")
_STRONG_OVER = re.compile(r"\*\*(?=\S)([^*\n]{1,400}\n[^*]{1,400})(?<=\S)\*\*")  # over a line end
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*]+?)(?<=[^\s*])\*(?![\w*])")
_UNDERLINE = re.compile(r"(?<![\w_])_(?=[^\s_Xx])([^_]+?)(?<=[^\s_])_(?![\w_])")
_CODE = re.compile(r"`([^`]+)`")
_LINK = re.compile(r"!?\[([^\]]+)\]\([^)\s]*\)")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~])")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def looks_like_markdown(text: str) -> bool:
    """Whether a text file was written in Markdown, whatever its name: headings, tables or repeated strong marks."""
    headings = len(re.findall(r"(?m)^#{1,6} +[A-Za-z]", text))
    strong = len(re.findall(r"\*\*[^*\n]+\*\*", text))
    tables = len(re.findall(r"(?m)^ *\|?(?: *:?-{3,}:? *\|)+ *:?-{2,}:? *\|? *$", text))
    return headings >= 2 or strong >= 3 or tables >= 1 or (headings >= 1 and strong >= 1)


def read_lines(chunk: str) -> list[MarkdownLine]:
    """The visible lines of a Markdown page, one per source line, tables row by row."""
    chunk = _COMMENT.sub(lambda m: "\n" * m.group().count("\n"), chunk)
    source = _STRONG_OVER.sub(lambda m: m.group() if "\n\n" in m.group() else m.group(1), chunk).splitlines()
    lines: list[MarkdownLine] = []
    in_table = False
    for index, raw in enumerate(source):
        expanded = raw.expandtabs(4)
        indent = len(expanded) - len(expanded.lstrip())
        text = _QUOTE.sub("", raw.strip(), count=1).strip() if raw.strip().startswith(">") else raw.strip()
        following = source[index + 1].strip() if index + 1 < len(source) else ""
        if in_table or _starts_table(text, following):
            if "|" in text:
                if not (in_table and _SEPARATOR.match(text)):
                    lines.append(MarkdownLine("", 0, at=index, cells=_cells(text), first_row=not in_table))
                in_table = True
                continue
            in_table = False
        if _RULE.match(text):
            if text[0] in "=-" and lines and lines[-1].at == index - 1 and _may_be_heading(lines[-1]):
                last = lines[-1]
                lines[-1] = MarkdownLine(last.text, last.indent, 1 if text[0] == "=" else 2, at=last.at)
            continue
        if text.startswith(("```", "~~~")) or not text:
            continue
        heading = _HEADING.match(text)
        if heading:
            lines.append(MarkdownLine(plain(heading.group(2)), 0, len(heading.group(1)), at=index))
            continue
        text = _TASK.sub("", text, count=1) if _TASK.match(text) else _BULLET.sub("- ", text, count=1)
        bare = _STRONG.fullmatch(text)
        shown = plain(text)
        if shown:
            lines.append(MarkdownLine(shown, indent, bold=bare is not None, at=index))
    return lines


def _may_be_heading(line: MarkdownLine) -> bool:
    return line.cells is None and not line.heading and len(line.text) <= 90 and not line.text.startswith("- ")


def _starts_table(text: str, following: str) -> bool:
    return "|" in text and "|" in following and "-" in following and _SEPARATOR.match(following) is not None


def _cells(text: str) -> tuple[str, ...]:
    inner = text.strip()
    inner = inner.removeprefix("|")
    if inner.endswith("|") and not inner.endswith("\\|"):
        inner = inner[:-1]
    return tuple(plain(_BREAK.sub(" ", part).strip()) for part in re.split(r"(?<!\\)\|", inner))


def plain(text: str) -> str:
    """`text` without emphasis, code, link and escape marks; underscores that are blanks to fill in stay."""
    text = _CODE.sub(r"\1", _LINK.sub(r"\1", _BREAK.sub(" ", text)))
    text = _STRONG.sub(r"\2", text)
    text = _EMPHASIS.sub(r"\1", text)
    text = _UNDERLINE.sub(r"\1", text)
    return _ESCAPE.sub(r"\1", text).strip()
