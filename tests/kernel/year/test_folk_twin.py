"""Kernel and twin live the same village, event for event."""

import math
from collections.abc import Callable
from typing import Any

import pytest

from homeward.codes import DutyStatus, Event, Shock, Tie
from homeward.kernel.jit import JIT
from homeward.kernel.year import folk
from homeward.run.lower_folk import Bond
from tests.kernel.year.villages import a_village, discharge, next_morning, told, wound
from tests.reference.year_folk import Village
from tests.reference.year_people import DAY_S

pytestmark = [
    pytest.mark.jitless,
    pytest.mark.skipif(JIT, reason="rows changed one by one; the compiled mornings are compared in test_convalescing"),
]

TEACHER, CARRIER, PUPIL, FRIEND, GUARD = range(5)
BONDS = (
    Bond(TEACHER, CARRIER, Tie.COMRADE, 0.8, trusted=True),
    Bond(TEACHER, PUPIL, Tie.PUPIL, 0.9, after_s=6 * DAY_S, cares=True, trusted=True),
    Bond(TEACHER, FRIEND, Tie.FRIEND, 0.5),
    Bond(CARRIER, GUARD, Tie.FRIEND, 0.7),
)


def compare(days: int, script: dict[int, list[tuple[str, Any]]], replicate: int, **given: Any) -> list[Any]:
    """Live so many days in both with what the script says, assert that the ledgers agree, and return the kernel's."""
    kernel = a_village(5, BONDS, replicate=replicate, **given)
    twin = Village(kernel)
    for day in range(days):
        for verb, words in script.get(day, []):
            VERBS[verb](kernel, twin, *words)
        next_morning(kernel)
        twin.next_morning()
    lines = told(kernel)
    for place, (ours, theirs) in enumerate(zip(lines, twin.lines, strict=False)):
        at_s, event, *rest, detail = theirs
        named = ours[:4] == (at_s / DAY_S, event.name, *rest)
        same = named and math.isclose(ours[4], detail, rel_tol=1e-7, abs_tol=1e-9)
        assert same, f"replicate {replicate}, line {place}: kernel {ours}, twin {theirs}"
    assert len(lines) == len(twin.lines)
    return lines


def _wound(kernel: Any, twin: Village, who: int, iss: int, limb: bool, leg: float, lost: float) -> None:
    wound(kernel, who, iss, limb=limb, leg=leg, lost=lost)
    twin.wound(twin.people[who], iss, limb, leg, lost)


def _discharge(kernel: Any, twin: Village, who: int) -> None:
    discharge(kernel, who)
    twin.discharge(twin.people[who])


def _status(kernel: Any, twin: Village, who: int, status: DutyStatus) -> None:
    kernel.members[who]["status"] = status
    kernel.members[who]["mission"] = 0 if status == DutyStatus.ON_MISSION else -1
    twin.people[who].status = status


def _letter(kernel: Any, twin: Village, who: int) -> None:
    folk.suffer(kernel, who, int(Shock.BAD_LETTER), 1.0)
    folk.lose_work(kernel, who)
    twin.suffer(twin.people[who], Shock.BAD_LETTER, 1.0)
    twin.settle(twin.people[who])
    twin.people[who].idle = True
    twin.wake(twin.people[who])


def _spend(kernel: Any, twin: Village, who: int, share: float) -> None:
    folk.spend_reserve(kernel, who, share)
    twin.spend_reserve(twin.people[who], share)


def _die(kernel: Any, twin: Village, who: int) -> None:
    kernel.members[who]["status"] = DutyStatus.FALLEN
    folk.fell(kernel, who)
    folk.bereave(kernel, who)
    twin.die(twin.people[who])


VERBS: dict[str, Callable[..., None]] = {
    "wound": _wound,
    "discharge": _discharge,
    "status": _status,
    "letter": _letter,
    "spend": _spend,
    "die": _die,
}

THE_TEACHER = {
    0: [
        ("status", (CARRIER, DutyStatus.VILLAGE_ONLY)),
        ("spend", (CARRIER, 0.9)),
        ("wound", (TEACHER, 20, True, 0.0, 0.45)),
    ],
    6: [("discharge", (TEACHER,))],
    60: [("letter", (TEACHER,))],
    50: [("status", (CARRIER, DutyStatus.ON_MISSION))],
    95: [("status", (CARRIER, DutyStatus.AVAILABLE))],
    150: [("wound", (TEACHER, 6, True, 0.2, 0.1))],
    153: [("discharge", (TEACHER,))],
}


@pytest.mark.parametrize("replicate", range(3))
def test_the_teacher_comes_home_the_same_way_in_both(replicate: int) -> None:
    lines = compare(200, THE_TEACHER, replicate, workshop={"found_s": 0 if replicate % 2 else -1})
    assert {"TOLD", "THERAPY", "VISIT", "AID", "WENT_HOME", "STAIRS"} <= {event for _, event, *_ in lines}


@pytest.mark.parametrize("replicate", range(2))
def test_grief_wounds_and_a_healing_leg_are_the_same_in_both(replicate: int) -> None:
    script = {
        1: [("wound", (CARRIER, 12, False, 0.7, 0.2)), ("wound", (GUARD, 2, False, 0.0, 0.0))],
        2: [("discharge", (GUARD,))],
        5: [("discharge", (CARRIER,)), ("die", (TEACHER,))],
        30: [("wound", (FRIEND, 6, False, 0.3, 0.1))],
        31: [("discharge", (FRIEND,)), ("die", (PUPIL,))],
    }
    lines = compare(120, script, replicate, therapists=replicate % 2)
    assert Event.GRIEF.name in {event for _, event, *_ in lines}


def test_both_go_to_the_workshop_and_back() -> None:
    found = {"found_s": 0}
    events = {event for replicate in (1, 4) for _, event, *_ in compare(220, THE_TEACHER, replicate, workshop=found)}
    assert {"JOURNEY_STARTS", "LIMB_MEASURED", "LIMB_BUILT", "LIMB_FITTED", "JOURNEY_ENDS"} <= events
