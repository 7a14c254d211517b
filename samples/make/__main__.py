"""Makes every sample again: `python samples/make` (into samples/), or `python samples/make --out FOLDER`."""

import argparse
import importlib
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
MAKERS = (
    "sound_ruled_tables",
    "defects_label_value",
    "blank_state_form",
    "acroform_widgets",
    "state_form_checkboxes",
    "long_high_school",
    "preschool_narrative",
    "look_alikes",
    "amendment_and_packet",
    "conference_summary_iep",
    "spanish_iep",
    "text_forms",
    "odd_files",
)


def main() -> int:
    options = argparse.ArgumentParser(description="Make the sample files and what is expected of them.")
    options.add_argument("--out", type=Path, default=HERE.parent, help="folder to write to")
    options.add_argument("--only", choices=MAKERS, help="run one maker")
    chosen = options.parse_args()
    for name in (chosen.only,) if chosen.only else MAKERS:
        for path, data in importlib.import_module(name).make().items():
            target = chosen.out / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
            sys.stdout.write(f"{path}  {len(data)} bytes\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
