"""Do the programs find the same? Means over replicates of every one of them, within their combined 99.9 % interval."""

import numpy as np

from benchmarks.agreement import Agreement, Values, agreements
from benchmarks.network_runs import LINKS, TASKS, Lived, trauma_network
from benchmarks.network_speed import LineSpeeds, TraumaSpeeds
from homeward.codes import Exit


def agreements_of_line(speeds: LineSpeeds) -> list[Agreement]:
    """Compare the mean wait of the line with that of every peer measured more than once."""
    ours = np.array(speeds.waits_min["Homeward"])
    found = []
    for peer in speeds.peers:
        theirs = np.array(speeds.waits_min[peer])
        if len(theirs) > 1:
            name = f"line: mean wait, min ({peer})"
            found += agreements({name: theirs}, {name: ours})
    return found


def agreements_of_trauma(speeds: TraumaSpeeds, replicates: int) -> list[Agreement]:
    """Compare the trauma network with the peer's runs."""
    ours = values_of_homeward(trauma_network().live(range(replicates)))
    theirs = {name: np.array([found[name] for found in speeds.found]) for name in ours}
    return agreements(theirs, ours)


def values_of_homeward(lived: Lived) -> Values:
    """Return what the peer's `outcome` tells, one array each of Homeward's replicates."""
    came, exits = lived.counted.totals["came"], lived.counted.totals["exit"]
    values = {
        "wounded": came.astype(float),
        "survive": 1.0 - exits[:, -Exit.DIED] / came,
        "return to duty": exits[:, -Exit.DUTY] / came,
    }
    for place, link in LINKS.items():
        values[f"mean wait, {place}, min"] = lived.mean_waits_to_go_min(link)
    for place, task in TASKS.items():
        values[f"mean wait, {place}, min"] = lived.mean_waits_min(task)
    return values
