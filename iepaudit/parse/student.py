"""Who the plan is for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from iepaudit.model.document import Document, Line
from iepaudit.model.field import Field, Place, filled
from iepaudit.model.iep import Part, Student
from iepaudit.parse.dates import find_dates, first_date
from iepaudit.parse.patterns import pattern
from iepaudit.parse.plan_dates import as_date
from iepaudit.parse.values import Labelled, pick
from iepaudit.segment.known_labels import labels
from iepaudit.segment.pieces import labelled_pairs
from iepaudit.segment.words import key_of

_GRADE_WORDS = {
    "kindergarten": "K", "kinder": "K", "k": "K", "kg": "K", "prekindergarten": "PK", "pre-kindergarten": "PK",
    "pre-k": "PK", "prek": "PK", "pk": "PK", "preschool": "PK", "ecse": "PK", "transition": "12+",
    "first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6", "seventh": "7",
    "eighth": "8", "ninth": "9", "tenth": "10", "eleventh": "11", "twelfth": "12", "freshman": "9",
    "sophomore": "10", "junior": "11", "senior": "12",
}  # fmt: skip
_BORN = re.compile(r"\b(?:born|date\s+of\s+birth|birth\s?date|DOB)\W*(?:(?:on|is|of)\s+)?$", re.IGNORECASE)
_NAMED_BORN = re.compile(  # "written for Ana Lee (date of birth 3/4/2016)", "Ana Lee, born on ..."
    r"(?P<name>[A-Z][\w'’-]+(?:\s+[A-Z][\w'’.-]*){1,3})\s*[,(]\s*(?:who was\s+)?"
    r"(?:born|[Dd]ate\s+of\s+[Bb]irth|[Bb]irth\s?date|DOB)\b"
)
_IN_GRADE = re.compile(r"\bin\s+(?:the\s+)?(?:grade\s+(?P<a>\w+)|(?P<b>\w+)[- ]grade(?:r)?)\b", re.IGNORECASE)
_AND_GRADE = re.compile(  # behind a name: "Ana Lee, born 3/4/2016, grade 5"
    r"[,;]\s*(?:in\s+)?(?:the\s+)?(?:grade:?\s+(?P<a>\w+)|(?P<b>\w+)[- ]grade(?:r)?)\b", re.IGNORECASE
)
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
    team = {b.place for s in part.sections if s.key == "team" for b in s.blocks if b.table is not None}
    ordered = sorted(found, key=lambda item: item.place in team)  # such a list may say a name short
    named_at = [item for item in ordered if item.place not in listed]
    name = _as_text(pick(named_at, "student-name", parse_name))
    name = next((full for item in named_at if (full := _in_full(item, name.value or ""))), name)
    name = _around(document, part, name.value or "") or name
    if headers and len({key_of(p.quote) for p in headers}) == 1 and _is_fuller(headers[0].quote, name.value or ""):
        name = filled(headers[0].quote, headers[0])
    if (two := _from_two(named_at)) and (not name.filled or _is_anybodys(name, two, named_at)):
        name = two
    if not name.filled:
        titled = _TITLE_NAME.search(_whole_title(part))
        own = _until_label(titled["name"]) if titled else None
        name = filled(own, Place(part.first_page, None, part.title)) if own else name
    if not name.filled:
        lone = _name_on_cover(part)
        if lone is not None:
            name = lone
    birth = as_date(pick(found, "birth-date", first_date))
    birth = birth if birth.filled else _born_in_header(document, part) or birth
    grade = _as_text(pick(found, "grade", parse_grade))
    for block in [b for s in part.sections for b in s.blocks][:8]:  # "... was born on ... and is in grade 5"
        named_born = _NAMED_BORN.search(block.filled)
        if named_born and not name.filled and (own := parse_name(named_born["name"])):
            name = filled(own, block.place)
        for day in find_dates(block.filled):
            if not birth.filled and _BORN.search(block.filled[: day.start]):
                birth = filled(day.value, block.place)
        named = labels().name_of(block.label) == "student-name"
        said = (_AND_GRADE if named else _IN_GRADE).search(block.filled)
        own = parse_grade(said["a"] or said["b"]) if said and (named or not block.label) else None
        if own and not grade.filled and (named or (birth.filled and birth.place == block.place)):
            grade = filled(own, block.place)
    return Student(name, birth, grade, headers)


def _is_anybodys(name: Field[str], two: Field[str], found: Sequence[Labelled]) -> bool:
    """Whether a name stands at nothing but "Name" behind the place where the form has asked for the student's in parts:
    then it is that of a parent or of somebody else."""
    order = {item.place: item.order for item in reversed(found)}
    if name.place is None or two.place is None or not _NAME_ALONE.fullmatch(name.place.quote.partition(":")[0]):
        return False
    return order.get(two.place, 0) < order.get(name.place, 0)


def _is_fuller(printed: str, found: str) -> bool:
    """Whether a running header says more of a name than was found: all of it, or what stands between its first and last
    word, where a list of the team leaves it out ("Ida Fenn" of "Ida Rose Fenn")."""
    more, own = key_of(printed).split(), key_of(found).split()
    return not own or (len(more) > len(own) == 2 and (more[0], more[-1]) == (own[0], own[1]))


def _in_full(item: Labelled, found: str) -> Field[str] | None:
    """The name at another label, when it spells out an initial of the one that was found ("Ida Rose Fenn" for
    "Fenn, Ida R.")."""
    printed = parse_name(item.value) if item.name == "student-name" and not item.doubtful else None
    own, more = _in_order(found), _in_order(printed or "")
    initials = [(a, b) for a, b in zip(own, more, strict=False) if a != b]
    fits = len(own) == len(more) > len(initials) + 1 and all(len(a) == 1 and b.startswith(a) for a, b in initials)
    return filled(printed, item.place) if printed and initials and fits else None


def _in_order(name: str) -> list[str]:
    """The words of a name, the given names first."""
    last, comma, first = name.partition(",")
    return key_of(f"{first} {last}" if comma else name).split()


_NAME_ALONE = re.compile(r"\W*(?:full |printed |print )?names?\W*", re.IGNORECASE)


def _heads_of_lists(part: Part) -> Iterator[Place]:
    """Where the tables of people and of signatures print "Name", which there is anybody's, and where that of the
    parents does."""
    for section in part.sections:
        of_parents = section.heading and labels().name_of(section.heading) == "parent"
        if of_parents:
            yield from (b.place for b in section.blocks if _NAME_ALONE.fullmatch(b.label or b.text))
        for block in section.blocks if section.key in ("team", "consent-notice") else ():
            role = not block.label and bool(block.column)  # "Student" in the column behind the names
            if block.table is not None and (role or not pattern("people", "child").search(block.label or block.text)):
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
    text = re.sub(r"\s*\([^)]*\)\s*$", "", _before_label(text.strip())).strip(" ,;:-–—_*")
    text = _NUMBERED.sub("", text)
    text = re.split(r"\s{2,}|\s*[|;]\s*|,\s+(?=[a-z\d])", text)[0].strip(" ,")
    text = re.sub(r"(?<=[a-z]{3})\.$", "", text)  # the end of a sentence, not "Jr."
    if not text or len(text.split()) > 6 or labels().name_of(text):
        return None
    if pattern("people", "column-head").fullmatch(text) or pattern("people", "answer").fullmatch(text):
        return None
    if _NAME.match(text) and text[0].isupper() and not _NOT_NAMES.search(text):
        return text
    return text if re.fullmatch(r"[A-Z]{1,5}[-#]?\d{2,}", text) else None  # a file number in place of a name


_NUMBERED = re.compile(
    r"(?<=[a-z.])\s+(?:[A-Z]{2,6}|(?:State |Student |District |Local )?ID|No\.)\s*[:#]?\s*\d[\d-]{2,}$"
)


def _before_label(text: str) -> str:
    """A value without the label behind it and what that label asks for ("Ida Fenn Date: 9/8/2026")."""
    head, colon, _ = text.partition(":")
    words = head.split()
    for count in range(min(4, len(words) - 1), 0, -1) if colon else ():
        tail = " ".join(words[-count:])
        if labels().name_of(tail) or tail == "Date":
            return " ".join(words[:-count])
    return text


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


def _running(document: Document, part: Part) -> Iterator[tuple[int, Line]]:
    """(page, line) of the running headers and footers of a part."""
    for page in document.pages:
        if part.first_page <= page.number <= part.last_page:
            yield from ((page.number, line) for line in page.running)


def _header_names(document: Document, part: Part) -> Iterator[Place]:
    for number, line in _running(document, part):
        match = _HEADER_NAME.search(line.text) or _HEADER_DASH.search(line.text)
        said = [match["name"]] if match else []
        said += [value for label, value in labelled_pairs(line) if labels().name_of(label) == "student-name"]
        name = _until_label(re.split(r"\s{3,}", said[0])[0]) if said else _before_number(line.text)
        if name:
            yield Place(number, line.box, name)


_OF_CHILD = frozenset({"birth-date", "student-id", "grade"})


def _before_number(text: str) -> str | None:
    """The name with which a running header begins, where the birth date, the grade or the number of the child stands
    right behind it ("Fenn, Ida R. DOB 3/4/2016")."""
    words = text.split()
    for count in range(2, min(_NAME_WORDS, len(words))):
        behind = labels().leading(" ".join(words[count:]).lstrip("|,;–—- "))
        initial = len(words[count].rstrip(".")) == 1 and words[count][0].isalpha()
        if behind and not initial and behind[0] in _OF_CHILD and behind[1][:1].isdigit():
            head = " ".join(words[:count]).rstrip("|,;–—- ")
            return parse_name(head) if _LONE.fullmatch(head) and not _NOT_NAMES.search(head) else None
    return None


_NAME_WORDS = 6  # of a name with the sign behind it, at most
_LONE = re.compile(r"[A-Z][\w'’-]+(?:,?\s+[A-Z][\w'’.-]*){1,4}")


def _around(document: Document, part: Part, short: str) -> Field[str] | None:
    """The full name of a child whom the plan calls by one word where it names it, from a running header that is nothing
    but a name with this word in it."""
    for number, line in _running(document, part) if short and len(short.split()) == 1 else ():
        text = line.text.strip()
        if short in text.split() and _LONE.fullmatch(text) and not _NOT_NAMES.search(text):
            return filled(text, Place(number, line.box, text))
    return None


def _born_in_header(document: Document, part: Part) -> Field[date] | None:
    """The birth date in a running header, which prints it behind its label."""
    for number, line in _running(document, part):
        for day in find_dates(line.text):
            if _BORN.search(line.text[: day.start]):
                return filled(day.value, Place(number, line.box, line.text))
    return None


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
