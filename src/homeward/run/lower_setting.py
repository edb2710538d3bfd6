"""A setting as the kernel's tables: SETTING and TREATMENT rows."""

from typing import Any

import numpy as np

from homeward.codes import Skill, Treatment
from homeward.kernel.tables import SETTING, TREATMENT
from homeward.model.quantity import Quantity
from homeward.model.setting import Setting
from homeward.run.dists import Dists

SAME = {
    "map_normal_mmhg": "bleeding.map_normal",
    "compensation_loss": "bleeding.compensation_loss",
    "collapse_loss": "bleeding.collapse_loss",
    "loss_sd": "bleeding.loss_sd",
    "refill_share": "bleeding.refill_share",
    "refill_flow_ml_s": "bleeding.refill_flow",
    "debt_map_mmhg": "bleeding.debt_map",
    "rebleed_restores": "bleeding.rebleed_restores",
    "rough_rebleed": "bleeding.rough_rebleed",
    "lightheaded_loss": "awareness.lightheaded_loss",
    "voice_map_mmhg": "awareness.voice_map",
    "pain_map_mmhg": "awareness.pain_map",
    "unresponsive_map_mmhg": "awareness.unresponsive_map",
    "arrest_map_mmhg": "awareness.arrest_map",
    "awareness_spread": "awareness.spread",
    "upright_factor": "awareness.upright_factor",
    "rest_w_per_kg": "exertion.rest",
    "cp_share": "exertion.cp_share",
    "fast_share": "exertion.fast_share",
    "fast_tau_s": "exertion.fast_tau",
    "slow_tau_s": "exertion.slow_tau",
    "duty_reserve": "exertion.duty",
    "grip_a_s": "carrying.grip_a",
    "grip_b": "carrying.grip_b",
    "hold_spread": "carrying.hold_spread",
    "hold_tau_s": "carrying.hold_tau",
    "litter_kg": "carrying.litter",
    "drag_friction": "carrying.friction",
    "speed_spread": "carrying.speed_spread",
    "hurry_factor": "carrying.hurry_factor",
    "steady_factor": "carrying.steady_factor",
    "steady_cp": "carrying.steady_cp",
    "resume_hurry": "carrying.resume_hurry",
    "resume_steady": "carrying.resume_steady",
    "resume_never": "carrying.resume_never",
    "swap_s": "carrying.swap",
    "stumble_load": "carrying.stumble_load",
    "stumble_tired": "carrying.stumble_tired",
    "march_leg_m": "carrying.march_leg",
    "aid_wound_factor": "first_aid.wound_factor",
    "aid_fire_factor": "first_aid.fire_factor",
    "txa_early": "first_aid.txa_early",
    "txa_late": "first_aid.txa_late",
    "txa_harm": "first_aid.txa_harm",
    "txa_responders": "first_aid.txa_responders",
    "blood_unit_ml": "first_aid.blood_unit",
    "warming_clot": "first_aid.warming_clot",
    "step_range_m": "step.range",
    "step_stagger": "step.stagger",
    "step_collapse": "step.collapse",
    "step_death": "step.death",
    "step_jolt": "step.jolt",
    "step_noise_m": "step.noise",
    "warned_factor": "arrival.warned_factor",
    "debt_death": "arrival.debt_death",
    "table_map_mmhg": "arrival.table_map",
    "transfusion_ml": "arrival.transfusion",
    "hit_killed": "weapons.killed",
}
"""Fields whose unit is the base unit of the model's entry: field -> section.entry."""

SCALED = {
    "stumble_per_km": ("carrying.stumbles", 1000.0),
    "knee_per_min": ("carrying.knee", 60.0),
    "march_hours": ("carrying.march_hours", 1 / 3600),
    "limb_loss_hours": ("arrival.limb_loss", 1 / 3600),
}
"""Fields in another unit than the base unit, and the factor between them."""

DRAWN = {
    "debt_limit_dist": "bleeding.debt_limit",
    "stumble_rest_dist": "carrying.stumble_rest",
    "step_cost_dist": "step.cost",
    "step_prepare_dist": "step.prepare",
    "reserve_start_dist": "exertion.start",
    "recovery_tau_dist": "exertion.recovery",
    "first_hands_dist": "arrival.first_hands",
    "stretcher_dist": "arrival.stretcher",
    "triage_dist": "arrival.triage",
    "theatre_time_dist": "arrival.theatre",
    "refusal_dist": "arrival.refusal",
    "death_day_dist": "arrival.death_day",
    "hit_clot_dist": "weapons.clotting",
    "hit_gait_dist": "weapons.gait",
    "hit_threat_dist": "weapons.chest_kills_in",
}
"""Fields that name a distribution."""

REGIONS = ("head", "chest", "abdomen", "limb")


def entry_of(setting: Setting, path: str) -> Quantity | None:
    """Return `section.entry` of a setting; None when it has no such section."""
    section, entry = path.split(".")
    holder = getattr(setting, section)
    return None if holder is None else getattr(holder, entry)


def lower_setting(setting: Setting, dists: Dists) -> np.ndarray:
    """Return the one-row SETTING table."""
    table = np.zeros(1, SETTING)
    row = table[0]
    for field, path in SAME.items():
        entry = entry_of(setting, path)
        row[field] = 0.0 if entry is None else entry.a
    for field, (path, factor) in SCALED.items():
        entry = entry_of(setting, path)
        row[field] = 0.0 if entry is None else entry.a * factor
    for field, path in DRAWN.items():
        row[field] = dists.row(entry_of(setting, path))
    row["energy_model"] = setting.exertion.energy_model
    row["triss"] = setting.triss.blunt, setting.triss.penetrating
    lower_awareness(setting, row)
    lower_means(setting, row)
    lower_weapons(setting, row, dists)
    arrival = setting.arrival
    # By Triage: a casualty without a category is not waiting, so its row is never asked for.
    row["theatre_wait_dist"] = [-1, *map(dists.row, (arrival.wait_t1, arrival.wait_t2, arrival.wait_t3))]
    return table


def lower_awareness(setting: Setting, row: Any) -> None:
    """At which share of a threat's course each level of awareness is lost."""
    levels = setting.awareness
    shares = levels.threat_lightheaded, levels.threat_voice, levels.threat_pain, levels.threat_unresponsive
    row["threat_level"] = [share.a for share in shares]


def lower_means(setting: Setting, row: Any) -> None:
    """By Means; carrying nobody takes no hands and costs no speed."""
    row["hold_factor"], row["hand_share"], row["upright"], row["carry_speed"] = 1.0, 0.0, 0.0, 1.0
    for means in setting.means:
        row["hold_factor"][means.name] = means.hold_factor.a
        row["hand_share"][means.name] = means.hand_share.a
        row["upright"][means.name] = float(means.upright)
        row["carry_speed"][means.name] = means.speed.a


def lower_weapons(setting: Setting, row: Any, dists: Dists) -> None:
    """Relative frequencies become cumulative shares."""
    weapons = setting.weapons
    row["hit_region"] = cumulative([getattr(weapons, region).a for region in REGIONS])
    row["hit_ais"] = cumulative([getattr(weapons, f"ais_{ais}").a for ais in range(1, 6)])
    row["hit_flow_dist"] = [dists.row(getattr(weapons, f"{region}_bleeding")) for region in REGIONS]


def cumulative(weights: list[float]) -> np.ndarray:
    """Return the running share of the whole; the last is exactly 1."""
    running = np.cumsum(weights)
    return running / running[-1]


def lower_treatments(setting: Setting, dists: Dists) -> np.ndarray:
    """Return the TREATMENT table, by Treatment; what no skill can do asks for more than a surgeon."""
    table = np.zeros(len(Treatment), TREATMENT)
    table["skill"], table["time_dist"] = max(Skill) + 1, -1
    table["flow"] = table["threat"] = table["impairment"] = 1.0
    for treating in setting.treatment:
        row = table[treating.name]
        row["flow"], row["impairment"], row["consumes"] = treating.flow.a, treating.impairment.a, treating.consumes
        factors = treating.airway, treating.open_chest, treating.tension, treating.head
        row["threat"] = [1.0, *(factor.a for factor in factors)]
    for practice in setting.practice:
        row = table[practice.treatment]
        row["time_dist"][practice.skill] = dists.row(practice.time)
        row["success"][practice.skill] = practice.success.a
        row["skill"] = min(row["skill"], practice.skill)
    return table
