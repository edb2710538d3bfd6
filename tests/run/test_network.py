"""Replicates of a network on threads: the same for any number of threads and any size of chunk."""

from dataclasses import fields

import numpy as np
import pytest

from homeward.errors import HomewardError
from homeward.run import network
from homeward.run.network import Lived, copy_organisation, live, live_many, live_one
from homeward.run.replicate import Crew
from tests.network_worlds import HOUR_S, m_m_c

pytestmark = pytest.mark.jitless
SHORT = {"length_s": 5 * HOUR_S}


def same(one: Lived, other: Lived) -> bool:
    """Whether two results are the same to the last bit."""
    return all(np.array_equal(getattr(one, field.name), getattr(other, field.name)) for field in fields(Lived))


def test_the_same_for_any_threads_and_any_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    template = m_m_c(2, 0.9, care=SHORT)
    alone = live(template, copy_organisation(template), np.arange(30))
    for threads, batch in ((1, 64), (2, 64), (2, 3)):
        monkeypatch.setattr(network, "BATCH", batch)
        with Crew(threads) as crew:
            assert same(live_many(template, crew, range(30)), alone)


def test_a_replicate_does_not_depend_on_the_one_before_it() -> None:
    template = m_m_c(2, 0.9, care=SHORT)
    world = copy_organisation(template)
    live(template, world, np.arange(5))
    again = live(template, world, np.asarray([3]))
    assert same(again, live(template, copy_organisation(template), np.asarray([3])))


def test_progress_is_told() -> None:
    told: list[int] = []
    with Crew(1) as crew:
        live_many(m_m_c(1, 0.5, care=SHORT), crew, range(10), told.append)
    assert sum(told) == 10


def test_a_table_too_small_is_a_fault_that_names_the_replicate() -> None:
    crowded = m_m_c(1, 5.0, care=SHORT, patients=5)
    with pytest.raises(HomewardError, match="replicate 0 of seed 1: more patients"):
        live(crowded, copy_organisation(crowded), np.asarray([0]))
    with pytest.raises(HomewardError, match="ledger is full"):
        live_one(m_m_c(1, 0.5, care=SHORT), 0, ledger_rows=3)
