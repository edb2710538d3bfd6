"""Bled to a share of the blood volume and held there: who dies. Walcott's dogs."""

from math import log

import numpy as np

from homeward.codes import Cause
from homeward.kernel.pressure import loss_until
from homeward.validation.cohort import Cohort, always, cohort, number
from homeward.validation.figure import Figure, Study

WALCOTT = Study(
    "Walcott, in Arch Surg 1959;79:176: dogs bled 41-58 %, none lived from 53 % on, about half below",
    "S2",
    "bled within about 20 min to a share spread evenly over the band, or to death; then watched for 30 min",
)
BLED_MIN, HELD_MIN = 20.0, 30.0
LEFT_TO_FLOW = 0.01
"""A bleed that dies away has 1 % of its loss to go after BLED_MIN."""
PER_MIN = -log(LEFT_TO_FLOW) / BLED_MIN


def bled_dogs() -> Cohort:
    """Return lives with one wound that closes within BLED_MIN; nothing comes in from the tissues."""
    return cohort(
        "limb",
        {
            "setting.bleeding.refill_share": number("0 %"),
            "wound.leg.bleeding": number("1 mL/min"),
            "wound.leg.clotting": number(f"{PER_MIN} /min"),
        },
    )


def dies(dogs: Cohort, replicate: int, share: float) -> bool:
    """Whether this one dies when bled to a share of his volume and held: a first life tells what his body bears."""
    world, flow_row = dogs.template, dogs.template.wounds[0]["flow_dist"]
    world.dists[flow_row] = always(1e-6)[0]
    body = dogs.live_one(replicate)
    compensated_ml, zero_ml = float(body["compensated_ml"]), float(body["zero_ml"])
    blood0_ml = float(body["blood0_ml"])
    target_ml = (1.0 - share) * blood0_ml
    if target_ml <= zero_ml:
        return True  # his pressure is gone, and his heart has stopped, before so much is out
    loss_ml = loss_until(blood0_ml, compensated_ml, zero_ml, target_ml)
    world.dists[flow_row] = always(loss_ml * PER_MIN / 60.0)[0]
    fate = dogs.live(range(replicate, replicate + 1))[0]
    watched = 0 <= fate["dead_s"] <= 60.0 * (BLED_MIN + HELD_MIN)
    return bool(watched and fate["cause"] in (Cause.HAEMORRHAGE, Cause.SHOCK))


def deaths_percent(low: float, high: float, lives: int) -> float:
    """Return the percentage that dies when bled to shares spread evenly from low to high."""
    dogs = bled_dogs()
    shares = low + (high - low) * (np.arange(lives) + 0.5) / lives
    return 100.0 * float(np.mean([dies(dogs, replicate, float(share)) for replicate, share in enumerate(shares)]))


def figures(lives: int = 400) -> list[Figure]:
    """Return mortality below and beyond 53 %."""
    below, beyond = deaths_percent(0.41, 0.53, lives), deaths_percent(0.53, 0.58, lives)
    half = "'about half' of a few dozen dogs"
    all_of = "of the dozen or so dogs bled so far, none is then expected to live"
    return [
        WALCOTT.between("bled 41-53 % and held: deaths", "about 50 %", below, "%", 38, 62, half, 0),
        WALCOTT.between("bled 53-58 % and held: deaths", "100 %", beyond, "%", 95, 100, all_of, 0),
    ]
