"""Stories of two steps."""

import random

from quizzes.rules.skills.kinds import Example, Family, Level, Skill
from quizzes.rules.skills.stories.telling import Numbers, Story, Told, alike, told_as
from quizzes.rules.typesetting import MINUS

UP_AND_DOWN = (
    *alike(
        "{a} + {b} − {c}",
        100,
        "{name} has {a sticker}, gets {b sticker} more and gives away {c}. How many stickers does {name} have now? _",
        "{name} picks {a apple} and {other} picks {b apple}. They eat {c} of them. How many apples are left? _",
    ),
    *alike(
        "{a} − {b} + {c}",
        100,
        "There are {a person} on a bus. {b} get off and {c} get on. How many people are on the bus now? _",
        "There are {a bean} in a jar. {name} takes out {b} and puts {c} back. How many beans are in the jar now? _",
    ),
    *alike(
        "{a} − {b} − {c}",
        100,
        "A shop has {a melon}. It sells {b} in the morning and {c} in the afternoon. How many melons are left? _",
        "There are {a book} on a shelf. On Monday {b} are borrowed, on Tuesday {c}. How many books are left? _",
        "{name} has {a card} and gives {b card} to {other} and {c} to a friend. How many cards does {name} keep? _",
    ),
)

GROUPS_AND_MORE = (
    *alike(
        "{a} × {b} + {c}",
        100,
        "{name} buys {a pack} of {b card} and finds {c more card}. How many cards does {name} have altogether? _",
        "{name} reads {b page} a day for {a day}, and then {c more page}. How many pages is that altogether? _",
        "A farmer fills {a box} with {b egg} each, and {c egg} are left over. How many eggs are there altogether? _",
    ),
    *alike(
        "{a} × {b} − {c}",
        100,
        "A hall has {a row} of {b chair}. {c} of the chairs are broken. How many chairs are not broken? _",
        "{name} bakes {a tray} of {b bun} and gives away {c} of the buns. How many buns are left? _",
    ),
    *alike(
        "{d} − {a} × {b}",
        100,
        "A box holds {d pencil}. {a child} take {b pencil} each. How many pencils are left in the box? _",
        "A tank holds {d litre}. {name} takes out {a bucket} of {b litre} each. How many litres are left? _",
    ),
)

SHARES_AND_MORE = (
    *alike(
        "({rest} + {b}) ÷ {c}",
        100,
        "{name} picks {rest plum} and {other} picks {b plum}. They fill bags of {c}. How many bags do they fill? _",
        "A club of {rest child} and a club of {b child} make teams of {c} together. How many teams are there? _",
        "{c child} have {rest grape} and get {b more grape}. They share all equally. How many does each get? _",
    ),
    *alike(
        "({more} − {b}) ÷ {c}",
        100,
        "{name} has {more card}, keeps {b} and shares the rest among {c friend} equally. How many does each get? _",
        "A baker makes {more roll}, sells {b} and packs the rest into bags of {c}. How many bags are there? _",
    ),
    *alike(
        "{total} ÷ {c} − {few}",
        100,
        "{c child} share {total grape} equally. {name} is one of them and eats {few}. How many are left of {name}'s? _",
    ),
    *alike(
        "{total} ÷ {c} + {few}",
        100,
        "{name} puts {total bun} on {c plate} equally, and then {few more bun} on each. How many are on each plate? _",
    ),
)


def _three(rng: random.Random) -> Numbers:
    """A number to 99 and two that leave something of it; the last is the smallest."""
    last, middle = sorted(rng.sample(range(2, 21), 2))
    return {"a": rng.randint(last + middle + 2, 99), "b": middle, "c": last}


def _groups(rng: random.Random) -> Numbers:
    """Groups from the tables, and some beside them that are fewer than all."""
    groups, size = rng.randint(2, 9), rng.randint(3, 10)
    more = rng.randint(2, min(9, groups * size - 2))
    return {"a": groups, "b": size, "c": more, "d": groups * size + more}


def _shares(rng: random.Random) -> Numbers:
    """A total that shares exactly, and what is put to it or taken from it before or after."""
    among, share = rng.randint(2, 9), rng.randint(4, 10)
    total = among * share
    some = rng.randint(2, total - 2)
    few = rng.randint(2, share - 2)
    return {"total": total, "c": among, "b": some, "rest": total - some, "more": total + some, "few": few}


def _states(what: str, stories: tuple[Story, ...]) -> str:
    return f"{what} {len(stories)} stories in turn."


SKILLS = (
    Skill(
        "story-two-steps",
        "Stories of two steps",
        Family.STORIES,
        3,
        4,
        (
            Level(
                "plus and minus",
                Told(UP_AND_DOWN, _three),
                _states("Numbers to 99, something is always left.", UP_AND_DOWN),
                told_as(UP_AND_DOWN),
            ),
            Level(
                "groups, and more or fewer",
                Told(GROUPS_AND_MORE, _groups),
                _states("2 to 9 groups of 3 to 10, and 2 to 9 more or fewer.", GROUPS_AND_MORE),
                told_as(GROUPS_AND_MORE),
            ),
            Level(
                "shares, and more or fewer",
                Told(SHARES_AND_MORE, _shares),
                _states("Among 2 to 9, every division exact.", SHARES_AND_MORE),
                told_as(SHARES_AND_MORE),
            ),
        ),
        "whole",
        Example(
            "There are 24 people on a bus. 9 get off and 5 get on. How many people are on the bus now? _",
            ("After 9 get off: 24 − 9 = 15", "After 5 get on: 15 + 5 = 20"),
            "20",
        ),
        "3.OA.D.8",
        "Year 4: solve two-step problems, deciding which operations to use and why",
        f"+{MINUS}×÷",
    ),
)
