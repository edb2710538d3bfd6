"""What an incident says: hazards, hunters, those who wait, the decisions; its way, its orders, what was seen."""

import numpy as np

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
