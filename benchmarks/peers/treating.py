"""What helps a body, and what harms it: the treatments this arm can meet, and a fall (formulas: kernel/treating.py)."""

from typing import TYPE_CHECKING

from benchmarks.peers.body import Wound
from benchmarks.peers.person import Person
from homeward.codes import Region, Side, Skill
from homeward.codes import Treatment as T

if TYPE_CHECKING:
    from benchmarks.peers.izumo_simpy import Life


def worst_wound(person: Person, treatment: T) -> Wound | None:
    """Return the wound on which a treatment would act; None when there is none."""

    def reach(wound: Wound) -> float:
        if treatment == T.TOURNIQUET:
            fits = wound.region == Region.LIMB and wound.side in (Side.ARM, Side.LEG)
            return wound.outer + wound.inner if fits else 0.0
        return wound.outer

    worst = max(person.wounds, key=reach, default=None)
    return worst if worst and reach(worst) > 0.0 else None


def treat(life: "Life", person: Person, treatment: T, skill: Skill) -> None:
    """Treat a person, if he lives and there is anything to do: it works or it does not."""
    table = life.numbers.treatments[treatment]
    if not person.alive or skill < table.skill:
        return
    worst = worst_wound(person, treatment)
    if treatment == T.PACKING and worst is None:
        return
    if treatment in (T.CHEST_SEAL, T.DECOMPRESSION, T.AIRWAY) and table.threat[person.threat] >= 1.0:
        return
    person.touch(life.env.now)
    if life.rng.random() < table.success[skill]:
        act(life, person, treatment, worst)
    life.feel(person)


def act(life: "Life", person: Person, treatment: T, worst: Wound | None) -> None:
    """The treatment works."""
    table, setting = life.numbers.treatments[treatment], life.setting
    if treatment == T.PACKING and worst:
        worst.outer *= table.flow
        worst.control *= table.flow
    elif treatment == T.TXA:
        left = txa_leaves(life, life.env.now / 3600.0)
        for wound in person.wounds:
            wound.outer *= left
            wound.inner *= left
    elif treatment == T.WARMING:
        for wound in person.wounds:
            wound.clot *= setting.warming_clot
    else:
        person.threat_per_s *= table.threat[person.threat]


def txa_leaves(life: "Life", hours: float) -> float:
    """Return the share of the flow that TXA leaves, by hours since wounding."""
    setting = life.setting
    if hours > 3.0:
        return 1.0 + setting.txa_harm
    if life.rng.random() >= setting.txa_responders:
        return 1.0
    return 1.0 - (setting.txa_early if hours <= 1.0 else setting.txa_late)


def handle_roughly(life: "Life", person: Person) -> None:
    """A fall: a clotted wound may bleed again."""
    if not person.alive or life.rng.random() >= life.setting.rough_rebleed:
        return
    person.touch(life.env.now)
    for wound in person.wounds:
        if wound.clot > 0.0:
            first = life.setting.rebleed_restores * wound.flow0
            wound.outer = max(wound.outer, first * wound.compressible * wound.control)
            wound.inner = max(wound.inner, first * (1.0 - wound.compressible) * wound.control_inner)
    life.feel(person)
