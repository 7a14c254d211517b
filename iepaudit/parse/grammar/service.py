"""Services of a school, which are not what a child will do."""

from __future__ import annotations

import re

from iepaudit.parse.grammar.lexicon import pattern

_SERVICE = re.compile(
    r"(?:the\s+|his\s+|her\s+|their\s+|a\s+|an\s+|\d+\s+(?:minutes?|hours?)\s+(?:of\s+|per\s+\w+\s+of\s+)?|in\s+|weekly\s+|daily\s+|regular\s+|individual\s+|group\s+|school-based\s+|one-on-one\s+|direct\s+)*"
)


def is_service(rest: str) -> bool:
    """True when what follows the verb is a service of the school."""
    rest = rest.strip()
    lead = _SERVICE.match(rest)
    tail = rest[lead.end() :] if lead else rest
    found = pattern("service-words").search(tail[:60])
    if not found:
        return False
    between = tail[: found.start()].split()
    after = tail[found.end() :].strip()
    return len(between) <= 3 and not after.startswith(
        ("activities", "games", "tasks", "room", "discussion", "with peers")
    )
