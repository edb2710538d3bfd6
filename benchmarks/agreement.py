"""Do Homeward and its SimPy peer simulate the same thing? Means of both, within their combined 99.9 % interval."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from benchmarks.peers.izumo_simpy import Outcome

Z = 3.2905
"""Two-sided 99.9 % of the standard normal distribution."""

Values = dict[str, np.ndarray]


@dataclass(frozen=True)
class Agreement:
    """One quantity in both; `allowed` is half the width of the combined 99.9 % interval of the difference."""

    name: str
    peer: float
    homeward: float
    allowed: float

    @property
    def agrees(self) -> bool:
        """Whether the two means differ by no more than chance allows; False when that cannot be said (nan)."""
        return abs(self.peer - self.homeward) <= self.allowed


def values_of_peer(outcomes: Sequence[Outcome]) -> Values:
    """Return what is compared, one array each, of the peer's lives."""
    table = np.array(
        [
            (o.alive_on_arrival, o.alive_30, o.carrier_alive_30, o.dead_s, o.arrived_s, o.rests, o.caught)
            for o in outcomes
        ],
        float,
    )
    return values_of(*table.T)


def values_of_homeward(outcomes: np.ndarray, fates: np.ndarray, focus: int, carrier: int) -> Values:
    """Return the same of Homeward's lives; outcomes (n,) OUTCOME, fates (n, people) FATE."""
    his, other = fates[:, focus], fates[:, carrier]
    return values_of(
        his["alive_on_arrival"],
        his["alive_30"],
        other["alive_30"],
        his["dead_s"],
        his["arrived_s"],
        outcomes["rests"],
        outcomes["caught"],
    )


def values_of(
    alive_on_arrival: np.ndarray,
    alive_30: np.ndarray,
    carrier_alive_30: np.ndarray,
    dead_s: np.ndarray,
    arrived_s: np.ndarray,
    rests: np.ndarray,
    caught: np.ndarray,
) -> Values:
    """Name the columns; times only of those lives that have them."""
    on_the_way = (dead_s >= 0) & (alive_on_arrival == 0)
    arrived = arrived_s >= 0
    return {
        "dead before arrival": on_the_way,
        "time of death on the way, min": dead_s[on_the_way] / 60.0,
        "same, standard deviation, min": spread_of(dead_s[on_the_way] / 60.0),
        "brought in, alive or dead": arrived,
        "time of arrival, min": arrived_s[arrived] / 60.0,
        "alive at 30 days": alive_30,
        "carrier alive at 30 days": carrier_alive_30,
        "rests on the way": rests,
        "caught by pursuers": caught,
    }


def spread_of(values: np.ndarray) -> np.ndarray:
    """Return pseudo-values whose mean is the standard deviation, and whose variance is that of estimating it."""
    deviation = values.std()
    return deviation + ((values - values.mean()) ** 2 - deviation**2) / (2.0 * deviation)


def agreements(peer: Values, homeward: Values) -> list[Agreement]:
    """Compare quantity by quantity."""
    found = []
    for name, ours in homeward.items():
        theirs = peer[name]
        error = np.sqrt(theirs.var(dtype=float) / len(theirs) + ours.var(dtype=float) / len(ours))
        found.append(Agreement(name, float(theirs.mean()), float(ours.mean()), float(Z * error)))
    return found
