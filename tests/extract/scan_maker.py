"""Scans made in the tests: drawn with reportlab, shown by PDFium, wrapped as pictures. All people are invented."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pypdfium2
from PIL import Image
from reportlab.lib.pagesizes import LETTER
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

TEXT = [
    "Measurable Annual Goals",
    "By June 2027, given a grade 4 passage, Robin Vale will read aloud 95 words",
    "correct per minute on 3 of 4 weekly probes. Baseline: 61 words per minute.",
    "The special education teacher sends a report to the parents every nine weeks.",
    "Robin takes part with classmates in all other classes, lunch and field trips.",
]


def picture(draw: Any = None, dpi: int = 200) -> Image.Image:
    """One letter page as a gray picture; `draw` gets a canvas."""
    buffer = io.BytesIO()
    sheet = Canvas(buffer, pagesize=LETTER)
    if draw is None:
        draw = prose
    draw(sheet)
    sheet.showPage()
    sheet.save()
    document = pypdfium2.PdfDocument(buffer.getvalue())
    image = document[0].render(scale=dpi / 72, grayscale=True).to_pil().convert("L")
    document.close()
    return image


def prose(sheet: Canvas) -> None:
    sheet.setFont("Helvetica-Bold", 13)
    sheet.drawString(72, 700, TEXT[0])
    sheet.setFont("Helvetica", 11)
    for n, text in enumerate(TEXT[1:]):
        sheet.drawString(72, 672 - 16 * n, text)


def scan(path: Path, *pictures: Image.Image, turn: int = 0) -> Path:
    """A PDF of pictures, one a page, as a scanner makes it."""
    sheet = Canvas(str(path), pagesize=LETTER)
    for image in pictures:
        width, height = (612, 792) if image.height >= image.width else (792, 612)
        sheet.setPageSize((width, height))
        sheet.setPageRotation(turn)
        sheet.drawImage(ImageReader(image), 0, 0, width, height)
        sheet.showPage()
    sheet.save()
    return path
