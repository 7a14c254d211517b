"""What can be amiss in a plan, planted in a sound one, with the rules that tell it.

Each works on every plan of the layouts: a defect changes plain facts, so that it can be set in any layout.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from facts import Plan


@dataclass(frozen=True, slots=True)
class Defect:
    """`rules` are the names of those that tell it; one of them is enough."""

    name: str
    rules: tuple[str, ...]
    planted: Callable[[Plan], Plan]


def _goals(plan: Plan, **changes: Any) -> Plan:
    return replace(plan, goals=tuple(replace(goal, **changes) for goal in plan.goals))


def _first_goal(plan: Plan, text: str, **changes: Any) -> Plan:
    first = replace(plan.goals[0], text=text.format(name=_name(plan)), objectives=(), **changes)
    return replace(plan, goals=(first, *plan.goals[1:]))


def _name(plan: Plan) -> str:
    return plan.student.split()[0]


def _other_name(plan: Plan) -> Plan:
    return replace(
        plan,
        nonparticipation=plan.nonparticipation.replace(_name(plan), "Marcus"),
        esy=plan.esy.replace(_name(plan), "Marcus"),
        tests=plan.tests.replace(_name(plan), "Marcus"),
    )


def _answered(plan: Plan, number: int) -> Plan:
    """A special factor that is marked, with nothing about it anywhere else."""
    factors = tuple((question, n == number, "") for n, (question, _, _) in enumerate(plan.factors))
    return replace(plan, factors=factors)


def _without_devices(plan: Plan) -> Plan:
    kept = replace(plan, aids=(("Extended time on tests", "each test", "all classes"),))
    return replace(
        _answered(kept, 5),
        tests="The student takes the state and district assessments with extended time.",
        staff="The special education teacher meets with the classroom teacher, 30 minutes in October.",
    )


def _without_methods(plan: Plan) -> Plan:
    """Goals that say nowhere how they are measured, not even among their own words."""
    does = ("copy ten words from the board in four minutes", "carry the tray to the table 9 of 10 times", "tie shoes")
    goals = zip(plan.goals, does, strict=False)
    bare = [
        replace(goal, text=f"{_name(plan)} will {what}.", criterion="", method="", objectives=())
        for goal, what in goals
    ]
    return replace(plan, goals=tuple(bare))


def _without_data(plan: Plan) -> Plan:
    """Present levels that hold no measurement."""
    tries = f"{_name(plan)} is doing better in this area and tries hard."
    return replace(plan, levels=tuple((area, tries) for area, _ in plan.levels))


def _without_schedule(plan: Plan) -> Plan:
    """Neither a schedule of reports nor words of a goal that could be taken for one."""
    goals = tuple(
        replace(
            goal,
            text=goal.text.replace("grading periods", "months"),
            criterion=goal.criterion.replace("grading periods", "months"),
            schedule="",
        )
        for goal in plan.goals
    )
    return replace(plan, goals=goals, progress="")


def _without_role(plan: Plan, role: str) -> Plan:
    return replace(plan, team=tuple((name, own) for name, own in plan.team if role not in own))


DEFECTS: tuple[Defect, ...] = (
    Defect("no-levels", ("present-levels-missing", "heading-without-content"), lambda p: replace(p, levels=())),
    Defect("no-impact", ("impact-statement-missing", "heading-without-content"), lambda p: replace(p, impact="")),
    Defect("no-method", ("progress-method-missing",), _without_methods),
    Defect(
        "no-method-of-one", ("progress-method-missing",),
        lambda p: _first_goal(p, "{name} will copy ten words from the board in four minutes.", criterion="", method=""),
    ),
    Defect(
        "no-schedule", ("progress-schedule-missing",),
        _without_schedule,
    ),
    Defect(
        "no-criterion", ("goal-no-criterion",),
        lambda p: _first_goal(p, "{name} will read stories aloud to a partner this year.", criterion=""),
    ),
    Defect(
        "vague-goal", ("goal-vague-behaviour", "goal-no-criterion"),
        lambda p: _first_goal(p, "{name} will understand reading better and feel more confident.", criterion=""),
    ),
    Defect(
        "adult-goal", ("goal-adult-action",),
        lambda p: _first_goal(p, "The teacher will provide {name} with graphic organizers in 4 of 5 lessons."),
    ),
    Defect(
        "same-goal-twice", ("goal-duplicate-or-slot",),
        lambda p: replace(p, goals=(p.goals[0], replace(p.goals[1], text=p.goals[0].text), *p.goals[2:])),
    ),
    Defect(
        "baseline-is-target", ("baseline-equals-target",),
        lambda p: replace(p, goals=(*p.goals[:-1], replace(p.goals[-1], baseline=p.goals[-1].criterion))),
    ),
    Defect("baseline-to-be-found", ("goal-baseline-undetermined",), lambda p: _goals(p, baseline="TBD")),
    Defect(
        "no-place", ("service-location-missing",),
        lambda p: replace(p, services=(replace(p.services[0], place=""), *p.services[1:])),
    ),
    Defect(
        "no-reason-for-time-away", ("nonparticipation-explanation", "heading-without-content"),
        lambda p: replace(p, nonparticipation=""),
    ),
    Defect("no-tests", ("testing-accommodations-blank", "heading-without-content"), lambda p: replace(p, tests="")),
    Defect(
        "no-concerns", ("parent-concerns-blank", "heading-without-content"), lambda p: replace(p, parent=""),
    ),
    Defect("device-yes-none-named", ("at-yes-no-device",), _without_devices),
    Defect("language-yes-nothing", ("el-yes-no-language-plan",), lambda p: _answered(p, 1)),
    Defect("vision-yes-nothing", ("vi-no-braille-basis",), lambda p: _answered(p, 2)),
    Defect("hearing-yes-nothing", ("dhh-communication-missing",), lambda p: _answered(p, 4)),
    Defect("no-services", ("special-education-missing", "heading-without-content"), lambda p: replace(p, services=())),
    Defect("no-goals", ("goals-section-missing", "heading-without-content"), lambda p: replace(p, goals=())),
    Defect("impact-not-applicable", ("mandatory-na",), lambda p: replace(p, impact="N/A")),
    Defect("no-baseline", ("goal-no-baseline",), lambda p: _goals(_without_data(p), baseline="")),
    Defect("no-data", ("plaafp-no-data",), _without_data),
    Defect(
        "goal-after-the-plan", ("goal-date-outside-iep",),
        lambda p: _first_goal(p, "By June 2029, {name} will copy ten words from the board in four minutes."),
    ),
    Defect("another-name", ("wrong-name",), _other_name),
    Defect("over-a-year", ("iep-span-over-year",), lambda p: replace(p, end=p.start + timedelta(days=500))),
    Defect(
        "old-evaluation", ("evaluation-stale",),
        lambda p: replace(p, evaluation=p.meeting - timedelta(days=1500), reevaluation=p.meeting - timedelta(days=400)),
    ),
    Defect("no-classroom-teacher", ("team-role-missing",), lambda p: _without_role(p, "General")),
    Defect("no-district", ("team-role-missing",), lambda p: _without_role(p, "LEA")),
)  # fmt: skip
