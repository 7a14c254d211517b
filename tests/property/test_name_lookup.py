"""Names are found as one pattern of all their forms would find them, without compiling one for each plan."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from iepaudit.model.identity import Identity, Role
from iepaudit.report.identity_forms import Phrases

FORMS = ["Ana Ruiz", "Ana Ruiz Vega", "Vega, Ana", "A. Ruiz", "(Ana) Vega-Ruiz", "Ruiz Elementary", "O'Day Hall"]
PIECES = [*FORMS, "Ana", "Ruiz", "RUIZ", "ana", "Vega", "'s", "İ", "ß", "(", ".", "x", " ", "  ", "   ", "\n"]
NAMES = st.lists(st.sampled_from(FORMS), min_size=1, unique=True)


@settings(max_examples=600, deadline=None)
@given(NAMES, st.lists(st.sampled_from(PIECES), max_size=14), st.sampled_from(["", " "]))
def test_places_are_found_as_by_one_pattern(names, pieces, between):
    text = between.join(pieces)
    forms = sorted({" ".join(n.split()).lower() for n in names}, key=lambda f: (-len(f), f))
    alternatives = "|".join(r"(?: {1,2}|\s*\n\s*)".join(map(re.escape, f.split())) for f in forms)
    expected = [m.span() for m in re.finditer(rf"(?<!\w)(?:{alternatives})(?!\w)", text, re.IGNORECASE)]
    found = Phrases(Identity(Role.SCHOOL, name) for name in names).find(text)
    assert [(span.start, span.end) for span in found] == expected
