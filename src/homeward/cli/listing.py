"""The command `homeward list`: the scenarios that come with Homeward."""

from typing import TYPE_CHECKING, Any

from homeward.cli.options import Json

if TYPE_CHECKING:
    from homeward.model.root import Root


def list_scenarios(json_output: Json = False) -> None:
    """List the scenarios that come with Homeward.

    \b
    homeward list
    """
    from homeward.cli.render import print_json, scenarios_table, stdout
    from homeward.scenario import examples, read

    scenarios = [read(name) for name in examples()]
    if json_output:
        print_json([summary(scenario) for scenario in scenarios])
    else:
        stdout().print(scenarios_table(scenarios))


def summary(scenario: "Root") -> dict[str, Any]:
    """Return what a list says of a scenario."""
    arms = [arm.name for arm in scenario.arms]
    return {
        "name": scenario.name,
        "kind": scenario.KIND,
        "title": scenario.title,
        "about": scenario.about,
        "arms": arms,
    }
