"""The goals of a plan, set in one of the ways that forms have for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from facts import Goal
from page import RULED, Flow, Sheet
from reportlab.platypus import PageBreak, Paragraph


def goals_part(sheet: Sheet) -> Flow:
    out = sheet.heading("annual-goals")
    if sheet.style.goals == "columns":
        return [*out, *_columns(sheet)]
    for number, goal in enumerate(sheet.plan.goals, 1):
        if sheet.style.goal_on_new_page and number > 1:
            out.append(PageBreak())
        out += [*WAYS[sheet.style.goals](sheet, goal, number), sheet.gap(7)]
    return out


def _columns(sheet: Sheet) -> Flow:
    """All goals in one table, a row each."""
    keys = ("goal", "baseline", "criterion", "method", "schedule")
    rows = [tuple(map(sheet.label, keys))]
    rows += [(goal.text, goal.baseline, goal.criterion, goal.method, goal.schedule) for goal in sheet.plan.goals]
    return [sheet.table(rows, (5, 3, 3, 2.4, 2.4), sheet.style.goal_table, size=sheet.small)]


def _named(sheet: Sheet, number: int) -> str:
    return f"{sheet.label('goal')} {sheet.style.goal_number.replace('1', str(number))}"


def _parts(sheet: Sheet, goal: Goal) -> list[tuple[str, str]]:
    """Label and value of all that stands beside the text of a goal."""
    keys = ("baseline", "criterion", "method", "schedule", *(("evaluator",) if sheet.style.goal_evaluator else ()))
    return [(sheet.label(key), getattr(goal, key)) for key in keys]


def _objectives(sheet: Sheet, goal: Goal) -> Iterator[tuple[int, str]]:
    return enumerate(goal.objectives if sheet.style.has_objectives else (), 1)


def _labels(sheet: Sheet, goal: Goal, number: int) -> Flow:
    bold = sheet.style.goals != "labels"
    out: Flow = [sheet.pair(_named(sheet, number), goal.text, bold=bold), sheet.gap(2)]
    if sheet.style.goal_area:
        out.append(sheet.pair(sheet.label("area"), goal.area, bold=bold))
    if sheet.style.goals == "mixed":
        parts = _parts(sheet, goal)
        out.append(sheet.table([[k for k, _ in parts], [v for _, v in parts]], [1] * len(parts)))
    else:
        out += [sheet.pair(k, v, bold=bold) for k, v in _parts(sheet, goal)]
    listed = [sheet.text(f"{n}. {words}", leftIndent=10) for n, words in _objectives(sheet, goal)]
    return [*out, *([sheet.text(sheet.label("objectives") + ":", bold=True), *listed] if listed else [])]


def _card(sheet: Sheet, goal: Goal, number: int) -> Flow:
    """A table of two columns; the objectives in one below it."""
    rows = [(sheet.label("area"), goal.area), (_named(sheet, number), goal.text), *_parts(sheet, goal)]
    out: Flow = [sheet.table(rows, (2.4, 7.6), head=0, size=sheet.size)]
    listed = [(str(n), words) for n, words in _objectives(sheet, goal)]
    if listed:
        out.append(sheet.table([("#", sheet.label("objectives")), *listed], (1, 12), size=sheet.size))
    return out


def _prose(sheet: Sheet, goal: Goal, number: int) -> Flow:
    said = [("measured by", goal.method), ("reported", goal.schedule)]
    told = " and ".join(f"{how} {_lower(what)}" for how, what in said if what)
    measured = f" Progress is {told}." if told else ""
    begun = f" Baseline: {goal.baseline}." if goal.baseline else ""
    out: Flow = [sheet.text(f"{number}. {goal.text}{begun}{measured}")]
    return [*out, *(sheet.text(f"{chr(96 + n)}. {words}", leftIndent=12) for n, words in _objectives(sheet, goal))]


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def _underscored(sheet: Sheet, goal: Goal, number: int) -> Flow:
    """Values typed on the lines of the form."""
    out: Flow = [sheet.text(f"{_named(sheet, number)}: {goal.text}")]
    out += [sheet.text(f"{k}:  __{v}__") for k, v in _parts(sheet, goal)]
    return [*out, *(sheet.text(f"Objective {n}: {words}") for n, words in _objectives(sheet, goal))]


def _boxes(sheet: Sheet, goal: Goal, number: int) -> Flow:
    """How progress is measured and reported is one of several boxes."""
    out: Flow = [sheet.pair(_named(sheet, number), goal.text)]
    out += [sheet.pair(sheet.label(key), getattr(goal, key)) for key in ("baseline", "criterion")]
    out.append(sheet.text(sheet.label("method") + ":", bold=True))
    chosen = [(goal.method, True)] if goal.method else []
    out.append(sheet.boxes(("Portfolio", False), *chosen, ("Teacher-made tests", False)))
    out.append(sheet.text(sheet.label("schedule") + ":", bold=True))
    chosen = [(goal.schedule, True)] if goal.schedule else []
    out.append(sheet.boxes(("Monthly", False), *chosen, ("Other", False)))
    return [
        *out,
        *(sheet.text(f"Short-Term Objective {n}: {words}", leftIndent=8) for n, words in _objectives(sheet, goal)),
    ]


def _need_pages(sheet: Sheet, goal: Goal, number: int) -> Flow:
    """Each need with its own present level, goal and table for later reports, in which nothing stands yet."""
    out: Flow = [sheet.text(f"Area of Need: {goal.area}", bold=True)]
    out += [sheet.pair("Present level of performance (baseline)", goal.baseline), sheet.gap(2)]
    out.append(sheet.pair(sheet.label("goal"), goal.text))
    out += [sheet.pair(sheet.label(key), getattr(goal, key)) for key in ("criterion", "method", "schedule")]
    listed = [(words, "", "") for _, words in _objectives(sheet, goal)]
    if listed:
        out.append(sheet.table([("Objective or benchmark", "Criteria", "Date met"), *listed], (7, 2, 2)))
    reports = [("Reporting period", "Progress code", "Comments"), *[("", "", "")] * 3]
    return [*out, sheet.gap(3), sheet.table(reports, (3, 2, 6))]


def _card_grid(sheet: Sheet, goal: Goal, number: int) -> Flow:
    """Cells of different widths, each with its label above what it holds."""

    def below(key: str) -> Paragraph:
        return sheet.pair(sheet.label(key), getattr(goal, "text" if key == "goal" else key), below=True)

    pairs: list[tuple[Any, ...]] = [
        (sheet.pair(sheet.label("area"), goal.area), sheet.pair("Goal #", str(number))),
        (below("goal"),),
        (below("baseline"), below("criterion")),
        (below("method"), below("schedule")),
    ]
    pairs += [(_objective(sheet, n, words),) for n, words in _objectives(sheet, goal)]
    rows = [(row[0], row[1] if len(row) > 1 else "") for row in pairs]
    spans = [("SPAN", (0, n), (1, n)) for n, row in enumerate(pairs) if len(row) == 1]
    return [sheet.cells(rows, (1, 1), RULED, *spans)]


def _objective(sheet: Sheet, number: int, words: str) -> Paragraph:
    return sheet.pair(f"Objective {number}", words)


def _rows(sheet: Sheet, goal: Goal, number: int) -> Flow:
    """The goal over the whole width, below it a row of labels and one of values, then the objectives."""
    parts = _parts(sheet, goal)
    empty = [""] * (len(parts) - 1)
    size = sheet.size - 0.5
    rows: list[list[Any]] = [
        [sheet.pair(_named(sheet, number), goal.text), *empty],
        [sheet.text(label, bold=True, size=size) for label, _ in parts],
        [sheet.text(value, size=size) for _, value in parts],
        *([_objective(sheet, n, words), *empty] for n, words in _objectives(sheet, goal)),
    ]
    spans = [("SPAN", (0, n), (-1, n)) for n in range(len(rows)) if n not in (1, 2)]
    return [sheet.cells(rows, [1] * len(parts), RULED, *spans)]


WAYS: dict[str, Callable[[Sheet, Goal, int], Flow]] = {
    "labels": _labels,
    "bold-labels": _labels,
    "mixed": _labels,
    "card": _card,
    "prose": _prose,
    "underscored": _underscored,
    "boxes": _boxes,
    "need-pages": _need_pages,
    "card-grid": _card_grid,
    "rows": _rows,
}
