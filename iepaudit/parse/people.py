"""The team's roles, and given names that stand where the child is the subject."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from iepaudit.model.field import Place
from iepaudit.model.iep import Participant, Section
from iepaudit.parse.name_runs import is_given, is_ordinary
from iepaudit.parse.patterns import pattern
from iepaudit.resources import name_words

_SUBJECT = re.compile(
    r"(?:^|(?<=[.;:,]\s)|(?<=\n))(?P<name>[A-Z][a-z]+(?:-[A-Z][a-z]+)?)(?:\s+[A-Z][a-z]+)?\s+(?:will|can|is able to)\s+"
    r"(?!be\s+(?:provided|held|reported|given|sent|measured|reviewed|decided|determined|considered|made|collected|based|"
    r"discussed|offered|implemented|scheduled|needed|required|available))"
)


def find_team(sections: Sequence[Section]) -> tuple[Participant, ...] | None:
    """The roles that the list of participants names; None when no such list was found."""
    own = [s for s in sections if s.key == "team"]
    if not own:
        return None
    found: list[Participant] = []
    for section in own:
        for block in section.blocks:
            text = f"{block.label}: {block.filled}" if block.label else (block.filled or block.text)
            roles = [match.group() for match in pattern("people", "role").finditer(text)]
            if not roles and pattern("people", "role-word").search(text):
                roles = [text]
            found += (Participant(" ".join(role.split()), block.place) for role in roles)
    return tuple(found)


def subject_names(texts: Sequence[tuple[str, Place]]) -> Iterator[Place]:
    """Given names of whom a sentence says what he or she will do; the place quotes the name."""
    for text, place in texts:
        for match in _SUBJECT.finditer(text):
            name = match["name"]
            if not pattern("people", "no-name").fullmatch(name):
                yield Place(place.page, place.box, name)


_NARRATIVE = ("present-levels", "strengths", "impact", "annual-goals")  # forms by need tell levels among goals
_TELLING = (
    *_NARRATIVE, "special-factors", "behavior", "nonparticipation", "placement", "supplementary-aids", "esy",
    "assessment",
)  # fmt: skip
_NAME = r"(?:^|(?<=[.;]\s)|(?<=\n))(?P<name>[A-Z][a-z]+)"
_NARRATED = re.compile(
    rf"{_NAME}['’]s?\s+(?:\w+\s+)?(?:answers|responses|scores?|reading|writing|handwriting|spelling|fluency|rate|speech|"
    r"sentences|errors|attention|behavior|performance|progress|disability|needs?|strengths?|goals?)\b|"
    rf"{_NAME.replace('name', 'subject')}\s+(?:also|still|often|usually|currently|now)?\s*"
    r"(?:needs|requires|reads|writes|struggles|scored|can|works|uses|knows|finished|completed|earned|enjoys|likes|"
    r"guesses|skips|decodes|spells|solves|counts|answers|answered|solved|forgets|avoids|completes|cannot|does not|"
    r"has (?:difficulty|trouble)|"
    r"demonstrates|is (?:able|reading|writing|working|reluctant|easily))\b"
)
_TOLD = re.compile(rf"(?:{_NAME}|(?<=[,)]\s)(?P<after>[A-Z][a-z]+))\s+(?=[a-z])")
_TOLD_WITHIN = re.compile(
    r"\b(?:that|because|since|so|whether|until|unless|although|though)\s+(?P<name>[A-Z][a-z]+)\s+(?=[a-z])"
)
_SENTENCE = re.compile(r"(?<=[.;!?])\s+|(?<!,)\n(?=[^\W\d_a-z])")  # a line that goes on in small letters is none
_QUOTED = re.compile(r"[\"“][^\"“”\n]*[\"”]")


def narrated_names(sections: Sequence[Section]) -> Iterator[Place]:
    """Common given names of whom the plan tells what he or she does or needs, each once: in words that are said of the
    child in the present levels, or in any words in two sentences. Without people whom the plan introduces (relatives,
    friends, staff, and anybody with a surname) and those in stories."""
    whole = "\n\n".join(b.place.quote for s in sections for b in s.blocks)
    listed = " ".join(b.text for s in sections if s.key == "team" for b in s.blocks)
    told: Counter[str] = Counter()
    within: Counter[str] = Counter()  # in the middle of a sentence, where it may be somebody else's doing
    first: dict[str, Place] = {}
    sure: set[str] = set()
    for section in sections:
        for block in section.blocks if section.key in _TELLING else ():
            usual = (
                {m["name"] or m["subject"] for m in _NARRATED.finditer(block.filled)}
                if section.key in _NARRATIVE
                else set()
            )
            about = list(_told_of(block.filled))
            sure |= usual
            told.update(about)
            within.update(_told_of(block.filled, _TOLD_WITHIN))
            for name in (*sorted(usual), *about):
                first.setdefault(name, Place(block.place.page, block.place.box, name))
    several = {name for name, times in told.items() if times + within[name] > 1}
    for name, place in first.items():
        if name in sure | several and _is_name(name) and not _introduced(name, whole, listed):
            yield place
    yield from _uncommon(sections, whole, listed)


_ELSEWHERE = ("team", "consent-notice", "demographics", "notes")  # where others are spoken of
# What is said of a person, and of no program, test, place or method.
_OF_PERSON = (
    r"(?:['’]s?\s+(?:difficult(?:y|ies)|disabilit(?:y|ies)|weakness(?:es)?|deficits?|struggles?|strengths?|attention|"
    r"anxiety|frustration|behaviou?r|handwriting|stamina|impulsivity|needs?|speech|own)\b"
    r"|\s+(?:also\s+|still\s+|often\s+|usually\s+|currently\s+|now\s+)?"
    r"(?:needs|reads|writes|struggles|scored|knows|finished|completed|earned|enjoys|likes|wants|wrote|answered|solved|"
    r"understands|has\s+(?:difficulty|trouble|a\s+hard\s+time)|is\s+(?:reading|writing|reluctant|easily|able)|"
    r"can\s+(?:read|write|solve|name|count|identify|complete|add|follow))\b)"
)
_UNCOMMON = re.compile(rf"(?<![\w'’])(?P<name>[A-Z][a-z]{{2,}}(?:['’][A-Z]?[a-z]+)??){_OF_PERSON}")


def _uncommon(sections: Sequence[Section], whole: str, listed: str) -> Iterator[Place]:
    """Words that no list of given names holds, of which two sentences tell what is told of a person only. A word that
    also stands in small letters, or beside another capital, is no child's name."""
    found: dict[str, list[Place]] = {}
    blocks = {id(b): b for s in sections if s.key not in _ELSEWHERE for b in s.blocks}
    for block in blocks.values():
        for sentence in _SENTENCE.split(_QUOTED.sub("", block.filled)):
            match = _UNCOMMON.search(sentence)
            if match and not pattern("people", "story").search(sentence):
                found.setdefault(match["name"], []).append(Place(block.place.page, block.place.box, match["name"]))
    for name, places in found.items():
        if len(places) < 2 or is_given(name) or is_ordinary(name) or name.lower() in name_words().brands:
            continue
        if pattern("people", "no-name").fullmatch(name) or re.search(rf"\b{name.lower()}\b", whole):
            continue
        if re.search(rf"[A-Z][\w.]*[ -]{name}\b|\b{name}[- ][A-Z\d]", whole) or _introduced(name, whole, listed):
            continue
        yield places[0]


def _is_name(word: str) -> bool:
    return is_given(word) and not is_ordinary(word)


def _told_of(text: str, told: re.Pattern[str] = _TOLD) -> Iterator[str]:
    """The name that each sentence is about, without what others said, and without stories, which a sentence or the one
    before it speaks of."""
    story = False
    for sentence in _SENTENCE.split(_QUOTED.sub("", text)):
        before, story = story, bool(pattern("people", "story").search(sentence))
        if before or story:
            continue
        for match in told.finditer(sentence):
            name = match["name"] or match["after"]
            if _is_name(name) and pattern("people", "tells").match(sentence, match.end()):
                yield name
                break


def _introduced(name: str, whole: str, listed: str) -> bool:
    """Whether some place says who that is: "her brother Tom", "Mr. Tom", "Tom Lee", "Tom, the aide", "Tom and", "goes
    by Tom", "Tom's class", or a list of the team."""
    if re.search(rf"\b{name}\b", listed):
        return True
    kin = "|".join(pattern("identities", k).pattern for k in ("relative", "parent", "companion", "teacher", "staff"))
    titles = pattern("identities", "honorific").pattern
    near = pattern("people", "company").pattern
    called = pattern("identities", "nickname").pattern
    gap = r"(?: +|\n(?!\n))"  # a line may break there, and no block ends
    before = rf"(?i:(?:{kin}|{near}|{called})[,:(]?|{titles}\.?){gap}(?:(?:is|named|called){gap})?{name}\b"
    owns = r"['’]s\s+(?:class|room|group|office|table|house|car)"
    behind = rf"\b{name}(?:\s+[A-Z][a-z]|\s+(?:and\b|&)|{owns}|\s*\(|,\s+(?:his|her|their|an?|the)\b)"
    return bool(re.search(before, whole) or re.search(behind, whole))
