"""Queues with an exact answer: formulas in our own code, each with its source.

Rates are per whatever time the caller uses, waits are in that time; a wait is the time in line, without service.
Everything is the steady state, and every queue serves in order of arrival unless it has classes.
"""

from collections.abc import Sequence


def erlang_b(servers: int, offered: float) -> float:
    """Return the share of arrivals turned away where nobody may wait (M/G/c/c), at an offered load in servers.

    Source: Erlang 1917, by the usual recursion over the number of servers. Holds for any service time of that mean
    (Sevastyanov 1957).
    """
    blocked = 1.0
    for busy in range(1, servers + 1):
        blocked = offered * blocked / (busy + offered * blocked)
    return blocked


def erlang_c(servers: int, offered: float) -> float:
    """Return the share of arrivals that must wait (M/M/c), at an offered load in servers, below `servers`.

    Source: Erlang 1917, here from `erlang_b`.
    """
    blocked = erlang_b(servers, offered)
    return blocked / (1.0 - offered / servers * (1.0 - blocked))


def wait_of_mmc(servers: int, arrivals: float, services: float) -> float:
    """Return the mean wait before `servers` like servers with exponential times (M/M/c; M/M/1 with one)."""
    return erlang_c(servers, arrivals / services) / (servers * services - arrivals)


def wait_of_mg1(arrivals: float, mean: float, variance: float) -> float:
    """Return the mean wait before one server whose times have this mean and variance (M/G/1).

    Source: Pollaczek 1930, Khinchine 1932.
    """
    return 0.5 * arrivals * (variance + mean**2) / (1.0 - arrivals * mean)


def waits_by_class(servers: int, arrivals: Sequence[float], services: float) -> list[float]:
    """Return the mean wait of each class, most urgent first, where no service is broken off and all take alike long.

    Source: Cobham 1954, several channels (non-preemptive M/M/c).
    """
    offered = sum(arrivals) / services
    until_one_is_free = erlang_c(servers, offered) / (servers * services)
    waits, before = [], 0.0
    for rate in arrivals:
        upto = before + rate / (servers * services)
        waits.append(until_one_is_free / ((1.0 - before) * (1.0 - upto)))
        before = upto
    return waits


def waits_by_class_one_server(
    arrivals: Sequence[float], means: Sequence[float], variances: Sequence[float]
) -> list[float]:
    """Return the mean wait of each class, most urgent first, before one server with a service time for each class.

    Source: Cobham 1954, one channel (non-preemptive M/G/1).
    """
    residual = 0.5 * sum(
        rate * (variance + mean**2) for rate, mean, variance in zip(arrivals, means, variances, strict=True)
    )
    waits, before = [], 0.0
    for rate, mean in zip(arrivals, means, strict=True):
        upto = before + rate * mean
        waits.append(residual / ((1.0 - before) * (1.0 - upto)))
        before = upto
    return waits
