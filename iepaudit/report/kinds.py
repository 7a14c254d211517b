"""What each kind of document is called, and why most kinds are not audited."""

from __future__ import annotations

from iepaudit.model.iep import Kind

NOUNS: dict[Kind, str] = {
    Kind.IEP: "an IEP",
    Kind.BLANK_FORM: "a blank form",
    Kind.PLAN_504: "a Section 504 plan",
    Kind.EVALUATION_REPORT: "an evaluation or eligibility report",
    Kind.PROGRESS_REPORT: "a progress report",
    Kind.BEHAVIOR_PLAN: "a behavior plan",
    Kind.PRIOR_WRITTEN_NOTICE: "a prior written notice",
    Kind.MEETING_NOTICE: "a meeting notice",
    Kind.IFSP: "an IFSP (the plan for children under three)",
    Kind.SERVICES_PLAN: "a services plan for a child in a private school",
    Kind.AMENDMENT: "an amendment to an IEP",
    Kind.SUMMARY_OF_PERFORMANCE: "a summary of performance (for leaving school)",
    Kind.OTHER: "another kind of document",
    Kind.UNREADABLE: "a file that could not be read",
}

_WHY: dict[Kind, str] = {
    Kind.PLAN_504: "it follows other rules (34 CFR part 104) and need not hold what an IEP must",
    Kind.EVALUATION_REPORT: "it says what was found out about a child, not what the school will do",
    Kind.PROGRESS_REPORT: "it reports on the goals of a plan; the goals themselves stand in the plan",
    Kind.BEHAVIOR_PLAN: "it may belong to an IEP, but it is not the plan itself",
    Kind.PRIOR_WRITTEN_NOTICE: "it tells of a decision; the decision itself stands in the plan",
    Kind.MEETING_NOTICE: "it invites to a meeting and holds no plan",
    Kind.IFSP: "it has outcomes for a family instead of annual goals, under 34 CFR 303.344",
    Kind.SERVICES_PLAN: "34 CFR 300.138 asks less of it than of an IEP",
    Kind.SUMMARY_OF_PERFORMANCE: "it looks back on school instead of planning a year",
    Kind.OTHER: "no sign was found that it is a filled-in IEP",
}


def not_audited(kind: Kind) -> str:
    """One sentence on a document that gets no audit: what it is, and why. "" for kinds that get one."""
    why = _WHY.get(kind)
    if why is None:
        return ""
    noun = NOUNS[kind]
    if kind is Kind.OTHER:
        return f"This does not look like an IEP: {why}. It was not audited."
    return f"This looks like {noun}, which is not an IEP: {why}. It was not audited."
