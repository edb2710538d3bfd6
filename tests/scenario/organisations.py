"""A small organisation to be spoilt: a school of two teachers, a gate, a handful of people, one kind of mission."""

from pathlib import Path

from tests.scenario.files import TEXT as INCIDENT

TEXT = """\
kind = "organisation"
name = "small"
title = "A small organisation"
setting = "village"
follow = ["Aki"]

[run]
length = "40 d"
date = "1 August"

[duty]
morning = "6 h"
rest = "1 d"
takes_teachers = "on holiday"
medic = "medic"

[board]
fit_for_mission = 0.8
fit_for_village = 0.4
fully_fit = 0.9
reserve_for_mission = 0.7
distress_for_mission = 10
distress_for_village = 15
every = "14 d"
margin = 0.1
sensitivity = 0.85
specificity = 0.9
false_clear_hazard = 1.5

[fallen]
body_found = "60 %"

[door]
stay = { median = "6 d", spread = 0.5 }

[homes]
distance = { median = "800 m", spread = 0.4 }
flights = { low = 0, high = 3 }

[[member]]
name = "Aki"
rank = "chuunin"
serves = "academy"
age = "25 y"
mass = "66 kg"
home = "a flat"

[[member]]
name = "Ben"
rank = "jounin"
skills = ["medic"]
age = "26 y"
mass = "70 kg"
qualified_until = "20 d"

[[member]]
name = "Dai"
rank = "genin"
age = "16 y"
mass = "55 kg"
hurt = { iss = 9, ago = "5 d" }

[[cohort]]
name = "guard"
count = 12
rank = "chuunin"
serves = "gate"
skills = [{ name = "medic", share = "25 %" }]
age = { median = "27 y", spread = 0.2 }
mass = { mean = "68 kg", sd = "6 kg" }
hurt = { share = "30 %", iss = { triangular = [1, 9, 25] }, ago = { low = "1 d", high = "30 d" } }

[[home]]
name = "a flat"
distance = "800 m"
flights = 1
warded = true

[[tie]]
from = "Aki"
to = "Ben"
kind = "friend"
strength = 0.8
cares = true
trusted = true

[[bond]]
name = "guards"
kind = "comrade"
among = ["guard"]
each = 2
strength = { low = 0.2, high = 0.6 }

[[holiday]]
name = "summer"
from = "20 July"
until = "1 September"

[[term]]
name = "autumn"
from = "1 September"
until = "20 July"
classes = 1

[[leave]]
who = "Ben"
from = "3 d"
until = "5 d"

[[post]]
name = "gate"
serves = "gate"
people = 4

[[incident]]
name = "at the ford"
file = "incident.toml"

[[mission]]
name = "patrol"
rank = "C"
rate = "0.2 /d"
leader = "jounin"
least_rank = "genin"
size = 2
least = 2
skills = ["medic"]
window = "3 d"
length = "2 d"
contact = "0.05 /d"
incident = "at the ford"
success = "90 %"
success_contact = "60 %"
effort = "10 %"

[[decision]]
name = "relief"
kind = "relief"
when = "limb lost"
after = "20 d"
letter = true
held_back = true
bad = 4

[[decision]]
name = "removal"
kind = "removal from academy"
when = "before term"
before = "7 d"
letter = true
bad = 5

[[exam]]
name = "for chuunin"
at = "20 August"
closes = "10 d"
from = "genin"
to = "chuunin"
missions = 0
proctors = 1
proctor_rank = "jounin"
places = 4
passes = "40 %"

[[workshop]]
name = "the maker"
away = "7 d"
hazard = "0.02 /d"
incident = "at the ford"

[[arm]]
name = "two more guards"
set = { "cohort.guard.count" = 14 }

[[arm]]
name = "a slower walk"
set = { "incident.at the ford.scenario.plan.pace" = "never rest" }
"""


def an_organisation(folder: Path, *changes: tuple[str, str], more: str = "") -> str:
    """Write the small organisation and its incident, with pieces of its text replaced and more text at its end."""
    text = TEXT
    for old, new in changes:
        assert text.count(old) >= 1, f"{old!r} is not in the small organisation"
        text = text.replace(old, new, 1)
    (folder / "incident.toml").write_text(INCIDENT, encoding="utf-8")
    file = folder / "organisation.toml"
    file.write_text(text + more, encoding="utf-8")
    return str(file)
