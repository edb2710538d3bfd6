"""Tables that every kind of world has: distributions, calendar, ledger."""

import numpy as np

DIST = np.dtype(
    [
        ("shape", "i4"),  # Shape
        ("a", "f8"),  # see Shape
        ("b", "f8"),
        ("c", "f8"),
        ("low", "f8"),  # the draw is clipped to low..high
        ("high", "f8"),
    ],
    align=True,
)

NODE = np.dtype(
    [
        ("key", "i8"),  # at_s, then event, then entity, packed: one comparison orders all; see calendar.py
        ("heap", "i8"),  # heap: the key at the slot that has this row's number
        ("next", "i4"),  # entity in the same bucket, -1
        ("prev", "i4"),
        ("slot", "i4"),  # of this row's entity: heap slot, or FAR in a bucket, or AWAY
    ],
    align=True,
)

LEDGER = np.dtype(
    [
        ("at_s", "i8"),
        ("event", "i4"),  # Event
        ("who", "i4"),  # person, or -1-party
        ("other", "i4"),  # person, -1: nobody
        ("to_go_m", "f8"),  # distance still to go
        ("detail", "f8"),  # see Event
    ],
    align=True,
)
