"""An incident of an organisation as a scenario of its own."""

from homeward.model.organisation.organisation import Organisation
from homeward.model.scenario import Scenario


def happening(organisation: Organisation, n: int) -> Scenario:
    """Return the nth incident, in the organisation's setting; pydantic's ValidationError when it is not one."""
    return Scenario.model_validate({**organisation.incident[n].scenario, "setting": organisation.setting})
