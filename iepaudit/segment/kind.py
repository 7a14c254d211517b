"""What a document is: by its title first, then by the words and sections that only such a document has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from iepaudit.model.document import CHECKED, EMPTY, Line, Page
from iepaudit.model.iep import Kind
from iepaudit.resources import DataError, load_yaml, rules_root
from iepaudit.segment.known_labels import labels
from iepaudit.segment.words import key_of

TOP_LINES = 14
_PATTERN_WORDS = 2
_SURE_OTHER = 6  # points for words that hardly any IEP has
_FEW_OF_IEP = 5  # sections of an IEP that plans of other kinds have too: levels, goals, instruction, progress
CORE = frozenset(
    {"present-levels", "annual-goals", "special-education", "related-services", "nonparticipation", "placement",
     "supplementary-aids", "assessment", "esy", "special-factors", "impact", "progress-schedule",
     "postsecondary-goals", "transition-services"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class KindData:
    titles: tuple[tuple[tuple[str, ...], Kind], ...]  # words of the title, longest first
    patterns: tuple[tuple[re.Pattern[str], Kind], ...]  # the whole of a comparable title
    cues: tuple[tuple[str, int, Kind], ...]
    teaching: tuple[tuple[str, int], ...]  # phrases of texts that explain how plans are written


@dataclass(frozen=True, slots=True)
class Title:
    kind: Kind
    text: str
    points: float


@cache
def kind_data() -> KindData:
    path = rules_root() / "headings" / "kinds.yaml"
    data = load_yaml(path)
    data.only(("schema", "kinds", "teaching"))
    titles: list[tuple[tuple[str, ...], Kind]] = []
    patterns: list[tuple[re.Pattern[str], Kind]] = []
    cues: list[tuple[str, int, Kind]] = []
    kinds = data["kinds"]
    for name, entry in kinds.items():
        try:
            kind = Kind(name)
        except ValueError:
            raise DataError(f"unknown kind '{name}'", kinds.at(name)) from None
        entry.only(("titles", "patterns", "cues"))
        patterns += [(re.compile(str(own)), kind) for own in entry.get("patterns", ())]
        titles += [(tuple(key_of(str(t)).split()), kind) for t in entry["titles"]]
        cues += [(key_of(str(phrase)), int(points), kind) for phrase, points in entry.get("cues", ())]
    titles.sort(key=lambda pair: -len(pair[0]))
    teaching = tuple((key_of(str(phrase)), int(points)) for phrase, points in data["teaching"])
    return KindData(tuple(titles), tuple(patterns), tuple(cues), teaching)


def title_of(page: Page) -> Title | None:
    """The title among the first lines of a page (its running header included), or None."""
    lines = [*[r for r in page.running if r.box.top < page.height / 2], *page.lines[:TOP_LINES]]
    return title_among(lines, max((line.size for line in page.lines), default=0.0))


def title_among(lines: Sequence[Line], largest: float) -> Title | None:
    best: Title | None = None
    for position, line in enumerate(lines):
        if CHECKED in line.text or EMPTY in line.text or line.text.rstrip().endswith("."):
            continue
        for chunk in re.split(r"\s{3,}|\s[-–—|]\s", line.text):
            found = _title_in(chunk)
            if not found:
                continue
            phrase, kind, whole = found
            points = 2.0 * len(phrase) + 0.25 * (TOP_LINES - position) + (1.5 if whole else 0)
            if line.size >= largest - 0.1 and largest:
                points += 1.5
            if line.bold:
                points += 0.5
            if best is None or points > best.points:
                best = Title(kind, line.text.strip(), points)
    return best


def _title_in(text: str) -> tuple[tuple[str, ...], Kind, bool] | None:
    words = key_of(text).split()
    if not words or len(words) > 16:
        return None
    label = re.match(r"^([^:]{3,40}):\s*(?=\S|$)", text)
    if label and labels().name_of(label[1]):  # "Last Progress Report: 2026-10-30" is a date
        return None
    if label and _ANSWER.fullmatch(text[label.end() :]):  # "504 plan: No" answers a question of another document
        return None
    if label and not text[label.end() :]:
        label = None
    for phrase, kind in kind_data().titles:
        size = len(phrase)
        extra = len(words) - size
        if extra < 0 or (label and extra > 2):
            continue
        if (size == 1 and extra > 1) or (size == 2 and extra > 4) or extra > 8:
            continue
        for start in range(extra + 1):
            if tuple(words[start : start + size]) == phrase:
                # "Person-centered service plan" says more than the "service plan" in it.
                more = _by_pattern(words) if extra and kind is Kind.SERVICES_PLAN else None
                return more or (phrase, kind, extra == 0)
    return _by_pattern(words)  # a title of a list says more


def _by_pattern(words: Sequence[str]) -> tuple[tuple[str, ...], Kind, bool] | None:
    key = " ".join(words)
    found = next((kind for whole, kind in kind_data().patterns if whole.fullmatch(key)), None)
    return (tuple(words[:_PATTERN_WORDS]), found, True) if found else None


_ANSWER = re.compile(r"(?:yes|no|n/?a|none|not applicable|sí)\W*", re.IGNORECASE)


def cue_points(texts: Iterable[str]) -> dict[Kind, int]:
    """Points of each kind for the words of a document; a cue counts once."""
    whole = " ".join(key_of(text) for text in texts)
    points: dict[Kind, int] = {}
    for phrase, value, kind in kind_data().cues:
        if phrase in whole:
            points[kind] = points.get(kind, 0) + value
    return points


def teaches(texts: Iterable[str]) -> bool:
    """Whether the words are those of a text on how plans are written; only such a text has several of the phrases."""
    whole = f" {' '.join(key_of(text) for text in texts)} "
    return sum(points for phrase, points in kind_data().teaching if f" {phrase} " in whole) >= 5


_NAMES = {
    Kind.IEP: "an IEP",
    Kind.BLANK_FORM: "a blank IEP form",
    Kind.PLAN_504: "a Section 504 plan",
    Kind.EVALUATION_REPORT: "an evaluation or eligibility report",
    Kind.PROGRESS_REPORT: "a progress report",
    Kind.BEHAVIOR_PLAN: "a behavior plan",
    Kind.PRIOR_WRITTEN_NOTICE: "a prior written notice",
    Kind.MEETING_NOTICE: "a meeting notice",
    Kind.IFSP: "an Individualized Family Service Plan (birth to three)",
    Kind.SERVICES_PLAN: "a private-school services plan",
    Kind.AMENDMENT: "an IEP amendment",
    Kind.SUMMARY_OF_PERFORMANCE: "a summary of performance",
    Kind.OTHER: "not an IEP",
    Kind.UNREADABLE: "not readable",
}


def kind_name(kind: Kind) -> str:
    """A kind as a parent would say it."""
    return _NAMES[kind]


# Letters of a page or two, whose names stand in the titles of whole plans as well ("IEP / Notice of Case Conference").
_SHORT = frozenset({Kind.MEETING_NOTICE, Kind.PRIOR_WRITTEN_NOTICE})


def decide(title: Title | None, cues: dict[Kind, int], core: frozenset[str]) -> tuple[Kind, str]:
    """(kind, plain sentence): by title, cues and the core sections found. Blank forms are told apart later."""
    best_cue = max(cues, key=lambda k: cues[k], default=None)
    if title:
        if title.kind is Kind.SERVICES_PLAN and best_cue is Kind.OTHER and cues[best_cue] >= _SURE_OTHER:
            return Kind.OTHER, f'Its title is "{title.text}", but its words are those of another kind of plan.'
        if title.kind is Kind.IEP and best_cue in (Kind.SERVICES_PLAN, Kind.IFSP) and cues[best_cue] >= 5:
            return best_cue, f'Its title is "{title.text}", but its text is that of {kind_name(best_cue)}.'
        if title.kind is Kind.IEP and len(core) < 2 and best_cue and cues[best_cue] >= 5:
            return best_cue, f'Its title is "{title.text}", but its text is that of {kind_name(best_cue)}.'
        if title.kind is not Kind.IEP and len(core) >= 6 and (title.points < 8 or title.kind in _SHORT):
            return Kind.IEP, f"It has {len(core)} of the sections that an IEP has."
        return title.kind, f'Its title is "{title.text}".'
    if best_cue is Kind.OTHER and cues[best_cue] >= _SURE_OTHER and len(core) <= _FEW_OF_IEP:
        return Kind.OTHER, "Its words are those of another kind of plan."
    if best_cue and cues[best_cue] >= 4 and len(core) < 3:
        return best_cue, f"Its words are those of {kind_name(best_cue)}."
    if len(core) >= 3 or (len(core) == 2 and "annual-goals" in core):
        return Kind.IEP, f"It has {len(core)} of the sections that an IEP has."
    if best_cue and cues[best_cue] >= 4:
        return best_cue, f"Its words are those of {kind_name(best_cue)}."
    return Kind.OTHER, "No title or sections of an IEP were found in it."
