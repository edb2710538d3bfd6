"""What a result found, in a sentence: the headline of the report and the titles of the pictures."""

import math

from homeward.model.scenario import AS_IT_WAS
from homeward.results.quantity import Measure
from homeward.results.results import ArmResult, Results

ALIVE = "alive_at_30_days"

NARROW = 0.02
"""An interval narrower than this is written with a decimal: "97.1 % (96.9–97.2)"."""

RARE = 0.05
"""Losing a life more often than this makes an alternative no alternative."""


def percent(share: float) -> str:
    """A share as it is said: "0 %", "0.4 %", "41 %", "99.6 %"; never rounded to none or all when it is neither.

    The space is a no-break one: a number and its sign stay on one line.
    """
    if 0 < share < 0.0005:
        return "<\u00a00.1\u00a0%"
    if 0.9995 < share < 1:
        return ">\u00a099.9\u00a0%"
    return f"{_points(share)}\u00a0%"


def _points(share: float, decimals: int | None = None) -> str:
    """A share in percent without the sign, by default with a decimal where it matters."""
    value = 100 * share
    if 0 < value < 0.05 or 99.95 < value < 100:
        # One significant digit of the distance to none, or to all.
        return f"{value:.{-math.floor(math.log10(min(value, 100 - value)))}f}"
    if decimals is None:
        decimals = 1 if 0 < value < 9.95 or 99 < value < 100 else 0
    return f"{value:.{0 if value in (0, 100) else decimals}f}"


def interval(measure: Measure) -> str:
    """The 95 % interval of a share in percent, without the sign: "38–44", "0.2–1.3"; a dash when there is none."""
    if measure.low is None or measure.high is None:
        return "–"
    decimals = 1 if measure.high - measure.low < NARROW else None
    return f"{_points(measure.low, decimals)}–{_points(measure.high, decimals)}"


def share_with_interval(measure: Measure | None) -> str:
    """ "41 % (38–44)", "97.1 % (96.9–97.2)", or "no life could answer"."""
    if measure is None or measure.mean is None:
        return "no life could answer"
    narrow = measure.low is not None and measure.high is not None and measure.high - measure.low < NARROW
    return f"{_points(measure.mean, 1 if narrow else None)}\u00a0% ({interval(measure)})"


def in_so_many(measure: Measure | None) -> str:
    """How often, in a sentence: "in 41 % (38–44)", "in none (0–0.04 %)"."""
    if measure is not None and measure.mean == 0:
        return f"in none ({interval(measure)}\u00a0%)"
    return f"in {share_with_interval(measure)}"


def asks_who_was_lost(results: Results) -> bool:
    """Whether this is a review of facts that end in life, so that an arm can lose but not save."""
    return results.review is not None and results.review.ended == "life"


def answer_of(results: Results, arm: ArmResult) -> Measure | None:
    """The measure by which the arms of this result are ranked: saved, lost, or alive at 30 days."""
    if results.review is None:
        return arm.measures[ALIVE]
    return arm.lost if asks_who_was_lost(results) else arm.saved


def ranked(results: Results) -> list[ArmResult]:
    """The arms, best for the focus person first; in a review without the facts themselves; silent arms last."""
    arms = list(results.arms if results.review is None else results.arms[1:])
    sign = 1.0 if asks_who_was_lost(results) else -1.0

    def place(arm: ArmResult) -> tuple[bool, float]:
        answer = answer_of(results, arm)
        return (answer is None or answer.mean is None, sign * (answer.mean or 0.0) if answer else 0.0)

    return sorted(arms, key=place)


def manner(arm: ArmResult) -> str:
    """How an arm stands in a sentence: "as it was", "with “the medic lives”"."""
    return arm.name if arm.name == AS_IT_WAS else f"with “{arm.name}”"


def best_arm(results: Results) -> ArmResult | None:
    """The alternative that is best for the focus person; None when there is no alternative with an answer."""
    for arm in ranked(results):
        answer = answer_of(results, arm)
        if arm is not results.base and answer is not None and answer.mean is not None:
            return arm
    return None


def headline(results: Results) -> str:
    """The main finding in one sentence."""
    best = best_arm(results)
    if best is None:
        return (
            f"{results.focus} is alive at 30 days in {share_with_interval(results.base.measures[ALIVE])} of the lives."
        )
    if results.review is None:
        return _headline_of_comparison(results, best)
    if asks_who_was_lost(results):
        return _headline_of_loss(results, best)
    return _headline_of_rescue(results, best)


def _headline_of_comparison(results: Results, best: ArmResult) -> str:
    base, alive = results.base.measures[ALIVE], best.measures[ALIVE]
    difference = best.versus_base.get(ALIVE)
    if difference is None or difference.low is None or difference.low <= 0:
        return (
            f"None of these decisions is shown to keep {results.focus} alive more often than {manner(results.base)}: "
            f"{share_with_interval(base)} at 30 days."
        )
    return (
        f"“{best.name}” keeps {results.focus} alive at 30 days in {share_with_interval(alive)} of the lives, "
        f"against {share_with_interval(base)} {manner(results.base)}."
    )


def _headline_of_rescue(results: Results, best: ArmResult) -> str:
    if best.saved is not None and best.saved.mean == 0:
        return f"In the lives that agree with what was seen, none of these decisions would have saved {results.focus}."
    return (
        f"“{best.name}” would have saved {results.focus} in {share_with_interval(best.saved)} "
        f"of the lives that agree with what was seen{_runner_up(results)}."
    )


def _runner_up(results: Results) -> str:
    """What the second best would have done, in half a sentence."""
    order = ranked(results)
    second = order[1].saved if len(order) > 1 else None
    if second is None or second.mean is None:
        return ""
    return f"; “{order[1].name}” in {percent(second.mean)}"


def _headline_of_loss(results: Results, best: ArmResult) -> str:
    if best.lost is not None and best.lost.low is not None and best.lost.low > RARE:
        return (
            f"What was done was the best of these ways: even “{best.name}” would have lost {results.focus} in "
            f"{share_with_interval(best.lost)} of the lives that agree with what was seen."
        )
    return (
        f"What was done was not the only way: “{best.name}” would have lost {results.focus} "
        f"{in_so_many(best.lost)} of the lives that agree with what was seen."
    )
