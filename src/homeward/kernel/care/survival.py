"""Whether a patient lives through a task: its own risk, and his wounds where it decides."""

from homeward.codes import Draw, Mechanism
from homeward.kernel.care.body import awareness_of, pressure, severity, touch
from homeward.kernel.care.stations import DECIDES
from homeward.kernel.draws import draw, uniform
from homeward.kernel.exponential import exp
from homeward.kernel.jit import handler
from homeward.kernel.trauma_score import (
    COMA_SCALE,
    SYSTOLIC_PER_MEAN,
    breathing_rate,
    revised_trauma_score,
    survival_probability,
)

BLUNT = int(Mechanism.BLUNT)
HOUR_S = 3600.0


@handler
def survival(world, p):
    """Chance that patient p (touched) lives through the surgery of his wounds: TRISS, and what oxygen debt leaves."""
    patient, condition = world.patients[p], world.conditions[world.patients[p]["condition"]]
    care = world.care[0]
    if patient["age_y"] < 0.0:
        patient["age_y"] = 30.0
        if condition["age_dist"] >= 0:
            patient["age_y"] = draw(world, condition["age_dist"], patient["key"], Draw.AGE, 0)
    mmhg = pressure(world, patient, patient["blood"])
    breaths = breathing_rate(1.0 - patient["blood"], mmhg, patient["threat_done"])
    rts = revised_trauma_score(COMA_SCALE[awareness_of(world, patient)], mmhg * SYSTOLIC_PER_MEAN, breaths)
    # Deaths of children under 15 are predicted by the blunt set whatever the mechanism.
    b = care["triss"][BLUNT if patient["age_y"] < 15.0 else patient["mechanism"]]
    lives = survival_probability(b[0], b[1], b[2], b[3], rts, severity(world, p), patient["age_y"])
    return lives * exp(-care["debt_death"] * patient["debt"] / 1000.0)


@handler
def dies_of_task(world, p, station):
    """Whether patient p dies at the end of this task: by its own chance, and by his wounds where it decides."""
    patient = world.patients[p]
    risk = station["death"][patient["category"]] + station["death_per_loss"] * patient["missing"]
    risk += min(station["death_wait_most"], station["death_per_hour"] * patient["wait_s"] / HOUR_S)
    if station["does"] & DECIDES != 0:
        touch(world, p)
        patient["lives"] = survival(world, p)
        risk = 1.0 - (1.0 - min(1.0, risk)) * patient["lives"]
    if risk <= 0.0:
        return False
    return uniform(world, patient["key"], Draw.TASK_DEATH, patient["visits"] - 1) < risk
