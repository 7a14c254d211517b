"""What rules may speak about, as lines of text for authors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from iepaudit.rulepack.compile import CHECKS
from iepaudit.rulepack.expr import FUNCTIONS
from iepaudit.rulepack.vocabulary import SECTION, VOCABULARY, GroupType, LeafType, ManyType, NodeType


def vocabulary_lines() -> Iterator[str]:
    """Every path with its kind, then the checks and the functions."""
    yield "Paths"
    yield from _lines("", VOCABULARY)
    yield ""
    yield f"Checks: {', '.join(CHECKS)}"
    yield ""
    yield "Functions for call"
    for name, function in sorted(FUNCTIONS.items()):
        arguments = f" ({', '.join(function.arguments)})" if function.arguments else ""
        yield f"  {name}{arguments}: {function.help}"


def _lines(prefix: str, node: NodeType) -> Iterator[str]:
    if isinstance(node, LeafType):
        yield f"  {prefix}: {node.kind.value}{f' ({node.help})' if node.help else ''}"
    elif isinstance(node, ManyType):
        yield from _lines(f"{prefix}[*]", node.item)
    elif isinstance(node, GroupType):
        yield from _group(prefix, node.fields)


def _group(prefix: str, fields: Mapping[str, NodeType]) -> Iterator[str]:
    keys = [name for name, node in fields.items() if node is SECTION]
    if len(keys) > 1:  # the sections look alike: once is enough
        yield from _lines(f"{prefix}.KEY", SECTION)
        yield f"    where KEY is one of {', '.join(keys)}"
    for name, node in fields.items():
        if len(keys) < 2 or node is not SECTION:
            yield from _lines(f"{prefix}.{name}" if prefix else name, node)
