"""Rules about rules: what the loader accepts and an author should still mend."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from iepaudit.model.iep import Kind
from iepaudit.model.outcome import Confidence, Severity
from iepaudit.rulepack.expr import Any, Maybe, Text, walk
from iepaudit.rulepack.lexicons import MAX_LEXICON, MAX_LEXICON_PROGRAM
from iepaudit.rulepack.patterns import PatternError, check_pattern
from iepaudit.rulepack.read_rule import PLACEHOLDER
from iepaudit.rulepack.rule import Rule, Ruleset

# Words that judge people or name a breach of law. A tool that saw one file can claim neither.
VERDICT_WORDS = re.compile(
    r"\b(violat\w*|illegal\w*|unlawful\w*|deficien\w*|non-?complian\w*|complian\w*|fail(?:s|ed|ure)?|negligen\w*|denied|"
    r"denial|breach\w*|guilty|fault|wrongful\w*|must|shall|should have)\b",
    re.I,
)
BLOCKS = {
    "0": "reading the file", "1": "components", "2": "goals", "3": "services", "4": "placement and participation",
    "5": "transition", "6": "coherence", "7": "dates and identity", "8": "form and language", "9": "your own",
}  # fmt: skip
ALWAYS_A_QUESTION = frozenset({"IEP706"})  # the date found may be another one, so it never comes out as a finding
_LONGEST_MESSAGE = 220
_LONGEST_QUESTION = 140


@dataclass(frozen=True, slots=True)
class Remark:
    rule: str
    text: str
    where: str  # file:line:column

    def __str__(self) -> str:
        return f"{self.where}: {self.rule}: {self.text}"


def lint(ruleset: Ruleset) -> tuple[Remark, ...]:
    """Everything to mend, in order of the rules."""
    found: list[Remark] = []
    for rule in ruleset.all_rules:
        found += [Remark(rule.name, text, str(rule.mark)) for text in _remarks(rule)]
    for lexicon in ruleset.lexicons.values():
        try:
            check_pattern(lexicon.pattern, MAX_LEXICON, MAX_LEXICON_PROGRAM)
        except PatternError as error:
            found.append(Remark(f"lexicon {lexicon.name}", str(error), lexicon.name))
    return tuple(found)


def _remarks(rule: Rule) -> Iterator[str]:
    verdicts = {e.verdict for e in rule.examples if not e.todo}
    always_review = (
        isinstance(rule.check, Any) and rule.require is not None and all(isinstance(p, Maybe) for p in rule.check.parts)
    )
    for wanted in ("good", "bad"):
        if wanted not in verdicts and not (
            "review" in verdicts and (always_review or wanted == "bad" or "bad" in verdicts)
        ):
            yield f"no example of the kind {wanted}"
    if any(isinstance(e, Maybe) for e in walk(rule.check)) and "review" not in verdicts:
        yield "it can come out undecided; add an example of the kind review"
    grades = {a.grade for a in rule.authority}
    if rule.severity is Severity.REQUIRED and rule.confidence is not Confidence.HIGH:
        yield "severity required needs confidence high"
    if rule.severity is Severity.REQUIRED and not grades & {"A", "B"}:
        yield "severity required needs a source of grade A or B"
    for profile, severity in rule.severity_in.items():
        own = {a.grade for a in rule.authority_in.get(profile, ())}
        if severity is Severity.REQUIRED and not own & {"A", "B"}:
            yield f"severity required in {profile} needs a source of grade A or B in authority_in"
    for step in rule.escalate:
        if step.to == "required" and step.confidence != "high" and rule.confidence is not Confidence.HIGH:
            yield "escalation to required needs confidence: high"
    for name in ("message", "review", "question", "title", "suggest", "explain"):
        text = getattr(rule, name)
        found = VERDICT_WORDS.search(PLACEHOLDER.sub("", text))
        if found:
            yield f"the word '{found[0]}' in {name} judges; say what was seen"
    if len(rule.message) > _LONGEST_MESSAGE:
        yield f"the message is longer than {_LONGEST_MESSAGE} characters"
    if len(rule.question) > _LONGEST_QUESTION:
        yield f"the question is longer than {_LONGEST_QUESTION} characters"
    if not rule.question.endswith("?"):
        yield "the question does not end with a question mark"
    for name in ("title", "suggest", "explain"):
        if PLACEHOLDER.search(getattr(rule, name)):
            yield f"a placeholder in {name} is not filled; only message, review and question are"
    if rule.for_each is not None and "{" not in rule.message:
        yield "the message names no goal or row; use {labels}"
    if not rule.authority:
        yield "no source"
    if not rule.suggest or not rule.explain:
        yield "suggest or explain is missing"
    if rule.id[-3] not in BLOCKS:
        yield "the id is outside every block"
    elif rule.own and rule.id.startswith("IEP") and rule.id[-3] != "9":
        block = BLOCKS[rule.id[-3]]
        yield f"{rule.id} is a number of iepaudit's own rules about {block}; take IEP901 to IEP999"
    if rule.kinds - {Kind.IEP, Kind.AMENDMENT, Kind.BLANK_FORM}:
        yield "only iep, amendment and blank-form are audited"
    texts = [e for e in walk(rule.check) if isinstance(e, Text)]
    for text in texts:
        for pattern in (*text.patterns, *text.unless_patterns, *text.beside_patterns):
            try:
                check_pattern(pattern)
            except PatternError as error:
                yield f"pattern {pattern!r}: {error}"
