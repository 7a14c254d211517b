"""Fields of a service in one line, one behind the other: "Sessions: 4 Length of time: 45 min. Frequency: Weekly"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from iepaudit.model.field import Place
from iepaudit.model.iep import Block
from iepaudit.parse.tables import flat
from iepaudit.segment.known_labels import service_labels

_FIELDS = frozenset({"amount", "frequency", "location", "start", "end", "dates", "provider"})
_COLON = re.compile(r"(?<=[\w)]):\s")
_LONGEST_LABEL = 4  # words


def fields_apart(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, where such a line is one block for each of its labels; what a label in front of them all asks for
    ("Service description") is told by them."""
    for block in blocks:
        text = flat(block.filled)
        labels = list(_labels_in(text))
        own = service_labels().name_of(block.label) if block.label else None
        if len(labels) < 2 and not (labels and own in _FIELDS):
            yield block
            continue
        if before := text[: labels[0][0]].strip():
            yield replace(block, text=before, filled=before)
        for (_, label, start), end in zip(labels, [*(at for at, _, _ in labels[1:]), len(text)], strict=True):
            value = text[start:end].strip()
            place = Place(block.place.page, block.place.box, f"{label}: {value}")
            yield replace(block, label=label, text=value, filled=value, template=label, place=place)


def _labels_in(text: str) -> Iterator[tuple[int, str, int]]:
    """(where it begins, the label, where its value begins) of each label of a field with a colon behind it."""
    last = 0
    for colon in _COLON.finditer(text):
        words = list(re.finditer(r"\S+", text[last : colon.start()]))
        for word in words[-_LONGEST_LABEL:]:
            label = text[last + word.start() : colon.start()]
            if label[:1].isupper() and service_labels().name_of(label) in _FIELDS:
                yield last + word.start(), label, colon.end()
                break
        last = colon.end()
