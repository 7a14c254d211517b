"""One row for each cause of an exit code, and the order in which causes win."""

import pytest
from handmade import file_report, other, result, unreadable

from iepaudit.model.iep import Kind
from iepaudit.model.outcome import Outcome, Problem, Severity
from iepaudit.policy.exit_code import FailOn, decide

SOUND = file_report(results=(result(outcome=Outcome.PASS),))
REQUIRED = file_report()
GAP = file_report(results=(result(severity=Severity.GAP),))
ADVICE = file_report(results=(result(severity=Severity.ADVICE),))
REVIEW = file_report(results=(result(outcome=Outcome.REVIEW),))
BROKEN = file_report(results=(result(outcome=Outcome.ERROR),))
PARTLY = file_report(
    results=(result(outcome=Outcome.PASS),), problems=(Problem("pages-not-read", "Page 3 could not be read."),)
)
FORM = file_report(kind=Kind.BLANK_FORM, results=(result(outcome=Outcome.PASS),))
IDLE = file_report(results=(result(outcome=Outcome.NOT_APPLICABLE),))

ROWS = [
    ("a sound plan", [SOUND], {}, 0, "1 file audited, nothing at or above 'required'"),
    ("a required item not found", [REQUIRED], {}, 1, "1 required item not found"),
    ("two of them", [REQUIRED, REQUIRED], {}, 1, "2 required items not found"),
    ("a gap, when only required items count", [GAP], {}, 0, "nothing at or above 'required'"),
    ("a gap, when gaps count", [GAP], {"fail_on": FailOn.GAP}, 1, "1 likely gap"),
    ("a required item, when gaps count", [REQUIRED], {"fail_on": FailOn.GAP}, 1, "1 required item"),
    ("advice, when gaps count", [ADVICE], {"fail_on": FailOn.GAP}, 0, "nothing at or above"),
    ("advice, when advice counts", [ADVICE], {"fail_on": FailOn.ADVICE}, 1, "1 suggestion"),
    ("an undecided rule", [REVIEW], {"fail_on": FailOn.ADVICE}, 0, "nothing at or above"),
    ("an undecided rule, when these count", [REVIEW], {"fail_on": FailOn.REVIEW}, 1, "1 point to check by eye"),
    ("findings, when nothing counts", [REQUIRED], {"fail_on": FailOn.NEVER}, 0, "1 file audited"),
    ("no file at all", [], {}, 3, "no file to check was found"),
    ("no file at all, permitted", [], {"allow_empty": True}, 0, "--allow-empty"),
    ("an unreadable file", [unreadable()], {}, 3, "1 of 1 file could not be read (scan.pdf: no text layer)"),
    ("an unreadable file among sound ones", [SOUND, unreadable()], {}, 3, "1 of 2 files could not be read"),
    ("an unreadable file, only warned of", [SOUND, unreadable()], {"unreadable_fails": False}, 0, "1 file audited"),
    (
        "nothing but an unreadable file, warned of",
        [unreadable()],
        {"unreadable_fails": False},
        3,
        "nothing was audited",
    ),
    ("unread pages in a plan", [PARTLY], {}, 3, "1 of 1 file read only in part (plan.pdf: Page 3 could not be read)"),
    ("unread pages, only warned of", [PARTLY], {"unreadable_fails": False}, 0, "1 file audited"),
    ("a rule that failed to run", [BROKEN], {}, 3, "1 rule failed to run (IEP201)"),
    ("nothing that is a plan", [other()], {}, 3, "nothing was audited"),
    ("nothing that is a plan, permitted", [other()], {"allow_empty": True}, 0, "nothing was audited"),
    ("a plan beside another document", [SOUND, other()], {}, 0, "1 file audited"),
    ("a plan to which no rule applied", [IDLE], {}, 3, "nothing was audited"),
    ("a blank form", [FORM], {}, 0, "1 file audited"),
    ("findings beside an unreadable file", [REQUIRED, unreadable()], {}, 3, "1 required item not found in the rest"),
]


@pytest.mark.parametrize(("files", "options", "code", "words"), [r[1:] for r in ROWS], ids=[r[0] for r in ROWS])
def test_exit_code_and_reason_of(files, options, code, words):
    outcome = decide(files, **options)
    assert outcome.code == code
    assert words in "; ".join(outcome.reasons)


def test_many_unreadable_files_do_not_drown_the_line():
    outcome = decide([unreadable(f"scan{n}.pdf") for n in range(40)])
    assert "and 37 more" in outcome.reasons[0]
    assert len(outcome.reasons[0]) < 200


def test_findings_that_are_not_counted_are_not_said_to_be_none():
    made = decide((file_report(),), fail_on=FailOn.NEVER)
    assert made.code == 0
    assert made.reasons == ("1 file audited, findings do not count (--fail-on never)",)
