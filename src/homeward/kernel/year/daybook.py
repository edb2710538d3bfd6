"""The day book: one row per day, and where everybody stood at the start and at the end of each quarter."""

from homeward.kernel.jit import handler, inner
from homeward.kernel.year.duty_tables import CHECKPOINTS, RANKS_MOST, STATES
from homeward.kernel.year.roster import IN_HOSPITAL

QUARTERS = CHECKPOINTS - 1


@handler
def write_day(world):
    """Today's row, as the morning leaves it. What is counted over the day is added as it happens."""
    tally, day = world.tally[0], world.days[world.clock[0]["today"]]
    for r in range(RANKS_MOST):
        day["strength"][r] = tally["strength"][r]
    for s in range(STATES):
        day["status"][s] = tally["status"][s]
    for m in range(4):
        day["mind"][m] = world.folk_day[0]["mind"][m]
    day["waiting"], day["out"] = tally["waiting"], tally["out"]
    day["beds"] = tally["status"][IN_HOSPITAL]
    day["watched"] = world.folk_day[0]["watched"]


@inner
def note_flow(world, quarter):
    """Add everybody's step from where he stood at the last checkpoint to where he stands now."""
    for i in range(len(world.members)):
        service, status = world.service[i], world.members[i]["status"]
        if quarter >= 0:
            world.flows[(quarter * STATES + service["was"]) * STATES + status] += 1
        service["was"] = status


@handler
def check(world, day):
    """Whether day (0 to the length of the run) is a checkpoint; then the flow since the last one is written."""
    days = world.duty[0]["days"]
    for quarter in range(CHECKPOINTS):
        if quarter * days // QUARTERS == day:
            note_flow(world, quarter - 1)
            return
