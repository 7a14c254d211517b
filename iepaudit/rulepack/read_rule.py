"""One rule of a YAML file -> Rule, with every error in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from iepaudit.model.iep import Kind
from iepaudit.model.outcome import Authority, Confidence, Severity
from iepaudit.resources.strict_yaml import DataError, Mark, YamlList, YamlMap, did_you_mean, nearest, shortened
from iepaudit.rulepack.compile import Compiler
from iepaudit.rulepack.expr import Escalation, Expr, ForEach
from iepaudit.rulepack.law import CITES
from iepaudit.rulepack.overrides import Override, params_for, plain_name
from iepaudit.rulepack.paths import PathError, parse_path, type_of
from iepaudit.rulepack.rule import EXAMPLE_VERDICTS, Example, Expected, Parameter, Rule
from iepaudit.rulepack.vocabulary import NodeType

RULE_KEYS = (
    "id", "name", "title", "severity", "severity_in", "escalate", "confidence", "status", "since", "tags", "aliases",
    "authority", "authority_in", "kinds", "profiles", "params", "when", "for_each", "require", "forbid", "evidence",
    "covers", "message", "review", "suggest", "question", "explain", "rank", "examples",
)  # fmt: skip
NEEDED = ("id", "name", "title", "severity", "confidence", "authority", "message", "question", "explain")
STATUSES = ("stable", "preview", "deprecated")
SPECIAL_PLACEHOLDERS = ("match", "matches", "labels", "label", "count", "searched", "page", "pages", "as_of", "detail")
_ID = re.compile(r"[A-Z]{2,8}[0-9]{3,4}\Z")
_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*\Z")
# What to write where something is missing.
HOW = {
    "id": "; give the rule a number of your own, such as IEP901",
    "name": "; give the rule a name of lower-case words joined by hyphens",
    "severity": "; it is one of required, gap, advice",
    "confidence": "; it is one of high, medium, low",
    "authority": '; write [{cite: "34 CFR 300.320(a)(1)", grade: A}]',
}
LONGEST = {"id": 20, "name": 80, "title": 200, "message": 600, "review": 600, "question": 400}
MAX_WORDS = 5000  # characters of any other text
MAX_LIST = 100
MAX_EXAMPLES = 200
PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


class RuleReader:
    """Reads rules of one file; `errors` holds what was wrong, in order."""

    def __init__(
        self, lexicons: frozenset[str], pack: str, overrides: Sequence[Override] = (), *, patterns: bool
    ) -> None:
        self.lexicons = lexicons
        self.overrides = overrides
        self.pack = pack
        self.patterns = patterns
        self.errors: list[DataError] = []

    def fail(self, message: str, mark: Mark) -> None:
        self.errors.append(DataError(message, mark))

    def read(self, data: Any, mark: Mark) -> Rule | None:
        before = len(self.errors)
        if not isinstance(data, YamlMap):
            self.fail("a rule is a map with id, name, title ...", mark)
            return None
        meant = {close for key in data if key not in RULE_KEYS for close in nearest(key, RULE_KEYS)}
        self.errors += data.unknown(RULE_KEYS)
        for key in NEEDED:
            if key not in data and key not in meant:
                self.fail(f"'{key}' is missing{HOW.get(key, '')}", data.mark)
            elif data.get(key) == "":
                self.fail(f"'{key}' has no value{HOW.get(key, '')}", data.at_key(key))
        if "require" in data and "forbid" in data:
            self.fail("a rule has either require or forbid, and not both; put two checks under all: or any:", data.mark)
        elif "require" not in data and "forbid" not in data and not meant & {"require", "forbid"}:
            self.fail("'require' (what has to hold) or 'forbid' (what must not) is missing", data.mark)
        rule = self._build(data)
        return rule if len(self.errors) == before else None

    def _build(self, data: YamlMap) -> Rule | None:
        params = self._params(data)
        compiler = Compiler(self.lexicons, {p.name: p.default for p in params}, self.errors, patterns=self.patterns)
        scope: dict[str, NodeType] = {}
        for_each: ForEach | None = None
        if "for_each" in data:
            found = compiler.for_each(data["for_each"], data.at("for_each"))
            if found is not None:
                for_each, scope = found
        # Without its variable nothing that a rule says about each item can be understood; the rest still can.
        scoped = "for_each" not in data or for_each is not None

        def check(key: str, names: Mapping[str, NodeType]) -> Expr | None:
            return compiler.expression(data[key], names, data.at(key)) if key in data else None

        when = check("when", {})
        require, forbid = (check("require", scope), check("forbid", scope)) if scoped else (None, None)
        escalate = self._escalations(data, compiler, scope) if scoped else ()
        paths = self._words(data, "evidence")
        evidence = [compiler.path(p, scope, data.at("evidence")) for p in paths] if scoped else []
        for key in ("message", "review", "question"):
            if scoped:
                self._placeholders(data, key, scope)
        id_, name = self._string(data, "id"), self._string(data, "name")
        if id_ and not _ID.match(id_):
            self.fail("an id is capital letters and a number, such as IEP901 or OWN101", data.at("id"))
        if name and not _NAME.match(name):
            self.fail("a name is lower-case words joined by hyphens, such as goal-too-long", data.at("name"))
        severity, confidence = self._enum(data, "severity", Severity), self._enum(data, "confidence", Confidence)
        status = self._string(data, "status") or "stable"
        if status not in STATUSES:
            self.fail(f"unknown status '{status}'{did_you_mean(status, STATUSES)}", data.at("status"))
        rank = data.get("rank", 0)
        if isinstance(rank, bool) or not isinstance(rank, int):
            self.fail("rank is a whole number", data.at("rank"))
            rank = 0
        fields = {key: self._string(data, key) for key in ("title", "message", "review", "suggest", "question")}
        self._lengths(data)
        examples = self._examples(data)
        covers = self._words(data, "covers")
        for item in covers:
            if item.startswith("300.32") and item not in CITES:  # other sections are not listed item by item
                self.fail(f"covers: the law has no item '{item}'{did_you_mean(item, CITES)}", data.at("covers"))
        if (require is None and forbid is None) or severity is None or confidence is None:
            return None
        return Rule(
            id=id_, name=name, severity=severity, confidence=confidence, status=status,
            since=self._string(data, "since"), tags=self._words(data, "tags"), aliases=self._words(data, "aliases"),
            authority=self._authority(data.get("authority"), data.at("authority")), kinds=self._kinds(data),
            profiles=self._words(data, "profiles"), severity_in=self._severities(data),
            authority_in=self._authority_in(data), escalate=escalate, params=params, when=when, for_each=for_each,
            require=require, forbid=forbid, evidence=tuple(p for p in evidence if p is not None),
            covers=covers, explain=self._string(data, "explain").strip(), rank=rank,
            pack=self.pack, examples=examples, mark=data.mark, own=self.patterns, **fields,
        )  # fmt: skip

    def _lengths(self, data: YamlMap) -> None:
        """Whatever is printed for people has an end."""
        for key, value in data.items():
            limit = LONGEST.get(key, MAX_WORDS)
            if isinstance(value, str) and len(value) > limit:
                self.fail(f"{key} has {len(value)} characters; at most {limit} are possible", data.at(key))

    def _string(self, data: YamlMap, key: str) -> str:
        value = data.get(key, "")
        if not isinstance(value, str):
            self.fail(f"{key} is text; put it in quotes", data.at(key))
            return ""
        return value

    def _words(self, data: YamlMap, key: str) -> tuple[str, ...]:
        value = data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
            hint = f", even of one: [{shortened(value, 30)}]" if isinstance(value, str) and value else ""
            self.fail(f"{key} is a list of words{hint}", data.at(key))
            return ()
        if len(value) > MAX_LIST:
            self.fail(f"{key} has more than {MAX_LIST} entries", data.at(key))
            return ()
        return tuple(value)

    def _enum(self, data: YamlMap, key: str, options: Any) -> Any:
        value = self._string(data, key)
        known = [o.value for o in options]
        if value in known:
            return options(value)
        if value:
            self.fail(f"unknown {key} '{value}'{did_you_mean(value, known)} (one of {', '.join(known)})", data.at(key))
        return None

    def _kinds(self, data: YamlMap) -> frozenset[Kind]:
        kinds = set()
        for word in self._words(data, "kinds") or ("iep",):
            if word in set(Kind):
                kinds.add(Kind(word))
            else:
                self.fail(f"unknown kind '{word}'{did_you_mean(word, [k.value for k in Kind])}", data.at("kinds"))
        return frozenset(kinds)

    def _authority(self, data: Any, mark: Mark) -> tuple[Authority, ...]:
        if data is None:
            return ()
        if not isinstance(data, YamlList) or not data:
            self.fail(f"authority is a list of sources{HOW['authority']}", mark)
            return ()
        found = []
        for item, at in zip(data, data.marks, strict=True):
            if not isinstance(item, YamlMap) or not isinstance(item.get("cite"), str):
                self.fail(f"a source has cite, grade and, where there is one, url{HOW['authority']}", at)
                continue
            self.errors += item.unknown(("cite", "grade", "url"))
            if item.get("grade") not in ("A", "B", "C", "K"):
                self.fail("grade is A (law seen), B (agency paper), C (secondary page) or K (knowledge)", at)
            found.append(Authority(item["cite"], str(item.get("grade", "K")), str(item.get("url", ""))))
        return tuple(found)

    def _authority_in(self, data: YamlMap) -> dict[str, tuple[Authority, ...]]:
        value = data.get("authority_in", YamlMap())
        if not isinstance(value, YamlMap):
            self.fail("authority_in is a map from a profile to its sources", data.at("authority_in"))
            return {}
        return {key: self._authority(item, value.at(key)) for key, item in value.items()}

    def _severities(self, data: YamlMap) -> dict[str, Severity]:
        value = data.get("severity_in", YamlMap())
        if not isinstance(value, YamlMap):
            self.fail("severity_in is a map from a profile to a severity", data.at("severity_in"))
            return {}
        found = {}
        for key, word in value.items():
            if word in set(Severity):
                found[key.lower()] = Severity(word)
            else:
                self.fail(f"unknown severity '{word}'{_one_of(word, Severity)}", value.at(key))
        return found

    def _escalations(self, data: YamlMap, compiler: Compiler, scope: Mapping[str, NodeType]) -> tuple[Escalation, ...]:
        value = data.get("escalate")
        if value is None:
            return ()
        items = value if isinstance(value, YamlList) else [value]
        found = []
        for item in items:
            part = compiler.map(item, ("to", "when", "confidence"), data.at("escalate"), ("to", "when"))
            if part is None:
                continue
            if part["to"] not in set(Severity):
                self.fail(f"unknown severity '{part['to']}'{_one_of(part['to'], Severity)}", part.at("to"))
            if part.get("confidence", "") not in {"", *Confidence}:
                known = _one_of(part["confidence"], Confidence)
                self.fail(f"unknown confidence '{part['confidence']}'{known}", part.at("confidence"))
            when = compiler.expression(part["when"], scope, part.at("when"))
            if when is not None:
                found.append(Escalation(str(part["to"]), when, str(part.get("confidence", ""))))
        return tuple(found)

    def _params(self, data: YamlMap) -> tuple[Parameter, ...]:
        value = data.get("params", YamlMap())
        if not isinstance(value, YamlMap):
            self.fail("params is a map", data.at("params"))
            return ()
        aliases = data.get("aliases", ())
        words = [w for w in (data.get("id"), data.get("name"), *aliases) if isinstance(w, str)]
        given = params_for(self.overrides, words)
        found = []
        for name, item in value.items():
            default = item.get("default") if isinstance(item, YamlMap) else item
            if isinstance(default, bool) or not isinstance(default, int | float):
                self.fail(f"parameter '{name}' needs a number as default", value.at(name))
                continue
            help = str(item.get("help", "")) if isinstance(item, YamlMap) else ""
            found.append(Parameter(name, given.get(plain_name(name), default), help))
        return tuple(found)

    def _placeholders(self, data: YamlMap, key: str, scope: Mapping[str, NodeType]) -> None:
        text = self._string(data, key) if key in data else ""
        for found in PLACEHOLDER.finditer(text):
            name = found[1]
            if name in SPECIAL_PLACEHOLDERS:
                continue
            try:
                type_of(parse_path(name), scope)
            except PathError as error:
                close = did_you_mean(name, SPECIAL_PLACEHOLDERS)
                self.fail(f"placeholder {{{name}}} in {key}: {error}{close}", data.at(key))

    def _examples(self, data: YamlMap) -> tuple[Example, ...]:
        value = data.get("examples", YamlList())
        if not isinstance(value, list):
            self.fail("examples is a list; every example starts with a dash, as in: - name: ...", data.at("examples"))
            return ()
        if len(value) > MAX_EXAMPLES:
            self.fail(f"more than {MAX_EXAMPLES} examples in one rule", data.at("examples"))
            return ()
        found = []
        for index, item in enumerate(value):
            mark = value.marks[index] if isinstance(value, YamlList) else data.mark
            example = self._example(item, mark)
            if example is not None:
                found.append(example)
        return tuple(found)

    def _example(self, item: Any, mark: Mark) -> Example | None:
        if not isinstance(item, YamlMap):
            self.fail("an example is a map with name and one of good, bad, review, not_applicable", mark)
            return None
        allowed = ("name", *EXAMPLE_VERDICTS, "expect", "profile", "todo", "because")
        self.errors += item.unknown(allowed)
        if not isinstance(item.get("todo", False), bool):
            self.fail("todo is true or false", item.at("todo"))
        verdicts = [v for v in EXAMPLE_VERDICTS if v in item]
        if len(verdicts) != 1 or not isinstance(item.get("name"), str):
            self.fail("an example has a name and one of good, bad, review, not_applicable", mark)
            return None
        facts = item[verdicts[0]]
        whole = {key: facts[key] for key in ("text", "pdf") if key in facts} if isinstance(facts, YamlMap) else {}
        if whole and (len(facts) > 1 or not all(isinstance(v, str) for v in whole.values())):
            self.fail(
                "an example holds facts, or only text: (words of a plan), or only pdf: (a file)", item.at(verdicts[0])
            )
            return None
        text = facts if isinstance(facts, str) else whole.get("text", "")
        if not text and not whole and not isinstance(facts, YamlMap):
            self.fail("an example holds facts (a map) or text of a plan", item.at(verdicts[0]))
            return None
        listed = item.get("expect", [])
        if not isinstance(listed, list):
            self.fail(
                "expect is a list of maps with at, match, severity, also_at: [{at: 'goals[0]'}]", item.at("expect")
            )
            listed = []
        expect = tuple(self._expected(e, item) for e in listed)
        return Example(
            item["name"], verdicts[0], None if text or whole else facts, text, expect, item.at(verdicts[0]),
            str(item.get("profile", "")), item.get("todo") is True, str(item.get("because", "")), whole.get("pdf", ""),
        )  # fmt: skip

    def _expected(self, data: Any, item: YamlMap) -> Expected:
        allowed = ("at", "match", "severity", "also_at")
        if not isinstance(data, YamlMap):
            self.fail("expect is a list of maps with at, match, severity, also_at", item.at("expect"))
            return Expected()
        self.errors += data.unknown(allowed)
        if data.get("severity", "") not in {"", *Severity}:
            self.fail(
                f"unknown severity '{data['severity']}'{_one_of(data['severity'], Severity)}", data.at("severity")
            )
        also = data.get("also_at")
        return Expected(
            str(data.get("at", "")), str(data.get("match", "")), str(data.get("severity", "")),
            tuple(map(str, also)) if isinstance(also, list) else None,
        )  # fmt: skip


def _one_of(word: object, options: Iterable[str]) -> str:
    known = [str(o) for o in options]
    return f"{did_you_mean(str(word), known)} (one of {', '.join(known)})"
