"""The command `homeward list`: the scenarios that come with Homeward."""

from homeward.cli.options import Json


def list_scenarios(json_output: Json = False) -> None:
    """List the scenarios that come with Homeward.

    \b
    homeward list
    """
    from homeward.scenario import examples, read

    scenarios = [read(name) for name in examples()]
    if json_output:
        from homeward.cli.render import print_json

        print_json(
            [{"name": s.name, "title": s.title, "about": s.about, "arms": [a.name for a in s.arms]} for s in scenarios]
        )
        return
    from homeward.cli.render import scenarios_table, stdout

    stdout().print(scenarios_table(scenarios))


def summary(scenario: "Scenario") -> dict[str, Any]:
    arms = [arm.name for arm in scenario.arms]
    return {"name": scenario.name, "title": scenario.title, "about": scenario.about, "arms": arms}
