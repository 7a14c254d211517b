"""Sound plans whose form words one heading or label as no list does: nothing is said to be amiss in them."""

from __future__ import annotations

from pathlib import Path

import pytest
from agreement import points
from random_layout import make
from unknown_wordings import UNKNOWN_HEADINGS, UNKNOWN_LABELS
from wordings import HEADINGS, LABELS

from iepaudit.audit import AuditOptions, audit_here

# Each word with a layout of its own; before, each of these had a finding.
ONCE_ACCUSED = (("method", 1005), ("method", 1011), ("method", 1015), ("baseline", 1011), ("baseline", 1015),
                ("objectives", 1003), ("objectives", 1008), ("goal", 1003))  # fmt: skip
OTHERS = tuple((key, 1100 + n) for n, key in enumerate((*UNKNOWN_HEADINGS, *UNKNOWN_LABELS)))


@pytest.mark.parametrize(("key", "seed"), [*ONCE_ACCUSED, *OTHERS])
def test_nothing_is_said_to_be_missing_behind_words_that_are_not_known(key: str, seed: int, tmp_path: Path) -> None:
    made = make(tmp_path, seed, key)
    assert [p.what for p in points(made, audit_here(made.path, AuditOptions())) if p.topic == "finding"] == []


def test_the_words_stand_in_for_headings_and_labels_of_a_layout() -> None:
    assert set(UNKNOWN_HEADINGS) <= set(HEADINGS)
    assert set(UNKNOWN_LABELS) <= set(LABELS)


def test_a_document_with_an_unknown_label_differs_from_the_one_without(tmp_path: Path) -> None:
    assert make(tmp_path, 1015, "method").path.read_bytes() != make(tmp_path, 1015).path.read_bytes()
