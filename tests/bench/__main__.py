"""`python -m tests.bench SUBJECT`, one of `subjects.py`, or `all`."""

import argparse
import sys
from datetime import date
from pathlib import Path

import msgspec

from tests.bench.subjects import SUBJECTS, HowMuch

ALL = "all"
REPORTS = Path("build/bench")


def main() -> int:
    """Run the benchmark that was asked for."""
    words = argparse.ArgumentParser(prog="python -m tests.bench")
    words.add_argument("benchmark", choices=(*SUBJECTS, ALL))
    words.add_argument(
        "--runs", type=int, default=9, help="how often each case in a fresh process is measured, in turn"
    )
    words.add_argument("--full", action="store_true", help="search: with a million records")
    words.add_argument("--short", action="store_true", help="with fewer records and runs")
    words.add_argument("--json", action="store_true", help="the figures alone, as JSON")
    words.add_argument("-o", "--output", type=Path, metavar="FILE", help="all: writes FILE.md and FILE.json")
    words.add_argument("--readme", action="store_true", help="all: writes the table into the README")
    asked = words.parse_args()
    how_much = HowMuch(asked.runs, asked.short, asked.full)
    if asked.benchmark == ALL:
        return _all(asked, how_much)
    found = SUBJECTS[asked.benchmark](how_much)
    print(msgspec.json.encode(found.figures).decode() if asked.json else found.text)
    return 0


def _all(asked: argparse.Namespace, how_much: HowMuch) -> int:
    """1 where a subject could not be measured; a goal that does not hold is told and no failure."""
    from tests.bench import everything

    whole = everything.measure_all(how_much, date.today())
    made = everything.write(whole, asked.output or REPORTS / f"{whole.made_on:%Y-%m-%d}")
    print(everything.as_json(whole) if asked.json else everything.as_markdown(whole))
    print("written:", *made, file=sys.stderr)
    if asked.readme:
        readme = everything.README.read_text(encoding="utf-8")
        everything.README.write_text(everything.put_into(readme, whole), encoding="utf-8")
    return int(any(subject.trouble for subject in whole.subjects))


if __name__ == "__main__":
    sys.exit(main())
