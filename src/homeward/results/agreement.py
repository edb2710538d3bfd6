"""What was seen, how often each of it holds, and whether enough lives agree with all of it."""

from math import ceil
from typing import TYPE_CHECKING

from homeward.codes import Sign
from homeward.errors import HomewardError, Interrupted
from homeward.results.paired import Tallies
from homeward.results.timeline import Observation

if TYPE_CHECKING:
    from homeward.model.scenario import Scenario

MIN_AGREEING = 200
"""Fewer lives than this give a share to no better than about 7 points either way: not an answer."""


def observations_of(scenario: "Scenario", whole: Tallies | None) -> tuple[Observation, ...]:
    """Return what was seen, with the share of `whole` lives (lived to their end under the facts) in which it held."""
    return tuple(
        Observation(
            who=seen.who,
            sign=sign_word(seen.sign),
            bits=int(seen.sign),
            from_s=seen.start,
            until_s=seen.until,
            throughout=seen.throughout,
            held=int(whole.arms[0].seen[bit]) / whole.lives if whole else None,
        )
        for bit, seen in enumerate(scenario.observed)
    )


def sign_word(sign: Sign) -> str:
    """Return the word of the scenario file for a sign."""
    return (sign.name or str(int(sign))).lower().replace("_", " ")


def check_enough(agree: int, lives: int, asked: int, observed: tuple[Observation, ...]) -> None:
    """Raise HomewardError with a remedy when too few lives agree to say anything; Interrupted when stopped early."""
    if agree >= MIN_AGREEING:
        return
    count = f"{agree:,} of {lives:,} lives agree" if agree != 1 else f"1 of {lives:,} lives agrees"
    if lives < asked:
        raise Interrupted(f"stopped early: {count} with what was seen, too few to say anything; let it run longer")
    remedies = [more_replicates(agree, lives), loosen_the_rarest(observed)]
    raise HomewardError(
        f"{count} with what was seen, and {MIN_AGREEING} are needed for an answer: "
        + ", or ".join(remedy for remedy in remedies if remedy)
    )


def more_replicates(agree: int, lives: int) -> str:
    """Say how many replicates would be enough; nothing when no life agreed, for then nobody knows."""
    if agree == 0:
        return ""
    # Half as many again as expected, so that chance does not send them here a second time.
    needed = ceil(1.5 * MIN_AGREEING * lives / agree)
    digits = 10 ** (len(str(needed)) - 2)
    return f"ask for more lives (--replicates {-(-needed // digits) * digits})"


def loosen_the_rarest(observed: tuple[Observation, ...]) -> str:
    """Name the observation that holds in the fewest lives."""
    known = [seen for seen in observed if seen.held is not None]
    if not known:
        return ""
    rarest = min(known, key=lambda seen: seen.held or 0.0)
    window = f"{rarest.from_s / 60:g} to {rarest.until_s / 60:g} min"
    return (
        f"widen the window of the rarest observation: {rarest.who}, {rarest.sign!r}, {window}, "
        f"which holds in {100 * (rarest.held or 0.0):.3g} % of all lives"
    )
