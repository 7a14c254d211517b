"""Letters that a scan shows too poorly state no facts and prove no absence, wherever in the plan they stand."""

from __future__ import annotations

from dataclasses import replace

from builders import COVER, document, section

from iepaudit.model.document import UNCLEAR_BOX, Document, Line, WordSource
from iepaudit.model.field import FieldState
from iepaudit.model.goal import DOUBTFUL_WORDS
from iepaudit.model.iep import Answer, Iep
from iepaudit.parse import parse_part
from iepaudit.parse.certainty import BOX_UNCLEAR, TOO_POOR
from iepaudit.segment import segment

PLAN = COVER + (
    "# Measurable Annual Goals\n\n"
    "Goal 1: By 03/01/2027, given a grade 4 passage, Ida will read aloud 95 words correct per minute.\n"
    "Baseline: 61 words correct per minute\n"
    "How progress will be measured: weekly probes\n\n"
    "# Special Education Services\n\n"
    "| Service | Minutes | Frequency | Location | Start Date |\n"
    "| Reading instruction | 30 minutes | 3 times per week | resource room | 03/09/2026 |\n"
    "| Speech therapy | 20 minutes | 1 time per week | speech room | 03/09/2026 |\n\n"
    "# Special Factors\n\n"
    "Does the child's behavior impede learning?  ☐ Yes  ☒ No\n\n"
    "# Participation with Nondisabled Children\n\n"
    "Ida is in general education 85% of the day. She leaves for reading because she needs a small group.\n"
)


def scanned(text: str, *poor: str, confidence: float = 0.4) -> Iep:
    """The plan as read from a scan on which only the words `poor` are badly visible."""
    made = _marked(document(text), poor, confidence)
    return parse_part(made, segment(made)[0])


def _marked(made: Document, poor: tuple[str, ...], confidence: float) -> Document:
    def line(old: Line) -> Line:
        words = tuple(
            replace(w, source=WordSource.OCR, confidence=confidence if w.text in poor else 0.95) for w in old.words
        )
        return replace(old, words=words)

    return replace(made, pages=tuple(replace(p, lines=tuple(map(line, p.lines))) for p in made.pages))


def test_a_clean_scan_states_everything() -> None:
    plan = scanned(PLAN)
    assert plan.services is not None and plan.goals is not None
    assert plan.services[0].minutes_per_week == 90
    assert plan.goals[0].baseline.filled and DOUBTFUL_WORDS not in plan.goals[0].analysis.flags
    assert plan.decisions[0].answer is Answer.NO
    assert plan.placement.percent_general == 85


def test_a_doubtful_cell_of_a_service_is_unclear_and_comes_to_no_minutes() -> None:
    plan = scanned(PLAN, "30")
    assert plan.services is not None
    first, second = plan.services
    assert (first.amount.state, first.amount.why) == (FieldState.UNCLEAR, TOO_POOR)
    assert first.minutes_per_week is None
    assert first.location.filled and second.minutes_per_week == 20


def test_a_doubtful_date_of_a_service_is_unclear() -> None:
    plan = scanned(PLAN, "03/09/2026")
    assert plan.services is not None
    assert plan.services[0].start.state is FieldState.UNCLEAR
    assert plan.dates.start.state is FieldState.UNCLEAR


def test_a_doubtful_column_of_a_goal_is_unclear() -> None:
    plan = scanned(PLAN, "61")
    assert plan.goals is not None
    assert plan.goals[0].baseline.state is FieldState.UNCLEAR
    assert plan.goals[0].method.filled


def test_a_goal_with_a_doubtful_word_says_so() -> None:
    plan = scanned(PLAN, "aloud")
    assert plan.goals is not None
    assert DOUBTFUL_WORDS in plan.goals[0].analysis.flags
    assert "aloud" in plan.goals[0].text


def test_a_column_under_an_unknown_label_casts_no_doubt_on_the_words_of_the_goal() -> None:
    plan = scanned(PLAN.replace("How progress will be measured", "Growth by looking"), "20")
    assert plan.goals is not None
    assert plan.goals[0].method.state is FieldState.UNCLEAR
    assert DOUBTFUL_WORDS not in plan.goals[0].analysis.flags


def test_a_doubtful_answer_is_unclear() -> None:
    assert scanned(PLAN, "No").decisions[0].answer is Answer.NO  # two letters beside a clear box
    assert scanned(PLAN, "impede").decisions[0].answer is Answer.UNCLEAR


def test_a_box_that_could_not_be_told_leaves_its_question_unclear() -> None:
    plan = scanned(PLAN.replace("☒ No", f"{UNCLEAR_BOX} No"))
    assert plan.decisions[0].answer is Answer.UNCLEAR


def test_a_section_whose_only_mark_is_unclear_is_unclear() -> None:
    text = COVER + f"# Extended School Year\n\n{UNCLEAR_BOX} ESY services will be provided\n"
    esy = section(scanned(text), "esy")
    assert esy.state is FieldState.UNCLEAR and "box" in esy.why


def test_methods_offered_as_boxes_that_could_not_be_told_are_unclear() -> None:
    text = PLAN.replace("weekly probes", f"☐ Tests {UNCLEAR_BOX} Work samples")
    plan = scanned(text)
    assert plan.goals is not None
    assert (plan.goals[0].method.state, plan.goals[0].method.why) == (FieldState.UNCLEAR, BOX_UNCLEAR)


def test_a_doubtful_figure_of_participation_counts_for_nothing() -> None:
    plan = scanned(PLAN, "85%")
    assert plan.placement.percent_general is None
    assert plan.placement.statement.state is FieldState.UNCLEAR


def test_a_section_with_a_doubtful_word_says_that_more_may_stand_there() -> None:
    plan = scanned(PLAN, "small")
    assert section(plan, "nonparticipation").doubtful == TOO_POOR
    assert section(plan, "special-factors").doubtful == ""


def test_short_words_without_digits_state_nothing_and_cast_no_doubt() -> None:
    plan = scanned(PLAN, "By", "a", "of")
    assert plan.goals is not None and DOUBTFUL_WORDS not in plan.goals[0].analysis.flags
