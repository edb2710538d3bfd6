"""Commands about many lives ask alike, and each gets what was said."""

from inspect import signature
from typing import Any

import pytest

from homeward.cli.compare import compare
from homeward.cli.many_lives import Asked, about_many_lives
from homeward.cli.review import review
from homeward.cli.study import study
from homeward.errors import HomewardError

pytestmark = pytest.mark.jitless
SHARED = list(signature(Asked).parameters)


@pytest.mark.parametrize(
    ("command", "own"), [(study, ["scenario", "arm", "sets"]), (compare, ["scenario", "arms", "sets"])]
)
def test_a_command_has_its_own_options_and_then_the_shared_ones(command: Any, own: list[str]) -> None:
    assert list(signature(command).parameters) == [*own, *SHARED]


def test_a_review_is_never_about_a_measure() -> None:
    options = list(signature(review).parameters)
    assert "measure" not in options
    assert set(SHARED) - {"measure"} < set(options)
    assert options[-1] == "no_figures"


def test_what_is_said_reaches_the_command_and_the_rest_is_the_default() -> None:
    heard: list[tuple[str, Asked]] = []

    @about_many_lives("measure")
    def listen(word: str, asked: Asked) -> None:
        heard.append((word, asked))

    listen(**{name: getattr(Asked(), name) for name in SHARED if name != "measure"} | {"word": "yes", "seed": 7})
    assert heard == [("yes", Asked(seed=7))]
    assert heard[0][1].sampling["seed"] == 7


def test_two_answers_to_how_many_are_refused() -> None:
    with pytest.raises(HomewardError, match="give one of them"):
        assert Asked(replicates=10, precision="1 points").sampling
