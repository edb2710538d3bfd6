"""Words of an incident: who stands where, what is done for them, how they come home."""

from enum import IntEnum


class Status(IntEnum):
    """Where a person stands in the incident."""

    WITH_TEAM = 0
    GONE = 1  # not part of this life: killed before it begins, or never came
    DESERTED = 2
    LEFT = 3  # left behind, waiting for the relief party
    WITH_RELIEF = 4
    ABOARD = 5  # in the aircraft
    AWAITING_CARE = 6  # at the gate
    IN_CARE = 7
    HOME = 8  # arrived and needing nothing
    FOLLOWING = 9  # coming home on foot behind a God's Step


class Skill(IntEnum):
    """First-aid skill."""

    NONE = 0
    BUDDY = 1
    TRAINED = 2
    MEDIC = 3
    SURGEON = 4


class Treatment(IntEnum):
    """What can be done at the point of injury."""

    NONE = 0
    TOURNIQUET = 1
    PACKING = 2  # packing and a pressure dressing
    CHEST_SEAL = 3
    DECOMPRESSION = 4
    AIRWAY = 5  # opening and positioning
    TXA = 6
    BLOOD = 7  # one unit
    WARMING = 8
    SPLINT = 9


class Means(IntEnum):
    """How a casualty is moved by people on foot."""

    NONE = 0  # nobody to carry, or he walks
    ON_THE_BACK = 1
    TWO_PERSON = 2
    LITTER = 3
    DRAG = 4


class Pace(IntEnum):
    """Pace policy of those who carry."""

    HURRY_AND_REST = 0
    STEADY = 1
    NEVER_REST = 2
    ADAPTIVE = 3


class Evacuation(IntEnum):
    """The plan for getting home."""

    CARRY = 0
    LEAVE_AND_SEND = 1
    WAIT = 2  # stay and wait for the party or the aircraft


class Transport(IntEnum):
    """A thing waiting on the way."""

    NONE = 0
    WAGON = 1
    HORSE = 2
    VEHICLE = 3


class Mode(IntEnum):
    """What a party is doing."""

    IDLE = 0
    FIGHTING = 1
    TREATING = 2
    MOVING = 3
    RESTING = 4
    GATHERING = 5  # for a God's Step
    WAITING = 6  # for somebody to come
    HALTED = 7  # while somebody who came treats and loads
    RIDING = 8
    ARRIVED = 9
    STRANDED = 10
    OUTBOUND = 11  # relief party or aircraft on its way to them
    INBOUND = 12  # on its way back


class Formation(IntEnum):
    """How ground is searched before the team enters it."""

    NONE = 0  # nobody searches
    SINGLE = 1  # one man looks as he walks
    PAIRS = 2
    LINE = 3
