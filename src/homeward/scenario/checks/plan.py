"""The plan: it asks for nothing that nobody has."""

from collections.abc import Iterator

from homeward.codes import Evacuation, Formation, Means, Skill
from homeward.model.person import Person, trait
from homeward.model.plan import Order
from homeward.model.scenario import Scenario
from homeward.scenario.checks.problem import Problem, unknown
from homeward.scenario.locate import Path

BEARERS = {Means.TWO_PERSON: 2, Means.LITTER: 4}


def steps(scenario: Scenario) -> Iterator[Problem]:
    """God's Step needs a setting that has it, and somebody there who can take it."""
    plan = scenario.plan
    if plan.step_user is not None:
        yield from unknown(("plan", "step_user"), "person", plan.step_user, scenario.names)
        yield from present(scenario, ("plan", "step_user"), plan.step_user)
    if plan.steps == 0:
        return
    if scenario.setting.step is None:
        yield Problem(("plan", "steps"), f"nobody in the setting '{scenario.setting.name}' can take God's Step")
    elif plan.step_user is None:
        yield Problem(("plan", "steps"), "nobody takes them", "; name the one who can as `step_user`")


def evacuation(scenario: Scenario) -> Iterator[Problem]:
    """Whoever is waited for can come; as many may carry as the means takes."""
    plan, relief, aircraft = scenario.plan, scenario.relief, scenario.aircraft
    if plan.evacuation == Evacuation.LEAVE_AND_SEND and relief is None:
        yield Problem(("plan", "evacuation"), "there is no party to send", "; add a [relief] section")
    if plan.evacuation == Evacuation.WAIT:
        party = relief is not None and (relief.called is not None or relief.overdue is not None)
        if not party and (aircraft is None or aircraft.called is None):
            hint = "; give `relief.called`, `relief.overdue` or `aircraft.called`"
            yield Problem(("plan", "evacuation"), "they would wait for ever: nobody is called", hint)
    needed = BEARERS.get(plan.means, 1)
    if plan.bearers < needed:
        way = plan.means.name.lower().replace("_", " ")
        yield Problem(("plan", "bearers"), f"the means '{way}' takes {needed} bearers", f"; let {needed} take turns")


def search(scenario: Scenario) -> Iterator[Problem]:
    """A search has searchers."""
    if scenario.plan.formation != Formation.NONE and scenario.plan.searchers == 0:
        yield Problem(("plan", "formation"), "nobody searches", "; say how many `searchers`")


def orders(scenario: Scenario) -> Iterator[Problem]:
    """Each order is for somebody who is there, and somebody could carry it out."""
    coming = [party.skill for party in (scenario.relief, scenario.aircraft) if party is not None]
    here = [skill_of(scenario, person) for person in scenario.person]
    for n, order in enumerate(scenario.plan.first_aid):
        yield from order_problems(scenario, ("plan", "first_aid", n), order, max([*here, *coming]))
    if scenario.plan.relief_aid and not coming:
        yield Problem(("plan", "relief_aid"), "nobody can come", "; add a [relief] or an [aircraft] section")
    for n, order in enumerate(scenario.plan.relief_aid if coming else ()):
        yield from order_problems(scenario, ("plan", "relief_aid", n), order, max(coming))


def order_problems(scenario: Scenario, path: Path, order: Order, best: Skill) -> Iterator[Problem]:
    """What is wrong with one order."""
    treatment = order.give.name.lower().replace("_", " ")
    able = [practice.skill for practice in scenario.setting.practice if practice.treatment == order.give]
    yield from unknown((*path, "to"), "person", order.to, scenario.names)
    yield from present(scenario, (*path, "to"), order.to)
    helper = next((person for person in scenario.person if person.name == order.by), None)
    if order.by is not None:
        yield from unknown((*path, "by"), "person", order.by, scenario.names)
        yield from present(scenario, (*path, "by"), order.by)
        best = skill_of(scenario, helper) if helper is not None else best
    if not able:
        yield Problem((*path, "give"), f"the setting does not say how '{treatment}' is done", "; add it to `practice`")
    elif best < min(able):
        who = order.by if order.by is not None else "nobody"
        can = "cannot" if order.by is not None else "can"
        needs = min(able).name.lower()
        yield Problem((*path, "give"), f"{who} {can} do '{treatment}'", f"; it takes somebody '{needs}' or better")


def skill_of(scenario: Scenario, person: Person) -> Skill:
    """The first-aid skill of a person or his rank; none when neither says."""
    skill = trait(person, scenario.setting.rank, "skill")
    return skill if isinstance(skill, Skill) else Skill.NONE


def present(scenario: Scenario, path: Path, name: str) -> Iterator[Problem]:
    """Yield a problem when somebody the plan counts on is not there."""
    for person in scenario.person:
        if person.name == name and not person.present:
            because = f" ({person.absent_because})" if person.absent_because else ""
            hint = f"; set person.{name}.present, or name somebody else"
            yield Problem(path, f"'{name}' is not present{because}", hint)
