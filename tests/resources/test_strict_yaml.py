"""YAML as data only: what is read, and what is an error with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from iepaudit.resources import DataError, load_yaml, parse_yaml


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: yes", "yes"),
        ("a: no", "no"),
        ("a: on", "on"),
        ("a: 1:30", "1:30"),
        ("a: 0755", "0755"),
        ("a: 2026-03-14", "2026-03-14"),
        ("a: 1e3", "1e3"),
        ("a: ~", "~"),
        ("a: null", "null"),
        ("a: 12", 12),
        ("a: -3", -3),
        ("a: 0.25", 0.25),
        ("a: true", True),
        ("a: 'true'", "true"),
        ('a: "12"', "12"),
        ("a: |\n  12", "12"),
    ],
)
def test_only_plain_numbers_and_true_and_false_are_no_strings(text: str, value: object) -> None:
    found = parse_yaml(text, "x.yaml")["a"]
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("a: 1\na: 2", 2, 1, "duplicate key 'a'"),
        ("a: &here 1\nb: *here", 1, 4, "anchors"),
        ("a: !!python/object:os.system x", 1, 4, "tags"),
        ("a: [1, 2", 2, 1, ""),
        ("a:\n\t- b", 2, 1, ""),
        ("? [x]\n: y", 1, 3, "plain word"),
    ],
)
def test_an_error_says_file_line_and_column(text: str, line: int, column: int, words: str) -> None:
    with pytest.raises(DataError) as caught:
        parse_yaml(text, "mine.yaml")
    assert caught.value.mark is not None
    assert (caught.value.mark.line, caught.value.mark.column) == (line, column)
    assert str(caught.value).startswith(f"mine.yaml:{line}:{column}: ")
    assert words in str(caught.value)


def test_an_unknown_key_comes_with_the_nearest_known_one() -> None:
    found = parse_yaml("heading: x", "h.yaml")
    with pytest.raises(DataError, match="did you mean 'headings'"):
        found.only(("headings", "weak"))


DEEP = {
    "brackets": "[" * 200_000,
    "dashes": "- " * 100_000 + "x",
    "braces": "{a: " * 5_000,
    "indents": "\n".join(" " * i + "a:" for i in range(2_000)),
    "questions": "? " * 5_000,
}


@pytest.mark.parametrize("text", DEEP.values(), ids=DEEP)
def test_deep_nesting_is_an_error_and_no_crash(text: str) -> None:
    with pytest.raises(DataError):
        parse_yaml(text, "deep.yaml")


def test_a_file_that_is_no_text_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(b"\xff\xfe\x00\x81")
    with pytest.raises(DataError, match="UTF-8"):
        load_yaml(path)


def test_empty_text_is_an_empty_map() -> None:
    assert parse_yaml("", "x.yaml") == {}
    assert parse_yaml("# only a comment\n", "x.yaml") == {}
