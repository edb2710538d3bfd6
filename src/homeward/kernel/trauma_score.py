"""RTS and TRISS: how likely a casualty who reaches hospital alive, with these vitals and these wounds, is to live.

Champion 1989 (RTS), Boyd 1987 with the 1995 revision of the coefficients. TRISS is conditional on arriving alive with
measured vitals.
"""

import math

from homeward.kernel.jit import inner, process
from homeward.kernel.pressure import pressure_of

SYSTOLIC_PER_MEAN = 120.0 / 93.0


COMA_SCALE = (15, 15, 13, 8, 4, 3)
"""GCS in the middle of the band of each Awareness level."""


@inner
def coded_coma_scale(gcs):
    """RTS code of GCS."""
    if gcs >= 13:
        return 4
    if gcs >= 9:
        return 3
    if gcs >= 6:
        return 2
    return 1 if gcs >= 4 else 0


@inner
def coded_systolic(mmhg):
    """RTS code of systolic pressure."""
    if mmhg >= 90.0:
        return 4
    if mmhg >= 76.0:
        return 3
    if mmhg >= 50.0:
        return 2
    return 1 if mmhg >= 1.0 else 0


@inner
def coded_breathing(per_min):
    """RTS code of respiratory rate."""
    if per_min > 29.0:
        return 3
    if per_min >= 10.0:
        return 4
    if per_min >= 6.0:
        return 2
    return 1 if per_min >= 1.0 else 0


@inner
def revised_trauma_score(gcs, systolic_mmhg, breaths_per_min):
    """RTS = 0.9368 G + 0.7326 S + 0.2908 R, 0 to 7.8408."""
    g, s, r = coded_coma_scale(gcs), coded_systolic(systolic_mmhg), coded_breathing(breaths_per_min)
    return 0.9368 * g + 0.7326 * s + 0.2908 * r


@inner
def survival_probability(b0, b1, b2, b3, rts, iss, age_y):
    """TRISS: Ps = 1 / (1 + exp(-b)), b = b0 + b1 RTS + b2 ISS + b3 (age 55 or more)."""
    old = 1.0 if age_y >= 55.0 else 0.0
    return 1.0 / (1.0 + math.exp(-(b0 + b1 * rts + b2 * iss + b3 * old)))


@inner
def heart_rate(loss):
    """Heart rate (per min) at a share of blood lost: 82 (1 + 0.63 (L/0.35)^1.7), at most 172 (databook 2.5a; ATLS
    bands).
    """
    return min(172.0, 82.0 * (1.0 + 0.63 * (max(0.0, loss) / 0.35) ** 1.7))


@inner
def breathing_rate(loss, mmhg, threat_done):
    """Respiratory rate (per min): ATLS bands by loss; fast when the chest fails, gasping near the end."""
    if mmhg < 35.0 or threat_done > 0.92:
        return 6.0
    if threat_done > 0.5 or loss > 0.40:
        return 36.0
    if loss > 0.30:
        return 34.0
    return 24.0 if loss > 0.15 else 17.0


@process
def triss(world, i):
    """Probability of survival of person i (touched) from his vitals now."""
    person = world.people[i]
    mmhg = pressure_of(world, i, person["blood_ml"])
    loss = 1.0 - person["blood_ml"] / person["blood0_ml"]
    breaths = breathing_rate(loss, mmhg, person["threat_done"])
    rts = revised_trauma_score(COMA_SCALE[person["awareness"]], mmhg * SYSTOLIC_PER_MEAN, breaths)
    # Deaths of children under 15 are predicted by the blunt set whatever the mechanism.
    b = world.setting[0]["triss"][0 if person["age_y"] < 15.0 else person["mechanism"]]
    return survival_probability(b[0], b[1], b[2], b[3], rts, person["iss"], person["age_y"])
