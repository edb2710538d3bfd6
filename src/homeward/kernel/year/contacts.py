"""An incident inside the year: the team goes into it as its people, and what became of them comes back."""

from homeward.codes import Awareness, Cause, Event, Fault, Status
from homeward.kernel.calendar import schedule
from homeward.kernel.care.notes import note_plain
from homeward.kernel.draws import ALL, GOLDEN, STEP, mix, word
from homeward.kernel.jit import handler, inner
from homeward.kernel.tables import TEAM as PARTY
from homeward.kernel.year import casualties, folk
from homeward.kernel.year.duty_tables import TEAM
from homeward.kernel.year.missions import MISSION_ENDS

CONTACT, CONTACTS_FULL = int(Event.CONTACT), int(Fault.CONTACTS_FULL)
GONE, WITH_TEAM, DESERTED = int(Status.GONE), int(Status.WITH_TEAM), int(Status.DESERTED)
BODY_DEAD, KILLED = int(Awareness.DEAD), int(Cause.KILLED)
CAPTURED, EXPOSURE = int(Cause.CAPTURED), int(Cause.EXPOSURE)


@inner
def new_contact(world):
    """Return the next row of contacts, -1 with a fault when there is none."""
    clock = world.clock[0]
    k = clock["contacts"]
    if k == len(world.contacts):
        clock["fault"] = CONTACTS_FULL
        return -1
    clock["contacts"] = k + 1
    return k


@inner
def seed_of(world, m):
    """The seed of the incident that mission m meets: its own, and the same in every arm."""
    mission, seed = world.missions[m], word(world.clock[0]["seed"])
    name = word(world.mission_types[mission["type"]]["name"]) if mission["type"] >= 0 else word(mission["number"])
    return mix((seed + name * GOLDEN + word(mission["number"] + 1) * STEP) & ALL)


@inner
def seat_of_name(world, mission, name, taken):
    """The seat of the team member of this name who has no place yet, -1."""
    for seat in range(TEAM):
        i = mission["member"][seat]
        if i >= 0 and (taken >> seat) & 1 == 0 and world.physique[i]["name"] == name:
            return seat
    return -1


@inner
def seat_of_highest(world, mission, taken):
    """The seat of the highest in rank (then the lowest row) who has no place yet, -1."""
    best, rank = -1, -1
    for seat in range(TEAM):
        i = mission["member"][seat]
        if i < 0 or (taken >> seat) & 1:
            continue
        mine = world.members[i]["rank"]
        if mine > rank or (mine == rank and i < mission["member"][best]):
            best, rank = seat, mine
    return best


@handler
def match_names(world, given, m, k):
    """Give those whose name stands in the incident their own place. Returns bit per seat that has one."""
    mission, contact, taken = world.missions[m], world.contacts[k], 0
    for s in range(TEAM):
        contact["member"][s] = -1
    for s in range(min(TEAM, len(given.people))):
        seat = seat_of_name(world, mission, given.people[s]["name"], taken)
        if seat >= 0:
            contact["member"][s] = mission["member"][seat]
            taken |= 1 << seat
    return taken


@handler
def match_team(world, given, m, k):
    """Give everybody of the team a place among the incident's people: his own by name, then by rank."""
    mission, contact = world.missions[m], world.contacts[k]
    taken = match_names(world, given, m, k)
    for s in range(min(TEAM, len(given.people))):
        if contact["member"][s] < 0 and given.people[s]["status"] == WITH_TEAM:
            seat = seat_of_highest(world, mission, taken)
            if seat >= 0:
                contact["member"][s] = mission["member"][seat]
                taken |= 1 << seat


@inner
def fill_person(world, person, i):
    """Member i in an incident: his own body and skill; the strength he has not got back yet he lacks."""
    his = world.physique[i]
    person["name"] = his["name"]
    person["mass_kg"], person["load_kg"], person["age_y"] = his["mass_kg"], his["load_kg"], his["age_y"]
    person["blood0_ml"] = person["blood_ml"] = his["blood0_ml"]
    person["grip_kg"], person["fitness_spread"] = his["grip_kg"], his["fitness_spread"]
    person["skill"], person["can_carry"] = his["skill"], his["can_carry"]
    person["exposure"], person["desertion"] = his["exposure"], his["desertion"]
    fit = folk.strength_left(world, i)
    person["vo2max_w"], person["wprime_j"] = his["vo2max_w"] * fit, his["wprime_j"] * fit
    person["fire_per_min"] = his["fire_per_min"] * folk.fitness(world, i)
    person["reserve"] = folk.reserve_now(world, i)


@handler
def prepare(world, given, filled, m):
    """Fill the template `filled` of an incident, whose scenario is `given`, with the team of mission m. Returns the
    row of contacts, -1 when there is no room.
    """
    k = new_contact(world)
    if k < 0:
        return k
    mission, contact = world.missions[m], world.contacts[k]
    contact["at_s"], contact["type"], contact["number"] = world.clock[0]["now_s"], mission["type"], mission["number"]
    contact["nth"], contact["incident"], contact["seed"] = mission["contacts"], mission["incident"], seed_of(world, m)
    contact["hurt"] = contact["lost"] = 0
    match_team(world, given, m, k)
    for s in range(len(given.people)):
        filled.people[s] = given.people[s]
        i = contact["member"][s] if s < TEAM else -1
        if i >= 0:
            fill_person(world, filled.people[s], i)
        else:
            filled.people[s]["status"], filled.people[s]["team0"] = GONE, 0
    filled.clock[0] = given.clock[0]
    filled.clock[0]["seed"] = contact["seed"]
    filled.clock[0]["hand_over"] = 1 if world.duty[0]["door"] >= 0 else 0
    return k


@inner
def carrier_of(filled, lived, contact, s):
    """The member who brought in person s: who took the step, or who bore him last; -1 when others did."""
    user, team = lived.incident[0]["step_user"], lived.parties[PARTY]
    if team["steps_left"] < filled.parties[PARTY]["steps_left"]:
        together = lived.people[user]["arrived_s"] == lived.people[s]["arrived_s"]
        return contact["member"][user] if together and user != s else -1
    if team["casualty"] != s:
        return -1
    for bearer in range(min(TEAM, len(lived.people))):
        if (team["bearing"] >> bearer) & 1:
            return contact["member"][bearer]
    return -1


@inner
def end_of(world, given, lived, i, s):
    """How the incident ended for person s, member i; -1: he is home and needs nothing. Whoever is named in it but not
    present was lost before it begins: he ran, if that is how he is, or fell.
    """
    person = lived.people[s]
    if given.people[s]["status"] == GONE:
        return casualties.RAN if world.physique[i]["desertion"] >= 1.0 else casualties.LEFT_DEAD
    if person["status"] == DESERTED:
        return casualties.RAN
    if person["awareness"] != BODY_DEAD:
        needs_care = person["first_wound"] >= 0 or person["collapsed_s"] >= 0
        return casualties.CARE if needs_care and person["arrived_s"] >= 0 else -1
    if person["arrived_s"] >= 0:
        return (
            casualties.CARE if lived.clock[0]["hand_over"] == 0 and person["alive_on_arrival"] == 1 else casualties.DEAD
        )
    unknown = person["cause"] == CAPTURED or person["cause"] == EXPOSURE
    return casualties.LOST if unknown else casualties.LEFT_DEAD


@inner
def write_wounds(lived, s, body, row):
    """Sum the open wounds of person s into one: flow as a share of his blood a second, clotting weighted by flow
    (as run/handover.py).
    """
    flow, falls, w = 0.0, 0.0, lived.people[s]["first_wound"]
    row["limb_lost"] = lived.people[s]["limb_lost"]
    while w >= 0:
        wound = lived.wounds[w]
        own = (wound["outer_ml_s"] + wound["inner_ml_s"]) * (1.0 - wound["refill"])
        flow += own
        falls += own * wound["clot_per_s"]
        row["limb_lost"] |= wound["amputation"]
        w = wound["next"]
    body["flow_per_s"] = flow / lived.people[s]["blood0_ml"]
    body["clot_per_s"] = falls / flow if flow > 0.0 else 0.0


@inner
def write_body(world, lived, s, c):
    """Casualty c has the body of person s at the door."""
    person, setting, row = lived.people[s], lived.setting[0], world.casualties[c]
    row["wounded"] = 1 if person["first_wound"] >= 0 else 0
    row["iss"], row["leg"] = person["iss"], person["impairment"]
    row["lost"] = max(0.0, 1.0 - person["blood_ml"] / person["blood0_ml"])
    row["dead_s"] = -1
    if world.duty[0]["door"] < 0:
        row["limb_lost"] = person["limb_lost"]
        return
    body, duty = world.bodies[casualties.body_row(world, c)], world.duty[0]
    body["blood"], body["debt"] = person["blood_ml"] / person["blood0_ml"], person["debt"]
    body["threat_done"], body["threat_per_s"] = person["threat_done"], person["threat_per_s"]
    body["iss"], body["mechanism"], body["age_y"] = 1.0 * person["iss"], person["mechanism"], person["age_y"]
    body["held"], body["zero"] = 1.0 - setting["compensation_loss"], 1.0 - setting["collapse_loss"]
    if row["wounded"] == 1:
        body["held"] = person["compensated_ml"] / person["blood0_ml"]
        body["zero"] = person["zero_ml"] / person["blood0_ml"]
    body["condition"], body["category"], body["units"] = duty["wounded_condition"], -1, 0
    if row["wounded"] == 0 and duty["exhausted_condition"] >= 0:
        body["condition"] = duty["exhausted_condition"]
    write_wounds(lived, s, body, row)


@handler
def send_home(world, filled, lived, m, k, s, end, back_s):
    """Person s of contact k is a casualty: the moment at which the village has him, or hears of him."""
    contact, person, c = world.contacts[k], lived.people[s], casualties.new_casualty(world)
    if c < 0:
        return
    row, now_s = world.casualties[c], world.clock[0]["now_s"]
    row["member"], row["end"], row["next"] = contact["member"][s], end, -1
    row["carrier"], row["mission"], row["cause"] = carrier_of(filled, lived, contact, s), m, person["cause"]
    if end == casualties.LEFT_DEAD and person["status"] == GONE:
        row["cause"] = KILLED
    write_body(world, lived, s, c)
    at_s = back_s
    if end == casualties.CARE:
        at_s = person["touched_s"] if lived.clock[0]["hand_over"] == 1 else person["arrived_s"]
        if person["awareness"] == BODY_DEAD:
            row["dead_s"] = now_s + person["dead_s"]
    elif end == casualties.DEAD:
        at_s = person["arrived_s"]
    row["door_s"] = now_s + at_s
    casualties.expect(world, c, row["door_s"])


@inner
def back_after(world, given, lived, contact):
    """Seconds after the contact until the last of those who need nothing is home; of all, when nobody is whole."""
    last_s, any_s = -1, 0
    for s in range(min(TEAM, len(lived.people))):
        i = contact["member"][s]
        if i >= 0:
            any_s = max(any_s, lived.people[s]["arrived_s"])
            if end_of(world, given, lived, i, s) < 0:
                last_s = max(last_s, lived.people[s]["arrived_s"])
    return last_s if last_s >= 0 else any_s


@inner
def drop(mission, i):
    """Member i is no longer with the team."""
    for seat in range(TEAM):
        if mission["member"][seat] == i:
            mission["member"][seat] = -1


@handler
def settle(world, given, filled, lived, m, k):
    """Write back what became of the team of mission m in contact k, which has been lived."""
    mission, contact, clock = world.missions[m], world.contacts[k], world.clock[0]
    back_s = back_after(world, given, lived, contact)
    note_plain(world, CONTACT, mission["member"][0], m, 0, 1.0 * k)
    for s in range(min(TEAM, len(lived.people))):
        i = contact["member"][s]
        if i < 0:
            continue
        world.service[i]["contacts"] += 1
        if lived.people[s]["reserve_spent"] > 0.0:
            folk.spend_reserve(world, i, min(1.0, lived.people[s]["reserve_spent"]))
        end = end_of(world, given, lived, i, s)
        if end >= 0:
            drop(mission, i)
            contact["hurt"] += 1 if end == casualties.CARE else 0
            contact["lost"] += 0 if end == casualties.CARE else 1
            send_home(world, filled, lived, m, k, s, end, back_s)
    mission["hurt"] += contact["hurt"]
    mission["lost"] += contact["lost"]
    if contact["hurt"] + contact["lost"] > 0:
        schedule(world, clock["now_s"] + max(1, back_s), MISSION_ENDS, clock["first_missions"] + m)
