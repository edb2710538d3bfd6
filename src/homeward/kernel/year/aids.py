"""Mobility aids: from bed to wheelchair, two crutches, one, none; with a prosthesis in between.

The Amputee Mobility Predictor decides (Gailey 2002): K1 sits in a wheelchair, K2 walks on two crutches, and so on. Who
has both legs regains points as the leg heals; who has not, in therapy.
"""

from homeward.codes import Aid, Event, LimbStage
from homeward.kernel.jit import inner, process
from homeward.kernel.year.chance import left_after
from homeward.kernel.year.folk_tables import AMPUTATION
from homeward.kernel.year.notes import note
from homeward.kernel.year.waking import DAY_S

SOUND = 0.15
"""Impairment of walking below which nobody takes a crutch."""

HELPLESS = 0.15
"""Function below which somebody with two good legs stays in bed."""

BED, CHAIR, TWO, ONE, NONE, LEG, LEG_AND_CRUTCH = (
    *(int(Aid.BED), int(Aid.WHEELCHAIR), int(Aid.TWO_CRUTCHES), int(Aid.ONE_CRUTCH), int(Aid.NONE)),
    *(int(Aid.PROSTHESIS), int(Aid.PROSTHESIS_AND_CRUTCH)),
)


@inner
def leg_is_hurt(world, i):
    """Whether member i's recovery is about walking."""
    row = world.recoveries[i]
    return row["amputee"] == 1 or row["leg"] > SOUND


@inner
def by_score(world, i):
    """The aid that member i's AMP score allows, without a prosthesis."""
    row, folk = world.recoveries[i], world.folk[0]
    score = row["score"]
    if row["wound"] == AMPUTATION and world.clock[0]["now_s"] - world.service[i]["wounded_s"] < folk["sits_s"]:
        return BED
    if score < folk["score_chair"]:
        return BED if row["began_s"] == -1 else CHAIR
    if score < folk["score_two"]:
        return CHAIR
    if score < folk["score_one"]:
        return TWO
    if score < folk["score_none"] or row["amputee"] == 1:
        return ONE
    return NONE


@inner
def aid_for(world, i):
    """The aid (codes.Aid) with which member i gets about."""
    row = world.recoveries[i]
    if row["repair_s"] < 0 and row["limb"] == LimbStage.WALKING:
        return LEG
    if row["repair_s"] < 0 and row["limb"] == LimbStage.LEARNING:
        return LEG_AND_CRUTCH
    if leg_is_hurt(world, i):
        return by_score(world, i)
    return BED if row["function"] < HELPLESS else NONE


@process
def choose_aid(world, i):
    """Member i takes the aid that suits him now."""
    row = world.recoveries[i]
    aid = aid_for(world, i)
    if aid != row["aid"]:
        row["aid"] = aid
        note(world, Event.AID, i, -1, 1.0 * aid)
        world.wakes[i]["duty"] = min(world.wakes[i]["duty"], world.clock[0]["today"])


@inner
def regain_points(world, i):
    """A leg that heals gives back its points by itself: AMP = most (1 - leg (1 - f) / (1 - f0))."""
    row, folk = world.recoveries[i], world.folk[0]
    if row["amputee"] == 1:
        return
    missing = max(0.0, 1.0 - row["function"]) / max(1e-6, 1.0 - row["function0"])
    row["score"] = max(row["score"], folk["score_most"][0] * (1.0 - row["leg"] * missing))


@inner
def detrain(world, i, days):
    """Bed takes power, linearly (Ried-Larsen 2017); being on one's feet gives it back."""
    row, folk = world.recoveries[i], world.folk[0]
    lies = row["aid"] == Aid.BED or row["aid"] == Aid.WHEELCHAIR or world.members[i]["patient"] != -1
    if lies:
        row["detrained"] = min(folk["detrain_most"], row["detrained"] + folk["detrain_per_s"] * days * DAY_S)
    else:
        row["detrained"] *= left_after(days * DAY_S / folk["retrain_tau_s"])


@inner
def walks(world, i):
    """1 when member i walks without crutch or wheelchair."""
    aid = world.recoveries[i]["aid"]
    return 1 if aid == Aid.NONE or aid == Aid.PROSTHESIS else 0


@inner
def days_since(world, i):
    """Days since member i's body was last looked at; now it is."""
    row, now_s = world.recoveries[i], world.clock[0]["now_s"]
    days = max(0, now_s - row["touched_s"]) / DAY_S
    row["touched_s"] = now_s
    return days
