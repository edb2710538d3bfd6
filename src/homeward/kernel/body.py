"""A body that bleeds and breathes: blood volume, pressure, awareness, and when the next threshold falls.

Reduced-order form, chosen because every quantity at any later moment is a closed expression of the state now, so the
next threshold crossing is solved for and not searched for in small steps, and looking at a body never changes its
course:

- a wound loses f exp(-k t) at normal pressure (f flow after control, k clotting), and its flow follows the pressure
  (q = q0 MAP/93; databook 2.3);
- pressure is held until a share of the blood is lost and then falls in a straight line to zero: between the two anchors
  of ATLS (falls from class III) and Walcott (nobody lives beyond 53 %);
- hence, with N(t) the loss that full pressure would have caused, volume falls by N while pressure holds, and then
  decays as exp(-N/(compensated - zero)) towards the volume of zero pressure;
- a share of slow bleeds is made good from the tissues (quasi-steady Bighamian-Hahn: body of `refill_share`);
- a threat to airway or chest runs its own course from 0 to 1 at a rate that treatment slows.
"""

import math

from homeward.codes import Awareness, Event, Threat
from homeward.kernel.calendar import cancel, schedule
from homeward.kernel.exponential import exp
from homeward.kernel.jit import inner, process

NEVER = 1e15
"""Later than any life, in seconds."""


@inner
def loss_at_full_pressure(world, i, dt_s):
    """Blood (mL) person i would lose in dt_s seconds from when he was last touched, were pressure to stay normal."""
    total_ml = 0.0
    w = world.people[i]["first_wound"]
    while w >= 0:
        wound = world.wounds[w]
        flow = (wound["outer_ml_s"] + wound["inner_ml_s"]) * (1.0 - wound["refill"])
        k = wound["clot_per_s"]
        if flow > 0.0:
            total_ml += flow * dt_s if k <= 0.0 else flow * (1.0 - exp(-k * dt_s)) / k
        w = wound["next"]
    return total_ml


@inner
def flow_at_full_pressure(world, i, dt_s):
    """Net loss (mL/s) at normal pressure dt_s seconds after person i was last touched."""
    total_ml_s = 0.0
    w = world.people[i]["first_wound"]
    while w >= 0:
        wound = world.wounds[w]
        flow = (wound["outer_ml_s"] + wound["inner_ml_s"]) * (1.0 - wound["refill"])
        if flow > 0.0:
            k = wound["clot_per_s"]
            total_ml_s += flow if k <= 0.0 or dt_s <= 0.0 else flow * exp(-k * dt_s)
        w = wound["next"]
    return total_ml_s


@inner
def volume_after(blood_ml, compensated_ml, zero_ml, loss_ml):
    """Blood volume (mL) after a loss of loss_ml at full pressure: straight while compensated, exponential below."""
    held_ml = blood_ml - compensated_ml
    if held_ml >= loss_ml:
        return blood_ml - loss_ml
    if held_ml > 0.0:
        blood_ml, loss_ml = compensated_ml, loss_ml - held_ml
    return zero_ml + (blood_ml - zero_ml) * exp(-loss_ml / (compensated_ml - zero_ml))


@inner
def loss_until(blood_ml, compensated_ml, zero_ml, target_ml):
    """The loss (mL) at full pressure that brings blood_ml down to target_ml: the inverse of `volume_after`."""
    if target_ml >= compensated_ml:
        return blood_ml - target_ml
    held_ml = 0.0
    if blood_ml > compensated_ml:
        held_ml = blood_ml - compensated_ml
        blood_ml = compensated_ml
    return held_ml + (compensated_ml - zero_ml) * math.log((blood_ml - zero_ml) / (target_ml - zero_ml))


@inner
def pressure_of(world, i, blood_ml):
    """Mean arterial pressure (mmHg) of person i at a blood volume."""
    person = world.people[i]
    normal = world.setting[0]["map_normal_mmhg"]
    if blood_ml >= person["compensated_ml"]:
        return normal
    share = (blood_ml - person["zero_ml"]) / (person["compensated_ml"] - person["zero_ml"])
    return normal * max(0.0, share)


@inner
def volume_at(world, i, at_s):
    """Blood volume (mL) of person i at at_s, no earlier than when he was last touched. Changes nothing."""
    person = world.people[i]
    if person["first_wound"] < 0 or person["awareness"] == Awareness.DEAD:
        return person["blood_ml"]
    loss_ml = loss_at_full_pressure(world, i, float(at_s - person["touched_s"]))
    return volume_after(person["blood_ml"], person["compensated_ml"], person["zero_ml"], loss_ml)


@inner
def pressure_volume(world, i, mmhg):
    """The blood volume (mL) at which person i has this pressure (mmHg, below normal)."""
    person = world.people[i]
    share = mmhg / world.setting[0]["map_normal_mmhg"]
    return person["zero_ml"] + share * (person["compensated_ml"] - person["zero_ml"])


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


@inner
def add_debt(world, i, dt_s, half_loss_ml, end_ml):
    """Add the oxygen debt (mmHg min) of the last dt_s seconds, by Simpson's rule on the pressure.

    half_loss_ml: the loss at full pressure in the first half; end_ml: the volume at the end. Nothing is added while
    pressure is held.
    """
    person = world.people[i]
    limit = world.setting[0]["debt_map_mmhg"]
    last = pressure_of(world, i, end_ml)
    if last >= limit:
        return
    half_ml = volume_after(person["blood_ml"], person["compensated_ml"], person["zero_ml"], half_loss_ml)
    first = pressure_of(world, i, person["blood_ml"])
    middle = pressure_of(world, i, half_ml)
    short = max(0.0, limit - first) + 4.0 * max(0.0, limit - middle) + (limit - last)
    person["debt"] += short / 6.0 * dt_s / 60.0


@inner
def clot(world, i, dt_s):
    """Let every wound of person i clot for dt_s seconds; returns the loss (mL) at full pressure meanwhile."""
    total_ml = 0.0
    w = world.people[i]["first_wound"]
    while w >= 0:
        wound = world.wounds[w]
        flow = (wound["outer_ml_s"] + wound["inner_ml_s"]) * (1.0 - wound["refill"])
        k = wound["clot_per_s"]
        if k <= 0.0:
            total_ml += flow * dt_s
        elif flow > 0.0:
            kept = exp(-k * dt_s)
            total_ml += flow * (1.0 - kept) / k
            wound["outer_ml_s"] *= kept
            wound["inner_ml_s"] *= kept
        w = wound["next"]
    return total_ml


@process
def bleed_until_now(world, i):
    """Let the wounds of person i run from when he was last touched to now: volume, clotting, oxygen debt."""
    person = world.people[i]
    dt_s = float(world.clock[0]["now_s"] - person["touched_s"])
    half_ml = 0.0
    most_ml = flow_at_full_pressure(world, i, 0.0) * dt_s
    if person["blood_ml"] - most_ml < person["compensated_ml"]:
        half_ml = loss_at_full_pressure(world, i, 0.5 * dt_s)
    loss_ml = clot(world, i, dt_s)
    end_ml = volume_after(person["blood_ml"], person["compensated_ml"], person["zero_ml"], loss_ml)
    add_debt(world, i, dt_s, half_ml, end_ml)
    person["blood_ml"] = end_ml
    person["threat_done"] = min(1.0, person["threat_done"] + person["threat_per_s"] * dt_s)


@inner
def touch(world, i):
    """Bring the body of person i up to now. Every change to a body is made after this."""
    person = world.people[i]
    if person["touched_s"] < world.clock[0]["now_s"]:
        if person["first_wound"] >= 0 and person["awareness"] != Awareness.DEAD:
            bleed_until_now(world, i)
        person["touched_s"] = world.clock[0]["now_s"]


@inner
def most_he_can_lose(world, i):
    """Blood (mL) that person i's wounds would let go at full pressure before they have all clotted; NEVER when one
    does not clot.
    """
    total_ml = 0.0
    w = world.people[i]["first_wound"]
    while w >= 0:
        wound = world.wounds[w]
        flow = (wound["outer_ml_s"] + wound["inner_ml_s"]) * (1.0 - wound["refill"])
        if flow > 0.0:
            total_ml += flow / wound["clot_per_s"] if wound["clot_per_s"] > 0.0 else NEVER
        w = wound["next"]
    return total_ml


@inner
def time_to_lose(world, i, loss_ml):
    """Seconds until person i has lost loss_ml at full pressure; NEVER when clotting ends it first.

    One wound has a closed form. Several: Newton from the left on a concave rising function: it never overshoots, so
    the result is never late by more than
    rounding.
    """
    if most_he_can_lose(world, i) <= loss_ml * (1.0 + 1e-9):
        return NEVER
    first = world.wounds[world.people[i]["first_wound"]]
    flow, k = flow_at_full_pressure(world, i, 0.0), first["clot_per_s"]
    if first["next"] < 0:
        return loss_ml / flow if k <= 0.0 else -math.log(1.0 - loss_ml * k / flow) / k
    dt_s = loss_ml / flow
    for _ in range(40):
        short_ml = loss_ml - loss_at_full_pressure(world, i, dt_s)
        if short_ml <= 1e-7 * loss_ml:
            return dt_s
        flow = flow_at_full_pressure(world, i, dt_s)
        if flow * 1e7 < short_ml:
            return NEVER
        dt_s += short_ml / flow
    return dt_s


@process
def expect_change(world, i):
    """Put the next change of person i's body in the calendar: a threshold of blood, of a threat, or irreversible
    shock.
    """
    person, now_s = world.people[i], world.clock[0]["now_s"]
    target_ml = threshold_volume(world, i, person["blood_level"] + 1)
    dt_s = time_to_lose(
        world, i, loss_until(person["blood_ml"], person["compensated_ml"], person["zero_ml"], target_ml)
    )
    if person["threat_per_s"] > 0.0:
        due = threat_threshold(world, level_from_threat(world, i) + 1) - person["threat_done"]
        dt_s = min(dt_s, due / person["threat_per_s"])
    if person["debt"] > 0.0 or pressure_of(world, i, person["blood_ml"]) < world.setting[0]["debt_map_mmhg"]:
        # The debt grows by at most debt_map a minute: no sooner than this can it reach its limit.
        dt_s = min(dt_s, max(60.0, 60.0 * (person["debt_limit"] - person["debt"]) / world.setting[0]["debt_map_mmhg"]))
    if dt_s >= NEVER:
        cancel(world, i)
    else:
        schedule(world, now_s + max(1, math.ceil(dt_s)), Event.CHANGED, i)
