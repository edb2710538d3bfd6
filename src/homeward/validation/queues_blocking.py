"""Two stations in a row with no room between: the first is blocked until the second is free (blocking after service).

Poisson arrivals and exponential times, so it is a Markov chain; it has no formula in common use, and is solved.

States are (n, phase): n at the first station, its line and whoever blocks it included, and a phase: the second station
is empty, is busy, or is busy while a finished patient blocks the first.
"""

from dataclasses import dataclass

import numpy as np

EMPTY, BUSY, BLOCKED = range(3)


@dataclass(frozen=True)
class Row:
    """What a row of two stations does in the long run; rates and times in the caller's unit of time."""

    wait: float
    """Mean time in line before the first station."""
    held: float
    """Mean time a patient is held at the first station after its work is done."""
    blocked: float
    """Share of the time that the first station is blocked."""
    stay: float
    """Mean time from arrival to leaving the second station."""


def most_that_pass(first: float, second: float) -> float:
    """Return the arrivals that the row can at most pass on, both at work without end.

    Source: Hunt 1956, Sequential arrays of waiting lines, for two stations without room between.
    """
    return first * second * (first + second) / (first**2 + first * second + second**2)


def row_of_two(arrivals: float, first: float, second: float, longest: int = 400) -> Row:
    """Solve the chain, cut off at `longest` patients at the first station.

    Raises ValueError where the row cannot pass on what arrives, or where the cut would be felt.
    """
    if arrivals >= most_that_pass(first, second):
        raise ValueError(f"arrivals of {arrivals:g} are more than the row can pass on")
    share = stationary(generator(arrivals, first, second, longest)).reshape(longest + 1, 3)
    if share[-1].sum() > 1e-12:
        raise ValueError(f"the cut at {longest} patients would be felt: raise `longest`")
    return reckoned(share, arrivals)


def reckoned(share: np.ndarray, arrivals: float) -> Row:
    """Return the means, by Little's law, from the share of time in each state, (n, phase)."""
    by_number, by_phase = share.sum(1), share.sum(0)
    numbers = np.arange(len(by_number))
    in_line = float((np.maximum(numbers - 1, 0) * by_number).sum())
    inside = float((numbers * by_number).sum() + by_phase[BUSY] + by_phase[BLOCKED])
    blocked = float(by_phase[BLOCKED])
    return Row(in_line / arrivals, blocked / arrivals, blocked, inside / arrivals)


def generator(arrivals: float, first: float, second: float, longest: int) -> np.ndarray:
    """Return the rates from state to state, the diagonal such that rows sum to zero; (states, states)."""
    rates = np.zeros((3 * (longest + 1), 3 * (longest + 1)))

    def goes(n: int, phase: int, to: int, to_phase: int, rate: float) -> None:
        rates[3 * n + phase, 3 * to + to_phase] += rate

    for n in range(longest + 1):
        for phase in (EMPTY, BUSY, BLOCKED):
            if n < longest and (n, phase) != (0, BLOCKED):
                goes(n, phase, n + 1, phase, arrivals)
        goes(n, BUSY, n, EMPTY, second)
        if n:
            goes(n, EMPTY, n - 1, BUSY, first)
            goes(n, BUSY, n, BLOCKED, first)
            goes(n, BLOCKED, n - 1, BUSY, second)
    rates[np.diag_indices_from(rates)] = -rates.sum(1)
    return rates


def stationary(rates: np.ndarray) -> np.ndarray:
    """Return the long-run share of time in each state of a chain; a state nobody enters gets none."""
    entered = np.flatnonzero((rates > 0.0).any(0))
    balance = rates[np.ix_(entered, entered)].T.copy()
    balance[-1] = 1.0
    total = np.zeros(len(entered))
    total[-1] = 1.0
    share = np.zeros(len(rates))
    share[entered] = np.linalg.solve(balance, total)
    return share
