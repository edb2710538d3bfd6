"""Tasks as the kernel's stations: one row per task and facility."""

from typing import Any

import numpy as np

from homeward.kernel.care.tables import BRANCHES, CATEGORIES, SKILLS_PER_TASK, STATION, STOCKS_PER_TASK
from homeward.model.network.laydown import Laydown
from homeward.model.network.stations import Station, onward, stations_of
from homeward.model.network.task import Task
from homeward.run.care_rows import NONE, CareRows, running
from homeward.run.dists import Dists

FLAGS = {
    "waits_for_stock": "waits_for_stock",
    "stays": "staff_leaves",
    "preempts": "preempts",
    "interruptible": "interruptible",
    "blocks": "blocks",
    "decides": "decides",
    "sets_category": "triage",
}
SHARES = {
    "stops": "stops_bleeding",
    "stops_at_end": "stops_at_end",
    "restores": "restores",
    "calms": "calms",
    "death_per_loss": "death_per_loss",
    "death_per_hour": "death_per_hour_waited",
    "death_wait_most": "death_waited_most",
}
"""Fields of a station and the keys of its task."""


def lower_stations(laydown: Laydown, rows: CareRows, dists: Dists) -> np.ndarray:
    """Return the STATION table, facility by facility."""
    table = np.zeros(len(rows.stations), STATION)
    for row, (station, task) in zip(table, stations_of(laydown), strict=True):
        row["facility"] = rows.facilities[station.facility]
        put_needs(row, station, task, rows)
        put_effects(row, task)
        row["time_dist"] = [dists.row(time) for time in task.time.each]
        row["queue_limit"] = NONE if task.queue_limit is None else task.queue_limit
        row["reassess_s"] = round(task.reassess.a) if task.reassess else 0
        row["patience_dist"] = dists.row(task.patience)
        put_ways(row, laydown, station, task, rows)
    return table


def put_needs(row: Any, station: Station, task: Task, rows: CareRows) -> None:
    """The bed, hands, equipment and stock it takes to begin."""
    here = station.facility
    row["area"] = rows.areas[task.area, here] if task.area else NONE
    row["equipment"] = rows.equipment[task.equipment, here] if task.equipment else NONE
    row["skill"], row["stock"] = NONE, NONE
    for k, (skill, hands) in enumerate(list(task.staff.items())[:SKILLS_PER_TASK]):
        row["skill"][k], row["hands"][k] = rows.skills[skill], hands
    for k, (stock, uses) in enumerate(list(task.stock.items())[:STOCKS_PER_TASK]):
        row["stock"][k], row["uses"][k] = rows.stocks[stock, here], uses


def put_effects(row: Any, task: Task) -> None:
    """What it does to the body, and its rules."""
    for field, key in FLAGS.items():
        row[field] = getattr(task, key)
    for field, key in SHARES.items():
        row[field] = getattr(task, key).a
    row["death"] = [each.a for each in task.death.each] if task.death else 0.0


def put_ways(row: Any, laydown: Laydown, station: Station, task: Task, rows: CareRows) -> None:
    """What follows, with its cumulative chances by category; cross-checks have made sure that every way leads on."""
    row["next"], row["link"], row["way"] = NONE, NONE, 1.0
    ways = onward(laydown, station, task)[:BRANCHES]
    for k, way in enumerate(ways):
        row["next"][k] = int(way.exit) if way.exit is not None else rows.station(way.station)
        row["link"][k] = rows.links[way.link] if way.link else NONE
    for category in range(CATEGORIES):
        row["way"][category, : len(ways)] = running([way.shares[category] for way in ways])
