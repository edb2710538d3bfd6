"""Bodies at the hospital door: what a care network must know of each person when an incident is handed over to it.

Read after `kernel.lives.relive` of one replicate with `clock["hand_over"]` 1 (`replicate.with_clock`), from the world
in which that life was lived. Volumes are shares of the person's own normal blood volume, so that a network needs no
masses. The flow is that at full pressure as the wounds stood at that second, summed, and the clotting rate their mean
weighted by flow: exact for one wound. Several together bleed so at first and lose somewhat more later than the body
handed over, for the wound that clots most slowly outlasts the others.
"""

import numpy as np

from homeward.codes import Awareness, Cause, Status
from homeward.kernel.tables import PERSON, World
from homeward.kernel.trauma_score import COMA_SCALE

AT_DOOR = np.dtype(
    [
        ("at_s", "i8"),  # s after the incident's start, through the door or brought in dead; -1: not home
        ("alive", "i1"),  # 1: alive as far as this incident knows
        ("needs_care", "i1"),  # 1: came through the door; 0: needs nothing, is dead, or is not home
        ("status", "i1"),  # Status at the end: LEFT where he was left behind or fell, DESERTED, GONE: never came
        ("deserted", "i1"),
        ("missing", "i1"),  # 1: out there, and nobody knows his end (found by the enemy, or never found)
        ("left_m", "f8"),  # where, m from the start, when status is LEFT; otherwise NaN
        # --- body, at at_s
        ("blood0_ml", "f8"),  # normal blood volume
        ("blood", "f8"),  # share of it left
        ("held", "f8"),  # share below which pressure falls
        ("zero", "f8"),  # share at which pressure would be zero
        ("flow_per_s", "f8"),  # share lost per s at full pressure, what the tissues make good taken off
        ("clot_per_s", "f8"),  # rate at which that flow falls, 1/s
        ("threat", "i1"),  # Threat
        ("threat_done", "f8"),  # share of its course
        ("threat_per_s", "f8"),
        ("debt", "f8"),  # oxygen debt, mmHg min
        ("debt_limit", "f8"),  # at which shock is irreversible; 0: unwounded
        ("awareness", "i1"),  # Awareness
        ("gcs", "i1"),  # Glasgow coma scale, the middle of that level's band
        # --- wounds
        ("iss", "i2"),
        ("niss", "i2"),
        ("mechanism", "i1"),  # Mechanism
        ("impairment", "f8"),  # 0..1, of walking
        ("amputation", "i1"),  # 1: a limb is gone
        ("tourniquet_s", "i8"),  # since, s after the incident's start; -1: none
        # --- the rest of him
        ("age_y", "f8"),
        ("reserve", "f8"),  # 0..1 left of the deep reserve
        ("reserve_spent", "f8"),  # share of the full reserve
        ("collapsed", "i1"),
        ("cause", "i1"),  # Cause, NONE while alive
        ("dead_s", "i8"),  # -1
    ],
    align=True,
)
"""One row per person of the incident, in the order of `world.people`."""

SAME = sorted(set(AT_DOOR.names or ()) & set(PERSON.names or ()) - {"left_m"})
"""What is copied as it stands."""

GCS = np.array(COMA_SCALE, "i1")
"""By Awareness."""


def bodies_at_door(world: World, out: np.ndarray | None = None) -> np.ndarray:
    """Return (people,) AT_DOOR of the life that was last lived in this world; `out` is filled and returned if given.

    Somebody who did not come through the door has the body he had when it was last looked at: at the gate, at death.
    """
    people = world.people
    doors = np.zeros(len(people), AT_DOOR) if out is None else out
    for field in SAME:
        doors[field] = people[field]
    doors["gcs"] = GCS[people["awareness"]]
    doors["collapsed"] = people["collapsed_s"] >= 0
    doors["blood"] = people["blood_ml"] / people["blood0_ml"]
    put_where(world, doors)
    put_volumes(world, doors)
    put_wounds(world, doors)
    return doors


def put_where(world: World, doors: np.ndarray) -> None:
    """Fill in who is home, who came through the door and when, and who is not there to ask."""
    people = world.people
    alive, home = people["awareness"] != Awareness.DEAD, people["arrived_s"] >= 0
    at_door = alive & (people["status"] == Status.IN_CARE)
    doors["alive"], doors["needs_care"] = alive, at_door
    doors["at_s"] = np.where(at_door, people["touched_s"], people["arrived_s"])
    doors["deserted"] = people["status"] == Status.DESERTED
    unknown = (people["cause"] == Cause.CAPTURED) | (people["cause"] == Cause.EXPOSURE)
    doors["missing"] = unknown & ~home
    doors["left_m"] = np.where(people["status"] == Status.LEFT, people["left_m"], np.nan)


def put_volumes(world: World, doors: np.ndarray) -> None:
    """Fill in between which volumes pressure falls: his own, or, of somebody never wounded, those of the setting."""
    people, setting = world.people, world.setting[0]
    whole = people["first_wound"] < 0
    doors["held"] = np.where(whole, 1.0 - setting["compensation_loss"], people["compensated_ml"] / people["blood0_ml"])
    doors["zero"] = np.where(whole, 1.0 - setting["collapse_loss"], people["zero_ml"] / people["blood0_ml"])


def put_wounds(world: World, doors: np.ndarray) -> None:
    """Fill in what the open wounds of each person come to."""
    wounds = world.wounds[: int(world.clock[0]["wounds"])]
    following, gone, clots = wounds["next"].tolist(), wounds["amputation"].tolist(), wounds["clot_per_s"].tolist()
    flows = ((wounds["outer_ml_s"] + wounds["inner_ml_s"]) * (1.0 - wounds["refill"])).tolist()
    for row, first, blood0_ml in zip(
        doors, world.people["first_wound"].tolist(), world.people["blood0_ml"].tolist(), strict=True
    ):
        flow_ml_s = falls = 0.0
        lost_limb, w = 0, first
        while w >= 0:
            flow_ml_s += flows[w]
            falls += flows[w] * clots[w]
            lost_limb |= gone[w]
            w = following[w]
        row["flow_per_s"], row["amputation"] = flow_ml_s / blood0_ml, lost_limb
        row["clot_per_s"] = falls / flow_ml_s if flow_ml_s > 0.0 else 0.0
