"""Stories of equal groups: how many in all, how many each, and what a remainder means."""

import random
from collections.abc import Callable

from quizzes.rules.skills.kinds import Example, Family, Level, Skill
from quizzes.rules.skills.stories.telling import Meaning, Numbers, Told, alike, fitting, told_as

_Drawing = Callable[[random.Random], Numbers]
_TIMES, _SHARED, _OVER = "{a} × {b}", "{a} ÷ {b}", "{a} ÷ {b} r"

GROUPS = (
    *alike(
        _TIMES,
        10,
        "A cake needs {b egg}. {name} bakes {a such cake}. How many eggs does {name} need? _",
        "{name} runs {b lap} on each of {a day}. How many laps is that altogether? _",
        "{a van} carry {b child} each. How many children is that altogether? _",
    ),
    *alike(
        _TIMES,
        100,
        "There are {a bag} with {b apple} in each. How many apples are there altogether? _",
        "{name} has {a box} of {b pencil}. How many pencils does {name} have altogether? _",
        "{name} reads {b page} a day for {a day}. How many pages is that altogether? _",
        "A hall has {a row} of {b chair}. How many chairs are there in the hall? _",
        "{a team} of {b child} play in a tournament. How many children play? _",
        "{name} plants {a row} of {b flower}. How many flowers does {name} plant? _",
        "One shelf holds {b book}. How many books do {a shelf} hold? _",
        "A pack holds {b card}. {name} buys {a pack}. How many cards does {name} buy? _",
        "Each of {a child} builds a tower of {b brick}. How many bricks do they need altogether? _",
        "A wall is {a tile} high and {b tile} wide. How many tiles does it have? _",
        "A ferry takes {b person} on each of {a trip}. How many people can it take in all? _",
    ),
)

SHARES = (
    *alike(
        _SHARED,
        100,
        "{name} shares {a grape} equally among {b child}. How many grapes does each child get? _",
        "{name} puts {a egg} into boxes of {b}. How many boxes does {name} fill? _",
        "{a chair} stand in {b equal row}. How many chairs are in each row? _",
        "{b friend} share {a sticker} equally. How many stickers does each friend get? _",
        "{name} plants {a seed} in {b pot}, the same number in each. How many seeds go in each pot? _",
        "{a child} sit at {b table}, the same number at each. How many children sit at each table? _",
    ),
    *alike(
        _SHARED,
        1000,
        "{a child} make teams of {b}. How many teams are there? _",
        "{a book} are put on {b shelf}, the same number on each. How many books are on each shelf? _",
        "A rope of {a centimetre} is cut into {b equal piece}. How many centimetres long is each piece? _",
        "{name} reads a book of {a page} in {b week}, the same number each week. How many pages a week is that? _",
        "A baker packs {a roll} into bags of {b}. How many bags are there? _",
        "A farmer ties {a carrot} in bunches of {b}. How many bunches are there? _",
        "{name} cycles {a kilometre} in {b week}, as far each week. How many kilometres a week is that? _",
    ),
)

REMAINDERS = (
    *alike(
        _OVER,
        1000,
        "{a child} go on a trip in vans that hold {b child} each. How many vans are needed? _",
        "{name} has {a egg} and boxes for {b egg} each. How many boxes does {name} need for all of them? _",
        "{a person} want to cross a lake. A boat takes {b person} at a time. How many trips does it make? _",
        "{name} reads {b page} a day. How many days does {name} need for a book of {a page}? _",
        "A shelf holds {b book}. How many shelves are needed for {a book}? _",
        meaning=Meaning.ENOUGH,
    ),
    *alike(
        _OVER,
        1000,
        "A bakery has {a egg}. One cake takes {b egg}. How many cakes can it bake? _",
        "A baker packs {a roll} into bags of {b}. How many full bags are there? _",
        "{name} cuts pieces of {b centimetre} from a ribbon of {a centimetre}. How many whole pieces are there? _",
        "{a child} make teams of {b}. How many full teams are there? _",
        "A necklace takes {b bead}. How many necklaces can {name} make with {a bead}? _",
        meaning=Meaning.FULL,
    ),
    *alike(
        _OVER,
        1000,
        "{name} shares {a card} equally among {b child}. How many cards are left over? _",
        "{name} fills as many boxes of {b egg} as possible with {a egg}. How many eggs are left over? _",
        "{a child} make teams of {b}. How many children are left without a team? _",
        "A farmer ties {a carrot} in bunches of {b}. How many carrots are left over? _",
        "{name} cuts as many pieces of {b metre} as possible from {a metre} of string. How many metres are left? _",
        meaning=Meaning.LEFT,
    ),
)


def _factors(left: tuple[int, int], right: tuple[int, ...]) -> _Drawing:
    def draw(rng: random.Random) -> Numbers:
        return {"a": rng.randint(*left), "b": rng.choice(right)}

    return draw


def _exact(quotients: tuple[int, int], divisors: tuple[int, ...]) -> _Drawing:
    def draw(rng: random.Random) -> Numbers:
        divisor = rng.choice(divisors)
        return {"a": divisor * rng.randint(*quotients), "b": divisor}

    return draw


def _inexact(quotients: tuple[int, int], divisors: tuple[int, ...]) -> _Drawing:
    """A remainder is always left."""

    def draw(rng: random.Random) -> Numbers:
        divisor = rng.choice(divisors)
        return {"a": divisor * rng.randint(*quotients) + rng.randint(1, divisor - 1), "b": divisor}

    return draw


_TO_5, _TO_10 = (2, 3, 4, 5), tuple(range(2, 11))
_LARGE_GROUPS, _LARGE_SHARES = fitting(GROUPS, 99), fitting(SHARES, 990)

SKILLS = (
    Skill(
        "story-multiply",
        "Stories of equal groups",
        Family.STORIES,
        3,
        3,
        (
            Level(
                "groups of 2, 5 and 10",
                Told(GROUPS, _factors((2, 10), (2, 5, 10))),
                f"2 to 10 groups. {len(GROUPS)} stories in turn.",
                told_as(GROUPS),
            ),
            Level(
                "tables to 10",
                Told(GROUPS, _factors((2, 10), _TO_10)),
                f"2 to 10 groups of 2 to 10. {len(GROUPS)} stories in turn.",
                told_as(GROUPS),
            ),
            Level(
                "larger groups",
                Told(_LARGE_GROUPS, _factors((3, 9), tuple(range(11, 100)))),
                f"3 to 9 groups of 11 to 99. {len(_LARGE_GROUPS)} stories in turn.",
                told_as(_LARGE_GROUPS),
            ),
        ),
        "whole",
        Example(
            "There are 4 bags with 6 apples in each. How many apples are there altogether? _",
            ("4 equal groups of 6: 4 × 6", "4 × 6 = 24"),
            "24",
        ),
        "3.OA.A.3",
        "Year 3: solve problems with multiplication and division",
        "×",
    ),
    Skill(
        "story-divide",
        "Stories of sharing",
        Family.STORIES,
        3,
        3,
        (
            Level(
                "among 2 to 5",
                Told(SHARES, _exact((2, 10), _TO_5)),
                f"Exact; the answer is 2 to 10. {len(SHARES)} stories in turn.",
                told_as(SHARES),
            ),
            Level(
                "among 2 to 10",
                Told(SHARES, _exact((2, 10), _TO_10)),
                f"Exact; the answer is 2 to 10. {len(SHARES)} stories in turn.",
                told_as(SHARES),
            ),
            Level(
                "larger numbers",
                Told(_LARGE_SHARES, _exact((11, 99), _TO_10)),
                f"Exact; the answer is 11 to 99. {len(_LARGE_SHARES)} stories in turn.",
                told_as(_LARGE_SHARES),
            ),
        ),
        "whole",
        Example(
            "Priya shares 24 grapes equally among 6 children. How many grapes does each child get? _",
            ("Equal shares: 24 ÷ 6", "6 × 4 = 24"),
            "4",
        ),
        "3.OA.A.3",
        "Year 3: solve problems with multiplication and division",
        "÷",
    ),
    Skill(
        "story-remainder",
        "What a remainder means",
        Family.STORIES,
        4,
        5,
        (
            Level(
                "by 2 to 5",
                Told(REMAINDERS, _inexact((2, 10), _TO_5)),
                f"One more for the rest, full ones, or what is left. {len(REMAINDERS)} stories in turn.",
                told_as(REMAINDERS),
            ),
            Level(
                "by 3 to 10",
                Told(REMAINDERS, _inexact((2, 10), _TO_10[1:])),
                f"One more for the rest, full ones, or what is left. {len(REMAINDERS)} stories in turn.",
                told_as(REMAINDERS),
            ),
            Level(
                "larger numbers",
                Told(REMAINDERS, _inexact((11, 40), _TO_10[1:])),
                f"The quotient is 11 to 40. {len(REMAINDERS)} stories in turn.",
                told_as(REMAINDERS),
            ),
        ),
        "whole",
        Example(
            "17 children go on a trip in vans that hold 5 children each. How many vans are needed? _",
            ("17 ÷ 5 = 3, and 2 children are left.", "They need a van too: 3 + 1 = 4"),
            "4",
        ),
        "4.OA.A.3",
        "Year 5: solve division problems, and interpret remainders as the context asks",
        "÷",
    ),
)
