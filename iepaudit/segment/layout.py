"""Layout evidence: which lines look like headings, on this document's own terms."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from iepaudit.model.document import CHECKED, EMPTY, UNCLEAR_BOX, Document, Line, WordSource
from iepaudit.segment.grid_rows import goes_on_in_cell, is_row_label
from iepaudit.segment.heading_line import ASKING_WORDS, HeadingLine, plain_heading
from iepaudit.segment.heading_rest import with_rest
from iepaudit.segment.heading_signs import PROSE, is_heading
from iepaudit.segment.known_headings import headings
from iepaudit.segment.known_labels import goal_labels, labels
from iepaudit.segment.label import is_typed, run_in
from iepaudit.segment.label_strips import goes_on
from iepaudit.segment.prompts import about_one_child
from iepaudit.segment.row_headings import other_questions, row_heading
from iepaudit.segment.rows import row_labels
from iepaudit.segment.series import in_series
from iepaudit.segment.typography import MAX_HEADING_WORDS, Typography, same_style, strength_of
from iepaudit.segment.words import has_numbering, strip_numbering

# What is numbered below these is a list of things to consider, or of people.
_LISTS = frozenset({"special-factors", "team", "annual-goals", "objectives"})
_DATED = re.compile(r"(?P<head>[^,]{3,60}),\s(?=.*\d{1,2}[/-]\d{1,2}[/-]\d{2})")  # "Services, 3/4/2026 to 3/3/2027"
_ANSWERED = re.compile(r"[:?]\s+\S")  # with something behind it in the same line
_ABOUT_GOALS = re.compile(r"\b(?:goal|objective|benchmark)s?\b", re.IGNORECASE)


def heading_lines(document: Document) -> tuple[HeadingLine, ...]:
    """All headings of a document, in reading order."""
    typography = Typography.of(document)
    lines = document.lines
    beside = row_labels(document)
    found: list[HeadingLine] = []
    position = 0
    while position < len(lines):
        heading = row_heading(lines, position, beside[position], typography) if position in beside else None
        if heading:
            found.append(heading)
            position += heading.count
            continue
        heading = _heading_at(lines, position, typography)
        if heading:
            heading = with_rest(heading, lines)
            found.append(heading)
            position += heading.count
        else:
            position += 1
    found += other_questions(lines, beside, found)
    return tuple(sorted([*found, *_numbered_alike(lines, found)], key=lambda h: h.position))


def _numbered_alike(lines: tuple[Line, ...], found: Sequence[HeadingLine]) -> list[HeadingLine]:
    """Lines that are headings because of the numbered headings before and after them."""
    own = {h.position: h for h in found if h.match is not None and h.match.key not in _LISTS}
    taken = {p for h in found for p in range(h.position, h.position + h.count)}
    others = [
        n
        for n, line in enumerate(lines)
        if n not in taken
        and has_numbering(line.text)
        and not is_row_label(line, lines, n)
        and not _ABOUT_GOALS.search(line.text)
        and not _ANSWERED.search(strip_numbering(line.text))
        and plain_heading(line.text.strip().rstrip(":?"), MAX_HEADING_WORDS)
        and not PROSE.search(line.text.lower())
        and not any(w.source is WordSource.FIELD for w in line.words)
    ]
    strength = min((h.strength for h in own.values()), default=0.0)
    added = [HeadingLine(n, 1, lines[n].text.strip(), None, strength) for n in in_series(lines, list(own), others)]
    return [with_rest(heading, lines) for heading in added]


_OVER_FIELD = 2.0  # points


def _over_field(lines: tuple[Line, ...], position: int) -> bool:
    """Whether a printed line, with the lines of its type that it goes on over, has right below it a form field that
    somebody filled in and that begins where it does: however long, it is what stands over the answer."""
    line = lines[position]
    if line.table is not None or any(is_typed(w) for w in line.words):
        return False
    last = line
    for below in lines[position + 1 : position + 4]:
        near = below.page == last.page and 0 < below.box.top - last.box.top < 2 * max(last.box.height, 1)
        if not near or abs(below.box.x0 - line.box.x0) > line.size:
            return False
        if all(is_typed(w) for w in below.words):
            return True
        if not same_style(last, below) or headings().match(below.text):
            return False
        last = below
    return False


def _heading_at(lines: tuple[Line, ...], position: int, typography: Typography) -> HeadingLine | None:
    line = lines[position]
    text = _NUMBER_APART.sub(r"\1 ", line.text.strip())
    if not text or any(w.source is WordSource.FIELD for w in line.words[:2]) or _LED.match(text):
        return None
    above = lines[position - 1] if position else None
    if above is not None and line.table is None and _is_rest(line, above):
        return None
    if goes_on_in_cell(line, lines, position):
        return None
    following = lines[position + 1] if position + 1 < len(lines) else None
    if following is not None and _asks_over_lines(line, following):
        return None
    head = _head_of(text)
    if head is None or run_in(text, line.words) or (following is not None and _runs_into(line, following)):
        return None
    if head != text:
        strength = strength_of(line, head, typography)
        match = headings().match(head)
        if match and is_heading(match, line, head, strength, lines, position):
            return HeadingLine(position, 1, head, match, strength, cut=len(head))
        return None
    strength = strength_of(line, text, typography)
    if strength < _OVER_FIELD and _over_field(lines, position):
        strength = _OVER_FIELD
    match = headings().match(text)
    if match and match.whole and is_heading(match, line, text, strength, lines, position):
        return HeadingLine(position, 1, text, match, strength)
    dated = _DATED.match(text)
    if dated and (known := headings().match(dated["head"])) and known.whole and strength >= 2:
        return HeadingLine(position, 1, dated["head"], known, strength, cut=len(dated["head"]))
    if answered := _ANSWERED_QUESTION.match(text):
        known, points = headings().match(answered["asked"]), strength_of(line, answered["asked"], typography)
        if known and not known.weak and is_heading(known, line, answered["asked"], points, lines, position):
            return HeadingLine(position, 1, answered["asked"], known, points, cut=len(answered["asked"]))
    prefix = re.split(r"\s+[-–—]\s+|(?<=[a-z)])[.:]\s+", text, maxsplit=1)[0]
    if prefix != text and len(text.split()) > 12:
        # "4. Transfer of rights - Not later than one year before ...": the heading runs on into its instructions
        known = headings().match(prefix)
        points = strength_of(line, prefix, typography)
        if (
            known
            and known.whole
            and not known.weak
            and points >= 2
            and is_heading(known, line, prefix, points, lines, position)
        ):
            return HeadingLine(position, 1, prefix, known, points, cut=len(prefix))
    if match is None and (asked := _long_request(lines, position, typography)):
        return asked
    named = match is None and strength >= 2.5 and plain_heading(text)
    part = headings().match_part(text) if named else None
    whole_line = text.endswith(":")  # what is asked for ends there
    if following and not part and not whole_line and same_style(line, following) and len(text.split()) <= 16:
        both = f"{text} {following.text.strip()}"
        joined = headings().match(both)
        if joined is None and not match and strength >= 2.5 and plain_heading(both):
            joined = headings().match_part(both) or headings().match_loose(both)
        # only when neither line is a heading by itself: two headings must not become one
        if joined and joined.whole and not (match and match.whole) and len(both.split()) <= MAX_HEADING_WORDS:
            whole = strength_of(line, both, typography)
            if is_heading(joined, line, both, whole, lines, position):
                return HeadingLine(position, 2, both, joined, whole)
    if named:
        loose = part or headings().match_loose(text)
        if (
            loose
            and not is_row_label(line, lines, position)
            and is_heading(loose, line, text, strength, lines, position)
        ):
            return HeadingLine(position, 1, text, loose, strength)
    if match and is_heading(match, line, text, strength, lines, position):
        return HeadingLine(position, 1, text, match, strength)
    if strength >= 3 and plain_heading(text) and not _tells(text) and not is_row_label(line, lines, position):
        return HeadingLine(position, 1, text, None, strength)
    return None


# "What are the concerns of the parents? Ida's mother is worried ..."
_ANSWERED_QUESTION = re.compile(r"(?P<asked>[^?☐☒⍰]{12,}\?)\s+[\"“]?[A-Z]\w*[ ,]\S")
_NUMBER_APART = re.compile(r"^((?:\d{1,2}|[A-Z]|[IVX]{1,5})[.)]?)\s{3,}(?=[A-Z])")  # in a box of its own


def _tells(text: str) -> bool:
    """Whether a line is a known label with its value, in type that would do for a heading ("BASELINE....: 3 OF 5")."""
    label, colon, value = text.partition(":")
    name = labels().name_of(label) or goal_labels().name_of(label) if colon and value.strip() else None
    return name is not None and name not in _TITLES


# "PRESENT LEVEL ........ 52 WORDS", but not the number of a page in a table of contents
_LED = re.compile(r"[^.…_:]{2,60}?\s*(?:\.{3,}|(?:\.\s){3,}|…+)\s*:?\s*(?!\d{1,3}$|page\b)[^\s._:]", re.IGNORECASE)
_TITLES = frozenset({"goal", "objective", "number", "school", "district"})  # "Goal 2: Writing" heads what follows


def _long_request(lines: tuple[Line, ...], position: int, typography: Typography) -> HeadingLine | None:
    """A request that takes two or three lines, ends in a colon or a question mark, and names a part of the plan in
    words that stand on more than one of them: in bold, or in words that speak of no one child."""
    line = lines[position]
    text, count = line.text.strip(), 1
    for above, other in pairwise(lines[position : position + 3]):
        below = other.text.strip()
        near = 0 <= other.box.top - above.box.top < 2 * max(above.box.height, 1)
        same = (above.table, above.row, above.column) == (other.table, other.row, other.column)
        if text.endswith((".", ":", "?")) or not (near and same and same_style(line, other) and below[:1].islower()):
            break
        text, count = f"{text} {below}", count + 1
    if count == 1 or not text.endswith((":", "?")) or len(text.split()) > ASKING_WORDS:
        return None
    if not line.bold and (about_one_child(text) or _SENTENCE_ENDS.search(text)):
        return None
    match, strength = headings().match(text), strength_of(line, text, typography)
    if match is None or match.weak or not is_heading(match, line, text, strength, lines, position):
        return None
    return HeadingLine(position, count, text, match, strength)


_SENTENCE_ENDS = re.compile(r"[.!?;]\s")


def _is_rest(line: Line, above: Line) -> bool:
    """Whether a line is the rest of a label or of a value that stands above it in a column of its own."""
    first = re.split(r"\s{3,}", above.text.strip())[0]
    completes = labels().name_of(first) is None and labels().name_of(f"{first} {line.text.strip()}") is not None
    return goes_on(above, line) and (completes or line.box.x0 > above.box.x0 + 5)


def _runs_into(line: Line, following: Line) -> bool:
    """A label in bold that takes more than a line, with its value behind it on the next."""
    if not line.bold or following.bold or not following.words or not following.words[0].bold:
        return False
    place = (line.page, line.table, line.row, line.column)
    if place != (following.page, following.table, following.row, following.column):
        return False
    near = 0 < following.box.top - line.box.top < 1.7 * max(line.box.height, 1)
    return near and following.text.strip()[:1].islower()


def _asks_over_lines(line: Line, following: Line) -> bool:
    """A printed request of more than a line with its answer behind a colon: no heading, but a label."""
    if line.bold or line.shaded or len(line.text.split()) < 8 or not same_style(line, following):
        return False
    text = following.text.strip()
    return text[:1].islower() and bool(re.search(r"[a-z)]:\s+[A-Z0-9]", text)) and not line.text.rstrip().endswith(".")


def _head_of(text: str) -> str | None:
    """The part of a line that may be a heading: before check boxes, before a page number or note far to the right.
    None when the line holds several label and value pairs."""
    boxes = min((text.find(b) for b in (CHECKED, EMPTY, UNCLEAR_BOX) if b in text), default=-1)
    if boxes == 0:
        return None
    head = text[:boxes].rstrip() if boxes > 0 else text
    if "   " in head:
        alone = re.split(r"\s{3,}", head)[0]
        rest = head[len(alone) :].strip()
        note = re.fullmatch(r"\W*(?:page|p\.)?\s*\d*(?:\s*of\s*\d+)?\W*", rest, re.IGNORECASE)
        if not note and not (rest.startswith("(") and rest.endswith(")")):
            return None
        head = alone
    return head
