"""What is a label: told by a colon and its wording, by a data file that names it, by bold type before plain, or by
standing in print before a form-field value."""

from __future__ import annotations

import re
from collections.abc import Sequence

from iepaudit.model.document import CHECKED, EMPTY, UNCLEAR_BOX, Word, WordSource
from iepaudit.segment.known_headings import headings
from iepaudit.segment.known_labels import goal_labels, labels, service_labels
from iepaudit.segment.known_prompts import wording
from iepaudit.segment.words import strip_numbering

BOXES = CHECKED + EMPTY + UNCLEAR_BOX
UNIT = re.compile(r"(?:min(?:ute)?s?|hours?|hrs?|times|sessions?|days)\b\.?", re.IGNORECASE)  # printed behind a blank
LABEL = re.compile(r"^(?P<label>(?:#\s?(?=\d))?[^\W_][^:;!?|]{0,140}?)\s?:(?!//|\d\d\b)\s*(?P<rest>.*)$", re.DOTALL)
_PLAIN = 70  # characters of a label that no data file names
RUN_IN = 32  # words in bold before plain type
_BULLET = re.compile(r"[-–—•▪●◦■►»*\uf0b7]")
_SAYS = re.compile(
    r"\b(?:will|reads|writes|has|had|scored|shared|said|told|expressed|reported|asked|were|was|are|is)\b"
)
_OF_CHILD = re.compile(r"\b(?:the|this) (?:student|child)\b|\b(?:student|child)['’]s\b", re.IGNORECASE)
_DOTS = r"_{2,}|\.{3,}|(?:\.\s){3,}\.?|…+|·{3,}"
_LED = re.compile(rf"(?P<label>[^_:…·]{{2,90}}?)\s*(?:{_DOTS})\s*(?P<rest>(?!\.).*)")
_LEADER = re.compile(rf"^(?:{_DOTS})(?=\s*[^\s._])")
DATE = r"(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})"
_DAY_IN = re.compile(rf"\s{DATE}\s")
_DATE_ONLY = re.compile(rf"{DATE}(?:\s*(?:[-–—]|to|through)\s*{DATE})?")
_DATE_FIRST = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}\b")


def label_of(text: str, words: Sequence[Word] = ()) -> tuple[str, str] | None:
    """(label, value) when `text` reads "Label: value", or a printed label before a form-field value; else None."""
    found = run_in(text, words)
    if found:
        return found
    match = LABEL.match(text)
    if match and not (match["label"].isdigit() and match["rest"][:1].isdigit()):  # "5:1" is a ratio
        label, rest = match["label"].strip(), _LEADER.sub("", match["rest"]).strip()
        if _may_be_label(label) or (_DATE_ONLY.fullmatch(rest) and label[0].isupper() and len(label.split()) <= 12):
            return label, rest
    if words and not is_typed(words[0]):
        printed = 0
        while printed < len(words) and not is_typed(words[printed]):
            printed += 1
        if any(box in w.text for w in words for box in BOXES):
            return None
        if 0 < printed < len(words) and printed <= 12 and all(is_typed(w) for w in words[printed:]):
            label = " ".join(w.text for w in words[:printed]).rstrip(" :_")
            if label:
                return label, " ".join(w.text for w in words[printed:])
    match = _LED.match(text)
    if match and (labels().name_of(match["label"]) or (known_label(match["label"]) and not match["rest"].isdigit())):
        return match["label"].strip(), match["rest"].strip(" _")
    return None


def run_in(text: str, words: Sequence[Word]) -> tuple[str, str] | None:
    """(label, rest) of a paragraph that begins in bold and goes on in plain type ("**Impact.** Because of ...")."""
    if words and _BULLET.fullmatch(words[0].text):
        words, text = words[1:], text.strip().removeprefix(words[0].text)
    count = next((n for n, w in enumerate(words) if not w.bold), len(words))
    if not 0 < count < min(len(words), RUN_IN) or is_typed(words[count]) or not words[0].text[:1].isupper():
        return None
    label = " ".join(w.text for w in words[:count])
    rest = " ".join(w.text for w in words[count:])
    if "".join(f"{label}{rest}".split()) != "".join(text.split()) or any(box in label for box in BOXES):
        return None
    bare = label.rstrip(" :.-–—")
    if label.rstrip()[-1] not in ":.?-–—":
        return (bare, rest) if _GOES_ON.match(rest) is None and _whole_name(bare) else None
    if not bare:
        return None
    if label.rstrip().endswith((":", "?")) or known_label(bare) or headings().match(bare):
        return (label.rstrip(" :") if label.rstrip().endswith("?") else bare), rest
    return None


# What a sentence goes on with behind a name that is only set in bold ("**Annual goals** are reviewed ...").
_GOES_ON = re.compile(
    rf"[,;)(/&{BOXES}]|(?:is|are|was|were|be|being|will|shall|may|must|can|could|should|would|has|have|had|do|does|did|"
    r"of|for|in|to|and|or|nor|that|the|which|who|with|at|on|from|by|as|than|if|when|not|only|but|about|provided|page)\b"
)


def _whole_name(bare: str) -> bool:
    """Whether words in bold are all of the name of a value or a part, or a long request for one in words of a form."""
    match = headings().match(bare)
    asks = len(bare.split()) >= _LONG and bool(_IN_GENERAL.search(bare) or not _SAYS.search(bare))
    return bool(known_label(bare) or (match and (match.whole or asks) and not match.weak))


_LONG = 6  # words
_IN_GENERAL = re.compile(r"\b(?:the|this|a|your) (?:student|child|learner)\b|\bif any\b", re.IGNORECASE)


def asked(text: str) -> tuple[str, str] | None:
    """(request, answer) of a paragraph that prints a long request before a colon ("Explain the extent, if any, to which
    the student will not participate ...: Ida leaves ...")."""
    head, colon, rest = text.partition(": ")
    if not colon or not rest.strip() or not 6 <= len(head.split()) <= 60 or re.search(r"[.?!]\s", head):
        return None
    if any(box in head for box in BOXES):
        return None
    request = wording().explanation
    asks = request.match(head) or ((_OF_CHILD.search(head) or request.search(head)) and headings().match(head))
    return (head, rest.strip()) if asks else None


# "Quarterly, with report cards: 10/2, 12/18" says how often and then when, and is no label.
_TELLS_WHEN = re.compile(
    r"(?:quarterly|monthly|weekly|daily|annually|yearly|each|every|once|twice|at the end of|"
    r"with (?:each|every|the|all|report))\b",
    re.IGNORECASE,
)


def _may_be_label(label: str) -> bool:
    if any(box in label for box in BOXES) or label.count(")") != label.count("(") or _DATE_FIRST.match(label):
        return False
    count = len(label.split())
    if known_label(label) or known_label(_DAY_IN.sub(" ", label)):  # a day beside the first line of a label of two
        return True
    if _TELLS_WHEN.match(label):
        return False
    plain = strip_numbering(label)
    if plain[0].isupper() and count > 3 and headings().match(label) and not _SAYS.search(label):
        return True  # a long printed heading before its answer
    if len(label) > _PLAIN or count > 7 or not (label[0].isupper() or label[0].isdigit() or label[0] in "#("):
        return False
    if re.search(r"[.?!]\s", label) or re.search(r"\b(?:will|is|are|was|has|have|can|does|reads|writes)\b", label):
        return False
    return count <= 4 or label.isupper() or _mostly_capitalised(label)


def _mostly_capitalised(label: str) -> bool:
    long = [w for w in re.findall(r"[^\W\d_]+", label) if len(w) > 3]
    return bool(long) and sum(w[0].isupper() for w in long) >= 0.6 * len(long)


def known_label(text: str) -> bool:
    """Whether a data file names this label, of a value, a goal, a service or a section."""
    return bool(
        labels().name_of(text)
        or goal_labels().name_of(text)
        or service_labels().name_of(text)
        or ((found := headings().match(text)) and found.whole)
    )


def is_typed(word: Word) -> bool:
    """A word that somebody put into a form field; the mark of a check box is not one."""
    return word.source is WordSource.FIELD and not any(box in word.text for box in BOXES)
