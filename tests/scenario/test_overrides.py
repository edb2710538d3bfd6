"""Arms and ad-hoc values: paths name what exists, values are validated, the rest stays as it was."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.errors import HomewardError
from homeward.scenario import ScenarioError, parse_set, read
from tests.scenario.files import a_file

pytestmark = pytest.mark.jitless

IZUMO = read("izumo")


def test_an_arm_changes_what_it_sets_and_nothing_else(tmp_path: Path) -> None:
    base = read(a_file(tmp_path))
    arm = base.with_arm("he hurries")
    assert arm.under == "he hurries"
    assert arm.plan.pace != base.plan.pace
    assert arm.person == base.person
    assert arm.wound == base.wound
    assert base.with_arm("as it was") == base
    assert base.with_arm("as it was").sha256 == base.sha256


def test_values_set_for_the_occasion_go_on_top_of_an_arm(tmp_path: Path) -> None:
    file = a_file(tmp_path)
    both = read(file, {"plan.bearers": 2}, arm="he hurries")
    assert (both.plan.bearers, both.plan.pace) == (2, read(file, arm="he hurries").plan.pace)
    assert both == read(file).with_arm("he hurries").with_sets({"plan.bearers": 2})


@pytest.mark.parametrize(
    ("path", "value", "what"),
    [
        ("person.Aki.mass", "80 kg", lambda s: s.person[0].mass.a == 80),
        ("person.0.mass", "80 kg", lambda s: s.person[0].mass.a == 80),
        ("person.Aki.mass.value", "80 kg", lambda s: s.person[0].mass.a == 80),
        ("wound.belly.bleeding.median", "90 mL/min", lambda s: s.wound[0].bleeding.a == 1.5),
        ("route.leg.the ford to the gate.length", "2 km", lambda s: s.route.leg[0].length.a == 2000),
        ("setting.step.range", "50 km", lambda s: s.setting.step.range.a == 50_000),
        (
            "setting.practice.tourniquet by medic.time",
            "1 min",
            lambda s: any(p.time.a == 60 for p in s.setting.practice),
        ),
        ("setting.bleeding.loss_sd.value", "5 %", lambda s: s.setting.bleeding.loss_sd.a == 0.05),
        ("plan.refuses_care", True, lambda s: s.plan.refuses_care),
        ("observed.Aki talks.until", "15 min", lambda s: s.observed[0].until == 900),
    ],
)
def test_paths_name_items_as_people_do(tmp_path: Path, path: str, value: Any, what: Any) -> None:
    assert what(read(a_file(tmp_path)).with_sets({path: value}))


@pytest.mark.parametrize(
    ("path", "value", "sentence"),
    [
        ("person.Aky.mass", "80 kg", "person.Aky.mass: there is no 'Aky', did you mean 'Aki'?"),
        ("person.Aki.mas", "80 kg", "there is no `mas` here, did you mean 'mass'?"),
        ("plan.pase", "steady", "there is no `pase` here, did you mean 'pace'?"),
        ("plan.pace.more", "steady", "there is nothing called 'more' within a single value"),
        ("nosuch.thing", 1, "there is no `nosuch` here"),
        ("relief.called", "5 min", "relief.ready: is missing"),
        ("plan.pace", "steady", "is 'steady' already, so this changes nothing"),
        ("person.Aki.mass", 80, "80 has no unit"),
    ],
)
def test_a_path_that_names_nothing_is_refused(tmp_path: Path, path: str, value: Any, sentence: str) -> None:
    with pytest.raises(ScenarioError) as error:
        read(a_file(tmp_path)).with_sets({path: value})
    assert sentence in str(error.value)


def test_an_arm_may_leave_the_quotes_out(tmp_path: Path) -> None:
    scenario = read(a_file(tmp_path, ('{ "plan.pace" =', "{ plan.pace =")))
    assert scenario.with_arm("he hurries") != scenario


def test_an_unknown_arm_says_which_there_are(tmp_path: Path) -> None:
    with pytest.raises(ScenarioError, match=r"there is no arm 'he hurris', did you mean 'he hurries'\?"):
        read(a_file(tmp_path), arm="he hurris")


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("plan.pace=steady", ("plan.pace", "steady")),
        ('person.Aki.mass="80 kg"', ("person.Aki.mass", "80 kg")),
        ("person.Aki.mass=80 kg", ("person.Aki.mass", "80 kg")),
        ("plan.bearers = 2", ("plan.bearers", 2)),
        ("person.Medic.present=true", ("person.Medic.present", True)),
        ("pursuit.lead={ low = '1 km', high = '2 km' }", ("pursuit.lead", {"low": "1 km", "high": "2 km"})),
    ],
)
def test_sets_are_read_as_typed(written: str, read_as: tuple[str, Any]) -> None:
    assert parse_set(written) == read_as


def test_a_set_without_a_value_is_refused() -> None:
    with pytest.raises(HomewardError, match="write path=value"):
        parse_set("plan.pace")


@settings(max_examples=40)
@given(st.text(max_size=12), st.text(max_size=12))
def test_no_path_whatever_ends_in_anything_but_a_sentence(path: str, value: str) -> None:
    try:
        IZUMO.with_sets({path: value})
    except ScenarioError as error:
        assert error.mistakes  # noqa: PT017 - either it is a scenario, or it says why not
