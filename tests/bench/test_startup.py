"""The benchmark runs; what it measures is for people to judge."""

from tests.bench.startup import GOALS, report


def test_one_run_gives_a_table_with_every_goal() -> None:
    table = report(1)
    for goal in GOALS:
        assert goal.name in table
    assert table.count("≤") == len(GOALS)
