"""Observations that cannot all be true of one life."""

from pathlib import Path

import pytest

from homeward.scenario import ScenarioError, read
from tests.scenario.files import a_file

pytestmark = pytest.mark.jitless


def seen(sign: str, start: str, until: str, *, throughout: bool = False, who: str = "Aki") -> str:
    lines = f'\n[[observed]]\nwho = "{who}"\nsign = "{sign}"\nfrom = "{start}"\nuntil = "{until}"\n'
    return lines + ("throughout = true\n" if throughout else "")


def told(tmp_path: Path, more: str) -> str:
    with pytest.raises(ScenarioError) as error:
        read(a_file(tmp_path, more=more))
    return str(error.value)


CONTRADICTIONS = {
    "he talks after his pulse is gone": (seen("talks", "41 min", "50 min"), "nobody comes back"),
    "his pulse is felt all the while": (seen("pulse", "0 min", "45 min", throughout=True), "nobody comes back"),
    "alert and senseless at once": (
        seen("alert", "0 min", "9 min", throughout=True) + seen("unresponsive", "5 min", "8 min", throughout=True),
        "exclude each other",
    ),
    "alert throughout, but slurring within": (
        seen("alert", "0 min", "9 min", throughout=True) + seen("slurred", "2 min", "8 min"),
        "exclude each other",
    ),
    "arriving twice": (seen("arrived", "20 min", "25 min") + seen("arrived", "30 min", "35 min"), "happens once"),
    "arriving all the time": (seen("arrived", "20 min", "25 min", throughout=True), "happens at one moment"),
    "a sign of an absent man": (seen("talks", "0 min", "5 min", who="Cho"), "'Cho' is not present"),
}


@pytest.mark.parametrize("what", CONTRADICTIONS)
def test_contradictions_are_told(tmp_path: Path, what: str) -> None:
    more, sentence = CONTRADICTIONS[what]
    assert sentence in told(tmp_path, more)


def test_what_may_follow_is_allowed(tmp_path: Path) -> None:
    fine = (
        seen("slurred", "5 min", "15 min") + seen("murmurs", "10 min", "30 min") + seen("arrived", "30 min", "40 min")
    )
    fine += seen("pulse", "0 min", "15 min", throughout=True) + seen("talks", "0 min", "30 min")
    assert len(read(a_file(tmp_path, more=fine)).observed) == 7


def test_sixty_three_observations_are_too_many(tmp_path: Path) -> None:
    assert "at most 62" in told(tmp_path, seen("pulse", "0 min", "1 min") * 61)
