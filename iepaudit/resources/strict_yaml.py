"""YAML as data only: strings, whole and decimal numbers, true and false, lists and maps.

No dates, no `yes`/`no`, no octal or base-60 numbers, no anchors, aliases, tags or duplicate keys: what looks like
one of these is a string, or an error with line and column. Values remember where they stood.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

from iepaudit.model.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_BYTES = 2_000_000
MAX_DEPTH = 40

_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,15})\Z")
# Anchors, aliases and tags start a token with one of these; texts without them need no second look.
_MARKUP = re.compile(r"(?:^|[\s\[{,])(?:[&*][^\s,\]}]|!)", re.MULTILINE)
_BRACKETS = re.compile(r"[\[\]{}]")
_DEEP_BLOCK = re.compile(r"^(?: {41}|(?:[-?:] *){10})", re.MULTILINE)
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,15})\.[0-9]{1,15}\Z")


@dataclass(frozen=True, slots=True)
class Mark:
    """A position in a file; line and column count from 1."""

    source: str
    line: int
    column: int
    excerpt: str = ""

    def __str__(self) -> str:
        return f"{self.source}:{self.line}:{self.column}"


class DataError(UsageError):
    """A data file that cannot be used. `mark` says where; `str()` has file, line, column, excerpt and what to do."""

    def __init__(self, message: str, mark: Mark | None = None) -> None:
        self.message = message
        self.mark = mark
        text = f"{mark}: {message}" if mark else message
        if mark and mark.excerpt:
            text += f"\n    {mark.excerpt}"
        super().__init__(text)


class YamlMap(dict[str, Any]):
    """A map with its own position and that of each key's value."""

    mark: Mark
    marks: dict[str, Mark]

    def at(self, key: str) -> Mark:
        return self.marks.get(key, self.mark)

    def only(self, allowed: Iterable[str]) -> None:
        """Raises DataError at the first key that is not in `allowed`, with the nearest one as a suggestion."""
        known = list(allowed)
        for key in self:
            if key not in known:
                raise DataError(f"unknown key '{key}'{did_you_mean(key, known)}", self.at(key))


class YamlList(list[Any]):
    """A list with its own position and that of each item."""

    mark: Mark
    marks: list[Mark]


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """ ", did you mean 'x'?" or ""."""
    close = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f", did you mean '{close[0]}'?" if close else ""


def load_yaml(path: Path) -> Any:
    """The value of a YAML file; raises DataError when it cannot be read or breaks the rules above."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise DataError(f"{path}: could not be read ({error.strerror})") from None
    if len(raw) > MAX_BYTES:
        raise DataError(f"{path}: larger than {MAX_BYTES // 1_000_000} MB")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise DataError(f"{path}: is not UTF-8 text") from None
    return parse_yaml(text, str(path))


def parse_yaml(text: str, source: str) -> Any:
    """The value of YAML text; `source` names it in errors. Empty text gives an empty map."""
    import yaml

    loader_class = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    lines = text.splitlines()

    def mark(at: Any) -> Mark:
        line = at.line if at is not None else 0
        excerpt = lines[line].rstrip()[:160] if line < len(lines) else ""
        return Mark(source, line + 1, (at.column if at is not None else 0) + 1, excerpt)

    try:
        loader = loader_class(text)
        try:
            depth = 0
            for event in yaml.parse(text, Loader=loader_class) if _MARKUP.search(text) or _may_be_deep(text) else ():
                depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
                if depth > MAX_DEPTH:
                    raise DataError("nested too deeply", mark(event.start_mark))
                if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                    raise DataError("anchors and aliases are not allowed; write the value out", mark(event.start_mark))
                tag = getattr(event, "tag", None)
                if tag and not isinstance(event, yaml.DocumentStartEvent):
                    raise DataError(f"tags such as '{tag}' are not allowed", mark(event.start_mark))
            node = loader.get_single_node()
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        problem = error.problem or "cannot be read as YAML"
        raise DataError(problem, mark(error.problem_mark or error.context_mark)) from None
    except yaml.YAMLError as error:
        raise DataError(f"{source}: {error}") from None
    except RecursionError:
        raise DataError(f"{source}: nested too deeply") from None
    if node is None:
        empty = YamlMap()
        empty.mark, empty.marks = Mark(source, 1, 1), {}
        return empty
    return _build(node, mark, 0)


def _may_be_deep(text: str) -> bool:
    """Whether the text could nest more deeply than allowed. The C composer recurses without a limit of its own, so this
    is asked before it runs."""
    open_ = 0
    for bracket in _BRACKETS.finditer(text):
        open_ += 1 if bracket.group() in "[{" else -1
        if open_ > MAX_DEPTH // 2:
            return True
    return bool(_DEEP_BLOCK.search(text))


def _build(node: Any, mark: Any, depth: int) -> Any:
    if depth > MAX_DEPTH:
        raise DataError("nested too deeply", mark(node.start_mark))
    if node.id == "mapping":
        result = YamlMap()
        result.mark, result.marks = mark(node.start_mark), {}
        for key_node, value_node in node.value:
            if key_node.id != "scalar":
                raise DataError("a key must be a plain word", mark(key_node.start_mark))
            key = key_node.value
            if key in result:
                raise DataError(f"duplicate key '{key}'", mark(key_node.start_mark))
            result[key] = _build(value_node, mark, depth + 1)
            result.marks[key] = mark(value_node.start_mark)
        return result
    if node.id == "sequence":
        items = YamlList(_build(child, mark, depth + 1) for child in node.value)
        items.mark, items.marks = mark(node.start_mark), [mark(child.start_mark) for child in node.value]
        return items
    return _scalar(node)


def _scalar(node: Any) -> str | int | float | bool:
    text: str = node.value
    if node.style:  # quoted or block: a string, whatever it looks like (plain is None or "", by loader)
        return text
    if text in ("true", "false"):
        return text == "true"
    if _INTEGER.match(text):
        return int(text)
    if _DECIMAL.match(text):
        return float(text)
    return text
