"""Tables of the care network: one dtype per noun, one line per field with unit and meaning.

A duration that varies is a row of `dists`; the field that names it ends in `_dist` (index, -1: not used). Waiting
lines and lists of those in service are linked through the patients, so that a patient who dies or is moved up leaves
his place at once. Free staff are bits of a word, so that asking for a skill costs one instruction.
"""

import numpy as np

CATEGORIES = 4
"""Triage categories with a line of their own: T1, T2, T3, T4 (index 0 to 3)."""

SKILLS_PER_TASK, STOCKS_PER_TASK, BRANCHES, TEAM = 3, 2, 6, 6
"""Most skills a task asks for, stocks it uses, ways on it has, and staff who do it together."""

STAFF_PER_FACILITY = 64
"""Most staff of one facility: they are the bits of one word."""

CARE = np.dtype(
    [
        # --- the body, as in the incident kernel (kernel/body.py), for one wound whose flow is the sum of all
        ("map_normal_mmhg", "f8"),
        ("compensation_loss", "f8"),  # share of the blood lost at which pressure begins to fall
        ("collapse_loss", "f8"),  # share lost at which pressure would reach zero
        ("loss_sd", "f8"),  # standard deviation between people of both
        ("arrest_map_mmhg", "f8"),
        ("immediate_map_mmhg", "f8"),  # a casualty whose pressure falls below this is T1
        ("delayed_map_mmhg", "f8"),  # below this at least T2
        ("blood_unit_share", "f8"),  # share of the normal blood volume that a unit restores
        ("transfuse_below", "f8"),  # units are given while the share of blood left is below this
        ("triss", "f8", (2, 4)),  # by Mechanism: b0, b1 RTS, b2 ISS, b3 age
        ("debt_death", "f8"),  # hazard of death per 1000 mmHg min of oxygen debt
        # --- the run
        ("length_s", "i8"),  # arrivals end; the run ends then, or when the last patient has left
        ("runs_out", "i8"),  # 1: go on after length_s until nobody is left
        ("warm_up_s", "i8"),  # statistics begin here
        ("sample_every_s", "i8"),  # s between two rows of `census`, 0: none
        ("starts_at_s", "i8"),  # time of the week (s since Monday 00:00) at second 0; shifts and profiles follow it
    ],
    align=True,
)

FACILITY = np.dtype(
    [
        ("name", "u8"),  # stable hash
        ("first_station", "i8"),  # its stations are first_station .. first_station + stations
        ("stations", "i8"),  # at most 64
        ("waiting", "u8"),  # bit per station that has somebody waiting
        ("staff0", "i8"),  # first row of its staff; its staff is a run of rows
        ("staff", "i8"),  # how many, at most 64
        ("free", "u8"),  # bit per member of staff: on shift and free
        ("divert_to", "i8"),  # facility that takes those turned away, -1: they are lost
        ("divert_above", "i8"),  # turned away when this many wait or are inside, -1: never
        ("divert_dist", "i8"),  # s of travel to it
        ("inside", "i8"),  # patients here now
        ("hold_s", "i8"),  # evacuation policy: a stay longer than this is finished elsewhere, -1: none
        ("evacuate_to", "i8"),  # facility, -1
        ("ask_transport", "u8"),  # bit per LINK with somebody waiting
    ],
    align=True,
)

SKILL_AT = np.dtype([("who", "u8")], align=True)
"""Row facility * skills + skill: bit per member of staff of that facility who has the skill."""

AREA = np.dtype(
    [
        ("facility", "i8"),
        ("beds", "i8"),  # -1: as many as needed
        ("free", "i8"),
        ("closed", "i8"),  # beds shut by an arm or a failure
        ("bed_s", "i8"),  # occupied bed-seconds since statistics began, up to touched_s
        ("touched_s", "i8"),
    ],
    align=True,
)

STATION = np.dtype(
    [
        # --- given: one row per task and facility
        ("facility", "i8"),
        ("area", "i8"),  # row of areas; a patient holds a bed there from the start of the task
        ("skill", "i8", (SKILLS_PER_TASK,)),  # skill wanted, -1
        ("hands", "i8", (SKILLS_PER_TASK,)),  # how many of them
        ("equipment", "i8"),  # row of equipment, -1
        ("stock", "i8", (STOCKS_PER_TASK,)),  # row of stocks, -1
        ("uses", "i8", (STOCKS_PER_TASK,)),  # units taken; 0: as many as the body needs (blood)
        ("waits_for_stock", "i8"),  # 1: does not begin without it, 0: goes on with what there is
        ("time_dist", "i8", (CATEGORIES,)),  # by triage category
        ("stays", "i8"),  # 1: the staff leaves once begun (a stay in bed); 0: staff is bound throughout
        ("preempts", "i8"),  # 1: a T1 may interrupt an interruptible task of a lower category that holds what it needs
        ("interruptible", "i8"),
        ("blocks", "i8"),  # 1: who waits for this task keeps the bed he has (and so blocks it); 0: he waits outside
        ("queue_limit", "i8"),  # most who may wait here, -1: any number; the next is diverted or lost
        (
            "reassess_s",
            "i8",
        ),  # while waiting, the category is looked at again this often, 0: whenever the body changes it
        ("patience_dist", "i8"),  # s after which one leaves unseen, -1: never
        # --- what it does to the body
        ("stops", "f8"),  # share of the flow it stops at the start
        ("stops_at_end", "f8"),  # and at the end
        ("restores", "f8"),  # share of the normal blood volume it restores, besides units
        ("calms", "f8"),  # share by which it slows a threat to airway, chest or brain
        ("death", "f8", (CATEGORIES,)),  # chance of death at its end
        ("death_per_loss", "f8"),  # plus this per share of blood missing at its start
        ("death_per_hour", "f8"),  # plus this per hour waited for it, at most death_wait_most
        ("death_wait_most", "f8"),
        ("decides", "i8"),  # 1: TRISS and oxygen debt decide life or death at its end (surgery of the wounded)
        ("sets_category", "i8"),  # 1: triage: the category is set from the body (or drawn, for those without one)
        # --- what follows
        ("way", "f8", (CATEGORIES, BRANCHES)),  # cumulative chance by category
        ("next", "i8", (BRANCHES,)),  # station; or Exit (negative, see codes.Exit)
        ("link", "i8", (BRANCHES,)),  # link used when that station is of another facility, -1: at once
        # --- standing
        ("head", "i8", (CATEGORIES,)),  # first waiting, -1
        ("tail", "i8", (CATEGORIES,)),
        ("waiting", "i8"),
        ("serving", "i8"),  # first in service, -1 (linked; kept only where somebody could preempt)
        # --- counted since statistics began
        ("came", "i8"),
        ("started", "i8"),
        ("done", "i8"),
        ("waited_s", "i8"),  # sum over those started
        ("waited2_s2", "f8"),
        ("longest_s", "i8"),
        ("lost", "i8"),  # turned away here
        ("died_waiting", "i8"),
        ("preempted", "i8"),
    ],
    align=True,
)

STAFF = np.dtype(
    [
        ("name", "u8"),
        ("facility", "i8"),
        ("bit", "i8"),  # in its facility's word
        ("skills", "u8"),  # bit per skill
        ("shift0", "i8"),  # first row of shifts
        ("shifts", "i8"),  # 0: always on
        ("on", "i8"),  # 1: on shift
        ("busy", "i8"),  # patient, -1
        ("since_s", "i8"),  # busy since
        ("busy_s", "i8"),  # in statistics
        ("on_s", "i8"),
        ("on_since_s", "i8"),
        ("overrun_s", "i8"),  # worked after the end of the shift
        ("away_until_s", "i8"),  # the organisation has other use for him, -1
    ],
    align=True,
)

SHIFT = np.dtype([("from_s", "i8"), ("until_s", "i8")], align=True)
"""One turn of duty, in s since Monday 00:00; those of one person rise and do not overlap."""

EQUIPMENT = np.dtype(
    [("facility", "i8"), ("count", "i8"), ("free", "i8"), ("used_s", "i8"), ("touched_s", "i8")], align=True
)

STOCK = np.dtype(
    [
        ("facility", "i8"),
        ("units0", "i8"),
        ("units", "i8"),
        ("every_s", "i8"),  # restock, 0: never
        ("adds", "i8"),  # units that come
        ("most", "i8"),  # what the store holds
        ("used", "i8"),
        ("short", "i8"),  # times it was asked for and empty
        ("is_blood", "i8"),  # a unit restores blood_unit_share
    ],
    align=True,
)

LINK = np.dtype(
    [
        ("from_facility", "i8"),
        ("to_facility", "i8"),
        ("fleet", "i8"),  # -1: people walk, or are led; nobody waits for a vehicle
        ("out_dist", "i8"),  # s, one way, empty
        ("back_dist", "i8"),  # s, laden
        ("head", "i8", (CATEGORIES,)),  # those who wait for it
        ("tail", "i8", (CATEGORIES,)),
        ("waiting", "i8"),
        ("coming", "i8"),  # vehicles on their way to the pick-up
        ("trips", "i8"),  # nth of its draws
        ("waited_s", "i8"),
        ("moved", "i8"),
        ("name", "u8"),
        ("key", "u8"),
    ],
    align=True,
)

FLEET = np.dtype([("home", "i8"), ("first", "i8"), ("count", "i8"), ("free", "i8"), ("seats", "i8")], align=True)
"""Vehicles `first` .. `first + count`; `free` of them stand at home, in the stack of VEHICLE['idle_next']."""

SEATS = 8
VEHICLE = np.dtype(
    [
        ("fleet", "i8"),
        ("link", "i8"),  # -1: at home
        ("phase", "i8"),  # 0 at home, 1 going out empty, 2 coming back
        ("trip", "i8"),
        ("aboard", "i8", (SEATS,)),  # patient, -1
        ("next", "i8"),  # next idle vehicle of the fleet, -1
        ("busy_s", "i8"),
        ("since_s", "i8"),
    ],
    align=True,
)

STREAM = np.dtype(
    [
        ("name", "u8"),
        ("key", "u8"),
        ("station", "i8"),  # where its patients begin; -1 when the facility decides by condition (see START)
        ("facility", "i8"),
        ("gap_dist", "i8"),  # s between arrivals (renewal), -1: a rate
        ("rate_per_s", "f8"),  # highest rate, of the process that is thinned
        ("profile0", "i8"),  # first row of profiles, -1: the rate is constant
        ("profile", "i8"),  # how many
        ("profile_step_s", "i8"),
        ("profile_from_s", "i8"),  # time at which the first one begins
        ("wraps", "i8"),  # 1: the profile starts again after its end; 0: no arrivals outside it
        ("thinning", "i8"),  # Thinning
        ("day_spread", "f8"),  # gamma-distributed daily factor of mean 1 and this coefficient of variation, 0: none
        ("burst_per_s", "f8"),  # rate of bursts, 0: none
        ("burst_size_dist", "i8"),
        ("burst_within_s", "i8"),
        ("listed0", "i8"),  # first row of listed arrivals, -1
        ("listed", "i8"),
        ("from_s", "i8"),
        ("until_s", "i8"),  # -1: the length of the run
        ("most", "i8"),  # no more than this many, -1
        ("condition0", "i8"),  # first row of mixes
        ("conditions", "i8"),
        ("came", "i8"),  # nth of its draws
        ("tried", "i8"),  # candidates of the thinned process
        ("burst_left", "i8"),
    ],
    align=True,
)

MIX = np.dtype([("condition", "i8"), ("until", "f8")], align=True)
"""Cumulative chance of each condition of a stream."""

LISTED = np.dtype([("at_s", "i8"), ("condition", "i8"), ("category", "i8"), ("body", "i8")], align=True)
"""Arrivals with a date: from a CSV, or from lives of an incident; body: row of bodies, -1; condition -1: drawn."""

CONDITION = np.dtype(
    [
        ("name", "u8"),
        ("category", "f8", (CATEGORIES,)),  # cumulative chance at arrival
        ("from_body", "i8"),  # 1: the body decides the category
        ("bleed_dist", "i8", (CATEGORIES,)),  # share of the blood volume per s at normal pressure, -1: does not bleed
        ("clot_dist", "i8"),  # 1/s, -1
        ("lost_dist", "i8"),  # share of the blood lost already, -1: none
        ("threat_dist", "i8"),  # s to death from airway, chest or brain if untreated, -1
        ("iss_dist", "i8"),  # -1: none
        ("mechanism", "i8"),
        ("age_dist", "i8"),  # years, -1: 30
    ],
    align=True,
)

START = np.dtype([("station", "i8")], align=True)
"""Row facility * conditions + condition: station where that condition begins there, -1: not treated there."""

PATIENT = np.dtype(
    [
        ("key", "u8"),
        # --- where
        ("station", "i8"),  # station he is at, waiting or in service; -1 - link while he waits for or is on a link
        ("stage", "i8"),  # Stage
        ("next", "i8"),  # in a line or list, -1
        ("prev", "i8"),
        ("category", "i8"),  # 0..3; T1..T4
        ("bed", "i8"),  # area whose bed he holds, -1
        ("since_s", "i8"),  # waiting or in service since
        ("ends_s", "i8"),  # when the activity ends, NEVER while waiting
        ("left_s", "i8"),  # what an interrupted task still needs, -1
        ("chosen_s", "i8"),  # duration of the task as drawn, -1: not yet drawn
        ("team", "i8", (TEAM,)),  # staff bound, -1
        ("visits", "i8"),  # tasks begun so far: nth of his draws
        ("condition", "i8"),
        ("member", "i8"),  # person of the organisation, -1
        ("arrived_s", "i8"),
        ("facility_s", "i8"),  # came to this facility
        ("waited_s", "i8"),  # in all
        # --- body; loss and volumes as shares of the normal volume
        ("blood", "f8"),  # share left, at touched_s
        ("touched_s", "i8"),
        ("flow_per_s", "f8"),  # at normal pressure, at touched_s
        ("clot_per_s", "f8"),
        ("held", "f8"),  # share of blood below which pressure falls
        ("zero", "f8"),  # share at which pressure would be zero
        ("threat_done", "f8"),
        ("threat_per_s", "f8"),
        ("debt", "f8"),  # mmHg min of oxygen debt
        ("iss", "f8"),
        ("mechanism", "i8"),
        ("age_y", "f8"),
        ("lives", "f8"),  # TRISS at triage, -1
        ("units", "i8"),  # blood given
        ("body_s", "i8"),  # when the body next crosses a threshold, NEVER
        ("stock_wait", "i8"),
    ],
    align=True,
)

CENSUS = np.dtype([("at_s", "i8"), ("area", "i4"), ("taken", "i4"), ("waiting", "i4")], align=True)
"""Beds taken in an area at a moment, and how many wait for its stations."""

VISIT = np.dtype(
    [
        ("condition", "i2"),
        ("category", "i1"),  # at the end
        ("exit", "i1"),  # codes.Exit
        ("member", "i4"),
        ("arrived_s", "i8"),
        ("left_s", "i8"),
        ("waited_s", "i4"),
        ("facility", "i2"),
        ("station", "i2"),  # last
    ],
    align=True,
)
"""One row per patient who left the network, when visits are kept."""

TOTALS = np.dtype(
    [
        ("fault", "i4"),
        ("events", "i8"),
        ("came", "i8"),
        ("exit", "i8", (16,)),  # by -Exit
        ("inside_s", "f8"),  # integral of the number inside (patient-seconds), for Little's law
        ("stay_s", "f8"),  # sum of the stays of those who left, and of those still inside up to the end
        ("inside", "i8"),  # at the end
        ("most_inside", "i8"),
        ("end_s", "i8"),
    ],
    align=True,
)
"""What one replicate of a network comes to; stations, areas, staff, stocks and links are copied out beside it."""
