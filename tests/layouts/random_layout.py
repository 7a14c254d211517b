"""A plan in a layout drawn at random: the same file for the same seed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from facts import Plan
from goal_parts import goals_part
from page import Flow, Sheet
from parts import (
    aids_part,
    cover_part,
    esy_part,
    factors_part,
    levels_part,
    notice_part,
    other_parts,
    placement_part,
    signature_part,
    team_part,
    title_part,
)
from plan_of_nina import NINA
from plan_of_omar import OMAR
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate
from service_parts import services_part
from style import PAGES, Style

PLANS = (NINA, OMAR)
SILENT = frozenset({"services", "progress"})  # headings that name no section of one key


@dataclass(frozen=True, slots=True)
class Made:
    """A file with what it says and how it looks."""

    path: Path
    seed: int
    plan: Plan
    style: Style
    sections: frozenset[str]  # keys of the sections that a reader has to find


def make(folder: Path, seed: int, unknown: str = "", planted: Callable[[Plan], Plan] | None = None) -> Made:
    """Writes the document of this seed into the folder; `unknown` as in `Sheet`, `planted` changes the plan."""
    plan, style = PLANS[seed % len(PLANS)], Style.drawn(seed)
    plan = planted(plan) if planted else plan
    sheet = Sheet(plan, style, seed, unknown)
    path = folder / f"layout-{seed}{unknown}.pdf"
    size, margin = PAGES[style.page], style.margin
    frame = Frame(margin, margin, size[0] - 2 * margin, size[1] - 2 * margin, 0, 0, 0, 0)
    margins = dict.fromkeys(("leftMargin", "rightMargin", "topMargin", "bottomMargin"), margin)
    document = BaseDocTemplate(str(path), pagesize=size, invariant=1, **margins)
    document.addPageTemplates(PageTemplate(frames=[frame], onPage=partial(_furniture, sheet)))
    document.build(_story(sheet))
    return Made(path, seed, plan, style, frozenset(sheet.sections) - SILENT)


def _story(sheet: Sheet) -> Flow:
    style, plan = sheet.style, sheet.plan
    parts: dict[str, Callable[[Sheet], Flow]] = {
        "levels": levels_part,
        "factors": factors_part,
        "goals": goals_part,
        "progress": lambda s: s.section("progress", plan.progress),
        "services": services_part,
        "aids": aids_part,
        "staff": lambda s: s.section("personnel-supports", plan.staff),
        "placement": placement_part,
        "tests": lambda s: s.section("assessment", plan.tests),
        "esy": esy_part,
    }
    order = list(parts)
    if style.order == "factors-first":
        order.insert(0, order.pop(order.index("factors")))
    if style.order == "services-late":
        order.insert(order.index("services"), order.pop(order.index("placement")))
    middle = [parts[name] for name in order]
    first, last = ([team_part], []) if style.team_first else ([], [team_part])
    end = [part for part, on in ((signature_part, style.signature), (notice_part, style.notice)) if on]
    out = title_part(sheet)
    for part in (cover_part, *first, *middle, other_parts, *last, *end):
        out += [*part(sheet), *sheet.law()]
    return out


def _furniture(sheet: Sheet, canvas: Canvas, document: BaseDocTemplate) -> None:
    """What stands at the top and the foot of each page."""
    plan, style = sheet.plan, sheet.style
    width, height = PAGES[style.page]
    canvas.saveState()
    canvas.setFont(sheet.font, max(7, style.size - 1.5))
    top, foot, right = height - style.margin + 14, style.margin - 18, width - style.margin
    if style.header == "name":
        canvas.drawString(style.margin, top, f"Student: {plan.student}")
        canvas.drawRightString(right, top, f"Page {document.page}")
    elif style.header == "name-dob":
        dates = f"DOB: {sheet.date(plan.birth)}   IEP Meeting: {sheet.date(plan.meeting)}"
        canvas.drawString(style.margin, top, f"{plan.student}   {dates}")
    elif style.header == "form":
        canvas.drawString(style.margin, top, f"{plan.district} - Individualized Education Program")
    if style.footer == "page":
        canvas.drawCentredString(width / 2, foot, f"Page {document.page}")
    elif style.footer == "form":
        canvas.drawString(style.margin, foot, "Form SE-12 (rev. 7/2025)")
        canvas.drawRightString(right, foot, f"{document.page}")
    canvas.restoreState()
