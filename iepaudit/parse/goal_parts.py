"""Goals that a form asks for in parts, each with a label of its own, put together to the sentence that they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from iepaudit.model.field import Place
from iepaudit.model.geometry import around
from iepaudit.parse.goal_event import PART, Event
from iepaudit.parse.goal_wording import looks_like_goal
from iepaudit.parse.patterns import names, pattern
from iepaudit.segment.words import key_of


def whole_goals(said: Sequence[Event]) -> list[Event]:
    """The events of a goal section, the parts of a goal that stand under labels one after the other ("Timeframe",
    "Condition", "Behavior", "Criterion") followed by the goal as one statement."""
    said = [part for event in said for part in _apart(event)]
    found: list[Event] = []
    at = 0
    while at < len(said):
        run = _run(said, at)
        whole = _whole(run, [*said[:at], *said[at + _length(run) :]]) if run else None
        if whole is None:
            found += _plain(said[at])
            at += 1
        else:
            found += whole
            at += _length(run)
    return found


def _plain(event: Event) -> tuple[Event, ...]:
    """What stands under the label of a part that belongs to no whole goal, as text without a label."""
    if event.name != PART:
        return (event,)
    return (replace(event, name="", label=""),) if event.value else ()


def one_sentence(parts: Sequence[tuple[str, str]]) -> tuple[str, frozenset[str]]:
    """The parts (name and words) of a goal as one sentence in the order in which they stand, and the names of those in
    it: what stands before the behavior if it is worded to do so, and a level or day that goes on with the sentence."""
    text, taken = "", set()
    at = next((n for n, (name, _) in enumerate(parts) if name == "behavior"), len(parts))
    for n, (name, words) in enumerate(parts):
        if (
            (not words)
            or (name == "timeframe" and not (_BY_WHEN if n < at else _ENDS).match(words))
            or (name == "criterion" and (n < at or not _GOES_ON.match(words)))
        ):
            continue
        taken.add(name)
        text = f"{_before(text, name)} {_inside(words)}" if text else words
        if name in ("timeframe", "condition") and n < at:
            text = text.rstrip(" .;")
            text += "" if text.endswith(",") else ","
    return text, frozenset(taken)


def _before(text: str, name: str) -> str:
    """What a part of the sentence follows; a level goes on where a full stop stood."""
    return text.rstrip(" .;") if name in ("criterion", "condition", "timeframe") else text


def _inside(words: str) -> str:
    """Words inside of a sentence."""
    return words[:1].lower() + words[1:] if _OPENS.match(words) else words


_BY_WHEN = re.compile(
    r"(?:by|in|within|after|at|before|over|during|through|throughout|para|en|dentro|antes|al)\b", re.I
)
_ENDS = re.compile(r"(?:by|in|within|before|para|antes)\b")  # in small letters it ends the sentence
_GOES_ON = re.compile(
    r"[a-z]|(?:With|In|On|At|To|By|For|From|Within|Across|Over|As|That|While|Without|Scoring|Con|En|De|Al)\s"
)
_OPENS = re.compile(
    r"(?:Given|When|Whenever|While|During|Using|With|Without|After|Before|In|On|At|By|Upon|For|To|From|Across|Over|Within"
    r"|Will|As|That|Provided|Presented|Following|Dado|Dada|Cuando|Al|Con|En|Para|Durante|Después|Usando)\b"
)


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a goal with the events that it was said in."""

    name: str
    value: str
    events: tuple[Event, ...]


def _apart(event: Event) -> Iterator[Event]:
    """An event whose words go on with the labels of other parts ("Given a map. Behavior: Ida will name it", "Given a
    map Who? Ida"), and each of these parts as an event of its own."""
    told = part_name(event.label) or _asked(event.value)[0]
    inside = [m for m in _INLINE.finditer(event.value) if part_name(_label(m))] if told and not event.head else []
    label, start, name = event.label, 0, event.name
    for match in inside:
        yield _cut(event, name, label, event.value[start : match.start()])
        label, start, name = _label(match), match.end(), ""
    yield _cut(event, name, label, event.value[start:]) if inside else event


def _cut(event: Event, name: str, label: str, value: str) -> Event:
    value = value.strip()
    return replace(event, name=name, label=label, value=value, place=Place(event.place.page, event.place.box, value))


_INLINE = re.compile(r"(?:(?<=[.,;)])\s+(?P<colon>[A-Z][A-Za-z ]{3,30}:)|\s+(?P<asked>[A-Z][a-z ]{2,40}\?))\s+(?=\S)")


def _label(found: re.Match[str]) -> str:
    return found["colon"] or found["asked"]


def _run(said: Sequence[Event], at: int) -> list[_Part]:
    """The parts of a goal from `at` on, none of them twice."""
    found: list[_Part] = []
    while at < len(said):
        part = _part(said, at)
        if part is None or any(p.name == part.name for p in found):
            break
        found.append(part)
        at += len(part.events)
    return found


def _length(run: Sequence[_Part]) -> int:
    return sum(len(part.events) for part in run)


def _part(said: Sequence[Event], at: int) -> _Part | None:
    """The part of a goal that begins at an event: a label with its value, or alone with the next event as its value."""
    event = said[at]
    if event.head:
        return None
    told = event.name in ("", "area") and not event.label
    name, value = _asked(event.value) if told else (part_name(event.label), _behind(event.value, event.label))
    if name is None:
        return None
    if value:
        return _Part(name, value, (event,))
    label = event.label or event.value
    after = said[at + 1] if at + 1 < len(said) else None
    if after is None or after.head or not after.value or _asked(after.value)[0] is not None:
        return None
    if after.label not in (event.label, label) and event.name != "area":
        return None
    return _Part(name, _behind(after.value, label), (event, after))


def _asked(text: str) -> tuple[str | None, str]:
    """The part that a text without a label begins with, and what stands behind it: "Who? Ida", "Criterion in 4 of 5
    stories"; (None, "") for any other text."""
    name = part_name(text)
    if name is not None:
        return name, ""
    label, question, value = text.partition("?")
    if question and value and (name := part_name(f"{label}?")):
        return name, value.strip()
    first = _SET_ABOVE.match(text)
    return (part_name(first["label"]), first["value"]) if first else (None, "")


_SET_ABOVE = re.compile(
    r"(?P<label>Criteri(?:a|on)|Time\s?frame|Timeline|Conditions?|Behaviou?r)\s+(?P<value>[a-z].*)$", re.DOTALL
)


def part_name(label: str) -> str | None:
    """The part of a goal's sentence (timeframe, who, condition, behavior, criterion) that a label asks for, or None."""
    plain = " ".join(label.split()).strip(" :._*()")
    if not plain or len(plain) > _LONGEST_LABEL:
        return None
    return next((name for name in names("goal-parts") if pattern("goal-parts", name).fullmatch(plain)), None)


_LONGEST_LABEL = 50  # characters


def _behind(value: str, label: str) -> str:
    """A value without its label, where an event has both."""
    return value[len(label) :].lstrip(" :–—-") if value.startswith(label) else value


def _whole(run: Sequence[_Part], others: Sequence[Event]) -> list[Event] | None:
    """The goal that the parts make up and what else they say of it; None for parts that are no goal."""
    behavior = next((p for p in run if p.name == "behavior"), None)
    told = {p.name for p in run}
    if behavior is None or not told & {"condition", "criterion"} or len(behavior.value.split()) < _FEWEST:
        return None
    text, taken = one_sentence([(p.name, p.value) for p in run])
    if not looks_like_goal(text) and not {"condition", "criterion"} <= told:
        return None
    if any(key_of(behavior.value) in key_of(e.value) for e in others):
        return list(_besides(run, frozenset()))  # the parts of a goal that is stated as a whole as well
    own = [p.events[-1].place for p in run if p.name in taken]
    boxes = [place.box for place in own if place.box and place.page == own[0].page]
    place = Place(own[0].page, around(boxes) if boxes else None, text)
    return [Event("goal", text, place, behavior.events[0].label), *_besides(run, taken)]


_FEWEST = 2  # words of what the child will do


def _besides(run: Sequence[_Part], taken: frozenset[str]) -> Iterator[Event]:
    """The level to reach, and the day where it is no part of the sentence."""
    for part in run:
        name = {"criterion": "criterion", "timeframe": "deadline"}.get(part.name)
        if name and not (name == "deadline" and part.name in taken):
            yield replace(part.events[-1], name=name, value=part.value, head=False)
