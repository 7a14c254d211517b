"""Lines cut into pieces, each with at most one label: "Grade: 4   School: Elm" is two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from iepaudit.model.document import Line, Word
from iepaudit.segment.known_labels import goal_labels, labels, service_labels
from iepaudit.segment.label import BOXES, DATE, LABEL, UNIT, is_typed, known_label, label_of

_WIDE = re.compile(r"\s{3,}|\t")
_UNDER = 20.0  # points to a side between a label and the value under it
_FEW = 6  # words of a value that stands alone under one of several labels
_EXACT = 1.5  # the same where nothing but its place tells a value from the one before
_LETTER = re.compile(r"\w{1,2}:\s")  # the code of a choice ("C: Deafness"), and no label
_TO = re.compile(rf"(?:^|(?<=\s))(?:to|through|thru|until|till|al?|hasta|[-–—])(?:$|\s+(?={DATE}))", re.IGNORECASE)
_ENDS_IN_DATE = re.compile(rf"{DATE}\W*$")
_DATE_FIRST = re.compile(DATE)
_BEHIND_DATE = re.compile(rf"{DATE}\s+(?=[A-Z][^:\d]{{3,60}}:\s)")


@dataclass(slots=True)
class Piece:
    text: str
    words: tuple[Word, ...]
    line: Line


def labelled_pairs(line: Line) -> tuple[tuple[str, str], ...]:
    """All "Label: value" pairs of one line, as a running header prints them: with no more than a space between them,
    whether or not the first label is a known one."""
    parts = (part for piece in pieces_of(line) for part in _parts_of(piece))
    found = (label_of(text.strip(), words) for text, words in parts)
    return tuple(pair for pair in found if pair)


def _parts_of(piece: Piece) -> list[tuple[str, tuple[Word, ...]]]:
    bounds = _bounds(piece.text) if LABEL.match(piece.text) else []
    texts = [piece.text[a:b].strip() for a, b in pairwise(bounds)]
    return [(text, ()) for text in texts if text] if len(texts) > 1 else [(piece.text, piece.words)]


def pieces_of(line: Line) -> list[Piece]:
    """A line cut where another label and value pair begins."""
    by_source = _cut_by_source(line)
    if by_source:
        return by_source
    chunks = _paired([c for c in _WIDE.split(line.text.strip()) if c.strip()], bold=line.bold)
    if len(chunks) > 1:
        chunks = [_led(chunk) for chunk in chunks]
    heads = all(service_labels().name_of(c) for c in chunks)
    if len(chunks) > 1 and not heads and not any(label_of(c) or _bare_label(c) for c in chunks[1:]):
        chunks = [" ".join(chunks)]
    texts = [text for chunk in chunks for text in _cut_at_labels(chunk)]
    return with_words(texts, line)


def _led(chunk: str) -> str:
    """ "Birthdate 04/11/2015" -> "Birthdate: 04/11/2015", where the value is of the kind that the label asks for."""
    found = labels().leading(chunk) if label_of(chunk) is None else None
    if not found or (labels().name_of(chunk) and found[0] != "grade"):  # "Grade 2" reads like the label of a second one
        return chunk
    name, value = found
    fits = (
        bool(re.search(r"\d{1,4}\D+\d", value)) if name.endswith("-date")
        else bool(re.fullmatch(r"(?:\d{1,2}|K|PK|[A-Z][a-z]+)(?:st|nd|rd|th)?", value)) if name == "grade"
        else bool(re.match(r"[A-Z][\w'’-]+,?(?: [A-Z][\w'’.-]*){1,3}$", value)) if name == "student-name"
        else False
    )  # fmt: skip
    return f"{chunk[: len(chunk) - len(value)].rstrip(' :')}: {value}" if fits else chunk


def _paired(chunks: list[str], *, bold: bool) -> list[str]:
    """ "Date of birth", "06/09/2015" side by side -> "Date of birth: 06/09/2015", where the first is a known label."""
    if _are_heads(chunks, bold):
        return chunks
    done: list[str] = []
    for chunk in chunks:
        before = done[-1] if done else ""
        if (_TO.match(chunk) and _ENDS_IN_DATE.search(before)) or (_TO.search(before) and _DATE_FIRST.match(chunk)):
            done[-1] = f"{before} {chunk}"  # from one date to another
            continue
        bare = before.rstrip().endswith(":") or (":" not in before and _value_label(before))
        if before and bare and not _names_value(chunk):
            done[-1] = f"{before.rstrip(' :')}: {chunk}"
        else:
            done.append(chunk)
    return done


def _are_heads(chunks: Sequence[str], bold: bool) -> bool:
    """Whether a line is a row of heads in capitals: several, without figures, all bold or the first no label."""
    plain = all(c.isupper() and len(c.split()) <= _LONGEST_HEAD and not re.search(r"[\d:]", c) for c in chunks)
    return plain and len(chunks) >= _LEAST_HEADS and (bold or not _value_label(chunks[0]))


_LEAST_HEADS = 3
_LONGEST_HEAD = 4  # words


def _names_value(text: str) -> bool:
    """Whether a chunk is itself a label (with or without its value)."""
    known = _value_label(text) or label_of(text) is not None or labels().leading(text) is not None
    return known or _asks_for_number(text)


def _asks_for_number(text: str) -> bool:
    """Whether a text asks for a number of the child's, by whatever name a state has for it ("WVEIS #", "LASID No.")."""
    return len(text) < 40 and bool(_NUMBER_ASKED.fullmatch(text))


_NUMBER_ASKED = re.compile(r"(?:[A-Z][A-Za-z/-]*\s){1,4}(?:#|No\.|Number|ID)(?:\s?#)?")


def _value_label(text: str) -> bool:
    known = (labels(), goal_labels(), service_labels())
    if len(text) >= 60 or any(box in text for box in BOXES):
        return False
    return any(group.name_of(text) is not None for group in known)


def is_bare_label(text: str) -> bool:
    """A known label of a value, with nothing behind it."""
    return bool(labels().name_of(text) or service_labels().name_of(text) or _asks_for_number(text)) and len(text) < 60


def below_labels(line: Line, heads: Sequence[Piece]) -> list[Piece]:
    """The values on a line under a line of labels, each with the label that it stands under; [] when the line is no
    row of values."""
    starts = [head.words[0].box.x0 for head in heads if head.words]
    values = chunks_of(line)
    values = values if len(values) > 1 else _cut_below(line, starts) or values
    alone = len(values) == 1 and bool(starts) and (len(line.words) > _FEW or line.words[0].box.x0 - starts[0] <= _UNDER)
    if not values or not starts or alone:
        return []
    if any(_names_value(value.text) and not _LETTER.match(value.text) for value in values):
        return []
    done: list[Piece] = []
    for value in values:
        apart = [abs(value.words[0].box.x0 - x) for x in starts]
        nearest = apart.index(min(apart)) if apart else -1
        if nearest < 0 or apart[nearest] > _UNDER:
            return []
        done.append(Piece(f"{heads[nearest].text.strip(' :')}: {value.text}", value.words, line))
    return done


def _cut_below(line: Line, starts: Sequence[float]) -> list[Piece]:
    """A line without wide gaps, cut at the words that stand right under labels: a long value reaches up to the next."""
    under = [any(abs(word.box.x0 - start) < _EXACT for start in starts) for word in line.words]
    if not under or not under[0]:
        return []
    cuts = [*(n for n, own in enumerate(under) if own), len(under)]
    runs = [line.words[a:b] for a, b in pairwise(cuts)]
    return [Piece(" ".join(w.text for w in words), words, line) for words in runs]


def _bare_label(text: str) -> bool:
    return labels().name_of(text) is not None or bool(labels().leading(text) and re.search(r"\d|_", text))


def _cut_at_labels(text: str) -> list[str]:
    """ "District: X School: Y" -> two texts, where both labels are known."""
    behind = _BEHIND_DATE.search(text)
    if behind and LABEL.match(text):
        return [*_cut_at_labels(text[: behind.end()].strip()), *_cut_at_labels(text[behind.end() :])]
    first = LABEL.match(text)
    if first and (cut := _two_labels(first["label"])):
        return [text[:cut].strip(), *_cut_at_labels(text[cut:].strip())]
    if not first or not known_label(first["label"]):
        return [text]
    return [text[a:b].strip() for a, b in pairwise(_bounds(text)) if text[a:b].strip()]


def _bounds(text: str) -> list[int]:
    """Where the known labels begin behind the first label of a text, between its two ends."""
    first = LABEL.match(text)
    if first is None:
        return [0, len(text)]
    cuts: list[int] = []
    for colon in re.finditer(r":(?!\d\d\b|//)", text):
        if colon.start() <= first.end("label") + 1:
            continue
        before = text[: colon.start()]
        starts = [m.start() for m in re.finditer(r"\S+", before)]
        for start in starts[-6:]:  # the longest label first
            if start <= (cuts[-1] if cuts else first.end("label") + 1):
                continue
            label = before[start:]
            if label[0].isupper() and labels().name_of(label):
                cuts.append(start)
                break
    return [0, *cuts, len(text)]


def _two_labels(label: str) -> int:
    """Where the second label begins in "Goal statement #1 Goal area", 0 for one label."""
    words = [m.start() for m in re.finditer(r"\S+", label)]
    if not 3 <= len(words) <= 9 or known_label(label):
        return 0
    numbered = (at for at in words[1:] if re.search(r"\d\W*$", label[:at]))
    return next((at for at in numbered if goal_labels().name_of(label[:at]) and known_label(label[at:])), 0)


def _cut_by_source(line: Line) -> list[Piece] | None:
    """Printed labels alternating with form-field values: a new piece at each known label behind a value."""
    if not any(is_typed(w) for w in line.words) or all(is_typed(w) for w in line.words):
        return None
    runs: list[list[Word]] = []
    for word in line.words:
        if not runs or is_typed(word) != is_typed(runs[-1][-1]):
            runs.append([])
        runs[-1].append(word)
    pieces: list[list[Word]] = []
    for run in runs:
        if not pieces or (not is_typed(run[0]) and not _is_boxes(run) and not _is_unit_of(run, pieces[-1])):
            pieces.append(list(run))
        else:
            # a value goes with the label before it; boxes go with what they stand behind ("Reading  ☐ G ☒ S  45 min")
            pieces[-1].extend(run)
    return [Piece(" ".join(w.text for w in words), tuple(words), line) for words in pieces]


def _is_unit_of(words: Sequence[Word], before: Sequence[Word]) -> bool:
    """Whether a run is the printed unit of the number typed in front of it, alone or with its check boxes ("min.  ☐ D
    ☒ W ☐ M")."""
    boxes = len(words) == 1 or words[1].text[:1] in BOXES
    return boxes and before[-1].text[-1:].isdigit() and UNIT.fullmatch(words[0].text) is not None


def _is_boxes(words: Sequence[Word]) -> bool:
    """A run that is check boxes with codes or short options, and no label of its own."""
    text = " ".join(w.text for w in words)
    return any(box in text for box in BOXES) and text.lstrip()[:1] in BOXES


def chunks_of(line: Line) -> list[Piece]:
    """What stands between the wide gaps of a line."""
    return with_words([c for c in _WIDE.split(line.text.strip()) if c.strip()], line)


def with_words(texts: Sequence[str], line: Line) -> list[Piece]:
    if len(texts) == 1:
        return [Piece(texts[0], line.words, line)]
    words = list(line.words)
    pieces: list[Piece] = []
    for number, text in enumerate(texts):
        wanted = _letters(text)
        taken: list[Word] = []
        size = 0
        while words and (size < wanted or number == len(texts) - 1 or not _letters(words[0].text)):
            word = words.pop(0)
            taken.append(word)
            size += _letters(word.text)
        pieces.append(Piece(text, tuple(taken) or line.words, line))
    return pieces


def _letters(text: str) -> int:
    """How long a text is without spaces and colons, which may have been put behind a label."""
    return len("".join(text.split()).replace(":", ""))


def is_field(words: Sequence[Word]) -> bool:
    return bool(words) and sum(map(is_typed, words)) * 2 > len(words)
