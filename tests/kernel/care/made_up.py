"""Networks made up by hypothesis: small, and with everything a network file can say somewhere in them."""

from typing import Any

from hypothesis import strategies as st

from homeward.codes import CalendarKind, Generator
from homeward.kernel.organisation import Organisation
from tests.network_worlds import DAY_S, HOUR_S, MINUTE_S, Row, a_network, constant, exponential, lognormal

HOUSES, SKILLS = 2, 3
SHORT, LONG, TRAVEL, STAY, BLEED, CLOT, THREAT, CROWD, PATIENCE, NOTHING = range(10)
DISTS = [
    exponential(10 * MINUTE_S),
    lognormal(40 * MINUTE_S, 0.5),
    lognormal(25 * MINUTE_S, 0.3),
    exponential(9 * HOUR_S),
    exponential(6e-5),
    constant(2e-4),
    exponential(5 * HOUR_S),
    constant(5),
    exponential(2 * HOUR_S),
    constant(0),
]
OTHER = -1
EXITS = (-1, -2, -6)
SOMETIMES = st.sampled_from([0, 0, 1])


def one_of(*choices: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(choices)


@st.composite
def ways(draw: st.DrawFn, station: int, stations: int, house: int, houses: list[int]) -> Row:
    """What follows a task: two ways on, forward only, so that nobody goes in circles."""
    to, links = [], []
    for _ in range(2):
        goal = draw(st.sampled_from([*range(station + 1, stations), *EXITS]))
        elsewhere = goal >= 0 and houses[goal] != house
        to.append(goal)
        links.append(draw(one_of(-1, 0, 1)) if elsewhere and house == 0 else -1)
    share = draw(one_of(0.0, 0.3, 0.7, 1.0))
    return {"next": to, "link": links, "way": [[share, 1.0, 1.0, 1.0, 1.0, 1.0]] * 4}


@st.composite
def tasks(draw: st.DrawFn, station: int, houses: list[int]) -> Row:
    """A task of a facility, with some of what a task can have."""
    house = houses[station]
    skills = draw(st.lists(st.integers(0, SKILLS - 1), max_size=2, unique=True))
    times = [draw(one_of(SHORT, LONG, STAY, NOTHING)), draw(one_of(SHORT, LONG))]
    row: Row = {
        "facility": house,
        "skill": skills or -1,
        "hands": [draw(one_of(1, 1, 2)) for _ in skills] or 0,
        "area": draw(one_of(-1, 2 * house, 2 * house + 1)),
        "equipment": draw(one_of(-1, -1, house)),
        "stock": [draw(one_of(-1, -1, house))],
        "uses": [draw(one_of(0, 1, 2))],
        "waits_for_stock": draw(SOMETIMES),
        "time_dist": [times[0], times[0], times[1], times[1]],
        "queue_limit": draw(one_of(-1, -1, -1, 0, 3)),
        "reassess_s": draw(one_of(0, 0, 15 * MINUTE_S)),
        "patience_dist": draw(one_of(-1, -1, PATIENCE)),
        "stops": draw(one_of(0.0, 0.5, 1.0)),
        "stops_at_end": draw(one_of(0.0, 0.0, 0.8)),
        "restores": draw(one_of(0.0, 0.1)),
        "calms": draw(one_of(0.0, 0.9)),
        "death": draw(one_of(0.0, 0.05)),
        "death_per_loss": draw(one_of(0.0, 0.3)),
        "death_per_hour": draw(one_of(0.0, 0.02)),
        "death_wait_most": 0.1,
    }
    for name in ("stays", "preempts", "interruptible", "blocks", "decides"):
        row[name] = draw(SOMETIMES)
    if draw(one_of(False, False, False, True)):
        # A desk at which the ways part: it needs nothing and takes no time, though it may see to the bleeding.
        bare = {"skill": -1, "hands": 0, "area": -1, "equipment": -1, "stock": -1, "time_dist": NOTHING}
        row |= bare | dict.fromkeys(("preempts", "interruptible", "decides", "stays", "death", "stops_at_end"), 0)
        row |= {"death_per_loss": 0.0, "death_per_hour": 0.0, "queue_limit": -1}
    row["sets_category"] = draw(SOMETIMES) if station in (0, len(houses) - 1) else 0
    return row | draw(ways(station, len(houses), house, houses))


@st.composite
def members(draw: st.DrawFn) -> list[Row]:
    """Staff of both facilities: everybody has a skill, some have shifts, and each skill is somewhere."""
    staff = []
    for house in range(HOUSES):
        for member in range(draw(st.integers(2, 4))):
            turn = draw(one_of((0, 0), (0, 1), (1, 2)))
            skills = draw(st.integers(1, 2**SKILLS - 1)) if member else 2**SKILLS - 1
            staff.append({"facility": house, "skills": skills, "shift0": turn[0], "shifts": turn[1]})
    return staff


@st.composite
def arrivals(draw: st.DrawFn) -> list[Row]:
    """Streams of every kind."""
    rate = 1 / draw(one_of(900, 1800, 3600))
    kinds: list[Row] = [
        {"rate_per_s": rate},
        {"gap_dist": SHORT, "most": 30},
        {"rate_per_s": rate, "profile0": 0, "profile": 3, "profile_step_s": 4 * HOUR_S, "wraps": draw(SOMETIMES)}
        | {"profile_from_s": draw(one_of(0, HOUR_S)), "thinning": draw(SOMETIMES)},
        {"rate_per_s": rate, "day_spread": 0.5},
        {"rate_per_s": rate / 10, "burst_size_dist": CROWD, "burst_within_s": draw(one_of(0, 1800)), "most": 40},
        {"listed0": 0, "listed": 4},
        {"rate_per_s": rate, "listed0": 0, "listed": 4, "most": 20},
    ]
    chosen = draw(st.lists(st.sampled_from(kinds), min_size=1, max_size=3, unique_by=id))
    return [row | {"condition0": draw(one_of(0, 2)), "conditions": 2} for row in chosen]


def wounded(category: list[float], from_body: int) -> Row:
    """A condition that bleeds, or chokes."""
    return {"category": category, "bleed_dist": [BLEED] * 3 + [-1], "from_body": from_body, "clot_dist": CLOT}


@st.composite
def networks(draw: st.DrawFn) -> Organisation:
    """A network of two facilities, four to six tasks, two links (a fleet, and on foot)."""
    stations = draw(st.integers(3, 6))
    houses = sorted(draw(one_of(0, 1)) for _ in range(stations))
    houses[0] = 0
    bodies = [
        {"blood": 0.7, "flow_per_s": 5e-5, "held": 0.75, "zero": 0.47, "iss": 16.0, "mechanism": 1, "age_y": 60.0},
        {"blood": 0.9, "held": 0.75, "zero": 0.47, "threat_per_s": 1e-4, "iss": 9.0, "age_y": -1.0},
    ]
    home = draw(one_of(0, 1))
    first_of_last = houses.index(1) if 1 in houses else -1
    return a_network(
        seed=draw(st.integers(0, 2**64 - 1)),
        kind=draw(st.sampled_from(CalendarKind)),
        generator=draw(st.sampled_from(Generator)),
        dists=DISTS,
        patients=500,
        visits=2000,
        profiles=[0.0, 1 / 3600, 1 / 1800],
        facilities=[
            {
                "divert_to": draw(one_of(-1, 1)),
                "divert_above": draw(one_of(-1, 6)),
                "divert_dist": draw(one_of(-1, TRAVEL)),
            }
            | {"hold_s": draw(one_of(-1, 6 * HOUR_S)), "evacuate_to": 1, "evacuate_link": draw(one_of(-1, 0, 1))},
            {},
        ],
        areas=[{"facility": k // 2, "beds": draw(one_of(-1, 1, 3))} for k in range(4)],
        staff=draw(members()),
        shifts=[
            {"from_s": 0, "until_s": 8 * HOUR_S},
            {"from_s": 6 * HOUR_S, "until_s": 20 * HOUR_S},
            {"from_s": DAY_S + 20 * HOUR_S, "until_s": 2 * DAY_S},
        ],
        equipment=[{"facility": house, "count": 1} for house in range(HOUSES)],
        stocks=[
            {
                "facility": house,
                "units0": 4,
                "every_s": draw(one_of(0, 4 * HOUR_S)),
                "adds": 3,
                "most": draw(one_of(-1, 5)),
            }
            | {"is_blood": draw(SOMETIMES)}
            for house in range(HOUSES)
        ],
        stations=[draw(tasks(station, houses)) for station in range(stations)],
        links=[
            {"from_facility": 0, "to_facility": 1, "fleet": 0, "out_dist": TRAVEL, "back_dist": TRAVEL}
            | {"stops": draw(one_of(0.0, 0.5))},
            {"from_facility": 0, "to_facility": 1, "back_dist": TRAVEL},
        ],
        fleets=[{"home": home, "first": 0, "count": 2, "seats": draw(one_of(1, 2))}],
        vehicles=[{"fleet": 0}, {"fleet": 0}],
        conditions=[
            {"category": [0.2, 0.5, 1.0, 1.0]},
            wounded([0.2, 0.6, 1.0, 1.0], 0),
            wounded([0.2, 0.6, 1.0, 1.0], 1) | {"iss_dist": CROWD, "lost_dist": CLOT, "mechanism": 1},
            {"threat_dist": THREAT, "category": [0.0, 1.0, 1.0, 1.0], "age_dist": CROWD},
        ],
        mixes=[{"condition": k, "until": until} for k, until in ((0, 0.4), (1, 1.0), (2, 0.6), (3, 1.0))],
        starts=[0, 0, 0, draw(one_of(0, -1)), *([first_of_last] * 4)],
        listed=[
            {"at_s": 40 * MINUTE_S * k, "condition": k, "category": (-1, 0, 2, -1)[k], "body": (-1, 0, -1, 1)[k]}
            for k in range(4)
        ],
        bodies=bodies,
        streams=draw(arrivals()),
        care={
            "length_s": 20 * HOUR_S,
            "runs_out": 0,
            "warm_up_s": draw(one_of(0, 3 * HOUR_S)),
            "starts_at_s": draw(one_of(0, 5 * DAY_S + 3 * HOUR_S)),
            "immediate_map_mmhg": draw(one_of(0.0, 50.0)),
            "delayed_map_mmhg": draw(one_of(0.0, 70.0)),
            "immediate_iss": draw(one_of(0.0, 5.0)),
            "loss_sd": draw(one_of(0.0, 0.02)),
            "triss": [[-0.4499, 0.8085, -0.0835, -1.7430], [-2.5355, 0.9934, -0.0651, -1.1360]],
            "debt_death": 0.4,
        },
    )
