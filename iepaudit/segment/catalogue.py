"""The headings and labels of `rules/headings/`, ready to be matched."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from iepaudit.model.iep import SECTION_KEYS
from iepaudit.resources import DataError, YamlMap, load_yaml, rules_root
from iepaudit.segment.words import key_of


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
class Headings:
    exact: dict[str, tuple[str, bool]]  # comparable text -> section key, weak
    contains: tuple[tuple[re.Pattern[str], str], ...]
    inside: frozenset[str]

    def match(self, text: str) -> HeadingMatch | None:
        key = key_of(text)
        if not key:
            return None
        found = self.exact.get(key)
        if found is None and "/" in key:
            found = self.exact.get(" ".join(key.replace("/", " ").split()))
        if found is None:
            # "Present Levels of Performance - Reading": a known heading, a dash, and what narrows it down.
            head = re.split(r"\s+[-–—|]\s+", text, maxsplit=1)[0]
            if head != text and len(head) > 3:
                found = self.exact.get(key_of(head))
        if found is not None:
            section, weak = found
            return HeadingMatch(section, True, weak, section in self.inside)
        for pattern, section in self.contains:
            if pattern.search(key):
                return HeadingMatch(section, False, False, section in self.inside)
        return None


@cache
def headings() -> Headings:
    """All headings that ship with the program; raises DataError when the file is broken."""
    path = rules_root() / "headings" / "sections.yaml"
    data = load_yaml(path)
    data.only(("schema", "sections", "other"))
    exact: dict[str, tuple[str, bool]] = {}
    contains: list[tuple[re.Pattern[str], str]] = []
    inside: set[str] = set()
    sections: YamlMap = data["sections"]
    for section, entry in sections.items():
        if section not in SECTION_KEYS:
            raise DataError(f"unknown section '{section}'", sections.at(section))
        entry.only(("headings", "weak", "contains", "inside"))
        for weak, group in ((False, "headings"), (True, "weak")):
            for heading in entry.get(group, ()):
                exact.setdefault(key_of(str(heading)), (section, weak))
        for phrase in entry.get("contains", ()):
            contains.append((re.compile(rf"\b{re.escape(key_of(str(phrase)))}\b"), section))
        if entry.get("inside"):
            inside.add(section)
    for heading in data.get("other", ()):
        exact.setdefault(key_of(str(heading)), ("other", False))
    contains.sort(key=lambda pair: -len(pair[0].pattern))
    return Headings(exact, tuple(contains), frozenset(inside))


class Labels:
    """Labels of values; `names` are what they mean (birth-date, baseline, frequency ...)."""

    def __init__(self, groups: YamlMap) -> None:
        self._names: dict[str, str] = {}
        for name, spellings in groups.items():
            for spelling in spellings:
                self._names.setdefault(key_of(str(spelling)), name)
        self._longest = max((len(k.split()) for k in self._names), default=0)

    def name_of(self, text: str) -> str | None:
        """What a label means, or None. A trailing number ("Objective 2", "Goal #3") does not matter."""
        key = key_of(text.rstrip(" :._"))
        found = self._names.get(key)
        if found is None and key:
            found = self._names.get(re.sub(r"(?:\s(?:no|number))?\s\d{1,2}[a-z]?(?:\s\d{1,2})?$", "", key))
        if found is None and "/" in key:
            found = self._names.get(" ".join(key.replace("/", " ").split()))
        return found

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
    data.only(("schema", "labels", "goal-labels", "service-labels"))
    assert isinstance(data, YamlMap)
    return data


@cache
def labels() -> Labels:
    """Labels of single values about the student and the plan."""
    return Labels(_label_file()["labels"])


@cache
def goal_labels() -> Labels:
    return Labels(_label_file()["goal-labels"])


@cache
def service_labels() -> Labels:
    return Labels(_label_file()["service-labels"])
