"""Staff with their shifts, equipment, stock, links and fleets of a laydown as tables."""

import numpy as np

from homeward.kernel.care import tables as care
from homeward.model.network.laydown import Laydown
from homeward.model.network.week import WEEK_S, turns_of
from homeward.run.care_rows import NONE, CareRows
from homeward.run.dists import Dists
from homeward.run.lower_people import name_key


def lower_skills(rows: CareRows) -> np.ndarray:
    """Return SKILL_AT: who has each skill at each facility, as bits in the order of its staff."""
    table = np.zeros(len(rows.facilities) * len(rows.skills), care.SKILL_AT)
    for facility, f in rows.facilities.items():
        for bit, person in enumerate(each for each in rows.people if each.facility == facility):
            for skill in set(person.entry.skills):
                table[f * len(rows.skills) + rows.skills[skill]]["who"] |= 1 << bit
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
