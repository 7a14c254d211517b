"""Sections -> Iep."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from iepaudit.model.document import Document
    from iepaudit.model.iep import Iep, Part


def parse_part(document: Document, part: Part) -> Iep:
    """All that could be understood of one part of a document."""
    from iepaudit.parse.assemble import parse_part as assemble

    return assemble(document, part)
