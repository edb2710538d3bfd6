"""The setting: complete, and in an order that a body can follow."""

from collections.abc import Iterator
from itertools import pairwise

from homeward.codes import Means, Treatment
from homeward.model.base import word_of
from homeward.model.scenario import Scenario
from homeward.model.setting import Setting
from homeward.scenario.checks.problem import Problem, repeated


def complete(scenario: Scenario) -> Iterator[Problem]:
    """Every means is there, for any may be fallen back on; each practice is of a treatment; names are unique."""
    setting = scenario.setting
    for means in Means:
        if means != Means.NONE and all(entry.name != means for entry in setting.means):
            yield Problem(("setting", "means"), f"'{word_of(means)}' is missing")
    described = {treating.name for treating in setting.treatment}
    for treatment in sorted({practice.treatment for practice in setting.practice} - described):
        message = f"'{word_of(Treatment(treatment))}' is in `practice` but not here"
        yield Problem(("setting", "treatment"), message, "; say what it does")
    names = {
        "rank": [rank.name for rank in setting.rank],
        "ground": [ground.name for ground in setting.ground],
        "means": [word_of(means.name) for means in setting.means],
        "treatment": [word_of(treating.name) for treating in setting.treatment],
        "transport": [word_of(vehicle.name) for vehicle in setting.transport],
    }
    for name, entries in names.items():
        yield from repeated(("setting", name), f"entries of `{name}`", entries)
    pairs = [f"{word_of(practice.treatment)} by {word_of(practice.skill)}" for practice in setting.practice]
    yield from repeated(("setting", "practice"), "entries of `practice`", pairs)


LADDERS = {
    "bleeding": ("compensation_loss", "collapse_loss"),
    "awareness": ("arrest_map", "unresponsive_map", "pain_map", "voice_map"),
    "step": ("collapse", "stagger"),
}


def in_order(scenario: Scenario) -> Iterator[Problem]:
    """Thresholds that a body passes one after the other rise in that order."""
    setting = scenario.setting
    for section, names in LADDERS.items():
        yield from rising(setting, section, names)
    threats = ("threat_lightheaded", "threat_voice", "threat_pain", "threat_unresponsive")
    yield from rising(setting, "awareness", threats)
    for what, names in (("regions", ("head", "chest", "abdomen", "limb")), ("severities", AIS)):
        if sum(getattr(setting.weapons, name).a for name in names) <= 0:
            yield Problem(("setting", "weapons"), f"the {what} of a hit are all zero", "; give at least one a weight")


def has_an_end(scenario: Scenario) -> Iterator[Problem]:
    """Nobody waits for ever: what recovers exponentially never recovers whole, and a day has 24 hours."""
    setting = scenario.setting
    shares = {"carrying": ("resume_hurry", "resume_steady", "resume_never"), "exertion": ("duty",)}
    for section, names in shares.items():
        for name in names:
            if getattr(getattr(setting, section), name).a >= 1.0:
                yield Problem(("setting", section, name), "must be below 100 %", "; nobody is ever whole again")
    if setting.carrying.march_hours.a > 86_400:
        yield Problem(("setting", "carrying", "march_hours"), "must be at most 24 h", "; it is the march of one day")


AIS = ("ais_1", "ais_2", "ais_3", "ais_4", "ais_5")


def rising(setting: Setting, section: str, names: tuple[str, ...]) -> Iterator[Problem]:
    """Yield a problem for every entry of a section that is not above the one before it."""
    holder = getattr(setting, section)
    if holder is None:
        return
    for below, above in pairwise(names):
        if getattr(holder, below).a >= getattr(holder, above).a:
            yield Problem(("setting", section, above), f"must be above `{below}`, {getattr(holder, below).text}")
