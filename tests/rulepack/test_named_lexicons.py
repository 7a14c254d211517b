import pytest

from iepaudit.resources import DataError
from iepaudit.rulepack.lexicons import read_lexicon_file
from iepaudit.rulepack.patterns import PatternError, check_pattern, compiled


def lexicon(tmp_path, entries, extra=""):
    path = tmp_path / "words.yaml"
    path.write_text(f"schema: 1\nname: words\n{extra}entries: {entries}\n", "utf-8")
    (found,) = read_lexicon_file(path)
    return found


def hit(tmp_path, entries, text, extra=""):
    found = compiled(lexicon(tmp_path, entries, extra).pattern).search(text)
    return found[0] if found else None


CASES = [
    ("[use]", "because of it", None),
    ("[use]", "they use it", "use"),
    ("[resource room]", "in the resource-room", "resource-room"),
    ("[resource room]", "in the resource\nroom", "resource\nroom"),
    ("[{lemma: try}]", "he tries", "tries"),
    ("[{lemma: try}]", "the industry", None),
    ("[{lemma: plan}]", "planning", "planning"),
    ("[{lemma: improve}]", "improving", "improving"),
    ("[{stem: articulat}]", "his articulation", "articulation"),
    ("[{pattern: '\\d+%'}]", "got 42%, then", "42%"),
    ("[as needed, as needed daily]", "as needed daily", "as needed daily"),
    ('["parent\'s"]', "the parent’s wish", "parent’s"),
    ("[c++]", "write c++ here", "c++"),
]  # fmt: skip


@pytest.mark.parametrize(("entries", "text", "expected"), CASES)
def test_entry(tmp_path, entries, text, expected):
    assert hit(tmp_path, entries, text) == expected


def test_a_list_of_lemmas_bends_every_word(tmp_path):
    assert hit(tmp_path, "[carry]", "he carried", "kind: lemmas\n") == "carried"


@pytest.mark.parametrize("entries", ["[{word: x}]", "[true]", "none"])
def test_a_list_that_is_none_is_refused(tmp_path, entries):
    with pytest.raises(DataError):
        lexicon(tmp_path, entries)


@pytest.mark.parametrize("pattern", ["", "a*", "(?<=a)b", r"(a)\1", "(", "x" * 30_000])
def test_a_pattern_that_fits_everything_or_needs_more_than_linear_time_is_refused(pattern):
    with pytest.raises(PatternError):
        check_pattern(pattern)


def test_a_hostile_pattern_takes_no_time():
    import time

    start = time.process_time()
    compiled(r"(?:[a-z]+\s?)+will be$").search("a" * 50_000)
    assert time.process_time() - start < 1
