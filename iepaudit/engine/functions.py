"""The named functions that rules may `call`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeAlias

from iepaudit.engine.context import Context, main_leaf
from iepaudit.engine.facts import Group, Leaf, Many
from iepaudit.engine.trace import Trace
from iepaudit.engine.truth import Truth, truth_of
from iepaudit.model.field import Place
from iepaudit.parse.name_runs import is_short_for
from iepaudit.rulepack.expr import Scalar
from iepaudit.rulepack.paths import Path
from iepaudit.rulepack.patterns import MAX_TEXT, compiled

Arguments: TypeAlias = Mapping[str, Path | Scalar]

_PAGE_LABEL = re.compile(
    r"\bpage\s*:?\s*(\d{1,3})\s*(?:of|/)\s*(\d{1,3})\b|^\s*(\d{1,3})\s*(?:of|/)\s*(\d{1,3})\s*$", re.I
)
_SLOT = re.compile(
    r"_{3,}"
    r"|\[\s*(?:student|child|name|insert|skill|criteri|percent|number|date|goal|baseline|his/her|he/she|teacher|school)"
    r"[^\]\n]{0,40}\]"
    r"|\{\s*[a-z][a-z _]{0,30}\}|<\s*(?:student|child|name|insert)[^>\n]{0,30}>"
    r"|\bX{3,}\b|\bchoose an item\b|\bclick (?:or tap )?here to enter\b|\(insert [^)\n]{2,40}\)",
    re.I,
)
_RANGE = re.compile(
    r"\b(\d{1,3})\s*(?:-|–|—|to)\s*(\d{1,3})\s*(minutes|minute|mins?|min\.|hours|hour|hrs?)(?!\w)", re.I
)
_NAME = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_COMMON_WORDS = (
    "the this that with from have will when then than each such into over under their there which while would "
    "should could these those being been were your they them what where after before about also more most other "
    "some only student students child school class year goal goals given using through during across able "
    "demonstrate"
)
_COMMON = frozenset(_COMMON_WORDS.split())


def _leaves(path: Path | Scalar | None, context: Context) -> tuple[list[Leaf], str]:
    assert isinstance(path, Path)
    found = context.find(path)
    leaves = [leaf for _, node in found.nodes if (leaf := main_leaf(node)) is not None]
    context.spend(sum(len(leaf.text) for leaf in leaves) // 500)
    return leaves, found.unknown or found.open


def _bad_reading(leaves: list[Leaf]) -> str:
    return next((leaf.why or "it could not be read" for leaf in leaves if leaf.state.value == "unclear"), "")


def page_gaps(arguments: Arguments, context: Context) -> Trace:
    """Printed labels such as 'Page 3 of 12': yes when a number of a run is never printed."""
    label = "printed page numbers leave some out"
    labels, _ = _leaves_of_many("page_labels", context)
    runs: list[tuple[int, list[int]]] = []
    for leaf in labels:
        match = _PAGE_LABEL.search(leaf.text)
        if not match:
            continue
        number, total = (int(n) for n in match.groups() if n)
        if not 1 <= number <= total:
            continue
        if runs and runs[-1][0] == total and number > runs[-1][1][-1]:
            runs[-1][1].append(number)
        else:
            runs.append((total, [number]))
    missing: list[str] = []
    for total, numbers in runs:
        if len(numbers) < 2 and total > 2:
            continue  # one label proves nothing about the others
        gaps = [n for n in range(1, total + 1) if n not in numbers]
        if gaps and len(numbers) >= 2:
            missing.append(f"{_spans(gaps)} of {total}")
    if not runs:
        return Trace(label, Truth.NO, "no printed page numbers")
    shown = ", ".join(missing)
    places = tuple(leaf.place for leaf in labels[:1] if leaf.place is not None)
    return Trace(label, truth_of(bool(missing)), shown or "none left out", shown, places if missing else ())


def _leaves_of_many(name: str, context: Context) -> tuple[list[Leaf], str]:
    document = context.facts.root.fields["document"]
    assert isinstance(document, Group)
    many = document.fields[name]
    assert isinstance(many, Many)
    return [leaf for node in many.items or () if (leaf := main_leaf(node)) is not None], many.why_open


def _spans(numbers: list[int]) -> str:
    parts: list[list[int]] = []
    for n in numbers:
        if parts and n == parts[-1][1] + 1:
            parts[-1][1] = n
        else:
            parts.append([n, n])
    return ", ".join(str(a) if a == b else f"{a} to {b}" for a, b in parts)


def other_name(arguments: Arguments, context: Context) -> Trace:
    """Given names in the child's place that are not the child's. Needs the child's name, and a name that stands
    there once or twice beside many of the child's own is the pattern of text copied from another plan."""
    label = "a name that is not the child's stands in the child's place"
    student = context.facts.root.fields["student"]
    assert isinstance(student, Group)
    name = student.fields["name"]
    assert isinstance(name, Leaf)
    used, _ = _leaves_of_many("first_names", context)
    headers, _ = _leaves_of_many("header_names", context)
    if not name.filled:
        if not used:
            return Trace(label, Truth.NO, "no name stands in the child's place")
        if len({leaf.text.casefold() for leaf in used}) == 1:
            return Trace(label, Truth.NO, "one name is used throughout")
        return Trace(label, Truth.UNSURE, "the child's name was not found", reasons=("the child's name was not found",))
    own = {part.casefold() for part in _NAME.findall(name.text)}
    strange = [leaf for leaf in headers if not _shares(leaf.text, own)]
    if strange and len(strange) < len(headers):
        found = tuple(leaf.place for leaf in strange if leaf.place is not None)
        return Trace(label, Truth.YES, strange[0].text, strange[0].text, found)
    others = [leaf for leaf in used if not _is_own(leaf.text, own)]
    if not others:
        return Trace(label, Truth.NO, "no other name")
    places = tuple(leaf.place for leaf in others if leaf.place is not None)
    if len(others) == len(used) and len(used) > 1:
        why = "the name on the first page is used nowhere else; it may have been misread, or be a legal name"
        return Trace(label, Truth.UNSURE, why, others[0].text, places, reasons=(why,))
    return Trace(label, Truth.YES, others[0].text, others[0].text, places)


def _shares(header: str, own: set[str]) -> bool:
    """A header that prints a part of the child's name, as "Park, L." does."""
    return any(part.casefold() in own for part in _NAME.findall(header) if len(part) > 1)


def _is_own(used: str, own: set[str]) -> bool:
    parts = [p.casefold() for p in _NAME.findall(used)]
    # Nicknames usually share their start with the name (Alex, Alexander; Sam, Samantha) or are its end (Beth).
    return any(
        p in own
        or any(len(p) >= 2 and (o.startswith(p[:3]) or o.endswith(p) or is_short_for(p, o)) for o in own if len(o) >= 2)
        for p in parts
    )


def unfilled_slot(arguments: Arguments, context: Context) -> Trace:
    """A slot that nobody filled."""
    label = f"{arguments['of']} has an unfilled slot"
    leaves, _ = _leaves(arguments["of"], context)
    for leaf in leaves:
        match = _SLOT.search(leaf.text[:MAX_TEXT])
        if match:
            places = (leaf.place,) if leaf.place is not None else ()
            return Trace(label, Truth.YES, f'"{match[0][:40]}" was not filled in', match[0][:40], places)
    return Trace(label, Truth.NO, "none")


def repeats_earlier(arguments: Arguments, context: Context) -> Trace:
    """The same words stand earlier in the list, numbers and all."""
    label = f"{arguments['of']} stands earlier in {arguments['in']}"
    of, among = arguments["of"], arguments["in"]
    assert isinstance(of, Path) and isinstance(among, Path)
    key = context.variables[of.steps[0].name][0] if of.steps[0].name in context.variables else ""
    mine, _ = _leaves(of, context)
    wanted = _plain(mine[0].text) if mine else ""
    if len(wanted) < 20:
        return Trace(label, Truth.NO, "too short to compare")
    for other_key, node in context.find(among).nodes:
        if other_key == key or other_key.startswith(key + "."):
            break
        leaf = main_leaf(node)
        context.spend(2)
        if leaf is not None and _plain(leaf.text) == wanted:
            places = tuple(p for p in (leaf.place, mine[0].place) if p is not None)
            return Trace(label, Truth.YES, "it has the same words as an earlier one", "", places)
    return Trace(label, Truth.NO, "no earlier one has the same words")


def _plain(text: str) -> str:
    return re.sub(r"[^\w%./<>]+", " ", text).casefold().strip()


def wide_range(arguments: Arguments, context: Context) -> Trace:
    """'15 to 60 minutes': a range wider than `minutes` (15 unless given)."""
    width = arguments.get("minutes", 15)
    assert isinstance(width, int | float)
    label = f"{arguments['of']} has a range of more than {width:g} minutes"
    leaves, _ = _leaves(arguments["of"], context)
    for leaf in leaves:
        for match in _RANGE.finditer(leaf.text[:MAX_TEXT]):
            factor = 60 if match[3].lower().startswith("h") else 1
            if (int(match[2]) - int(match[1])) * factor > width:
                places = (leaf.place,) if leaf.place is not None else ()
                return Trace(label, Truth.YES, match[0], match[0], places)
    bad = _bad_reading(leaves)
    return Trace(label, Truth.UNSURE, bad, reasons=(bad,)) if bad else Trace(label, Truth.NO, "none")


def pronoun_mix(arguments: Arguments, context: Context) -> Trace:
    """One set of pronouns (he or she) almost throughout and the other rarely, in sentences that start with it or
    follow the child's name. Never says which is right."""
    label = f"a second set of pronouns in {arguments['of']}"
    leaves, _ = _leaves(arguments["of"], context)
    found: dict[str, list[Place | None]] = {"he": [], "she": []}
    for leaf in leaves:
        for match in re.finditer(
            r"(?:^|[.!?]\s+|\b(?:that|when|because|and)\s+)(he|she)\b", leaf.text[:MAX_TEXT], re.I | re.M
        ):
            found[match[1].lower()].append(leaf.place)
    few, many = sorted(found.items(), key=lambda item: len(item[1]))
    if len(few[1]) and len(many[1]) >= 4 * len(few[1]):
        places = tuple(p for p in few[1][:3] if p is not None)
        return Trace(label, Truth.YES, f"{len(many[1])} times {many[0]}, {len(few[1])} times {few[0]}", few[0], places)
    return Trace(label, Truth.NO, "one set, or too few to tell")


def overlap(arguments: Arguments, context: Context) -> Trace:
    """Two texts share at least `words` words (2 unless given) that carry meaning."""
    wanted = arguments.get("words", 2)
    assert isinstance(wanted, int | float)
    label = f"{arguments['a']} and {arguments['b']} share {wanted:g} words"
    first, why_first = _leaves(arguments["a"], context)
    second, why_second = _leaves(arguments["b"], context)
    shared = _meaning(first) & _meaning(second)
    if len(shared) >= wanted:
        return Trace(label, Truth.YES, ", ".join(sorted(shared)[:5]))
    why = _bad_reading([*first, *second]) or why_first or why_second
    if why:
        return Trace(label, Truth.UNSURE, why, reasons=(why,))
    return Trace(label, Truth.NO, ", ".join(sorted(shared)) or "none")


def area_data(arguments: Arguments, context: Context) -> Trace:
    """Some paragraph of `of` speaks about the area and holds a measurement (lexicons `area-...` and `data-points`)."""
    label = f"{arguments['of']} has a measurement for {arguments['area']}"
    areas, why_area = _leaves(arguments["area"], context)
    texts, why_text = _leaves(arguments["of"], context)
    area = next((leaf.text for leaf in areas if leaf.filled), "")
    lexicon, data = context.lexicons.get(f"area-{area}"), context.lexicons.get("data-points")
    measured = False
    for leaf in texts:
        if not leaf.filled or data is None:
            continue
        context.spend(1 + len(leaf.text) // 500)
        for paragraph in leaf.text[:MAX_TEXT].split("\n"):
            found = compiled(data.pattern).search(paragraph)
            if found is None:
                continue
            measured = True
            if lexicon is not None and compiled(lexicon.pattern).search(paragraph):
                return Trace(label, Truth.YES, " ".join(found[0].split()), places=_places_of(leaf))
    why = _bad_reading(texts) or why_text or next((leaf.why_open for leaf in texts if leaf.why_open), "")
    if not why and measured and lexicon is None:
        why = "the present levels hold measurements, and it could not be told whether they are for this goal"
    if why:
        return Trace(label, Truth.UNSURE, why, reasons=(why,))
    looked = ("present levels" + (f" (page {texts[0].place.page})" if texts and texts[0].place else ""),)
    return Trace(label, Truth.NO, why_area or "no measurement for this area", looked=looked)


def area_named(arguments: Arguments, context: Context) -> Trace:
    """Some text of `of` uses a word about the area."""
    label = f"{arguments['of']} speaks about {arguments['area']}"
    areas, why_area = _leaves(arguments["area"], context)
    texts, why_text = _leaves(arguments["of"], context)
    area = next((leaf.text for leaf in areas if leaf.filled), "")
    lexicon = context.lexicons.get(f"area-{area}")
    if lexicon is not None:
        for leaf in texts:
            context.spend(1 + len(leaf.text) // 1000)
            found = compiled(lexicon.pattern).search(leaf.text[:MAX_TEXT]) if leaf.filled else None
            if found is not None:
                return Trace(label, Truth.YES, f'"{found[0]}"', places=_places_of(leaf))
    why = _bad_reading([*areas, *texts]) or why_area or why_text
    why = why or next((leaf.why_open for leaf in texts if leaf.why_open), "")
    if not why and area and lexicon is None:
        why = f"{area} may mean any subject"
    return Trace(label, Truth.UNSURE, why, reasons=(why,)) if why else Trace(label, Truth.NO, "not named")


def years_before(arguments: Arguments, context: Context) -> Trace:
    """The age is at least `majority` less `years`."""
    years = arguments["years"]
    assert isinstance(years, int | float)
    label = f"{arguments['age']} is within {years:g} years of {arguments['majority']}"
    ages, why_age = _leaves(arguments["age"], context)
    limits, _ = _leaves(arguments["majority"], context)
    age, limit = (ages[0].value if ages else None), (limits[0].value if limits else None)
    if not isinstance(limit, int | float):
        return Trace(label, Truth.NO, "no such age is set")
    if not isinstance(age, int | float):
        why = _bad_reading(ages) or why_age or "the age was not found"
        return Trace(label, Truth.UNSURE, why, reasons=(why,))
    return Trace(label, truth_of(age >= limit - years), f"{age:g} and {limit:g}")


def days_over(arguments: Arguments, context: Context) -> Trace:
    """`to` lies more than `days` after `from`. A setting that a profile does not make counts as 366 days."""
    days = arguments["days"]
    if isinstance(days, Path):
        leaves, _ = _leaves(days, context)
        days = leaves[0].value if leaves and isinstance(leaves[0].value, int | float) else 366
    assert isinstance(days, int | float)
    label = f"{arguments['to']} is more than {days:g} days after {arguments['from']}"
    first, why_first = _leaves(arguments["from"], context)
    last, why_last = _leaves(arguments["to"], context)
    begin, end = (first[0].value if first else None), (last[0].value if last else None)
    if not isinstance(begin, date) or not isinstance(end, date):
        why = _bad_reading([*first, *last]) or why_first or why_last or "a date was not found"
        return Trace(label, Truth.UNSURE, why, reasons=(why,))
    between = (end - begin).days
    places = (*_places_of(first[0]), *_places_of(last[0]))
    return Trace(label, truth_of(between > days), f"{between} days", places=places)


LONGEST_WEEK = 2100  # minutes: five days of seven hours, so that no shorter school week makes a false alarm


def minutes_over_share(arguments: Arguments, context: Context) -> Trace:
    """Minutes per week of services in a removal setting, against the percent of the day outside general education. Only
    a share too small by more than `points` (15 unless given) is reported: more may happen outside than is listed.
    Totals of minutes that the form itself asks for have to fit the percentage both ways."""
    points = arguments.get("points", 15)
    assert isinstance(points, int | float)
    label = f"minutes away from class exceed the stated share by more than {points:g} points"
    placement = context.facts.root.fields["placement"]
    services = context.facts.root.fields["services"]
    assert isinstance(placement, Group) and isinstance(services, Many)
    alone = _leaf(placement, "percent_general")
    ends = (alone, alone) if alone.filled else (_leaf(placement, "percent_least"), _leaf(placement, "percent_most"))
    least, most = (end.value for end in ends)
    lexicon = context.lexicons.get("removal-settings")
    if not isinstance(least, int | float) or not isinstance(most, int | float) or lexicon is None:
        return Trace(label, Truth.NO, "no percentage is stated")
    places = _places_of(ends[0])
    stated = f"{least:g}%" if least == most else f"{least:g}-{most:g}%"
    counted = _leaf(placement, "percent_of_minutes").value
    if isinstance(counted, int | float) and not least - points <= counted <= most + points:
        detail = f"by its own totals of minutes {counted:g}% of the week is in class; {stated} is stated"
        return Trace(label, Truth.YES, detail, places=places)
    total = 0.0
    for item in services.items or ():
        assert isinstance(item, Group)
        where, minutes, kind = (item.fields[name] for name in ("location", "minutes_per_week", "category"))
        assert isinstance(where, Leaf) and isinstance(minutes, Leaf) and isinstance(kind, Leaf)
        if kind.value == "esy":
            continue  # weeks of the summer are no part of a week of school
        if isinstance(minutes.value, int | float) and where.filled and compiled(lexicon.pattern).search(where.text):
            total += minutes.value
    if total > LONGEST_WEEK:
        why = f"{total:g} minutes are more than a week of school holds, and may have been misread"
        return Trace(label, Truth.UNSURE, why, reasons=(why,))
    away = 100 * total / LONGEST_WEEK
    upto = "" if least == most else "at most "
    detail = f"{total:g} minutes a week are at least {away:.0f}% of it; {upto}{100 - least:g}% is stated"
    return Trace(label, truth_of(away > 100 - least + points), detail, places=places)


def _leaf(group: Group, name: str) -> Leaf:
    found = group.fields[name]
    assert isinstance(found, Leaf)
    return found


def _places_of(leaf: Leaf) -> tuple[Place, ...]:
    return (leaf.place,) if leaf.place is not None else ()


def _meaning(leaves: list[Leaf]) -> set[str]:
    words = (w.casefold() for leaf in leaves for w in _NAME.findall(leaf.text[:MAX_TEXT]))
    return {w[:7] for w in words if len(w) > 3 and w not in _COMMON}


FUNCTIONS: Mapping[str, Callable[[Arguments, Context], Trace]] = {
    "page_gaps": page_gaps,
    "other_name": other_name,
    "unfilled_slot": unfilled_slot,
    "repeats_earlier": repeats_earlier,
    "wide_range": wide_range,
    "pronoun_mix": pronoun_mix,
    "overlap": overlap,
    "area_data": area_data,
    "area_named": area_named,
    "days_over": days_over,
    "minutes_over_share": minutes_over_share,
    "years_before": years_before,
}
