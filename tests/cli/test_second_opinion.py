"""`--second-opinion`: asked for, or not there at all."""

import json
import subprocess
import sys
from pathlib import Path

from iepaudit.cli.app import run
from iepaudit.parse.grammar.second import opinion

SAMPLE = Path(__file__).parents[2] / "samples" / "acroform-flattened.pdf"
GOAL = "Ada will read 50 words in one minute."


def doubt_everything(monkeypatch):
    monkeypatch.setattr(opinion, "load", lambda: None)
    monkeypatch.setattr(
        opinion, "probabilities", lambda nlp, text: dict.fromkeys((*opinion.ELEMENTS, "measurable"), 0.0)
    )


def goal_json(capsys, *arguments):
    code = run(["goal", "--format", "json", *arguments])
    return code, json.loads(capsys.readouterr().out)["goals"][0]


def imported(*arguments):
    code = (
        f"import sys; from iepaudit.cli.app import run; run({list(arguments)!r}); "
        "print('spaCy', 'spacy' in sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    return done.stderr


def test_it_lowers_confidence_and_keeps_the_verdict_and_the_exit_code(monkeypatch, capsys):
    code, plain = goal_json(capsys, GOAL)
    doubt_everything(monkeypatch)
    code_again, asked = goal_json(capsys, "--second-opinion", GOAL)
    assert code == code_again == 0
    assert plain["confidence"] == plain["elements"]["behavior"]["confidence"] == 1.0
    assert asked["confidence"] == asked["elements"]["behavior"]["confidence"] == 0.5
    assert asked["elements"]["method"]["confidence"] == 1.0  # both find none
    assert asked["measurable"] is plain["measurable"] is True


def test_the_text_says_what_is_seen_otherwise(monkeypatch, capsys):
    doubt_everything(monkeypatch)
    run(["goal", "--second-opinion", "--width", "200", GOAL])
    assert "sees the behavior and criterion otherwise" in capsys.readouterr().out


def test_without_the_option_the_text_does_not_speak_of_it(capsys):
    run(["goal", GOAL])
    assert "second reader" not in capsys.readouterr().out


def test_the_environment_can_ask_for_it(monkeypatch, capsys):
    doubt_everything(monkeypatch)
    monkeypatch.setenv("IEPAUDIT_SECOND_OPINION", "1")
    assert goal_json(capsys, GOAL)[1]["confidence"] == 0.5


def test_spacy_is_imported_only_when_it_is_asked_for():
    assert "spaCy False" in imported("goal", GOAL)
    assert "spaCy False" in imported("goal", "--help")
    assert "spaCy False" in imported("check", "--help")
    assert "spaCy True" in imported("goal", "--second-opinion", GOAL)


def test_check_comes_to_the_same_findings_with_it(capsys):
    found = []
    for more in ([], ["--second-opinion"]):
        code = run(["check", str(SAMPLE), "--format", "json", "--quiet", *more])
        (file,) = json.loads(capsys.readouterr().out)["files"]
        found.append((code, [(r["rule"], r["outcome"], r["severity"], r["at"]) for r in file["results"]]))
    assert found[0] == found[1]
