"""A pack from a stranger costs little time and memory, opens nothing outside its folder, and says what is wrong."""

import os
import time
from datetime import date

import pytest
from factories import goal, sound_iep

from iepaudit.engine import evaluate
from iepaudit.engine.select import Selection
from iepaudit.model.errors import UsageError
from iepaudit.model.outcome import Outcome
from iepaudit.rulepack import RuleErrors, load_ruleset
from iepaudit.rulepack.packs import MAX_FILES

RULE = """  - id: {id}
    name: {name}
    title: {title}
    severity: advice
    confidence: low
    authority: [{{cite: "34 CFR 300.320", grade: A}}]
    forbid: {check}
    message: 'Said.'
    question: 'Why?'
    explain: Because.
"""
CHECK = "{text: {of: document.text, pattern: 'bus'}}"


def rule(number=901, title="A title", check=CHECK, more=""):
    return RULE.format(id=f"OWN{number}", name=f"own-{number}", title=title, check=check) + more


def pack(folder, text, name="own.yaml"):
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def problems(*paths):
    start = time.process_time()
    with pytest.raises(RuleErrors) as caught:
        load_ruleset(paths)
    assert time.process_time() - start < 20
    assert len(str(caught.value)) < 60_000
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("schema: 1\nrules:\n" + rule(title="x" * 300_000), "own.yaml:5:12: title has 300000 characters"),
        ("schema: 1\nrules:\n" + rule(title="x" * 1_000_000), "larger than 500 kB"),
        ("schema: 1\nrules:\n" + rule(more="    examples:\n" + "      - {name: a, good: {}}\n" * 900), "more than"),
        ("schema: 1\nrules:\n" + rule(more=f"    tags: [{'a, ' * 9000}b]\n"), "own.yaml:13:11: tags has more than 100"),
        ("schema: 1\nrules:\n" + "  - x\n" * 50_000, "and "),
        ("schema: 1\n" + "".join(f"k{n}: 1\n" for n in range(20_000)), "and "),
        ("a:\n " + "- " * 100_000 + "x", "nested too deeply"),
        ("a:\n -\t" + "-\t" * 100_000 + "x", "own.yaml"),
        ("a: " + "[" * 100_000, "nested too deeply"),
        ("a: " + "{b: " * 50_000, "nested too deeply"),
        ("schema: 1\nrules: &a [*a, *a]\n", "own.yaml:2:8: anchors and aliases"),
        ("schema: !!python/object/apply:os.system [ls]\n", "own.yaml:1:9: tags such as"),
        ("schema: 1\n<<: {rules: []}\n", "own.yaml:2:1: merge keys"),
        ("schema: 1\nrules:\n" + rule(title="a\0b"), "not plain text"),
        ("schema: 1\nrules:\n" + rule(check="{text: {of: document.text, pattern: '(a{1,99}b){1,999}'}}"), "pattern"),
        ("schema: 1\nrules:\n" + rule(check="{text: {of: document.text, pattern: '.{0,999}a'}}"), "unfolded"),
        ("schema: 1\nrules:\n" + rule(check="{not: " * 60 + CHECK + "}" * 60), "nested too deeply"),
    ],
)  # fmt: skip
def test_a_hostile_file_is_refused_with_its_place(tmp_path, text, says):
    assert says in problems(pack(tmp_path, text))


def test_a_file_of_other_bytes_is_refused(tmp_path):
    path = tmp_path / "own.yaml"
    path.write_bytes(b"%PDF-1.7\n\xff\xfe\x00")
    assert "is not UTF-8 text" in problems(path)
    path.write_bytes("schema: 1\n".encode("utf-16"))
    assert "save it as plain text in UTF-8" in problems(path)


def test_more_rules_than_a_pack_may_hold_are_refused(tmp_path):
    for part in range(3):
        numbers = range(part * 900 + 100, part * 900 + 1000)
        pack(tmp_path, "schema: 1\nrules:\n" + "".join(map(rule, numbers)), f"{part}.yaml")
    assert "more than 2000 rules of your own" in problems(tmp_path)


def test_a_folder_of_ten_thousand_files_is_refused(tmp_path):
    for number in range(10_000):
        (tmp_path / f"{number}.yaml").touch()
    with pytest.raises(UsageError, match=f"more than {MAX_FILES} rule files"):
        load_ruleset([tmp_path])


def test_a_folder_without_rules_is_said(tmp_path):
    with pytest.raises(UsageError, match="no rule file"):
        load_ruleset([tmp_path])


@pytest.mark.parametrize("word", ["../other/secret.yaml", "{absolute}", "link.yaml"])
def test_extends_does_not_lead_out_of_the_folder(tmp_path, word):
    (tmp_path / "other").mkdir()
    (tmp_path / "mine").mkdir()
    secret = pack(tmp_path / "other", "password: hunter2\n", "secret.yaml")
    (tmp_path / "mine" / "link.yaml").symlink_to(secret)
    path = pack(tmp_path / "mine", f"schema: 1\nextends: {word.format(absolute=secret)}\n")
    said = problems(path)
    assert "leads out of it" in said
    assert "hunter2" not in said


def test_a_link_in_a_folder_does_not_lead_out_of_it(tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "link.yaml").symlink_to(pack(tmp_path, "password: hunter2\n"))
    said = problems(tmp_path / "mine")
    assert "leads out of its folder" in said
    assert "hunter2" not in said


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes in folders are a thing of Unix")
def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "own.yaml")
    assert "is no file" in problems(tmp_path)


@pytest.mark.parametrize(
    ("entries", "says"),
    [
        ("[" + ", ".join(f"word{n}" for n in range(5000)) + "]", "more than 2000 entries"),
        ("[{pattern: '('}]", "own.yaml:3:21: pattern cannot be used: a bracket is not closed"),
        ("[{pattern: 'a*'}]", "fits empty text"),
        ("[]", "has no entries"),
    ],
)
def test_a_hostile_word_list_is_refused(tmp_path, entries, says):
    (tmp_path / "lexicons").mkdir()
    pack(tmp_path / "lexicons", f"schema: 1\nname: mine\nentries: {entries}\n")
    assert says in problems(tmp_path)


def test_a_word_list_does_not_take_the_place_of_a_shipped_one(tmp_path):
    (tmp_path / "lexicons").mkdir()
    name = min(load_ruleset().lexicons)
    pack(tmp_path / "lexicons", f"schema: 1\nname: {name}\nentries: [nothing]\n")
    assert "take another name" in problems(tmp_path)


JOIN = "{text: {of: e.text, pattern: 'zzz'}}"
for _name in "edcba":
    JOIN = f"{{some: {{in: 'goals[*]', as: {_name}, that: {JOIN}}}}}"


@pytest.mark.parametrize(
    "check",
    [JOIN, "{any: [" + ", ".join(["{same: ['goals[*].text', 'goals[*].area']}"] * 150) + "]}"],
    ids=["five-fold", "pairs"],
)
def test_a_costly_join_is_an_error_for_its_rule_alone(tmp_path, check):
    path = pack(tmp_path, "schema: 1\nrules:\n" + rule(901, check=check) + rule(902))
    start = time.process_time()
    results = evaluate(
        load_ruleset([path]),
        sound_iep(goals=tuple(goal(f"Goal {n}") for n in range(80))),
        as_of=date(2026, 3, 2),
        select=Selection(select=("OWN901", "OWN902")),
    )
    assert time.process_time() - start < 30
    first, second = results
    assert first.outcome is Outcome.ERROR
    assert "OWN901 own-901 failed: it needs more steps" in first.message
    assert second.outcome is not Outcome.ERROR
