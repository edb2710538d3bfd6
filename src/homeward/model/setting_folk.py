"""What is true of recoveries and minds in a world: the sections of a setting's folder `year`.

Incidents do not need it, so it is no part of `Setting`; `YearSetting` has it.
"""

from typing import Annotated

from pydantic import Field

from homeward.codes import Aid, Shock, Tie, Watch
from homeward.model import quantity as q
from homeward.model.base import Noun, Words
from homeward.model.setting import Setting

AidWord = Annotated[Aid, Words(Aid)]
ShockWord = Annotated[Shock, Words(Shock)]
TieWord = Annotated[Tie, Words(Tie)]
WatchWord = Annotated[Watch, Words(Watch)]


class Recovery(Noun):
    """Wounds that heal, and what they leave. Bands of ISS: 1-3, 4-8, 9-15, 16-24, 25 and more."""

    deep_iss: q.FixedNumber = Field(description="ISS from which a wounding counts as deep (open fracture or the like).")
    bedridden_iss: q.PositiveNumber = Field(description="ISS that leaves next to no function at first.")
    closure_soft: q.Time = Field(description="Healing until the wound is closed, soft tissue.")
    closure_deep: q.Time
    closure_amputation: q.Time
    infection_soft: q.FixedShare = Field(description="Chance that the wound becomes infected.")
    infection_deep: q.FixedShare
    infection_amputation: q.FixedShare
    infection: q.Time = Field(description="How long an infection stops the healing.")
    setbacks: q.FixedRate = Field(description="Rate of other setbacks while a wound is open.")
    setback: q.Time = Field(description="Healing that one costs.")
    days_1_3: q.Time = Field(description="Time to full duty of those who return, by band of ISS.")
    days_4_8: q.Time
    days_9_15: q.Time
    days_16_24: q.Time
    days_25: q.Time
    returns_1_3: q.FixedShare = Field(description="Chance of ever returning to full duty, by band of ISS.")
    returns_4_8: q.FixedShare
    returns_9_15: q.FixedShare
    returns_16_24: q.FixedShare
    returns_25: q.FixedShare
    limb_returns_low: q.FixedShare = Field(description="Chance to serve on after the loss of a limb, lowest ranks.")
    limb_returns_middle: q.FixedShare
    limb_returns_top: q.FixedShare
    limb_full: q.FixedShare = Field(description="Share of those who regain everything.")
    fit: q.PositiveShare = Field(description="Function of a body that can do full duty.")
    lighter: q.PositiveShare = Field(description="Where function settles in those who do not return to it.")
    limb_cap: q.PositiveShare = Field(description="Most function without the limb.")
    prosthesis_cap: q.PositiveShare = Field(description="Most function on a prosthesis.")
    unaided: q.FixedShare = Field(description="Pace of healing of function without therapy, relative to daily therapy.")


class Therapy(Noun):
    """Sessions, the Amputee Mobility Predictor (AMP), and which aid a score allows."""

    sessions_each: q.FixedNumber = Field(description="Sessions a therapist gives in a day.")
    gain: q.FixedNumber = Field(description="AMP points of one session at the bottom of the scale.")
    spread: q.FixedNumber
    practice: q.FixedShare = Field(description="Gain of a day without a session, relative to one with.")
    mood_takes: q.FixedShare = Field(description="Share of the gain that the deepest distress takes.")
    chair: q.FixedNumber = Field(description="AMP from which he gets about in a wheelchair.")
    two_crutches: q.FixedNumber = Field(description="AMP from which he walks on two crutches.")
    one_crutch: q.FixedNumber
    no_crutch: q.FixedNumber
    in_bed: q.FixedTime = Field(description="Shortest time in bed after the loss of a leg.")


class WalkingHome(Noun):
    """What bed and lost blood take from a body, and what an aid costs a beginner."""

    detraining: q.FixedRate = Field(description="Share of capacity lost per day in bed.")
    detraining_most: q.FixedShare
    retraining: q.PositiveTime = Field(description="Time constant of its return on one's feet.")
    blood_back: q.PositiveTime = Field(description="Time constant of the return of haemoglobin.")
    blood_kept: q.FixedShare = Field(description="Share of the loss that transfusion did not replace.")
    sick: q.FixedShare = Field(description="Share of capacity that a body without any function lacks.")
    novice_cost: q.FixedNumber = Field(description="Extra cost with an aid at no skill; 1 doubles it.")
    novice_speed: q.PositiveShare = Field(description="Speed at no skill relative to skilled.")
    slowest: q.PositiveShare = Field(description="Slowest gait relative to one's own.")
    rest_until: q.PositiveShare = Field(description="Rests until this share of W' is back.")
    rest_back: q.PositiveTime = Field(description="Time constant of W' in these rests.")
    flight: q.PositiveLength = Field(description="Climb of one flight of stairs.")
    flight_along: q.PositiveLength = Field(description="Length along it.")
    stair_speed: q.FixedSpeed = Field(description="Able-bodied speed along stairs.")


class MobilityAid(Noun):
    """One way to get about."""

    name: AidWord
    speed: q.FixedSpeed = Field(description="Comfortable speed of a skilled user. In bed nobody gets about: no row.")
    oxygen: q.FixedOxygenCost
    muscle: q.FixedShare = Field(description="Share of critical power and W' that the muscles at work have.")
    stairs: q.FixedNumber = Field(description="Speed on stairs relative to able-bodied; 0: impossible alone.")


class Prosthesis(Noun):
    """From hearing of a maker to walking on it."""

    heard: q.FixedRate = Field(description="Rate at which a tied comrade on a mission hears of a maker.")
    journey_spread: q.FixedNumber
    ready: q.FixedNumber = Field(description="AMP needed to be fitted.")
    measuring: q.Time
    building: q.Time
    fitting: q.Time
    fails: q.FixedShare = Field(description="Chance that it does not work on this wearer.")
    rejection: q.FixedShare = Field(description="Chance that he lays it aside.")
    learning: q.FixedNumber = Field(description="AMP points of a day on it, at the bottom of the scale.")
    walks: q.FixedNumber = Field(description="AMP from which he walks without a crutch.")
    upkeep: q.Time = Field(description="Time between repairs.")
    repair: q.Time


class Home(Noun):
    """When he goes home, and out again; when somebody moves in."""

    alone: q.FixedNumber = Field(description="AMP from which somebody without a carer can go home.")
    ward: q.FixedTime = Field(description="Shortest stay in the rehabilitation ward after a deep wound.")
    errand: q.PositiveLength = Field(description="A walk to the market.")
    goes_out: q.FixedRate = Field(description="Outings of somebody not distressed.")
    company: q.FixedNumber = Field(description="Times this when somebody comes along.")
    grown_up: q.FixedAge = Field(description="Age from which somebody may move in, go along or sit with him.")
    needs_carer: q.FixedShare = Field(description="Function below which somebody moves in.")
    carer_leaves: q.FixedShare


class MindSection(Noun):
    """Distress in points of the PHQ-9: baseline, acute pool, burden."""

    baseline: q.FixedNumber
    baseline_spread: q.FixedNumber
    alone: q.FixedNumber = Field(description="By how much the baseline of somebody without any ties is higher.")
    reactivity_spread: q.FixedNumber = Field(description="Sigma of the logarithm of how strongly people answer.")
    acute: q.PositiveTime = Field(description="Time constant of the acute pool.")
    burden: q.PositiveTime = Field(description="Time constant of burden without support.")
    unresolved: q.FixedShare = Field(description="Share of the acute pool that stays as burden.")
    support_helps: q.FixedNumber = Field(description="Full support makes burden leave this much faster.")
    support_lasts: q.PositiveTime = Field(description="How long contact is felt.")
    limits: q.FixedNumber = Field(description="Burden of a body that can do nothing.")
    idle: q.FixedNumber = Field(description="Burden of lost work.")
    noise: q.FixedNumber = Field(description="Standard deviation from week to week.")
    strained: q.FixedNumber
    withdrawn: q.FixedNumber
    unresponsive: q.FixedNumber = Field(description="Distress beyond which the news of a lost limb leaves him mute.")
    hysteresis: q.FixedNumber
    told: q.Time = Field(description="From the hospital's door to the news of the loss.")
    answers: q.FixedNumber = Field(description="Distress at which he answers a visitor.")
    answers_alone: q.FixedNumber = Field(description="Distress at which he speaks of himself.")
    quiet: q.FixedNumber


class ShockSection(Noun):
    """What one blow adds to the acute pool."""

    name: ShockWord
    points: q.FixedNumber


class TieSection(Noun):
    """What a kind of tie does: by what the other is to him."""

    name: TieWord
    grief: q.FixedNumber = Field(description="Weight of the other's death.")
    visits: q.FixedRate = Field(description="Visits by the other, at strength 1.")
    relief: q.FixedNumber = Field(description="Points of the acute pool that such a visit takes.")


class Support(Noun):
    """What contact does."""

    visit: q.FixedShare = Field(description="Support that a visit gives.")
    everyday: q.FixedShare = Field(description="Support of having people who matter, at most.")
    company: q.FixedShare = Field(description="Support of living with a carer, at least.")
    work: q.FixedShare
    visits_most: q.FixedNumber = Field(description="Visitors in a day.")
    carers_come: bool = Field(True, description="Whether somebody may move in.")


class Watching(Noun):
    """Levels of observation, and who keeps them."""

    withdrawn: WatchWord
    unresponsive: WatchWord
    after_loss: WatchWord = Field(description="For `lasts` after the news of a lost limb.")
    lasts: q.FixedTime
    step_down: q.FixedTime = Field(description="Shortest time at a level before the next lower one.")
    nurses: q.FixedNumber = Field(description="People of the hospital who can sit with somebody.")
    crises: q.FixedRate = Field(description="Rate of crises, unwatched, at `crisis_from`.")
    crisis_from: q.FixedNumber
    crisis_scale: q.PositiveNumber = Field(description="Points that make one e times as likely.")
    intermittent: q.FixedNumber = Field(description="Rate of crises relative to unwatched, by level.")
    within_sight: q.FixedNumber
    within_reach: q.FixedNumber
    crisis_points: q.FixedNumber


class Folk(Noun):
    """Recoveries and minds."""

    recovery: Recovery
    therapy: Therapy
    walking_home: WalkingHome
    aid: tuple[MobilityAid, ...]
    prosthesis: Prosthesis
    home: Home
    mind: MindSection
    shock: tuple[ShockSection, ...]
    tie: tuple[TieSection, ...]
    support: Support
    watch: Watching


class YearSetting(Setting):
    """A world in which people live on after the incident."""

    folk: Folk
