"""One run of `check`: options in, reports out as results come, exit code at the end."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from iepaudit import __version__
from iepaudit.audit import AuditOptions, audit_inputs, load_rules, selected_rules
from iepaudit.cli import terminal
from iepaudit.cli.given import Given, audit_options, report_options
from iepaudit.cli.outputs import Target, ToFile, ToFolder, ToStdout, read_targets
from iepaudit.cli.progress import Progress
from iepaudit.cli.settings import Settings
from iepaudit.model.outcome import FileReport, RunReport
from iepaudit.policy.exit_code import Exit, FailOn, Verdict, decide
from iepaudit.policy.inputs import Input, Inputs, find_inputs
from iepaudit.policy.mirror import Mirror
from iepaudit.report.batch_text import MANY
from iepaudit.report.formats import FORMATS, SUFFIXES, check_count, warm_up
from iepaudit.report.index import INDEXES
from iepaudit.report.options import ReportOptions
from iepaudit.store.spool import Spool

if TYPE_CHECKING:
    from iepaudit.policy.baseline import Comparison
    from iepaudit.policy.suppression_lists import Lists
    from iepaudit.rulepack import Ruleset


class CheckRun:
    def __init__(self, ctx: click.Context, settings: Settings, paths: tuple[str, ...], given: Given) -> None:
        self._ctx = ctx
        self._settings = settings
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
        options = audit_options(self._given, self._settings.config.numbers)
        of_files = self._options_of_files(inputs, options)
        progress = Progress(quiet=self._quiet)
        spool = Spool()
        if self._may_be_refused(of_files.values()):
            self._prepared(of_files.values())
        stream = audit_inputs(inputs.files, options, progress.step, lambda item: of_files[item.shown])
        try:  # the workers have begun; what needs no result is done meanwhile
            lists, baseline = self._prepared(of_files.values())
            ruleset = load_rules(options)
            run = self._run_with(options, of_files, ruleset)
            outputs = self._outputs(targets, inputs, options, run, progress)
            verdict = self._verdict()
            warm_up(self._format)

            def take(report: FileReport) -> None:
                verdict.add(report)
                spool.add(report)
                for output in outputs:
                    output.file(report)

            with progress:
                for found in stream:
                    marked = lists.mark(found)
                    take(baseline.mark(marked) if baseline else marked)
                for about in lists.about():
                    take(about)
            outcome = self._outcome(verdict, inputs, len(spool))
            whole = replace(run, files=spool, exit_code=outcome.code, exit_reasons=outcome.reasons)
            for output in outputs[1:]:
                output.end(whole)
            outputs[0].end(whole)
        finally:
            stream.close()
            spool.close()
        self._remarks(targets, baseline, stream.kept, stream.cache_problem, len(inputs.files))
        return self._end(outcome)

    def _may_be_refused(self, options: Iterable[AuditOptions]) -> bool:
        """Whether rules or lists may turn out to be wrong: that is said before a worker is started, since one that is
        stopped while it starts complains."""
        usual = AuditOptions()
        given = self._given
        return bool(given["baseline"] or given["suppressions"]) or any(
            (o.rule_paths, o.params, o.profile, o.selection)
            != (usual.rule_paths, usual.params, usual.profile, usual.selection)
            for o in options
        )

    def _prepared(self, options: Iterable[AuditOptions]) -> tuple[Lists, Comparison | None]:
        """The lists that results are compared with. Raises UsageError for wrong rules, suppressions or baselines."""
        rules: dict[str, str] = {}
        for one in options:
            rules |= {r.id: r.name for r in load_rules(one).rules}
        return self._lists(rules), self._baseline()

    def _inputs(self, targets: tuple[Target, ...]) -> Inputs:
        """The files to audit, without the reports that this command writes itself."""
        found = find_inputs(
            self._paths,
            include=self._given["include"],
            exclude=self._given["exclude"],
            recursive=not self._given["no_recursive"],
            force_exclude=self._given["force_exclude"],
        )
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

    def _options_of_files(self, inputs: Inputs, options: AuditOptions) -> dict[str, AuditOptions]:
        """The options of each file: the run's own, unless its settings say otherwise."""
        made: dict[object, AuditOptions] = {}
        found = {}
        for item in inputs.files:
            config, values = self._settings.of_file(self._ctx, item.path or Path.cwd() / "stdin")
            if id(values) not in made:
                own = audit_options({**self._given, **values}, config.numbers)
                made[id(values)] = options if own == options else own
            found[item.shown] = made[id(values)]
        return found

    def _run_with(self, options: AuditOptions, of_files: dict[str, AuditOptions], ruleset: Ruleset) -> RunReport:
        """The run without its files and its end."""
        profiles = dict.fromkeys(sorted(o.profile for o in of_files.values())) or {options.profile: None}
        return RunReport(
            files=(),
            version=__version__,
            rules_digest=ruleset.digest,
            profile=", ".join(profiles),
            exit_code=0,
            exit_reasons=(),
            rules_checked=len(selected_rules(ruleset, options)),
        )

    def _outputs(
        self, targets: tuple[Target, ...], inputs: Inputs, options: AuditOptions, run: RunReport, progress: Progress
    ) -> list[ToStdout | ToFile | ToFolder]:
        """Stdout first."""

        def for_(name: str, *, to_file: bool, brief: bool) -> ReportOptions:
            return report_options(self._given, name, options.read, to_file=to_file, brief=brief)

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

    def _lists(self, rules: dict[str, str]) -> Lists:
        from iepaudit.policy.suppression_lists import Lists, find_list

        if self._given["no_suppressions"]:
            return Lists.none()
        as_of = self._given["as_of"]
        named = self._given["suppressions"]
        path = Path(named) if named else find_list(Path.cwd())
        today = as_of if isinstance(as_of, date) else date.today()
        return Lists(path, rules.items(), today, folders=self._paths)

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

    def _remarks(
        self, targets: tuple[Target, ...], baseline: Comparison | None, kept: int, trouble: str, files: int
    ) -> None:
        """What there is to say beside the report."""
        said = []
        if baseline and baseline.fixed():
            n = sum(e.count for e in baseline.fixed())
            words = "1 known finding looks" if n == 1 else f"{n} known findings look"
            said.append(f"{words} fixed; `iepaudit baseline prune` takes them out")
        if trouble:
            said.append(f"the cache of results cannot be used ({trouble}); the run went on without it")
        elif kept and self._given["verbose"]:
            said.append(f"{kept} of {files} results were kept from an earlier run (--no-cache reads all anew)")
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
