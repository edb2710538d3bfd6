"""The same centre as a scenario of Homeward, in the arm that imitates treat-sim, by treat-sim's own definitions."""

import numpy as np

from homeward.codes import Exit
from homeward.model.network.stations import Station
from homeward.validation.queues_runs import Days, mean_min, network_of, run_days
from verification.treatment_centre.compare import Values

SCENARIO, ARM, FACILITY = "treatment-centre", "as often published", "centre"
LENGTH_MIN = 1140.0
SERVERS = {
    "triage": ("triage", 1),
    "registration": ("registration", 1),
    "examination": ("examination", 3),
    "cubicle, non-trauma": ("treatment", 1),
    "trauma bays": ("stabilisation", 2),
    "cubicle, trauma": ("trauma treatment", 1),
}
"""Our words for servers, the task that they do, and how many there are."""
WAITS = {
    "wait for triage": "triage",
    "wait for registration": "registration",
    "wait for examination": "examination",
    "wait for treatment, non-trauma": "cubicle, non-trauma",
    "wait for a trauma bay": "trauma bays",
    "wait for treatment, trauma": "cubicle, trauma",
}
T1, T3 = 0, 2
STAYS = {"time in the centre, trauma": T1, "time in the centre, non-trauma": T3}


def values_of_ours(replications: int) -> Values:
    """Run so many replications and return every measure, one value per replication."""
    days = run_days(network_of(SCENARIO, arm=ARM), replications)
    totals = days.runs.lived.totals
    found = {
        "arrivals": totals["came"].astype(float),
        "throughput": totals["exit"][:, -Exit.HOME].astype(float),
        **{words: mean_stays_min(days, category) for words, category in STAYS.items()},
    }
    for words, server in WAITS.items():
        found[words] = days.runs.mean_wait_min(row_of(days, SERVERS[server][0]))
    for server, (task, count) in SERVERS.items():
        row = row_of(days, task)
        planned_s = days.runs.lived.station_counts["planned_s"][:, row]
        found[f"utilisation as reported, {server}"] = planned_s / 60.0 / LENGTH_MIN / count
        found[f"share of the day at work, {server}"] = worked_s(days, task) / 60.0 / LENGTH_MIN / count
    return found


def row_of(days: Days, task: str) -> int:
    """Return the station of a task."""
    return days.runs.rows.stations[Station(task, FACILITY)]


def worked_s(days: Days, task: str) -> np.ndarray:
    """Return the seconds that the staff or the beds of a task were at work, together, per replication."""
    rows, lived = days.runs.rows, days.runs.lived
    entry = next(each for each in days.runs.network.task if each.name == task)
    if entry.area is not None:
        return lived.areas["bed_s"][:, rows.areas[entry.area, FACILITY]]
    who = [n for n, person in enumerate(rows.people) if set(person.entry.skills) & set(entry.staff)]
    return lived.staff["busy_s"][:, who].sum(1)


def mean_stays_min(days: Days, category: int) -> np.ndarray:
    """Return the mean time (min) between door and door of those of a category who left, per replication."""
    stays = [visits[visits["category"] == category] for visits in days.visits]
    total_s = np.array([(each["left_s"] - each["arrived_s"]).sum() for each in stays])
    return mean_min(total_s, np.array([len(each) for each in stays]))
