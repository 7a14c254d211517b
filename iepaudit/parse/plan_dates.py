"""The dates of a plan: of the meeting, from when to when it runs, of its review and of the evaluations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from iepaudit.model.field import Field, FieldState, blank, filled, unclear
from iepaudit.model.iep import Block, Dates
from iepaudit.parse.dates import find_dates, first_date, only_dates
from iepaudit.parse.values import Labelled, pick


def find_dates_of_plan(found: Sequence[Labelled], blocks: Sequence[Block]) -> Dates:
    """The plan's dates. A range behind "IEP Period" gives start and end."""
    found = [replace(item, name="span") if item.name == "meeting-date" and _is_year(item.value) else item
             for item in found]  # fmt: skip
    found = _with_annual_dates(_with_this_review(_with_from_and_to(found)))
    meeting = as_date(pick(found, "meeting-date", first_date))
    start = as_date(pick(found, "start-date", first_date))
    end = as_date(pick(found, "end-date", first_date))
    parted = (
        sum(item.name == "span" and bool(_BEGINS.match(item.place.quote)) for item in found) > 1
    )  # two school years
    for name in ("plan-start", "plan-end"):  # bare "Start date" means the plan only on its cover
        cover = [item for item in found if item.cover and not (parted and item.place.quote[:3].lower() == "to:")]
        own = as_date(pick(cover, name, first_date))
        if name == "plan-start" and not start.filled and own.filled:
            start = own
        elif name == "plan-end" and not end.filled and own.filled:
            end = own
    for item in found:
        if item.name not in ("span", "start-date", "school-year"):
            continue
        dates = find_dates(item.value)
        if len(dates) >= 2 and dates[0].value < dates[1].value:
            if not start.filled:
                start = filled(dates[0].value, item.place)
            if not end.filled:
                end = filled(dates[1].value, item.place)
        elif len(dates) == 1 and item.name == "span" and _BEGINS.match(item.place.quote):
            start = start if start.filled else filled(dates[0].value, item.place)
        elif len(dates) == 1 and item.name == "span" and not end.filled:
            begins = start.value or meeting.value
            if _speaks_of_end(item.value) or (begins and _YEAR[0] < (dates[0].value - begins).days < _YEAR[1]):
                end = filled(dates[0].value, item.place)
    meeting = meeting if meeting.filled else _beside_name(found, start) or meeting
    evaluation = as_date(pick(found, "evaluation-date", first_date))
    in_running_text = not (meeting.filled or start.filled or end.filled)
    if not (start.filled or end.filled):
        start, end = _runs_in_sentence(blocks) or (start, end)
    if in_running_text:
        meeting, start, end = _dates_in_sentences(blocks, meeting, start, end)
        evaluation = evaluation if evaluation.filled else _evaluated(blocks) or evaluation
    reevaluation = as_date(pick(found, "reevaluation-date", first_date))
    evaluation, reevaluation = _told_by_day(found, meeting.value or start.value, evaluation, reevaluation)
    first = as_date(pick(found, "initial-eligibility-date", first_date))
    if not evaluation.filled and first.value and reevaluation.value:
        # the only one until then
        evaluation = first if _are_three_years(first.value, reevaluation.value) else evaluation
    if not reevaluation.filled and (both := _evaluated_and_due(blocks)):
        evaluation = evaluation if evaluation.filled else both[0]
        reevaluation = both[1] if evaluation.value == both[0].value else reevaluation
    if reevaluation.value is not None and reevaluation.value == evaluation.value:
        reevaluation = unclear("the date stands at two labels", reevaluation.place)
    return Dates(
        meeting=meeting,
        start=start,
        end=end,
        annual_review=as_date(pick(found, "annual-review-date", first_date)),
        evaluation=evaluation,
        reevaluation=reevaluation,
    )


def _told_by_day(
    found: Sequence[Labelled], begins: date | None, evaluation: Field[date], reevaluation: Field[date]
) -> tuple[Field[date], Field[date]]:
    """The last evaluation and the next, where "Evaluation" or "Reevaluation" stands at a day and does not say which it
    is: the last lies before the meeting, the next behind it."""
    for item in found:
        alone = item.name in ("evaluation", "disability") and item.cover and only_dates(item.value)
        if item.name not in ("reevaluation", "evaluations") and not alone:
            continue
        either = as_date(pick([item], item.name, first_date))
        if either.value is None or begins is None:
            continue
        if either.value <= begins:
            evaluation = evaluation if evaluation.filled else either
        elif item.name != "disability":
            reevaluation = reevaluation if reevaluation.filled else either
    return evaluation, reevaluation


def _beside_name(found: Sequence[Labelled], start: Field[date]) -> Field[date] | None:
    """The date on the line of the student's name ("Ida Fenn Date: 9/8/2026"), when the plan begins soon after it."""
    for item in found:
        said = _DATED.search(item.value) if item.name == "student-name" and item.cover else None
        day = first_date(said[1]) if said else None
        if day and start.value and 0 <= (start.value - day).days <= _YEAR[0]:
            return filled(day, item.place)
    return None


_DATED = re.compile(r"\sDate:\s*(\S.*)$")


def _with_this_review(found: Sequence[Labelled]) -> list[Labelled]:
    """Where a plan gives the date of its annual review and that of the next one, the first is that of the meeting."""
    reviews = [item for item in found if item.name == "annual-review-date" and first_date(item.value)]
    following = {item.order for item in reviews if _NEXT.search(item.place.quote)}
    latest = max((day for i in reviews if i.order in following and (day := first_date(i.value))), default=None)
    this = {
        item.order for item in reviews
        if latest and item.order not in following and (day := first_date(item.value))
        and (latest - day).days > _YEAR[0]
    }  # fmt: skip
    return [replace(i, name="meeting-date") if i.name == "annual-review-date" and i.order in this else i for i in found]


def _with_from_and_to(found: Sequence[Labelled]) -> list[Labelled]:
    """Where a plan asks for its period and then, with labels of their own, for the first day and the last ("Duration of
    services" / "From: 9/8/2026" / "To: 9/7/2027"), these are the days on which it begins and ends."""
    asks = {item.order for item in found if item.name == "span" and len(find_dates(item.value)) < 2}
    means = {"plan-start": "start-date", "plan-end": "end-date"}
    first = {item.order for item in found if item.name == "plan-start" and {item.order - 1, item.order - 2} & asks}
    return [
        replace(item, name=means[item.name])
        if item.name in means and (item.order in first or any(0 < item.order - n <= _BESIDE for n in first))
        else item
        for item in found
    ]  # fmt: skip


_BESIDE = 2  # blocks from the first day of a period to its last


def _with_annual_dates(found: Sequence[Labelled]) -> list[Labelled]:
    """What an "annual date" is, its day tells: in the year behind the meeting or the first day the next review, else
    the meeting."""
    begins = [day for i in found if i.name in ("meeting-date", "start-date") and (day := first_date(i.value))]

    def meant(item: Labelled) -> str:
        day = first_date(item.value)
        return "annual-review-date" if day and begins and (day - min(begins)).days > _YEAR[0] else "meeting-date"

    return [replace(item, name=meant(item)) if item.name == "annual-date" else item for item in found]


_NEXT = re.compile(r"\b(?:next|due|projected|anticipated|by|before|no later)\b", re.IGNORECASE)
_BEGINS = re.compile(r"\W*(?:initiation|begin\w*|start\w*|from|effective from)\b", re.IGNORECASE)
_THREE_YEARS = (1080, 1100)  # days from one evaluation to the next, at least and at most
_NEAR = 40  # letters
_OF_EVALUATION = re.compile(r"\b(?:re-?)?(?:evaluat|eligib|triennial)\w*[^.;\d]*$", re.IGNORECASE)
_YEAR = (60, 400)  # days from the begin of a plan to its end, at least and at most
_MET = re.compile(
    r"\b(?:(?:team|committee|conference)\s+(?:that\s+)?(?:met|convened|meeting\s+(?:was\s+held|of))"
    r"|\b(?:this\s+)?(?:plan|IEP|program)\s+was\s+(?:written|developed|made|drawn\s+up))\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_IN_EFFECT = re.compile(r"\b(?:in effect|effective|covers|runs|valid|in force)\b[^.;]{0,40}$", re.IGNORECASE)
_EVALUATED = re.compile(
    r"\b(?:(?:last|most\s+recently)\s+(?:re-?)?evaluated|(?:last|most\s+recent|latest)\s+(?:full\s+)?(?:re-?)?evaluation"
    r"\s+(?:was|is\s+dated))\b[^.;]{0,30}$",
    re.IGNORECASE,
)


def _dates_in_sentences(
    blocks: Sequence[Block], meeting: Field[date], start: Field[date], end: Field[date]
) -> tuple[Field[date], Field[date], Field[date]]:
    """ "The IEP team met on ...", "This plan is in effect from ... through ..." """
    for block in blocks[:12]:
        dates = find_dates(block.filled)
        for n, found in enumerate(dates):
            before = block.filled[: found.start]
            if not meeting.filled and _MET.search(before):
                meeting = filled(found.value, block.place)
            elif not start.filled and _IN_EFFECT.search(before) and n + 1 < len(dates):
                start, end = filled(found.value, block.place), filled(dates[n + 1].value, block.place)
    return meeting, start, end


def _runs_in_sentence(blocks: Sequence[Block]) -> tuple[Field[date], Field[date]] | None:
    """ "This program begins on ... and ends on ..." """
    for block in blocks[:_ON_COVER]:
        for one, other in pairwise(find_dates(block.filled)):
            before, between = block.filled[: one.start], block.filled[one.end : other.start]
            year = _YEAR[0] < (other.value - one.value).days < _YEAR[1]
            if year and _RUNS.search(before) and _LASTS.fullmatch(between):
                return filled(one.value, block.place), filled(other.value, block.place)
    return None


_ON_COVER = 30  # blocks
_PLAN = r"(?:IEP|plan|program|special education (?:and related )?services)"
_RUNS = re.compile(
    rf"\b(?:this|the|his|her|their|\w+['’]s)\s+(?:new\s+|annual\s+|current\s+)?(?:individualized education )?{_PLAN}\b"
    r"[^.;\d]{0,20}\b(?:begins?|starts?|runs|covers|commences?|takes effect|goes into effect|(?:is|be|remains) (?:in "
    r"effect|effective|valid|in force)|lasts)\b[^.;\d]{0,20}$",
    re.IGNORECASE,
)
_LASTS = re.compile(
    r"\W*(?:(?:and|it)\s+)*(?:will\s+|shall\s+)?(?:to|through|thru|until|till|ends?|expires?|lasts?|runs|"
    r"(?:stays|remains|is) in effect)(?:\s+(?:on|through|until|to))?\W*",
    re.IGNORECASE,
)


def _evaluated(blocks: Sequence[Block]) -> Field[date] | None:
    """ "She was last evaluated on ..." """
    for block in blocks[:12]:
        for found in find_dates(block.filled):
            if _EVALUATED.search(block.filled[: found.start]):
                return filled(found.value, block.place)
    return None


def _are_three_years(first: date, second: date) -> bool:
    return _THREE_YEARS[0] <= (second - first).days <= _THREE_YEARS[1]


def _evaluated_and_due(blocks: Sequence[Block]) -> tuple[Field[date], Field[date]] | None:
    """The last evaluation and the next in one sentence: "Evaluation and eligibility 3/4/2025 (next due 3/4/2028)"."""
    for block in blocks:
        for one, other in pairwise(find_dates(block.filled)):
            before, between = block.filled[: one.start][-_NEAR:], block.filled[one.end : other.start]
            told = _OF_EVALUATION.search(before) and _NEXT.search(between) and len(between) <= _NEAR
            if told and _are_three_years(one.value, other.value):
                return filled(one.value, block.place), filled(other.value, block.place)
    return None


def _is_year(text: str) -> bool:
    """ "from 9/8/2025 to 9/7/2026" behind "IEP Dates" """
    dates = find_dates(text)
    return len(dates) == 2 and _YEAR[0] < (dates[1].value - dates[0].value).days < _YEAR[1]


def _speaks_of_end(text: str) -> bool:
    return bool(re.search(r"\b(?:to|through|until|ends?|ending|hasta)\b", text, re.IGNORECASE))


def as_date(found: Field[object]) -> Field[date]:
    """What `pick` found with `first_date`, as a date."""
    value = found.value if isinstance(found.value, date) else None
    if found.state is FieldState.FILLED and value is None:
        return blank()
    return Field(found.state, value, found.place, found.why)
