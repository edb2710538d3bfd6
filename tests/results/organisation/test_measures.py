"""Measures of a year: what is asked of one person."""

import numpy as np

from homeward.kernel.year.duty_tables import END
from homeward.kernel.year.folk_tables import MIND, RECOVERY
from homeward.results.organisation.measures import Person, k_level


def amputees(scores: list[float]) -> Person:
    """Survivors who lost a limb, a replicate for each score of the AMP."""
    person = Person(np.zeros(len(scores), END), np.zeros(len(scores), RECOVERY), np.zeros(len(scores), MIND))
    person.end["limb_lost"], person.end["died_s"] = 1, -1
    person.recovery["score"] = scores
    return person


def test_the_functional_level_follows_the_score() -> None:
    assert k_level(amputees([0.0, 8.9, 9.0, 21.0, 36.9, 37.0])).tolist() == [0, 0, 1, 2, 3, 4]


def test_whoever_kept_his_limbs_or_died_has_none() -> None:
    people = amputees([30.0, 30.0])
    people.end["limb_lost"][0], people.end["died_s"][1] = 0, 5
    assert np.isnan(k_level(people)).all()
