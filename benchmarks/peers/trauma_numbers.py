"""The trauma network in numbers: five points of injury, three aid posts, a few vehicles, one hospital.

A made-up network, for comparing programs: it is no place and no study. Times in minutes; every log-normal duration by
its median and its spread. Severity 0 is the most urgent.
"""

import math
from dataclasses import dataclass

DAY_MIN = 1440.0
BLOOD_AT_DEATH = 0.6
POINTS_OF_POST = ((0, 1), (2, 3), (4,))
SEVERITY_SHARES = (0.25, 0.35, 0.40)


@dataclass(frozen=True)
class Size:
    """What a planner would change. `arrivals_end_min`: nobody is wounded later; the network then runs empty."""

    litter_teams: int = 2  # at each aid post
    medics: int = 2  # at each aid post
    vehicles: int = 4
    vehicle_places: int = 2
    theatres: int = 2
    icu_beds: int = 6
    ward_beds: int = 30
    arrivals_end_min: float = 80 * DAY_MIN


@dataclass(frozen=True)
class Lasts:
    """Log-normal durations: medians, by whatever they depend on, and the spread they share."""

    medians_min: tuple[float, ...]
    spread: float


@dataclass(frozen=True)
class Way:
    """A way that is gone out and back: medians of log-normal durations, and the spread they share."""

    out_min: float
    back_min: float
    spread: float


WOUNDED_PER_DAY = (6.0, 5.0, 5.0, 5.0, 4.0)  # by point of injury

BLEEDS_OUT_MIN = (90.0, 400.0, 6000.0)  # by severity, of a bleeding of median rate
BLEEDING_SPREAD = 0.8
BLEEDING_PER_MIN = tuple(math.log(1.0 / BLOOD_AT_DEATH) / minutes for minutes in BLEEDS_OUT_MIN)
ON_THE_LITTER, UNDER_CARE = 0.5, 0.25  # what is left of the bleeding
BLOOD_GIVEN = 0.1

CARRY = tuple(Way(minutes, 1.4 * minutes, 0.4) for minutes in (12.0, 20.0, 15.0, 25.0, 18.0))  # by point of injury
DRIVE = tuple(Way(minutes, minutes, 0.25) for minutes in (45.0, 60.0, 80.0))  # by aid post

AID = Lasts((25.0, 20.0, 12.0), 0.4)  # by severity, as is all that follows
RETURNED_BY_AID_POST = (0.0, 0.0, 0.4)

NEEDS_SURGERY = (1.0, 0.6, 0.1)
SURGERY = Lasts((200.0, 150.0, 90.0), 0.5)
NEEDS_ICU = (0.5, 0.15, 0.0)
ICU = Lasts((1.2 * DAY_MIN,), 0.6)
WARD = Lasts((1.67 * DAY_MIN, 1.1 * DAY_MIN, 0.6 * DAY_MIN), 0.6)
REHABILITATION = Lasts((20.0 * DAY_MIN, 10.0 * DAY_MIN, 4.0 * DAY_MIN), 0.5)
RETURNED_TO_DUTY = (0.35, 0.75, 0.95)


def dies_of_surgery(blood: float) -> float:
    """Return the probability of dying in theatre, by the share of blood left when it began."""
    return 0.02 + 0.3 * (1.0 - blood)


def dies_in_icu(waited_min: float) -> float:
    """Return the probability of dying in intensive care, by the wait for a bed there."""
    return 0.04 + 0.10 * min(1.0, waited_min / 240.0)
