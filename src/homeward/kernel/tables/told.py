"""What a life leaves behind: what became of whom, how it went, its timeline."""

import numpy as np

FATE = np.dtype(
    [
        ("alive_on_arrival", "i1"),
        ("alive_30", "i1"),
        ("team0", "i1"),
        ("deserted", "i1"),
        ("cause", "i1"),
        ("triage", "i1"),
        ("limb_lost", "i1"),
        ("collapsed", "i1"),
        ("wounded", "i1"),
        ("iss", "i2"),
        ("niss", "i2"),
        ("arrived_s", "i4"),  # -1
        ("care_s", "i4"),  # -1
        ("dead_s", "i4"),  # -1
        ("fit_s", "i4"),  # -1
        ("dead_at_m", "f4"),
        ("arrival_blood", "f4"),
        ("reserve_left", "f4"),
        ("reserve_spent", "f4"),  # share of the deep reserve
        ("spent_kj", "f4"),
    ],
    align=True,
)

OUTCOME = np.dtype(
    [
        ("fault", "i4"),
        ("agrees", "i4"),  # 1: every observation held
        ("seen", "i8"),  # bit per observation that held
        ("events", "i4"),
        ("caught", "i4"),
        ("rests", "i4"),
        ("end_s", "i4"),
    ],
    align=True,
)

SAMPLE = np.dtype(
    [
        ("at_s", "i8"),
        ("who", "i4"),
        ("awareness", "i4"),
        ("blood_ml", "f8"),
        ("map_mmhg", "f8"),
        ("heart_rate", "f8"),  # per minute
        ("wprime", "f8"),  # share left
        ("hold", "f8"),
        ("reserve", "f8"),
        ("to_go_m", "f8"),
    ],
    align=True,
)
