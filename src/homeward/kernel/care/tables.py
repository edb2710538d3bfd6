"""Tables of the care network: one dtype per noun, one line per field with unit and meaning.

A duration that varies is a row of `dists`; the field that names it ends in `_dist` (index, -1: not used). Waiting
lines are linked through the patients, so that a patient who dies or is moved up leaves his place at once. Staff of a
facility, and its stations, are bits of one word, so that asking who is free costs one instruction.

Fields under "given" are the lowered scenario; those under "reckoned" and "standing" the kernel sets when it begins.
"""

import numpy as np

CATEGORIES = 4
"""Triage categories with a line of their own: T1, T2, T3, T4 (index 0 to 3)."""

SKILLS_PER_TASK, STOCKS_PER_TASK, BRANCHES = 3, 2, 6
"""Most skills a task asks for, stocks it uses, and ways on it has."""

STAFF_PER_FACILITY = STATIONS_PER_FACILITY = 62
"""Most staff, and most stations, of one facility: bits of one signed word."""

CARE = np.dtype(
    [
        # --- the body, as in the incident kernel (kernel/body.py), for one wound whose flow is the sum of all
        ("map_normal_mmhg", "f8"),
        ("compensation_loss", "f8"),  # share of the blood lost at which pressure begins to fall
        ("collapse_loss", "f8"),  # share lost at which pressure would reach zero
        ("loss_sd", "f8"),  # standard deviation between people of both
        ("arrest_map_mmhg", "f8"),  # below: dead
        ("immediate_map_mmhg", "f8"),  # a casualty whose pressure falls below this is T1; 0: nobody is moved up
        ("delayed_map_mmhg", "f8"),  # below this at least T2
        ("immediate_iss", "f8"),  # wounds of this ISS are T1 whatever the pressure, 0: pressure alone counts
        ("delayed_iss", "f8"),  # and of this at least T2
        ("voice_map_mmhg", "f8"),  # levels of consciousness by pressure, for TRISS
        ("pain_map_mmhg", "f8"),
        ("unresponsive_map_mmhg", "f8"),
        ("blood_unit_share", "f8"),  # share of the normal blood volume that a unit restores
        ("transfuse_below", "f8"),  # units are given while the share of blood left is below this
        ("triss", "f8", (2, 4)),  # by Mechanism: b0, b1 RTS, b2 ISS, b3 age
        ("debt_map_mmhg", "f8"),  # oxygen debt grows by (this - pressure) a minute
        ("debt_death", "f8"),  # hazard of death per 1000 mmHg min of oxygen debt
        # --- the run
        ("length_s", "i8"),  # arrivals end; the run ends then, or when the last patient has left
        ("runs_out", "i8"),  # 1: go on after length_s until nobody is left
        ("warm_up_s", "i8"),  # statistics begin here
        ("sample_every_s", "i8"),  # s between two rows of `census` per area, 0: none
        ("starts_at_s", "i8"),  # time of the week (s since Monday 00:00) at second 0; shifts follow it
    ],
    align=True,
)

FACILITY = np.dtype(
    [
        # --- standing
        ("free", "i8"),  # bit per member of staff: on shift and free
        ("on", "i8"),  # bit per member of staff: on shift
        ("away", "i8"),  # bit per member of staff: the organisation has other use for him
        ("late", "i8"),  # bit per member of staff: off, but not done with his last task
        ("waiting", "i8"),  # bit per station that has somebody waiting
        ("inside", "i8"),  # patients here now, those waiting for transport included
        # --- given
        ("first_station", "i8"),  # its stations are first_station .. first_station + stations
        ("stations", "i8"),
        ("staff0", "i8"),  # first row of its staff; the order in which they are chosen: fewest skills first
        ("staff", "i8"),  # how many
        ("divert_to", "i8"),  # facility that takes those turned away, -1: they are lost
        ("divert_above", "i8"),  # turned away when this many are inside, -1: never
        ("divert_dist", "i8"),  # s of travel to it, -1: at once
        ("hold_s", "i8"),  # evacuation policy: a stay longer than this is finished elsewhere, -1: none
        ("evacuate_to", "i8"),  # facility, -1
        ("evacuate_link", "i8"),  # link there, -1: at once
        ("name", "u8"),  # stable hash
    ],
    align=True,
)

SKILL_AT = np.dtype([("who", "i8")], align=True)
"""Row facility * skills + skill: bit per member of staff of that facility who has the skill."""

AREA = np.dtype(
    [
        ("facility", "i8"),
        ("beds", "i8"),  # -1: as many as needed
        ("closed", "i8"),  # beds shut by an arm or a failure
        # --- standing
        ("limit", "i8"),  # beds that may be taken
        ("taken", "i8"),
        ("bed_s", "i8"),  # occupied bed-seconds; meanwhile lacking the taken beds times the present time
        ("most", "i8"),
    ],
    align=True,
)

STATION = np.dtype(
    [
        # --- reckoned when the network begins: what a task asks for and does, as bits (see stations.py)
        ("needs", "i8"),
        ("does", "i8"),
        ("who", "i8", (SKILLS_PER_TASK,)),  # bit per member of staff who has the skill
        ("bit", "i8"),  # in its facility's word
        ("row", "i8"),
        # --- standing
        ("waiting", "i8"),
        ("with_bed", "i8"),  # how many of those waiting hold a bed of its area already
        ("head", "i8", (CATEGORIES,)),  # first waiting, -1
        ("tail", "i8", (CATEGORIES,)),
        ("serving", "i8"),  # first in service, -1 (linked; kept only for tasks that may be interrupted)
        # --- given: one row per task and facility
        ("facility", "i8"),
        ("area", "i8"),  # row of areas; a patient holds a bed there from the start of the task; -1: needs none
        ("skill", "i8", (SKILLS_PER_TASK,)),  # skill wanted, -1
        ("hands", "i8", (SKILLS_PER_TASK,)),  # how many of them
        ("equipment", "i8"),  # row of equipment, -1
        ("time_dist", "i8", (CATEGORIES,)),  # by triage category
        ("next", "i8", (BRANCHES,)),  # station; or Exit (negative, see codes.Exit)
        ("link", "i8", (BRANCHES,)),  # link used when that station is of another facility, -1: at once
        ("way", "f8", (CATEGORIES, BRANCHES)),  # cumulative chance by category; the last way used has 1
        ("stock", "i8", (STOCKS_PER_TASK,)),  # row of stocks, -1
        ("uses", "i8", (STOCKS_PER_TASK,)),  # units taken; 0: as many as the body needs (blood)
        ("waits_for_stock", "i8"),  # 1: does not begin without it, 0: goes on with what there is
        ("stays", "i8"),  # 1: the staff leaves once begun (a stay in bed); 0: staff is bound throughout
        ("preempts", "i8"),  # 1: a T1 may interrupt an interruptible task of a lower category that holds what it needs
        ("interruptible", "i8"),
        ("blocks", "i8"),  # 1: who waits for this task keeps the bed he has (and so blocks it); 0: he waits outside
        ("queue_limit", "i8"),  # most who may wait here, -1: any number; the next is diverted or lost
        ("reassess_s", "i8"),  # the category of those waiting is looked at this often; 0: when the body changes it
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
        ("sets_category", "i8"),  # 1: triage: the category is found here; before it everybody waits as T3
    ],
    align=True,
)

STATION_COUNT = np.dtype(
    [
        ("came", "i8"),
        ("started", "i8"),
        ("done", "i8"),
        ("waited_s", "i8"),  # sum over those started
        ("waited2_s2", "f8"),
        ("longest_s", "i8"),
        ("planned_s", "i8"),  # sum of the whole durations of those started, whether or not they end in the run
        ("turned_away", "i8"),
        ("died_waiting", "i8"),
        ("left_unseen", "i8"),
        ("preempted", "i8"),
        ("blocked", "i8"),  # waited for it in a bed elsewhere
    ],
    align=True,
)
"""What happened at a station since statistics began."""

STAFF = np.dtype(
    [
        ("name", "u8"),
        ("facility", "i8"),
        ("bit", "i8"),  # in its facility's word
        ("skills", "i8"),  # bit per skill
        ("shift0", "i8"),  # first row of shifts
        ("shifts", "i8"),  # 0: always on
        ("on", "i8"),  # 1: on shift
        ("on_since_s", "i8"),  # on shift, or off it, since
        ("busy_s", "i8"),  # since statistics began; overrun included
        ("on_s", "i8"),  # overrun not included
        ("overrun_s", "i8"),  # worked after the end of the shift
    ],
    align=True,
)

SHIFT = np.dtype([("from_s", "i8"), ("until_s", "i8")], align=True)
"""One turn of duty, in s since Monday 00:00; those of one person rise and do not overlap."""

EQUIPMENT = np.dtype(
    [
        ("facility", "i8"),
        ("count", "i8"),
        ("free", "i8"),
        ("used_s", "i8"),  # like bed_s
    ],
    align=True,
)

STOCK = np.dtype(
    [
        ("facility", "i8"),
        ("units0", "i8"),
        ("units", "i8"),
        ("every_s", "i8"),  # restock, 0: never
        ("adds", "i8"),  # units that come
        ("most", "i8"),  # what the store holds, -1: any number
        ("is_blood", "i8"),  # a unit restores blood_unit_share
        ("used", "i8"),  # since statistics began
        ("added", "i8"),
        ("short", "i8"),  # times a task went on without what it asked for
    ],
    align=True,
)

LINK = np.dtype(
    [
        ("from_facility", "i8"),
        ("to_facility", "i8"),
        ("fleet", "i8"),  # -1: people walk, or are led, for back_dist; nobody waits for a vehicle
        ("out_dist", "i8"),  # s, one way, empty
        ("back_dist", "i8"),  # s, laden
        ("stops", "f8"),  # share of the flow that lying on it stops, from the pick-up on
        ("name", "u8"),
        # --- standing
        ("key", "u8"),
        ("head", "i8", (CATEGORIES,)),  # those who wait for it
        ("tail", "i8", (CATEGORIES,)),
        ("waiting", "i8"),
        ("coming", "i8"),  # vehicles on their way to the pick-up
        ("next_of_fleet", "i8"),  # link, -1
        ("trips", "i8"),  # nth of its draws
        # --- since statistics began
        ("driven", "i8"),  # trips begun
        ("waited_s", "i8"),
        ("longest_s", "i8"),
        ("moved", "i8"),
        ("died", "i8"),  # waiting for it or aboard
    ],
    align=True,
)

FLEET = np.dtype(
    [
        ("home", "i8"),  # facility
        ("first", "i8"),  # first row of vehicles
        ("count", "i8"),
        ("seats", "i8"),  # at most SEATS
        # --- standing
        ("idle", "i8"),  # first idle vehicle (linked by `next`), -1
        ("first_link", "i8"),  # linked by `next_of_fleet`, -1
    ],
    align=True,
)

SEATS = 8
VEHICLE = np.dtype(
    [
        ("fleet", "i8"),
        ("link", "i8"),  # -1: at home
        ("trip", "i8"),
        ("aboard", "i8", (SEATS,)),  # patient, -1
        ("next", "i8"),  # next idle vehicle of the fleet, -1
        ("since_s", "i8"),
        ("busy_s", "i8"),  # since statistics began
    ],
    align=True,
)

STREAM = np.dtype(
    [
        ("name", "u8"),
        ("station", "i8"),  # where its patients begin; -1 when the facility decides by condition (see START)
        ("facility", "i8"),
        ("gap_dist", "i8"),  # s between arrivals (renewal), -1: a rate
        ("rate_per_s", "f8"),  # of arrivals, or of bursts; the highest, when there is a profile; 0: none by rate
        ("profile0", "i8"),  # first row of profiles, -1: the rate is constant
        ("profile", "i8"),  # how many
        ("profile_step_s", "i8"),
        ("profile_from_s", "i8"),  # time at which the first one begins
        ("wraps", "i8"),  # 1: the profile starts again after its end; 0: no arrivals outside it
        ("thinning", "i8"),  # Thinning
        ("day_spread", "f8"),  # gamma-distributed daily factor of mean 1 and this coefficient of variation, 0: none
        ("burst_size_dist", "i8"),  # -1: single arrivals; else each arrival of this row is a burst of so many
        ("burst_within_s", "i8"),
        ("listed0", "i8"),  # first row of listed arrivals (by rising time), -1
        ("listed", "i8"),
        ("from_s", "i8"),
        ("until_s", "i8"),  # -1: the length of the run
        ("most", "i8"),  # no more than this many, -1
        ("condition0", "i8"),  # first row of mixes
        ("conditions", "i8"),
        # --- reckoned
        ("plain", "i8"),  # 1: single arrivals by gap or constant rate, all of one condition that needs no drawing
        ("only", "i8"),  # that condition, and the station where it begins
        ("door", "i8"),
        ("mean_s", "f8"),  # mean gap at the rate, s; 0: no rate
        ("last_s", "f8"),  # nobody comes from then on
        # --- standing
        ("key", "u8"),
        ("at_s", "f8"),  # exact time of the next arrival or burst
        ("ahead_s", "f8"),  # the gap after it, drawn ahead (plain streams)
        ("came", "i8"),  # patients so far: nth of their keys
        ("tried", "i8"),  # candidates so far: nth of its draws
        ("bursts", "i8"),
        ("burst_left", "i8"),
        ("burst_end_s", "f8"),
        ("factor_day", "i8"),  # day for which `factor` was drawn
        ("factor", "f8"),
    ],
    align=True,
)
"""A stream of patients. Bursts are a stream of their own beside the single arrivals."""

MIX = np.dtype([("condition", "i8"), ("until", "f8")], align=True)
"""Cumulative chance of each condition of a stream; the last has 1."""

LISTED = np.dtype([("at_s", "i8"), ("condition", "i8"), ("category", "i8"), ("body", "i8")], align=True)
"""Arrivals with a date: from a CSV, or from lives of an incident; body: row of bodies, -1; condition, category -1:
drawn."""

CONDITION = np.dtype(
    [
        ("name", "u8"),
        ("category", "f8", (CATEGORIES,)),  # cumulative chance; the last used has 1
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

CASE = np.dtype(
    [
        # --- reckoned when the network begins
        ("is_wound", "i8"),  # 1: the body shows something
        ("category", "i8"),  # that all of them have, -1: drawn, or from the body
        # --- since statistics began
        ("came", "i8"),
        ("left", "i8"),
        ("stay_s", "i8"),  # sum of the whole stays of those who left
        ("waited_s", "i8"),  # of them
        ("exit", "i8", (8,)),  # by -Exit
    ],
    align=True,
)
"""What became of the patients of each condition."""

START = np.dtype([("station", "i8")], align=True)
"""Row facility * conditions + condition: station where that condition begins there, -1: not treated there."""

PATIENT = np.dtype(
    [
        # Fields that begin alike lie together, so that they are set together: nothing happens more often than a coming.
        # --- what changes from task to task
        ("key", "u8"),
        ("number", "i8"),  # of the patients of this replicate, from 0: his name in the ledger
        ("condition", "i8"),
        ("category", "i8"),  # 0..3: T1..T4
        ("next", "i8"),  # in a line or list, -1
        ("prev", "i8"),
        ("exit", "i8"),  # Exit, once he has left (members only: others' rows are used again)
        ("facility", "i8"),  # where he is, or was last
        ("goal", "i8"),  # station after the transport
        ("wait_s", "i8"),  # waited for the present task
        # --- since when
        ("since_s", "i8"),  # waiting, in service or on the way since
        ("arrived_s", "i8"),
        ("touched_s", "i8"),
        # --- when; NEVER_S: not at all
        ("ends_s", "i8"),  # when the activity ends, or his patience; NEVER_S
        ("dies_s", "i8"),  # when the body, left alone, dies; NEVER_S
        ("worsens_s", "i8"),  # when the body, left alone, is of a more urgent category; NEVER_S
        ("look_s", "i8"),  # when his waiting is next looked at: category or body; NEVER_S
        # --- -1: none
        ("station", "i8"),  # station he is at, waiting or in service, or where he is going; -1 - link while he waits
        ("bed", "i8"),  # area whose bed he holds, -1
        ("left_s", "i8"),  # what an interrupted task, or a stay to be finished elsewhere, still needs, -1
        ("chosen_s", "i8"),  # duration of the task he waits for, drawn ahead, -1
        ("member", "i8"),  # person of the organisation, -1
        ("vehicle", "i8"),  # aboard, -1
        # --- nothing at first
        ("stage", "i8"),  # Stage
        ("team", "i8"),  # bit per member of staff bound
        ("visits", "i8"),  # tasks begun so far: nth of his draws
        ("waited_s", "i8"),  # in all
        ("sorted", "i8"),  # 1: his category has been found
        ("units", "i8"),  # blood given
        ("mechanism", "i8"),
        ("missing", "f8"),  # share of blood missing when the present task began
        ("debt", "f8"),  # mmHg min of oxygen debt
        ("flow_per_s", "f8"),  # at normal pressure, at touched_s
        ("threat_per_s", "f8"),
        ("threat_done", "f8"),  # 1: dead
        # --- the body; loss and volumes as shares of the normal volume
        ("blood", "f8"),  # share left, at touched_s
        ("iss", "f8"),  # -1: not drawn yet
        ("age_y", "f8"),  # -1: not drawn yet
        ("clot_per_s", "f8"),
        ("held", "f8"),  # share of blood below which pressure falls
        ("zero", "f8"),  # share at which pressure would be zero
        ("lives", "f8"),  # chance of survival at the last `decides`, -1
    ],
    align=True,
)

CENSUS = np.dtype([("at_s", "i8"), ("area", "i4"), ("taken", "i4"), ("waiting", "i4")], align=True)
"""Beds taken in an area at a moment, and how many wait for its stations. Area -1: everybody inside, and who waits."""

VISIT = np.dtype(
    [
        ("condition", "i2"),
        ("category", "i1"),  # at the end, 0..3
        ("exit", "i1"),  # codes.Exit
        ("member", "i4"),
        ("arrived_s", "i8"),
        ("left_s", "i8"),
        ("waited_s", "i4"),
        ("facility", "i2"),
        ("station", "i2"),  # last; -1: on the way
    ],
    align=True,
)
"""One row per patient who left the network, when visits are kept."""

TOTALS = np.dtype(
    [
        ("fault", "i4"),
        ("events", "i8"),
        ("came", "i8"),
        ("exit", "i8", (8,)),  # by -Exit
        ("inside_s", "i8"),  # integral of the number inside (patient-seconds), for Little's law
        ("stay_s", "i8"),  # sum of the stays of those who left, and of those still inside, since statistics began
        ("inside", "i8"),  # at the end
        ("most_inside", "i8"),
        ("counts_from_s", "i8"),  # statistics began
        ("end_s", "i8"),
        ("visits", "i8"),  # rows of visits written
        ("census", "i8"),
    ],
    align=True,
)
"""What one replicate of a network comes to; stations, areas, staff, stocks and links are copied out beside it."""
