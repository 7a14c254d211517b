"""What `check` and `baseline` have in common: which files are audited, how, and which findings were explained away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from iepaudit.audit import AuditOptions, Reports, audit_inputs, load_rules
from iepaudit.cli.given import Given, audit_options
from iepaudit.cli.progress import Progress
from iepaudit.cli.settings import Settings
from iepaudit.model.outcome import FileReport
from iepaudit.policy.inputs import Inputs, find_inputs
from iepaudit.policy.suppression_lists import Lists, find_list


class Auditing:
    """An audit as the options of a command ask for it, with the settings of each file."""

    def __init__(self, ctx: click.Context, settings: Settings, paths: tuple[str, ...], given: Given) -> None:
        self.paths = paths
        self.options = audit_options(given, settings.config.numbers)
        self._ctx = ctx
        self._settings = settings
        self._given = given

    def inputs(self) -> Inputs:
        return find_inputs(
            self.paths,
            include=self._given["include"],
            exclude=self._given["exclude"],
            recursive=not self._given["no_recursive"],
            force_exclude=self._given["force_exclude"],
        )

    def begin(self, inputs: Inputs, progress: Progress) -> Audit:
        """Starts to audit. Raises UsageError for wrong settings, rules and suppressions."""
        of_files = self._options_of_files(inputs)
        each = tuple({id(o): o for o in of_files.values()}.values())
        if self._may_be_refused(each):
            self._lists(each)
        stream = audit_inputs(inputs.files, self.options, progress.step, lambda item: of_files[item.shown])
        try:  # the workers have begun; what needs no result is done meanwhile
            return Audit(stream, self._lists(each), tuple(sorted({o.profile for o in each} or {self.options.profile})))
        except BaseException:
            stream.close()
            raise

    def _may_be_refused(self, each: Iterable[AuditOptions]) -> bool:
        """Whether rules or lists may turn out to be wrong: that is said before a worker is started, since one that is
        stopped while it starts complains."""
        usual = AuditOptions()
        return bool(self._given["suppressions"]) or any(
            (o.rule_paths, o.params, o.profile, o.selection)
            != (usual.rule_paths, usual.params, usual.profile, usual.selection)
            for o in each
        )

    def _options_of_files(self, inputs: Inputs) -> dict[str, AuditOptions]:
        """The options of each file: the run's own, unless its settings say otherwise."""
        made: dict[object, AuditOptions] = {}
        found = {}
        for item in inputs.files:
            config, values = self._settings.of_file(self._ctx, item.path or Path.cwd() / "stdin")
            if id(values) not in made:
                own = audit_options({**self._given, **values}, config.numbers)
                made[id(values)] = self.options if own == self.options else own
            found[item.shown] = made[id(values)]
        return found

    def _lists(self, each: Iterable[AuditOptions]) -> Lists:
        """The findings that were explained away. Raises UsageError for wrong rules and wrong lists."""
        rules: dict[str, str] = {}
        for one in each:
            rules |= {r.id: r.name for r in load_rules(one).rules}
        if self._given["no_suppressions"]:
            return Lists.none()
        as_of = self._given["as_of"]
        named = self._given["suppressions"]
        path = Path(named) if named else find_list(Path.cwd())
        today = as_of if isinstance(as_of, date) else date.today()
        return Lists(path, rules.items(), today, folders=self.paths)


@dataclass(frozen=True, slots=True)
class Audit:
    """An audit on its way; to be closed. `profiles`: whose rules are run."""

    stream: Reports
    lists: Lists
    profiles: tuple[str, ...]

    def reports(self) -> Iterator[FileReport]:
        """One report for each file, in order, what was explained away marked; then those on the lists themselves."""
        for found in self.stream:
            yield self.lists.mark(found)
        yield from self.lists.about()

    def close(self) -> None:
        self.stream.close()
