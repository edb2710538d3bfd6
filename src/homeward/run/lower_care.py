"""A laydown as the care network's tables: facilities, areas, staff, equipment, stock and the ways between."""

from typing import Any

import numpy as np

from homeward.kernel.care import tables as care
from homeward.model.network.laydown import CareSetting, Laydown
from homeward.model.network.stations import links_between, start_of, stations_of
from homeward.model.network.week import WEEK_S, turns_of
from homeward.run.care_rows import NONE, CareRows, rows_of, running
from homeward.run.dists import Dists
from homeward.run.lower_arrivals import Bodies, lower_arrivals
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


def lower_skills(rows: CareRows) -> np.ndarray:
    """Return SKILL_AT: who has each skill at each facility, as bits in the order of its staff."""
    table = np.zeros(len(rows.facilities) * len(rows.skills), care.SKILL_AT)
    for facility, f in rows.facilities.items():
        for bit, person in enumerate(each for each in rows.people if each.facility == facility):
            for skill in set(person.entry.skills):
                table[f * len(rows.skills) + rows.skills[skill]]["who"] |= 1 << bit
    return table


def lower_areas(laydown: Laydown, rows: CareRows) -> np.ndarray:
    """Return the AREA table."""
    table = np.zeros(len(rows.areas), care.AREA)
    entries = [(area, place) for area in laydown.area for place in area.facility]
    for row, (area, place) in zip(table, entries, strict=True):
        row["facility"] = rows.facilities[place]
        row["beds"], row["closed"] = NONE if area.beds is None else area.beds, area.closed
    return table


def lower_staff(laydown: Laydown, rows: CareRows) -> dict[str, np.ndarray]:
    """Return the STAFF table, and the SHIFT table with the turns of each shift once."""
    turns = {shift.name: week_of(shift.turns) for shift in laydown.shift}
    shifts = [turn for week in turns.values() for turn in week]
    first = dict(zip(turns, np.cumsum([0, *map(len, turns.values())]), strict=False))
    table = np.zeros(len(rows.people), care.STAFF)
    bits: dict[str, int] = dict.fromkeys(rows.facilities, 0)
    for row, person in zip(table, rows.people, strict=True):
        row["name"] = name_key("staff", f"{person.facility}: {person.name}")
        row["facility"], row["bit"] = rows.facilities[person.facility], bits[person.facility]
        row["skills"] = sum(1 << rows.skills[skill] for skill in set(person.entry.skills))
        if person.entry.shift is not None:
            row["shift0"], row["shifts"] = first[person.entry.shift], len(turns[person.entry.shift])
        bits[person.facility] += 1
    return {"staff": table, "shifts": np.array(shifts, care.SHIFT)}


def week_of(turns: tuple[str, ...]) -> list[tuple[int, int]]:
    """Return the turns of a shift in the order of the week; one over Sunday midnight is two that touch."""
    week: list[tuple[int, int]] = []
    for turn in (each for written in turns for each in turns_of(written)):
        week.append((turn.from_s, min(turn.until_s, WEEK_S)))
        if turn.until_s > WEEK_S:
            week.append((0, turn.until_s - WEEK_S))
    return sorted(week)


def lower_equipment(laydown: Laydown, rows: CareRows) -> np.ndarray:
    """Return the EQUIPMENT table."""
    table = np.zeros(len(rows.equipment), care.EQUIPMENT)
    entries = [(equipment, place) for equipment in laydown.equipment for place in equipment.facility]
    for row, (equipment, place) in zip(table, entries, strict=True):
        row["facility"], row["count"] = rows.facilities[place], equipment.count
    return table


def lower_stocks(laydown: Laydown, rows: CareRows) -> np.ndarray:
    """Return the STOCK table."""
    table = np.zeros(len(rows.stocks), care.STOCK)
    entries = [(stock, place) for stock in laydown.stock for place in stock.facility]
    for row, (stock, place) in zip(table, entries, strict=True):
        row["facility"], row["units0"], row["is_blood"] = rows.facilities[place], stock.units, stock.blood
        row["every_s"] = round(stock.restock_every.a) if stock.restock_every else 0
        row["adds"], row["most"] = stock.restock, NONE if stock.most is None else stock.most
    return table


def lower_links(laydown: Laydown, rows: CareRows, dists: Dists) -> np.ndarray:
    """Return the LINK table."""
    table = np.zeros(len(rows.links), care.LINK)
    for row, link in zip(table, laydown.link, strict=True):
        row["name"] = name_key("link", link.name)
        row["from_facility"], row["to_facility"] = rows.facilities[link.start], rows.facilities[link.to]
        row["fleet"] = rows.fleets[link.fleet] if link.fleet else NONE
        row["out_dist"], row["back_dist"] = dists.row(link.out or link.back), dists.row(link.back)
        row["stops"] = link.stops_bleeding.a
    return table


def lower_fleets(laydown: Laydown, rows: CareRows) -> dict[str, np.ndarray]:
    """Return the FLEET and VEHICLE tables."""
    fleets = np.zeros(len(rows.fleets), care.FLEET)
    first = 0
    for row, fleet in zip(fleets, laydown.fleet, strict=True):
        row["home"], row["first"] = rows.facilities[fleet.home], first
        row["count"], row["seats"] = fleet.count, fleet.seats
        first += fleet.count
    vehicles = np.zeros(first, care.VEHICLE)
    vehicles["fleet"] = np.repeat(np.arange(len(fleets)), fleets["count"])
    vehicles["link"] = vehicles["aboard"] = vehicles["next"] = NONE
    return {"fleets": fleets, "vehicles": vehicles}


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
