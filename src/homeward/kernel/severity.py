"""Injury severity: ISS and NISS, the squares of the three highest AIS, by region or wherever they are."""

from homeward.kernel.jit import inner, process


@inner
def insert_worst(first, second, third, ais):
    """The three highest of three, which fall, and one more."""
    if ais > first:
        return ais, first, second
    if ais > second:
        return first, ais, second
    if ais > third:
        return first, second, ais
    return first, second, third


@inner
def sum_of_squares(first, second, third):
    """The score of the three highest AIS; 75 when any is 6."""
    if first >= 6:
        return 75
    return first * first + second * second + third * third


@inner
def worst_in_region(world, i, region):
    """Highest AIS of person i in a body region."""
    worst = 0
    w = world.people[i]["first_wound"]
    while w >= 0:
        if world.wounds[w]["region"] == region:
            worst = max(worst, world.wounds[w]["ais"])
        w = world.wounds[w]["next"]
    return worst


@process
def injury_severity_score(world, i):
    """ISS (Baker 1974): the highest AIS of each of the three worst regions."""
    first, second, third = 0, 0, 0
    for region in range(6):
        first, second, third = insert_worst(first, second, third, worst_in_region(world, i, region))
    return sum_of_squares(first, second, third)


@process
def new_injury_severity_score(world, i):
    """NISS (Osler 1997): the three highest AIS wherever they are."""
    first, second, third = 0, 0, 0
    w = world.people[i]["first_wound"]
    while w >= 0:
        first, second, third = insert_worst(first, second, third, world.wounds[w]["ais"])
        w = world.wounds[w]["next"]
    return sum_of_squares(first, second, third)
