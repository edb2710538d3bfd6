"""Welch's plot: its finding is the title, what is left out is shaded, and no cut is drawn that nobody should trust."""

from pathlib import Path

import numpy as np

from homeward.results.figures.style import Picture
from homeward.results.figures.warm_up import Observed, draw
from homeward.results.steady import by_replicates
from homeward.results.warm_up import mser
from tests.results.made_up import a_comparison

BEDS = Observed("beds taken", "beds", "day")


def a_picture(observations: np.ndarray) -> Picture:
    found = mser(observations)
    steady = by_replicates(observations, found.cut) if found.found else None
    return draw(a_comparison(), BEDS, observations, found, steady)


def settling() -> np.ndarray:
    return np.random.default_rng(1).normal(20, 1, (10, 400)) - 20.0 * (np.arange(400) < 100)


def test_the_finding_is_the_title() -> None:
    assert a_picture(settling()).title == "Beds taken: steady after 100 days"
    growing = settling() + np.arange(400)
    assert a_picture(growing).title == "Beds taken: no steady state in sight within 400 days"
    assert "mean of the rest is 19.98 beds (19.93 to 20.03)" in a_picture(settling()).description


def test_what_is_left_out_is_shaded_unless_nothing_settles() -> None:
    assert len(a_picture(settling()).figure.axes[0].patches) == 1
    assert not a_picture(settling() + np.arange(400)).figure.axes[0].patches


def test_it_can_be_saved_and_says_where_it_comes_from(tmp_path: Path) -> None:
    picture = a_picture(settling())
    assert picture.save(tmp_path).stat().st_size > 10_000
    assert any("seed 7" in text.get_text() for text in picture.figure.texts)
