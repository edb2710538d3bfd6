"""Every code of a year has its words, and every status its colour."""

import pytest

from homeward.codes import Aid, Decision, DutyStatus, LimbStage, Mind, Reason, Watch
from homeward.results.organisation import words
from homeward.results.organisation.figures import palette


@pytest.mark.parametrize(
    ("codes", "said"),
    [
        (DutyStatus, words.STATUS),
        (Mind, words.MIND),
        (Aid, words.AID),
        (Watch, words.WATCH),
        (LimbStage, words.LIMB),
        (Reason, words.REASON),
        (Decision, words.DECISION),
    ],
)
def test_every_code_is_said_in_words_of_its_own(codes: type, said: dict[int, str]) -> None:
    assert set(said) == set(codes)
    assert len(set(said.values())) >= len(said) - 1, "two reasons may be the same to a reader, no more"


def test_every_state_has_its_colour() -> None:
    assert set(palette.STATUS) == set(DutyStatus)
    assert set(palette.MIND) == set(Mind)
    assert set(palette.AID) == set(Aid)
