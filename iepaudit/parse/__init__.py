"""Sections -> Iep."""

from __future__ import annotations

from iepaudit.model.document import Document
from iepaudit.model.iep import Iep, Part


def parse_part(document: Document, part: Part) -> Iep:
    """All that could be understood of one part of a document."""
    raise NotImplementedError
