"""Conditions: what is wrong with those who come, and the triage category it gives them."""

from homeward.codes import Draw
from homeward.kernel.care.body import category_of, changes
from homeward.kernel.care.tables import CATEGORIES
from homeward.kernel.draws import draw, uniform
from homeward.kernel.jit import handler, inner
from homeward.kernel.shapes import normal_quantile


@inner
def drawn_category(world, patient, cumulative):
    """Draw a triage category from cumulative chances by category; no draw where one has all."""
    first = 0
    while first < CATEGORIES - 1 and cumulative[first] <= 0.0:
        first += 1
    if cumulative[first] >= 1.0:
        return first
    u = uniform(world, patient["key"], Draw.CATEGORY, 0)
    while first < CATEGORIES - 1 and u >= cumulative[first]:
        first += 1
    return first


@handler
def open_wound(world, p, condition):
    """Draw how patient p bleeds and breathes, as somebody of his condition and (drawn) severity."""
    patient, care = world.patients[p], world.care[0]
    key = patient["key"]
    z = 0.0
    if care["loss_sd"] > 0.0:
        z = care["loss_sd"] * normal_quantile(uniform(world, key, Draw.RESILIENCE, 0))
    patient["held"] = 1.0 - max(0.05, care["compensation_loss"] + z)
    patient["zero"] = min(1.0 - max(0.05, care["collapse_loss"] + z), patient["held"] - 0.01)
    severity = drawn_category(world, patient, condition["category"])
    if condition["bleed_dist"][severity] >= 0:
        patient["flow_per_s"] = draw(world, condition["bleed_dist"][severity], key, Draw.BLEED_RATE, 0)
    if condition["clot_dist"] >= 0:
        patient["clot_per_s"] = draw(world, condition["clot_dist"], key, Draw.CLOT_RATE, 0)
    if condition["lost_dist"] >= 0:
        patient["blood"] = max(0.0, 1.0 - draw(world, condition["lost_dist"], key, Draw.LOST_BEFORE, 0))
    if condition["threat_dist"] >= 0:
        patient["threat_per_s"] = 1.0 / max(1.0, draw(world, condition["threat_dist"], key, Draw.THREAT_TIME, 0))


@handler
def begin_case(world, c):
    """Reckon whether the body of people of condition c shows anything, and whether all have one category."""
    case, condition = world.cases[c], world.conditions[c]
    hurt = condition["lost_dist"] >= 0 or condition["threat_dist"] >= 0 or condition["iss_dist"] >= 0
    case["category"] = -1
    for k in range(CATEGORIES):
        hurt = hurt or condition["bleed_dist"][k] >= 0
        if condition["category"][k] >= 1.0 and (k == 0 or condition["category"][k - 1] <= 0.0):
            case["category"] = k
    if hurt or condition["from_body"] == 1:
        case["is_wound"], case["category"] = 1, -1
    else:
        case["is_wound"] = 0


@inner
def bring_body(world, p):
    """Patient p's body as his condition has it."""
    patient = world.patients[p]
    condition = world.conditions[patient["condition"]]
    if world.cases[patient["condition"]]["is_wound"] == 1:
        patient["clot_per_s"], patient["lives"] = 0.0, -1.0
        patient["mechanism"] = condition["mechanism"]
        open_wound(world, p, condition)


@handler
def copy_body(world, p, b):
    """Patient p's body as row b of `bodies` has it."""
    patient, body = world.patients[p], world.bodies[b]
    patient["blood"], patient["flow_per_s"], patient["clot_per_s"] = (
        body["blood"],
        body["flow_per_s"],
        body["clot_per_s"],
    )
    patient["held"], patient["zero"] = body["held"], body["zero"]
    patient["threat_done"], patient["threat_per_s"] = body["threat_done"], body["threat_per_s"]
    patient["debt"], patient["iss"], patient["age_y"] = body["debt"], body["iss"], body["age_y"]
    patient["mechanism"], patient["units"], patient["lives"] = body["mechanism"], body["units"], -1.0


@handler
def sort_patient(world, p):
    """Triage: find the category of patient p (touched), from his body or by his condition."""
    patient = world.patients[p]
    condition = world.conditions[patient["condition"]]
    if condition["from_body"] == 1:
        patient["category"] = category_of(world, p)
    elif patient["sorted"] == 0:
        patient["category"] = drawn_category(world, patient, condition["category"])
        if changes(patient):
            patient["category"] = min(patient["category"], category_of(world, p))
    patient["sorted"] = 1
