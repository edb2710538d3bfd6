"""A person and his wounds."""

import numpy as np

MAX_PEOPLE = 32
"""How many named people an incident may have (fates are kept per person)."""

PERSON = np.dtype(
    [
        ("key", "u8"),  # cached draw key (splitmix) or name (philox)
        ("name", "u8"),  # stable hash of the name
        # --- given
        ("mass_kg", "f8"),
        ("load_kg", "f8"),  # what he carries besides a casualty
        ("age_y", "f8"),
        ("blood0_ml", "f8"),  # blood volume unwounded
        ("vo2max_w", "f8"),  # maximal metabolic power
        ("wprime_j", "f8"),  # metabolic W'
        ("grip_kg", "f8"),
        ("fitness_spread", "f8"),  # sigma of the logarithm of both from life to life
        ("skill", "i8"),  # Skill
        ("fire_per_min", "f8"),  # attackers he puts out of action per minute, aimed
        ("exposure", "f8"),  # weight with which attackers hit him
        ("desertion", "f8"),  # chance that he runs when the fight begins
        ("can_carry", "i8"),
        # --- standing
        ("status", "i8"),  # Status
        ("left_m", "f8"),  # where he was left behind, m from the start
        ("team0", "i8"),  # 1: with the team when the incident begins
        ("helping", "i8"),  # order being carried out, -1
        # --- body
        ("blood_ml", "f8"),  # now, at touched_s
        ("touched_s", "i8"),
        ("compensated_ml", "f8"),  # blood volume below which pressure falls
        ("zero_ml", "f8"),  # blood volume at which pressure would be zero
        ("dim", "f8"),  # personal factor of the awareness thresholds
        ("posture", "f8"),  # upright_factor or 1
        ("awareness", "i8"),  # Awareness
        ("blood_level", "i8"),  # Awareness as the blood volume alone would have it, when last looked at
        ("awareness_s", "i8"),  # since
        ("debt", "f8"),  # oxygen debt, mmHg min
        ("debt_limit", "f8"),
        ("threat", "i8"),  # Threat
        ("threat_done", "f8"),  # share of its course run, at touched_s
        ("threat_per_s", "f8"),  # rate
        ("impairment", "f8"),  # 0..1, of walking, from wounds
        ("iss", "i8"),
        ("niss", "i8"),
        ("mechanism", "i8"),
        ("first_wound", "i8"),  # index in wounds, -1
        ("handled", "i8"),  # rough handlings so far
        ("tourniquet_s", "i8"),  # since, -1
        ("wounded_s", "i8"),  # first wound, -1
        # --- reserve
        ("cp0_w", "f8"),  # critical power, metabolic, unwounded
        ("cp_w", "f8"),  # with the blood he has left
        ("power_w", "f8"),  # metabolic power now
        ("hold_per_s", "f8"),  # rate at which the hold empties now, 0: it recovers
        ("settled_s", "i8"),  # reserve, hold and work are as of this time
        ("fast_j", "f8"),  # W' balance, fast pool
        ("slow_j", "f8"),  # slow pool
        ("hold", "f8"),  # 0..1, what the hands and back have left
        ("load_known", "i8"),  # the load, speed and leg for which hold time and power were last reckoned
        ("leg_known", "i8"),
        ("speed_known", "f8"),
        ("hold_known", "f8"),  # s
        ("power_known", "f8"),  # W
        ("reserve", "f8"),  # 0..1, the deep reserve (chakra; energy)
        ("reserve_spent", "f8"),
        ("spent_j", "f8"),  # work above rest, J
        # --- fate
        ("arrived_s", "i8"),  # -1
        ("care_s", "i8"),  # first medic's hands, -1
        ("dead_s", "i8"),  # -1
        ("dead_at_m", "f8"),  # distance still to go at death
        ("cause", "i8"),  # Cause
        ("collapsed_s", "i8"),  # -1
        ("limb_lost", "i8"),
        ("triage", "i8"),
        ("alive_on_arrival", "i8"),
        ("alive_30", "i8"),  # 1 alive, 0 dead, -1 not decided
        ("arrival_blood", "f8"),  # share of blood left on arrival
        ("arrival_map", "f8"),  # mmHg on arrival
        ("survival", "f8"),  # TRISS probability of survival, from the vitals at triage
        ("refused", "i8"),  # has refused care once
    ],
    align=True,
)

WOUND = np.dtype(
    [
        ("who", "i8"),
        ("next", "i8"),  # next wound of the same person, -1
        ("hazard", "i8"),  # 0: there from the start, 1: the trap makes it
        ("region", "i8"),  # Region
        ("side", "i8"),  # Side
        ("ais", "i8"),
        ("mechanism", "i8"),  # Mechanism
        ("flow_dist", "i8"),  # mL/s at normal pressure, -1: does not bleed
        ("clot_dist", "i8"),  # 1/s, -1: does not clot
        ("compressible", "f8"),  # share of the flow that pressure from outside reaches
        ("amputation", "i8"),  # 1: the limb is gone
        ("threat", "i8"),  # Threat
        ("threat_dist", "i8"),  # s from wounding to death if untreated
        ("impairment_dist", "i8"),  # 0..1, of walking
        ("flow0_ml_s", "f8"),  # as drawn, at normal pressure, before control
        ("outer_ml_s", "f8"),  # compressible part when the body was last touched, after control and clotting
        ("inner_ml_s", "f8"),  # the rest
        ("control", "f8"),  # what treatment leaves of the compressible part
        ("control_inner", "f8"),  # and of the rest
        ("clot_per_s", "f8"),
        ("refill", "f8"),  # share made good from the tissues
        ("impairment", "f8"),
    ],
    align=True,
)
