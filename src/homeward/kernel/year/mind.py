"""Minds: distress on the scale of the PHQ-9 (0-27), in two pools above a personal baseline.

Acute A fades, dA/dt = -A / tau_a. Burden B is fed by what A leaves unresolved and by what the body or lost work denies,
and leaves faster with support S:

    dB/dt = u A / tau_a + L / tau_b - (1 + k S) B / tau_b

Between two looks S and L stand still, so both have closed forms. Distress is baseline + A + B and a weekly noise. How
strongly people answer what befalls them, L included, is personal (log-normal, median 1); the baseline is personal too,
and higher in those for whom few people matter. States follow from thresholds with hysteresis; being without response
follows only from the news of a lost limb, and ends with contact. Constants and their sources:
settings/human/year/minds.toml; calibration: validation/minds.py.
"""

from homeward.codes import Draw, Event, Mind
from homeward.kernel.jit import inner, process
from homeward.kernel.shapes import normal_quantile
from homeward.kernel.year.chance import left_after, luck, scattered
from homeward.kernel.year.folk_tables import LIMB_SHOCK
from homeward.kernel.year.notes import note
from homeward.kernel.year.waking import lost, wake

WORST = 27.0


@inner
def people_who_matter(world, i):
    """Share (0..1) of the support that people who matter can give: 1 - e^-(strength of all ties to the living)."""
    mind, total = world.minds[i], 0.0
    for t in range(mind["ties0"], mind["ties0"] + mind["ties"]):
        if not lost(world, world.ties[t]["to"]):
            total += world.ties[t]["strength"]
    return 1.0 - left_after(total)


@process
def baseline(world, i):
    """Distress (points) of member i when nothing weighs on him."""
    folk = world.folk[0]
    own = scattered(world, i, Draw.RESILIENT, 0, folk["baseline"], folk["baseline_spread"])
    return own * (1.0 + folk["alone"] * (1.0 - people_who_matter(world, i)))


@process
def reactivity(world, i):
    """How strongly member i answers a blow, median 1."""
    return scattered(world, i, Draw.REACTIVITY, 0, 1.0, world.folk[0]["reactivity_spread"])


@inner
def weekly_noise(world, i):
    """Good and bad weeks (points) of somebody on whom something weighs."""
    week = world.clock[0]["today"] // 7
    u = luck(world, i, Draw.MOOD, week)
    return world.folk[0]["noise"] * normal_quantile(u)


@process
def denied(world, i):
    """Burden (points) that body and lost work would leave without support: L."""
    folk = world.folk[0]
    body = folk["limit_points"] * (1.0 - world.recoveries[i]["function"])
    points = body + folk["idle_points"] * world.minds[i]["idle"]
    return points * reactivity(world, i) if points > 0.0 else 0.0


@process
def company(world, i):
    """Support (0..1) that member i has without any visit: his people, a carer at home, being needed at work."""
    folk, row = world.folk[0], world.recoveries[i]
    least = folk["everyday_support"] * people_who_matter(world, i)
    if row["carer"] >= 0 and row["away_s"] < 0:
        return max(folk["company_support"], least)
    if row["place"] == 0 and world.members[i]["patient"] == -1 and world.minds[i]["idle"] == 0:
        least += folk["work_support"] * (1.0 - least)
    return least


@inner
def fed(acute, unresolved, tau_a, tau_b, dt_s):
    """Burden (points) that the acute pool has left after dt_s, less what has gone again."""
    difference = 1.0 / tau_b - 1.0 / tau_a
    if abs(difference) < 1e-12:
        return unresolved * acute * dt_s / tau_a * left_after(dt_s / tau_a)
    return unresolved * acute / tau_a * (left_after(dt_s / tau_a) - left_after(dt_s / tau_b)) / difference


@process
def settle_mind(world, i):
    """Bring the pools and the support of member i up to now."""
    mind, folk = world.minds[i], world.folk[0]
    dt_s = 1.0 * (world.clock[0]["now_s"] - mind["touched_s"])
    mind["touched_s"] = world.clock[0]["now_s"]
    if dt_s <= 0.0:
        return
    faster = 1.0 + folk["support_rate"] * mind["support"]
    tau_a, tau_b = folk["acute_tau_s"], folk["burden_tau_s"] / faster
    aim = denied(world, i) / faster
    rest = aim + (mind["burden"] - aim) * left_after(dt_s / tau_b)
    mind["burden"] = max(0.0, rest + fed(mind["acute"], folk["unresolved"], tau_a, tau_b, dt_s))
    mind["acute"] *= left_after(dt_s / tau_a)
    least = company(world, i)
    mind["support"] = least + (mind["support"] - least) * left_after(dt_s / folk["support_tau_s"])


@process
def felt(world, i):
    """Distress (points, 0..27) of member i as last settled."""
    mind = world.minds[i]
    weight = mind["acute"] + mind["burden"]
    points = baseline(world, i) + weight
    if weight > world.folk[0]["quiet"]:
        points += weekly_noise(world, i)
    return min(WORST, max(0.0, points))


@process
def distress_now(world, i):
    """Distress (points, 0..27) of member i at present."""
    settle_mind(world, i)
    return felt(world, i)


@inner
def responds(world, i):
    """1 when member i answers when spoken to, 0 when he does not."""
    return 0 if world.minds[i]["state"] == Mind.UNRESPONSIVE else 1


@inner
def state_at(world, state, points):
    """State of mind at this distress for somebody in `state`, which is left a little below its threshold."""
    folk, new = world.folk[0], 0
    for level in range(1, 3):
        margin = folk["hysteresis"] if state >= level else 0.0
        if points >= folk["threshold"][level] - margin:
            new = level
    return new


@inner
def enter(world, i, state):
    """Member i's mind is in this state from now on; duty looks at him when that is new."""
    mind = world.minds[i]
    if mind["state"] != state:
        counts = world.folk_day[0]["mind"]
        counts[mind["state"]] -= 1
        counts[state] += 1
        mind["state"] = state
        world.wakes[i]["duty"] = min(world.wakes[i]["duty"], world.clock[0]["today"])
        note(world, Event.MIND, i, -1, 1.0 * state)


@process
def find_state(world, i):
    """Member i (settled) is in the state his distress says; whoever does not respond needs contact or much time."""
    mind, points = world.minds[i], felt(world, i)
    mind["most"] = max(mind["most"], points)
    if mind["state"] == Mind.UNRESPONSIVE:
        if points <= world.folk[0]["answers_alone"]:
            answer(world, i, -1)
        return
    enter(world, i, state_at(world, mind["state"], points))


@process
def answer(world, i, visitor):
    """Member i speaks again, to a visitor or (-1) to nobody in particular."""
    mind = world.minds[i]
    mind["answered_s"] = world.clock[0]["now_s"]
    note(world, Event.FIRST_WORDS, i, visitor, felt(world, i))
    enter(world, i, state_at(world, 2, felt(world, i)))


@process
def suffer(world, i, shock, size):
    """A blow to member i's mind: `shock` (codes.Shock) in points of `size` 1, times how strongly he answers."""
    if lost(world, i):
        return
    settle_mind(world, i)
    mind = world.minds[i]
    mind["acute"] += world.folk[0]["shock"][shock] * size * reactivity(world, i)
    mind["shocks"] += 1
    wake(world, i)
    find_state(world, i)


@process
def tell_of_loss(world, i):
    """Member i learns that the limb is gone. Beyond a distress of `unresponsive` he does not answer any more."""
    mind = world.minds[i]
    mind["told"], mind["told_s"], mind["news_s"] = 1, world.clock[0]["now_s"], -1
    note(world, Event.TOLD, i, -1, 0.0)
    suffer(world, i, LIMB_SHOCK, 1.0)
    if felt(world, i) >= world.folk[0]["threshold"][3]:
        mind["stunned_s"] = mind["told_s"]
        enter(world, i, 3)


@process
def lose_work(world, i):
    """What member i did is taken from him: relieved, or removed from the Academy."""
    settle_mind(world, i)
    world.minds[i]["idle"] = 1
    wake(world, i)


@process
def find_work(world, i):
    """Member i is needed again."""
    settle_mind(world, i)
    world.minds[i]["idle"] = 0
    wake(world, i)


@inner
def at_rest(world, i):
    """Whether nobody need look at member i's mind: nothing is to be told, nothing acute, burden where it will stay."""
    mind, folk = world.minds[i], world.folk[0]
    aim = denied(world, i) / (1.0 + folk["support_rate"] * mind["support"])
    still = mind["acute"] < folk["quiet"] and abs(mind["burden"] - aim) < folk["quiet"]
    return still and mind["news_s"] < 0 and mind["state"] == Mind.WELL and mind["watch"] == 0
