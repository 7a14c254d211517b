"""All rule files -> one Ruleset for a profile."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from iepaudit.model.errors import UsageError
from iepaudit.resources import DataError, YamlList, YamlMap, load_yaml, parse_yaml, rules_root
from iepaudit.resources.strict_yaml import Mark, did_you_mean
from iepaudit.rulepack.areas import FILE as AREA_FILE
from iepaudit.rulepack.areas import area_lexicons
from iepaudit.rulepack.expr import Text, walk
from iepaudit.rulepack.lexicons import Lexicon, own_lexicons, read_lexicon_file
from iepaudit.rulepack.overrides import Override, Params, apply_overrides, from_settings, read_overrides
from iepaudit.rulepack.packs import NO_MAP, read_packs
from iepaudit.rulepack.profiles import FEDERAL, Profile, read_profile
from iepaudit.rulepack.read_rule import RuleReader
from iepaudit.rulepack.rule import Rule, Ruleset

RULE_FOLDERS = ("federal", "quality", "services", "coherence", "states")
FILE_KEYS = ("schema", "pack", "extends", "requires", "profile", "overrides", "rules")
SCHEMA = 1
MAX_ERRORS = 60  # shown at once
MAX_RULES = 2000  # of the user's own


class RuleErrors(UsageError):
    """Everything that is wrong in the rule files; each error has file, line, column and excerpt."""

    def __init__(self, errors: Sequence[DataError]) -> None:
        self.errors = tuple(errors)
        count = len(self.errors)
        head = f"{count} error{'s' if count != 1 else ''} in rules and their settings"
        told = [str(e) for e in self.errors[:MAX_ERRORS]]
        more = [f"... and {count - MAX_ERRORS} more"] if count > MAX_ERRORS else []
        super().__init__("\n".join([head, *told, *more]))


def load_ruleset(
    extra: Sequence[Path] = (), *, profile: str = FEDERAL, examples: bool = False, params: Params | None = None
) -> Ruleset:
    """The shipped rules and those of `extra` (files or folders) under `profile` ("federal" or a state code).

    `params` sets numbers of rules, such as {"service-vague-amount": {"range-minutes": 20}}; it has the last word over
    the `overrides` of files. The examples of shipped rules, which only authors need, are left out unless `examples` is
    set: they are most of the text. Those of `extra` are always read.

    Raises RuleErrors with every error of every file and of `params`, and UsageError for an unknown profile or a
    missing path."""
    root = rules_root()
    shipped = [p for folder in RULE_FOLDERS for p in sorted((root / folder).glob("**/*.yaml"))]
    words = sorted((root / "lexicons" / "rules").glob("*.yaml"))
    areas = root / "lexicons" / f"{AREA_FILE}.yaml"
    errors: list[DataError] = []
    packs = read_packs(extra, errors)
    own, own_words = packs.rules, packs.words
    lexicons = {**area_lexicons(), **_lexicons(words, errors)}
    # Word lists of the grammar are read only when a rule names them.
    grammar = {p.stem: p for p in sorted((root / "lexicons").glob("*.yaml"))}
    lexicons |= own_lexicons(own_words, {*lexicons, *grammar}, errors)
    known = frozenset([*lexicons, *grammar])
    rules: list[Rule] = []
    profiles: dict[str, Profile] = {FEDERAL: Profile(FEDERAL, "Federal rules (IDEA Part B)")}
    overrides = from_settings(params or {}, errors)
    overrides = [*(o for data in own.values() for o in read_overrides(data, errors)), *overrides]
    for path in shipped:
        try:
            data = load_yaml(path) if examples else parse_yaml(_without_examples(path), str(path))
        except DataError as error:
            errors.append(error)
            continue
        _read_file(path, data, path.parent.name, known, rules, profiles, errors, overrides, strict=False)
    count = len(rules)
    for path, data in own.items():
        _read_file(path, data, path.stem, known, rules, profiles, errors, overrides, strict=True)
        if len(rules) - count > MAX_RULES:
            errors.append(DataError(f"more than {MAX_RULES} rules of your own; give fewer files", data.mark))
            break
    wanted_words = sorted({n for r in rules for n in lexicons_of(r)} - set(lexicons))
    lexicons |= _lexicons([grammar[n] for n in wanted_words], errors)
    errors += _clashes(rules)
    errors += _unknown_profiles(rules[count:], profiles)
    rules = apply_overrides(rules, overrides, errors)
    if errors:
        raise RuleErrors(errors)
    wanted = profile.strip().lower()
    if wanted not in profiles:
        raise UsageError(
            f"unknown profile '{profile}'{did_you_mean(wanted, profiles)}; there are {', '.join(sorted(profiles))}"
        )
    every = tuple(sorted(rules, key=lambda r: (r.id, r.name)))
    chosen = tuple(r for r in every if not r.profiles or wanted in r.profiles)
    floor = profiles[FEDERAL].settings
    profiles = {n: replace(p, settings={**floor, **p.settings}) for n, p in profiles.items()}
    digest = _digest([*shipped, areas, *words, *own, *own_words], params or {})
    return Ruleset(chosen, lexicons, profiles[wanted], digest, profiles, every)


def lexicons_of(rule: Rule) -> set[str]:
    """Names of the lexicons that a rule uses."""
    whole = [rule.when, rule.require, rule.forbid, rule.for_each.where if rule.for_each else None]
    whole += [step.when for step in rule.escalate]
    texts = [e for part in whole if part is not None for e in walk(part) if isinstance(e, Text)]
    return {name for text in texts for name in (*text.lexicons, *text.unless_lexicons, *text.beside_lexicons)}


def _lexicons(paths: Iterable[Path], errors: list[DataError]) -> dict[str, Lexicon]:
    found: dict[str, Lexicon] = {}
    for path in paths:
        try:
            for lexicon in read_lexicon_file(path):
                found[lexicon.name] = lexicon
        except DataError as error:
            errors.append(error)
    return found


def _read_file(
    path: Path,
    data: Any,
    pack: str,
    lexicons: frozenset[str],
    rules: list[Rule],
    profiles: dict[str, Profile],
    errors: list[DataError],
    overrides: Sequence[Override],
    *,
    strict: bool,
) -> None:
    try:
        if not isinstance(data, YamlMap):
            raise DataError(NO_MAP, Mark(str(path), 1, 1))
        _require_version(data)  # first: a newer pack may hold keys that this program does not know
        if not data:
            raise DataError("the file is empty; it starts with schema: 1, and then rules:", data.mark)
        errors += data.unknown(FILE_KEYS)
        if "schema" not in data:
            errors.append(
                DataError(f"'schema' is missing; the first line of a rule file is schema: {SCHEMA}", data.mark)
            )
        elif data["schema"] != SCHEMA or isinstance(data["schema"], bool):
            errors.append(DataError(f"schema is {SCHEMA}, without quotes", data.at("schema")))
        if "profile" in data:
            if not isinstance(data["profile"], YamlMap):
                raise DataError("profile is a map with name, title and settings", data.at("profile"))
            found = read_profile(data["profile"], path)
            profiles[found.name] = found
    except DataError as error:
        errors.append(error)
        return
    listed = data.get("rules", YamlList())
    if not isinstance(listed, list):
        errors.append(
            DataError("rules is a list; every rule in it starts with a dash, as in: - id: IEP901", data.at("rules"))
        )
        return
    reader = RuleReader(lexicons, str(data.get("pack", pack)), overrides, patterns=strict)
    for index, item in enumerate(listed):
        mark = listed.marks[index] if isinstance(listed, YamlList) else data.mark
        rule = reader.read(item, mark)
        if rule is not None:
            rules.append(rule)
        if index >= MAX_RULES or len(reader.errors) > 10 * MAX_ERRORS:
            break
    errors += reader.errors


def _without_examples(path: Path) -> str:
    """The text of a shipped file with blank lines in place of examples, so that positions stay as they are."""
    kept: list[str] = []
    skipping = False
    for line in path.read_text("utf-8").split("\n"):
        if line == "    examples:":
            skipping = True
        elif skipping and line and not line.startswith("     "):
            skipping = False
        kept.append("" if skipping else line)
    return "\n".join(kept)


def _require_version(data: YamlMap) -> None:
    wanted = data.get("requires")
    if wanted is None:
        return
    text = str(wanted)
    numbers = text.removeprefix(">=").strip().split(".")
    if not text.startswith(">=") or not all(n.isdigit() for n in numbers):
        raise DataError('requires is a version such as ">=0.1"', data.at("requires"))
    from iepaudit import __version__

    have = tuple(int(n) for n in __version__.split(".")[:3] if n.isdigit())
    if have < tuple(int(n) for n in numbers):
        raise DataError(f"this pack needs a newer iepaudit ({text}); this is {__version__}", data.at("requires"))


def _clashes(rules: Sequence[Rule]) -> list[DataError]:
    """Ids, names and aliases that two rules share."""
    seen: dict[str, Rule] = {}
    errors = []
    for rule in rules:
        for word in (rule.id, rule.name, *rule.aliases):
            other = seen.get(word)
            if other is not None and other is not rule:
                errors.append(DataError(f"'{word}' is also used at {other.mark}", rule.mark))
            seen[word] = rule
    return errors


def _unknown_profiles(rules: Iterable[Rule], profiles: Mapping[str, Profile]) -> list[DataError]:
    """Profiles that a rule names and that there are not: such a rule would silently never run."""
    errors = []
    for rule in rules:
        named = [(n, rule.mark) for n in (*rule.profiles, *rule.severity_in, *rule.authority_in)]
        named += [(e.profile, e.mark) for e in rule.examples if e.profile]
        for name, mark in dict.fromkeys(named):
            if name not in profiles:
                there = did_you_mean(name, profiles) or f"; there are {', '.join(sorted(profiles))}"
                errors.append(DataError(f"{rule.name}: there is no profile '{name}'{there}", mark))
    return errors


def _digest(paths: Iterable[Path], params: Params) -> str:
    total = hashlib.sha256()
    for rule in sorted(params):
        total.update(repr((rule, sorted(params[rule].items()))).encode())
    for path in paths:
        total.update(path.name.encode())
        total.update(b"\0")
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()[:16]
