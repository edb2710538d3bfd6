"""Patients out of an incident: who comes through its door is a body of the network, and everybody who comes is one."""

from pathlib import Path

import numpy as np
import pytest

from homeward.model.network.arrival import FromIncident
from homeward.model.network.laydown import Network
from homeward.run.door import bodies_of, patients_of
from homeward.run.handover import AT_DOOR
from homeward.run.lower_network import lower_network
from homeward.scenario import ScenarioError, read
from tests.scenario.network_files import a_network

OUT_OF = 'incident = { scenario = "couloir", lives = 20, every = { exponential = { mean = "1 d" } } }'


@pytest.mark.jitless
def test_a_body_at_the_door_is_the_body_of_a_patient() -> None:
    doors = np.zeros(2, AT_DOOR)
    doors["blood"], doors["flow_per_s"], doors["iss"] = [0.8, 0.6], [1e-5, 2e-5], [9, 25]
    rows = patients_of(doors, np.array([30.0, 41.0]))
    assert rows["blood"].tolist() == [0.8, 0.6]
    assert rows["iss"].tolist() == [9.0, 25.0]
    assert rows["age_y"].tolist() == [30.0, 41.0]
    assert (rows["member"] == -1).all()


@pytest.mark.jitless
def test_an_incident_that_is_not_there_is_a_mistake_on_its_line(tmp_path: Path) -> None:
    with pytest.raises(ScenarioError, match="there is no incident 'couloirr', did you mean 'couloir'"):
        read(a_network(tmp_path, ('rate = "4 /day"', OUT_OF.replace("couloir", "couloirr"))))


def test_lives_of_an_incident_bring_bodies_that_have_bled() -> None:
    incident = FromIncident(scenario="couloir", lives=20, every="1 d")
    bodies = bodies_of(incident)
    assert len(bodies) > 0
    assert ((bodies["blood"] > 0) & (bodies["blood"] <= 1)).all()
    assert (bodies["iss"] > 0).all()
    assert np.array_equal(bodies, bodies_of(incident)), "the same lives each time"


def test_each_patient_of_the_stream_is_one_of_them(tmp_path: Path) -> None:
    network = read(a_network(tmp_path, ('rate = "4 /day"', OUT_OF)))
    assert isinstance(network, Network)
    world = lower_network(network)
    stream = world.streams[0]
    assert stream["gap_dist"] >= 0
    assert stream["listed"] == len(world.bodies) == len(world.listed)
    assert world.listed["body"].tolist() == list(range(len(world.bodies)))
    assert (world.listed["at_s"] == -1).all()
