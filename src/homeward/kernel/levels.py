"""Levels of awareness: at which blood volume, and how far into the course of a threat, each is reached."""

from homeward.codes import Awareness, Threat
from homeward.kernel.jit import inner
from homeward.kernel.pressure import pressure_volume


@inner
def threshold_volume(world, i, level):
    """The blood volume (mL) below which bleeding alone brings person i to an Awareness level."""
    person, setting = world.people[i], world.setting[0]
    if level == Awareness.LIGHTHEADED:
        return person["blood0_ml"] * (1.0 - setting["lightheaded_loss"])
    if level == Awareness.DEAD:
        return pressure_volume(world, i, setting["arrest_map_mmhg"])
    mmhg = setting["unresponsive_map_mmhg"]
    if level == Awareness.VOICE:
        mmhg = setting["voice_map_mmhg"]
    elif level == Awareness.PAIN:
        mmhg = setting["pain_map_mmhg"]
    return pressure_volume(world, i, mmhg * person["dim"] * person["posture"])


@inner
def level_from_blood(world, i):
    """Awareness of person i as his blood volume alone would have it; looked for from where it last was."""
    person = world.people[i]
    blood_ml, level = person["blood_ml"], person["blood_level"]
    while level > 0 and blood_ml > threshold_volume(world, i, level) + 1e-6:
        level -= 1
    while level < 5 and blood_ml <= threshold_volume(world, i, level + 1) + 1e-6:
        level += 1
    person["blood_level"] = level
    return level


@inner
def threat_threshold(world, level):
    """Share of a threat's course at which it brings a person to an Awareness level."""
    if level >= Awareness.DEAD:
        return 1.0
    return world.setting[0]["threat_level"][level - 1]


@inner
def level_from_threat(world, i):
    """Awareness of person i as the threat to his airway, chest or head alone would have it."""
    person = world.people[i]
    if person["threat"] == Threat.NONE:
        return 0
    level = 0
    while level < 5 and person["threat_done"] >= threat_threshold(world, level + 1) - 1e-9:
        level += 1
    return level
