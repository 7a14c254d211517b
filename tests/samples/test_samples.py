"""The samples are what their maker makes, and hold what their expected files say."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
EXPECTED = sorted((SAMPLES / "expected").glob("*.json"))
TRUTHS: dict[str, dict[str, Any]] = {path.stem: json.loads(path.read_text("utf-8")) for path in EXPECTED}
READABLE = {name: truth for name, truth in TRUTHS.items() if truth["kind"] != "unreadable"}
MAX_BYTES = 300_000
# Of a truth with these kinds, nothing is to be found by any rule.
SILENT_KINDS = {
    "504-plan",
    "evaluation-report",
    "progress-report",
    "prior-written-notice",
    "meeting-notice",
    "behavior-plan",
    "services-plan",
    "blank-form",
}


def plain(text: str) -> str:
    """Text as compared here: one kind of space, and a word that was broken at its hyphen put together."""
    joined = unicodedata.normalize("NFKC", text).replace("\ufffe", "-").replace("\u0002", "-")
    return re.sub(r"\s+", " ", re.sub(r"-\s+", "-", joined)).strip()


def field_values(path: Path) -> dict[int, str]:
    """The values of the form fields whose widgets stand on each page, from 1."""
    values: dict[int, str] = {}
    with pikepdf.open(path) as pdf:
        for number, page in enumerate(pdf.pages, 1):
            found: list[str] = []
            for widget in page.obj.get("/Annots", []):
                holder = widget if "/V" in widget else widget.get("/Parent", {})
                if "/V" in holder:
                    found.append(str(holder["/V"]))
            values[number] = " \n ".join(found)
    return values


def page_texts(name: str, truth: dict[str, Any]) -> dict[int, str]:
    path = SAMPLES / truth["file"]
    if path.suffix in (".txt", ".md"):
        pages = path.read_text("utf-8").split("\f")
        return {number: plain(text) for number, text in enumerate(pages, 1)}
    fields = field_values(path) if truth.get("fields") in ("values", "appearances") else {}
    document = pypdfium2.PdfDocument(path)
    texts = {}
    for number in range(1, len(document) + 1):
        printed = document[number - 1].get_textpage().get_text_range()
        texts[number] = plain(printed + " \n " + fields.get(number, ""))
    return texts


@pytest.fixture(scope="module")
def texts() -> dict[str, dict[int, str]]:
    return {name: page_texts(name, truth) for name, truth in READABLE.items()}


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("samples")
    subprocess.run(
        [sys.executable, str(SAMPLES / "make"), "--out", str(out)], check=True, capture_output=True, timeout=120
    )
    return out


def test_making_the_samples_again_gives_the_same_bytes(rebuilt: Path) -> None:
    made = {path.relative_to(rebuilt) for path in rebuilt.rglob("*") if path.is_file()}
    differing = sorted(str(path) for path in made if (SAMPLES / path).read_bytes() != (rebuilt / path).read_bytes())
    assert differing == []


def test_every_committed_sample_comes_from_the_maker(rebuilt: Path) -> None:
    by_hand = ("make", "ci")
    committed = {
        path.relative_to(SAMPLES) for path in SAMPLES.rglob("*") if path.is_file() and path.parent.name not in by_hand
    }
    hand_written = {Path("README.md")}
    strays = {path for path in committed - hand_written if path.parts[0] != "make" and not (rebuilt / path).exists()}
    assert strays == set()


def test_every_sample_has_an_expected_file_and_stands_in_the_readme() -> None:
    files = {path.name for path in SAMPLES.iterdir() if path.suffix in (".pdf", ".txt", ".md")} - {"README.md"}
    readme = (SAMPLES / "README.md").read_text("utf-8")
    assert files == {truth["file"] for truth in TRUTHS.values()}
    assert [name for name in sorted(files) if f"`{name}`" not in readme] == []


def test_no_sample_is_large() -> None:
    assert [path.name for path in SAMPLES.iterdir() if path.is_file() and path.stat().st_size > MAX_BYTES] == []


@pytest.mark.parametrize("name", sorted(READABLE))
def test_page_count_is_as_expected(name: str, texts: dict[str, dict[int, str]]) -> None:
    assert len(texts[name]) == READABLE[name]["pages"]


@pytest.mark.parametrize("name", sorted(READABLE))
def test_goals_stand_on_the_stated_page(name: str, texts: dict[str, dict[int, str]]) -> None:
    missing = [goal["text"] for goal in READABLE[name]["goals"] if plain(goal["text"]) not in texts[name][goal["page"]]]
    assert missing == []


@pytest.mark.parametrize("name", sorted(READABLE))
def test_baselines_and_methods_stand_on_the_goal_page(name: str, texts: dict[str, dict[int, str]]) -> None:
    missing = []
    for goal in READABLE[name]["goals"]:
        for column in ("baseline", "criterion", "method"):
            # Boxes that are marked are joined with semicolons; each label is printed by itself.
            parts = (
                (goal.get(column) or "").split("; ")
                if "fields" in READABLE[name] or name.startswith("state-form")
                else [goal.get(column) or ""]
            )
            missing += [(column, part) for part in parts if plain(part) not in texts[name][goal["page"]]]
    assert missing == []


@pytest.mark.parametrize("name", sorted(READABLE))
def test_services_stand_on_the_stated_page(name: str, texts: dict[str, dict[int, str]]) -> None:
    missing = [row["name"] for row in READABLE[name]["services"] if plain(row["name"]) not in texts[name][row["page"]]]
    assert missing == []


@pytest.mark.parametrize("name", sorted(READABLE))
def test_headings_stand_on_the_stated_page(name: str, texts: dict[str, dict[int, str]]) -> None:
    sections = READABLE[name]["sections"].values()
    assert [row["heading"] for row in sections if plain(row["heading"]) not in texts[name][row["page"]]] == []


@pytest.mark.parametrize("name", sorted(READABLE))
def test_accommodations_and_student_are_in_the_text(name: str, texts: dict[str, dict[int, str]]) -> None:
    whole = " ".join(texts[name].values())
    wanted = [*READABLE[name]["accommodations"], READABLE[name]["student"].get("name") or ""]
    assert [text for text in wanted if plain(text) not in whole] == []


@pytest.mark.parametrize("name", sorted(READABLE))
def test_minutes_per_week_follow_from_amount_and_frequency(name: str) -> None:
    per_week = {"daily": 5, "5 x weekly": 5, "4 x weekly": 4, "2 x weekly": 2, "1 x weekly": 1}
    for row in READABLE[name]["services"]:
        amount, often = re.fullmatch(r"(\d+) minutes", row.get("amount") or ""), row.get("frequency") or ""
        times = re.fullmatch(r"(\d+) (?:times? )?per (week|day)", often)
        count = per_week.get(often) or (int(times[1]) * (5 if times[2] == "day" else 1) if times else None)
        if amount and count:
            assert row["minutes_per_week"] == int(amount[1]) * count, row["name"]


@pytest.mark.parametrize("name", sorted(READABLE))
def test_findings_point_at_something_in_the_file(name: str) -> None:
    truth = READABLE[name]
    for row in truth["findings"]:
        for kind in ("goals", "services"):
            number = re.fullmatch(rf"{kind}\[(\d+)\]", row["at"])
            assert number is None or int(number[1]) < len(truth[kind]), row
        section = re.fullmatch(r"sections\.([a-z-]+)", row["at"])
        assert section is None or section[1] in truth["sections"], row
        assert row["severity"] in ("required", "gap", "advice"), row


@pytest.mark.parametrize("name", sorted(TRUTHS))
def test_nothing_is_expected_of_files_that_are_no_plan(name: str) -> None:
    if TRUTHS[name]["kind"] in SILENT_KINDS | {"unreadable"}:
        assert TRUTHS[name]["findings"] == []
        assert TRUTHS[name]["silent"] != []


def test_the_sound_plans_expect_no_finding() -> None:
    sound = ("sound-ruled-tables", "preschool-narrative", "spanish-iep", "packet")
    assert [row for name in sound for row in TRUTHS[name]["findings"]] == []


def test_the_three_encodings_of_the_form_expect_the_same() -> None:
    own = ("file", "fields")
    first, *others = (
        {k: v for k, v in TRUTHS[f"acroform-{e}"].items() if k not in own}
        for e in ("widgets", "appearances", "flattened")
    )
    assert all(other == first for other in others)


def test_values_only_form_has_no_text_of_its_answers() -> None:
    document = pypdfium2.PdfDocument(SAMPLES / "acroform-widgets.pdf")
    printed = " ".join(page.get_textpage().get_text_range() for page in document)
    assert "Ezekiel" not in printed


def test_flattened_form_has_no_field() -> None:
    with pikepdf.open(SAMPLES / "acroform-flattened.pdf") as pdf:
        assert "/AcroForm" not in pdf.Root
        assert all("/Annots" not in page.obj for page in pdf.pages)


@pytest.mark.parametrize("name", ["scanned", "mixed-scan"])
def test_pages_that_are_pictures_have_no_text(name: str) -> None:
    document = pypdfium2.PdfDocument(SAMPLES / f"{name}.pdf")
    pictures = TRUTHS[name]["unreadable_pages"]
    empty = [n for n in range(1, len(document) + 1) if not document[n - 1].get_textpage().get_text_range().strip()]
    assert empty == pictures


def test_encrypted_sample_opens_only_with_its_password() -> None:
    data = (SAMPLES / "encrypted.pdf").read_bytes()
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(data))
    with pikepdf.open(io.BytesIO(data), password=TRUTHS["encrypted"]["password"]) as pdf:
        assert len(pdf.pages) == 1


@pytest.mark.parametrize("name", ["truncated", "empty", "not-a-pdf"])
def test_damaged_samples_do_not_open(name: str) -> None:
    with pytest.raises(pypdfium2.PdfiumError):
        pypdfium2.PdfDocument((SAMPLES / f"{name}.pdf").read_bytes())
