"""Words that the column heads of a plan are made of. Heads in plain type are believed only when they have them."""

from __future__ import annotations

import re

_WORDS = (
    r"servic|location|setting|frequenc|minute|amount|duration|provider|begin|start|initiat|\bend\b|baseline|criteri|"
    r"measure|method|score|assess|accommodat|objective|progress|responsib|position|role|signature|subject|goal"
)
# For a page where labels of a form may line up as well.
COLUMN_WORD = re.compile(_WORDS)
# For columns that are sure to be some: "Date" and "Support" are labels of a form as often as heads.
ANY_COLUMN_WORD = re.compile(
    rf"{_WORDS}|session|period|times?\b|condition|behavior|procedure|evaluat|\bdates?\b|where|how often|support|"
    r"\bend(?:s|ing)\b"
)
