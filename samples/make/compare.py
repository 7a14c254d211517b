"""What the installed program says of each sample, against what is expected: `python samples/make/compare.py [NAME...]`.

Prints one line for each difference, and ends with the number of them; the exit status is 1 when there is any. Each
function compares one side of a sample: `want` is its expected file, `got` what the JSON report says of it.
`tests/golden/` calls `differences` on reports that it makes itself.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SAMPLES = Path(__file__).resolve().parents[1]
STRICT = ("required", "gap")
Json = dict[str, Any]


def words(text: str | None) -> str:
    return re.sub(r"\W+", " ", (text or "").casefold()).strip()


def audit(path: Path) -> Json | None:
    command = ["iepaudit", "check", "--format", "json", "--show-student", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)  # noqa: S603 - our own program
    try:
        report: Json = json.loads(done.stdout)["files"][0]
    except (ValueError, LookupError):
        return None
    return report


def fields(want: Json, got: Json) -> Iterator[str]:
    for group in ("student", "dates"):
        for name, value in want[group].items():
            found = (got.get(group) or {}).get(name) or {}
            if found.get("value") != value:
                yield f"{group}.{name}: {found.get('value')} ({found.get('state')}), expected {value}"


def sections(want: Json, got: Json) -> Iterator[str]:
    found: dict[str, list[Json]] = {}
    for section in got.get("sections") or []:
        found.setdefault(section["key"], []).append(section)
    for key, row in want["sections"].items():
        same = [s for s in found.get(key, []) if s["page"] == row["page"]]
        if not same:
            pages = [s["page"] for s in found.get(key, [])]
            yield f"section {key}: on pages {pages}, expected {row['page']} ({row['heading']})"
        elif row["state"] not in [s["state"] for s in same]:
            yield f"section {key}: {same[0]['state']}, expected {row['state']}"


def goals(want: Json, got: Json) -> Iterator[str]:
    rows = got.get("goals") or []
    if len(rows) != len(want["goals"]):
        yield f"{len(rows)} goals, expected {len(want['goals'])}"
    for number, goal in enumerate(want["goals"]):
        near = [*rows[number : number + 1], *rows]  # duplicates are told apart by their order
        row = next((r for r in near if words(goal["text"]) in words(r["text"])), None)
        if row is None:
            yield f"goals[{number}]: not found: {goal['text'][:70]}"
            continue
        if words(row["text"]) != words(goal["text"]):
            yield f"goals[{number}]: holds more than the goal: {row['text'][-60:]!r}"
        for name in ("page", "measurable"):
            if row[name] != goal[name]:
                yield f"goals[{number}]: {name} {row[name]}, expected {goal[name]}"
        for name, there in goal["elements"].items():
            if row["elements"][name]["present"] != there:
                yield f"goals[{number}]: {name} {row['elements'][name]['present']}, expected {there}"


def services(want: Json, got: Json) -> Iterator[str]:
    rows = got.get("services") or []
    if len(rows) != len(want["services"]):
        yield f"{len(rows)} services, expected {len(want['services'])}"
    for number, service in enumerate(want["services"]):
        row = next((r for r in rows if words(service["name"]) in words(r["name"])), None)
        if row is None:
            yield f"services[{number}]: not found: {service['name']}"
            continue
        for name in ("minutes_per_week", "start", "end", "page"):
            if row.get(name) != service.get(name):
                yield f"services[{number}]: {name} {row.get(name)}, expected {service.get(name)}"


def accommodations(want: Json, got: Json) -> Iterator[str]:
    found = [words(row["text"]) for row in got.get("accommodations") or []]
    for text in want["accommodations"]:
        if not any(words(text) in said or said in words(text) for said in found):
            yield f"accommodation not found: {text}"


def decisions(want: Json, got: Json) -> Iterator[str]:
    found = {row["name"]: row["answer"] for row in got.get("decisions") or []}
    for name, answer in want.get("decisions", {}).items():
        if found.get(name) != answer:
            yield f"decision {name}: {found.get(name)}, expected {answer}"


def findings(want: Json, got: Json) -> Iterator[str]:
    """Every finding that is due, and none at the levels required and gap that is not."""
    results = [r for r in got.get("results") or [] if r["outcome"] in ("issue", "review", "error")]
    for row in want["findings"]:
        allowed = ("issue", "review") if row.get("or_review") else ("issue",)
        if not any(r["rule"] == row["rule"] and r["outcome"] in allowed for r in results):
            yield f"not given: {row['rule']} at {row['at']}: {row['why']}"
    due = {row["rule"] for row in [*want["findings"], *want.get("also_allowed", [])]}
    for result in results:
        if result["outcome"] == "error":
            yield f"error: {result['rule']}: {result['message']}"
        elif result["outcome"] == "issue" and result["severity"] in STRICT and result["rule"] not in due:
            yield f"wrongly given: {result['rule']} at {result['at']}: {result['message']}"


def traps(want: Json, got: Json) -> Iterator[str]:
    """Findings that must not be given, whatever their level."""
    issues = [r for r in got.get("results") or [] if r["outcome"] == "issue"]
    for row in want.get("silent", []):
        for result in issues:
            if row["rule"] in ("*", result["rule"]) and _falls_on(row["at"], result):
                yield f"trap: {result['rule']} at {result['at']}: {row['why']}"


def _falls_on(at: str, result: Json) -> bool:
    places = [result["at"], *result.get("also_at", [])]
    return at == "document" or any(p == at or p.startswith((f"{at}.", f"{at}[")) for p in places)


def parts(want: Json, got: Json) -> Iterator[str]:
    found = [(p["kind"], p["first_page"], p["last_page"]) for p in got.get("parts") or []]
    due = [(p["kind"], p["first_page"], p["last_page"]) for p in want.get("parts", [])]
    if due and found != due:
        yield f"parts {found}, expected {due}"


def differences(want: Json, got: Json) -> Iterator[str]:
    """All differences between what is expected of a sample and what the report says, a line each."""
    if got["kind"] != want["kind"]:
        yield f"kind {got['kind']}, expected {want['kind']}"
    yield from findings(want, got)
    yield from traps(want, got)
    yield from parts(want, got)
    if want["kind"] in ("iep", "amendment"):
        document = got.get("document") or {}
        for part in (fields, sections, goals, services, accommodations, decisions):
            yield from part(want, document)


def main(names: list[str]) -> int:
    count = 0
    for path in sorted((SAMPLES / "expected").glob("*.json")):
        if names and path.stem not in names:
            continue
        want = json.loads(path.read_text("utf-8"))
        got = audit(SAMPLES / want["file"])
        for line in differences(want, got) if got is not None else ["no JSON report"]:
            count += 1
            sys.stdout.write(f"{path.stem}: {line}\n")
    sys.stdout.write(f"{count} differences\n")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
