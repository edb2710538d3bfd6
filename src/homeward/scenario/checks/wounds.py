"""Wounds and hazards: somebody is hurt, by something that is there."""

from collections.abc import Iterator

from homeward.codes import Region, Side, Threat
from homeward.model.scenario import Scenario
from homeward.scenario.checks.problem import Problem, repeated, unknown


def somebody_is_hurt(scenario: Scenario) -> Iterator[Problem]:
    """An incident needs a wound, or a hazard that makes one."""
    if not scenario.wound and scenario.ambush is None and scenario.pursuit is None:
        yield Problem((), "nobody is hurt", "; add a [[wound]], or an [ambush] with its [enemy]")
    if scenario.trap is not None and not any(wound.made_by == "trap" for wound in scenario.wound):
        yield Problem(("trap",), "wounds nobody", '; give at least one [[wound]] `made_by = "trap"`')


def wounds(scenario: Scenario) -> Iterator[Problem]:
    """Each wound is somebody's, lies where it can, and says how its threat kills."""
    yield from repeated(("wound",), "wounds", [wound.name for wound in scenario.wound])
    for n, wound in enumerate(scenario.wound):
        path = ("wound", n)
        yield from unknown((*path, "who"), "person", wound.who, scenario.names)
        if wound.made_by == "trap" and scenario.trap is None:
            yield Problem((*path, "made_by"), "there is no trap", "; add a [trap], or leave `made_by` out")
        if (wound.threat == Threat.NONE) != (wound.kills_in is None):
            yield Problem(path, "`threat` and `kills_in` belong together", "; give both or neither")
        on_limb = wound.side in (Side.ARM, Side.LEG)
        if wound.region == Region.LIMB and wound.side == Side.TRUNK:
            yield Problem(path, "on which limb?", '; give `side = "arm"`, "leg" or "junction"')
        if wound.region not in (Region.LIMB, Region.EXTERNAL) and on_limb:
            yield Problem((*path, "side"), "only a wound of the region 'limb' is on an arm or a leg")
        if wound.amputation and not (wound.region == Region.LIMB and on_limb):
            yield Problem((*path, "amputation"), "only an arm or a leg can be gone")


def hazards(scenario: Scenario) -> Iterator[Problem]:
    """The trap has a victim who is there, and attackers say how they fight."""
    if scenario.trap is not None:
        yield from unknown(("trap", "victim"), "person", scenario.trap.victim, scenario.names)
        if any(person.name == scenario.trap.victim and not person.present for person in scenario.person):
            yield Problem(("trap", "victim"), f"'{scenario.trap.victim}' is not present")
    for section in ("ambush", "pursuit"):
        if getattr(scenario, section) is not None and scenario.enemy is None:
            yield Problem((section,), "says nothing of how they fight", "; add an [enemy] section")
