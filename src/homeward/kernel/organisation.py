"""The World of an organisation: its care network, and the people whom it serves and who serve in it.

A network alone leaves the tables of the year empty. Mutable tables are copied from the lowered organisation before
each replicate; the rest is shared.
"""

from typing import NamedTuple

import numpy as np

from homeward.kernel.care import tables as care
from homeward.kernel.tables.any_world import DIST, NODE
from homeward.kernel.worlds import WorldKind
from homeward.kernel.year import duty_tables as duty
from homeward.kernel.year import folk_tables as folk

CLOCK = np.dtype(
    [
        # --- what calendar.py, draws.py and ledger.py need
        ("now_s", "i8"),
        ("seed", "u8"),
        ("replicate", "u8"),
        ("replicate_key", "u8"),  # splitmix chain of seed and replicate
        ("generator", "i8"),  # Generator
        ("calendar", "i8"),  # CalendarKind
        ("pending", "i8"),  # entries in the calendar
        ("near", "i8"),  # those of them in the heap, or among the few
        ("few", "i8"),  # 1: all entries lie together; see few.py
        ("day", "i8"),  # calendar queue: see days.py
        ("shift", "i8"),
        ("looked", "i8"),
        ("moved", "i8"),
        ("events", "i8"),  # dispatched in this replicate
        ("event_limit", "i8"),
        ("fault", "i8"),
        ("ledger_on", "i8"),
        ("ledger", "i8"),  # rows in use
        # --- first entity of each noun in the calendar (patients begin at 0)
        ("first_streams", "i8"),
        ("first_staff", "i8"),
        ("first_stocks", "i8"),
        ("first_vehicles", "i8"),
        ("first_run", "i8"),
        ("first_missions", "i8"),
        ("first_mission_types", "i8"),
        ("first_decisions", "i8"),
        ("first_casualties", "i8"),
        # --- the network
        ("free_patient", "i8"),  # first unused row of patients (linked by `next`), -1
        ("patients", "i8"),  # rows ever used
        ("inside", "i8"),  # patients inside now
        ("most_inside", "i8"),
        ("inside_since_s", "i8"),
        ("inside_s", "i8"),  # integral of `inside`, patient-seconds
        ("stay_s", "i8"),
        ("numbers", "i8"),  # patients numbered so far
        ("visits", "i8"),  # rows of visits in use
        ("census", "i8"),
        ("counts_from_s", "i8"),  # statistics began
        ("closed", "i8"),  # 1: arrivals have ended
        ("left_first", "i8"),  # members' patients who have just left, for the year (linked), -1
        # --- the year
        ("today", "i8"),  # day number, from 0
        ("missions", "i8"),  # rows of missions ever used
        ("free_mission", "i8"),
        ("stopped_for", "i8"),  # mission whose incident must be lived before the year goes on, -1
        ("decisions", "i8"),  # rows of decisions ever used
        ("free_decision", "i8"),
        ("casualties", "i8"),  # rows of casualties ever used
        ("free_casualty", "i8"),
        ("contacts", "i8"),  # rows of contacts in use
        ("held_back", "i8"),  # letters held back now
        ("days", "i8"),  # rows of days in use
    ],
    align=True,
)

LEDGER = np.dtype(
    [
        ("at_s", "i8"),
        ("event", "i4"),  # Event
        ("who", "i4"),  # member, or -1 - patient for one who is no member
        ("other", "i4"),  # member, station, link, mission: see Event; -1
        ("why", "i4"),  # Reason, or a code of the event
        ("detail", "f8"),
    ],
    align=True,
)

DTYPES = {
    # --- shared
    "dists": DIST,
    "quantiles": np.dtype("f8"),
    "calendar": NODE,
    "buckets": np.dtype("i4"),
    "clock": CLOCK,
    "ledger": LEDGER,
    # --- the network
    "care": care.CARE,
    "facilities": care.FACILITY,
    "skills_at": care.SKILL_AT,
    "areas": care.AREA,
    "stations": care.STATION,
    "station_counts": care.STATION_COUNT,
    "staff": care.STAFF,
    "shifts": care.SHIFT,
    "equipment": care.EQUIPMENT,
    "stocks": care.STOCK,
    "links": care.LINK,
    "fleets": care.FLEET,
    "vehicles": care.VEHICLE,
    "streams": care.STREAM,
    "profiles": np.dtype("f8"),
    "mixes": care.MIX,
    "listed": care.LISTED,
    "bodies": care.PATIENT,
    "conditions": care.CONDITION,
    "cases": care.CASE,
    "starts": care.START,
    "patients": care.PATIENT,
    "census": care.CENSUS,
    "visits": care.VISIT,
    # --- the year
    "duty": duty.DUTY,
    "ranks": duty.RANK,
    "members": duty.MEMBER,
    "service": duty.SERVICE,
    "physique": duty.PHYSIQUE,
    "pools": duty.POOL,
    "skilled": np.dtype("i8"),
    "posts": duty.POST,
    "terms": duty.TERM,
    "mission_types": duty.MISSION_TYPE,
    "missions": duty.MISSION,
    "casualties": duty.CASUALTY,
    "contacts": duty.CONTACT,
    "rules": duty.RULE,
    "decisions": duty.DECISION,
    "exams": duty.EXAM,
    "days": duty.DAY,
    "flows": np.dtype("i8"),
    "tally": duty.TALLY,
    "folk": folk.FOLK,
    "aids": folk.AID,
    "recoveries": folk.RECOVERY,
    "minds": folk.MIND,
    "ties": folk.TIE,
    "workshops": folk.WORKSHOP,
    "wakes": folk.WAKE,
    "folk_day": folk.FOLK_DAY,
}
"""Tables of an organisation, in the order of `Organisation`."""

KIND = WorldKind("organisation", DTYPES, from_the_end=False)
ORGANISATION = KIND.type
"""numba's type of an organisation behind a handle; `KIND.handle` and `KIND.behind` make and open one."""

MUTABLE = (
    *("calendar", "buckets", "clock", "ledger", "facilities", "areas", "stations", "station_counts", "staff"),
    *("equipment", "stocks", "links", "fleets", "vehicles", "streams", "bodies", "cases", "patients", "census"),
    *("visits", "members", "service", "pools", "skilled", "posts", "mission_types", "missions", "casualties"),
    *("contacts", "decisions", "exams", "days", "flows", "tally", "recoveries", "minds", "workshops", "wakes"),
    *("folk_day",),
)
"""Tables that a replicate changes."""


class Organisation(NamedTuple):
    """All that a replicate needs; (1,) for care, clock, duty, folk and folk_day. Empty tables have length 0."""

    dists: np.ndarray
    quantiles: np.ndarray
    calendar: np.ndarray
    buckets: np.ndarray
    clock: np.ndarray
    ledger: np.ndarray
    care: np.ndarray
    facilities: np.ndarray
    skills_at: np.ndarray
    areas: np.ndarray
    stations: np.ndarray
    station_counts: np.ndarray
    staff: np.ndarray
    shifts: np.ndarray
    equipment: np.ndarray
    stocks: np.ndarray
    links: np.ndarray
    fleets: np.ndarray
    vehicles: np.ndarray
    streams: np.ndarray
    profiles: np.ndarray
    mixes: np.ndarray
    listed: np.ndarray
    bodies: np.ndarray
    conditions: np.ndarray
    cases: np.ndarray
    starts: np.ndarray
    patients: np.ndarray
    census: np.ndarray
    visits: np.ndarray
    duty: np.ndarray
    ranks: np.ndarray
    members: np.ndarray
    service: np.ndarray
    physique: np.ndarray
    pools: np.ndarray
    skilled: np.ndarray
    posts: np.ndarray
    terms: np.ndarray
    mission_types: np.ndarray
    missions: np.ndarray
    casualties: np.ndarray
    contacts: np.ndarray
    rules: np.ndarray
    decisions: np.ndarray
    exams: np.ndarray
    days: np.ndarray
    flows: np.ndarray
    tally: np.ndarray
    folk: np.ndarray
    aids: np.ndarray
    recoveries: np.ndarray
    minds: np.ndarray
    ties: np.ndarray
    workshops: np.ndarray
    wakes: np.ndarray
    folk_day: np.ndarray


RUN_ENTITIES = 4
"""Calendar entries of the run itself: its end, the end of the warm-up, the census, the morning."""

OF_CALENDAR = (
    *("patients", "streams", "staff", "stocks", "vehicles", "run", "missions", "mission_types", "decisions"),
    "casualties",
)
"""Who has entries in the calendar, in order: entity of row r is the first of its noun plus r (`clock["first_..."]`)."""


def first_entities(rows):
    """Return {noun: first entity} and how many entities there are, from {noun: rows}."""
    first, total = {}, 0
    for noun in OF_CALENDAR:
        first[noun] = total
        total += RUN_ENTITIES if noun == "run" else rows[noun]
    return first, total
