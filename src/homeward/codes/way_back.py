"""Words of the way back: aids, minds, watch, ties, shocks, prostheses."""

from enum import IntEnum


class Aid(IntEnum):
    """What a person needs to get about."""

    NONE = 0
    ONE_CRUTCH = 1
    TWO_CRUTCHES = 2
    WHEELCHAIR = 3
    BED = 4
    PROSTHESIS = 5
    PROSTHESIS_AND_CRUTCH = 6


class Mind(IntEnum):
    """State of a mind, by the distress score."""

    WELL = 0
    STRAINED = 1
    WITHDRAWN = 2
    UNRESPONSIVE = 3


class Watch(IntEnum):
    """Level of observation."""

    GENERAL = 0
    INTERMITTENT = 1
    WITHIN_SIGHT = 2
    WITHIN_REACH = 3


class Tie(IntEnum):
    """What one person is to another."""

    COMRADE = 0
    FRIEND = 1
    PARTNER = 2
    PUPIL = 3
    TEACHER = 4
    CARER = 5
    FAMILY = 6


class Shock(IntEnum):
    """What strains a mind."""

    WOUND = 0
    LIMB_LOSS = 1
    BAD_LETTER = 2
    DEATH = 3  # of somebody tied to him
    HURT_FRIEND = 4
    SETBACK = 5
    JOB_LOST = 6


class LimbStage(IntEnum):
    """How far a prosthesis is."""

    NONE = 0
    SEARCHING = 1
    FOUND = 2
    JOURNEY = 3
    MEASURED = 4
    BUILT = 5
    FITTED = 6
    LEARNING = 7
    WALKING = 8
    REJECTED = 9
