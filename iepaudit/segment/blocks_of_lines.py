"""Lines -> blocks: which lines go on with the block above them, which stand side by side, and which open a new one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby, pairwise

from iepaudit.model.document import Document, Line, Page
from iepaudit.segment.blocks import OpenBlock, Raw
from iepaudit.segment.captions import captioned
from iepaudit.segment.label_strips import label_strips
from iepaudit.segment.pieces import Piece, below_labels, is_bare_label, pieces_of, with_words
from iepaudit.segment.side_by_side import columns_of, wrapped_pairs

UNWRAPPED = 130  # characters; a text file with longer lines has one paragraph a line


def build_blocks(document: Document, heading_lines: dict[int, int]) -> tuple[Raw, ...]:
    """All blocks of a document in reading order. `heading_lines`: positions (among `document.lines`) of lines that
    are headings, with how many characters of them; 0 for the whole line."""
    lines = document.lines
    unwrapped = document.format in ("text", "markdown") and any(len(line.text) > UNWRAPPED for line in lines)
    right = {key: x for page in document.pages for key, x in _right_edges(page).items()}
    pitch = _pitches(document)
    done: list[Raw] = []
    open_: OpenBlock | None = None
    strips = label_strips(document, heading_lines)
    captions = {**captioned(document, {*heading_lines, *strips}), **strips}
    heads: tuple[Line, list[Piece]] | None = None  # a line of nothing but labels, with their values on the next
    taken = {*heading_lines, *captions}
    ended = 0  # position behind the lines that columns of labels and values took
    for position, line in enumerate(lines):
        if not line.text.strip() or position < ended:
            continue
        if position in heading_lines:
            if open_:
                done += open_.close()
                open_ = None
            cut = heading_lines[position]
            text = line.text.strip()
            if not cut:
                done += OpenBlock(Piece(text, line.words, line), heading=True).close()
                continue
            title, rest = with_words([text[:cut], text[cut:].lstrip(" :.,-–—")], line)
            done += OpenBlock(title, heading=True).close()
            open_ = OpenBlock(rest)
            continue
        if position in captions:
            if open_:
                done += open_.close()
            open_, heads = None, None
            for piece in captions[position]:
                done += OpenBlock(piece).close()
            continue
        wrapped, count = wrapped_pairs(lines, position, taken)
        if wrapped:
            if open_:
                done += open_.close()
            open_, heads = None, None
            for piece in wrapped:
                done += OpenBlock(piece).close()
            ended = position + count
            continue
        pieces = pieces_of(line)
        if heads is not None and len(pieces) == 1 and _is_under(line, heads[0]):
            pieces = below_labels(line, heads[1]) or pieces
            if open_:
                done += open_.close()
                open_ = None
            for piece in pieces:
                done += OpenBlock(piece).close()
            heads = None
            continue
        columns = columns_of(lines, position, pieces, taken, right.get(id(line), line.box.x1))
        if columns:
            if open_:
                done += open_.close()
            open_, heads = None, None
            for column in columns:
                done += OpenBlock.of(column).close()
            ended = position + max(map(len, columns))
            continue
        heads = (line, pieces) if len(pieces) > 1 and all(is_bare_label(p.text) for p in pieces) else None
        for number, piece in enumerate(pieces):
            if number == 0 and open_ and open_.takes(piece, unwrapped, right, pitch):
                open_.add(piece)
            else:
                if open_:
                    done += open_.close()
                open_ = OpenBlock(piece)
    if open_:
        done += open_.close()
    return tuple(done)


def _is_under(line: Line, heads: Line) -> bool:
    """The next line down, outside of tables."""
    near = 0 < line.box.top - heads.box.top < 2.6 * max(heads.box.height, 1)
    return near and line.page == heads.page and line.table is None and heads.table is None


def _container(line: Line) -> tuple[int, ...]:
    return (line.page, -1 if line.table is None else line.table, line.row or 0, line.column or 0)


def _right_edges(page: Page) -> dict[int, float]:
    """By the identity of each line, how far to the right the lines go of its cell, or of its column of the page."""
    edges: dict[int, float] = {}
    for key, run in groupby(sorted(page.lines, key=_container), key=_container):
        own = list(run)
        for part in _columns(own) if key[1] < 0 else [own]:
            edge = max(line.box.x1 for line in part)
            edges.update((id(line), edge) for line in part)
    return edges


def _columns(lines: Sequence[Line]) -> list[list[Line]]:
    """Free lines in reading order, cut where a column of the page begins and ends: the right one of two begins where a
    line stands higher than the line before it, beside lines that make up the left one."""
    bounds = {0, len(lines)}
    for n, (above, line) in enumerate(pairwise(lines), start=1):
        if line.box.bottom <= above.box.top and line.box.x0 > above.box.x0:
            left = n
            while left and lines[left - 1].box.bottom > line.box.top and lines[left - 1].box.x1 <= line.box.x0:
                left -= 1
            bottom = max(other.box.bottom for other in lines[left:n])
            end = next((k for k in range(n, len(lines)) if lines[k].box.top >= bottom), len(lines))
            bounds |= {left, n, end}
    ordered = sorted(bounds)
    return [list(lines[a:b]) for a, b in pairwise(ordered)]


def _pitches(document: Document) -> dict[float, float]:
    """By type size, the usual distance of a line from the line above it, in points, in text that runs on."""
    steps: dict[float, Counter[float]] = {}
    for page in document.pages:
        for above, line in pairwise(page.lines):
            same = _container(above) == _container(line) and abs(above.box.x0 - line.box.x0) < 2
            step = line.box.top - above.box.top
            if same and line.text[:1].islower() and 0 < step < 2 * max(above.box.height, 1):
                steps.setdefault(round(line.size * 2) / 2, Counter())[round(step * 2) / 2] += 1
    return {size: own.most_common(1)[0][0] for size, own in steps.items()}
