"""The care network waits as theory says, and would be caught if it did not."""

import numpy as np
import pytest

from homeward.run.lower_network import lower_network
from homeward.run.network import live_many
from homeward.run.replicate import Crew
from homeward.validation import FAIL, PASS, queues, queues_arrivals
from homeward.validation.queues_estimate import beside
from homeward.validation.queues_exact import wait_of_mmc
from homeward.validation.queues_runs import Runs, network_of, run


def lived(scenario: str, replicates: int, **sets: object) -> Runs:
    network = network_of(scenario, {key.replace("__", "."): value for key, value in sets.items()})
    template = lower_network(network, seed=3)
    with Crew(1) as crew:
        return Runs(network, template, live_many(template, crew, range(replicates)))


@pytest.mark.slow
def test_every_queue_waits_as_theory_has_it() -> None:
    figures = queues.figures()
    assert len(figures) == len(queues.cases()) + 1
    assert [f"{figure.item}: {figure.ours}" for figure in figures if figure.verdict != PASS] == []


def test_one_server_more_is_told_apart() -> None:
    runs = lived("several_servers", 60, staff__medic__count=6)
    exact = wait_of_mmc(5, 0.045, 0.01)
    assert beside(queues.ERLANG, "wait", exact, runs.mean_wait_min(0), "min").verdict == FAIL


def test_arrivals_fall_as_their_rates_say() -> None:
    figures = queues_arrivals.figures(400)
    assert [f"{figure.item}: {figure.ours}" for figure in figures if figure.verdict != PASS] == []


def test_arrivals_thinned_by_the_rate_of_the_last_one_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    biased = network_of("by_the_hour", {"arrival.patients.thinning": "rate at the last arrival"})
    monkeypatch.setattr(queues_arrivals, "network_of", lambda name: biased)
    assert any(figure.verdict == FAIL for figure in queues_arrivals.figures(400))


@pytest.mark.parametrize("scenario", ["one_server", "two_classes", "turned_away", "row_of_two"])
def test_the_number_inside_and_the_stays_are_one_sum_reckoned_twice(scenario: str) -> None:
    totals = run(scenario, queues.REPLICATES).lived.totals
    assert np.array_equal(totals["inside_s"], totals["stay_s"])


def test_nobody_waits_in_a_bed_where_nothing_blocks() -> None:
    runs = lived("row_of_two", 4, task__second__blocks=False)
    assert runs.lived.station_counts["blocked"].sum() == 0
    assert lived("row_of_two", 4).lived.station_counts["blocked"].sum() > 0
