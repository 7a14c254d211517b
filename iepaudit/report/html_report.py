"""The report as one HTML file that opens from disk, reads without a script, and prints."""

from __future__ import annotations

import html
from collections.abc import Iterable

from iepaudit.model.goal import GoalAnalysis
from iepaudit.model.iep import Goal, Kind, Service
from iepaudit.model.outcome import FileReport, Outcome, RuleResult, RunReport, Severity
from iepaudit.report import view
from iepaudit.report.clean import one_line, shorten
from iepaudit.report.html_page import page
from iepaudit.report.options import ReportOptions
from iepaudit.report.questions import sheet_html, sheet_of
from iepaudit.report.redact import Redact, Redactor, redactor_for

FIRST = 4
_MARKS = {view.Mark.FOUND: "✓", view.Mark.MISSING: "✗", view.Mark.UNSURE: "?", view.Mark.NOT_NEEDED: "–"}
_TAGS = {
    Severity.REQUIRED: "required, not found",
    Severity.GAP: "likely gap",
    Severity.ADVICE: "could be clearer",
}


def render_html(run: RunReport, options: ReportOptions) -> str:
    """All files of a run on one page."""
    bodies = [_file(view.shown(report), options, number) for number, report in enumerate(run.files, start=1)]
    contents = _contents(run.files) if len(run.files) > 1 else ""
    foot = (
        f'<footer class="dim"><p>Made by iepaudit {_e(run.version)}, rules {_e(run.rules_digest[:12])}, profile '
        f"{_e(run.profile)}. A reading aid, not legal advice: “not found” means not found in this file.</p></footer>"
    )
    body = f'<a class="skip" href="#findings-1">To the findings</a>{contents}<main>{"".join(bodies)}</main>{foot}'
    title = "Audit of " + (run.files[0].path if len(run.files) == 1 else f"{len(run.files)} files")
    return page(title, body)


def _e(text: str) -> str:
    return html.escape(one_line(text))


def _contents(files: Iterable[FileReport]) -> str:
    items = []
    for number, report in enumerate(files, start=1):
        said = view.tally(report) or ("not read" if report.kind is Kind.UNREADABLE else "nothing to ask about")
        if report.iep is None and report.kind is not Kind.UNREADABLE:
            said = "not audited"
        items.append(f'<tr><td><a href="#file-{number}">{_e(report.path)}</a></td><td>{_e(said)}</td></tr>')
    return (
        '<nav aria-label="Files"><h2>Files</h2><div class="scroll"><table><thead><tr><th>File</th><th>Found</th></tr>'
        f"</thead><tbody>{''.join(items)}</tbody></table></div></nav>"
    )


def _file(report: FileReport, options: ReportOptions, number: int) -> str:
    redactor = redactor_for(report, options.redact)
    out = [f'<section id="file-{number}"><h1>{_e(report.path.rsplit("/", 1)[-1])}</h1>']
    out.append(f'<p class="path">{_e(report.path)}</p><p>{_e(view.what_it_is(report))}</p>')
    out += [f'<p class="required"><strong>{_e(redactor.text(p.message))}</strong></p>' for p in report.problems]
    out += [f"<p>{_e(redactor.text(n))}</p>" for n in report.notes]
    if report.iep is not None:
        found = [r for r in view.issues(report) if r.severity.weight >= options.show.weight]
        undecided = list(view.reviews(report))
        out += [
            _first(report, found, redactor),
            _components(report),
            _findings(found, undecided, redactor, number),
            _elsewhere(report, redactor),
            _goals(report.iep.goals or (), redactor),
            _services(report.iep.services or (), redactor),
            _rest(report),
            sheet_html(sheet_of(report, options)),
        ]
    out.append("</section>")
    return "".join(out)


def _first(report: FileReport, found: list[RuleResult], redactor: Redactor) -> str:
    if not found:
        return '<div class="first"><p><strong>Nothing to ask about was found in what could be read.</strong></p></div>'
    weighty = [r for r in found if r.severity is not Severity.ADVICE] or found
    items = "".join(
        f"<li>{_e(redactor.text(r.message))} <small>{_e(view.page_words(view.pages_of(r)[:4]))}</small></li>"
        for r in weighty[:FIRST]
    )
    return (
        '<div class="first"><h2>What matters most</h2>'
        f"<ul>{items}</ul><p class='dim'>In all: {_e(view.tally(report))}.</p></div>"
    )


def _components(report: FileReport) -> str:
    rows = "".join(
        f'<tr><td class="{c.mark.value}" aria-hidden="true">{_MARKS[c.mark]}</td><td>{_e(c.title)}</td>'
        f'<td class="{c.mark.value}">{_e(c.note)}</td><td class="dim">{_e(c.cite)}</td></tr>'
        for c in view.components(report)
    )
    return (
        '<h2>Required parts</h2><div class="scroll"><table><thead><tr><th><span class="dim" aria-hidden="true"></span>'
        f"</th><th>Part</th><th>Where</th><th>34 CFR</th></tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _findings(found: list[RuleResult], undecided: list[RuleResult], redactor: Redactor, number: int) -> str:
    if not found and not undecided:
        return f'<h2 id="findings-{number}">Findings</h2><p>None.</p>'
    filters = _filters(found, undecided) if number == 1 else ""
    cards = [_card(r, redactor) for r in (*found, *undecided)]
    return f'<h2 id="findings-{number}">Findings</h2>{filters}{"".join(cards)}'


def _elsewhere(report: FileReport, redactor: Redactor) -> str:
    why, questions = view.elsewhere(report)
    if not questions:
        return ""
    items = "".join(f"<li>{_e(redactor.text(q))}</li>" for q in questions)
    return f"<h2>{view.ELSEWHERE_TITLE}</h2><p>These stay open, because {_e(why)}:</p><ul>{items}</ul>"


def _filters(found: list[RuleResult], undecided: list[RuleResult]) -> str:
    """Check boxes that hide a kind of finding: by style sheet alone."""
    boxes = [(s.value, _TAGS[s], sum(1 for r in found if r.severity is s)) for s in Severity]
    boxes.append(("review", "please look", len(undecided)))
    inputs = "".join(
        f'<label><input type="checkbox" id="f-{key}" checked> <span class="{key}">{label}</span> ({n})</label>'
        for key, label, n in boxes
    )
    return f'<fieldset class="filters"><legend>Show</legend>{inputs}</fieldset>'


def _card(result: RuleResult, redactor: Redactor) -> str:
    review = result.outcome is Outcome.REVIEW
    level = "review" if review else result.severity.value
    tag = "please look" if review else _TAGS[result.severity]
    where = view.page_words(view.pages_of(result)[:6])
    out = [f'<article class="is-{level}"><h3>{_e(redactor.text(result.message))}</h3>']
    out.append(f'<p><span class="tag {level}">{tag}</span> <small>{_e(where)}</small></p>')
    for place in [p for p in result.evidence if p.quote.strip()][:4]:
        quoted = _marked(redactor.quote(shorten(place.quote, 400)), redactor.quote(result.match))
        out.append(f"<blockquote>{quoted} <small>(page {place.page})</small></blockquote>")
    if result.searched and view.tells_where(result):
        looked = "; ".join(redactor.text(s) for s in result.searched)
        out.append(f'<p class="dim">Looked at: {_e(shorten(looked, 600))}</p>')
    if result.question:
        out.append(f'<p class="ask"><strong>Ask:</strong> {_e(redactor.text(result.question))}</p>')
    if result.suggest:
        out.append(f"<p>{_e(redactor.text(result.suggest))}</p>")
    if result.explain:
        out.append(f"<details><summary>Why it matters</summary><p>{_e(redactor.text(result.explain))}</p></details>")
    cites = "; ".join(a.cite for a in result.authority)
    out.append(f'<p class="dim">{_e(result.id)} {_e(result.rule)}{" · " + _e(cites) if cites else ""}</p></article>')
    return "".join(out)


def _marked(quote: str, match: str) -> str:
    """`quote` escaped, with the words that decided marked where they stand in it."""
    start = quote.lower().find(match.lower()) if match else -1
    if start < 0:
        return _e(quote)
    end = start + len(match)
    before, inside, after = (html.escape(t) for t in (quote[:start], quote[start:end], quote[end:]))
    return f"{before}<mark>{inside}</mark>{after}"


def _goals(goals: Iterable[Goal], redactor: Redactor) -> str:
    out = []
    for goal in goals:
        out.append(f"<h3>{_e(redactor.text(view.goal_title(goal)))}</h3>")
        out.append(f"<blockquote>{_goal_text(goal.analysis, goal.text, redactor)}</blockquote>")
        if not goal.analysis.postsecondary:
            marks = "".join(
                f'<li class="{"found" if there else "missing"}">{"✓" if there else "✗"} {_e(words)}</li>'
                for words, there in view.goal_marks(goal)
            )
            out.append(f'<ul class="marks">{marks}</ul>')
    return f"<h2>Goals</h2>{''.join(out)}" if out else ""


def _goal_text(analysis: GoalAnalysis, text: str, redactor: Redactor) -> str:
    """The goal with its vague words marked."""
    if redactor.mode is Redact.ALL or analysis.text != text:
        return _e(redactor.quote(text))
    out, at = [], 0
    for term in sorted(analysis.vague, key=lambda v: v.span.start):
        if term.span.start < at:
            continue
        out.append(html.escape(redactor.text(text[at : term.span.start])))
        out.append(f"<mark>{html.escape(redactor.text(text[term.span.start : term.span.end]))}</mark>")
        at = term.span.end
    return "".join([*out, html.escape(redactor.text(text[at:]))])


def _services(services: Iterable[Service], redactor: Redactor) -> str:
    rows = []
    for s in services:
        minutes = f"{s.minutes_per_week} min a week" if s.minutes_per_week is not None else ""
        stated = ", ".join(f.value for f in (s.amount, s.frequency) if f.value)
        dates = " to ".join(d.value.isoformat() for d in (s.start, s.end) if d.value)
        cells = (s.name, minutes or stated or "not found", s.location.value or "", dates, f"p. {s.place.page}")
        rows.append("<tr>" + "".join(f"<td>{_e(redactor.text(c))}</td>" for c in cells) + "</tr>")
    if not rows:
        return ""
    head = "".join(f"<th>{h}</th>" for h in ("Service", "How much", "Where", "When", "Page"))
    return (
        f'<h2>Services</h2><div class="scroll"><table><thead><tr>{head}</tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table></div>"
    )


def _rest(report: FileReport) -> str:
    unread = [f"<li>Page {n}: {_e(q.reason)}</li>" for n, q in enumerate(report.pages, start=1) if q.reason]
    lines = "".join(f"<li>{_e(line)}</li>" for line in view.not_checked(report))
    quality = f"<h2>How well it could be read</h2><ul>{''.join(unread)}</ul>" if unread else ""
    return f"{quality}<h2>Not checked</h2><ul>{lines}</ul>"
