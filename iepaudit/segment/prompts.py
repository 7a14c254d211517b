"""Which texts are the form's own words, told without knowing the form."""

from __future__ import annotations

import re

from iepaudit.resources import name_words
from iepaudit.segment.known_headings import headings
from iepaudit.segment.known_labels import labels, service_labels
from iepaudit.segment.known_prompts import wording
from iepaudit.segment.words import key_of, strip_numbering

GENERAL = re.compile(
    r"\b(?:the|each|a|this) (?:student|child|pupil|individual|learner)\b"
    r"|\bstudent(?:'s|’s|s'|s’)|\bchild(?:'s|’s)|\bhis/her\b|\bhe/she\b"
    r"|\b(?:iep|ard|cse|committee|team) (?:team|members?|must|shall|determines|has determined)\b"
    r"|\bstudents (?:who|with)\b",
    re.IGNORECASE,
)


# What somebody will do, with a list below it: "By May 2027, Ida will take three steps on her own:"
_PROMISE = re.compile(
    r"(?:By|Given|When|While|After|Upon|Following|Within|During|In|At|With|Using)\b[^?:]{4,}\b"
    r"(?!(?:Student|Child|Learner|Pupil|Team|Committee|School|District|Agency|LEA|IEP|Parents?|Teachers?|Staff|Services?)\b)"
    r"(?:[A-Z][\w'’-]+|(?<!/)(?:he|she|they)) will (?:\w+ly )?[a-z]{2,} [^:]{10,}:\s*$"
)


def is_prompt(text: str) -> bool:
    """Whether a whole block reads as the form's own words."""
    lowered = text.lower().replace("’", "'").lstrip(' -–—•*("“').strip()
    if not any(c.isalnum() for c in lowered):
        return True
    words = wording()
    if key_of(text) in words.known or _FORM_CODE.search(text):
        return True
    if are_heads(text):
        return True
    general = bool(GENERAL.search(lowered))
    if lowered.startswith(words.openers) and (general or not _LEVEL.search(lowered)):
        return True
    if text.rstrip().endswith(":") and (general or not _PROMISE.match(strip_numbering(text))):
        return True  # whatever follows is the answer
    ends = text.rstrip().endswith("?")
    if any(phrase in lowered for phrase in words.phrases) and (general or ends or not re.search(r"\d\s?%", lowered)):
        return True
    opener = lowered.startswith(words.openers_general)
    if ends and (opener or strip_numbering(lowered).startswith(words.openers_general)):
        return True
    if opener and general and not about_one_child(text) and not _DECIDED.search(lowered):
        return bool(_BINDING.search(lowered) or _LISTED.match(lowered) or words.explanation.match(lowered))
    return text.strip().startswith("(") and text.strip().endswith(")") and len(text.split()) > 2


def are_heads(text: str) -> bool:
    """Whether a line is made of the heads of columns alone ("Transition Services | Person Responsible | Date")."""
    heads = [piece.strip() for piece in text.split(" | ")]
    if len(heads) < _HEADS or re.search(r"\d", text):
        return False
    known = [h for h in heads if headings().match(h) or any(k.name_of(h) for k in (labels(), service_labels()))]
    return len(known) >= len(heads) - 1


_HEADS = 3


def is_request(text: str) -> bool:
    """Whether a text begins with a verb by which forms ask ("State when reports on progress will be given"), and not
    with a name ("Mark will ...")."""
    return bool(wording().request.match(text))


_BINDING = re.compile(r"\b(?:must|shall|should|whether|whose)\b")
_LISTED = re.compile(r"(?:list|identify|how|what|a statement|an explanation)")  # beside what asks for an explanation
# "Summarize a paragraph in two sentences, 4 of 5 times" is a step towards a goal: forms ask for no level of their own.
_LEVEL = re.compile(r"\d\s?%|\d percent|\b\d+ (?:out )?of \d+\b")
# The form's number with the month of its revision at the end of a short line: "SpEd 7c 08.11", "Form 12 Rev. 3/19".
_FORM_CODE = re.compile(
    r"^(?:\S+\s+){0,6}(?:(?:form|sped|sped\.)\s+\d{1,3}[a-z]?\d?|form\s+[a-z]-?\d{1,3})\s*,?\s*"
    r"\(?(?:rev(?:ised|\.)?\s*)?(?:0?[1-9]|1[0-2])[./](?:20)?\d{2}\)?\s*$",
    re.IGNORECASE,
)
_DECIDED = re.compile(
    r"\b(?:determined|decided|agreed|considered and|recommends?|concluded|does not|do not|is not|are not|reported)\b"
)


def about_one_child(text: str) -> bool:
    """Digits other than law, or "he" and "she": a sentence about somebody."""
    return bool(
        re.search(r"\d\s?%|\b\d+ (?:minutes|hours|words|of)\b|(?<!/)\b(?:he|she|his|her)\b(?!/)", text, re.IGNORECASE)
    )


# Not between a colon and a list: "The team considered: (1) ...; (2) ..." is one sentence.
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"“(])|(?<=:)\s+(?=[A-Z\"“])")


def without_law(text: str) -> str:
    """`text` without sentences that quote a law or say what the form is for; "" when nothing else stands there."""
    if not wording().law.search(text):
        return text
    sentences = SENTENCE.split(text)
    return " ".join(s for s in sentences if not is_law(s)).strip()


def is_law(sentence: str) -> bool:
    """Whether a sentence says what is to be done for children in general, and names none."""
    if not wording().law.search(sentence) or about_one_child(sentence) or _DATED.search(sentence):
        return False
    known = name_words()
    named = (w.lower() for w in re.findall(r"(?<=\w )[A-Z][a-z]+", sentence))
    return not any(w in known.given and w not in known.ordinary for w in named)


_DATED = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2}|\b(?:19|20)\d\d\b(?!\))")
