"""The yes/no questions of a plan and their answers: from pairs of boxes, words behind the question, or plain prose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from iepaudit.model.document import CHECKED, EMPTY, UNCLEAR_BOX
from iepaudit.model.iep import Answer, Block, Decision, Section
from iepaudit.parse.factor_prose import FACTORS, answered_labels, factors_in
from iepaudit.parse.patterns import names, pattern

_YES = re.compile(r"^\W*(?:yes|y|s[ií])\b", re.IGNORECASE)
_NO = re.compile(r"^\W*(?:no|n)\b(?!\.\s*\d)", re.IGNORECASE)
_OPTION = re.compile(rf"([{CHECKED}{EMPTY}{UNCLEAR_BOX}])\s*([^{CHECKED}{EMPTY}{UNCLEAR_BOX}]*)")
_WORD = r"(?:yes|no|s[ií]|y|n)\b"
_PAIR = re.compile(
    rf"[{CHECKED}{EMPTY}{UNCLEAR_BOX}]\s*{_WORD}[^{CHECKED}{EMPTY}{UNCLEAR_BOX}\w]{{0,4}}"
    rf"[{CHECKED}{EMPTY}{UNCLEAR_BOX}]\s*{_WORD}",
    re.IGNORECASE,
)


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


_AROUND = ("strengths", "parent-concerns", "present-levels", "behavior")  # parts that run on into the special factors


def _decisions(sections: Sequence[Section]) -> Iterator[Decision]:
    for section in sections:
        if section.key in _AROUND:
            yield from _run_on(section)
        if section.key not in ("special-factors", "assessment", "esy", "transition-services", "other", "demographics"):
            continue
        blocks = section.blocks
        if section.key == "esy":
            answer = _answer_of_section(blocks)
            if answer is not None:
                place = section.heading_place or blocks[0].place
                yield Decision("esy", answer, place)
        tail = ""
        for position, block in enumerate(blocks):
            printed = block.place.quote
            run = _run_of_questions(f"{tail} {printed}".strip())
            if run is not None:
                tail = run.tail
                yield from (Decision(name, answer, block.place) for name, answer in run.answers)
                continue
            tail = ""
            if section.key == "special-factors" and (told := _told(block)):
                yield from (Decision(name, answer, block.place) for name, answer in told.items())
                continue
            question = _question(printed)
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
            answer = _answer(printed, block.filled, block.label)
            follow = position + 1
            while answer is None and follow < min(position + 4, len(blocks)):
                after = blocks[follow]
                if _question(after.place.quote) is not None or (
                    after.table == block.table and after.row != block.row and block.table is not None
                ):
                    break
                answer = _answer(after.place.quote, after.filled, after.label)
                follow += 1
            if answer is not None:
                yield Decision(question, answer, block.place)


def _told(block: Block) -> dict[str, Answer]:
    """What somebody wrote about the special factors in sentences, or in labels that run on in one paragraph."""
    if not block.filled or any(box in block.text for box in (CHECKED, EMPTY, UNCLEAR_BOX)):
        return {}
    return factors_in(f"{block.label}: {block.filled}" if block.label else block.filled)


def _run_on(section: Section) -> Iterator[Decision]:
    """Whole questions on a special factor, answered in words, that stand behind another part."""
    for block in section.blocks:
        for label, answer in answered_labels(f"{block.label}: {block.filled}" if block.label else block.filled):
            if (name := _question(label)) in FACTORS:
                yield Decision(name, answer, block.place)


@dataclass(frozen=True, slots=True)
class _Run:
    """Several questions in one paragraph, with their answers, and the words behind the last pair of boxes, which may
    begin the next question."""

    answers: tuple[tuple[str, Answer], ...]
    tail: str


def _run_of_questions(text: str) -> _Run | None:
    """ "Behavior: ☐ Yes ☒ No. English learner: ☐ Yes ☒ No." None for a text with fewer than two pairs of boxes."""
    pairs = list(_PAIR.finditer(text))
    if len(pairs) < 2:
        return None
    found: list[tuple[str, Answer]] = []
    begin = 0
    for pair in pairs:
        name = _question(_last_sentence(text[begin : pair.start()]))
        answer = _from_options(_OPTION.findall(pair.group()))
        if name and answer is not None:
            found.append((name, answer))
        begin = pair.end()
    return _Run(tuple(found), _last_sentence(text[begin:]))


def _last_sentence(text: str) -> str:
    return re.split(r"(?<=[.;)])\s+|¿", text.rstrip(" .;"))[-1].strip()


def _question(text: str) -> str | None:
    if len(text) > 700:
        return None
    return next((name for name in names("questions") if pattern("questions", name).search(text)), None)


def _answer_of_section(blocks: Sequence[Block]) -> Answer | None:
    for block in blocks:
        answer = _answer(block.place.quote, block.filled, block.label)
        if answer is not None and answer is not Answer.NEITHER:
            return answer
    return next((a for b in blocks if (a := _answer(b.place.quote, b.filled, b.label)) is not None), None)


def _answer(printed: str, said: str, label: str) -> Answer | None:
    """What a block answers, None when it does not."""
    options = _OPTION.findall(printed)
    if options:
        return _from_options(options)
    text = said
    if label and text.startswith(label):
        text = text[len(label) :].lstrip(" :")
    if not text:
        return None
    behind = re.split(r"\?\s*", text)[-1] if "?" in text else text
    for candidate in (behind, text):
        if _YES.match(candidate):
            return Answer.YES
        if _NO.match(candidate):
            return Answer.NO
    if _not_needed(text):
        return Answer.NO
    if _needed(text):
        return Answer.YES
    return None


def _from_options(options: Sequence[tuple[str, str]]) -> Answer | None:
    yes = [mark for mark, text in options if _YES.match(text) or (_needed(text) and not _not_needed(text))]
    no = [mark for mark, text in options if _NO.match(text) or _not_needed(text)]
    if not yes and not no:
        return None
    if UNCLEAR_BOX in yes + no:
        return Answer.UNCLEAR
    said_yes, said_no = CHECKED in yes, CHECKED in no
    if said_yes and said_no:
        return Answer.BOTH
    if said_yes:
        return Answer.YES
    if said_no:
        return Answer.NO
    return Answer.NEITHER if yes and no else None


_DENIED = re.compile(r"\b(?:not?|without|neither|never)\b", re.IGNORECASE)
_REACH = 40  # letters between a box and the words that it stands for


def _own_box(name: str, printed: str) -> Answer | None:
    """The answer by a box that stands for the subject itself, among other choices ("☐ Regular test ☒ Alternate
    assessment"): yes or unclear, neither for an empty one. None when the words stand behind no such box."""
    marks = [
        mark for mark, text in _OPTION.findall(printed)
        if (found := pattern("questions", name).search(text)) and found.start() <= _REACH
        and not _YES.match(text) and not _DENIED.search(text)
    ]  # fmt: skip
    if not marks:
        return None
    if CHECKED in marks:
        return Answer.YES
    return Answer.UNCLEAR if UNCLEAR_BOX in marks else Answer.NEITHER


def _needed(text: str) -> bool:
    return bool(pattern("answers", "needed").search(text))


def _not_needed(text: str) -> bool:
    return bool(pattern("answers", "not-needed").search(text))
