"""HTML and the meeting sheet: what they hold, and what a document cannot do to them."""

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest
from handmade import EVIL, file_report, full_sheet, goal, iep, place, result, run, section, unreadable

from iepaudit.model.iep import Kind
from iepaudit.model.outcome import Outcome, Severity
from iepaudit.report import view
from iepaudit.report.html_report import render_html
from iepaudit.report.options import ReportOptions
from iepaudit.report.questions import (
    LINES,
    MOST,
    STANDING,
    render_questions,
    render_questions_html,
    render_questions_markdown,
)

OPTIONS = ReportOptions()
PAGES = [render_html, render_questions_html]


class Tags(HTMLParser):
    VOID = frozenset({"meta", "br", "input", "img", "hr", "link"})

    def __init__(self):
        super().__init__()
        self.tags, self.attributes, self.open, self.ids = [], [], [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [name for name, _ in attrs]
        self.ids += [value for name, value in attrs if name == "id"]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def parsed(text):
    tags = Tags()
    tags.feed(text)
    assert tags.open == []
    return tags


@pytest.mark.parametrize("render", PAGES)
def test_a_page_is_well_formed_has_no_script_and_loads_nothing(render):
    text = render(run(file_report(), unreadable()), OPTIONS)
    tags = parsed(text)
    assert not {"script", "iframe", "object", "link", "form"} & set(tags.tags)
    assert not [a for a in tags.attributes if a.startswith("on") or a in ("src", "style")]
    assert not re.search(r"https?://", text)
    assert len(tags.ids) == len(set(tags.ids))


@pytest.mark.parametrize("render", PAGES)
def test_the_policy_allows_the_style_sheet_of_the_page_and_nothing_else(render):
    text = render(run(), OPTIONS)
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"default-src &#x27;none&#x27;; style-src &#x27;sha256-{digest}&#x27;" in text


@pytest.mark.parametrize("render", PAGES)
def test_a_document_cannot_put_markup_into_the_page(render):
    report = file_report(
        path=f"{EVIL}.pdf",
        iep=iep(goals=(goal(text=EVIL),), sections=(section("parent-concerns", 3, EVIL),)),
        results=(result(message=EVIL, question=EVIL, match=EVIL, searched=(EVIL,), evidence=(place(1, EVIL),)),),
    )
    tags = parsed(render(run(report), OPTIONS))
    assert "script" not in tags.tags
    assert "img" not in tags.tags
    assert "onerror" not in tags.attributes


def test_the_html_report_has_findings_goals_and_the_meeting_sheet():
    text = render_html(run(), OPTIONS)
    assert "Goal 1 does not say how much is enough." in text
    assert '<span class="vague">improve</span>' in text
    assert "How will we know that the goal was met?" in text
    assert 'class="sheet"' in text


def test_the_filters_name_what_they_hide():
    both = file_report(results=(result(), result("service-vague", id="IEP302", severity=Severity.GAP)))
    text = render_html(run(both), OPTIONS)
    assert '<input type="checkbox" id="f-required" checked>' in text
    assert "body:has(#f-required:not(:checked)) article.is-required" in text
    assert '<input type="radio" name="part" id="g-services"> Services and supports (1)' in text
    assert "body:has(#g-services:checked) article.finding:not(.g-services)" in text
    assert 'class="finding is-gap g-services' in text


def test_every_part_of_a_plan_that_can_be_chosen_has_its_style():
    text = render_html(run(), OPTIONS)
    assert all(f"article.finding:not(.g-{group})" in text for group in view.GROUPS)


def test_one_finding_alone_needs_no_filter():
    assert "f-required" not in re.sub(r"<style>.*?</style>", "", render_html(run(), OPTIONS), flags=re.DOTALL)


def test_several_files_have_a_table_of_contents():
    text = render_html(run(file_report(), unreadable()), OPTIONS)
    assert '<a href="#file-2">plans/scan.pdf</a>' in text


def test_the_sheet_asks_each_question_once_with_page_and_words():
    twice = file_report(results=(result(), result("goal-vague", id="IEP202")))
    text = render_questions(run(twice), OPTIONS)
    assert text.count("How will we know that the goal was met?") == 1
    assert "Page 6: “By May 2027, [student] will improve her reading.”" in text


def test_the_sheet_has_the_parents_concerns_as_the_plan_records_them():
    assert "“Her mother asks for help with reading at home.”" in render_questions(run(), OPTIONS)
    empty = file_report(iep=iep(sections=()))
    assert "none were found in the plan" in render_questions(run(empty), OPTIONS)


def test_the_sheet_has_room_to_write():
    assert "____" in render_questions(run(), OPTIONS)
    assert 'class="write"' in render_questions_html(run(), OPTIONS)
    assert "Answer:" in render_questions_markdown(run(), OPTIONS)


def test_the_sheet_is_one_page_and_says_what_did_not_fit():
    many = file_report(results=tuple(result(f"r{n}", question=f"Question {n}?") for n in range(MOST + 3)))
    text = render_questions(run(many), OPTIONS)
    assert f"{MOST}. Question" in text
    assert f"{MOST + 1}. " not in text
    assert "3 further questions are in the full report." in text


def test_wording_comes_after_what_weighs_more():
    results = (result("a", question="Clearer?", severity=Severity.ADVICE, rank=99), result("b", question="Where?"))
    text = render_questions(run(file_report(results=results)), OPTIONS)
    assert text.index("Where?") < text.index("Clearer?")


def test_a_sound_plan_raises_no_question_but_leaves_what_no_program_can_tell():
    sound = file_report(results=(result(outcome=Outcome.PASS),))
    for render in (render_questions, render_questions_html, render_questions_markdown):
        made = render(run(sound), OPTIONS)
        assert "raised no question" in made
        assert STANDING[0] in made


def test_the_sheet_of_text_fits_on_a_page_and_counts_what_does_not():
    made = render_questions(run(full_sheet()), OPTIONS)
    assert len(made.splitlines()) <= LINES
    asked = sum(line[:1].isdigit() and line[1:3] == ". " for line in made.splitlines())
    assert f"{11 - asked} further questions are in the full report." in made


def test_a_question_about_several_places_says_so():
    twice = file_report(results=(result(evidence=(place(6, "Goal one."), place(7, "Goal two."))),))
    assert "Pages 6-7: “Goal one.” and 1 more place" in render_questions(run(twice), OPTIONS)


def test_a_blank_form_has_no_sheet():
    assert render_questions(run(file_report(kind=Kind.BLANK_FORM)), OPTIONS) == ""
    assert 'class="sheet"' not in render_html(run(file_report(kind=Kind.BLANK_FORM)), OPTIONS)


@pytest.mark.parametrize("render", [*PAGES, render_questions, render_questions_markdown])
def test_no_name_in_any_of_them(render):
    assert "Marisol" not in render(run(), OPTIONS)
