"""Ways of teaching that a form asks for beside each goal, in a plan that lists its services elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence

from iepaudit.parse.dates import find_dates
from iepaudit.parse.measures import read_measure
from iepaudit.parse.service_fields import ServiceDraft
from iepaudit.parse.service_places import place_in

_ASKS_HOW = re.compile(r"(?:specially[- ]designed instruction|specialized instruction|SDI)\b[^:]{0,40}:", re.IGNORECASE)
_LONGEST_NAME = 5  # words
_HOW_MUCH = frozenset({"amount", "frequency"})


def without_methods(drafts: Sequence[ServiceDraft]) -> list[ServiceDraft]:
    """The services without those lines under "Specially designed instruction" that tell at length how a child is
    taught ("Explicit instruction in syllable types; repeated reading"), and not how often, where or when, if the
    plan says in a table how much instruction is given."""
    listed = any(d.category == "special-education" and _HOW_MUCH & d.parts.keys() for d in drafts)
    return [d for d in drafts if not (listed and _tells_how(d))]


def _tells_how(draft: ServiceDraft) -> bool:
    asked = _ASKS_HOW.match(draft.text)
    said = draft.text[asked.end() :] if asked else ""
    measure = read_measure(said)
    told = draft.parts or draft.weekly or measure.amount or measure.frequency or find_dates(said) or place_in(said)
    return len(said.split()) > _LONGEST_NAME and not told
