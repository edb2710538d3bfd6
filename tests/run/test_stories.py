"""The first days of the shipped years: what the accounts tell comes out of the rules, and is nowhere set."""

from functools import cache

import numpy as np
import pytest

from homeward.codes import Cause, Event, Reason
from homeward.model.organisation.organisation import Organisation
from homeward.run.lower_organisation import Lowered, lower_organisation
from homeward.run.organisation import Years, live_years
from homeward.scenario import read

pytestmark = pytest.mark.jitless

REPLICATES = 4


@cache
def first_days(name: str, days: int) -> tuple[Lowered, Years]:
    organisation = read(name, sets={"run.length": f"{days} d"})
    assert isinstance(organisation, Organisation)
    lowered = lower_organisation(organisation, seed=1)
    return lowered, live_years(lowered.world, lowered.incidents, np.arange(REPLICATES), keep=True)


def happened(name: str, days: int, who: str, event: Event) -> list[np.ndarray]:
    """For each replicate the rows of the ledger in which this happens to somebody."""
    lowered, years = first_days(name, days)
    row = lowered.roster.row_of(who)
    return [ledger[(ledger["who"] == row) & (ledger["event"] == event)] for ledger in years.ledgers]


def test_the_desk_takes_the_teacher_because_it_is_short_handed() -> None:
    assigned = happened("iruka-whole", 9, "Iruka", Event.ASSIGNED)
    assert sum(Reason.SHORT_HANDED in rows["why"] for rows in assigned) == REPLICATES


def test_kakashi_carries_him_home_from_three_days_away_within_the_hour() -> None:
    lowered, _ = first_days("iruka-whole", 9)
    carried = happened("iruka-whole", 9, "Iruka", Event.BROUGHT_IN)
    assert sum(lowered.roster.row_of("Kakashi") in rows["other"] for rows in carried) >= REPLICATES - 1
    contacts = happened("iruka-whole", 9, "Kakashi", Event.CONTACT)
    for there, here in zip(contacts, carried, strict=True):
        assert all(0 < at - there["at_s"][0] < 3600 for at in here["at_s"][:1])


def test_of_the_four_at_the_gate_one_falls_one_is_killed_one_runs_and_one_mourns() -> None:
    fell, killed, missing, grief = (
        happened("izumo-after", 9, who, event)
        for who, event in (
            ("Izumo", Event.FELL),
            ("Medic", Event.FELL),
            ("Fourth", Event.MISSING),
            ("Kotetsu", Event.GRIEF),
        )
    )
    assert sum(map(len, fell)) >= REPLICATES - 1
    assert [int(rows["detail"][0]) for rows in killed] == [Cause.KILLED] * REPLICATES
    assert all(len(rows) for rows in missing)
    assert sum(len(rows) >= 2 for rows in grief) >= REPLICATES - 1


def test_a_death_takes_a_candidate_off_the_list() -> None:
    lost = happened("izumo-after", 9, "Izumo", Event.CANDIDATE_LOST)
    fell = happened("izumo-after", 9, "Izumo", Event.FELL)
    assert [len(rows) for rows in lost] == [len(rows) for rows in fell]
