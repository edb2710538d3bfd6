"""The peers of the network do what they say: the line waits as theory has it, and nobody wounded is lost."""

from dataclasses import replace

import numpy as np
import pytest

from benchmarks.peers import mmc_ciw, mmc_salabim, mmc_simpy
from benchmarks.peers.mmc import Line, MeanWait, timed
from benchmarks.peers.trauma_numbers import DAY_MIN, Size
from benchmarks.peers.trauma_simpy import Network, outcome
from homeward.validation.queues_exact import wait_of_mmc

pytestmark = pytest.mark.jitless

SHORT = Size(arrivals_end_min=6 * DAY_MIN)


@pytest.mark.parametrize("peer", [mmc_simpy.mean_wait, mmc_ciw.mean_wait])
def test_the_line_waits_as_theory_has_it(peer: MeanWait) -> None:
    line = Line(servers=3, arrivals=1.8, services=1.0)
    waits = [peer(line, 4_000, seed) for seed in range(6)]
    allowed = 4.0 * np.std(waits, ddof=1) / np.sqrt(len(waits))
    assert allowed < 0.3 * wait_of_mmc(3, 1.8, 1.0)
    assert abs(np.mean(waits) - wait_of_mmc(3, 1.8, 1.0)) < allowed


def test_salabim_and_simpy_serve_the_same_customers_alike() -> None:
    line = Line(servers=2, arrivals=1.5, services=1.0)
    assert mmc_salabim.mean_wait(line, 300, 3) == pytest.approx(mmc_simpy.mean_wait(line, 300, 3))


def test_what_is_timed_is_what_is_told() -> None:
    served = timed(mmc_simpy.mean_wait, Line(), 200, 1)
    assert served.mean_wait_min == mmc_simpy.mean_wait(Line(), 200, 1)
    assert served.took_s > 0


def test_every_casualty_is_wounded_once_and_dies_at_most_once() -> None:
    network = Network(4, SHORT).run()
    assert network.wounded > 90
    assert network.deaths.total() + network.returned_to_duty <= network.wounded
    assert len(network.waits_min["litter"]) + network.deaths["waiting: litter"] == network.wounded


def test_the_same_seed_is_the_same_war() -> None:
    assert outcome(Network(7, SHORT).run()) == outcome(Network(7, SHORT).run())
    assert outcome(Network(7, SHORT).run()) != outcome(Network(8, SHORT).run())


def test_all_that_is_fetched_is_brought_in_and_every_vehicle_stands_at_home_in_the_end() -> None:
    network = Network(5, SHORT).run()
    for fleet in (*network.litters, network.vehicles):
        assert all(not stop.waiting and not stop.coming for stop in fleet.stops)
    assert network.vehicles.idle == SHORT.vehicles
    assert all(post.count == 0 and not post.queue for post in network.medics)


def test_more_vehicles_fetch_sooner_and_more_theatres_operate_sooner() -> None:
    few, many = (
        [outcome(Network(seed, size).run()) for seed in (1, 2)]
        for size in (SHORT, replace(SHORT, vehicles=12, theatres=6))
    )
    for place in ("vehicle", "theatre"):
        waits = [np.mean([each[f"mean wait, {place}, min"] for each in found]) for found in (few, many)]
        assert waits[1] < waits[0]
