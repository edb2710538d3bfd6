"""Every life of an incident that is kept: the same numbers as the study's, in order, and ledgers of a few."""

import threading
from pathlib import Path

import numpy as np
import pytest

import homeward
from homeward.codes import Event
from homeward.kernel.tables import FATE, OUTCOME
from homeward.results.arms import prepare
from homeward.results.decode import ledger_rows
from homeward.results.sampling import Sampling
from homeward.run.replicate import live_one
from homeward.store.kinds import keeping
from homeward.store.pieces import InOrder
from homeward.store.runs import Run
from homeward.store.summary import summaries
from homeward.store.tables import read_table
from tests.scenario.files import a_file
from tests.store.keeping import REPLICATES, a_run


def table(run: Run, name: str, where: str = "true") -> dict[str, np.ndarray]:
    return read_table(run.table(name), where=where)


def test_a_study_keeps_every_field_of_every_life(place: Path) -> None:
    run = a_run(place)
    outcomes, fates = table(run, "outcomes"), table(run, "fates")
    assert outcomes["replicate"].tolist() == list(range(REPLICATES))
    assert set(OUTCOME.names) <= set(outcomes)
    assert set(FATE.names) <= set(fates)
    assert fates["name"][:3].tolist() == ["Aki", "Ben", "Cho"]
    assert len(fates["name"]) == 3 * REPLICATES
    template = prepare(homeward.load(a_file(place)), "", "", Sampling(seed=4)).template
    _, lived, outcome = live_one(template, 17)
    assert [outcomes[name][17] for name in OUTCOME.names] == list(outcome)
    assert [fates[name][51:54].tolist() for name in FATE.names] == [lived[name].tolist() for name in FATE.names]


def test_causes_and_triage_are_told_in_words_of_those_who_have_them(place: Path) -> None:
    fates = table(a_run(place), "fates", "name = 'Aki'")
    died = fates["dead_s"] >= 0
    assert died.any()
    assert all(word is None for word in fates["cause_word"][~died])
    assert {"haemorrhage"} <= set(fates["cause_word"][died])


def test_the_kept_measures_say_what_the_study_says(place: Path) -> None:
    scenario = homeward.load(a_file(place))
    with keeping(scenario, "compare", "arms") as kept:
        results = homeward.compare(scenario, replicates=500, keep=kept.keeper)
        run = kept.publish(results, "alive_on_arrival")
    for arm, kept_arm in zip(results.arms, summaries(run), strict=True):
        assert (kept_arm.name, kept_arm.replicates) == (arm.name, 500)
        for name, measure in arm.measures.items():
            again = kept_arm.measures[name]
            assert (again.n, again.unit, again.label) == (measure.n, measure.unit, measure.label)
            assert [again.mean, again.low, again.high] == pytest.approx([measure.mean, measure.low, measure.high])


def test_the_number_of_threads_changes_nothing_that_is_kept(place: Path) -> None:
    scenario, kept_tables = homeward.load(a_file(place)), []
    for threads in (1, 3):
        with keeping(scenario, "compare", f"with {threads}") as kept:
            run = kept.publish(
                homeward.compare(scenario, replicates=700, threads=threads, keep=kept.keeper), "alive_on_arrival"
            )
        kept_tables.append({name: table(run, name) for name in ("outcomes", "fates", "measures", "events")})
    for name, columns in kept_tables[0].items():
        for column, values in columns.items():
            assert values.tolist() == pytest.approx(kept_tables[1][name][column].tolist(), nan_ok=True), (name, column)


def test_the_arms_of_a_replicate_stand_beside_each_other(place: Path) -> None:
    outcomes = table(a_run(place, "compare"), "outcomes")
    assert outcomes["replicate"][:4].tolist() == [0, 0, 1, 1]
    assert outcomes["arm"][:4].tolist() == ["as it was", "he hurries"] * 2


def test_a_review_keeps_the_lives_that_agree_under_every_arm(place: Path) -> None:
    run = a_run(place, "review")
    outcomes = table(run, "outcomes")
    facts = outcomes["arm"] == "as it was"
    assert 200 <= run.record["kept"] == facts.sum() == (~facts).sum() < 3000
    assert outcomes["agrees"].all()
    assert np.array_equal(outcomes["replicate"][facts], outcomes["replicate"][~facts])


def test_events_are_kept_of_the_best_the_median_the_worst_and_those_asked_for(place: Path) -> None:
    run = a_run(place, "compare", events=(7, 8))
    chosen = run.record["events"]["chosen"]
    events = table(run, "events")
    assert set(events["replicate"]) == {7, 8, *chosen.values()} == set(run.record["events"]["replicates"])
    assert set(events["arm"]) == {"as it was", "he hurries"}
    measures = table(run, "measures", "arm = 'as it was'")
    assert measures["alive_at_30_days"][chosen["best"]] == 1
    assert measures["alive_at_30_days"][chosen["worst"]] == 0
    assert measures["minutes_to_death"][chosen["worst"]] == np.nanmin(measures["minutes_to_death"])


def test_events_are_kept_in_codes_and_in_words(place: Path) -> None:
    run = a_run(place, events=(7,))
    events = table(run, "events", "replicate = 7")
    scenario = homeward.load(a_file(place))
    ledger = live_one(prepare(scenario, "", "", Sampling(seed=4)).template, 7)[0]
    assert events["event"].tolist() == ledger["event"].tolist()
    told = [(row["event"], row["who"], row["other"]) for row in ledger_rows(ledger, scenario.names)]
    assert list(zip(events["event_word"], events["who_name"], events["other_name"], strict=True)) == told


def test_of_a_wounding_the_other_is_a_wound_and_nobody(place: Path) -> None:
    scenario = homeward.load(a_file(place))
    ledger = live_one(prepare(scenario, "", "", Sampling()).template, 0)[0]
    wounded = ledger[ledger["event"] == Event.WOUNDED]
    wounded["other"] = 40  # the forty-first wound of a long fight
    assert [row["other"] for row in ledger_rows(wounded, scenario.names)] == [None] * len(wounded)


def test_a_scenario_that_is_under_an_arm_already_is_refused(place: Path) -> None:
    with pytest.raises(homeward.HomewardError, match="choose arm and values in the study"):
        keeping(homeward.load(a_file(place)).with_arm("he hurries"), "study")


def test_pieces_that_come_in_any_order_are_written_in_order() -> None:
    written: list[int] = []
    in_order = InOrder(written.append)
    pieces = [(first, first + 10, first) for first in range(0, 200, 10)]
    work = [threading.Thread(target=in_order.add, args=piece) for piece in pieces[::-1]]
    for each in work:
        each.start()
    for each in work:
        each.join()
    assert written == list(range(0, 200, 10))
