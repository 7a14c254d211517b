"""The headings and labels of `rules/headings/`, ready to be matched."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from iepaudit.model.iep import SECTION_KEYS
from iepaudit.resources import DataError, YamlMap, load_yaml, rules_root
from iepaudit.segment.words import key_of, strip_numbering

_ABBREVIATED = re.compile(r"\(([A-Z]{3,8})\)\W*$")
_PARTS = re.compile(r"[()|]|\s+[-–—~]\s+|[–—:]\s+|\s*/\s*|\?\s+")  # what stands between the parts of a heading
_ASIDE = re.compile(r"\s*\([^()]*\)(?=\s)")  # "Next eligibility (redetermination) due"
_MOST_WORDS = 12  # of a heading that is told by its words
_ARTICLES = frozenset({"the", "a", "an", "this"})


def bare(key: str) -> str:
    """A comparable heading without its articles: "concerns of the parent" is "concerns of parent"."""
    words = key.split()
    return " ".join(w for w in words if w not in _ARTICLES) if len(words) > 1 else key


def _narrowed(text: str) -> str | None:
    """What stands first in "AIDS AND SERVICES, MODIFICATIONS, SUPPORTS" or "AIDS AND SERVICES / SUPPORTS"; None for a
    sentence."""
    head, comma, rest = text.partition(" / " if " / " in text else ", ")
    words = [w for w in re.findall(r"[^\W\d_]+", rest) if len(w) > 3]
    if not comma or not words or text.rstrip().endswith(".") or len(text.split()) > 16:
        return None
    return head if len(head.split()) > 1 and all(w[0].isupper() for w in words) else None


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
class Wording:
    """The words that labels or headings of one meaning are made of, by their beginnings: one of each list in `each`,
    and besides them only the others of `allowed`."""

    name: str
    each: tuple[tuple[str, ...], ...]
    allowed: tuple[str, ...]  # with those of `each`

    def fits(self, words: list[str]) -> bool:
        # What few headings have is asked first: this runs for each line of a plan.
        return all(any(w.startswith(group) for w in words) for group in self.each) and all(
            w.startswith(self.allowed) for w in words
        )


@dataclass(frozen=True, slots=True)
class Headings:
    exact: dict[str, tuple[str, bool]]  # comparable text -> section key, weak
    contains: tuple[tuple[str, str], ...]  # words between spaces, section key; the longest first
    inside: frozenset[str]
    loose: tuple[tuple[frozenset[str], str, bool], ...]  # content words of a heading, section key, weak
    keeps: dict[str, frozenset[str]]  # section key -> keys of headings that are part of it
    shares: dict[str, tuple[str, ...]]  # section key -> keys of parts that its heading may name as well
    under: dict[tuple[str, str], str]  # section key, comparable text below it -> key of the part that it names there
    filler: frozenset[str]  # words that say nothing about which section it is
    wordings: tuple[Wording, ...]  # words that headings of a section are made of
    asking: frozenset[str]  # words of a request or a question, beside those of a wording
    patterns: tuple[tuple[str, re.Pattern[str]], ...]  # section key, comparable text that a longer heading holds

    def match(self, text: str) -> HeadingMatch | None:
        key = bare(key_of(text))
        if not key:
            return None
        found = self.exact.get(key)
        if found is None:
            # "Present Levels of Performance - Reading": a known heading, a dash, and what narrows it down.
            head = re.split(r"\s+[-–—|]\s+", text, maxsplit=1)[0]
            if head != text and len(head) > 3:
                found = self.exact.get(bare(key_of(head)))
                found = found and (self._narrower(text[len(head) :], found[0]) or found)
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
        words = [w for w in key.split() if w not in self.asking]
        found = {w.name for w in self.wordings if w.fits(words)} if 1 <= len(words) <= _MOST_WORDS else set()
        return found.pop() if len(found) == 1 else None

    def _narrower(self, tail: str, section: str) -> tuple[str, bool] | None:
        """The part that is named behind the present levels: "Present Levels - B: Other Educational Needs"."""
        own = self.exact.get(bare(key_of(strip_numbering(tail)))) if section == "present-levels" else None
        return own if own and not own[1] and own[0] not in (section, "other") else None

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
                return None if of_goal else HeadingMatch(found[0], True, False, found[0] in self.inside)
        return None

    def match_loose(self, text: str) -> HeadingMatch | None:
        """A line that is set as a heading and holds all words of a known one among few others, in any order
        ("Deliberations of the ARD Committee"). The heading with most words wins, then the one that stands first."""
        content = [w for w in key_of(text).split() if w not in self.filler and not w.isdigit()]
        words = frozenset(content)
        if not words or len(content) > 12:
            return None
        best: tuple[tuple[int, int, int], str, bool] | None = None
        for known, section, weak in self.loose:
            if not known <= words:
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
        return HeadingMatch(section, True, weak, section in self.inside)


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
    under: dict[tuple[str, str], str] = {}
    wordings: list[Wording] = []
    patterns: list[tuple[str, re.Pattern[str]]] = []
    sections: YamlMap = data["sections"]
    for section, entry in sections.items():
        if section not in SECTION_KEYS:
            raise DataError(f"unknown section '{section}'", sections.at(section))
        entry.only(("headings", "weak", "contains", "inside", "keeps", "shares", "under", "words", "patterns"))
        keeps[section] = frozenset(str(k) for k in entry.get("keeps", ()))
        shares[section] = tuple(str(k) for k in entry.get("shares", ()))
        for outer, texts in (entry.get("under") or {}).items():
            under.update({(outer, bare(key_of(str(text)))): section for text in texts})
        for weak, group in ((False, "headings"), (True, "weak")):
            for heading in entry.get(group, ()):
                exact.setdefault(bare(key_of(str(heading))), (section, weak))
        for phrase in entry.get("contains", ()):
            contains.append((f" {bare(key_of(str(phrase)))} ", section))
        wordings += [_wording(section, words) for words in entry.get("words", ())]
        patterns += [(section, re.compile(str(pattern))) for pattern in entry.get("patterns", ())]
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
        exact, tuple(contains), frozenset(inside), ranked, keeps, shares, under, filler,
        tuple(wordings), asking, tuple(patterns),
    )  # fmt: skip


def _wording(name: str, entry: YamlMap) -> Wording:
    entry.only(("each", "also"))
    each = tuple(tuple(str(stem) for stem in group) for group in entry["each"])
    also = (str(stem) for stem in entry.get("also", ()))
    return Wording(name, each, (*also, *(stem for group in each for stem in group)))


# "(check all that apply)" behind a label
_INSTRUCTION = re.compile(
    r"\s*\([^()]*\)$|"
    r"(?<=[?.:;,])\s*(?:please\s+)?(?:check|mark|select|choose)\s+(?:all|any|one|each)\b[^?]*$",
    re.IGNORECASE,
)


_SIDES = re.compile(r"\s+/\s*|\s*/\s+|\s+[|·–—-]\s+")


class Labels:
    """Labels of values; `names` are what they mean (birth-date, baseline, frequency ...)."""

    def __init__(
        self,
        groups: YamlMap,
        patterns: YamlMap | None = None,
        spanish: str = "(?!)",
        wordings: tuple[Wording, ...] = (),
        small_words: frozenset[str] = frozenset(),
    ) -> None:
        self._wordings = wordings
        self._small_words = small_words
        self._spanish = re.compile(spanish, re.IGNORECASE)
        self._names: dict[str, str] = {}
        self._patterns = tuple(
            (name, re.compile("|".join(f"(?:{p})" for p in own), re.IGNORECASE))
            for name, own in (patterns or {}).items()
        )
        for name, spellings in groups.items():
            for spelling in spellings:
                self._names.setdefault(key_of(str(spelling)), name)
        self._longest = max((len(k.split()) for k in self._names), default=0)
        self._known = lru_cache(maxsize=4096)(self._sought)

    def name_of(self, text: str) -> str | None:
        """What a label means, or None. A trailing number ("Objective 2", "Goal #3") does not matter. Of a label in two
        languages ("Baseline / Línea de base") one has to be known. Kept, for each stage asks about the same text."""
        return self._known(text)

    def _sought(self, text: str) -> str | None:
        own = self._name_of(text)
        sides = _SIDES.split(text.strip()) if own is None and len(text) < 200 else []
        if len(sides) != 2 or not all(sides):
            return own
        first, second = (self._name_of(side) for side in sides)
        if first and second:  # "Content area / present level of performance" asks for the level in that area
            told = {first, second} - {"area"}
            return told.pop() if len(told) == 1 else first if first == second else None
        unknown = sides[0] if second else sides[1]
        known = sides[1] if second else sides[0]
        return (first or second) if bool(self._spanish.search(unknown)) != bool(self._spanish.search(known)) else None

    def _name_of(self, text: str) -> str | None:
        key = key_of(text.rstrip(" :._"))
        found = self._names.get(key_of(re.sub(r"[()]", " ", text.rstrip(" :._")))) or self._names.get(key)
        if found is None and key:
            found = self._names.get(re.sub(r"(?:\s(?:no|number))?\s\d{1,2}[a-z]?(?:\s\d{1,2})?$", "", key))
        if found is None and len(text) < 200:
            plain = text.strip(" :._")
            forms = dict.fromkeys((plain, _INSTRUCTION.sub("", plain).strip(" :._"), _ASIDE.sub("", plain)))
            found = next((name for t in forms for name, pattern in self._patterns if pattern.fullmatch(t)), None)
        return found or self._by_words(key)

    def _by_words(self, key: str) -> str | None:
        """What a label of a few words means that are all words of such labels; None when it fits two meanings."""
        words = [w for w in key.split() if w not in self._small_words] if self._wordings else []
        found = {w.name for w in self._wordings if 2 <= len(words) <= 8 and w.fits(words)}
        return found.pop() if len(found) == 1 else None

    def leading(self, text: str) -> tuple[str, str] | None:
        """(name, rest) when `text` begins with a label that needs no colon ("Date of Birth 3/4/2016")."""
        words = text.split()
        for count in range(min(self._longest, len(words) - 1, 8), 0, -1):
            name = self._names.get(key_of(" ".join(words[:count]).rstrip(":")))
            if name:
                return name, " ".join(words[count:])
        return None


@cache
def _label_file() -> YamlMap:
    data = load_yaml(rules_root() / "headings" / "labels.yaml")
    data.only(("schema", "labels", "label-patterns", "label-words",
               "goal-labels", "goal-label-patterns", "goal-label-words",
               "service-labels", "service-label-patterns", "service-label-words", "small-words",
               "spanish"))  # fmt: skip
    assert isinstance(data, YamlMap)
    return data


def _spanish() -> str:
    return "|".join(f"(?:{p})" for p in _label_file()["spanish"])


@cache
def labels() -> Labels:
    """Labels of single values about the student and the plan."""
    return _labels_of("")


@cache
def goal_labels() -> Labels:
    return _labels_of("goal-")


@cache
def service_labels() -> Labels:
    return _labels_of("service-")


def _labels_of(kind: str) -> Labels:
    """The labels of single values, of goals or of services, with the words that such labels are made of."""
    data = _label_file()
    wordings = [_wording(name, entry) for name, entries in data[f"{kind}label-words"].items() for entry in entries]
    small = frozenset(str(w) for w in data["small-words"])
    return Labels(data[f"{kind}labels"], data[f"{kind}label-patterns"], _spanish(), tuple(wordings), small)
