"""What a check needs while it runs: the facts, the variables in scope, and a budget that bounds its cost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from iepaudit.engine.facts import Facts, Group, Leaf, Many, Node
from iepaudit.model.errors import IepauditError
from iepaudit.rulepack.lexicons import Lexicon
from iepaudit.rulepack.paths import Path
from iepaudit.rulepack.patterns import MAX_TEXT, size_of

MAX_STEPS = 200_000  # checks and thousands of characters searched, per rule and document


MAX_WORK = 4_000_000_000  # characters searched x instructions of the pattern, per rule and document: a minute at worst
LEXICON_SIZE = 1000  # a lexicon counts as no more: words need far less work than their number


class RuleTooCostly(IepauditError):
    """A rule that would take too long on this document."""


@dataclass(frozen=True, slots=True)
class Found:
    """What stands at a path: `nodes` with their keys; `unknown` when a list on the way was never found; `open` when
    more may stand where it could not be read."""

    nodes: tuple[tuple[str, Node], ...]
    unknown: str = ""
    open: str = ""


@dataclass
class Context:
    facts: Facts
    lexicons: Mapping[str, Lexicon]
    variables: dict[str, tuple[str, Node]] = field(default_factory=dict)
    complete: bool = False  # try every branch, for `why`; otherwise stop when the answer is known
    steps: int = 0
    work: int = 0

    def search(self, text: str, patterns: Iterable[str], lexicons: int = 0) -> None:
        """Counts the cost of searching `text` with patterns, the first of which are `lexicons`."""
        for index, pattern in enumerate(patterns):
            size = size_of(pattern)
            self.work += min(len(text), MAX_TEXT) * (min(size, LEXICON_SIZE) if index < lexicons else size)
            self.spend(1 + len(text) // 1000)
        if self.work > MAX_WORK:
            raise RuleTooCostly("its patterns need more work than a rule may take on one document")

    def spend(self, cost: int) -> None:
        """Raises RuleTooCostly when the budget of the rule is used up."""
        self.steps += cost
        if self.steps > MAX_STEPS:
            raise RuleTooCostly("it needs more steps than a rule may take on one document")

    def find(self, path: Path) -> Found:
        """Every node at `path`, each with its key, such as `goals[1].criterion`."""
        here: list[tuple[str, Node]] = [("", self.facts.root)]
        unknown = open_ = ""
        for index, step in enumerate(path.steps):
            following: list[tuple[str, Node]] = []
            for key, node in here:
                if index == 0 and step.name in self.variables:
                    child_key, child = self.variables[step.name]
                else:
                    assert isinstance(node, Group)
                    child_key, child = (f"{key}.{step.name}" if key else step.name), node.fields[step.name]
                if not step.each:
                    following.append((child_key, child))
                    continue
                assert isinstance(child, Many)
                if child.items is None:
                    unknown = unknown or child.why or "the list was not found"
                else:
                    following += [(f"{child_key}[{n}]", item) for n, item in enumerate(child.items)]
                open_ = open_ or child.why_open
            here = following
            self.spend(len(here))
        self.spend(1)
        return Found(tuple(here), unknown, open_)


def main_leaf(node: Node) -> Leaf | None:
    """The leaf that stands for a node; None for lists and for groups that no field stands for."""
    if isinstance(node, Leaf):
        return node
    if isinstance(node, Group) and node.main:
        child = node.fields[node.main]
        return child if isinstance(child, Leaf) else None
    return None


def label_of(key: str, node: Node) -> str:
    """The name of a node for a person, or its key."""
    if isinstance(node, Group) and node.label:
        found = node.fields.get(node.label)
        if isinstance(found, Leaf) and found.text:
            return found.text
    return key
