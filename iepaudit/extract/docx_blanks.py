"""Values that somebody typed over the blanks of a Word form: underlined, with what is left of the underscores."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from iepaudit.extract.flow import Piece

_REST = re.compile(r"\s*_{2,}\s*")
_GAP = "\t"


def values_apart(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of a paragraph, where such a value stands apart from the words of the form around it ("Grade", "5",
    "DOB", ...), and the rest of its blank is gone. Other underlined words are left as they are."""
    done = list(pieces)
    for n, piece in enumerate(done[:-1]):
        rest = _REST.match(done[n + 1].text)
        if not piece.underlined or not piece.text.strip(" \u2002\u2003\xa0_\t") or rest is None:
            continue
        behind = done[n + 1].text[rest.end() :]
        done[n] = replace(piece, text=(_GAP if n else "") + piece.text.strip())
        done[n + 1] = replace(done[n + 1], text=_GAP + behind if behind else "")
    return [piece for piece in done if piece.text]
