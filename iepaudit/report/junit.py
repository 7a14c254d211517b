"""JUnit XML: a suite for each file, a case for each rule."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from iepaudit.model.outcome import FileReport, Outcome, RuleResult, RunReport
from iepaudit.report import view
from iepaudit.report.clean import one_line, without_controls
from iepaudit.report.options import ReportOptions
from iepaudit.report.redact import Redactor, redactor_for

# What XML 1.0 cannot hold at all, escaped or not.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WORST = (Outcome.ERROR, Outcome.ISSUE, Outcome.REVIEW, Outcome.PASS, Outcome.NOT_APPLICABLE)


def render_junit(run: RunReport, options: ReportOptions) -> str:
    """Findings that count for the exit code are failures, other findings stand in the output of a passed case; what
    was undecided or does not apply is skipped, with the reason."""
    suites = [_suite(f, options) for f in run.files]
    totals = [sum(tally[n] for tally, _ in suites) for n in range(4)]
    body = "".join(xml for _, xml in suites)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return f'{head}<testsuites name="iepaudit" {_counts(totals)}>\n{body}</testsuites>\n'


def _counts(n: Sequence[int]) -> str:
    return f'tests="{n[0]}" failures="{n[1]}" errors="{n[2]}" skipped="{n[3]}"'


def _suite(report: FileReport, options: ReportOptions) -> tuple[list[int], str]:
    """Cases, failures, errors and skipped ones, and the element."""
    redactor = redactor_for(report, options.redact)
    cases = []
    tally = [0, 0, 0, 0]
    for problem in report.problems:
        cases.append(_case(report, "read the file", _tag("error", problem.reason, redactor.text(problem.message))))
        tally[0] += 1
        tally[2] += 1
    if not report.results and not report.problems:
        note = redactor.text(report.notes[0]) if report.notes else "not audited"
        cases.append(_case(report, "is a plan", _tag("skipped", "", note)))
        tally[0] += 1
        tally[3] += 1
    for results in _by_rule(report):
        inner, kind = _verdict(results, redactor, options)
        cases.append(_case(report, f"{results[0].id} {results[0].rule}", inner))
        tally[0] += 1
        if kind:
            tally[kind] += 1
    body = "".join(cases)
    xml = f"  <testsuite name={_attribute(report.path)} {_counts(tally)}>\n{body}  </testsuite>\n"
    return tally, xml


def _by_rule(report: FileReport) -> list[list[RuleResult]]:
    groups: dict[str, list[RuleResult]] = {}
    for result in report.results:
        groups.setdefault(result.id, []).append(result)
    return [sorted(groups[i], key=lambda r: _WORST.index(r.outcome)) for i in sorted(groups)]


def _verdict(results: list[RuleResult], redactor: Redactor, options: ReportOptions) -> tuple[str, int]:
    """The element inside a case, and which count it belongs to (0 for passed)."""
    worst = results[0]
    message = redactor.text(worst.message)
    found = [r for r in results if r.outcome is Outcome.ISSUE]
    match worst.outcome:
        case Outcome.ERROR:
            return _tag("error", "rule", message), 2
        case Outcome.ISSUE:
            detail = "\n".join(_detail(r, redactor) for r in found)
            heaviest = max(found, key=lambda r: r.severity.weight)
            if heaviest.severity.weight >= options.fail_weight:
                return _tag("failure", heaviest.severity.value, redactor.text(heaviest.message), detail), 1
            return f"      <system-out>{_text(detail)}</system-out>\n", 0
        case Outcome.REVIEW:
            return _tag("skipped", "", f"undecided: {message}"), 3
        case Outcome.NOT_APPLICABLE:
            return _tag("skipped", "", message or "does not apply"), 3
        case _:
            return "", 0


def _detail(result: RuleResult, redactor: Redactor) -> str:
    where = view.page_words(view.pages_of(result)[:6])
    lines = [f"{where}: " * bool(where) + redactor.text(result.message)]
    lines += [f"p. {p.page}: {redactor.quote(one_line(p.quote))}" for p in result.evidence[:3] if p.quote]
    if result.question:
        lines.append(f"Ask: {redactor.text(result.question)}")
    lines.append("; ".join(a.cite for a in result.authority))
    return "\n".join(line for line in lines if line)


def _case(report: FileReport, name: str, inner: str) -> str:
    start = f"    <testcase classname={_attribute(report.path)} name={_attribute(name)}"
    return f"{start}>\n{inner}    </testcase>\n" if inner else f"{start}/>\n"


def _tag(name: str, kind: str, message: str, text: str = "") -> str:
    attributes = f" type={_attribute(kind)}" if kind else ""
    attributes += f" message={_attribute(one_line(message))}"
    return f"      <{name}{attributes}>{_text(text)}</{name}>\n" if text else f"      <{name}{attributes}/>\n"


def _attribute(text: str) -> str:
    return quoteattr(_NOT_XML.sub("", without_controls(text)))


def _text(text: str) -> str:
    return escape(_NOT_XML.sub("", without_controls(text)))
