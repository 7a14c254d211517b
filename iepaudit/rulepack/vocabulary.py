"""What rules may speak about: the tree of facts, as types. The loader checks every path against it, examples are
built by it, and the engine fills it from a plan, so that the three cannot drift apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from iepaudit.model.iep import SECTION_KEYS


class ValueKind(StrEnum):
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    BOOL = "bool"
    WORDS = "words"  # a set of words, such as the flags of a goal


@dataclass(frozen=True, slots=True)
class LeafType:
    kind: ValueKind
    help: str = ""


@dataclass(frozen=True, slots=True)
class GroupType:
    fields: Mapping[str, NodeType]
    help: str = ""
    main: str = ""  # the field that `present` and `text` look at when the group itself is named
    label: str = ""  # the field that names one of these to a person
    noun: str = ""


@dataclass(frozen=True, slots=True)
class ManyType:
    item: LeafType | GroupType
    help: str = ""


NodeType: TypeAlias = LeafType | GroupType | ManyType


def _text(help: str = "") -> LeafType:
    return LeafType(ValueKind.TEXT, help)


def _number(help: str = "") -> LeafType:
    return LeafType(ValueKind.NUMBER, help)


def _date(help: str = "") -> LeafType:
    return LeafType(ValueKind.DATE, help)


def _bool(help: str = "") -> LeafType:
    return LeafType(ValueKind.BOOL, help)


def _words(help: str = "") -> LeafType:
    return LeafType(ValueKind.WORDS, help)


SECTION = GroupType(
    {
        "key": _text("one of the section keys, or other"),
        "heading": _text("as printed"),
        "filled_text": _text("what somebody filled in; the form's own words are left out"),
        "own_text": _text("the same without the parts within it that have a heading or label of their own"),
        "template_text": _text("the form's own words"),
        "above": _text("headings only: the form's own words on the line above, such as For the preschool student"),
        "elsewhere": _text("headings only: what another heading of the same part holds"),
        "words": _number("how many words were filled in"),
        "marked": _bool("a check box in it is marked"),
    },
    "a stretch of the document under one heading",
    main="filled_text",
    label="heading",
    noun="section",
)

OBJECTIVE = GroupType(
    {
        "text": _text(),
        "criterion": _text(),
        "deadline": _date(),
        "measurable": _bool(),
    },
    "a short-term objective or benchmark",
    main="text",
    noun="objective",
)

GOAL = GroupType(
    {
        "label": _text("Goal 1, as printed or counted"),
        "text": _text("the goal's own sentence"),
        "area": _text("area of need; unclear when none could be told"),
        "behavior": _text("the verb phrase that the goal rests on, whatever its kind"),
        "behavior_kind": _text("observable, vague, adult-action, attitude or none"),
        "criterion": _text("a level that says when the goal is met: in the goal, its column or its objectives"),
        "criterion_source": _text("text, criterion, objectives ...: where the criterion stands"),
        "condition": _text(),
        "timeframe": _text(),
        "method": _text("how progress is measured: in the goal or its column"),
        "method_source": _text("text or method: where the method stands"),
        "baseline": _text("the present level: in the goal or its column"),
        "baseline_cell": _text("what stands in the baseline column, whatever it is worth"),
        "method_cell": _text("what stands in the method column, whatever it is worth"),
        "criterion_cell": _text("what stands in the criterion column, whatever it is worth"),
        "schedule": _text("when progress is measured or reported"),
        "deadline": _date("the date by which the goal should be met"),
        "measurable": _bool("observable behavior and a criterion"),
        "flags": _words("see GoalAnalysis.flags"),
        "vague": _words("vague words in it"),
        "vague_kinds": _words("kinds of the vague words: mental, change, hedge, attitude, degree, anchor, support"),
        "objectives": ManyType(OBJECTIVE),
        "words": _number("how many words the goal's sentence has"),
        "postsecondary": _bool("an outcome after leaving school"),
        "growth": _text("more, none or less: target against baseline, where both have a number in one unit"),
    },
    "an annual goal",
    main="text",
    label="label",
    noun="goal",
)

SERVICE = GroupType(
    {
        "label": _text("the service's name, shortened"),
        "name": _text(),
        "category": _text("special-education, related-service, supplementary-aid, personnel-support or esy"),
        "amount": _text("minutes or hours as printed"),
        "frequency": _text("as printed, such as 2 x weekly"),
        "location": _text(),
        "start": _date(),
        "end": _date(),
        "provider": _text(),
        "minutes_per_week": _number("only where amount and frequency are both stated"),
        "area": _text("area of need that a service of this name answers; unclear when none could be told"),
        "text": _text("the whole row or sentence"),
    },
    "one row or sentence that promises a service",
    main="text",
    label="label",
    noun="service",
)

ACCOMMODATION = GroupType(
    {
        "label": _text("its words, shortened"),
        "text": _text(),
        "category": _text("classroom, testing or both"),
        "area": _text("area of need that it answers; unclear when none could be told"),
    },
    "an accommodation, aid or modification",
    main="text",
    label="label",
    noun="accommodation",
)

NEED = GroupType(
    {"area": _text(), "text": _text("the sentence that names the need")},
    "a need that the present levels name",
    main="area",
    label="area",
    noun="need",
)

PARTICIPANT = GroupType({"role": _text()}, "somebody on the team", main="role", label="role", noun="participant")

NAMED = GroupType({"text": _text()}, "a piece of text with its place", main="text", label="text", noun="place")

DECISION_NAMES = (
    "behavior",
    "english-learner",
    "vision",
    "hearing",
    "communication",
    "assistive-technology",
    "alternate-assessment",
    "esy",
    "transition",
)

STUDENT = GroupType(
    {
        "name": _text(),
        "birth_date": _date(),
        "grade": _text(),
        "grade_level": _number("12 for 12th grade, 0 for kindergarten, -1 before"),
        "age_at_meeting": _number("in years, with a fraction"),
        "age_at_end": _number("in years on the last day of the plan, with a fraction"),
        "preschool": _bool("not yet in kindergarten"),
    }
)

DATES = GroupType(
    {
        "meeting": _date(),
        "start": _date(),
        "end": _date(),
        "annual_review": _date(),
        "evaluation": _date(),
        "reevaluation": _date(),
        "first_day": _date("start, else meeting"),
        "last_day": _date("end, else annual review, else a year after the meeting or start"),
        "as_of": _date("the day that ages and deadlines are decided on"),
    }
)

PLACEMENT = GroupType(
    {
        "statement": _text("all that is said about time with nondisabled children"),
        "extent": _text("how much time, which settings"),
        "reason": _text("why"),
        "full_participation": _bool(),
        "percent_general": _number("percent of the day in general education"),
        "percent_least": _number("the lower end of a range that was marked instead"),
        "percent_most": _number("its upper end"),
        "percent_of_minutes": _number("the same, by the form's own totals of minutes"),
    },
    main="statement",
)

TRANSITION = GroupType(
    {
        "education": _text(),
        "employment": _text(),
        "independent_living": _text(),
        "assessment": _text(),
        "services": _text(),
        "course_of_study": _text(),
        "goals": ManyType(GOAL, "postsecondary goals"),
    },
    main="education",
)

DOCUMENT = GroupType(
    {
        "text": _text("everything that somebody filled in, under any heading"),
        "class_text": _text("the same without what stands only in the part on state and district tests"),
        "template_text": _text("the form's own words"),
        "all_text": _text("every word: headings, the form's own words and what was filled in"),
        "draft": _bool("marked as a draft"),
        "pages": _number(),
        "page_labels": ManyType(NAMED, "page labels as printed, with their pages"),
        "first_names": ManyType(NAMED, "given names that stand where the child is the subject"),
        "header_names": ManyType(NAMED, "names that running headers print"),
        "marked_boxes": _number("how many check boxes are marked"),
        "empty_boxes": _number("how many check boxes are empty"),
    }
)

# What a profile says; profile files may set these and no others.
PROFILE = GroupType(
    {
        "name": _text("federal, or the code of a state"),
        "transition_age": _number("age at which a plan in effect needs postsecondary goals"),
        "transition_grade": _number("grade at whose start it needs them, where a state names one"),
        "majority_age": _number("age at which rights in special education transfer"),
        "objectives": _text("alternate, all, preschool, or not-general-test: who gets short-term objectives"),
        "rights_transfer": _bool("the state transfers rights at the age of majority"),
        "review_days": _number("days that may lie between meeting and end"),
    }
)

QUESTION = GroupType(
    {"label": _text("as printed"), "answer": _text("what stands behind it; blank when nothing does")},
    "a label or question of the form with its answer",
    main="answer",
    label="label",
    noun="question",
)

VOCABULARY = GroupType(
    {
        "student": STUDENT,
        "dates": DATES,
        "sections": GroupType(
            {**dict.fromkeys(SECTION_KEYS, SECTION), "other": ManyType(SECTION, "sections under any other heading")}
        ),
        "headings": ManyType(SECTION, "every section, in the order of the document"),
        "questions": ManyType(QUESTION, "every label and question of the form"),
        "goals": ManyType(GOAL),
        "services": ManyType(SERVICE),
        "accommodations": ManyType(ACCOMMODATION),
        "needs": ManyType(NEED),
        "team": ManyType(PARTICIPANT),
        "decisions": GroupType({name: _text("yes, no, both or neither") for name in DECISION_NAMES}),
        "explained": GroupType({name: _text("what was written beside the answer") for name in DECISION_NAMES}),
        "progress": GroupType({"schedule": _text(), "method": _text()}),
        "placement": PLACEMENT,
        "transition": TRANSITION,
        "document": DOCUMENT,
        "profile": PROFILE,
    }
)
