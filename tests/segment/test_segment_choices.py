"""Where a block ends: choices with their boxes, and the paragraphs below them."""

from __future__ import annotations

import sys
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

sys.path.insert(0, str(Path(__file__).parent.parent / "extract"))
from pdf_maker import draw, read

from iepaudit.segment import segment


def test_a_sentence_below_a_choice_that_left_room_for_it_is_no_part_of_the_choice(tmp_path: Path) -> None:
    def page(sheet: Canvas) -> None:
        sheet.setFont("Helvetica-Bold", 12)
        sheet.drawString(72, 690, "Placement in the Least Restrictive Environment")
        sheet.setFont("Helvetica", 10)
        sheet.drawString(
            72, 660, "[X] 80% or more of the day in regular class   [ ] 40% to 79% of it   [ ] less than 40%"
        )
        sheet.drawString(
            72, 647, "Robin leaves the classroom for reading, because a group of thirty is too loud for the work on"
        )
        sheet.drawString(
            72, 634, "the sounds of words that comes first, and goes back to it for science and for social studies."
        )

    document = read(draw(tmp_path / "plan.pdf", page))
    texts = [block.text for section in segment(document)[0].sections for block in section.blocks]
    assert any(text.startswith("Robin leaves") for text in texts)
