"""A small care network to be spoilt: an aid post and a hospital, a road between them, three kinds of patients."""

from pathlib import Path

TEXT = """\
kind = "network"
name = "small"
title = "A small network"

[run]
length = "7 d"

[triage]
immediate_map = "65 mmHg"
delayed_map = "80 mmHg"
transfuse_below = "75 %"
blood_unit = "9 %"

[[facility]]
name = "post"

[[facility]]
name = "hospital"

[[area]]
name = "theatre"
facility = "hospital"
beds = 1

[[area]]
name = "ward"
facility = "hospital"
beds = 6

[[shift]]
name = "days"
turns = ["Mon-Fri 07:00-19:00", "Sat 08:00-12:00"]

[[staff]]
name = "medic"
facility = "post"
skills = ["aid"]
count = 2

[[staff]]
name = "surgeon"
facility = "hospital"
skills = ["surgery", "ward round"]

[[staff]]
name = "nurse"
facility = "hospital"
skills = ["nursing"]
count = 2

[[equipment]]
name = "scanner"
facility = "hospital"
count = 1

[[stock]]
name = "blood"
facility = "hospital"
units = 4
most = 10
restock = 2
restock_every = "1 d"
blood = true

[[condition]]
name = "bleeding"
category = "from the body"
bleeding = { median = "20 %/h", spread = 0.5 }

[[condition]]
name = "sprain"
category = { T2 = "10 %", T3 = "90 %" }

[[task]]
name = "first look"
facility = "post"
staff = { aid = 1 }
triage = true
time = { exponential = { mean = "5 min" } }
next = [{ to = "operation", at = "hospital", share = { T1 = "100 %", T2 = "100 %", T3 = "5 %" } }, { to = "duty" }]

[[task]]
name = "operation"
facility = "hospital"
area = "theatre"
staff = { surgery = 1, nursing = 2 }
equipment = "scanner"
stock = { blood = "as needed" }
time = "1 h"
next = "bed"

[[task]]
name = "bed"
facility = "hospital"
area = "ward"
staff = { nursing = 1 }
staff_leaves = true
time = "2 d"
next = [{ to = "home", share = "80 %" }, { to = "beyond", share = "20 %" }]

[[start]]
facility = "hospital"
condition = "any"
task = "operation"

[[link]]
name = "road"
from = "post"
to = "hospital"
fleet = "wagons"
out = "30 min"
back = "40 min"

[[fleet]]
name = "wagons"
home = "hospital"
count = 1

[[arrival]]
name = "wounded"
facility = "post"
task = "first look"
conditions = { bleeding = "30 %", sprain = "70 %" }
rate = "4 /day"

[[arm]]
name = "a second wagon"
set = { "fleet.wagons.count" = 2 }
"""


def a_network(folder: Path, *changes: tuple[str, str], more: str = "") -> str:
    """Write the small network with pieces of its text replaced and more text at its end; return the file's name."""
    text = TEXT
    for old, new in changes:
        assert text.count(old) >= 1, f"{old!r} is not in the small network"
        text = text.replace(old, new, 1)
    file = folder / "network.toml"
    file.write_text(text + more, encoding="utf-8")
    return str(file)
