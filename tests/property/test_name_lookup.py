"""Names are found as one pattern of all their forms would find them, without compiling one for each plan."""

import re

from hypothesis import given
from hypothesis import strategies as st

from iepaudit.model.identity import Identity, Role
from iepaudit.report.identity_forms import Phrases

NAMES = st.sampled_from(
    ["Ana Ruiz", "Ana Ruiz Vega", "Vega, Ana", "A. Ruiz", "(Ana) Vega-Ruiz", "Ruiz Elementary", "O'Day Hall"]
)
WORDS = """Ana Ruiz Vega ana RUIZ A. (Ana) Vega-Ruiz Vega, Elementary O'Day Hall Anas Ruiz's İ ß . x"""
PIECES = st.sampled_from([*WORDS.split(" "), " ", "  ", "\n"])


@given(st.lists(NAMES, min_size=1, unique=True), st.lists(PIECES, max_size=14), st.sampled_from(["", " "]))
def test_places_are_found_as_by_one_pattern(names, pieces, between):
    text = between.join(pieces)
    forms = sorted({" ".join(n.split()).lower() for n in names}, key=lambda f: (-len(f), f))
    alternatives = "|".join(r"(?: {1,2}|\s*\n\s*)".join(map(re.escape, f.split())) for f in forms)
    expected = [m.span() for m in re.finditer(rf"(?<!\w)(?:{alternatives})(?!\w)", text, re.IGNORECASE)]
    found = Phrases(Identity(Role.SCHOOL, name) for name in names).find(text)
    assert [(span.start, span.end) for span in found] == expected
