"""What a kept run came to, read back from its tables: measures with their intervals, and what is worth a look."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from homeward.results.intervals import t975, wilson
from homeward.results.outliers import FarOut, NearLimit, flagged
from homeward.results.quantity import Measure
from homeward.run.lower import EVENT_LIMIT
from homeward.store.duck import literal, open_duck, quoted
from homeward.store.kinds import INCIDENT
from homeward.store.runs import Run
from homeward.store.tables import columns_of, read_table

MEASURES, OUTCOMES = "measures", "outcomes"


@dataclass(frozen=True)
class ArmSummary:
    """One arm: what it is called, over how many replicates, and its measures by name."""

    name: str
    replicates: int
    measures: dict[str, Measure]


def summaries(run: Run) -> list[ArmSummary]:
    """Return every arm of a run that has a table `measures`, in the order of the record; nothing when it has none.

    Intervals are at 95 %: Wilson's for a share of replicates, Student's t for a mean, which may be one of shares.
    """
    if MEASURES not in run.tables:
        return []
    described = kept_measures(run)
    asked = "count({0}), avg({0}), var_samp({0}), bool_and({0} IN (0, 1))"
    parts = ", ".join(asked.format(quoted(each["name"])) for each in described)
    with open_duck() as duck:
        rows = duck.execute(
            f"SELECT arm, count(*), {parts} FROM read_parquet({literal(run.table(MEASURES))}) GROUP BY arm"
        ).fetchall()
    found = {}
    for arm, replicates, *numbers in rows:
        in_fours = zip(described, zip(*[iter(numbers)] * 4, strict=True), strict=True)
        found[arm] = ArmSummary(arm, replicates, {each["name"]: measure(each, *four) for each, four in in_fours})
    return [found[arm["name"]] for arm in run.record["arms"] if arm["name"] in found]


def kept_measures(run: Run) -> list[dict[str, str]]:
    """Return the measures of the record that are a column of `measures`: not those of which a replicate has many."""
    there = set(columns_of(run.table(MEASURES)))
    return [each for each in run.record["measures"] if each["name"] in there]


def measure(
    described: dict[str, str], n: int, mean: float | None, variance: float | None, counts: bool | None
) -> Measure:
    """Return a mean with its interval from the number of answers, their mean and their sample variance.

    `counts` says that every answer is 0 or 1, so that a share is one of replicates.
    """
    unit, label = described["unit"], described["label"]
    if mean is None or not n:
        return Measure(None, None, None, n, unit, label)
    if unit == "share" and counts:
        return Measure(mean, *wilson(round(mean * n), n), n, unit, label)
    if variance is None:
        return Measure(mean, None, None, n, unit, label)
    half = t975(n - 1) * sqrt(variance / n)
    return Measure(mean, mean - half, mean + half, n, unit, label)


def worth_a_look(run: Run, arm: str) -> list[FarOut | NearLimit]:
    """Return what lies far out under an arm, measure by measure, and which lives came near the limit of events.

    One column is read at a time, so that a million replicates take some ten megabytes.
    """
    if MEASURES not in run.tables:
        return []
    where = f"arm = {literal(arm)}"
    replicates = read_table(run.table(MEASURES), "replicate", where=where)["replicate"]
    found = near_the_limit(run, where)
    for name in (each["name"] for each in kept_measures(run)):
        found += flagged(replicates, read_table(run.table(MEASURES), name, where=where))
    return found


def near_the_limit(run: Run, where: str) -> list[FarOut | NearLimit]:
    """Return which lives of an incident came near the number of events at which a life is stopped."""
    if run.record.get("kind") != INCIDENT or OUTCOMES not in run.tables:
        return []
    rows = read_table(run.table(OUTCOMES), "replicate", "events", where=where)
    return flagged(rows["replicate"], {}, {"events": (rows["events"], EVENT_LIMIT)})


def looked_at(found: Sequence[FarOut | NearLimit], most: int = 5) -> list[int]:
    """Return the replicates to replay first, each once."""
    return list(dict.fromkeys(replicate for each in found for replicate in each.replicates))[:most]
