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

from homeward.codes import Awareness, Event
from homeward.kernel.bleeding import NEVER, clot, flow_at_full_pressure, loss_at_full_pressure, time_to_lose
from homeward.kernel.calendar import cancel, schedule
from homeward.kernel.jit import inner, process
from homeward.kernel.levels import level_from_threat, threat_threshold, threshold_volume
from homeward.kernel.pressure import loss_until, pressure_of, volume_after


@inner
def volume_at(world, i, at_s):
    """Blood volume (mL) of person i at at_s, no earlier than when he was last touched. Changes nothing."""
    person = world.people[i]
    if person["first_wound"] < 0 or person["awareness"] == Awareness.DEAD:
        return person["blood_ml"]
    loss_ml = loss_at_full_pressure(world, i, float(at_s - person["touched_s"]))
    return volume_after(person["blood_ml"], person["compensated_ml"], person["zero_ml"], loss_ml)


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
