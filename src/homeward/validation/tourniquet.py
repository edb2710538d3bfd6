"""Tourniquets before and after shock, before hospital and in it; and how long one takes to stop the bleeding."""

from dataclasses import dataclass

import numpy as np

from homeward.codes import Awareness, Skill, Treatment
from homeward.validation.cohort import Cohort, cohort, with_times, with_treatment_after
from homeward.validation.figure import Figure, Study

RADIAL_PULSE_MMHG = 54.0
"""Mean pressure at which the radial pulse goes: systolic 70 mmHg (Deakin and Low, BMJ 2000;321:673, from memory)."""

FIELD_MIN, ARRIVAL_MIN = 20.0, 90.0
FLIGHT_MIN = 12.0
PATIENTS = {FIELD_MIN: 422, ARRIVAL_MIN: 77}
"""Of Kragh's 499, those who got it before hospital and in hospital (from memory): weights of the pooled figures."""

KRAGH = Study(
    "Kragh 2011, J Emerg Med, doi 10.1016/j.jemermed.2009.07.022, n = 499",
    "S",
    f"isolated limb wounds of 10-500 mL/min (median 50, spread 1.2, no clotting); tourniquet {FIELD_MIN:g} min after "
    f"wounding or on arrival at {ARRIVAL_MIN:g} min; of those who arrive alive; shock: no radial pulse, mean pressure "
    f"below {RADIAL_PULSE_MMHG:g} mmHg",
)
WITHOUT = Study(
    "Kragh 2011, quoted text: isolated limb exsanguination without tourniquet, n = 10",
    "S2",
    "the same wounds of over 100 mL/min",
)
TRAINER = Study("JSOM Spring 2017: C-A-T 21 s, SOFTT-W 29 s, RMT 34 s, by the trained", "S", "median of a medic")

LIMB = {
    "median": "50 mL/min",
    "spread": 1.2,
    "low": "10 mL/min",
    "high": "500 mL/min",
    "range": ["30 mL/min", "100 mL/min"],
    "assumption": "limb wounds that somebody puts a tourniquet on: from small vessels to the femoral artery",
}
NEVER_MIN = 1e5


@dataclass(frozen=True)
class Treated:
    """Those alive when the tourniquet was tied who reached hospital alive: in shock then, and alive at 30 days."""

    shock: np.ndarray
    survived: np.ndarray

    def survival(self, among: np.ndarray) -> float:
        """Percent of some of them who lived."""
        return 100.0 * float(self.survived[among].mean())


def limb_wounds() -> Cohort:
    """Return the lives of men with one bleeding limb, in hospital at ARRIVAL_MIN."""
    people = cohort(
        "limb",
        {"wound.leg.bleeding": LIMB, "plan.first_aid": [{"give": "tourniquet", "to": "Patient", "by": "Helper"}]},
    )
    # Two minutes to load, then the flight.
    return Cohort(with_times(people.template, lift_launch_dist=ARRIVAL_MIN - FLIGHT_MIN))


def treated_after(minutes: float, lives: int) -> Treated:
    """Return those in whom the tourniquet was tied so long after wounding."""
    people = Cohort(with_treatment_after(limb_wounds().template, Treatment.TOURNIQUET, minutes))
    fates = people.live(range(lives))
    shock, reached = np.zeros(lives, bool), fates["alive_on_arrival"] == 1
    for replicate in np.flatnonzero(reached):
        # The last whole second before it is tight.
        before = people.watch(int(replicate), every_s=round(60 * minutes) - 1, until_s=round(60 * minutes))[-1]
        assert before["awareness"] < Awareness.DEAD
        shock[replicate] = before["map_mmhg"] < RADIAL_PULSE_MMHG
    return Treated(shock[reached], fates["alive_30"][reached] == 1)


def exsanguinating_deaths(lives: int) -> float:
    """Return the percentage that dies of the same wounds, of over 100 mL/min, without a tourniquet."""
    people = Cohort(with_treatment_after(limb_wounds().template, Treatment.TOURNIQUET, NEVER_MIN))
    row = people.template.dists[people.template.wounds[0]["flow_dist"]]
    row["low"] = 100.0 / 60.0
    return 100.0 * float((people.live(range(lives))["alive_30"] == 0).mean())


def medic_median_s() -> float:
    """Return the median seconds a medic takes."""
    world = cohort("limb").template
    return float(world.dists[world.treatments[Treatment.TOURNIQUET]["time_dist"][Skill.MEDIC]]["a"])


def figures(lives: int = 2000) -> list[Figure]:
    """Return survival by shock and by place, without a tourniquet, and the time to stop the bleeding."""
    field, hospital = treated_after(FIELD_MIN, lives), treated_after(ARRIVAL_MIN, lives)
    before, after = pooled(field, hospital, shock=False), pooled(field, hospital, shock=True)
    everybody = [group.survival(np.ones(len(group.shock), bool)) for group in (field, hospital)]
    place = "about two standard errors of the published share"
    confounded = "4 % pooled and 10 % in 2009 are confounded by severity; two standard errors around 10 % reach 16 %"
    spread = "fastest to slowest device"
    return [
        KRAGH.about("tourniquet before shock: survival", 96.0, before, "%", 3.0, "about two standard errors", 0),
        KRAGH.between("tourniquet after shock: survival", "4 % (10 % in 2009)", after, "%", 0, 16, confounded, 0),
        KRAGH.about("tourniquet before hospital: survival", 89.0, everybody[0], "%", 4.0, place, 0),
        KRAGH.about("tourniquet in hospital: survival", 78.0, everybody[1], "%", 9.0, place, 0),
        WITHOUT.between(
            "no tourniquet, limb exsanguination: deaths", "10 of 10", exsanguinating_deaths(lives), "%", 74, 100,
            "95 % interval of 10 in 10 (Clopper-Pearson 69 %, one-sided 74 %)", 0,
        ),
        TRAINER.between("tourniquet: time to stop the bleeding", "21-34 s", medic_median_s(), "s", 21, 34, spread, 0),
    ]  # fmt: skip


def pooled(field: Treated, hospital: Treated, shock: bool) -> float:
    """Return survival (%) with or without shock, both places weighted as in the published series."""
    total = lived = 0.0
    for group, patients in ((field, PATIENTS[FIELD_MIN]), (hospital, PATIENTS[ARRIVAL_MIN])):
        among = group.shock == shock
        weight = patients * float(among.mean())
        total, lived = total + weight, lived + weight * float(group.survived[among].mean())
    return 100.0 * lived / total
