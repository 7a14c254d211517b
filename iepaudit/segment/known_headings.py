"""The headings of `rules/headings/sections.yaml`, ready to be matched."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, lru_cache

from iepaudit.model.iep import SECTION_KEYS
from iepaudit.resources import DataError, YamlMap, load_yaml, rules_root
from iepaudit.segment.known_labels import goal_labels
from iepaudit.segment.wordings import Wording, bare, wording_of
from iepaudit.segment.words import key_of, strip_numbering

_ABBREVIATED = re.compile(r"\(([A-Z]{3,8})\)\W*$")
_PARTS = re.compile(r"[()|]|\s+[-–—~]\s+|[–—:]\s+|\s*/\s*|\?\s+")  # what stands between the parts of a heading
_TITLE = re.compile(r"\b(?:individualized|student) education(?:al)? (?:program|plan)\b")
# Who the plan is from: "Committee on Special Education", "Special Education Department"
_OFFICE = re.compile(
    r"(?:\w+ ){0,4}(?:committee|department|dept|office|division|bureau|board|director|directorate|cooperative) "
    r"(?:on|of|for) (?:\w+ ){0,2}(?:special|exceptional|student|pupil)(?: student)?(?: education| service| learner)*"
    r"(?: and (?:\w+ ){0,2}(?:service|support|education))?|"
    r"(?:\w+ ){0,3}(?:special|exceptional) (?:\w+ )?education(?: service)? "
    r"(?:department|dept|office|division|bureau|district|cooperative|co op|local plan area|director)"
)
# One of the goals with what it is about, which may be a word of another part: "Goal 1: Behavior / transitions"
_ONE_GOAL = re.compile(
    r"\W*(?:(?:iep|measurable|annual)\s+)*goals?\s*(?:#|no\.?|number)?\s*\d{1,2}\b\W+\w", re.IGNORECASE
)
_OF_GOALS = frozenset({"annual-goals", "objectives", "present-levels", "progress-method", "progress-schedule"})
# "By May 2027, when a test is announced, Ida will say which accommodations she needs"
_GOAL = re.compile(
    r"(?:By|Given|When|Within|In|During|After)\b[^?:]*,[^?:]*\b(?:student|child|he|she|[A-Z]\w+) will"
    r"(?:\s+[^\s?:]+){3}[^?:]*$",
    re.DOTALL,
)
_MOST_WORDS = 12  # of a heading that is told by its words
# "accommodation are needed" says something of its own, where "what accommodation are needed" asks.
_STATES = re.compile(
    r"(?!(?:what|which|how|when|where|why|who|is|are|does|do|has|describe|list|state)\b).*\b(?:is|are|has)\b"
)


def _narrowed(text: str) -> str | None:
    """What stands first in "AIDS AND SERVICES, MODIFICATIONS, SUPPORTS" or "AIDS AND SERVICES / SUPPORTS"; None for a
    sentence."""
    head, comma, rest = text.partition(" / " if " / " in text else ", ")
    words = [w for w in re.findall(r"[^\W\d_]+", rest) if len(w) > 3]
    if not comma or not words or text.rstrip().endswith(".") or len(text.split()) > 20:
        return None
    return head if len(head.split()) > 1 and all(w[0].isupper() for w in words) else None


def _is_area(heading: str, section: str) -> bool:
    """Whether the words that name a section are those of what one of the goals is about."""
    return section not in _OF_GOALS and bool(_ONE_GOAL.match(heading))


@dataclass(frozen=True, slots=True)
class HeadingMatch:
    """`key`: a section key or "other". `whole`: the text is the heading and nothing else; else a longer printed
    heading or prompt that holds it. `weak`: a common word, so layout must support it. `inside`: may stand within
    another section."""

    key: str
    whole: bool
    weak: bool
    inside: bool


@dataclass(frozen=True, slots=True)
class Said:
    """How a part without a heading is told by a sentence of the parts `among`."""

    key: str
    among: frozenset[str]
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Headings:
    exact: dict[str, tuple[str, bool]]  # comparable text -> section key, weak
    contains: tuple[tuple[str, str], ...]  # words between spaces, section key; the longest first
    inside: frozenset[str]
    loose: tuple[tuple[frozenset[str], str, bool], ...]  # content words of a heading, section key, weak
    keeps: dict[str, frozenset[str]]  # section key -> keys of headings that are part of it
    shares: dict[str, tuple[str, ...]]  # section key -> keys of parts that its heading may name as well
    also: dict[str, str]  # comparable text -> key of a second part that this heading names
    under: dict[tuple[str, str], str]  # section key, comparable text below it -> key of the part that it names there
    filler: frozenset[str]  # words that say nothing about which section it is
    wordings: tuple[Wording, ...]  # words that headings of a section are made of
    asking: frozenset[str]  # words of a request or a question, beside those of a wording
    patterns: tuple[tuple[str, re.Pattern[str]], ...]  # section key, comparable text that a longer heading holds
    said: tuple[Said, ...]
    _kept: Callable[[str], HeadingMatch | None] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_kept", lru_cache(maxsize=4096)(self._sought))

    def match(self, text: str) -> HeadingMatch | None:
        """The section that a line is or holds the heading of, or None. Kept: each stage asks about the same line."""
        return self._kept(text)

    def _sought(self, text: str) -> HeadingMatch | None:
        key = bare(key_of(text))
        if not key or _OFFICE.fullmatch(key) or _GOAL.match(text):
            return None
        found = self.exact.get(key)
        if found is None:
            # "Present Levels of Performance - Reading": a known heading, a dash, and what narrows it down.
            head = re.split(r"\s+[-–—|]\s+", text, maxsplit=1)[0]
            if head != text and len(head) > 3:
                found = self.exact.get(bare(key_of(head)))
                found = found and (self._narrower(text[len(head) :], found[0]) or found)
        if found is None and (named := _INCLUDING.match(text)):
            # "Present Levels, including how the disability affects ..."
            found = self.exact.get(bare(key_of(named[1])))
        if found is None and (narrowed := _narrowed(text)):
            found = self.exact.get(bare(key_of(narrowed)))
        if found is None and (short := _ABBREVIATED.search(text)):  # "Data that support the need (PLEP)"
            found = self.exact.get(key_of(short[1]))
        if found is not None:
            section, weak = found
            return HeadingMatch(section, True, weak, section in self.inside)
        by_words = self._by_words(key)
        if by_words:
            return HeadingMatch(by_words, True, False, by_words in self.inside)
        words = f" {key} "
        held = next((own for own, pattern in self.patterns if pattern.search(words)), None)
        held = held or next((own for phrase, own in self.contains if phrase in words), None)
        return HeadingMatch(held, False, False, held in self.inside) if held else None

    def _by_words(self, key: str) -> str | None:
        """The section whose headings are made of just such words, in any order and asked for in any way; None when they
        are those of two."""
        if _STATES.match(key):
            return None
        words = [w for w in key.split() if w not in self.asking]
        found = {w.name for w in self.wordings if w.fits(words)} if 1 <= len(words) <= _MOST_WORDS else set()
        return found.pop() if len(found) == 1 else None

    def _narrower(self, tail: str, section: str) -> tuple[str, bool] | None:
        """The part that is named behind a wider one: "Present Levels - B: Other Educational Needs"."""
        own = self.exact.get(bare(key_of(strip_numbering(tail)))) if section in _NARROWED else None
        if own is None or own[1] or own[0] in (section, "other"):
            return None
        return own if not (to := _NARROWED[section]) or own[0] in to else None

    @property
    def shares_any(self) -> frozenset[str]:
        """All parts that may share another's heading."""
        return frozenset(key for keys in self.shares.values() for key in keys)

    def below(self, outer: str, text: str) -> str | None:
        """The part that a heading too general to name one anywhere else names inside the section `outer`."""
        return self.under.get((outer, bare(key_of(text)))) if len(text) < 80 else None

    def match_part(self, text: str) -> HeadingMatch | None:
        """A line that is set as a heading and names its section in one of its parts: behind a lead-in ("What we want
        Ida to learn - Annual Goals"), in parentheses, or before other words. The first part that is a heading wins."""
        parts = [part.strip(" .,;") for part in _PARTS.split(text)] if text.count("(") == text.count(")") else []
        for part in filter(None, parts):
            if part == text.strip(" .,;") or (" " not in part and not part.isupper()):
                continue
            found = self.exact.get(bare(key_of(part))) or self.exact.get(bare(key_of(part.split(",")[0])))
            if found and not found[1] and found[0] != "other":
                # "Content area / present level of performance" is a field of a goal
                of_goal = any(goal_labels().name_of(other) for other in parts if other != part)
                of_goal = of_goal or _is_area(text, found[0])
                return None if of_goal else HeadingMatch(found[0], True, False, found[0] in self.inside)
        return None

    def match_loose(self, text: str) -> HeadingMatch | None:
        """A line that is set as a heading and holds all words of a known one among few others, in any order
        ("Deliberations of the ARD Committee"). The heading with most words wins, then the one that stands first."""
        content = [w for w in key_of(text).split() if w not in self.filler and not w.isdigit()]
        words = frozenset(content)
        if not words or len(content) > 12 or _OFFICE.fullmatch(key_of(text)):
            return None
        best: tuple[tuple[int, int, int], str, bool] | None = None
        titled = bool(
            _TITLE.search(key_of(text))
        )  # "Individualized Education Program - Early Childhood Special Education"
        for known, section, weak in self.loose:
            if not known <= words or (titled and section == "special-education"):
                continue
            share = len(known) / len(words)
            if share < (0.5 if len(known) < 3 else 0.34) or (len(known) == 1 and len(words) > (1 if weak else 2)):
                continue
            first = min(content.index(w) for w in known)
            rank = (len(known), -int(weak), -first)
            if best is None or rank > best[0]:
                best = (rank, section, weak)
        if best is None:
            return None
        _, section, weak = best
        if _is_area(text, section):
            return None
        return HeadingMatch(section, True, weak, section in self.inside)


_INCLUDING = re.compile(r"([^,(]{8,})\s*[,(]\s*(?:including|incl\.|which includes|to include)\s", re.IGNORECASE)
# Whose headings go on with the name of what follows, and which parts this may be; none: any.
_NARROWED: dict[str, frozenset[str]] = {
    "present-levels": frozenset(),
    "demographics": frozenset(),
    "supplementary-aids": frozenset({"special-factors"}),
}


_ENTRY = (
    "headings", "weak", "contains", "inside", "keeps", "shares", "also", "under", "words", "patterns", "said",
)  # fmt: skip


@cache
def headings() -> Headings:
    """All headings that ship with the program; raises DataError when the file is broken."""
    path = rules_root() / "headings" / "sections.yaml"
    data = load_yaml(path)
    data.only(("schema", "sections", "other", "filler", "asking"))
    exact: dict[str, tuple[str, bool]] = {}
    contains: list[tuple[str, str]] = []
    inside: set[str] = set()
    keeps: dict[str, frozenset[str]] = {}
    shares: dict[str, tuple[str, ...]] = {}
    also: dict[str, str] = {}
    under: dict[tuple[str, str], str] = {}
    wordings: list[Wording] = []
    patterns: list[tuple[str, re.Pattern[str]]] = []
    said: list[Said] = []
    sections: YamlMap = data["sections"]
    for section, entry in sections.items():
        if section not in SECTION_KEYS:
            raise DataError(f"unknown section '{section}'", sections.at(section))
        entry.only(_ENTRY)
        keeps[section] = frozenset(str(k) for k in entry.get("keeps", ()))
        shares[section] = tuple(str(k) for k in entry.get("shares", ()))
        for second, texts in (entry.get("also") or {}).items():
            also.update({bare(key_of(str(text))): second for text in texts})
        for outer, texts in (entry.get("under") or {}).items():
            under.update({(outer, bare(key_of(str(text)))): section for text in texts})
        for weak, group in ((False, "headings"), (True, "weak")):
            for heading in entry.get(group, ()):
                exact.setdefault(bare(key_of(str(heading))), (section, weak))
        for phrase in entry.get("contains", ()):
            contains.append((f" {bare(key_of(str(phrase)))} ", section))
        wordings += [wording_of(section, words) for words in entry.get("words", ())]
        patterns += [(section, re.compile(str(pattern))) for pattern in entry.get("patterns", ())]
        if sentence := entry.get("said"):
            sentence.only(("among", "patterns"))
            known = re.compile("|".join(f"(?:{p})" for p in sentence["patterns"]), re.IGNORECASE)
            said.append(Said(section, frozenset(str(k) for k in sentence["among"]), known))
        if entry.get("inside"):
            inside.add(section)
    for heading in data.get("other", ()):
        exact.setdefault(bare(key_of(str(heading))), ("other", False))
    contains.sort(key=lambda pair: -len(pair[0]))
    filler = frozenset(key_of(str(word)) for word in data.get("filler", ()))
    loose: dict[frozenset[str], tuple[str, bool]] = {}
    for key, (section, weak) in exact.items():
        words = frozenset(w for w in key.split() if w not in filler)
        if len(words) >= 2 or len(key.split()) == 1:  # "Personal Information" must not become "personal"
            loose.setdefault(words, (section, weak))
    ranked = tuple((words, section, weak) for words, (section, weak) in loose.items() if words)
    asking = frozenset(key_of(str(word)) for word in data.get("asking", ()))
    return Headings(
        exact, tuple(contains), frozenset(inside), ranked, keeps, shares, also, under, filler,
        tuple(wordings), asking, tuple(patterns), tuple(said),
    )  # fmt: skip
