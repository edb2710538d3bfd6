"""The cohorts, with fewer lives than `homeward validate` takes: signs and orders of magnitude."""

import numpy as np
import pytest

from homeward.scenario import read
from homeward.validation import lethal_loss, surgery_delay, tourniquet, tranexamic
from homeward.validation.cohort import FOLDER, cohort


def test_about_half_die_below_the_lethal_loss_and_all_beyond_it() -> None:
    assert 35 <= lethal_loss.deaths_percent(0.41, 0.53, 150) <= 65
    assert lethal_loss.deaths_percent(0.53, 0.58, 150) >= 93


def test_a_tourniquet_saves_before_shock_and_seldom_after_it() -> None:
    field, hospital = (tourniquet.treated_after(minutes, 600) for minutes in tourniquet.PATIENTS)
    assert tourniquet.pooled(field, hospital, shock=False) > 92
    assert tourniquet.pooled(field, hospital, shock=True) < 35
    everybody = [group.survival(np.ones(len(group.shock), bool)) for group in (field, hospital)]
    assert everybody[0] > everybody[1]


def test_nobody_exsanguinates_and_lives_without_a_tourniquet() -> None:
    assert tourniquet.exsanguinating_deaths(300) >= 99


def test_tranexamic_acid_helps_early_and_harms_late() -> None:
    deaths = tranexamic.deaths_by_minute(20_000)
    risks = [given / without for given, without in deaths.values()]
    assert risks[0] < risks[1] < 0.9
    assert risks[2] > 1.1


def test_each_minute_before_surgery_costs_lives() -> None:
    deaths = surgery_delay.deaths_percent(1500)
    assert (np.diff(deaths) > 0).all()


def test_who_reaches_hospital_hypotensive_arrived_alive_and_low() -> None:
    people, low = surgery_delay.hypotensive(300)
    fates = people.live(low)
    assert (fates["alive_on_arrival"] == 1).all()
    assert (fates["arrival_blood"] < 0.75).all()


@pytest.mark.parametrize("field", ["debt_death", "table_map"])
def test_the_hospital_that_is_validated_counts_shock_as_the_shipped_ones_do(field: str) -> None:
    validated = getattr(read(FOLDER / "torso.toml").setting.arrival, field)
    for name in ("izumo", "couloir"):
        assert getattr(read(name).setting.arrival, field) == validated


def test_the_same_lives_are_lived_whoever_watches() -> None:
    people = cohort("torso")
    assert (people.live(range(50)) == people.live(range(50))).all()
    assert (cohort("torso").live([49])[0] == people.live(range(50))[49]).all()
