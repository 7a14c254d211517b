"""Every part that a plan has, with an answer that holds nothing: what is said of it.

`issue` and `review` name the outcome of the rule that asks for the part; "" where the answer may lawfully stand."""

from __future__ import annotations

import pytest
from plan_text import PLAN

from iepaudit.audit import AuditOptions, audit_here
from iepaudit.engine.empty_answers import Nothing, says_nothing

OLDER = (
    PLAN.replace("04/09/2015", "04/09/2009")
    .replace("Grade: 5", "Grade: 11")
    .replace("State grade 5", "State grade 11")
    .replace("Omar Vance, school psychologist", "Omar Vance, school psychologist\nNadia Okafor, student")
    + """
TRANSITION PLAN
Transition assessment: O*NET interest profiler, October 2025: highest in the arts.
Education and training: After high school, Nadia will enroll in the graphic design program of the community college.
Employment: After finishing the program, Nadia will work as a graphic designer.
Transition services: Visit to the community college in April 2026; job shadowing at a print shop in May 2026.
Course of study: English 11, Algebra 2, Biology, Graphic Design I.
Transfer of rights: On 02/10/2026 Nadia was told of the rights that pass to her at 18.
"""
)


def under(heading: str) -> str:
    """What stands under a heading of the sound plan."""
    begin = PLAN.index(f"{heading}\n") + len(heading) + 1
    return PLAN[begin:].partition("\n\n")[0].rstrip("\n")


def between(first: str, following: str) -> str:
    return PLAN[PLAN.index(first) : PLAN.index(following)].rstrip()


def behind(label: str) -> str:
    return next(line.removeprefix(f"{label}: ") for line in OLDER.splitlines() if line.startswith(f"{label}: "))


# component: (plan, the words that make it, the rule that asks for it)
COMPONENTS = {
    "levels": (PLAN, under("PRESENT LEVELS OF ACADEMIC ACHIEVEMENT AND FUNCTIONAL PERFORMANCE"),
               "present-levels-missing"),
    "impact": (PLAN, under("HOW THE DISABILITY AFFECTS INVOLVEMENT AND PROGRESS IN THE GENERAL CURRICULUM"),
               "impact-statement-missing"),
    "goals": (PLAN, between("Goal 1\n", "PROGRESS REPORTS"), "goals-section-missing"),
    "reports": (PLAN, under("PROGRESS REPORTS"), "progress-schedule-missing"),
    "services": (PLAN, between("Service: Reading", "SUPPLEMENTARY AIDS"), "special-education-missing"),
    "frequency": (PLAN, "4 times per week", "service-frequency-missing"),
    "location": (PLAN, "Resource room", "service-location-missing"),
    "time away": (PLAN, under("LEAST RESTRICTIVE ENVIRONMENT"), "nonparticipation-explanation"),
    "tests": (PLAN, under("STATE AND DISTRICT ASSESSMENTS"), "testing-accommodations-blank"),
    "long break": (PLAN, under("EXTENDED SCHOOL YEAR"), "esy-undecided"),
    "concerns": (PLAN, under("PARENT CONCERNS"), "parent-concerns-blank"),
    "learning later": (OLDER, behind("Education and training"), "psg-missing"),
    "work later": (OLDER, behind("Employment"), "psg-missing"),
    "assessment": (OLDER, behind("Transition assessment"), "transition-assessment-missing"),
    "steps": (OLDER, behind("Transition services"), "transition-services-empty"),
    "courses": (OLDER, behind("Course of study"), "course-of-study-missing"),
    "rights": (OLDER, behind("Transfer of rights"), "transfer-of-rights-missing"),
}  # fmt: skip
ANSWERS = ("", "____________", "TBD", "N/A", "Same as last year", "See present levels", "See attached")
# Where the answer is not an issue: (component, answer) -> outcome.
OTHERWISE = {
    **{(c, "See attached"): "review" for c in COMPONENTS if c not in ("learning later", "work later")},
    ("levels", "See present levels"): "pass",  # nobody writes it there
    ("impact", "See present levels"): "review",  # it may be said among them
    ("concerns", "See present levels"): "review",
    ("frequency", "TBD"): "pass",  # quoted by service-vague-amount
    ("frequency", "Same as last year"): "pass",
    ("tests", "N/A"): "review",  # none are needed, or nobody thought of it
    ("long break", "N/A"): "review",
    ("rights", "N/A"): "review",
}  # fmt: skip


def outcome(tmp_path, text, rule):
    path = tmp_path / "plan.txt"
    path.write_text(text, "utf-8")
    return next(r.outcome.value for r in audit_here(path, AuditOptions()).results if r.rule == rule)


def test_the_plan_of_an_older_student_is_sound(tmp_path):
    path = tmp_path / "plan.txt"
    path.write_text(OLDER, "utf-8")
    results = audit_here(path, AuditOptions()).results
    assert [(r.rule, r.message) for r in results if r.outcome.value not in ("pass", "not_applicable")] == []


@pytest.mark.parametrize("answer", ANSWERS)
@pytest.mark.parametrize("component", COMPONENTS)
def test_an_answer_that_holds_nothing_is_no_content(component, answer, tmp_path):
    plan, words, rule = COMPONENTS[component]
    assert words in plan

    assert outcome(tmp_path, plan.replace(words, answer), rule) == OTHERWISE.get((component, answer), "issue")


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        ("TBD.", Nothing.PUT_OFF),
        ("To be determined at the next meeting", Nothing.PUT_OFF),
        ("Remains the same as last year's IEP", Nothing.PUT_OFF),
        ("Por determinar", Nothing.PUT_OFF),
        ("- - -", Nothing.PUT_OFF),
        ("Please see the PLAAFP section.", Nothing.LEVELS),
        ("Ver niveles actuales de desempeño", Nothing.LEVELS),
        ("See page 4", Nothing.ELSEWHERE),
        ("Refer to the psychological evaluation report dated 3/4/2025", Nothing.ELSEWHERE),
        ("Transition assessment: N/A", Nothing.NONE),
        ("", None),
        ("No", None),
        ("None at this time", None),
        ("See how far he can count", None),
        ("Sees a counselor weekly", None),
        ("Pending the hearing test, she sits near the teacher.", None),
        ("The same seat each day, near the board", None),
    ],
)
def test_what_says_nothing_is_told_from_short_answers(answer, kind):
    assert says_nothing(answer) is kind
