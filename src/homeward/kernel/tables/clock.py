"""The state of a life as a whole. One row."""

import numpy as np

CLOCK = np.dtype(
    [
        ("now_s", "i8"),
        ("seed", "u8"),
        ("replicate", "u8"),
        ("replicate_key", "u8"),  # splitmix chain of seed and replicate
        ("generator", "i8"),  # Generator
        ("calendar", "i8"),  # CalendarKind
        ("pending", "i8"),  # entries in the calendar
        ("near", "i8"),  # those of them in the heap, or among the few
        ("few", "i8"),  # 1: all entries lie together; see few.py
        ("day", "i8"),  # calendar queue: the last day whose entries have come into the heap
        ("shift", "i8"),  # calendar queue: log2 of the length of a day in s
        ("looked", "i8"),  # calendar queue: days looked at since its length was set
        ("moved", "i8"),  # calendar queue: entries that came into the heap since then
        ("events", "i8"),  # dispatched in this life
        ("event_limit", "i8"),
        ("fault", "i8"),
        ("wounds", "i8"),  # rows of wounds in use
        ("wounds0", "i8"),  # rows of wounds in the scenario; those after are made in the fight
        ("ledger_on", "i8"),
        ("ledger", "i8"),  # rows of ledger in use
        ("seen", "i8"),  # bit per observation: has held
        ("broken", "i8"),  # bit per observation: can no longer hold
        ("stop_when_broken", "i8"),  # end the life as soon as it contradicts the facts
        ("sample_every_s", "i8"),  # 0: no timeline
        ("next_sample_s", "i8"),
        ("samples", "i8"),
        ("alarm", "i8"),  # the relief party has been called
        ("caught", "i8"),
        ("undecided", "i8"),  # people whose 30 days are not decided
        ("hand_over", "i8"),  # 1: the life of a casualty ends, decided alive, as he comes through the hospital door
    ],
    align=True,
)
