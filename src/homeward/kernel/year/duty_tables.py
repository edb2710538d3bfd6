"""Tables of duty: who serves, which missions come, what is decided."""

import numpy as np

SKILLS, TEAM = 64, 8
"""Skills are bits of one word; a mission's team has at most eight people."""

DUTY = np.dtype(
    [
        ("days", "i8"),  # length of the run
        ("starts_weekday", "i8"),  # 0: Monday
        ("starts_day_of_year", "i8"),  # 0: 1 January
        ("morning_s", "i8"),  # time of day at which the desk decides
        ("staffing", "i8"),  # Staffing
        ("rest_days", "i8"),  # the rest rule: days off after a mission
        ("takes_teachers", "i8"),  # 1: when short, a teacher on holiday is taken
        ("avoids_convalescent", "i8"),
        ("fit_for_mission", "f8"),  # function (0..1) needed for missions
        ("fit_for_village", "f8"),  # and for restricted duty
        ("reserve_for_mission", "f8"),  # share of the deep reserve needed
        ("distress_for_mission", "f8"),  # distress above which nobody is sent
        ("board_every_s", "i8"),  # s between two boards of one person
        ("board_sensitivity", "f8"),  # chance that somebody unfit is held
        ("board_specificity", "f8"),  # chance that somebody fit is cleared
        ("false_clear_hazard", "f8"),  # hazard of a mission times this for each who was cleared though unfit
    ],
    align=True,
)

RANK = np.dtype([("name", "u8"), ("level", "i8")], align=True)

MEMBER = np.dtype(
    [
        ("key", "u8"),
        ("name", "u8"),  # stable hash
        ("rank", "i8"),  # row of ranks; the highest row is the top
        ("skills", "u8"),  # bit per skill
        ("status", "i8"),  # DutyStatus
        ("status_s", "i8"),  # since
        ("mission", "i8"),  # row of missions, -1
        ("patient", "i8"),  # row of patients while in hospital, -1
        ("serves", "i8"),  # Work: 0 missions, 1 teacher, 2 gate, 3 desk, 4 hospital
        ("iss", "i8"),  # of the last wounding
        ("limb_lost", "i8"),
        ("rested_s", "i8"),  # end of the last mission
        ("cleared", "i8"),  # 1: the board let him go
        ("falsely", "i8"),  # 1: though unfit
        ("relieved", "i8"),  # 1: relieved from active duty
        ("missions", "i8"),
    ],
    align=True,
)

TERM = np.dtype(
    [
        ("from_s", "i8"),
        ("until_s", "i8"),
        ("kind", "i8"),  # 0 Academy term, 1 leave, 2 curfew
        ("who", "i8"),  # member, -1: everybody it concerns
        ("classes", "i8"),  # teachers needed on a school day
    ],
    align=True,
)

MISSION_TYPE = np.dtype(
    [
        ("name", "u8"),
        ("key", "u8"),
        ("gap_dist", "i8"),  # s between two of them, -1: only the dated ones
        ("at_s", "i8"),  # a dated one, -1
        ("rank", "i8"),  # its rank: 0 D, 1 C, 2 B, 3 A, 4 S
        ("leader_rank", "i8"),  # least rank of its leader
        ("size", "i8"),  # people wanted
        ("least", "i8"),  # fewest with whom it goes
        ("least_rank", "i8"),  # least rank of every member
        ("skills", "u8"),  # skills somebody in the team must have, bit per skill
        ("named", "i8", (TEAM,)),  # members who must go, -1
        ("window_s", "i8"),  # waits at most this long for a team
        ("length_dist", "i8"),  # s away
        ("contact_per_s", "f8"),  # hazard of an incident while away
        ("incident", "i8"),  # which incident is lived at a contact, -1: none
        ("success", "f8"),  # chance that it succeeds without contact
        ("effort_dist", "i8"),  # share of the deep reserve it costs
        ("came", "i8"),
    ],
    align=True,
)

MISSION = np.dtype(
    [
        ("type", "i8"),
        ("number", "i8"),  # nth of its type: names its draws
        ("next", "i8"),  # free rows
        ("state", "i8"),  # 0 unused, 1 waiting, 2 out, 3 over
        ("came_s", "i8"),
        ("starts_s", "i8"),
        ("ends_s", "i8"),
        ("contact_s", "i8"),  # -1: none
        ("member", "i8", (TEAM,)),  # -1
        ("size", "i8"),
        ("hurt", "i8"),
        ("dead", "i8"),
        ("why", "i8"),  # Reason of the last delay
        ("hazard", "f8"),  # factor for those falsely cleared
    ],
    align=True,
)

DECISION = np.dtype(
    [
        ("member", "i8"),
        ("kind", "i8"),  # codes.Decision
        ("due_s", "i8"),
        ("done_s", "i8"),  # -1
        ("why", "i8"),  # Reason
        ("letter", "i8"),  # 1: it reaches him as a letter
        ("held", "i8"),  # 1: may be held back while he is unresponsive
        ("bad", "f8"),  # size of the shock when it is read, 0: none
    ],
    align=True,
)

EXAM = np.dtype(
    [
        ("at_s", "i8"),
        ("to_rank", "i8"),
        ("from_rank", "i8"),
        ("missions", "i8"),  # missions needed to sit it
        ("proctors", "i8"),
        ("proctor_rank", "i8"),
        ("places", "i8"),
        ("pass_share", "f8"),  # chance to pass for a candidate
        ("sat", "i8"),
        ("passed", "i8"),
        ("lost", "i8"),  # candidates who died before it
    ],
    align=True,
)

RANKS_MOST, STATES = 6, 16
DAY = np.dtype(
    [
        ("strength", "i4", (RANKS_MOST,)),  # fit for missions, by rank
        ("status", "i4", (STATES,)),  # people by DutyStatus
        ("came", "i4"),  # missions, on this day
        ("done", "i4"),
        ("failed", "i4"),
        ("refused", "i4"),
        ("waiting", "i4"),
        ("wounded", "i4"),
        ("killed", "i4"),
        ("died_of_wounds", "i4"),
        ("beds", "i4"),
        ("unstaffed", "i4"),  # classes without a teacher
        ("mind", "i4", (4,)),  # people by Mind
        ("watched", "i4"),
    ],
    align=True,
)
"""One row per day of a replicate."""
