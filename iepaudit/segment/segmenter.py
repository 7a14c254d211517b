"""Document -> parts: where one document of a file ends and the next begins, what each is, and its sections."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from iepaudit.model.document import EMPTY, Document, Page, WordSource
from iepaudit.model.field import FieldState, Place
from iepaudit.model.iep import Block, Kind, Part, Section
from iepaudit.resources import name_words
from iepaudit.segment import kind as kinds
from iepaudit.segment.asked import without_questions
from iepaudit.segment.blocks import Raw
from iepaudit.segment.blocks_of_lines import build_blocks
from iepaudit.segment.column_parts import with_column_parts
from iepaudit.segment.empty_rows import without_empty_rows
from iepaudit.segment.filled import split_filled
from iepaudit.segment.form_blocks import form_blocks
from iepaudit.segment.heading_line import HeadingLine
from iepaudit.segment.inner_parts import under_their_heading, with_inner_parts
from iepaudit.segment.known_headings import HeadingMatch, headings
from iepaudit.segment.known_labels import labels
from iepaudit.segment.known_prompts import has_placeholder, without_placeholders
from iepaudit.segment.layout import heading_lines
from iepaudit.segment.part_bounds import starts_of
from iepaudit.segment.prompts import is_prompt
from iepaudit.segment.said_parts import with_said_parts
from iepaudit.segment.sections import build_sections
from iepaudit.segment.shared_headings import with_shared_headings
from iepaudit.segment.unanswered_rows import without_rows_below


def segment(document: Document) -> tuple[Part, ...]:
    """The documents in a file, in page order, each with its kind and sections; never empty."""
    return tuple(part for part, _ in parts_of(document))


def parts_of(document: Document) -> Iterator[tuple[Part, Document]]:
    """Each of the documents in a file with its own pages, one after the other, so that a long file need not be held as
    a whole."""
    if not any(page.lines for page in document.pages):
        last = len(document.pages) or 1
        yield Part(Kind.UNREADABLE, "None of its pages has text that can be read.", 1, last, "", ()), document
        return
    starts = iter([*starts_of(document.pages)[1:], None])
    until = next(starts)
    own: list[Page] = []
    for page in document.pages:
        if page.number == until:
            yield _part(replace(document, pages=tuple(own)))
            own.clear()
            until = next(starts)
        own.append(page)
    yield _part(replace(document, pages=tuple(own)))


def _part(own: Document) -> tuple[Part, Document]:
    pages = own.pages
    found = heading_lines(own)
    raws, matches = _blocks_with_headings(own, found)
    printed = form_blocks(own, raws, sorted(matches))
    blocks = tuple(_block(raw, n in printed) for n, raw in enumerate(raws))
    unreadable = frozenset(own.unreadable_pages)
    sections = _with_demographics(build_sections(raws, blocks, matches, unreadable), blocks, unreadable)
    sections = without_rows_below(own, without_questions(under_their_heading(sections)))
    sections = without_empty_rows(own, sections)
    title = kinds.title_of(pages[0])
    if title is None and len(pages) > 1 and not pages[0].lines:
        title = kinds.title_of(next((p for p in pages if p.lines), pages[0]))
    core = frozenset(s.key for s in sections) & kinds.CORE
    cues = kinds.cue_points(line.text for line in own.lines)
    kind, evidence = kinds.decide(title, cues, core)
    if kind is Kind.IEP and not any(p.readable for p in pages):
        kind, evidence = Kind.UNREADABLE, "None of its pages has text that can be read."
    if kind is Kind.IEP:
        seen = _filled_points(blocks, own)
        if seen.blank or _empty_sections(sections, seen):
            kind, evidence = Kind.BLANK_FORM, f"{evidence} Nothing about a student was filled in."
        elif not seen.identity and (
            (seen.sentences < 2 and len(core) < 3)
            or (seen.facts < 10 and kinds.teaches(line.text for line in own.lines))
        ):
            kind, evidence = Kind.OTHER, "It speaks of IEPs, but nothing in it is a plan for one student."
    if kind is Kind.BLANK_FORM:  # whatever is printed is the form's own
        blocks = tuple(_block(raw, True) for raw in raws)
        sections = _with_demographics(build_sections(raws, blocks, matches, unreadable), blocks, unreadable)
    sections = with_shared_headings(with_column_parts(with_inner_parts(sections), empty=False))
    template = frozenset(s.key for s in sections if s.state is not FieldState.UNCLEAR and s.key != "other")
    place = pages[0].number, pages[-1].number
    sections = with_column_parts(with_said_parts(sections), empty=True)
    return Part(kind, evidence, *place, title.text if title else "", sections, template=template), own


def _blocks_with_headings(
    document: Document, found: Sequence[HeadingLine]
) -> tuple[tuple[Raw, ...], dict[int, tuple[HeadingMatch | None, float]]]:
    """Blocks, and which of them are headings. A heading of two lines becomes one block."""
    taken = {p: h.cut for h in found for p in range(h.position, h.position + h.count)}
    raws = list(build_blocks(document, taken))
    lines = document.lines
    first_lines = {id(lines[h.position]): h for h in found}
    seconds = {id(lines[p]) for h in found for p in range(h.position + 1, h.position + h.count)}
    result: list[Raw] = []
    matches: dict[int, tuple[HeadingMatch | None, float]] = {}
    for raw in raws:
        if raw.heading and id(raw.first) in seconds:
            before = result[-1]
            result[-1] = Raw(
                "", f"{before.text} {raw.text}", before.lines + raw.lines, before.words + raw.words, before.page,
                before.box.union(raw.box), heading=True,
            )  # fmt: skip
            continue
        heading = first_lines.get(id(raw.first)) if raw.heading else None
        if heading:
            matches[len(result)] = (heading.match, heading.strength)
        result.append(raw)
    return tuple(result), matches


def _block(raw: Raw, printed_is_form: bool) -> Block:
    filled, template = split_filled(raw, printed_is_form)
    line = raw.first
    return Block(
        raw.label, raw.text, filled, template, Place(raw.page, raw.box, raw.printed), raw.lines, raw.bullet,
        line.table, line.row, line.column,
    )  # fmt: skip


def _with_demographics(
    sections: tuple[Section, ...], blocks: Sequence[Block], unreadable: frozenset[int]
) -> tuple[Section, ...]:
    """What stands before the first heading is the cover data, when it holds labels such as name and birth date,
    and a section of no known kind otherwise, so that no block is outside all sections."""
    if not any(s.key == "demographics" for s in sections):
        # a heading that nobody knows, above name and birth date: still the cover data
        cover = next((s for s in sections if _may_be_cover(s) and sum(map(_cover_label, s.blocks)) >= 2), None)
        if cover:
            sections = tuple(replace(s, key="demographics") if s is cover else s for s in sections)
    end = next((i for i, b in enumerate(blocks) if sections and _opens(b, sections[0])), len(blocks))
    own = tuple(blocks[:end])
    if not own:
        return sections
    if any(s.key == "demographics" for s in sections) or not any(_cover_label(b) for b in own):
        state = FieldState.FILLED if any(b.filled for b in own) else FieldState.TEMPLATE
        return (Section("other", own[0].place.quote, own[0].place.page, state, own, own[0].place), *sections)
    title = next((b for b in own if kinds.title_among(b.lines[:1], 0.0)), own[0])
    state = FieldState.FILLED if any(b.filled and _cover_label(b) for b in own) else FieldState.TEMPLATE
    place = title.place
    cover = Section("demographics", title.place.quote, place.page, state, own, place)
    return (cover, *sections)


def _may_be_cover(section: Section) -> bool:
    """Whether a heading is unknown, or as common as "Student Profile", which stands above other things as well."""
    match = headings().match(section.heading)
    return section.key == "other" or bool(match and match.weak)


def _opens(block: Block, section: Section) -> bool:
    place = section.heading_place
    return place is not None and block.place.page == place.page and block.place.box == place.box


def _cover_label(block: Block) -> bool:
    names = {labels().name_of(block.label or block.text)}
    leading = labels().leading(block.text) if not block.label else None
    if leading:
        names.add(leading[0])
    return bool(names & {"student-name", "birth-date", "grade", "meeting-date", "disability", "student-id"})


@dataclass(frozen=True, slots=True)
class _Seen:
    """What says that somebody filled a form in, and what that nobody did."""

    identity: int  # two for the student's full name, one for each other name or date of the plan
    sentences: int  # about somebody by name
    typed: int  # words in form fields
    facts: int  # sentences about somebody by name that hold a number, and complete dates
    form: int  # slots, empty boxes, labels without values, prompts

    @property
    def blank(self) -> bool:
        if self.identity > 1 or self.typed >= 3 or self.facts >= 2:
            return False
        return self.form >= max(_FORM_ONLY if self.identity else 3, 2 * self.sentences)


def _filled_points(blocks: Sequence[Block], document: Document) -> _Seen:
    identity = sentences = facts = form = 0
    above = _labels_above(blocks)
    for n, block in enumerate(blocks):
        name = labels().name_of(block.label) if block.label else above.get(n)
        value = block.filled
        if value and name == "student-name" and re.search(r"[^\W\d_]{2}|\d{3}", value) and not is_prompt(value):
            identity += _name_points(value)
        if value and name in _PLAN_DATES and re.search(r"\d{1,4}[^\d\n]{1,3}\d{1,4}|\d{1,2},? \d{4}", value):
            identity += 1
        slot = has_placeholder(block.place.quote)
        if not slot and _SOMEBODY.search(value):
            sentences += 1
            facts += bool(re.search(r"\d", value)) and not is_prompt(value)
        facts += not slot and bool(_WHOLE_DATE.search(value)) and not _FORM_DATE.search(block.place.quote)
        form += slot
        form += EMPTY in block.text
        form += bool(block.template and not value and (block.label or is_prompt(block.text)))
    typed = sum(
        word.source is WordSource.FIELD and any(c.isalnum() for c in without_placeholders(word.text))
        for page in document.pages for word in page.words
    )  # fmt: skip
    empty_fields = sum(not f.value for p in document.pages for f in p.fields if f.kind in ("text", "choice"))
    return _Seen(identity, sentences, typed, facts, form + min(empty_fields, 5))


def _name_points(value: str) -> int:
    """Two for what reads as somebody's full name, one for what may be one, none for words of a form."""
    words = value.split()
    if labels().name_of(value) or len(words) > 8 or value[:1].islower():
        return 0
    own = [w.strip(".,()'’\"").lower() for w in words]
    full = 2 <= len(words) <= 6 and value[:1].isupper() and not any(w in name_words().form for w in own)
    return 2 if full or any(w in name_words().given for w in own) or re.search(r"\d{3}", value) else 1


def _labels_above(blocks: Sequence[Block]) -> dict[int, str]:
    """By position, what a value is asked for by the label that stands above it in its cell, or fills the cell above."""
    cells: dict[tuple[int, int, int, int], list[int]] = {}
    for n, block in enumerate(blocks):
        if block.table is not None and block.row is not None and block.column is not None:
            cells.setdefault((block.place.page, block.table, block.row, block.column), []).append(n)
    found: dict[int, str] = {}
    for (page, table, row, column), own in cells.items():
        over = cells.get((page, table, row - 1, column), [])
        label = own[0] if len(own) == 2 else over[0] if len(own) == len(over) == 1 else None
        name = labels().name_of(blocks[label].text) if label is not None else None
        # "Student (when appropriate)" is a role in lists of those who take part, with another one below it.
        if name and label is not None and (name != "student-name" or _NAME.search(blocks[label].text)):
            found[own[-1]] = name
    return found


def _empty_sections(sections: Sequence[Section], seen: _Seen) -> bool:
    """Most of the parts of a plan hold nothing that somebody wrote, and nothing says who it is for."""
    own = [s for s in sections if s.key in kinds.CORE]
    empty = sum(s.state in (FieldState.BLANK, FieldState.TEMPLATE) for s in own)
    return seen.identity < 2 and seen.typed < 3 and seen.facts < 2 and empty >= 4 and empty * 2 > len(own)


_FORM_ONLY = 8  # slots, empty boxes and prompts of a form in which one name or date stands and nothing else
_WHOLE_DATE = re.compile(r"\b\d{1,2}/\d{1,2}/(?:20)?\d\d\b|\b20\d\d-\d\d-\d\d\b")
_FORM_DATE = re.compile(r"\b(?:rev(?:ised|ision)?|updated|form|version|effective|copyright)\b", re.IGNORECASE)
_NAME = re.compile(r"\b(?:name|nombre)\b", re.IGNORECASE)
_PLAN_DATES = frozenset({"birth-date", "meeting-date", "start-date", "end-date", "span", "annual-review-date"})
_SOMEBODY = re.compile(
    r"\b(?!Student|Child|Individual|Learner|Pupil|Team|Parents?|IEP|The|This|He|She|They|It|District|School|Committee|"
    r"Who|What|Services?\b)"
    r"[A-Z][a-z]+(?:'s|’s)?\s+"
    r"(?:will|can|is able|reads|writes|scored|has|is|needs|enjoys|requires|struggles|uses|earned)\b"
)
