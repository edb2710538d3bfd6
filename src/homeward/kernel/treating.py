"""What each treatment does to a body when it succeeds. Shared by the helper in the field, the party that comes, and
the gate.
"""

from homeward.codes import Awareness, Draw, Event, Region, Side, Treatment
from homeward.kernel.body import touch
from homeward.kernel.draws import uniform
from homeward.kernel.fate import update_awareness
from homeward.kernel.jit import inner, process
from homeward.kernel.ledger import record
from homeward.kernel.way import person_to_go


@inner
def takes_tourniquet(row):
    """A tourniquet fits a limb, not a junction and not the trunk."""
    return row["region"] == Region.LIMB and (row["side"] == Side.ARM or row["side"] == Side.LEG)


@inner
def worst_wound(world, i, treatment):
    """The wound of person i on which this treatment would act: the one it can slow most; -1 when there is none."""
    best, best_flow = -1, 0.0
    w = world.people[i]["first_wound"]
    while w >= 0:
        row = world.wounds[w]
        flow = row["outer_ml_s"]
        if treatment == Treatment.TOURNIQUET:
            flow = flow + row["inner_ml_s"] if takes_tourniquet(row) else 0.0
        elif treatment == Treatment.SPLINT:
            flow = flow + row["inner_ml_s"] if row["side"] == Side.LEG and row["region"] == Region.LIMB else 0.0
        if flow > best_flow:
            best, best_flow = w, flow
        w = row["next"]
    return best


@inner
def applies(world, i, treatment):
    """Whether there is anything for this treatment to do for person i."""
    person = world.people[i]
    if person["awareness"] == Awareness.DEAD or person["first_wound"] < 0:
        return False
    if treatment == Treatment.TOURNIQUET or treatment == Treatment.PACKING or treatment == Treatment.SPLINT:
        return worst_wound(world, i, treatment) >= 0
    if treatment == Treatment.CHEST_SEAL or treatment == Treatment.DECOMPRESSION or treatment == Treatment.AIRWAY:
        return world.treatments[treatment]["threat"][person["threat"]] < 1.0
    return True


@inner
def scale_flows(world, i, left):
    """Multiply the flow of every wound of person i."""
    w = world.people[i]["first_wound"]
    while w >= 0:
        row = world.wounds[w]
        row["outer_ml_s"] *= left
        row["inner_ml_s"] *= left
        row["control"] *= left
        row["control_inner"] *= left
        w = row["next"]


@inner
def txa_factor(world, i):
    """What TXA given now leaves of the flow: by time since wounding (CRASH-2), in those whose clots dissolve too
    soon.
    """
    person, setting = world.people[i], world.setting[0]
    hours = (world.clock[0]["now_s"] - person["wounded_s"]) / 3600.0
    if hours > 3.0:
        return 1.0 + setting["txa_harm"]
    if uniform(world, person["key"], Draw.TXA_RESPONSE, 0) >= setting["txa_responders"]:
        return 1.0
    return 1.0 - (setting["txa_early"] if hours <= 1.0 else setting["txa_late"])


@inner
def give_blood(world, i, volume_ml):
    """Raise person i's (touched) blood volume, never above what he had unwounded."""
    person = world.people[i]
    given = max(0.0, min(volume_ml, person["blood0_ml"] - person["blood_ml"]))
    person["blood_ml"] += given
    return given


@inner
def walking_impairment(world, i):
    """Impairment of walking (0..1) of person i from all his wounds together."""
    free = 1.0
    w = world.people[i]["first_wound"]
    while w >= 0:
        free *= 1.0 - world.wounds[w]["impairment"]
        w = world.wounds[w]["next"]
    return 1.0 - free


@process
def act(world, i, treatment):
    """The treatment succeeds on person i (touched)."""
    person, table = world.people[i], world.treatments[treatment]
    w = worst_wound(world, i, treatment)
    if treatment == Treatment.TXA:
        left = txa_factor(world, i)
        scale_flows(world, i, left)
    elif treatment == Treatment.BLOOD:
        give_blood(world, i, world.setting[0]["blood_unit_ml"])
    elif treatment == Treatment.WARMING:
        k = person["first_wound"]
        while k >= 0:
            world.wounds[k]["clot_per_s"] *= world.setting[0]["warming_clot"]
            k = world.wounds[k]["next"]
    elif treatment == Treatment.PACKING:
        if w >= 0:
            world.wounds[w]["outer_ml_s"] *= table["flow"]
            world.wounds[w]["control"] *= table["flow"]
    elif treatment == Treatment.TOURNIQUET or treatment == Treatment.SPLINT:
        if w >= 0:
            world.wounds[w]["outer_ml_s"] *= table["flow"]
            world.wounds[w]["inner_ml_s"] *= table["flow"]
            world.wounds[w]["control"] *= table["flow"]
            world.wounds[w]["control_inner"] *= table["flow"]
            if treatment == Treatment.TOURNIQUET and person["tourniquet_s"] < 0:
                person["tourniquet_s"] = world.clock[0]["now_s"]
            world.wounds[w]["impairment"] *= table["impairment"]
            person["impairment"] = walking_impairment(world, i)
    else:
        person["threat_per_s"] *= table["threat"][person["threat"]]


@process
def finish_treatment(world, helper, i, treatment, skill, nth):
    """A treatment of person i ends: it works or it does not. nth names the draw; helper is for the ledger (-1: who
    waits).
    """
    if world.people[i]["awareness"] == Awareness.DEAD:
        return
    touch(world, i)
    works = (
        uniform(world, world.people[i]["key"], Draw.AID_SUCCESS, nth) < world.treatments[treatment]["success"][skill]
    )
    if works:
        act(world, i, treatment)
    event = Event.AID_DONE if works else Event.AID_FAILED
    record(world, event, helper, i, person_to_go(world, i), 1.0 * treatment)
    update_awareness(world, i)


@process
def handle_roughly(world, i, chance):
    """A fall, a jolt, a hard landing: a clotted wound of person i may bleed again."""
    person = world.people[i]
    if person["first_wound"] < 0 or person["awareness"] == Awareness.DEAD:
        return
    person["handled"] += 1
    if uniform(world, person["key"], Draw.REBLEED, person["handled"]) >= chance:
        return
    touch(world, i)
    restored = world.setting[0]["rebleed_restores"]
    flow = 0.0
    w = person["first_wound"]
    while w >= 0:
        row = world.wounds[w]
        if row["clot_per_s"] > 0.0:
            first = restored * row["flow0_ml_s"]
            row["outer_ml_s"] = max(row["outer_ml_s"], first * row["compressible"] * row["control"])
            row["inner_ml_s"] = max(row["inner_ml_s"], first * (1.0 - row["compressible"]) * row["control_inner"])
        flow += row["outer_ml_s"] + row["inner_ml_s"]
        w = row["next"]
    record(world, Event.REBLED, i, -1, person_to_go(world, i), flow * 60.0)
    update_awareness(world, i)
