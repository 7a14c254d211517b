"""How much of sound plans is read in layouts drawn at random: `python tests/layouts/measure.py --first 0 --count 50`.

Prints the share of each topic that was read right, and how many findings there were where there should be none;
with --misses also each thing that was not. With --unknown each document is set once for every heading and label that
`unknown_wordings.py` has other words for, one of them at a time; only findings count then. Reads in this very
process; a document takes about half a second.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from agreement import points
from random_layout import make
from unknown_wordings import UNKNOWN_HEADINGS, UNKNOWN_LABELS

from iepaudit.audit.one import audit_here
from iepaudit.audit.options import AuditOptions


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--first", type=int, default=0, metavar="N", help="the first seed (default 0)")
    parser.add_argument("--count", type=int, default=50, metavar="N", help="how many documents (default 50)")
    parser.add_argument("--misses", action="store_true", help="print each miss, with the seed and its layout")
    parser.add_argument("--unknown", action="store_true", help="set headings and labels in words that no list holds")
    wanted = parser.parse_args(arguments)
    asked, right = Counter[str](), Counter[str]()
    for seed in range(wanted.first, wanted.first + wanted.count):
        for unknown in (*UNKNOWN_HEADINGS, *UNKNOWN_LABELS) if wanted.unknown else ("",):
            for topic, is_right in _document(seed, unknown, wanted.misses):
                asked[topic] += 1
                right[topic] += is_right
    findings = asked.pop("finding", 0)
    shares = [f"{topic} {right[topic] / count:.3f}" for topic, count in asked.items() if not wanted.unknown]
    sys.stdout.write(f"{asked['kind']} documents: {', '.join([*shares, f'{findings} findings'])}\n")


def _document(seed: int, unknown: str, show: bool) -> list[tuple[str, bool]]:
    """Topic of each point of one document, and whether it is right."""
    with tempfile.TemporaryDirectory() as folder:
        made = make(Path(folder), seed, unknown)
        found = list(points(made, audit_here(made.path, AuditOptions())))
    wrong = [point for point in found if not point.right and not (unknown and point.topic != "finding")]
    if show and wrong:
        sys.stdout.write(f"{seed} {unknown} {made.style}\n")
        sys.stdout.writelines(f"  {point.topic}: {point.what}\n" for point in wrong)
    return [(point.topic, point.right) for point in found]


if __name__ == "__main__":
    main()
