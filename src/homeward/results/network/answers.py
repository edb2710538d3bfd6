"""Answers of replicates: from what was counted to (n,) values, NaN for none."""

from collections.abc import Callable, Sequence

import numpy as np

from homeward.codes import Exit
from homeward.run.network import Lived

MIN_S = 60.0
LIVED_ON = (Exit.DUTY, Exit.HOME, Exit.BEYOND)
"""Ways out alive."""

Answer = Callable[[Lived], np.ndarray]


def counted_s(lived: Lived) -> np.ndarray:
    """Return (n,) how long was counted, s."""
    return (lived.totals["end_s"] - lived.totals["counts_from_s"]).astype(float)


def ratio(above: np.ndarray, below: np.ndarray) -> np.ndarray:
    """Return the quotient, NaN where nothing is below."""
    over = np.asarray(above, float)
    return np.divide(over, below, out=np.full(np.shape(over), np.nan), where=np.asarray(below) > 0)


def total(field: str) -> Answer:
    """One of TOTALS."""
    return lambda lived: lived.totals[field].astype(float)


def left(*ways: Exit) -> Answer:
    """How many left in any of these ways."""
    return lambda lived: lived.totals["exit"][:, [-int(way) for way in ways]].sum(axis=1).astype(float)


def mean_wait(lived: Lived) -> np.ndarray:
    """Mean wait for a task, whichever, min."""
    counts = lived.station_counts
    return ratio(counts["waited_s"].sum(axis=1) / MIN_S, counts["started"].sum(axis=1))


def littles_residual(lived: Lived) -> np.ndarray:
    """By how much the number inside, over time, differs from the stays that make it up: patient-minutes, 0 by law."""
    return np.abs(lived.totals["inside_s"].astype(float) - lived.totals["stay_s"].astype(float)) / MIN_S


def survival(lived: Lived) -> np.ndarray:
    """Percentage left alive, of those who left alive or died."""
    return 100.0 * ratio(left(*LIVED_ON)(lived), left(*LIVED_ON, Exit.DIED)(lived))


def stay(lived: Lived) -> np.ndarray:
    """Mean stay of those who left, min."""
    return ratio(lived.cases["stay_s"].sum(axis=1) / MIN_S, lived.cases["left"].sum(axis=1))


def mean_inside(lived: Lived) -> np.ndarray:
    """Number inside, over time."""
    return ratio(lived.totals["inside_s"], counted_s(lived))


def came_with(c: int) -> Answer:
    """How many came with condition c."""
    return lambda lived: lived.cases["came"][:, c].astype(float)


def stay_with(c: int) -> Answer:
    """Mean stay with condition c, min."""
    return lambda lived: ratio(lived.cases["stay_s"][:, c] / MIN_S, lived.cases["left"][:, c])


def waits_with(c: int) -> Answer:
    """Mean of all that one waits, with condition c, of those who left, min."""
    return lambda lived: ratio(lived.cases["waited_s"][:, c] / MIN_S, lived.cases["left"][:, c])


def survived_with(c: int) -> Answer:
    """Percentage left alive of those with condition c."""

    def answer(lived: Lived) -> np.ndarray:
        exits = lived.cases["exit"][:, c]
        alive = exits[:, [-int(way) for way in LIVED_ON]].sum(axis=1)
        return 100.0 * ratio(alive, alive + exits[:, -int(Exit.DIED)])

    return answer


def counted_at(s: int, field: str) -> Answer:
    """How often something happened at station s."""
    return lambda lived: np.asarray(lived.station_counts[field][:, s], float)


def wait_at(s: int) -> Answer:
    """Mean wait at station s, min."""
    return lambda lived: ratio(lived.station_counts["waited_s"][:, s] / MIN_S, lived.station_counts["started"][:, s])


def longest_at(s: int) -> Answer:
    """Longest wait at station s, min."""
    return lambda lived: lived.station_counts["longest_s"][:, s] / MIN_S


def beds_taken(a: int) -> Answer:
    """Beds taken in area a, over time."""
    return lambda lived: ratio(lived.areas["bed_s"][:, a], counted_s(lived))


def occupancy(a: int) -> Answer:
    """Percentage of the open beds of area a that is taken, over time."""
    return lambda lived: 100.0 * ratio(lived.areas["bed_s"][:, a], counted_s(lived) * lived.areas["limit"][:, a])


def most_beds(a: int) -> Answer:
    """Most beds taken at once."""
    return lambda lived: lived.areas["most"][:, a].astype(float)


def busy(who: Sequence[int]) -> Answer:
    """Percentage of their time on duty that these staff are at work."""
    rows = list(who)
    return lambda lived: (
        100.0 * ratio(lived.staff["busy_s"][:, rows].sum(axis=1), lived.staff["on_s"][:, rows].sum(axis=1))
    )


def overrun(n: int) -> Answer:
    """Worked after the end of the shift, min."""
    return lambda lived: lived.staff["overrun_s"][:, n] / MIN_S


def in_use(e: int) -> Answer:
    """Percentage of the time that equipment e is in use."""
    return lambda lived: (
        100.0 * ratio(lived.equipment["used_s"][:, e], counted_s(lived) * lived.equipment["count"][:, e])
    )


def of_stock(field: str, k: int) -> Answer:
    """A count of stock k."""
    return lambda lived: np.asarray(lived.stocks[field][:, k], float)


def of_link(field: str, k: int) -> Answer:
    """A count of link k."""
    return lambda lived: np.asarray(lived.links[field][:, k], float)


def link_wait(k: int) -> Answer:
    """Mean wait for a vehicle of link k, min."""
    return lambda lived: ratio(lived.links["waited_s"][:, k] / MIN_S, lived.links["moved"][:, k])


def under_way(vehicles: Sequence[int]) -> Answer:
    """Percentage of the time that these vehicles are under way."""
    rows = list(vehicles)
    return lambda lived: 100.0 * ratio(lived.vehicles["busy_s"][:, rows].sum(axis=1), counted_s(lived) * len(rows))
