"""Those who move or act together."""

import numpy as np

PARTY = np.dtype(
    [
        ("key", "u8"),
        ("name", "u8"),
        ("at_m", "f8"),  # position on the way, at since_s
        ("speed_mps", "f8"),  # towards the end (negative: from it)
        ("since_s", "i8"),
        ("mode", "i8"),  # Mode
        ("count", "i8"),  # stints, exchanges or steps begun: the nth of its draws
        ("rests", "i8"),
        ("swaps", "i8"),
        ("leg", "i8"),
        ("means", "i8"),  # Means in use
        ("casualty", "i8"),  # person carried, -1
        ("bearing", "i8"),  # bit per person: bearing now
        ("path_mps", "f8"),  # ordinary walking speed on leg number path_leg - 1
        ("path_leg", "i8"),
        ("pace_factor", "f8"),  # this life's speed relative to the median
        ("why", "i8"),  # Event that will end this stint
        ("left", "i8"),  # attackers or pursuers left
        ("steps_left", "i8"),
        ("hits", "i8"),  # hits scored: the nth of their draws
    ],
    align=True,
)

TEAM, HAZARD, PURSUERS, RELIEF, AIRCRAFT, WATCH, PARTIES = range(7)
"""Rows of `parties`, and how many. WATCH: those who wait at the end of the way."""
