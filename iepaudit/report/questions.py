"""The meeting sheet: one page of questions with their pages in the plan, and room to write."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from iepaudit.model.iep import Iep, Kind
from iepaudit.model.outcome import FileReport, Outcome, RunReport, Severity
from iepaudit.report import view
from iepaudit.report.clean import ascii_only, one_line, shorten
from iepaudit.report.markdown import escape
from iepaudit.report.options import ReportOptions
from iepaudit.report.redact import Redactor, redactor_for

MOST = 8  # questions on a page, with room to write
CONCERNS = 500  # characters of what the plan records


@dataclass(frozen=True, slots=True)
class Question:
    ask: str
    why: str
    where: str
    quote: str


@dataclass(frozen=True, slots=True)
class Sheet:
    path: str
    what: str
    concerns: str  # as the plan records them; "" when it records none
    concerns_page: str
    questions: tuple[Question, ...]
    more: int  # questions that did not fit


def sheet_of(report: FileReport, options: ReportOptions) -> Sheet:
    """The questions that weigh most, each once; suggestions about wording only when nothing heavier is left."""
    report = view.shown(report)
    redactor = redactor_for(report, options.redact)
    found = [r for r in (*view.issues(report), *view.reviews(report)) if r.question]
    found.sort(key=lambda r: (r.severity is Severity.ADVICE, r.outcome is Outcome.REVIEW))
    asked: dict[str, Question] = {}
    for result in found:
        quote = next((p.quote for p in result.evidence if p.quote.strip()), "")
        asked.setdefault(
            result.question,
            Question(
                ask=one_line(redactor.text(result.question)),
                why=one_line(redactor.text(result.message)),
                where=view.page_words(view.pages_of(result)[:4], short=False),
                quote=shorten(redactor.quote(quote), 140),
            ),
        )
    concerns, page = _concerns(report.iep, redactor) if report.iep else ("", "")
    questions = tuple(asked.values())
    return Sheet(report.path, view.what_it_is(report), concerns, page, questions[:MOST], max(0, len(questions) - MOST))


def _concerns(iep: Iep, redactor: Redactor) -> tuple[str, str]:
    for section in iep.sections_of("parent-concerns"):
        if section.filled_text.strip():
            text = shorten(redactor.quote(section.filled_text), CONCERNS)
            return text, view.page_words([section.page], short=False)
    return "", ""


def _sheets(run: RunReport, options: ReportOptions) -> Iterator[Sheet]:
    return (sheet_of(f, options) for f in run.files if f.iep is not None and f.kind is not Kind.BLANK_FORM)


_INTRO = "Questions to bring to the meeting. They come from reading the plan only; the answers may be simple."
_NONE = "Reading the plan raised no question."


def render_questions(run: RunReport, options: ReportOptions) -> str:
    """As text, to print."""
    return "".join(stream_questions(run, options))


def stream_questions(run: RunReport, options: ReportOptions) -> Iterator[str]:
    width = min(options.width, 80)
    for number, sheet in enumerate(_sheets(run, options)):
        text = "\f" * bool(number) + _page(sheet, width)
        yield text if options.unicode else ascii_only(text)


def _page(sheet: Sheet, width: int) -> str:
    lines = [sheet.path, *textwrap.wrap(_INTRO, width), ""]
    if sheet.concerns:
        lines += [f"Your concerns, as the plan records them ({sheet.concerns_page}):"]
        lines += textwrap.wrap(f"“{sheet.concerns}”", width, initial_indent="  ", subsequent_indent="  ")
    else:
        lines += ["Your concerns (none were found in the plan):", "  " + "_" * (width - 2)]
    lines.append("")
    for number, question in enumerate(sheet.questions, start=1):
        lines += textwrap.wrap(question.ask, width, initial_indent=f"{number}. ", subsequent_indent="   ")
        where = f"{question.where[:1].upper()}{question.where[1:]}: " if question.where else ""
        told = f"{where}“{question.quote}”" if question.quote else f"{where}{question.why}"
        lines += textwrap.wrap(told, width, initial_indent="   ", subsequent_indent="   ")
        lines += ["", "   " + "_" * (width - 3), ""]
    if not sheet.questions:
        lines += [_NONE, ""]
    lines += [*([_more(sheet)] if sheet.more else []), "Agreed next step, who, by when:", "", "_" * width, ""]
    return "\n".join(lines)


def render_questions_markdown(run: RunReport, options: ReportOptions) -> str:
    return "".join(stream_questions_markdown(run, options))


def stream_questions_markdown(run: RunReport, options: ReportOptions) -> Iterator[str]:
    for number, sheet in enumerate(_sheets(run, options)):
        yield "\n---\n\n" * bool(number) + _markdown_page(sheet)


def _markdown_page(sheet: Sheet) -> str:
    lines = [f"# Questions about {escape(sheet.path)}", "", _INTRO, ""]
    if sheet.concerns:
        lines += [f"**Your concerns, as the plan records them** ({sheet.concerns_page})", ""]
        lines += [f"> {escape(sheet.concerns)}", ""]
    else:
        lines += ["**Your concerns** (none were found in the plan)", "", "&nbsp;", ""]
    for number, question in enumerate(sheet.questions, start=1):
        told = f"“{escape(question.quote)}”" if question.quote else escape(question.why)
        where = f"{question.where}: " if question.where else ""
        lines += [f"{number}. **{escape(question.ask)}**", f"   {where}{told}", "", "   Answer:", ""]
    lines += [*([] if sheet.questions else [_NONE, ""]), *([_more(sheet), ""] if sheet.more else [])]
    lines += ["**Agreed next step, who, by when:**", ""]
    return "\n".join(lines)


def render_questions_html(run: RunReport, options: ReportOptions) -> str:
    """A page that opens from disk and prints on one sheet for each plan."""
    return "".join(stream_questions_html(run, options))


def stream_questions_html(run: RunReport, options: ReportOptions) -> Iterator[str]:
    from iepaudit.report.html_page import TAIL, head

    yield head("Questions for the meeting", css_class="alone") + "<main>"
    for number, sheet in enumerate(_sheets(run, options), start=1):
        yield sheet_html(sheet, 1, number)
    yield "</main>" + TAIL


def sheet_html(sheet: Sheet, level: int, number: int) -> str:
    """One sheet; `level` is that of its heading, `number` the file's."""
    from iepaudit.report.html_page import escaped as e

    if sheet.concerns:
        concerns = (
            f"<h{level + 1}>Your concerns, as the plan records them <small>({e(sheet.concerns_page)})</small>"
            f"</h{level + 1}><blockquote>{e(sheet.concerns)}</blockquote>"
        )
    else:
        concerns = (
            f"<h{level + 1}>Your concerns <small>(none were found in the plan)</small></h{level + 1}>"
            '<div class="write"></div>'
        )
    items = []
    for question in sheet.questions:
        told = f"<q>{e(question.quote)}</q>" if question.quote else e(question.why)
        where = f"{e(question.where[:1].upper() + question.where[1:])}: " if question.where else ""
        items.append(
            f'<li><strong>{e(question.ask)}</strong><br><small>{where}{told}</small><div class="write"></div></li>'
        )
    listed = f"<ol>{''.join(items)}</ol>" if items else f"<p>{_NONE}</p>"
    more = f'<p class="small">{e(_more(sheet))}</p>' if sheet.more else ""
    return (
        f'<section class="sheet" aria-labelledby="sheet-{number}">'
        f'<h{level} id="sheet-{number}">Questions for the meeting</h{level}>'
        f'<p class="path">{e(sheet.path)}</p><p>{e(_INTRO)}</p>{concerns}'
        f"<h{level + 1}>Questions</h{level + 1}>{listed}{more}"
        f'<h{level + 1}>Agreed next step, who, by when</h{level + 1}><div class="write"></div></section>'
    )


def _more(sheet: Sheet) -> str:
    words = "1 further question is" if sheet.more == 1 else f"{sheet.more} further questions are"
    return f"{words} in the full report."
