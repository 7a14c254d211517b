"""Questions and rows inside of the special factors that use the words of other parts, and open none of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from iepaudit.segment.blocks import Raw
from iepaudit.segment.known_headings import HeadingMatch
from iepaudit.segment.label import BOXES

_SERVICES = frozenset({"special-education", "related-services"})
# "For a child who ..., does he need a special education service for ...?"
_ASKED = re.compile(r"(?:^|, )(?:do(?:es)?|did|is|are|will|can|has|have|should)\b[^?]*\?\W*$", re.IGNORECASE)
_ANSWER = re.compile(rf"\s*[{BOXES}]\s*(?:yes|no|s[ií]|y|n)\b", re.IGNORECASE)


def is_considered(match: HeadingMatch, raws: Sequence[Raw], position: int) -> bool:
    """Whether a heading inside of the special factors is one of the things that the team considers: with boxes for yes
    and no behind it; help with behavior, as a question or in a row with its answer beside it, is as well."""
    line, *after = (raw.first for raw in raws[position : position + 2])
    beside = any((b.page, b.table, b.row) == (line.page, line.table, line.row) for b in after)
    asked = (line.table is not None and beside) or "?" in raws[position].text
    answered = any(_ANSWER.match(raw.text) for raw in raws[position + 1 : position + 2])
    if match.key == "special-factors" or (match.key == "behavior" and asked):
        return True
    return not match.whole and (match.key == "present-levels" or answered)


def asks_for_services(match: HeadingMatch, text: str) -> bool:
    """Whether a line asks whether services are needed, as special factors and placement do."""
    return match.key in _SERVICES and not match.whole and bool(_ASKED.search(text))
