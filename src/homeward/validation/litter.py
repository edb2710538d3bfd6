"""How long a stretcher is held: by two, by four, in the hands and on a harness."""

from math import exp, sqrt

from homeward.codes import Means
from homeward.kernel.exertion import hold_time
from homeward.kernel.tables import World
from homeward.validation.cohort import cohort
from homeward.validation.figure import Figure, Study

ARL = Study(
    "ARL A585933, n = 11 (mean and SD); 2-person stretcher, 80 kg, 4.8 km/h",
    "S",
    "kernel's law of holding; casualty and litter 86.8 kg, grip 50 kg",
)
RICE = Study(
    "Rice 1996, Int J Ind Ergon 18:41: longest continuous hand carry advised",
    "S",
    "kernel's law of holding; casualty and litter 86.8 kg, grip 50 kg",
)
CASUALTY_KG, GRIP_KG, MEN = 80.0, 50.0, 11
STEADYING = 0.10
"""On a harness the hands only steady the poles: a tenth of the load is assumed to stay in them."""


def held_min(world: World, bearers: int, in_the_hands: float = 1.0) -> float:
    """Return the mean minutes that each of so many bearers holds his share of a litter."""
    setting = world.setting[0]
    load_kg = (CASUALTY_KG + setting["litter_kg"]) / bearers * in_the_hands
    median_s = hold_time(world, int(Means.LITTER), float(load_kg), GRIP_KG)
    return float(median_s * exp(0.5 * setting["hold_spread"] ** 2) / 60.0)


def figures() -> list[Figure]:
    """Return the carry times by two in the hands, by two on a harness, by four."""
    world = cohort("limb").template
    why = "two standard errors of the mean of eleven men"
    by = [round(2.0 * sd / sqrt(MEN), 1) for sd in (1.4, 8.1)]
    harness = held_min(world, 2, STEADYING)
    return [
        ARL.about("litter by two in the hands: held", 2.7, held_min(world, 2), "min", by[0], why),
        ARL.about("litter by two on a hip-shoulder harness: held", 25.4, harness, "min", by[1], why),
        RICE.about(
            "litter by four in the hands: held", 5.0, held_min(world, 4), "min", 1.0, "a limit in whole minutes"
        ),
    ]
