"""A table with a row per place: where it settles and the mean after that, for one replicate and for many."""

from pathlib import Path

import numpy as np
import pytest

from homeward.errors import HomewardError
from homeward.store.draft import RunDraft
from homeward.store.runs import Run
from homeward.store.steady import settled
from tests.cli.asking import ask, refused

DAYS = 400


def beds(replicates: int) -> np.ndarray:
    """Beds taken by day and ward (0: full from day 100 on, 1: always); (replicates, days, wards)."""
    draws = np.random.default_rng(1).normal(20, 1, (replicates, DAYS, 2))
    draws[:, :100, 0] -= 20
    return draws


def a_ward(replicates: int = 10) -> Run:
    """Keep a run of a made-up ward, its rows in no order."""
    replicate, place, ward = (each.ravel() for each in np.indices((replicates, DAYS, 2)))
    shuffled = np.random.default_rng(2).permutation(len(place))
    columns = {"replicate": replicate, "place": place, "place_2": ward, "value": beds(replicates).ravel()}
    kinds = {"arm": "text", "replicate": "i8", "place": "i4", "place_2": "i4", "value": "f8"}
    arm = np.full(len(place), "as it was", object)
    with RunDraft("ward", "x") as draft:
        draft.table("beds", kinds).add({"arm": arm, **{name: each[shuffled] for name, each in columns.items()}})
        draft.table("measures", {"replicate": "i8"})
        record = {
            "kind": "network",
            "arms": [{"name": "as it was", "arm": "as it was", "sets": {}}],
            "scenario": "ward",
            "seed": 3,
            "replicates": replicates,
            "asked": replicates,
            "partial": False,
            "provenance": {"homeward": "0.1.0"},
        }
        return draft.publish(record, {})


def test_the_start_is_left_out_and_the_mean_is_of_the_rest(place: Path) -> None:
    run = a_ward()
    full = settled(run, "beds", "as it was", (0,))
    assert np.array_equal(full.observations, beds(10)[:, :, 0])
    assert full.warm_up.cut == 100
    assert full.steady is not None
    assert full.steady.low <= 20 <= full.steady.high
    assert (full.steady.pieces, full.steady.length) == (10, 300)
    always = settled(run, "beds", "as it was", (1,))
    assert always.warm_up.cut <= 50


def test_one_replicate_is_told_by_batches(place: Path) -> None:
    found = settled(a_ward(replicates=1), "beds", "as it was", (0,))
    assert found.steady is not None
    assert found.steady.pieces == 20
    assert "from 20 batches of" in found.sentences()[1]


def test_what_has_no_places_is_refused_and_which_place_is_asked(place: Path) -> None:
    run = a_ward()
    with pytest.raises(HomewardError, match="measures has no row per place"):
        settled(run, "measures", "as it was")
    with pytest.raises(HomewardError, match=r"beds has place_2 beside place: say which, with one --at for each"):
        settled(run, "beds", "as it was")
    with pytest.raises(HomewardError, match='beds has nothing at "place_2" = 7'):
        settled(run, "beds", "as it was", (7,))


def test_the_command_tells_it_and_draws_it(place: Path) -> None:
    a_ward()
    result = ask("results", "steady", "ward", "beds", "--at", "0", "--out", place / "out")
    assert result.exit_code == 0, result.stderr
    assert result.stdout.startswith("Leave out the first 100 of 400 observations")
    assert "Mean of the rest: 19.9" in result.stdout
    assert [file.name for file in (place / "out").iterdir()] == ["warm_up.png"]
    assert '"cut": 100' in ask("results", "steady", "ward", "beds", "--at", "0", "--json").stdout
    assert "say which, with one --at for each" in refused("results", "steady", "ward", "beds")
    assert "has no table 'bed'; it has beds, measures" in refused("results", "steady", "ward", "bed")
