"""The World: all tables of a life."""

from typing import NamedTuple

import numpy as np


class World(NamedTuple):
    """All that a life needs. Arrays of the dtypes above; one-row arrays for setting, incident and clock."""

    setting: np.ndarray  # (1,) SETTING
    incident: np.ndarray  # (1,) INCIDENT
    dists: np.ndarray  # (d,) DIST
    quantiles: np.ndarray  # (q,) f8, for Shape.EMPIRICAL
    treatments: np.ndarray  # (t,) TREATMENT, by Treatment
    orders: np.ndarray  # (o,) ORDER
    legs: np.ndarray  # (l,) LEG
    observed: np.ndarray  # (b,) OBSERVED, at most 62
    people: np.ndarray  # (p,) PERSON
    wounds: np.ndarray  # (w,) WOUND
    parties: np.ndarray  # (PARTIES,) PARTY
    calendar: np.ndarray  # (2p + PARTIES,) NODE
    buckets: np.ndarray  # (power of two,) i4; calendar queue: first entity of each bucket, -1
    clock: np.ndarray  # (1,) CLOCK
    ledger: np.ndarray  # (n,) LEDGER
    samples: np.ndarray  # (s,) SAMPLE
