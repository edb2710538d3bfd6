"""Studies of networks: theory's waits, laws that hold in every replicate, arms on the same draws, one run told."""

import math

import numpy as np
import pytest

import homeward
from homeward.errors import HomewardError
from homeward.model.network.laydown import Network
from homeward.results.network.census import TAKEN, WAITING, table_of
from homeward.results.network.chronicle import Words
from homeward.results.network.definitions import definitions_of
from homeward.results.network.figures import pictures
from homeward.results.network.study import NetworkResults
from homeward.scenario import read


def a_study(name: str, replicates: int, **sets: object) -> NetworkResults:
    results = homeward.study(name, sets=sets or None, replicates=replicates, threads=2)
    assert isinstance(results, NetworkResults)
    return results


@pytest.fixture(scope="module")
def centre() -> NetworkResults:
    return a_study("treatment-centre", 40)


def test_five_servers_make_one_wait_as_long_as_erlang_says() -> None:
    wait = a_study("mmc", 40).base.measures["wait"]
    assert wait.low is not None
    assert wait.high is not None
    assert wait.low - 0.05 <= 2.745 <= wait.high + 0.05


def test_the_first_class_waits_ten_minutes_and_the_second_thirty() -> None:
    measures = a_study("priority-and-loss", 30).base.measures
    for name, minutes in (("wait.urgent", 10.0), ("wait.routine", 30.0)):
        wait = measures[name]
        assert wait.mean == pytest.approx(minutes, rel=0.08), name
    assert measures["lost"].mean is not None
    assert measures["came.call"].mean is not None
    assert measures["lost"].mean / measures["came.call"].mean == pytest.approx(0.117, abs=0.006)


def test_littles_law_holds_to_the_second_in_every_replicate(centre: NetworkResults) -> None:
    assert not centre.base.columns["little"].any()


def test_nobody_is_at_work_for_longer_than_he_is_there(centre: NetworkResults) -> None:
    busy = [values for name, values in centre.base.columns.items() if name.startswith(("person.", "occupancy."))]
    assert all(((values >= 0) & (values <= 100.0 + 1e-9)).all() for values in busy)


def test_beds_taken_are_never_more_than_there_are(centre: NetworkResults) -> None:
    taken = centre.base.columns[TAKEN]
    assert taken.shape == (40, 229, 4)
    assert (taken[:, :, :3].max(axis=(0, 1)) <= [2, 1, 1]).all()
    assert (centre.base.columns[WAITING] >= 0).all()


def test_an_unstable_queue_is_said_in_the_answer(centre: NetworkResults) -> None:
    assert any("'cubicle' (1) at 'centre': load 1.40" in remark for remark in centre.remarks)


def test_the_answer_does_not_depend_on_the_number_of_threads(centre: NetworkResults) -> None:
    alone = homeward.study("treatment-centre", replicates=40, threads=1)
    assert all(np.array_equal(values, alone.base.columns[name], True) for name, values in centre.base.columns.items())


def test_a_fourth_examiner_shortens_the_wait_for_examination_and_changes_nothing_before_it() -> None:
    results = homeward.compare("treatment-centre", arms=["one more examiner"], replicates=40, threads=2)
    change = results.arms[1].versus_base
    assert change["wait.examination"].high < 0
    assert change["wait.triage"].difference == 0.0
    assert change["came"].difference == 0.0
    assert "person.examiner 4" not in change, "who is there in one arm only is compared with nobody"


def test_a_study_asks_for_as_many_replicates_as_its_file_says() -> None:
    assert homeward.study("treatment-centre", sets={"run.replicates": 7}).replicates == 7


def test_a_precision_is_reached_or_refused_in_a_sentence() -> None:
    results = homeward.study("treatment-centre", precision="5 min", measure="wait.triage")
    assert results.base.measures["wait.triage"].half_width <= 5.0
    with pytest.raises(HomewardError, match="there is no measure 'alive_on_arrival'; there are wait, came"):
        homeward.study("treatment-centre", precision="5 min", measure="alive_on_arrival")
    with pytest.raises(HomewardError, match="write the precision as '1 min'"):
        homeward.study("treatment-centre", precision="5 points", measure="wait.triage")


def test_every_number_of_the_json_is_a_number_or_null(centre: NetworkResults) -> None:
    answer = centre.to_json()
    assert answer["kind"] == "network"
    for measure in answer["arms"][0]["measures"].values():
        assert measure["mean"] is None or math.isfinite(measure["mean"])


def test_one_replicate_has_the_values_of_the_study_and_tells_its_events(centre: NetworkResults) -> None:
    run = homeward.run("treatment-centre", replicate=3)
    assert all(np.array_equal([value], centre.base.columns[name][3:4], True) for name, value in run.values.items())
    assert run.chronicle[0].clock.startswith("Mon 06:")
    assert "comes to “centre” with “walk-in”" in run.chronicle[0].text
    assert any("“triage” begins" in line.text for line in run.chronicle)


def test_a_long_replicate_is_told_by_its_first_events() -> None:
    run = homeward.run("mmc", sets={"run.length": "20 d"})
    assert run.events > len(run.ledger) == 20_000
    assert run.values["came"] > 50_000


def test_roles_one_to_three_lose_some_and_return_others_to_duty() -> None:
    measures = a_study("role-1-2-3", 20).base.measures
    assert measures["little"].mean == 0.0
    assert measures["survival"].mean is not None
    assert 85 < measures["survival"].mean < 99.5
    assert measures["moved.road to the hospital"].mean


@pytest.mark.jitless
def test_a_clock_says_the_day_and_from_the_second_week_on_the_week() -> None:
    network = read("treatment-centre")
    assert isinstance(network, Network)
    words = Words(network)
    assert words.clock(0) == "Mon 06:00:00"
    assert words.clock(8 * 86_400 + 61) == "week 2 Tue 06:01:01"


@pytest.mark.jitless
@pytest.mark.parametrize("name", ["mmc", "priority-and-loss", "treatment-centre", "role-1-2-3"])
def test_measures_have_names_of_their_own(name: str) -> None:
    network = read(name)
    assert isinstance(network, Network)
    names = [each.name for each in definitions_of(network)]
    assert len(names) == len(set(names))


@pytest.mark.jitless
def test_a_census_becomes_a_table_by_moment_and_area() -> None:
    from homeward.kernel.care.tables import CENSUS

    rows = np.array([(0, 0, 1, 0), (0, -1, 3, 2), (60, 0, 2, 1), (60, -1, 5, 4)], CENSUS)
    taken, waiting = table_of(rows, 1)
    assert taken.tolist() == [[1, 3], [2, 5]]
    assert waiting.tolist() == [[0, 2], [1, 4]]


def test_pictures_say_what_they_found(centre: NetworkResults) -> None:
    drawn = {picture.name: picture for picture in pictures(centre)}
    assert list(drawn) == ["waits", "busy", "beds"]
    assert drawn["waits"].title.startswith("The longest wait is for “")
    assert drawn["beds"].title.startswith("“cubicle” is full")
    assert all(picture.description for picture in drawn.values())
