"""Services in lines: labels with their values, list items and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from iepaudit.model.iep import AIDS, Block, Section
from iepaudit.parse.dates import find_dates
from iepaudit.parse.measures import read_measure
from iepaudit.parse.service_cells import with_unit
from iepaudit.parse.service_choices import in_lines
from iepaudit.parse.service_dates import says_dates_alone
from iepaudit.parse.service_fields import ServiceDraft, boxed_units, service_words
from iepaudit.parse.service_former import is_ended
from iepaudit.parse.service_groups import is_training
from iepaudit.parse.service_kinds import CATEGORY
from iepaudit.parse.service_places import place_in
from iepaudit.parse.service_rows import GENERIC
from iepaudit.parse.service_sentences import NO_NAME, by_sentence, explains_codes
from iepaudit.parse.service_titles import chosen_below, named_by, of_goal
from iepaudit.parse.tables import flat
from iepaudit.segment.known_headings import headings
from iepaudit.segment.known_labels import service_labels
from iepaudit.segment.label import BOXES
from iepaudit.segment.prompts import is_prompt, is_request

_PROMISE = re.compile(
    r"\b(?:will\s+(?:receive|be\s+provided(?:\s+with)?|get|have)|receives?|is\s+provided(?:\s+with)?|recibir[áa])\s+"
    r"(?!(?:for|from|by|to|on|at)\b)"
    r"(?P<name>[^.;,:\d]{4,80}?)\s*(?:[,:(]|\bwith\b|\bfor\b|\bfrom\b|\bin\s+the\b|\btwice\b|\bonce\b|\bdaily\b|\bweekly\b|(?=\d)|(?<=\s)(?:one|two|three|four|five)\b)",
    re.IGNORECASE,
)
# "will receive 45 minutes of reading instruction each day"
_MINUTES_OF = re.compile(
    r"\b(?:receives?|be\s+provided(?:\s+with)?|gets?|have|is\s+provided(?:\s+with)?|provides?)\s+(?:up\s+to\s+|at\s+least\s+)?"
    r"(?:\w+\s+)?(?:\d+|an?|one|two|three)[\s-](?:hours?|minutes?|mins?\.?|hrs?\.?|sessions?)\s+"
    r"(?:(?:per|a|each|every)\s+(?:day|week|month)\s+|daily\s+|weekly\s+|monthly\s+)?of\s+(?P<name>[^.;,:\d]{4,80}?)"
    r"(?=\s+(?:per|each|every|daily|weekly|monthly|in\s+(?:the|a|an|his|her)|from|by|with|for|to|a\s+(?:day|week|month))\b|[.;,:(]|\s\d|$)",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"\s*\b(?:is\s+|are\s+|will\s+be\s+|will\s+)?(?:chang|increas|decreas|reduc|rais|lower)\w+\s+from\s+"
    r"[^.]{3,60}?\s+to\s+(?=\d|one|two|three|four|five)",
    re.IGNORECASE,
)
# Where a sentence names a service all the same.
_SAID = re.compile(r"\bservices?(?: to be provided)?:\s*(?P<name>[^,;.:\d]{4,60}?)(?=,|;|\.|\s\d|$)", re.IGNORECASE)
_TEACHES = re.compile(
    r"\bwill\s+(?:teach\s+(?:him|her|them|[A-Z]\w+)|see\s+(?:our|the|a))\s+(?P<name>[^.;,:\d]{4,60}?)"
    r"(?=\s+(?:in|for|at|with|as|once|twice|during|each|every|one|two|three|four|five)\b|[.;,:]|\s\d)"
)
_LEAD = re.compile(r"(?:for\s+)?goals?\s+#?\d[\d\s,&and-]*(?:only)?\s*:\s+", re.IGNORECASE)  # "Goal 1 only: ..."
_ENDS_OPEN = re.compile(r"\s+(?:with|by|from|in|at|for|of|and)$", re.IGNORECASE)
_ROLE_BEHIND = re.compile(
    r"\s+(?:(?:special|general|regular)\s+ed(?:ucation|\.)?\s+teacher|SLP|OTR?|PT|COTA|paraprofessional|counselor)$",
    re.IGNORECASE,
)
_SPEAKS_OF_AIDS = re.compile(
    r"\b(?:aids|accommodations?|modifications?|adaptations?)\b|"
    r"\b(?:for|of)\s+(?:\w+\s+){0,2}(?:adults|personnel|staff|teachers)\b",
    re.IGNORECASE,
)

_NOT_NEEDED = re.compile(
    r"^[A-Z][^.;]{0,40}?\b(?:does not|doesn['’]t|do not|did not) (?:currently |now )?"
    r"(?:need|require|qualify for|receive)\b"
)
_GIVEN = re.compile(r"\b(?:will|receives|is (?:given|provided))\b(?! not\b)")
_STATED = re.compile(r"[a-z] (?:is|are|was|were|must|may|shall) [a-z]")
_YES = re.compile(r"(?:yes|sí|no|none)\W*", re.IGNORECASE)
_SERVICES = re.compile(r"\bservic|\bspecially|\binstruction|\btherap|\bconsult|\bteaching", re.IGNORECASE)


def from_lines(blocks: Sequence[Block], category: str, section: Section | None) -> Iterator[ServiceDraft]:
    known = service_labels()
    current: ServiceDraft | None = None
    parts = list(by_sentence(list(in_lines(blocks))))
    if section is not None and section.heading_place and (named := named_by(section, parts)):
        current = ServiceDraft(named, section.heading_place, category, text=named)
    for number, block in enumerate(parts):
        if chosen := chosen_below(block, parts[number + 1 :], current.parts if current else ()):
            if current:
                yield current
            current = ServiceDraft(chosen, block.place, category, text=chosen)
            continue
        text = _CHANGE.sub(", ", flat(block.filled))  # "changes from 30 minutes ... to 60 minutes ...": what holds now
        text = _WHOLE_WEEK.sub(lambda found: found["week"], text)
        if not text or is_prompt(text) or is_ended(text) or _lists_labels(text) or explains_codes(block.place.quote):
            continue
        name = known.name_of(block.label) if block.label else None
        measure = read_measure(boxed_units(text)[0])
        match = headings().match(block.label) if block.label else None
        kind = match.key if match and match.whole and match.key in CATEGORY else ""
        if kind and len(block.label.split()) > 1:  # a bare "Services" names no kind
            category = CATEGORY[kind]
        if is_of_aids(block.label) and not (measure.minutes_per_week and find_dates(text)):
            continue
        if name and name != "name" and (not kind or name == "remark"):
            if current is not None and block.label.strip().lower() != "date":  # a bare date is that of a signature
                if name in ("location", "provider"):  # "District ☐ Individual ☒ Group": the boxes say something else
                    text = flat(re.split(rf"\s*[{BOXES}]", block.text, maxsplit=1)[0]) or text
                bare = name in ("amount", "frequency") and re.fullmatch(r"[\d.,½/ ]+", text)
                current.put(name, with_unit(text, block.label) if bare else text, block.place)
                current.text = f"{current.text} {block.place.quote}".strip()
            continue
        if name == "name" and not measure.amount:
            if of_goal(block.label, parts[number + 1 :]):
                continue
            chosen = text.lstrip(f"{BOXES} ")
            if GENERIC.match(chosen) or _YES.fullmatch(chosen) or says_dates_alone(text):
                continue
            if _STATED.search(chosen) and not service_words("service").search(chosen):
                continue  # a sentence about services in general
            if known.name_of(chosen) or _describes(chosen, parts[number + 1 : number + 2]):
                continue
            if current:
                yield current
            current = ServiceDraft(text.split(";")[0], block.place, category, text=block.place.quote)
            continue
        if is_request(text) and not any(c.isdigit() for c in text):
            continue  # "Record minutes per week under the setting in which the service is given"
        if _NOT_NEEDED.search(text) and not _GIVEN.search(text):
            continue
        timed = measure.amount or measure.frequency or service_words("vague-amount").search(text)
        if not timed and not (section is not None and _names_service(block, text)):
            goes_on = current is not None and not block.label and not block.bullet and len(text.split()) < 14
            if current is not None and goes_on and (place_in(text) or find_dates(text)):
                current.text = f"{current.text} {text}"
            continue
        first = re.split(r"[,;:–—.]", text, maxsplit=1)[0].strip()
        of_kind = kind and service_words("service").search(first) and not any(c.isdigit() for c in first)
        if of_kind or (section is not None and block.label == section.heading):
            own = place_cut(first)
        else:
            own = _name_of(block, text)
            if kind and own == block.label and _narrows(first):
                own = f"{own}: {first}"
        if own.lower() == "yes" and category == "esy" and section is not None:
            own = section.heading
        own = (_ROLE_BEHIND.sub("", own) if len(own.split()) > 3 else own).lstrip(f"{BOXES} ")
        own = _ENDS_OPEN.sub("", own)
        if not own or GENERIC.match(own) or not any(c.isalpha() for c in own) or len(own.split()) > 16:
            continue
        if re.match(r"as\s|\d+\s*(?:min|hour|hr|times|x\b|sessions?|days?)", own, re.IGNORECASE):
            continue  # half of a cell, and no name
        if current and not block.label and known.name_of(own) in ("amount", "frequency") and text.startswith(own):
            value = text[len(own) :].strip(" :")  # a label and its value that stand in one line
            current.put(str(known.name_of(own)), value, block.place)
            current.text = f"{current.text} {value}"
            continue
        if not block.label and is_of_aids(own):
            continue
        taught = teaches(text)
        if not service_words("service").search(own) and not taught and (not measure.amount or NO_NAME.match(own)):
            said = _SAID.search(text)
            if said is None:
                continue
            own = said["name"].strip()
        if _OF_ALL.match(own):
            continue
        if current:
            yield current
        current = ServiceDraft(own, block.place, category, text=f"{block.label}: {text}" if block.label else text)
    if current:
        yield current


# What is said of all services, and names none.
_OF_ALL = re.compile(
    r"progress|report|total|service (?:minutes|times|time)|the service|"
    r"(?:minutes|hours|times?|amounts?|sessions|frequency|dates|figures|numbers) "
    r"(?:are|is|may|can|will|listed|shown|given)\b",
    re.IGNORECASE,
)
# "the instructional week of 2,100 minutes": how long a week is for all, and no amount of a service
_WHOLE_WEEK = re.compile(
    r"(?P<week>\b(?:school|instructional|student|academic|total|bell)\s+(?:day|week|schedule))\s*"
    r"(?:of|is|has|=|:|\(|totals|equals|consists of|length:?)\s*\(?"
    r"(?:(?:[2-9]\d\d|\d,?\d{3})\s*min(?:utes|\.)?|(?:[5-9]|[1-4]\d)(?:\.\d+)?\s*(?:hours|hrs\.?))\)?",
    re.IGNORECASE,
)


def _lists_labels(text: str) -> bool:
    """Whether a line says what the columns of a table below it hold ("Service, provider, minutes a day, start and
    end."), and nothing of a service."""
    said = re.sub(r"\([^()]*\)", "", text).rstrip(" .:")
    pieces = [p.strip() for p in re.split(r"\s*[,;]\s*(?:and\s+)?|\s+and\s+", said) if p.strip()]
    known = sum(service_labels().name_of(piece) is not None for piece in pieces)
    return known >= _FEWEST_LABELS and 3 * known >= 2 * len(pieces) and not any(c.isdigit() for c in said)


_FEWEST_LABELS = 4


def _narrows(first: str) -> bool:
    """Whether the words behind "Specially designed instruction:" say in what ("reading"), and not where, who or how
    much."""
    plain = not any(c.isdigit() for c in first) and 1 <= len(first.split()) <= 6
    measure = read_measure(first)
    told = measure.frequency or measure.amount or place_in(first) or find_dates(first) or GENERIC.match(first)
    return plain and not told and not service_words("role").search(first) and not _YES.fullmatch(first)


def _describes(text: str, following: Sequence[Block]) -> bool:
    """Whether what stands under a label for services tells how a child is taught, and names none: it points to the
    services, or is a list of ways of teaching without a word for a service and without labels of one below it."""
    if _POINTS.search(text):
        return True
    fields = any(b.label and service_labels().name_of(b.label) for b in following)
    listed = len(text.split()) > _LONG_NAME and re.search(r"[,;/]", text)
    pieces = [piece for piece in text.split(";") if piece.strip()]
    named = sum(service_words("service").search(piece) is not None for piece in pieces)
    ways = not named or (len(pieces) > 2 and 2 * named < len(pieces))  # "explicit instruction; modeling; practice"
    return bool(listed and not fields and ways)


_LONG_NAME = 5  # words
_POINTS = re.compile(
    r"\b(?:see|refer to|listed (?:in|on|under)|described (?:in|on|under)|as (?:in|on|listed)) (?:the |our |page of )?"
    r"(?:\w+ ){0,2}services?(?: (?:page|section|table|grid|summary|below|above))?\W*$",
    re.IGNORECASE,
)


def place_cut(name: str) -> str:
    """A name without the place behind it ("Reading instruction in the resource room")."""
    return re.split(r"\s+(?:in|at)\s+(?:the|an?|his|her|their)\s", name, maxsplit=1)[0]


def teaches(text: str) -> str:
    """What somebody will be taught, or whom he or she will see: "functional math", "counselor"; else ""."""
    found = _TEACHES.search(text)
    return found["name"].strip() if found else ""


def is_of_aids(name: str) -> bool:
    """Whether what a line among the services is called is a name for aids or for supports for staff."""
    return _names_aids(name) or is_training(name) or bool(_SPEAKS_OF_AIDS.search(name) and not _SERVICES.search(name))


def _names_aids(text: str) -> bool:
    """Whether it is the name of that part, also behind a family's own words ("Help in class (supplementary aids)")."""
    noted = re.search(r"\(([^()]+)\)?", text)
    for named in (text, noted[1] if noted else ""):
        match = headings().match(re.split(r"[;,/]", named, maxsplit=1)[0])
        if match and match.whole and match.key in AIDS:
            return True
    return False


def _names_service(block: Block, text: str) -> bool:
    """A label that names a service, with a date or with place and provider behind it, but no amount: a gap in the
    plan, and no reason to leave the service out."""
    if not block.label or not service_words("service").search(block.label) or GENERIC.match(text):
        return False
    return bool(find_dates(text)) or bool(place_in(text) and service_words("role").search(text))


def _name_of(block: Block, text: str) -> str:
    """What the service is called: the label, or the words before the amount, or the object of "will receive"."""
    if block.label:
        return re.sub(r"^\s*\(?\d{1,2}[.)]\s*", "", block.label)
    taught = teaches(text)
    if taught:
        return taught
    if so_much := _MINUTES_OF.search(text):
        return so_much["name"].strip()
    promise = _PROMISE.search(text)
    if promise:
        return re.sub(r"^(?:an?|the)\s+", "", promise["name"].strip())
    text = _LEAD.sub("", re.sub(r"^\s*\(?\d{1,2}[.)]\s*", "", text))
    subject = re.match(r"^(?:an?|the)\s+(?P<who>[^.;,]{4,60}?)\s+will\b", text, re.IGNORECASE)
    if subject and (service_words("service").search(subject["who"]) or service_words("role").search(subject["who"])):
        return subject["who"]
    head = re.split(
        rf"\s*(?=[{BOXES}])|"
        r"\s*[,;:–—]\s|\s+-\s+|\s+\(?(?=\d)|\s+(?:for|is\s+provided|are\s+provided|provided|delivered|"
        r"(?:is|are)\s+(?:given|delivered|held|offered|scheduled|planned)|will\s+be|at\s+least)\b|"
        r"\s+(?=(?:once|twice|daily|weekly|monthly|one|two|three|four|five)\b)",
        text, maxsplit=1, flags=re.IGNORECASE,
    )[0]  # fmt: skip
    return head.strip(" .,-–—/")
