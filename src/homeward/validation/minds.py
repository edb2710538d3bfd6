"""Depression one and four months after a serious wound, and how it goes with support: fitted, and what was not."""

from functools import cache
from typing import NamedTuple

import numpy as np

from homeward.codes import Tie
from homeward.kernel.year.convalescing import DISTRESS
from homeward.run.lower_folk import Bond
from homeward.validation.convalescents import hurt, lived, severity, village
from homeward.validation.figure import Figure, Study

PATIENTS, EVACUATED_ISS, LIMB_EVERY = 3000, 4, 11
"""Everybody evacuated (ISS 4 and more); 9.0 % of them have lost a limb (CBO WP 2014-08)."""

DEPRESSED = 10.0
MONTH_1, MONTH_4 = 30, 121
TIES_EACH, SEED = 2.0, 2006
KINDS = (Tie.COMRADE, Tie.FRIEND, Tie.FAMILY, Tie.PARTNER)

GRIEGER = Study(
    "Grieger 2006, Am J Psychiatry 163:1777, n = 613 seriously wounded soldiers", "S", "points of 10 and more"
)
ZALTA = Study(
    "Zalta 2020, Psychol Bull (meta-analysis; support and PTSD symptoms)", "S", "people who matter, at month 4"
)
LEAP = Study("McCarthy 2003 (LEAP), n = 569 with threatened limbs; another instrument", "S", "those who lost a limb")
REIBER = Study("Reiber 2010, JRRD 47:275: veterans with limb loss, years later", "S", "those who lost a limb, month 4")


class Cohort(NamedTuple):
    """What was seen of the wounded: distress (days, patients), who lost a limb, and people who matter (0..1)."""

    distress: np.ndarray
    limb_lost: np.ndarray
    support: np.ndarray


def bonds(patients: int) -> list[Bond]:
    """Return everybody's ties: two in the mean (Poisson), of any kind and strength, to people who are well."""
    choose = np.random.default_rng(SEED)
    return [
        Bond(i, patients + int(choose.integers(2 * patients)), KINDS[choose.integers(4)], float(choose.uniform(0.2, 1)))
        for i in range(patients)
        for _ in range(choose.poisson(TIES_EACH))
    ]


def acute_days(iss: np.ndarray) -> np.ndarray:
    """Return the days in acute care: databook 7 gives 3, 5, 8 and 12-15 by band of ISS."""
    return np.select([iss < 9, iss < 16, iss < 25], [2, 5, 8], 13)


@cache
def cohort(patients: int = PATIENTS) -> Cohort:
    """Return the wounded of a registry, evacuated and followed for four months."""
    iss = severity(8 * patients)
    iss = iss[iss >= EVACUATED_ISS][:patients]
    limb_lost = np.arange(patients) % LIMB_EVERY == 0
    iss = np.where(limb_lost, np.maximum(iss, 9), iss)
    ties = bonds(patients)
    people = village(3 * patients, ties, therapists=patients, ledger=0)
    hurt(people, iss, limb_lost)
    seen = lived(people, acute_days(iss), MONTH_4)
    strength = np.bincount([tie.who for tie in ties], [tie.strength for tie in ties], patients)
    return Cohort(seen[:, :, DISTRESS], limb_lost, 1.0 - np.exp(-strength))


def depressed_percent(day: int, among: np.ndarray | slice = slice(None)) -> float:
    """Return the percentage at or above the threshold on a day."""
    return float(100.0 * np.mean(cohort().distress[day - 1][among] >= DEPRESSED))


def figures() -> list[Figure]:
    """Return what the constants were fitted to, then what they were not."""
    group = cohort()
    lost = group.limb_lost
    r = float(np.corrcoef(group.distress[MONTH_4 - 1], group.support)[0, 1])
    why = "95 % interval of a share of 613"
    return [
        GRIEGER.about("depression at one month", 4.4, depressed_percent(MONTH_1), "%", 1.6, why),
        GRIEGER.about("depression at four months", 8.9, depressed_percent(MONTH_4), "%", 2.3, why),
        ZALTA.about("support and distress, correlation", -0.27, r, "", 0.05, "read to one digit", 2),
        LEAP.told("likely disorder at three months", "48 %", depressed_percent(91, lost), "%"),
        REIBER.told("depression after limb loss", "24 %", depressed_percent(MONTH_4, lost), "%"),
    ]
