"""A kept life lived again: the same bit for bit, or what differs is said."""

import json
from pathlib import Path

import numpy as np
import pytest

from homeward.errors import HomewardError
from homeward.store.held import unequal
from homeward.store.replay import replay
from homeward.store.runs import Run, find_run
from homeward.store.tables import read_table, write_table
from tests.store.keeping import a_run


def change_record(run: Run, **changes: object) -> Run:
    (run.folder / "run.json").write_text(json.dumps({**run.record, **changes}), encoding="utf-8")
    return find_run(run.name)


@pytest.mark.parametrize("command", ["study", "compare", "review"])
def test_a_kept_life_is_lived_again_bit_for_bit(command: str, place: Path) -> None:
    run = a_run(place, command, events=(5,))
    (place / "small.toml").unlink()  # nothing but the run is needed
    for arm in run.record["arms"]:
        for replicate in run.record["events"]["chosen"].values():
            again = replay(run, replicate, arm["name"])
            assert again.equal, again.differing
            assert again.held == ("outcomes", "fates", "events")
            assert again.otherwise == ()
            assert again.chronicle


def test_a_life_whose_events_were_not_kept_is_held_against_its_outcome(place: Path) -> None:
    run = a_run(place)
    plain = next(k for k in range(300) if k not in run.record["events"]["replicates"])
    assert replay(run, plain).held == ("outcomes", "fates")


def test_one_changed_number_is_found(place: Path) -> None:
    run = a_run(place)
    fates = read_table(run.table("fates"))
    fates["reserve_left"][3 * 17 + 1] = np.nextafter(fates["reserve_left"][3 * 17 + 1], np.float32(2))
    write_table(run.table("fates"), fates)
    again = replay(run, 17)
    assert not again.equal
    assert len(again.differing) == 1
    assert again.differing[0].startswith("Ben.reserve_left: ")
    assert again.to_json()["equal"] is False


def test_another_seed_is_another_life_and_another_version_is_told(place: Path) -> None:
    run = a_run(place)
    then = {**run.record["provenance"], "homeward": "0.0.9"}
    again = replay(change_record(run, seed=5, provenance=then), 17)
    assert not again.equal
    assert again.otherwise == ("homeward 0.0.9 then, 0.1.0 now",)


def test_a_life_that_is_not_kept_is_refused_with_a_remedy(place: Path) -> None:
    run = a_run(place)
    with pytest.raises(HomewardError, match="replicate 300 is not among the 300 of small: homeward results query"):
        replay(run, 300)
    with pytest.raises(HomewardError, match="the replicate must be a whole number from 0"):
        replay(run, -1)
    with pytest.raises(HomewardError, match="has no arm 'he strolls'; it has 'as it was'"):
        replay(run, 0, "he strolls")


def test_not_one_bit_may_differ_but_that_of_minus_zero() -> None:
    values = np.array([1.0, 0.0, np.nan, 2.0], np.float32)
    others = np.array([1.0, -0.0, np.nan, np.nextafter(np.float32(2), np.float32(3))], np.float32)
    assert unequal(values, others).tolist() == [False, False, False, True]
