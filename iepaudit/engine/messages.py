"""Fills the sentences of a rule with what was seen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from iepaudit.engine.context import Context, label_of, main_leaf
from iepaudit.engine.facts import Node
from iepaudit.model.field import Place
from iepaudit.rulepack.paths import Path, parse_path
from iepaudit.rulepack.read_rule import PLACEHOLDER

MAX_LABELS = 6
MAX_QUOTED = 4  # more quotes in one sentence are not read
NOT_STATED = "(not stated)"


@dataclass(frozen=True, slots=True)
class Seen:
    """One item (or the whole document) on which a rule came to the same answer."""

    key: str
    node: Node | None
    label: str
    match: str
    detail: str
    places: tuple[Place, ...]
    looked: tuple[str, ...]
    reasons: tuple[str, ...]


def joined(words: Sequence[str], limit: int = MAX_LABELS, last: str = "and", mark: str = "") -> str:
    """'Goal 1, Goal 2 and 3 more'. With the quotation mark that stands around the whole, each word has its own."""
    unique = list(dict.fromkeys(words))
    if len(unique) > limit:
        unique = [*unique[: limit - 1], f"{len(unique) - limit + 1} more"]
    first = f"{mark}, {mark}".join(unique[:-1])
    return f"{mark} {last} {mark}".join(part for part in (first, *unique[-1:]) if part)


def fill(text: str, seen: Sequence[Seen], context: Context, variable: str) -> str:
    """The sentence with its placeholders filled for all of `seen`."""
    first = seen[0]
    pages = sorted({p.page for s in seen for p in s.places})
    as_of = context.facts.root.fields["dates"]
    special = {
        "matches": joined([f'"{s.match}"' for s in seen if s.match], 4),
        "labels": joined([s.label for s in seen]),
        "label": first.label,
        "count": str(len(seen)),
        "detail": "; ".join(list(dict.fromkeys(s.detail for s in seen if s.detail))[:4]),
        "searched": context.facts.searched_short,
        "page": str(pages[0]) if pages else "?",
        "pages": joined([str(p) for p in pages]),
    }

    def value(name: str, mark: str) -> str:
        if name == "as_of":
            name = "dates.as_of"
        if name == "match":
            return joined(list(dict.fromkeys(s.match for s in seen if s.match))[:MAX_QUOTED], mark=mark) or NOT_STATED
        if name in special:
            return special[name] or NOT_STATED
        path = parse_path(name)
        if not variable or path.steps[0].name != variable:
            return joined(texts_at(path)) or NOT_STATED
        # The same sentence for several goals or rows names what each of them says.
        found: list[str] = []
        for item in seen[:8]:
            assert item.node is not None
            context.variables = {variable: (item.key, item.node)}
            found += texts_at(path)
        context.variables = {}
        return joined(list(dict.fromkeys(found))[:MAX_QUOTED], last="or", mark=mark) or NOT_STATED

    def texts_at(path: Path) -> list[str]:
        nodes = context.find(path).nodes
        texts = [leaf.text or label_of(key, node) for key, node in nodes if (leaf := main_leaf(node)) and leaf.filled]
        return [" ".join(t.split())[:120] for t in texts]

    assert as_of is not None
    return PLACEHOLDER.sub(lambda found: value(found[1], _mark_around(text, found)), text)


def _mark_around(text: str, placeholder: re.Match[str]) -> str:
    """The quotation mark between which a placeholder stands, "" when it stands in the open."""
    before, after = text[: placeholder.start()][-1:], text[placeholder.end() :][:1]
    return '"' if before == after == '"' else ""
