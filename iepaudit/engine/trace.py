"""How a check came to its answer: a tree, for `why` and for evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from iepaudit.engine.truth import Truth
from iepaudit.model.field import Place

EVERYWHERE = "*"  # in `looked`: the whole document, spelled out when a result is made

ELSEWHERE = "the answer may be elsewhere"  # a reason that says nothing more than "not certain"
IN_LIST = ("some in ", "every in ", "none in ", "count in ")  # labels of checks on the items of a list


@dataclass(frozen=True, slots=True)
class Trace:
    """One node. `label` is the check as written, `detail` what it met, `looked` where something was not found."""

    label: str
    truth: Truth
    detail: str = ""
    match: str = ""
    places: tuple[Place, ...] = ()
    looked: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()  # why unsure
    children: tuple[Trace, ...] = ()

    def walk(self) -> Iterator[Trace]:
        """This node and all below it, parents first."""
        yield self
        for child in self.children:
            yield from child.walk()


def render(node: Trace, depth: int = 0) -> Iterator[str]:
    """Lines of text, two spaces deeper for each level."""
    detail = f": {node.detail}" if node.detail else ""
    yield f"{'  ' * depth}[{node.truth.word}] {node.label}{detail}"
    for child in node.children:
        yield from render(child, depth + 1)
