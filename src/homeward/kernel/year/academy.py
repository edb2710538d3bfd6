"""The Academy is staffed by serving people, and so are the posts at gate and desk: what is covered today."""

from homeward.codes import Event, Reason, Term, Trigger, Work
from homeward.kernel.care.notes import note_plain
from homeward.kernel.jit import handler, inner
from homeward.kernel.year import folk
from homeward.kernel.year.calendars import classes_today
from homeward.kernel.year.dates import DAY_S
from homeward.kernel.year.raising import raise_decision
from homeward.kernel.year.status import is_final, wounded_reason

CLASS_UNSTAFFED, BEFORE_TERM = int(Event.CLASS_UNSTAFFED), int(Trigger.BEFORE_TERM)
TEACHES, ACADEMY_TERM, TERM = int(Work.ACADEMY), int(Term.ACADEMY), int(Reason.TERM)


@inner
def can_teach(world, i):
    """Whether member i can stand before a class: fit for work in the village, and no crutch."""
    return folk.fitness(world, i) >= world.duty[0]["fit_for_village"] and folk.walks(world, i) == 1


@handler
def look_at_teachers(world):
    """A term is near: whoever teaches and cannot is a case for a decision."""
    for i in range(len(world.members)):
        if world.members[i]["serves"] == TEACHES and not is_final(world, i) and not can_teach(world, i):
            raise_decision(world, i, BEFORE_TERM, wounded_reason(world, i))


@handler
def prepare_terms(world):
    """On the morning that lies as long before a term as a rule says, the teachers are looked at."""
    now_s, due = world.clock[0]["now_s"], False
    for r in range(len(world.rules)):
        if world.rules[r]["trigger"] == BEFORE_TERM:
            for t in range(len(world.terms)):
                term = world.terms[t]
                at_s = term["from_s"] - world.rules[r]["before_s"]
                due = due or (term["kind"] == ACADEMY_TERM and now_s - DAY_S < at_s <= now_s)
    if due:
        look_at_teachers(world)


@handler
def teach(world):
    """Today's classes, and those without a teacher."""
    classes, tally, day = classes_today(world), world.tally[0], world.days[world.clock[0]["today"]]
    unstaffed = max(0, classes - tally["teaching"])
    day["classes"], day["unstaffed"] = classes, unstaffed
    tally["class_days"] += classes
    tally["unstaffed"] += unstaffed
    if unstaffed > 0:
        note_plain(world, CLASS_UNSTAFFED, -1, -1, TERM, 1.0 * unstaffed)


@inner
def posts_spare(world):
    """How many more people the posts have than they want, those on restricted duty counted in; negative when short."""
    tally = world.tally[0]
    spare = tally["restricted"] * 1
    for p in range(len(world.posts)):
        spare += tally["posted"][world.posts[p]["serves"]] - world.posts[p]["wanted"]
    return spare


@handler
def man_posts(world):
    """Today's posts: each by its own people, then by those on restricted duty; what is left over stays empty."""
    tally, stand_ins, short = world.tally[0], world.tally[0]["restricted"] * 1, 0
    for p in range(len(world.posts)):
        post = world.posts[p]
        missing = max(0, post["wanted"] - tally["posted"][post["serves"]])
        helped = min(missing, stand_ins)
        stand_ins -= helped
        post["short_days"] += missing - helped
        short += missing - helped
        tally["post_days"] += post["wanted"]
    tally["posts_short"] += short
    world.days[world.clock[0]["today"]]["posts_short"] = short
