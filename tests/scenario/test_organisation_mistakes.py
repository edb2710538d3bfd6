"""Mistakes in an organisation: each is told on its line with a remedy, and all of them at once."""

from pathlib import Path
from typing import Any

import pytest

from homeward.model.organisation.organisation import Organisation
from homeward.scenario import Mistake, ScenarioError, read
from tests.scenario.organisations import TEXT, an_organisation

pytestmark = pytest.mark.jitless


def mistakes_in(file: str) -> list[Mistake]:
    with pytest.raises(ScenarioError) as error:
        read(file)
    return error.value.mistakes


def test_the_small_organisation_is_in_order(tmp_path: Path) -> None:
    organisation = read(an_organisation(tmp_path))
    assert isinstance(organisation, Organisation)
    assert [member.name for member in organisation.member] == ["Aki", "Ben", "Dai"]
    assert [arm.name for arm in organisation.arms] == ["as it was", "two more guards", "a slower walk"]


def test_an_incident_is_read_with_its_lines_and_an_arm_may_change_it(tmp_path: Path) -> None:
    organisation = read(an_organisation(tmp_path)).with_arm("a slower walk")
    assert isinstance(organisation, Organisation)
    assert organisation.incident[0].scenario["plan"]["pace"] == "never rest"
    file, line = organisation.spot(("incident", 0, "scenario", "wound", 0, "ais"))
    assert Path(file).name == "incident.toml"
    assert "ais = 3" in Path(file).read_text(encoding="utf-8").splitlines()[line - 1]


SPOILT = {
    "a tie to nobody": (('to = "Ben"', 'to = "Bem"'), "Bem", "there is no member 'Bem', did you mean 'Ben'?"),
    "a carer tied to nobody": (('from = "Aki"', 'from = "Zed"'), "Zed", "there is no member 'Zed'"),
    "a tie to oneself": (('to = "Ben"', 'to = "Aki"'), "[[tie]]", "'Aki' is tied to himself"),
    "a carer who is not there": (
        ('mass = "70 kg"', 'mass = "70 kg"\npresent = false'),
        "cares = true",
        "'Ben' is not present, so he cannot move in; set member.Ben.present",
    ),
    "a member twice": (('name = "Ben"', 'name = "Aki"'), "[[member]]", "there are two members called 'Aki'"),
    "a member who is made up too": (
        ('name = "Dai"', 'name = "guard 3"'),
        "guard 3",
        "'guard 3' is made up already by the cohort 'guard'",
    ),
    "a rank not on the ladder": (
        ('rank = "genin"', 'rank = "gennin"'),
        "gennin",
        "no rank 'gennin', did you mean 'gen",
    ),
    "a cohort of no rank": (('count = 12\nrank = "chuunin"', 'count = 12\nrank = "chunin"'), "chunin", "no rank"),
    "a home that is nowhere": (('home = "a flat"', 'home = "a flt"'), "a flt", "there is no home 'a flt', did you"),
    "terms that leave a gap": (
        ('from = "1 September"', 'from = "3 September"'),
        "[[term]]",
        "nothing says whether there is school from 1 September to 2 September; add a [[term]] or a [[holiday]]",
    ),
    "terms that overlap": (
        ('from = "1 September"', 'from = "25 August"'),
        "[[term]]",
        "begins on 25 August, while 'summer' lasts until 1 September",
    ),
    "a day that is none": (('until = "1 September"', 'until = "31 September"'), "31 Sept", "September has 30 days"),
    "a month that is none": (('date = "1 August"', 'date = "1 Agust"'), "Agust", "no month 'Agust', did you mean 'Aug"),
    "leave that overlaps": (
        ("[[post]]", '[[leave]]\nwho = "Ben"\nfrom = "4 d"\nuntil = "6 d"\n\n[[post]]'),
        "[[leave]]",
        "'Ben' is on leave already when it begins",
    ),
    "leave of nobody": (('who = "Ben"', 'who = "Bn"'), '"Bn"', "there is no member 'Bn', did you mean 'Ben'?"),
    "leave that ends first": (('until = "5 d"', 'until = "2 d"'), '"2 d"', "ends before it begins"),
    "a skill nobody has": (
        ('skills = ["medic"]\nwindow', 'skills = ["sealing"]\nwindow'),
        "sealing",
        "nobody of the rank 'genin' or above who could go has the skill 'sealing'",
    ),
    "a mission nobody could ever staff": (
        ('least_rank = "genin"\nsize = 2', 'least_rank = "jounin"\nsize = 2'),
        "least = 2",
        "takes 2 people of the rank 'jounin' or above, and there are 1; no roster could ever staff it",
    ),
    "a mission that wants more than it has": (("size = 2", "size = 1"), "least = 2", "cannot go with fewer than 2"),
    "a mission that never comes": (('rate = "0.2 /d"\n', ""), "[[mission]]", "says neither; give one of `rate`"),
    "an incident that is not there": (
        ('file = "incident.toml"', 'file = "incidnt.toml"'),
        "incidnt",
        "there is no incident 'incidnt.toml'",
    ),
    "an incident nobody speaks of": (
        ('incident = "at the ford"', 'incident = "at the frd"'),
        "at the frd",
        "there is no incident 'at the frd', did you mean 'at the ford'?",
    ),
    "an incident of more people": (
        ("size = 2\nleast = 2", "size = 1\nleast = 1"),
        "size = 1",
        "'at the ford' has 2 people, and the team has 1",
    ),
    "more people than an incident has": (
        ("size = 2", "size = 3"),
        "size = 3",
        "'at the ford' has 2 people, so nobody knows what happens to all 3",
    ),
    "a decision about nobody": (
        ('when = "limb lost"', 'when = "limb lost"\nwho = "Akii"'),
        "Akii",
        "there is no member 'Akii', did you mean 'Aki'?",
    ),
    "a letter that is none": (
        ("letter = true\nheld_back", "letter = false\nheld_back"),
        "held_back",
        "only a letter can be held back",
    ),
    "an exam without proctors": (
        ("proctors = 1", "proctors = 2"),
        "proctors = 2",
        "wants 2 proctors of the rank 'jounin' or above, and there are 1",
    ),
    "an exam that leads down": (('to = "chuunin"', 'to = "genin"'), 'to = "genin"', "'genin' is not above 'genin'"),
    "a post without people": (
        ("people = 4", "people = 14"),
        "people = 14",
        "14 people are wanted at the gate every day, and 12 serve there",
    ),
    "a negative number": (("iss = 9", "iss = -9"), "iss = -9", "greater than or equal to 1"),
    "a negative time": (('window = "3 d"', 'window = "-3 d"'), "-3 d", "out of bounds"),
    "somebody asked about who is nobody": (('follow = ["Aki"]', 'follow = ["Ako"]'), "Ako", "no member 'Ako', did you"),
    "a word that is none": (
        ('"on holiday"', '"in holidays"'),
        "in holidays",
        "needs 'never', 'on holiday' or 'always'",
    ),
    "an arm that changes nothing": (("= 14 }", "= 12 }"), "= 12", "is 12 already"),
}


@pytest.mark.parametrize("what", SPOILT)
def test_each_mistake_is_told_on_its_line_with_a_remedy(tmp_path: Path, what: str) -> None:
    change, where, sentence = SPOILT[what]
    file = an_organisation(tmp_path, change)
    told = [mistake for mistake in mistakes_in(file) if sentence in str(mistake)]
    assert told, [str(mistake) for mistake in mistakes_in(file)]
    lines = Path(file).read_text(encoding="utf-8").splitlines()
    assert told[0].file == file
    assert where in lines[told[0].line - 1], f"line {told[0].line}: {lines[told[0].line - 1]}"


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    changes = [SPOILT[what][0] for what in ("a tie to nobody", "a skill nobody has", "terms that leave a gap")]
    told = "\n".join(map(str, mistakes_in(an_organisation(tmp_path, *changes))))
    for what in ("a tie to nobody", "a skill nobody has", "terms that leave a gap"):
        assert SPOILT[what][2] in told


def test_a_mistake_in_an_incident_stands_in_its_own_file(tmp_path: Path) -> None:
    file = an_organisation(tmp_path)
    incident = tmp_path / "incident.toml"
    incident.write_text(incident.read_text(encoding="utf-8").replace("ais = 3", "ais = 7"), encoding="utf-8")
    (told,) = mistakes_in(file)
    assert told.file == str(incident)
    assert told.path == "incident.at the ford.scenario.wound.belly.ais"


def test_a_year_may_hold_the_same_term_twice(tmp_path: Path) -> None:
    organisation = read(an_organisation(tmp_path, ('length = "40 d"', 'length = "800 d"')))
    assert isinstance(organisation, Organisation)
    assert organisation.run.days == 800


def told_of(name: str, **sets: Any) -> str:
    with pytest.raises(ScenarioError) as error:
        read(name, sets=sets)
    return str(error.value)


def test_a_hole_in_the_shifts_of_those_who_receive_casualties_is_told() -> None:
    told = told_of("izumo-after", **{"staff.night medic.count": 0, "staff.night surgeon.count": 0})
    assert "nobody receives casualties daily 19:00-07:00: 'triage' asks for 1 triage" in told


def test_a_door_must_lead_somewhere() -> None:
    assert "there is no facility 'hospitl', did you mean 'hospital'?" in told_of(
        "izumo-after", **{"door.facility": "hospitl"}
    )
    assert "there is no condition 'wonded', did you mean 'wounded'?" in told_of(
        "izumo-after", **{"door.wounded": "wonded"}
    )


def test_an_arm_cannot_read_another_file() -> None:
    told = told_of("izumo-after", **{"incident.the gate.file": "iruka"})
    assert "an arm cannot read another file; add another [[incident]]" in told


def test_nobody_is_an_organisation(tmp_path: Path) -> None:
    start, end = TEXT.index("[[member]]"), TEXT.index("[[home]]")
    told = mistakes_in(an_organisation(tmp_path, (TEXT[start:end], "")))
    assert any("nobody serves; add a [[member]] or a [[cohort]]" in str(mistake) for mistake in told)
