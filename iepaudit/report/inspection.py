"""What was read of a file, stage by stage, as plain objects (for JSON) and as text. Nothing is judged here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from iepaudit.engine.thread import Thread
from iepaudit.model.document import Document, Page
from iepaudit.model.iep import Iep, Part, Section
from iepaudit.parse.identities import find_identities
from iepaudit.report.clean import printable
from iepaudit.report.json_report import document_object
from iepaudit.report.redact import Redact, Redactor
from iepaudit.report.thread_text import thread_lines, thread_object

THREAD = "thread"
STAGES = ("summary", "text", "blocks", "tables", "sections", "iep")


def inspection(
    document: Document,
    parts: tuple[Part, ...],
    ieps: tuple[Iep, ...],
    stage: str,
    redact: Redact,
    threads: tuple[Thread, ...] = (),
) -> dict[str, Any]:
    """The result of `stage`; `ieps` are the understood parts, in the order of `parts`, and so are `threads`, which only
    the stage "thread" shows."""
    redactor = Redactor(find_identities(document, parts, ieps) if redact is not Redact.OFF else (), redact)
    whole: dict[str, Any] = {"format": document.format, "reader": document.reader, "notes": list(document.notes)}
    made: dict[str, Callable[[], dict[str, Any]]] = {
        "summary": lambda: _summary(document, parts, ieps, redactor),
        "text": lambda: {"pages": [_text(p) for p in document.pages]},
        "tables": lambda: {"pages": [_tables(p) for p in document.pages if p.tables]},
        "blocks": lambda: {"parts": [_part(p, [_blocks(s) for s in p.sections]) for p in parts]},
        "sections": lambda: {"parts": [_part(p, [_section(s) for s in p.sections]) for p in parts]},
        THREAD: lambda: {
            "parts": [_part(p) | {"thread": thread_object(t)} for p, t in zip(parts, threads, strict=True)]
        },
        "iep": lambda: {
            "parts": [_part(p) | {"document": document_object(i, redactor)} for p, i in zip(parts, ieps, strict=True)]
        },
    }
    cleaned = _clean(whole | made[stage](), redactor)
    assert isinstance(cleaned, dict)
    return cleaned


def _clean(value: Any, redactor: Redactor) -> Any:
    if isinstance(value, str):
        return redactor.text(value)
    if isinstance(value, dict):
        return {k: _clean(v, redactor) for k, v in value.items()}
    if isinstance(value, list):
        return [_clean(v, redactor) for v in value]
    return value


def _summary(document: Document, parts: tuple[Part, ...], ieps: tuple[Iep, ...], redactor: Redactor) -> dict[str, Any]:
    fields = [f for p in document.pages for f in p.fields]
    return {
        "pages": [_quality(p) for p in document.pages],
        "fields": [{"name": f.name, "kind": f.kind, "value": f.value, "page": f.page} for f in fields],
        "check_boxes": [
            {"page": b.page, "state": b.state.value, "label": b.label, "encoding": b.encoding}
            for p in document.pages
            for b in p.check_boxes
        ],
        "parts": [
            _part(part, [_section(s) | {"filled": s.filled_text[:200]} for s in part.sections])
            | {"document": {k: v for k, v in document_object(iep, redactor).items() if k != "sections"}}
            for part, iep in zip(parts, ieps, strict=True)
        ],
    }


def _quality(page: Page) -> dict[str, Any]:
    return {
        "page": page.number,
        "grade": page.quality.grade.value,
        "score": round(page.quality.score, 3),
        "source": page.quality.source,
        "reason": page.quality.reason,
        "label": page.label,
        "lines": len(page.lines),
        "tables": len(page.tables),
        "fields": len(page.fields),
        "check_boxes": len(page.check_boxes),
    }


def _text(page: Page) -> dict[str, Any]:
    return _quality(page) | {
        "width": page.width,
        "height": page.height,
        "lines": [
            {
                "text": line.text,
                "box": list(line.box.rounded()),
                "size": round(line.size, 1),
                "bold": line.bold,
                "table": line.table,
                "row": line.row,
                "column": line.column,
            }
            for line in page.lines
        ],
        "running": [line.text for line in page.running],
        "annotations": list(page.annotations),
    }


def _tables(page: Page) -> dict[str, Any]:
    return {
        "page": page.number,
        "tables": [
            {
                "box": list(table.box.rounded()),
                "ruled": table.ruled,
                "rows": [[cell.text if cell else None for cell in row] for row in table.rows],
            }
            for table in page.tables
        ],
    }


def _part(part: Part, sections: list[dict[str, Any]] | None = None) -> dict[str, Any]:
    found: dict[str, Any] = {
        "kind": part.kind.value,
        "evidence": part.evidence,
        "first_page": part.first_page,
        "last_page": part.last_page,
        "title": part.title,
        "state": part.state or None,
    }
    return found if sections is None else found | {"sections": sections}


def _section(section: Section) -> dict[str, Any]:
    return {
        "key": section.key,
        "heading": section.heading,
        "page": section.page,
        "state": section.state.value,
        "why": section.why,
        "filled": section.filled_text,
        "template": section.template_text,
    }


def _blocks(section: Section) -> dict[str, Any]:
    return {
        "key": section.key,
        "heading": section.heading,
        "page": section.page,
        "blocks": [
            {
                "page": b.place.page,
                "label": b.label,
                "text": b.text,
                "filled": b.filled,
                "template": b.template,
                "table": b.table,
                "row": b.row,
                "column": b.column,
            }
            for b in section.blocks
        ],
    }


def as_text(found: dict[str, Any], stage: str) -> str:
    """The same for reading: indented lines, nothing cut short but the filled text of the summary."""
    render = {
        "text": _lines_of_text,
        "tables": _lines_of_tables,
        "summary": _lines_of_summary,
        THREAD: thread_lines,
    }.get(stage)
    lines = render(found) if render else _outline(found, 0)
    return "".join(f"{printable(line)}\n" for line in lines)


def _lines_of_text(found: dict[str, Any]) -> Iterable[str]:
    for page in found["pages"]:
        yield _page_line(page)
        for line in page["lines"]:
            cell = (
                f"  [table {line['table']} row {line['row']} column {line['column']}]"
                if line["row"] is not None
                else ""
            )
            yield f"  {line['text']}{cell}"
        yield from (f"  (running) {text}" for text in page["running"])
        yield from (f"  (note) {text}" for text in page["annotations"])


def _lines_of_tables(found: dict[str, Any]) -> Iterable[str]:
    for page in found["pages"]:
        for number, table in enumerate(page["tables"]):
            yield f"page {page['page']}, table {number}{'' if table['ruled'] else ' (by alignment)'}"
            for row in table["rows"]:
                yield "  | " + " | ".join(" ".join((cell or "").split()) for cell in row) + " |"


def _lines_of_summary(found: dict[str, Any]) -> Iterable[str]:
    yield f"format {found['format']}, read by {found['reader']}"
    yield from found["notes"]
    yield "\nPages"
    yield from (f"  {_page_line(page)}" for page in found["pages"])
    for part in found["parts"]:
        yield f"\nPages {part['first_page']}-{part['last_page']}: {part['kind']} ({part['evidence']})"
        yield "  Sections"
        for s in part["sections"]:
            yield f"    p. {s['page']:<3} {s['key']:<22} {s['state']:<9} {s['heading']}"
        document = part["document"]
        yield from _fields("  Student", document["student"])
        yield from _fields("  Dates", document["dates"])
        yield f"  Goals: {len(document['goals']) if document['goals_found'] else 'no goal section found'}"
        for goal in document["goals"]:
            yield f"    p. {goal['page']:<3} [{goal['area'] or '?'}] {goal['text']}"
        yield f"  Services: {len(document['services']) if document['services_found'] else 'no service section found'}"
        for s in document["services"]:
            detail = ", ".join(str(v) for k in ("amount", "frequency", "location", "start", "end") if (v := s[k]))
            yield f"    p. {s['page']:<3} {s['name']}: {detail}"
        for d in document["decisions"]:
            yield f"  Decision: {d['name']} {d['answer']} (p. {d['page']})"
    if found["fields"]:
        yield "\nForm fields"
        yield from (f"  p. {f['page']:<3} {f['name']} ({f['kind']}): {f['value']}" for f in found["fields"])
    if found["check_boxes"]:
        yield "\nCheck boxes"
        yield from (f"  p. {b['page']:<3} {b['state']:<8} {b['label']}" for b in found["check_boxes"])


def _fields(title: str, fields: dict[str, Any]) -> Iterable[str]:
    yield title
    for name, field in fields.items():
        value = field["value"] if field["value"] is not None else f"({field['state']})"
        yield f"    {name}: {value}" + (f" (p. {field['page']})" if field["page"] else "")


def _page_line(page: dict[str, Any]) -> str:
    why = f": {page['reason']}" if page["reason"] else ""
    lines = page["lines"] if isinstance(page["lines"], int) else len(page["lines"])
    return f"page {page['page']}: {page['grade']} ({page['source']}, {lines} lines, {page['tables']} tables){why}"


def _outline(value: Any, depth: int) -> Iterable[str]:
    pad = "  " * depth
    if isinstance(value, dict):
        for key, item in value.items():
            if isinstance(item, dict | list) and item:
                yield f"{pad}{key}:"
                yield from _outline(item, depth + 1)
            elif item not in (None, "", [], {}):
                yield f"{pad}{key}: {' '.join(str(item).split())}"
    elif isinstance(value, list):
        for item in value:
            if isinstance(item, dict | list):
                yield f"{pad}-"
                yield from _outline(item, depth + 1)
            else:
                yield f"{pad}- {item}"
