"""The report for people: what it says, in which order, and on what kind of terminal."""

import re
from dataclasses import replace

import pytest
from handmade import NAME, file_report, goal, iep, other, place, quality, result, run, section, unreadable

from iepaudit.model.document import Grade
from iepaudit.model.field import FieldState
from iepaudit.model.iep import Kind
from iepaudit.model.outcome import Outcome, PartSummary, Severity
from iepaudit.report.options import ReportOptions
from iepaudit.report.redact import Redact
from iepaudit.report.text import render_text

LONG = "In mathematics the child will solve " + "word problems and " * 30 + "explain each answer."


def text(*files, **options):
    return render_text(run(*files), ReportOptions(**options))


def test_the_first_lines_say_what_the_file_is_and_how_it_was_read():
    lines = text().splitlines()
    assert lines[0] == "plans/plan.pdf"
    assert lines[1] == "  This is an IEP, 8 pages. Every page was read."


def test_what_matters_most_stands_on_the_first_screen_with_pages():
    first_screen = "\n".join(text().splitlines()[:12])
    assert "✗ Goal 1 does not say how much is enough. (p. 6)" in first_screen
    assert "In all: 1 required item not found." in first_screen


def test_required_findings_come_before_gaps_and_gaps_before_advice():
    made = text(
        file_report(
            results=(
                result(id="IEP3", message="Third.", severity=Severity.ADVICE, rank=99),
                result(id="IEP2", message="Second.", severity=Severity.GAP, rank=99),
                result(id="IEP1", message="First.", rank=1),
            )
        )
    )
    body = made[made.index("Required by law") :]
    assert body.index("First.") < body.index("Second.") < body.index("Third.")


def test_within_a_level_the_heavier_finding_comes_first():
    made = text(file_report(results=(result(message="Light.", rank=1), result(message="Heavy.", rank=90, id="IEP9"))))
    assert made.index("Heavy.") < made.index("Light.")


def test_a_finding_has_page_quote_law_and_question():
    made = text()
    assert "p. 6: “By May 2027, [student] will improve her reading.”" in made
    assert "Ask: How will we know that the goal was met?" in made
    assert "IEP201 goal-no-criterion · 34 CFR 300.320(a)(2)(i)" in made


def test_an_absence_says_where_was_looked():
    absence = result(searched=("pages 1 to 8", 'heading "Annual Goals" (page 6)'))
    assert 'Looked at: pages 1 to 8; heading "Annual Goals" (page 6)' in text(file_report(results=(absence,)))


def test_fields_that_a_check_compared_are_no_place_to_look():
    compared = result(searched=("Goal 2: criterion (page 6)",))
    assert "Looked at" not in text(file_report(results=(compared,)))


def test_what_a_partial_file_leaves_open_is_a_list_of_questions():
    open_ = result(outcome=Outcome.REVIEW, file_wide="the file seems to hold only some pages of a plan")
    made = text(file_report(results=(open_,)))
    assert "To look for on other pages" in made
    assert f"? {open_.question}" in made
    assert open_.message not in made


def test_a_sound_plan_is_told_so():
    made = text(file_report(results=(result(outcome=Outcome.PASS),)))
    assert "Nothing to ask about was found." in made
    assert "goal-no-criterion" not in made


def test_passed_checks_are_listed_when_asked_for():
    made = text(file_report(results=(result(outcome=Outcome.PASS),)), show_passed=True)
    assert "IEP201  A goal without a level to reach" in made


def test_the_required_parts_are_a_checklist_with_pages():
    made = text()
    assert re.search(r"✓ +What the child can do now \(present levels\) +p\. 2", made)
    assert re.search(r"✓ +Goals for the year +p\. 6", made)


def test_a_required_part_that_a_rule_did_not_find_is_marked():
    made = text(file_report(results=(result("impact-statement-missing"),)))
    assert re.search(r"✗ +How the disability affects learning +not found", made)


def test_a_heading_without_content_is_not_called_found():
    plan = iep(sections=(section("present-levels", 2, "", FieldState.TEMPLATE),))
    made = text(file_report(iep=plan, results=(result("present-levels-missing"),)))
    assert re.search(r"✗ +What the child can do now \(present levels\) +p\. 2, nothing filled in", made)


def test_parts_for_older_students_are_not_asked_of_younger_ones():
    made = text(file_report(results=(result("psg-missing", outcome=Outcome.NOT_APPLICABLE),)))
    assert "after high school" not in made


def test_each_goal_shows_what_it_says_and_what_not():
    made = text(width=200)
    assert "✓ says: by when" in made
    assert "✗ does not say: in what situation, an action one can see, how much is enough" in made
    assert "? open to reading: “improve”" in made


def test_what_was_not_read_is_told():
    pages = (*(quality() for _ in range(7)), quality(Grade.UNREADABLE, "no text layer"))
    made = text(file_report(pages=pages))
    assert "Page 8 could not be read." in made
    assert "page 8: no text layer" in made


def test_what_was_not_checked_is_told():
    parts = (PartSummary(Kind.IEP, "", 1, 6, True), PartSummary(Kind.PROGRESS_REPORT, "", 7, 8, False))
    made = text(file_report(parts=parts))
    assert "Pages 7-8: a progress report" in made
    assert "ambitious enough" in made


def test_a_file_that_is_no_plan_gets_a_sentence_and_no_checklist():
    made = text(other())
    assert "This does not look like an IEP." in made
    assert "Required parts" not in made


def test_an_unreadable_file_gets_its_reason_and_nothing_else():
    assert text(unreadable(reason="damaged", message="damaged")).strip().splitlines() == [
        "plans/scan.pdf",
        "  This file could not be read.",
        "  ! damaged",
    ]


def test_whoever_has_only_a_scan_is_told_what_to_ask_for():
    assert "ask the school for the plan as a file" in " ".join(text(unreadable()).split())


def test_a_plan_that_has_everything_is_told_to():
    keys = ("present-levels", "impact", "annual-goals", "progress-method", "progress-schedule", "special-education")
    keys += ("supplementary-aids", "personnel-supports", "nonparticipation", "assessment")
    whole = iep(sections=tuple(section(k, n) for n, k in enumerate(keys, 1)))
    sound = file_report(iep=whole, results=())
    assert "Every part that the law names was found." in text(sound)
    assert "Every part" not in text(file_report(results=()))


def test_several_files_end_with_a_summary():
    made = text(file_report(), unreadable(), other())
    summary = made[made.index("Summary of 3 files") :]
    assert "1     –        –     –  plans/plan.pdf" in summary
    assert "plans/scan.pdf: no text layer" in summary
    assert "plans/letter.txt: other, not audited" in summary
    assert "1 required item not found in 1 file." in summary


@pytest.mark.parametrize("width", [60, 80, 200])
def test_no_line_is_wider_than_asked_for_and_no_word_is_lost(width):
    made = text(file_report(iep=iep(goals=(goal(text=LONG[:390]),)), results=(result(message=LONG),)), width=width)
    assert max(len(line) for line in made.splitlines()) <= width
    assert LONG in " ".join(made.split())


def test_without_color_there_is_no_escape():
    assert "\x1b" not in text()


def test_with_color_the_words_are_the_same():
    colored = text(color=True)
    assert "\x1b[" in colored
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored).split() == text().split()


def test_a_terminal_without_unicode_gets_ascii():
    made = text(unicode=False)
    assert made.isascii()
    assert 'p. 6: "By May 2027' in made


def test_commands_to_the_terminal_in_a_document_do_not_reach_it():
    evil = result(message="Goal \x1b]0;owned\x07\x1b[2J 1 \u202eecho", evidence=(place(6, "a\x1b[31mb"),))
    made = text(file_report(results=(evil,)))
    assert "\x1b" not in made
    assert "\u202e" not in made


def test_markup_in_a_document_is_shown_as_it_is():
    made = text(file_report(results=(result(message="Goal [bold]1[/bold] says [red]"),)))
    assert "Goal [bold]1[/bold] says [red]" in made


def test_the_name_is_shown_when_nothing_is_redacted():
    assert "Marisol" in text(redact=Redact.OFF)
    assert NAME not in text()


def test_no_verdict_words_are_used():
    made = text().lower()
    assert not re.search(r"violat|illegal|deficien|non-?complian|score|grade of", made)


def test_a_review_is_shown_as_a_question_to_the_reader():
    made = text(file_report(results=(result(outcome=Outcome.REVIEW, message="It could not be decided."),)))
    assert "Could not be decided; please look" in made
    assert "? It could not be decided." in made


def test_a_blank_form_is_called_one():
    made = text(file_report(kind=Kind.BLANK_FORM, iep=replace(iep(), goals=None, services=None), results=()))
    assert "This looks like a blank form, 8 pages." in made


def test_what_is_nowhere_in_a_plan_is_not_said_to_stand_where_the_plan_begins():
    plan = iep()
    start = plan.sections[0].blocks[0].place
    made = text(file_report(iep=plan, results=(result(at="document", evidence=(start,)),)))
    assert "p. 2: “words”" not in made
    assert "(p. 2)" not in made


def test_a_blank_form_is_asked_for_places_and_not_for_content():
    plan = iep(
        kind=Kind.BLANK_FORM,
        goals=None,
        services=None,
        sections=(section("present-levels", 2, "", FieldState.TEMPLATE),),
    )
    made = text(file_report(kind=Kind.BLANK_FORM, iep=plan, results=()))
    assert "Places for the required parts" in made
    assert re.search(r"✓ +What the child can do now \(present levels\) +p\. 2", made)
    assert re.search(r"\? +Goals for the year +no place for it was recognized", made)


def test_the_same_words_on_the_same_page_are_quoted_once():
    made = text(file_report(results=(result(evidence=(place(6, "Goal"), place(6, "Goal"), place(7, "Goal"))),)))
    assert (made.count("p. 6: “Goal”"), made.count("p. 7: “Goal”")) == (1, 1)


def test_a_packet_is_told_as_the_documents_it_holds():
    parts = (
        PartSummary(Kind.IEP, "", 1, 7, True),
        PartSummary(Kind.PROGRESS_REPORT, "", 8, 8, False),
    )
    made = " ".join(text(file_report(parts=parts)).split())
    assert (
        "This file holds 2 documents, 8 pages in all: pages 1 to 7 an IEP; page 8 a progress report, not audited."
        in made
    )


def test_running_text_stays_readable_on_the_widest_terminal():
    long = result(message="Nothing was found about this. " * 12)
    assert 100 < max(map(len, text(file_report(results=(long,)), width=200).splitlines())) <= 120
