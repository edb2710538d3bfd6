"""Waiting lines: one per triage category, linked through the patients. A line is a station's or a link's."""

from homeward.kernel.jit import handler, inner

LAST = 1 << 60
"""Behind everybody."""


@inner
def order_of(patient):
    """One number by which patients of several lines compare: by category, then by how long they have waited."""
    return (patient["category"] << 42) | patient["since_s"]


@inner
def append(world, line, p):
    """Patient p goes to the end of the line of his category."""
    patient = world.patients[p]
    c = patient["category"]
    last = line["tail"][c]
    patient["prev"], patient["next"] = last, -1
    if last >= 0:
        world.patients[last]["next"] = p
    else:
        line["head"][c] = p
    line["tail"][c] = p
    line["waiting"] += 1


@inner
def put_after(world, line, p, before):
    """Patient p goes into the line of his category behind `before`, -1: to its head."""
    patient = world.patients[p]
    c = patient["category"]
    if before >= 0:
        after = world.patients[before]["next"]
        world.patients[before]["next"] = p
    else:
        after = line["head"][c]
        line["head"][c] = p
    patient["prev"], patient["next"] = before, after
    if after >= 0:
        world.patients[after]["prev"] = p
    else:
        line["tail"][c] = p
    line["waiting"] += 1


@handler
def insert(world, line, p):
    """Patient p goes into the line of his category behind those who have waited as long or longer."""
    before = line["tail"][world.patients[p]["category"]]
    while before >= 0 and world.patients[before]["since_s"] > world.patients[p]["since_s"]:
        before = world.patients[before]["prev"]
    put_after(world, line, p, before)


@inner
def take_out(world, line, p):
    """Patient p leaves the line of his category."""
    patient = world.patients[p]
    c, before, after = patient["category"], patient["prev"], patient["next"]
    if before >= 0:
        world.patients[before]["next"] = after
    else:
        line["head"][c] = after
    if after >= 0:
        world.patients[after]["prev"] = before
    else:
        line["tail"][c] = before
    line["waiting"] -= 1


@inner
def first_in(line):
    """The patient at the head of the most urgent line, -1 when nobody waits."""
    for c in range(4):
        if line["head"][c] >= 0:
            return line["head"][c]
    return -1
