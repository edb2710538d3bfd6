"""What goes out: the schema, the list of assumptions, the resolved scenario, and the three commands' answers."""

import json
from pathlib import Path
from typing import Any

import pytest

from homeward.cli.assumptions import assumptions
from homeward.cli.check import check
from homeward.cli.schema import schema as schema_command
from homeward.errors import HomewardError
from homeward.scenario import examples, read, write
from homeward.scenario.kinds import KINDS
from homeward.scenario.schema import schema, schema_text
from tests.scenario.files import a_file

pytestmark = pytest.mark.jitless

SHIPPED = Path(read.__code__.co_filename).with_name("incident.schema.json")


@pytest.mark.parametrize("kind", ["incident", "network", "organisation"])
def test_the_shipped_schema_is_up_to_date(kind: str) -> None:
    file = SHIPPED.with_name(f"{kind}.schema.json")
    remedy = f"write it anew: homeward schema --kind {kind} --out {file}"
    assert file.read_text(encoding="utf-8") == schema_text(KINDS[kind]), remedy


def refs_in(value: Any) -> set[str]:
    if isinstance(value, dict):
        own = {value["$ref"]} if "$ref" in value else set()
        return own.union(*map(refs_in, value.values()))
    return set().union(*map(refs_in, value)) if isinstance(value, list) else set()


@pytest.mark.parametrize("kind", ["incident", "network", "organisation"])
def test_every_reference_of_a_schema_leads_somewhere(kind: str) -> None:
    whole = schema(KINDS[kind])
    assert refs_in(whole) == {f"#/$defs/{name}" for name in whole["$defs"]}
    assert "x-quantity" not in schema_text(KINDS[kind])
    own = {"incident": {"person", "route", "wound", "observed"}, "network": {"facility", "task", "arrival", "run"}}
    own["organisation"] = {"member", "cohort", "mission", "duty", "facility", "run"}
    assert {"name", "arm", "setting", "csv", *own[kind]} <= set(whole["properties"])


def test_defaults_are_written_as_one_would_write_them() -> None:
    definitions = schema()["$defs"]
    plan, leg, relief = (definitions[name]["properties"] for name in ("Plan", "Leg", "Relief"))
    assert (plan["pace"]["default"], plan["means"]["default"]) == ("hurry and rest", "on the back")
    assert relief["skill"]["default"] == "medic"
    assert leg["climb"]["default"] == "0 m"
    assert schema()["properties"]["plan"]["default"]["evacuation"] == "carry"


@pytest.mark.parametrize("name", examples())
def test_a_resolved_scenario_written_out_reads_back_the_same(tmp_path: Path, name: str) -> None:
    scenario = read(name)
    file = tmp_path / "resolved.toml"
    file.write_text(write(scenario), encoding="utf-8")
    again = read(file)
    assert again == scenario
    assert again.sha256 == scenario.sha256


@pytest.mark.parametrize("name", examples())
def test_an_arm_written_out_is_a_base_of_its_own(tmp_path: Path, name: str) -> None:
    scenario = read(name)
    scenario = scenario.with_arm(scenario.arms[-1].name)
    file = tmp_path / "resolved.toml"
    file.write_text(write(scenario), encoding="utf-8")
    again = read(file)
    assert len(again.arms) == 1
    assert again == scenario.model_copy(update={"arm": (), "observed": (), "fact": ()})


def test_assumptions_are_listed_with_line_range_and_key() -> None:
    scenario = read("izumo")
    found = {assumption.path: assumption for assumption in scenario.assumptions()}
    lead = found["pursuit.lead"]
    assert lead.range == ("400 m", "2500 m")
    assert lead.key == "pursuit.lead.median"
    assert lead.file == "examples/izumo.toml"
    swap = found["setting.carrying.swap"]
    assert swap.file == "settings/human/exertion.toml"
    assert all(assumption.range and assumption.line > 0 for assumption in found.values())


def test_every_assumption_can_be_moved_to_both_ends_of_its_range() -> None:
    scenario = read("izumo")
    for assumption in scenario.assumptions()[::9]:
        assert assumption.range is not None
        for end in assumption.range:
            if str(end) not in assumption.value:
                assert scenario.with_sets({assumption.key: end}) != scenario, assumption.key


def test_check_says_what_is_in_a_scenario(capsys: pytest.CaptureFixture[str]) -> None:
    assert check("izumo") == 0
    said = capsys.readouterr().out
    for words in (
        "OK: izumo",
        "4, 2 of them present",
        "1.6 km from where it happened to the gate",
        "arms",
        "assumptions",
    ):
        assert words in said


def test_check_counts_numbers_that_nothing_stands_behind(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(a_file(tmp_path)) == 0
    assert "without source, or assumption and range: person.Aki.age" in capsys.readouterr().out


def test_check_tells_every_mistake_and_exits_with_two(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = a_file(tmp_path, ('mass = "66 kg"', "mass = 66"), ('"steady"', '"stedy"'))
    assert check(file) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count(f"{file}:") == 3
    assert "2 mistakes" in said.err
    assert check(file, json_output=True) == 2
    answer = json.loads(capsys.readouterr().out)
    assert [mistake["path"] for mistake in answer["mistakes"]] == ["person.Aki.mass", "plan.pace"]
    assert not answer["ok"]


def test_assumptions_are_printed_and_dumped(capsys: pytest.CaptureFixture[str]) -> None:
    assert assumptions("izumo") == 0
    assert "pursuit.lead" in capsys.readouterr().out
    assert assumptions("izumo", json_output=True) == 0
    first = json.loads(capsys.readouterr().out)[0]
    assert set(first) == {"path", "value", "range", "why", "key", "file", "line"}


def test_the_schema_is_printed_or_written_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert schema_command() == 0
    assert capsys.readouterr().out == schema_text()
    assert schema_command(tmp_path / "s.json") == 0
    assert (tmp_path / "s.json").read_text(encoding="utf-8") == schema_text()
    with pytest.raises(HomewardError, match="cannot write"):
        schema_command(tmp_path / "nowhere" / "s.json")
    assert [file.name for file in tmp_path.iterdir()] == ["s.json"]
