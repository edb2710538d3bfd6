"""Probability of detection at a coverage of one, by how the ground is searched."""

from homeward.codes import Formation
from homeward.kernel.processes.hazard import probability_of_detection
from homeward.validation.figure import Figure, Study

KOOPMAN = Study("Koopman 1946 and 1980; arithmetic ours", "M", "kernel's probability of detection at C = 1")
PUBLISHED = (
    (Formation.SINGLE, "random search", 63),
    (Formation.PAIRS, "inverse cube", 79),
    (Formation.LINE, "sweep", 100),
)


def figures() -> list[Figure]:
    """Return the three detection laws."""
    found = []
    for formation, words, percent in PUBLISHED:
        ours = 100.0 * probability_of_detection(int(formation), 1.0)
        found.append(KOOPMAN.about(f"search, {words}: detected at C = 1", percent, ours, "%", 0.5, "rounding", 0))
    return found
