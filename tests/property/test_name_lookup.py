"""Names are found as one pattern of all their forms would find them, without compiling one for each plan."""

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from iepaudit.model.identity import Identity, Role
from iepaudit.report.identity_forms import Phrases

FORMS = ["Ana Ruiz", "Ana Ruiz Vega", "Vega, Ana", "A. Ruiz", "(Ana) Vega-Ruiz", "Ruiz Elementary", "O'Day Hall"]
WORDS = ["Ana", "Ruiz", "Vega", "Elementary", "RUIZ", "ana", "Ana Ruiz", "(Ana)", "O'Day", "'s", "İ", "ß", "."]
GAPS = ["", " ", " ", "  ", "   ", " \n ", "-", ", "]
TEXTS = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(GAPS)), max_size=12)


@settings(max_examples=600, deadline=None)
@given(st.lists(st.sampled_from(FORMS), min_size=3, unique=True), TEXTS)
@example(FORMS, [("Ana", " "), ("Ruiz", " "), ("Vega", "")])  # the longer of two
@example(FORMS, [("Ana Ruiz", " "), ("Elementary", "")])  # two that overlap
@example(FORMS, [("Ana", "   "), ("Ruiz", "")])  # a gap between columns
@example(FORMS, [("(Ana)", "  "), ("Vega", "-"), ("Ruiz", "")])  # begins with a sign
def test_places_are_found_as_by_one_pattern(names, pieces):
    text = "".join(word + gap for word, gap in pieces)
    forms = sorted({" ".join(n.split()).lower() for n in names}, key=lambda f: (-len(f), f))
    alternatives = "|".join(r"(?: {1,2}|\s*\n\s*)".join(map(re.escape, f.split())) for f in forms)
    expected = [m.span() for m in re.finditer(rf"(?<!\w)(?:{alternatives})(?!\w)", text, re.IGNORECASE)]
    found = Phrases(Identity(Role.SCHOOL, name) for name in names).find(text)
    assert [(span.start, span.end) for span in found] == expected
