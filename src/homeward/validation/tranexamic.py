"""Tranexamic acid within and after three hours: the relative risk of death from bleeding."""

import numpy as np

from homeward.codes import Cause, Treatment
from homeward.validation.cohort import Cohort, cohort, with_times, with_treatment_after
from homeward.validation.figure import Figure, Study

SURGERY_MIN = 600.0
CRASH2 = Study(
    "CRASH-2 2011, n = 20,211; Trials 2016 1750; NICE esuom1 (95 % interval)",
    "S",
    "slow bleeds (median 4 mL/min, spread 0.8, halving in 3 h) without surgery for ten hours; given or not on the same "
    "draws at 0.5, 2 or 5 h to those alive then; 3,704 and 2,996 patients within 1 h and from 1 to 3 h (from memory) "
    "as weights",
)
SLOW_BLEED = {
    "wound.abdomen.bleeding": {
        "median": "4 mL/min",
        "spread": 0.8,
        "range": ["2 mL/min", "10 mL/min"],
        "assumption": "with or at risk of significant bleeding: 7.7 % of those reached within the hour bleed to death",
    },
    "wound.abdomen.clotting": {
        "median": "0.004 /min",
        "spread": 0.6,
        "range": ["0.002 /min", "0.01 /min"],
        "assumption": "deaths from bleeding go on through the first day",
    },
    "plan.first_aid": [{"give": "txa", "to": "Patient", "by": "Helper"}],
}
WITHIN_1_H, WITHIN_3_H, AFTER_3_H = 30.0, 120.0, 300.0
PATIENTS = {WITHIN_1_H: 3704, WITHIN_3_H: 2996}
NEVER_MIN = 1e5


def bled_to_death(fates: np.ndarray) -> np.ndarray:
    """Whether each life ended by bleeding, its shock included."""
    return np.isin(fates["cause"], (Cause.HAEMORRHAGE, Cause.SHOCK))


def deaths_by_minute(lives: int) -> dict[float, tuple[float, float]]:
    """Return, by minute at which it is given, the share that bleeds to death with and without, of those alive then."""
    people = cohort("torso", SLOW_BLEED)
    world = with_times(people.template, wait_t1=SURGERY_MIN, wait_t2=SURGERY_MIN, wait_t3=SURGERY_MIN)
    without = Cohort(with_treatment_after(world, Treatment.TXA, NEVER_MIN)).live(range(lives))
    found = {}
    for minutes in (WITHIN_1_H, WITHIN_3_H, AFTER_3_H):
        given = Cohort(with_treatment_after(world, Treatment.TXA, minutes)).live(range(lives))
        alive = (without["dead_s"] < 0) | (without["dead_s"] > 60 * minutes)
        found[minutes] = (float(bled_to_death(given)[alive].mean()), float(bled_to_death(without)[alive].mean()))
    return found


def figures(lives: int = 60_000) -> list[Figure]:
    """Return deaths within the hour, with and without, and the relative risks."""
    deaths = deaths_by_minute(lives)
    early = [100.0 * share for share in deaths[WITHIN_1_H]]
    given, without = (sum(PATIENTS[minutes] * deaths[minutes][arm] for minutes in PATIENTS) for arm in (0, 1))
    late = deaths[AFTER_3_H]
    interval, errors = "the published 95 % interval", "two standard errors of the published share"
    return [
        CRASH2.about("placebo within 1 h: bled to death", 7.7, early[1], "%", 0.9, errors),
        CRASH2.about("tranexamic acid within 1 h: bled to death", 5.3, early[0], "%", 0.7, errors),
        CRASH2.between(
            "tranexamic acid within 3 h: relative risk", "0.72", given / without, "", 0.63, 0.83, interval, 2
        ),
        CRASH2.between(
            "tranexamic acid after 3 h: relative risk", "1.44", late[0] / late[1], "", 1.12, 1.84, interval, 2
        ),
    ]
