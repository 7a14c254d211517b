"""One run of `check`: options in, reports out as results come, exit code at the end."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from iepaudit import __version__
from iepaudit.audit import Reports, load_rules, selected_rules
from iepaudit.cli import terminal
from iepaudit.cli.auditing import Audit, Auditing
from iepaudit.cli.given import Given, report_options
from iepaudit.cli.outputs import Target, ToFile, ToFolder, ToStdout, read_targets
from iepaudit.cli.progress import Progress
from iepaudit.cli.settings import Settings
from iepaudit.model.outcome import FileReport, RunReport
from iepaudit.policy.exit_code import Exit, FailOn, Verdict, decide
from iepaudit.policy.inputs import Input, Inputs
from iepaudit.policy.mirror import Mirror
from iepaudit.report.batch_text import MANY
from iepaudit.report.formats import FORMATS, SUFFIXES, check_count, warm_up
from iepaudit.report.index import INDEXES
from iepaudit.report.options import ReportOptions
from iepaudit.store.spool import Spool

if TYPE_CHECKING:
    from iepaudit.policy.baseline import Comparison


class CheckRun:
    def __init__(self, ctx: click.Context, settings: Settings, paths: tuple[str, ...], given: Given) -> None:
        self._auditing = Auditing(ctx, settings, paths, given)
        self._paths = paths
        self._given = given
        self._quiet = bool(given["quiet"])
        self._fail_on = FailOn(given["fail_on"])
        github = bool(os.environ.get("GITHUB_ACTIONS")) and not terminal.is_terminal()
        self._format = str(given["format_name"] or ("github" if github else "text"))
        terminal.refuse_binary(self._format, binary=FORMATS[self._format].binary)

    def run(self) -> int:
        targets = read_targets(self._given["reports"])
        inputs = self._inputs(targets)
        if self._given["list_files"]:
            return self._list(inputs)
        for name in {self._format, *(t.format for t in targets if not t.folder)}:
            check_count(name, len(inputs.files))
        baseline = self._baseline()
        progress = Progress(quiet=self._quiet)
        spool = Spool()
        audit = self._auditing.begin(inputs, progress)
        try:
            run = self._run_with(audit)
            outputs = self._outputs(targets, inputs, run, progress)
            verdict = self._verdict()
            warm_up(self._format)

            def take(report: FileReport) -> None:
                verdict.add(report)
                spool.add(report)
                for output in outputs:
                    output.file(report)

            with progress:
                for report in audit.reports():
                    take(baseline.mark(report) if baseline else report)
            outcome = self._outcome(verdict, inputs, len(spool))
            whole = replace(run, files=spool, exit_code=outcome.code, exit_reasons=outcome.reasons)
            for output in outputs[1:]:
                output.end(whole)
            outputs[0].end(whole)
        finally:
            audit.close()
            spool.close()
        self._remarks(targets, baseline, audit.stream, len(inputs.files))
        return self._end(outcome)

    def _inputs(self, targets: tuple[Target, ...]) -> Inputs:
        """The files to audit, without the reports that this command writes itself."""
        found = self._auditing.inputs()
        if not targets:
            return found
        mirror = Mirror(found.files)
        own = {os.path.realpath(t.path) for t in targets if not t.folder}
        folders = [t for t in targets if t.folder]
        own |= {
            os.path.realpath(t.path / mirror.name(i.shown, SUFFIXES[t.format])) for t in folders for i in found.files
        }
        own |= {os.path.realpath(t.path / INDEXES[t.format].name) for t in folders if t.format in INDEXES}
        bases = {os.path.realpath(i.base or ".") for i in found.files}
        inside = [os.path.realpath(t.path) + os.sep for t in folders]
        inside = [f for f in inside if not any((b + os.sep).startswith(f) for b in bases)]  # it holds plans too

        def kept(item: Input) -> bool:
            path = os.path.realpath(item.path) if item.path else ""
            return item.shown in self._paths or (path not in own and not path.startswith(tuple(inside)))

        return replace(found, files=tuple(i for i in found.files if kept(i)))

    def _run_with(self, audit: Audit) -> RunReport:
        """The run without its files and its end."""
        options = self._auditing.options
        ruleset = load_rules(options)
        return RunReport(
            files=(),
            version=__version__,
            rules_digest=ruleset.digest,
            profile=", ".join(audit.profiles),
            exit_code=0,
            exit_reasons=(),
            rules_checked=len(selected_rules(ruleset, options)),
        )

    def _outputs(
        self, targets: tuple[Target, ...], inputs: Inputs, run: RunReport, progress: Progress
    ) -> list[ToStdout | ToFile | ToFolder]:
        """Stdout first."""

        def for_(name: str, *, to_file: bool, brief: bool) -> ReportOptions:
            return report_options(self._given, name, self._auditing.options.read, to_file=to_file, brief=brief)

        def run_of(report: FileReport) -> RunReport:
            verdict = self._verdict()
            verdict.add(report)
            end = verdict.exit()
            return replace(run, files=(report,), exit_code=end.code, exit_reasons=end.reasons)

        many = len(inputs.files) >= MANY
        outputs: list[ToStdout | ToFile | ToFolder] = [
            ToStdout(self._format, for_(self._format, to_file=False, brief=many), progress.away)
        ]
        for target in targets:
            if target.folder:
                shown = for_(target.format, to_file=True, brief=False)
                outputs.append(ToFolder(target, shown, Mirror(inputs.files), run_of))
            else:
                outputs.append(ToFile(target, for_(target.format, to_file=True, brief=many)))
        return outputs

    def _list(self, inputs: Inputs) -> int:
        for item in inputs.files:
            click.echo(item.shown)
        for line in inputs.empty:
            click.echo(f"iepaudit: {line}", err=True)
        return 0 if inputs.files else self._end(decide((), allow_empty=self._given["allow_empty"]))

    def _baseline(self) -> Comparison | None:
        from iepaudit.policy.baseline import Comparison, load_baseline

        path = self._given["baseline"]
        if not path or self._given["show_known"]:
            return None
        return Comparison(load_baseline(Path(path)), os.environ.get("IEPAUDIT_KEY", ""))

    def _verdict(self) -> Verdict:
        return Verdict(
            self._fail_on,
            allow_empty=self._given["allow_empty"],
            unreadable_fails=self._given["unreadable"] == "fail",
        )

    def _outcome(self, verdict: Verdict, inputs: Inputs, files: int) -> Exit:
        outcome = verdict.exit()
        if inputs.empty and not self._given["allow_empty"]:
            reasons = inputs.empty if not files else (*inputs.empty, *(outcome.reasons if outcome.code else ()))
            outcome = replace(outcome, code=3, reasons=reasons)
        return outcome

    def _remarks(self, targets: tuple[Target, ...], baseline: Comparison | None, stream: Reports, files: int) -> None:
        """What there is to say beside the report."""
        said = []
        if baseline and baseline.fixed():
            n = sum(e.count for e in baseline.fixed())
            words = "1 known finding looks" if n == 1 else f"{n} known findings look"
            said.append(f"{words} fixed; `iepaudit baseline prune` takes them out")
        if stream.cache_problem:
            said.append(f"the cache of results cannot be used ({stream.cache_problem}); the run went on without it")
        elif stream.kept and self._given["verbose"]:
            said.append(f"{stream.kept} of {files} results were kept from an earlier run (--no-cache reads all anew)")
        said += dict.fromkeys(FORMATS[n].notice for n in (self._format, *(t.format for t in targets)))
        for text in said:
            if text and not self._quiet:
                click.echo(f"iepaudit: {text}", err=True)

    def _end(self, outcome: Exit) -> int:
        from iepaudit.cli.app import fail

        if outcome.code or not self._quiet:
            sys.stdout.flush()
            fail(outcome.code, "; ".join(outcome.reasons))
        return outcome.code
