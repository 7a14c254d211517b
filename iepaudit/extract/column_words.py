"""Words that the column heads of a plan are made of, by which heads in plain type are told from labels in a row."""

from __future__ import annotations

import re

COLUMN_WORD = re.compile(
    r"servic|location|setting|frequenc|minute|amount|duration|provider|begin|start|initiat|\bend\b|baseline|criteri|"
    r"measure|method|score|assess|accommodat|objective|progress|responsib|position|role|signature|subject|goal|"
    r"session|period|times?\b|condition|behavior|procedure|evaluat|\bdates?\b|where|how often|support|\bend(?:s|ing)\b"
)
