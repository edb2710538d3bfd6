"""The medical board: whom it clears, rightly or wrongly, and what a wrong word costs."""

from typing import Any

import pytest

from homeward.codes import DutyStatus, Event, Reason
from tests.organisations import DAY_S, Dists, Lived, duty_of, live, members_of, mission_type, organisation

pytestmark = pytest.mark.jitless
WEEK_S = 7 * DAY_S


def convalescent(days: int = 60, iss: int = 4, ago_days: int = 5, gap_days: float = 1e3, **settings: Any) -> Lived:
    """One man, hurt before it begins, and a board every week."""
    dists = Dists()
    types = mission_type(
        "errand",
        gap_dist=dists.constant(gap_days * DAY_S),
        length_dist=dists.constant(0.5 * DAY_S),
        size=1,
        least=1,
        contact_per_s=settings.pop("hazard", 0.0) / DAY_S,
        success_contact=0.0,
    )
    usual = {"board_every_s": WEEK_S, "board_margin": 0.0, "avoids_convalescent": 0}
    members = members_of([1], status=DutyStatus.CONVALESCENT)
    template = organisation(dists, members, types, duty_of(days, **(usual | settings)))
    template.service["iss"], template.service["wounded_s"] = iss, -ago_days * DAY_S
    template.recoveries["began_s"] = -ago_days * DAY_S
    return live(template)


def test_a_man_who_is_fit_again_is_cleared_and_on_the_roster() -> None:
    lived = convalescent()
    assert len(lived.told(Event.CLEARED)) == 1
    assert lived.world.members[0]["status"] == DutyStatus.AVAILABLE
    assert lived.years.totals[0]["fit_again"] == 1
    assert lived.years.ends[0, 0]["fit_again_s"] > 0


def test_nobody_is_cleared_before_the_body_allows_it() -> None:
    lived = convalescent()
    cleared = lived.days_of(Event.CLEARED)[0]
    statuses = [
        (day, detail) for day, (*_, detail) in zip(lived.days_of(Event.STATUS), lived.told(Event.STATUS), strict=True)
    ]
    assert all(detail != DutyStatus.AVAILABLE for day, detail in statuses if day < cleared)


def test_a_board_that_holds_the_fit_counts_its_false_holds() -> None:
    lived = convalescent(board_specificity=0.0)
    total = lived.years.totals[0]
    assert total["false_holds"] == total["boards"] > 1
    assert lived.world.members[0]["status"] == DutyStatus.VILLAGE_ONLY
    assert lived.world.members[0]["reason"] == Reason.BOARD_HELD


def test_a_board_that_sees_nothing_clears_the_unfit_and_a_false_clear_is_counted_once() -> None:
    lived = convalescent(board_margin=1.0, board_sensitivity=0.0)
    assert lived.years.totals[0]["false_clears"] == 1
    assert lived.years.ends[0, 0]["false_clears"] == 1
    assert [why for _, _, why, _ in lived.told(Event.TEST)] == [1]


def test_missions_of_a_man_cleared_too_early_meet_the_enemy_more_often() -> None:
    def contacts(factor: float) -> int:
        settings: dict[str, Any] = {
            "board_margin": 1.0,
            "board_sensitivity": 0.0,
            "false_clear_hazard": factor,
            "hazard": 0.05,
        }
        return int(convalescent(iss=9, days=30, gap_days=1.0, **settings).years.totals[0]["contacts"])

    assert contacts(1e6) > contacts(1.0)


def test_without_a_board_the_rule_alone_decides() -> None:
    lived = convalescent(board_every_s=0)
    assert lived.told(Event.TEST) == []
    assert lived.world.members[0]["status"] == DutyStatus.AVAILABLE
