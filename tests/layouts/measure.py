"""How much of sound plans is read in layouts drawn at random: `python tests/layouts/measure.py --first 0 --count 50`.

Prints the share of each topic that was read right, and how many findings there were where there should be none;
with --misses also each thing that was not. Reads in this very process; a document takes about half a second.
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

from iepaudit.audit.one import audit_here
from iepaudit.audit.options import AuditOptions


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--first", type=int, default=0, metavar="N", help="the first seed (default 0)")
    parser.add_argument("--count", type=int, default=50, metavar="N", help="how many documents (default 50)")
    parser.add_argument("--misses", action="store_true", help="print each miss, with the seed and its layout")
    wanted = parser.parse_args(arguments)
    asked, right = Counter[str](), Counter[str]()
    for seed in range(wanted.first, wanted.first + wanted.count):
        for topic, is_right in _document(seed, wanted.misses):
            asked[topic] += 1
            right[topic] += is_right
    findings = asked.pop("finding", 0)
    shares = ", ".join(f"{topic} {right[topic] / count:.3f}" for topic, count in asked.items())
    sys.stdout.write(f"{wanted.count} documents: {shares}; {findings} findings\n")


def _document(seed: int, show: bool) -> list[tuple[str, bool]]:
    """Topic of each point of one document, and whether it is right."""
    with tempfile.TemporaryDirectory() as folder:
        made = make(Path(folder), seed)
        found = list(points(made, audit_here(made.path, AuditOptions())))
    wrong = [point for point in found if not point.right]
    if show and wrong:
        sys.stdout.write(f"{seed} {made.style}\n")
        sys.stdout.writelines(f"  {point.topic}: {point.what}\n" for point in wrong)
    return [(point.topic, point.right) for point in found]


if __name__ == "__main__":
    main()
