"""An organisation as tables: everybody has a row and a name, and one more of them changes nobody else."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.codes import DutyStatus, Shape, Term, Work
from homeward.model.organisation.organisation import Organisation
from homeward.model.quantity import Quantity
from homeward.run.lower_organisation import Lowered, lower_organisation
from homeward.run.lower_organisation_ties import jump
from homeward.run.lower_people import name_key
from homeward.run.made_up import keys_of, made_up, uniforms
from homeward.scenario import examples, read
from tests.scenario.organisations import an_organisation

pytestmark = pytest.mark.jitless

DAY_S = 86_400


def lowered(folder: Path, *changes: tuple[str, str], arm: str | None = None) -> Lowered:
    organisation = read(an_organisation(folder, *changes), arm=arm)
    assert isinstance(organisation, Organisation)
    return lower_organisation(organisation)


def of(table: np.ndarray, row: int, *fields: str) -> list[Any]:
    return [table[row][field].item() for field in fields]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Lowered:
    return lowered(tmp_path_factory.mktemp("small"))


def test_everybody_has_a_row_and_a_name(small: Lowered) -> None:
    names = list(small.roster.members)
    assert names == ["Aki", "Ben", "Dai", *(f"guard {n}" for n in range(1, 13))]
    assert [small.roster.row_of(name) for name in names] == list(range(15))
    assert small.roster.members[-1] == "guard 12"
    with pytest.raises(IndexError):
        small.roster.members[15]
    assert small.follow == (0,)
    assert len(small.world.members) == len(small.world.physique) == len(small.world.recoveries) == 15


def test_members_serve_where_the_file_says(small: Lowered) -> None:
    assert of(small.world.members, 0, "serves", "status") == [Work.ACADEMY, DutyStatus.AVAILABLE]
    assert small.ranks[of(small.world.members, 1, "rank")[0]] == "jounin"
    assert of(small.world.members, 1, "skills", "qualified_until_s") == [1, 20 * DAY_S]
    assert set(small.world.members["serves"][3:].tolist()) == {Work.GATE}


def test_whoever_is_hurt_before_it_begins_is_convalescent_since_then(small: Lowered) -> None:
    assert of(small.world.members, 2, "status") == [DutyStatus.CONVALESCENT]
    assert of(small.world.service, 2, "iss", "wounded_s") == [9, -5 * DAY_S]
    hurt = small.world.service["iss"] > 0
    assert (small.world.members["status"][hurt] == DutyStatus.CONVALESCENT).all()
    assert (small.world.recoveries["began_s"][hurt] < -1).all()
    assert (small.world.recoveries["began_s"][~hurt] == -1).all()


def test_what_a_member_brings_into_an_incident_is_what_an_incident_reckons(small: Lowered) -> None:
    aki = small.world.physique[0]
    in_the_incident = small.incidents[0].people[0]
    assert aki["name"] == in_the_incident["name"] == name_key("person", "Aki")
    for field in ("mass_kg", "age_y", "blood0_ml", "vo2max_w", "wprime_j", "grip_kg", "skill", "exposure"):
        assert aki[field] == in_the_incident[field], field


def test_incidents_end_at_the_hospital_door(small: Lowered) -> None:
    assert small.incident_names == ("at the ford",)
    assert small.incidents[0].clock[0]["hand_over"] == 1


def test_a_term_comes_back_every_year(tmp_path: Path) -> None:
    terms = lowered(tmp_path, ('length = "40 d"', 'length = "800 d"')).world.terms
    autumns = terms[terms["kind"] == Term.ACADEMY]
    assert (autumns["from_s"] // DAY_S).tolist() == [31, 396, 761]
    assert set((autumns["until_s"] - autumns["from_s"]) // DAY_S) == {322}


def test_leave_and_exams_and_missions_stand_in_their_tables(small: Lowered) -> None:
    leave = small.world.terms[small.world.terms["kind"] == Term.LEAVE][0]
    assert (leave["who"], leave["from_s"], leave["until_s"]) == (1, 3 * DAY_S, 5 * DAY_S)
    assert of(small.world.exams, 0, "at_s", "enter_s") == [19 * DAY_S, 9 * DAY_S]
    patrol = small.world.mission_types[0]
    gap = small.world.dists[patrol["gap_dist"]]
    assert (gap["shape"], gap["a"]) == (Shape.EXPONENTIAL, pytest.approx(5 * DAY_S))
    assert (patrol["skills"], patrol["incident"], patrol["named"].tolist()) == (1, 0, [-1] * 8)


def test_whoever_an_arm_leaves_out_keeps_his_row(tmp_path: Path, small: Lowered) -> None:
    without = lowered(tmp_path, ('mass = "55 kg"', 'mass = "55 kg"\npresent = false'))
    assert list(without.roster.members) == list(small.roster.members)
    assert of(without.world.members, 2, "status") == [DutyStatus.ABSENT]
    assert (without.world.physique == small.world.physique).all()


def test_every_tie_is_answered(small: Lowered) -> None:
    ties, minds = small.world.ties, small.world.minds
    whose = np.repeat(np.arange(len(minds)), minds["ties"])
    pairs = set(zip(whose.tolist(), ties["to"].tolist(), strict=True))
    assert (0, 1) in pairs
    assert pairs == {(to, who) for who, to in pairs}
    assert all(who != to for who, to in pairs)
    assert minds["ties0"][0] == 0


def test_one_more_of_a_cohort_changes_nobody_else(tmp_path: Path, small: Lowered) -> None:
    more = lowered(tmp_path, arm="two more guards").roster
    assert len(more) == len(small.roster) + 2
    for name, column in small.roster.columns.items():
        assert (more.columns[name][: len(column)] == column).all(), name


@given(count=st.integers(1, 200), more=st.integers(1, 50))
@settings(max_examples=20)
def test_what_is_made_up_of_somebody_depends_on_his_name_alone(count: int, more: int) -> None:
    age = Quantity(Shape.LOGNORMAL, 25.0, 0.2, low=10.0, high=60.0)
    few, many = keys_of("guard", count), keys_of("guard", count + more)
    assert (made_up(few, "age", age) == made_up(many, "age", age)[:count]).all()
    assert (uniforms(few, "age") != uniforms(few, "mass")).any()
    assert len(set(keys_of("guard", count).tolist()) & set(keys_of("clerk", count).tolist())) == 0


@given(key=st.integers(0, 2**64 - 1), places=st.integers(1, 500))
def test_one_more_place_moves_a_key_to_it_or_not_at_all(key: int, places: int) -> None:
    here, there = jump(key, places), jump(key, places + 1)
    assert 0 <= here < places
    assert there in (here, places)


@pytest.mark.parametrize("shape", [Shape.CONSTANT, Shape.UNIFORM, Shape.TRIANGULAR, Shape.LOGNORMAL, Shape.NORMAL])
def test_what_is_made_up_has_the_distribution_that_was_asked_for(shape: Shape) -> None:
    from homeward.kernel.shapes import quantile
    from homeward.kernel.tables import DIST

    quantity = Quantity(shape, 2.0, 3.0, 4.0, low=-100.0, high=100.0)
    keys = keys_of("guard", 50)
    row = np.array([(shape, 2.0, 3.0, 4.0, -100.0, 100.0)], DIST)[0]
    kernel = [quantile(row, np.zeros(1), p) for p in uniforms(keys, "x").tolist()]
    np.testing.assert_allclose(made_up(keys, "x", quantity), kernel, rtol=1e-12)


def differs(one: Any, other: Any) -> bool:
    return any(not np.array_equal(a, b) for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("name", examples("organisation"))
def test_every_arm_of_a_shipped_organisation_changes_what_is_lived(name: str) -> None:
    base = read(name)
    assert isinstance(base, Organisation)
    as_it_was = lower_organisation(base)
    for arm in base.arms[1:]:
        other = lower_organisation(base.with_arm(arm.name))
        worlds = [(as_it_was.world, other.world), *zip(as_it_was.incidents, other.incidents, strict=True)]
        assert any(differs(one, its) for one, its in worlds), arm.name
        assert list(other.roster.members) == list(as_it_was.roster.members)
