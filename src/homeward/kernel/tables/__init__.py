"""Every table of the incident's kernel: one dtype per noun, one line per field with unit and meaning, and the World.

A replicate owns the mutable tables (`orders`, `people`, `wounds`, `parties`, `calendar`, `buckets`, `clock`,
`ledger`, `samples`) and copies them from the lowered scenario before each life; the others are never written by the
kernel. A duration or rate that varies from life to life is a row of `dists`; the field that names it ends in `_dist`
(index, -1: not used).
"""

from homeward.kernel.tables.any_world import DIST, LEDGER, NODE
from homeward.kernel.tables.clock import CLOCK
from homeward.kernel.tables.incident import INCIDENT, LEG, OBSERVED, ORDER, TREATMENT
from homeward.kernel.tables.party import AIRCRAFT, HAZARD, PARTIES, PARTY, PURSUERS, RELIEF, TEAM, WATCH
from homeward.kernel.tables.person import MAX_PEOPLE, PERSON, WOUND
from homeward.kernel.tables.setting import SETTING
from homeward.kernel.tables.told import FATE, OUTCOME, SAMPLE
from homeward.kernel.tables.world import World

__all__ = [
    "AIRCRAFT",
    "CLOCK",
    "DIST",
    "FATE",
    "HAZARD",
    "INCIDENT",
    "LEDGER",
    "LEG",
    "MAX_PEOPLE",
    "NODE",
    "OBSERVED",
    "ORDER",
    "OUTCOME",
    "PARTIES",
    "PARTY",
    "PERSON",
    "PURSUERS",
    "RELIEF",
    "SAMPLE",
    "SETTING",
    "TEAM",
    "TREATMENT",
    "WATCH",
    "WOUND",
    "World",
]
