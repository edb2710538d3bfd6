"""Many lives: the same numbers for any threads and any chunks, the template untouched, faults and Ctrl-C told."""

import os
import signal
import threading
from pathlib import Path

import numpy as np
import pytest

import homeward
from homeward.codes import FAULT_SENTENCE, Fault
from homeward.errors import HomewardError
from homeward.run import replicate
from homeward.run.lower import lower
from homeward.run.replicate import MUTABLE, Crew, chunks_of, copy_world, live, live_one, sample_one, with_clock
from tests.scenario.files import a_file


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> homeward.Scenario:
    return homeward.load(a_file(tmp_path_factory.mktemp("small")))


@pytest.mark.parametrize("scenario", ["izumo", "small"])
def test_results_are_the_same_for_any_threads_and_any_chunks(
    scenario: str, small: homeward.Scenario, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = []
    for threads, chunk in ((1, 8192), (2, 8192), (2, 100), (3, 7)):
        monkeypatch.setattr(replicate, "CHUNK", chunk)
        of = small if scenario == "small" else scenario
        results = homeward.compare(of, sets={"plan.pace": "never rest"}, replicates=1500, threads=threads)
        told.append([arm.to_json() for arm in results.arms])
    assert told[0] == told[1] == told[2] == told[3]


def test_replicates_lived_alone_are_those_of_a_study(small: homeward.Scenario) -> None:
    template = lower(small, seed=3)
    world = copy_world(template)
    outcomes, fates = live(template, world, np.arange(50))
    for number in (0, 17, 49):
        ledger, alone, outcome = live_one(template, number)
        assert alone.tobytes() == fates[number].tobytes()
        assert outcome == outcomes[number]
        assert len(ledger)


def test_living_leaves_the_template_as_it_was(small: homeward.Scenario) -> None:
    template = lower(small)
    before = {name: getattr(template, name).copy() for name in template._fields}
    live(template, copy_world(template), np.arange(200))
    for name, table in before.items():
        assert np.array_equal(getattr(template, name), table), name


def test_a_copy_has_its_own_of_what_a_life_changes_and_shares_the_rest(small: homeward.Scenario) -> None:
    template = lower(small)
    world = copy_world(template)
    own = {name for name in template._fields if getattr(world, name) is not getattr(template, name)}
    assert own == set(MUTABLE)


def test_a_fault_is_told_with_the_life_it_happened_in(small: homeward.Scenario) -> None:
    template = with_clock(lower(small, seed=5), event_limit=2)
    with pytest.raises(HomewardError) as told:
        live(template, copy_world(template), np.arange(10, 20))
    assert str(told.value) == f"replicate 10 of seed 5: {FAULT_SENTENCE[Fault.TOO_MANY_EVENTS]}"


def test_a_fault_on_a_thread_reaches_the_one_who_asked(small: homeward.Scenario) -> None:
    template = with_clock(lower(small), event_limit=2)
    with Crew(2) as crew, pytest.raises(HomewardError, match="event limit"):
        crew.count(lambda numbers: (crew.live(template, numbers),), chunks_of(range(40), 10))


def test_a_timeline_runs_from_the_start_at_even_steps(small: homeward.Scenario) -> None:
    samples = sample_one(lower(small), 0, every_s=60, until_s=600)
    of_one = samples[samples["who"] == 0]
    assert of_one["at_s"].tolist() == list(range(0, 601, 60))
    assert (np.diff(of_one["blood_ml"]) <= 0).all()


@pytest.mark.jitless
@pytest.mark.parametrize("size", [1, 3, 10, 100])
def test_chunks_hold_every_number_once_and_in_order(size: int) -> None:
    pieces = list(chunks_of(range(5, 28), size))
    assert np.concatenate(pieces).tolist() == list(range(5, 28))
    assert max(map(len, pieces)) <= size


@pytest.mark.jitless
def test_ctrl_c_finishes_what_was_begun_and_begins_nothing_more() -> None:
    begun = []

    def work(numbers: np.ndarray) -> int:
        begun.append(numbers[0])
        if len(begun) == 3:
            os.kill(os.getpid(), signal.SIGINT)
        return int(numbers.sum())

    with Crew(1) as crew:
        counted = crew.count(work, chunks_of(range(1000), 10))
        assert crew.stopped
    assert counted.done == 10 * len(begun) < 1000
    assert counted.total == sum(range(counted.done))


@pytest.mark.jitless
def test_a_second_ctrl_c_is_not_held_back() -> None:
    crew = Crew(1)
    crew._stop(signal.SIGINT, None)
    assert crew.stopped
    with pytest.raises(KeyboardInterrupt):
        crew._stop(signal.SIGINT, None)


@pytest.mark.jitless
def test_the_handler_of_ctrl_c_is_given_back() -> None:
    before = signal.getsignal(signal.SIGINT)
    with Crew(1):
        assert signal.getsignal(signal.SIGINT) != before
    assert signal.getsignal(signal.SIGINT) == before


@pytest.mark.jitless
def test_a_crew_works_outside_the_main_thread() -> None:
    answers = []

    def ask() -> None:
        with Crew(2) as crew:
            answers.append(crew.count(lambda numbers: int(numbers.sum()), chunks_of(range(100), 9)).total)

    thread = threading.Thread(target=ask)
    thread.start()
    thread.join()
    assert answers == [sum(range(100))]


def test_where_a_result_comes_from_is_told_in_full(tmp_path: Path) -> None:
    scenario = homeward.load(a_file(tmp_path))
    told = homeward.study(scenario, seed=9, replicates=10, rng="philox", threads=1).provenance
    assert told["homeward"] == homeward.__version__
    assert told["scenario_sha256"] == scenario.sha256
    assert (told["seed"], told["generator"], told["calendar"], told["threads"]) == (9, "philox", "queue", 1)
    assert {"python", "numpy", "numba", "platform"} <= set(told)
