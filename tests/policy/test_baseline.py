"""Known findings are counted, hold no text, and new ones are told from them."""

import json

import pytest
from handmade import GOAL, file_report, place, result

from iepaudit.model.errors import UsageError
from iepaudit.policy.baseline import Known, apply, dump_baseline, known_of, load_baseline
from iepaudit.policy.exit_code import decide

REPORT = file_report(results=(result(), result("goal-no-baseline", id="IEP203", at="goals[1]")))


def test_the_same_findings_are_known_again():
    compared = apply([REPORT], known_of([REPORT]))
    assert all(r.known for r in compared.files[0].results)
    assert decide(compared.files).code == 0
    assert (compared.fixed, compared.added) == ((), ())


def test_a_new_finding_is_not_known():
    compared = apply([REPORT], known_of([file_report()]))
    assert [r.known for r in compared.files[0].results] == [True, False]
    assert [e.rule for e in compared.added] == ["goal-no-baseline"]


def test_a_finding_that_went_is_told():
    compared = apply([file_report()], known_of([REPORT]))
    assert [e.rule for e in compared.fixed] == ["goal-no-baseline"]


def test_each_entry_is_used_up_once():
    twice = file_report(results=(result(), result()))
    compared = apply([twice], known_of([file_report()]))
    assert [r.known for r in compared.files[0].results] == [True, False]


def test_a_finding_at_several_places_is_known_when_all_of_them_are():
    grown = file_report(results=(result(also_at=("goals[4]",)),))
    compared = apply([grown], known_of([file_report()]))
    assert not compared.files[0].results[0].known


def test_with_a_key_a_moved_finding_is_known_by_its_words():
    moved = file_report(results=(result(at="goals[5]", evidence=(place(9, GOAL.upper()),)),))
    assert apply([moved], known_of([file_report()], "k"), "k").files[0].results[0].known
    assert not apply([moved], known_of([file_report()])).files[0].results[0].known


def test_the_file_holds_no_text_no_page_and_is_sorted():
    text = dump_baseline(known_of([REPORT], "k"))
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
