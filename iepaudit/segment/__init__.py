"""Document -> parts and sections."""

from __future__ import annotations

from iepaudit.model.document import Document
from iepaudit.model.iep import Part


def segment(document: Document) -> tuple[Part, ...]:
    """The documents in a file, in page order, each with its kind and sections; never empty."""
    raise NotImplementedError
