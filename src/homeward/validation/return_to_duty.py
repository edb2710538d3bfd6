"""Return to duty: within 72 hours, within the theatre, after amputation by rank; and infection by class of wound."""

from functools import cache

import numpy as np

from homeward.codes import Event
from homeward.kernel.organisation import Organisation
from homeward.kernel.year.folk_tables import NO_RETURN
from homeward.kernel.year.waking import DAY_S
from homeward.validation.convalescents import RANKS, hurt, lived, severity, village
from homeward.validation.figure import Figure, Study
from homeward.validation.minds import acute_days

PATIENTS, DAYS, MINOR_ISS = 6000, 60, 4
THEATRE_DAYS = 7
"""Evacuation policy: whoever needs longer leaves the theatre."""

APRIL = Study("April 2022, PMID 35373314: 10,182 casualties, 2007-20", "S", "wounded survivors of a registry (Le 2016)")
STINNER = Study("Stinner 2010, J Trauma 68:1476, n = 395 amputees", "S", "drawn for 6,000 who lost a limb")
STEWART = Study("Stewart 2019, n = 1,271 limb wounds", "S", "infections told in the ledger")

MIX = (0.55, 0.35, 0.10)
"""Junior, senior and officer among amputees: not published; the shares by rank and the whole agree with it."""

CLASSES = (
    ("soft tissue", 3, False, 3.0, 1.0),
    ("open fracture", 12, False, 14.0, 2.0),
    ("amputation", 12, True, 47.0, 3.0),
)
"""Class of wound, an ISS of that class, whether a limb is lost, percent infected, tolerance."""


def recovered(iss: np.ndarray, limb_lost: np.ndarray, days: int, ranks: np.ndarray | None = None) -> Organisation:
    """Return these people after so many days."""
    people = village(len(iss), therapists=len(iss), ledger=60 * len(iss))
    if ranks is not None:
        people.members["rank"] = ranks
    hurt(people, iss, limb_lost)
    lived(people, np.where(iss < MINOR_ISS, 0, acute_days(iss)), days)
    return people


@cache
def of_registry() -> tuple[np.ndarray, np.ndarray]:
    """Return ISS and the day of full duty (-1: not within DAYS) of the wounded of a registry."""
    iss = severity(PATIENTS)
    people = recovered(iss, np.zeros(PATIENTS, bool), DAYS)
    fit_s = people.recoveries["fit_s"]
    return iss, np.where(fit_s < 0, -1, fit_s // DAY_S)


def infected_percent(iss: int, limb_lost: bool) -> float:
    """Return the percentage of such wounds that become infected."""
    people = recovered(np.full(PATIENTS, iss), np.full(PATIENTS, limb_lost), DAYS + DAYS)
    rows = people.ledger[: int(people.clock[0]["ledger"])]
    return float(100.0 * len(np.unique(rows["who"][rows["event"] == Event.INFECTED])) / PATIENTS)


def serve_on_percent(rank: int) -> float:
    """Return the percentage of amputees of a rank who serve on."""
    people = recovered(np.full(PATIENTS, 16), np.ones(PATIENTS, bool), 13, np.full(PATIENTS, rank))
    return float(100.0 * np.mean(people.recoveries["returns"] != NO_RETURN))


def figures() -> list[Figure]:
    """Return return to duty of everybody, of amputees, and infection."""
    iss, day = of_registry()
    soon, later = (day >= 0) & (day <= 3), (day > 3) & (day <= THEATRE_DAYS)
    words = "severity is of another registry"
    found = [
        APRIL.about("back within 72 h", 37.9, float(100.0 * np.mean(soon)), "%", 3.0, words),
        APRIL.about("back later, within the theatre (7 d)", 2.2, float(100.0 * np.mean(later)), "%", 1.0, words),
        APRIL.about("median ISS of those back within 72 h", 2, float(np.median(iss[soon])), "", 0.5, "whole points", 1),
        APRIL.told("median ISS of all others", "11", float(np.median(iss[~soon & ~later])), ""),
    ]
    shares = [serve_on_percent(rank) for rank in (0, RANKS // 2, RANKS - 1)]
    for name, published, ours in zip(("junior", "senior", "officers"), (7.0, 25.5, 35.3), shares, strict=True):
        found.append(STINNER.about(f"serve on after amputation, {name}", published, ours, "%", 2.0, "drawn shares"))
    whole = float(np.dot(MIX, shares))
    found.append(STINNER.about("serve on after amputation, all", 16.5, whole, "%", 3.7, "95 % interval of 395"))
    for name, severe, lost, published, by in CLASSES:
        ours = infected_percent(severe, lost)
        found.append(STEWART.about(f"infection, {name}", published, ours, "%", by, "drawn shares"))
    return found
