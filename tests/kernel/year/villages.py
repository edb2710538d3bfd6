"""Small villages for tests: people with recoveries, minds and ties, in the shipped setting, and mornings one by one."""

from collections.abc import Iterable
from functools import cache
from typing import Any

import numpy as np

from homeward.codes import DutyStatus, Event
from homeward.kernel import organisation
from homeward.kernel.draws import entity_key, replicate_key
from homeward.kernel.organisation import DTYPES, Organisation
from homeward.kernel.year import folk
from homeward.kernel.year.duty_tables import DUTY, MEMBER, PHYSIQUE, RANK, SERVICE, blank
from homeward.kernel.year.folk_tables import WORKSHOP, standing_tables
from homeward.kernel.year.waking import DAY_S
from homeward.model.setting_folk import YearSetting
from homeward.run.dists import Dists
from homeward.run.lower_folk import Bond, lower_folk, lower_ties
from homeward.scenario.document import Spot
from homeward.scenario.settings import read_setting

HERE = Spot("test", 1)


@cache
def shipped_setting(name: str = "village") -> YearSetting:
    """Return a shipped setting with what it says of recoveries and minds."""
    return YearSetting.model_validate(read_setting(name, None, HERE, of_year=True).data)  # type: ignore[arg-type]


def a_village(
    members: int = 2,
    bonds: Iterable[Bond] = (),
    *,
    seed: int = 1,
    replicate: int = 0,
    therapists: int = 1,
    workshop: dict[str, Any] | None = None,
    folk_is: dict[str, Any] | None = None,
    begun: bool = True,
) -> Organisation:
    """Return people named 1, 2, 3 ... on the first morning: chuunin of 70 kg, available, well, 800 m and one flight
    from the hospital.
    """
    dists = Dists()
    folk_table, aids = lower_folk(shipped_setting(), dists, therapists)
    for field, value in (folk_is or {}).items():
        folk_table[0][field] = value
    rows, quantiles = dists.tables()
    tables: dict[str, np.ndarray] = {name: np.zeros(0, dtype) for name, dtype in DTYPES.items()}
    tables |= standing_tables(members)
    tables |= {"dists": rows, "quantiles": quantiles, "folk": folk_table, "aids": aids}
    tables |= {"clock": np.zeros(1, organisation.CLOCK), "ledger": np.zeros(20_000, organisation.LEDGER)}
    tables |= {"duty": np.zeros(1, DUTY), "members": blank(MEMBER, members), "service": blank(SERVICE, members)}
    tables |= {"physique": np.zeros(members, PHYSIQUE), "ranks": np.zeros(5, RANK)}
    tables["duty"]["reserve_for_mission"] = 0.8
    tables["members"]["rank"], tables["members"]["status"] = 2, DutyStatus.AVAILABLE
    body = tables["physique"]
    body["mass_kg"], body["vo2max_w"], body["wprime_j"] = 70.0, 54.0 * 70.0 / 60.0 * 20.94, 20_000.0 / 0.22
    tables["recoveries"]["home_m"], tables["recoveries"]["flights"] = 800.0, 1
    tables["ties"] = lower_ties(bonds, members, tables["minds"])
    if workshop is not None:
        tables["workshops"] = np.zeros(1, WORKSHOP)
        given = {"found_s": -1, "away_s": 7 * DAY_S, "incident": -1, "seats": 1, **workshop}
        for field, value in given.items():
            tables["workshops"][0][field] = value
    village = Organisation(**tables)
    wind(village, seed, replicate)
    if begun:
        folk.begin_folk(village)
    return village


def wind(village: Organisation, seed: int, replicate: int) -> None:
    """Set clock and keys to the start of a replicate."""
    clock = village.clock[0]
    clock["seed"], clock["replicate"], clock["ledger_on"] = seed, replicate, 1
    clock["replicate_key"] = replicate_key(seed, replicate)
    clock["left_first"] = clock["stopped_for"] = -1
    for i in range(len(village.members)):
        village.members[i]["key"] = entity_key(village, i + 1)


def wound(
    village: Organisation, who: int, iss: int, *, limb: bool = False, leg: float = 0.0, lost: float = 0.0
) -> None:
    """Somebody is brought in with these wounds, and is a patient."""
    service = village.service[who]
    service["iss"], service["limb_lost"], service["wounded_s"] = iss, int(limb), village.clock[0]["now_s"]
    service["wounded"] += 1
    village.recoveries[who]["leg"], village.recoveries[who]["lost"] = leg, lost
    village.members[who]["patient"], village.members[who]["status"] = 0, DutyStatus.IN_HOSPITAL
    folk.brought_in(village, who)


def discharge(village: Organisation, who: int) -> None:
    """Acute care ends."""
    village.members[who]["patient"] = -1
    folk.begin_recovery(village, who)


def next_morning(village: Organisation) -> None:
    """Live one day, and the morning at its end; statuses follow the places as duty would have them."""
    clock = village.clock[0]
    clock["today"] += 1
    clock["now_s"] = int(clock["today"]) * DAY_S
    folk.begin_morning(village)
    for i in range(len(village.members)):
        if village.wakes[i]["folk"] <= clock["today"]:
            folk.morning(village, i)
    set_statuses(village)
    folk.after_sweep(village)
    while folk.next_moved(village) >= 0:
        pass
    set_statuses(village)


STATUS_OF_PLACE = (None, *map(DutyStatus, (3, 4, 11, 10)))


def set_statuses(village: Organisation) -> None:
    """What duty makes of `place_of`, as far as folk looks at it."""
    for i in range(len(village.members)):
        member, place = village.members[i], folk.place_of(village, i)
        if member["status"] == DutyStatus.FALLEN or member["mission"] >= 0 or member["patient"] >= 0:
            continue
        if place > 0:
            member["status"] = STATUS_OF_PLACE[place]
        elif member["status"] in STATUS_OF_PLACE:
            member["status"] = DutyStatus.AVAILABLE


def mornings(village: Organisation, days: int) -> None:
    """Live so many days."""
    for _ in range(days):
        next_morning(village)


def told(village: Organisation, who: int | None = None) -> list[tuple[float, str, int, int, float]]:
    """Return the ledger as (day, event, who, other, detail), of one person or of all."""
    rows = village.ledger[: int(village.clock[0]["ledger"])]
    return [
        (
            round(row["at_s"] / DAY_S, 2),
            Event(int(row["event"])).name,
            int(row["who"]),
            int(row["other"]),
            float(row["detail"]),
        )
        for row in rows
        if who is None or row["who"] == who
    ]


def when(village: Organisation, event: Event, who: int) -> float | None:
    """Return the day of the first such event of somebody; None when there is none."""
    days = (day for day, name, i, _, _ in told(village) if name == event.name and i == who)
    return next(days, None)
