"""Wordings of headings that states and vendors print for a part."""

from __future__ import annotations

import pytest

from iepaudit.segment.known_headings import headings


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("IEP Face Sheet", "demographics"),
        ("Committee on Special Education Members", "team"),
        ("Adaptations in General and Special Education", "supplementary-aids"),
        ("Indirect Services to School Personnel and Parents", "personnel-supports"),
        ("LRE and General Education", "placement"),
        ("Therapeutic Services", "related-services"),
        ("Parental Notice", "consent-notice"),
        ("Documents Given to Parent", "consent-notice"),
        ("Consent for Initial Special Education Services", "consent-notice"),
        ("Team Discussion and Decisions", "notes"),
    ],
)
def test_a_heading_of_a_state_names_its_part(heading: str, key: str) -> None:
    match = headings().match(heading)
    assert match and match.whole and match.key == key
