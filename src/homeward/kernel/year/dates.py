"""Days and weekdays of a run. A day begins at midnight; its morning is when the desk decides."""

from homeward.kernel.jit import inner

DAY_S = 86400
NEVER_DAY = 2**31 - 1
"""The day that never comes, as it fits a WAKE row."""

SCHOOL_DAYS = 5
"""Monday to Friday."""


@inner
def day_of(world, at_s):
    """The day whose morning is the first at or after at_s."""
    return (at_s - world.duty[0]["morning_s"] + DAY_S - 1) // DAY_S


@inner
def weekday(world):
    """Today's weekday, 0: Monday."""
    return (world.duty[0]["starts_weekday"] + world.clock[0]["today"]) % 7
