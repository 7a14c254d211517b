"""Blocks: paragraphs, list items, labels with their values, cells; and what goes on with one that is open.

A block never crosses a table cell, a change of type style, a wide vertical gap or a change between printed words
and form-field values; it does cross the visual line ends (and page ends) of running prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from iepaudit.model.document import Line, Word
from iepaudit.model.geometry import Box, around
from iepaudit.segment.known_labels import labels
from iepaudit.segment.label import BOXES, LABEL, asked, known_label, label_of, run_in
from iepaudit.segment.pieces import Piece, is_field
from iepaudit.segment.run_ins import bold_label, label_wraps, plain_run_in, run_in_starts

BULLET = re.compile(r"^\s*(?:[-–—•▪●◦■►»*]|\uf0b7|o(?=\s+[A-Z]))\s+(?=\S)")
_ENUMERATED = re.compile(r"^\(?(?:[a-h]|\d{1,2}(?:\.\d{1,2})?)[.)]\s+[A-Z(]")
_ENDS_SENTENCE = re.compile(r"[.!?][)\"'”’]*\s*$")
_ANSWERED = re.compile(rf"[{BOXES}]\s*(?:yes|no|n/a|s[ií])\W*$", re.IGNORECASE)
_MONTH = r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
_YEAR = r"(?:19|20)\d\d[.,;]?"
_DIVIDED = (  # what stands at the line end, and on the line below
    (re.compile(rf"{_MONTH} \d{{1,2}},?$", re.IGNORECASE), re.compile(_YEAR)),
    (re.compile(rf"{_MONTH}$", re.IGNORECASE), re.compile(rf"\d{{1,2}},? {_YEAR}")),
    (re.compile(r"\b\d{1,2}/\d{1,2}/$"), re.compile(r"(?:19|20)?\d\d")),
)


@dataclass(frozen=True, slots=True)
class Raw:
    """A block before it is known which of its words are the form's own."""

    label: str
    text: str  # without the label
    lines: tuple[Line, ...]
    words: tuple[Word, ...]
    page: int
    box: Box
    bullet: bool = False
    heading: bool = False  # stands on a line of its own that reads and looks like a heading

    @property
    def printed(self) -> str:
        return f"{self.label}: {self.text}".strip() if self.label else self.text

    @property
    def first(self) -> Line:
        return self.lines[0]


class OpenBlock:
    """A block that may still take lines."""

    def __init__(self, piece: Piece, heading: bool = False) -> None:
        text = piece.text.strip()
        bullet = BULLET.match(text)
        if bullet:
            text = text[bullet.end() :]
        self.bullet = bool(bullet)
        self.heading = heading
        self.label, self.parts = "", [text]
        if not heading:
            found = label_of(text, piece.words)
            if found:
                self.label, rest = found
                self.parts = [rest] if rest else []
        self.pieces = [piece]

    @classmethod
    def of(cls, pieces: Sequence[Piece]) -> OpenBlock:
        """A block of a line and those that go on with it."""
        made = cls(pieces[0])
        for piece in pieces[1:]:
            made.add(piece)
        return made

    @property
    def last(self) -> Line:
        return self.pieces[-1].line

    def _pitch(self, usual: dict[float, float]) -> float:
        """From the top of one line of this text to the top of the next, in points."""
        if len(self.pieces) > 1:
            steps = [b.line.box.top - a.line.box.top for a, b in pairwise(self.pieces)]
            near = [step for step in steps if step > 0]
            if near:
                return min(near)
        return usual.get(round(self.last.size * 2) / 2, float("inf"))

    def takes(self, piece: Piece, unwrapped: bool, right: dict[int, float], pitch: dict[float, float]) -> bool:
        first, last, line = self.pieces[0].line, self.last, piece.line
        text = piece.text.strip()
        if self.heading or BULLET.match(text) or _ENUMERATED.match(text) or _starts_goal(text):
            return False
        if (line.table, line.row, line.column) != (last.table, last.row, last.column):
            return False
        if self._bold_goes_on(piece) or self._wraps(piece) or self._date_goes_on(piece):
            return True
        if label_of(text, piece.words) and not self._label_goes_on(piece):
            return False
        before = " ".join(self.parts).rstrip()
        if _ANSWERED.search(before) or (_ENDS_SENTENCE.search(before) and _has_box(text) and not _has_box(before)):
            return False  # a question with its boxes is complete by itself
        lower = text[:1].islower() or text[:1] in ",;)&%"
        if line.page != last.page:
            return line.page == last.page + 1 and bool(before) and not _ENDS_SENTENCE.search(before) and lower
        own_x0 = min((w.box.x0 for w in self.pieces[0].words), default=first.box.x0)
        if own_x0 > first.box.x0 + 5 and line.box.x0 < own_x0 - 20 and not lower:
            return False  # the next line is not under this value, but under the label at the left
        if "   " in line.text and "   " in last.text:  # rows of a table without lines
            return False
        if not _same_type(self.pieces[-1], piece):
            return False
        if is_field(piece.words) != is_field(self.pieces[-1].words):
            return False
        if line.box.x0 >= last.box.x1 - 2 or line.box.x1 < last.box.x0:  # beside the text, not below it
            return False
        if self._value_below(piece):
            return True
        gap = line.box.top - last.box.bottom
        if gap > 0.55 * max(last.box.height, 1) or gap < -1.5 * max(last.box.height, 1):
            return False
        if _ENDS_SENTENCE.search(before) and line.box.top - last.box.top > self._pitch(pitch) + max(1.5, last.size / 8):
            return False  # more space than between the lines of this text
        if unwrapped:
            return lower and not _ENDS_SENTENCE.search(before)
        if not before:  # a bare label: its value may stand on the next line
            return bool(self.label) and not line.bold
        if lower:
            return True
        if self.bullet and line.box.x0 < first.box.x0 - 2:
            return False
        edge = right.get(id(last), last.box.x1)
        short = last.box.x1 < edge - max(0.18 * (edge - last.box.x0), 30)
        if _has_box(before) and text[:1].isupper() and last.box.x1 + last.size + piece.words[0].box.width < edge:
            return False  # there was room for the next word behind the last choice
        if _ENDS_SENTENCE.search(before):
            return not short
        return not (short and text[:1].isupper()) or before.endswith(",")

    def _bold_goes_on(self, piece: Piece) -> bool:
        """Whether a label in bold that began on the lines above ends on this one, with its value behind it."""
        if self.label or not all(w.bold for p in self.pieces for w in p.words) or piece.line.bold:
            return False
        text = piece.text.strip()
        near = 0 <= piece.line.box.top - self.last.box.top < 1.7 * max(self.last.box.height, 1)
        return near and piece.words[0].bold and (text[:1].islower() or not _ENDS_SENTENCE.search(self.parts[-1]))

    def _wraps(self, piece: Piece) -> bool:
        """Whether a label inside of this paragraph is divided at the line end, or stands at it with its value below."""
        last, line, words = self.last, piece.line, self.pieces[-1].words
        if line.page != last.page or not words or not 0 < line.box.top - last.box.top < 1.7 * max(last.box.height, 1):
            return False
        if self.label and not self.parts and words[0] is not last.words[0] and "   " not in last.text:
            behind = last.words[last.words.index(words[0]) - 1] if words[0] in last.words else words[0]
            flows = words[0].box.x0 - behind.box.x1 < behind.size and abs(line.box.x0 - last.box.x0) < 2
            return flows and label_of(piece.text.strip(), piece.words) is None
        own = [w for p in self.pieces for w in p.words]
        if words[-1].bold and piece.words[0].bold and not all(w.bold for w in own) and words[-1].text[-1] not in ".:?":
            return True
        return self.last.table is None and label_wraps(_join(self.parts), piece.text.strip())

    def _date_goes_on(self, piece: Piece) -> bool:
        """Whether a date is divided at the line end ("End date: May 28," / "2027")."""
        near = 0 < piece.line.box.top - self.last.box.top < 1.7 * max(self.last.box.height, 1)
        text = piece.text.strip()
        return (
            near
            and bool(self.parts)
            and any(begins.search(self.parts[-1]) and ends.fullmatch(text) for begins, ends in _DIVIDED)
        )

    def _label_goes_on(self, piece: Piece) -> bool:
        """Whether a label began on the line above ("Duration of Special Education and Related" / "Services: ...")."""
        if self.label or len(self.pieces) > 1 or self.bullet or piece.line.page != self.last.page:
            return False
        both = LABEL.match(f"{self.parts[0]} {piece.text.strip()}") if self.parts else None
        goes_on = piece.text.strip()[:1].islower() or not known_label(self.parts[0] if self.parts else "")
        return bool(both and known_label(both["label"]) and (goes_on or self._same_meaning(both["label"])))

    def _same_meaning(self, label: str) -> bool:
        """Whether a label in a narrow cell goes on in one more word, which changes nothing ("Next Scheduled Annual
        Review" / "Meeting: 10/5/2027")."""
        first = labels().name_of(self.parts[0])
        more = len(label.split()) - len(self.parts[0].split())
        return self.last.table is not None and more == 1 and first is not None and labels().name_of(label) == first

    def _value_below(self, piece: Piece) -> bool:
        """Whether a cell holds a label on its first line and the value on the next ("Grade" / "3")."""
        if self.label or len(self.pieces) > 1 or self.last.table is None or not self.parts:
            return False
        both = f"{self.parts[0]} {piece.text.strip()}"
        if labels().name_of(self.parts[0]) is None or any(c.isdigit() for c in self.parts[0]) or "(" in both:
            return False
        if self._label_goes_on(piece):
            return False
        if any(c.isdigit() for c in piece.text):
            return True
        return not labels().name_of(both) and not self.parts[0].rstrip().endswith((",", "/", "-"))

    def add(self, piece: Piece) -> None:
        if self._value_below(piece):
            self.label, self.parts = self.parts[0].rstrip(" :"), []
        goes_on = self._label_goes_on(piece)
        bold_goes_on = self._bold_goes_on(piece)
        self.pieces.append(piece)
        self.parts.append(piece.text.strip())
        if goes_on and (found := label_of(" ".join(self.parts))):
            self.label, rest = found
            self.parts = [rest] if rest else []
        if bold_goes_on and (found := run_in(" ".join(self.parts), [w for p in self.pieces for w in p.words])):
            self.label, self.parts = found[0], [found[1]]

    def close(self) -> tuple[Raw, ...]:
        """The block, or several where labels stand inside of the paragraph."""
        return tuple(part._raw() for part in self._parts())

    def _parts(self) -> list[OpenBlock]:
        placed = [(word, piece.line) for piece in self.pieces for word in piece.words]
        starts = [] if self.heading else run_in_starts([word for word, _ in placed])
        if not starts:
            return [self]
        parts = [_open_at(placed[a:b]) for a, b in pairwise([0, *starts, len(placed)])]
        return parts if parts[0].label == self.label else [self]

    def _raw(self) -> Raw:
        if not self.label and not self.heading and (found := _led_in(_join(self.parts))):
            self.label, self.parts = found[0], [found[1]]
        words = tuple(w for p in self.pieces for w in p.words)
        page = self.pieces[0].line.page
        own = [p for p in self.pieces if p.line.page == page]
        boxes = [w.box for p in own for w in p.words] or [p.line.box for p in own]
        return Raw(
            self.label, _join(self.parts), tuple(p.line for p in self.pieces), words, page, around(boxes),
            self.bullet, self.heading,
        )  # fmt: skip


def _led_in(text: str) -> tuple[str, str] | None:
    return asked(text) or plain_run_in(text)


def _open_at(placed: Sequence[tuple[Word, Line]]) -> OpenBlock:
    """A block of the words of a paragraph from a label in it to the next."""
    words = tuple(word for word, _ in placed)
    made = OpenBlock(Piece(_join(w.text for w in words), words, placed[0][1]))
    if not made.label and (found := bold_label(words)):
        made.label, made.parts = found[0], [found[1]]
    lines = list(dict.fromkeys(id(line) for _, line in placed))
    own = [[(w, line) for w, line in placed if id(line) == n] for n in lines]
    made.pieces = [Piece(" ".join(w.text for w, _ in run), tuple(w for w, _ in run), run[0][1]) for run in own]
    return made


def _join(parts: Iterable[str]) -> str:
    """Lines as running text; a word divided at a line end is put together again."""
    text = ""
    for part in parts:
        if text.endswith("-") and len(text) > 1 and text[-2].isalpha() and part[:1].islower():
            text = text + part  # "self-" + "care": the hyphen may belong there, so it stays
        else:
            text = f"{text} {part}".strip()
    return text


def _same_type(above: Piece, below: Piece) -> bool:
    """Whether the type goes on from the end of one line to the beginning of the next."""
    if abs(above.line.size - below.line.size) > 0.8:
        return False
    if above.line.bold == below.line.bold:
        return True
    if not above.words or not below.words:
        return False
    return above.words[-1].bold == below.words[0].bold and not below.line.bold


def _starts_goal(text: str) -> bool:
    return bool(re.match(r"(?:measurable\s+)?(?:annual\s+)?goal\s*(?:#|no\.?|number)?\s*\d", text, re.IGNORECASE))


def _has_box(text: str) -> bool:
    return any(box in text for box in BOXES)
