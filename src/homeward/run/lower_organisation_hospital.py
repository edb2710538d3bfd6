"""The care network of an organisation: its tables, the door where casualties are brought, and members who are staff."""

import numpy as np

from homeward.kernel.care.tables import PATIENT
from homeward.model.network.week import DAY_S
from homeward.model.organisation.organisation import Organisation
from homeward.model.organisation.run import WEEKDAYS
from homeward.run.care_rows import rows_of
from homeward.run.dists import Dists
from homeward.run.door import bodies_of
from homeward.run.lower_care import lower_care
from homeward.run.roster import Roster

WARDS = ("icu", "ward", "rehabilitation")
"""Functions of areas whose beds are counted when bed-days are."""


def lower_hospital(
    organisation: Organisation, roster: Roster, dists: Dists, tables: dict[str, np.ndarray]
) -> dict[str, np.ndarray]:
    """Return the tables of the care network by name; door and staff are written into those of the year."""
    care, run = lower_care(organisation, dists, bodies_of), organisation.run
    row = care["care"][0]
    row["length_s"], row["starts_at_s"] = run.days * DAY_S, WEEKDAYS.index(run.weekday) * DAY_S
    care["patients"] = np.zeros(run.patients_most if organisation.facility else 0, PATIENT)
    put_door(organisation, tables["duty"])
    put_staff(organisation, roster, tables["members"])
    return care


def put_door(organisation: Organisation, duty: np.ndarray) -> None:
    """Where casualties are brought, and as what."""
    door, conditions = organisation.door, [condition.name for condition in organisation.condition]
    if door.facility is None:
        return
    duty[0]["door"] = [facility.name for facility in organisation.facility].index(door.facility)
    duty[0]["wounded_condition"] = conditions.index(str(door.wounded))
    if door.exhausted is not None:
        duty[0]["exhausted_condition"] = conditions.index(door.exhausted)


def put_staff(organisation: Organisation, roster: Roster, members: np.ndarray) -> None:
    """A member who has the name of somebody of the staff is that person."""
    known = {name: row for row, name in enumerate(roster.members.members)}
    for n, person in enumerate(rows_of(organisation).people):
        if person.name in known:
            members[known[person.name]]["staff"] = n


def staff_with(organisation: Organisation, skill: str) -> int:
    """Return how many of the staff have a skill."""
    return sum(entry.count * len(entry.facility) for entry in organisation.staff if skill in entry.skills)


def beds_of(organisation: Organisation) -> int:
    """Return the beds of all wards; 0 when one of them has as many as are needed."""
    wards = [area for area in organisation.area if area.function in WARDS]
    return sum(area.beds or 0 for area in wards) if all(area.beds is not None for area in wards) else 0
