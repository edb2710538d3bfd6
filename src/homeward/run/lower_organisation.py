"""From words to tables: an organisation as the World that the kernel lives a year of, and the incidents in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from homeward.codes import CalendarKind, Generator
from homeward.kernel import organisation as kernel
from homeward.kernel.tables import World
from homeward.kernel.year import duty_tables, folk_tables
from homeward.model.organisation.happening import happening
from homeward.model.organisation.organisation import Organisation
from homeward.model.organisation.roll import ranks_of
from homeward.run.dists import Dists
from homeward.run.lower import lower
from homeward.run.lower_folk import lower_folk, lower_ties
from homeward.run.lower_network import EVENT_LIMIT, assemble, lower_clock
from homeward.run.lower_organisation_duty import (
    lower_duty,
    lower_exams,
    lower_missions,
    lower_posts,
    lower_rules,
    lower_terms,
    lower_workshops,
)
from homeward.run.lower_organisation_hospital import beds_of, lower_hospital, staff_with
from homeward.run.lower_organisation_people import lower_members, lower_physique, lower_ranks, lower_service
from homeward.run.lower_organisation_ties import ties_of
from homeward.run.replicate import with_clock
from homeward.run.roster import Roster, roster_of

EVENTS_PER_PERSON_DAY = 50
"""Many times what a year takes: a run that passes it has a rate that is far too high somewhere."""


@dataclass(frozen=True)
class Capacity:
    """Rows kept for what a run fills: more than this is a fault that says which to raise."""

    ledger: int = 0
    missions: int = 2048
    decisions: int = 4096
    casualties: int = 512
    contacts: int = 8192


@dataclass(frozen=True)
class Lowered:
    """An organisation ready to be lived.

    world: the template of every replicate. incidents: the World of each incident that may be lived inside, which ends
    at the hospital's door. roster: who stands in which row. follow: rows of those who are asked about. beds: of all
    wards, 0: as many as needed. ranks, mission_types, incident_names: in the order of their rows.
    """

    world: kernel.Organisation
    incidents: Sequence[World]
    roster: Roster
    follow: tuple[int, ...]
    beds: int
    ranks: tuple[str, ...]
    mission_types: tuple[str, ...]
    incident_names: tuple[str, ...]


def lower_organisation(
    organisation: Organisation,
    *,
    generator: Generator = Generator.SPLITMIX,
    calendar: CalendarKind = CalendarKind.QUEUE,
    seed: int = 0,
    capacity: Capacity | None = None,
) -> Lowered:
    """Return an organisation as tables; HomewardError when the seed is not a whole number from 0 to 2^64 - 1."""
    roster, dists, capacity = roster_of(organisation), Dists(), capacity or Capacity()
    tables = {
        **duty_tables.standing_tables(len(roster), organisation.run.days),
        **folk_tables.standing_tables(len(roster)),
        **_duty(organisation, roster, dists),
        **_capacities(capacity),
    }
    tables |= lower_hospital(organisation, roster, dists, tables)
    tables |= _folk(organisation, roster, dists, tables)
    tables["dists"], tables["quantiles"] = dists.tables()
    clock = lower_clock(generator, calendar, seed)
    _at_the_start(clock[0], tables)
    happenings = [happening(organisation, n) for n in range(len(organisation.incident))]
    worlds = [lower(scenario, generator=generator, calendar=calendar, seed=seed) for scenario in happenings]
    return Lowered(
        world=assemble(tables, clock),
        incidents=[with_clock(world, hand_over=1) for world in worlds],
        roster=roster,
        follow=_followed(organisation, roster),
        beds=beds_of(organisation),
        ranks=tuple(ranks_of(organisation)),
        mission_types=tuple(mission.name for mission in organisation.mission),
        incident_names=tuple(incident.name for incident in organisation.incident),
    )


def _duty(organisation: Organisation, roster: Roster, dists: Dists) -> dict[str, np.ndarray]:
    return {
        "duty": lower_duty(organisation, roster, dists),
        "ranks": lower_ranks(organisation),
        "members": lower_members(organisation, roster),
        "service": lower_service(roster),
        "physique": lower_physique(organisation, roster),
        "posts": lower_posts(organisation),
        "terms": lower_terms(organisation, roster),
        "mission_types": lower_missions(organisation, roster, dists),
        "rules": lower_rules(organisation, roster, dists),
        "exams": lower_exams(organisation),
    }


def _folk(
    organisation: Organisation, roster: Roster, dists: Dists, tables: dict[str, np.ndarray]
) -> dict[str, np.ndarray]:
    recoveries, columns = tables["recoveries"], roster.columns
    for field in ("home_m", "flights", "reserve"):
        recoveries[field] = columns[field]
    # Whoever left acute care before the run began is told from others by a time before its start.
    recoveries["began_s"] = np.where(columns["iss"] > 0, -np.maximum(columns["ago_s"], 2), -1)
    tables["service"]["wounded_s"] = recoveries["began_s"]
    folk, aids = lower_folk(organisation.setting, dists, therapists=staff_with(organisation, "therapist"))
    ties = lower_ties(ties_of(organisation, roster), len(roster), tables["minds"])
    return {"folk": folk, "aids": aids, "ties": ties, "workshops": lower_workshops(organisation)}


def _capacities(capacity: Capacity) -> dict[str, np.ndarray]:
    rows = {"missions": capacity.missions, "decisions": capacity.decisions}
    rows |= {"casualties": capacity.casualties, "contacts": capacity.contacts, "ledger": capacity.ledger}
    return {name: duty_tables.blank(kernel.DTYPES[name], count) for name, count in rows.items()}


def _at_the_start(clock: Any, tables: dict[str, np.ndarray]) -> None:
    """Nothing is in hand yet, and more events than a year can have are a fault."""
    for field in ("stopped_for", "free_mission", "free_decision", "free_casualty", "free_patient"):
        clock[field] = -1
    people, days = len(tables["members"]), len(tables["days"])
    clock["event_limit"] = EVENT_LIMIT + EVENTS_PER_PERSON_DAY * people * days


def _followed(organisation: Organisation, roster: Roster) -> tuple[int, ...]:
    """Those who are asked about, or else the first who has a name."""
    names = organisation.follow or tuple(member.name for member in organisation.member[:1])
    return tuple(roster.row_of(name) for name in names)
