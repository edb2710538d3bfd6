"""Tables of the way back: bodies that heal, minds, homes, and who matters to whom.

What the numbers mean and where they come from: settings/human/{recovery,aids,minds}; the formulas stand in the modules
of this package that use them. A duration that varies is a row of `dists` (`..._dist`, -1: not used).
"""

import numpy as np

from homeward.codes import Shock

BANDS, CLASSES, TIERS, AIDS, SHOCKS, TIES_KINDS, WATCHES, MINDS = 5, 3, 3, 7, 7, 7, 4, 4
"""Bands of ISS (1-3, 4-8, 9-15, 16-24, 25 and more); classes of wound (soft tissue, deep, amputation); tiers of rank
(lowest, middle, top); codes.Aid, Shock, Tie, Watch, Mind.
"""

SOFT, DEEP, AMPUTATION = 0, 1, 2
"""Classes of wound."""

FREE, WARD, HOME = 0, 1, 2
"""Where somebody in recovery is: nowhere in particular, the rehabilitation ward, convalescent at home."""

WOUND_SHOCK, LIMB_SHOCK, LETTER_SHOCK, DEATH_SHOCK, HURT_SHOCK, SETBACK_SHOCK, JOB_SHOCK = map(int, Shock)
"""codes.Shock as plain numbers, which compiled code needs to index by."""

NO_RETURN, LIGHTER, FULL = 0, 1, 2
"""What a body will allow in the end: no duty, a lighter role, everything."""

NEVER_DAY = 2**31 - 1

FOLK = np.dtype(
    [
        # --- reserve
        ("reserve_tau_dist", "i8"),  # s, personal time constant of its return
        # --- wounds that heal: recovery.py
        ("deep_iss", "f8"),  # ISS from which a wounding counts as deep
        ("bedridden_iss", "f8"),  # and from which next to no function is left at first
        ("closure_dist", "i8", (CLASSES,)),  # s until the wound is closed, by class
        ("infection", "f8", (CLASSES,)),  # chance that it becomes infected
        ("infection_length_dist", "i8"),  # s, during which nothing heals
        ("setback_per_s", "f8"),  # rate of setbacks while the wound is open
        ("setback_dist", "i8"),  # s that one costs
        ("return_dist", "i8", (BANDS,)),  # s to full duty of those who return, by band of ISS
        ("returns", "f8", (BANDS,)),  # chance that they ever do
        ("limb_returns", "f8", (TIERS,)),  # to serve on after the loss of a limb, in a lighter role, by tier of rank
        ("limb_full", "f8"),  # share of those who regain everything
        ("fit", "f8"),  # function of a body that can do full duty
        ("lighter", "f8"),  # where the function of those who do not return settles
        ("limb_cap", "f8"),  # function without the limb, at most
        ("prosthesis_cap", "f8"),  # and on a prosthesis
        ("unaided", "f8"),  # pace of healing of function without any therapy, relative to daily therapy
        # --- therapy and aids: therapy.py, aids.py
        ("therapists", "i8"),
        ("sessions_each", "i8"),  # a day
        ("therapy_gain", "f8"),  # AMP points a session, at the bottom of the scale
        ("therapy_spread", "f8"),  # sigma of its logarithm from session to session
        ("practice", "f8"),  # gain of a day without a session, relative to one with
        ("mood_takes", "f8"),  # share of the gain lost at the highest distress
        ("score_most", "f8", (2,)),  # AMP without and with a prosthesis
        ("score_chair", "f8"),  # AMP from which he sits in a wheelchair, then walks on two crutches, on one
        ("score_two", "f8"),
        ("score_one", "f8"),
        ("score_none", "f8"),
        ("sits_s", "i8"),  # in bed at least so long after a limb was lost or a leg was badly hurt
        # --- walking and stairs: walking.py
        ("rest_w_kg", "f8"),
        ("cp_share", "f8"),  # critical power as a share of maximal metabolic power
        ("oxygen_j_ml", "f8"),  # J per mL of oxygen
        ("efficiency", "f8"),  # mechanical work per metabolic energy
        ("detrain_per_s", "f8"),  # share of capacity lost in bed
        ("detrain_most", "f8"),
        ("retrain_tau_s", "f8"),
        ("blood_tau_s", "f8"),  # return of haemoglobin
        ("blood_kept", "f8"),  # share of the lost haemoglobin that transfusion did not replace
        ("sick", "f8"),  # share of capacity that a body without any function lacks
        ("novice_cost", "f8"),  # extra cost of walking with an aid at no skill
        ("novice_speed", "f8"),  # speed at no skill, relative to skilled
        ("slowest", "f8"),  # slowest gait, relative to his own
        ("rest_until", "f8"),  # he rests until this share of W' is back
        ("rest_tau_s", "f8"),
        ("flight_m", "f8"),  # climb of one flight
        ("stair_m", "f8"),  # length along it
        ("stair_mps", "f8"),  # able-bodied, along the stair
        # --- prosthesis.py
        ("heard_per_s", "f8"),  # rate at which a comrade on a mission hears of a maker
        ("journey_spread", "f8"),  # sigma of the logarithm of a journey's length
        ("ready_score", "f8"),  # AMP needed to be fitted and to travel
        ("measuring_dist", "i8"),
        ("building_dist", "i8"),
        ("fitting_dist", "i8"),
        ("fails", "f8"),  # chance that it does not work on this wearer
        ("rejection", "f8"),  # chance that he lays it aside
        ("learning_gain", "f8"),  # AMP points a day on it, at the bottom of the scale
        ("walks_score", "f8"),  # AMP from which he walks without a crutch
        ("upkeep_dist", "i8"),  # s between repairs
        ("repair_dist", "i8"),
        # --- home and carers: home.py, support.py
        ("home_score", "f8"),  # AMP from which a lone man may go home; with a carer the wheelchair's is enough
        ("home_ward_s", "i8"),  # stays in the ward at least so long, whoever recovers from a deep wound
        ("errand_m", "f8"),  # there and back
        ("goes_out_per_s", "f8"),  # at no distress, alone
        ("company_out", "f8"),  # times this with company
        ("grown_y", "f8"),  # age from which somebody may look after others
        ("needs_carer", "f8"),  # function below which one moves in, when there is one
        ("carer_leaves", "f8"),  # and above which he leaves
        # --- minds: mind.py, shocks.py
        ("baseline", "f8"),  # PHQ-9 points, median
        ("baseline_spread", "f8"),  # sigma of the logarithm
        ("alone", "f8"),  # by how much the baseline of somebody without any ties is higher
        ("reactivity_spread", "f8"),  # sigma of the logarithm of how strongly one answers, median 1
        ("acute_tau_s", "f8"),
        ("burden_tau_s", "f8"),
        ("unresolved", "f8"),  # share of the acute pool that stays as burden
        ("support_rate", "f8"),  # full support makes burden leave this much faster (1 + this)
        ("support_tau_s", "f8"),  # how long contact is felt
        ("limit_points", "f8"),  # burden of a body that can do nothing
        ("idle_points", "f8"),  # burden of lost work
        ("noise", "f8"),  # standard deviation from week to week, points
        ("threshold", "f8", (MINDS,)),  # distress from which a mind is in that state
        ("hysteresis", "f8"),  # points below it at which the state is left
        ("shock", "f8", (SHOCKS,)),  # points at size 1, by Shock
        ("told_dist", "i8"),  # s from the hospital's door until he is told of the loss
        ("answers", "f8"),  # distress at which somebody unresponsive answers a visitor
        ("answers_alone", "f8"),  # and without one
        ("quiet", "f8"),  # acute and burden together below which nobody need look
        # --- ties, visits, watch: support.py, watch.py
        ("grief", "f8", (TIES_KINDS,)),  # weight of a death, by Tie
        ("visit_per_s", "f8", (TIES_KINDS,)),  # visits by somebody with a tie of strength 1
        ("visit_relief", "f8", (TIES_KINDS,)),  # points of the acute pool a visit takes
        ("visit_support", "f8"),  # support a visit gives
        ("everyday_support", "f8"),  # of having people who matter, at most
        ("company_support", "f8"),  # support of living with a carer, at least
        ("work_support", "f8"),
        ("visits_most", "i8"),  # a day
        ("carers_come", "i8"),  # 1: somebody may move in
        ("watch_withdrawn", "i8"),  # level of observation by state, codes.Watch
        ("watch_unresponsive", "i8"),
        ("watch_after_loss", "i8"),  # for watch_s after the news of a lost limb
        ("watch_s", "i8"),
        ("step_down_s", "i8"),  # at least so long at a level before the next lower one
        ("nurses", "i8"),  # people of the hospital who can sit with somebody, one each
        ("crisis_per_s", "f8"),  # rate of crises of an unwatched mind at distress crisis_from
        ("crisis_from", "f8"),
        ("crisis_scale", "f8"),  # points that make it e times as likely
        ("watch_factor", "f8", (WATCHES,)),  # times this under observation
        ("crisis_points", "f8"),  # of acute distress after one
    ],
    align=True,
)
"""What is true of every recovery and every mind: one row, shared."""

AID = np.dtype(
    [
        ("speed_mps", "f8"),  # 0: no way to get about alone
        ("oxygen_ml_kg_m", "f8"),
        ("muscle", "f8"),  # share of critical power and W' that the muscles at work have
        ("stairs", "f8"),  # speed on stairs relative to able-bodied, 0: impossible alone
    ],
    align=True,
)
"""By codes.Aid; databook 8.1."""

RECOVERY = np.dtype(
    [
        # --- given
        ("home_m", "f8"),  # from the hospital
        ("flights", "i8"),
        # --- the wound; leg and lost are written by duty before `brought_in`
        ("leg", "f8"),  # 0..1, impairment of walking when he was brought in
        ("lost", "f8"),  # share of the blood lost
        ("began_s", "i8"),  # acute care left, -1: nothing to recover from
        ("wound", "i8"),  # the last one: SOFT, DEEP, AMPUTATION
        ("amputee", "i8"),  # 1: has lost a limb, with this wound or before
        ("returns", "i8"),  # NO_RETURN, LIGHTER, FULL
        ("closes_d", "f8"),  # days of healing until the wound is closed
        ("needs_d", "f8"),  # days of healing until full duty
        ("healed_d", "f8"),  # days of healing so far
        ("function0", "f8"),
        ("healed", "f8"),  # 0..1, how far the body has healed, whatever it allows in the end
        ("function", "f8"),  # 0..1, of walking and working
        ("stops_until_s", "i8"),  # infection or setback: nothing heals until then
        ("setbacks", "i8"),
        ("infected_d", "f8"),  # days of healing at which it becomes infected, beyond closes_d: never
        ("closed", "i8"),
        ("fit_s", "i8"),  # when function reached `fit`, -1
        # --- getting about
        ("aid", "i8"),  # codes.Aid
        ("score", "f8"),  # AMP, 0..43 or 47
        ("sessions", "i8"),
        ("session_s", "i8"),  # the last, -1
        ("detrained", "f8"),  # share of capacity lost
        ("touched_s", "i8"),
        # --- reserve
        ("reserve", "f8"),  # 0..1, deep reserve, at reserve_s
        ("reserve_s", "i8"),
        ("reserve_low", "i8"),  # 1: below what a mission needs
        # --- home
        ("place", "i8"),  # FREE, WARD, HOME
        ("home_s", "i8"),  # went home, -1
        ("walked_s", "i8"),  # the way home took, -1
        ("climbed_s", "i8"),  # first climbed his stairs alone, -1
        ("out_s", "i8"),  # first out of the house since, -1
        ("indoors", "i8"),  # days at home before that
        ("outings", "i8"),
        ("carer", "i8"),  # member who has moved in, -1
        ("cares_for", "i8"),  # member with whom he has moved in, -1
        # --- prosthesis
        ("limb", "i8"),  # codes.LimbStage
        ("limb_s", "i8"),  # the stage ends, -1: open
        ("workshop", "i8"),  # -1
        ("companion", "i8"),  # who goes with him, -1
        ("goes_with", "i8"),  # whom he accompanies, -1
        ("away_s", "i8"),  # set out, -1: not travelling
        ("road_s", "i8"),  # when the wagon is attacked, -1: it is not
        ("returning", "i8"),  # 1: on the way back
        ("upkeeps", "i8"),
        ("repair_s", "i8"),  # in repair until then, -1
        ("next", "i8"),  # in this morning's list
        ("moved_next", "i8"),  # in the list of those whose place has changed; -2: not in it
        ("sits_day", "i8"),  # day on which he sits with somebody, -1
    ],
    align=True,
)

MIND = np.dtype(
    [
        ("acute", "f8"),  # points, at touched_s
        ("burden", "f8"),
        ("support", "f8"),  # 0..1
        ("touched_s", "i8"),
        ("state", "i8"),  # codes.Mind
        ("idle", "i8"),  # 1: has lost his work
        ("shocks", "i8"),
        ("told", "i8"),  # 1: knows of the loss
        ("news_s", "i8"),  # will be told then, -1
        ("told_s", "i8"),  # -1
        ("stunned_s", "i8"),  # unresponsive since, -1
        ("answered_s", "i8"),  # first words since, -1
        ("most", "f8"),  # highest distress so far
        ("visited", "i8"),
        ("visited_s", "i8"),  # the last visit, -1
        ("watch", "i8"),  # codes.Watch wanted
        ("kept", "i8"),  # and kept today
        ("watch_s", "i8"),  # since
        ("watcher", "i8"),  # member, -1: nobody, -2: a nurse
        ("unwatched", "i8"),  # days on which nobody could be found
        ("crises", "i8"),
        ("ties0", "i8"),  # first row of ties
        ("ties", "i8"),
    ],
    align=True,
)

TIE = np.dtype(
    [
        ("to", "i8"),
        ("kind", "i8"),  # codes.Tie: what `to` is to him
        ("strength", "f8"),  # 0..1
        ("visits", "i8"),  # 1: comes to see him
        ("after_s", "i8"),  # but not earlier than so long after he was brought in
        ("cares", "i8"),  # 1: would move in
        ("trusted", "i8"),  # 1: may open his door
    ],
    align=True,
)
"""Rows of one person stand together. Every tie has its counterpart among the rows of the other."""

WORKSHOP = np.dtype(
    [
        ("found_s", "i8"),  # -1: nobody has heard of it yet
        ("away_s", "i8"),  # one way
        ("hazard_per_s", "f8"),  # of an incident on the road
        ("incident", "i8"),  # which one, -1
        ("seats", "i8"),  # wearers served at a time
        ("busy", "i8"),
    ],
    align=True,
)

WAKE = np.dtype([("folk", "i4"), ("duty", "i4")], align=True)
"""By member: the day on which his recovery or mind, or his duty, next needs a look; NEVER_DAY: until something
happens. The morning reads only this of the well.
"""

FOLK_DAY = np.dtype(
    [
        ("first", "i8"),  # members looked at this morning, in order of row, linked by RECOVERY["next"]
        ("last", "i8"),
        ("turn", "i8"),  # who had therapy last: the next in order of row is first today
        ("sessions", "i8"),  # given today
        ("wanted", "i8"),  # wanted today
        ("nurses", "i8"),  # sitting with somebody today
        ("watched", "i8"),
        ("mind", "i8", (MINDS,)),  # members by codes.Mind
        ("in_ward", "i8"),  # beds of the rehabilitation ward
        ("moved", "i8"),  # members whose place has changed since the last morning, linked by RECOVERY["moved_next"]
    ],
    align=True,
)
"""What folk keep in hand from morning to evening: one row."""


def standing_tables(members):
    """Return the tables of the way back that a run itself fills, by name, for so many people, all well and rested."""
    recoveries, minds, wakes = (np.zeros(members, dtype) for dtype in (RECOVERY, MIND, WAKE))
    for field in NOBODY_YET[RECOVERY]:
        recoveries[field] = -1
    for field in NOBODY_YET[MIND]:
        minds[field] = -1
    recoveries["reserve"] = recoveries["function"] = recoveries["healed"] = 1.0
    day = np.zeros(1, FOLK_DAY)
    day["first"] = day["last"] = day["moved"] = day["turn"] = -1
    recoveries["moved_next"] = -2
    return {"recoveries": recoveries, "minds": minds, "wakes": wakes, "folk_day": day}


NOBODY_YET = {
    RECOVERY: ("began_s", "fit_s", "session_s", "home_s", "walked_s", "climbed_s", "out_s", "carer", "cares_for")
    + ("limb_s", "workshop", "companion", "goes_with", "away_s", "road_s", "repair_s", "next", "sits_day"),
    MIND: ("news_s", "told_s", "stunned_s", "answered_s", "visited_s", "watcher"),
}
"""Fields that are -1 until something happens, by table."""
