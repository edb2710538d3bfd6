"""A review: of the lives that agree with what was seen, who would have been saved, or lost, by doing otherwise?

1. Live every replicate under the facts, and keep those that agree with all observations.
2. Live exactly those again, on the same draws, under every alternative. What the facts never drew is fresh.
3. Count who is saved and who is lost, and pair the rest with the facts as a comparison does.
4. For *sufficient*, live replicates under facts and alternatives whatever was seen in them.

Rounds of all four follow one another, so that a review that is stopped has an answer over the rounds done.
Source: Pearl, Causality (2nd ed.), sections 7.1 (abduction, action, prediction) and 9.2 (PN, PS).
"""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, Unpack

import numpy as np

from homeward.results.agreement import check_enough, observations_of
from homeward.results.arms import PreparedArm, alternatives, common_definitions, prepare, read
from homeward.results.counterfactual import DEATH, Turned, answers_of
from homeward.results.life import timeline_of
from homeward.results.paired import Tallies, living, results_of
from homeward.results.results import ArmResult, Results, Review
from homeward.results.sampling import Doubling, Options, Sampling
from homeward.results.study import origin, quiet
from homeward.run.replicate import CHUNK, Crew, Progress, with_clock

if TYPE_CHECKING:
    from homeward.model.scenario import Scenario

SUFFICIENCY_REPLICATES = 100_000
"""*Sufficient* is answered by the first so many lives: ten arms lived whole cost more than finding who agrees."""

ROUNDS = 25
"""A long review is cut into so many rounds; what is lost when it is stopped is at most one."""


@dataclass(frozen=True)
class Reviewed:
    """The rounds done: lives, the first that agrees, and tallies of those that agree and of lives whatever was seen."""

    lives: int = 0
    first: int | None = None
    agreeing: Tallies | None = None
    whole: Tallies | None = None

    def __add__(self, other: Self) -> Self:
        first = other.first if self.first is None else self.first
        agreeing = (
            self.agreeing + other.agreeing if self.agreeing and other.agreeing else self.agreeing or other.agreeing
        )
        whole = self.whole + other.whole if self.whole and other.whole else self.whole or other.whole
        return type(self)(self.lives + other.lives, first, agreeing, whole)

    @property
    def agree(self) -> int:
        return self.agreeing.lives if self.agreeing else 0


def review(
    scenario: "Scenario | str | Path",
    *,
    arms: Sequence[str] | None = None,
    sets: Mapping[str, Any] | None = None,
    progress: Progress = quiet,
    **options: Unpack[Options],
) -> Results:
    """Say what would have saved them, or lost them, given what was seen.

    `arms` chooses alternatives by name (None: all); `sets` adds one for the occasion, values by dotted path. See
    `Sampling` for the options; a precision is that of the widest interval of those saved (or lost). Ctrl-C gives
    partial results. Raises HomewardError when too few lives agree with what was seen, and ScenarioError.
    """
    began, sampling, facts = time.perf_counter(), Sampling(**options), read(scenario)
    prepared = alternatives(facts, arms, sets, sampling)
    factual = prepare(facts, prepared[0].name, prepared[0].about, sampling, observe=True)
    with Crew(sampling.threads) as crew:
        reviewed, asked = Reviewing(crew, factual, prepared, progress).enough(sampling)
        threads = crew.threads
    observed = observations_of(facts, reviewed.whole)
    check_enough(reviewed.agree, reviewed.lives, asked, observed)
    arm_results, conclusion = conclude(prepared, reviewed)
    return Results(
        command="review",
        replicates=reviewed.lives,
        asked=asked,
        arms=arm_results,
        timeline=timeline_of(prepared[0], reviewed.first or 0, max((seen.until_s for seen in observed), default=0)),
        review=replace(conclusion, observed=observed),
        wall_s=time.perf_counter() - began,
        **origin(facts, prepared[0], sampling, threads),
    )


class Reviewing:
    """The rounds of one review."""

    def __init__(self, crew: Crew, factual: PreparedArm, arms: Sequence[PreparedArm], progress: Progress) -> None:
        self.crew = crew
        self.progress = progress
        self.template = with_clock(factual.template, stop_when_broken=1)
        self.live_again = living(crew, arms)
        self.live_whole = living(crew, [factual, *arms[1:]])
        self.alive_row = alive_row(arms)

    def enough(self, sampling: Sampling) -> tuple[Reviewed, int]:
        """Review as many lives as are asked for, or as the precision needs; also say how many were due."""
        doubling, so_far = Doubling.of(sampling, "share"), Reviewed()
        while True:
            for numbers in rounds(so_far.lives, doubling.aim):
                done = self.round(numbers, doubling.aim)
                if done is None:
                    return so_far, doubling.aim
                so_far = so_far + done
            if doubling.reached(so_far.lives, self.widest(so_far)):
                self.progress("reviewed", so_far.lives, so_far.lives)
                return so_far, doubling.aim

    def round(self, numbers: range, due: int) -> Reviewed | None:
        """Review these replicates; None when it was stopped before the end."""
        tell = RoundProgress(self.progress, numbers, due)
        agreeing = self.find(numbers, tell)
        report = tell.stage(1, f"living {len(agreeing):,} that agree again, under every arm", len(agreeing))
        again = self.crew.count(self.live_again, self.crew.chunks(agreeing), report).total
        first_lives = numbers[: max(0, SUFFICIENCY_REPLICATES - numbers.start)]
        report = tell.stage(2, "living whole lives, whatever was seen, under every arm", len(first_lives))
        whole = self.crew.count(self.live_whole, self.crew.chunks(first_lives), report).total
        if self.crew.stopped:
            return None
        return Reviewed(len(numbers), int(agreeing[0]) if len(agreeing) else None, again, whole)

    def find(self, numbers: range, tell: "RoundProgress") -> np.ndarray:
        """Return the replicates among these that agree with every observation, (n,) int64 in order."""
        if not len(self.template.observed):
            return np.asarray(numbers, np.int64)
        report = tell.stage(0, "looking for lives that agree with what was seen", len(numbers))
        found = self.crew.count(self.that_agree, self.crew.chunks(numbers), report).total
        return np.sort(np.concatenate(found)) if found else np.zeros(0, np.int64)

    def that_agree(self, replicates: np.ndarray) -> tuple[np.ndarray, ...]:
        outcomes, _ = self.crew.live(self.template, replicates)
        return (replicates[outcomes["agrees"] == 1],)

    def widest(self, reviewed: Reviewed) -> float:
        """Return the widest half-interval of those saved (lost, where the facts end in life) under any alternative."""
        if reviewed.agreeing is None:
            return float("inf")
        turned = [Turned.from_pairs(tally.pairs[self.alive_row]) for tally in reviewed.agreeing.arms]
        ended, _ = turned[0].ending
        answers = [answers_of(each, None, ended) for each in turned[1:]]
        return max((answer.saved if ended == DEATH else answer.lost).half_width for answer in answers)


class RoundProgress:
    """The progress of one round, each of its stages a third of it."""

    STAGES = 3

    def __init__(self, progress: Progress, numbers: range, due: int) -> None:
        self.progress = progress
        self.numbers = numbers
        self.due = due

    def stage(self, index: int, name: str, lives: int) -> Callable[[int], None]:
        """Return what the lives done in this stage are reported to."""
        done = 0

        def report(more: int) -> None:
            nonlocal done
            done += more
            share = (index + done / max(lives, 1)) / self.STAGES
            self.progress(name, self.numbers.start + int(share * len(self.numbers)), self.due)

        report(0)
        return report


def rounds(done: int, due: int) -> Iterator[range]:
    """Cut the replicates from `done` to `due` into rounds of whole chunks."""
    size = CHUNK * max(2, -(-due // (ROUNDS * CHUNK)))
    for start in range(done, due, size):
        yield range(start, min(start + size, due))


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
