"""Files that cannot be read, or not wholly: each gets one clear line, and none may be called a plan with everything missing."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Sequence
from pathlib import Path

import pikepdf
from reportlab.lib.pagesizes import letter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from amendment_and_packet import packet_iep
from kit import sample, saved, style

HERE = Path(__file__).resolve().parent
PASSWORD = "heron"  # noqa: S105 - it is meant to be known


def expect(name: str, shows: str, pages: int | None, reason: str, **more: object) -> dict[str, bytes]:
    facts = {
        "file": name,
        "shows": shows,
        "kind": "unreadable",
        "pages": pages,
        "reason": reason,
        "exit": 3,
        "findings": [],
    } | more
    silent = [{"rule": "*", "at": "document", "why": "what was not read cannot be missing"}]
    text = json.dumps(facts | {"silent": silent}, indent=1) + "\n"
    return {f"expected/{Path(name).stem}.json": text.encode()}


def pictures(names: Sequence[str]) -> bytes:
    """A PDF with one picture to a page and no text layer."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter, invariant=1, pageCompression=0)
    canvas.setCreator("samples/make")
    for name in names:
        # by content: a file would be named by its path, which differs from machine to machine
        canvas.drawImage(ImageReader(str(HERE / name)), 0, 0, letter[0], letter[1])
        canvas.showPage()
    canvas.save()
    with pikepdf.open(io.BytesIO(out.getvalue())) as pdf:
        return saved(pdf)


def encrypted() -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter, invariant=1, pageCompression=0)
    canvas.setCreator("samples/make")
    canvas.setFont("Helvetica", 12)
    lines = (
        "Individualized Education Program (IEP)",
        "Student name: Nadia Brightwater",
        "IEP meeting date: 10/21/2025",
    )
    for row, text in enumerate(lines):
        canvas.drawString(72, 700 - 20 * row, text)
    canvas.showPage()
    canvas.save()
    # RC4 is weak, and right here: unlike AES it draws no random numbers, so the bytes stay the same.
    lock = pikepdf.Encryption(user=PASSWORD, owner="alder creek", R=3, aes=False, metadata=False)
    with pikepdf.open(io.BytesIO(out.getvalue())) as pdf:
        data = saved(pdf, deterministic_id=False, static_id=True, encryption=lock)
    # The second half of /U is arbitrary padding by the standard, and left to chance by the library.
    return re.sub(rb"(/U <[0-9a-f]{32})[0-9a-f]{32}>", rb"\g<1>" + b"0" * 32 + b">", data)


def mixed() -> dict[str, bytes]:
    made = sample("mixed-scan", packet_iep, style(), title="IEP", margins=(54, 54, 54, 54))
    with (
        pikepdf.open(io.BytesIO(made["mixed-scan.pdf"])) as plan,
        pikepdf.open(io.BytesIO(pictures(["scan-mixed.jpg"]))) as picture,
    ):
        plan.pages[1] = picture.pages[0]
        data = saved(plan)
    facts = json.loads(made["expected/mixed-scan.json"])
    facts |= {
        "shows": "A plan of which page 2, with goals and services, is a picture: nothing on it may be called missing.",
        "goals": [],
        "services": [],
        "accommodations": [],
        "sections": {key: row for key, row in facts["sections"].items() if row["page"] != 2},
        "unreadable_pages": [2],
        "silent": [
            {
                "rule": "*",
                "at": "document",
                "why": "what is not on pages 1 and 3 may stand on page 2: review, never issue",
            }
        ],
    }
    return {
        "mixed-scan.pdf": data,
        "expected/mixed-scan.json": (json.dumps(facts, indent=1, ensure_ascii=False) + "\n").encode(),
    }


def make() -> dict[str, bytes]:
    whole = sample("packet", packet_iep, style(), title="IEP", margins=(54, 54, 54, 54))["packet.pdf"]
    return (
        {
            "scanned.pdf": pictures(["scan-1.jpg", "scan-2.jpg"]),
            "encrypted.pdf": encrypted(),
            "truncated.pdf": whole[: len(whole) * 2 // 5],
            "empty.pdf": b"",
            "not-a-pdf.pdf": b"<!DOCTYPE html>\n<html><head><title>Sign in</title></head>\n<body><p>Your session has ended. Sign in to download the IEP.</p></body></html>\n",
        }
        | mixed()
        | expect("scanned.pdf", "Two scanned pages without a text layer.", 2, "no text layer", unreadable_pages=[1, 2])
        | expect("encrypted.pdf", "Needs a password to open (it is: heron).", None, "password", password=PASSWORD)
        | expect("truncated.pdf", "A download that broke off.", None, "damaged")
        | expect("empty.pdf", "Zero bytes.", None, "empty")
        | expect("not-a-pdf.pdf", "A sign-in page saved under the name of a PDF.", None, "not a PDF")
    )
