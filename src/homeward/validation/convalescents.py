"""People in recovery and those who visit them, as tables: what published cohorts are compared with."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from homeward.codes import DutyStatus
from homeward.kernel import organisation
from homeward.kernel.draws import entity_key, replicate_key
from homeward.kernel.organisation import DTYPES, Organisation
from homeward.kernel.year.convalescing import convalesce
from homeward.kernel.year.duty_tables import DUTY, MEMBER, PHYSIQUE, RANK, SERVICE, blank
from homeward.kernel.year.folk_tables import WORKSHOP, standing_tables
from homeward.kernel.year.waking import DAY_S
from homeward.model.setting_folk import YearSetting
from homeward.run.dists import Dists
from homeward.run.lower_folk import Bond, lower_folk, lower_ties
from homeward.scenario.document import Spot
from homeward.scenario.settings import read_setting

RANKS, RANK_OF_MOST = 5, 2
AGE_Y, MASS_KG, VO2MAX, WPRIME_J = 30.0, 70.0, 54.0, 20_000.0
"""A chuunin of the village: mL/kg/min, and mechanical J."""

OXYGEN_J_ML, EFFICIENCY = 20.94, 0.22
HOME_M, FLIGHTS, JOURNEY_S = 800.0, 1, 7 * DAY_S
RESERVE_FOR_MISSION = 0.8


@cache
def shipped_setting(name: str = "village") -> YearSetting:
    """Return a shipped setting with what it says of recoveries and minds."""
    return YearSetting.model_validate(read_setting(name, Path(), Spot(name, 1), of_year=True).data)


def village(
    members: int,
    bonds: Iterable[Bond] = (),
    *,
    seed: int = 1,
    replicate: int = 0,
    therapists: int = 1,
    workshop: dict[str, Any] | None = None,
    folk_is: dict[str, Any] | None = None,
    ledger: int = 20_000,
) -> Organisation:
    """Return people named 1, 2, 3 ... at second 0: chuunin of 70 kg, available and well, who live 800 m and one flight
    from the hospital. `folk_is` replaces numbers of FOLK, `workshop` those of the one workshop there is.
    """
    dists = Dists()
    folk, aids = lower_folk(shipped_setting(), dists, therapists)
    _set(folk[0], folk_is or {})
    rows, quantiles = dists.tables()
    tables: dict[str, np.ndarray] = {name: np.zeros(0, dtype) for name, dtype in DTYPES.items()}
    tables |= standing_tables(members)
    tables |= {"dists": rows, "quantiles": quantiles, "folk": folk, "aids": aids}
    tables |= {"clock": np.zeros(1, organisation.CLOCK), "ledger": np.zeros(ledger, organisation.LEDGER)}
    tables |= {"duty": np.zeros(1, DUTY), "members": blank(MEMBER, members), "service": blank(SERVICE, members)}
    tables |= {"physique": np.zeros(members, PHYSIQUE), "ranks": np.zeros(RANKS, RANK)}
    tables["duty"]["reserve_for_mission"] = RESERVE_FOR_MISSION
    tables["members"]["rank"], tables["members"]["status"] = RANK_OF_MOST, DutyStatus.AVAILABLE
    body = tables["physique"]
    body["age_y"], body["mass_kg"], body["vo2max_w"] = AGE_Y, MASS_KG, VO2MAX * MASS_KG / 60.0 * OXYGEN_J_ML
    body["wprime_j"] = WPRIME_J / EFFICIENCY
    tables["recoveries"]["home_m"], tables["recoveries"]["flights"] = HOME_M, FLIGHTS
    tables["ties"] = lower_ties(bonds, members, tables["minds"])
    if workshop is not None:
        tables["workshops"] = np.zeros(1, WORKSHOP)
        _set(tables["workshops"][0], {"found_s": -1, "away_s": JOURNEY_S, "incident": -1, "seats": 1, **workshop})
    people = Organisation(**tables)
    wind(people, seed, replicate, ledger > 0)
    return people


def _set(row: Any, values: dict[str, Any]) -> None:
    for field, value in values.items():
        row[field] = value


def wind(people: Organisation, seed: int, replicate: int, ledger: bool) -> None:
    """Set clock and keys to the start of a replicate."""
    clock = people.clock[0]
    clock["seed"], clock["replicate"], clock["ledger_on"] = seed, replicate, ledger
    clock["replicate_key"] = replicate_key(seed, replicate)
    clock["left_first"] = clock["stopped_for"] = -1
    for i in range(len(people.members)):
        people.members[i]["key"] = entity_key(people, i + 1)


def hurt(people: Organisation, iss: np.ndarray, limb_lost: np.ndarray) -> None:
    """The first len(iss) members have these wounds at second 0."""
    service = people.service[: len(iss)]
    service["iss"], service["limb_lost"], service["wounded_s"], service["wounded"] = iss, limb_lost, 0, 1


def lived(people: Organisation, leaves: np.ndarray, days: int) -> np.ndarray:
    """Return (days, patients, kernel.year.convalescing.FIELDS): each morning of those who were hurt."""
    seen: np.ndarray = convalesce(people, leaves.astype(np.int64), days)
    return seen


def severity(n: int, seed: int = 20221) -> np.ndarray:
    """Return n Injury Severity Scores of wounded survivors: log-normal of median 5, interquartile range 2 to 10.

    Le 2016 (US military registry, survivors, mISS 5, IQR 2-10), which says no more of the shape.
    """
    spread = np.log(10.0 / 2.0) / (2.0 * 0.6745)
    drawn = 5.0 * np.exp(spread * np.random.default_rng(seed).standard_normal(n))
    return np.clip(np.round(drawn), 1, 75).astype(np.int64)
