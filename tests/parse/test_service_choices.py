"""Services in lists of boxes and in lines of a paragraph. Nobody here exists."""

from __future__ import annotations

import pytest
from builders import services_under_heading, weekly

from iepaudit.parse.service_places import place_in


@pytest.mark.parametrize(
    "marked",
    [
        "☒ {name}   {minutes} minutes per week   Location: {place}   From 8/24/26 to 8/19/27",
        "☒ {name}   {minutes} min/wk   {place}   8/24/26 - 8/19/27",
        "☒ {name}   Minutes per week: {minutes}   Setting: {place}   From 8/24/26 to 8/19/27",
    ],
)
def test_marked_lines_of_a_list_with_blanks_are_the_services(marked: str) -> None:
    one = marked.format(name="Reading instruction", minutes=150, place="resource room")
    two = marked.format(name="Speech therapy", minutes=40, place="speech room")
    open_ones = "☐ {} ______ minutes per week Location: ____________ From ________ to ________"
    rows = [one, open_ones.format("Mathematics instruction"), open_ones.format("Vision services"), two]
    found = services_under_heading("\n".join(rows))
    assert weekly(found) == [("Reading instruction", 150), ("Speech therapy", 40)]
    assert [s.location.value for s in found] == ["resource room", "speech room"]
    assert all(s.start.filled and s.end.filled for s in found)


@pytest.mark.parametrize("dash", [" – ", ": ", ", "])
def test_lines_of_a_paragraph_that_each_say_how_much_are_services_of_their_own(dash: str) -> None:
    found = services_under_heading(
        f"Behavior instruction{dash}3 x 30 min/wk, grade 1 classroom (2/11/2026 – 2/8/2027), learning\n"
        "specialist\n"
        f"Reading instruction{dash}4 x 20 min/wk, learning center (2/11/2026 – 2/8/2027), learning specialist\n"
    )
    assert weekly(found) == [("Behavior instruction", 90), ("Reading instruction", 80)]
    assert [s.location.value for s in found] == ["grade 1 classroom", "learning center"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Speech, 2 x 30 min weekly, Room 12", "Room 12"),
        ("Speech, 30 min weekly, room B-104, SLP", "room B-104"),
        ("Math 150 minutes weekly Location: Grade 5 class From 8/24/26", "Grade 5 class"),
        ("Math, weekly setting: small group room; by the teacher", "small group room"),
        ("Reading, 1 class a day, 45 min", ""),
    ],
)
def test_places_in_lines(text: str, place: str) -> None:
    assert place_in(text) == place
