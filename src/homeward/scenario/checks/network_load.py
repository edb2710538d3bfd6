"""Said, not forbidden: a resource that is asked for more than it can do."""

from collections.abc import Iterator

from homeward.model.network.laydown import Network
from homeward.model.network.load import loads_of
from homeward.scenario.checks.problem import Problem

UNSTABLE = 1.0


def unstable_queues(network: Network) -> Iterator[Problem]:
    """Yield a remark for every resource whose load is one or more; of several skills, only when none is alone."""
    told: list[tuple[str, set[str]]] = []
    for load in sorted(loads_of(network), key=lambda each: len(each.what)):
        words = set(load.what.split("'")[1::2])
        if load.load >= UNSTABLE and not any(place == load.facility and names <= words for place, names in told):
            told.append((load.facility, words))
            said = f"{load.said}: the line grows for as long as the run lasts"
            yield Problem(load.path, said, "; more of them, fewer arrivals or shorter tasks would end it")
