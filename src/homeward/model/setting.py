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

    energy_model: EnergyModelWord = Field(
        EnergyModel.LCDA, description="Equation for the metabolic cost of walking under load."
    )
    rest: q.FixedPowerPerMass = Field(description="Metabolic rate at rest.")
    oxygen_energy: q.FixedEnergyPerVolume = Field(description="Metabolic energy per litre of oxygen.")
    efficiency: q.PositiveShare = Field(description="Mechanical work per metabolic energy; makes W' metabolic.")
    cp_share: q.PositiveShare = Field(description="Critical power as a share of maximal metabolic power.")
    fast_share: q.FixedShare = Field(description="Share of W' in the pool that recovers fast.")
    fast_tau: q.PositiveTime = Field(description="Time constant at rest of the pool that recovers fast.")
    slow_tau: q.PositiveTime = Field(description="That of the slow pool.")
    start: q.Share = Field(description="Share of the deep reserve at the start.")
    recovery: q.Time = Field(description="Time constant of the deep reserve's recovery.")
    duty: q.FixedShare = Field(description="Reserve needed for unrestricted duty.")


class Carrying(Noun):
    """Hands, pace, stumbles."""

    grip_a: q.PositiveTime = Field(description="Hold time = grip_a x (load per hand / grip) ^ -grip_b.")
    grip_b: q.PositiveNumber = Field(description="The exponent in it.")
    hold_spread: q.FixedNumber = Field(description="Sigma of the logarithm of the hold time from stint to stint.")
    hold_tau: q.PositiveTime = Field(description="Time constant with which tired hands recover.")
    litter: q.FixedMass = Field(description="Mass of a litter.")
    friction: q.FixedNumber = Field(description="Friction of a dragged casualty.")
    speed_spread: q.FixedNumber = Field(description="Sigma of the logarithm of a team's speed from life to life.")
    hurry_factor: q.PositiveNumber = Field(
        description="Speed of hurrying, relative to an ordinary walk under that load."
    )
    steady_factor: q.PositiveNumber = Field(description="Speed of a steady pace, likewise.")
    steady_cp: q.PositiveShare = Field(description="A steady pace keeps power below this share of critical power.")
    resume_hurry: q.FixedShare = Field(
        description="Share of reserve and hold at which those who hurry go on after a rest."
    )
    resume_steady: q.FixedShare = Field(description="That of those who keep a steady pace.")
    resume_never: q.FixedShare = Field(description="That of those who never rest.")
    swap: q.FixedTime = Field(description="Time to change bearers over.")
    stumbles: q.FixedPerLength = Field(description="Stumbles on a path, unladen and unhurt.")
    stumble_load: q.FixedNumber = Field(description="Stumbles under a casualty, relative to that.")
    stumble_tired: q.FixedNumber = Field(description="Stumbles with an empty reserve, relative to a full one.")
    stumble_rest: q.Time = Field(description="Time lost at a stumble.")
    knee: q.FixedRate = Field(description="Rate at which a wholly impaired leg gives way under load.")
    march_hours: q.PositiveTime = Field(description="Time on the march in every 24 h.")
    march_leg: q.PositiveLength = Field(
        description="Legs longer than this are marched at the average of work and rest."
    )


class MeansOfMoving(Noun):
    """One way to move a casualty on foot."""

    name: MeansWord = Field(description="Which means.")
    hold_factor: q.PositiveNumber = Field(description="Hold time relative to a hand-carried litter.")
    hand_share: q.FixedShare = Field(description="Share of a bearer's load that hangs on the hands.")
    upright: bool = Field(description="Whether the casualty hangs upright.")
    speed: q.PositiveNumber = Field(description="Speed relative to walking unladen.")


class FirstAid(Noun):
    """What hampers a helper, and what drugs and blood do."""

    wound_factor: q.FixedNumber = Field(description="A wounded helper takes longer: time x (1 + this x impairment).")
    fire_factor: q.FixedNumber = Field(description="A helper's time under fire, relative to peace.")
    txa_early: q.FixedShare = Field(
        description="Share of the flow that TXA removes within 1 h of wounding, in those who respond."
    )
    txa_late: q.FixedShare = Field(description="That from 1 to 3 h.")
    txa_harm: q.FixedShare = Field(description="Share of the flow that TXA adds after 3 h.")
    txa_responders: q.FixedShare = Field(
        description="Share of people in whom clots dissolve too soon, so that TXA acts."
    )
    blood_unit: q.FixedVolume = Field(description="Volume that a unit of blood restores.")
    warming_clot: q.FixedNumber = Field(description="Rate of clotting when kept warm, relative to cold.")


class Treating(Noun):
    """What a treatment does when it succeeds: factors on what it acts upon."""

    name: TreatmentWord = Field(description="Which treatment.")
    flow: q.FixedNumber = Field(q.constant(1.0), description="Compressible flow times this.")
    airway: q.FixedNumber = Field(q.constant(1.0), description="Rate of a threat to the airway times this.")
    open_chest: q.FixedNumber = Field(q.constant(1.0), description="Rate of the threat of an open chest times this.")
    tension: q.FixedNumber = Field(q.constant(1.0), description="Rate of a tension pneumothorax times this.")
    head: q.FixedNumber = Field(q.constant(1.0), description="Rate of the threat of a head wound times this.")
    impairment: q.FixedNumber = Field(q.constant(1.0), description="Walking impairment of the wound times this.")
    consumes: bool = Field(description="Whether it uses up an item of the kit.")


class Practice(Noun):
    """How long a treatment takes somebody of a skill, and how often it succeeds. Skills without a row cannot do it."""

    treatment: TreatmentWord = Field(description="What is done.")
    skill: SkillWord = Field(description="By somebody of which skill.")
    time: q.Time = Field(description="How long it takes.")
    success: q.FixedShare = Field(description="How often it succeeds.")


class GodsStep(Noun):
    """A step that covers a day's travel and is paid from the deep reserve."""

    range: q.PositiveLength = Field(description="Ground covered by one step.")
    cost: q.Share = Field(description="Share of the user's full reserve that a step costs.")
    prepare: q.Time = Field(description="Time to gather for a step.")
    stagger: q.FixedShare = Field(description="Below this reserve the user staggers.")
    collapse: q.FixedShare = Field(description="Below this reserve he passes out.")
    death: q.FixedNumber = Field(description="Hazard of death per unit overdrawn.")
    jolt: q.FixedShare = Field(description="Chance that a landing restarts a clotted wound.")
    noise: q.FixedLength = Field(description="How far a landing is heard.")


class Arrival(Noun):
    """From the end of the way to the end of surgery, and what becomes of them."""

    first_hands: q.Time = Field(description="Time from arrival to first hands when nobody was warned.")
    warned_factor: q.FixedNumber = Field(description="That time when the gate was warned, relative to unwarned.")
    stretcher: q.Time = Field(description="Time from first hands to the hospital's door.")
    triage: q.Time = Field(description="Time to be triaged.")
    wait_t1: q.Time = Field(description="Time from triage to surgical control, for T1.")
    wait_t2: q.Time = Field(description="For T2.")
    wait_t3: q.Time = Field(description="For T3.")
    theatre: q.Time = Field(description="Time in theatre.")
    refusal: q.Time = Field(description="How long a carrier who refuses care waits before he accepts it.")
    debt_death: q.FixedNumber = Field(description="Hazard of death per 1000 mmHg min of oxygen debt.")
    table_map: q.FixedPressure = Field(description="Who arrives below this pressure and dies, dies on the table.")
    death_day: q.Time = Field(description="Time after surgery of the other deaths.")
    transfusion: q.FixedVolume = Field(description="Most blood that theatre gives.")
    limb_loss: q.PositiveTime = Field(description="Time under a tourniquet at which half the limbs are lost.")


class Setting(Noun):
    """A world."""

    name: str = Field(description="Name of its folder.")
    title: str = Field(description="What people call it.")
    about: str = Field("", description="What it is, in words.")
    bleeding: Bleeding = Field(description="How bodies bleed.")
    awareness: Awareness = Field(description="How awareness falls.")
    exertion: Exertion = Field(description="What work costs.")
    carrying: Carrying = Field(description="Hands, pace, stumbles.")
    means: tuple[MeansOfMoving, ...] = Field(description="Ways to move a casualty on foot.")
    ground: tuple[Ground, ...] = Field(description="Kinds of ground.")
    first_aid: FirstAid = Field(description="What hampers a helper, and what drugs and blood do.")
    treatment: tuple[Treating, ...] = Field(description="What treatments do.")
    practice: tuple[Practice, ...] = Field(description="How long they take and how often they succeed, by skill.")
    arrival: Arrival = Field(description="From the end of the way to the end of surgery.")
    triss: Triss = Field(description="Coefficients of survival.")
    weapons: Weapons = Field(description="What a hit does.")
    rank: tuple[Rank, ...] = Field(description="The ladder of ranks.")
    transport: tuple[Vehicle, ...] = Field((), description="Kinds of transport.")
    step: GodsStep | None = Field(None, description="God's Step, where somebody can take it.")
