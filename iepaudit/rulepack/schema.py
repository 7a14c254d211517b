"""The JSON Schema of rule files, for editors. Made from the same lists that the loader reads by."""

from __future__ import annotations

from typing import Any

from iepaudit.model.iep import Kind
from iepaudit.model.outcome import Confidence, Severity
from iepaudit.rulepack.compile import BOUNDS, RELATIONS, STATES
from iepaudit.rulepack.expr import FUNCTIONS
from iepaudit.rulepack.loader import FILE_KEYS
from iepaudit.rulepack.read_rule import NEEDED, RULE_KEYS, STATUSES
from iepaudit.rulepack.vocabulary import PROFILE

Schema = dict[str, Any]


def _map(properties: Schema, required: tuple[str, ...] = ()) -> Schema:
    found: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    if required:
        found["required"] = list(required)
    return found


def _list(item: Schema) -> Schema:
    return {"type": "array", "items": item}


def _checks() -> Schema:
    path: Schema = {"type": "string", "description": "a path such as goals[*].criterion"}
    words: Schema = {"anyOf": [{"type": "string"}, _list({"type": "string"})]}
    number: Schema = {"anyOf": [{"type": "number"}, {"type": "string"}]}
    check: Schema = {"$ref": "#/$defs/check"}
    bounds: Schema = dict.fromkeys(BOUNDS, number)
    over: Schema = {"in": path, "as": {"type": "string"}, "that": check}
    near = _map({"lexicon": words, "pattern": words})
    text = _map(
        {
            "of": {"anyOf": [path, _list(path)]},
            "lexicon": words,
            "pattern": words,
            "with": {
                **near,
                "description": "the sentence of a hit holds each of these, or it does not count",
            },
            "unless": {**near, "description": "with one of these in its sentence a hit does not count"},
            "whole": {"type": "boolean", "description": "the text is the hit and nothing else"},
            "at_least": number,
        },
        ("of",),
    )
    day = _map({"of": path, **dict.fromkeys(RELATIONS, path), "plus_days": number, "plus_months": number}, ("of",))
    call: Schema = {
        "anyOf": [
            {"enum": sorted(FUNCTIONS)},
            {
                "type": "object",
                "minProperties": 1,
                "maxProperties": 1,
                "additionalProperties": False,
                "properties": {
                    name: {**_map(dict.fromkeys(f.arguments, number)), "description": f.help}
                    for name, f in sorted(FUNCTIONS.items())
                },
            },
        ]
    }
    quantified = _map(over, ("in", "as", "that"))
    options: Schema = {
        "present": path,
        "text": text,
        "number": _map({"of": path, **bounds}, ("of",)),
        "date": day,
        "same": {"type": "array", "items": path, "minItems": 2, "maxItems": 2},
        "one_of": _map({"of": path, "values": {"type": "array"}}, ("of", "values")),
        "state": _map({"of": path, "is": {"anyOf": [{"enum": list(STATES)}, _list({"enum": list(STATES)})]}}),
        "all": _list(check),
        "any": _list(check),
        "not": check,
        "maybe": check,
        "some": quantified,
        "every": quantified,
        "none": quantified,
        "count": _map({**over, **bounds}, ("in",)),
        "call": call,
    }
    return {
        "type": "object",
        "minProperties": 1,
        "maxProperties": 1,
        "additionalProperties": False,
        "properties": options,
    }


def rule_file_schema() -> Schema:
    """JSON Schema (2020-12) of a rule file."""
    text: Schema = {"type": "string"}
    levels: Schema = {"enum": [s.value for s in Severity]}
    sureness: Schema = {"enum": [c.value for c in Confidence]}
    check: Schema = {"$ref": "#/$defs/check"}
    source = _map({"cite": text, "grade": {"enum": ["A", "B", "C", "K"]}, "url": text}, ("cite", "grade"))
    step = _map({"to": levels, "when": check, "confidence": sureness}, ("to", "when"))
    words = _map({"text": text}, ("text",))
    file = _map({"pdf": text}, ("pdf",))
    other: Schema = {"type": "object", "not": {"anyOf": [{"required": ["text"]}, {"required": ["pdf"]}]}}
    facts: Schema = {"anyOf": [other, words, file, text]}
    expected = _map({"at": text, "match": text, "severity": levels, "also_at": _list(text)})
    example = _map(
        {
            "name": text, "good": facts, "bad": facts, "review": facts, "not_applicable": facts,
            "expect": _list(expected), "profile": text, "todo": {"type": "boolean"}, "because": text,
        },
        ("name",),
    )  # fmt: skip
    known: Schema = {
        "id": {"type": "string", "pattern": "^[A-Z]{2,8}[0-9]{3,4}$"},
        "name": {"type": "string", "pattern": "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},
        "severity": levels,
        "severity_in": {"type": "object", "additionalProperties": levels},
        "escalate": {"anyOf": [step, _list(step)]},
        "confidence": sureness,
        "status": {"enum": list(STATUSES)},
        "authority": _list(source),
        "authority_in": {"type": "object", "additionalProperties": _list(source)},
        "kinds": _list({"enum": [k.value for k in Kind]}),
        "params": {"type": "object"},
        "when": check,
        "for_each": _map({"in": text, "as": text, "where": check}, ("in", "as")),
        "require": check,
        "forbid": check,
        "rank": {"type": "integer"},
        "examples": _list(example),
        **dict.fromkeys(("tags", "aliases", "profiles", "evidence", "covers"), _list(text)),
    }
    rule = _map({key: known.get(key, text) for key in RULE_KEYS}, NEEDED)
    setting = _map({"value": {}, "cite": text, "grade": {"enum": ["A", "B"]}, "url": text}, ("value", "cite", "grade"))
    profile = _map(
        {
            "name": text,
            "title": text,
            "settings": _map(dict.fromkeys(PROFILE.fields, setting)),
            "notes": _list(text),
        },
        ("name", "title"),
    )
    override = _map({"rule": text, "severity": levels, "params": {"type": "object"}, "because": text}, ("rule",))
    whole: Schema = {
        "schema": {"const": 1},
        "pack": text,
        "requires": text,
        "extends": {"anyOf": [text, _list(text)]},
        "profile": profile,
        "overrides": _list(override),
        "rules": _list(rule),
    }
    assert set(whole) == set(FILE_KEYS)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "iepaudit rule file",
        **_map(whole, ("schema",)),
        "$defs": {"check": _checks()},
    }
