"""Values of form fields laid into the page as words, at the rectangle where the viewer shows them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from iepaudit.extract.line_builder import Draft, draft
from iepaudit.extract.raw import RawPage, Widget
from iepaudit.extract.spatial import WordIndex
from iepaudit.model.document import Word, WordSource
from iepaudit.model.geometry import Box

_CHAR = 0.47  # mean width of a letter in font heights
_LEADING = 1.15
_PADDING = 2.0  # points between the rectangle and its text
_SIZES = (12.0, 11.0, 10.0, 9.0, 8.0, 7.0, 6.0, 5.0, 4.0)
_BLANK = re.compile(r"[_.…/\s]+")
_LETTERS = re.compile(r"\w+")


def place_fields(raw: RawPage) -> tuple[list[Word], list[Draft]]:
    """The page's words with one-line values merged in, and the lines of wrapped values, which stay together."""
    words = list(raw.words)
    drafts: list[Draft] = []
    index = WordIndex(raw.words) if raw.widgets else WordIndex(())
    gone: set[int] = set()
    for widget in raw.widgets:
        field = widget.field
        if widget.checked is not None or field.kind not in ("text", "choice") or not field.value.strip():
            continue
        inside = index.inside(field.box)
        if _is_printed(field.value, inside):
            continue  # flattened, but the field was left in the file
        gone.update(id(w) for w in inside if _BLANK.fullmatch(w.text))
        lines = _wrap(widget)
        if len(lines) == 1:
            words += _on_label_line(lines[0], field.box, index)
        else:
            drafts += [draft(line, atomic=True) for line in lines]
    return [w for w in words if id(w) not in gone] if gone else words, drafts


def _is_printed(value: str, inside: Sequence[Word]) -> bool:
    wanted = _LETTERS.findall(value.lower())
    printed = _LETTERS.findall(" ".join(w.text for w in inside).lower())
    if not wanted or not printed:
        return False
    return printed == wanted or (len(wanted) > 3 and set(wanted) <= set(printed))


def _wrap(widget: Widget) -> list[list[Word]]:
    """The value in the lines that fit into the rectangle; too much text is set tighter, never dropped."""
    box, value = widget.field.box, widget.field.value
    width = max(box.width - 2 * _PADDING, 10.0)
    paragraphs = [p.split() for p in value.split("\n")]
    several = widget.multiline or (box.height > 30 and sum(map(len, paragraphs)) > 1)
    if not several:
        flat = [w for p in paragraphs for w in p]
        size = widget.font_size or min(12.0, max(4.0, 0.75 * box.height))
        return [_set(flat, box, (box.top + box.bottom - size) / 2, size)]
    size = widget.font_size
    if not size:
        fitting = (s for s in _SIZES if len(_fold(paragraphs, width, s)) * s * _LEADING <= box.height)
        size = next(fitting, _SIZES[-1])
    folded = _fold(paragraphs, width, size)
    pitch = min(size * _LEADING, max(1.0, (box.height - _PADDING) / max(1, len(folded))))
    top = box.top + _PADDING / 2
    return [_set(line, box, top + n * pitch, min(size, pitch)) for n, line in enumerate(folded) if line]


def _fold(paragraphs: Sequence[Sequence[str]], width: float, size: float) -> list[list[str]]:
    lines: list[list[str]] = []
    room = max(4, int(width / (size * _CHAR)))
    for paragraph in paragraphs:
        line: list[str] = []
        used = 0
        for word in paragraph:
            if line and used + 1 + len(word) > room:
                lines.append(line)
                line, used = [], 0
            line.append(word)
            used += len(word) + (1 if used else 0)
        lines.append(line)
    return lines


def _set(texts: Sequence[str], box: Box, top: float, size: float) -> list[Word]:
    length = sum(map(len, texts)) + len(texts) - 1
    char = min(size * _CHAR, max(box.width - 2 * _PADDING, 4.0) / max(1, length))
    x = box.x0 + _PADDING
    words = []
    for text in texts:
        words.append(Word(text, Box(x, top, x + len(text) * char, top + size), size, False, WordSource.FIELD))
        x += (len(text) + 1) * char
    return words


def _on_label_line(value: Sequence[Word], box: Box, printed: WordIndex) -> list[Word]:
    """The value on the line of its label: the nearest printed word beside the rectangle says where that is."""
    label = printed.beside(box)
    if label is None:
        return list(value)
    top, bottom = label.box.top, label.box.bottom
    return [replace(w, box=Box(w.box.x0, top, w.box.x1, bottom)) for w in value]
