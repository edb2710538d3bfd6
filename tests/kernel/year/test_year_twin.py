"""The kernel's desk and a plain-Python one written apart from it decide alike, event for event, in made-up villages."""

from random import Random
from typing import Any

import numpy as np
import pytest

from homeward.codes import Event, Term, Work
from homeward.kernel.organisation import Organisation
from homeward.kernel.year import duty_tables as duty
from tests.organisations import DAY_S, Dists, duty_of, live, members_of, mission_type, organisation, rows_of
from tests.reference.year_duty import Year

pytestmark = pytest.mark.jitless
TOLD = {
    *(Event.STATUS, Event.ASSIGNED, Event.CAME_HOME, Event.MISSION_ARRIVES, Event.MISSION_DELAYED),
    *(Event.MISSION_REFUSED, Event.MISSION_STARTS, Event.MISSION_ENDS, Event.TERM_STARTS, Event.TERM_ENDS),
    *(Event.CLASS_UNSTAFFED, Event.EXAM, Event.PASSED, Event.NOT_PASSED),
}
WORKS = [Work.MISSIONS] * 4 + [Work.ACADEMY, Work.GATE, Work.HOSPITAL]


def people(luck: Random) -> np.ndarray:
    """Two to eighteen people of three ranks, some with skills, some with work in the village."""
    many = luck.randint(2, 18)
    each = {
        "skills": lambda: luck.choice([0, 0, 0, 1, 2, 3]),
        "serves": lambda: luck.choice(WORKS),
        "missions": lambda: luck.randint(0, 12),
        "qualified_until_s": lambda: luck.choice([-1, -1, -1, 3 * DAY_S, 9 * DAY_S + 5]),
    }
    return members_of(
        [luck.randint(0, 2) for _ in range(many)], **{f: [a() for _ in range(many)] for f, a in each.items()}
    )


def missions(luck: Random, dists: Dists) -> np.ndarray:
    """One to four types of missions of any size, rank and window."""
    types = []
    for t in range(luck.randint(1, 4)):
        size = luck.randint(1, 5)
        fields: dict[str, Any] = {"size": size, "least": luck.randint(1, size), "rank": luck.randint(0, 4)}
        fields |= {
            "leader_rank": luck.randint(0, 2),
            "least_rank": luck.randint(0, 1),
            "skills": luck.choice([0, 0, 1, 3]),
        }
        fields |= {"window_s": luck.randint(0, 6 * DAY_S), "success": luck.random()}
        fields |= {"gap_dist": dists.exponential(luck.uniform(0.2, 4.0) * DAY_S)}
        fields |= {"length_dist": dists.exponential(luck.uniform(0.1, 6.0) * DAY_S)}
        types.append(mission_type(f"type {t}", **fields))
    return np.concatenate(types)


def calendar(luck: Random) -> np.ndarray:
    """Up to three terms, curfews or leaves for everybody, of any length."""
    spans = []
    for _ in range(luck.randint(0, 3)):
        start = luck.randint(0, 20 * DAY_S)
        until = start + luck.randint(1, 12 * DAY_S)
        spans.append({"from_s": start, "until_s": until, "kind": luck.choice(list(Term)), "classes": 3})
    return rows_of(duty.TERM, *spans)


def village(seed: int) -> Organisation:
    """A made-up organisation in which nobody is ever hurt."""
    luck, dists = Random(seed), Dists()
    members, types, terms = people(luck), missions(luck, dists), calendar(luck)
    rules = {name: luck.randint(0, 2) for name in ("rest_days", "staffing", "takes_teachers", "starts_weekday")}
    rules |= {"medic_in_every_team": luck.randint(0, 1), "medic_skill": 0, "leave_days": luck.choice([0, 0, 3])}
    rules |= {"distress_for_mission": 27, "distress_for_village": 27}
    rules |= {"renewal_s": 2 * DAY_S, "qualified_s": luck.choice([0, 5 * DAY_S])}
    exam: dict[str, Any] = {
        "enter_s": 6 * DAY_S,
        "at_s": 9 * DAY_S,
        "days": 2,
        "from_rank": 0,
        "to_rank": 1,
        "missions": 3,
    }
    exam |= {"proctors": luck.randint(0, 2), "proctor_rank": 2, "places": luck.randint(1, 6), "pass_share": 0.5}
    posts = rows_of(duty.POST, {"serves": Work.GATE, "wanted": luck.randint(0, 2)})
    tables: dict[str, Any] = {"terms": terms, "exams": rows_of(duty.EXAM, exam), "posts": posts}
    return organisation(dists, members, types, duty_of(30, **rules), seed=seed, **tables)


@pytest.mark.parametrize("seed", range(24))
def test_the_desk_decides_as_its_twin_does(seed: int) -> None:
    template = village(seed)
    template.clock["generator"], template.clock["calendar"] = seed % 2, seed // 2 % 2
    lived, twin = live(template, replicate=seed % 3), Year(template, seed % 3)
    mine = [(at_s, int(event), *rest) for at_s, event, *rest in lived.ledger if event in TOLD]
    theirs = twin.live()
    differing = next((k for k, (a, b) in enumerate(zip(mine, theirs, strict=False)) if tuple(a) != b), None)
    assert differing is None, (mine[differing], theirs[differing])
    assert len(mine) == len(theirs)
    assert lived.years.totals[0]["unstaffed"] == twin.unstaffed
    assert lived.years.totals[0]["posts_short"] == twin.posts_short
