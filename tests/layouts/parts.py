"""The parts of a plan besides goals and services, each set in the ways that forms have for it."""

from __future__ import annotations

from typing import Any

from page import CLOSE, RULED, Flow, Sheet
from reportlab.lib import colors
from reportlab.platypus import PageBreak, Paragraph

Pairs = list[tuple[str, str]]
FACTS = ("student", "birth", "grade", "school", "district", "disability", "meeting", "start", "end", "evaluation")


def title_part(sheet: Sheet) -> Flow:
    top = [sheet.text(sheet.plan.district, size=sheet.size + 2, bold=True, alignment=1)]
    named = sheet.text(sheet.headings["form"], size=sheet.size + 4, bold=True, alignment=1)
    return [*(top if sheet.style.district_on_top else []), named, sheet.gap(6)]


def cover_part(sheet: Sheet) -> Flow:
    out = sheet.heading("demographics") if sheet.style.cover_heading else []
    pairs = []
    for key in (*FACTS, "reevaluation", "parents"):
        value = getattr(sheet.plan, key)
        pairs.append((sheet.label(key), value if isinstance(value, str) else sheet.date(value)))
    return [*out, *_cover(sheet, pairs)]


def _cover(sheet: Sheet, pairs: Pairs) -> Flow:
    way = sheet.style.cover
    if way in ("lines", "bold-lines"):
        return [sheet.pair(k, v, bold=way == "bold-lines") for k, v in pairs]
    if way == "underscores":
        return [sheet.text(f"{k}: __{v}__{'_' * sheet.random.randint(2, 12)}") for k, v in pairs]
    if way == "typed":
        return [Paragraph(f'{k}: <font name="Courier">{v}</font>', sheet.look()) for k, v in pairs]
    if way == "two-columns":
        return [sheet.table(pairs, (3, 7), head=0, size=sheet.size)]
    if way == "four-columns":
        return [sheet.table([[*a, *b] for a, b in _by(2, pairs)], (3, 4, 3, 4), head=0, size=sheet.size)]
    if way == "no-colon":
        rows = [[cell for k, v in row for cell in (sheet.text(k, bold=True), sheet.text(v))] for row in _by(2, pairs)]
        return [sheet.cells(rows, (24, 26, 24, 26), *CLOSE)]
    if way in ("pairs", "triples"):
        n = 2 if way == "pairs" else 3
        return [sheet.cells([[sheet.pair(k, v) for k, v in row] for row in _by(n, pairs)], [1] * n, *CLOSE)]
    return [_captions(sheet, pairs)]


def _captions(sheet: Sheet, pairs: Pairs) -> Any:
    """Small labels above the values or below them, three or four beside each other."""
    n = sheet.random.choice((3, 4))
    if sheet.style.cover == "below":
        rows: list[list[Any]] = []
        for row in _by(3, pairs):
            rows.append([sheet.text(value) for _, value in row])
            rows.append([sheet.text(label, size=sheet.size - 2) for label, _ in row])
        lines = [("LINEBELOW", (0, k), (-1, k), 0.5, colors.black) for k in range(0, len(rows), 2)]
        tight = (("TOPPADDING", (0, 0), (-1, -1), 0), ("BOTTOMPADDING", (0, 0), (-1, -1), 1))
        return sheet.cells(rows, (1, 1, 1), *tight, *lines)
    rows = [[[sheet.text(k, size=sheet.size - 2), sheet.text(v)] for k, v in row] for row in _by(n, pairs)]
    return sheet.cells(rows, [1] * n, *([RULED] if sheet.style.cover == "above" else []))


def _by(count: int, pairs: Pairs) -> list[Pairs]:
    return [pairs[n : n + count] for n in range(0, len(pairs), count)]


def levels_part(sheet: Sheet) -> Flow:
    """Strengths, concerns of the parents, present levels and the impact of the disability."""
    plan, way = sheet.plan, sheet.style.levels
    out = [*sheet.section("strengths", plan.strengths), *sheet.section("parent-concerns", plan.parent)]
    out += sheet.heading("present-levels")
    if way == "table":
        out.append(sheet.table([("Area", "Current performance"), *plan.levels], (2, 8), size=sheet.size))
    for area, words in plan.levels if way != "table" else ():
        named = [sheet.pair(area, words)] if way == "run-in" else [sheet.text(area, bold=True), *sheet.prose(words)]
        out += [*named, sheet.gap(3)]
    return [*out, *sheet.section("impact", plan.impact)]


def factors_part(sheet: Sheet) -> Flow:
    way = sheet.style.factors
    out = sheet.heading("special-factors")
    rows = []
    for question, yes, words in sheet.plan.factors:
        asked, answer, said = sheet.text(question), sheet.boxes(("Yes", yes), ("No", not yes)), sheet.text(words)
        if way == "lines":
            out += [asked, answer, *([said] if words else []), sheet.gap(2)]
        elif way == "after":
            out.append(sheet.cells([[asked, answer]], (68, 32), *CLOSE))
            out += [sheet.text(f"If yes, describe: {words}", leftIndent=12)] if words else []
        elif way == "table":
            rows.append([asked, answer, said])
        else:
            rows.append([asked, sheet.boxes(("", yes)), sheet.boxes(("", not yes)), said])
    if rows:
        table = way == "table"
        heads = ("Factor", "Decision", "If yes, how it is met") if table else ("Factor", "Yes", "No", "Comments")
        named = [sheet.text(words, bold=True) for words in heads]
        out.append(sheet.cells([named, *rows], (40, 22, 38) if table else (40, 9, 9, 42), RULED, head=1))
    return out


def aids_part(sheet: Sheet) -> Flow:
    out, way, aids = sheet.heading("supplementary-aids"), sheet.style.aids, sheet.plan.aids
    shown = [f"{what} ({often}, {where})" for what, often, where in aids]
    if way in ("table", "lines"):
        heads = tuple(map(sheet.label, ("aid", "often", "where")))
        return [*out, sheet.table([heads, *aids], (6, 3, 3), "ruled" if way == "table" else "lines")]
    if way == "options":
        left = ("Preferential seating", "Large print", "Scribe", "Interpreter")
        return [*out, *(sheet.boxes((words, words in shown)) for words in (*shown, *left))]
    if way == "by-class":
        rows = [("Accommodation", "English", "Math", "Science", "Tests")]
        rows += [(f"{a}, {b}", "X", "X" if n % 2 else "", "X", "X") for n, (a, b, _) in enumerate(aids)]
        return [*out, sheet.table(rows, (6, 1.5, 1.5, 1.5, 1.5))]
    if way == "list":
        return [*out, *(sheet.text(f"• {words}", leftIndent=8) for words in shown)]
    return [*out, *sheet.prose("; ".join(shown) + ".")]


def placement_part(sheet: Sheet) -> Flow:
    out, way = sheet.heading("nonparticipation"), sheet.style.placement
    percent, reason = sheet.plan.percent, sheet.prose(sheet.plan.nonparticipation)
    most, some = percent >= 80, 40 <= percent < 80
    if way == "minutes":
        week = 1950
        outside = week - round(week * percent / 100)
        heads = ("Total minutes in school week", "Minutes outside general education", "Percent in general education")
        out.append(sheet.table([heads, (f"{week:,}", str(outside), f"{percent}%")], (1, 1, 1)))
        asked = sheet.text("Explain why the student will not participate full time with nondisabled peers:")
        return [*out, sheet.gap(2), asked, *reason]
    if way == "yes-no":
        out.append(sheet.text("Will the student be removed from the general education environment at any time?"))
        return [*out, sheet.boxes(("Yes", True), ("No", False)), sheet.text("If yes, explain:"), *reason]
    if way == "options":
        inside = "Inside the regular class"
        out.append(sheet.boxes((f"{inside} 80% or more of the day", most)))
        out.append(sheet.boxes((f"{inside} 40% to 79% of the day", some)))
        others = (f"{inside} less than 40% of the day", "Separate school", "Homebound or hospital")
        out += [sheet.boxes((words, False)) for words in others]
    elif way == "boxes":
        words = ("80% or more of the day in regular class", "40% to 79% of the day", "less than 40%")
        out.append(sheet.boxes(*zip(words, (most, some, False), strict=True)))
    elif way == "label":
        out.append(sheet.pair("Percent of time in general education", f"{percent}%"))
    else:
        out.append(sheet.text(f"The student is in the general education environment for {percent}% of the school day."))
    return [*out, sheet.gap(2), *reason]


def esy_part(sheet: Sheet) -> Flow:
    asked = [sheet.text("Does the student need extended school year services?")]
    asked.append(sheet.boxes(("Yes", False), ("No", True)))
    return [*sheet.heading("esy"), *(asked if sheet.style.esy_question else []), *sheet.prose(sheet.plan.esy)]


def team_part(sheet: Sheet) -> Flow:
    out, team = sheet.heading("team"), sheet.plan.team
    if sheet.style.team == "lines":
        return [*out, *(sheet.text(f"{role}: {name}") for name, role in team)]
    met = sheet.date(sheet.plan.meeting)
    return [*out, sheet.table([("Name", "Role", "Date"), *((name, role, met) for name, role in team)], (4, 5, 2))]


def other_parts(sheet: Sheet) -> Flow:
    """Parts of a form that do not apply to the child."""
    style, out = sheet.style, [sheet.gap(8)]
    if style.transition:
        never = "Not applicable: the student will not turn 16 while this plan is in effect"
        out += [sheet.text("Secondary Transition", bold=True), sheet.boxes((never, True), ("Applicable", False))]
    if style.rights:
        out += [sheet.gap(), sheet.text("Transfer of Rights at Age of Majority", bold=True)]
        out.append(sheet.text("Not applicable at this age."))
    if style.transportation:
        out += [sheet.gap(), sheet.text("Transportation", bold=True)]
        out.append(sheet.text("Does the student need special transportation?"))
        out.append(sheet.boxes(("Yes", False), ("No", True)))
    if style.behavior_plan:
        rows = [("Target behavior", "Strategy", "Person"), *[("", "", "")] * 2]
        out += [sheet.gap(), sheet.text("Behavior Intervention Plan", bold=True), sheet.table(rows, (4, 4, 3))]
    return out


def signature_part(sheet: Sheet) -> Flow:
    agreed = "I have received a copy of the procedural safeguards and agree with this program."
    line = sheet.text("_" * 34 + "\N{NO-BREAK SPACE}" * 10 + "_" * 14)
    under = sheet.text("Parent signature" + "\N{NO-BREAK SPACE}" * 45 + "Date", size=sheet.size - 1)
    return [sheet.gap(10), sheet.text(agreed), sheet.gap(14), line, under]


def notice_part(sheet: Sheet) -> Flow:
    """A prior written notice on a page of its own."""
    plan = sheet.plan
    words = (
        f"Date: {sheet.date(plan.meeting)}",
        f"Dear {plan.parents}:",
        "Description of the action proposed or refused by the agency: to start the program described in this plan.",
        "Explanation of why the agency proposes the action: the team looked at evaluations and work samples and found "
        "that the student needs special education.",
        "Options considered and why they were rejected: general education alone was rejected because the student did "
        "not make progress with it.",
    )
    named = sheet.text("Prior Written Notice", bold=True, size=sheet.size + 2)
    return [PageBreak(), named, *map(sheet.text, words)]
