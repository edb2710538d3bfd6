"""Laws of every shipped network: Little's, and that nobody is lost on the way."""

from typing import cast

import numpy as np
import pytest

from homeward.model.network.laydown import Network
from homeward.run.lower_network import lower_network
from homeward.run.network import Lived, copy_organisation, live
from homeward.scenario import examples, read

SHORT = {"run.length": "3 d"}
"""Long enough for every line, short enough for every run; what runs out still runs out."""


@pytest.fixture(scope="module", params=examples("network"))
def lived(request: pytest.FixtureRequest) -> Lived:
    network = cast(Network, read(request.param))
    if network.run.length.a > 3 * 86_400:
        network = cast(Network, read(request.param, SHORT | ({"run.warm_up": "1 d"} if network.run.warm_up.a else {})))
    template = lower_network(network, seed=11)
    return live(template, copy_organisation(template), np.arange(5))


def test_the_number_inside_and_the_stays_are_one_sum_reckoned_twice(lived: Lived) -> None:
    assert lived.totals["came"].min() > 0
    assert np.array_equal(lived.totals["inside_s"], lived.totals["stay_s"])


def test_everybody_who_came_has_left_or_is_inside(lived: Lived) -> None:
    totals = lived.totals
    from_the_start = totals["counts_from_s"] == 0
    assert (totals["exit"].sum(1) + totals["inside"] == totals["came"])[from_the_start].all()


def test_no_bed_and_nobody_works_longer_than_the_run(lived: Lived) -> None:
    counted_s = (lived.totals["end_s"] - lived.totals["counts_from_s"])[:, None]
    beds = lived.areas["beds"]
    assert ((lived.areas["bed_s"] <= beds * counted_s) | (beds < 0)).all()
    assert (lived.areas["bed_s"] >= 0).all()
    assert (lived.staff["busy_s"] <= counted_s).all()
    assert (lived.stocks["units"] >= 0).all()
