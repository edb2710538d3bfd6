"""What a setting says: bodies, fitness, first aid, reserve, arrival, weapons. One row."""

import numpy as np

SETTING = np.dtype(
    [
        # --- bleeding and consciousness
        ("map_normal_mmhg", "f8"),  # mean arterial pressure before wounding
        ("compensation_loss", "f8"),  # share of blood volume lost at which pressure begins to fall
        ("collapse_loss", "f8"),  # share lost at which pressure would reach zero
        ("loss_sd", "f8"),  # standard deviation between people of both
        ("lightheaded_loss", "f8"),  # share lost at which sight and hearing fade
        ("voice_map_mmhg", "f8"),  # below: answers slurred
        ("pain_map_mmhg", "f8"),  # below: murmurs
        ("unresponsive_map_mmhg", "f8"),  # below: nothing
        ("arrest_map_mmhg", "f8"),  # below: no palpable pulse, the heart stops
        ("awareness_spread", "f8"),  # standard deviation between people of the factor on the levels
        ("upright_factor", "f8"),  # thresholds times this when carried upright
        ("refill_share", "f8"),  # share of a very slow bleed made good from the tissues
        ("refill_flow_ml_s", "f8"),  # flow at which that share has halved
        ("debt_map_mmhg", "f8"),  # oxygen debt grows by (this - MAP) per minute
        ("debt_limit_dist", "i8"),  # mmHg min at which shock is irreversible
        ("threat_level", "f8", (4,)),  # share of a threat's course: lightheaded, voice, pain, unresponsive
        ("rebleed_restores", "f8"),  # share of the first flow that a rebleed restores
        # --- fitness, carrying
        ("energy_model", "i8"),  # EnergyModel
        ("rest_w_per_kg", "f8"),  # metabolic rate at rest
        ("cp_share", "f8"),  # critical power as a share of maximal metabolic power
        ("fast_share", "f8"),  # share of W' in the fast pool
        ("fast_tau_s", "f8"),  # its recovery time constant at rest
        ("slow_tau_s", "f8"),  # that of the slow pool
        ("grip_a_s", "f8"),  # hold time = grip_a (load per hand / grip)^-grip_b
        ("grip_b", "f8"),
        ("hold_spread", "f8"),  # sigma of the logarithm between stints
        ("hold_tau_s", "f8"),  # recovery time constant of the hold at rest
        ("hold_factor", "f8", (5,)),  # by Means: hold time relative to a hand-carried litter
        ("hand_share", "f8", (5,)),  # by Means: share of a bearer's load that hangs on the hands
        ("upright", "f8", (5,)),  # by Means: 1 when the casualty hangs upright
        ("carry_speed", "f8", (5,)),  # by Means: speed relative to walking unladen
        ("litter_kg", "f8"),  # mass of a litter
        ("drag_friction", "f8"),  # friction coefficient of a dragged casualty
        ("speed_spread", "f8"),  # sigma of the logarithm of a team's speed from life to life
        ("hurry_factor", "f8"),  # speed of hurrying relative to an ordinary walk under that load
        ("steady_factor", "f8"),  # speed of the steady pace, likewise
        ("steady_cp", "f8"),  # the steady pace keeps power below this share of CP
        ("resume_hurry", "f8"),  # share of reserve and hold at which each policy goes on
        ("resume_steady", "f8"),
        ("resume_never", "f8"),
        ("swap_s", "f8"),  # time to change bearers over
        ("stumble_per_km", "f8"),  # unladen, unhurt, on a path
        ("stumble_load", "f8"),  # times this under a casualty
        ("stumble_tired", "f8"),  # times this with an empty reserve
        ("stumble_rest_dist", "i8"),  # s lost at a stumble
        ("knee_per_min", "f8"),  # rate at which a fully impaired leg gives way under load
        ("rough_rebleed", "f8"),  # chance that one rough handling restarts a clotted wound
        ("march_hours", "f8"),  # hours of marching in 24
        ("march_leg_m", "f8"),  # legs longer than this are marched at the average of work and rest
        # --- first aid
        ("aid_wound_factor", "f8"),  # helper's time times (1 + this x impairment)
        ("aid_fire_factor", "f8"),  # times this under fire
        ("txa_early", "f8"),  # share of flow TXA removes within 1 h, in those who respond
        ("txa_late", "f8"),  # from 1 to 3 h
        ("txa_harm", "f8"),  # share of flow added after 3 h
        ("txa_responders", "f8"),  # share of people in whom clots dissolve too soon, and TXA acts
        ("blood_unit_ml", "f8"),
        ("warming_clot", "f8"),  # clotting rate times this when kept warm
        # --- reserve (God's Step draws on it)
        ("step_range_m", "f8"),  # ground covered by one step
        ("step_cost_dist", "i8"),  # share of the user's full reserve
        ("step_prepare_dist", "i8"),  # s to gather for a step
        ("step_stagger", "f8"),  # below this reserve the user staggers
        ("step_collapse", "f8"),  # below this he passes out
        ("step_death", "f8"),  # hazard of death per unit overdrawn
        ("step_jolt", "f8"),  # chance that a landing restarts a clotted wound
        ("step_noise_m", "f8"),  # a landing is heard this far
        ("reserve_start_dist", "i8"),  # share of the full reserve at the start
        ("recovery_tau_dist", "i8"),  # s; time constant of the reserve's recovery
        ("duty_reserve", "f8"),  # reserve needed for unrestricted duty
        # --- arrival
        ("first_hands_dist", "i8"),  # s from arrival to first hands when nobody was warned
        ("warned_factor", "f8"),  # times this when the gate was warned
        ("stretcher_dist", "i8"),  # s from first hands to the hospital
        ("triage_dist", "i8"),  # s to be triaged
        ("theatre_wait_dist", "i8", (4,)),  # by Triage: s from triage to surgical control
        ("theatre_time_dist", "i8"),
        ("refusal_dist", "i8"),  # s that a carrier who refuses care waits on after the casualty's fate is known
        ("debt_death", "f8"),  # hazard of death per 1000 mmHg min of oxygen debt, after arrival
        ("table_map_mmhg", "f8"),  # deaths below this arrival pressure fall on the table
        ("death_day_dist", "i8"),  # s after surgery, of the other deaths
        ("transfusion_ml", "f8"),  # most that theatre gives
        ("limb_loss_hours", "f8"),  # tourniquet hours at which half the limbs are lost
        # --- triss
        ("triss", "f8", (2, 4)),  # by Mechanism: b0, b1 RTS, b2 ISS, b3 age
        # --- weapons: what a hit does
        ("hit_killed", "f8"),  # share of hits that kill outright
        ("hit_region", "f8", (4,)),  # cumulative: head, chest, abdomen, limb
        ("hit_ais", "f8", (5,)),  # cumulative: AIS 1 to 5
        ("hit_flow_dist", "i8", (4,)),  # mL/s by region as above
        ("hit_clot_dist", "i8"),  # 1/s
        ("hit_gait_dist", "i8"),  # 0..1 impairment of walking by a leg hit
        ("hit_threat_dist", "i8"),  # s to death from a chest hit of AIS 3 or more
    ],
    align=True,
)
