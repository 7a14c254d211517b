"""A part that nobody filled in is found missing, and nothing else is; more pages and other files change nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

import pytest
from builders import document as drawn
from reading import SAMPLES, issues, plan_of, results, results_of, sample, without_lines

from iepaudit.audit import AuditOptions, audit_here, audit_paths
from iepaudit.model.document import Document, Line
from iepaudit.model.field import Place
from iepaudit.model.iep import Iep
from iepaudit.model.outcome import FileReport, Outcome, RuleResult, Severity
from iepaudit.parse import parse_part
from iepaudit.report.json_report import encode, file_object
from iepaudit.report.options import ReportOptions

SOUND = "sound-ruled-tables.pdf"


@cache
def plan() -> Iep:
    part = plan_of(sample(SOUND))
    assert part is not None
    return parse_part(sample(SOUND), part)


def written(*keys: str) -> list[Line]:
    """The lines in these sections that somebody filled in."""
    return [line for s in plan().sections_of(*keys) for b in s.blocks if b.filled for line in b.lines]


def at(places: Iterable[Place | None]) -> list[Line]:
    boxes = [(p.page, p.box) for p in places if p and p.box]
    return [
        line for line in sample(SOUND).lines
        if any(line.page == page and box.holds(*line.box.center) for page, box in boxes)
    ]  # fmt: skip


def report_dates() -> list[Line]:
    """Each goal of the sample names the days of its reports as well."""
    return [line for line in sample(SOUND).lines if "11/21/2025, 03/06/2026" in line.text]


def services(*names: str) -> list[Line]:
    return at(getattr(s, name).place for s in plan().services or () for name in names)


def methods() -> list[Line]:
    return at(g.method.place for g in plan().goals or ())


HEDGED = "numbers elsewhere in the plan are taken for what may be the answer, so that it comes out as review"
REQUIRED: tuple[tuple[str, Callable[[], list[Line]], set[str]], ...] = (
    ("impact", lambda: written("impact"), {"impact-statement-missing"}),
    ("annual goals", lambda: written("annual-goals"), {"goals-section-missing"}),
    ("how progress is measured", lambda: methods() + written("progress-schedule"), {"progress-method-missing"}),
    ("when it is reported", lambda: written("progress-schedule") + report_dates(), {"progress-schedule-missing"}),
    ("why apart", lambda: written("nonparticipation", "placement"), {"nonparticipation-explanation"}),
    ("how much service", lambda: services("amount", "frequency"), {"service-frequency-missing"}),
)
HIDDEN: tuple[tuple[str, Callable[[], list[Line]], set[str]], ...] = (
    # the section holds that on the impact as well
    ("levels", lambda: written("present-levels"), {"present-levels-missing", "impact-statement-missing"}),
    ("services", lambda: written("special-education", "related-services"), {"special-education-missing"}),
)
# (what is taken out, the rule that must ask for a look by a person)
ASKED = (("location", "service-location-missing"), ("start end", "service-start-end-missing"))


def required(found: Iterable[RuleResult]) -> set[str]:
    return {r.rule for r in found if r.outcome is Outcome.ISSUE and r.severity is Severity.REQUIRED}


def test_the_sound_plan_has_no_required_issue() -> None:
    assert required(results_of(SOUND)) == set()


@pytest.mark.parametrize(
    ("lines", "rules"),
    [
        *(pytest.param(lines, rules, id=name) for name, lines, rules in REQUIRED),
        *(
            pytest.param(lines, rules, id=name, marks=pytest.mark.xfail(strict=True, reason=HEDGED))
            for name, lines, rules in HIDDEN
        ),
    ],
)
def test_a_required_part_that_is_empty_is_found_missing_and_no_other(
    lines: Callable[[], list[Line]], rules: set[str]
) -> None:
    gone = lines()
    assert gone
    assert required(results(without_lines(sample(SOUND), gone))) == rules


@pytest.mark.parametrize(("names", "rule"), ASKED)
def test_an_empty_column_of_all_services_is_at_least_asked_about(names: str, rule: str) -> None:
    found = results(without_lines(sample(SOUND), services(*names.split())))
    assert {r.outcome for r in found if r.rule == rule} <= {Outcome.ISSUE, Outcome.REVIEW}
    assert required(found) <= {rule}


def test_one_of_two_places_that_say_the_same_may_be_empty() -> None:
    assert required(results(without_lines(sample(SOUND), written("progress-schedule")))) == set()


# -- what has nothing to do with the plan changes nothing --------------------------------------------------------------

HARBOR = """\
The harbor is closed in winter, and ships wait for the ice to break up along the coast.
A lamp stands at the end of the pier and can be seen from far out at sea in the fog.
"""


def with_harbor(document: Document, number: int) -> Document:
    """The document with a paragraph about a harbor below the last line of one page."""
    from dataclasses import replace

    pages = []
    for page in document.pages:
        if page.number != number:
            pages.append(page)
            continue
        low = max((line.box.bottom for line in page.lines), default=0.0) + 24
        more = tuple(
            replace(line, page=number, box=replace(line.box, top=low + 12 * n, bottom=low + 12 * n + 10))
            for n, line in enumerate(drawn(HARBOR).lines)
        )
        pages.append(replace(page, lines=(*page.lines, *more)))
    return replace(document, pages=tuple(pages))


def said(found: Iterable[RuleResult]) -> list[tuple[str, str, str, str]]:
    return [(r.rule, r.at, r.outcome, r.severity) for r in found]


@pytest.mark.parametrize(
    ("name", "pages"), [(SOUND, (2, 5, 8, 9)), ("state-form-checkboxes.pdf", (1, 3, 6)), ("plan.txt", (1, 2, 3, 4))]
)
def test_a_paragraph_about_something_else_changes_nothing(name: str, pages: tuple[int, ...]) -> None:
    changed = {n: said(results(with_harbor(sample(name), n))) for n in pages}
    assert {n: set(after) ^ set(said(results_of(name))) for n, after in changed.items()} == {n: set() for n in pages}


def test_a_page_about_something_else_at_the_end_changes_nothing() -> None:
    from dataclasses import replace

    document = sample("plan.txt")
    extra = replace(drawn(HARBOR).pages[0], number=len(document.pages) + 1)
    extra = replace(extra, lines=tuple(replace(line, page=extra.number) for line in extra.lines))
    after = results(replace(document, pages=(*document.pages, extra)))
    assert issues(after) == issues(results_of("plan.txt"))


FILES = ("plan.txt", "preschool-narrative.pdf", "amendment.pdf", "plan-504.pdf")


def shown(report: FileReport) -> str:
    return encode(file_object(report, ReportOptions()))


def test_the_order_of_files_changes_no_report() -> None:
    forth = {name: shown(audit_here(SAMPLES / name, AuditOptions())) for name in FILES}
    back = {name: shown(audit_here(SAMPLES / name, AuditOptions())) for name in reversed(FILES)}
    assert forth == back


def test_a_run_gives_the_same_reports_in_the_same_order_however_its_files_are_named() -> None:
    forth = [shown(r) for r in audit_paths([SAMPLES / name for name in FILES[:3]], AuditOptions(jobs=2))]
    back = [shown(r) for r in audit_paths([SAMPLES / name for name in FILES[2::-1]], AuditOptions(jobs=1))]
    assert forth == back
