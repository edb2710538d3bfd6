"""The published figures that need few lives: all of them hold, and they would not if our numbers were others."""

from importlib import import_module

import pytest

from homeward.scenario import read
from homeward.validation import FAIL, ITEMS, leg_bleed, lethal_loss, litter, reserve, survival_score, tranexamic
from homeward.validation.cohort import FOLDER, Cohort, cohort, number

LONG = {"lethal_loss", "tourniquet", "tranexamic", "surgery_delay", "queues", "queues_arrivals"}
OF_THE_YEAR = ("minds", "return_to_duty", "walking_home")
QUICK = [name for name in ITEMS if name not in LONG and name not in OF_THE_YEAR]


@pytest.mark.parametrize("name", QUICK)
def test_every_published_figure_holds(name: str) -> None:
    figures = import_module(f"homeward.validation.{name}").figures()
    assert figures
    assert [f"{figure.item}: {figure.ours}" for figure in figures if figure.verdict == FAIL] == []


@pytest.mark.slow
@pytest.mark.parametrize("name", OF_THE_YEAR)
def test_every_published_figure_of_the_way_back_holds(name: str) -> None:
    test_every_published_figure_holds(name)


def test_every_module_of_an_item_is_in_the_table() -> None:
    package = FOLDER.parent
    modules = {file.stem for file in package.glob("*.py") if "def figures(" in file.read_text(encoding="utf-8")}
    assert modules == set(ITEMS)


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.toml")), ids=lambda file: file.stem)
def test_a_cohort_is_a_sound_scenario_of_whose_numbers_all_say_where_they_are_from(file) -> None:
    from homeward.scenario import unfounded

    assert unfounded(read(file)) == []


def test_a_body_that_refills_nothing_misses_the_published_volumes(monkeypatch: pytest.MonkeyPatch) -> None:
    rigid = {**leg_bleed.STANDARD_BODY, "setting.bleeding.refill_share": number("0 %")}
    monkeypatch.setattr(leg_bleed, "STANDARD_BODY", rigid)
    assert any(figure.verdict == FAIL for figure in leg_bleed.figures())


def test_tranexamic_acid_keeps_blood_in_the_body() -> None:
    untreated, treated = leg_bleed.volumes(treated=False), leg_bleed.volumes(treated=True)
    assert (treated[1:] > untreated[1:]).all()


def test_a_wrong_code_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(survival_score, "COMA", ((15, 3), (12, 3)))
    assert survival_score.wrong_codes() == 1


def test_a_harness_holds_longer_than_hands_and_four_longer_than_two() -> None:
    world = cohort("limb").template
    assert litter.held_min(world, 2) < litter.held_min(world, 4) < litter.held_min(world, 2, litter.STEADYING)


def test_all_of_the_reserve_comes_back_in_time() -> None:
    assert reserve.recovered_percent(0.0) == pytest.approx(0.0)
    assert reserve.recovered_percent(600.0) == pytest.approx(100.0, abs=0.01)


def test_the_placebo_arm_of_a_drug_that_does_nothing_is_the_treated_arm(monkeypatch: pytest.MonkeyPatch) -> None:
    nothing = {f"setting.first_aid.{name}": number("0 %") for name in ("txa_early", "txa_late", "txa_harm")}
    monkeypatch.setattr(tranexamic, "SLOW_BLEED", {**tranexamic.SLOW_BLEED, **nothing})
    assert all(given == without for given, without in tranexamic.deaths_by_minute(500).values())


def test_a_dog_bled_less_than_any_body_heeds_lives_and_one_bled_dry_dies() -> None:
    dogs: Cohort = lethal_loss.bled_dogs()
    assert not any(lethal_loss.dies(dogs, replicate, 0.10) for replicate in range(20))
    assert all(lethal_loss.dies(dogs, replicate, 0.75) for replicate in range(20))
