"""Bits of MEMBER["limits"]: what keeps a member from missions beyond body, reserve and mind."""

HELD = 1
"""Has been unfit: not sent until the board clears him."""

CLEARED = 2
"""Cleared by the board though unfit, and not fit yet."""

RELIEVED = 4
"""Relieved from active duty."""

GONE = 8
"""Missing."""

CONVALESCING = 16
"""Available, but not fully fit."""
