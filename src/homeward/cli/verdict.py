"""The answer of a review in plain sentences, computed from its numbers."""

from homeward.results.findings import asks_who_was_lost, headline, percent, ranked, share_with_interval
from homeward.results.quantity import Difference
from homeward.results.results import ArmResult, Results

DISCLAIMER = "Homeward supports planning and review; it is not a medical device, and no basis for treating anybody."

MATTERS = 0.05
"""Saving a life less often than this is told as very little."""

MOST_TOLD = 3


def verdict(results: Results) -> list[str]:
    """Return what would have saved them, or whether there was another way, and what that means for the others."""
    if asks_who_was_lost(results):
        return [f"Was there another way for {results.focus}? {headline(results)}", *effects_on_others(results)]
    return [what_would_have_saved(results), *effects_on_others(results)]


def what_would_have_saved(results: Results) -> str:
    """Return the sentence that the review was asked for."""
    question, lives = f"What would have saved {results.focus}:", "of the lives that agree with what was seen"
    helps = [arm for arm in ranked(results) if share_saved(arm) > 0]
    if not helps:
        return f"{question} none of these decisions, in any {lives}."
    told = [f"“{arm.name}” in {share_with_interval(arm.saved)}" for arm in helps if share_saved(arm) >= MATTERS]
    if not told:
        best = helps[0]
        return f"{question} very little. The best, “{best.name}”, does in only {percent(share_saved(best))} {lives}."
    return f"{question} {', '.join([f'{told[0]} {lives}', *told[1:MOST_TOLD]])}."


def share_saved(arm: ArmResult) -> float:
    return (arm.saved.mean if arm.saved else None) or 0.0


def effects_on_others(results: Results) -> list[str]:
    """Say what the best alternative does to the others: to their lives, and to the carrier's reserve."""
    order = ranked(results)
    if not order:
        return []
    best = order[0]
    effects = [effect for name in best.people if name != results.focus for effect in life_effect(best, name)]
    effects += carrier_effects(best, results.carrier)
    if not effects:
        return [f"For the others “{best.name}” changes nothing that these lives could tell."]
    return [f"For the others “{best.name}” means: {'; '.join(effects)}."]


def life_effect(arm: ArmResult, name: str) -> list[str]:
    """Say by how much more or less often a person lives under an arm, when that is certain."""
    difference = arm.people[name].versus_base
    if difference is None or difference.difference is None or not is_certain(difference):
        return []
    return [f"{name} lives {abs(100 * difference.difference):.1f} points {less_or_more(difference)} often"]


def carrier_effects(arm: ArmResult, carrier: str | None) -> list[str]:
    """Say what an arm does to the carrier's reserve and to his staying on his feet, when that is certain."""
    effects = []
    spent, falls = arm.versus_base.get("reserve_spent"), arm.versus_base.get("carrier_collapsed")
    if spent is not None and spent.difference is not None and is_certain(spent) and abs(spent.difference) >= 1:
        effects.append(f"{carrier} spends {abs(spent.difference):.0f} points {less_or_more(spent)} of the reserve")
    if falls is not None and falls.difference is not None and is_certain(falls):
        effects.append(f"{carrier} collapses {abs(100 * falls.difference):.1f} points {less_or_more(falls)} often")
    return effects


def less_or_more(difference: Difference) -> str:
    return "less" if (difference.difference or 0.0) < 0 else "more"


def is_certain(difference: Difference) -> bool:
    """Say whether the interval leaves zero out."""
    return (difference.low or 0.0) > 0 or (difference.high or 0.0) < 0
