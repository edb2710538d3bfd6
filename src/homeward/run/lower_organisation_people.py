"""The roster as the kernel's tables: what each brings into an incident, and how each stands at the start."""

from typing import Any

import numpy as np

from homeward.codes import DutyStatus
from homeward.kernel.year.duty_tables import MEMBER, PHYSIQUE, RANK, SERVICE, blank
from homeward.model.organisation.organisation import Organisation
from homeward.run.lower_people import nadler_ml, name_key
from homeward.run.roster import Roster, traits_of


def lower_ranks(organisation: Organisation) -> np.ndarray:
    """Return the RANK table: the ladder of the setting, lowest first."""
    table = np.zeros(len(organisation.setting.rank), RANK)
    table["name"] = [name_key("rank", rank.name) for rank in organisation.setting.rank]
    table["level"] = np.arange(len(table))
    return table


def lower_members(organisation: Organisation, roster: Roster) -> np.ndarray:
    """Return the MEMBER table. Who is not present keeps his row, so that rows and draws agree between arms."""
    columns, table = roster.columns, blank(MEMBER, len(roster))
    for field in ("rank", "skills", "serves", "missions"):
        table[field] = columns[field]
    table["status"] = np.select(
        [columns["present"] == 0, columns["reassigned"] == 1, columns["iss"] > 0],
        [DutyStatus.ABSENT, DutyStatus.REASSIGNED, DutyStatus.CONVALESCENT],
        DutyStatus.AVAILABLE,
    )
    for row, member in enumerate(organisation.member):
        lapses = member.qualified_until
        if lapses is not None:
            length_s = organisation.run.days * 86_400
            moments = lapses.times(organisation.run.date.of_year, length_s)
            table[row]["qualified_until_s"] = moments[0] if moments else -1
    return table


def lower_service(roster: Roster) -> np.ndarray:
    """Return the SERVICE table: what is known of those hurt before it begins."""
    table = blank(SERVICE, len(roster))
    table["iss"], table["limb_lost"] = roster.columns["iss"], roster.columns["limb_lost"]
    return table


def lower_physique(organisation: Organisation, roster: Roster) -> np.ndarray:
    """Return the PHYSIQUE table: what each member brings into an incident, as kernel.tables.PERSON has it."""
    columns, table = roster.columns, np.zeros(len(roster), PHYSIQUE)
    exertion = organisation.setting.exertion
    for field in ("name", "mass_kg", "load_kg", "age_y"):
        table[field] = columns[field]
    table["blood0_ml"] = blood_volumes(organisation, roster)
    uptake = traits_of(organisation, roster, "vo2max", amount)
    table["vo2max_w"] = uptake * table["mass_kg"] / 1000.0 / 60.0 * exertion.oxygen_energy.a
    table["wprime_j"] = traits_of(organisation, roster, "wprime", amount) / exertion.efficiency.a
    table["grip_kg"] = traits_of(organisation, roster, "grip", amount)
    table["fitness_spread"] = traits_of(organisation, roster, "fitness_spread", amount)
    table["skill"] = traits_of(organisation, roster, "skill", rung)
    table["fire_per_min"] = 60.0 * traits_of(organisation, roster, "fire", amount)
    table["exposure"] = traits_of(organisation, roster, "exposure", amount)
    table["desertion"] = traits_of(organisation, roster, "desertion", amount)
    table["can_carry"] = 1
    return table


def amount(quantity: Any) -> float:
    """A quantity that is the same in every life, in its base unit; 0 where a rank that nobody holds does not say."""
    return 0.0 if quantity is None else float(quantity.a)


def rung(skill: Any) -> float:
    """A first-aid skill as its code."""
    return 0.0 if skill is None else float(skill)


def blood_volumes(organisation: Organisation, roster: Roster) -> np.ndarray:
    """Return everybody's blood volume (mL), (people,): Nadler's where height and sex are known, otherwise by mass."""
    volumes = organisation.setting.bleeding.blood_per_mass.a * roster.columns["mass_kg"]
    for row, member in enumerate(organisation.member):
        if member.height is not None:
            volumes[row] = nadler_ml(member.height.a, member.mass.a, member.sex)
    return np.asarray(volumes)
