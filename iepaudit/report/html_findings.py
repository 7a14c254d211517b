"""Findings as cards beside the part of the page they are about, and the filters above them."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence

from iepaudit.model.field import Place
from iepaudit.model.iep import Iep
from iepaudit.model.outcome import FileReport, Outcome, RuleResult, Severity
from iepaudit.report import view
from iepaudit.report.clean import one_line, shorten
from iepaudit.report.html_page import escaped, escaped_days
from iepaudit.report.html_pictures import Flag, part, whole
from iepaudit.report.page_pictures import Pictures
from iepaudit.report.redact import Redact, Redactor

QUOTES = 4  # pieces of evidence on a card
PARTS = 2  # of them with a picture
CONTEXT = 260  # characters around a short quote
TAGS = {
    Severity.REQUIRED: "required, not found",
    Severity.GAP: "likely gap",
    Severity.ADVICE: "could be clearer",
}
REVIEW = "please look"


def card_id(file: int, number: int) -> str:
    return f"f{file}-{number}"


def filters(reports: Iterable[FileReport], shown: Severity) -> str:
    """Check boxes for the level and radio buttons for the part of the plan; they work by style sheet alone."""
    results = [r for f in reports for r in (*view.issues(f), *view.reviews(f)) if _counts(r, shown)]
    if len(results) < 2:
        return ""
    levels = [
        (s.value, TAGS[s], sum(r.severity is s and r.outcome is Outcome.ISSUE for r in results)) for s in Severity
    ]
    levels.append(("review", REVIEW, sum(r.outcome is Outcome.REVIEW for r in results)))
    boxes = "".join(
        f'<label><input type="checkbox" id="f-{key}" checked> <span class="{key}">{label}</span> ({n})</label>'
        for key, label, n in levels
        if n
    )
    counts = {key: sum(view.group_of(r) == key for r in results) for key in view.GROUPS}
    radios = "".join(
        f'<label><input type="radio" name="part" id="g-{key}"> {html.escape(view.GROUPS[key])} ({n})</label>'
        for key, n in counts.items()
        if n
    )
    everything = f'<label><input type="radio" name="part" id="g-all" checked> All ({len(results)})</label>'
    sets = [f"<fieldset><legend>Show</legend>{boxes}</fieldset>"] if boxes.count("<label>") > 1 else []
    if radios.count("<label>") > 1:
        sets.append(f"<fieldset><legend>Part of the plan</legend>{everything}{radios}</fieldset>")
    return f'<div class="filters">{"".join(sets)}</div>' if sets else ""


def _counts(result: RuleResult, shown: Severity) -> bool:
    return result.outcome is Outcome.REVIEW or result.severity.weight >= shown.weight


def card(
    result: RuleResult, number: int, file: int, level: int, redactor: Redactor, pictures: Pictures, iep: Iep | None
) -> str:
    """One finding. `number` counts from 1 within the file; `level` is that of the heading."""
    review = result.outcome is Outcome.REVIEW
    kind = "review" if review else result.severity.value
    tag = REVIEW if review else TAGS[result.severity]
    where = view.page_words(view.pages_of(result)[:6])
    anchor = card_id(file, number)
    out = [f'<h{level} id="{anchor}-t">{number}. {escaped_days(redactor.text(result.message))}</h{level}>']
    out.append(f'<p><span class="tag {kind}">{tag}</span> <small>{escaped(where)}</small></p>')
    out += [_quote(p, result, redactor, iep) for p in [p for p in result.evidence if p.quote.strip()][:QUOTES]]
    if result.question:
        out.append(f'<p class="ask"><strong>Ask:</strong> {escaped(redactor.text(result.question))}</p>')
    out.append(_more(result, redactor))
    cites = "; ".join(a.cite for a in result.authority)
    out.append(
        f'<p class="foot">{escaped(result.id)} {escaped(result.rule)}{" · " + escaped(cites) if cites else ""}</p>'
    )
    figures = _parts(result, number, file, pictures)
    beside = " with-page" if figures else ""
    body = f"<div>{''.join(out)}</div>{figures}" if figures else "".join(out)
    return (
        f'<article class="finding is-{kind} g-{view.group_of(result)}{beside}" id="{anchor}" '
        f'aria-labelledby="{anchor}-t">{body}</article>'
    )


def _more(result: RuleResult, redactor: Redactor) -> str:
    out = []
    if result.explain:
        out.append(f"<p>{escaped(redactor.text(result.explain))}</p>")
    if result.suggest:
        out.append(f"<p><strong>What would be clearer:</strong> {escaped(redactor.text(result.suggest))}</p>")
    if result.searched and view.tells_where(result):
        looked = "; ".join(redactor.text(s) for s in result.searched)
        out.append(f'<p class="dim">Looked at: {escaped(shorten(looked, 600))}</p>')
    return f"<details><summary>Why it matters, where was looked</summary>{''.join(out)}</details>" if out else ""


def _quote(place: Place, result: RuleResult, redactor: Redactor, iep: Iep | None) -> str:
    words = marked(redactor.quote(shorten(place.quote, 400)), redactor.quote(result.match))
    around = _context(place, iep) if iep is not None and redactor.mode is not Redact.ALL else ""
    context = f"<br><small>From: “{escaped(redactor.text(around))}”</small>" if around else ""
    return f"<blockquote>{words} <small>(page {place.page})</small>{context}</blockquote>"


def _context(place: Place, iep: Iep) -> str:
    """The words around a short quote; "" when the quote is long enough, or its place is not known."""
    quote = one_line(place.quote)
    if len(quote) > 60:
        return ""
    for section in iep.sections:
        for block in section.blocks:
            text = one_line(block.text)
            if block.place.page == place.page and quote in text and len(text) > len(quote) + 8:
                at = max(0, text.find(quote) - CONTEXT // 2)
                return shorten(("…" if at else "") + text[at:], CONTEXT)
    return ""


def marked(quote: str, match: str) -> str:
    """`quote` escaped, with the words that decided marked where they stand in it."""
    start = quote.lower().find(match.lower()) if match else -1
    if start < 0:
        return escaped(quote)
    end = start + len(match)
    before, inside, after = (html.escape(t) for t in (quote[:start], quote[start:end], quote[end:]))
    return f"{before}<mark>{inside}</mark>{after}"


def _parts(result: RuleResult, number: int, file: int, pictures: Pictures) -> str:
    figures: list[str] = []
    for k, place in enumerate(result.evidence):
        picture, quoted = pictures.pages.get(place.page), pictures.places.get((number - 1, k))
        if picture is not None and quoted is not None and len(figures) < PARTS:
            figures.append(part(picture, file, quoted))
    return "".join(figures)


def pages_html(results: Sequence[RuleResult], file: int, pictures: Pictures) -> str:
    """Every page that has a picture, whole, with the numbers of the findings on it."""
    figures = []
    for page in sorted(pictures.pages):
        flags = [
            Flag(n + 1, card_id(file, n + 1), pictures.places[n, k])
            for n, result in enumerate(results)
            for k, place in enumerate(result.evidence)
            if place.page == page and (n, k) in pictures.places
        ]
        figures.append(whole(pictures.pages[page], file, flags))
    return f'<div class="pages">{"".join(figures)}</div>' if figures else ""
