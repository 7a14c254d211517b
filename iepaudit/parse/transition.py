"""Transition parts of a plan for older students (34 CFR 300.320(b), 300.43)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import dropwhile, pairwise, takewhile

from iepaudit.model.document import CHECKED
from iepaudit.model.field import Field, FieldState, Place, blank, filled, template, unclear
from iepaudit.model.iep import Block, Section
from iepaudit.parse.grammar.postsecondary import opens_after_school
from iepaudit.parse.patterns import pattern
from iepaudit.parse.transition_areas import (
    area_of_life,
    asked_areas,
    column_areas,
    head_area,
    left_empty,
    row_areas,
    shared_areas,
    states_goal,
)
from iepaudit.segment.prompts import is_prompt

KEYS = ("postsecondary-goals", "transition-services", "transition-assessment", "course-of-study")
_NEAR = (*KEYS, "transfer-of-rights")
_NONE = re.compile(r"\W*(?:n/?a|none|not (?:needed|applicable|required)|no goal)\b", re.IGNORECASE)
_ANSWER = 12  # words at most of the answer to a question with boxes
_WIDER = ("transition-services", "vision")  # parts in which forms ask for these goals without a heading of their own


@dataclass(frozen=True, slots=True)
class Postsecondary:
    """One statement about life after school."""

    area: str
    text: str
    place: Place
    shared: frozenset[str] = frozenset()  # all areas that its label names ("Education, training and employment")


def find_postsecondary(sections: Sequence[Section]) -> tuple[Postsecondary, ...]:
    """Statements of postsecondary goals with the area that each is about."""
    found: list[Postsecondary] = []
    for section in sections:
        if section.key == "postsecondary-goals":
            found += _stated(section, sections)
    known = {id_of(statement) for statement in found}
    for section in sections:
        if section.key in _WIDER:
            found += [s for s in _told_by_wording(section.blocks) if id_of(s) not in known]
            known |= {id_of(statement) for statement in found}
    return tuple(found)


def empty_areas(sections: Sequence[Section]) -> dict[str, Place]:
    """Areas that the form asks about in a row, column or label of its own that was left empty."""
    found: dict[str, Place] = {}
    for section in sections:
        others = _of_other_parts(section, sections)
        blocks: Sequence[Block] = ()
        if section.key == "postsecondary-goals":
            blocks = [b for b in section.blocks if id(b) not in others]
        elif section.key == "transition-services":  # in it, a table that holds such goals
            tables = {_table(b) for b in section.blocks if b.table is not None and _after_school(b.filled)}
            asked = asked_areas(section.blocks)
            blocks = [b for b in section.blocks if _table(b) in tables or id(b) in asked]
        for area, place in left_empty(blocks).items():
            found.setdefault(area, place)
    return found


def _table(block: Block) -> tuple[int, int | None]:
    return block.place.page, block.table


def id_of(statement: Postsecondary) -> tuple[int, str]:
    """What tells two statements apart: where and how they are worded."""
    return statement.place.page, statement.text


def _after_school(text: str) -> bool:
    return bool(text) and opens_after_school(text.lower()) and not is_prompt(text)


def _told_by_wording(blocks: Sequence[Block]) -> list[Postsecondary]:
    """ "After high school, Lee will ..." among the services toward it, and what stands behind labels for both learning
    and work ("Education and training: ...", "Employment: ...")."""
    rows, columns = row_areas(blocks), column_areas(blocks)
    asked = asked_areas(blocks)
    found: list[Postsecondary] = []
    pending = ""
    for block in blocks:
        pending = head_area(block) or (pending if block.table is None else "")
        text = block.filled
        said = id(block) in asked and pattern("transition", "outcome").search(text)
        if not (said or _after_school(text)) or _NONE.match(text):
            continue
        page, table = block.place.page, block.table
        area = rows.get((page, table, block.row), "") or columns.get((page, table, block.column), "")
        area = area or (area_of_life(block.label) if block.label else "") or pending or area_of_life(text)
        if area:
            found.append(Postsecondary(area, text, Place(page, block.place.box, text)))
    return found


def _stated(section: Section, sections: Sequence[Section]) -> list[Postsecondary]:
    found: list[Postsecondary] = []
    pending = ""
    rows, columns = row_areas(section.blocks), column_areas(section.blocks)
    heads = {(b.place.page, b.table, b.row): b.text for b in section.blocks if b.column == 0 and head_area(b)}
    others = _of_other_parts(section, sections) | _beside_goals(section.blocks, rows)
    for block in section.blocks:
        if id(block) in others:
            continue
        if _NONE.match(block.filled) or pattern("answers", "not-needed").search(block.filled):
            continue  # "Independent living: not needed at this time"
        if block.table is not None:
            page = block.place.page
            own = rows.get((page, block.table, block.row), "") or columns.get((page, block.table, block.column), "")
            named_here = bool(head_area(block))
            if not states_goal(block.filled) and (not own or named_here):
                continue  # a list of courses or activities beside the goals
            pending = own or pending
        heading = block.label or (block.text if not block.filled or len(block.text.split()) <= 6 else "")
        named = area_of_life(heading) if heading else ""
        text = block.filled
        if not text or (is_prompt(text) and not block.label):
            pending = named or pending
            continue
        if not states_goal(text) and len(text.split()) <= 6:
            pending = named or area_of_life(text) or pending
            if not (block.label and named):
                continue
        outcome = states_goal(text)
        area = named or pending or (area_of_life(text) if outcome else "")
        if block.label and not named and not outcome:
            continue  # who was asked or came ("Agency: ... invited"): another label than that of a goal, and no outcome
        if not area or (not block.label and not outcome and len(text.split()) < 4):
            continue
        label = block.label or heads.get((block.place.page, block.table, block.row), "")
        found.append(Postsecondary(area, text, Place(block.place.page, block.place.box, text), shared_areas(label)))
    return found


def _beside_goals(blocks: Sequence[Block], rows: Mapping[tuple[int, int | None, int | None], str]) -> set[int]:
    """The cells of tables with a row for each area of life that stand beside the column in which goals are stated:
    services, people and times."""
    stated: dict[tuple[int, int | None], set[int | None]] = {}
    for block in blocks:
        if block.table is not None and states_goal(block.filled):
            stated.setdefault(_table(block), set()).add(block.column)
    beside = (b for b in blocks if _table(b) in stated and b.column not in stated[_table(b)])
    return {id(b) for b in beside if (*_table(b), b.row) in rows and not head_area(b)}


def own_blocks(section: Section, sections: Sequence[Section]) -> tuple[Block, ...]:
    """The blocks of a part on life after school without those of other such parts within it, which have a heading of
    their own, and without the goals among them; all blocks of any other section."""
    if section.key not in KEYS:
        return section.blocks
    if _is_title(section, sections):
        return ()
    others = _of_other_parts(section, sections)
    if section.key != "postsecondary-goals":
        others |= asked_areas(section.blocks)
    apart = others | _beside_invitation(section.blocks)
    return tuple(b for b in section.blocks if id(b) not in apart and not _is_invitation(b) and not _needs_no_goal(b))


def _needs_no_goal(block: Block) -> bool:
    """ "Independent Living Skills (where appropriate): The team finds that no goal is needed." """
    return bool(block.label and area_of_life(block.label) and pattern("transition", "no-goal").search(block.filled))


def _is_title(section: Section, sections: Sequence[Section]) -> bool:
    """Whether a heading is the title above all parts on life after school: one of those within it is of its own kind
    ("Transition Services" above "Transition Assessments", "Transition Services" and "Course of Study")."""
    behind = list(dropwhile(lambda s: s is not section, sections))[1:]
    near = list(takewhile(lambda s: s.key in _NEAR, behind))
    at = next((n for n, s in enumerate(near) if s.key == section.key and s.heading != section.heading), 0)
    own = section.key == "transition-services" and "service" in near[at].heading.lower() if at else False
    return own or (at > 0 and not any(b.table is not None for b in section.blocks))


def _beside_invitation(blocks: Sequence[Block]) -> set[int]:
    """Answers that stand right below the question whether the child was invited, in the same cell."""
    found: set[int] = set()
    for asks, said in pairwise(blocks):
        cell = (asks.place.page, asks.table, asks.row, asks.column)
        same = asks.table is not None and cell == (said.place.page, said.table, said.row, said.column)
        question = asks.text if not asks.label and not asks.filled else ""
        if same and question.rstrip().endswith((":", "?")) and pattern("transition", "invitation").search(question):
            found.add(id(said))
    return found


def _is_invitation(block: Block) -> bool:
    """Whether it says who was asked to the meeting and came, which is no service, course or assessment."""
    if block.label and pattern("transition", "invitation").search(block.label) and len(block.filled.split()) < 25:
        return True
    asked = block.text.split("?")[0] if "?" in block.text and block.filled.startswith(CHECKED) else ""
    if asked and len(block.filled.split()) < _ANSWER and pattern("transition", "invitation").search(asked):
        return True  # "Was the student invited? ☒ Yes 3/4/2026 ☐ No"
    said = block.filled.strip()
    if pattern("transition", "invited").fullmatch(said):
        return True
    each = all(pattern("transition", "who-came").search(sentence) for sentence in _SENTENCE.split(said))
    return each and bool(pattern("transition", "invited-to-meeting").search(said))


_SENTENCE = re.compile(r"(?<=[^A-Z][.!?])\s+(?=[A-Z])")  # not behind an initial


def _of_other_parts(section: Section, sections: Sequence[Section]) -> set[int]:
    """Blocks that belong to a part within this one, such as a course of study below the goals."""
    own = {id(b) for b in section.blocks}
    behind = False  # a part opens before those within it
    found: set[int] = set()
    for other in sections:
        behind = behind or other is section
        blocks = {id(b) for b in other.blocks}
        if other.key in _NEAR and other.key != section.key and (blocks < own or (behind and blocks <= own)):
            found |= blocks
    return found


def section_text(sections: Sequence[Section], key: str) -> Field[str]:
    """All that was filled in under one kind of heading."""
    own = [s for s in sections if s.key == key]
    blocks: dict[int, Block] = {id(b): b for s in own for b in own_blocks(s, sections) if b.filled}
    if blocks:
        first = next(iter(blocks.values()))
        text = "\n".join(f"{b.label}: {b.filled}" if b.label else b.filled for b in blocks.values())
        return filled(text, Place(first.place.page, first.place.box, first.filled))
    if not own:
        return blank()
    hidden = next((s for s in own if s.state is FieldState.UNCLEAR), None)
    if hidden:
        return unclear(hidden.why, hidden.heading_place)
    return template(own[0].heading_place)
