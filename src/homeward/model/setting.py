"""What is true of a world, whatever happens in it. One class per section of a setting's files."""

from pydantic import Field

from homeward.codes import EnergyModel
from homeward.model import quantity as q
from homeward.model.base import EnergyModelWord, MeansWord, Noun, SkillWord, TreatmentWord
from homeward.model.body import Awareness, Bleeding, Triss, Weapons
from homeward.model.help import Vehicle
from homeward.model.person import Rank
from homeward.model.route import Ground


class Exertion(Noun):
    """What work costs and how it is recovered from: critical power and W'."""

    energy_model: EnergyModelWord = EnergyModel.LCDA
    rest: q.FixedPowerPerMass
    oxygen_energy: q.FixedEnergyPerVolume = Field(description="Metabolic energy per litre of oxygen.")
    efficiency: q.PositiveShare = Field(description="Mechanical work per metabolic energy; makes W' metabolic.")
    cp_share: q.PositiveShare = Field(description="Critical power as a share of maximal metabolic power.")
    fast_share: q.FixedShare = Field(description="Share of W' in the pool that recovers fast.")
    fast_tau: q.PositiveTime
    slow_tau: q.PositiveTime
    start: q.Share = Field(description="Share of the deep reserve at the start.")
    recovery: q.Time = Field(description="Time constant of the deep reserve's recovery.")
    duty: q.FixedShare = Field(description="Reserve needed for unrestricted duty.")


class Carrying(Noun):
    """Hands, pace, stumbles."""

    grip_a: q.PositiveTime = Field(description="Hold time = grip_a x (load per hand / grip) ^ -grip_b.")
    grip_b: q.PositiveNumber
    hold_spread: q.FixedNumber
    hold_tau: q.PositiveTime
    litter: q.FixedMass
    friction: q.FixedNumber = Field(description="Friction of a dragged casualty.")
    speed_spread: q.FixedNumber = Field(description="Sigma of the logarithm of a team's speed from life to life.")
    hurry_factor: q.PositiveNumber
    steady_factor: q.PositiveNumber
    steady_cp: q.PositiveShare
    resume_hurry: q.FixedShare
    resume_steady: q.FixedShare
    resume_never: q.FixedShare
    swap: q.FixedTime
    stumbles: q.FixedPerLength
    stumble_load: q.FixedNumber
    stumble_tired: q.FixedNumber
    stumble_rest: q.Time
    knee: q.FixedRate
    march_hours: q.PositiveTime = Field(description="Time on the march in every 24 h.")
    march_leg: q.PositiveLength


class MeansOfMoving(Noun):
    """One way to move a casualty on foot."""

    name: MeansWord
    hold_factor: q.PositiveNumber = Field(description="Hold time relative to a hand-carried litter.")
    hand_share: q.FixedShare = Field(description="Share of a bearer's load that hangs on the hands.")
    upright: bool = Field(description="Whether the casualty hangs upright.")
    speed: q.PositiveNumber = Field(description="Speed relative to walking unladen.")


class FirstAid(Noun):
    """What hampers a helper, and what drugs and blood do."""

    wound_factor: q.FixedNumber
    fire_factor: q.FixedNumber
    txa_early: q.FixedShare
    txa_late: q.FixedShare
    txa_harm: q.FixedShare
    txa_responders: q.FixedShare
    blood_unit: q.FixedVolume
    warming_clot: q.FixedNumber


class Treating(Noun):
    """What a treatment does when it succeeds: factors on what it acts upon."""

    name: TreatmentWord
    flow: q.FixedNumber = Field(q.constant(1.0), description="Compressible flow times this.")
    airway: q.FixedNumber = Field(q.constant(1.0), description="Rate of a threat to the airway times this.")
    open_chest: q.FixedNumber = q.constant(1.0)
    tension: q.FixedNumber = q.constant(1.0)
    head: q.FixedNumber = q.constant(1.0)
    impairment: q.FixedNumber = Field(q.constant(1.0), description="Walking impairment of the wound times this.")
    consumes: bool = Field(description="Whether it uses up an item of the kit.")


class Practice(Noun):
    """How long a treatment takes somebody of a skill, and how often it succeeds. Skills without a row cannot do it."""

    treatment: TreatmentWord
    skill: SkillWord
    time: q.Time
    success: q.FixedShare


class GodsStep(Noun):
    """A step that covers a day's travel and is paid from the deep reserve."""

    range: q.PositiveLength
    cost: q.Share
    prepare: q.Time
    stagger: q.FixedShare
    collapse: q.FixedShare
    death: q.FixedNumber = Field(description="Hazard of death per unit overdrawn.")
    jolt: q.FixedShare
    noise: q.FixedLength


class Arrival(Noun):
    """From the end of the way to the end of surgery, and what becomes of them."""

    first_hands: q.Time
    warned_factor: q.FixedNumber
    stretcher: q.Time
    triage: q.Time
    wait_t1: q.Time
    wait_t2: q.Time
    wait_t3: q.Time
    theatre: q.Time
    refusal: q.Time
    debt_death: q.FixedNumber = Field(description="Hazard of death per 1000 mmHg min of oxygen debt.")
    table_map: q.FixedPressure
    death_day: q.Time
    transfusion: q.FixedVolume
    limb_loss: q.PositiveTime


class Setting(Noun):
    """A world."""

    name: str
    title: str
    about: str = ""
    bleeding: Bleeding
    awareness: Awareness
    exertion: Exertion
    carrying: Carrying
    means: tuple[MeansOfMoving, ...]
    ground: tuple[Ground, ...]
    first_aid: FirstAid
    treatment: tuple[Treating, ...]
    practice: tuple[Practice, ...]
    arrival: Arrival
    triss: Triss
    weapons: Weapons
    rank: tuple[Rank, ...]
    transport: tuple[Vehicle, ...] = ()
    step: GodsStep | None = None
