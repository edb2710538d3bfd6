"""The World of an incident, for compiled code; see `worlds`."""

import numpy as np

from homeward.kernel import tables
from homeward.kernel.worlds import WorldKind

INCIDENT = WorldKind(
    "Incident",
    {
        "setting": tables.SETTING,
        "incident": tables.INCIDENT,
        "dists": tables.DIST,
        "quantiles": np.dtype("f8"),
        "treatments": tables.TREATMENT,
        "orders": tables.ORDER,
        "legs": tables.LEG,
        "observed": tables.OBSERVED,
        "people": tables.PERSON,
        "wounds": tables.WOUND,
        "parties": tables.PARTY,
        "calendar": tables.NODE,
        "buckets": np.dtype("i4"),
        "clock": tables.CLOCK,
        "ledger": tables.LEDGER,
        "samples": tables.SAMPLE,
    },
)

WORLD, handle, world_behind = INCIDENT.type, INCIDENT.handle, INCIDENT.behind
