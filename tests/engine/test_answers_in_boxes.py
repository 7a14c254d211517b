"""The box below a question holds its answer."""

from __future__ import annotations

from iepaudit.engine.questions import find_questions
from iepaudit.model.field import FieldState, Place
from iepaudit.model.iep import Block, Section


def asked(*cells: tuple[str, int]) -> str:
    """The answer to a question with a table of one row below it."""
    prompt = Block("", "Why is this so?", "", "Why is this so?", Place(1, None, "Why is this so?"), ())
    row = [Block("", text, text, "", Place(1, None, text), (), table=0, row=0, column=column) for text, column in cells]
    section = Section("other", "Part", 1, FieldState.FILLED, (prompt, *row))
    return next(q.answer for q in find_questions([section]) if q.label == "Why is this so?")


def test_the_only_cell_below_a_question_answers_it() -> None:
    assert asked(("Lee tires by noon.", 0)) == "Lee tires by noon."


def test_a_row_of_several_cells_is_no_answer() -> None:
    assert asked(("Reading", 0), ("30 minutes", 1)) == ""


def test_the_heads_of_a_service_table_are_no_answer_to_its_title() -> None:
    def cell(text: str, row: int, *, printed: bool) -> Block:
        return Block("", text, "" if printed else text, text if printed else "", Place(1, None, text), (), 0, row, 0)

    cells = (cell("Assistive Technology", 0, printed=True), cell("Service(s)", 1, printed=False))
    questions = find_questions([Section("other", "Part", 1, FieldState.FILLED, cells)])
    assert [q.answer for q in questions if q.label == "Assistive Technology"] == [""]
