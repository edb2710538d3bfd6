"""Tables of the way back: bodies that heal, minds, homes, and who matters to whom."""

import numpy as np

FOLK = np.dtype(
    [
        # what is true of every recovery and every mind; helper `folk` completes
        ("baseline_distress", "f8"),  # PHQ-9 points
        ("strained", "f8"),  # distress from which a mind is strained
        ("withdrawn", "f8"),
        ("unresponsive", "f8"),
    ],
    align=True,
)

AID = np.dtype(
    [
        ("speed_mps", "f8"),
        ("oxygen_ml_kg_m", "f8"),
        ("stairs", "f8"),  # speed on stairs relative to able-bodied, 0: impossible alone
    ],
    align=True,
)
"""By codes.Aid; databook 8.1."""

RECOVERY = np.dtype(
    [
        ("began_s", "i8"),  # discharge from acute care, -1: nothing to recover from
        ("function", "f8"),  # 0..1, of walking and working
        ("aid", "i8"),  # codes.Aid
        ("reserve", "f8"),  # 0..1, deep reserve, at reserve_s
        ("reserve_s", "i8"),
        ("limb", "i8"),  # codes.LimbStage
        ("carer", "i8"),  # member who has moved in, -1
        ("fit_s", "i8"),  # when fit for missions again, -1
    ],
    align=True,
)

MIND = np.dtype(
    [
        ("distress", "f8"),  # 0..27, at touched_s
        ("touched_s", "i8"),
        ("state", "i8"),  # codes.Mind
        ("watch", "i8"),  # codes.Watch
        ("ties0", "i8"),  # first row of ties
        ("ties", "i8"),
    ],
    align=True,
)

TIE = np.dtype([("to", "i8"), ("kind", "i8"), ("strength", "f8"), ("visits", "i8")], align=True)
"""Rows of one person stand together: what `to` is to him (codes.Tie), 0..1 how much."""

WORKSHOP = np.dtype(
    [
        ("found_s", "i8"),  # -1: nobody has heard of it yet
        ("away_s", "i8"),  # one way
        ("hazard_per_s", "f8"),  # of an incident on the road
        ("incident", "i8"),  # which one, -1
    ],
    align=True,
)
