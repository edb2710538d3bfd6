"""W' after it was spent whole: how much is back after 2, 6 and 15 minutes of rest."""

from homeward.kernel.exertion import rest, settle, wprime_left
from homeward.validation.cohort import PATIENT, cohort
from homeward.validation.figure import Figure, Study

FERGUSON = Study(
    "Ferguson 2010, J Appl Physiol 108:866, n = 6 (mean and SD)", "S", "a rested body whose W' was emptied, at rest"
)
PUBLISHED = ((2, 37.0, 5.0), (6, 65.0, 6.0), (15, 86.0, 4.0))
"""Minutes; percent of W' recovered; standard deviation."""


def recovered_percent(minutes: float) -> float:
    """Return the percentage of W' that is back after so many minutes at rest."""
    people = cohort("limb")
    world = people.world
    people.live(range(1))
    person, clock = world.people[PATIENT], world.clock[0]
    person["fast_j"] = person["slow_j"] = 0.0
    person["cp_w"] = person["cp0_w"]
    person["settled_s"] = clock["now_s"]
    rest(world, PATIENT)
    clock["now_s"] += round(60 * minutes)
    settle(world, PATIENT)
    return float(100.0 * wprime_left(world, PATIENT) / person["wprime_j"])


def figures() -> list[Figure]:
    """Return the three published points."""
    why = "one standard deviation between the six men"
    return [
        FERGUSON.about(f"W' back after {minutes} min of rest", percent, recovered_percent(minutes), "%", sd, why)
        for minutes, percent, sd in PUBLISHED
    ]
