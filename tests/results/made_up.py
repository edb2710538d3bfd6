"""Results made up for the tests of pictures, reports and chronicles: no life was lived for them."""

from dataclasses import replace

import numpy as np

from homeward.codes import Awareness, Cause, Event, Sign
from homeward.kernel.tables import FATE, LEDGER, OUTCOME, SAMPLE
from homeward.results.intervals import paired_share_interval, wilson
from homeward.results.quantity import Difference, Measure
from homeward.results.results import ArmResult, DeathPlace, PersonFate, Results, Review, Spread
from homeward.results.survival import SurvivalCurve, count_times
from homeward.results.timeline import Observation, Timeline

LIVES = 1000
NAMES = ("Izumo", "Kotetsu")
ARMS = {
    "as it was": 0.04,
    "the medic lives": 0.41,
    "the fourth stays and carries": 0.22,
    "a dressing and a chest seal at once, before anybody sets off": 0.33,
    "tourniquet and packing where they apply": 0.12,
    "call the gate; medics meet them half way": 0.45,
    "he never stops to rest": 0.05,
    "a steady pace": 0.05,
    "he is left behind and a party is sent": 0.001,
    "one step of God's Step": 0.93,
}


def share(hits: int, n: int = LIVES, label: str = "alive") -> Measure:
    """A share with its interval."""
    return Measure(hits / n, *wilson(hits, n), n, "share", label)


def an_arm(name: str, alive: float, base: float | None) -> ArmResult:
    """An arm in which the focus person lives in this share of the lives; base None: it is the base itself."""
    lives, hits = LIVES, round(alive * LIVES)
    draws = np.random.default_rng(int(1000 * alive))
    deaths_s = draws.normal(2000, 300, lives - hits).clip(300)
    deaths_s[: len(deaths_s) // 8] *= 200
    versus = {}
    if base is not None:
        gained = max(0, hits - round(base * LIVES))
        versus = {
            "alive_at_30_days": Difference(
                *paired_share_interval(gained, 3, lives), lives, 4.0, "share", "alive at 30 days"
            )
        }
    late = len(deaths_s) // 8
    person = PersonFate(
        "Kotetsu",
        True,
        share(990),
        share(980),
        share(1000),
        share(10),
        share(0),
        share(700),
        versus.get("alive_at_30_days"),
    )
    return ArmResult(
        name=name,
        about="What is different: words about it.",
        replicates=lives,
        measures={
            "alive_on_arrival": share(hits + late),
            "alive_at_30_days": share(hits, label="alive at 30 days"),
            "minutes_to_care": Measure(44.0, 43.1, 44.9, lives, "min", "time to care"),
        },
        versus_base=versus,
        causes=causes_among(len(deaths_s)),
        death_places=(DeathPlace(0, 250, len(deaths_s)),),
        spreads={"minutes_to_death": Spread(20, 28, 33, 38, 45)},
        survival=SurvivalCurve.from_counts(count_times(deaths_s.astype(np.int64)), lives),
        people={"Izumo": replace(person, name="Izumo"), "Kotetsu": person},
    )


def causes_among(deaths: int) -> dict[str, int]:
    """Deaths by every cause there is, each rarer than the last."""
    left, causes = deaths, {}
    for cause in (Cause.AIRWAY_OR_CHEST, Cause.HAEMORRHAGE, *[c for c in Cause if c > Cause.AIRWAY_OR_CHEST]):
        causes[cause.name.lower()] = left - left * 2 // 5
        left = left * 2 // 5
    causes["haemorrhage"] += left
    return causes


def a_comparison(arms: dict[str, float] | None = None) -> Results:
    """A comparison of arms with these shares alive; one arm alone makes it a study."""
    arms = arms or ARMS
    base = next(iter(arms.values()))
    results = [an_arm(name, alive, None if i == 0 else base) for i, (name, alive) in enumerate(arms.items())]
    return Results(
        command="compare" if len(arms) > 1 else "study",
        scenario="izumo",
        title="The gate",
        scenario_sha256="0" * 64,
        seed=7,
        replicates=LIVES,
        asked=LIVES,
        wall_s=1.0,
        focus="Izumo",
        carrier="Kotetsu",
        arms=tuple(results),
        provenance={"homeward": "0.1.0", "python": "3.11.7", "numpy": "2.4.0"},
        timeline=a_timeline(),
    )


def a_review(ended: str = "death", arms: dict[str, float] | None = None) -> Results:
    """A review of facts that end in death or in life."""
    compared = a_comparison(arms)
    turned = [
        replace(
            arm,
            saved=share(round(1000 * arm.measures["alive_at_30_days"].mean)) if ended == "death" else None,
            lost=share(round(1000 * (1 - arm.measures["alive_at_30_days"].mean))) if ended == "life" else None,
            necessary=share(round(700 * arm.measures["alive_at_30_days"].mean)),
            sufficient=share(550),
        )
        for arm in compared.arms
    ]
    observed = (
        Observation("Izumo", "talks", int(Sign.TALKS), 0, 600, True, 0.9),
        Observation("Izumo", "slurred", int(Sign.SLURRED), 900, 1800, False, 0.5),
        Observation("Izumo", "no pulse", int(Sign.NO_PULSE), 2100, 2640, False, 0.2),
        Observation("Kotetsu", "pulse", int(Sign.PULSE), 90, 2640, True, 0.99),
        Observation("Kotetsu", "arrived", int(Sign.ARRIVED), 2500, 2640, False, 0.6),
        Observation("Kotetsu", "survived", int(Sign.SURVIVED), 0, 30 * 86_400, False, 0.9),
    )
    review = Review(observed, agreeing=LIVES, ended=ended, ended_share=1.0, sufficiency_replicates=20_000)
    return replace(compared, command="review", arms=tuple(turned), review=review, replicates=100_000, asked=100_000)


def a_timeline() -> Timeline:
    """One life of 44 minutes: he fades and dies near the end of the way."""
    moments = np.arange(0, 2640, 30)
    samples = np.zeros(2 * len(moments), SAMPLE)
    for i, at_s in enumerate(moments):
        for who in range(2):
            row = samples[2 * i + who]
            row["at_s"], row["who"] = at_s, who
            row["blood_ml"] = 5000 - at_s * (1.0 if who == 0 else 0.05)
            row["awareness"] = sum(at_s > s for s in (500, 1000, 1700, 2000, 2400)) if who == 0 else 0
            row["wprime"] = 0.5 + 0.4 * np.cos(at_s / 70)
            row["reserve"], row["hold"] = 1 - at_s / 5000, 0.5
            row["to_go_m"] = max(0.0, 1700 - at_s * 0.67)
    return Timeline(17, samples, NAMES, np.array([5000.0, 5200.0]), a_ledger())


def rows_of(*rows: tuple[float, ...]) -> np.ndarray:
    """A ledger with these rows (at_s, event, who, other, to_go_m, detail), in order of time."""
    ledger = np.array(list(rows), dtype=[(name, LEDGER[name]) for name in LEDGER.names])
    return np.sort(ledger, order="at_s", kind="stable").astype(LEDGER)


def a_ledger() -> np.ndarray:
    """What happened in that life, as the kernel would have logged it."""
    return rows_of(
        (60, Event.AID_STARTED, 1, 0, 1700, 2),
        (180, Event.AID_FAILED, 1, 0, 1700, 2),
        (190, Event.SET_OFF, -1, 0, 1700, 1),
        (501, Event.CHANGED, 0, -1, 1400, Awareness.LIGHTHEADED),
        *[(240 + 80 * i, Event.RESTED, -1, 0, 1660 - 50 * i, 20 + i) for i in range(25)],
        *[(290 + 160 * i, Event.KNEE_GAVE_WAY, 1, 0, 1620 - 100 * i, 0) for i in range(10)],
        (2401, Event.DIED, 0, -1, 210, 1),
        (2600, Event.ARRIVED, 1, -1, 0, 43),
    )


def the_fates() -> np.ndarray:
    """Izumo dies 210 m short; Kotetsu comes home."""
    fates = np.zeros(2, FATE)
    fates["team0"] = 1
    for name in ("arrived_s", "care_s", "dead_s", "fit_s"):
        fates[name] = -1
    fates[0]["cause"], fates[0]["dead_s"], fates[0]["dead_at_m"] = 1, 2401, 210
    fates[1]["arrived_s"], fates[1]["alive_on_arrival"], fates[1]["alive_30"] = 2600, 1, 1
    return fates


def the_outcome() -> np.void:
    """An outcome row of a life that ended after 44 minutes."""
    outcome = np.zeros(1, OUTCOME)
    outcome["end_s"] = 2640
    return outcome[0]
