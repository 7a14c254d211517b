"""A sound plan is left in peace, and each part that is taken out of it gives its own finding and no other."""

from dataclasses import replace
from datetime import date

import pytest
from factories import (
    ABSENT,
    MEETING,
    analysis,
    block,
    goal,
    nothing,
    place,
    section,
    service,
    sound_iep,
    teenager,
    with_section,
    without,
)

from iepaudit.engine import evaluate
from iepaudit.model.field import blank
from iepaudit.model.goal import BehaviorKind, Span
from iepaudit.model.iep import Answer, Decision, Placement
from iepaudit.model.outcome import Outcome, Severity
from iepaudit.rulepack import load_ruleset

SERIOUS = (Severity.REQUIRED, Severity.GAP)


@pytest.fixture(scope="module")
def rules():
    return load_ruleset()


def issues(rules, iep, as_of=MEETING):
    return {r.rule: r for r in evaluate(rules, iep, as_of=as_of) if r.outcome is Outcome.ISSUE}


def serious(rules, iep, as_of=MEETING):
    return {name for name, r in issues(rules, iep, as_of).items() if r.severity in SERIOUS}


@pytest.mark.parametrize("plan", [sound_iep(), teenager()], ids=["fourth grade", "eleventh grade"])
def test_a_sound_plan_gives_no_finding_and_no_question(rules, plan):
    said = [r for r in evaluate(rules, plan, as_of=MEETING) if r.outcome not in (Outcome.PASS, Outcome.NOT_APPLICABLE)]
    assert [(r.rule, r.outcome.value, r.message) for r in said] == []


def no_methods(plan):
    goals = tuple(replace(g, method=blank(), analysis=replace(g.analysis, method=ABSENT)) for g in plan.goals)
    return replace(without(plan, "progress-method"), goals=goals, progress_method=blank())


def no_schedule(plan):
    goals = tuple(replace(g, schedule=blank()) for g in plan.goals)
    return replace(without(plan, "progress-schedule"), goals=goals, progress_schedule=blank())


def no_reason(plan):
    return replace(without(plan, "nonparticipation"), placement=Placement(blank(), blank(), blank()))


def no_tests(plan):
    kept = tuple(a for a in plan.accommodations if a.category == "classroom")
    return replace(without(plan, "assessment"), accommodations=kept)


def undecided_esy(plan):
    decisions = tuple(d for d in plan.decisions if d.name != "esy")
    decisions = (*decisions, Decision("esy", Answer.NEITHER, place(6, "ESY")))
    return replace(with_section(plan, "esy", template="Is ESY needed?"), decisions=decisions)


def no_factors(plan):
    return replace(without(plan, "special-factors"), decisions=())


def no_aids(plan):
    return replace(with_section(plan, "supplementary-aids", template="List the aids."), accommodations=())


COMPONENTS = {
    "present levels": (lambda p: replace(without(p, "present-levels"), needs=None), {"present-levels-missing"}),
    "impact": (lambda p: without(p, "impact"), {"impact-statement-missing"}),
    "goals": (lambda p: replace(p, goals=()), {"goals-section-missing"}),
    "method": (no_methods, {"progress-method-missing"}),
    "schedule": (no_schedule, {"progress-schedule-missing"}),
    "nonparticipation": (no_reason, {"nonparticipation-explanation"}),
    "tests": (no_tests, {"testing-accommodations-blank"}),
    "long break": (undecided_esy, {"esy-undecided"}),
    "special factors": (no_factors, {"special-factors-absent"}),
    "parents": (lambda p: with_section(p, "parent-concerns", template="Concerns:"), {"parent-concerns-blank"}),
    "aids": (no_aids, {"heading-without-content"}),
}


@pytest.mark.parametrize("part", COMPONENTS)
def test_taking_out_one_part_gives_exactly_its_finding(rules, part):
    change, expected = COMPONENTS[part]
    assert serious(rules, change(sound_iep())) == expected


def test_taking_out_the_services_gives_exactly_their_finding(rules):
    plan = replace(without(sound_iep(), "special-education"), services=())
    found = issues(rules, plan)
    assert found["special-education-missing"].severity is Severity.REQUIRED


TRANSITION = {
    "postsecondary-goals": "psg-missing",
    "transition-assessment": "transition-assessment-missing",
    "transition-services": "transition-services-empty",
    "course-of-study": "course-of-study-missing",
    "transfer-of-rights": "transfer-of-rights-missing",
}


@pytest.mark.parametrize("key", TRANSITION)
def test_taking_out_one_part_on_life_after_school_is_noticed(rules, key):
    fields = {
        "postsecondary-goals": {"education": blank(), "employment": blank(), "goals": ()},
        "transition-assessment": {"assessment": blank()},
        "transition-services": {"services": blank()},
        "course-of-study": {"course_of_study": blank()},
        "transfer-of-rights": {},
    }[key]
    plan = without(teenager(), key)
    plan = replace(plan, transition=replace(plan.transition, **fields))
    said = [r for r in evaluate(rules, plan, as_of=MEETING) if r.rule == TRANSITION[key]]
    assert [r.outcome for r in said] != [Outcome.PASS]
    assert serious(rules, plan) <= {TRANSITION[key]}


GOAL_CHANGES = {
    "no criterion": ({"criterion": ABSENT, "measurable": False}, {"criterion": blank()}, {"goal-no-criterion"}),
    "no observable behavior": (
        {"behavior_kind": BehaviorKind.VAGUE, "behavior_phrase": Span("improve", 0, 7), "measurable": False},
        {},
        {"goal-vague-behaviour"},
    ),
    "a date of last year": ({"deadline": date(2025, 6, 1)}, {}, {"goal-date-outside-iep"}),
    "a service posing as a goal": ({"flags": frozenset({"service-as-goal"})}, {}, {"goal-adult-action"}),
}


@pytest.mark.parametrize("change", GOAL_CHANGES)
def test_one_defect_in_one_goal_gives_its_finding_at_that_goal(rules, change):
    parts, fields, expected = GOAL_CHANGES[change]
    plan = sound_iep()
    text = "By March 2027, Tamsin will start work soon after the direction is given."
    broken = replace(plan.goals[1], text=text, analysis=replace(plan.goals[1].analysis, **parts), **fields)
    plan = replace(plan, goals=(plan.goals[0], broken))
    found = {n: r for n, r in issues(rules, plan).items() if r.severity in SERIOUS}
    assert set(found) == expected
    assert {r.at for r in found.values()} == {"goals[1]"}


SERVICE_CHANGES = {
    "frequency": ({"frequency": blank(), "minutes_per_week": None}, {"service-frequency-missing"}),
    "location": ({"location": blank()}, {"service-location-missing"}),
    "dates": ({"start": blank(), "end": blank()}, {"service-start-end-missing"}),
}


@pytest.mark.parametrize("change", SERVICE_CHANGES)
def test_one_empty_cell_in_one_service_gives_its_finding_at_that_row(rules, change):
    fields, expected = SERVICE_CHANGES[change]
    plan = sound_iep()
    broken = replace(service("Speech therapy", category="related-service"), text="Speech therapy", **fields)
    talk = goal(area="communication", label="Goal 3", text="By March 2027, Tamsin will say /r/ in 8 of 10 words.")
    plan = replace(plan, services=(*plan.services, broken), goals=(*plan.goals, talk))
    found = {n: r for n, r in issues(rules, plan).items() if r.severity in SERIOUS}
    assert {n: r.at for n, r in found.items()} == dict.fromkeys(expected, "services[2]")


def test_text_that_has_nothing_to_do_with_it_changes_nothing(rules):
    plan = sound_iep()
    more = replace(plan, sections=(*plan.sections, section("other", "Bus 12 stops at the corner.", heading="Bus")))
    before = [(r.rule, r.outcome, r.at) for r in evaluate(rules, plan, as_of=MEETING)]
    after = [(r.rule, r.outcome, r.at) for r in evaluate(rules, more, as_of=MEETING)]
    assert before == after


def blanked(plan, page):
    """What a reader gives when a page has no text: its parts are gone, and the page is known to be unread."""
    goals = tuple(g for g in plan.goals if g.place.page != page)
    return replace(
        plan,
        sections=tuple(s for s in plan.sections if s.page != page),
        goals=goals if any(s.page != page for s in plan.sections if s.key == "annual-goals") else None,
        services=tuple(s for s in plan.services if s.place.page != page) if page != 5 else None,
        accommodations=plan.accommodations if page != 5 else None,
        needs=plan.needs if page != 2 else None,
        decisions=tuple(d for d in plan.decisions if d.place.page != page),
        placement=plan.placement if page != 6 else Placement(blank(), blank(), blank()),
        progress_schedule=plan.progress_schedule if page != 4 else blank(),
        progress_method=plan.progress_method if page != 4 else blank(),
        team=plan.team if page != 1 else None,
        dates=plan.dates
        if page != 1
        else replace(
            plan.dates,
            **{n: blank() for n in ("meeting", "start", "end", "annual_review", "evaluation", "reevaluation")},
        ),
        unreadable_pages=(page,),
    )


@pytest.mark.parametrize("page", range(1, 8))
@pytest.mark.parametrize("plan", [sound_iep(), teenager()], ids=["fourth grade", "eleventh grade"])
def test_a_page_without_text_never_makes_a_new_finding(rules, plan, page):
    before, after = issues(rules, plan), issues(rules, blanked(plan, page))
    assert set(after) <= set(before)


def test_a_goal_whose_table_goes_on_on_an_unread_page_is_a_question(rules):
    plan = sound_iep()
    words = "By March 2027, Tamsin will spell words from the list."
    cut = goal(words, criterion=blank(), analysis=analysis(words, criterion=ABSENT, measurable=False))
    plan = replace(plan, goals=(cut,), unreadable_pages=(5,))
    (result,) = (r for r in evaluate(rules, plan, as_of=MEETING) if r.rule == "goal-no-criterion")
    assert result.outcome is Outcome.REVIEW
    assert "page 5" in result.message


def test_when_few_headings_were_recognized_absence_is_a_question(rules):
    plan = sound_iep()
    plan = replace(
        plan, sections=tuple(s for s in plan.sections if s.key in ("demographics", "annual-goals")), services=None
    )
    results = evaluate(rules, plan, as_of=MEETING)
    assert not [r.rule for r in results if r.outcome is Outcome.ISSUE and r.at == "document" and r.searched]


def test_the_form_words_under_a_heading_are_no_content(rules):
    plan = with_section(sound_iep(), "impact", template="How does the disability affect progress in reading and math?")
    assert serious(rules, plan) == {"impact-statement-missing"}


def test_an_empty_cell_is_told_from_a_cell_that_could_not_be_read(rules):
    from iepaudit.model.field import unclear

    words = "By March 2027, Tamsin will spell words from the list."
    empty = goal(words, criterion=blank(), analysis=analysis(words, criterion=ABSENT))
    unread = replace(empty, criterion=unclear("cell cut at the edge"))
    outcomes = []
    for made in (empty, unread):
        plan = replace(sound_iep(), goals=(made,))
        outcomes += [r.outcome for r in evaluate(rules, plan, as_of=MEETING) if r.rule == "goal-no-criterion"]
    assert outcomes == [Outcome.ISSUE, Outcome.REVIEW]


def test_nothing_is_kept_of_a_field_but_its_place():
    before = sound_iep().goals[0].baseline
    assert nothing(before).place == before.place and not nothing(before).filled
    assert block("x").filled == "x"
