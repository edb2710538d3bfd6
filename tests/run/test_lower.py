"""Lowering: every field of the kernel's tables is set from a scenario, in the kernel's units."""

from functools import cache

import numpy as np
import pytest

from homeward.codes import Means, Mechanism, Shape, Sign, Skill, Status, Threat, Treatment
from homeward.errors import HomewardError
from homeward.kernel import tables
from homeward.kernel.tables import World
from homeward.model.scenario import MAX_OBSERVATIONS, MAX_PEOPLE
from homeward.run.lower import lower
from homeward.run.lower_people import PARTY_NAMES, name_key
from homeward.scenario import examples, read

pytestmark = pytest.mark.jitless

KERNELS_OWN = {
    "PERSON": "key helping touched_s compensated_ml zero_ml dim awareness awareness_s debt debt_limit threat "
    "threat_done threat_per_s impairment iss mechanism first_wound handled tourniquet_s wounded_s cp0_w cp_w power_w "
    "hold_per_s settled_s fast_j slow_j hold reserve reserve_spent spent_j arrived_s care_s dead_s dead_at_m cause "
    "collapsed_s "
    "limb_lost triage alive_on_arrival alive_30 arrival_blood arrival_map survival refused left_m niss blood_level "
    "load_known leg_known speed_known hold_known power_known",
    "WOUND": "next flow0_ml_s outer_ml_s inner_ml_s control control_inner clot_per_s refill impairment",
    "ORDER": "state",
}
"""Fields that the kernel alone moves during a life; every other must be settable from a file."""


@cache
def worlds_of_everything() -> list[World]:
    """Every arm of the shipped scenarios, and izumo with what none of them has."""
    scenarios = [scenario.with_arm(arm.name) for scenario in map(read, examples("incident")) for arm in scenario.arms]
    more = {"setting.exertion.energy_model": "pandolf", "person.Fourth.desertion": "40 %"}
    return [
        *map(lower, scenarios),
        lower(read("izumo", more)),
        lower(read("iruka", {"trap.at": "10 s"})),
        lower(read("izumo", {"observed.Izumo talks.throughout": True})),
    ]


@pytest.mark.parametrize("table", ["SETTING", "INCIDENT", "PERSON", "WOUND", "TREATMENT", "ORDER", "LEG", "OBSERVED"])
def test_every_field_comes_from_a_file(table: str) -> None:
    attribute = {"PERSON": "people", "OBSERVED": "observed", "SETTING": "setting", "INCIDENT": "incident"}
    rows = [getattr(world, attribute.get(table, f"{table.lower()}s")) for world in worlds_of_everything()]

    for field in set(getattr(tables, table).names) - set(KERNELS_OWN.get(table, "").split()):
        nothing = -1 if field.endswith("_dist") or field == "step_user" else 0
        assert any((row[field] != nothing).any() for row in rows), f"{table}.{field} is set by no shipped scenario"


def test_the_limits_of_the_model_are_those_of_the_tables() -> None:
    assert MAX_PEOPLE == tables.MAX_PEOPLE
    assert MAX_OBSERVATIONS <= 62, "observations are bits of a signed 64-bit word"
    assert len(PARTY_NAMES) == tables.PARTIES


def test_izumo_in_the_kernels_units() -> None:
    world = lower(read("izumo"))
    setting, incident, izumo, kotetsu = world.setting[0], world.incident[0], *world.people[:2]
    assert setting["map_normal_mmhg"] == 93
    assert setting["refill_flow_ml_s"] == pytest.approx(43 / 60)
    assert setting["knee_per_min"] == pytest.approx(0.5)
    assert setting["march_hours"] == pytest.approx(14)
    assert setting["stumble_per_km"] == pytest.approx(0.3)
    assert setting["triss"][Mechanism.PENETRATING] == pytest.approx([-2.5355, 0.9934, -0.0651, -1.1360])
    assert setting["hit_region"][-1] == setting["hit_ais"][-1] == 1.0
    assert setting["upright"].tolist() == [0, 1, 1, 0, 0]
    assert incident["way_m"] == 1600
    assert (incident["focus"], incident["carrier"], len(world.people)) == (0, 1, 4)
    assert (incident["relief_called_s"], incident["lift"], incident["step_user"]) == (-1, 0, -1)
    assert incident["means"] == Means.ON_THE_BACK
    assert izumo["blood0_ml"] == 66 * 70
    assert izumo["vo2max_w"] == pytest.approx(54 * 66 / 1000 * 349, rel=1e-6)
    assert kotetsu["wprime_j"] == pytest.approx(20_000 / 0.22)
    assert kotetsu["skill"] == Skill.TRAINED


def test_who_is_absent_keeps_his_row() -> None:
    base, medic = lower(read("izumo")), lower(read("izumo", arm="the medic lives"))
    assert base.people["name"].tolist() == medic.people["name"].tolist()
    assert base.people["status"].tolist() == [Status.WITH_TEAM, Status.WITH_TEAM, Status.GONE, Status.GONE]
    assert base.people["team0"].tolist() == [1, 1, 0, 0]
    assert medic.people["status"][2] == Status.WITH_TEAM


def test_names_of_draws_never_change() -> None:
    assert name_key("person", "Izumo") == 3710946731755708389, "stored results would no longer replay"
    keys = lower(read("izumo")).parties["name"].tolist() + lower(read("izumo")).people["name"].tolist()
    assert len(set(keys)) == len(keys)


def test_wounds_and_their_room() -> None:
    world = lower(read("izumo"), wound_capacity=10)
    chest = world.wounds[0]
    assert len(world.wounds) == 14
    assert world.clock[0]["wounds0"] == 4
    assert (chest["who"], chest["threat"], chest["ais"]) == (0, Threat.OPEN_CHEST, 4)
    assert world.dists[chest["threat_dist"]]["shape"] == Shape.WEIBULL
    assert world.dists[chest["flow_dist"]]["a"] == pytest.approx(1.0), "60 mL/min"
    assert world.wounds["flow_dist"][4:].tolist() == [-1] * 10


def test_treatments_say_who_can_do_them() -> None:
    table = lower(read("izumo")).treatments
    assert table[Treatment.NONE]["skill"] > max(Skill), "nobody can do nothing"
    assert table[Treatment.TOURNIQUET]["skill"] == Skill.NONE
    assert table[Treatment.TXA]["skill"] == Skill.MEDIC
    assert table[Treatment.TXA]["time_dist"][Skill.BUDDY] == -1
    assert table[Treatment.DECOMPRESSION]["threat"][Threat.TENSION] < 0.5
    assert table[Treatment.DECOMPRESSION]["threat"][Threat.NONE] == 1


def test_orders_come_in_two_stages() -> None:
    orders = lower(read("izumo", arm="a dressing and chest seal at once")).orders
    assert orders["stage"].tolist() == [0, 0, 1, 1, 1, 1, 1]
    assert orders["helper"].tolist() == [1, 1, -1, -1, -1, -1, -1]


def test_legs_join_up_and_fall_where_they_rose() -> None:
    down = lower(read("couloir")).legs
    assert down["start_m"][0] == 0
    assert down["start_m"][1:].tolist() == down["end_m"][:-1].tolist()
    assert (down["grade"] < 0).all()
    up = lower(read("couloir", {"route.from": "the road head", "route.to": "the foot of the fall"})).legs
    assert up["grade"].tolist() == pytest.approx((-down["grade"][::-1]).tolist())


def test_the_vehicle_waits_where_the_way_passes() -> None:
    incident = lower(read("couloir")).incident[0]
    assert incident["transport_at_m"] == pytest.approx(180 + 650 + 900 + 1100 + 2800)
    assert incident["transport_mps"] == pytest.approx(15 / 3.6)


def test_observations_are_bits_and_seconds() -> None:
    seen = lower(read("iruka")).observed
    assert Sign(int(seen["sign"][3])) == Sign.SURVIVED
    assert seen["throughout"].tolist() == [0, 0, 0, 0, 0, 0]
    assert seen["until_s"][3] == 30 * 86400


def test_nadler_when_the_height_is_known() -> None:
    anna = lower(read("couloir")).people[0]
    assert anna["blood0_ml"] == pytest.approx(1000 * (0.3561 * 1.68**3 + 0.03308 * 62 + 0.1833))


def test_equal_distributions_share_a_row_and_every_row_is_used() -> None:
    world = lower(read("izumo"))
    assert len(np.unique(world.dists)) == len(world.dists)
    named = [
        table[field].ravel()
        for table in (world.setting, world.incident, world.wounds, world.treatments)
        for field in table.dtype.names
        if field.endswith("_dist")
    ]
    assert set(np.concatenate(named).tolist()) - {-1} == set(range(len(world.dists)))


def test_measured_values_become_quantiles() -> None:
    world = lower(read("izumo", {"relief.ready": {"empirical": ["3 min", "9 min", "5 min"]}}))
    row = world.dists[world.incident[0]["relief_ready_dist"]]
    first, many = int(row["a"]), int(row["b"])
    assert world.quantiles[first : first + many].tolist() == [180, 300, 540]


def test_missing_parts_are_none() -> None:
    world = lower(read("couloir"))
    incident, setting = world.incident[0], world.setting[0]
    assert (incident["trap"], incident["attackers"], incident["pursuers"]) == (0, 0, 0)
    assert incident["trap_reaction_dist"] == incident["lead_dist"] == -1
    assert (setting["step_range_m"], setting["step_cost_dist"]) == (0, -1)


@pytest.mark.parametrize("seed", [-1, 2**64])
def test_a_seed_out_of_bounds_is_refused(seed: int) -> None:
    with pytest.raises(HomewardError, match="give a whole number from 0"):
        lower(read("izumo"), seed=seed)
