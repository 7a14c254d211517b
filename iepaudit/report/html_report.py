"""The report as one HTML file that opens from disk, reads without a script, and prints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from iepaudit.model.iep import Kind, Service
from iepaudit.model.outcome import FileReport, RuleResult, RunReport, Severity
from iepaudit.report import view
from iepaudit.report.html_findings import TAGS, card, card_id, filters, pages_html
from iepaudit.report.html_goals import goals_html
from iepaudit.report.html_page import TAIL, escaped, escaped_days, head
from iepaudit.report.html_pictures import store
from iepaudit.report.options import ReportOptions
from iepaudit.report.page_pictures import Pictures, pictures_of
from iepaudit.report.questions import sheet_html, sheet_of
from iepaudit.report.redact import Redactor, redactor_for

FIRST = 4
OPEN = 8  # questions that a partial file leaves open, before one asks for more
MOST_FILES = 5  # with pictures: more would make a page that browsers open slowly
_MARKS = {view.Mark.FOUND: "✓", view.Mark.MISSING: "✗", view.Mark.UNSURE: "?", view.Mark.NOT_NEEDED: "–"}
_MANY = f"Without pictures of the pages, since more than {MOST_FILES} files are told of here."

_AID = (
    "“Not found” means not found in this file: it may stand on another sheet, or be agreed elsewhere. This is a "
    "reading aid, not legal advice."
)


def render_html(run: RunReport, options: ReportOptions) -> str:
    """All files of a run on one page."""
    return "".join(stream_html(run, options))


def stream_html(run: RunReport, options: ReportOptions) -> Iterator[str]:
    """The same in pieces, one for each file."""
    many = len(run.files) > 1
    title = f"Reading of {len(run.files)} files"
    if len(run.files) == 1:
        title = "Reading of " + _name(next(iter(run.files)).path)
    yield head(title, css_class="" if many else "alone")
    yield '<a class="skip" href="#findings-1">To the findings</a>'
    if many:
        yield f'<header class="not-sheet"><h1>{escaped(title)}</h1></header>{_contents(run.files)}'
        yield filters(run.files, options.show)
    yield "<main>"
    for number, report in enumerate(run.files, start=1):
        yield _file(view.shown(report), options, number, many=many, pictured=len(run.files) <= MOST_FILES)
    made = f"Made on this computer by iepaudit {run.version}, rules {run.rules_digest[:12]}, profile {run.profile}."
    yield f'</main><footer class="dim small"><p>{escaped(made)}</p></footer>'
    yield TAIL


def _name(path: str) -> str:
    return path.rsplit("/", 1)[-1]


def _contents(files: Sequence[FileReport]) -> str:
    items = []
    for number, report in enumerate(files, start=1):
        said = view.tally(report) or ("not read" if report.kind is Kind.UNREADABLE else "nothing to ask about")
        if report.iep is None and report.kind is not Kind.UNREADABLE:
            said = "not audited"
        items.append(f'<tr><td><a href="#file-{number}">{escaped(report.path)}</a></td><td>{escaped(said)}</td></tr>')
    return (
        '<nav aria-label="Files" class="not-sheet"><table class="stack"><caption>Files in this report</caption>'
        '<thead><tr><th scope="col">File</th><th scope="col">Found</th></tr></thead>'
        f"<tbody>{''.join(items)}</tbody></table></nav>"
    )


def _file(report: FileReport, options: ReportOptions, number: int, *, many: bool, pictured: bool) -> str:
    redactor = redactor_for(report, options.redact)
    level = 2 if many else 1
    out = [f'<section class="file" id="file-{number}" aria-labelledby="name-{number}"><div class="not-sheet">']
    out.append(f'<h{level} id="name-{number}">{escaped(_name(report.path))}</h{level}>')
    out.append(f'<p class="path">{escaped(report.path)}</p>' if "/" in report.path else "")
    out.append(f'<p class="lead">{escaped(view.what_it_is(report))} {escaped_days(view.dates_line(report))}</p>')
    out += [f'<p class="problem"><strong>{escaped(redactor.text(p.message))}</strong></p>' for p in report.problems]
    out += [f'<p class="lead">{escaped(redactor.text(n))}</p>' for n in report.notes]
    if report.iep is None:
        out.append(f'<p class="lead">{escaped(view.what_to_do(report))}</p>')
        return "".join([*out, "</div></section>"])
    found = [r for r in view.issues(report) if r.severity.weight >= options.show.weight]
    results = [*found, *view.reviews(report)]
    pictures = pictures_of(report, results, options) if pictured else Pictures(note=_MANY if results else "")
    goals = goals_html(report.iep.goals or (), redactor, level + 2)
    out += [
        _first(report, found, redactor, number, level + 1),
        _links(report, number, goals=bool(goals), pages=bool(pictures.pages)),
        _components(report, number, level + 1),
        f'<section aria-labelledby="findings-{number}"><h{level + 1} id="findings-{number}" tabindex="-1">Findings'
        f"</h{level + 1}>",
        "" if many else filters((report,), options.show),
        f'<p class="dim small">{escaped(pictures.note)}</p>' if pictures.note else "",
        '<div class="cards">',
        *(card(r, n, number, level + 2, redactor, pictures, report.iep) for n, r in enumerate(results, start=1)),
        "</div>" if results else "<p>None.</p></div>",
        _elsewhere(report, redactor, level + 1),
        "</section>",
        _part(f"goals-{number}", f"Goals ({len(report.iep.goals or ())})", goals, level + 1, "short-off"),
        _services(report.iep.services or (), redactor, number, level + 1),
        _pages(results, number, level + 1, pictures),
        _rest(report, level + 1),
        "</div>",
        "" if report.kind is Kind.BLANK_FORM else sheet_html(sheet_of(report, options), level + 1, number),
        "</section>",
    ]
    return "".join(out) + store(pictures.pages, number)


def _part(anchor: str, title: str, body: str, level: int, css_class: str = "") -> str:
    if not body:
        return ""
    kind = f' class="{css_class}"' if css_class else ""
    return f'<section aria-labelledby="{anchor}"{kind}><h{level} id="{anchor}">{title}</h{level}>{body}</section>'


def _first(report: FileReport, found: list[RuleResult], redactor: Redactor, number: int, level: int) -> str:
    if not found:
        undecided = len(view.reviews(report)) + len(view.elsewhere(report)[1])
        look = (
            f" {undecided} {'point' if undecided == 1 else 'points'} could not be decided; see below."
            if undecided
            else ""
        )
        read = ", in what could be read" if report.problems else ""
        said = f"<strong>Nothing to ask about was found{read}.</strong> {view.all_there(report)}{look}"
        return f'<div class="first"><p>{said}</p></div>'
    weighty = [r for r in found if r.severity is not Severity.ADVICE] or found
    items = []
    for n, result in enumerate(found, start=1):
        if any(result is w for w in weighty[:FIRST]):
            where = view.page_words(view.pages_of(result)[:4])
            tag = f'<span class="tag {result.severity.value}">{TAGS[result.severity]}</span>'
            link = f'<a href="#{card_id(number, n)}">{escaped_days(view.plain(redactor.text(result.message)))}</a>'
            items.append(f"<li>{link} {tag} <small>{escaped(where)}</small></li>")
    return (
        f'<div class="first"><h{level}>What matters most</h{level}><ol>{"".join(items)}</ol>'
        f"<p>In all: {escaped(view.tally(report))}.</p></div>"
    )


def _links(report: FileReport, number: int, *, goals: bool, pages: bool) -> str:
    assert report.iep is not None
    there = [("parts", "Required parts"), ("findings", "Findings")]
    there += [("goals", "Goals")] if goals else []
    there += [("services", "Services")] if report.iep.services else []
    there += [("pages", "Pages of the plan")] if pages else []
    there += [("sheet", "Questions for the meeting")] if report.kind is not Kind.BLANK_FORM else []
    items = "".join(f'<li><a href="#{key}-{number}">{title}</a></li>' for key, title in there)
    choice = _printing() if number == 1 and report.kind is not Kind.BLANK_FORM else ""
    return f'<nav aria-label="On this page"><ul>{items}</ul></nav>{choice}'


def _printing() -> str:
    return (
        '<details class="printing"><summary>Before you print</summary><fieldset><legend>Print</legend>'
        '<label><input type="radio" name="print" id="p-short" checked> the findings and the sheet of questions</label>'
        '<label><input type="radio" name="print" id="p-sheet"> the sheet of questions only</label>'
        '<label><input type="radio" name="print" id="p-all"> all, with the pages</label></fieldset></details>'
    )


def _components(report: FileReport, number: int, level: int) -> str:
    rows = "".join(
        f'<tr><td class="{c.mark.value}"><span aria-hidden="true">{_MARKS[c.mark]}</span></td>'
        f"<td>{escaped(c.title)}</td>"
        f'<td class="{c.mark.value}">{escaped(c.note)}</td><td class="dim cite">{escaped(c.cite)}</td></tr>'
        for c in view.components(report)
    )
    form = report.kind is Kind.BLANK_FORM
    title = "Places for the required parts" if form else "Required parts"
    table = (
        '<table class="parts"><thead><tr><th><span class="hidden-words">Mark</span></th><th scope="col">Part</th>'
        f'<th scope="col">Where</th><th scope="col" class="cite">34 CFR</th></tr></thead><tbody>{rows}</tbody></table>'
    )
    return _part(f"parts-{number}", title, table, level) if rows else ""


def _elsewhere(report: FileReport, redactor: Redactor, level: int) -> str:
    why, questions = view.elsewhere(report)
    if not questions:
        return ""
    items = [f"<li>{escaped(redactor.text(q))}</li>" for q in questions]
    more = ""
    if len(items) > OPEN + 1:
        rest = "".join(items[OPEN:])
        more = f"<details><summary>{len(items) - OPEN} more</summary><ul>{rest}</ul></details>"
        items = items[:OPEN]
    return (
        f"<h{level}>{view.ELSEWHERE_TITLE}</h{level}><p>These stay open, because {escaped(why)}:</p>"
        f"<ul>{''.join(items)}</ul>{more}"
    )


def _services(services: Sequence[Service], redactor: Redactor, number: int, level: int) -> str:
    heads = ("Service", "How much", "Where", "When", "Page")
    rows = []
    for s in services:
        minutes = f"{s.minutes_per_week} min a week" if s.minutes_per_week is not None else ""
        stated = ", ".join(f.value for f in (s.amount, s.frequency) if f.value)
        dates = " to ".join(d.value.isoformat() for d in (s.start, s.end) if d.value)
        cells = (s.name, minutes or stated or "amount not found", s.location.value or "", dates, str(s.place.page))
        tds = (f'<td data-is="{h}">{escaped(redactor.text(c))}</td>' for h, c in zip(heads, cells, strict=True))
        rows.append(f"<tr>{''.join(tds)}</tr>")
    if not rows:
        return ""
    head_row = "".join(f'<th scope="col">{h}</th>' for h in heads)
    table = f'<table class="stack"><thead><tr>{head_row}</tr></thead><tbody>{"".join(rows)}</tbody></table>'
    return _part(f"services-{number}", f"Services ({len(rows)})", table, level, "short-off")


def _pages(results: Sequence[RuleResult], number: int, level: int, pictures: Pictures) -> str:
    body = pages_html(results, number, pictures)
    note = "<p>Pages with something marked. Numbers are those of the findings; what identifies the child is covered "
    note += "unless asked otherwise.</p>"
    return _part(f"pages-{number}", "Pages of the plan", note + body, level, "pages-part") if body else ""


def _rest(report: FileReport, level: int) -> str:
    unread = [f"<li>Page {n}: {escaped(q.reason)}</li>" for n, q in enumerate(report.pages, start=1) if q.reason]
    lines = "".join(f"<li>{escaped(line)}</li>" for line in view.not_checked(report, hints=False))
    quality = f"<h{level}>How well it could be read</h{level}><ul>{''.join(unread)}</ul>" if unread else ""
    return f'{quality}<h{level}>Not checked</h{level}><ul>{lines}</ul><p class="dim small">{_AID}</p>'
