"""`iepaudit rules`: what a rule author, and a reader of findings, needs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from iepaudit.cli import terminal
from iepaudit.cli.options import option
from iepaudit.model.errors import UsageError
from iepaudit.resources.strict_yaml import did_you_mean

if TYPE_CHECKING:
    from iepaudit.model.outcome import RuleResult
    from iepaudit.rulepack import Rule, Ruleset

_HELP = """Rules: list them, explain them, test your own.

\b
Examples:
  iepaudit rules list
  iepaudit rules explain goal-no-criterion
  iepaudit rules test --rules my-rules/
  iepaudit rules new goal-too-long --block 9 > my-rules.yaml
"""

_PATHS = option("--rules", "rule_paths", multiple=True, metavar="PATH", help="Rule files or folders of your own.")
_PROFILE = option("--profile", default="federal", show_default=True, help="State profile.")


@click.group(help=_HELP)
def rules() -> None:
    pass


def load(rule_paths: tuple[str, ...], profile: str = "federal") -> Ruleset:
    from iepaudit.rulepack import load_ruleset

    return load_ruleset(tuple(Path(p) for p in rule_paths), profile=profile, examples=True)


def find_rule(ruleset: Ruleset, name: str) -> Rule:
    """The rule with this id, name or alias; raises UsageError with the nearest one."""
    found = ruleset.find(name)
    if found is not None:
        return found
    every = {w: r for r in ruleset.all_rules for w in (r.id.lower(), r.name, *r.aliases)}
    if name.lower() in every:
        where = ", ".join(every[name.lower()].profiles)
        raise UsageError(f"the rule {name} belongs to another profile; use --profile with one of {where}")
    close = did_you_mean(name.lower(), every)
    raise UsageError(f"there is no rule '{name}'{close or '; `iepaudit rules list` shows them all'}")


def outcome_words(result: RuleResult) -> str:
    at = ", ".join((result.at, *result.also_at))
    word = result.outcome.value.replace("_", " ")
    severity = f" ({result.severity.value})" if result.outcome.value == "issue" else ""
    return f"{word}{severity} at {at}{': ' + result.message if result.message else ''}"


def _write(lines: list[str]) -> None:
    terminal.write("\n".join(lines) + "\n", for_people=True)


def _json(data: Any) -> None:
    terminal.write(json.dumps(data, ensure_ascii=False, indent=2) + "\n", for_people=False)


@rules.command(name="list", short_help="List the rules.")
@_PATHS
@_PROFILE
@option("--tag", default="", help="Only rules with this tag.")
@option("-f", "--format", "format_name", type=click.Choice(["text", "json"]), default="text", show_default=True)
def list_(rule_paths: tuple[str, ...], profile: str, tag: str, format_name: str) -> int:
    """Lists the rules of a profile, with number, name, severity and title."""
    ruleset = load(rule_paths, profile)
    chosen = [r for r in ruleset.rules if not tag or tag in r.tags]
    if not chosen:
        tags = sorted({t for r in ruleset.rules for t in r.tags})
        raise UsageError(f"no rule has the tag '{tag}'{did_you_mean(tag, tags)}; there are {', '.join(tags)}")
    name = ruleset.profile.name
    if format_name == "json":
        _json([_as_data(r, name) for r in chosen])
        return 0
    width = max(len(r.name) for r in chosen)
    _write(
        [f"{r.id}  {r.name:<{width}}  {r.severity_in.get(name, r.severity).value:<8}  {r.title}" for r in chosen]
        + ["", f"{len(chosen)} rules, profile {ruleset.profile.title}. `iepaudit explain NAME` says more about one."]
    )
    return 0


def _as_data(rule: Rule, profile: str) -> dict[str, Any]:
    return {
        "id": rule.id,
        "name": rule.name,
        "title": rule.title,
        "severity": rule.severity_in.get(profile, rule.severity).value,
        "confidence": rule.confidence.value,
        "status": rule.status,
        "tags": list(rule.tags),
        "pack": rule.pack,
        "authority": [{"cite": a.cite, "grade": a.grade, "url": a.url} for a in rule.authority],
        "question": rule.question,
        "suggest": rule.suggest,
        "explain": rule.explain,
        "rank": rule.rank,
    }


@rules.command(short_help="Explain one rule.")
@click.argument("rule")
@_PATHS
@_PROFILE
@option("-f", "--format", "format_name", type=click.Choice(["text", "json"]), default="text", show_default=True)
def explain(rule: str, rule_paths: tuple[str, ...], profile: str, format_name: str) -> int:
    """Explains RULE (number or name): why it matters, its source in law, what satisfies it, examples."""
    import textwrap

    ruleset = load(rule_paths, profile)
    found = find_rule(ruleset, rule)
    if format_name == "json":
        _json(_as_data(found, ruleset.profile.name))
        return 0
    severity = found.severity_in.get(ruleset.profile.name, found.severity)
    lines = [f"{found.id}  {found.name}", found.title, ""]
    lines += textwrap.wrap(found.explain, 80)
    lines += ["", f"Severity    {severity.value}; confidence {found.confidence.value}; {found.status}"]
    if found.severity_in:
        lines.append(f"            {', '.join(f'{p}: {s.value}' for p, s in sorted(found.severity_in.items()))}")
    sources = (*found.authority, *found.authority_in.get(ruleset.profile.name, ()))
    lines += [
        f"{'Source' if i == 0 else '':<12}{a.cite} [{a.grade}]{'  ' + a.url if a.url else ''}"
        for i, a in enumerate(sources)
    ]
    lines += [f"To ask      {found.question}", f"Satisfied   {found.suggest}", "", "Examples"]
    words = {"good": "silent", "bad": "fires", "review": "undecided", "not_applicable": "does not apply"}
    lines += [f"  {words[e.verdict]:<15} {e.name}{f' [{e.profile}]' if e.profile else ''}" for e in found.examples]
    lines += [
        "",
        "Grades of sources: A text of the law seen, B agency paper seen, C secondary page, K knowledge.",
    ]
    _write(lines)
    return 0


@rules.command(short_help="Run the examples of rules.")
@_PATHS
@option("-k", "--only", "name", default="", help="Only rules whose number or name holds this.")
@option("--mutate", is_flag=True, help="Break each rule in small ways; an example has to notice every one.")
def test(rule_paths: tuple[str, ...], name: str, mutate: bool) -> int:
    """Runs the examples in rule files, which are tests: with --rules those of your own rules.

    Ends with 1 when one comes out otherwise than it says, or when there is none."""
    from iepaudit.engine.examples import run_examples
    from iepaudit.engine.mutate import survivors

    ruleset = load(rule_paths)
    chosen = tuple(r for r in ruleset.all_rules if not name or name.lower() in r.id.lower() or name.lower() in r.name)
    if rule_paths and not name:  # an author asks about the rules in front of them
        chosen = tuple(r for r in ruleset.all_rules if r.own) or chosen
    if not chosen:
        raise UsageError(f"no rule holds '{name}'{did_you_mean(name, [r.name for r in ruleset.all_rules])}")
    results = run_examples(ruleset, chosen)
    wrong = [r for r in results if not r.passed and not r.example.todo]
    lines = [f"{r.word:<7} {r.rule.name}: {r.example.name}: {r.problem} ({r.mark})" for r in wrong]
    lines += [f"none    {rule.name}: has no examples ({rule.mark})" for rule in chosen if not rule.examples]
    lines += [f"todo    {r.rule.name}: {r.example.name}" for r in results if r.example.todo and not r.passed]
    rules_ = f"{len(chosen)} rule{'s' if len(chosen) != 1 else ''}"
    lines.append(f"{len(results) - len(wrong)} of {len(results)} examples of {rules_} came out as they say.")
    alive = survivors(ruleset, chosen) if mutate and not wrong else ()
    if mutate and not wrong:
        lines += [f"alive   {m.rule}: {m.change}" for m in alive.alive] if alive else []
        lines.append(f"{alive.killed} of {alive.total} changes were noticed by an example." if alive else "")
    _write(lines)
    return 1 if wrong or not results or (alive and alive.alive) else 0


@rules.command(short_help="Say what to mend in rules.")
@_PATHS
def lint(rule_paths: tuple[str, ...]) -> int:
    """Rules about rules: examples, sources, words that judge, patterns. Ends with 1 when there is something to mend."""
    from iepaudit.rulepack.lint import lint as find

    remarks = find(load(rule_paths))
    count = f"{len(remarks)} remark{'s' if len(remarks) != 1 else ''}." if remarks else "Nothing to mend."
    _write([*map(str, remarks), f"{count} Whether the examples come out as they say: `iepaudit rules test`."])
    return 1 if remarks else 0


@rules.command(short_help="Show what rules may speak about.")
def vocabulary() -> int:
    """Every path that a rule may use, with its kind; the checks; the functions."""
    from iepaudit.engine.vocabulary_text import vocabulary_lines

    _write(list(vocabulary_lines()))
    return 0


@rules.command(short_help="Print the JSON Schema of rule files.")
def schema() -> int:
    """Prints the JSON Schema of rule files, for editors."""
    from iepaudit.rulepack.schema import rule_file_schema

    _json(rule_file_schema())
    return 0


@rules.command(short_help="Show which parts of the law the rules look at.")
@_PATHS
@option("-f", "--format", "format_name", type=click.Choice(["text", "json"]), default="text", show_default=True)
def coverage(rule_paths: tuple[str, ...], format_name: str) -> int:
    """Every item of 34 CFR 300.320 to 300.324: checked, partly (a question only), or left to a person."""
    from iepaudit.engine.coverage import coverage as cover

    found = cover(load(rule_paths).all_rules)
    if format_name == "json":
        _json(
            [
                {"cite": c.cite, "item": c.words, "how": c.how, "rules": list(c.rules), "why": c.why_person}
                for c in found
            ]
        )
        return 0
    lines = []
    for item in found:
        lines.append(f"{item.how:<8} {item.cite}: {item.words}")
        lines += [f"         {rule}" for rule in item.rules]
        if item.why_person:
            lines.append(f"         ({item.why_person})")
    counts = {how: sum(c.how == how for c in found) for how in ("checked", "partly", "person")}
    lines.append(f"{counts['checked']} checked, {counts['partly']} partly, {counts['person']} left to a person")
    _write(lines)
    return 0


@rules.command(short_help="Print the skeleton of a new rule.")
@click.argument("name")
@option("--block", type=click.IntRange(0, 9), default=9, show_default=True, help="Hundreds of the number; 9 is yours.")
@_PATHS
def new(name: str, block: int, rule_paths: tuple[str, ...]) -> int:
    """Prints a rule to start from, with the next free number of its block."""
    import re

    from iepaudit.cli.rule_skeleton import SKELETON

    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", name):
        raise UsageError(f"'{name}' is no name for a rule; write it like goal-too-long")
    ruleset = load(rule_paths)
    taken = {r.id for r in ruleset.all_rules}
    if ruleset.find(name) is not None:
        raise UsageError(f"there is a rule '{name}' already")
    number = next(n for n in range(block * 100 + 1, block * 100 + 100) if f"IEP{n:03d}" not in taken)
    terminal.write(SKELETON.replace("@ID", f"IEP{number:03d}").replace("@NAME", name), for_people=False)
    return 0


@rules.command(name="try", short_help="Run one rule on files.")
@click.argument("rule")
@click.argument("paths", nargs=-1, required=True)
@_PATHS
@_PROFILE
def try_(rule: str, paths: tuple[str, ...], rule_paths: tuple[str, ...], profile: str) -> int:
    """Runs RULE alone on files or folders and prints each outcome."""
    from iepaudit.audit import AuditOptions, audit_paths
    from iepaudit.engine.select import Selection

    found = find_rule(load(rule_paths, profile), rule)
    options = AuditOptions(profile=profile, rule_paths=rule_paths, selection=Selection(select=(found.id,)))
    for report in audit_paths(paths, options):
        said = [outcome_words(r) for r in report.results] or [report.kind_evidence or report.kind.value]
        _write([f"{report.path}: {line}" for line in said])
    return 0
