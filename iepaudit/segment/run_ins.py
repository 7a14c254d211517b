"""Labels inside of a paragraph, in bold or in plain type: "**Aids:** a picture board. **ESY:** not needed." """

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from iepaudit.model.document import Word
from iepaudit.segment.known_headings import headings
from iepaudit.segment.known_labels import labels
from iepaudit.segment.label import BOXES, LABEL, RUN_IN, is_typed, known_label

_LONGEST = 12  # words of a label in plain type
_TAIL = 6  # words of a label on the line above
_BEGUN = 3  # of one that no data file names, on either line
_NAMED = re.compile(r"(?P<label>[A-Z][^.:;?!]{3,70}(?<!\b[A-Z]))\.\s+(?P<rest>[A-Z0-9].*)", re.DOTALL)
_STOP = re.compile(r"[.;!?][)\"'”’]*$")
_PAUSE = re.compile(r"[.;,!?)][\"'”’]*$")


def run_in_starts(words: Sequence[Word]) -> list[int]:
    """The words, by position, with which a label begins that has other text before it and its value behind it."""
    if any(is_typed(word) for word in words):
        return []
    found: list[int] = []
    for n, (before, word) in enumerate(pairwise(words), start=1):
        if word.bold and not before.bold:
            starts = _in_bold(words, n)
        elif not word.bold:
            starts = _in_plain(words, n)
        else:
            continue
        if starts:
            found.append(n)
    return found


def _in_bold(words: Sequence[Word], start: int) -> bool:
    end = next((n for n in range(start, len(words)) if not words[n].bold), len(words))
    if not end - start <= RUN_IN or end == len(words):
        return False
    label = " ".join(w.text for w in words[start:end])
    if any(box in label for box in BOXES):
        return False
    bare = label.rstrip(" :.?-–—")
    if fits_kind(labels().name_of(bare), words[end].text):
        return True
    if label[-1] not in ":.?-–—" or not label[:1].isupper():
        return False
    if known_label(bare) or headings().match(bare):
        return True
    return label[-1] in ":?" and bool(_PAUSE.search(words[start - 1].text))


def _in_plain(words: Sequence[Word], start: int) -> bool:
    """Behind the end of a sentence, a known label of a section; behind a comma as well, of a value."""
    if not words[start].text[:1].isupper() or not _PAUSE.search(words[start - 1].text):
        return False
    end = start
    while end < min(start + _LONGEST, len(words) - 1) and not re.search(r"[:.;!?,]$", words[end].text):
        end += 1
    if end >= len(words) - 1 or not words[end].text.endswith(":") or words[end].bold:
        return False
    label = " ".join(w.text for w in words[start : end + 1]).rstrip(":")
    if labels().name_of(label):
        return True
    match = headings().match(label) if _STOP.search(words[start - 1].text) else None
    return bool(match and match.whole and not match.weak and (len(label.split()) > 1 or label.isupper()))


def bold_label(words: Sequence[Word]) -> tuple[str, str] | None:
    """(label, rest) of words that begin with a label in bold and no colon before a value of its kind."""
    count = next((n for n, w in enumerate(words) if not w.bold), len(words))
    label = " ".join(w.text for w in words[:count])
    if 0 < count < len(words) and fits_kind(labels().name_of(label), words[count].text):
        return label, " ".join(w.text for w in words[count:])
    return None


def label_wraps(text: str, following: str) -> bool:
    """Whether the last words of a text and the first of the line below are one known label ("Deafness. Meeting" /
    "date: 3/4/2026")."""
    match = LABEL.match(following)
    if not match or not match["label"]:
        return False
    if _begins_label(text) and _mostly_capitals(match["label"]):
        return True
    words = text.split()[-_TAIL:]
    tails = (words[n:] for n in range(len(words)))
    return any(
        tail[0][:1].isupper()
        and not _PAUSE.search(" ".join(tail))
        and labels().name_of(f"{' '.join(tail)} {match['label']}")
        for tail in tails
    )


def _begins_label(text: str) -> bool:
    """Whether a text ends with a few capitalized words behind a sentence ("Dov Marsh. Special Education")."""
    tail = re.split(r"[a-z]{2}[.;!?]\s+", text)
    return len(tail) > 1 and len(tail[-1].split()) <= _BEGUN and _mostly_capitals(tail[-1])


def _mostly_capitals(label: str) -> bool:
    words = [word for word in label.split() if word not in ("of", "and", "or", "the", "for")]
    return 0 < len(words) <= _BEGUN and all(word[:1].isupper() and word[-1].isalpha() for word in words)


def plain_run_in(text: str) -> tuple[str, str] | None:
    """(label, rest) of a paragraph that begins with the name of a part as a sentence of its own ("Effect of the
    disability. Because of ...")."""
    match = _NAMED.match(text)
    found = headings().match(match["label"]) if match else None
    if match is None or found is None or found.weak or found.key == "other":
        return None
    return (match["label"], match["rest"]) if found.whole or found.inside else None


def fits_kind(name: str | None, value: str) -> bool:
    """Whether a word may be, or begin, the value of a label without a colon: a date behind "born", a number behind
    "grade"."""
    if name == "grade":
        return bool(re.fullmatch(r"(?:\d{1,2}(?:st|nd|rd|th)?|K|PK|Pre-?K|Kindergarten|[A-Z][a-z]+th),?\.?", value))
    return bool(name and name.endswith("-date") and re.match(r"\d{1,4}[/.-]\d|[A-Z][a-z]{2,8}\.?$", value))
