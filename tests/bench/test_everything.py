"""One report of all subjects: for people, for programs and in the README."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from tests.bench import everything
from tests.bench.everything import README, Subject, Whole
from tests.bench.figures import HEAD, Figure, at_most, beside, table
from tests.bench.machine import this_machine, versions
from tests.bench.subjects import SUBJECTS, HowMuch

KEY = beside("key to painted list, p95", 12.34, "bare repaint", 10.0, 1.35)
IDLE = at_most("processor while idle", 0.6, 0.5, "%", spread="worst 0.9")


def whole(*subjects: Subject) -> Whole:
    return Whole(
        made_on=date(2026, 11, 23), is_short=False, machine=this_machine(), versions=versions(), subjects=subjects
    )


def test_a_figure_stands_beside_its_rival_its_ratio_and_its_goal() -> None:
    assert table([KEY]).splitlines()[2:] == [
        "| key to painted list, p95 | 12.3 ms | bare repaint: 10 ms | 1.234 | ratio ≤ 1.35 | yes |"
    ]


def test_a_goal_that_does_not_hold_is_said_to() -> None:
    assert table([IDLE]).splitlines()[2] == "| processor while idle | 0.6 % (worst 0.9) | – | – | ≤ 0.5 % | no |"


def test_what_has_no_goal_claims_nothing() -> None:
    plain = Figure(what="CSV read as records", figure=123_456.7, unit="rows/s")
    assert table([plain]).splitlines()[2] == "| CSV read as records | 123,457 rows/s | – | – | – | – |"


def test_the_report_says_when_and_on_what_it_was_made_and_of_which_subject_each_line_is() -> None:
    text = everything.as_markdown(whole(Subject(name="view", seconds=1, figures=(KEY, IDLE))))
    for wanted in ("2026-11-23", "Qt ", "SQLite ", "reportlab ", f"{this_machine().cores} × ", "| view | key to"):
        assert wanted in text
    assert "the short form" not in text


def test_a_subject_that_failed_is_told_among_the_others() -> None:
    failed = Subject(name="paper", seconds=1, trouble="ended with 1: ModuleNotFoundError")
    lines = everything.as_markdown(whole(failed, Subject(name="view", seconds=1, figures=(KEY,)))).splitlines()
    assert lines[-2] == "| paper | could not be measured: ended with 1: ModuleNotFoundError | – | – | – | – | – |"
    assert lines[-1].startswith("| view |")


def test_one_run_is_written_for_people_and_for_programs(tmp_path: Path) -> None:
    made = everything.write(whole(Subject(name="view", seconds=1, figures=(KEY,))), tmp_path / "new" / "figures")
    assert [path.name for path in made] == ["figures.md", "figures.json"]
    told = json.loads(made[1].read_text(encoding="utf-8"))
    assert told["subjects"][0]["figures"][0]["holds"] is True
    assert told["made_on"] == "2026-11-23"
    assert set(told["machine"]) == {"processor", "cores", "memory_gib", "system"}


def test_a_subject_is_measured_in_a_process_of_its_own_and_one_that_is_none_does_not_end_the_run(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = everything.measure_all(HowMuch(runs=1, is_short=True), date(2026, 11, 23), ("none", "first-sheet"))
    assert [bool(subject.trouble) for subject in found.subjects] == [True, False]
    assert len(found.subjects[1].figures) == 2
    assert "first-sheet: 2 figures" in capsys.readouterr().err


def test_only_what_stands_between_the_marks_of_the_readme_is_written_anew() -> None:
    readme = f"# Before\n\n{everything.BEGIN}\nformer figures\n{everything.END}\n\nafter\n"
    now = everything.put_into(readme, whole(Subject(name="view", seconds=1, figures=(KEY,))))
    assert now.startswith("# Before\n\n")
    assert now.endswith("\n\nafter\n")
    assert "former figures" not in now
    assert everything.put_into(now, whole(Subject(name="view", seconds=1, figures=(KEY,)))) == now


def test_a_readme_without_a_place_for_figures_is_left_alone() -> None:
    with pytest.raises(ValueError, match="no place"):
        everything.put_into("# Nothing", whole())


def test_the_readme_shows_a_report_of_every_subject_with_its_date() -> None:
    shown = README.read_text(encoding="utf-8").partition(everything.BEGIN)[2].partition(everything.END)[0]
    assert re.search(r"^Measured on \d{4}-\d{2}-\d{2}", shown, re.MULTILINE)
    assert f"| subject {HEAD[0]}" in shown
    for name in SUBJECTS:
        assert re.search(rf"^\| {name} \| [^|]+( \| [^|]+){{5}} \|$", shown, re.MULTILINE), name
