"""The SimPy peer lives the same incident: what the benchmark compares is two programs, not two models."""

import numpy as np
import pytest

from benchmarks.agreement import Agreement, agreements, spread_of, values_of_homeward, values_of_peer
from benchmarks.peers.izumo_simpy import live as live_peer
from benchmarks.peers.numbers import numbers_of
from homeward.run.lower import lower
from homeward.run.replicate import copy_world, live
from homeward.scenario import read

PEER_LIVES, LIVES, SEED = 1500, 40_000, 11


@pytest.fixture(scope="module")
def compared() -> dict[str, Agreement]:
    template = lower(read("izumo"), seed=SEED)
    outcomes, fates = live(template, copy_world(template), np.arange(LIVES))
    incident = template.incident[0]
    ours = values_of_homeward(outcomes, fates, incident["focus"], incident["carrier"])
    numbers = numbers_of()
    peer = values_of_peer([live_peer(numbers, SEED, k) for k in range(PEER_LIVES)])
    return {each.name: each for each in agreements(peer, ours)}


def test_every_quantity_agrees_within_its_combined_interval(compared: dict[str, Agreement]) -> None:
    assert len(compared) == 9
    assert [name for name, each in compared.items() if not each.agrees] == []


def test_the_intervals_are_narrow_enough_to_tell_two_models_apart(compared: dict[str, Agreement]) -> None:
    assert compared["alive at 30 days"].allowed < 0.05
    assert compared["dead before arrival"].allowed < 0.05
    assert compared["time of arrival, min"].allowed < 1.0
    assert compared["time of death on the way, min"].allowed < 2.0


def test_another_arm_is_told_apart(compared: dict[str, Agreement]) -> None:
    template = lower(read("izumo", arm="he never stops to rest"), seed=SEED)
    outcomes, fates = live(template, copy_world(template), np.arange(LIVES))
    other = values_of_homeward(outcomes, fates, 0, 1)
    base = compared["rests on the way"]
    assert abs(base.peer - other["rests on the way"].mean()) > base.allowed


def test_a_life_of_the_peer_can_be_lived_again() -> None:
    numbers = numbers_of()
    assert live_peer(numbers, 3, 5) == live_peer(numbers, 3, 5)
    assert live_peer(numbers, 3, 5) != live_peer(numbers, 3, 6)


def test_what_cannot_be_compared_does_not_agree() -> None:
    assert not Agreement("nothing", float("nan"), 1.0, float("nan")).agrees


@pytest.mark.jitless
def test_pseudo_values_of_a_spread_have_its_mean_and_error() -> None:
    values = np.random.default_rng(1).normal(3.0, 2.0, 20_000)
    pseudo = spread_of(values)
    assert pseudo.mean() == pytest.approx(values.std())
    assert pseudo.std() / np.sqrt(len(values)) == pytest.approx(2.0 / np.sqrt(2.0 * len(values)), rel=0.05)
