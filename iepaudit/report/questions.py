"""The meeting sheet: one page of questions with their pages in the plan, and room to write."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from iepaudit.model.iep import Iep, Kind
from iepaudit.model.outcome import FileReport, Outcome, RuleResult, RunReport, Severity
from iepaudit.report import view
from iepaudit.report.clean import ascii_only, one_line, shorten
from iepaudit.report.markdown import escape
from iepaudit.report.options import ReportOptions
from iepaudit.report.redact import Redactor, redactor_for

MOST = 8  # questions on a page, with room to write
CONCERNS = 500  # characters of what the plan records


LINES = 60  # of a printed sheet of text
# What no program can tell, for plans that raise no question of their own.
STANDING = (
    "Are these goals high enough for this year, and the right ones for my child?",
    "Were the services of the last plan given as written, and did they help?",
    "What can we do at home that fits with this plan?",
)


@dataclass(frozen=True, slots=True)
class Question:
    ask: str
    told: str  # where in the plan, and the words there; or why it is asked


@dataclass(frozen=True, slots=True)
class Sheet:
    name: str  # of the file
    dates: str
    concerns: str  # as the plan records them; "" when it records none
    concerns_page: str
    questions: tuple[Question, ...]
    more: int  # questions that did not fit
    none: bool = False  # the plan raised no question; `questions` are those that no program can answer


def sheet_of(report: FileReport, options: ReportOptions) -> Sheet:
    """The questions that weigh most, each once; suggestions about wording only when nothing heavier is left."""
    report = view.shown(report)
    redactor = redactor_for(report, options.redact)
    found = [r for r in (*view.issues(report), *view.reviews(report)) if r.question]
    found.sort(key=lambda r: (r.severity is Severity.ADVICE, r.outcome is Outcome.REVIEW))
    by_question: dict[str, list[RuleResult]] = {}
    for result in found:
        by_question.setdefault(result.question, []).append(result)
    questions = tuple(_question(results, redactor) for results in by_question.values())
    concerns, page = _concerns(report.iep, redactor) if report.iep else ("", "")
    return Sheet(
        name=report.path.rsplit("/", 1)[-1],
        dates=view.dates_line(report),
        concerns=concerns,
        concerns_page=page,
        questions=questions[:MOST] or tuple(Question(q, "") for q in STANDING),
        more=max(0, len(questions) - MOST),
        none=not questions,
    )


def _question(results: list[RuleResult], redactor: Redactor) -> Question:
    places = list(dict.fromkeys(p for r in results for p in r.evidence if p.quote.strip()))
    where = view.page_words([p.page for p in places[:4]], short=False)
    told = f"{where[:1].upper()}{where[1:]}: “{shorten(redactor.quote(places[0].quote), 130)}”" if places else ""
    if len(places) > 1:
        told += " and 1 more place" if len(places) == 2 else f" and {len(places) - 1} more places"
    ask = one_line(redactor.text(results[0].question))
    return Question(ask, told or view.plain(one_line(redactor.text(results[0].message))))


def _concerns(iep: Iep, redactor: Redactor) -> tuple[str, str]:
    for section in iep.sections_of("parent-concerns"):
        if section.filled_text.strip():
            text = shorten(redactor.quote(section.filled_text), CONCERNS)
            return text, view.page_words([section.page], short=False)
    return "", ""


def _sheets(run: RunReport, options: ReportOptions) -> Iterator[Sheet]:
    return (sheet_of(f, options) for f in run.files if f.iep is not None and f.kind is not Kind.BLANK_FORM)


_INTRO = "Questions to bring to the meeting. They come from reading the plan only; the answers may be simple."
_NONE = "Reading the plan raised no question. What no program can tell, and you may want to ask:"
_STEP = "Agreed next step, who, by when"


def render_questions(run: RunReport, options: ReportOptions) -> str:
    """As text, to print."""
    return "".join(stream_questions(run, options))


def stream_questions(run: RunReport, options: ReportOptions) -> Iterator[str]:
    width = min(options.width, 80)
    for number, sheet in enumerate(_sheets(run, options)):
        text = "\f" * bool(number) + _page(sheet, width)
        yield text if options.unicode else ascii_only(text)


def _page(sheet: Sheet, width: int) -> str:
    """One sheet of at most LINES lines; questions that do not fit are counted with the others."""
    head = [sheet.name, *([sheet.dates] if sheet.dates else []), *textwrap.wrap(_INTRO, width), ""]
    if sheet.concerns:
        head += [f"Your concerns, as the plan records them ({sheet.concerns_page}):"]
        head += textwrap.wrap(f"“{sheet.concerns}”", width, initial_indent="  ", subsequent_indent="  ")
    else:
        head += ["Your concerns (none were found in the plan):", "", "  " + "_" * (width - 2)]
    head += ["", *([*textwrap.wrap(_NONE, width), ""] if sheet.none else [])]
    foot = [f"{_STEP}:", "", "_" * width, ""]
    body: list[str] = []
    more = sheet.more
    for number, question in enumerate(sheet.questions, start=1):
        lines = textwrap.wrap(question.ask, width, initial_indent=f"{number}. ", subsequent_indent="   ")
        lines += textwrap.wrap(question.told, width, initial_indent="   ", subsequent_indent="   ")
        lines += ["", "   " + "_" * (width - 3), ""]
        if len(head) + len(body) + len(lines) + len(foot) + 2 > LINES:
            more += len(sheet.questions) - number + 1
            break
        body += lines
    return "\n".join([*head, *body, *([_more(more), ""] if more else []), *foot])


def render_questions_markdown(run: RunReport, options: ReportOptions) -> str:
    return "".join(stream_questions_markdown(run, options))


def stream_questions_markdown(run: RunReport, options: ReportOptions) -> Iterator[str]:
    for number, sheet in enumerate(_sheets(run, options)):
        yield "\n---\n\n" * bool(number) + _markdown_page(sheet)


def _markdown_page(sheet: Sheet) -> str:
    lines = [f"# Questions about {escape(sheet.name)}", "", *([sheet.dates, ""] if sheet.dates else []), _INTRO, ""]
    if sheet.concerns:
        lines += [f"**Your concerns, as the plan records them** ({sheet.concerns_page})", ""]
        lines += [f"> {escape(sheet.concerns)}", ""]
    else:
        lines += ["**Your concerns** (none were found in the plan)", "", "&nbsp;", ""]
    lines += [_NONE, ""] if sheet.none else []
    for number, question in enumerate(sheet.questions, start=1):
        lines += [f"{number}. **{escape(question.ask)}**"]
        lines += [f"   {escape(question.told)}"] if question.told else []
        lines += ["", "   Answer:", ""]
    return "\n".join([*lines, *([_more(sheet.more), ""] if sheet.more else []), f"**{_STEP}:**", ""])


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
    from iepaudit.report.html_page import escaped_days

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
        told = f"<br><small>{e(question.told)}</small>" if question.told else ""
        items.append(f'<li><strong>{e(question.ask)}</strong>{told}<div class="write"></div></li>')
    none = f"<p>{_NONE}</p>" if sheet.none else ""
    more = f'<p class="small">{e(_more(sheet.more))}</p>' if sheet.more else ""
    dates = f"<p>{escaped_days(sheet.dates)}</p>" if sheet.dates else ""
    return (
        f'<section class="sheet" aria-labelledby="sheet-{number}">'
        f'<h{level} id="sheet-{number}">Questions for the meeting</h{level}>'
        f'<p class="path">{e(sheet.name)}</p>{dates}<p>{e(_INTRO)}</p>{concerns}'
        f"<h{level + 1}>Questions</h{level + 1}>{none}<ol>{''.join(items)}</ol>{more}"
        f'<h{level + 1}>{_STEP}</h{level + 1}><div class="write"></div></section>'
    )


def _more(count: int) -> str:
    words = "1 further question is" if count == 1 else f"{count} further questions are"
    return f"{words} in the full report."
