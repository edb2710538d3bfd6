"""Tables of duty: who serves, which missions come, what is decided.

What every morning reads of a person stands in MEMBER; what is asked for seldom in SERVICE (counts, dates) and PHYSIQUE
(what he brings into an incident, never written), so that a million people fit into a cache's line or two each.
`blank` makes rows that mean "nothing yet".
"""

import numpy as np

SKILLS, TEAM, RANKS_MOST, STATES, KINDS = 62, 8, 8, 16, 4
"""Skills are bits of one signed word; a mission's team has at most eight people, a ladder eight ranks; DutyStatus has
room for sixteen; the available of a rank stand in lines of four kinds (see `pools`)."""

NOT_ASKED = -2
"""MEMBER["review_next"] of those who are in no list."""

POOLS = RANKS_MOST * 2 * KINDS
CHECKPOINTS = 5
"""Moments at which everybody's status is written down for the flow between states: the start and the end of each
quarter of the run."""

DUTY = np.dtype(
    [
        # --- the run
        ("days", "i8"),  # length of the run
        ("starts_weekday", "i8"),  # 0: Monday
        ("morning_s", "i8"),  # time of day at which the desk decides
        # --- the desk
        ("staffing", "i8"),  # Staffing
        ("rest_days", "i8"),  # the rest rule: days off after a mission
        ("takes_teachers", "i8"),  # when short: 0 never, 1 teachers on holiday, 2 teachers in term too
        ("avoids_convalescent", "i8"),  # 1: those not yet at `fully_fit` go only when nobody else can
        ("medic_skill", "i8"),  # bit of the skill that `medic_in_every_team` asks for, -1
        ("medic_in_every_team", "i8"),  # 1: every team must have one, whatever its type asks for
        # --- fitness for duty
        ("fit_for_mission", "f8"),  # function (0..1) needed for missions
        ("fit_for_village", "f8"),  # and for restricted duty
        ("fully_fit", "f8"),  # function from which nobody calls him convalescent
        ("reserve_for_mission", "f8"),  # share of the deep reserve needed
        ("distress_for_mission", "f8"),  # distress above which nobody is sent
        ("distress_for_village", "f8"),  # and above which nobody works in the village
        ("board_every_s", "i8"),  # s between two boards of one person, 0: no board, the rule alone decides
        ("board_margin", "f8"),  # shown to the board from this much function or reserve below what is needed
        ("board_sensitivity", "f8"),  # chance that somebody unfit is held
        ("board_specificity", "f8"),  # chance that somebody fit is cleared
        ("false_clear_hazard", "f8"),  # hazard of a mission times this for each who was cleared though unfit
        ("renewal_s", "i8"),  # s off missions to renew a lapsed qualification
        ("qualified_s", "i8"),  # s for which a renewal holds, 0: for ever
        ("leave_days", "i8"),  # yearly leave of everybody, from a drawn day; 0: none
        # --- casualties and the fallen
        ("door", "i8"),  # facility that takes casualties, -1: the incident's own hospital decides
        ("wounded_condition", "i8"),  # condition under which the wounded are admitted
        ("exhausted_condition", "i8"),  # and those who passed out without a wound, -1: as the wounded
        ("acute_stay_dist", "i8"),  # s in acute care where no network lives it
        ("deserter_returns", "f8"),  # chance that somebody who ran comes back
        ("deserter_days_dist", "i8"),  # s until then, -1: the next day
        ("body_found", "f8"),  # chance that a body left behind is brought home later
    ],
    align=True,
)

RANK = np.dtype([("name", "u8"), ("level", "i8")], align=True)
"""From the lowest to the highest."""

MEMBER = np.dtype(
    [
        # --- given
        ("rank", "i4"),  # row of ranks; the highest row is the top
        ("serves", "i4"),  # Work
        ("staff", "i4"),  # row of staff, when he works at a facility of the network, -1
        ("status", "i4"),  # DutyStatus; given: AVAILABLE, CONVALESCENT (hurt before it begins), REASSIGNED, ABSENT
        ("skills", "i8"),  # bit per skill
        ("qualified_until_s", "i8"),  # his qualification for missions lapses, -1: never
        ("missions", "i4"),  # done so far
        # --- standing
        ("reason", "i4"),  # Reason of his present status
        ("key", "u8"),
        ("status_s", "i8"),  # since
        ("ready_s", "i8"),  # joined the line of the available: the longest rested comes first
        ("free_s", "i8"),  # rest, leave, renewal or exam ends, -1
        ("kept", "i4"),  # DutyStatus in which he is until then (RESTING, ON_LEAVE, AT_EXAM, VILLAGE_ONLY to renew)
        ("limits", "i4"),  # bits, see limits.py: what keeps him from missions beyond his body
        ("sound", "i4"),  # 1: looked at, and nothing found; holds while his recovery and mind need no look
        ("mission", "i4"),  # row of missions, -1
        ("patient", "i4"),  # row of patients while in hospital; -2 on the way there; -1
        ("pool", "i4"),  # line of the available in which he stands, -1
        ("next", "i4"),
        ("prev", "i4"),
        ("review_next", "i4"),  # in the list of reviewing.py, -2: not in it
    ],
    align=True,
)
"""What the desk and the roster read and write: two lines of a cache."""

SERVICE = np.dtype(
    [
        # --- given
        ("iss", "i8"),  # of the last wounding; given for those hurt before it begins
        ("limb_lost", "i8"),
        # --- standing
        ("wounded", "i8"),  # times
        ("wounded_s", "i8"),  # last time, -1
        ("first_wounded_s", "i8"),  # -1
        ("fit_again_s", "i8"),  # first return to missions after a wounding, -1
        ("died_s", "i8"),  # -1
        ("cause", "i8"),  # Cause
        ("body_home", "i8"),  # of the dead: 1 recovered, 0 not
        ("hospital_s", "i8"),  # time in hospital
        ("unfit_s", "i8"),  # time neither available nor at work, rest or leave
        ("boards", "i8"),  # times before the board: nth of its draws
        ("board_s", "i8"),  # next one, -1
        ("false_clears", "i8"),
        ("contacts", "i8"),
        ("carried", "i8"),  # casualties brought home by him
        ("exam", "i8"),  # for which he has entered, -1
        ("told", "i8"),  # bit per Trigger already raised for his present condition
        ("relieved_s", "i8"),  # -1
        ("removed_s", "i8"),  # from the Academy, -1
        ("applied_s", "i8"),  # again, -1
        ("reinstated_s", "i8"),  # -1
        ("leave_day", "i8"),  # yearly leave begins
        ("was", "i8"),  # DutyStatus at the last checkpoint
    ],
    align=True,
)

PHYSIQUE = np.dtype(
    [
        ("name", "u8"),  # stable hash of the name, as a person's
        ("mass_kg", "f8"),
        ("load_kg", "f8"),
        ("age_y", "f8"),
        ("blood0_ml", "f8"),
        ("vo2max_w", "f8"),
        ("wprime_j", "f8"),
        ("grip_kg", "f8"),
        ("fitness_spread", "f8"),
        ("skill", "i8"),  # Skill in first aid
        ("fire_per_min", "f8"),
        ("exposure", "f8"),
        ("desertion", "f8"),
        ("can_carry", "i8"),
    ],
    align=True,
)
"""What a member brings into an incident: the given fields of a PERSON row (kernel/tables.py)."""

POST = np.dtype(
    [
        ("serves", "i8"),  # Work: GATE, DESK
        ("wanted", "i8"),  # people each day; those on restricted duty stand in for them
        # --- counted
        ("short_days", "i8"),  # post-days with nobody
    ],
    align=True,
)

TERM = np.dtype(
    [
        ("from_s", "i8"),
        ("until_s", "i8"),
        ("kind", "i8"),  # Term
        ("who", "i8"),  # member, for his leave; -1: everybody it concerns
        ("classes", "i8"),  # teachers needed on a school day
    ],
    align=True,
)

MISSION_TYPE = np.dtype(
    [
        # --- given
        ("name", "u8"),
        ("rank", "i8"),  # its rank: 0 D, 1 C, 2 B, 3 A, 4 S
        ("gap_dist", "i8"),  # s between two of them, -1: only the dated one
        ("at_s", "i8"),  # a dated one, -1
        ("from_s", "i8"),  # the first gap begins here
        ("until_s", "i8"),  # none comes after this, -1
        ("leader_rank", "i8"),  # least rank of its leader
        ("least_rank", "i8"),  # least rank of every member
        ("size", "i8"),  # people wanted
        ("least", "i8"),  # fewest with whom it goes
        ("skills", "i8"),  # skills somebody in the team must have, bit per skill
        ("named", "i8", (TEAM,)),  # members who must go, -1
        ("window_s", "i8"),  # waits at most this long for a team
        ("length_dist", "i8"),  # s away
        ("contact_per_s", "f8"),  # hazard of an incident while away; 1 or more: at contact_after of the time away
        ("contact_after", "f8"),  # share of the time away at which a certain contact happens
        ("incident", "i8"),  # which incident is lived at a contact, -1: none
        ("success", "f8"),  # chance that it succeeds without contact
        ("success_contact", "f8"),  # and with one, if anybody stays whole
        ("effort_dist", "i8"),  # share of the deep reserve it costs each, -1: none
        # --- standing
        ("key", "u8"),
        ("came", "i8"),  # nth of its draws
        ("head", "i8"),  # waiting for a team, in order of coming, which is the order in which the windows end
        ("tail", "i8"),
        ("waiting", "i8"),
        ("blocked_day", "i8"),  # day on which the desk found nobody for it
    ],
    align=True,
)

MISSION = np.dtype(
    [
        ("type", "i8"),  # -1: a journey that is no mission
        ("number", "i8"),  # nth of its type: names its draws
        ("next", "i8"),  # in the line of its type, or of free rows
        ("state", "i8"),  # 0 unused, 1 waiting, 2 out
        ("came_s", "i8"),
        ("until_s", "i8"),  # window ends
        ("starts_s", "i8"),
        ("ends_s", "i8"),
        ("incident", "i8"),  # lived at its contact, -1
        ("contacts", "i8"),
        ("member", "i8", (TEAM,)),  # -1; leader first
        ("line", "i8", (TEAM,)),  # row of pools from which each came
        ("size", "i8"),
        ("hurt", "i8"),
        ("lost", "i8"),  # dead or missing
        ("why", "i8"),  # Reason of the last delay
        ("hazard", "f8"),  # factor on the hazard for those falsely cleared
    ],
    align=True,
)

CASUALTY = np.dtype(
    [
        ("member", "i8"),  # -1: row unused
        ("next", "i8"),  # free rows
        ("door_s", "i8"),  # reaches the hospital's door
        ("carrier", "i8"),  # member who brought him, -1
        ("mission", "i8"),
        ("end", "i8"),  # see casualties.py
        ("cause", "i8"),  # Cause, of the dead
        ("dead_s", "i8"),  # without a network: dies then, -1
        ("wounded", "i8"),  # 0: only exhausted
        ("iss", "i8"),
        ("limb_lost", "i8"),
        ("leg", "f8"),  # 0..1, impairment of walking
        ("lost", "f8"),  # share of the blood lost
    ],
    align=True,
)
"""A casualty between the incident and the hospital's door, or in the bed of an incident's own hospital. His body at the
door is row `len(bodies) - len(casualties) + c` of `bodies`."""

RULE = np.dtype(
    [
        ("kind", "i8"),  # Decision
        ("trigger", "i8"),  # Trigger that raises it
        ("member", "i8"),  # -1: anybody
        ("serves", "i8"),  # Work of those whom it concerns, -1: all
        ("delay_dist", "i8"),  # s from the trigger to the decision, -1: at once
        ("before_s", "i8"),  # for BEFORE_TERM: this long before a term begins
        ("chance", "f8"),  # that it is decided at all (an appeal: that it is upheld)
        ("letter", "i8"),  # 1: it reaches him as a letter
        ("held", "i8"),  # 1: held back while he does not respond
        ("bad", "f8"),  # points of distress when it is read, 0: none
    ],
    align=True,
)

DECISION = np.dtype(
    [
        ("member", "i8"),  # -1: row unused
        ("rule", "i8"),
        ("next", "i8"),  # free rows
        ("due_s", "i8"),
        ("held_s", "i8"),  # held back since, -1
        ("why", "i8"),  # Reason
    ],
    align=True,
)

EXAM = np.dtype(
    [
        # --- given
        ("enter_s", "i8"),  # the list of candidates closes
        ("at_s", "i8"),
        ("days", "i8"),
        ("to_rank", "i8"),
        ("from_rank", "i8"),
        ("missions", "i8"),  # missions needed to sit it
        ("proctors", "i8"),  # wanted; places are cut in proportion when fewer are free
        ("proctor_rank", "i8"),
        ("places", "i8"),
        ("pass_share", "f8"),  # chance to pass for a candidate
        # --- counted
        ("state", "i8"),  # 0 to come, 1 list closed, 2 being held, 3 over
        ("entered", "i8"),
        ("sat", "i8"),
        ("passed", "i8"),
        ("lost", "i8"),  # candidates who died before it
        ("unfit", "i8"),  # candidates who could not come
        ("proctors_found", "i8"),
    ],
    align=True,
)

DAY = np.dtype(
    [
        ("strength", "i4", (RANKS_MOST,)),  # available for missions, by rank
        ("status", "i4", (STATES,)),  # people by DutyStatus
        ("mind", "i4", (4,)),  # people by Mind
        ("came", "i4"),  # missions, on this day
        ("done", "i4"),
        ("failed", "i4"),
        ("refused", "i4"),
        ("waiting", "i4"),  # missions, this morning after the desk
        ("out", "i4"),
        ("wounded", "i4"),
        ("killed", "i4"),
        ("died_of_wounds", "i4"),
        ("beds", "i4"),  # members in hospital
        ("classes", "i4"),  # to be taught today
        ("unstaffed", "i4"),  # of them without a teacher
        ("posts_short", "i4"),
        ("watched", "i4"),
    ],
    align=True,
)
"""One row per day of a replicate: as the morning leaves it; what is counted is counted until the next."""

TALLY = np.dtype(
    [
        ("fault", "i8"),
        ("events", "i8"),
        # --- missions
        ("came", "i8"),
        ("started", "i8"),
        ("delayed", "i8"),  # of those started: not on the first morning
        ("refused", "i8"),
        ("done", "i8"),
        ("failed", "i8"),
        ("contacts", "i8"),
        ("refused_why", "i8", (32,)),  # by Reason
        ("short_handed", "i8"),  # assignments of somebody who should have stayed
        ("mission_days", "f8"),  # person-days away
        # --- people
        ("wounded", "i8"),
        ("killed", "i8"),  # died before the hospital's door
        ("died_of_wounds", "i8"),  # behind it
        ("missing", "i8"),
        ("returned", "i8"),  # of the missing
        ("bodies_left", "i8"),
        ("bodies_found", "i8"),  # later
        ("carried", "i8"),  # brought to the door by somebody
        ("bed_days", "f8"),
        ("fit_again", "i8"),  # back on missions after a wounding
        ("fit_again_days", "f8"),  # sum of the days it took
        # --- decisions
        ("boards", "i8"),
        ("cleared", "i8"),
        ("false_clears", "i8"),
        ("false_holds", "i8"),
        ("decisions", "i8", (16,)),  # by Decision
        ("letters", "i8"),
        ("letters_held", "i8"),
        ("held_days", "f8"),
        # --- Academy, posts, exams
        ("class_days", "i8"),
        ("unstaffed", "i8"),
        ("post_days", "i8"),
        ("posts_short", "i8"),
        ("sat", "i8"),
        ("passed", "i8"),
        ("candidates_lost", "i8"),
        # --- standing, for the day's row
        ("strength", "i8", (RANKS_MOST,)),
        ("status", "i8", (STATES,)),
        ("teaching", "i8"),  # teachers who can teach today
        ("posted", "i8", (8,)),  # by Work: people who can stand at their post today
        ("restricted", "i8"),  # people on restricted duty who can stand in
        ("out", "i8"),
        ("waiting", "i8"),
        ("review_first", "i8"),  # members whose status must be looked at, linked; -1
        ("review_last", "i8"),
        ("called_back", "i8"),  # bit per facility that has somebody of its staff back
    ],
    align=True,
)
"""What one replicate comes to; its last fields are what is so at present."""

END = np.dtype(
    [
        ("status", "i1"),
        ("reason", "i1"),
        ("rank", "i1"),
        ("cause", "i1"),
        ("body_home", "i1"),
        ("limb_lost", "i1"),
        ("mind", "i1"),
        ("aid", "i1"),
        ("limb", "i1"),  # LimbStage
        ("missions", "i2"),
        ("contacts", "i2"),
        ("wounded", "i2"),
        ("carried", "i2"),
        ("false_clears", "i2"),
        ("iss", "i2"),
        ("first_wounded_s", "i4"),  # -1, as the other dates
        ("fit_again_s", "i4"),
        ("died_s", "i4"),
        ("relieved_s", "i4"),
        ("removed_s", "i4"),
        ("applied_s", "i4"),
        ("reinstated_s", "i4"),
        ("hospital_days", "f4"),
        ("unfit_days", "f4"),
        ("distress", "f4"),
        ("function", "f4"),
        ("reserve", "f4"),
    ],
    align=True,
)
"""What became of one member in one replicate."""

POOL = np.dtype([("head", "i8"), ("tail", "i8"), ("people", "i8")], align=True)
"""A line of the available: row (rank * 2 + wanted) * KINDS + kind; see pools.py."""

CONTACT = np.dtype(
    [
        ("at_s", "i8"),
        ("type", "i4"),
        ("number", "i4"),
        ("nth", "i4"),  # contact of this mission
        ("incident", "i4"),
        ("seed", "u8"),  # with which it was lived, as the replicate of the organisation: to live it again
        ("member", "i4", (TEAM,)),  # in the order of the incident's people, -1
        ("hurt", "i4"),
        ("lost", "i4"),
    ],
    align=True,
)
"""An incident lived inside the year."""

NOBODY_YET = {
    MEMBER: ("staff", "qualified_until_s", "mission", "patient", "free_s", "pool", "next", "prev"),
    SERVICE: ("wounded_s", "first_wounded_s", "fit_again_s", "died_s", "board_s", "exam", "relieved_s", "removed_s")
    + ("applied_s", "reinstated_s"),
    TERM: ("who",),
    MISSION_TYPE: ("gap_dist", "at_s", "until_s", "named", "length_dist", "incident", "effort_dist", "head", "tail")
    + ("blocked_day",),
    MISSION: ("type", "next", "member"),
    CASUALTY: ("member", "next", "carrier", "mission", "dead_s"),
    RULE: ("member", "serves", "delay_dist"),
    DECISION: ("member", "rule", "next", "held_s"),
    POOL: ("head", "tail"),
    TALLY: ("review_first", "review_last"),
    DUTY: ("medic_skill", "door", "wounded_condition", "exhausted_condition", "deserter_days_dist", "acute_stay_dist"),
}
"""Fields that are -1 until something happens, by table."""


def blank(dtype, rows):
    """Return (rows,) of this dtype: zero, and -1 in the fields that say nobody, never or none."""
    table = np.zeros(rows, dtype)
    for field in NOBODY_YET.get(dtype, ()):
        table[field] = -1
    if dtype == MEMBER:
        table["review_next"] = NOT_ASKED
    return table


def standing_tables(members, days):
    """Return the tables of duty that a run itself fills, by name, for so many members and days."""
    return {
        "service": blank(SERVICE, members),
        "pools": blank(POOL, POOLS),
        "skilled": np.zeros(KINDS * RANKS_MOST * SKILLS, np.int64),
        "days": np.zeros(days, DAY),
        "flows": np.zeros((CHECKPOINTS - 1) * STATES * STATES, np.int64),
        "tally": blank(TALLY, 1),
    }
