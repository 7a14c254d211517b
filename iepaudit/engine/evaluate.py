"""Runs rules on a plan. A rule that fails is an error for itself alone."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from iepaudit.engine.build import build_facts
from iepaudit.engine.checks import inner_match, run
from iepaudit.engine.context import Context, label_of
from iepaudit.engine.facts import Facts, Group, Leaf, Many, Node
from iepaudit.engine.messages import NOT_STATED, Seen, fill
from iepaudit.engine.select import ALL, Selection, select_rules, severities
from iepaudit.engine.trace import ELSEWHERE, EVERYWHERE, IN_LIST, Trace
from iepaudit.engine.truth import Truth, all_of, negate
from iepaudit.model.field import FieldState, Place
from iepaudit.model.iep import Iep, Kind
from iepaudit.model.outcome import Authority, Confidence, Outcome, RuleResult, Severity
from iepaudit.rulepack.lexicons import Lexicon
from iepaudit.rulepack.paths import Path, paths_in
from iepaudit.rulepack.rule import Rule, Ruleset

AUDITED = frozenset({Kind.IEP, Kind.BLANK_FORM, Kind.AMENDMENT})
MAX_EVIDENCE = 40  # places in one result
DOCUMENT = "document"
_ASKED = ("progress", "placement", "transition")  # single values that a form has labels for


def evaluate(ruleset: Ruleset, iep: Iep, *, as_of: date, select: Selection = ALL) -> tuple[RuleResult, ...]:
    """One result or more for every selected rule, in order of id; nothing for documents that are no plan.

    Raises UsageError when `select` names a rule that there is not."""
    rules = select_rules(ruleset, select)
    levels = severities(ruleset, select)
    if iep.kind not in AUDITED:
        return ()
    facts = build_facts(iep, ruleset, as_of)
    return tuple(
        result
        for rule in rules
        for result in run_rule(rule, facts, ruleset.lexicons, iep.kind, ruleset.profile.name, levels.get(rule.id))
    )


def run_rule(
    rule: Rule,
    facts: Facts,
    lexicons: Mapping[str, Lexicon],
    kind: Kind,
    profile: str = "federal",
    severity: Severity | None = None,
) -> tuple[RuleResult, ...]:
    """The results of one rule; a failure of any kind becomes the outcome `error`."""
    maker = _Maker(rule, facts, lexicons, profile, severity)
    if kind not in rule.kinds:
        return (maker.bare(Outcome.NOT_APPLICABLE, f"this rule does not look at a document of the kind {kind.value}"),)
    try:
        return maker.results()
    except Exception as error:  # the barrier: whatever a rule does, the others still run
        reason = str(error) if type(error).__module__.startswith("iepaudit") else type(error).__name__
        return (maker.bare(Outcome.ERROR, f"the rule {rule.id} {rule.name} failed: {reason}"),)


def trace_rule(rule: Rule, facts: Facts, lexicons: Mapping[str, Lexicon], kind: Kind) -> tuple[tuple[str, Trace], ...]:
    """For `why`: every item that the rule looked at, with its tree of checks, all branches tried."""
    if kind not in rule.kinds:
        return (("document", Trace("kind of document", Truth.NO, f"{kind.value} is not one that this rule looks at")),)
    context = Context(facts, lexicons, complete=True)
    found: list[tuple[str, Trace]] = []
    if rule.when is not None:
        found.append(("when", run(rule.when, context)))
    if rule.for_each is None:
        found.append(("require" if rule.require is not None else "forbid", run(rule.check, context)))
        return tuple(found)
    items = context.find(rule.for_each.over)
    if not items.nodes:
        found.append(("for each", Trace(f"for each {rule.for_each.over}", Truth.NO, items.unknown or "there are none")))
    for key, node in items.nodes:
        context.variables = {rule.for_each.variable: (key, node)}
        if rule.for_each.where is not None:
            found.append((f"{key} where", run(rule.for_each.where, context)))
        found.append((f"{key} {label_of(key, node)}", run(rule.check, context)))
        context.variables = {}
    return tuple(found)


class _Maker:
    """Runs one rule and words its results."""

    def __init__(
        self,
        rule: Rule,
        facts: Facts,
        lexicons: Mapping[str, Lexicon],
        profile: str,
        severity: Severity | None,
    ) -> None:
        self.rule = rule
        self.facts = facts
        self.profile = profile
        self.context = Context(facts, lexicons)
        self.asked = severity
        # Where only the language of the plan leaves it open, a part that is there and empty is empty in any language.
        self.as_read = _Maker(rule, facts.as_read, lexicons, profile, severity) if facts.as_read is not None else None

    def results(self) -> tuple[RuleResult, ...]:
        rule, context = self.rule, self.context
        applies = Truth.YES
        reasons: tuple[str, ...] = ()
        if rule.when is not None:
            first = run(rule.when, context)
            if first.truth is Truth.NO:
                return (self.bare(Outcome.NOT_APPLICABLE, "what this rule is about does not apply to this plan"),)
            applies, reasons = first.truth, _reasons(first)
        issues: dict[tuple[Severity, Confidence], list[Seen]] = {}
        reviews: list[Seen] = []
        looked_at = 0
        for key, node in self._items():
            truth, trace = self._judge(key, node, applies)
            if truth is None or trace is None:
                continue
            looked_at += 1
            if truth is Truth.YES:
                level = self._level(key, node)
                issues.setdefault(level, []).append(self._seen(key, node, trace, reasons))
            elif truth is Truth.UNSURE:
                reviews.append(self._seen(key, node, trace, reasons))
        if not looked_at:
            return (self.bare(Outcome.NOT_APPLICABLE, self._why_nothing()),)
        found = [self._result(Outcome.ISSUE, seen, *level) for level, seen in issues.items()]
        if reviews:
            found.append(self._result(Outcome.REVIEW, reviews, self._severity(), rule.confidence))
        return tuple(found) or (self.bare(Outcome.PASS, ""),)

    def _items(self) -> Iterator[tuple[str, Node | None]]:
        each = self.rule.for_each
        if each is None:
            yield DOCUMENT, None
            return
        yield from self.context.find(each.over).nodes

    def _judge(self, key: str, node: Node | None, applies: Truth) -> tuple[Truth | None, Trace | None]:
        """Whether there is an issue; None when the item is not one that the rule is about."""
        each = self.rule.for_each
        if each is not None and node is not None:
            self.context.variables = {each.variable: (key, node)}
            if each.where is not None:
                where = run(each.where, self.context)
                applies = all_of([applies, where.truth])
                if where.truth is Truth.NO:
                    self.context.variables = {}
                    return None, None
        trace = run(self.rule.check, self.context)
        self.context.variables = {}
        wrong = negate(trace.truth) if self.rule.require is not None else trace.truth
        truth = all_of([applies, wrong])
        if truth is Truth.UNSURE and self.as_read is not None and self._own_part_empty(key, node):
            return self.as_read.judged_at(key)
        return truth, trace

    def judged_at(self, key: str) -> tuple[Truth | None, Trace | None]:
        """The judgement of the item with a key, or of the document."""
        rule = self.rule
        applies = Truth.YES if rule.when is None else run(rule.when, self.context).truth
        return self._judge(key, dict(self._items()).get(key), applies)

    def _own_part_empty(self, key: str, node: Node | None) -> bool:
        """Whether the plan has a place of its own for what the rule asks for, with nothing in it: the item's cell, a
        label, or the first section that the rule names."""
        each = self.rule.for_each
        paths = [p for part in (self.rule.require, self.rule.forbid, self.rule.when) for p in paths_in(part)]
        if each is not None and isinstance(node, Group):
            own = (p.steps[1].name for p in paths if len(p.steps) == 2 and p.steps[0].name == each.variable)
            cell = next((node.fields[name] for name in own if name.endswith("_cell")), None)
            return isinstance(cell, Leaf) and cell.state is FieldState.TEMPLATE
        root = self.facts.root.fields
        asked = [
            (root[p.steps[0].name], p.steps[1].name) for p in paths if len(p.steps) == 2 and p.steps[0].name in _ASKED
        ]
        values = [part.fields[name] for part, name in asked if isinstance(part, Group)]
        if any(isinstance(value, Leaf) and value.state is FieldState.TEMPLATE for value in values):
            return True
        named = next((p.steps[1].name for p in paths if p.steps[0].name == "sections" and len(p.steps) > 1), "other")
        sections = root["sections"]
        assert isinstance(sections, Group)
        part = sections.fields[named]
        if not isinstance(part, Group):
            return False
        heading, content = part.fields["heading"], part.fields["filled_text"]
        assert isinstance(heading, Leaf) and isinstance(content, Leaf)
        return heading.filled and content.state in (FieldState.BLANK, FieldState.TEMPLATE)

    def _level(self, key: str, node: Node | None) -> tuple[Severity, Confidence]:
        if self.asked is not None:
            return self.asked, self.rule.confidence
        severity, confidence = self._severity(), self.rule.confidence
        for step in self.rule.escalate:
            if self.rule.for_each is not None and node is not None:
                self.context.variables = {self.rule.for_each.variable: (key, node)}
            holds = run(step.when, self.context).truth is Truth.YES
            self.context.variables = {}
            if holds:
                severity = Severity(step.to)
                confidence = Confidence(step.confidence) if step.confidence else confidence
        return severity, confidence

    def _severity(self) -> Severity:
        return self.asked or self.rule.severity_in.get(self.profile, self.rule.severity)

    def _seen(self, key: str, node: Node | None, trace: Trace, extra: tuple[str, ...]) -> Seen:
        own = node.place if isinstance(node, Group | Leaf) else None
        hits = [p for t in trace.walk() if t.match and t.truth is Truth.YES for p in t.places]
        # Where the whole text was searched, its first lines are no evidence of what is missing in it.
        # Nor are the items of a list that was searched in vain.
        near = [
            p for t in _outside_lists(trace) if (t.looked or t.reasons) and EVERYWHERE not in t.looked for p in t.places
        ]
        more = [p for path in self.rule.evidence for p in self._places_at(path, key, node)]
        # The item itself is shown, or else what was hit, or else the place where something should stand.
        chosen = [own, *more] if own is not None else [*(hits or self._said_instead() or near[:3]), *more]
        places = tuple(dict.fromkeys(p for p in chosen if p is not None and (p.quote or p.box)))
        detail = next((t.detail for t in trace.walk() if t.truth is Truth.YES and not t.children), "")
        looked = tuple(dict.fromkeys(text for t in trace.walk() for text in t.looked))
        label = label_of(key, node) if node is not None else "this plan"
        if node is None and self.rule.forbid is not None and hits:
            key = self._goal_with(inner_match(trace), hits[0]) or key
        return Seen(
            key, node, label, inner_match(trace), detail, places, looked,
            tuple(dict.fromkeys([*extra, *_reasons(trace)])),
        )  # fmt: skip

    def _said_instead(self) -> list[Place]:
        """Where words stand that put off what the rule asks for ("To be determined")."""
        sections = self.facts.root.fields["sections"]
        assert isinstance(sections, Group)
        names = dict.fromkeys(
            p.steps[1].name for p in paths_in(self.rule.require) if p.steps[0].name == "sections" and len(p.steps) == 2
        )
        parts = (sections.fields[name] for name in names)
        leaves = (part.fields["filled_text"] for part in parts if isinstance(part, Group))
        return [
            leaf.place for leaf in leaves
            if isinstance(leaf, Leaf) and leaf.state is FieldState.BLANK and leaf.why and leaf.place is not None
        ]  # fmt: skip

    def _goal_with(self, words: str, place: Place) -> str:
        """The key of the goal that holds the words on the page of `place`, so that a finding about the document says
        where it stands; "" when none does."""
        goals = self.facts.root.fields["goals"]
        assert isinstance(goals, Many)
        for index, goal in enumerate(goals.items or ()):
            text = goal.fields["text"] if isinstance(goal, Group) else None
            if (
                isinstance(text, Leaf)
                and text.place is not None
                and text.place.page == place.page
                and words in text.text
            ):
                return f"goals[{index}]"
        return ""

    def _places_at(self, path: Path, key: str, node: Node | None) -> list[Place]:
        if self.rule.for_each is not None and node is not None:
            self.context.variables = {self.rule.for_each.variable: (key, node)}
        found = self.context.find(path).nodes
        self.context.variables = {}
        return [n.place for _, n in found if isinstance(n, Group | Leaf) and n.place is not None]

    def _why_nothing(self) -> str:
        each = self.rule.for_each
        if each is None:
            return "this rule found nothing to look at"
        found = self.context.find(each.over)
        return f"nothing to check: {found.unknown}" if found.unknown else "nothing in this plan that it is about"

    def _searched(self, seen: Sequence[Seen]) -> tuple[str, ...]:
        found: list[str] = []
        for text in dict.fromkeys(text for s in seen for text in s.looked):
            found += self.facts.searched if text == EVERYWHERE else [text]
        return tuple(dict.fromkeys(found))

    def _result(self, outcome: Outcome, seen: Sequence[Seen], severity: Severity, confidence: Confidence) -> RuleResult:
        rule = self.rule
        variable = rule.for_each.variable if rule.for_each else ""
        if outcome is Outcome.ISSUE:
            message = fill(rule.message, seen, self.context, variable)
            if NOT_STATED in message:  # a sentence with a hole in it says less than the title
                where = f"{fill('{labels}', seen, self.context, variable)}: " if variable else ""
                message = f"{where}{rule.title[0].lower() + rule.title[1:] if where else rule.title}."
        else:
            message = self._review_message(seen, variable)
        # Two pieces of evidence per place would hide the other places; one document-wide cause may show several.
        each = [s.places[:1] if len(seen) > 1 else s.places for s in seen]
        places = tuple(dict.fromkeys(p for group in each for p in group))[:MAX_EVIDENCE]
        return RuleResult(
            rule=rule.name, id=rule.id, outcome=outcome, severity=severity, confidence=confidence, at=seen[0].key,
            title=rule.title, message=message, question=self._question(seen, variable),
            suggest=rule.suggest, explain=rule.explain, authority=self._authority(), evidence=places,
            searched=self._searched(seen), match=seen[0].match, also_at=tuple(s.key for s in seen[1:]), rank=rule.rank,
            fingerprint=fingerprint(rule.id, seen[0].key),
            file_wide=self._file_wide(seen) if outcome is Outcome.REVIEW else "",
        )  # fmt: skip

    def _question(self, seen: Sequence[Seen], variable: str) -> str:
        return fill(self.rule.question, seen, self.context, variable).replace(NOT_STATED, "this")

    def _file_wide(self, seen: Sequence[Seen]) -> str:
        """Why nothing can be ruled out in this file, when that is why the rule came to no answer."""
        return self.facts.why_open if any(self.facts.why_open in s.reasons for s in seen) else ""

    def _review_message(self, seen: Sequence[Seen], variable: str) -> str:
        whole = self._file_wide(seen)
        reasons = [whole] if whole else list(dict.fromkeys(r for s in seen for r in s.reasons))
        told = [r for r in reasons if r != ELSEWHERE] or ([] if self.rule.review else reasons)
        because = f" ({'; '.join(told[:2])})" if told else ""
        if self.rule.review:
            filled = fill(self.rule.review, seen, self.context, variable)
            if NOT_STATED not in filled:
                return filled + because
        title = self.rule.title[0].lower() + self.rule.title[1:]
        where = f" for {fill('{labels}', seen, self.context, variable)}" if self.rule.for_each else ""
        return f"Not certain{where}: {title}{because}."

    def _authority(self) -> tuple[Authority, ...]:
        return (*self.rule.authority, *self.rule.authority_in.get(self.profile, ()))

    def bare(self, outcome: Outcome, message: str) -> RuleResult:
        rule = self.rule
        return RuleResult(
            rule=rule.name, id=rule.id, outcome=outcome, severity=self._severity(), confidence=rule.confidence,
            at=DOCUMENT, title=rule.title, message=message, question=rule.question, suggest=rule.suggest,
            explain=rule.explain, authority=self._authority(), rank=rule.rank,
            fingerprint=fingerprint(rule.id, DOCUMENT),
        )  # fmt: skip


def _outside_lists(trace: Trace) -> Iterator[Trace]:
    """The trace and all below it, but for the items of lists."""
    yield trace
    if not trace.label.startswith(IN_LIST):
        for child in trace.children:
            yield from _outside_lists(child)


def _reasons(trace: Trace) -> tuple[str, ...]:
    return tuple(dict.fromkeys(r for t in trace.walk() if t.truth is Truth.UNSURE for r in t.reasons))


def fingerprint(rule_id: str, at: str) -> str:
    """The same for the same rule at the same place, on any machine; holds nothing of the student."""
    return hashlib.sha256(f"{rule_id}\0{at}".encode()).hexdigest()[:16]
