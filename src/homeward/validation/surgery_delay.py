"""Hypotensive abdominal bleeding: what each minute before laparotomy costs, and when torso bleeds kill."""

import numpy as np

from homeward.kernel.trauma_score import SYSTOLIC_PER_MEAN
from homeward.validation.cohort import Cohort, cohort, with_times
from homeward.validation.figure import Figure, Study

WAITS_MIN = np.array([5.0, 20.0, 35.0, 50.0, 65.0, 80.0, 90.0])
BEFORE_THEATRE_MIN = 4.5
"""From the door through first hands, resuscitation bay and primary survey; the rest of the wait is for theatre."""

CLARKE = Study(
    "Clarke 2002, J Trauma 52:420, hypotensive abdomen, n = 243",
    "S",
    "abdominal wounds as a hit in a fight makes them (median 100 mL/min, halving in 23 min), in hospital after some "
    "33 min with a systolic pressure below 90 mmHg; the same people wait 5 to 90 min for theatre; straight line "
    "through seven waits; no blood is given before theatre",
)
ALARHAYEM = Study(
    "Alarhayem 2016, Am J Surg 212:1101: torso, systolic 110 or less: risk rises most in the first 30 min",
    "S",
    "the same wounds, untreated and before hospital: share of all deaths from them by then",
)


def hypotensive(lives: int) -> tuple[Cohort, np.ndarray]:
    """Return the cohort, and the replicates that reach hospital alive with a systolic pressure below 90 mmHg."""
    people = cohort("torso")
    reached = np.flatnonzero(people.live(range(lives))["alive_on_arrival"] == 1)
    low = [r for r in reached if people.live_one(int(r))["arrival_map"] * SYSTOLIC_PER_MEAN < 90.0]
    return people, np.array(low, np.int64)


def deaths_percent(lives: int) -> np.ndarray:
    """Return deaths (%) within 30 days, (7,), by WAITS_MIN from the door to theatre."""
    people, low = hypotensive(lives)
    waits = (with_times(people.template, wait_t1=wait - BEFORE_THEATRE_MIN) for wait in WAITS_MIN)
    return np.array([100.0 * np.mean(Cohort(world).live(low)["alive_30"] == 0) for world in waits])


def first_half_hour_percent(lives: int) -> float:
    """Return which share (%) of all deaths from these wounds, were nobody to come, falls in the first 30 min."""
    nobody = Cohort(with_times(cohort("torso").template, lift_launch_dist=1e5))
    fates = nobody.live(range(lives))
    dead = fates["dead_s"][(fates["dead_s"] >= 0) & (fates["dead_s"] < 24 * 3600)]
    return 100.0 * float(np.mean(dead <= 30 * 60))


def figures(lives: int = 8000) -> list[Figure]:
    """Return the slope, and for information the level and the shape."""
    deaths = deaths_percent(lives)
    slope = float(np.polyfit(WAITS_MIN, deaths, 1)[0])
    middle = float(np.interp(45.0, WAITS_MIN, deaths))
    why = "no interval is published; 'about 1 % for each 3 min'"
    return [
        CLARKE.about("hypotensive abdomen: deaths for each minute to theatre", 0.35, slope, "%/min", 0.10, why, 2),
        CLARKE.told("hypotensive abdomen: deaths after 45 min to theatre", "40 % of all", middle, "%", 0),
        ALARHAYEM.told(
            "untreated torso bleeding: deaths in the first 30 min", "most", first_half_hour_percent(lives), "%", 0
        ),
    ]
