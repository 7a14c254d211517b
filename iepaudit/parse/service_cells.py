"""What the cells of a service's row say under their heads: amounts with their units, marks under settings and days."""

from __future__ import annotations

import re

from iepaudit.model.document import CHECKED
from iepaudit.parse.dates import find_dates
from iepaudit.parse.measures import read_measure
from iepaudit.parse.service_fields import ServiceDraft, service_words
from iepaudit.parse.service_heads import MARKS, PERIOD, Head, said_in
from iepaudit.parse.tables import GridCell, flat

_MONTH = re.compile(
    r"(?:0?[1-9]|1[0-2])\s*/\s*(?:20)?\d\d|(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\.?,? 20\d\d",
    re.IGNORECASE,
)
_MARKED = re.compile(rf"(?:[{MARKS}]|[xX](?!\w))\s*(?P<rest>\(.+\))?$")
_FOR_STAFF = re.compile(r"indirect|consult|monitor", re.IGNORECASE)  # what is given to the staff
_PER = re.compile(
    r"(?:\bper|/|\ba|\bpor|\ba la|\bal|\bcada)\s*(week|wk|day|month|year|semana|d[ií]a|mes)|\b(weekly|daily|monthly)\b"
)
_ENGLISH = {"semana": "week", "dia": "day", "día": "day", "mes": "month"}
_COUNT_FIRST = re.compile(r"(\d{1,3})\s*[/,;]?\s*(?=(?:daily|weekly|monthly|per|each|every)\b)", re.IGNORECASE)
# More than the times that anything is given in a week: "60 / weekly", "150 per week"
_MANY_WEEKLY = re.compile(
    r"((?:1[5-9]|[2-9]\d|\d{3})\d?)\s*[/,;]?\s*(?=(?:weekly|(?:per|each|every|a) (?:week|wk))\b)", re.IGNORECASE
)
_WITH_FACTORS = re.compile(
    r"(?P<all>\d{1,4})\s*(?:min(?:ute)?s?\.?\s*)?[(=]\s*(?P<few>\d{1,3})(?:\s*min(?:ute)?s?\.?)?\s*[x×]\s*"
    r"(?P<each>\d{1,3})(?:\s*min(?:ute)?s?\.?|\s*(?:times?|sessions?))?\)?",
    re.IGNORECASE,
)  # "135 (3 x 45)", "135 min (3 x 45 min)", "135 (45 min x 3)"
_PERIOD_ALONE = re.compile(
    r"(?:school )?(?:day|week|month|quarter|semester|trimester|year)|"
    r"(?:rep(?:ort(?:ing)?)?|grading|marking)\.? period", re.IGNORECASE
)  # fmt: skip
_MARKED_PERIOD = re.compile(rf"{CHECKED}\s*(?P<period>[a-z][a-z. ]{{2,}})", re.IGNORECASE)  # of boxes for periods

_SHORT_PERIODS = {"d": "day", "w": "week", "wk": "week", "m": "month", "mo": "month", "y": "year", "yr": "year"}


def is_timed(row: dict[int, GridCell], head: Head) -> bool:
    """Whether a row says how much by number."""
    cells = [flat(row[c].text) for c, meaning in head.names.items() if meaning in ("amount", "frequency") and c in row]
    return any(c.isdigit() for cell in cells for c in cell)


_HOURS, _MINUTES = re.compile(r"(?:hours?|hrs?|h)\b\W*", re.I), re.compile(r"(?:minutes?|mins?|m)\b\W*", re.I)
_FIGURE = re.compile(r"\d{1,3}")


def hours_and_minutes(row: dict[int, GridCell], head: Head) -> dict[int, str]:
    """By column, what two columns side by side say together that are headed "Hrs" and "Min": the whole time in the
    first, nothing in the second; no columns where there are no such two."""
    told: dict[int, str] = {}
    for column in head.names:
        heads = flat(head.printed.get(column, "")), flat(head.printed.get(column + 1, ""))
        if not _HOURS.fullmatch(heads[0]) or not _MINUTES.fullmatch(heads[1]):
            continue
        values = [flat(row[c].text) if c in row else "" for c in (column, column + 1)]
        if all(_FIGURE.fullmatch(value) for value in values):
            units = [f"{int(v)} {unit}" for v, unit in zip(values, ("hours", "minutes"), strict=True) if int(v)]
            told |= {column: " ".join(units) or "0 minutes", column + 1: ""}
    return told


def understood(meaning: str, value: str, printed: str) -> tuple[str, str]:
    """(meaning, value) of a cell under a head: a bare number with its unit, "Duration" that says from when to when."""
    if meaning in ("amount", "frequency") and not read_measure(value).amount:
        if find_dates(value):
            return "dates", value
        if meaning == "amount" and _MONTH.fullmatch(value):
            return "end", value
    if (whole := _WITH_FACTORS.fullmatch(value)) and int(whole["all"]) == int(whole["few"]) * int(whole["each"]):
        value = whole["all"]
    if meaning in ("amount", "frequency") and value and re.fullmatch(r"[\d.,½/ ]+", value):
        return meaning, with_unit(value, printed)
    if (
        meaning in ("amount", "frequency")
        and (count := _COUNT_FIRST.match(value))
        and re.search(r"\bmin", printed, re.I)
    ):
        return meaning, f"{count[1]} minutes {value[count.end() :]}"  # "150 / weekly" under "Minutes / Frequency"
    if meaning in ("amount", "frequency") and (many := _MANY_WEEKLY.match(value)):
        return meaning, f"{many[1]} minutes {value[many.end() :]}"
    if meaning == "location" and (marked := _MARKED.match(value)):  # "X" or "X (room 12)" under "Special Ed"
        setting = service_words("setting-head").search(printed)
        return meaning, f"{setting.group()} {marked['rest'] or ''}".strip() if setting else value
    if meaning == "frequency" and (marked := _MARKED_PERIOD.fullmatch(value)):
        value = marked["period"]
    if meaning == "dates" and PERIOD.fullmatch(value):
        meaning = "frequency"  # "Monthly" under "Service Period"
    if meaning == "frequency" and value.lower().rstrip(".") in _SHORT_PERIODS:
        value = _SHORT_PERIODS[value.lower().rstrip(".")]
    if meaning == "frequency" and _PERIOD_ALONE.fullmatch(value):
        return meaning, f"per {value.lower()}"  # "150" under "Min" and "Week" under "Per"
    return meaning, value


def put_marked(draft: ServiceDraft, row: dict[int, GridCell], head: Head) -> None:
    """Columns that are about one setting or period each: what the marked or filled ones say."""
    days = 0
    on_days: list[tuple[str, str]] = []  # a day, its minutes
    deliveries: list[tuple[bool, str]] = []  # whether for the staff, and how much
    summed = any(row[c].text.strip() for c, name in head.names.items() if name == "amount" and c in row)
    for column, (meaning, words) in head.each.items():
        cell = row.get(column)
        value = said_in(cell) if cell else ""
        if cell is None or not value or not any(c.isalnum() or c in MARKS for c in value):
            if meaning in ("weekday", "day"):
                continue
            draft.asked.add({"amount": "location", "delivery": "amount"}.get(meaning, meaning))
        elif meaning == "weekday":
            days += 1
        elif meaning == "day":
            on_days.append((words, value))
        elif meaning in ("amount", "delivery"):
            if re.search(r"[1-9]", value):
                bare = re.fullmatch(r"[\d.,½/ ]+", value)
                heads = (head.printed.get(column, ""), head.printed.get(head.name, ""))
                unit = next((printed for printed in heads if _HAS_UNIT.search(printed)), "")
                said = with_unit(value, unit or heads[0]) if bare and (unit or meaning != "amount") else value
                if not summed or meaning == "delivery":
                    draft.put("amount", said, cell.place)
                if meaning == "amount":
                    draft.put("location", words, cell.place)
                else:
                    deliveries.append((bool(_FOR_STAFF.match(words)), said))
        else:
            draft.put(meaning, words, cell.place)
    if on_days:
        lengths = [value if read_measure(value).amount else f"{value} minutes" for _, value in on_days]
        alike = len(set(lengths)) == 1
        draft.put("amount", lengths[0] if alike else ", ".join(lengths), draft.place)
        draft.put("frequency", ", ".join(day for day, _ in on_days), draft.place)
        draft.weekly = tuple(read_measure(f"{length} per week").minutes_per_week for length in lengths)
    if days and "frequency" not in draft.parts:
        draft.put("frequency", f"{days} days per week", draft.place)
    if len(deliveries) > 1:
        often = draft.parts.get("frequency", ("", draft.place))[0]
        kept = [said for staff, said in deliveries if not staff] or [said for _, said in deliveries]
        draft.weekly = tuple(
            read_measure(said if read_measure(said).frequency else f"{said}; {often}").minutes_per_week for said in kept
        )


_HAS_UNIT = re.compile(r"\b(?:min|hour|hr|session|time|day|mp[wdm]\b)", re.IGNORECASE)
# "Freq. of weeks", "Frequency (1 = every week)", "Every how many weeks"
_INTERVAL = re.compile(
    r"(?:freq\w*|every|interval)\W*(?:(?:of|in|by|how many|number of|no\.?)\W*)*(?:weeks|wks)\b|\bweeks between\b|"
    r"\b1\s*=\s*(?:every|each|once|weekly)\b"
)
_LONG_UNITS = {"mpw": "minutes per week", "mpd": "minutes per day", "mpm": "minutes per month"}
_SHORT_UNITS = re.compile(rf"\b(?:{'|'.join(_LONG_UNITS)})\b")
_MOST_WEEKS = 6  # between two times that a service is given; more are those of a year


def with_unit(value: str, head: str) -> str:
    """A bare number with the unit that its column head names: "30" under "Minutes per week", "2" under "Frequency of
    weeks"."""
    lowered = _SHORT_UNITS.sub(lambda found: _LONG_UNITS[found.group()], head.lower())
    if _INTERVAL.search(lowered) and value.isdigit():
        weeks = int(value)
        return "every week" if weeks == 1 else f"every {weeks} weeks" if weeks <= _MOST_WEEKS else f"{weeks} weeks"
    if re.search(r"hour|hora|\bhrs?\b", lowered):
        unit = "hours"
    elif re.search(r"\bmin|duration|length|amount|\btime\b(?! per)", lowered):
        unit = "minutes"
    elif "day" in lowered:
        unit = "days"
    else:
        unit = "times"
    period = _PER.search(lowered)
    if period:
        word = _ENGLISH.get(period[1] or "", period[1]) or period[2]
        return f"{value} {unit} {'per ' if period[1] else ''}{word}"
    return f"{value} {unit}"
