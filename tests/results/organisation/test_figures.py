"""Pictures of a whole year: strength, beds, flow between states."""

import numpy as np

from homeward.codes import DutyStatus
from homeward.results.organisation.figures import beds, flows, strength
from homeward.results.values import ValuedResults


def a_result() -> ValuedResults:
    return ValuedResults("study", "organisation", "village-year", "", "", 1, 3, 3, 0.1, (), {"homeward": "0"})


def test_strength_says_the_worst_day() -> None:
    people = np.full((3, 10, 2), 20.0)
    people[:, 4] = 15.0
    picture = strength.draw(a_result(), people, ["genin", "chuunin"])
    assert "30 on day 5, the worst" in picture.title
    assert "chuunin: 20 on day 1, between 15 and 20 later" in picture.description


def test_beds_says_the_mean_and_the_most() -> None:
    taken = np.zeros((3, 10))
    taken[:, :2] = 4
    title = "0.8 members lie in hospital on a mean morning, at most 4 in any replicate"
    assert beds.draw(a_result(), taken).title == title


def test_everybody_who_flows_out_flows_in() -> None:
    counts = np.zeros((3, 2, 16, 16))
    counts[:, 0, DutyStatus.AVAILABLE, DutyStatus.AVAILABLE] = 8
    counts[:, 0, DutyStatus.AVAILABLE, DutyStatus.FALLEN] = 2
    counts[:, 1, DutyStatus.AVAILABLE, DutyStatus.AVAILABLE] = 8
    counts[:, 1, DutyStatus.FALLEN, DutyStatus.FALLEN] = 2
    picture = flows.draw(a_result(), counts, [1, 5, 10])
    assert (
        picture.title
        == "Of 10 people 8 serve at the end of the year, 0.0 are convalescent, 2.0 have fallen or are missing"
    )
    bottoms = flows.bottoms_of(counts[0, 0].sum(axis=0), [DutyStatus.AVAILABLE, DutyStatus.FALLEN])
    assert bottoms == {DutyStatus.AVAILABLE: 0.0, DutyStatus.FALLEN: 8.0}
