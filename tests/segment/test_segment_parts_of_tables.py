"""Parts of a plan that begin inside of tables and paragraphs. Nobody here exists."""

from __future__ import annotations

import pytest
from builders import COVER, keys, part

TITLE = "# Individualized Education Program\nStudent Name: Ida Fenn\nDate of Birth: 04/09/2016\n"


def found(body: str) -> list[str]:
    return [key for key in keys(part(f"{TITLE}\n{body}")) if key not in ("demographics", "other")]


def test_each_label_of_a_list_opens_its_part() -> None:
    assert found("""
| Strengths, interests and preferences of this learner | Ida paints and sings in the choir. |
| What the parents want us to know (concerns) | Her mother asks for fewer pages of homework. |
| How the disability plays out in class | Ida loses her place in long texts and stops reading. |
| Supports for staff | The speech therapist shows the teacher how to use the device. |
| Extended school year | Not needed, since she kept her words over the summer. |
""") == ["strengths", "parent-concerns", "impact", "personnel-supports", "esy"]  # fmt: skip


def test_numbered_rows_and_numbered_headings_go_on_past_each_other() -> None:
    body = """
| 1. Strengths | Ida paints and sings in the choir at school. |
| 2. Special considerations | Behavior is no concern, and she speaks English at home. |
| 3. Goal 1 (reading) | By 02/03/2027, Ida will read 80 words per minute on 3 probes. |
| 4. ESY | Not required, since she kept her words over the summer. |

5. Services

| Service | Amount | Location |
| Reading instruction | 30 minutes daily | resource room |
"""
    assert found(body) == ["strengths", "special-factors", "annual-goals", "esy", "special-education"]


def test_the_rows_of_a_goal_are_no_parts_of_their_own() -> None:
    assert found("""
# Goal 1: Reading
| Current academic achievement and functional performance | She reads words of one syllable. |
| Baseline | 41 words per minute in a passage she has not seen |
| Measurable annual goal | By 02/03/2027, Ida will read 80 words per minute on 3 probes. |
| Progress monitoring procedure | A probe of one minute each week, kept on a chart |
""") == ["annual-goals"]  # fmt: skip


def test_a_table_opens_a_part_by_its_column_heads() -> None:
    assert found("""
# Special Factors
Behavior: no.

| Measurable annual goal | Baseline | How progress is measured |
| Ida will read 80 words per minute. | 41 words | weekly probe |

Parents get reports in December and May.

| Service | Amount | Starts | Location |
| Reading instruction | 30 minutes daily | 03/09/2026 | resource room |
""") == ["special-factors", "annual-goals", "special-education"]  # fmt: skip


@pytest.mark.parametrize(
    "paragraph",
    [
        "**Aids and services:** a picture board, daily. **Supports for staff:** none. **ESY:** not needed.",
        "**Aids and services.** A picture board. **Supports for staff.** None. **Extended school**\n**year.** None.",
        "**Aids and services:** a picture board, daily. Supports for staff: none needed. Extended school year: no.",
    ],
)
def test_labels_inside_of_a_paragraph_open_parts(paragraph: str) -> None:
    assert found(paragraph) == ["supplementary-aids", "personnel-supports", "esy"]


def test_words_in_bold_inside_of_a_sentence_open_nothing() -> None:
    assert found("# Present Levels\nIda uses **speech therapy** words and **extended** time well.") == [
        "present-levels"
    ]


def test_the_name_of_a_part_as_a_sentence_of_its_own_opens_it() -> None:
    body = "# Present Levels\nIda reads 41 words.\n\nEffect of the disability. In noise she misses words."
    assert found(body) == ["present-levels", "impact"]


def test_a_heading_with_dates_behind_it_keeps_them_in_its_part() -> None:
    text = "Ida gets 30 minutes of reading instruction each day in the resource room, and goes back to her class then."
    made = part(f"{TITLE}\n# Services, initiated 03/09/2026 and lasting to 03/08/2027\n{text}")
    (section,) = [s for s in made.sections if s.key == "special-education"]
    assert "03/09/2026" in section.blocks[0].text


def test_a_part_at_the_top_of_a_page_begins_no_other_document() -> None:
    made = part(f"""
{TITLE}
**Present Levels**
Ida reads 41 words per minute.

**Annual Goals**
Ida will read 80 words per minute.

~~~
**Progress reports**
Sent quarterly to the parent.

**Extended school year**
Not needed.
""")
    assert {"progress-schedule", "esy"} <= set(keys(made))


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("How will the student participate in state tests?", "assessment"),
        ("Why does the student spend time away from other children?", "nonparticipation"),
        ("What services will the student get?", "special-education"),
        ("Does the student need services in the summer?", "esy"),
        ("What are the parents worried about?", "parent-concerns"),
        ("What does the child do well?", "strengths"),
        ("Where will the student be taught?", "placement"),
    ],
)
def test_a_part_may_be_headed_by_a_plain_question(question: str, key: str) -> None:
    text = "Ida gets help each day from a teacher in the room and then goes on with her work."
    assert key in found(f"**Annual Goals**\nIda will read 80 words per minute.\n\n**{question}**\n{text}")


@pytest.mark.parametrize(
    "label",
    [
        "How the child's disability affects involvement and progress in the general education curriculum; for "
        "preschool, participation in age-appropriate activities",
        "How the disability affects involvement and progress in the general curriculum / Cómo la discapacidad afecta "
        "su participación en la clase",
    ],
)
def test_a_label_that_asks_at_length_opens_its_part_also_without_an_answer(label: str) -> None:
    rows = (
        "| Strengths of the child | Ida paints and sings in the choir at school. |\n"
        "| Concerns of the parents | Her mother asks for fewer pages of homework. |\n"
        "| Academic performance | Ida reads 61 words per minute on grade 4 texts. |\n"
    )
    assert "impact" in found(f"# Present Levels\n\n| {label} |  |\n{rows}")
    assert "impact" in found(f"# Present Levels\n\n| {label} | Ida loses her place in long texts. |\n{rows}")


@pytest.mark.parametrize("answer", ["Yes", "☒ Yes ☐ No", "Sí"])
def test_a_question_beside_its_yes_is_the_forms_own(answer: str) -> None:
    sections = part(f"""{TITLE}
# Special Factors

| Is the student ... | Response | If yes |
| Blind or visually impaired | No |  |
| In need of assistive technology devices | {answer} | Ida types on a tablet. |
""").sections
    said = [b.filled for s in sections if s.key == "special-factors" for b in s.blocks if b.filled]
    assert not any("devices" in text for text in said) and "Ida types on a tablet." in said


def test_a_table_headed_services_below_the_placement_holds_services() -> None:
    text = (
        f"{COVER}\n# Least Restrictive Environment\nIda leaves class for reading because it is too loud there.\n\n"
        "| Service(s) | Frequency | Location | Duration |\n"
        "| Reading | 45 minutes, 5 times a week | resource room | 9/8/2026 to 9/7/2027 |\n"
    )
    assert "special-education" in [section.key for section in part(text).sections]


@pytest.mark.parametrize("name", ["Extended school year services", "ESY", "Extended School Year (ESY) Services"])
@pytest.mark.parametrize(
    "row", ["| None at this time |", "| Reading instruction | room 4 | 30 min | W | 6/15/26 | 7/31/26 |"]
)
def test_a_table_of_its_own_for_the_extended_year_opens_the_part_for_it(name: str, row: str) -> None:
    heads = "Location | Amount of time | Frequency | Begin | End |"
    body = f"""
# Services
| Special education services | {heads}
| Math instruction | room 4 | 45 min | D | 1/26/26 | 1/19/27 |

| Supports for school personnel | {heads}
| None at this time |

| {name} | {heads}
{row}
"""
    assert found(body) == ["special-education", "personnel-supports", "esy"]


def test_a_table_right_below_accommodations_for_tests_is_theirs() -> None:
    heads = "| Service(s) | Frequency of Service(s) | Amount of time | Location of Service(s) |\n"
    assert found(
        f"# Special Education\n{heads}| Reading instruction | 5 times weekly | 45 minutes | Room 4 |\n\n"
        f"# Accommodations Needed for Assessments\n{heads}| Tests read aloud | Each test | Length of test | Room 4 |\n"
    ) == ["special-education", "assessment"]
