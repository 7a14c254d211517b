"""Takes the pictures of pages that the scanned samples are made of: run it only when those pages have changed.

The pictures are committed, since another version of the renderer or of the JPEG encoder gives other bytes.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pypdfium2

HERE = Path(__file__).resolve().parent
PAGES = (
    ("sound-ruled-tables.pdf", 1, "scan-1.jpg"),
    ("sound-ruled-tables.pdf", 4, "scan-2.jpg"),
    ("packet.pdf", 2, "scan-mixed.jpg"),
)


def main() -> int:
    for name, page, picture in PAGES:
        document = pypdfium2.PdfDocument(HERE.parent / name)
        image = document[page - 1].render(scale=115 / 72, grayscale=True).to_pil()
        image = image.rotate(0.6, expand=False, fillcolor=255)  # a page never lies quite straight
        image.save(HERE / picture, "JPEG", quality=38, optimize=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
