"""Words beside the goals that were not understood, so that nothing can be said to be missing there.

A form may print "Growth by looking" where others print "Method of measurement". As long as no goal of a plan has a
method, and most have such words beside them, the method may be what stands there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from iepaudit.model.document import CHECKED
from iepaudit.parse.dates import only_dates
from iepaudit.parse.goal_event import Event
from iepaudit.parse.patterns import pattern
from iepaudit.segment.known_headings import headings
from iepaudit.segment.known_labels import goal_labels, labels
from iepaudit.segment.prompts import is_prompt

NOT_UNDERSTOOD = "some words beside the goals were not understood"
_LEAST_WORDS = 3  # of words that have no label
_LABEL_WORDS = 8
_FIGURE = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]{2,}")

_MAY_BE: Mapping[str, Callable[[str], bool]] = {
    "baseline": lambda text: bool(_FIGURE.search(text)) or len(text.split()) >= _LEAST_WORDS,
    "criterion": lambda text: bool(_FIGURE.search(text)),
    "method": lambda text: bool(_WORD.search(text)),
}


def not_understood(unread: Sequence[Sequence[Event]]) -> frozenset[str]:
    """The parts of a goal (baseline, criterion, method) that may stand in what was left `unread` of each goal: in
    words beside half of the goals and more."""
    said = [[event.value for event in _answers(own)] for own in unread]
    return frozenset(
        name
        for name, may_be in _MAY_BE.items()
        if said and 2 * sum(any(may_be(text) for text in own) for own in said) >= len(said)
    )


def _answers(unread: Sequence[Event]) -> Iterator[Event]:
    """What somebody wrote, with an unknown label or beneath one, or at some length."""
    before = Event("", "", unread[0].place) if unread else None
    for above, event in pairwise([before, *unread]):
        assert above is not None and event is not None
        text = event.value.partition(":")[2].strip() if event.label and event.name == "?" else event.value
        label = event.label or (above.value if not above.label and _is_label(above.value) else "")
        if only_dates(text) or not _is_said(text) or (label and _of_other(label)) or _of_other(text):
            continue
        if label or len(text.replace(CHECKED, "").split()) >= _LEAST_WORDS:
            yield event


def _is_said(text: str) -> bool:
    return any(map(str.isalnum, text)) and not text.rstrip().endswith((":", "?")) and not is_prompt(text)


def _is_label(text: str) -> bool:
    return 0 < len(text.split()) <= _LABEL_WORDS and not text.rstrip().endswith((".", ";"))


def _of_other(text: str) -> bool:
    """Whether words name something else than a part of a goal: a fact of the cover, a standard, a progress key."""
    head = text.partition(":")[0]
    if labels().name_of(head) or goal_labels().name_of(head) or headings().match(head):
        return True
    return pattern("goal-labels", "of-other").search(head if len(head.split()) <= _LABEL_WORDS else text) is not None
