"""A patient's body: one wound whose flow is the sum of all, a threat to airway, chest or brain, and when either kills.

The course of a body left alone is a closed expression (see kernel/body.py), so the moments at which it dies and at
which it needs a more urgent category are reckoned once, after each thing done to it, and hold until the next.
"""

import math

from homeward.codes import Awareness, Draw
from homeward.kernel.body import loss_until, volume_after
from homeward.kernel.care.times import NEVER_S
from homeward.kernel.draws import draw
from homeward.kernel.exponential import exp
from homeward.kernel.jit import handler, inner

LONG_S = 1e10
SEVERITY = int(Draw.SEVERITY)
VOICE, PAIN, UNRESPONSIVE = int(Awareness.VOICE), int(Awareness.PAIN), int(Awareness.UNRESPONSIVE)


@inner
def changes(patient):
    """Whether this body, left alone, changes."""
    return patient["flow_per_s"] > 0.0 or patient["threat_per_s"] > 0.0


@inner
def pressure(world, patient, blood):
    """Mean arterial pressure (mmHg) of this patient at a share of blood left."""
    normal = world.care[0]["map_normal_mmhg"]
    if blood >= patient["held"]:
        return normal
    return normal * max(0.0, (blood - patient["zero"]) / (patient["held"] - patient["zero"]))


@inner
def share_at(world, patient, mmhg):
    """The share of blood left at which this patient has a pressure (mmHg, below normal)."""
    return patient["zero"] + mmhg / world.care[0]["map_normal_mmhg"] * (patient["held"] - patient["zero"])


@inner
def loss_in(patient, dt_s):
    """The share of blood lost at full pressure in dt_s seconds from touched_s."""
    flow, k = patient["flow_per_s"], patient["clot_per_s"]
    if k <= 0.0:
        return flow * dt_s
    return flow * (1.0 - exp(-k * dt_s)) / k


@inner
def blood_after(patient, dt_s):
    """The share of blood left dt_s seconds after touched_s. Changes nothing."""
    return volume_after(patient["blood"], patient["held"], patient["zero"], loss_in(patient, dt_s))


@inner
def debt_in(world, patient, dt_s):
    """Oxygen debt (mmHg min) of dt_s seconds from touched_s, by Simpson's rule on the pressure."""
    limit = world.care[0]["debt_map_mmhg"]
    last = pressure(world, patient, blood_after(patient, dt_s))
    if last >= limit:
        return 0.0
    first = pressure(world, patient, patient["blood"])
    middle = pressure(world, patient, blood_after(patient, 0.5 * dt_s))
    return (max(0.0, limit - first) + 4.0 * max(0.0, limit - middle) + (limit - last)) / 6.0 * dt_s / 60.0


@handler
def touch(world, p):
    """Bring the body of patient p up to now. Every change to a body is made after this."""
    patient, now_s = world.patients[p], world.clock[0]["now_s"]
    dt_s = 1.0 * (now_s - patient["touched_s"])
    patient["touched_s"] = now_s
    if dt_s <= 0.0:
        return
    if world.care[0]["debt_death"] > 0.0 and (patient["flow_per_s"] > 0.0 or patient["blood"] < patient["held"]):
        patient["debt"] += debt_in(world, patient, dt_s)
    if patient["flow_per_s"] > 0.0:
        patient["blood"] = blood_after(patient, dt_s)
        if patient["clot_per_s"] > 0.0:
            patient["flow_per_s"] *= exp(-patient["clot_per_s"] * dt_s)
    patient["threat_done"] = min(1.0, patient["threat_done"] + patient["threat_per_s"] * dt_s)


@inner
def time_to_share(patient, target):
    """Seconds from touched_s until the share of blood left is down to target; LONG_S when clotting ends it first."""
    flow, k = patient["flow_per_s"], patient["clot_per_s"]
    if patient["blood"] <= target:
        return 0.0
    if flow <= 0.0:
        return LONG_S
    loss = loss_until(patient["blood"], patient["held"], patient["zero"], target)
    if k <= 0.0:
        return loss / flow
    part = loss * k / flow
    return LONG_S if part >= 1.0 - 1e-12 else -math.log(1.0 - part) / k


@inner
def moment(now_s, dt_s):
    """The whole second at which what is due in dt_s has happened, later than now; NEVER_S when it never does."""
    if dt_s >= LONG_S:
        return NEVER_S
    return now_s + max(1, math.ceil(dt_s))


@inner
def is_below(world, patient, mmhg):
    """Whether the pressure of this patient (touched) is at or below mmhg, 0: no."""
    return mmhg > 0.0 and patient["blood"] <= share_at(world, patient, mmhg) + 1e-9


@handler
def severity(world, p):
    """Injury Severity Score of patient p, drawn when it is first asked for."""
    patient = world.patients[p]
    if patient["iss"] < 0.0:
        dist = world.conditions[patient["condition"]]["iss_dist"]
        patient["iss"] = draw(world, dist, patient["key"], SEVERITY, 0) if dist >= 0 else 0.0
    return patient["iss"]


@handler
def category_of(world, p):
    """The triage category (0: T1) that the body of patient p (touched) shows: AMedP-1.10 by pressure and breathing, and
    by wounds so severe that pressure has only not fallen yet.
    """
    patient, care = world.patients[p], world.care[0]
    is_grave = care["immediate_iss"] > 0.0 and severity(world, p) >= care["immediate_iss"]
    if is_grave or patient["threat_per_s"] > 0.0 or is_below(world, patient, care["immediate_map_mmhg"]):
        return 0
    is_severe = care["delayed_iss"] > 0.0 and severity(world, p) >= care["delayed_iss"]
    return 1 if is_severe or is_below(world, patient, care["delayed_map_mmhg"]) else 2


@inner
def time_to_worse(world, patient):
    """Seconds until the body of this patient (touched) needs a more urgent category than he has."""
    care = world.care[0]
    mmhg = care["immediate_map_mmhg"] if patient["category"] == 1 else care["delayed_map_mmhg"]
    if patient["category"] == 0 or mmhg <= 0.0:
        return LONG_S
    return time_to_share(patient, share_at(world, patient, mmhg))


@handler
def reckon(world, p):
    """Reckon when the body of patient p (touched), left alone, dies and worsens."""
    patient, now_s = world.patients[p], world.clock[0]["now_s"]
    if not changes(patient):
        patient["dies_s"] = patient["worsens_s"] = NEVER_S
        return
    dt_s = time_to_share(patient, share_at(world, patient, world.care[0]["arrest_map_mmhg"]))
    if patient["threat_per_s"] > 0.0:
        dt_s = min(dt_s, (1.0 - patient["threat_done"]) / patient["threat_per_s"])
    patient["dies_s"] = moment(now_s, dt_s)
    patient["worsens_s"] = moment(now_s, time_to_worse(world, patient))


@handler
def bleed_less(world, p, stops):
    """From now on this share of patient p's bleeding is stopped."""
    touch(world, p)
    world.patients[p]["flow_per_s"] *= 1.0 - stops
    reckon(world, p)


@inner
def awareness_of(world, patient):
    """Awareness that this patient's pressure leaves him."""
    care, mmhg = world.care[0], pressure(world, patient, patient["blood"])
    if mmhg < care["unresponsive_map_mmhg"]:
        return UNRESPONSIVE
    if mmhg < care["pain_map_mmhg"]:
        return PAIN
    return VOICE if mmhg < care["voice_map_mmhg"] else 0
