"""The trauma network and its SimPy peer find the same, and would be told apart if they did not."""

from dataclasses import replace

import numpy as np
import pytest

from benchmarks.agreement import Agreement, agreements
from benchmarks.network_runs import Lived, line, trauma_network
from benchmarks.network_values import values_of_homeward
from benchmarks.peers.trauma_numbers import Size
from benchmarks.peers.trauma_simpy import Network, outcome
from homeward.validation.queues_exact import wait_of_mmc

PEER_RUNS, REPLICATES = 16, 200


@pytest.fixture(scope="module")
def ours() -> Lived:
    return trauma_network().live(range(REPLICATES))


def compared(ours: Lived, size: Size) -> list[Agreement]:
    values = values_of_homeward(ours)
    found = [outcome(Network(seed, size).run()) for seed in range(PEER_RUNS)]
    return agreements({name: np.array([each[name] for each in found]) for name in values}, values)


def test_every_quantity_agrees_within_its_combined_interval(ours: Lived) -> None:
    found = compared(ours, Size())
    assert len(found) == 9
    assert [each for each in found if not each.agrees] == []


def test_the_intervals_are_narrow_enough_to_tell_one_vehicle_less(ours: Lived) -> None:
    other = {each.name: each for each in compared(ours, replace(Size(), vehicles=3))}
    assert not other["mean wait, vehicle, min"].agrees


def test_every_casualty_of_ours_ends_in_one_of_the_declared_ways(ours: Lived) -> None:
    totals = ours.counted.totals
    assert (totals["exit"].sum(1) == totals["came"]).all()
    assert (totals["inside"] == 0).all()


def test_the_line_of_the_benchmark_is_the_line_of_its_peers() -> None:
    lived = line(20_000).live(range(40))
    assert (lived.counted.totals["came"] == 20_000).all()
    waits_h = lived.mean_waits_min("care") / 60.0
    allowed = 4.0 * waits_h.std(ddof=1) / np.sqrt(len(waits_h))
    assert allowed < 0.2
    assert abs(waits_h.mean() - wait_of_mmc(5, 4.5, 1.0)) < allowed
