"""Run the treatment centre of the package treat-sim and write down what it found: needs its own environment.

    .venv-verification/bin/python verification/treatment_centre/theirs.py theirs.json --replications 500

This file knows treat-sim and nothing of Homeward. The package's measures are taken as it reports them. One is added:
what it reports as utilisation counts the full lengths of all services that began, also what lies beyond the end of the
run; `busy` is, from the same patients, the share of the run in which a server worked.
"""

import argparse
import json
import math
import sys
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

from treat_sim import model as theirs
from treat_sim.datasets import load_nelson_arrivals

LENGTH_MIN = theirs.DEFAULT_RESULTS_COLLECTION_PERIOD
STEPS = {
    "trauma": (("triage", "triage", "triage"), ("trauma", "trauma", "trauma"), ("treat", "treat", "cubicle_2")),
    "non-trauma": (
        ("triage", "triage", "triage"),
        ("reg", "reg", "registration"),
        ("exam", "exam", "examination"),
        ("treat", "treat", "cubicle_1"),
    ),
}
"""By kind of patient, in order: attributes wait_... and ..._duration, and the server that works."""
SERVERS = {
    "triage": theirs.DEFAULT_N_TRIAGE,
    "registration": theirs.DEFAULT_N_REG,
    "examination": theirs.DEFAULT_N_EXAM,
    "trauma": theirs.DEFAULT_N_TRAUMA,
    "cubicle_1": theirs.DEFAULT_N_CUBICLES_1,
    "cubicle_2": theirs.DEFAULT_N_CUBICLES_2,
}


def worked_min(patient: object, kind: str) -> Iterable[tuple[str, float]]:
    """Yield the minutes before the end of the run that each server worked on a patient."""
    now = patient.arrival
    for wait, duration, server in STEPS[kind]:
        waited, lasts = getattr(patient, f"wait_{wait}"), getattr(patient, f"{duration}_duration")
        if lasts == -math.inf:
            return
        now += waited
        yield server, min(lasts, LENGTH_MIN - now)
        now += lasts


def busy(run: theirs.TreatmentCentreModel) -> dict[str, float]:
    """Return the share of the run in which each kind of server worked."""
    minutes = dict.fromkeys(SERVERS, 0.0)
    for kind, patients in (("trauma", run.trauma_patients), ("non-trauma", run.non_trauma_patients)):
        for patient in patients:
            for server, worked in worked_min(patient, kind):
                minutes[server] += worked
    return {f"busy: {server}": minutes[server] / LENGTH_MIN / count for server, count in SERVERS.items()}


def replicate(scenario: theirs.Scenario, number: int) -> dict[str, float]:
    """Run one replication as treat-sim's own `single_run` does and return every measure of it."""
    scenario.set_random_no_set(number)
    run = theirs.TreatmentCentreModel(scenario)
    run.run(results_collection_period=LENGTH_MIN)
    summary = theirs.SimulationSummary(run)
    summary.process_run_results()
    return {**summary.results, **busy(run)}


def parameters() -> dict[str, object]:
    """Return every number the package's centre is made of."""
    named = {name: value for name, value in vars(theirs).items() if name.startswith("DEFAULT_")}
    numbers = {name: value for name, value in named.items() if isinstance(value, int | float)}
    return {**numbers, "arrivals per hour": load_nelson_arrivals()["arrival_rate"].tolist()}


def column(rows: list[dict[str, float]], name: str) -> list[float | None]:
    """Return one measure over replications; None where it is a mean over nobody."""
    return [None if math.isnan(row[name]) else float(row[name]) for row in rows]


def main(words: list[str]) -> int:
    """Run and write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--replications", type=int, default=500)
    asked = parser.parse_args(words)
    scenario = theirs.Scenario()
    rows = [replicate(scenario, number) for number in range(asked.replications)]
    told = {
        "versions": {name: version(name) for name in ("treat-sim", "sim-tools", "simpy", "numpy")},
        "parameters": parameters(),
        "measures": {name: column(rows, name) for name in rows[0]},
    }
    asked.file.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
