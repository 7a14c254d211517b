"""Services from grids, label lines, lists and sentences."""

from __future__ import annotations

from datetime import date

import pytest
from builders import COVER, plan

from iepaudit.model.field import FieldState, Place
from iepaudit.model.iep import Service
from iepaudit.parse.service_kinds import named_without_kind
from iepaudit.parse.tables import GridCell

START, END = date(2026, 3, 9), date(2027, 3, 1)
HEADS = "| Service | Amount | Frequency | Location | Start Date | End Date |"


def services(text: str, heading: str = "Special Education Services") -> tuple[Service, ...]:
    found = plan(
        f"{COVER}# {heading}\n{text}\n\n# Placement\nIda leaves class because she needs instruction.\n"
    ).services
    assert found is not None
    return found


def grid_cell(text: str) -> GridCell:
    return GridCell(text, text, Place(1, None, text), ())


def weekly(text: str) -> list[tuple[str, int | None]]:
    return [(s.name, s.minutes_per_week) for s in services(text)]


def test_a_row_of_a_grid_is_a_service_with_all_its_columns() -> None:
    (row,) = services(
        "| Service | Amount | Frequency | Location | Provider | Start | End |\n"
        "| Reading instruction | 30 minutes | 5 times per week | resource room | teacher | 03/09/2026 | 03/01/2027 |"
    )
    assert (row.name, row.amount.value, row.frequency.value, row.location.value, row.provider.value) == (
        "Reading instruction",
        "30 minutes",
        "5 times per week",
        "resource room",
        "teacher",
    )
    assert (row.start.value, row.end.value, row.minutes_per_week) == (START, END, 150)


@pytest.mark.parametrize(
    "text",
    [
        f"{HEADS}\n| Speech therapy | 20 minutes | 2 times per week | speech room | 03/09/2026 | 03/01/2027 |",
        "| Service | Minutes per Session | Times per Week |\n| Speech therapy | 20 | 2 |",
        "| Service | Minutes per Week | Location |\n| Speech therapy | 40 | speech room |",
        "| Service | Frequency and Duration |\n| Speech therapy | 2 times per week, 20 minutes |",
        "Speech therapy: 20 minutes, 2 times per week, in the speech room",
        "• Speech therapy, 20 minutes, 2 times per week",
        "1. Speech therapy - 20 minutes, twice a week",
        "Ida will receive speech therapy for 20 minutes, 2 times per week, in the speech room.",
        "Speech therapy is provided 40 minutes weekly.",
        "Speech therapy is provided for 40 minutes weekly.",
        "Service: Speech therapy\nAmount: 20 minutes\nFrequency: 2 times per week\nLocation: speech room",
        "Service: [[Speech therapy]]\nAmount: [[20 minutes]]\nFrequency: [[2 times per week]]",
        "Speech therapy ☐ G ☒ S ☐ O 40 minutes ☐ D ☒ W ☐ M",
    ],
)
def test_one_service_reads_alike_in_every_layout(text: str) -> None:
    assert [(name.lower(), minutes) for name, minutes in weekly(text)] == [("speech therapy", 40)]


def test_two_rows_are_two_services() -> None:
    assert weekly(
        f"{HEADS}\n| Reading instruction | 30 minutes | daily | resource room | 03/09/2026 | 03/01/2027 |\n"
        "| Counseling | 30 minutes | 1 time per month | office | 03/09/2026 | 03/01/2027 |"
    ) == [("Reading instruction", 150), ("Counseling", None)]


def test_a_grid_goes_on_without_heads_on_the_next_page() -> None:
    text = (
        f"{HEADS}\n| Reading instruction | 30 minutes | daily | resource room | 03/09/2026 | 03/01/2027 |\n~~~\n"
        "| Speech therapy | 20 minutes | 2 times per week | speech room | 03/09/2026 | 03/01/2027 |"
    )
    assert weekly(text) == [("Reading instruction", 150), ("Speech therapy", 40)]


def test_a_cell_with_two_services_on_two_lines_is_two_rows() -> None:
    text = (
        "| Service | Frequency | Location |\n"
        "| - Reading instruction //- Speech therapy | - 30 minutes daily //- 40 minutes weekly | - class //- room |"
    )
    assert weekly(text) == [("Reading instruction", 150), ("Speech therapy", 40)]


def test_a_typed_row_that_names_another_kind_of_service_changes_the_kind_below_it() -> None:
    text = (
        f"{HEADS}\n| Reading instruction | 30 minutes | daily | room | 03/09/2026 | 03/01/2027 |\n"
        "| [[Related Services]] |  |  |  |  |  |\n"
        "| Speech therapy | 20 minutes | weekly | room | 03/09/2026 | 03/01/2027 |"
    )
    assert [(s.name, s.category) for s in services(text)] == [
        ("Reading instruction", "special-education"),
        ("Speech therapy", "related-service"),
    ]


def test_a_row_that_names_another_kind_of_service_changes_the_kind_below_it() -> None:
    text = (
        f"{HEADS}\n| Reading instruction | 30 minutes | daily | room | 03/09/2026 | 03/01/2027 |\n"
        "| Related Services |  |  |  |  |  |\n| Speech therapy | 20 minutes | weekly | room | 03/09/2026 | 03/01/2027 |"
    )
    assert [(s.name, s.category) for s in services(text)] == [
        ("Reading instruction", "special-education"),
        ("Speech therapy", "related-service"),
    ]


def test_an_empty_cell_that_was_asked_is_template_not_blank() -> None:
    (row,) = services(f"{HEADS}\n| Reading instruction | 30 minutes | daily |  | 03/09/2026 |  |")
    assert row.location.state is FieldState.TEMPLATE
    assert row.end.state is FieldState.TEMPLATE
    assert row.provider.state is FieldState.BLANK


def test_a_date_that_cannot_be_read_is_unclear() -> None:
    (row,) = services(f"{HEADS}\n| Reading instruction | 30 minutes | daily | room | in spring | 03/01/2027 |")
    assert row.start.state is FieldState.UNCLEAR


def test_a_date_that_wraps_in_a_narrow_cell_is_read() -> None:
    (row,) = services(f"{HEADS}\n| Reading instruction | 30 minutes | daily | room | 03/09/20 //26 | 03/01/20 //27 |")
    assert (row.start.value, row.end.value) == (START, END)


@pytest.mark.parametrize(
    "name", ["Total", "None", "N/A", "______", "Describe the service", "Before: Reading instruction", "Not applicable"]
)
def test_totals_and_nothing_are_no_services(name: str) -> None:
    assert services(f"{HEADS}\n| {name} | 30 minutes | daily | room | 03/09/2026 | 03/01/2027 |") == ()


def test_a_service_without_amount_is_kept_as_a_gap() -> None:
    (row,) = services(f"{HEADS}\n| Speech therapy |  |  | speech room | 03/09/2026 | 03/01/2027 |")
    assert (row.name, row.minutes_per_week) == ("Speech therapy", None)
    assert row.amount.state is FieldState.TEMPLATE


def test_as_needed_is_an_answer_and_no_figure() -> None:
    (row,) = services(f"{HEADS}\n| Counseling | as needed | as needed | office | 03/09/2026 | 03/01/2027 |")
    assert row.minutes_per_week is None
    assert row.frequency.value == "as needed"


def test_all_services_are_dated_by_one_sentence() -> None:
    text = (
        "Reading instruction, 30 minutes, 5 times per week.\n\nSpeech therapy, 20 minutes, 2 times per week.\n\n"
        "All services begin on 03/09/2026 and end on 03/01/2027."
    )
    assert [(s.start.value, s.end.value) for s in services(text)] == [(START, END), (START, END)]


def test_a_form_that_asks_for_other_dates_only_takes_the_start_of_the_plan() -> None:
    text = (
        "Give a start date if other than the IEP initiation date.\n"
        "| Service | Amount | Frequency |\n| Reading instruction | 30 minutes | daily |"
    )
    assert [s.start.value for s in services(text)] == [START]


def test_dates_of_the_plan_are_not_lent_where_no_form_says_so() -> None:
    (row,) = services("| Service | Amount | Frequency |\n| Reading instruction | 30 minutes | daily |")
    assert row.start.state is FieldState.BLANK


def test_codes_in_boxes_say_place_and_period() -> None:
    (row,) = services("Speech therapy ☐ G ☒ S ☐ O 60 minutes ☐ D ☒ W ☐ M")
    assert (row.location.value, row.minutes_per_week) == ("special education", 60)


def test_two_marked_periods_give_no_figure() -> None:
    (row,) = services("Speech therapy ☐ G ☒ S ☐ O 60 minutes ☒ D ☒ W ☐ M")
    assert row.minutes_per_week is None


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Speech therapy, 20 minutes weekly in the speech room.", "speech room"),
        ("Speech therapy, 20 minutes weekly, in the general education classroom", "general education classroom"),
        ("Speech therapy, 20 minutes weekly, push-in", "push-in"),
        ("Speech therapy, 20 minutes weekly, in a group of three", None),
        ("Reading instruction, 20 minutes weekly, Sp. Ed. teacher", None),
        ("Reading instruction, 20 minutes weekly, resource room aide", None),
        ("Reading instruction, 20 minutes weekly, resource room aide, sp. ed. room", "sp. ed. room"),
    ],
)
def test_the_place_is_told_from_a_sentence(text: str, where: str | None) -> None:
    assert services(text)[0].location.value == where


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Speech therapy, 20 minutes weekly, provided by the speech-language pathologist.",
            "speech-language pathologist",
        ),
        ("Reading instruction, 20 minutes weekly, special education teacher", "special education teacher"),
    ],
)
def test_the_provider_is_told_from_a_sentence(text: str, who: str) -> None:
    assert services(text)[0].provider.value == who


def test_a_weekly_probe_is_no_service() -> None:
    assert services("Progress is measured by a weekly probe of two minutes.") == ()


def test_the_same_service_said_twice_counts_once() -> None:
    text = (
        f"{HEADS}\n| Reading instruction | 30 minutes | daily | room | 03/09/2026 | 03/01/2027 |\n\n"
        "Reading instruction is provided 150 minutes weekly."
    )
    assert weekly(text) == [("Reading instruction", 150)]


def test_the_same_service_with_another_figure_is_kept_for_the_contradiction() -> None:
    text = (
        f"{HEADS}\n| Reading instruction | 30 minutes | daily | room | 03/09/2026 | 03/01/2027 |\n\n"
        "Reading instruction is provided 140 minutes weekly."
    )
    assert weekly(text) == [("Reading instruction", 150), ("Reading instruction", 140)]


@pytest.mark.parametrize(
    ("heading", "category"),
    [("Special Education Services", "special-education"), ("Related Services", "related-service"), ("ESY", "esy")],
)
def test_the_heading_tells_the_kind_of_service(heading: str, category: str) -> None:
    assert services("Speech therapy, 20 minutes, 2 times per week.", heading)[0].category == category


def test_a_promise_without_a_service_section_is_found_in_the_text() -> None:
    text = f"{COVER}# Present Levels\nIda will receive speech therapy for 20 minutes, 2 times per week.\n"
    found = plan(text).services
    assert found is not None
    assert [(s.name, s.minutes_per_week) for s in found] == [("speech therapy", 40)]


def test_services_that_were_never_found_are_none_and_an_empty_section_is_empty() -> None:
    assert plan(f"{COVER}# Present Levels\nIda reads 62 words per minute.\n").services is None
    assert plan(f"{COVER}# Special Education Services\n{HEADS}\n").services == ()


def test_a_service_quotes_its_row_and_page() -> None:
    found = plan(f"{COVER}~~~\n# Related Services\nSpeech therapy, 20 minutes, weekly, speech room\n").services
    assert found is not None
    assert (found[0].place.page, found[0].text) == (2, "Speech therapy, 20 minutes, weekly, speech room")


def services_of(rows: str) -> list[tuple[str, int | None]]:
    found = plan(COVER + "# Special Education Services\n\n" + rows).services
    return [(s.name, s.minutes_per_week) for s in found or ()]


def test_several_services_in_one_paragraph_are_several() -> None:
    text = (
        "Reading instruction, 4 hours per week, in the resource room. "
        "Speech therapy, 30 minutes twice a week, in the speech room."
    )
    assert services_of(text) == [("Reading instruction", 240), ("Speech therapy", 60)]


def test_a_table_of_names_and_weekly_minutes_is_a_service_table() -> None:
    rows = "| Services within general education | Minutes per week in setting |\n| Co-taught instruction | 200 |\n"
    assert services_of(rows) == [("Co-taught instruction", 200)]


def test_how_much_may_stand_under_service_description() -> None:
    rows = (
        "| Service nature | Service description | Location | Begin date |\n"
        "| Speech therapy | 30 minutes, 2 times per week | speech room | 03/09/2026 |\n"
    )
    assert services_of(rows) == [("Speech therapy", 60)]


def test_a_duration_in_dates_is_no_amount() -> None:
    (found,) = (
        plan(
            COVER + "# Special Education Services\n\n| Service | Amount and frequency | Location | Duration |\n"
            "| Reading instruction | 30 minutes, 3 times per week | resource room | 3/9/2026 - 3/1/2027 |\n"
        ).services
        or ()
    )
    assert found.minutes_per_week == 90
    assert found.start.value is not None and found.start.value.isoformat() == "2026-03-09"


def test_a_sentence_on_regression_is_no_service_called_by_its_first_words() -> None:
    text = (
        COVER
        + "# Extended School Year\n\nIn August 2025 Ida needed 9 weeks to learn her letters again, 10 minutes a day.\n"
    )
    assert [s.name for s in plan(text).services or ()] == []


@pytest.mark.parametrize(
    ("row", "minutes"),
    [("150 | Week", 150), ("60 | Month", None), ("30 | Day", 150)],
)
def test_a_period_in_the_cell_behind_the_minutes_is_a_frequency(row: str, minutes: int | None) -> None:
    assert weekly(f"| Service | Min | Per | Location |\n| Reading instruction | {row} | resource room |") == [
        ("Reading instruction", minutes)
    ]


@pytest.mark.parametrize(
    "dates",
    ["Initiation date: 03/09/2026\nDuration date: 03/01/2027\n", "Services begin 03/09/2026 and end 03/01/2027.\n"],
)
def test_dates_said_once_above_a_table_hold_for_its_rows(dates: str) -> None:
    (row,) = services(f"{dates}\n| Service | Amount | Frequency |\n| Speech therapy | 20 minutes | 2 times per week |")
    assert (row.start.value, row.end.value) == (START, END)


def test_two_short_dates_side_by_side_are_two_dates() -> None:
    (row,) = services("Speech therapy: 20 minutes, 2 times per week, 03/09/26 03/01/27")
    assert (row.start.value, row.end.value) == (START, END)


def test_a_day_above_twelve_in_a_row_shows_how_its_other_date_is_written() -> None:
    (row,) = services(f"{HEADS}\n| Speech therapy | 20 minutes | weekly | speech room | 14/10/2026 | 09/06/2027 |")
    assert (row.start.value, row.end.value) == (date(2026, 10, 14), date(2027, 6, 9))


def test_marked_boxes_with_amounts_behind_them_are_services() -> None:
    text = (
        "☒ Speech therapy: 20 minutes, 2 times per week, speech room\n"
        "☐ Occupational therapy\n☒ Counseling: 30 minutes weekly, counseling office"
    )
    assert weekly(text) == [("Speech therapy", 40), ("Counseling", 30)]


def test_a_marked_sentence_about_services_is_no_service() -> None:
    text = "☒ The team has considered services for the summer. They run 30 minutes daily.\n☐ None are needed"
    assert services(f"Speech therapy: 20 minutes weekly\n\n{text}")[0].name == "Speech therapy"
    assert len(services(f"Speech therapy: 20 minutes weekly\n\n{text}")) == 1


def test_a_marked_service_takes_the_labelled_values_behind_it() -> None:
    text = "☒ Physical therapy\nMinutes: 20\nFrequency: weekly\nLocation: gym"
    (row,) = services(text)
    assert (row.name, row.minutes_per_week, row.location.value) == ("Physical therapy", 20, "gym")


@pytest.mark.parametrize("label", ["Supports for school personnel", "Supplementary aids and services; accommodations"])
def test_aids_and_supports_for_staff_among_the_services_are_no_services(label: str) -> None:
    text = f"Speech therapy: 20 minutes, 2 times per week\n{label}: a quiet corner for five minutes each month"
    assert weekly(text) == [("Speech therapy", 40)]


def test_a_row_with_nothing_but_a_place_and_a_date_goes_on_with_the_table() -> None:
    rows = services(
        f"{HEADS}\n| Reading instruction | 30 minutes | daily | classroom | 03/09/2026 | 03/01/2027 |\n"
        "| Counseling | | | office | 03/09/2026 | 03/01/2027 |"
    )
    assert [(r.name, r.frequency.state) for r in rows][1] == ("Counseling", FieldState.TEMPLATE)


def test_the_kind_of_service_printed_above_a_name_in_its_cell_is_no_part_of_the_name() -> None:
    cell = grid_cell("SPECIALLY DESIGNED INSTRUCTION\nWriting instruction")
    assert named_without_kind(cell)[0] == "Writing instruction"
    assert named_without_kind(grid_cell("Writing\ninstruction"))[0] == "Writing instruction"


def test_half_a_cell_that_begins_with_an_amount_is_no_name() -> None:
    assert weekly("Speech therapy: 20 minutes weekly\n\n100 minutes per\nweek") == [("Speech therapy", 20)]


@pytest.mark.parametrize(
    ("where", "place"),
    [("at the hospital", "hospital"), ("at Birch Hill Middle School", "Birch Hill Middle School")],
)
def test_places_outside_of_class_and_named_schools_are_places(where: str, place: str) -> None:
    (row,) = services(f"Job coaching services, 3 hours per week, {where}, 03/09/2026 to 03/01/2027")
    assert place in (row.location.value or "")


def test_a_narrative_without_headings_promises_services_in_sentences() -> None:
    text = (
        "Ida will have one-to-one reading instruction with Ms. Roe for 40 minutes each school day in the reading room. "
        "Mr. Poe will teach her functional math in a group of four for 30 minutes, four times a week. "
        "She will see our counselor as needed in the counseling office."
    )
    found = plan(f"{COVER}# What we will do\n{text}\n\n# Placement\nIda leaves class because she needs it.\n").services
    assert found is not None
    assert [(s.name, s.minutes_per_week) for s in found] == [
        ("one-to-one reading instruction", 200),
        ("functional math", 120),
        ("counselor", None),
    ]


@pytest.mark.parametrize(
    ("text", "name", "minutes"),
    [
        ("Over summer 2025 she lost 8 of 14 words, and had 5 of them back by 9/15. Speech therapy, 30 minutes, 2 "
         "times weekly, 07/06/2026 to 08/05/2026.", "Speech therapy", 60),
        ("Turns dropped from 6 to 2 in July. Goal 1 only: social group with SLP, 60 minutes 3 times a week.",
         "social group", 180),
    ],
)  # fmt: skip
def test_the_reason_for_a_summer_service_is_not_its_name(text: str, name: str, minutes: int) -> None:
    found = services(text, "Extended School Year Services")
    assert [(s.name, s.minutes_per_week) for s in found] == [(name, minutes)]


def test_the_same_service_in_summer_is_another_one() -> None:
    text = (
        f"{HEADS}\n| Speech therapy | 30 minutes | 2 times per week | Room 4 | 03/09/2026 | 03/01/2027 |\n\n"
        "# Extended School Year\nSpeech therapy, 30 minutes, 2 times weekly in July.\n"
    )
    assert [s.category for s in services(text)] == ["special-education", "esy"]


def test_a_sentence_on_how_the_time_of_a_service_is_divided_is_no_other_one() -> None:
    text = (
        f"{HEADS}\n| Speech therapy | 60 minutes | per week | Room 4 | 03/09/2026 | 03/01/2027 |\n\n"
        "Speech therapy is given in two 30 minute group sessions.\n"
    )
    assert weekly(text) == [("Speech therapy", 60)]


@pytest.mark.parametrize("name", ["Group speech therapy", "Speech-language therapy"])
def test_nor_is_one_that_calls_the_service_by_a_word_of_its_name(name: str) -> None:
    text = (
        f"{HEADS}\n| {name} | 60 minutes | per week | Room 4 | 03/09/2026 | 03/01/2027 |\n\n"
        "# Clarification of Services\nSpeech: 2 sessions of 30 min. Lunch group: 1 session.\n"
    )
    assert weekly(text) == [(name, 60)]


def test_dates_in_a_box_of_their_own_are_those_of_the_services_below_it() -> None:
    (found,) = services(
        "| Initiation Date: 03/09/2026 | Duration Date: 03/01/2027 |\n\n"
        "| Service | Location: outside general education? | Minutes per week |\n"
        "| Reading instruction | Resource room | 200 min (5 x 40) |\n| TOTAL | | 200 |\n"
    )
    assert (found.start.value, found.end.value, found.minutes_per_week) == (START, END, 200)
    assert (found.name, found.location.value) == ("Reading instruction", "Resource room")


@pytest.mark.parametrize("school", ["Lark Hill Middle", "Lark HS", "Lark Hill Elem.", "Lark Junior High"])
def test_a_school_between_commas_is_where_a_service_is_given(school: str) -> None:
    (found,) = services(f"Speech therapy, 30 min, 2x/wk, {school}, 03/09/2026 to 03/01/2027, sp. ed. teacher.\n")
    assert (found.location.value, found.provider.value) == (school, "sp. ed. teacher")


@pytest.mark.parametrize(
    "row",
    [
        "Text-to-speech for science | each text longer than 1 page",
        "Slant board and pencil grip | each written task of more than 5 min.",
        "Timer | any lesson lasting 20 minutes or more",
    ],
)
def test_an_aid_for_long_tasks_is_no_service(row: str) -> None:
    table = (
        "| Modifications and SDI | Frequency | Location |\n"
        f"| {row} | All classrooms |\n| Decoding instruction | 30 min., 5x/week | Room 4 |\n"
    )
    found = services(table, "Program Modifications and Specially Designed Instruction (SDI)")
    assert [s.name for s in found] == ["Decoding instruction"]


def test_who_receives_a_support_is_not_where_it_is_given() -> None:
    (found,) = services(
        "| School Personnel to Receive Support | Support | Location | Frequency |\n"
        "| Grade 4 teacher | Consult with the reading teacher | Lark Elementary School | 20 min. per month |\n"
    )
    assert found.location.value == "Lark Elementary School"


def test_a_count_in_front_of_a_period_has_the_unit_of_its_head() -> None:
    found = services("| Service | Minutes / Frequency | Location |\n| Reading instruction | 150 / weekly | Room 4 |\n")
    assert [(s.name, s.minutes_per_week) for s in found] == [("Reading instruction", 150)]


@pytest.mark.parametrize("label", ["Special Education", "Related Services"])
def test_the_kind_of_a_service_in_front_of_it_is_not_its_name(label: str) -> None:
    found = services(f"{label}: Reading instruction in the resource room, 30 minutes daily, by the teacher.\n")
    assert [(s.name, s.minutes_per_week) for s in found] == [("Reading instruction", 150)]


def test_the_words_behind_the_name_of_the_part_say_in_what_the_child_is_taught() -> None:
    (found,) = services("Specially designed instruction: reading, 40 minutes, 5 times per week, resource room\n")
    assert found.name == "Specially designed instruction: reading"
