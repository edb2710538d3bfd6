"""A review: of the lives that agree with what was seen, who would have been saved, or lost, by doing otherwise?

1. Live a chunk of replicates under the facts, and keep those that agree with all observations. The others are cut
   short when they contradict the first.
2. Live exactly those again, on the same draws, under every alternative. What the facts never drew is fresh.
3. Count who is saved and who is lost, and pair the rest with the facts as a comparison does.

For *sufficient*, the first replicates are lived whole under facts and alternatives, whatever is seen in them.
Source: Pearl, Causality (2nd ed.), sections 7.1 (abduction, action, prediction) and 9.2 (PN, PS).
"""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, Unpack

import numpy as np

from homeward.results.agreement import check_enough, observations_of
from homeward.results.arms import PreparedArm, alternatives, common_definitions, countings, prepare, read
from homeward.results.counterfactual import DEATH, Turned, answers_of
from homeward.results.enough import live_enough
from homeward.results.keeping import NOTHING, Keeper
from homeward.results.life import timeline_of
from homeward.results.measures import Lives
from homeward.results.paired import Tallies, count_arms, live_arms, results_of
from homeward.results.results import ArmResult, Results, Review
from homeward.results.sampling import Doubling, Options, Sampling
from homeward.results.study import origin, quiet
from homeward.results.timeline import last_seen_s
from homeward.run.replicate import Crew, Progress, with_clock

if TYPE_CHECKING:
    from homeward.model.scenario import Scenario

SUFFICIENCY_REPLICATES = 100_000
"""*Sufficient* is answered by the first so many lives: ten arms lived whole cost more than finding who agrees."""


@dataclass(frozen=True)
class Reviewed:
    """What was counted: of how many lives, the first that agrees, those that agree, and lives whatever was seen."""

    lives: int
    first: int | None = None
    agreeing: Tallies | None = None
    whole: Tallies | None = None

    def __add__(self, other: Self) -> Self:
        firsts = [first for first in (self.first, other.first) if first is not None]
        agreeing, whole = add(self.agreeing, other.agreeing), add(self.whole, other.whole)
        return type(self)(self.lives + other.lives, min(firsts, default=None), agreeing, whole)

    @property
    def agree(self) -> int:
        return self.agreeing.lives if self.agreeing else 0


def add(one: Tallies | None, other: Tallies | None) -> Tallies | None:
    return one + other if one and other else one or other


def review(
    scenario: "Scenario | str | Path",
    *,
    arms: Sequence[str] | None = None,
    sets: Mapping[str, Any] | None = None,
    progress: Progress = quiet,
    keep: Keeper = NOTHING,
    **options: Unpack[Options],
) -> Results:
    """Say what would have saved them, or lost them, given what was seen.

    `arms` chooses alternatives by name (None: all); `sets` adds one for the occasion, values by dotted path; `keep` is
    shown the lives that agree with what was seen. See `Sampling` for the options; a precision is that of the widest
    interval of those saved (or lost). Ctrl-C gives partial results. Raises HomewardError when too few lives agree with
    what was seen, and ScenarioError.
    """
    began, sampling, facts = time.perf_counter(), Sampling(**options), read(scenario)
    prepared = alternatives(facts, arms, sets, sampling)
    factual = prepare(facts, prepared[0].name, prepared[0].about, sampling, observe=True)
    with Crew(sampling.threads) as crew:
        reviewing, threads = Reviewing(crew, factual, prepared, keep), crew.threads
        doubling = Doubling.of(sampling, "share")
        reviewed, due = live_enough(crew, reviewing.chunk, doubling, reviewing.widest, progress)
    observed = observations_of(facts, reviewed.whole)
    check_enough(reviewed.agree, reviewed.lives, due, observed)
    arm_results, conclusion = conclude(prepared, reviewed)
    return Results(
        command="review",
        replicates=reviewed.lives,
        asked=due,
        arms=arm_results,
        timeline=timeline_of(prepared[0], reviewed.first or 0, last_seen_s(observed)),
        review=replace(conclusion, observed=observed),
        wall_s=time.perf_counter() - began,
        **origin(facts, prepared[0], sampling, threads),
    )


class Reviewing:
    """The work on each chunk of a review: `arms[0]` are the facts, `factual` the facts held against what was seen."""

    def __init__(self, crew: Crew, factual: PreparedArm, arms: Sequence[PreparedArm], keep: Keeper) -> None:
        self.crew = crew
        self.keep = keep
        self.factual = factual
        self.cut_short = with_clock(factual.template, stop_when_broken=1)
        self.alternatives = arms[1:]
        self.how = countings(arms)
        self.alive_row = alive_row(arms)
        keep.begin([factual, *arms[1:]])

    def chunk(self, replicates: np.ndarray) -> Reviewed:
        """Review these replicates; those that also answer *sufficient* are lived whole."""
        whole = replicates < SUFFICIENCY_REPLICATES
        parts = [
            review_them(replicates[which])
            for review_them, which in ((self.live_whole, whole), (self.live_those_that_agree, ~whole))
            if which.any()
        ]
        return parts[0] if len(parts) == 1 else parts[0] + parts[1]

    def live_whole(self, replicates: np.ndarray) -> Reviewed:
        lives = live_arms(self.crew, [self.factual, *self.alternatives], replicates)
        agree = lives[0].outcomes["agrees"] == 1
        agreeing = self.counted(replicates, agree, [each.where(agree) for each in lives])
        return replace(agreeing, lives=len(replicates), whole=count_arms(self.how, lives))

    def live_those_that_agree(self, replicates: np.ndarray) -> Reviewed:
        facts = self.factual.lives(*self.crew.live(self.cut_short, replicates))
        agree = facts.outcomes["agrees"] == 1
        otherwise = live_arms(self.crew, self.alternatives, replicates[agree])
        return replace(self.counted(replicates, agree, [facts.where(agree), *otherwise]), lives=len(replicates))

    def counted(self, piece: np.ndarray, agree: np.ndarray, lives: Sequence[Lives]) -> Reviewed:
        """Count, and keep, those lives of a piece that agree under the facts: `lives` are theirs."""
        replicates = piece[agree]
        self.keep.add(piece, replicates, lives)
        if not len(replicates):
            return Reviewed(0)
        return Reviewed(len(replicates), int(replicates[0]), count_arms(self.how, lives))

    def widest(self, reviewed: Reviewed) -> float:
        """Return the widest half-interval of those saved (lost, where the facts end in life) under any alternative."""
        if reviewed.agreeing is None:
            return float("inf")
        turned = [Turned.from_pairs(tally.pairs[self.alive_row]) for tally in reviewed.agreeing.arms]
        ended, _ = turned[0].ending
        answers = [answers_of(each, None, ended) for each in turned[1:]]
        return max((answer.saved if ended == DEATH else answer.lost).half_width for answer in answers)


def alive_row(arms: Sequence[PreparedArm]) -> int:
    """Return which row of a tally counts those alive at 30 days."""
    return [definition.name for definition in common_definitions(arms)].index("alive_at_30_days")


def conclude(arms: Sequence[PreparedArm], reviewed: Reviewed) -> tuple[tuple[ArmResult, ...], Review]:
    """Return what came of each arm, and of conditioning on what was seen; some lives must agree."""
    assert reviewed.agreeing is not None
    row = alive_row(arms)
    agreeing = [Turned.from_pairs(tally.pairs[row]) for tally in reviewed.agreeing.arms]
    whole = [Turned.from_pairs(tally.pairs[row]) for tally in reviewed.whole.arms] if reviewed.whole else None
    ended, share = agreeing[0].ending
    results = [
        answers_of(agreeing[k], whole[k] if whole else None, ended).given_to(result)
        for k, result in enumerate(results_of(arms, reviewed.agreeing))
    ]
    return tuple(results), Review((), reviewed.agree, ended, share, reviewed.whole.lives if reviewed.whole else 0)
