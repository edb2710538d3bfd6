"""Which arms of a scenario are lived: of a network or an organisation, whose replicates each have values."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from homeward.errors import HomewardError
from homeward.model.root import Root

Kind = TypeVar("Kind", bound=Root)
Alternative = tuple[str, str, Kind]
"""The name of an arm, what is said about it, and the scenario under it."""


def under(scenario: Kind, arm: str | None, sets: Mapping[str, Any] | None) -> Kind:
    """Return the scenario under an arm, with values set on top."""
    if arm is not None:
        scenario = scenario.with_arm(arm)
    return scenario.with_sets(sets) if sets else scenario


def alternatives(
    scenario: Kind, wanted: Sequence[str] | None, sets: Mapping[str, Any] | None
) -> list[tuple[str, str, Kind]]:
    """Return the base, the arms wanted (None: all), and one with `sets`; HomewardError when that is the base alone."""
    abouts = {arm.name: arm.about for arm in scenario.arms}
    found = [(scenario.under, abouts.get(scenario.under, ""), scenario)]
    chosen: Iterable[str] = (() if sets else abouts) if wanted is None else dict.fromkeys(wanted)
    for name in chosen:
        if name != scenario.under:
            found.append((name, abouts.get(name, ""), scenario.with_arm(name)))
    if sets:
        name = ", ".join(f"{path} = {value}" for path, value in sets.items())
        found.append((name, "Set for this occasion.", scenario.with_sets(sets)))
    if len(found) == 1:
        raise HomewardError(
            f"{scenario.name} has nothing to compare with: add an [[arm]] to it, or set a value (--set path=value)"
        )
    return found
