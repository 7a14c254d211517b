"""A library of prompts from a blank form: the words of the form itself, to be told from answers in filled copies."""

from __future__ import annotations

from iepaudit.model.document import Document
from iepaudit.model.errors import UsageError
from iepaudit.model.iep import Kind
from iepaudit.segment.segmenter import segment
from iepaudit.segment.words import key_of

MIN_WORDS = 2


def learn_prompts(document: Document, name: str) -> str:
    """The prompts of a blank form as the text of a YAML library. Raises UsageError for a document that is not blank,
    since a student's words must not become part of a library."""
    parts = segment(document)
    if any(part.kind is not Kind.BLANK_FORM for part in parts):
        raise UsageError("Prompts are learned from a blank IEP form; this file is not one.")
    found: dict[str, str] = {}
    for part in parts:
        for section in part.sections:
            for text in (section.heading, *(block.place.quote for block in section.blocks)):
                plain = " ".join(text.split())
                if len(plain.split()) >= MIN_WORDS:
                    found.setdefault(key_of(plain), plain)
    found.pop("", None)
    lines = "".join(f"  - {_quoted(text)}\n" for text in found.values())
    return f"schema: 1\nname: {_quoted(name)}\nsource: blank form\nprompts:\n{lines}"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
