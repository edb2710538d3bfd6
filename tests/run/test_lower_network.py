"""A care network lowered: staff in the order they are chosen, ways that add up, turns within the week, streams."""

from pathlib import Path

import numpy as np
import pytest

from homeward.codes import Exit, Shape
from homeward.kernel.organisation import DTYPES, Organisation
from homeward.model.network.laydown import Network
from homeward.run.care_rows import running
from homeward.run.lower_means import week_of
from homeward.run.lower_network import lower_network
from homeward.scenario import examples, read
from tests.scenario.network_files import a_network

pytestmark = pytest.mark.jitless


def lowered(folder: Path, *changes: tuple[str, str], **options: bool) -> Organisation:
    network = read(a_network(folder, *changes))
    assert isinstance(network, Network)
    return lower_network(network, **options)


@pytest.mark.parametrize("name", examples("network"))
def test_every_arm_of_every_shipped_network_is_lowered(name: str) -> None:
    base = read(name)
    for arm in base.arms:
        network = base.with_arm(arm.name)
        assert isinstance(network, Network)
        world = lower_network(network, census=True)
        assert all(getattr(world, table).dtype == dtype for table, dtype in DTYPES.items())
        assert (world.stations["way"][:, :, -1] == 1.0).all(), "every patient goes on somewhere"
        assert (world.stations["time_dist"] >= 0).all()


def test_whoever_can_do_least_is_chosen_first(tmp_path: Path) -> None:
    world = lowered(tmp_path)
    hospital = world.facilities[1]
    staff = world.staff[hospital["staff0"] : hospital["staff0"] + hospital["staff"]]
    assert [int(skills).bit_count() for skills in staff["skills"]] == [1, 1, 2], "two nurses, then the surgeon"
    assert staff["bit"].tolist() == [0, 1, 2]


def test_a_way_by_category_becomes_cumulative_chances_that_end_at_one(tmp_path: Path) -> None:
    look = lowered(tmp_path).stations[0]
    assert look["way"][0, :2].tolist() == [1.0, 1.0]
    assert look["way"][2, :2].tolist() == [pytest.approx(0.05), 1.0]
    assert look["next"][1] == Exit.DUTY
    assert look["link"][:2].tolist() == [0, -1]


def test_the_last_chance_is_exactly_one_whatever_the_sums() -> None:
    assert running([0.1] * 10)[-1] == 1.0
    assert running([0.3, 0.7, 0.0]) == [0.3, 1.0, 1.0]


def test_a_turn_over_sunday_midnight_is_two_that_touch() -> None:
    assert week_of(("Sun 22:00-06:00",)) == [(0, 6 * 3600), (7 * 86400 - 7200, 7 * 86400)]


def test_a_constant_rate_needs_no_profile_and_a_profile_knows_its_highest(tmp_path: Path) -> None:
    stream = lowered(tmp_path).streams[0]
    assert (stream["profile0"], stream["rate_per_s"]) == (-1, pytest.approx(4 / 86400))
    profile = 'profile = { rates = ["1 /h", "3 /h", "2 /h"], step = "8 h", wraps = true }'
    world = lowered(tmp_path, ('rate = "4 /day"', profile))
    assert world.streams[0]["rate_per_s"] == pytest.approx(3 / 3600)
    assert np.allclose(world.profiles, np.array([1, 3, 2]) / 3600)


def test_bursts_are_a_stream_of_their_own(tmp_path: Path) -> None:
    burst = 'rate = "4 /day"\nburst = { rate = "1 /week", size = 9, within = "1 h" }'
    alone, together = lowered(tmp_path, ('rate = "4 /day"', burst)).streams
    assert alone["burst_size_dist"] == -1
    assert (together["burst_size_dist"] >= 0, together["burst_within_s"]) == (True, 3600)
    assert alone["name"] != together["name"], "their draws are not the same"


def test_a_list_is_in_the_order_of_its_dates(tmp_path: Path) -> None:
    listed = 'listed = [{ at = "3 h", category = "T1" }, { at = "1 h", condition = "sprain" }]'
    world = lowered(tmp_path, ('rate = "4 /day"', listed))
    assert world.listed["at_s"].tolist() == [3600, 10800]
    assert world.listed["condition"].tolist() == [1, -1]
    assert world.listed["category"].tolist() == [-1, 0]


def test_a_list_may_come_from_a_table(tmp_path: Path) -> None:
    (tmp_path / "came.csv").write_text("at,condition\n2 h,sprain\n5 h,bleeding\n", encoding="utf-8")
    csv = '[csv]\n"arrival.wounded.listed" = "came.csv"\n\n[run]'
    world = lowered(tmp_path, ('rate = "4 /day"\n', ""), ("[run]", csv))
    assert world.listed["at_s"].tolist() == [7200, 18000]


def test_bodies_bleed_a_share_of_their_blood(tmp_path: Path) -> None:
    world = lowered(tmp_path)
    dist = world.dists[world.conditions[0]["bleed_dist"][0]]
    assert (dist["shape"], dist["a"]) == (Shape.LOGNORMAL, pytest.approx(0.2 / 3600))
    assert world.conditions[1]["bleed_dist"].tolist() == [-1] * 4
    assert world.care[0]["arrest_map_mmhg"] == 20.0
    assert world.care[0]["blood_unit_share"] == pytest.approx(0.09)


def test_a_network_whose_bodies_never_change_asks_nothing_of_a_setting() -> None:
    network = read("mmc")
    assert isinstance(network, Network)
    assert lower_network(network).care[0]["arrest_map_mmhg"] == 0.0
