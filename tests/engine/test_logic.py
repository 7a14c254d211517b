"""Three-valued logic and the checks that rules are made of, on facts written as in the examples of rules."""

import pytest

from iepaudit.engine.checks import run
from iepaudit.engine.context import Context
from iepaudit.engine.example_facts import example_facts
from iepaudit.engine.trace import render
from iepaudit.engine.truth import Truth, all_of, any_of, negate
from iepaudit.resources import parse_yaml
from iepaudit.rulepack.compile import Compiler
from iepaudit.rulepack.lexicons import Lexicon
from iepaudit.rulepack.profiles import Profile

YES, NO, UNSURE = Truth.YES, Truth.NO, Truth.UNSURE
LEXICONS = {"colors": Lexicon("colors", "Colors", (r"\bred\b", r"\bdark\s+blue\b"), ("red", "dark blue"))}


def answer(check, facts, complete=False):
    errors = []
    compiler = Compiler(frozenset(LEXICONS), {}, errors, patterns=True)
    data = parse_yaml(check, "check")
    expr = compiler.expression(data, {}, data.mark)
    assert not errors, errors
    return run(
        expr, Context(example_facts(parse_yaml(facts, "facts"), Profile("federal", "")), LEXICONS, complete=complete)
    )


@pytest.mark.parametrize("other", [YES, NO, UNSURE])
def test_no_decides_all_and_yes_decides_any(other):
    assert all_of([NO, other]) is NO
    assert any_of([YES, other]) is YES


def test_unsure_stays_unsure_where_nothing_decides():
    assert all_of([YES, UNSURE]) is UNSURE
    assert any_of([NO, UNSURE]) is UNSURE
    assert negate(UNSURE) is UNSURE


def test_nothing_at_all_is_true_of_all_and_of_none():
    assert all_of([]) is YES
    assert any_of([]) is NO


YEAR = "date: {of: dates.end, after: dates.meeting, plus_days: 366}"
BUT = "text: {of: sections.esy, lexicon: colors, unless: {pattern: 'never'}}"
WITH = "text: {of: sections.esy, lexicon: colors, with: {pattern: ['car', 'door']}}"
SOME = "some: {in: 'goals[*]', as: g, that: {present: g.criterion}}"
CASES = [
    ("present: goals", "goals: [{text: x}]", YES),
    ("present: goals", "goals: []", NO),
    ("present: goals", "{}", NO),
    ("present: goals", "unreadable_pages: [2]", UNSURE),
    ("present: sections.esy", "sections: {esy: text}", YES),
    ("present: sections.esy", "sections: {esy: {template: text}}", NO),
    ("present: sections.esy", "sections: {esy: {unclear: torn}}", UNSURE),
    ("present: sections.esy", "{}", NO),
    (SOME, "goals: [{text: x}, {text: y, criterion: z}]", YES),
    (SOME, "goals: [{text: x}]", NO),
    (SOME, "{}", UNSURE),
    (SOME.replace("some", "every"), "goals: [{criterion: z}, {criterion: {unclear: u}}]", UNSURE),
    (SOME.replace("some", "every"), "goals: [{text: x}, {criterion: {unclear: u}}]", NO),
    (SOME.replace("some", "none"), "goals: [{text: x}]", YES),
    (SOME.replace("some", "none"), "goals: [{criterion: {unclear: u}}]", UNSURE),
    ("count: {in: 'goals[*]', at_least: 2}", "goals: [{text: x}, {text: y}]", YES),
    ("count: {in: 'goals[*]', at_least: 2}", "goals: [{text: x}]", NO),
    (SOME.replace("some", "count").replace("}}", "}, at_least: 1}"), "goals: [{criterion: {unclear: u}}]", UNSURE),
    ("count: {in: 'goals[*]', at_least: 2}", "{goals: [{text: x}], unreadable_pages: [3]}", UNSURE),
    ("text: {of: sections.esy, lexicon: colors}", "sections: {esy: a red car}", YES),
    ("text: {of: sections.esy, lexicon: colors}", "sections: {esy: a RED car}", YES),
    ("text: {of: sections.esy, lexicon: colors}", "sections: {esy: a reddish car}", NO),
    (BUT, "sections: {esy: never a red car}", NO),
    (BUT, "sections: {esy: Never mind. A red car.}", YES),
    (WITH, "sections: {esy: a car with a red door}", YES),
    (WITH, "sections: {esy: a red car}", NO),
    (WITH, "sections: {esy: A red car. A door.}", NO),
    ("text: {of: sections.esy, lexicon: colors, whole: true}", "sections: {esy: Red.}", YES),
    ("text: {of: sections.esy, lexicon: colors, whole: true}", "sections: {esy: a red car}", NO),
    ("text: {of: sections.esy, lexicon: colors, at_least: 2}", "sections: {esy: red and red}", YES),
    ("text: {of: sections.esy, lexicon: colors, at_least: 2}", "sections: {esy: red}", NO),
    ("text: {of: sections.esy, pattern: '\\bcar\\b'}", "{sections: {esy: bus}, unreadable_pages: [4]}", UNSURE),
    ("number: {of: student.age_at_end, at_least: 16}", "student: {age_at_end: 16}", YES),
    ("number: {of: student.age_at_end, at_least: 16}", "student: {age_at_end: 15.9}", NO),
    ("number: {of: student.age_at_end, at_least: 16}", "{}", UNSURE),
    (YEAR, "dates: {meeting: 2026-03-02, end: 2027-03-03}", NO),
    (YEAR, "dates: {meeting: 2026-03-02, end: 2027-03-04}", YES),
    (YEAR.replace("plus_days: 366", "plus_months: 36"), "dates: {meeting: 2024-02-29, end: 2027-02-28}", NO),
    ("date: {of: dates.end, after: dates.meeting}", "dates: {end: 2027-03-03}", UNSURE),
    ("one_of: {of: decisions.esy, values: [yes]}", "decisions: {esy: yes}", YES),
    ("one_of: {of: decisions.esy, values: [yes]}", "decisions: {esy: no}", NO),
    ("one_of: {of: decisions.esy, values: [yes]}", "{}", NO),
    ("state: {of: sections.esy, is: [template, blank]}", "sections: {esy: {template: t}}", YES),
    ("state: {of: sections.esy, is: unclear}", "sections: {esy: {unclear: torn}}", YES),
    ("maybe: {present: goals}", "goals: [{text: x}]", UNSURE),
    ("maybe: {present: goals}", "goals: []", NO),
    ("not: {present: goals}", "goals: []", YES),
]  # fmt: skip


@pytest.mark.parametrize(("check", "facts", "expected"), CASES)
def test_check(check, facts, expected):
    assert answer(check, facts).truth is expected


@pytest.mark.parametrize(("check", "facts", "expected"), CASES)
def test_trying_every_branch_gives_the_same_answer(check, facts, expected):
    assert answer(check, facts, complete=True).truth is expected


def test_the_longest_phrase_is_reported():
    assert answer("text: {of: sections.esy, lexicon: colors}", "sections: {esy: a dark blue car}").match == "dark blue"


def test_the_trace_shows_each_answer_and_the_words_that_were_tried():
    trace = answer(
        "all: [{present: goals}, {text: {of: sections.esy, lexicon: colors}}]",
        "{goals: [{text: x}], sections: {esy: a bus}}",
    )
    assert list(render(trace)) == [
        "[no] all",
        "  [yes] present goals: 1 found",
        '  [no] text of sections.esy has colors: "a bus"',
    ]
