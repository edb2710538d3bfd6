"""Who can come to meet them: a party from the end of the way, an aircraft, a wagon by the road."""

from pydantic import Field

from homeward.codes import Skill
from homeward.model.base import Moment, Name, Noun, SkillWord, TransportWord
from homeward.model.quantity import FixedLength, FixedPerLength, FixedShare, FixedSpeed, PositiveNumber, Speed, Time


class Relief(Noun):
    """The party that can be sent out to meet them."""

    people: int = Field(ge=0, le=100, description="How many can be sent.")
    skill: SkillWord = Field(Skill.MEDIC, description="First-aid skill of the best of them.")
    called: Moment | None = Field(None, description="When it is called; none: nobody calls.")
    ready: Time = Field(description="From the call to setting out.")
    speed: Speed = Field(description="Its speed outwards.")
    laden: PositiveNumber = Field(description="Its speed with a litter, relative to that.")
    load: Time = Field(description="Time to treat and load a casualty.")
    overdue: Time | None = Field(None, description="Time after the start at which somebody looks for them unasked.")


class Aircraft(Noun):
    """An aircraft that can be called."""

    called: Moment | None = Field(None, description="When it is called; none: nobody calls.")
    skill: SkillWord = Field(Skill.MEDIC, description="First-aid skill of the crew.")
    call: Time = Field(description="From the first attempt to a call understood.")
    launch: Time = Field(description="From the call to taking off.")
    flyable: FixedShare = Field(description="Chance that the weather lets it fly at once.")
    weather: Time = Field(description="Time until it clears otherwise.")
    speed: FixedSpeed = Field(description="Its speed.")
    base: FixedLength = Field(description="From its base to the scene.")
    hospital: FixedLength = Field(description="From the scene to the hospital.")
    load: Time = Field(description="Time to load a casualty.")


class Vehicle(Noun):
    """What a setting says of one kind of transport."""

    name: TransportWord = Field(description="Which kind.")
    speed: FixedSpeed = Field(description="How fast it goes with a casualty.")
    load: Time = Field(description="Time to put him on it.")
    jolts: FixedPerLength = Field(description="Rough handlings of the casualty per distance.")


class Transport(Noun):
    """A wagon, horse or vehicle waiting on the way."""

    kind: TransportWord = Field(description="A kind of transport of the setting.")
    at: Name = Field(description="The place where it waits.")
