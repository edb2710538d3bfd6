"""A small scenario file to be spoilt: one wounded man, one who carries him, one kilometre of path."""

from pathlib import Path

TEXT = """\
name = "small"
title = "A small incident"
setting = "village"
focus = "Aki"
carrier = "Ben"

[[person]]
name = "Aki"
rank = "chuunin"
age = "25 y"
mass = "66 kg"

[[person]]
name = "Ben"
rank = "chuunin"
age = "26 y"
mass = "70 kg"

[[person]]
name = "Cho"
rank = "genin"
present = false
absent_because = "stayed at home"
age = "16 y"
mass = "55 kg"

[[place]]
name = "the ford"

[[place]]
name = "the gate"

[route]
from = "the ford"
to = "the gate"

[[route.leg]]
from = "the ford"
to = "the gate"
length = "1 km"
ground = "path"

[[wound]]
name = "belly"
who = "Aki"
region = "abdomen"
ais = 3
bleeding = { median = "60 mL/min", spread = 0.5 }

[plan]
pace = "steady"

[[observed]]
who = "Aki"
sign = "talks"
from = "0 min"
until = "10 min"

[[observed]]
who = "Aki"
sign = "no pulse"
from = "20 min"
until = "40 min"

[[arm]]
name = "he hurries"
set = { "plan.pace" = "hurry and rest" }
"""


def a_file(folder: Path, *changes: tuple[str, str], more: str = "") -> str:
    """Write the small scenario with pieces of its text replaced and more text at its end; return the file's name."""
    text = TEXT
    for old, new in changes:
        assert text.count(old) >= 1, f"{old!r} is not in the small scenario"
        text = text.replace(old, new, 1)
    file = folder / "small.toml"
    file.write_text(text + more, encoding="utf-8")
    return str(file)


def line_of(words: str, text: str = TEXT) -> int:
    """Return the number of the first line that holds these words."""
    return next(n for n, line in enumerate(text.splitlines(), 1) if words in line)
