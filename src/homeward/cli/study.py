"""The command `homeward study`."""

from homeward.cli.answering import answer
from homeward.cli.many_lives import Asked, about_many_lives
from homeward.cli.options import Arm, Scenario, Sets, sets_of


@about_many_lives()
def study(scenario: Scenario, asked: Asked, arm: Arm = None, sets: Sets = None) -> None:
    """How it goes, over many lives: measures with intervals, causes and places of death, times.

    \b
    homeward study izumo
    homeward study izumo --arm "the medic lives"
    homeward study izumo --set plan.pace=steady --precision "0.5 points"
    homeward study couloir --replicates 1000000 --out couloir-study
    homeward study izumo --keep-as gate      every life, for homeward results
    """
    from homeward.cli.kinds import teller_of
    from homeward.results.asking import study as ask
    from homeward.scenario import read

    chosen, options, values = read(scenario), asked.sampling, sets_of(sets)
    answer(
        chosen,
        lambda progress, keeper: ask(chosen, arm=arm, sets=values, progress=progress, keep=keeper, **options),
        teller_of(chosen).tell_study,
        asked.telling("study", values, asked.out),
    )
