"""Saved, lost, necessary and sufficient, worked out by hand on ten lives."""

import numpy as np
import pytest

from homeward.results.counterfactual import DEATH, LIFE, Turned, answers_of
from tests.results.counted import FOCUS, row_of, some_lives, tally_of

pytestmark = pytest.mark.jitless


def turned(then: str, otherwise: str) -> Turned:
    """Lives alive (+) or dead (-) under the facts, and under the alternative."""
    base, arm = some_lives(len(then)), some_lives(len(then))
    base.fates["alive_30"][:, FOCUS] = np.asarray([life == "+" for life in then])
    arm.fates["alive_30"][:, FOCUS] = np.asarray([life == "+" for life in otherwise])
    return Turned.from_pairs(tally_of(arm, base).pairs[row_of("alive_at_30_days")])


def test_the_table_of_two_by_two() -> None:
    table = turned("----------", "+++-------")
    assert (table.lives, table.dead_then, table.saved, table.lost) == (10, 10, 3, 0)
    table = turned("++++------", "+--+++----")
    assert (table.alive_then, table.saved, table.lost, table.alive_otherwise) == (4, 2, 2, 4)


def test_an_alternative_that_changes_nothing_saves_exactly_nobody() -> None:
    same = turned("+++-------", "+++-------")
    answers = answers_of(same, same, DEATH)
    assert answers.saved.mean == answers.lost.mean == answers.necessary.mean == answers.sufficient.mean == 0.0


def test_facts_that_end_in_death() -> None:
    agreeing = turned("----------", "++++------")
    whole = turned("+++++-----", "++++++++--")
    answers = answers_of(agreeing, whole, DEATH)
    assert answers.saved.mean == answers.necessary.mean == 0.4
    assert (answers.lost.mean, answers.lost.n) == (None, 0)
    # Eight live under the alternative; what was done would have killed three of them.
    assert (answers.sufficient.mean, answers.sufficient.n) == (3 / 8, 8)


def test_facts_that_end_in_life() -> None:
    agreeing = turned("++++++++++", "+++-------")
    whole = turned("++++++----", "+++-------")
    answers = answers_of(agreeing, whole, LIFE)
    assert answers.lost.mean == answers.necessary.mean == 0.7
    assert answers.saved.n == 0
    # Seven die under the alternative; what was done would have saved three of them.
    assert (answers.sufficient.mean, answers.sufficient.n) == (3 / 7, 7)


def test_where_lives_that_agree_end_both_ways_each_is_counted_with_its_own() -> None:
    mixed = turned("++--------", "+-+-------")
    answers = answers_of(mixed, None, DEATH)
    assert (answers.saved.mean, answers.saved.n) == (1 / 8, 8)
    assert (answers.lost.mean, answers.lost.n) == (1 / 2, 2)
    assert answers.sufficient.n == 0


def test_how_the_facts_ended_is_how_most_of_them_did() -> None:
    assert turned("----------", "-" * 10).ending == (DEATH, 1.0)
    assert turned("++++++++--", "-" * 10).ending == (LIFE, 0.8)
