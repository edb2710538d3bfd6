"""Words of a body and its wounds: awareness, signs, causes, regions, threats, triage."""

from enum import IntEnum, IntFlag


class Awareness(IntEnum):
    """Level of consciousness, AVPU with light-headedness split from alert, and death."""

    ALERT = 0
    LIGHTHEADED = 1  # alert, full sentences, but dizzy, blurred sight, distant hearing
    VOICE = 2  # short answers, slurred
    PAIN = 3  # a murmur
    UNRESPONSIVE = 4
    DEAD = 5


class Sign(IntFlag):
    """What an observer can say of a person: a set of Awareness levels."""

    TALKS = 0b000011
    ALERT = 0b000001
    LIGHTHEADED = 0b000010
    SLURRED = 0b000100
    MURMURS = 0b001000
    UNRESPONSIVE = 0b010000
    PULSE = 0b011111
    NO_PULSE = 0b100000
    ARRIVED = 0b1000000  # an event: reaches the end of the way in the window
    COLLAPSED = 0b10000000  # an event: overdraws the reserve and falls, in the window
    SURVIVED = 0b100000000  # alive at 30 days; the window says when it was known and is not held against the life


class Cause(IntEnum):
    """Cause of death, as it would be written down."""

    NONE = 0
    HAEMORRHAGE = 1
    AIRWAY_OR_CHEST = 2
    HEAD = 3
    SHOCK = 4  # irreversible shock: oxygen debt
    KILLED = 5  # killed outright in the fight
    OVERDRAWN = 6  # spent more reserve than he had
    ON_THE_TABLE = 7
    IN_HOSPITAL = 8
    CAPTURED = 9  # found by the enemy while left behind
    EXPOSURE = 10


class Region(IntEnum):
    """Body regions of the Injury Severity Score."""

    HEAD = 0
    FACE = 1
    CHEST = 2
    ABDOMEN = 3
    LIMB = 4  # extremity or pelvic girdle
    EXTERNAL = 5


class Side(IntEnum):
    """Where on a region: it decides what compresses a wound and what it slows."""

    TRUNK = 0
    ARM = 1
    LEG = 2
    JUNCTION = 3  # groin, axilla, neck: no room for a tourniquet


class Mechanism(IntEnum):
    """TRISS distinguishes these two."""

    BLUNT = 0
    PENETRATING = 1


class Threat(IntEnum):
    """A wound that can kill without bleeding."""

    NONE = 0
    AIRWAY = 1
    OPEN_CHEST = 2
    TENSION = 3
    HEAD = 4


class Triage(IntEnum):
    """AMedP-1.10 categories."""

    NONE = 0
    T1 = 1
    T2 = 2
    T3 = 3
    T4 = 4
    DEAD = 5
