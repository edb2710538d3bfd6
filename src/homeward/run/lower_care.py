"""A laydown as the care network's tables: facilities, areas, staff, equipment, stock and the ways between."""

from typing import Any

import numpy as np

from homeward.kernel.care import tables as care
from homeward.model.network.laydown import CareSetting, Laydown
from homeward.model.network.stations import links_between, start_of, stations_of
from homeward.run.care_rows import NONE, CareRows, rows_of, running
from homeward.run.dists import Dists
from homeward.run.lower_arrivals import Bodies, lower_arrivals
from homeward.run.lower_means import lower_equipment, lower_fleets, lower_links, lower_skills, lower_staff, lower_stocks
from homeward.run.lower_people import name_key
from homeward.run.lower_tasks import lower_stations

UNCHANGING = {"map_normal_mmhg": 1.0, "compensation_loss": 0.5, "collapse_loss": 1.0}
"""Bodies that never change: numbers that nothing is divided by zero with, and nothing else is asked of."""


def lower_care(laydown: Laydown, dists: Dists, bodies: Bodies) -> dict[str, np.ndarray]:
    """Return the tables of a care network by name, the row of `care` without the run; a laydown may be empty.

    `bodies` says which bodies the incidents of arrivals bring.
    """
    rows = rows_of(laydown)
    return {
        "care": lower_bodies(laydown),
        "facilities": lower_facilities(laydown, rows, dists),
        "skills_at": lower_skills(rows),
        "areas": lower_areas(laydown, rows),
        "stations": lower_stations(laydown, rows, dists),
        "station_counts": np.zeros(len(rows.stations), care.STATION_COUNT),
        **lower_staff(laydown, rows),
        "equipment": lower_equipment(laydown, rows),
        "stocks": lower_stocks(laydown, rows),
        "links": lower_links(laydown, rows, dists),
        **lower_fleets(laydown, rows),
        "conditions": lower_conditions(laydown, dists),
        "cases": np.zeros(len(rows.conditions), care.CASE),
        "starts": lower_starts(laydown, rows),
        **lower_arrivals(laydown, rows, dists, bodies),
    }


def lower_bodies(laydown: Laydown) -> np.ndarray:
    """Return the one-row CARE table: what is true of bodies, and when they are urgent."""
    table = np.zeros(1, care.CARE)
    row, triage = table[0], laydown.triage
    for field, value in UNCHANGING.items():
        row[field] = value
    if laydown.setting is not None:
        put_setting(row, laydown.setting)
    row["immediate_map_mmhg"] = triage.immediate_map.a if triage.immediate_map else 0.0
    row["delayed_map_mmhg"] = triage.delayed_map.a if triage.delayed_map else 0.0
    row["immediate_iss"], row["delayed_iss"] = triage.immediate_iss.a, triage.delayed_iss.a
    row["transfuse_below"], row["blood_unit_share"] = triage.transfuse_below.a, triage.blood_unit.a
    row["debt_death"] = triage.debt_death.a
    return table


def put_setting(row: Any, setting: CareSetting) -> None:
    """What the setting says of bodies."""
    bleeding, awareness = setting.bleeding, setting.awareness
    row["map_normal_mmhg"], row["debt_map_mmhg"] = bleeding.map_normal.a, bleeding.debt_map.a
    row["compensation_loss"], row["collapse_loss"] = bleeding.compensation_loss.a, bleeding.collapse_loss.a
    row["loss_sd"] = bleeding.loss_sd.a
    for level in ("voice", "pain", "unresponsive", "arrest"):
        row[f"{level}_map_mmhg"] = getattr(awareness, f"{level}_map").a
    row["triss"] = setting.triss.blunt, setting.triss.penetrating


def lower_facilities(laydown: Laydown, rows: CareRows, dists: Dists) -> np.ndarray:
    """Return the FACILITY table."""
    table = np.zeros(len(rows.facilities), care.FACILITY)
    at = [station.facility for station, _ in stations_of(laydown)]
    staff_at = [person.facility for person in rows.people]
    for row, facility in zip(table, laydown.facility, strict=True):
        name = facility.name
        row["name"] = name_key("facility", name)
        row["first_station"], row["stations"] = run_of(at, name)
        row["staff0"], row["staff"] = run_of(staff_at, name)
        row["divert_to"] = rows.facilities[facility.divert_to] if facility.divert_to else NONE
        row["divert_above"] = NONE if facility.divert_above is None else facility.divert_above
        row["divert_dist"] = dists.row(facility.divert_time)
        row["hold_s"] = NONE if facility.hold is None else round(facility.hold.a)
        row["evacuate_to"], row["evacuate_link"] = NONE, NONE
        if facility.evacuate_to:
            links = links_between(laydown, name, facility.evacuate_to)
            row["evacuate_to"] = rows.facilities[facility.evacuate_to]
            row["evacuate_link"] = rows.links[links[0].name] if links else NONE
    return table


def run_of(names: list[str], name: str) -> tuple[int, int]:
    """Return where the run of a name begins in a list, and how long it is; (0, 0) when it is not there."""
    return (names.index(name), names.count(name)) if name in names else (0, 0)


def lower_areas(laydown: Laydown, rows: CareRows) -> np.ndarray:
    """Return the AREA table."""
    table = np.zeros(len(rows.areas), care.AREA)
    entries = [(area, place) for area in laydown.area for place in area.facility]
    for row, (area, place) in zip(table, entries, strict=True):
        row["facility"] = rows.facilities[place]
        row["beds"], row["closed"] = NONE if area.beds is None else area.beds, area.closed
    return table


def lower_conditions(laydown: Laydown, dists: Dists) -> np.ndarray:
    """Return the CONDITION table."""
    table = np.zeros(len(laydown.condition), care.CONDITION)
    for row, condition in zip(table, laydown.condition, strict=True):
        row["name"] = name_key("condition", condition.name)
        row["category"] = running([share.a for share in condition.category.shares])
        row["from_body"] = condition.category.from_body
        row["bleed_dist"] = (
            NONE if condition.bleeding is None else [dists.row(each) for each in condition.bleeding.each]
        )
        row["clot_dist"], row["lost_dist"] = dists.row(condition.clotting), dists.row(condition.lost)
        row["threat_dist"], row["iss_dist"] = dists.row(condition.threat), dists.row(condition.iss)
        row["age_dist"], row["mechanism"] = dists.row(condition.age), condition.mechanism
    return table


def lower_starts(laydown: Laydown, rows: CareRows) -> np.ndarray:
    """Return the START table: where each condition begins at each facility."""
    table = np.zeros((len(rows.facilities), len(rows.conditions)), care.START)
    for facility, f in rows.facilities.items():
        for condition, c in rows.conditions.items():
            table[f, c]["station"] = rows.station(start_of(laydown, facility, condition))
    return table.reshape(-1)
