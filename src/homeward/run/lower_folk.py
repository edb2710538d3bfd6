"""Recoveries, minds and ties as the kernel's tables: FOLK, AID and TIE rows."""

from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy as np

from homeward.codes import Tie, Watch
from homeward.kernel.year.folk_tables import AID, AIDS, FOLK, TIE
from homeward.model.setting_folk import Folk, YearSetting
from homeward.run.dists import Dists

SAME = {
    "deep_iss": "recovery.deep_iss",
    "bedridden_iss": "recovery.bedridden_iss",
    "setback_per_s": "recovery.setbacks",
    "limb_full": "recovery.limb_full",
    "fit": "recovery.fit",
    "lighter": "recovery.lighter",
    "limb_cap": "recovery.limb_cap",
    "prosthesis_cap": "recovery.prosthesis_cap",
    "unaided": "recovery.unaided",
    "therapy_gain": "therapy.gain",
    "therapy_spread": "therapy.spread",
    "practice": "therapy.practice",
    "mood_takes": "therapy.mood_takes",
    "score_chair": "therapy.chair",
    "score_two": "therapy.two_crutches",
    "score_one": "therapy.one_crutch",
    "score_none": "therapy.no_crutch",
    "detrain_per_s": "walking_home.detraining",
    "detrain_most": "walking_home.detraining_most",
    "retrain_tau_s": "walking_home.retraining",
    "blood_tau_s": "walking_home.blood_back",
    "blood_kept": "walking_home.blood_kept",
    "sick": "walking_home.sick",
    "novice_cost": "walking_home.novice_cost",
    "novice_speed": "walking_home.novice_speed",
    "slowest": "walking_home.slowest",
    "rest_until": "walking_home.rest_until",
    "rest_tau_s": "walking_home.rest_back",
    "flight_m": "walking_home.flight",
    "stair_m": "walking_home.flight_along",
    "stair_mps": "walking_home.stair_speed",
    "heard_per_s": "prosthesis.heard",
    "journey_spread": "prosthesis.journey_spread",
    "ready_score": "prosthesis.ready",
    "fails": "prosthesis.fails",
    "rejection": "prosthesis.rejection",
    "learning_gain": "prosthesis.learning",
    "walks_score": "prosthesis.walks",
    "home_score": "home.alone",
    "errand_m": "home.errand",
    "goes_out_per_s": "home.goes_out",
    "company_out": "home.company",
    "grown_y": "home.grown_up",
    "needs_carer": "home.needs_carer",
    "carer_leaves": "home.carer_leaves",
    "baseline": "mind.baseline",
    "baseline_spread": "mind.baseline_spread",
    "alone": "mind.alone",
    "reactivity_spread": "mind.reactivity_spread",
    "acute_tau_s": "mind.acute",
    "burden_tau_s": "mind.burden",
    "unresolved": "mind.unresolved",
    "support_rate": "mind.support_helps",
    "support_tau_s": "mind.support_lasts",
    "limit_points": "mind.limits",
    "idle_points": "mind.idle",
    "noise": "mind.noise",
    "hysteresis": "mind.hysteresis",
    "answers": "mind.answers",
    "answers_alone": "mind.answers_alone",
    "quiet": "mind.quiet",
    "visit_support": "support.visit",
    "everyday_support": "support.everyday",
    "company_support": "support.company",
    "work_support": "support.work",
    "crisis_per_s": "watch.crises",
    "crisis_from": "watch.crisis_from",
    "crisis_scale": "watch.crisis_scale",
    "crisis_points": "watch.crisis_points",
}
"""Fields whose unit is the base unit of the model's entry: field -> section.entry."""

COUNTS = {
    "sessions_each": "therapy.sessions_each",
    "sits_s": "therapy.in_bed",
    "home_ward_s": "home.ward",
    "visits_most": "support.visits_most",
    "watch_s": "watch.lasts",
    "step_down_s": "watch.step_down",
    "nurses": "watch.nurses",
}
"""The same, as whole numbers."""

DRAWN = {
    "infection_length_dist": "recovery.infection",
    "setback_dist": "recovery.setback",
    "measuring_dist": "prosthesis.measuring",
    "building_dist": "prosthesis.building",
    "fitting_dist": "prosthesis.fitting",
    "upkeep_dist": "prosthesis.upkeep",
    "repair_dist": "prosthesis.repair",
    "told_dist": "mind.told",
}
"""Fields that name a distribution."""

WOUNDS = ("soft", "deep", "amputation")
BANDS = ("1_3", "4_8", "9_15", "16_24", "25")
TIERS = ("low", "middle", "top")
AMP, AMP_PROSTHESIS = 43.0, 47.0
"""Most points of the Amputee Mobility Predictor without and with a prosthesis (Gailey 2002, APMR 83:613)."""


class Bond(NamedTuple):
    """A tie as it is written: what `to` is to `who`, and what `to` does for him."""

    who: int
    to: int
    kind: Tie
    strength: float
    visits: bool = True
    after_s: int = 0
    cares: bool = False
    trusted: bool = False


def lower_folk(setting: YearSetting, dists: Dists, therapists: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the one-row FOLK table and the AID table, by codes.Aid."""
    folk, table = setting.folk, np.zeros(1, FOLK)
    row = table[0]
    for field, path in SAME.items():
        row[field] = _entry(folk, path).a
    for field, path in COUNTS.items():
        row[field] = round(_entry(folk, path).a)
    for field, path in DRAWN.items():
        row[field] = dists.row(_entry(folk, path))
    row["therapists"] = therapists
    _lower_wounds(folk, row, dists)
    _lower_mind(folk, row)
    exertion = setting.exertion
    row["reserve_tau_dist"] = dists.row(exertion.recovery)
    row["rest_w_kg"], row["cp_share"] = exertion.rest.a, exertion.cp_share.a
    row["oxygen_j_ml"], row["efficiency"] = exertion.oxygen_energy.a / 1000.0, exertion.efficiency.a
    row["score_most"] = AMP, AMP_PROSTHESIS
    return table, lower_aids(folk)


def _entry(folk: Folk, path: str) -> Any:
    section, entry = path.split(".")
    return getattr(getattr(folk, section), entry)


def _lower_wounds(folk: Folk, row: Any, dists: Dists) -> None:
    recovery = folk.recovery
    row["closure_dist"] = [dists.row(getattr(recovery, f"closure_{word}")) for word in WOUNDS]
    row["infection"] = [getattr(recovery, f"infection_{word}").a for word in WOUNDS]
    row["return_dist"] = [dists.row(getattr(recovery, f"days_{band}")) for band in BANDS]
    row["returns"] = [getattr(recovery, f"returns_{band}").a for band in BANDS]
    row["limb_returns"] = [getattr(recovery, f"limb_returns_{tier}").a for tier in TIERS]


def _lower_mind(folk: Folk, row: Any) -> None:
    mind, watch = folk.mind, folk.watch
    row["threshold"] = 0.0, mind.strained.a, mind.withdrawn.a, mind.unresponsive.a
    for shock in folk.shock:
        row["shock"][shock.name] = shock.points.a
    for tie in folk.tie:
        row["grief"][tie.name] = tie.grief.a
        row["visit_per_s"][tie.name], row["visit_relief"][tie.name] = tie.visits.a, tie.relief.a
    row["carers_come"] = folk.support.carers_come
    row["watch_withdrawn"], row["watch_unresponsive"] = watch.withdrawn, watch.unresponsive
    row["watch_after_loss"] = watch.after_loss
    factors = {Watch.INTERMITTENT: watch.intermittent, Watch.WITHIN_SIGHT: watch.within_sight}
    factors[Watch.WITHIN_REACH] = watch.within_reach
    row["watch_factor"][Watch.GENERAL] = 1.0
    for level, factor in factors.items():
        row["watch_factor"][level] = factor.a


def lower_aids(folk: Folk) -> np.ndarray:
    """Return the AID table; with what has no row nobody gets about alone."""
    table = np.zeros(AIDS, AID)
    for aid in folk.aid:
        row = table[aid.name]
        row["speed_mps"], row["oxygen_ml_kg_m"] = aid.speed.a, aid.oxygen.a
        row["muscle"], row["stairs"] = aid.muscle.a, aid.stairs.a
    return table


COUNTERPART = {Tie.PUPIL: Tie.TEACHER, Tie.TEACHER: Tie.PUPIL, Tie.CARER: Tie.FRIEND}
"""What somebody is to the other: of other kinds both are the same to each other."""


def lower_ties(bonds: Iterable[Bond], members: int, minds: np.ndarray) -> np.ndarray:
    """Return the TIE rows, those of one person together, and write where they stand into `minds`.

    Whoever has a tie is tied in return: a missing counterpart is added with the same strength. It visits and does
    nothing else.
    """
    known = {(bond.who, bond.to): bond for bond in bonds}
    for bond in list(known.values()):
        kind = COUNTERPART.get(bond.kind, bond.kind)
        known.setdefault((bond.to, bond.who), Bond(bond.to, bond.who, kind, bond.strength))
    ordered = sorted(known.values(), key=lambda bond: (bond.who, bond.to))
    table = np.zeros(len(ordered), TIE)
    for row, bond in zip(table, ordered, strict=True):
        row["to"], row["kind"], row["strength"], row["visits"] = bond.to, bond.kind, bond.strength, bond.visits
        row["after_s"], row["cares"], row["trusted"] = bond.after_s, bond.cares, bond.trusted
    whose = np.array([bond.who for bond in ordered], np.int64)
    minds["ties0"] = np.searchsorted(whose, np.arange(members))
    minds["ties"] = np.bincount(whose, minlength=members)
    return table
