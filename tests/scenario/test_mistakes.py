"""Mistakes: each is told on its line with a remedy, and all of them at once."""

import tomllib
from copy import deepcopy
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.scenario import Mistake, ScenarioError, read
from homeward.scenario.read import EXAMPLES
from homeward.scenario.write import to_toml
from tests.scenario.files import TEXT, a_file, line_of

pytestmark = pytest.mark.jitless


def mistakes_in(file: str) -> list[Mistake]:
    with pytest.raises(ScenarioError) as error:
        read(file)
    return error.value.mistakes


def test_the_small_scenario_is_in_order(tmp_path: Path) -> None:
    scenario = read(a_file(tmp_path))
    assert scenario.names == ("Aki", "Ben", "Cho")
    assert scenario.setting.name == "village"
    assert scenario.under == "as it was"


AKI_MASS = ('mass = "66 kg"', "mass = 66")

SPOILT = {
    "a bare number": (AKI_MASS, "mass", "66 has no unit: write a mass such as '68 kg'"),
    "a wrong dimension": (('length = "1 km"', 'length = "20 min"'), "length", "'20 min' is a time; a length is wanted"),
    "an unknown key": (
        ('rank = "chuunin"', 'rnak = "chuunin"'),
        "rnak",
        "there is no `rnak` here, did you mean 'rank'?",
    ),
    "an unknown word": (('pace = "steady"', 'pace = "stedy"'), "pace", "there is no 'stedy', did you mean 'steady'?"),
    "an unknown rank": (('rank = "chuunin"', 'rank = "chunin"'), "rank", "no rank 'chunin', did you mean 'chuunin'?"),
    "somebody else's wound": (('who = "Aki"', 'who = "Akii"'), "who", "no person 'Akii', did you mean 'Aki'?"),
    "a focus who is nobody": (('focus = "Aki"', 'focus = "Zed"'), "focus", "there is no person 'Zed'; there are Aki"),
    "a focus who is absent": (('focus = "Aki"', 'focus = "Cho"'), "focus", "'Cho' is not present"),
    "a place that is nowhere": (('to = "the gate"', 'to = "the gat"'), "to =", "no place 'the gat', did you mean"),
    "unknown ground": (('ground = "path"', 'ground = "pth"'), "ground", "no ground 'pth', did you mean 'path'?"),
    "AIS 7": (("ais = 3", "ais = 7"), "ais", "less than or equal to 6"),
    "a window backwards": (('until = "10 min"', 'until = "-1 s"'), "until", "out of bounds"),
    "a window that ends first": (('from = "20 min"', 'from = "50 min"'), 'until = "40', "ends before it begins"),
    "an arm that names nobody": (('"plan.pace"', '"person.Akio.mass"'), "set =", "no 'Akio', did you mean 'Aki'?"),
    "an arm that changes nothing": (('"hurry and rest"', '"steady"'), "set =", "is 'steady' already"),
    "a bad word in an arm": (('"hurry and rest"', '"hurry rest"'), "set =", "no 'hurry rest', did you mean"),
    "a height without a sex": (
        ('mass = "66 kg"', 'mass = "66 kg"\nheight = "170 cm"'),
        "height",
        "needs `sex` beside it",
    ),
    "an unknown setting": (('"village"', '"vilage"'), "setting", "no setting 'vilage', did you mean 'village'?"),
    "a limb without a side": (('"abdomen"', '"limb"'), "[[wound]]", "on which limb?"),
    "a threat without a time": (("ais = 3", 'ais = 3\nthreat = "airway"'), "[[wound]]", "belong together"),
    "a trap that is not there": (("ais = 3", 'ais = 3\nmade_by = "trap"'), "made_by", "there is no trap"),
    "steps by nobody": (('"steady"', '"steady"\nsteps = 1'), "steps", "nobody takes them"),
    "steps by an absent man": (
        ('"steady"', '"steady"\nstep_user = "Cho"'),
        "step_user",
        "'Cho' is not present (stayed",
    ),
    "nobody to send": (('"steady"', '"steady"\nevacuation = "leave and send"'), "evacuation", "no party to send"),
    "nobody to wait for": (('"steady"', '"steady"\nevacuation = "wait"'), "evacuation", "they would wait for ever"),
    "a litter and one man": (('"steady"', '"steady"\nmeans = "litter"'), "[plan]", "takes 4 bearers"),
    "nobody searches": (('"steady"', '"steady"\nformation = "pairs"'), "formation", "nobody searches"),
    "a man without mass": (('mass = "66 kg"', 'mass = "0 kg"'), "mass", "must be above zero"),
    "a dot in a name": (('name = "Ben"', 'name = "B.en"'), "B.en", "cannot be a name"),
    "two of one name": (('name = "Ben"', 'name = "Aki"'), "[[person]]", "there are two people called 'Aki'"),
    "a word for a number": (("ais = 3", 'ais = "three"'), "ais", "needs a whole number"),
    "a blood bag by a chuunin": (
        ('"steady"', '"steady"\nfirst_aid = [{ give = "blood", to = "Aki", by = "Ben" }]'),
        "first_aid",
        "Ben cannot do 'blood'; it takes somebody 'medic' or better",
    ),
    "a treatment nobody can give": (
        ('"steady"', '"steady"\nfirst_aid = [{ give = "txa", to = "Aki" }]'),
        "first_aid",
        "nobody can do 'txa'; it takes somebody 'medic' or better",
    ),
    "aid from those who cannot come": (
        ('"steady"', '"steady"\nrelief_aid = [{ give = "txa", to = "Aki" }]'),
        "relief_aid",
        "nobody can come; add a [relief]",
    ),
}


@pytest.mark.parametrize("what", SPOILT)
def test_each_mistake_is_told_on_its_line_with_a_remedy(tmp_path: Path, what: str) -> None:
    change, where, sentence = SPOILT[what]
    file = a_file(tmp_path, change)
    told = [mistake for mistake in mistakes_in(file) if sentence in str(mistake)]
    assert told, [str(mistake) for mistake in mistakes_in(file)]
    lines = Path(file).read_text(encoding="utf-8").splitlines()
    assert told[0].file == file
    assert where in lines[told[0].line - 1], f"line {told[0].line}: {lines[told[0].line - 1]}"
    assert str(told[0]).startswith(f"{file}:{told[0].line}: ")


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    spoilt = (AKI_MASS, ('pace = "steady"', 'pace = "stedy"'), ('"plan.pace"', '"plan.nosuch.deeper"'))
    paths = {mistake.path for mistake in mistakes_in(a_file(tmp_path, *spoilt))}
    assert {"person.Aki.mass", "plan.pace"} <= paths


def test_arms_are_examined_too_when_the_base_is_wrong(tmp_path: Path) -> None:
    told = mistakes_in(a_file(tmp_path, AKI_MASS, ('"plan.pace"', '"person.Nobody.mass"')))
    assert any(mistake.path == "arm 'he hurries': person.Nobody.mass" for mistake in told)


def test_an_unreachable_place_says_what_can_be_reached(tmp_path: Path) -> None:
    more = '\n[[place]]\nname = "the far shore"\n'
    (told,) = mistakes_in(a_file(tmp_path, ('to = "the gate"', 'to = "the far shore"'), more=more))
    assert told.line == line_of('to = "the gate"')
    assert "'the far shore' cannot be reached from 'the ford'; open legs lead to only the gate" in str(told)


def test_an_incident_in_which_nobody_is_hurt_is_none(tmp_path: Path) -> None:
    start, end = TEXT.index("[[wound]]"), TEXT.index("[plan]")
    (told,) = mistakes_in(a_file(tmp_path, (TEXT[start:end], "")))
    assert "nobody is hurt; add a [[wound]]" in str(told)


def test_a_missing_entry_is_told_where_it_belongs(tmp_path: Path) -> None:
    (told,) = mistakes_in(a_file(tmp_path, ('age = "25 y"\n', "")))
    assert (told.path, told.message, told.line) == ("person.Aki.age", "is missing", line_of("[[person]]"))


def test_arms_of_one_name_are_refused(tmp_path: Path) -> None:
    more = '\n[[arm]]\nname = "he hurries"\nset = { "plan.bearers" = 2 }\n'
    (told,) = mistakes_in(a_file(tmp_path, more=more))
    assert "two arms of this name" in str(told)


def test_an_arm_that_only_says_it_in_other_words_changes_nothing(tmp_path: Path) -> None:
    (told,) = mistakes_in(a_file(tmp_path, ('"plan.pace" = "hurry and rest"', '"person.Aki.mass" = "66000 g"')))
    assert "changes nothing that exists" in str(told)


def test_broken_toml_says_the_line(tmp_path: Path) -> None:
    (told,) = mistakes_in(a_file(tmp_path, ('title = "A', "title = A")))
    assert told.line == 2
    assert told.message.startswith("is not valid TOML: ")


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("izmuo", "there is no scenario 'izmuo', did you mean 'izumo'?"),
        ("nosuch.toml", "nosuch.toml: cannot be read: no such file or directory"),
    ],
)
def test_an_unknown_scenario_is_told_in_one_sentence(name: str, sentence: str) -> None:
    assert str(mistakes_in(name)[0]).startswith(sentence)


def test_a_folder_or_bytes_are_no_scenario(tmp_path: Path) -> None:
    (tmp_path / "a.toml").mkdir()
    assert "cannot be read" in str(mistakes_in(str(tmp_path / "a.toml"))[0])
    (tmp_path / "b.toml").write_bytes(b"\xff\xfe\x00")
    assert "is not UTF-8 text" in str(mistakes_in(str(tmp_path / "b.toml"))[0])


JUNK = [0, -1, 1.5, True, "", "x", "5 km", "5 min", "nan s", [], [1], ["x"], {}, {"value": 1}, {"name": "x"}, [{}]]


def paths_of(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(found for key, item in inner for found in paths_of(item, (*path, key)))]


IRUKA = tomllib.loads((EXAMPLES / "iruka.toml").read_text(encoding="utf-8"))


@settings(max_examples=60)
@given(st.sampled_from(paths_of(IRUKA)[1:]), st.sampled_from(JUNK))
def test_whatever_is_spoilt_the_answer_is_a_sentence(path: tuple[Any, ...], junk: Any) -> None:
    spoilt = deepcopy(IRUKA)
    parent = spoilt
    for key in path[:-1]:
        parent = parent[key]
    parent[path[-1]] = junk
    with TemporaryDirectory() as folder:
        file = Path(folder) / "spoilt.toml"
        file.write_text(to_toml(spoilt), encoding="utf-8")
        try:
            read(file)
        except ScenarioError as error:
            assert all(mistake.message for mistake in error.mistakes)  # noqa: PT017 - it may be a scenario still
