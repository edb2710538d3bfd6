"""Words of duty: status, reasons, decisions, work, terms, staffing."""

from enum import IntEnum


class DutyStatus(IntEnum):
    """Where a person stands on the roster."""

    AVAILABLE = 0
    ON_MISSION = 1
    VILLAGE_ONLY = 2  # restricted duty
    IN_HOSPITAL = 3
    CONVALESCENT = 4
    REASSIGNED = 5  # relieved from active duty, other work
    RETIRED = 6
    MISSING = 7
    FALLEN = 8
    ON_LEAVE = 9
    CARING = 10  # has moved in with somebody
    TRAVELLING = 11  # on a journey that is no mission
    RESTING = 12  # the rest rule
    AT_EXAM = 13  # as candidate or proctor
    ABSENT = 14  # not part of this organisation: an arm leaves him out


class Reason(IntEnum):
    """Why a decision was taken, a mission refused or delayed, an exception made."""

    NONE = 0
    NOBODY_OF_RANK = 1
    NOBODY_WITH_SKILL = 2
    TOO_FEW = 3
    WINDOW_CLOSED = 4
    SHORT_HANDED = 5  # the teacher on holiday was taken
    WOUNDED = 6
    LIMB_LOST = 7
    RESERVE_LOW = 8
    MIND = 9
    UNQUALIFIED = 10
    BOARD_CLEARED = 11
    BOARD_HELD = 12
    AFTER_PROSTHESIS = 13
    UNRESPONSIVE = 14  # held back: it would do harm now
    TERM = 15
    LEAVE = 16
    REST_RULE = 17
    CARER = 18
    CURFEW = 19
    DEATH = 20
    NOT_RECOVERED = 21
    TIME_SERVED = 22
    OVERRIDE = 23
    RECOVERED = 24
    RETURNED = 25
    CAPTURED = 26
    EXAM = 27
    CONVALESCENT = 28
    NEEDED_THERE = 29  # teaches, stands at a post
    LAPSED = 30  # a qualification
    ORDERED = 31  # named for it


class Decision(IntEnum):
    """Dated decisions about a person."""

    NONE = 0
    RELIEF = 1  # from active duty
    REASSIGNMENT = 2
    REMOVAL_FROM_ACADEMY = 3
    CLEARANCE = 4
    RESTRICTION = 5  # to the village
    APPEAL = 6
    REINSTATEMENT = 7  # at the Academy
    RETIREMENT = 8


class Trigger(IntEnum):
    """What raises a decision."""

    NONE = 0
    LIMB_LOST = 1  # he is out of acute care without it
    BEFORE_TERM = 2  # a term is near, and a teacher cannot teach
    RESERVE_LOW = 3  # too low for missions
    BOARD_CLEARED = 4
    WALKS_ON_PROSTHESIS = 5  # and is fit for work in the village
    APPEALED = 6
    RELIEVED = 7
    MIND = 8  # distress too high for missions


class Work(IntEnum):
    """What a person does for the organisation."""

    MISSIONS = 0
    ACADEMY = 1
    GATE = 2
    DESK = 3
    HOSPITAL = 4


class Term(IntEnum):
    """What a span of the calendar means."""

    ACADEMY = 0
    LEAVE = 1
    CURFEW = 2  # nobody leaves on missions


class Staffing(IntEnum):
    """Which of several available people a mission takes first."""

    RANK_FIRST = 0  # the highest rank that is free
    LOWEST_ABLE = 1  # the lowest rank that is enough, to keep the best in hand
    LONGEST_RESTED = 2
