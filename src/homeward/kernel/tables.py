"""Every table of the kernel: one dtype per noun, one line per field with unit and meaning, and the World.

A replicate owns the mutable tables (`orders`, `people`, `wounds`, `parties`, `calendar`, `buckets`, `clock`,
`ledger`, `samples`) and copies them from the lowered scenario before each life; the others are never written by the
kernel. A duration or rate that varies from life to life is a row of `dists`; the field that names it ends in `_dist`
(index, -1: not used).
"""

from typing import NamedTuple

import numpy as np

MAX_PEOPLE = 32
"""How many named people an incident may have (fates are kept per person)."""

DIST = np.dtype(
    [
        ("shape", "i4"),  # Shape
        ("a", "f8"),  # see Shape
        ("b", "f8"),
        ("c", "f8"),
        ("low", "f8"),  # the draw is clipped to low..high
        ("high", "f8"),
    ],
    align=True,
)

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
        (
            "threat_level",
            "f8",
            (4,),
        ),  # share of a threat's course at which he is lightheaded, voice, pain, unresponsive
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

INCIDENT = np.dtype(
    [
        ("focus", "i8"),  # the person asked about
        ("carrier", "i8"),  # the person whose fate is reported as the carrier's
        ("way_m", "f8"),  # whole way
        ("alert_m", "f8"),  # distance from the end at which those who wait see them coming
        # --- trap
        ("trap", "i8"),  # 1 when there is one
        ("trap_at_s", "f8"),  # when the team would step on it
        ("trap_victim", "i8"),  # person
        ("trap_warning_s", "f8"),
        ("trap_dodge_s", "f8"),  # time a body needs to get clear
        ("trap_reaction_dist", "i8"),
        ("search_width_m", "f8"),  # effective sweep width
        ("search_speed_mps", "f8"),
        ("search_area_m2", "f8"),
        ("search_time_s", "f8"),
        # --- ambush and pursuit
        ("attackers", "i8"),  # at the start, 0: none
        ("ambush_at_s", "f8"),
        ("attacker_per_min", "f8"),  # hits per attacker per minute on a whole team (aimed)
        ("surprise_s", "f8"),  # before this the ambushed fire at an area, not at men
        ("area_factor", "f8"),  # their fire meanwhile, relative to aimed
        ("break_share", "f8"),  # attackers leave when this share is left
        ("pursuers", "i8"),  # 0: nobody follows
        ("lead_dist", "i8"),  # m
        ("pursuit_speed_dist", "i8"),  # m/s
        ("give_up_m", "f8"),  # they turn back this far from the end
        ("trail_lost_dist", "i8"),  # s until they lose the trail
        ("found_dist", "i8"),  # s until a man left behind is found by them
        # --- who waits
        ("relief", "i8"),  # people in the party that can be sent, 0: none
        ("relief_skill", "i8"),  # Skill
        ("relief_called_s", "f8"),  # -1: never called
        ("relief_ready_dist", "i8"),  # s from the call to setting out
        ("relief_speed_dist", "i8"),  # m/s out
        ("relief_laden", "f8"),  # times this with a litter
        ("relief_load_dist", "i8"),  # s to treat and load
        ("overdue_dist", "i8"),  # s after the start at which somebody looks for them
        ("lift", "i8"),  # 1 when an aircraft can be called
        ("lift_called_s", "f8"),  # -1: never
        ("lift_call_dist", "i8"),
        ("lift_launch_dist", "i8"),
        ("lift_flyable", "f8"),  # chance that the weather lets it fly at once
        ("lift_weather_dist", "i8"),  # s until it clears otherwise
        ("lift_speed_mps", "f8"),
        ("lift_base_m", "f8"),  # base to scene
        ("lift_hospital_m", "f8"),  # scene to hospital
        ("lift_load_dist", "i8"),
        ("lift_skill", "i8"),  # Skill of the crew
        ("transport", "i8"),  # Transport waiting on the way
        ("transport_at_m", "f8"),
        ("transport_mps", "f8"),
        ("transport_load_dist", "i8"),
        ("transport_jolt", "f8"),  # rough handlings per km
        # --- the decisions
        ("evacuation", "i8"),  # Evacuation
        ("means", "i8"),  # Means wanted; fewer able bearers fall back
        ("bearers", "i8"),  # most people who take turns
        ("pace", "i8"),  # Pace
        ("step_user", "i8"),  # person, -1: nobody can
        ("formation", "i8"),  # Formation of the search
        ("searchers", "i8"),
        ("refuses_care", "i8"),  # 1: the carrier refuses until the casualty's fate is known
    ],
    align=True,
)

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

TREATMENT = np.dtype(
    [
        ("skill", "i8"),  # least Skill that can do it
        ("time_dist", "i8", (5,)),  # by Skill: s
        ("success", "f8", (5,)),  # by Skill
        ("flow", "f8"),  # compressible flow times this when it succeeds
        ("threat", "f8", (5,)),  # by Threat: rate times this when it succeeds
        ("impairment", "f8"),  # walking impairment of the treated wound times this
        ("consumes", "i8"),  # 1: a kit item is used up
    ],
    align=True,
)

ORDER = np.dtype(
    [
        ("treatment", "i8"),  # Treatment
        ("patient", "i8"),  # person
        ("stage", "i8"),  # 0: before setting off, 1: when the relief party or aircraft is there
        ("helper", "i8"),  # person who must do it, -1: policy who_treats
        ("stock", "i8"),  # how many are in the kit when the incident begins
        ("state", "i8"),  # 0 to do, 1 being done, 2 done or impossible
    ],
    align=True,
)

LEG = np.dtype(
    [
        ("start_m", "f8"),
        ("end_m", "f8"),
        ("grade", "f8"),  # rise over run, towards the end of the way
        ("terrain", "f8"),  # Soule-Goldman eta
        ("speed", "f8"),  # walking speed relative to a path (Tobler off-path 0.6)
        ("stumble", "f8"),  # stumbles relative to a path
    ],
    align=True,
)

PARTY = np.dtype(
    [
        ("key", "u8"),
        ("name", "u8"),
        ("at_m", "f8"),  # position on the way, at since_s
        ("speed_mps", "f8"),  # towards the end (negative: from it)
        ("since_s", "i8"),
        ("mode", "i8"),  # Mode
        ("count", "i8"),  # stints, exchanges or steps begun: the nth of its draws
        ("rests", "i8"),
        ("swaps", "i8"),
        ("leg", "i8"),
        ("means", "i8"),  # Means in use
        ("casualty", "i8"),  # person carried, -1
        ("bearing", "i8"),  # bit per person: bearing now
        ("path_mps", "f8"),  # ordinary walking speed on leg number path_leg - 1
        ("path_leg", "i8"),
        ("pace_factor", "f8"),  # this life's speed relative to the median
        ("why", "i8"),  # Event that will end this stint
        ("left", "i8"),  # attackers or pursuers left
        ("steps_left", "i8"),
        ("hits", "i8"),  # hits scored: the nth of their draws
    ],
    align=True,
)

TEAM, HAZARD, PURSUERS, RELIEF, AIRCRAFT, WATCH, PARTIES = range(7)
"""Rows of `parties`, and how many. WATCH: those who wait at the end of the way."""

OBSERVED = np.dtype(
    [
        ("who", "i8"),
        ("sign", "i8"),  # Sign bits
        ("from_s", "i8"),
        ("until_s", "i8"),
        ("throughout", "i8"),  # 1: must hold during the whole window, 0: at some moment in it
    ],
    align=True,
)

NODE = np.dtype(
    [
        ("key", "i8"),  # at_s, then event, then entity, packed: one comparison orders all; see calendar.py
        ("heap", "i8"),  # heap: the key at the slot that has this row's number
        ("next", "i4"),  # entity in the same bucket, -1
        ("prev", "i4"),
        ("slot", "i4"),  # of this row's entity: heap slot, or FAR in a bucket, or AWAY
    ],
    align=True,
)

CLOCK = np.dtype(
    [
        ("now_s", "i8"),
        ("seed", "u8"),
        ("replicate", "u8"),
        ("replicate_key", "u8"),  # splitmix chain of seed and replicate
        ("generator", "i8"),  # Generator
        ("calendar", "i8"),  # CalendarKind
        ("pending", "i8"),  # entries in the calendar
        ("near", "i8"),  # those of them in the heap
        ("day", "i8"),  # calendar queue: the last day whose entries have come into the heap
        ("shift", "i8"),  # calendar queue: log2 of the length of a day in s
        ("looked", "i8"),  # calendar queue: days looked at since its length was set
        ("moved", "i8"),  # calendar queue: entries that came into the heap since then
        ("events", "i8"),  # dispatched in this life
        ("event_limit", "i8"),
        ("fault", "i8"),
        ("wounds", "i8"),  # rows of wounds in use
        ("wounds0", "i8"),  # rows of wounds in the scenario; those after are made in the fight
        ("ledger_on", "i8"),
        ("ledger", "i8"),  # rows of ledger in use
        ("seen", "i8"),  # bit per observation: has held
        ("broken", "i8"),  # bit per observation: can no longer hold
        ("stop_when_broken", "i8"),  # end the life as soon as it contradicts the facts
        ("sample_every_s", "i8"),  # 0: no timeline
        ("next_sample_s", "i8"),
        ("samples", "i8"),
        ("alarm", "i8"),  # the relief party has been called
        ("caught", "i8"),
        ("undecided", "i8"),  # people whose 30 days are not decided
        ("hand_over", "i8"),  # 1: the life of a casualty ends, decided alive, as he comes through the hospital door
    ],
    align=True,
)

LEDGER = np.dtype(
    [
        ("at_s", "i8"),
        ("event", "i4"),  # Event
        ("who", "i4"),  # person, or -1-party
        ("other", "i4"),  # person, -1: nobody
        ("to_go_m", "f8"),  # distance still to go
        ("detail", "f8"),  # see Event
    ],
    align=True,
)

SAMPLE = np.dtype(
    [
        ("at_s", "i8"),
        ("who", "i4"),
        ("awareness", "i4"),
        ("blood_ml", "f8"),
        ("map_mmhg", "f8"),
        ("heart_rate", "f8"),  # per minute
        ("wprime", "f8"),  # share left
        ("hold", "f8"),
        ("reserve", "f8"),
        ("to_go_m", "f8"),
    ],
    align=True,
)

FATE = np.dtype(
    [
        ("alive_on_arrival", "i1"),
        ("alive_30", "i1"),
        ("team0", "i1"),
        ("deserted", "i1"),
        ("cause", "i1"),
        ("triage", "i1"),
        ("limb_lost", "i1"),
        ("collapsed", "i1"),
        ("wounded", "i1"),
        ("iss", "i2"),
        ("niss", "i2"),
        ("arrived_s", "i4"),  # -1
        ("care_s", "i4"),  # -1
        ("dead_s", "i4"),  # -1
        ("fit_s", "i4"),  # -1
        ("dead_at_m", "f4"),
        ("arrival_blood", "f4"),
        ("reserve_left", "f4"),
        ("reserve_spent", "f4"),  # share of the deep reserve
        ("spent_kj", "f4"),
    ],
    align=True,
)

OUTCOME = np.dtype(
    [
        ("fault", "i4"),
        ("agrees", "i4"),  # 1: every observation held
        ("seen", "i8"),  # bit per observation that held
        ("events", "i4"),
        ("caught", "i4"),
        ("rests", "i4"),
        ("end_s", "i4"),
    ],
    align=True,
)


class World(NamedTuple):
    """All that a life needs. Arrays of the dtypes above; one-row arrays for setting, incident and clock."""

    setting: np.ndarray  # (1,) SETTING
    incident: np.ndarray  # (1,) INCIDENT
    dists: np.ndarray  # (d,) DIST
    quantiles: np.ndarray  # (q,) f8, for Shape.EMPIRICAL
    treatments: np.ndarray  # (t,) TREATMENT, by Treatment
    orders: np.ndarray  # (o,) ORDER
    legs: np.ndarray  # (l,) LEG
    observed: np.ndarray  # (b,) OBSERVED, at most 62
    people: np.ndarray  # (p,) PERSON
    wounds: np.ndarray  # (w,) WOUND
    parties: np.ndarray  # (PARTIES,) PARTY
    calendar: np.ndarray  # (2p + PARTIES,) NODE
    buckets: np.ndarray  # (power of two,) i4; calendar queue: first entity of each bucket, -1
    clock: np.ndarray  # (1,) CLOCK
    ledger: np.ndarray  # (n,) LEDGER
    samples: np.ndarray  # (s,) SAMPLE


ENTITY_BODY, ENTITY_HANDS, ENTITY_PARTY = range(3)
"""Entities of the calendar: body of person i is i, what he is doing is p + i, party m is 2p + m."""
