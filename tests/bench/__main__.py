"""`python -m tests.bench startup [--runs N]`."""

import argparse
import sys


def main() -> int:
    """Run the benchmark that was asked for."""
    words = argparse.ArgumentParser(prog="python -m tests.bench")
    words.add_argument("benchmark", choices=("startup",))
    words.add_argument("--runs", type=int, default=9, help="how often each case is measured, in turn")
    asked = words.parse_args()
    from tests.bench.startup import report

    print(report(asked.runs))
    return 0


if __name__ == "__main__":
    sys.exit(main())
