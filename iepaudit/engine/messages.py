"""Fills the sentences of a rule with what was seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from iepaudit.engine.context import Context, label_of, main_leaf
from iepaudit.engine.facts import Node
from iepaudit.model.field import Place
from iepaudit.rulepack.paths import Path, parse_path
from iepaudit.rulepack.read_rule import PLACEHOLDER

MAX_LABELS = 6
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


def joined(words: Sequence[str], limit: int = MAX_LABELS) -> str:
    """'Goal 1, Goal 2 and 3 more'."""
    unique = list(dict.fromkeys(words))
    if len(unique) > limit:
        unique = [*unique[: limit - 1], f"{len(unique) - limit + 1} more"]
    if len(unique) < 2:
        return "".join(unique)
    return f"{', '.join(unique[:-1])} and {unique[-1]}"


def fill(text: str, seen: Sequence[Seen], context: Context, variable: str) -> str:
    """The sentence with its placeholders filled for all of `seen`."""
    first = seen[0]
    pages = sorted({p.page for s in seen for p in s.places})
    as_of = context.facts.root.fields["dates"]
    special = {
        "match": '", "'.join(list(dict.fromkeys(s.match for s in seen if s.match))[:4]),
        "matches": joined([f'"{s.match}"' for s in seen if s.match], 4),
        "labels": joined([s.label for s in seen]),
        "label": first.label,
        "count": str(len(seen)),
        "detail": "; ".join(list(dict.fromkeys(s.detail for s in seen if s.detail))[:4]),
        "searched": context.facts.searched_short,
        "page": str(pages[0]) if pages else "?",
        "pages": joined([str(p) for p in pages]),
    }

    def value(name: str) -> str:
        if name == "as_of":
            name = "dates.as_of"
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
        return '" or "'.join(list(dict.fromkeys(found))[:4]) or NOT_STATED

    def texts_at(path: Path) -> list[str]:
        nodes = context.find(path).nodes
        texts = [leaf.text or label_of(key, node) for key, node in nodes if (leaf := main_leaf(node)) and leaf.filled]
        return [" ".join(t.split())[:120] for t in texts]

    assert as_of is not None
    return PLACEHOLDER.sub(lambda found: value(found[1]), text)
