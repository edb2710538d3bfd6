"""A wagon on its way to or from a workshop is attacked: an incident like that of a mission, with those in the wagon."""

from homeward.kernel.calendar import schedule
from homeward.kernel.jit import handler
from homeward.kernel.year import folk
from homeward.kernel.year.desk import OUT, new_mission
from homeward.kernel.year.missions import MISSION_ENDS


@handler
def attack_wagon(world):
    """If bandits fall upon a wagon this morning, the year stops until that has been lived."""
    i, clock = folk.road_attack(world), world.clock[0]
    if i < 0:
        return
    workshop, companion = world.recoveries[i]["workshop"], world.recoveries[i]["companion"]
    if workshop < 0 or world.workshops[workshop]["incident"] < 0:
        return
    m = new_mission(world)
    if m < 0:
        return
    mission = world.missions[m]
    mission["type"], mission["number"], mission["next"], mission["state"] = -1, i, -1, OUT
    mission["starts_s"] = mission["ends_s"] = clock["now_s"]
    mission["contacts"], mission["hurt"], mission["lost"] = 1, 0, 0
    mission["incident"] = world.workshops[workshop]["incident"]
    mission["member"][0] = i
    mission["size"] = 1
    if companion >= 0:
        mission["member"][1] = companion
        mission["size"] = 2
    schedule(world, clock["now_s"] + 1, MISSION_ENDS, clock["first_missions"] + m)
    clock["stopped_for"] = m
