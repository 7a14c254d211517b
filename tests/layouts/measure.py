"""How much of sound plans is read in layouts drawn at random: `python tests/layouts/measure.py --first 0 --count 50`.

Prints the share of each topic that was read right, and how many findings there were where there should be none;
with --misses also each thing that was not. With --unknown each document is set once for every heading and label that
`unknown_wordings.py` has other words for, one of them at a time; only findings count then. With --defects it is set
once for every defect of `defects.py`, and those told are counted. Reads in this very process; a document takes about
half a second.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from agreement import points
from defects import DEFECTS, Defect
from random_layout import make
from unknown_wordings import UNKNOWN_HEADINGS, UNKNOWN_LABELS

from iepaudit.audit.one import audit_here
from iepaudit.audit.options import AuditOptions
from iepaudit.model.outcome import Outcome


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--first", type=int, default=0, metavar="N", help="the first seed (default 0)")
    parser.add_argument("--count", type=int, default=50, metavar="N", help="how many documents (default 50)")
    parser.add_argument("--misses", action="store_true", help="print each miss, with the seed and its layout")
    parser.add_argument("--unknown", action="store_true", help="set headings and labels in words that no list holds")
    parser.add_argument("--defects", action="store_true", help="plant each defect and count those told")
    wanted = parser.parse_args(arguments)
    if wanted.defects:
        _plant(range(wanted.first, wanted.first + wanted.count), wanted.misses)
        return
    asked, right = Counter[str](), Counter[str]()
    for seed in range(wanted.first, wanted.first + wanted.count):
        for unknown in (*UNKNOWN_HEADINGS, *UNKNOWN_LABELS) if wanted.unknown else ("",):
            for topic, is_right in _document(seed, unknown, wanted.misses):
                asked[topic] += 1
                right[topic] += is_right
    findings = asked.pop("finding", 0)
    shares = [f"{topic} {right[topic] / count:.3f}" for topic, count in asked.items() if not wanted.unknown]
    sys.stdout.write(f"{asked['kind']} documents: {', '.join([*shares, f'{findings} findings'])}\n")


def _plant(seeds: Sequence[int], show: bool) -> None:
    """Prints for each defect in how many documents it was told, and in all."""
    told = Counter[str]()
    for defect in DEFECTS:
        for seed in seeds:
            is_told = tells(defect, seed)
            told[defect.name] += is_told
            if show and not is_told:
                sys.stdout.write(f"{seed} {defect.name}\n")
        sys.stdout.write(f"{defect.name}: {told[defect.name]} of {len(seeds)}\n")
    sys.stdout.write(f"{told.total()} of {len(DEFECTS) * len(seeds)} defects told\n")


def tells(defect: Defect, seed: int) -> bool:
    """Whether the audit of the plan of this seed, with the defect in it, finds what it has to find."""
    with tempfile.TemporaryDirectory() as folder:
        report = audit_here(make(Path(folder), seed, planted=defect.planted).path, AuditOptions())
    return any(result.outcome is Outcome.ISSUE and str(result.rule) in defect.rules for result in report.results)


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
