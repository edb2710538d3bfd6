"""Names and ranks: everybody who is spoken of exists, and somebody says how strong he is."""

from collections.abc import Iterator

from homeward.model.person import Fitness, trait
from homeward.model.scenario import Scenario
from homeward.scenario.checks.problem import Problem, repeated, unknown

TRAITS = tuple(Fitness.model_fields)


def people(scenario: Scenario) -> Iterator[Problem]:
    """Names are unique and resolve; every trait is given by the person or the rank."""
    yield from repeated(("person",), "people", scenario.names)
    ranks = [rank.name for rank in scenario.setting.rank]
    for n, person in enumerate(scenario.person):
        yield from unknown(("person", n, "rank"), "rank", person.rank, ranks)
        if person.rank in ranks:
            for name in TRAITS:
                if trait(person, scenario.setting.rank, name) is None:
                    yield Problem(("person", n), f"`{name}` is missing", f"; his rank '{person.rank}' does not give it")
        if person.height is not None and person.sex is None:
            yield Problem(("person", n, "height"), "needs `sex` beside it", "; Nadler's blood volume depends on both")


def roles(scenario: Scenario) -> Iterator[Problem]:
    """The person asked about is there; so is the carrier named."""
    yield from unknown(("focus",), "person", scenario.focus, scenario.names)
    if scenario.carrier is not None:
        yield from unknown(("carrier",), "person", scenario.carrier, scenario.names)
    for person in scenario.person:
        if person.name == scenario.focus and not person.present:
            yield Problem(("focus",), f"'{person.name}' is not present", "; ask about somebody who was there")
