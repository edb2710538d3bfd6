"""Casualties of a year and the hospital that takes them: the body handed over, the bed, and the way out."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

import homeward
from homeward.codes import DutyStatus, Event, Exit
from homeward.model.organisation.organisation import Organisation as Model
from homeward.run.handover import bodies_at_door
from homeward.run.lower_organisation import Lowered, lower_organisation
from homeward.run.organisation import live_years, scratch_of
from homeward.run.organisation_scratch import Scratch

pytestmark = pytest.mark.jitless
HANDED_OVER = ("blood", "flow_per_s", "clot_per_s", "held", "zero", "threat_done", "debt", "iss", "mechanism", "age_y")
DAYS = 10


@cache
def gate() -> Lowered:
    """The days after the gate: who reaches it is the hospital's."""
    model = homeward.load("izumo-after")
    assert isinstance(model, Model)
    lowered = lower_organisation(model)
    lowered.world.duty["days"] = DAYS
    return replace(lowered, world=lowered.world._replace(days=lowered.world.days[:DAYS].copy()))


def after_the_gate(replicate: int = 0) -> tuple[Scratch, list[tuple[int, Event, int, int, int, float]]]:
    lowered = gate()
    years = live_years(lowered.world, lowered.incidents, np.array([replicate]), keep=True)
    rows = [(at_s, Event(event), *rest) for at_s, event, *rest in years.ledgers[0].tolist()]
    return scratch_of(lowered.world, lowered.incidents), rows


def test_the_hospital_takes_over_the_body_as_it_is_at_the_door() -> None:
    scratch, _ = after_the_gate()
    contact = scratch.world.contacts[int(scratch.world.clock[0]["contacts"]) - 1]
    doors = bodies_at_door(scratch.stages[int(contact["incident"])].lived)
    bodies = scratch.world.bodies[-len(scratch.world.casualties) :]
    handed = [tuple(float(door[field]) for field in HANDED_OVER) for door in doors if door["needs_care"]]
    taken = {tuple(float(body[field]) for field in HANDED_OVER) for body in bodies}
    assert handed
    assert set(handed) <= taken


def test_whoever_is_brought_in_alive_is_a_patient_and_leaves_as_one() -> None:
    _, ledger = after_the_gate()
    dead = {who for _, event, who, *_ in ledger if event == Event.FELL}
    brought = {who for _, event, who, *_ in ledger if event == Event.BROUGHT_IN}
    came = {who for _, event, who, *_ in ledger if event == Event.CAME and who >= 0}
    left = {who: detail for _, event, who, _, _, detail in ledger if event == Event.LEFT_CARE and who >= 0}
    assert came == brought - dead != set()
    assert Exit.DIED not in {-int(detail) for detail in left.values()}


def test_a_bed_of_the_hospital_is_a_status_of_the_roster() -> None:
    _, ledger = after_the_gate()
    lying: dict[int, int] = {}
    for at_s, event, who, _, _, detail in ledger:
        if event == Event.STATUS:
            lying.pop(who, None)
            if detail == DutyStatus.IN_HOSPITAL:
                lying[who] = at_s
        if event == Event.CAME and who >= 0:
            assert lying.get(who, at_s) == at_s
