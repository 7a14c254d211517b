"""Known findings are counted, hold no text, and new ones are told from them."""

import json

import pytest
from handmade import GOAL, file_report, place, result

from iepaudit.model.errors import UsageError
from iepaudit.model.outcome import Problem
from iepaudit.policy.baseline import Comparison, Known, dump_baseline, load_baseline
from iepaudit.policy.exit_code import decide

REPORT = file_report(results=(result(), result("goal-no-baseline", id="IEP203", at="goals[1]")))


def known_of(*reports, key=""):
    compared = Comparison(key=key)
    for report in reports:
        compared.mark(report)
    return compared.updated()


def test_the_same_findings_are_known_again():
    compared = Comparison(known_of(REPORT))
    marked = compared.mark(REPORT)
    assert all(r.known for r in marked.results)
    assert decide([marked]).code == 0
    assert (compared.fixed(), compared.added) == ((), [])


def test_a_new_finding_is_not_known():
    compared = Comparison(known_of(file_report()))
    assert [r.known for r in compared.mark(REPORT).results] == [True, False]
    assert [e.rule for e in compared.added] == ["goal-no-baseline"]


def test_a_finding_that_went_is_fixed_and_can_be_taken_out():
    compared = Comparison(known_of(REPORT))
    compared.mark(file_report())
    assert [e.rule for e in compared.fixed()] == ["goal-no-baseline"]
    assert compared.pruned(lambda file: False) == known_of(file_report()) == compared.updated()


def test_each_entry_is_used_up_once():
    twice = file_report(results=(result(), result()))
    assert [r.known for r in Comparison(known_of(file_report())).mark(twice).results] == [True, False]


def test_of_several_findings_at_one_place_only_those_that_went_are_taken_out():
    compared = Comparison(known_of(file_report(results=(result(), result(), result()))))
    compared.mark(file_report(results=(result(), result())))
    assert [e.count for e in compared.fixed()] == [1]
    assert [e.count for e in compared.pruned(lambda file: False)] == [2]


def test_a_finding_at_several_places_is_known_when_all_of_them_are():
    grown = file_report(results=(result(also_at=("goals[4]",)),))
    assert not Comparison(known_of(file_report())).mark(grown).results[0].known


def test_with_a_key_a_moved_finding_is_known_by_its_words():
    moved = file_report(results=(result(at="goals[5]", evidence=(place(9, GOAL.upper()),)),))
    compared = Comparison(known_of(file_report(), key="k"), "k")
    assert compared.mark(moved).results[0].known
    assert [e.at for e in compared.updated()] == ["goals[5]"]
    assert not Comparison(known_of(file_report())).mark(moved).results[0].known


def test_what_the_list_says_of_other_files_stays_unless_they_are_gone():
    other = file_report(path="other.pdf", results=(result(),))
    compared = Comparison(known_of(REPORT, other))
    compared.mark(REPORT)
    assert compared.fixed() == ()
    assert compared.updated() == compared.pruned(lambda file: False) == known_of(REPORT, other)
    assert [e.file for e in compared.fixed(lambda file: True)] == ["other.pdf"]
    assert compared.pruned(lambda file: True) == compared.updated(lambda file: True) == known_of(REPORT)


def test_nothing_is_fixed_in_a_file_that_was_not_read_whole():
    compared = Comparison(known_of(REPORT))
    compared.mark(file_report(results=(), problems=(Problem("damaged", "It cannot be opened."),)))
    assert compared.fixed() == ()
    assert compared.pruned(lambda file: False) == compared.updated() == known_of(REPORT)


def test_the_file_holds_no_text_no_page_and_is_sorted():
    text = dump_baseline(known_of(REPORT, key="k"))
    entries = json.loads(text)["entries"]
    assert "Marisol" not in text
    assert "improve" not in text
    assert entries == sorted(entries, key=lambda e: (e["file"], e["rule"], e["at"]))
    assert set(entries[0]) == {"file", "rule", "at", "text"}


def test_a_file_is_read_back(tmp_path):
    entries = (Known("a.pdf", "goal-no-criterion", "goals[0]", "k1:00", 2),)
    path = tmp_path / "b.json"
    path.write_text(dump_baseline(entries))
    assert load_baseline(path) == entries


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"schema": 9, "entries": []}', '{"schema": 1, "entries": [{"x": 1}]}']
)
def test_a_file_of_another_form_is_an_error(tmp_path, text):
    path = tmp_path / "b.json"
    path.write_text(text)
    with pytest.raises(UsageError, match=r"b\.json"):
        load_baseline(path)


def test_a_missing_file_says_how_to_make_one(tmp_path):
    with pytest.raises(UsageError, match="baseline create"):
        load_baseline(tmp_path / "gone.json")
