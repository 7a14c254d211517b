"""The words or the file of an example -> the same tree that a plan gives, through the real readers."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from iepaudit.engine.build import build_facts
from iepaudit.engine.example_facts import AS_OF
from iepaudit.engine.facts import Facts
from iepaudit.model.iep import Iep, Kind
from iepaudit.resources import rules_root
from iepaudit.resources.strict_yaml import DataError
from iepaudit.rulepack.profiles import Profile
from iepaudit.rulepack.rule import Example, Ruleset

_PLANS = (Kind.IEP, Kind.AMENDMENT, Kind.BLANK_FORM)


def document_facts(example: Example, ruleset: Ruleset, profile: Profile) -> tuple[Facts, Kind]:
    """What is read of the document of an example, and its kind. A few lines of text count as a whole plan, and as an
    IEP when they do not say what they are. Raises DataError when there is no such file, FileError when it cannot be
    read."""
    iep = _read_text(example.text) if example.text else _read_file(str(_find(example)))
    day = iep.dates.meeting.value or AS_OF
    whole = bool(example.text)
    return build_facts(iep, replace(ruleset, profile=profile), day, whole=whole), iep.kind


def _find(example: Example) -> Path:
    folders = (Path(example.mark.source).parent, rules_root().parent / "samples")
    for folder in folders:
        path = folder / example.file
        if path.is_file():
            # A pack from a stranger names no file outside its folder, not even through a link.
            if not path.resolve().is_relative_to(folder.resolve()):
                raise DataError(f"{example.file} leads out of the folder of the rule file", example.mark)
            return path
    raise DataError(f"there is no file {example.file} beside the rule file or in samples/", example.mark)


@lru_cache(maxsize=256)
def _read_text(text: str) -> Iep:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "example.txt"
        path.write_text(text, "utf-8")
        return replace(_parse(path, told=Kind.IEP), partial="")


@lru_cache(maxsize=16)
def _read_file(path: str) -> Iep:
    return _parse(Path(path), told=None)


def _parse(path: Path, told: Kind | None) -> Iep:
    from iepaudit.extract import read_document
    from iepaudit.parse import parse_part
    from iepaudit.segment import segment

    document = read_document(path)
    parts = segment(document)
    part = next((p for p in parts if p.kind in _PLANS), parts[0])
    if told is not None and part.kind not in _PLANS:
        part = replace(part, kind=told)
    return parse_part(document, part)
