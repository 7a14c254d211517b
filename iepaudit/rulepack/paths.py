"""Paths such as `goals[*].criterion` or `goal.text`, and their types."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from iepaudit.resources.strict_yaml import did_you_mean
from iepaudit.rulepack.vocabulary import VOCABULARY, GroupType, LeafType, ManyType, NodeType

_PART = re.compile(r"([A-Za-z_][A-Za-z0-9_-]*)(\[\*\])?\Z")


MAX_PATH = 200


class PathError(Exception):
    """A path that leads nowhere; `str()` says which part, with a suggestion."""


@dataclass(frozen=True, slots=True)
class Step:
    name: str
    each: bool  # followed by [*]


@dataclass(frozen=True, slots=True)
class Path:
    """`text` as written; the first step is a variable of `for_each`, `some`, ..., or a part of the plan."""

    text: str
    steps: tuple[Step, ...]

    def __str__(self) -> str:
        return self.text


def paths_in(part: Any) -> Iterator[Path]:
    """Every path inside an expression."""
    if isinstance(part, Path):
        yield part
    elif isinstance(part, tuple):
        for item in part:
            yield from paths_in(item)
    elif is_dataclass(part):
        for field in fields(part):
            yield from paths_in(getattr(part, field.name))


def parse_path(text: str) -> Path:
    """The path; raises PathError when it is not written like one."""
    steps = []
    if len(text) > MAX_PATH:
        raise PathError(f"a path has at most {MAX_PATH} characters")
    for part in text.split("."):
        found = _PART.match(part)
        if not found:
            raise PathError(f"'{text}' is not a path such as goals[*].criterion")
        steps.append(Step(found[1], bool(found[2])))
    return Path(text, tuple(steps))


def type_of(path: Path, variables: Mapping[str, NodeType]) -> NodeType:
    """What stands at `path`; raises PathError at the first step that is unknown."""
    here: NodeType = VOCABULARY
    for index, step in enumerate(path.steps):
        if index == 0 and step.name in variables:
            here = variables[step.name]
        else:
            here = _child(here, step.name, path, list(variables) if index == 0 else [])
        if step.each:
            if not isinstance(here, ManyType):
                raise PathError(f"'{path}': {step.name} is no list, so [*] does not fit")
            here = here.item
    return here


def _child(here: NodeType, name: str, path: Path, variables: list[str]) -> NodeType:
    if isinstance(here, ManyType):
        raise PathError(f"'{path}': write [*] before .{name}, since it is one of a list")
    if isinstance(here, LeafType) or name not in here.fields:
        known = [*here.fields, *variables] if isinstance(here, GroupType) else variables
        close = did_you_mean(name, known) or "; `iepaudit rules vocabulary` shows what there is"
        raise PathError(f"'{path}': nothing is called '{name}' here{close}")
    return here.fields[name]
