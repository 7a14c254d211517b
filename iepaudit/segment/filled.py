"""What somebody filled in told from the form's own words, block by block."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from iepaudit.model.document import CHECKED, Document, Word, WordSource
from iepaudit.segment.blocks import Raw
from iepaudit.segment.known_prompts import (
    behind_known_prompt,
    has_placeholder,
    placeholder_count,
    without_placeholders,
    wording,
)
from iepaudit.segment.label import BOXES, DATE, UNIT
from iepaudit.segment.prompts import GENERAL, SENTENCE, about_one_child, is_law, is_prompt, is_request, without_law

MIN_FIELDS = 4  # form fields on a page from which its printed words are taken for the form's own
_OPTION = re.compile(rf"([{BOXES}])\s*([^{BOXES}]*)")
_TYPED_OVER = re.compile(r"_*(?P<said>[^_\s](?:[^_]*[^_\s])?)_*")


def _is_typed_over(text: str) -> bool:
    """Whether a value stands on a line of underscores ("__3/4/2026____"), which touches it as that of a unit or of the
    form's next word does not ("____ minutes")."""
    match = _TYPED_OVER.fullmatch(text.strip())
    return match is not None and (match["said"][0].isupper() or any(c.isdigit() for c in match["said"]))


_COUNTED = re.compile(r"\s*\(?\d{1,2}[.)]\s*")


def split_filled(raw: Raw, printed_is_form: bool) -> tuple[str, str]:
    """(filled, template) of a block. `printed_is_form`: the page has form fields, so what is printed is the form's."""
    if raw.heading:
        return "", raw.text
    label = raw.label
    if field_words(raw.words) and not any(box in raw.text for box in BOXES):
        typed = " ".join(w.text for w in raw.words if w.source is WordSource.FIELD).strip()
        printed = " ".join(w.text for w in raw.words if w.source is not WordSource.FIELD).strip()
        return without_placeholders(typed), printed
    behind = behind_known_prompt(raw.printed)
    if behind is not None:
        return without_placeholders(behind), raw.printed[: len(raw.printed) - len(behind)].strip()
    if any(box in raw.text for box in BOXES):
        if field_words(raw.words):
            return _split_typed_options(raw.words)
        return _split_codes(raw.printed) or _split_options(raw, printed_is_form)
    if printed_is_form:
        return "", raw.printed
    text = without_placeholders(raw.text)
    counted = raw.first.table is not None and not label and _COUNTED.fullmatch(raw.text)  # the number of a row
    if not any(c.isalnum() for c in text) or counted or _unsigned(raw.text):
        return "", raw.printed
    slots = has_placeholder(raw.text) and not (label and _is_typed_over(raw.text))
    if slots and (not label or placeholder_count(raw.text) * 4 > len(raw.text.split())):
        # a sentence of the form with slots, not an answer with a gap in it
        short = len(text.split())
        promises = bool(re.search(r"\bwill\b", raw.text)) and short >= 4
        if not promises and (short < 8 or is_prompt(raw.text)):
            return "", raw.printed
    if not label and (question := _QUESTION.match(raw.text)) and is_prompt(question["asked"]):
        answer = without_placeholders(question["answer"])
        if any(c.isalnum() for c in answer) and not is_prompt(answer):
            return answer, question["asked"]
    if label and (said := _behind_law(label, raw.text)) is not None:
        return said, raw.printed
    said = without_law(raw.text)
    if said != raw.text:
        return (said if any(c.isalnum() for c in said) and not is_prompt(said) else ""), raw.printed
    if not label and is_prompt(raw.text):
        answer = _answer_behind(raw.text)
        if answer:
            return answer, raw.text[: len(raw.text) - len(answer)].strip()
        return "", raw.text
    if label and (ended := _LABEL_BEHIND.match(raw.text)) and not is_prompt(ended["said"]):
        return without_placeholders(ended["said"]), f"{label}: {ended['label']}"
    if label and _asks_with_examples(label, raw.text):
        return "", raw.printed
    if label and is_prompt(raw.text) and (is_prompt(f"{label}:") or raw.text.rstrip().endswith(("?", ":"))):
        return "", raw.printed
    return text if label else raw.text, label


# "3 of 10 tasks. Measured by:" - a label without a value behind the answer to another one.
_LABEL_BEHIND = re.compile(r"(?P<said>.*\w[^:]*[.!])\s+(?P<label>[A-Z][a-z]+(?: [a-z]+){0,3}:)$", re.DOTALL)
_TELLS = re.compile(
    r"\d|\b(?:is|are|was|has|have|can|will|he|she|they|his|her|not|no|reads?|uses?|needs?)\b", re.IGNORECASE
)


def _asks_with_examples(label: str, text: str) -> bool:
    """ "Describe what the student can do now: class work, tests and daily skills" asks, and tells nothing."""
    listed = text.count(",") >= 2 and text[:1].islower() and not _TELLS.search(text)
    return listed and is_request(label) and bool(GENERAL.search(label.lower()))


def _behind_law(label: str, text: str) -> str | None:
    """What stands behind a sentence of law whose first words passed for a label ("The team must consider: the degree of
    regression ..."); None for any other text."""
    first, *others = SENTENCE.split(text)
    if not is_law(f"{label}: {first}") or (is_law(first) and not is_law(f"{label}:")):
        return None
    rest = without_law(" ".join(others))
    return rest if any(c.isalnum() for c in rest) and not is_prompt(rest) else ""


_QUESTION = re.compile(r"^(?P<asked>[^?]{8,300}\?)\s+(?P<answer>\S.*)$", re.DOTALL)


def _unsigned(text: str) -> bool:
    """A statement of the form about students in general, with empty slots for who says so and when: "... he/she has
    been told. By whom: ____ Date: ____"."""
    ends = _SIGNED_BY.search(text)
    return bool(
        ends and has_placeholder(ends.group()) and GENERAL.search(text) and not about_one_child(text)
        and not re.search(r"\d{1,2}[/-]\d{1,2}[/-]\d{2}", text)
    )  # fmt: skip


_SIGNED_BY = re.compile(r"\b(?:by whom|date|initials?|signature|signed|name)\b[ :]{0,3}_{2,}[\s.]*$", re.IGNORECASE)


# "The student must be informed ... . Date the student was informed that the rights will transfer: 11/16/2026."
_DAY_BEHIND = re.compile(rf"[.;]\s+(?P<said>Date\b[^.:?]{{4,120}}:\s*{DATE})\.?$")


def _answer_behind(prompt: str) -> str:
    """The answer on the same line as a question ("Is ESY needed? No, because ..." -> "No, because ..."), or behind a
    request that is a sentence ("Describe how the student reads. In May Ida read 60 words ...")."""
    if dated := _DAY_BEHIND.search(prompt):
        return dated["said"]
    match = re.search(r"\?\s+(?=\S)", prompt)
    if not match:
        asked, *said = SENTENCE.split(prompt)
        rest = " ".join(said)
        return rest if is_request(asked) and GENERAL.search(asked) and _is_told(rest) else ""
    rest = prompt[match.end() :].strip()
    if not any(c.isalnum() for c in rest) or is_prompt(rest):
        return ""
    return without_placeholders(rest)


def _split_typed_options(words: Sequence[Word]) -> tuple[str, str]:
    """Typed words, with the unit printed behind a number, and marked options are filled in, all other words the form's
    ("Speech ☐ G ☒ S ☐ O 60 minutes")."""
    filled: list[str] = []
    template: list[str] = []
    marked = number = False
    for word in words:
        unit = number and UNIT.fullmatch(word.text) is not None
        typed = word.source is WordSource.FIELD and any(c.isalnum() for c in word.text)
        if any(box in word.text for box in BOXES):
            marked = CHECKED in word.text
        elif typed:
            marked = False
        number = typed and word.text[-1].isdigit()
        (filled if typed or marked or unit else template).append(word.text)
    return without_placeholders(" ".join(filled)), " ".join(template)


def _split_codes(text: str) -> tuple[str, str] | None:
    """A row whose boxes carry one-letter codes and whose other words were written by somebody, as left by a form
    whose fields were made part of the page: "Speech ☐ G ☒ S ☐ O 60 minutes ☐ D ☒ W ☐ M". None for other texts."""
    options = _OPTION.findall(text)
    if len(options) < 3 or not all(_CODE.match(option) for _, option in options):
        return None
    first = next(i for i, c in enumerate(text) if c in BOXES)
    lead = text[:first].strip()
    if lead.endswith((":", "?")) or is_prompt(lead or "x"):
        return None
    filled: list[str] = [lead] if lead else []
    template: list[str] = []
    for mark, option in options:
        code, _, behind = option.strip().partition(" ")
        (filled if mark == CHECKED else template).append(f"{mark} {code}")
        if behind.strip():
            filled.append(behind.strip())
    return " ".join(filled), " ".join(template)


_CODE = re.compile(r"[A-Z]\b(?![.)])")  # "A." counts the options


@cache
def _asked_behind() -> re.Pattern[str]:
    """A request printed behind the last box, with its answer: "☐ home. Explanation of why ...: Ida leaves ..."."""
    opening = wording().explanation.pattern
    return re.compile(rf"[.;]\s+{opening}[^:]{{0,240}}:\s+(?P<answer>\S.*)$", re.IGNORECASE | re.DOTALL)


def _tests_behind(option: str) -> re.Match[str] | None:
    """ "☐ alternate. Accommodations: typed answers, breaks" - what a child is given, under its label behind the last
    box; a request or one word in its place is the form's."""
    found = _AIDS_BEHIND.search(option)
    return found if found and len(found["answer"].split()) > 1 and not is_prompt(found["answer"]) else None


_AIDS_BEHIND = re.compile(
    r"[.;]\s+(?:(?:testing |test |assessment |allowable |list(?:ed)? |needed )?accommodations?|adaptaciones)"
    r"(?: (?:needed|used|provided|given|for (?:the |this |these )?(?:tests?|assessments?)))?:\s+(?P<answer>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_LAW = re.compile(r"§|\b(?:CFR|U\.?S\.?C|IDEA|section|grades? \d+ (?:through|to|-))\b", re.IGNORECASE)
_ENDED = re.compile(r"(?:yes|no)\.\s+(?P<said>\S.*)$", re.IGNORECASE | re.DOTALL)  # a choice, and what follows it
# Written below a label and above its boxes: "reader; double time; small group. ☐ N/A"
_LISTED = re.compile(r"[a-z][^:?]*;[^:?]*\.$", re.DOTALL)


def _is_told(lead: str) -> bool:
    """Whole sentences with figures, about no student in general: "MAP math with a reader, 90 min. ☐ Alternate"."""
    ends = lead.endswith((".", ";")) and len(lead.split()) >= 6
    return ends and bool(re.search(r"\d", lead)) and not GENERAL.search(lead) and not _LAW.search(lead)


def _split_options(raw: Raw, printed_is_form: bool) -> tuple[str, str]:
    """Marked options are filled in, unmarked ones and the text before them are the form's."""
    text = raw.printed
    filled: list[str] = []
    template: list[str] = []
    first = next(i for i, c in enumerate(text) if c in BOXES)
    lead = text[:first].strip()
    said = lead[len(raw.label) :].lstrip(" :") if raw.label and not printed_is_form else ""
    if re.search(r"\d", said) and not is_prompt(said) and not said.endswith((":", "?")):
        filled.append(without_placeholders(said))  # "Employment: job shadow by May 2026 ☐ not needed"
        lead = raw.label
    if lead and not printed_is_form and not is_prompt(lead) and (_LISTED.match(lead) or _is_told(lead)):
        filled.append(lead)
    elif lead:
        template.append(lead)
    for mark, option in _OPTION.findall(text):
        option = option.strip(" ;,")
        answer = ""
        if mark == CHECKED:
            filled.append(f"{CHECKED} {without_placeholders(option)}".strip())
            continue
        if not printed_is_form and not is_prompt(option):
            # "☐ Other: uses a slant board" - somebody wrote behind an empty box
            other = re.match(r"(?:other|specify|explain|comments?)[^:]{0,20}:\s*(.+)$", option, re.IGNORECASE)
            behind = _ENDED.match(option)
            told = behind["said"] if behind and _is_told(behind["said"]) else ""
            option = option[: len(option) - len(told)].strip() if told else option
            answer = without_placeholders(other[1]) if other else told
        asked = _asked_behind().search(option) or _tests_behind(option)
        if asked and not printed_is_form and not answer:
            answer = without_placeholders(asked["answer"])
            option = option[: asked.start("answer")].strip()
        if answer and any(c.isalnum() for c in answer):
            filled.append(answer)
        template.append(f"{mark} {option}".strip())
    return " ".join(filled), " ".join(template)


def form_pages(document: Document) -> frozenset[int]:
    """Pages whose printed words are the form's own, because their answers are form fields."""
    pages: set[int] = set()
    for page in document.pages:
        texts = [f for f in page.fields if f.kind in ("text", "choice")]
        boxes = [f for f in page.fields if f.kind in ("checkbox", "radio")]
        if len(texts) >= MIN_FIELDS or (texts and len(texts) + len(boxes) >= 2 * MIN_FIELDS):
            pages.add(page.number)
    return frozenset(pages)


def field_words(words: Sequence[Word]) -> int:
    return sum(w.source is WordSource.FIELD and any(c.isalnum() for c in w.text) for w in words)
