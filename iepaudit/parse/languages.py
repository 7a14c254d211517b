"""Parts of a plan in another language: what was not found in them may be worded in ways that are not known.

Spanish is read, but with fewer words than English: what a Spanish part holds counts, and what is not found in it is
open. Text in any other language is not read at all.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any, TypeVar

from iepaudit.model.field import Field, FieldState, unclear
from iepaudit.model.goal import DOUBTFUL_WORDS
from iepaudit.model.iep import Goal, Iep, Section
from iepaudit.parse.patterns import names, pattern
from iepaudit.parse.service_unread import in_doubt

ENGLISH, SPANISH = "English", "Spanish"
OTHER = "another language than English"
_FEW_WORDS = 6  # fewer tell no language
_FOREIGN_LETTERS = 0.3  # share of the letters of a text
_COMMON = 0.12  # share of the words of a text that are common ones of its language
_MOST = 0.4  # share of the words of a plan from which on the plan is in that language
_WORD = re.compile(r"[^\W\d_]+")

T = TypeVar("T")


def language_of(text: str) -> str:
    """ "Spanish", "Vietnamese" ...; "another language than English" for other letters; "" for English, and for text too
    short to tell."""
    if not text.isascii():
        letters = [c for c in text if c.isalpha()]
        foreign = sum(not unicodedata.name(c, "LATIN").startswith("LATIN") for c in letters)
        if foreign > _FOREIGN_LETTERS * len(letters):
            return OTHER
    words = len(_WORD.findall(text))
    if words < _FEW_WORDS:
        return ""
    counts = {name: sum(1 for _ in pattern("languages", name).finditer(text)) for name in names("languages")}
    best = max(counts, key=lambda name: counts[name])
    sure = counts[best] >= max(2, _COMMON * words) and counts[best] > 2 * counts[ENGLISH]
    return best if sure and best != ENGLISH else ""


def open_in_other_languages(iep: Iep) -> Iep:
    """The plan with what is missing in parts of another language open, not absent; the same object when all of it is
    in English."""
    told = {id(s): language_of(s.filled_text) for s in iep.sections}
    if not any(told.values()) and not any(language_of(g.text) for g in iep.goals or ()):
        return iep
    whole = _of_plan(iep.sections, told)
    if whole == SPANISH:  # of the whole plan, and so of each part
        told = {section: "" if own == SPANISH else own for section, own in told.items()}
    return _Open(told, whole).plan(iep)


def _of_plan(sections: Sequence[Section], told: dict[int, str]) -> str:
    """The language of the larger part of a plan, "" for English."""
    counts: Counter[str] = Counter()
    for section in sections:
        counts[told[id(section)]] += len(section.filled_text)
    foreign = {name: n for name, n in counts.items() if name}
    if not foreign or sum(foreign.values()) < _MOST * counts.total():
        return ""
    return max(foreign, key=lambda name: foreign[name])


def why_open(language: str, what: str = "it") -> str:
    """Why nothing is said to be missing of `what` is written in `language`."""
    if language == SPANISH:
        return f"{what} is written in Spanish, which is read with fewer words than English"
    return f"{what} is written in {language}, which this program does not read"


class _Open:
    """`told`: the language of each section by its id; `whole`: of the plan."""

    def __init__(self, told: dict[int, str], whole: str) -> None:
        self._told = told
        self._whole = whole

    def plan(self, iep: Iep) -> Iep:
        whole = self._whole
        services = self._of_sections(iep, "special-education", "related-services")
        unread = why_open(services) if services else ""
        after_school = iep.transition and replace(
            self._opened(iep, iep.transition, "postsecondary-goals", "transition-services", "transition-assessment",
                         "course-of-study"),
            goals=tuple(map(_goal, iep.transition.goals)),
        )  # fmt: skip
        return replace(
            iep,
            sections=tuple(map(self._section, iep.sections)),
            goals=iep.goals and tuple(map(_goal, iep.goals)),
            services=in_doubt(iep.services, unread) if iep.services and unread else iep.services,
            services_unread=iep.services_unread or unread,
            placement=self._opened(iep, iep.placement, "nonparticipation", "placement"),
            transition=after_school,
            progress_schedule=self._one(iep, iep.progress_schedule, "progress-schedule"),
            progress_method=self._one(iep, iep.progress_method, "progress-method"),
            partial=iep.partial or (why_open(whole, "this plan") if whole not in ("", SPANISH) else ""),
            language=whole,
        )

    def _of_sections(self, iep: Iep, *keys: str) -> str:
        return next((told for s in iep.sections_of(*keys) if (told := self._told[id(s)])), "")

    def _section(self, section: Section) -> Section:
        told = self._told[id(section)]
        return replace(section, doubtful=section.doubtful or why_open(told)) if told else section

    def _opened(self, iep: Iep, item: T, *keys: str) -> T:
        held: Any = item
        changed = {
            f.name: self._one(iep, v, *keys) for f in fields(held) if isinstance(v := getattr(held, f.name), Field)
        }
        result: T = replace(held, **changed)
        return result

    def _one(self, iep: Iep, found: Field[str], *keys: str) -> Field[str]:
        told = self._of_sections(iep, *keys)
        if not told or found.state not in (FieldState.BLANK, FieldState.TEMPLATE):
            return found
        return unclear(why_open(told), found.place)


def _goal(goal: Goal) -> Goal:
    """A goal in a language that is not read cannot be said to lack anything."""
    told = language_of(goal.text)
    if not told or told == SPANISH:
        return goal
    analysis = replace(goal.analysis, flags=goal.analysis.flags | {DOUBTFUL_WORDS})
    return replace(goal, analysis=analysis)
