"""Settings and CSV tables: laid over each other, and read with their own lines."""

from pathlib import Path

import pytest

from homeward.scenario import ScenarioError, read
from tests.scenario.files import a_file

pytestmark = pytest.mark.jitless

LEG = '[[route.leg]]\nfrom = "the ford"\nto = "the gate"\nlength = "1 km"\nground = "path"\n'
FROM_CSV = ((LEG, ""), ('carrier = "Ben"', 'carrier = "Ben"\ncsv = { "route.leg" = "way.csv" }'))
PLACE = '\n[[place]]\nname = "the mill"\n'


def a_way(folder: Path, rows: str) -> None:
    (folder / "way.csv").write_text(rows, encoding="utf-8")


def test_legs_come_from_csv(tmp_path: Path) -> None:
    rows = "from,to,length.value,length.range,climb,ground\n"
    rows += "the ford,the mill,600 m,500 m to 700 m,-30 m,path\nthe mill,the gate,400 m,,,path\n"
    a_way(tmp_path, rows)
    scenario = read(a_file(tmp_path, *FROM_CSV, more=PLACE))
    assert [leg.length.a for leg in scenario.route.leg] == [600, 400]
    assert scenario.route.leg[0].length.range == (500, 700)
    assert scenario.route.leg[0].climb.a == -30
    assert scenario.route.leg[1].climb.a == 0


def test_a_mistake_in_csv_is_told_on_its_own_line(tmp_path: Path) -> None:
    a_way(tmp_path, "from,to,length,ground\nthe ford,the gate,1 km,path\nthe ford,the mill,5 min,path\n")
    with pytest.raises(ScenarioError) as error:
        read(a_file(tmp_path, *FROM_CSV, more=PLACE))
    (told,) = error.value.mistakes
    assert (told.file, told.line) == (str(tmp_path / "way.csv"), 3)
    assert told.path == "route.leg.the ford to the mill.length"


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (None, "there is no file"),
        ("from,to,length,ground\nthe ford,the gate,1 km,path,more\n", "has more cells than the header"),
        ("from,to,lenght,ground\nthe ford,the gate,1 km,path\n", "no `lenght` here, did you mean 'length'?"),
    ],
)
def test_bad_csv_is_told(tmp_path: Path, rows: str | None, sentence: str) -> None:
    if rows is not None:
        a_way(tmp_path, rows)
    with pytest.raises(ScenarioError) as error:
        read(a_file(tmp_path, *FROM_CSV))
    assert sentence in str(error.value)


ADJUSTED = (
    '[setting]\nfrom = "village"\n[setting.step]\nrange = "55 km"\n[[setting.rank]]\nname = "genin"\ngrip = "33 kg"\n'
)


def test_an_incident_may_adjust_its_setting(tmp_path: Path) -> None:
    plain = read(a_file(tmp_path))
    adjusted = read(a_file(tmp_path, ('setting = "village"\n', ""), more="\n" + ADJUSTED))
    assert adjusted.setting.step is not None
    assert adjusted.setting.step.range.a == 55_000
    assert adjusted.setting.step.cost == plain.setting.step.cost  # type: ignore[union-attr]
    genin = next(rank for rank in adjusted.setting.rank if rank.name == "genin")
    assert genin.grip is not None
    assert genin.grip.a == 33
    assert len(adjusted.setting.rank) == len(plain.setting.rank)
    assert adjusted.setting.bleeding == plain.setting.bleeding


def test_a_setting_of_ones_own_may_build_on_a_shipped_one(tmp_path: Path) -> None:
    folder = tmp_path / "harbour"
    folder.mkdir()
    own = (
        'builds_on = "village"\nname = "harbour"\ntitle = "Port"\n[carrying]\nswap = { low = "20 s", high = "60 s" }\n'
    )
    (folder / "setting.toml").write_text(own, encoding="utf-8")
    with pytest.raises(ScenarioError) as error:
        read(a_file(tmp_path, ('"village"', '"harbour"')))
    assert "harbour/setting.toml:5: setting.carrying.swap: this number is the same in every life" in str(error.value)
    (folder / "setting.toml").write_text(own.replace('{ low = "20 s", high = "60 s" }', '"20 s"'), encoding="utf-8")
    scenario = read(a_file(tmp_path, ('"village"', '"harbour"')))
    assert (scenario.setting.name, scenario.setting.carrying.swap.a) == ("harbour", 20)


def test_a_setting_that_builds_on_itself_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "ring"
    folder.mkdir()
    (folder / "setting.toml").write_text('builds_on = "../ring"\nname = "ring"\n', encoding="utf-8")
    with pytest.raises(ScenarioError, match="must name another setting"):
        read(a_file(tmp_path, ('"village"', '"ring"')))


@pytest.mark.parametrize(
    ("path", "value", "sentence"),
    [
        ("setting.awareness.pain_map", "80 mmHg", "setting.awareness.voice_map: must be above `pain_map`, 80 mmHg"),
        ("setting.awareness.threat_pain", "99 %", "must be above `threat_pain`"),
        ("setting.carrying.resume_hurry", "100 %", "must be below 100 %"),
        ("setting.carrying.march_hours", "25 h", "must be at most 24 h"),
        ("setting.bleeding.collapse_loss", "20 %", "must be above `compensation_loss`"),
        ("setting.triss.blunt", [1.0, float("nan"), 0.0, 0.0], "finite number"),
        ("setting.means", [], "'on the back' is missing"),
        ("setting.treatment", [], "is in `practice` but not here"),
    ],
)
def test_a_setting_no_body_can_follow_is_told(path: str, value: object, sentence: str) -> None:
    with pytest.raises(ScenarioError) as error:
        read("izumo", {path: value})
    assert sentence in str(error.value)
