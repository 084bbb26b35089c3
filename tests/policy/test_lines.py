"""The line of a key is found however TOML allows it to be written."""

import pytest

from desktop.policy.lines import lines_of


@pytest.mark.parametrize(
    ("text", "keys", "line"),
    [
        ("a = 1", ("a",), 1),
        ("# x\n\n[a]\nb = 1", ("a", "b"), 4),
        ("[a]\n'b' = [\n 1,\n 2,\n]\nc = 2", ("a", "c"), 6),
        ("[a]\nb = '''\nc = 1\n'''\nc = 2", ("a", "c"), 5),
        ("a.b.c = 1\na.b.d = 2", ("a", "b", "d"), 2),
        ("x = 1\na = { b = 1, c = 2 }", ("a", "c"), 2),
        ("[a.b]\nc = 1\n[a.d]\nc = 2", ("a", "d", "c"), 4),
        ("[[a]]\nb = 1", ("a",), 1),
    ],
)
def test_a_key_stands_in_the_line_in_which_its_statement_begins(text: str, keys: tuple[str, ...], line: int) -> None:
    assert lines_of(text)[keys] == line
