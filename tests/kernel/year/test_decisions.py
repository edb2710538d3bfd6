"""Forms and letters about a man who lost a leg: relief, removal from the Academy, and what is held back."""

from functools import cache
from typing import Any

import pytest

import homeward
from homeward.codes import Decision, DutyStatus, Event, Reason, Term, Trigger, Work
from homeward.kernel.tables import World
from homeward.kernel.year import duty_tables as duty
from homeward.model.scenario import Scenario
from homeward.run.lower import lower
from tests.organisations import DAY_S, Dists, Lived, duty_of, live, members_of, mission_type, organisation, rows_of

pytestmark = pytest.mark.jitless
NAMES = ("Kakashi", "Arya", "third jounin", "Iruka", "Midoriko")
IRUKA = 3
HE_LIVES = 2
"""A replicate in which he does."""


@cache
def the_trap() -> World:
    scenario = homeward.load("iruka")
    assert isinstance(scenario, Scenario)
    return lower(scenario)


def rule(kind: Decision, trigger: Trigger, dists: Dists, days: float = 0.0, **fields: Any) -> dict[str, Any]:
    """A rule about anybody, so many days after its trigger."""
    delay = {"delay_dist": dists.constant(days * DAY_S)} if days else {}
    return {"kind": kind, "trigger": trigger, "chance": 1.0, "letter": 1} | delay | fields


@cache
def after_the_trap(held: int = 1, decisions: tuple[Decision, ...] = tuple(Decision), days: int = 70) -> Lived:
    """The trap on the first day; the form two days after acute care, the Academy's letter a week before term."""
    dists = Dists()
    types = mission_type(
        "scroll",
        at_s=0,
        size=5,
        least=5,
        length_dist=dists.constant(4.0 * DAY_S),
        contact_per_s=1.0,
        contact_after=0.5,
        incident=0,
    )
    rules = [
        rule(Decision.RELIEF, Trigger.LIMB_LOST, dists, 2.0, held=held),
        rule(Decision.REASSIGNMENT, Trigger.RELIEVED, dists, 1.0),
        rule(
            Decision.REMOVAL_FROM_ACADEMY, Trigger.BEFORE_TERM, dists, serves=Work.ACADEMY, before_s=7 * DAY_S, bad=4.0
        ),
    ]
    term = {"from_s": 60 * DAY_S, "until_s": 90 * DAY_S, "kind": Term.ACADEMY, "classes": 1}
    members = members_of([3, 3, 3, 2, 2], serves=[0, 0, 0, Work.ACADEMY, 0])
    settings = duty_of(days, takes_teachers=1, acute_stay_dist=dists.constant(3.0 * DAY_S), fit_for_village=0.55)
    template = organisation(
        dists,
        members,
        types,
        settings,
        NAMES,
        terms=rows_of(duty.TERM, term),
        rules=rows_of(duty.RULE, *(r for r in rules if r["kind"] in decisions)),
    )
    template.folk["threshold"][0, 3] = 14.0  # the news leaves him without an answer
    return live(template, [the_trap()], HE_LIVES)


def at(lived: Lived, event: Event, detail: float | None = None) -> list[int]:
    """When something happened to him, s."""
    return [s for s, it, who, _, _, d in lived.ledger if it == event and who == IRUKA and detail in (None, d)]


def test_the_desk_takes_the_teacher_because_it_is_short_handed() -> None:
    assert (IRUKA, Reason.SHORT_HANDED) in [(who, why) for who, _, why, _ in after_the_trap().told(Event.ASSIGNED)]


def test_the_leader_brings_him_home() -> None:
    lived = after_the_trap()
    assert (IRUKA, NAMES.index("Kakashi")) in [(who, other) for who, other, *_ in lived.told(Event.BROUGHT_IN)]
    assert lived.years.ends[0, IRUKA]["limb_lost"] == 1
    assert lived.years.ends[0, NAMES.index("Kakashi")]["carried"] == 1


def test_the_form_is_held_back_while_he_does_not_respond_and_signed_afterwards() -> None:
    lived = after_the_trap()
    held, words = at(lived, Event.LETTER_HELD), at(lived, Event.FIRST_WORDS)
    signed = at(lived, Event.DECIDED, Decision.RELIEF)
    assert held[0] < words[0] <= signed[0]
    assert lived.years.totals[0]["letters_held"] == 1
    assert lived.years.totals[0]["held_days"] > 0


def test_without_the_rule_the_form_comes_when_it_comes() -> None:
    lived = after_the_trap(held=0)
    assert at(lived, Event.LETTER_HELD) == []
    assert at(lived, Event.DECIDED, Decision.RELIEF) < at(after_the_trap(), Event.DECIDED, Decision.RELIEF)


def test_relief_leads_to_reassignment_and_to_a_status_that_says_so() -> None:
    lived = after_the_trap()
    assert at(lived, Event.DECIDED, Decision.RELIEF)[0] < at(lived, Event.DECIDED, Decision.REASSIGNMENT)[0]
    statuses = [DutyStatus(int(d)) for s, it, who, _, _, d in lived.ledger if it == Event.STATUS and who == IRUKA]
    after = statuses[statuses.index(DutyStatus.IN_HOSPITAL) :]
    assert DutyStatus.AVAILABLE not in after
    assert DutyStatus.ON_MISSION not in after


def test_a_week_before_term_the_academy_lets_him_go_and_his_class_has_no_teacher() -> None:
    lived = after_the_trap()
    removed = at(lived, Event.DECIDED, Decision.REMOVAL_FROM_ACADEMY)
    assert [s // DAY_S for s in removed] == [53]
    assert lived.years.ends[0, IRUKA]["removed_s"] == removed[0]
    assert lived.world.members[IRUKA]["serves"] == Work.DESK
    assert lived.years.totals[0]["unstaffed"] > 0


def test_without_the_letter_he_is_still_a_teacher() -> None:
    lived = after_the_trap(decisions=(Decision.RELIEF, Decision.REASSIGNMENT))
    assert lived.world.members[IRUKA]["serves"] == Work.ACADEMY


def test_decisions_are_the_same_up_to_the_first_that_differs() -> None:
    first, second = after_the_trap(held=1), after_the_trap(held=0)
    differs = at(first, Event.LETTER_HELD)[0]
    assert [r for r in first.ledger if r[0] < differs] == [r for r in second.ledger if r[0] < differs]
