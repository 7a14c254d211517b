"""Suppressions have a reason, run out, and are themselves looked at."""

from datetime import date
from pathlib import Path

import pytest
from handmade import file_report, result

from iepaudit.model.errors import UsageError
from iepaudit.policy.exit_code import decide
from iepaudit.policy.suppressions import Entry, apply, load_suppressions
from iepaudit.report import view

RULES = [("IEP201", "goal-no-criterion"), ("IEP101", "present-levels-missing")]
TODAY = date(2026, 5, 1)
WHY = "Met through the nursing plan, see page 9."


def entry(**changes):
    return Entry(
        **{"rule": "goal-no-criterion", "reason": WHY, "file": "*.pdf", "at": "goals[0]", "number": 1} | changes
    )


def applied(*entries, report=None):
    return apply([report or file_report()], entries, Path("s.toml"), TODAY)


def test_a_suppressed_finding_is_neither_shown_nor_counted():
    (report,), about = applied(entry())
    assert view.issues(report) == ()
    assert decide([report]).code in (0, 3)
    assert report.results[0].suppressed == WHY
    assert about is None


@pytest.mark.parametrize("changes", [{"rule": "IEP201"}, {"file": "plans/*"}, {"at": ""}])
def test_an_entry_fits_by_id_by_path_and_without_a_place(changes):
    assert applied(entry(**changes))[0][0].results[0].suppressed


@pytest.mark.parametrize("changes", [{"rule": "IEP101"}, {"file": "other/*"}, {"at": "goals[7]"}])
def test_an_entry_for_something_else_suppresses_nothing(changes):
    assert not applied(entry(**changes))[0][0].results[0].suppressed


def test_a_finding_returns_when_the_date_has_passed():
    (report,), about = applied(entry(until=date(2026, 4, 30)))
    assert view.issues(report)
    assert [r.id for r in about.results] == ["IEP092"]


def test_on_its_last_day_an_entry_still_holds():
    assert applied(entry(until=TODAY))[0][0].results[0].suppressed


def test_an_unused_entry_is_a_finding():
    _, about = applied(entry(at="goals[7]"))
    assert [r.id for r in about.results] == ["IEP091"]


def test_an_entry_for_every_file_and_place_is_a_finding():
    _, about = applied(entry(file="*", at=""))
    assert [r.id for r in about.results] == ["IEP093"]


def load(tmp_path, text):
    path = tmp_path / "s.toml"
    path.write_text(text)
    return load_suppressions(path, RULES)


def test_an_entry_is_read(tmp_path):
    (found,) = load(
        tmp_path, f'[[suppress]]\nrule = "IEP201"\nfile = "a.pdf"\nreason = "{WHY}"\nuntil = 2027-06-30\nby = "M. O."\n'
    )
    assert found == Entry("IEP201", WHY, "a.pdf", "", "M. O.", date(2027, 6, 30), 1)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[[suppress]]\nrule = "goal-no-criterium"\nreason = "a good one"\n', "did you mean 'goal-no-criterion'"),
        ('[[suppress]]\nrule = "IEP201"\n', "'reason' must say why"),
        ('[[suppress]]\nrule = "IEP201"\nreason = "by design"\n', "'reason' must say why"),
        ('[[suppress]]\nrule = "IEP201"\nreason = "a good one"\nuntill = 2027-01-01\n', "did you mean 'until'"),
        ('[[suppress]]\nrule = "IEP201"\nreason = "a good one"\nuntil = "2027-01-01"\n', "without quotes"),
        ("[suppress]\n", "two pairs of brackets"),
        ("[[supress]]\n", "did you mean 'suppress'"),
        ("[[suppress\n", "line 1"),
    ],
)
def test_a_wrong_entry_is_an_error_that_says_what_to_do(tmp_path, text, words):
    with pytest.raises(UsageError, match=r"s\.toml") as error:
        load(tmp_path, text)
    assert words in str(error.value)


def test_the_name_of_a_result_elsewhere_is_enough():
    report = file_report(results=(result(at="goals[3]", also_at=("goals[0]",)),))
    assert applied(entry(), report=report)[0][0].results[0].suppressed
