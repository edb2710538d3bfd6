"""Reviews of real lives: the laws of conditioning on what was seen, and the refusals."""

from pathlib import Path

import numpy as np
import pytest

import homeward
from homeward.errors import HomewardError
from homeward.results import review as reviewing
from homeward.run import replicate
from homeward.run.lower import lower
from homeward.run.replicate import Crew, copy_world, live
from tests.scenario.files import a_file

BLEEDS_LESS = {"wound.belly.bleeding": {"median": "20 mL/min", "spread": 0.5}}
SEEN_ALIVE = ('sign = "no pulse"', 'sign = "talks"')


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> homeward.Scenario:
    """He is seen to have no pulse between 20 and 40 minutes: the facts end in death."""
    return homeward.load(a_file(tmp_path_factory.mktemp("small")))


@pytest.fixture(scope="module")
def unseen(tmp_path_factory: pytest.TempPathFactory) -> homeward.Scenario:
    """The same incident, of which nothing was seen."""
    folder = tmp_path_factory.mktemp("unseen")
    text = Path(a_file(folder)).read_text(encoding="utf-8")
    file = folder / "unseen.toml"
    file.write_text(text[: text.index("[[observed]]")] + text[text.index("[[arm]]") :], encoding="utf-8")
    return homeward.load(str(file))


def test_an_alternative_that_changes_nothing_saves_exactly_nobody(small: homeward.Scenario) -> None:
    facts, same = homeward.review(small, sets={"title": "Another name for it"}, replicates=4000).arms
    assert same.saved is not None
    assert same.saved.n > 200
    assert same.saved.mean == same.necessary.mean == same.sufficient.mean == 0.0
    assert same.measures == facts.measures


def test_with_nothing_seen_a_review_is_a_comparison(unseen: homeward.Scenario) -> None:
    review = homeward.review(unseen, sets=BLEEDS_LESS, replicates=2000)
    compared = homeward.compare(unseen, sets=BLEEDS_LESS, replicates=2000)
    assert review.review is not None
    assert review.review.agreeing == 2000
    for reviewed, plain in zip(review.arms, compared.arms, strict=True):
        assert reviewed.measures == plain.measures
        assert reviewed.versus_base == plain.versus_base
        assert reviewed.causes == plain.causes


def test_saved_less_lost_is_what_a_comparison_gains(unseen: homeward.Scenario) -> None:
    arm = homeward.review(unseen, sets=BLEEDS_LESS, replicates=2000).arms[1]
    net = arm.saved.mean * arm.saved.n - arm.lost.mean * arm.lost.n
    assert net / 2000 == pytest.approx(arm.versus_base["alive_at_30_days"].difference)


def test_the_lives_that_agree_are_those_the_kernel_says_agree(small: homeward.Scenario) -> None:
    template = lower(small, seed=1)
    outcomes, fates = live(template, copy_world(template), np.arange(3000))
    agreeing = outcomes["agrees"] == 1
    review = homeward.review(small, replicates=3000, seed=1)
    assert review.review is not None
    assert review.review.agreeing == agreeing.sum()
    died_at_s = fates["dead_s"][agreeing][:, 0]
    assert ((died_at_s >= 0) & (died_at_s <= 40 * 60)).all()
    assert review.base.measures["minutes_to_death"].mean == pytest.approx(died_at_s.mean() / 60)


def test_each_observation_says_in_how_many_lives_it_holds(small: homeward.Scenario) -> None:
    template = lower(small, seed=1)
    outcomes, _ = live(template, copy_world(template), np.arange(3000))
    review = homeward.review(small, replicates=3000).review
    assert review is not None
    assert [seen.held for seen in review.observed] == [((outcomes["seen"] >> bit) & 1).mean() for bit in range(2)]
    assert [seen.sign for seen in review.observed] == ["talks", "no pulse"]


def test_facts_that_end_in_death_ask_who_is_saved(small: homeward.Scenario) -> None:
    review = homeward.review(small, sets=BLEEDS_LESS, replicates=4000)
    facts, arm = review.arms
    assert review.review is not None
    assert (review.review.ended, review.review.ended_share) == ("death", 1.0)
    assert facts.measures["alive_at_30_days"].mean == 0.0
    assert arm.saved.mean > 0.2
    assert arm.lost.n == 0
    assert arm.necessary.mean == arm.saved.mean == arm.measures["alive_at_30_days"].mean


def test_facts_that_end_in_life_ask_who_is_lost(tmp_path: Path) -> None:
    scenario = homeward.load(a_file(tmp_path, SEEN_ALIVE, ('from = "0 min"', 'from = "1 min"')))
    review = homeward.review(
        scenario, sets={"wound.belly.bleeding": {"median": "200 mL/min", "spread": 0.5}}, replicates=4000
    )
    assert review.review is not None
    assert review.review.ended == "life"
    arm = review.arms[1]
    assert arm.lost.mean > 0.2
    assert arm.necessary.mean == arm.lost.mean
    assert arm.sufficient.n > 0


def test_enough_lives_are_counted_by_hand_for_sufficient(small: homeward.Scenario) -> None:
    arm = homeward.review(small, sets=BLEEDS_LESS, replicates=3000).arms[1]
    fates = []
    for scenario in (small, small.with_sets(BLEEDS_LESS)):
        template = lower(scenario, seed=1)
        fates.append(live(template, copy_world(template), np.arange(3000))[1]["alive_30"][:, 0] == 1)
    facts, otherwise = fates
    assert arm.sufficient.n == otherwise.sum()
    assert arm.sufficient.mean == pytest.approx((otherwise & ~facts).sum() / otherwise.sum())


def test_the_picture_of_signs_is_of_a_life_that_agrees(small: homeward.Scenario) -> None:
    results = homeward.review(small, replicates=3000)
    assert results.timeline is not None
    template = lower(small, seed=1)
    number = np.asarray([results.timeline.replicate])
    assert live(template, copy_world(template), number)[0]["agrees"][0] == 1


def test_too_few_lives_that_agree_are_an_error_with_a_remedy(small: homeward.Scenario) -> None:
    with pytest.raises(HomewardError, match=r"of 500 lives agree .*\(--replicates \d+\), or widen the window"):
        homeward.review(small, replicates=500)


def test_a_review_is_the_same_however_it_is_cut(small: homeward.Scenario, monkeypatch: pytest.MonkeyPatch) -> None:
    told = []
    for threads, chunk in ((1, 4096), (2, 500)):
        monkeypatch.setattr(replicate, "CHUNK", chunk)
        results = homeward.review(small, replicates=4000, threads=threads)
        told.append({**results.to_json(), "wall_s": 0, "provenance": 0})
    assert told[0] == told[1]


def test_lives_cut_short_and_lives_lived_whole_agree_alike(
    small: homeward.Scenario, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = homeward.review(small, sets=BLEEDS_LESS, replicates=4000)
    monkeypatch.setattr(reviewing, "SUFFICIENCY_REPLICATES", 1500)
    mostly_cut_short = homeward.review(small, sets=BLEEDS_LESS, replicates=4000)
    assert mostly_cut_short.review.sufficiency_replicates == 1500
    assert mostly_cut_short.review.agreeing == whole.review.agreeing
    assert mostly_cut_short.timeline.replicate == whole.timeline.replicate
    for one, other in zip(mostly_cut_short.arms, whole.arms, strict=True):
        assert (one.saved, one.measures, one.people) == (other.saved, other.measures, other.people)
        assert one.sufficient.n < other.sufficient.n


def test_a_precision_is_that_of_the_widest_answer(small: homeward.Scenario) -> None:
    results = homeward.review(small, sets=BLEEDS_LESS, precision="3 points")
    assert results.arms[1].saved.half_width <= 0.03


def test_a_review_that_is_stopped_answers_from_the_lives_done(
    small: homeward.Scenario, monkeypatch: pytest.MonkeyPatch
) -> None:
    crews: list[Crew] = []
    enter = Crew.__enter__
    monkeypatch.setattr(Crew, "__enter__", lambda crew: (crews.append(crew), enter(crew))[1])

    def stop_after_a_while(stage: str, done: int, total: int) -> None:
        crews[0].stopped = crews[0].stopped or done > 5000

    results = homeward.review(small, replicates=50_000, progress=stop_after_a_while)
    assert results.partial
    assert 5000 < results.replicates < results.asked == 50_000
    whole = homeward.review(small, replicates=results.replicates)
    assert [arm.to_json() for arm in results.arms] == [arm.to_json() for arm in whole.arms]


def test_progress_runs_from_none_to_all_and_never_back(small: homeward.Scenario) -> None:
    told: list[tuple[str, int, int]] = []
    homeward.review(small, replicates=3000, progress=lambda *each: told.append(each))
    done = [each[1] for each in told]
    assert done == sorted(done)
    assert (done[0], done[-1]) == (0, 3000)
    assert {each[2] for each in told} == {3000}
