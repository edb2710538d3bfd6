"""The care network's kernel and a plain-Python simulation written apart from it live the same replicates."""

import pytest
from hypothesis import HealthCheck, given, settings

from homeward.kernel.organisation import Organisation
from tests.kernel.care.made_up import networks
from tests.reference.network_compare import agree

pytestmark = pytest.mark.jitless


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(networks())
def test_networks_of_every_kind_are_lived_alike(world: Organisation) -> None:
    agree(world, range(1))
