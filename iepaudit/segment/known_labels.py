"""The labels of `rules/headings/labels.yaml`, ready to be matched."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from iepaudit.resources import YamlMap, load_yaml, rules_root
from iepaudit.segment.wordings import Wording, wording_of
from iepaudit.segment.words import key_of

_ASIDE = re.compile(r"\s*\([^()]*\)(?=\s)")  # "Next eligibility (redetermination) due"
# "(check all that apply)" behind a label
_INSTRUCTION = re.compile(
    r"\s*\([^()]*\)$|"
    r"(?<=[?.:;,])\s*(?:please\s+)?(?:check|mark|select|choose)\s+(?:all|any|one|each)\b[^?]*$",
    re.IGNORECASE,
)


_NUMBERED = re.compile(r"(?:\s(?:no|number))?\s\d{1,2}[a-z]?(?:\s\d{1,2})?$")
# A label that says in a question what it asks for: "Annual goal. What will the student learn?", "Criteria" above "What
# measurement ...?"
_QUESTION = re.compile(
    r"(?P<label>[^?]{3,60}?)\s*(?:[(.:;,–—-]\s*(?i:(?:in |at |to |by |on )?(?:what|how|who|when|where|which|why))"
    r"|\s(?:What|How|Who|When|Where|Which|Why))\b[^?]*\?\W*$"
)
_LONGEST_BROKEN = 60  # characters of a label
_LONGEST_IN_TWO = 120
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
        abbreviations: YamlMap | None = None,
        in_questions: bool = False,
    ) -> None:
        self._in_questions = in_questions
        self._whole = {str(short): str(word) for short, word in (abbreviations or {}).items()}
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
        own = self._name_of(text) or self._broken(text) or self._abbreviated(text)
        if own is None and self._in_questions and (asking := _QUESTION.match(text)):
            return self._known(asking["label"])
        own = own or self._in_two_languages(text)
        sides = _SIDES.split(text.strip()) if own is None and len(text) < 200 else []
        if len(sides) > 2 and all(names := [self._name_of(side) for side in sides]):
            return names[0]  # "Method / who / how often"
        if len(sides) != 2 or not all(sides):
            return own
        first, second = (self._name_of(side) for side in sides)
        if first and second:  # "Content area / present level of performance" asks for the level in that area
            told = {first, second} - {"area"}
            return told.pop() if len(told) == 1 else first if first == second else None
        unknown = sides[0] if second else sides[1]
        known = sides[1] if second else sides[0]
        return (first or second) if bool(self._spanish.search(unknown)) != bool(self._spanish.search(known)) else None

    def _in_two_languages(self, text: str) -> str | None:
        """What a label means that stands there in two languages with only a space or a new line between them ("Area of
        need Área de necesidad"): both are known and mean the same. Behind a label in one language may be its value."""
        words = text.split() if len(text) < _LONGEST_IN_TWO else []
        if not self._in_questions or not self._spanish.search(text):
            return None
        for count in range(1, len(words)):
            first, second = " ".join(words[:count]), " ".join(words[count:])
            if not second[:1].isupper() or bool(self._spanish.search(first)) == bool(self._spanish.search(second)):
                continue
            name = self._name_of(first)
            if name and name == self._name_of(second):
                return name
        return None

    def _broken(self, text: str) -> str | None:
        """What a label means that a narrow cell has broken within a word ("Frequency/Duratio n")."""
        words = text.split() if len(text) < _LONGEST_BROKEN else []
        mended = (" ".join([*words[:n], words[n] + words[n + 1], *words[n + 2 :]]) for n in range(len(words) - 1)
                  if words[n + 1][0].islower())  # fmt: skip
        return next((name for whole in mended if (name := self._names.get(key_of(whole.rstrip(" :._"))))), None)

    def _abbreviated(self, text: str) -> str | None:
        """What a label means whose words are shortened ("Most Recent Eval. Date")."""
        words = text.split() if len(text) < _LONGEST_BROKEN else []
        whole = [self._whole.get(w.lower().strip(" .:"), w) for w in words]
        return self._name_of(" ".join(whole)) if len(words) > 1 and whole != words else None

    def _name_of(self, text: str) -> str | None:
        key = key_of(text.rstrip(" :._"))
        found = self._names.get(key_of(re.sub(r"[()]", " ", text.rstrip(" :._")))) or self._names.get(key)
        if found is None and key:
            found = self._names.get(_NUMBERED.sub("", key))
        if found is None and len(text) < 200:
            plain = text.strip(" :._")
            asked = plain.rstrip("? ")
            forms = dict.fromkeys((plain, asked, _INSTRUCTION.sub("", plain).strip(" :._"), _ASIDE.sub("", plain)))
            found = next((name for t in forms for name, pattern in self._patterns if pattern.fullmatch(t)), None)
            found = found or self._names.get(_NUMBERED.sub("", key_of(_ASIDE.sub("", plain))))
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
               "abbreviations", "captions", "spanish"))  # fmt: skip
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


def reads_as_caption(text: str) -> bool:
    """Whether the printed words of a row begin as captions do ("Date of ..."), or speak of the child in general."""
    return bool(_captions().match(text))


def is_caption_alone(text: str) -> bool:
    """Whether a line asks for a day or a signature and says nothing itself ("Date student was informed")."""
    return bool(_alone().fullmatch(text.strip(" .:*_")))


@cache
def _alone() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in _label_file()["captions"]["alone"]), re.IGNORECASE)


@cache
def _captions() -> re.Pattern[str]:
    begin, people = ("|".join(str(word).replace(" ", r"\s+") for word in _label_file()["captions"][part])
                     for part in ("begin", "speak-of"))  # fmt: skip
    return re.compile(rf"\W*(?:{begin})\b|.*\b(?:{people})\b", re.IGNORECASE | re.DOTALL)


def _labels_of(kind: str) -> Labels:
    """The labels of single values, of goals or of services, with the words that such labels are made of."""
    data = _label_file()
    wordings = [wording_of(name, entry) for name, entries in data[f"{kind}label-words"].items() for entry in entries]
    small = frozenset(str(w) for w in data["small-words"])
    return Labels(
        data[f"{kind}labels"], data[f"{kind}label-patterns"], _spanish(), tuple(wordings), small, data["abbreviations"],
        in_questions=bool(kind),  # "Student: what does she enjoy?" asks for no name
    )  # fmt: skip
