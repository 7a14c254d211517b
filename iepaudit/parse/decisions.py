"""The yes/no questions of a plan and their answers: from pairs of boxes, words behind the question, or plain prose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from iepaudit.model.document import CHECKED, UNCLEAR_BOX
from iepaudit.model.iep import Answer, Block, Decision, Section
from iepaudit.parse.answer_cells import answer_in_row, of_table
from iepaudit.parse.answers import BOXES, MARK, NO, OPTION, YES, answer_of, from_options, is_answer_word, is_unmarked
from iepaudit.parse.factor_prose import FACTORS, answered_labels, factors_answered, factors_in
from iepaudit.parse.patterns import pattern
from iepaudit.parse.question_runs import PAIR, asked_above, run_of_questions
from iepaudit.parse.questions import Asks, factor_of, subject_of

# The heads of two columns of boxes at the end of a line, and two boxes without words behind a question.
_HEADS = re.compile(r"(?:^|\s)(?:(?P<yes>yes)\s+no|no\s+yes)\W*\Z", re.IGNORECASE)
_BARE_PAIR = re.compile(rf"(?P<first>[{BOXES}])\s*(?P<second>[{BOXES}])(?!\s*(?:yes|no|n/?a)\b)", re.IGNORECASE)


def find_decisions(sections: Sequence[Section]) -> tuple[Decision, ...]:
    """One decision a question, the first clear answer; several unclear ones stay one."""
    found: dict[str, Decision] = {}
    for decision in _decisions(sections):
        before = found.get(decision.name)
        if before is None or (
            before.answer in (Answer.NEITHER, Answer.UNCLEAR) and decision.answer not in (Answer.NEITHER,)
        ):
            found[decision.name] = decision
    return tuple(found.values())


_TITLE = 6  # words at most
_AROUND = ("strengths", "parent-concerns", "present-levels", "behavior")  # parts that run on into the special factors


def _decisions(sections: Sequence[Section]) -> Iterator[Decision]:
    """Answers to questions, then what sentences say."""
    told: list[Decision] = []
    for section in sections:
        if section.key in _AROUND:
            yield from _run_on(section)
        yield from _asked_by_heading(section)
        if section.key not in ("special-factors", "assessment", "esy", "transition-services", "other", "demographics"):
            continue
        blocks = section.blocks
        asks = factor_of if section.key == "special-factors" else subject_of
        if section.key == "special-factors":
            yield from _listed(blocks)
        if section.key == "esy":
            answer = _answer_of_section(blocks, "esy")
            if answer is not None:
                place = section.heading_place or blocks[0].place
                yield Decision("esy", answer, place)
        tail, columns = "", ""
        for position, block in enumerate(blocks):
            printed = block.place.quote
            if not any(box in printed for box in BOXES) and (heads := _HEADS.search(printed)):
                columns = "yes no" if heads["yes"] else "no yes"
            if columns and (under := _under_heads(printed, columns, asks)):
                yield Decision(*under, block.place, _explained(blocks, position))
                continue
            before = tail or asked_above(blocks, position)
            run = run_of_questions(f"{before} {printed}".strip(), asks)
            if run is not None:
                tail = run.tail
                yield from (Decision(name, answer, block.place) for name, answer in run.answers)
                continue
            tail, question = "", asks(_own_words(printed) if section.key in ("other", "demographics") else printed)
            beside = answer_in_row(blocks, position, asks) if question else None
            plain = beside is None and not is_unmarked(printed) and not _is_asked(blocks, position)
            if section.key == "special-factors" and plain and (words := _words(block)):
                answered, said = factors_answered(words), factors_in(words)
                yield from (Decision(name, answer, block.place) for name, answer in answered.items())
                told += [Decision(name, answer, block.place) for name, answer in said.items()]
                if answered or said:
                    continue
            if question == "alternate-assessment" and (chosen := _own_box(question, printed)) is not None:
                if chosen is not Answer.NEITHER:
                    yield Decision(question, chosen, block.place)
                continue
            if question is None or (
                section.key in ("other", "demographics")
                and question not in ("behavior", "assistive-technology", "alternate-assessment")
            ):
                continue
            if section.key == "esy" and question == "esy":
                continue
            answer = beside or answer_of(printed, block.filled, block.label)
            answer = answer or _below(blocks, position, asks)
            if answer is not None:
                yield Decision(question, answer, block.place, _explained(blocks, position))
    yield from told


def _listed(blocks: Sequence[Block]) -> Iterator[Decision]:
    """The factors that are marked in a list of boxes without yes and no ("Check all that apply"); where each is marked,
    the list may as well say what the team has looked at."""
    options = [
        (name, mark, block)
        for block in blocks
        for mark, text in OPTION.findall(block.place.quote)
        if not (YES.match(text) or NO.match(text) or _DENIED.search(text)) and (name := factor_of(text))
    ]
    unmarked = any(mark != CHECKED for _, mark, _ in options)
    pairs = any(is_answer_word(text.strip(" .,:;")) for b in blocks for _, text in OPTION.findall(b.place.quote))
    if len({name for name, _, _ in options}) >= _LEAST_LISTED and unmarked and not pairs:
        yield from (Decision(name, Answer.YES, block.place) for name, mark, block in options if mark == CHECKED)


_LEAST_LISTED = 3


def _under_heads(printed: str, columns: str, asks: Asks) -> tuple[str, Answer] | None:
    """What a question is about and its answer, where its two boxes stand below the words Yes and No of a line above."""
    boxes = list(_BARE_PAIR.finditer(printed))
    name = asks(_BARE_PAIR.sub("", printed)) if len(boxes) == 1 else None
    if name is None or sum(printed.count(box) for box in BOXES) != len(columns.split()):
        return None
    marks = boxes[0]["first"], boxes[0]["second"]
    answer = from_options(list(zip(marks, columns.split(), strict=True)))
    return (name, answer) if answer is not None else None


def _below(blocks: Sequence[Block], position: int, asks: Asks) -> Answer | None:
    """The answer in the next blocks, up to the next question; boxes one below the other are read together."""
    block, after = blocks[position], blocks[position + 1 : position + 4]
    ends = (n for n, b in enumerate(after) if asks(b.place.quote) or _other_row(b, block))
    after = after[: next(ends, len(after))]
    for n, item in enumerate(after):
        boxes = list(takewhile(lambda b: any(box in b.place.quote for box in BOXES), after[n:]))
        printed = " ".join(b.place.quote for b in boxes) or item.place.quote
        answer = answer_of(printed, item.filled, item.label)
        if answer is not None:
            return answer
    return None


def _other_row(other: Block, block: Block) -> bool:
    return block.table is not None and other.table == block.table and other.row != block.row


def _is_asked(blocks: Sequence[Block], position: int) -> bool:
    """Whether a block only asks, as the one after it answers."""
    block, after = blocks[position], blocks[position + 1] if position + 1 < len(blocks) else None
    if block.text.rstrip().endswith("?"):
        return True
    if after is None or block.text.rstrip().endswith((".", "!")):
        return False
    printed = after.place.quote
    return is_answer_word(after.label or printed) or any(
        YES.match(t) or NO.match(t) for _, t in OPTION.findall(printed)
    )


def _words(block: Block) -> str:
    """What somebody wrote about the special factors in sentences, or in labels that run on in one paragraph."""
    if not block.filled or any(box in block.text for box in BOXES):
        return ""
    if not block.label and len(block.text.split()) <= _TITLE and block.text[-1] not in ".!;":
        return ""  # a title, which says nothing yet
    return f"{block.label}: {block.filled}" if block.label else block.filled


def _asked_by_heading(section: Section) -> Iterator[Decision]:
    """A row of the special factors whose question names a part of the plan and opened it ("Assistive technology devices
    and services | ☒ Yes ☐ No | ...")."""
    if section.key == "special-factors" or section.heading_place is None or not section.blocks:
        return
    name, first = subject_of(section.heading), section.blocks[0]
    if name in FACTORS and any(box in first.place.quote for box in BOXES):
        answer = from_options(OPTION.findall(first.place.quote))
        if answer is not None:
            yield Decision(name, answer, first.place, _explained(section.blocks, 0))


def _explained(blocks: Sequence[Block], position: int) -> str:
    """What was written beside the answer: in the other cells of the row, or behind a request ("If yes, explain:")."""
    block = blocks[position]
    if block.table is not None:
        row = [b for b in of_table(blocks[position + 1 : position + 8], block) if b.row == block.row]
        return " ".join(b.filled for b in row if b.filled and not _only_answers(b)).strip()
    said: list[str] = []
    asked = False
    for after in blocks[position + 1 : position + 6]:
        if subject_of(after.place.quote) or after.place.quote.rstrip().endswith("?"):
            break
        asks = pattern("answers", "more").match(after.label or after.template)
        if asked and (asks or (after.template and not after.filled)):
            break
        asked = asked or bool(asks)
        if asked and after.filled and not _only_answers(after):
            said.append(after.filled if asks or not after.label else f"{after.label}: {after.filled}")
    return " ".join(said)


def _only_answers(block: Block) -> bool:
    quote = block.place.quote.strip()
    return is_answer_word(quote) or any(box in quote for box in BOXES) or MARK.fullmatch(quote) is not None


def _run_on(section: Section) -> Iterator[Decision]:
    """Whole questions on a special factor, answered in words or by boxes, that stand behind another part."""
    for position, block in enumerate(section.blocks):
        for label, answer in answered_labels(f"{block.label}: {block.filled}" if block.label else block.filled):
            if (name := subject_of(label)) in FACTORS:
                yield Decision(name, answer, block.place)
        yield from _boxed(section.blocks, position)


def _boxed(blocks: Sequence[Block], position: int) -> Iterator[Decision]:
    """Whole questions on special factors with their boxes behind them."""
    block, printed = blocks[position], blocks[position].place.quote
    asked, pair = printed.split("?")[0], PAIR.search(printed)
    if run := run_of_questions(printed, subject_of):
        yield from (Decision(name, answer, block.place) for name, answer in run.answers if name in FACTORS)
    elif pair is None or "?" not in printed[: pair.start()]:
        return
    elif (name := subject_of(asked)) in FACTORS:
        answer = from_options(OPTION.findall(pair.group()))
        if answer is not None:
            yield Decision(name, answer, block.place, _explained(blocks, position))


def _answer_of_section(blocks: Sequence[Block], name: str) -> Answer | None:
    """What a section about one question answers: where the question itself is asked, else the first answer in it.
    Unclear when both answers are items of a list that nobody marked."""
    if any(map(_are_choices, blocks, blocks[1:])):
        return Answer.UNCLEAR
    asking = [n for n, b in enumerate(blocks) if subject_of(b.place.quote) == name]
    asked = [
        answer_of(blocks[n].place.quote, blocks[n].filled, blocks[n].label) or _below(blocks, n, subject_of)
        for n in asking
    ]
    given = [a for a in (*asked, *(answer_of(b.place.quote, b.filled, b.label) for b in blocks)) if a is not None]
    return next((a for a in given if a is not Answer.NEITHER), given[0] if given else None)


def _are_choices(one: Block, other: Block) -> bool:
    """Whether two items of a list, without boxes, begin with yes and with no."""
    if not (one.bullet and other.bullet) or any(box in b.place.quote for b in (one, other) for box in BOXES):
        return False
    return any(YES.match(a.text) and NO.match(b.text) for a, b in ((one, other), (other, one)))


def _own_words(printed: str) -> str:
    """A text without the choices in it that are neither yes nor no: "☐ Assistive technology evaluation ☒ None" asks for
    no more than which evaluations are to come."""
    return OPTION.sub(lambda choice: choice[0] if YES.match(choice[2]) or NO.match(choice[2]) else " ", printed)


_DENIED = re.compile(r"\b(?:not?|without|neither|never)\b", re.IGNORECASE)
_REACH = 40  # letters between a box and the words that it stands for


def _own_box(name: str, printed: str) -> Answer | None:
    """The answer by a box that stands for the subject itself, among other choices ("☐ Regular test ☒ Alternate
    assessment"): yes or unclear, neither for an empty one. None when the words stand behind no such box."""
    marks = [
        mark for mark, text in OPTION.findall(printed)
        if (found := pattern("questions", name).search(text)) and found.start() <= _REACH
        and not YES.match(text) and not _DENIED.search(_before_reasons(text, found.end()))
    ]  # fmt: skip
    if not marks:
        return None
    if CHECKED in marks:
        return Answer.YES
    return Answer.UNCLEAR if UNCLEAR_BOX in marks else Answer.NEITHER


def _before_reasons(text: str, start: int) -> str:
    """A choice without the question why the child does not take the regular test, which forms print behind it, and its
    answer: what they deny is not the choice."""
    why = pattern("answers", "why-not-regular").search(text, start)
    return text[: why.start()] if why else text
