"""From worst to best: the main measure first, ties by the others, no answer at the end it belongs to."""

from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from homeward.results.measures import definitions_for
from homeward.store.ranking import OF_AN_INCIDENT, Better, Three, best_median_worst, order_for
from homeward.store.tables import write_table


def ranked(folder: Path, order: list[Better], where: str = "true", **measures: list[float]) -> Three | None:
    """Rank replicates 100, 101, ... by their measures."""
    columns = {name: np.array(values, float) for name, values in measures.items()}
    length = len(next(iter(columns.values())))
    file = folder / "measures.parquet"
    write_table(file, {"replicate": np.arange(100, 100 + length), **columns})
    return best_median_worst(file, order, where)


def test_the_main_measure_decides_and_the_next_breaks_its_ties(tmp_path: Path) -> None:
    order = [Better("alive"), Better("minutes", low=True)]
    three = ranked(tmp_path, order, alive=[1, 0, 1, 0, 1], minutes=[30, 20, 10, 40, 20])
    assert three == Three(best=102, median=100, worst=103)


def test_care_that_never_came_is_worst_and_a_death_that_never_came_best(tmp_path: Path) -> None:
    nan = float("nan")
    assert ranked(tmp_path, [Better("care", low=True)], care=[50, nan, 20]) == Three(102, 100, 101)
    assert ranked(tmp_path, [Better("death", none=True)], death=[50, nan, 20]) == Three(101, 100, 102)


def test_of_replicates_that_are_alike_the_first_is_taken(tmp_path: Path) -> None:
    assert ranked(tmp_path, [Better("alive")], alive=[1, 0, 0, 1]) == Three(100, 102, 101)


def test_nothing_is_ranked_where_nothing_is_kept(tmp_path: Path) -> None:
    assert ranked(tmp_path, [Better("alive")], "alive > 1", alive=[1, 0]) is None


def test_every_measure_of_an_incident_has_a_better_end() -> None:
    assert {each.measure for each in OF_AN_INCIDENT} == {each.name for each in definitions_for(has_carrier=True)}
    assert [each.measure for each in order_for("rests", OF_AN_INCIDENT)][:2] == ["rests", "alive_at_30_days"]
    assert order_for("beds", ()) == [Better("beds")]


@given(st.lists(st.integers(-5, 5), min_size=1, max_size=9))
def test_the_best_is_no_worse_than_the_median_and_that_no_worse_than_the_worst(
    tmp_path_factory, values: list[int]
) -> None:
    three = ranked(tmp_path_factory.mktemp("rank"), [Better("x")], x=values)
    assert three is not None
    best, median, worst = (values[replicate - 100] for replicate in three)
    assert (best, median, worst) == (max(values), sorted(values)[(len(values) - 1) // 2], min(values))
