"""Tables that text files set with spaces, bars or tabs, and their headings."""

from __future__ import annotations

from pathlib import Path

import pytest

from iepaudit.extract import ReadOptions, read_document
from iepaudit.model.document import Page


def written(folder: Path, text: str) -> Page:
    path = folder / "plan.txt"
    path.write_text(text, encoding="utf-8")
    return read_document(path, ReadOptions()).pages[0]


def rows(page: Page, table: int = 0) -> list[list[str]]:
    return [[" ".join(c.text.split()) if c else "" for c in row] for row in page.tables[table].rows]


def texts(page: Page) -> list[str]:
    return [line.text for line in page.lines if line.table is None]


DIVIDED = """\
                     Minutes/    Times/              Begin
Service              session     period   Place      date
-------------------  ----------  -------  ---------  ----------
Reading instruction  45 minutes  5 per    Resource   09/02/2025
in a small group                 week     room
Speech therapy       20 minutes  2 per    Speech     09/02/2025
                                 week     room
"""


def test_heads_and_cells_of_several_lines_over_divided_dashes(tmp_path: Path) -> None:
    assert rows(written(tmp_path, DIVIDED)) == [
        ["Service", "Minutes/ session", "Times/ period", "Place", "Begin date"],
        ["Reading instruction in a small group", "45 minutes", "5 per week", "Resource room", "09/02/2025"],
        ["Speech therapy", "20 minutes", "2 per week", "Speech room", "09/02/2025"],
    ]


SPACED = """\
SERVICES

  Service         Amount and         Place          Start
                  Frequency                         Date

  Math teaching   50 minutes, 4      Resource       04/20/2026
  in small group  times per week     room

  Counseling      30 minutes, once   Counselor's    04/20/2026
                  per week           office

Progress is reported each quarter.
"""


def test_rows_parted_by_blank_lines_end_before_a_sentence(tmp_path: Path) -> None:
    page = written(tmp_path, SPACED)
    assert [row[0] for row in rows(page)] == ["Service", "Math teaching in small group", "Counseling"]
    assert texts(page) == ["SERVICES", "Progress is reported each quarter."]


GOAL = """\
Condition             Behavior               Criterion          Evaluation
                                                                procedure
---------------------------------------------------------------------------
Given ten problems    Ira will solve each    9 of 10 on three   Probe every
on paper              problem in writing     probes             two weeks

Present level: 4 of 10 problems in March
"""


def test_a_goal_in_columns_is_one_row(tmp_path: Path) -> None:
    page = written(tmp_path, GOAL)
    assert rows(page)[1:] == [
        ["Given ten problems on paper", "Ira will solve each problem in writing", "9 of 10 on three probes",
         "Probe every two weeks"]
    ]  # fmt: skip
    assert texts(page) == ["Present level: 4 of 10 problems in March"]


BARRED = """\
+-----------+------------+----------+
| Service   | Minutes    | Place    |
+-----------+------------+----------+
| Speech    | 30 minutes | Speech   |
| therapy   | a week     | room     |
+-----------+------------+----------+
| Reading   | 40 minutes | Class    |
+-----------+------------+----------+
"""


def test_rows_between_borders_are_whole(tmp_path: Path) -> None:
    assert rows(written(tmp_path, BARRED)) == [
        ["Service", "Minutes", "Place"],
        ["Speech therapy", "30 minutes a week", "Speech room"],
        ["Reading", "40 minutes", "Class"],
    ]


TICKED = """\
+---------------+-----+-----+
| Factor        | Yes | No  |
+---------------+-----+-----+
| Needs Braille |     |  X  |
| Needs help    |  X  |     |
+---------------+-----+-----+
"""


def test_lines_below_the_only_border_inside_are_rows(tmp_path: Path) -> None:
    assert rows(written(tmp_path, TICKED))[1:] == [["Needs Braille", "", "X"], ["Needs help", "X", ""]]


def test_a_frame_around_text_is_no_table(tmp_path: Path) -> None:
    page = written(tmp_path, "+--------------+\n|  MY PLAN     |\n|  for Ira     |\n+--------------+\n")
    assert page.tables == () and texts(page) == ["MY PLAN", "for Ira"]


def test_lines_with_the_same_tabs_are_a_table(tmp_path: Path) -> None:
    page = written(tmp_path, "Service\tAmount\tPlace\nSpeech\t30 minutes\tRoom 4\nReading\t\tRoom 5\n")
    assert rows(page) == [["Service", "Amount", "Place"], ["Speech", "30 minutes", "Room 4"], ["Reading", "", "Room 5"]]


@pytest.mark.parametrize(
    "text",
    [
        "Student:   Ira Bell      Grade:   4\nSchool:    Elm           Room: 7\nTeacher:   Ms. Ott       Bus: 12\n",
        "Ira reads well.  He likes maps.  He runs.\nHe also swims.  He has a dog.  It barks.\n",
        "Needs a device    Yes __   No _X_\nNeeds Braille     Yes __   No _X_\n",
    ],
)
def test_what_only_looks_aligned_stays_text(tmp_path: Path, text: str) -> None:
    assert written(tmp_path, text).tables == ()


CAPITALS = """\
MEETING NOTES (10/21/2026 to 10/19/2027)
The family was heard.

PROGRESS
Reports go home each quarter.

STUDENT: IRA BELL
Grade 4

PLACEMENT
In class all day.
"""


def test_lines_in_capitals_below_a_blank_line_are_headings(tmp_path: Path) -> None:
    bold = [line.text for line in written(tmp_path, CAPITALS).lines if line.bold]
    assert bold == ["MEETING NOTES (10/21/2026 to 10/19/2027)", "PROGRESS", "PLACEMENT"]


def test_a_rule_across_the_page_makes_no_heading_of_a_label_above_it(tmp_path: Path) -> None:
    page = written(tmp_path, f"Case manager: Greta Sol\n{'-' * 70}\nPeople who came\n{'-' * 70}\nIra's mother\n")
    assert [line.text for line in page.lines if line.bold] == ["People who came"]


CLOSE = """\
Service              Amount           Place
Speech lessons       30 min weekly    Speech Room
Consultation         As needed        Classroom
Reading and          20 minutes on    Resource
Writing              Mondays          Room
Counseling           Twice a month    Office
"""


def test_a_row_with_an_amount_of_its_own_right_below_another_is_a_row(tmp_path: Path) -> None:
    assert rows(written(tmp_path, CLOSE))[1:] == [
        ["Speech lessons", "30 min weekly", "Speech Room"],
        ["Consultation", "As needed", "Classroom"],
        ["Reading and Writing", "20 minutes on Mondays", "Resource Room"],
        ["Counseling", "Twice a month", "Office"],
    ]


ROOMY = """\
Service              Amount                Place
Speech               30 min weekly         Speech Room
Counseling           By the week           Office
"""


def test_words_that_would_have_found_room_in_the_line_above_begin_a_row(tmp_path: Path) -> None:
    assert rows(written(tmp_path, ROOMY))[1:] == [
        ["Speech", "30 min weekly", "Speech Room"],
        ["Counseling", "By the week", "Office"],
    ]
