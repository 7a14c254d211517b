"""The map of needs, goals and services as plain objects (for JSON) and as lines."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from iepaudit.engine.thread import Link, Strand, Thread

_WIDTH = 90


def thread_object(found: Thread) -> dict[str, Any]:
    return {
        "needs": [_strand(s) for s in found.needs],
        "goals": [_strand(s) for s in found.goals],
        "linked_to_no_need": [{"at": a.at, "label": a.label, "page": a.page} for a in found.alone],
        "lists_not_found": list(found.not_found),
    }


def _strand(found: Strand) -> dict[str, Any]:
    return {
        "at": found.at,
        "label": found.label,
        "area": found.area or None,
        "page": found.page,
        "text": found.text,
        "links": [_link(link) for link in found.links],
    }


def _link(found: Link) -> dict[str, Any]:
    return {"at": found.at, "label": found.label, "sure": found.sure.value, "page": found.page}


def thread_lines(found: dict[str, Any]) -> Iterable[str]:
    """What `inspect --thread` prints: `found` holds parts, each with its `thread`."""
    for part in found["parts"]:
        yield f"Pages {part['first_page']}-{part['last_page']}: {part['kind']}"
        thread = part["thread"]
        yield from _group("Needs that the present levels name, and what may answer them", thread["needs"])
        yield from _group("Goals, and the services that may teach them", thread["goals"])
        if thread["linked_to_no_need"]:
            yield "  Linked to no need for sure (this is allowed)"
            yield from (f"    {a['label']}{_page(a)}" for a in thread["linked_to_no_need"])
        if thread["lists_not_found"]:
            yield f"  Not found in this file: {', '.join(thread['lists_not_found'])}"


def _group(title: str, strands: list[dict[str, Any]]) -> Iterable[str]:
    yield f"  {title}"
    if not strands:
        yield "    none was found"
    for strand in strands:
        area = strand["area"] or "area not told"
        name = area if strand["label"] == area else f"{strand['label']} ({area})"
        yield f"    {name}{_page(strand)}: {' '.join(strand['text'].split())[:_WIDTH]}"
        if not strand["links"]:
            yield "      nothing found answers it"
        yield from (f"      -> {link['label']}{_page(link)} - {link['sure']}" for link in strand["links"])


def _page(found: dict[str, Any]) -> str:
    return f", p. {found['page']}" if found["page"] else ""
