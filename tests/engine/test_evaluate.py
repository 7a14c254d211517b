"""How rules are run: one result at least for each, repeats joined, crashes kept apart, kinds and selections obeyed."""

from dataclasses import replace

import pytest
from factories import ABSENT, MEETING, analysis, goal, place, section, sound_iep, with_section, without

from iepaudit.engine import Selection, evaluate, select_rules
from iepaudit.engine import checks as checks_module
from iepaudit.model.errors import UsageError
from iepaudit.model.field import blank, filled
from iepaudit.model.iep import Kind
from iepaudit.model.outcome import Confidence, Outcome, Severity
from iepaudit.rulepack import load_ruleset


@pytest.fixture(scope="module")
def rules():
    return load_ruleset()


def three_bad_goals():
    made = []
    for n, page in ((1, 4), (2, 4), (3, 5)):
        text = f"By March 2027, Tamsin will spell words from list {'ABC'[n - 1]}."
        parts = analysis(text, criterion=ABSENT, measurable=False)
        made.append(goal(text, page=page, label=f"Goal {n}", criterion=blank(), analysis=parts))
    return replace(sound_iep(), goals=tuple(made))


def test_every_selected_rule_gives_a_result_in_order_of_its_number(rules):
    ids = [r.id for r in evaluate(rules, sound_iep(), as_of=MEETING)]
    assert sorted(set(ids)) == [r.id for r in rules.rules]
    assert ids == sorted(ids)


def test_the_same_cause_in_three_goals_is_one_finding_with_three_places(rules):
    (found,) = (r for r in evaluate(rules, three_bad_goals(), as_of=MEETING) if r.rule == "goal-no-criterion")
    assert (found.at, found.also_at) == ("goals[0]", ("goals[1]", "goals[2]"))
    assert [p.page for p in found.evidence] == [4, 4, 5]
    assert found.message.startswith("Goal 1, Goal 2 and Goal 3:")


def test_an_absence_says_where_it_looked(rules):
    plan = without(sound_iep(), "impact")
    (found,) = (r for r in evaluate(rules, plan, as_of=MEETING) if r.rule == "impact-statement-missing")
    assert "pages 1 to 6" in found.searched
    assert 'heading "Present Levels of Academic Achievement and Functional Performance" (page 2)' in found.searched


def test_a_cell_that_is_missing_says_which_cell_was_looked_at(rules):
    (found,) = (r for r in evaluate(rules, three_bad_goals(), as_of=MEETING) if r.rule == "goal-no-criterion")
    assert "Goal 1: criterion (page 4)" in found.searched


@pytest.mark.parametrize(
    "name", ["present-levels", "impact", "parent-concerns", "assessment", "progress-schedule", "nonparticipation"]
)
def test_every_absence_has_something_in_searched(rules, name):
    plan = with_section(sound_iep(), name, template="The form's own words.")
    found = [r for r in evaluate(rules, plan, as_of=MEETING) if r.outcome is Outcome.ISSUE]
    assert all(r.searched for r in found)


def test_fingerprints_hold_no_words_of_the_plan_and_stay_the_same(rules):
    first = evaluate(rules, three_bad_goals(), as_of=MEETING)
    renamed = replace(three_bad_goals(), first_names=())
    second = evaluate(rules, renamed, as_of=MEETING)
    assert [r.fingerprint for r in first] == [r.fingerprint for r in second]
    assert all(len(r.fingerprint) == 16 for r in first)


def test_a_rule_that_crashes_is_an_error_for_itself_alone(rules, monkeypatch):
    real = checks_module.FUNCTIONS["page_gaps"]

    def broken(arguments, context):
        raise RuntimeError("secret words of the plan")

    monkeypatch.setitem(checks_module.FUNCTIONS, "page_gaps", broken)
    results = evaluate(rules, sound_iep(), as_of=MEETING)
    errors = [r for r in results if r.outcome is Outcome.ERROR]
    assert [r.rule for r in errors] == ["missing-pages"]
    assert "secret" not in errors[0].message
    assert len(results) >= len(rules.rules)
    assert real is not broken


def test_a_rule_that_takes_too_many_steps_is_stopped_and_named(tmp_path):
    path = tmp_path / "slow.yaml"
    path.write_text(
        """schema: 1
rules:
  - id: IEP901
    name: slow-join
    title: A join of everything with everything
    severity: advice
    confidence: low
    authority: [{cite: none, grade: K}]
    for_each: {in: 'goals[*]', as: one}
    forbid:
      some: {in: 'goals[*]', as: two, that: {some: {in: 'goals[*]', as: three, that: {same: [two.text, three.area]}}}}
    message: '{labels}'
    question: 'Why?'
    explain: Nothing.
""",
        "utf-8",
    )
    rules = load_ruleset([path])
    plan = replace(sound_iep(), goals=tuple(goal(label=f"Goal {n}") for n in range(90)))
    (result,) = evaluate(rules, plan, as_of=MEETING, select=Selection(select=("IEP901",)))
    assert result.outcome is Outcome.ERROR
    assert "IEP901 slow-join" in result.message


@pytest.mark.parametrize("kind", [Kind.PLAN_504, Kind.EVALUATION_REPORT, Kind.PROGRESS_REPORT, Kind.OTHER])
def test_a_document_that_is_no_plan_gives_nothing(rules, kind):
    assert evaluate(rules, replace(sound_iep(), kind=kind), as_of=MEETING) == ()


def test_a_blank_form_gets_the_rules_for_forms_and_no_others(rules):
    results = evaluate(rules, replace(sound_iep(), kind=Kind.BLANK_FORM), as_of=MEETING)
    run = {r.rule for r in results if r.outcome is not Outcome.NOT_APPLICABLE}
    assert run
    assert all(name.startswith("form-") for name in run)


def test_an_amendment_is_not_asked_for_the_parts_that_it_does_not_change(rules):
    plan = replace(
        sound_iep(), kind=Kind.AMENDMENT, sections=(section("amendment", "New service."),), goals=None, needs=None
    )
    found = [r.rule for r in evaluate(rules, plan, as_of=MEETING) if r.outcome in (Outcome.ISSUE, Outcome.REVIEW)]
    assert found == []


def test_a_list_that_was_never_found_is_left_to_the_rule_that_reports_it(rules):
    plan = replace(sound_iep(), goals=None)
    outcomes = {r.rule: r.outcome for r in evaluate(rules, plan, as_of=MEETING)}
    assert outcomes["goals-section-missing"] is Outcome.ISSUE
    assert outcomes["goal-no-criterion"] is Outcome.NOT_APPLICABLE


SELECTORS = [
    ("IEP201", {"goal-no-criterion"}),
    ("goal-no-criterion", {"goal-no-criterion"}),
    ("goal-vague-behavior", {"goal-vague-behaviour"}),
    ("tag:esy", {"esy-undecided"}),
]


@pytest.mark.parametrize(("selector", "names"), SELECTORS)
def test_a_selector_is_a_number_a_name_an_alias_or_a_tag(rules, selector, names):
    assert {r.name for r in select_rules(rules, Selection(select=(selector,)))} == names


def test_the_start_of_a_number_selects_its_block(rules):
    found = select_rules(rules, Selection(select=("IEP2",)))
    assert {r.id[:4] for r in found} == {"IEP2"}
    assert len(found) > 5


def test_must_run_wins_over_ignore(rules):
    chosen = Selection(select=("IEP2",), ignore=("IEP2",), must_run=("goal-no-criterion",))
    assert [r.name for r in select_rules(rules, chosen)] == ["goal-no-criterion"]


def test_a_misspelled_selector_names_the_nearest_rule(rules):
    with pytest.raises(UsageError, match="did you mean 'goal-no-criterion'"):
        select_rules(rules, Selection(select=("goal-no-criterium",)))


def test_a_severity_can_be_set_from_outside(rules):
    chosen = Selection(select=("goal-no-criterion",), severity={"IEP201": Severity.ADVICE})
    (found,) = evaluate(rules, three_bad_goals(), as_of=MEETING, select=chosen)
    assert found.severity is Severity.ADVICE


def test_rules_below_the_wanted_confidence_do_not_run(rules):
    chosen = select_rules(rules, Selection(min_confidence=Confidence.HIGH))
    assert {r.confidence for r in chosen} == {Confidence.HIGH}


def test_two_runs_give_the_same_results(rules):
    assert evaluate(rules, three_bad_goals(), as_of=MEETING) == evaluate(rules, three_bad_goals(), as_of=MEETING)


def test_evidence_is_the_line_on_which_the_words_stand(rules):
    plan = with_section(sound_iep(), "present-levels", "Reads 62 words, scored 12 of 20.\nShe hits peers daily.")
    (found,) = (r for r in evaluate(rules, plan, as_of=MEETING) if r.rule == "behaviour-no-but-described")
    assert found.match == "hits peers"
    assert "She hits peers daily." in [p.quote for p in found.evidence]


def test_the_place_of_a_contradiction_shows_both_sides(rules):
    plan = sound_iep()
    old = filled(MEETING.replace(year=2021), place(1, "Evaluated 3/2/2021"))
    plan = replace(plan, dates=replace(plan.dates, evaluation=old, reevaluation=blank()))
    (found,) = (r for r in evaluate(rules, plan, as_of=MEETING) if r.rule == "evaluation-stale")
    assert "Evaluated 3/2/2021" in [p.quote for p in found.evidence]


def test_a_finding_on_two_goals_says_what_is_wrong_with_each(rules):
    slot = goal("By March 2027, [Student Name] will spell 20 words.", label="Goal 2")
    plan = replace(sound_iep(), goals=(goal(), slot, goal(label="Goal 3")))
    (found,) = (r for r in evaluate(rules, plan, as_of=MEETING) if r.rule == "goal-duplicate-or-slot")
    assert "[Student Name]" in found.message
    assert "the same words as an earlier one" in found.message
