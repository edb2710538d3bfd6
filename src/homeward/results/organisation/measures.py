"""What is asked of a year: one value per replicate, of the organisation and of the people followed."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from homeward.codes import LimbStage
from homeward.results.values import Valued

if TYPE_CHECKING:
    from homeward.run.organisation import Years

DAY_S = 86_400.0


class Person(NamedTuple):
    """What became of one person in n replicates: (n,) END, RECOVERY and MIND."""

    end: np.ndarray
    recovery: np.ndarray
    mind: np.ndarray


Answer = Callable[[Person], np.ndarray]
"""(n,) floats; NaN for no answer."""


@dataclass(frozen=True)
class OfYear:
    """A measure of the organisation: what it is, and how a year answers it, (n,) floats with NaN for no answer."""

    valued: Valued
    answer: Callable[["Years"], np.ndarray]


@dataclass(frozen=True)
class OfPerson:
    """A measure of one person followed."""

    word: str
    label: str
    unit: str
    answer: Answer

    def of(self, name: str) -> Valued:
        """The measure for a person of this name."""
        return Valued(f"{slug(name)}_{self.word}", f"{name}: {self.label}", self.unit)


def slug(name: str) -> str:
    """A name as it stands in JSON and after --measure."""
    return re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")


def counted(field: str) -> Callable[["Years"], np.ndarray]:
    """A count of the tally."""
    return lambda years: years.totals[field].astype(float)


def per(numerator: str, denominator: str, share: float = 1.0) -> Callable[["Years"], np.ndarray]:
    """A ratio of two counts of the tally; no answer where the second is 0."""

    def answer(years: "Years") -> np.ndarray:
        below = years.totals[denominator].astype(float)
        return share * np.divide(years.totals[numerator], below, out=np.full(len(below), np.nan), where=below > 0)

    return answer


def academy_cover(years: "Years") -> np.ndarray:
    """Per cent of classes that had a teacher."""
    return 100.0 - per("unstaffed", "class_days", 100.0)(years)


def strength_mean(years: "Years") -> np.ndarray:
    return years.days["strength"].sum(axis=2).mean(axis=1).astype(float)


def strength_worst(years: "Years") -> np.ndarray:
    return years.days["strength"].sum(axis=2).min(axis=1).astype(float)


OF_THE_YEAR = (
    OfYear(Valued("missions", "missions that came", "missions"), counted("came")),
    OfYear(Valued("missions_done", "missions done", "missions"), counted("done")),
    OfYear(Valued("missions_failed", "missions failed", "missions"), counted("failed")),
    OfYear(Valued("missions_refused", "missions refused", "missions"), counted("refused")),
    OfYear(Valued("missions_delayed", "missions that started late", "missions"), counted("delayed")),
    OfYear(Valued("short_handed", "times somebody went who should have stayed", "times"), counted("short_handed")),
    OfYear(Valued("contacts", "incidents on missions", "incidents"), counted("contacts")),
    OfYear(Valued("wounded", "wounded", "people"), counted("wounded")),
    OfYear(Valued("killed", "killed, before the hospital's door", "people"), counted("killed")),
    OfYear(Valued("died_of_wounds", "died of wounds, behind it", "people"), counted("died_of_wounds")),
    OfYear(Valued("missing", "missing", "people"), counted("missing")),
    OfYear(Valued("carried", "carried in by somebody", "people"), counted("carried")),
    OfYear(Valued("bed_days", "bed-days of members", "days"), counted("bed_days")),
    OfYear(Valued("days_to_duty", "days to return to duty", "days"), per("fit_again_days", "fit_again")),
    OfYear(Valued("strength", "people free for missions, mean", "people"), strength_mean),
    OfYear(Valued("strength_worst", "people free for missions, worst day", "people"), strength_worst),
    OfYear(Valued("academy_cover", "classes that had a teacher", "%"), academy_cover),
    OfYear(Valued("false_clears", "cleared though unfit", "people"), counted("false_clears")),
    OfYear(Valued("false_holds", "held though fit", "people"), counted("false_holds")),
    OfYear(Valued("letters_held", "letters held back", "letters"), counted("letters_held")),
    OfYear(Valued("passed", "exams passed", "people"), counted("passed")),
    OfYear(Valued("candidates_lost", "candidates who died before the exam", "people"), counted("candidates_lost")),
)


def of_end(question: Callable[[np.ndarray], np.ndarray]) -> Answer:
    """A question to a person's END rows."""
    return lambda person: question(person.end).astype(float)


def days_since_start(field: str) -> Answer:
    """The day of a date of END; no answer where it never came."""
    return lambda person: np.where(person.end[field] >= 0, person.end[field] / DAY_S, np.nan)


def between(rows: np.ndarray, earlier: str, later: str) -> np.ndarray:
    """Seconds between two dates; NaN where either never came."""
    both = (rows[later] >= 0) & (rows[earlier] >= 0)
    return np.where(both, rows[later] - rows[earlier], np.nan)


def of_those_home(field: str, unit: float = 1.0) -> Answer:
    """A number of a person's RECOVERY, of the replicates in which he came home from hospital."""

    def answer(person: Person) -> np.ndarray:
        rows = person.recovery
        return np.where((rows["home_s"] >= 0) & (rows[field] >= 0), rows[field] / unit, np.nan)

    return answer


def of_mind(field: str) -> Answer:
    """A number of a person's MIND."""
    return lambda person: person.mind[field].astype(float)


def alive_then(answer: Answer) -> Answer:
    """The same, of the replicates in which he lives."""
    return lambda person: np.where(person.end["died_s"] < 0, answer(person), np.nan)


def silent_days(person: Person) -> np.ndarray:
    return between(person.mind, "stunned_s", "answered_s") / DAY_S


def day_of_stairs(person: Person) -> np.ndarray:
    return np.where(person.recovery["climbed_s"] >= 0, person.recovery["climbed_s"] / DAY_S, np.nan)


K_FROM = (9.0, 21.0, 29.0, 37.0)
"""AMPnoPRO from which a walker is K1, K2, K3, K4 (Gailey 2002; cut points from memory, as the databook says)."""


def k_level(person: Person) -> np.ndarray:
    """Medicare functional level, 0 to 4, of a survivor who lost a limb."""
    lost = (person.end["limb_lost"] > 0) & (person.end["died_s"] < 0)
    return np.where(lost, np.searchsorted(K_FROM, person.recovery["score"], side="right"), np.nan)


OF_A_PERSON = (
    OfPerson("alive", "alive", "share", of_end(lambda end: end["died_s"] < 0)),
    OfPerson("limb_lost", "lost a limb", "share", of_end(lambda end: end["limb_lost"] > 0)),
    OfPerson("hospital_days", "in hospital", "days", of_end(lambda end: end["hospital_days"])),
    OfPerson("unfit_days", "not fit for missions", "days", of_end(lambda end: end["unfit_days"])),
    OfPerson("silent_days", "without a word", "days", silent_days),
    OfPerson("visits", "visits received", "visits", of_mind("visited")),
    OfPerson("walk_home", "walk home from hospital", "min", of_those_home("walked_s", 60.0)),
    OfPerson("stairs", "first climbs his stairs alone, on", "day", day_of_stairs),
    OfPerson("indoors", "before the first time outside", "days", of_those_home("indoors")),
    OfPerson(
        "new_leg", "walks on a prosthesis at the end", "share", of_end(lambda end: end["limb"] == LimbStage.WALKING)
    ),
    OfPerson("k_level", "functional level at the end (K0-K4), after losing a limb", "points", k_level),
    OfPerson("relieved", "relieved from active duty, on", "day", days_since_start("relieved_s")),
    OfPerson("removed", "removed from the Academy, on", "day", days_since_start("removed_s")),
    OfPerson("applied", "applies to the Academy again", "share", of_end(lambda end: end["applied_s"] >= 0)),
    OfPerson("reinstated", "teaches again", "share", of_end(lambda end: end["reinstated_s"] >= 0)),
    OfPerson("fit_again", "back on missions, on", "day", days_since_start("fit_again_s")),
    OfPerson("distress_most", "distress, at worst (0-27)", "points", of_mind("most")),
    OfPerson("distress", "distress at the end (0-27)", "points", alive_then(of_end(lambda end: end["distress"]))),
    OfPerson("function", "function at the end (0-1)", "times", alive_then(of_end(lambda end: end["function"]))),
)


def definitions(followed: Sequence[str]) -> list[Valued]:
    """Return every measure, of the year and of the people followed, in the order of tables."""
    return [m.valued for m in OF_THE_YEAR] + [m.of(name) for name in followed for m in OF_A_PERSON]


def answers(years: "Years", followed: Sequence[str], rows: Sequence[int]) -> dict[str, np.ndarray]:
    """Return (n,) floats by measure; NaN where a replicate has no answer. `rows`: of the people followed."""
    found = {measure.valued.name: measure.answer(years) for measure in OF_THE_YEAR}
    for k, (name, row) in enumerate(zip(followed, rows, strict=True)):
        person = Person(years.ends[:, row], years.recoveries[:, k], years.minds[:, k])
        found |= {measure.of(name).name: measure.answer(person) for measure in OF_A_PERSON}
    return found
