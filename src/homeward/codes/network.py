"""Words of a care network: what a patient does in it, and how he leaves."""

from enum import IntEnum


class Exit(IntEnum):
    """How a patient leaves the care network; negative, so that it never is a station."""

    DUTY = -1  # returned to duty
    HOME = -2  # discharged
    DIED = -3
    LOST = -4  # turned away, and nobody took him
    UNSEEN = -5  # left without being seen
    BEYOND = -6  # evacuated out of the network
    MOVED = -7  # handed to the organisation: rehabilitation begins


class Stage(IntEnum):
    """What a patient in the network is doing."""

    NONE = 0  # not inside
    WAITING = 1  # in a line, without a bed
    BLOCKING = 2  # in a line, keeping the bed he has
    SERVED = 3
    WAITING_TRANSPORT = 4
    MOVING = 5


class Thinning(IntEnum):
    """At which time the rate of a thinned process is looked up."""

    CANDIDATE = 0  # that of the candidate: exact (Lewis and Shedler 1979)
    LAST_ARRIVAL = 1  # that of the last arrival: biased, and common in published models; for comparison only
