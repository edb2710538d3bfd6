"""Studies and comparisons of real lives: measures, precision, partial results, and what keyed draws promise."""

from pathlib import Path

import pytest

import homeward
from homeward.errors import HomewardError, Interrupted
from homeward.run.replicate import Crew
from tests.scenario.files import a_file

BLEEDS_LESS = {"wound.belly.bleeding": {"median": "20 mL/min", "spread": 0.5}}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> homeward.Scenario:
    return homeward.load(a_file(tmp_path_factory.mktemp("small")))


def test_a_study_answers_the_measures_that_are_promised(small: homeward.Scenario) -> None:
    results = homeward.study(small, replicates=500)
    promised = {"alive_on_arrival", "alive_at_30_days", "all_home_alive", "minutes_to_care", "carrier_alive"}
    assert promised <= set(results.base.measures)
    assert results.replicates == results.asked == results.base.replicates == 500
    assert not results.partial
    assert results.base.versus_base == {}


def test_every_life_ends_as_a_survivor_or_with_a_cause(small: homeward.Scenario) -> None:
    base = homeward.study(small, replicates=500).base
    alive = round((base.measures["alive_at_30_days"].mean or 0) * 500)
    assert sum(base.causes.values()) == sum(place.deaths for place in base.death_places) == 500 - alive
    assert base.survival.alive[-1] == pytest.approx(alive / 500)


def test_who_stayed_at_home_is_not_measured(small: homeward.Scenario) -> None:
    people = homeward.study(small, replicates=50).base.people
    assert people["Ben"].alive_at_30_days.n == 50
    assert not people["Cho"].with_team
    assert people["Cho"].alive_at_30_days.n == 0


def test_without_a_carrier_nothing_is_said_of_one(tmp_path: Path) -> None:
    scenario = homeward.load(a_file(tmp_path, ('carrier = "Ben"\n', "")))
    results = homeward.study(scenario, replicates=50)
    assert results.carrier is None
    assert "carrier_alive" not in results.base.measures
    with pytest.raises(HomewardError, match="carrier_alive needs a carrier"):
        homeward.study(scenario, precision="1 point", measure="carrier_alive")


def test_bleeding_less_saves_lives_and_the_interval_says_so(small: homeward.Scenario) -> None:
    gained = homeward.compare(small, sets=BLEEDS_LESS, replicates=500).arms[1].versus_base["alive_at_30_days"]
    assert gained.low is not None
    assert gained.low > 0.1
    assert gained.variance_reduction is not None
    assert gained.variance_reduction > 1


def test_the_means_of_two_arms_differ_by_their_difference(small: homeward.Scenario) -> None:
    base, arm = homeward.compare(small, sets=BLEEDS_LESS, replicates=500).arms
    for name in ("alive_on_arrival", "alive_at_30_days", "all_home_alive"):
        difference = (arm.measures[name].mean or 0) - (base.measures[name].mean or 0)
        assert arm.versus_base[name].difference == pytest.approx(difference, abs=1e-12)


def test_an_arm_that_changes_nothing_differs_in_nothing(small: homeward.Scenario) -> None:
    arm = homeward.compare(small, sets={"title": "Another name for it"}, replicates=300).arms[1]
    assert {difference.difference for difference in arm.versus_base.values()} <= {0.0, None}
    assert {difference.variance_reduction for difference in arm.versus_base.values()} == {None}


def test_all_arms_are_compared_unless_some_are_chosen(small: homeward.Scenario) -> None:
    assert [arm.name for arm in homeward.compare(small, replicates=10).arms] == ["as it was", "he hurries"]
    mine = homeward.compare(small, sets={"plan.pace": "never rest"}, replicates=10)
    assert [arm.name for arm in mine.arms] == ["as it was", "plan.pace = never rest"]
    both = homeward.compare(small, arms=["he hurries"], sets={"plan.pace": "never rest"}, replicates=10)
    assert len(both.arms) == 3


def test_a_study_of_an_arm_is_that_arm_of_a_comparison(small: homeward.Scenario) -> None:
    compared = homeward.compare(small, replicates=200).arm("he hurries")
    assert homeward.study(small, arm="he hurries", replicates=200).base.measures == compared.measures


def test_asking_for_an_arm_by_a_wrong_name_names_the_right_ones(small: homeward.Scenario) -> None:
    results = homeward.compare(small, replicates=10)
    with pytest.raises(KeyError, match="there are as it was, he hurries"):
        results.arm("he strolls")
    with pytest.raises(HomewardError, match="there is no arm 'he hurrys', did you mean 'he hurries'"):
        homeward.compare(small, arms=["he hurrys"])


def test_nothing_to_compare_with_is_told(tmp_path: Path) -> None:
    text = Path(a_file(tmp_path)).read_text(encoding="utf-8")
    lonely = tmp_path / "lonely.toml"
    lonely.write_text(text[: text.index("[[arm]]")], encoding="utf-8")
    with pytest.raises(HomewardError, match=r"has nothing to compare with: add an \[\[arm\]\]"):
        homeward.compare(str(lonely))


def test_a_precision_is_met_and_not_by_much_more_than_it_takes(small: homeward.Scenario) -> None:
    results = homeward.study(small, precision="0.5 points", measure="alive_at_30_days")
    assert results.base.measures["alive_at_30_days"].half_width <= 0.005
    assert results.replicates % 5000 == 0
    half = homeward.study(small, replicates=results.replicates // 2)
    assert half.base.measures["alive_at_30_days"].half_width > 0.005


def test_a_precision_of_a_comparison_is_that_of_its_widest_difference(small: homeward.Scenario) -> None:
    results = homeward.compare(small, sets=BLEEDS_LESS, precision="1 point", measure="alive_at_30_days")
    assert results.arms[1].versus_base["alive_at_30_days"].half_width <= 0.01


def test_a_study_that_is_stopped_tells_of_the_lives_done(
    small: homeward.Scenario, monkeypatch: pytest.MonkeyPatch
) -> None:
    crews: list[Crew] = []
    enter = Crew.__enter__
    monkeypatch.setattr(Crew, "__enter__", lambda crew: (crews.append(crew), enter(crew))[1])

    def stop_at_a_third(stage: str, done: int, total: int) -> None:
        crews[0].stopped = crews[0].stopped or done > total / 3

    results = homeward.study(small, replicates=3000, threads=1, progress=stop_at_a_third)
    assert results.partial
    assert results.to_json()["partial"] is True
    assert 1000 <= results.replicates < 3000
    assert results.base.to_json() == homeward.study(small, replicates=results.replicates).base.to_json()


def test_a_study_stopped_before_its_first_life_says_so(
    small: homeward.Scenario, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Crew, "_top_up", lambda *asked: False)
    with pytest.raises(Interrupted, match="before a single life was counted"):
        homeward.study(small, replicates=100)


def test_both_generators_tell_the_same_story(small: homeward.Scenario) -> None:
    one, other = (homeward.study(small, replicates=4000, rng=rng).base for rng in ("default", "philox"))
    here, there = one.measures["alive_at_30_days"], other.measures["alive_at_30_days"]
    assert here.mean != there.mean
    assert abs((here.mean or 0) - (there.mean or 0)) < 1.5 * (here.half_width + there.half_width)


def test_both_calendars_tell_exactly_the_same_story(small: homeward.Scenario) -> None:
    one, other = (homeward.study(small, replicates=300, calendar=calendar).base for calendar in ("queue", "heap"))
    assert one.to_json() == other.to_json()
