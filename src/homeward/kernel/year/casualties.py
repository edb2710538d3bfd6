"""Casualties: from the incident to the hospital's door, into a bed, and out of it again."""

from homeward.codes import Cause, Draw, Event, Exit, Fault, Trigger
from homeward.kernel.calendar import schedule
from homeward.kernel.care.arrivals import admit
from homeward.kernel.care.notes import note_plain
from homeward.kernel.draws import draw, mix, word
from homeward.kernel.jit import handler, inner
from homeward.kernel.year import folk
from homeward.kernel.year.fallen import DIED_HERE, desert, fall, go_missing
from homeward.kernel.year.limits import CLEARED, HELD
from homeward.kernel.year.raising import raise_decision
from homeward.kernel.year.reviewing import ask_review
from homeward.kernel.year.status import wounded_reason

CARE, DEAD, LEFT_DEAD, LOST, RAN, IN_BED = range(6)
"""Ends of an incident for somebody who is not simply home: brought to the door; brought home dead; dead and left
behind; nobody knows; ran. IN_BED: in the hospital of an organisation that has no network of its own."""

BROUGHT_IN, CASUALTIES_FULL = int(Event.BROUGHT_IN), int(Fault.CASUALTIES_FULL)
TASK_TIME, LOST_A_LIMB = int(Draw.TASK_TIME), int(Trigger.LIMB_LOST)
DIED, IN_HOSPITAL = int(Exit.DIED), int(Cause.IN_HOSPITAL)
ON_THE_WAY = -2


@inner
def new_casualty(world):
    """Return an unused row of casualties, -1 with a fault when there is none."""
    clock = world.clock[0]
    c = clock["free_casualty"]
    if c >= 0:
        clock["free_casualty"] = world.casualties[c]["next"]
        return c
    c = clock["casualties"]
    if c == len(world.casualties):
        clock["fault"] = CASUALTIES_FULL
        return -1
    clock["casualties"] = c + 1
    return c


@inner
def forget(world, c):
    """Row c of casualties is free again."""
    clock = world.clock[0]
    world.casualties[c]["member"] = -1
    world.casualties[c]["next"] = clock["free_casualty"]
    clock["free_casualty"] = c


@inner
def body_row(world, c):
    """The row of `bodies` that holds the body of casualty c."""
    return len(world.bodies) - len(world.casualties) + c


@handler
def expect(world, c, at_s):
    """The village learns of casualty c, or has him at its door, at at_s."""
    member = world.members[world.casualties[c]["member"]]
    member["mission"], member["patient"] = -1, ON_THE_WAY
    now_s = world.clock[0]["now_s"]
    schedule(world, max(now_s, at_s), BROUGHT_IN, world.clock[0]["first_casualties"] + c)


@inner
def write_wounding(world, i, c):
    """Member i is wounded: what recovery, board and decisions must know of it."""
    row, service, member = world.casualties[c], world.service[i], world.members[i]
    now_s = world.clock[0]["now_s"]
    service["wounded"] += 1
    service["wounded_s"], service["told"], service["board_s"] = now_s, 0, -1
    if service["first_wounded_s"] < 0:
        service["first_wounded_s"] = now_s
    service["iss"] = row["iss"]
    service["limb_lost"] |= row["limb_lost"]
    member["limits"] = (member["limits"] | HELD) & ~CLEARED
    world.recoveries[i]["leg"], world.recoveries[i]["lost"] = row["leg"], row["lost"]
    world.tally[0]["wounded"] += 1
    world.days[world.clock[0]["today"]]["wounded"] += 1


@handler
def go_to_bed(world, i, c):
    """Member i is admitted: by the network, or by the hospital of the incident, which has decided already."""
    member, row, duty, clock = world.members[i], world.casualties[c], world.duty[0], world.clock[0]
    if duty["door"] >= 0:
        key = mix(word(member["key"]) ^ mix(word(world.service[i]["contacts"])))
        member["patient"] = admit(world, body_row(world, c), duty["door"], i, key)
        forget(world, c)
        return
    member["patient"], row["end"] = c, IN_BED
    leaves_s = row["dead_s"]
    if leaves_s < 0:
        leaves_s = clock["now_s"]
        if duty["acute_stay_dist"] >= 0:
            nth = world.service[i]["contacts"]
            leaves_s += int(draw(world, duty["acute_stay_dist"], member["key"], TASK_TIME, nth))
    schedule(world, max(clock["now_s"], leaves_s), BROUGHT_IN, clock["first_casualties"] + c)


@handler
def come_to_door(world, i, c):
    """Casualty c, member i, is at the door alive."""
    row = world.casualties[c]
    note_plain(world, BROUGHT_IN, i, row["carrier"], wounded_reason(world, i), 1.0 * row["iss"])
    if row["carrier"] >= 0:
        world.tally[0]["carried"] += 1
        world.service[row["carrier"]]["carried"] += 1
    if row["wounded"] == 1:
        write_wounding(world, i, c)
        folk.brought_in(world, i)
    go_to_bed(world, i, c)
    ask_review(world, i)


@handler
def leave_bed(world, i, is_dead):
    """Member i leaves acute care: for ever, or for what comes after."""
    member = world.members[i]
    member["patient"] = -1
    if is_dead:
        fall(world, i, IN_HOSPITAL, -1, True, DIED_HERE)
        return
    if world.service[i]["wounded_s"] != -1:
        folk.begin_recovery(world, i)
        if world.service[i]["limb_lost"] == 1:
            raise_decision(world, i, LOST_A_LIMB, wounded_reason(world, i))
    ask_review(world, i)


@handler
def brought_in(world, c):
    """The moment of casualty c."""
    row = world.casualties[c]
    i, end, m, cause, is_dead = row["member"], row["end"], row["mission"], row["cause"], row["dead_s"] >= 0
    if end == CARE:
        come_to_door(world, i, c)
        return
    if end == DEAD and row["carrier"] >= 0:
        world.tally[0]["carried"] += 1
        world.service[row["carrier"]]["carried"] += 1
        note_plain(world, BROUGHT_IN, i, row["carrier"], 0, 1.0 * row["iss"])
    forget(world, c)
    if end == DEAD or end == LEFT_DEAD:
        fall(world, i, cause, m, end == DEAD, 0)
    elif end == LOST:
        go_missing(world, i, m)
    elif end == RAN:
        desert(world, i, m)
    else:
        leave_bed(world, i, is_dead)


@handler
def take_leavers(world):
    """Those whom the network has let go since the last event."""
    clock = world.clock[0]
    while clock["left_first"] >= 0:
        p = clock["left_first"]
        patient = world.patients[p]
        clock["left_first"] = patient["next"]
        patient["next"] = clock["free_patient"]
        clock["free_patient"] = p
        leave_bed(world, patient["member"], patient["exit"] == DIED)
