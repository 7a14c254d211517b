"""The frame of every HTML page: self-contained, no script, and a policy that forbids the browser to load anything."""

from __future__ import annotations

import base64
import hashlib
import html
import re
from functools import cache
from pathlib import Path

from iepaudit.report.clean import one_line


@cache
def style() -> str:
    return Path(__file__).with_name("page.css").read_text(encoding="utf-8")


def head(title: str, *, css_class: str = "") -> str:
    """From the first byte to <body>; `title` is plain text."""
    digest = base64.b64encode(hashlib.sha256(style().encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{html.escape(policy)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="robots" content="noindex">\n'
        f"<title>{escaped(title)}</title>\n<style>{style()}</style>\n</head>\n"
        + (f'<body class="{css_class}">\n' if css_class else "<body>\n")
    )


TAIL = "\n</body>\n</html>\n"


def escaped(text: str) -> str:
    """Words of a document, on one line, that no browser takes for markup."""
    return html.escape(one_line(text))


_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")


def escaped_days(text: str) -> str:
    """The same, with dates that are not broken at the end of a line."""
    return _DAY.sub(r'<span class="day">\g<0></span>', escaped(text))
