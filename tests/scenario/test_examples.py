"""The shipped scenarios: they are whole, their arms are those that were promised, every number is accounted for."""

import pytest

from homeward.model.scenario import AS_IT_WAS
from homeward.scenario import examples, read, shipped_settings, unfounded
from homeward.scenario.read import EXAMPLES

pytestmark = pytest.mark.jitless

PROMISED = {
    "izumo": [
        "as it was",
        "the medic lives",
        "the fourth stays and carries",
        "a dressing and chest seal at once",
        "a tourniquet and packing where they apply",
        "call the gate, medics meet them half way",
        "he never stops to rest",
        "a steady pace",
        "he is left behind and a party is sent",
        "one step of God's Step",
    ],
    "iruka": [
        "as it was",
        "carried on foot by three",
        "one step, then on foot",
        "two steps, then on foot",
        "tourniquet first, then steps",
        "wait for a medic",
        "the trap is found (search in pairs)",
    ],
    "couloir": ["as it was", "the helicopter is called at once", "no signal until the hut"],
}


NETWORKS = {
    "priority-and-loss": ["as it was", "the urgent interrupt", "in order of arrival", "a seventh line"],
    "role-1-2-3": [
        "as it was",
        "two more ambulances",
        "one more surgeon",
        "hold one day",
        "blood at the aid posts",
        "twice as many wounded",
    ],
    "mmc": ["as it was", "a sixth server", "times that never vary", "two stages", "who waits three minutes leaves"],
    "treatment-centre": ["as it was", "one more examiner", "a second cubicle", "as often published"],
    "village-hospital": ["as it was", "one surgeon by day", "one more theatre"],
}
ORGANISATIONS = {
    "iruka-whole": [
        "as it was",
        "paperwork not held back",
        "no visit by his pupils",
        "no carer",
        "no prosthesis",
        "no letter",
        "not watched",
        "watched within reach",
    ],
    "izumo-after": ["as it was", "he accepts care at once", "the gate is called", "nobody visits"],
    "village-year": [
        "as it was",
        "teachers stay at home",
        "one more surgeon",
        "a medic in every team",
        "gate party on call",
        "two days of rest",
    ],
}
SHIPPED = {**PROMISED, **NETWORKS, **ORGANISATIONS}


def test_these_incidents_and_two_settings_are_shipped() -> None:
    assert examples("incident") == sorted(PROMISED)
    assert {"village", "alpine"} <= set(shipped_settings())


def test_these_networks_are_shipped() -> None:
    assert examples("network") == sorted(NETWORKS)


def test_these_organisations_are_shipped() -> None:
    assert examples("organisation") == sorted(ORGANISATIONS)


@pytest.mark.parametrize("name", SHIPPED)
def test_every_promised_arm_is_there(name: str) -> None:
    assert set(SHIPPED[name]) <= {arm.name for arm in read(name).arms}
    assert read(name).arms[0].name == AS_IT_WAS


INSIDE = sorted(str(file) for file in (EXAMPLES / "inside").glob("*.toml"))


@pytest.mark.parametrize("name", [*SHIPPED, *INSIDE])
def test_every_number_has_a_source_or_is_an_assumption_with_a_range(name: str) -> None:
    scenario = read(name)
    for arm in scenario.arms:
        assert unfounded(scenario.with_arm(arm.name)) == []


@pytest.mark.parametrize("name", PROMISED)
def test_every_arm_differs_from_the_base_and_keeps_its_people(name: str) -> None:
    base = read(name)
    for arm in base.arms[1:]:
        other = base.with_arm(arm.name)
        assert other != base
        assert other.sha256 != base.sha256
        assert other.names == base.names, "indices and draws must be the same in every arm"
        assert [wound.name for wound in other.wound] == [wound.name for wound in base.wound]


def test_the_facts_of_both_stories_are_held_by_entries() -> None:
    assert len(read("izumo").fact) >= 20
    assert len(read("iruka").fact) >= 25


def test_izumo_is_as_the_account_has_it() -> None:
    izumo = read("izumo")
    people = {person.name: person for person in izumo.person}
    assert not people["Medic"].present
    assert not people["Fourth"].present
    assert izumo.plan.first_aid == ()
    assert izumo.plan.refuses_care
    minutes = izumo.route.leg[0].length.a / (4.8 / 3.6) / 60
    assert minutes == pytest.approx(20)


def test_iruka_needs_three_steps_and_no_more() -> None:
    iruka = read("iruka")
    step = iruka.setting.step
    assert step is not None
    metres = sum(leg.length.a for leg in iruka.route.leg)
    assert 2 * step.range.a < metres <= 3 * step.range.a
    assert iruka.trap is not None
    assert iruka.trap.warning.a == 0.5
