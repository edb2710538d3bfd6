"""Mistakes in a care network: each is told on its line with a remedy, and all of them at once."""

import tomllib
from copy import deepcopy
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.scenario import Mistake, ScenarioError, read
from homeward.scenario.read import EXAMPLES
from homeward.scenario.write import to_toml
from tests.scenario.network_files import TEXT, a_network
from tests.scenario.test_mistakes import JUNK, paths_of

pytestmark = pytest.mark.jitless

NURSE = 'skills = ["nursing"]\ncount = 2'


def mistakes_in(file: str) -> list[Mistake]:
    with pytest.raises(ScenarioError) as error:
        read(file)
    return error.value.mistakes


def test_the_small_network_is_in_order(tmp_path: Path) -> None:
    network = read(a_network(tmp_path))
    assert network.KIND == "network"
    assert list(network.remarks()) == []
    assert network.with_arm("a second wagon") != network


SPOILT = {
    "an unknown kind": (('"network"', '"netwrk"'), "kind", "there is no kind 'netwrk', did you mean 'network'?"),
    "an area without staff": (
        (f"{NURSE}", 'skills = ["cooking"]\ncount = 2'),
        "staff = {",
        "nobody has the skill 'nursing'",
    ),
    "a skill with a slip": (
        ("surgery = 1", "surgry = 1"),
        "surgry",
        "nobody has the skill 'surgry', did you mean 'surgery'",
    ),
    "a skill of another place": (
        ("staff = { aid = 1 }", "staff = { nursing = 1 }"),
        "nursing = 1 }",
        "nobody at 'post' has the skill 'nursing'; give it to somebody",
    ),
    "more hands than people": (
        ("nursing = 2", "nursing = 3"),
        "nursing = 3",
        "asks for 3 with 'nursing', and 'hospital' has 2",
    ),
    "two skills of one person": (
        ("surgery = 1, nursing = 2", '"ward round" = 1, surgery = 1'),
        "ward round",
        "asks for 2 with 'ward round' and 'surgery', and 'hospital' has 1",
    ),
    "turns that overlap": (('"Sat 08:00-12:00"', '"Fri 18:00-22:00"'), "turns", "overlap; nobody works twice at once"),
    "turns that overlap over Sunday": (('"Sat 08:00-12:00"', '"Sun 22:00-08:00"'), "turns", "overlap"),
    "a shift that is no time": (('"Sat 08:00-12:00"', '"Sat 8-12"'), "turns", "'Sat 8-12' is no turn of duty"),
    "a shift on no day": (('"Sat 08:00-12:00"', '"Sxt 08:00-12:00"'), "turns", "there is no day 'sxt'"),
    "a shift at 25 o'clock": (('"Sat 08:00-12:00"', '"Sat 08:00-25:00"'), "turns", "'25:00' is no time of day"),
    "an unknown shift": (
        ("count = 2", 'count = 2\nshift = "day"'),
        "shift",
        "there is no shift 'day', did you mean 'days'?",
    ),
    "shares above all": (('share = "80 %"', 'share = "90 %"'), "next", "the shares add up to 110 %; make it 100 %"),
    "shares below all": (('share = "20 %"', 'share = "10 %"'), "next", "the shares add up to 90 %"),
    "shares of one category above all": (
        ('{ to = "duty" }', '{ to = "duty", share = "50 %" }'),
        "next",
        "the shares add up to 150 % for T1",
    ),
    "conditions that do not add up": (('sprain = "70 %"', 'sprain = "60 %"'), "conditions", "add up to 90 %"),
    "categories that do not add up": (('T3 = "90 %"', 'T3 = "50 %"'), "category", "add up to 60 %"),
    "a category that is none": (('T3 = "90 %"', 'T5 = "90 %"'), "category", "there is no category 'T5'"),
    "a sequence that never ends": (
        ('next = [{ to = "home", share = "80 %" }, { to = "beyond", share = "20 %" }]', 'next = "operation"'),
        "next",
        "never ends: nobody gets out from here",
    ),
    "a way that never ends for some": (
        (
            '{ to = "home", share = "80 %" }, { to = "beyond", share = "20 %" }',
            '{ to = "home", share = { T1 = "0 %", T2 = "100 %", T3 = "100 %" } }, { to = "bed" }',
        ),
        "next",
        "never ends for T1",
    ),
    "a task nobody reaches": (('to = "operation"', 'to = "home"'), "[[task]]", "nobody reaches it"),
    "a way to nowhere": (('next = "bed"', 'next = "bad"'), "next", "there is no task 'bad', did you mean 'bed'?"),
    "a way without its facility": (
        (', at = "hospital", share', ", share"),
        "next",
        "'operation' is not done at 'post'; give the facility, `at = \"hospital\"`",
    ),
    "a way without a link": (
        ('from = "post"\nto', 'from = "hospital"\nto'),
        "next",
        "there is no link from 'post' to 'hospital'",
    ),
    "a link from nowhere": (
        ('from = "post"\nto', 'from = "pst"\nto'),
        "from",
        "there is no facility 'pst', did you mean 'post'?",
    ),
    "a link to itself": (('from = "post"\nto', 'from = "hospital"\nto'), "[[link]]", "leads nowhere"),
    "a link of nobody": (('fleet = "wagons"\n', ""), "[[link]]", "is driven or walked: give either"),
    "a fleet without a vehicle": (
        ('home = "hospital"\ncount = 1', 'home = "hospital"\ncount = 0'),
        "fleet",
        "'wagons' has no vehicle",
    ),
    "an evacuation without a policy": (
        ('name = "post"', 'name = "post"\nevacuate_to = "hospital"'),
        "[[facility]]",
        "`hold` and `evacuate_to` belong together",
    ),
    "negative stock": (("units = 4", "units = -4"), "units", "greater than or equal to 0"),
    "a store too full": (("units = 4", "units = 40"), "units", "the store holds 10, not 40"),
    "a delivery of nothing": (("restock = 2\n", ""), "[[stock]]", "`restock` and `restock_every` belong together"),
    "stock that never suffices": (
        ('stock = { blood = "as needed" }', "stock = { blood = 12 }\nwaits_for_stock = true"),
        "stock",
        "waits for 12 of 'blood', and there are never more than 10",
    ),
    "a bed that is shut": (
        ("beds = 1", "beds = 1\nclosed = 1"),
        "beds",
        "has no open bed, and 'operation' is done here",
    ),
    "an area of another place": (
        ('area = "ward"', 'area = "wrd"'),
        "area",
        "there is no area 'wrd', did you mean 'ward'?",
    ),
    "a machine that is not there": (
        ('facility = "hospital"\ncount = 1', 'facility = "post"\ncount = 1'),
        "equipment",
        "there is no equipment 'scanner' at 'hospital'",
    ),
    "two tasks of one name": (
        ('name = "bed"', 'name = "operation"'),
        "[[task]]",
        "there are two tasks called 'operation'",
    ),
    "a task called home": (('name = "bed"', 'name = "home"'), "name", "'home' is a way out of the network"),
    "patients who come twice": (
        ('rate = "4 /day"', 'rate = "4 /day"\ngap = "6 h"'),
        "[[arrival]]",
        "says twice how they come",
    ),
    "patients who do not come": (('rate = "4 /day"\n', ""), "[[arrival]]", "does not say how they come"),
    "a rate without a unit": (('rate = "4 /day"', "rate = 4"), "rate", "4 has no unit"),
    "patients who begin nowhere": (
        ('task = "first look"\nconditions', "conditions"),
        "conditions",
        "begins nowhere at 'post'",
    ),
    "an unknown condition": (
        ("{ bleeding =", "{ bleding ="),
        "conditions",
        "no condition 'bleding', did you mean 'bleeding'?",
    ),
    "an unknown key": (
        ("staff_leaves", "staff_leave"),
        "staff_leave",
        "there is no `staff_leave` here, did you mean 'staff_leaves'?",
    ),
    "thresholds upside down": (
        ('delayed_map = "80 mmHg"', 'delayed_map = "60 mmHg"'),
        "delayed_map",
        "must be at least `immediate_map`",
    ),
    "blood of no use": (('blood_unit = "9 %"\n', ""), "stock", "nothing says what a unit restores"),
    "a gap of nothing": (('rate = "4 /day"', 'gap = "0 min"'), "gap", "must be above zero"),
    "thinning of nothing": (
        ('rate = "4 /day"', 'rate = "4 /day"\nthinning = "rate at the last arrival"'),
        "thinning",
        "nothing is thinned",
    ),
    "a lognormal without variance": (
        ('{ exponential = { mean = "5 min" } }', '{ lognormal = { mean = "5 min" } }'),
        "time",
        "`lognormal` needs a table of exactly `mean` and `variance`",
    ),
    "an Erlang of half a stage": (
        ('{ exponential = { mean = "5 min" } }', '{ erlang = { mean = "5 min", stages = 1.5 } }'),
        "time",
        "`stages` is a whole number",
    ),
}


@pytest.mark.parametrize("what", SPOILT)
def test_each_mistake_is_told_on_its_line_with_a_remedy(tmp_path: Path, what: str) -> None:
    change, where, sentence = SPOILT[what]
    file = a_network(tmp_path, change)
    found = mistakes_in(file)
    told = [mistake for mistake in found if sentence in str(mistake)]
    assert told, [str(mistake) for mistake in found]
    lines = Path(file).read_text(encoding="utf-8").splitlines()
    assert any(where in lines[mistake.line - 1] for mistake in told), [str(mistake) for mistake in told]
    assert all(str(mistake).startswith(f"{file}:{mistake.line}: ") for mistake in told)


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    spoilt = (("units = 4", "units = 40"), ('next = "bed"', 'next = "bad"'), ("surgery = 1", "surgry = 1"))
    paths = {mistake.path for mistake in mistakes_in(a_network(tmp_path, *spoilt))}
    assert {"stock.blood.units", "task.operation.next.0.to", "task.operation.staff.surgry"} <= paths


def test_staff_who_never_meet_are_told(tmp_path: Path) -> None:
    nights = '\n[[shift]]\nname = "nights"\nturns = ["20:00-06:00"]\n'
    surgeon = 'skills = ["surgery", "ward round"]'
    change = ((NURSE, f'{NURSE}\nshift = "days"'), (surgeon, f'{surgeon}\nshift = "nights"'))
    told = [str(mistake) for mistake in mistakes_in(a_network(tmp_path, *change, more=nights))]
    assert any("'surgery' and 'nursing' are never on shift together at 'hospital'" in each for each in told), told


def test_a_fleet_that_stands_at_neither_end_is_told(tmp_path: Path) -> None:
    change = (('name = "wagons"\nhome = "hospital"', 'name = "wagons"\nhome = "depot"'),)
    told = [
        str(mistake) for mistake in mistakes_in(a_network(tmp_path, *change, more='\n[[facility]]\nname = "depot"\n'))
    ]
    assert any("'wagons' is at home at neither end of this link; it stands at 'depot'" in each for each in told), told


@pytest.mark.parametrize("key", ["divert_to", "evacuate_to"])
def test_facilities_that_hand_on_in_a_circle_are_told(tmp_path: Path, key: str) -> None:
    rest = "divert_above = 3" if key == "divert_to" else 'hold = "1 d"'
    change = (
        ('name = "post"', f'name = "post"\n{key} = "hospital"\n{rest}'),
        ('name = "hospital"', f'name = "hospital"\n{key} = "post"\n{rest}'),
    )
    told = [str(mistake) for mistake in mistakes_in(a_network(tmp_path, *change))]
    assert any("goes round in a circle: 'post' to 'hospital' to 'post'" in each for each in told), told


def test_a_setting_is_there_for_bodies_and_for_nobody_else(tmp_path: Path) -> None:
    assert read(a_network(tmp_path)).setting is not None
    assert read("mmc").setting is None


def test_hours_without_staff_are_said_and_not_forbidden(tmp_path: Path) -> None:
    network = read(a_network(tmp_path, (NURSE, f'{NURSE}\nshift = "days"')))
    said = [remark.message for remark in network.remarks()]
    assert any(
        "'operation' at 'hospital' waits" in each and "2 with 'nursing' are on duty then" in each for each in said
    ), said


def test_a_queue_that_grows_is_said_with_its_load_and_not_forbidden(tmp_path: Path) -> None:
    network = read(a_network(tmp_path, ('rate = "4 /day"', 'rate = "40 /day"')))
    said = [remark.message for remark in network.remarks()]
    assert any("'ward' (6) at 'hospital': load" in each and "the line grows" in each for each in said), said


@pytest.mark.parametrize(("servers", "load"), [(5, 0.9), (6, 0.75)])
def test_the_load_is_that_of_theory(servers: int, load: float) -> None:
    from homeward.model.network.load import loads_of

    network = read("mmc") if servers == 5 else read("mmc").with_sets({"staff.server.count": servers})
    assert loads_of(network)[0].load == pytest.approx(load)


def test_the_load_counts_every_way_to_a_station(tmp_path: Path) -> None:
    """Of 4 a day, 30 % bleed and wait as T3 for the look; from there 5 % of T3 and all of T2 go to the theatre."""
    from homeward.model.network.load import loads_of

    network = read(
        a_network(
            tmp_path, ('category = "from the body"\nbleeding = { median = "20 %/h", spread = 0.5 }', 'category = "T1"')
        )
    )
    loads = {load.path: load.load for load in loads_of(network)}
    per_day = 4 * (0.3 * 1.0 + 0.7 * (0.1 * 1.0 + 0.9 * 0.05))
    assert loads["area", 0, "beds"] == pytest.approx(per_day / 24)
    assert loads["area", 1, "beds"] == pytest.approx(per_day * 2 / 6)


ROLES = tomllib.loads((EXAMPLES / "role-1-2-3.toml").read_text(encoding="utf-8"))
SMALL = tomllib.loads(TEXT)


@settings(max_examples=60)
@given(
    st.one_of(*(st.tuples(st.just(whole), st.sampled_from(paths_of(whole)[1:])) for whole in (SMALL, ROLES))),
    st.sampled_from(JUNK),
)
def test_whatever_is_spoilt_the_answer_is_a_sentence(place: tuple[dict, tuple], junk: object) -> None:
    whole, path = place
    spoilt = deepcopy(whole)
    parent = spoilt
    for key in path[:-1]:
        parent = parent[key]
    parent[path[-1]] = junk
    with TemporaryDirectory() as folder:
        file = Path(folder) / "spoilt.toml"
        file.write_text(to_toml(spoilt), encoding="utf-8")
        try:
            read(file).remarks()
        except ScenarioError as error:
            assert all(mistake.message for mistake in error.mistakes)  # noqa: PT017 - it may be a network still


def test_a_list_whose_only_item_is_wrong_is_not_called_too_short() -> None:
    with pytest.raises(ScenarioError) as caught:
        read("mmc", {"facility.counter.colour": "red"})
    assert [mistake.path for mistake in caught.value.mistakes] == ["facility.counter.colour"]
