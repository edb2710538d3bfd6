"""Every picture of a year: of many replicates, and of one person in one of them."""

from typing import TYPE_CHECKING

from homeward.results.figures.style import Picture
from homeward.results.organisation.figures import beds, flows, person, strength
from homeward.results.organisation.person import bands_of, milestones
from homeward.results.organisation.study import YearRun, run
from homeward.results.values import ValuedResults

if TYPE_CHECKING:
    from homeward.model.organisation.organisation import Organisation


def of_results(results: ValuedResults, scenario: "Organisation") -> list[Picture]:
    """Draw strength, beds and flow of the base, and the year of the scenario's focus in replicate 0."""
    one = run(scenario, seed=results.seed)
    columns, ranks = results.base.columns, one.lowered.ranks
    days = columns["strength_by_day"].shape[1]
    at = [1, *(round(days * quarter / 4) for quarter in (1, 2, 3, 4))]
    return [
        strength.draw(results, columns["strength_by_day"][:, :, : len(ranks)], ranks),
        flows.draw(results, columns["flows"], at),
        beds.draw(results, columns["beds"]),
        of_run(one),
    ]


def of_run(one: YearRun) -> Picture:
    """Draw the year of one person."""
    world, member = one.lowered.world, one.member
    first = (
        int(world.members[member]["status"]),
        int(world.minds[member]["state"]),
        int(world.recoveries[member]["aid"]),
    )
    bands = bands_of(one.ledger, member, len(one.days), first)
    return person.draw(one, one.who, bands, milestones(one.ledger, member), len(one.days))
