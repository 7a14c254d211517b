"""Which items of 34 CFR 300.320 to 300.324 the rules look at, and which are left to a person."""

from __future__ import annotations

from dataclasses import dataclass

from iepaudit.rulepack.rule import Rule

# cite, in plain words, and why a person is needed where no rule can decide
ITEMS: tuple[tuple[str, str, str], ...] = (
    ("300.320(a)(1)", "present levels of academic achievement and functional performance", ""),
    ("300.320(a)(1)(i)", "how the disability affects progress in the general curriculum", ""),
    ("300.320(a)(1)(ii)", "preschool: how it affects taking part in appropriate activities", ""),
    ("300.320(a)(2)(i)", "measurable annual goals, academic and functional", ""),
    ("300.320(a)(2)(i)(A)-(B)", "goals meet the needs that result from the disability", ""),
    ("300.320(a)(2)(ii)", "objectives for children who take the alternate assessment", ""),
    ("300.320(a)(3)(i)", "how progress will be measured", ""),
    ("300.320(a)(3)(ii)", "when progress will be reported", ""),
    ("300.320(a)(4)", "special education, related services, aids, supports for personnel", ""),
    ("300.320(a)(4) research", "services based on peer-reviewed research where practicable",
     "the law asks for no text, so silence says nothing"),
    ("300.320(a)(4)(ii)", "taking part in extracurricular and nonacademic activities", ""),
    ("300.320(a)(5)", "the extent of time away from nondisabled children, explained", ""),
    ("300.320(a)(6)(i)", "accommodations on state and district tests", ""),
    ("300.320(a)(6)(ii)", "reasons for an alternate assessment", ""),
    ("300.320(a)(7)", "start, frequency, location and duration of services", ""),
    ("300.320(b)(1)", "measurable postsecondary goals on age-appropriate assessments", ""),
    ("300.320(b)(2)", "transition services and courses of study", ""),
    ("300.320(c)", "told of rights that transfer at the age of majority", ""),
    ("300.321(a)", "who is on the team", ""),
    ("300.321(b)(1)", "the child is invited when transition is discussed", ""),
    ("300.321(b)(3)", "agencies that may pay for transition services are invited",
     "whether such an agency exists is not in the plan"),
    ("300.321(e)", "members are excused in writing", "excusals are separate papers"),
    ("300.322", "parents can take part", "notices and attempts are separate papers"),
    ("300.323(a)", "a plan is in effect", ""),
    ("300.323(c)(1)", "a first meeting within 30 days", ""),
    ("300.323(d)", "teachers have access to the plan and know their part", "it happens after the plan is written"),
    ("300.324(a)(1)(i)", "strengths", ""),
    ("300.324(a)(1)(ii)", "concerns of the parents", ""),
    ("300.324(a)(1)(iii)", "results of the latest evaluation", ""),
    ("300.324(a)(1)(iv)", "academic, developmental and functional needs", ""),
    ("300.324(a)(2)", "the special factors are considered", ""),
    ("300.324(a)(2)(i)", "behavior that gets in the way", ""),
    ("300.324(a)(2)(ii)", "language needs of English learners", ""),
    ("300.324(a)(2)(iii)", "braille", ""),
    ("300.324(a)(2)(iv)", "communication, and deaf or hard-of-hearing children", ""),
    ("300.324(a)(2)(v)", "assistive technology", ""),
    ("300.324(a)(3)", "the regular teacher helps to write it", "who wrote what is not in the plan"),
    ("300.324(a)(4), (6)", "amendments", "whether the parents agreed is a separate paper"),
    ("300.324(b)(1)(i)", "reviewed at least once a year", ""),
    ("300.324(b)(1)(ii)", "revised when progress is lacking", "it needs the plan before this one"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Covered:
    """`how` is checked, partly (only rules that ask), or person."""

    cite: str
    words: str
    how: str
    rules: tuple[str, ...]
    why_person: str


def coverage(rules: tuple[Rule, ...]) -> tuple[Covered, ...]:
    """Every item, in the order of the law."""
    found = []
    for cite, words, why in ITEMS:
        using = [r for r in rules if cite in r.covers]
        sure = any(r.confidence.value != "low" for r in using)
        how = "checked" if sure else "partly" if using else "person"
        reason = why or ("" if using else "no rule looks at it yet")
        found.append(Covered(cite, words, how, tuple(f"{r.id} {r.name}" for r in using), reason))
    return tuple(found)
