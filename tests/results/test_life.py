"""One life: told whole, placed among all, and the same life that a study counted."""

from pathlib import Path

import numpy as np
import pytest

import homeward
from homeward.codes import Cause
from homeward.errors import HomewardError
from homeward.results.life import Standing
from homeward.run.lower import lower
from homeward.run.replicate import copy_world, live
from tests.scenario.files import a_file


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> homeward.Scenario:
    return homeward.load(a_file(tmp_path_factory.mktemp("small")))


def some_fates(scenario: homeward.Scenario, lives: int) -> np.ndarray:
    template = lower(scenario, seed=1)
    return live(template, copy_world(template), np.arange(lives))[1]


def test_a_life_is_the_one_that_a_study_counted(small: homeward.Scenario) -> None:
    fates = some_fates(small, 30)
    assert homeward.run(small, replicate=17, among=0).fates.tobytes() == fates[17].tobytes()


def test_the_ledger_is_told_in_words(small: homeward.Scenario) -> None:
    told = homeward.run(small, replicate=3, among=0).to_json()
    assert told["ledger"]
    assert {row["who"] for row in told["ledger"]} <= {"Aki", "Ben", "the team", "those who wait"}
    assert [row["at_s"] for row in told["ledger"]] == sorted(row["at_s"] for row in told["ledger"])
    assert told["people"]["Ben"]["alive_at_30_days"] is True
    assert told["people"]["Cho"]["with_team"] is False


def test_a_death_is_told_with_its_cause(small: homeward.Scenario) -> None:
    fates = some_fates(small, 100)
    number = int(np.flatnonzero(fates["dead_s"][:, 0] >= 0)[0])
    aki = homeward.run(small, replicate=number, among=0).to_json()["people"]["Aki"]
    assert aki["dead_s"] == fates[number, 0]["dead_s"]
    assert aki["cause"] == Cause(fates[number, 0]["cause"]).name.lower().replace("_", " ")


def test_a_death_is_placed_among_all_lives(small: homeward.Scenario) -> None:
    dead_s = some_fates(small, 500)["dead_s"][:, 0]
    number = int(np.flatnonzero(dead_s >= 0)[0])
    standing = homeward.run(small, replicate=number, among=500).standing
    assert standing is not None
    assert standing.later == ((dead_s < 0) | (dead_s > dead_s[number])).mean()
    assert standing.slower is None
    assert "an earlier death than" in standing.sentence("Aki")


def test_a_survivor_is_placed_by_his_care(small: homeward.Scenario) -> None:
    fates = some_fates(small, 500)[:, 0]
    number = int(np.flatnonzero((fates["alive_30"] == 1) & (fates["care_s"] >= 0))[0])
    standing = homeward.run(small, replicate=number, among=500).standing
    assert standing is not None
    assert standing.alive == (fates["alive_30"] == 1).mean()
    assert standing.slower == ((fates["care_s"] < 0) | (fates["care_s"] > fates["care_s"][number])).mean()


@pytest.mark.jitless
def test_the_sentence_a_reader_gets() -> None:
    assert Standing(10_000, 0.12, 0.8, None).sentence("Izumo") == (
        "Izumo is alive at 30 days in 12% of 10,000 runs; this one is an earlier death than 80% of them."
    )
    assert Standing(10_000, 0.12, None, None).sentence("Izumo").endswith("this one among them.")


def test_the_timeline_reaches_from_the_start_to_the_end_of_the_way(small: homeward.Scenario) -> None:
    life = homeward.run(small, among=0)
    of_aki = life.timeline.of("Aki")
    assert of_aki["at_s"][0] == 0
    assert of_aki["to_go_m"][0] == pytest.approx(1000)
    assert of_aki["at_s"][-1] <= life.fates["arrived_s"].max() <= of_aki["at_s"][-1] + 60
    assert len(of_aki) > 100


@pytest.mark.parametrize("number", [-1, 2**63, True, 1.0])
def test_a_replicate_out_of_range_is_refused(small: homeward.Scenario, number: int) -> None:
    with pytest.raises(HomewardError, match="the replicate must be a whole number from 0"):
        homeward.run(small, replicate=number)


def test_the_last_possible_replicate_is_lived(small: homeward.Scenario) -> None:
    assert homeward.run(small, replicate=2**63 - 1, among=0).chronicle


def test_a_replicate_that_is_not_of_the_study_is_refused(small: homeward.Scenario) -> None:
    with pytest.raises(HomewardError, match="replicate 100 is not among the 100 of this study: take one from 0 to 99"):
        homeward.run(small, replicate=100, replicates=100)


def test_an_arm_and_values_may_be_set(tmp_path: Path, small: homeward.Scenario) -> None:
    assert homeward.run(small, arm="he hurries", among=0).arm == "he hurries"
    quick = homeward.run(small, sets={"wound.belly.bleeding": "900 mL/min"}, among=0)
    assert quick.fates[0]["alive_30"] == 0
