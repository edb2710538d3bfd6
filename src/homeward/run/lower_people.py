"""People, wounds and parties as the kernel's tables."""

from hashlib import blake2b
from typing import Any

import numpy as np

from homeward.codes import Status
from homeward.kernel.tables import PARTY, PERSON, TEAM, WOUND
from homeward.model.person import Person, trait
from homeward.model.scenario import Scenario
from homeward.run.dists import Dists

PARTY_NAMES = ("team", "hazard", "pursuers", "relief", "aircraft", "watch")
"""In the order of the rows of `parties`; part of the name of their draws, so never to be changed."""

NEVER = ("tourniquet_s", "wounded_s", "arrived_s", "care_s", "dead_s", "collapsed_s")
UNDECIDED = ("first_wound", "helping", "alive_30")


def name_key(kind: str, name: str) -> int:
    """Return a 64-bit name for draws: the same in every arm, run and version."""
    return int.from_bytes(blake2b(f"{kind}:{name}".encode(), digest_size=8).digest(), "little")


def number(scenario: Scenario, person: Person, name: str) -> float:
    """Return a trait as a number in base units; cross-checks have made sure that somebody gives it."""
    quantity: Any = trait(person, scenario.setting.rank, name)
    return float(quantity.a)


def blood_volume(scenario: Scenario, person: Person) -> float:
    """Return the blood volume (mL): Nadler's (Surgery 1962;51:224) when height and sex are known, otherwise by mass."""
    if person.height is None:
        return scenario.setting.bleeding.blood_per_mass.a * person.mass.a
    return nadler_ml(person.height.a, person.mass.a, person.sex)


def nadler_ml(height_m: float, mass_kg: float, sex: str | None) -> float:
    """Return a blood volume (mL) by height, mass and sex (Nadler, Surgery 1962;51:224)."""
    a, b, c = (0.3669, 0.03219, 0.6041) if sex == "man" else (0.3561, 0.03308, 0.1833)
    return 1000.0 * (a * height_m**3 + b * mass_kg + c)


def lower_person(scenario: Scenario, person: Person, row: Any) -> None:
    """Fill one PERSON row as it stands when the incident begins."""
    exertion = scenario.setting.exertion
    row["name"] = row["key"] = name_key("person", person.name)
    row["mass_kg"], row["load_kg"], row["age_y"] = person.mass.a, person.load.a, person.age.a
    row["blood0_ml"] = row["blood_ml"] = blood_volume(scenario, person)
    uptake_l_s = number(scenario, person, "vo2max") * person.mass.a / 1000.0 / 60.0
    row["vo2max_w"] = uptake_l_s * exertion.oxygen_energy.a
    row["wprime_j"] = number(scenario, person, "wprime") / exertion.efficiency.a
    row["grip_kg"] = number(scenario, person, "grip")
    row["fitness_spread"] = number(scenario, person, "fitness_spread")
    row["skill"] = trait(person, scenario.setting.rank, "skill")
    row["fire_per_min"] = 60.0 * number(scenario, person, "fire")
    row["exposure"] = number(scenario, person, "exposure")
    row["desertion"] = number(scenario, person, "desertion")
    row["can_carry"] = person.carries
    row["reserve"] = 1.0  # rested; an organisation says what he has got back
    row["status"] = Status.WITH_TEAM if person.present else Status.GONE
    row["team0"] = person.present
    row["posture"] = row["hold"] = 1.0
    for field in (*NEVER, *UNDECIDED):
        row[field] = -1


def lower_people(scenario: Scenario) -> np.ndarray:
    """Return the PERSON table. Whoever is not present keeps his row, so that indices and draws agree between arms."""
    table = np.zeros(len(scenario.person), PERSON)
    for row, person in zip(table, scenario.person, strict=True):
        lower_person(scenario, person, row)
    return table


def lower_wounds(scenario: Scenario, dists: Dists, capacity: int) -> np.ndarray:
    """Return the WOUND table, with room for `capacity` more that a fight may add."""
    names = scenario.names
    table = np.zeros(len(scenario.wound) + capacity, WOUND)
    table["next"] = table["flow_dist"] = table["clot_dist"] = table["threat_dist"] = table["impairment_dist"] = -1
    table["control"] = table["control_inner"] = 1.0
    for row, wound in zip(table, scenario.wound, strict=False):
        row["who"], row["hazard"] = names.index(wound.who), wound.made_by == "trap"
        row["region"], row["side"], row["ais"], row["mechanism"] = wound.region, wound.side, wound.ais, wound.mechanism
        row["flow_dist"], row["clot_dist"] = dists.row(wound.bleeding), dists.row(wound.clotting)
        row["compressible"], row["amputation"] = wound.compressible.a, wound.amputation
        row["threat"], row["threat_dist"] = wound.threat, dists.row(wound.kills_in)
        row["impairment_dist"] = dists.row(wound.impairment)
    return table


def lower_parties(scenario: Scenario) -> np.ndarray:
    """Return the PARTY table: all idle where they start."""
    table = np.zeros(len(PARTY_NAMES), PARTY)
    table["name"] = table["key"] = [name_key("party", name) for name in PARTY_NAMES]
    table["casualty"] = -1
    table["pace_factor"] = 0.0
    table["steps_left"][TEAM] = scenario.plan.steps
    return table
