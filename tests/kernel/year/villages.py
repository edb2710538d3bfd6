"""Small villages for tests: people of the shipped setting, what befalls them, and mornings one by one."""

from collections.abc import Iterable
from typing import Any

from homeward.codes import DutyStatus, Event
from homeward.kernel.organisation import Organisation
from homeward.kernel.year import folk
from homeward.kernel.year.waking import DAY_S
from homeward.run.lower_folk import Bond
from homeward.validation.convalescents import shipped_setting, village

__all__ = ["a_village", "discharge", "mornings", "next_morning", "shipped_setting", "told", "when", "wound"]


def a_village(members: int = 2, bonds: Iterable[Bond] = (), **given: Any) -> Organisation:
    """Return the people of `validation.convalescents.village` on the first morning."""
    people = village(members, bonds, **given)
    folk.begin_folk(people)
    return people


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
