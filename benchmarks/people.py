"""What a person-day costs, and how much memory many people take: each number of people in a process of its own.

python benchmarks/people.py 1000 100    1,000 people for a year, 100 times; prints JSON
"""

import json
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import cast

ROOT = Path(__file__).resolve().parent.parent
BYTES_PER_MAXRSS = 1 if sys.platform == "darwin" else 1024
MISSIONS_PER_PERSON_DAY = 0.005
ROOM = 0.05
"""Missions that may be open at once, per person: ten days' worth."""


@dataclass(frozen=True)
class Cost:
    """What so many people for a year came to, on one thread."""

    people: int
    person_days: int
    person_day_ns: float
    lowering_s: float
    peak_mb: float


def cost_of(people: int, years: int) -> Cost:
    """Measure in a new process, whose peak memory is then that of these people alone."""
    words = [sys.executable, str(Path(__file__).resolve()), str(people), str(years)]
    told = subprocess.run(words, capture_output=True, text=True, check=False)
    if told.returncode:
        raise RuntimeError(f"{people:,} people failed: {told.stderr[-2000:]}")
    return Cost(**json.loads(told.stdout))


def measure(people: int, years: int) -> Cost:
    """Live so many people so many years in this process, after one year that does not count where there are more."""
    import numpy as np

    from homeward.model.organisation.organisation import Organisation
    from homeward.run.lower_organisation import Capacity, lower_organisation
    from homeward.run.organisation import live_years
    from homeward.scenario import read

    sets = {"cohort.people.count": people, "mission.patrol.rate": f"{MISSIONS_PER_PERSON_DAY * people:g} /d"}
    organisation = cast(Organisation, read(ROOT / "benchmarks" / "people.toml", sets))
    began = time.perf_counter()
    capacity = Capacity(missions=256 + round(ROOM * people), decisions=4096 + people)
    lowered = lower_organisation(organisation, seed=1, capacity=capacity)
    lowering_s = time.perf_counter() - began
    live_years(lowered.world, lowered.incidents, np.arange(1))
    began_s = time.process_time()
    for year in range(years):
        live_years(lowered.world, lowered.incidents, np.asarray([year]))
    took_s = time.process_time() - began_s
    person_days = people * organisation.run.days * years
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * BYTES_PER_MAXRSS / 1e6
    return Cost(people, person_days, took_s / person_days * 1e9, lowering_s, peak_mb)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    print(json.dumps(vars(measure(int(sys.argv[1]), int(sys.argv[2])))))
