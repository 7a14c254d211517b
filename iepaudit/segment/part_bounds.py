"""Where one document of a file ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from iepaudit.model.document import Document, Line, Page
from iepaudit.model.iep import Kind
from iepaudit.segment import kind as kinds
from iepaudit.segment.blocks_of_lines import build_blocks
from iepaudit.segment.known_headings import headings
from iepaudit.segment.known_labels import labels
from iepaudit.segment.words import follows, number_of

# Titles that begin a new document inside a file; a behavior plan or meeting notes may as well be a section of the IEP.
_SPLITS = frozenset(
    {Kind.IEP, Kind.PLAN_504, Kind.EVALUATION_REPORT, Kind.PROGRESS_REPORT, Kind.PRIOR_WRITTEN_NOTICE,
     Kind.MEETING_NOTICE, Kind.IFSP, Kind.SERVICES_PLAN, Kind.AMENDMENT, Kind.SUMMARY_OF_PERFORMANCE,
     Kind.BEHAVIOR_PLAN}
)  # fmt: skip
_OF = re.compile(r"\bp(?:age|g|\.)?\.?\s*(\d{1,3})\s*(?:of|/)\s*(\d{1,3})\b", re.IGNORECASE)
_CHILD = frozenset({"student-name", "birth-date"})
_DATES = frozenset({"meeting-date", "start-date", "end-date", "plan-start", "plan-end", "span", "annual-review-date"})
_LEAST_DATES = 2  # that differ between two plans for one child
_MOST_FRONT = 2  # pages in front of the one with the title
_LEAST_SHARED = 3  # labels of a first page


def starts_of(pages: Iterable[Page]) -> list[int]:
    """The numbers of the pages on which a document begins."""
    starts: list[int] = []
    own: list[Page] = []  # pages of the document so far
    covers: dict[int, dict[str, str]] = {}
    numbers: dict[int, str] = {}
    current: kinds.Title | None = None
    total: tuple[int, int] | None = None
    for page in pages:
        title = _strong_title(page)
        label = _label_of(page)
        if not own:
            starts, own, current, total = [page.number], [page], title, label
            continue
        restarted = bool(label and label[0] == 1 and total and (total[1] != label[1] or own[-1].number > 1))
        fresh = title is not None and title.kind in _SPLITS and (current is None or title.kind is not current.kind)
        if fresh and title is not None and title.kind is Kind.BEHAVIOR_PLAN:
            fresh = restarted or title.points >= 12
        goes_on = bool(label and total and label[1] == total[1] and label[0] == total[0] + page.number - starts[-1])
        if fresh and goes_on:
            fresh = False  # the page count goes on: a form of the same document
        if fresh and title is not None and not restarted and _set_as_section(title, page, own):
            fresh = False
        if fresh and not restarted and _numbers_go_on(own, page, numbers):
            fresh = False
        if fresh and title is not None and current is None and not restarted and _is_front(own, page, title):
            current, fresh = title, False
        elif not fresh and not restarted and not goes_on:
            title, fresh = (found, True) if (found := _next_cover(page, own, covers)) else (title, False)
        if fresh or (restarted and title is not None and title.kind in _SPLITS):
            starts.append(page.number)
            own.clear()
            covers.clear()
            current, total = title, label
        elif total is None:
            total = label
        own.append(page)
    return starts


def _is_front(own: Sequence[Page], page: Page, title: kinds.Title) -> bool:
    """Whether the pages so far, which have no title, are the cover sheet of the plan whose title stands on this page:
    they say who it is for and when, and the page says nothing else."""
    if title.kind is not Kind.IEP or len(own) > _MOST_FRONT:
        return False
    front = {name: value for p in reversed(own) for name, value in _cover(p).items()}
    said = _cover(page)
    alike = all(_plain(front[name]) == _plain(said[name]) for name in front.keys() & said.keys())
    return alike and bool(front.keys() & _CHILD) and bool(front.keys() & _DATES)


def _next_cover(page: Page, own: Sequence[Page], covers: dict[int, dict[str, str]]) -> kinds.Title | None:
    """The title of a page that is the first of one more plan: it asks for the same as the first page of the document so
    far, for another child or for other dates, and no page between does, as all do that print this above their text.
    `covers` keeps what the pages say, by their number."""
    title = kinds.title_of(page)
    if title is None or title.kind not in _SPLITS:
        return None

    def cover(of: Page) -> dict[str, str]:
        if of.number not in covers:
            covers[of.number] = _cover(of)
        return covers[of.number]

    one, other = cover(own[0]), cover(page)
    shared = one.keys() & other.keys()
    differ = {name for name in shared if _plain(one[name]) != _plain(other[name])}
    anew = differ >= _CHILD or len(differ & _DATES) >= _LEAST_DATES
    if len(shared) < _LEAST_SHARED or not anew or any(len(cover(p).keys() & shared) > 1 for p in own[1:]):
        return None
    return title


def _cover(page: Page) -> dict[str, str]:
    """What a page says behind or below labels of the student and the plan's dates, by label."""
    raws = build_blocks(Document((page,), "", ""), {})
    found: dict[str, str] = {}
    for raw, below in pairwise([*raws, None]):
        assert raw is not None
        name = labels().name_of(raw.label or raw.text)
        value = raw.text if raw.label else below.text if below and not below.label else ""
        if name in _CHILD | _DATES and any(c.isalnum() for c in value):
            found.setdefault(name, value)
    return found


def _plain(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _set_as_section(title: kinds.Title, page: Page, own: Sequence[Page]) -> bool:
    """Whether a title is the name of a section of plans, set like the other sections of the document so far and
    smaller than its title."""
    found = headings().match(title.text)
    line = next((n for n in page.lines if n.text.strip() == title.text), None)
    if line is None or found is None or not found.whole:
        return False
    before = [n for p in own for n in p.lines]
    alike = [n for n in before if n.bold == line.bold and abs(n.size - line.size) < 0.3 and n.shaded == line.shaded]
    known = [n for n in alike if (match := headings().match(n.text)) and match.whole and not match.weak]
    return len(known) >= 2 and max((n.size for n in before), default=0.0) > line.size + 0.5


def _numbers_go_on(own: Sequence[Page], page: Page, numbers: dict[int, str]) -> bool:
    """Whether the first numbered heading of a page follows on the last one of the document so far ("13." and "14.").
    `numbers` keeps the last one of each page, by the page's number."""

    def last(of: Page) -> str:
        if of.number not in numbers:
            numbers[of.number] = ["", *_heading_numbers(of)][-1]
        return numbers[of.number]

    before = next((number for p in reversed(own) if (number := last(p))), "")
    return bool(before) and follows(next(_heading_numbers(page), ""), before)


def _heading_numbers(page: Page) -> Iterator[str]:
    for line in page.lines:
        number = number_of(line.text)
        found = headings().match(line.text) if number else None
        if found is not None and found.whole and not found.weak:
            yield number


def _strong_title(page: Page) -> kinds.Title | None:
    """A title among the very first lines of a page that is set as a title."""
    lines = [*[r for r in page.running if r.box.top < page.height / 2], *_before_second_part(page.lines[:5])]
    title = kinds.title_among(lines, max((line.size for line in page.lines), default=0.0))
    return title if title and title.points >= 7.5 else None


def _before_second_part(lines: Sequence[Line]) -> list[Line]:
    """Lines up to the next heading behind the text of a part: what comes there is one more part, not a title."""
    taken: list[Line] = []
    begun = False  # whether a heading with its text has been passed
    for line in lines:
        known = _is_heading(line)
        if known and begun:
            break
        begun = begun or (bool(taken) and not known and _is_heading(taken[-1]))
        taken.append(line)
    return taken


def _is_heading(line: Line) -> bool:
    found = headings().match(line.text.strip())
    return found is not None and found.whole and not found.weak


def _label_of(page: Page) -> tuple[int, int] | None:
    match = _OF.search(page.label or "")
    return (int(match[1]), int(match[2])) if match else None
