"""The command `homeward compare`."""

from homeward.cli.answering import answer
from homeward.cli.many_lives import Asked, about_many_lives
from homeward.cli.options import Arms, ArmSets, Scenario, sets_of


@about_many_lives()
def compare(scenario: Scenario, asked: Asked, arms: Arms = None, sets: ArmSets = None) -> None:
    """Every alternative on the same draws: what each gains over what was done, with intervals.

    The same random draws under every arm make differences far more exact than independent ones would; the variance
    reduction says how many times more independent lives the same interval would take.

    \b
    homeward compare izumo
    homeward compare izumo --arm "the medic lives" --arm "a steady pace"
    homeward compare izumo --set "relief.called=5 min"
    homeward compare izumo --keep-as gate-arms
    """
    from homeward.cli.kinds import teller_of
    from homeward.results.asking import compare as ask
    from homeward.scenario import read

    chosen, options, values = read(scenario), asked.sampling, sets_of(sets)
    answer(
        chosen,
        lambda progress, keeper: ask(chosen, arms=arms, sets=values, progress=progress, keep=keeper, **options),
        teller_of(chosen).tell_compare,
        asked.telling("compare", values, asked.out),
    )
