"""Patients out of an incident: its lives are lived, and who comes through the door alive and wounded is a patient."""

from pathlib import Path

import numpy as np

from homeward.errors import HomewardError
from homeward.kernel.care.tables import PATIENT
from homeward.kernel.lives import relive
from homeward.kernel.tables import FATE, OUTCOME
from homeward.model.network.arrival import FromIncident
from homeward.run.handover import bodies_at_door
from homeward.run.lower import lower
from homeward.run.replicate import copy_world, with_clock
from homeward.scenario import read_incident

SEED = 1
"""Of the lives that are drawn upon, the same in every study: they are what is handed over, not what is asked."""

SAME = ("blood", "held", "zero", "flow_per_s", "clot_per_s", "threat_done", "threat_per_s", "debt", "iss", "mechanism")


def bodies_of(incident: FromIncident) -> np.ndarray:
    """Return the (n,) PATIENT rows of those who came through the door in need of care, life after life.

    HomewardError when nobody did in any of these lives.
    """
    template = with_clock(lower(read_incident(Path(incident.scenario)), seed=SEED), hand_over=1)
    world = copy_world(template)
    found = []
    for life in range(incident.lives):
        relive(template, world, np.array([life]), np.zeros(1, OUTCOME), np.zeros((1, len(world.people)), FATE))
        doors = bodies_at_door(world)
        found.append(patients_of(doors[doors["needs_care"] == 1], world.people["age_y"][doors["needs_care"] == 1]))
    bodies = np.concatenate(found)
    if not len(bodies):
        lives = f"{incident.lives} lives of {incident.scenario}"
        raise HomewardError(f"nobody comes through the door alive in {lives}: draw upon more of them")
    return bodies


def patients_of(doors: np.ndarray, ages_y: np.ndarray) -> np.ndarray:
    """Return (n,) PATIENT rows with the bodies of (n,) AT_DOOR rows."""
    rows = np.zeros(len(doors), PATIENT)
    for field in SAME:
        rows[field] = doors[field]
    rows["age_y"], rows["member"], rows["bed"], rows["lives"] = ages_y, -1, -1, -1.0
    return rows
