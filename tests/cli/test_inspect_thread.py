"""`inspect --thread`."""

import json
from pathlib import Path

from click.testing import CliRunner

from iepaudit.cli.inspect import inspect

SAMPLE = str(Path(__file__).parents[2] / "samples" / "sound-ruled-tables.pdf")


def run(*arguments):
    found = CliRunner().invoke(inspect, [SAMPLE, "--thread", *arguments], standalone_mode=False)
    assert found.exception is None, found.exception
    return found.output


def test_it_shows_needs_with_what_answers_them():
    text = run()
    assert "Needs that the present levels name, and what may answer them" in text
    assert "-> Goal 3, p. 5 - same area" in text


def test_json_holds_the_links_and_not_the_name():
    data = json.loads(run("--format", "json"))
    thread = data["parts"][0]["thread"]
    assert {"at": "services[0]", "label": "Specialized reading instruction", "sure": "same area", "page": 6} in (
        thread["goals"][0]["links"]
    )
    assert "[student]" in thread["goals"][0]["text"]
