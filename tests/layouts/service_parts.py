"""The services of a plan, set in one of the ways that forms have for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from facts import Service
from page import RULED, SHADE, Flow, Sheet

Services = Sequence[Service]


def services_part(sheet: Sheet) -> Flow:
    if sheet.style.services == "matrix":
        return [*sheet.heading("services"), *_matrix(sheet)]
    out: Flow = []
    for key, services in _groups(sheet):
        out += sheet.heading(key)
        out += WAYS[sheet.style.services](sheet, services)
    return out


def _groups(sheet: Sheet) -> list[tuple[str, Services]]:
    """Key of the heading and what stands below it."""
    if not sheet.style.service_groups:
        return [("services", sheet.plan.services)]
    own, related = ([s for s in sheet.plan.services if s.related is wanted] for wanted in (False, True))
    return [("special-education", own), ("related-services", related)]


def _begin(sheet: Sheet) -> str:
    return sheet.date(sheet.plan.start)


def _end(sheet: Sheet) -> str:
    return sheet.date(sheet.plan.end)


def _record(sheet: Sheet, service: Service) -> list[tuple[str, str]]:
    """Label and value of all that is said of a service, in the order of the style."""
    name = (sheet.label("service"), service.name)
    place, provider = (sheet.label("place"), service.place), (sheet.label("provider"), service.provider)
    amount = _amount(sheet, service)
    ordered = {
        "usual": [name, *amount, place, provider],
        "provider-second": [name, provider, *amount, place],
        "place-second": [name, place, *amount, provider],
    }[sheet.style.service_columns]
    both = f"{_begin(sheet)} - {_end(sheet)}"
    dates = {
        "two": [(sheet.label("begin"), _begin(sheet)), (sheet.label("finish"), _end(sheet))],
        "one": [(sheet.label("both"), both)],
        "sentence": [],
    }[sheet.style.service_dates]
    return [*ordered, *dates]


def _amount(sheet: Sheet, service: Service) -> list[tuple[str, str]]:
    minutes, times = service.session_minutes, service.sessions_per_week
    often = "once a week" if times == 1 else f"{times} times per week"
    return {
        "split": [(sheet.label("frequency"), often), (sheet.label("duration"), f"{minutes} minutes")],
        "one": [(sheet.label("amount"), f"{minutes} minutes, {'daily' if times == 5 else often}")],
        "week": [(sheet.label("total"), str(service.minutes_per_week))],
        "sessions": [("Minutes per Session", str(minutes)), ("Sessions per Week", str(times))],
        "times": [(sheet.label("amount"), f"{times} x {minutes} min/week")],
    }[sheet.style.amount]


def _one_sentence(sheet: Sheet) -> Flow:
    """When all services begin and end, in styles that do not say so of each."""
    if sheet.style.service_dates != "sentence":
        return []
    return [sheet.text(f"All services begin on {_begin(sheet)} and end on {_end(sheet)}.")]


def _table(sheet: Sheet, services: Services) -> Flow:
    records = [_record(sheet, service) for service in services]
    if not records:
        return []
    wide = {sheet.label("service"): 5, sheet.label("place"): 3.4, sheet.label("provider"): 3.4}
    shares = [wide.get(label, 2.6) for label, _ in records[0]]
    rows = [[label for label, _ in records[0]], *([value for _, value in record] for record in records)]
    return [sheet.table(rows, shares, sheet.style.services, size=sheet.small), *_one_sentence(sheet)]


def _cards(sheet: Sheet, services: Services) -> Flow:
    out: Flow = []
    for record in (_record(sheet, service) for service in services):
        rows = [[*record[n], *(record[n + 1] if n + 1 < len(record) else ("", ""))] for n in range(0, len(record), 2)]
        out += [sheet.table(rows, (3, 5, 3, 5), head=0), sheet.gap(5)]
    return [*out, *_one_sentence(sheet)]


def _labels(sheet: Sheet, services: Services) -> Flow:
    out: Flow = []
    for service in services:
        out += [*(sheet.pair(label, value) for label, value in _record(sheet, service)), sheet.gap(5)]
    return [*out, *_one_sentence(sheet)]


def _matrix(sheet: Sheet) -> Flow:
    """One table with a row across it above each kind of services, and rows that were left empty."""
    keys = ("service", "Minutes", "Times per Week", "place", "begin", "finish")
    rows: list[list[Any]] = [[sheet.text(sheet.labels.get(key, key), bold=True, size=sheet.small) for key in keys]]
    extra: list[Any] = []
    for title, related in (("Special Education", False), ("Related Services", True)):
        extra += [("SPAN", (0, len(rows)), (-1, len(rows))), ("BACKGROUND", (0, len(rows)), (-1, len(rows)), SHADE)]
        rows.append([sheet.text(title, bold=True, size=sheet.small), *[""] * 5])
        rows += [_figures(sheet, service) for service in sheet.plan.services if service.related is related]
        rows += [[""] * 6 for _ in range(sheet.random.randrange(3))]
    return [sheet.cells(rows, (0.3, 0.1, 0.12, 0.22, 0.13, 0.13), RULED, *extra, head=1)]


def _figures(sheet: Sheet, service: Service) -> list[Any]:
    minutes, times = str(service.session_minutes), str(service.sessions_per_week)
    values = (service.name, minutes, times, service.place, _begin(sheet), _end(sheet))
    return [sheet.text(value, size=sheet.small) for value in values]


def _two_heads(sheet: Sheet, services: Services) -> Flow:
    """A head of two rows: "Amount" and "Duration" above two columns each."""
    heads = (
        (sheet.label("service"), "Amount", "", sheet.label("place"), "Duration", ""),
        ("", "Minutes per session", "Sessions per week", "", "From", "To"),
    )
    rows: list[list[Any]] = [[sheet.text(cell, bold=True, size=sheet.small) for cell in head] for head in heads]
    rows += [_figures(sheet, service) for service in services]
    corners = (((1, 0), (2, 0)), ((4, 0), (5, 0)), ((0, 0), (0, 1)), ((3, 0), (3, 1)))
    spans = [("SPAN", *each) for each in corners]
    return [sheet.cells(rows, (0.3, 0.13, 0.13, 0.2, 0.12, 0.12), RULED, *spans, head=2)]


def _units(sheet: Sheet, services: Services) -> Flow:
    keys = ("service", "Amount of Time", "Unit", "How Often", "place", "provider", "both")
    rows = [tuple(sheet.labels.get(key, key) for key in keys)]
    both = f"{_begin(sheet)} to {_end(sheet)}"
    for s in services:
        often = f"{s.sessions_per_week} per week"
        rows.append((s.name, str(s.session_minutes), "minutes", often, s.place, s.provider, both))
    return [sheet.table(rows, (4, 2, 2, 2.4, 3, 3, 3.4), size=sheet.small)]


def _period(sheet: Sheet, services: Services) -> Flow:
    long = ("Service Minutes (per service frequency)", "Service Frequency (number of times per period)")
    keys = ("service", *long, "Service Period", "place", "begin", "finish")
    rows = [tuple(sheet.labels.get(key, key) for key in keys)]
    for s in services:
        figures = (str(s.session_minutes), str(s.sessions_per_week))
        rows.append((s.name, *figures, "Weekly", s.place, _begin(sheet), _end(sheet)))
    return [sheet.table(rows, (4, 2.6, 2.8, 2, 3, 2.4, 2.4), size=sheet.small)]


def _sentences(sheet: Sheet, services: Services) -> Flow:
    out: Flow = []
    for s in services:
        times = f"{s.sessions_per_week} {'time' if s.sessions_per_week == 1 else 'times'} per week"
        where = f"in the {_lower(s.place)}, " if s.place else ""
        who = f"{where}given by the {_lower(s.provider)}"
        when = f"from {_begin(sheet)} to {_end(sheet)}"
        out.append(sheet.text(f"{s.name}: {s.session_minutes} minutes, {times}, {who}, {when}."))
    return out


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def _list(sheet: Sheet, services: Services) -> Flow:
    when = f"{_begin(sheet)} to {_end(sheet)}"
    return [
        sheet.text(" - ".join(filter(None, (f"• {s.name}", f"{s.minutes_per_week} minutes per week", s.place, when))))
        for s in services
    ]


def _side_label(sheet: Sheet, services: Services) -> Flow:
    """The labels in the first column, a service in each of the others."""
    rows = [
        (sheet.label("service"), *(s.name for s in services)),
        ("Minutes per week", *(str(s.minutes_per_week) for s in services)),
        (sheet.label("place"), *(s.place for s in services)),
        (sheet.label("begin"), *[_begin(sheet)] * len(services)),
        (sheet.label("finish"), *[_end(sheet)] * len(services)),
    ]
    return [sheet.table(rows, [2.5, *[3] * len(services)], head=0, size=sheet.small)]


WAYS: dict[str, Callable[[Sheet, Services], Flow]] = {
    **dict.fromkeys(("ruled", "shaded", "lines", "plain", "zebra"), _table),
    "cards": _cards,
    "labels": _labels,
    "two-heads": _two_heads,
    "units": _units,
    "period": _period,
    "sentences": _sentences,
    "list": _list,
    "side-label": _side_label,
}
