"""The headings and labels of `rules/headings/`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import COVER, document, keys, part

from iepaudit.model.iep import SECTION_KEYS
from iepaudit.resources import DataError, load_yaml, rules_root
from iepaudit.segment import kind, known_headings, known_labels
from iepaudit.segment.known_headings import headings
from iepaudit.segment.known_labels import goal_labels, labels, service_labels
from iepaudit.segment.layout import heading_lines

LABELS = load_yaml(rules_root() / "headings" / "labels.yaml")
SECTIONS = load_yaml(rules_root() / "headings" / "sections.yaml")["sections"]
PROSE = "Ida likes to read stories about ships and about the sea, and she tells them to her friends.\n" * 2


def every_heading(group: str) -> list[tuple[str, str]]:
    return [(section, str(heading)) for section, entry in SECTIONS.items() for heading in entry.get(group, ())]


@pytest.mark.parametrize(("section", "heading"), every_heading("headings"))
def test_every_shipped_heading_is_found_when_it_is_set_as_one(section: str, heading: str) -> None:
    found = heading_lines(document(f"# {heading}\n{PROSE}"))
    assert found, "no heading"
    assert found[0].match is not None
    assert (found[0].match.key, found[0].match.whole) == (section, True)


@pytest.mark.parametrize(("section", "heading"), every_heading("weak"))
def test_a_common_word_is_a_heading_only_where_layout_says_so(section: str, heading: str) -> None:
    strong = heading_lines(document(f"# {heading}\n{PROSE}"))
    assert [h.match.key for h in strong if h.match] == [section]
    assert heading_lines(document(f"{PROSE}\n{heading}\n\n{PROSE}")) == ()


@pytest.mark.parametrize(("section", "phrase"), every_heading("contains"))
def test_every_shipped_phrase_tells_a_longer_heading(section: str, phrase: str) -> None:
    match = headings().match(f"Zzyzx {phrase} zzyzx")
    assert match is not None
    assert (match.key, match.whole) == (section, False)


def test_every_section_key_has_headings() -> None:
    assert sorted(SECTIONS) == sorted(SECTION_KEYS)


@pytest.mark.parametrize(
    "heading",
    ["ANNUAL GOALS", "IV. Annual Goals", "Annual Goal (continued)", "Annual Goals:", "Annual Goals - Reading"],
)
def test_case_numbering_notes_and_a_dash_do_not_matter(heading: str) -> None:
    match = headings().match(heading)
    assert match is not None
    assert (match.key, match.whole) == ("annual-goals", True)


def test_a_word_that_is_part_of_another_is_no_heading() -> None:
    assert headings().match("Goalsetting") is None
    assert headings().match("Unplacement") is None


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("Deliberations of the ARD Committee", "notes"),
        ("The Special Factors That the Team Must Consider", "special-factors"),
        ("Goals That Are Measurable and Annual", "annual-goals"),
    ],
)
def test_a_heading_in_another_order_is_told_by_its_words(text: str, section: str) -> None:
    match = headings().match_loose(text)
    assert match is not None
    assert match.key == section


@pytest.mark.parametrize("text", ["", "the of and", "Bus schedules for the winter months", "Personal story of a ship"])
def test_words_that_name_no_section_match_loosely_with_none(text: str) -> None:
    assert headings().match_loose(text) is None


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Date of Birth", "birth-date"),
        ("DOB:", "birth-date"),
        ("Student's Name", "student-name"),
        ("IEP Start Date", "start-date"),
        ("Parent/Guardian", "parent"),
        ("Fecha de nacimiento", "birth-date"),
        ("Date of this IEP team meeting", "meeting-date"),
        ("Projected Triennial Evaluation Date", "reevaluation-date"),
        ("Next Annual ARD Review Date", "annual-review-date"),
        ("Date of most recent full evaluation", "evaluation-date"),
    ],
)
def test_labels_are_known_by_list_and_by_pattern(label: str, name: str) -> None:
    assert labels().name_of(label) == name


@pytest.mark.parametrize("text", ["Ida Fenn", "Reading instruction", "", "Born by the sea", "The date was kept"])
def test_a_value_is_no_label(text: str) -> None:
    assert labels().name_of(text) is None


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Objective 2", "objective"),
        ("Goal #3", "goal"),
        ("Benchmark 1.2", "objective"),
        ("Criteria for Mastery", "criterion"),
        ("Where Ida stands now", "baseline"),
        ("How will progress on this goal be measured", "method"),
        ("When parents will be informed of progress", "schedule"),
    ],
)
def test_labels_of_goals_may_be_numbered_or_worded_freely(label: str, name: str) -> None:
    assert goal_labels().name_of(label) == name


@pytest.mark.parametrize(
    ("label", "name"),
    [("Minutes/Session", "amount"), ("Service Location", "location"), ("Projected Beginning Date(s)", "start")],
)
def test_column_heads_of_services_are_known(label: str, name: str) -> None:
    assert service_labels().name_of(label) == name


def test_a_label_that_needs_no_colon_leads_its_value() -> None:
    assert labels().leading("Date of Birth 3/4/2016") == ("birth-date", "3/4/2016")
    assert labels().leading("Ida Fenn lives here") is None


def test_the_longest_leading_label_wins() -> None:
    assert labels().leading("IEP Start Date 3/4/2026") == ("start-date", "3/4/2026")


def test_a_known_heading_with_a_note_in_parentheses_opens_its_section() -> None:
    found = part(COVER + "\n# Annual Goals (add rows as needed)\nBy March 2027 Ida will read 90 words.\n")
    assert "annual-goals" in keys(found)


@pytest.fixture
def broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of data in place of the shipped one; nothing that was read before is kept."""
    caches = (headings, labels, goal_labels, service_labels, known_labels._label_file, kind.kind_data)
    (tmp_path / "headings").mkdir()
    for module in (known_headings, known_labels, kind):
        monkeypatch.setattr(module, "rules_root", lambda: tmp_path)
    for cached in caches:
        cached.cache_clear()
    yield tmp_path / "headings"
    for cached in caches:
        cached.cache_clear()


def test_an_unknown_section_is_an_error_with_file_and_line(broken: Path) -> None:
    (broken / "sections.yaml").write_text("schema: 1\nsections:\n  golas:\n    headings: [Goals]\n", "utf-8")
    with pytest.raises(DataError, match=r"sections\.yaml:[34]:\d+: unknown section 'golas'"):
        headings()


def test_an_unknown_key_of_a_section_is_an_error_with_a_suggestion(broken: Path) -> None:
    (broken / "sections.yaml").write_text("schema: 1\nsections:\n  esy:\n    heading: [ESY]\n", "utf-8")
    with pytest.raises(DataError, match=r"sections\.yaml:4:\d+: unknown key 'heading', did you mean 'headings'\?"):
        headings()


def test_an_unknown_group_of_labels_is_an_error_with_file_and_line(broken: Path) -> None:
    (broken / "labels.yaml").write_text("schema: 1\nlabel:\n  grade: [Grade]\n", "utf-8")
    with pytest.raises(DataError, match=r"labels\.yaml:[23]:\d+: unknown key 'label', did you mean 'labels'\?"):
        labels()


def test_an_unknown_kind_is_an_error_with_file_and_line(broken: Path) -> None:
    (broken / "kinds.yaml").write_text("schema: 1\nkinds:\n  ipe:\n    titles: [IPE]\n", "utf-8")
    with pytest.raises(DataError, match=r"kinds\.yaml:[34]:\d+: unknown kind 'ipe'"):
        kind.kind_data()


def test_a_missing_file_is_an_error_that_names_it(broken: Path) -> None:
    with pytest.raises(DataError, match=r"sections\.yaml: (?:could not be read|is no file)"):
        headings()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("How measured / Cómo se medirá el progreso:", "method"),
        ("Punto de partida - Where she stands", "baseline"),
        ("Goal 2 / Meta 2", "goal"),
        ("Implementer / Standard", None),  # two things in one language
        ("Implementer / Método", None),  # two things in two languages
    ],
)
def test_a_label_in_two_languages_is_known_by_either_side(text: str, name: str | None) -> None:
    assert goal_labels().name_of(text) == name


def test_no_heading_and_no_label_is_listed_twice_for_one_meaning() -> None:
    groups = [(group, name) for group in ("labels", "goal-labels", "service-labels") for name in LABELS[group]]
    lists = [(f"{group} {name}", LABELS[group][name]) for group, name in groups]
    lists += [(section, entry.get("headings", ())) for section, entry in SECTIONS.items()]
    twice = [(name, text) for name, own in lists for text, n in Counter(str(t).lower() for t in own).items() if n > 1]
    assert twice == []
