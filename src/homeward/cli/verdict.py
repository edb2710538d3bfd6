"""The answer of a review in plain sentences, computed from its numbers."""

from homeward.results.findings import asks_who_was_lost, headline, percent, ranked, share_with_interval
from homeward.results.quantity import Difference
from homeward.results.results import ArmResult, Results

DISCLAIMER = "Homeward supports planning and review; it is not a medical device, and no basis for treating anybody."

MATTERS = 0.05
"""Saving a life less often than this is told as very little."""

MOST_TOLD = 3


def verdict(results: Results) -> list[str]:
    """Return what would have saved them (or whether there was another way), and what that costs or spares the others."""
    if asks_who_was_lost(results):
        return [f"Was there another way for {results.focus}? {headline(results)}", *effects_on_others(results)]
    return [what_would_have_saved(results), *effects_on_others(results)]


def what_would_have_saved(results: Results) -> str:
    """Return the sentence that the review was asked for."""
    question, lives = f"What would have saved {results.focus}:", "of the lives that agree with what was seen"
    helps = [arm for arm in ranked(results) if arm.saved and arm.saved.mean]
    if not helps:
        return f"{question} none of these decisions, in any {lives}."
    if (helps[0].saved.mean or 0.0) < MATTERS:  # type: ignore[union-attr]
        return f"{question} very little. The best of these, “{helps[0].name}”, in only {share_with_interval(helps[0].saved)} {lives}."
    told = [arm for arm in helps[:MOST_TOLD] if arm.saved and (arm.saved.mean or 0.0) >= MATTERS]
    first, *rest = [f"“{arm.name}” in {share_with_interval(arm.saved)}" for arm in told]
    return f"{question} {', '.join([f'{first} {lives}', *rest])}."


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
    difference = arm.people[name].versus_base
    if not is_certain(difference):
        return []
    assert difference is not None
    assert difference.difference is not None
    change = f"{abs(100 * difference.difference):.1f} points"
    return [f"{name} lives {change} {'more' if difference.difference > 0 else 'less'} often"]


def carrier_effects(arm: ArmResult, carrier: str | None) -> list[str]:
    """Say what an arm does to the reserve of the carrier and to his staying on his feet."""
    effects = []
    spent, falls = arm.versus_base.get("reserve_spent"), arm.versus_base.get("carrier_collapsed")
    if spent is not None and spent.difference is not None and is_certain(spent) and abs(spent.difference) >= 1:
        effects.append(f"{carrier} spends {abs(spent.difference):.0f} points {less_or_more(spent)} of the reserve")
    if falls is not None and falls.difference is not None and is_certain(falls):
        effects.append(f"{carrier} collapses {percent(abs(falls.difference))} {less_or_more(falls)} often")
    return effects


def less_or_more(difference: Difference) -> str:
    return "less" if (difference.difference or 0.0) < 0 else "more"


def is_certain(difference: Difference | None) -> bool:
    """Say whether the interval leaves zero out."""
    return (
        difference is not None and difference.low is not None and (difference.low > 0 or (difference.high or 0.0) < 0)
    )
