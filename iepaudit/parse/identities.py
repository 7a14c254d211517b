"""Whom and what a document names, from four nets: labels and lists of participants, titles and family words beside a
name, names of schools and places, and common given names in running prose.

No net is complete. Together they are meant to leave little, and to err on the side of finding too much: a report says
"[staff]" in the place of what they find.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from iepaudit.model.document import Document
from iepaudit.model.field import Place
from iepaudit.model.identity import Identity, Role
from iepaudit.model.iep import Block, Iep, Part, Student
from iepaudit.parse.dates import find_dates
from iepaudit.parse.name_runs import WORD, Run, is_given, is_ordinary, runs
from iepaudit.parse.patterns import pattern
from iepaudit.parse.values import Labelled, blocks_of, labelled_values
from iepaudit.resources import name_words

_LISTS = frozenset({"team", "consent-notice"})
_ROLES = ((Role.RELATIVE, "relative"), (Role.PARENT, "parent"), (Role.TEACHER, "teacher"), (Role.STUDENT, "student"))


@dataclass(frozen=True, slots=True)
class Mentions:
    """What one part of a document says that may name somebody: little, beside the part itself."""

    lines: tuple[str, ...]
    said: tuple[Labelled, ...]
    listed: tuple[Identity, ...]  # participants and signatures
    student: Student | None = None
    first_names: tuple[Place, ...] = ()


def mentions_in(document: Document, part: Part, iep: Iep | None = None) -> Mentions:
    """Of the pages of `document`, which are those of `part`; `iep` when it was understood."""
    return Mentions(
        tuple(line.text for page in document.pages for line in (*page.running, *page.lines)),
        labelled_values(blocks_of(part)),
        tuple(_participants(part)),
        iep.student if iep else None,
        iep.first_names if iep else (),
    )


def find_identities(document: Document, parts: Sequence[Part], ieps: Sequence[Iep]) -> tuple[Identity, ...]:
    """Whom a document names whose parts are all at hand, with what was understood of each."""
    own = [document.between(part.first_page, part.last_page) for part in parts]
    return identities_of([mentions_in(*found) for found in zip(own, parts, ieps, strict=True)])


def identities_of(mentions: Sequence[Mentions]) -> tuple[Identity, ...]:
    """Every person, school, place and number that could be told, each once, in a stable order."""
    lines = [line for part in mentions for line in part.lines]
    said = [item for part in mentions for item in part.said]
    common = frozenset(w for line in lines for w in re.findall(r"(?<![\w'’])[^\W\d_]+", line) if w.islower())
    student = tuple(_student(mentions, said))
    found = [
        *student,
        *_nicknames(student, lines),
        *_labelled(said),
        *(identity for part in mentions for identity in part.listed),
        *_beside(lines),
        *_places(lines, common),
        *_given(lines, common),
    ]
    own = {w.casefold() for i in student if i.role is Role.STUDENT for w in i.words.split()}
    return tuple(dict.fromkeys(_with_role(i, own) for i in found if i.words))


def _with_role(found: Identity, own: set[str]) -> Identity:
    """A titled name that shares the child's surname is a parent's; a list's "student" must share a word with it."""
    words = [w.casefold().strip(".,") for w in found.words.split()]
    if found.role is Role.PERSON and any(w in own for w in words):
        return Identity(Role.STUDENT if len(words) > 1 and words[0] in own else Role.PARENT, found.words)
    return found


def _student(mentions: Sequence[Mentions], said: Sequence[Labelled]) -> Iterator[Identity]:
    """The child's names. Names that stand where the child's should and share no word with it are another child's."""
    known: set[str] = set()
    for student in (m.student for m in mentions):
        if student and student.name.value and not re.search(r"\bForm\b", student.name.value):
            yield Identity(Role.STUDENT, student.name.value)
            known |= _words(student.name.value)
        if student and student.birth_date.value:
            yield Identity(Role.BIRTH_DATE, student.birth_date.value.isoformat())
    for item in said:
        if item.name in ("student-name", "last-name", "first-name"):
            for run in runs(re.sub(r"\([^)]*\)", "", item.value), least=1):
                yield Identity(Role.STUDENT, run.text)
                known |= _words(run.text)
        elif item.name == "birth-date":
            yield from (Identity(Role.BIRTH_DATE, d.value.isoformat()) for d in find_dates(item.value)[:1])
    for part in mentions:
        for place in (*(part.student.names_in_headers if part.student else ()), *part.first_names):
            if not any(map(_may_be_name, re.findall(r"[^\W\d_]+", place.quote))) or (
                place.quote.isupper() and len(place.quote) < 4
            ):
                continue
            # Without a labelled name all are taken for the child's: that hides most.
            own = not known or bool(_words(place.quote) & known)
            yield Identity(Role.STUDENT if own else Role.OTHER_CHILD, place.quote)


def _words(name: str) -> set[str]:
    return {w.casefold() for w in re.findall(r"[^\W\d_][\w'’-]*", name) if len(w) > 1}


def _nicknames(student: Iterable[Identity], lines: Sequence[str]) -> Iterator[Identity]:
    """'Marisol "Mari" Quenby', "goes by Mari"."""
    called = re.compile(
        rf"(?:{pattern('identities', 'nickname').pattern})(?::|\s)*[\"“'‘]?(?-i:({WORD}))", re.IGNORECASE
    )
    for line in lines:
        yield from (Identity(Role.STUDENT, m[1]) for m in called.finditer(line) if _may_be_name(m[1]))
    for name in {i.words.split()[0] for i in student if i.role is Role.STUDENT}:
        quoted = re.compile(rf"{re.escape(name)}\s+[\"“'‘(]({WORD})[\"”'’)]")
        for line in lines:
            yield from (Identity(Role.STUDENT, m[1]) for m in quoted.finditer(line) if _may_be_name(m[1]))


def _may_be_name(word: str) -> bool:
    return is_given(word) or not is_ordinary(word)


def _labelled(said: Sequence[Labelled]) -> Iterator[Identity]:
    people = {"parent": Role.PARENT, "case-manager": Role.TEACHER}
    whole = {"address": Role.ADDRESS, "phone": Role.CONTACT, "email": Role.CONTACT, "student-id": Role.NUMBER}
    for item in said:
        value = re.split(r"\s{3,}", item.value.strip())[0]
        if not value:
            continue
        if item.name in people:
            for piece in re.split(r"\s*(?:[,;/&]|\band\b|\by\b|\n)\s*", value):
                yield from (
                    Identity(people[item.name], r.text) for r in runs(piece, least=1) if _may_be_name(r.words[0])
                )
        elif item.name in whole:
            if any(c.isdigit() or c == "@" for c in value) and len(value) < 120:
                yield Identity(whole[item.name], value.rstrip(" .,;"))
        elif item.name in ("school", "district"):
            role = Role.SCHOOL if item.name == "school" else Role.DISTRICT
            name = re.sub(r"\s*\([^)]*\)\s*$", "", value)
            if len(name) < 70 and list(runs(name, least=1)):
                yield Identity(role, name)
                yield from _stem(role, name, frozenset())


def _participants(part: Part) -> Iterator[Identity]:
    """Every name among the participants and the signatures, with the role that stands beside it."""
    for section in part.sections:
        if section.key not in _LISTS:
            continue
        for block in section.blocks:
            label = "" if block.label and list(runs(block.label)) else block.label
            near = label or _row_text(section.blocks, block)
            yield from _in_list(f"{block.label}; {block.filled}" if not label else block.filled or block.text, near)


def _row_text(blocks: Sequence[Block], block: Block) -> str:
    if block.table is None:
        return ""
    row = (block.place.page, block.table, block.row)
    return " ".join(b.text for b in blocks if (b.place.page, b.table, b.row) == row and b is not block)


def _in_list(text: str, near: str) -> Iterator[Identity]:
    """Names in one entry or a list of entries: the role stands before them ("Parent: Ann Lee") or behind."""
    found = list(runs(text))
    behind = bool(found) and role_in(text[: found[0].start]) is None
    for number, run in enumerate(found):
        if behind:
            until = found[number + 1].start if number + 1 < len(found) else len(text)
            role = role_in(text[run.end : until])
        else:
            role = role_in(text[found[number - 1].end if number else 0 : run.start])
        yield Identity(role or role_in(near) or Role.STAFF, run.text)


def role_in(text: str) -> Role | None:
    """What words beside a name say that it is; None when they say nothing."""
    for role, name in _ROLES:
        if pattern("identities", name).search(text):
            if role is Role.STUDENT and pattern("identities", "staff").search(text):
                return Role.STAFF
            return role
    return Role.STAFF if pattern("identities", "staff").search(text) else None


def _beside(lines: Sequence[str]) -> Iterator[Identity]:
    """Names behind titles ("Ms. Okonjo"), family words ("his sister Talia") and roles in prose ("nurse Ida Moss"), and
    in front of a role ("Keziah Thorne, speech-language pathologist"). Sentences run over line ends."""
    text = "\n".join(lines)
    for match in _OF_CHILD.finditer(text):
        yield from (Identity(Role.STUDENT, run.text) for run in _runs_of(match["name"]))
    for name, role in (("relative", Role.RELATIVE), ("parent", Role.PARENT), ("companion", Role.PERSON)):
        for match in _before_name(name).finditer(text):
            for run in _runs_of(match["name"]):
                yield Identity(role, run.text)
    for match in _titled().finditer(text):
        yield from (Identity(Role.PERSON, run.text) for run in _runs_of(match["name"]))
    for name, role in (("teacher", Role.TEACHER), ("staff", Role.STAFF)):
        for match in _before_name(name).finditer(text):
            yield from (Identity(role, r.text) for r in _runs_of(match["name"]) if len(r.words) > 1 or is_given(r.text))
    for line in lines:
        for run in runs(line):
            rest = line[run.end : run.end + 60]
            if told := _leading_role(rest):
                yield Identity(told, run.text)
            elif _REACHED.match(rest):  # "Arlo Finch, 555-0119"
                yield Identity(Role.STAFF, run.text)
        signed = _SIGNED.search(line)
        if signed:
            yield from (Identity(Role.STAFF, r.text) for r in runs(line[signed.end() :]))


_OF_CHILD = re.compile(
    r"\b(?i:(?:parents?|guardians?|family) of|your (?:child|son|daughter)|hij[oa]|padres de)[:,]?\s"
    rf"(?P<name>{WORD}(?: {WORD}){{0,2}})"
)
_REACHED = re.compile(
    r"[\s,(:]*(?:at\s+|by\s+|ext\.?\s+|phone\s*:?\s*)*(?:\(?\d{3}\)?[-. ]\d|[\w.+-]+@)", re.IGNORECASE
)
_SIGNED = re.compile(
    r"\b(?:signature|signed|printed name|print name|prepared|completed|evaluated|written|submitted|administered|"
    r"reviewed|provided|firma(?:do)?)(?: by| of| por)?\b",
    re.IGNORECASE,
)


def _leading_role(rest: str) -> Role | None:
    words = re.match(r"\s*[,(–-]\s*((?:[\w'’/-]+\s*){1,5})", rest)
    return role_in(words[1]) if words else None


def _runs_of(text: str) -> list[Run]:
    """A name of one or more words; a single everyday word is none."""
    return [r for r in runs(text, least=1) if len(r.words) > 1 or _may_be_name(r.words[0])][:1]


def _before_name(name: str) -> re.Pattern[str]:
    """The words of a list, in lower case, and the name behind them."""
    words = pattern("identities", name).pattern
    return re.compile(rf"(?:{words})(?:,| is| named| called)?\s(?P<name>{WORD}(?: {WORD}){{0,2}})")


def _titled() -> re.Pattern[str]:
    titles = pattern("identities", "honorific").pattern
    return re.compile(rf"(?i:{titles})\.?\s+(?P<name>(?:[A-Z]\. ?)?{WORD}(?: {WORD})?)")


def _places(lines: Sequence[str], common: frozenset[str]) -> Iterator[Identity]:
    """Schools and districts, whole ("Alder Creek Community Schools") and by what is their own ("Alder Creek")."""
    for name, role in (("district", Role.DISTRICT), ("school", Role.SCHOOL)):
        before = rf"(?<![\w'’])(?P<own>(?:(?:{WORD}|St\.|Mt\.|of|de|del)\s){{1,5}}?)"
        own = re.compile(rf"{before}(?i:{pattern('identities', name).pattern})")
        for line in lines:
            for match in own.finditer(line):
                yield from _place(role, match["own"], match.group(), common)
    behind = rf"(?P<own>(?:(?:de|del|la|el|los)\s)*{WORD}(?:\s(?:(?:de|del|la|el|los)\s)*{WORD}){{0,3}})"
    first = re.compile(rf"(?i:{pattern('identities', 'place-first').pattern})\s{behind}")
    for line in lines:
        for match in first.finditer(line):
            role = Role.DISTRICT if match.group().lower().startswith("distrito") else Role.SCHOOL
            yield from _place(role, match["own"], match.group(), common)


def _place(role: Role, own: str, whole: str, common: frozenset[str]) -> Iterator[Identity]:
    words = own.split()
    form = name_words().form
    while words and words[0].lower() in form:
        words.pop(0)
    if not words or all(w.lower() in form for w in words):
        return
    if len(words) == 1 and (words[0].lower() in common or len(words[0]) < 3):
        return
    yield Identity(role, re.split(r"\s{3,}", whole[whole.index(words[0]) :].strip())[0])
    yield from _stem(role, " ".join(words), common)


def _stem(role: Role, name: str, common: frozenset[str]) -> Iterator[Identity]:
    """What is left of a place's name without the words that all such names share."""
    for run in runs(re.sub(r"\s+(?:[A-Z]-[IVX]+|#?\d+|No\. ?\d+)\b.*", "", name), least=1):
        single = run.words[0].lower()
        if len(run.words) > 1 or (len(single) > 3 and not is_ordinary(single) and single not in common):
            yield Identity(role, run.text)


def _given(lines: Sequence[str], common: frozenset[str]) -> Iterator[Identity]:
    """Common given names in prose: with a surname, or alone within a sentence."""
    brands = name_words().brands
    for line in lines:
        for run in runs(line, least=1):
            first, last = run.words[0].strip("'’"), run.words[-1]
            if not is_given(first) or first.lower() in brands:
                continue
            if len(run.words) > 1:
                if last.lower() not in brands and not (is_ordinary(first) and is_ordinary(last)):
                    yield Identity(Role.PERSON, run.text)
            elif not is_ordinary(first) and first.lower() not in common and not _titles_work(line, run):
                yield Identity(Role.PERSON, first)


def _titles_work(line: str, run: Run) -> bool:
    """ "Wilson Reading System", "Sofia Test": the name of a method, since a word of forms goes on behind it."""
    following = re.match(rf"\s+({WORD})", line[run.end :])
    return bool(following and following[1].lower() in name_words().form)
