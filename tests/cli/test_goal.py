"""`iepaudit goal`."""

import io
import json

import pytest

from iepaudit.cli.app import run

GOOD = "By May 2027, given a list, Ada will read 50 words in one minute."
BAD = "Ada will improve her reading."


def say(monkeypatch, text):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode()), "utf-8"))


def as_json(capsys, *arguments):
    code = run(["goal", "--format", "json", *arguments])
    return code, json.loads(capsys.readouterr().out)


def test_a_goal_that_can_be_measured_gives_0(capsys):
    assert run(["goal", GOOD]) == 0
    out = capsys.readouterr().out
    assert "can be measured" in out
    assert "[Time frame: By May 2027]" in out


def test_a_goal_that_cannot_gives_1_and_says_so_last(capsys):
    assert run(["goal", GOOD, BAD]) == 1
    captured = capsys.readouterr()
    assert captured.err == "exit 1: 1 of 2 goals cannot be measured as written\n"
    assert '"improve"' in captured.out
    assert "What exact score or count" in captured.out


def test_the_pattern_has_blanks_and_no_numbers_of_ours(capsys):
    _, report = as_json(capsys, BAD)
    pattern = report["goals"][0]["pattern"]
    assert "____" in pattern
    assert not any(c.isdigit() for c in pattern)


def test_a_complete_goal_needs_no_pattern(capsys):
    _, report = as_json(capsys, "--method", "weekly probe", "--baseline", "20 words", GOOD)
    assert report["goals"][0]["pattern"] == ""
    assert report["goals"][0]["results"] == []


def test_json_has_the_promised_shape(capsys):
    code, report = as_json(capsys, GOOD)
    (goal,) = report["goals"]
    assert code == 0
    assert goal["id"] == "1" and goal["text"] == GOOD and goal["measurable"] is True
    assert set(goal["elements"]) == {"timeframe", "condition", "behavior", "criterion", "method", "baseline"}
    span = goal["elements"]["timeframe"]["spans"][0]
    assert GOOD[span["start"] : span["end"]] == span["text"]


def test_lines_from_standard_input(monkeypatch, capsys):
    say(monkeypatch, f"{GOOD}\n\n{BAD}\n")
    code, report = as_json(capsys, "-")
    assert code == 1
    assert [g["measurable"] for g in report["goals"]] == [True, False]


def test_json_lines_keep_their_ids_and_columns(monkeypatch, capsys):
    say(
        monkeypatch,
        json.dumps({"id": "g7", "text": "Ada will spell words.", "criterion": "8 of 10", "objectives": []}) + "\n",
    )
    code, report = as_json(capsys, "--jsonl", "-")
    assert code == 0
    assert report["goals"][0]["id"] == "g7"
    assert report["goals"][0]["elements"]["criterion"]["source"] == "criterion"


def test_goals_from_a_file(tmp_path, capsys):
    (tmp_path / "goals.txt").write_text(f"{GOOD}\n")
    code, report = as_json(capsys, "--file", "goals.txt")
    assert code == 0 and len(report["goals"]) == 1


@pytest.mark.parametrize("content", ["", "\n \n"])
def test_no_goal_gives_3(monkeypatch, capsys, content):
    say(monkeypatch, content)
    assert run(["goal", "-"]) == 3
    assert capsys.readouterr().err == "exit 3: no goal was given; nothing was read\n"


def test_a_missing_file_gives_3(capsys):
    assert run(["goal", "--file", "nowhere.txt"]) == 3
    assert "nowhere.txt: there is no such file" in capsys.readouterr().err


def test_a_file_that_is_no_text_gives_3(tmp_path, capsys):
    (tmp_path / "plan.pdf").write_bytes(b"%PDF-1.4\xff\xfe")
    assert run(["goal", "--file", "plan.pdf"]) == 3
    assert "iepaudit check" in capsys.readouterr().err


@pytest.mark.parametrize(
    "line", ["x", "[]", "{}", '{"text": 1}', '{"text": "a", "objectives": "b"}', '{"text": "a", "method": 3}']
)
def test_a_line_that_is_no_goal_gives_2_with_its_number(monkeypatch, capsys, line):
    say(monkeypatch, f'{{"text": "Ada will read."}}\n{line}\n')
    assert run(["goal", "--jsonl", "-"]) == 2
    assert "line 2" in capsys.readouterr().err


def test_colors_only_when_asked(capsys):
    run(["goal", "--color", "always", GOOD])
    assert "\x1b[" in capsys.readouterr().out
    run(["goal", "--color", "never", GOOD])
    assert "\x1b[" not in capsys.readouterr().out


def test_control_characters_of_a_goal_do_not_reach_the_terminal(capsys):
    run(["goal", "--color", "never", "Ada will \x1b[31mread\x07 5 words."])
    out = capsys.readouterr().out
    assert "\x1b" not in out and "\x07" not in out


def test_nothing_heavy_is_imported():
    import subprocess
    import sys

    code = (
        "import sys; from iepaudit.cli.app import run; run(['goal', 'Ada will read 5 words.']); "
        "print(sorted({'spacy', 'numpy', 'pdfplumber', 'pypdfium2', 'rich'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_goal_whose_level_was_not_filled_in_is_told_so(capsys):
    assert run(["goal", "Ana will solve problems with ____% accuracy."]) == 1
    assert "its level was not filled in" in capsys.readouterr().out
