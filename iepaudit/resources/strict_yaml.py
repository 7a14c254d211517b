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

MAX_BYTES = 500_000  # ten times the longest file that comes with iepaudit; a value costs a kilobyte of memory
MAX_DEPTH = 40

_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,15})\Z")
# Anchors, aliases and tags start a token with one of these; texts without them need no second look.
_MARKUP = re.compile(r"(?:^|[\s\[{,])(?:[&*][^\s,\]}]|!)", re.MULTILINE)
_BRACKETS = re.compile(r"[\[\]{}]")
_DEEP_BLOCK = re.compile(r"^(?: {41}|[ \t]*(?:[-?:][ \t]*){10})", re.MULTILINE)
MAX_EXCERPT = 120  # characters
MAX_MESSAGE = 600  # characters
# What the YAML reader says -> what an author did to get there.
_QUOTE = "look for a quote that ends early (inside single quotes an apostrophe is written twice: '')"
_HINTS = (
    ("unknown escape", "in double quotes a backslash starts an escape; write patterns in single quotes"),
    ("tab character", "indent with spaces, never with tabs"),
    ("cannot start any token", "put text that starts with a special character, or has a tab before it, in quotes"),
    ("mapping values are not allowed", "a colon and a space start a new key; put text that holds them in quotes"),
    ("another document", "a file is one document; leave out the line ---"),
    ("end of stream", "a quote or a bracket is opened and never closed"),
    ("could not find expected ':'", "a key needs a colon and a space; look for a line that is not indented enough"),
    ("expected ',' or", "a list or map in brackets is not closed, or its text needs quotes"),
    ("expected '-' indicator", "this line is indented otherwise than the lines above that it belongs to"),
    ("expected key", f"{_QUOTE}, text that starts with {{ or [ and needs quotes, or wrong indentation"),
    ("expected <block end>", f"{_QUOTE}, or wrong indentation"),
)
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
        self.message = message = shortened(message, MAX_MESSAGE)  # it may quote what a file holds
        self.mark = mark
        text = f"{mark}: {message}" if mark else message
        if mark and mark.excerpt:
            text += f"\n    {mark.excerpt}"
        super().__init__(text)


class YamlMap(dict[str, Any]):
    """A map with its own position and that of each key's value."""

    mark: Mark
    marks: dict[str, Mark]
    key_marks: dict[str, Mark]

    def at(self, key: str) -> Mark:
        """Where the value of a key stands; the map itself when it has no such key."""
        return self.marks.get(key, self.mark)

    def at_key(self, key: str) -> Mark:
        """Where the key itself stands."""
        return self.key_marks.get(key, self.mark)

    def unknown(self, allowed: Iterable[str]) -> list[DataError]:
        """One error for each key that is not in `allowed`, with the nearest one as a suggestion."""
        known = list(allowed)
        return [
            DataError(f"unknown key '{key}'{did_you_mean(key, known) or _listed(known)}", self.at_key(key))
            for key in self
            if key not in known
        ]

    def only(self, allowed: Iterable[str]) -> None:
        """Raises the first of `unknown`."""
        for error in self.unknown(allowed):
            raise error


class YamlList(list[Any]):
    """A list with its own position and that of each item."""

    mark: Mark
    marks: list[Mark]


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """ ", did you mean 'x'?" or ""."""
    close = nearest(word, known)
    return f", did you mean '{close[0]}'?" if close else ""


def nearest(word: str, known: Iterable[str]) -> list[str]:
    """The one of `known` that is most like the word, or nothing."""
    return get_close_matches(word[:100], list(known), n=1, cutoff=0.6)


def shortened(word: object, limit: int = 60) -> str:
    """The value as text that fits in a message."""
    text = str(word)
    return text if len(text) <= limit else text[: limit - 1] + "…"


def _listed(known: list[str]) -> str:
    return f"; possible here: {', '.join(known)}" if len(known) <= 8 else ""


def load_yaml(path: Path) -> Any:
    """The value of a YAML file; raises DataError when it cannot be read or breaks the rules above."""
    try:
        if not path.is_file():  # a pipe or a device could be read without end
            raise DataError(f"{path}: is no file")
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise DataError(f"{path}: could not be read ({error.strerror})") from None
    if len(raw) > MAX_BYTES:
        raise DataError(f"{path}: larger than {MAX_BYTES // 1000} kB, the most that is read; divide it")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise DataError(f"{path}: is not UTF-8 text; save it as plain text in UTF-8") from None
    return parse_yaml(text, str(path))


def parse_yaml(text: str, source: str) -> Any:
    """The value of YAML text; `source` names it in errors. Empty text gives an empty map."""
    import yaml

    loader_class = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    lines = text.splitlines()

    def mark(at: Any) -> Mark:
        line = at.line if at is not None else 0
        column = at.column if at is not None else 0
        return Mark(source, line + 1, column + 1, _excerpt(lines[line].rstrip(), column) if line < len(lines) else "")

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
        problem = _explained(error.problem or "cannot be read as YAML")
        raise DataError(problem, mark(error.problem_mark or error.context_mark)) from None
    except yaml.YAMLError as error:
        raise DataError(f"{source}: {_plain(error)}") from None
    except RecursionError:
        raise DataError(f"{source}: nested too deeply") from None
    if node is None:
        empty = YamlMap()
        empty.mark, empty.marks, empty.key_marks = Mark(source, 1, 1), {}, {}
        return empty
    return _build(node, mark, 0)


def _excerpt(line: str, column: int) -> str:
    """The part of a line around a column."""
    if len(line) <= MAX_EXCERPT:
        return line
    start = max(0, min(column - MAX_EXCERPT // 2, len(line) - MAX_EXCERPT))
    return ("…" if start else "") + line[start : start + MAX_EXCERPT] + ("…" if start + MAX_EXCERPT < len(line) else "")


def _explained(problem: str) -> str:
    hint = next((hint for words, hint in _HINTS if words in problem), "")
    return f"{hint} ({problem})" if hint else problem


def _plain(error: Exception) -> str:
    """The reader's own errors, such as a zero byte, span lines and name its own stream."""
    reason = getattr(error, "reason", "") or str(error).splitlines()[0]
    return f"is not plain text ({reason})"


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
        result.mark, result.marks, result.key_marks = mark(node.start_mark), {}, {}
        for key_node, value_node in node.value:
            if key_node.id != "scalar":
                raise DataError("a key must be a plain word", mark(key_node.start_mark))
            key = key_node.value
            if key == "<<":
                raise DataError("merge keys are not allowed; write the values out", mark(key_node.start_mark))
            if key in result:
                raise DataError(f"duplicate key '{key}'", mark(key_node.start_mark))
            result[key] = _build(value_node, mark, depth + 1)
            result.marks[key] = mark(value_node.start_mark)
            result.key_marks[key] = mark(key_node.start_mark)
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
