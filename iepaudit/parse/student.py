"""Who the plan is for, and its dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from iepaudit.model.document import Document
from iepaudit.model.field import Field, FieldState, Place, blank, filled
from iepaudit.model.iep import Block, Dates, Part, Student
from iepaudit.parse.dates import find_dates, first_date
from iepaudit.parse.patterns import pattern
from iepaudit.parse.values import Labelled, pick
from iepaudit.segment.catalogue import labels
from iepaudit.segment.pieces import labelled_pairs
from iepaudit.segment.words import key_of

_GRADE_WORDS = {
    "kindergarten": "K", "kinder": "K", "k": "K", "kg": "K", "prekindergarten": "PK", "pre-kindergarten": "PK",
    "pre-k": "PK", "prek": "PK", "pk": "PK", "preschool": "PK", "ecse": "PK", "transition": "12+",
    "first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6", "seventh": "7",
    "eighth": "8", "ninth": "9", "tenth": "10", "eleventh": "11", "twelfth": "12", "freshman": "9",
    "sophomore": "10", "junior": "11", "senior": "12",
}  # fmt: skip
_NAME = re.compile(
    r"^[^\W\d_][\w'’.-]*(?:,?\s+(?:[^\W\d_][\w'’.-]*|[\"“(][^\W\d_]\w+[\"”)]))*$",
)
_HEADER_NAME = re.compile(
    r"(?i:student(?:'s|’s)?(?:\s+name)?|(?<!\w\s)name|nombre del estudiante|estudiante)(?:\s*:\s*|\s{3,})"
    r"(?P<name>[A-Z][\w'’-]+(?:,?[ ][A-Z][\w'’.-]*){0,3})",
)
_TITLE_NAME = re.compile(
    r"(?:Individualized Education(?:al)? (?:Program|Plan)|\bIEP)\s*(?:\(IEP\)\s*)?(?:for|of|[-–—:|])\s+"
    r"(?P<name>[A-Z][\w'’-]+(?:\s+[A-Z][\w'’.-]*){1,3})\s*$",
)
_HEADER_DASH = re.compile(r"\bIEP\s*[-–—|]\s*(?P<name>[A-Z][a-z'’-]+(?:\s+[A-Z][\w'’.-]*){1,3})")


def find_student(document: Document, part: Part, found: Sequence[Labelled]) -> Student:
    """Name, birth date and grade, with the names that running headers print."""
    headers = tuple(_header_names(document, part))
    listed = set(_heads_of_lists(part))
    name = _as_text(pick([item for item in found if item.place not in listed], "student-name", parse_name))
    if not name.filled and headers:
        printed = {key_of(p.quote) for p in headers}
        if len(printed) == 1:
            name = filled(headers[0].quote, headers[0])
    if not name.filled:
        name = _from_two(found) or name
    if not name.filled:
        titled = _TITLE_NAME.search(_whole_title(part))
        own = _until_label(titled["name"]) if titled else None
        name = filled(own, Place(part.first_page, None, part.title)) if own else name
    if not name.filled:
        lone = _name_on_cover(part)
        if lone is not None:
            name = lone
    birth = _as_date(pick(found, "birth-date", first_date))
    grade = _as_text(pick(found, "grade", parse_grade))
    for block in [b for s in part.sections for b in s.blocks][:8]:  # "... was born on ... and is in grade 5"
        for day in find_dates(block.filled):
            if not birth.filled and _BORN.search(block.filled[: day.start]):
                birth = filled(day.value, block.place)
        named = labels().name_of(block.label) == "student-name"
        said = (_AND_GRADE if named else _IN_GRADE).search(block.filled)
        own = parse_grade(said["a"] or said["b"]) if said and (named or not block.label) else None
        if own and not grade.filled and (named or (birth.filled and birth.place == block.place)):
            grade = filled(own, block.place)
    return Student(name, birth, grade, headers)


def _heads_of_lists(part: Part) -> Iterator[Place]:
    """Where the tables of people and of signatures print "Name", which there is anybody's."""
    for section in part.sections:
        for block in section.blocks if section.key in ("team", "consent-notice") else ():
            if block.table is not None and not pattern("people", "child").search(block.label or block.text):
                yield block.place


def _whole_title(part: Part) -> str:
    """The title, with the second half of a name that is divided at its hyphen ("for Ana Ruiz-" / "Soto")."""
    if not part.title.endswith("-"):
        return part.title
    texts = (" ".join(b.text.split()) for s in part.sections[:3] for b in s.blocks[:6])
    whole = next((t for t in texts if t.startswith(part.title) and len(t) < len(part.title) + 30), part.title)
    return whole.replace("- ", "-")


def _from_two(found: Sequence[Labelled]) -> Field[str] | None:
    """A name that a form asks for in two parts."""
    last, first = (_as_text(pick(found, key, parse_name)) for key in ("last-name", "first-name"))
    if not (last.filled and first.filled and first.place):
        return None
    return filled(f"{first.value} {last.value}", first.place)


def parse_name(text: str) -> str | None:
    """A person's name as printed, without a note in parentheses; None for what is no name."""
    text = re.sub(r"\s*\([^)]*\)\s*$", "", text.strip()).strip(" ,;:-–—_*")
    text = re.split(r"\s{2,}|\s*[|;]\s*|,\s+(?=[a-z\d])", text)[0].strip(" ,")
    text = re.sub(r"(?<=[a-z]{3})\.$", "", text)  # the end of a sentence, not "Jr."
    if not text or len(text.split()) > 6 or labels().name_of(text):
        return None
    if pattern("people", "column-head").fullmatch(text):
        return None
    if _NAME.match(text) and text[0].isupper() and not _NOT_NAMES.search(text):
        return text
    return text if re.fullmatch(r"[A-Z]{1,5}[-#]?\d{2,}", text) else None  # a file number in place of a name


def parse_grade(text: str) -> str | None:
    """ "K", "PK" or the number of the grade; None for what is no grade."""
    word = text.strip().lower().rstrip(".").split()
    if not word:
        return None
    of_age = re.fullmatch(r"\d{1,2}\s*/\s*((?:grade\s*)?\w+)", text.strip(), re.IGNORECASE)  # "Age / Grade: 14 / 8"
    if of_age:
        return parse_grade(of_age[1])
    digits = re.match(r"^(?:grade\s*)?(\d{1,2})(?:st|nd|rd|th)?\b", text.strip(), re.IGNORECASE)
    if digits and 0 < int(digits[1]) <= 13:
        return str(int(digits[1]))
    return _GRADE_WORDS.get(word[0].strip(",;()"))


def find_dates_of_plan(found: Sequence[Labelled], blocks: Sequence[Block]) -> Dates:
    """The plan's dates. A range behind "IEP Period" gives start and end."""
    found = [replace(item, name="span") if item.name == "meeting-date" and _is_year(item.value) else item
             for item in found]  # fmt: skip
    meeting = _as_date(pick(found, "meeting-date", first_date))
    start = _as_date(pick(found, "start-date", first_date))
    end = _as_date(pick(found, "end-date", first_date))
    for name in ("plan-start", "plan-end"):  # bare "Start date" means the plan only on its cover
        own = _as_date(pick([item for item in found if item.cover], name, first_date))
        if name == "plan-start" and not start.filled and own.filled:
            start = own
        elif name == "plan-end" and not end.filled and own.filled:
            end = own
    for item in found:
        if item.name not in ("span", "start-date", "school-year"):
            continue
        dates = find_dates(item.value)
        if len(dates) >= 2 and dates[0].value < dates[1].value:
            if not start.filled:
                start = filled(dates[0].value, item.place)
            if not end.filled:
                end = filled(dates[1].value, item.place)
        elif len(dates) == 1 and item.name == "span" and not end.filled:
            begins = start.value or meeting.value
            if _speaks_of_end(item.value) or (begins and _YEAR[0] < (dates[0].value - begins).days < _YEAR[1]):
                end = filled(dates[0].value, item.place)
    evaluation = _as_date(pick(found, "evaluation-date", first_date))
    if not (meeting.filled or start.filled or end.filled):  # a plan in running text
        meeting, start, end = _dates_in_sentences(blocks, meeting, start, end)
        evaluation = evaluation if evaluation.filled else _evaluated(blocks) or evaluation
    reevaluation = _as_date(pick(found, "reevaluation-date", first_date))
    either = _as_date(pick(found, "reevaluation", first_date))  # "Reevaluation", which may be the last or the next
    if either.value is not None:
        begins = meeting.value or start.value
        if begins is not None and either.value > begins:
            reevaluation = reevaluation if reevaluation.filled else either
        elif begins is not None and not evaluation.filled:
            evaluation = either
    return Dates(
        meeting=meeting,
        start=start,
        end=end,
        annual_review=_as_date(pick(found, "annual-review-date", first_date)),
        evaluation=evaluation,
        reevaluation=reevaluation,
    )


_YEAR = (60, 400)  # days from the begin of a plan to its end, at least and at most
_MET = re.compile(
    r"\b(?:(?:team|committee|conference)\s+(?:that\s+)?(?:met|convened|meeting\s+(?:was\s+held|of))"
    r"|\b(?:this\s+)?(?:plan|IEP|program)\s+was\s+(?:written|developed|made|drawn\s+up))\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_IN_EFFECT = re.compile(r"\b(?:in effect|effective|covers|runs|valid|in force)\b[^.;]{0,40}$", re.IGNORECASE)
_EVALUATED = re.compile(
    r"\b(?:(?:last|most\s+recently)\s+(?:re-?)?evaluated|(?:last|most\s+recent|latest)\s+(?:full\s+)?(?:re-?)?evaluation"
    r"\s+(?:was|is\s+dated))\b[^.;]{0,30}$",
    re.IGNORECASE,
)
_BORN = re.compile(r"\bborn\s+(?:on\s+)?$", re.IGNORECASE)
_IN_GRADE = re.compile(r"\bin\s+(?:the\s+)?(?:grade\s+(?P<a>\w+)|(?P<b>\w+)[- ]grade(?:r)?)\b", re.IGNORECASE)
_AND_GRADE = re.compile(  # behind a name: "Ana Lee, born 3/4/2016, grade 5"
    r"[,;]\s*(?:in\s+)?(?:the\s+)?(?:grade:?\s+(?P<a>\w+)|(?P<b>\w+)[- ]grade(?:r)?)\b", re.IGNORECASE
)


def _dates_in_sentences(
    blocks: Sequence[Block], meeting: Field[date], start: Field[date], end: Field[date]
) -> tuple[Field[date], Field[date], Field[date]]:
    """ "The IEP team met on ...", "This plan is in effect from ... through ..." """
    for block in blocks[:12]:
        dates = find_dates(block.filled)
        for n, found in enumerate(dates):
            before = block.filled[: found.start]
            if not meeting.filled and _MET.search(before):
                meeting = filled(found.value, block.place)
            elif not start.filled and _IN_EFFECT.search(before) and n + 1 < len(dates):
                start, end = filled(found.value, block.place), filled(dates[n + 1].value, block.place)
    return meeting, start, end


def _evaluated(blocks: Sequence[Block]) -> Field[date] | None:
    """ "She was last evaluated on ..." """
    for block in blocks[:12]:
        for found in find_dates(block.filled):
            if _EVALUATED.search(block.filled[: found.start]):
                return filled(found.value, block.place)
    return None


def _is_year(text: str) -> bool:
    """ "from 9/8/2025 to 9/7/2026" behind "IEP Dates" """
    dates = find_dates(text)
    return len(dates) == 2 and _YEAR[0] < (dates[1].value - dates[0].value).days < _YEAR[1]


def _speaks_of_end(text: str) -> bool:
    return bool(re.search(r"\b(?:to|through|until|ends?|ending|hasta)\b", text, re.IGNORECASE))


def _header_names(document: Document, part: Part) -> Iterator[Place]:
    for page in document.pages:
        if not part.first_page <= page.number <= part.last_page:
            continue
        for line in page.running:
            match = _HEADER_NAME.search(line.text) or _HEADER_DASH.search(line.text)
            said = [match["name"]] if match else []
            said += [value for label, value in labelled_pairs(line) if labels().name_of(label) == "student-name"]
            name = _until_label(re.split(r"\s{3,}", said[0])[0]) if said else None
            if name:
                yield Place(page.number, line.box, name)


def _until_label(text: str) -> str | None:
    """A name cut before the next label ("Jordan Lee Grade" -> "Jordan Lee")."""
    words = text.split()
    for count in range(1, len(words)):
        rest = " ".join(words[count:])
        if labels().name_of(rest) or labels().leading(f"{rest} x") or _NOT_NAMES.search(words[count]):
            words = words[:count]
            break
    return parse_name(" ".join(words)) if words else None


def _name_on_cover(part: Part) -> Field[str] | None:
    """A line of the cover that is two or three capitalised words and nothing else, next to other cover data."""
    cover = next((s for s in part.sections if s.key == "demographics"), None)
    if cover is None:
        return None
    for block in cover.blocks[:8]:
        words = block.filled.split()
        if block.label or not 2 <= len(words) <= 3 or block.filled != block.text:
            continue
        if all(re.fullmatch(r"[A-Z][a-z'’-]+\.?|[A-Z]\.", w) for w in words) and not _NOT_NAMES.search(block.text):
            return filled(block.text, block.place)
    return None


_NOT_NAMES = re.compile(
    r"\b(?:School|District|County|City|Public|Elementary|Middle|High|Academy|Education|Program|Plan|Student|Meeting|"
    r"Annual|Review|Initial|Date|Team|Page|Department|State|Unified|Special|Services|Levels|Present|Goals?|Teacher|"
    r"IEP|Grade|Birth|Parent|Guardian|Name|Regular|General|DOB|ID|Number)\b"
)


def _as_text(found: Field[object]) -> Field[str]:
    return Field(found.state, str(found.value) if found.filled else None, found.place, found.why)


def _as_date(found: Field[object]) -> Field[date]:
    value = found.value if isinstance(found.value, date) else None
    if found.state is FieldState.FILLED and value is None:
        return blank()
    return Field(found.state, value, found.place, found.why)
