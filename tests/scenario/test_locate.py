"""Lines of a TOML file: every value that tomllib reads is found on the line it stands on."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.scenario.locate import lines_of
from homeward.scenario.read import EXAMPLES
from homeward.scenario.settings import SHIPPED
from homeward.scenario.write import to_toml

pytestmark = pytest.mark.jitless

TEXT = '''\
title = "a [[trap]] # not a comment" # a comment
"quoted.key" = 1
dotted.inner = 'x = 1'
words = """
two = "lines"
[not.a.table]
"""

[[person]]
name = "A"
mass = { value = "60 kg", range = [
    "50 kg",  # low
    "70 kg",
] }

[[person]]
name = "B"
  [[person.wound]]
  ais = 1
  [[person.wound]]
  ais = 2
  [person.wound.more]
  deep = true

[plan."first aid"]
orders = [{ give = "x" }, { give = "y" },
          { give = "z" }]
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("title",), 1),
        (("quoted.key",), 2),
        (("dotted",), 3),
        (("dotted", "inner"), 3),
        (("words",), 4),
        (("person",), 9),
        (("person", 0), 9),
        (("person", 0, "mass", "range", 1), 13),
        (("person", 1, "name"), 17),
        (("person", 1, "wound", 1, "ais"), 21),
        (("person", 1, "wound", 1, "more", "deep"), 23),
        (("plan", "first aid", "orders", 1, "give"), 26),
        (("plan", "first aid", "orders", 2, "give"), 27),
    ],
)
def test_each_value_is_found_on_its_line(path: tuple[Any, ...], line: int) -> None:
    tomllib.loads(TEXT)
    assert lines_of(TEXT)[path] == line


def paths_of(value: Any, path: tuple[Any, ...] = ()) -> set[tuple[Any, ...]]:
    if isinstance(value, dict):
        return {path}.union(*(paths_of(inner, (*path, key)) for key, inner in value.items()))
    if isinstance(value, list):
        return {path}.union(*(paths_of(inner, (*path, n)) for n, inner in enumerate(value)))
    return {path}


@pytest.mark.parametrize("file", [*EXAMPLES.glob("*.toml"), *SHIPPED.rglob("*.toml")], ids=lambda file: file.name)
def test_every_value_of_a_shipped_file_has_a_line(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert paths_of(tomllib.loads(text)) - {()} <= set(lines_of(text))


keys = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=6)
values = st.recursive(
    st.booleans() | st.integers(-(2**60), 2**60) | st.text(st.characters(codec="utf-8", exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
    max_leaves=12,
)


@given(st.dictionaries(keys, values, max_size=5))
def test_whatever_is_written_reads_back_and_has_lines(data: dict[str, Any]) -> None:
    text = to_toml(data)
    assert tomllib.loads(text) == data
    assert paths_of(data) - {()} <= set(lines_of(text))
