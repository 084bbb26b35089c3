"""The benchmark runs; what it measures is for people to judge."""

from tests.bench.startup import GOALS, report


def test_one_run_gives_a_table_with_every_goal() -> None:
    found = report(1)
    for goal in GOALS:
        assert goal.name in found.text
    assert found.text.count("≤") == len(GOALS) == len(found.figures)
