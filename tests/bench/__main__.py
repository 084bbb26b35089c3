"""`python -m tests.bench startup`, `search`, `paper`, `first-sheet`, `store`, `view`, `exchange` and `packages`."""

import argparse
import sys


def main() -> int:
    """Run the benchmark that was asked for."""
    words = argparse.ArgumentParser(prog="python -m tests.bench")
    names = ("startup", "search", "paper", "first-sheet", "store", "view", "exchange", "packages")
    words.add_argument("benchmark", choices=names)
    words.add_argument("--runs", type=int, default=9, help="how often each case is measured, in turn")
    words.add_argument("--full", action="store_true", help="search: with a million records")
    words.add_argument("--short", action="store_true", help="view, packages: with fewer records")
    asked = words.parse_args()
    if asked.benchmark == "search":
        from tests.bench import search

        print(search.report(is_full=asked.full))
        return 0
    if asked.benchmark == "first-sheet":
        from tests.bench import first_sheet

        print(first_sheet.report(asked.runs))
        return 0
    if asked.benchmark == "paper":
        from tests.bench import paper

        print(paper.report())
        return 0
    if asked.benchmark == "store":
        from tests.bench import store

        print(store.report())
        return 0
    if asked.benchmark == "view":
        from tests.bench import view

        print(view.report(is_short=asked.short))
        return 0
    if asked.benchmark == "packages":
        from tests.bench import exchange_packages

        print(exchange_packages.report(10_000 if asked.short else 100_000))
        return 0
    if asked.benchmark == "exchange":
        from tests.bench import exchange

        print(exchange.report())
        return 0
    from tests.bench.startup import report

    print(report(asked.runs))
    return 0


if __name__ == "__main__":
    sys.exit(main())
