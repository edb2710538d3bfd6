"""Kernel against twin: one replicate lived by both must leave the same ledger, the same fates, the same outcome."""

import math
from collections.abc import Iterable

import numpy as np

from homeward.codes import Event, Status
from homeward.kernel.tables import World
from homeward.run.replicate import live_one
from tests.reference.given import given, plain
from tests.reference.person import Person
from tests.reference.twin import Life, Line, live


def same(a: float, b: float, relative: float = 1e-9) -> bool:
    """Whether two numbers differ by no more than the order of their sums could explain."""
    return math.isclose(a, b, rel_tol=relative, abs_tol=1e-6)


def as_line(row: np.void) -> Line:
    """Return a row of the kernel's ledger."""
    at_s, event, who, other, to_go_m, detail = row.tolist()
    return Line(at_s, Event(event), who, other, to_go_m, detail)


def lines_agree(kernel: Line, twin: Line) -> bool:
    """Whether both wrote down the same event."""
    named = (kernel.at_s, kernel.event, kernel.who, kernel.other) == (twin.at_s, twin.event, twin.who, twin.other)
    return named and same(kernel.to_go_m, twin.to_go_m) and same(kernel.detail, twin.detail)


def fate_of(person: Person) -> dict[str, float]:
    """Return the FATE of one of the twin's people."""
    return {
        "alive_on_arrival": person.reached_alive,
        "alive_30": person.alive_30 is True,
        "team0": person.asked_about,
        "deserted": person.status == Status.DESERTED,
        "cause": person.cause,
        "triage": person.triage,
        "limb_lost": person.limb_lost,
        "collapsed": person.collapsed_s >= 0,
        "wounded": bool(person.wounds),
        "iss": person.iss,
        "niss": person.niss,
        "arrived_s": person.arrived_s,
        "care_s": person.care_s,
        "dead_s": person.dead_s,
        "fit_s": person.fit_again_s(),
        "dead_at_m": person.dead_at_m,
        "arrival_blood": person.arrival_blood,
        "reserve_left": person.reserve,
        "reserve_spent": person.reserve_spent,
        "spent_kj": person.spent_j / 1000.0,
    }


def outcome_of(life: Life) -> dict[str, int]:
    """Return the OUTCOME of one of the twin's lives."""
    held = life.observing.held - life.observing.broken
    return {
        "fault": 0,
        "agrees": life.observing.agrees(),
        "seen": sum(1 << number for number in held),
        "events": life.events,
        "caught": life.hunters.catches,
        "rests": life.team.rests,
        "end_s": life.now_s,
    }


def agree(template: World, replicates: Iterable[int]) -> list[Life]:
    """Live each replicate in kernel and twin, assert that they agree, and return the twin's lives."""
    numbers, lives = given(template), []
    for replicate in replicates:
        ledger, fates, outcome = live_one(template, replicate)
        life = live(numbers, replicate)
        for place, (row, line) in enumerate(zip(ledger, life.ledger, strict=False)):
            told = as_line(row)
            assert lines_agree(told, line), f"replicate {replicate}, line {place}: kernel {told}, twin {line}"
        assert len(ledger) == len(life.ledger), f"replicate {replicate}: {life.ledger[-1]}"
        assert plain(outcome) == outcome_of(life), f"replicate {replicate}"
        for row, person in zip(fates, life.people, strict=True):
            for name, value in fate_of(person).items():
                # A fate is kept in single precision.
                assert same(float(row[name]), value, 1e-6), f"replicate {replicate}: {name} {row[name]} {value}"
        lives.append(life)
    return lives
