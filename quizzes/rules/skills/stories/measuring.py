"""Stories of parts of a quantity, of time and of money."""

import random
from collections.abc import Callable
from math import gcd

from quizzes.rules.skills.kinds import Example, Family, Level, Skill
from quizzes.rules.skills.stories.telling import Numbers, Story, Told, alike, told_as
from quizzes.rules.skills.time import is_told_alike
from quizzes.rules.typesetting import MINUS

_Drawing = Callable[[random.Random], Numbers]

PARTS = alike(
    "{f} of {a}",
    1000,
    "{name} has {a marble}. {f} of them are red. How many marbles are red? _",
    "A school club has {a child}. {f} of them walk to school. How many children walk? _",
    "A book has {a page}. {name} has read {f} of it. How many pages has {name} read? _",
    "A ribbon is {a centimetre} long. {name} uses {f} of it. How many centimetres does {name} use? _",
    "A tank holds {a litre}. It is {f} full. How many litres are in it? _",
    "There are {a seat} in a hall. {f} of them are taken. How many seats are taken? _",
    "{name} baked {a bun} and gave away {f} of them. How many buns did {name} give away? _",
    "A road is {a kilometre} long. {name} has cycled {f} of it. How many kilometres has {name} cycled? _",
    "{name} planted {a bean}. {f} of them are growing. How many beans are growing? _",
    "A farmer has {a sheep}. {f} of them are white. How many sheep are white? _",
    "{name} found {a shell} and gave {f} of them to {other}. How many shells did {other} get? _",
    "A film lasts {a minute}. {f} of it is over. How many minutes are over? _",
    "{name} has {a stamp}. {f} of them are from abroad. How many stamps are from abroad? _",
)

LATER = alike(
    "{t} + {m} min",
    1000,
    "A puppet show starts at {t} and lasts {m minute}. When does it end? _",
    "{name} leaves home at {t}. The way to the park takes {m minute}. When does {name} get there? _",
    "A cake goes into the oven at {t} and bakes for {m minute}. When is it ready? _",
    "A bus is due at {t}. It comes {m minute} late. When does it come? _",
    "{name} starts to read at {t} and reads for {m minute}. When does {name} stop? _",
    "A lesson begins at {t} and takes {m minute}. When is it over? _",
    "{name} and {other} start to play at {t} and play for {m minute}. When do they stop? _",
)
EARLIER = alike(
    "{t} − {m} min",
    1000,
    "A train arrives at {t} after a ride of {m minute}. When did it leave? _",
    "A show begins at {t}. {name} needs {m minute} to get there. When must {name} leave? _",
    "A concert ended at {t}. It lasted {m minute}. When did it begin? _",
    "{name} wants to eat at {t}. Cooking takes {m minute}. When must {name} start to cook? _",
    "It is {t}. {name} has been waiting for {m minute}. When did {name} begin to wait? _",
    "A swimming lesson ends at {t}. It takes {m minute}. When does it start? _",
)

TOTALS = alike(
    "{p} + {q}",
    1000,
    "{name} buys a pen for {p} and a notebook for {q}. How much is that altogether? _",
    "A sandwich costs {p} and a salad costs {q}. How much do they cost together? _",
    "{name} has {p}. {other} gives {name} another {q}. How much money does {name} have now? _",
    "A bus ride costs {p} and a train ride costs {q}. How much do the two rides cost? _",
    "{name} saved {p} in May and {q} in June. How much did {name} save in the two months? _",
)
CHANGE = alike(
    "{n} − {p}",
    1000,
    "{name} buys a book for {p} and pays with {n}. How much change does {name} get? _",
    "{name} has {n} and spends {p} on fruit. How much money does {name} have left? _",
    "A game costs {n}. {name} has saved {p}. How much more does {name} need? _",
    "A ball costs {p} and a kite costs {n}. How much more does the kite cost? _",
    "A jumper cost {n}. In the sale it costs {p}. How much cheaper is it now? _",
)
SEVERAL = alike(
    "{c} × {p}",
    1000,
    "One melon costs {p}. How much do {c melon} cost? _",
    "{name} buys {c ticket} at {p} each. How much does {name} pay? _",
    "{name} saves {p} a week. How much does {name} save in {c week}? _",
    "One swim costs {p}. {name} swims {c time}. How much does {name} pay? _",
    "{c friend} pay {p} each for a present. How much does the present cost? _",
)


def _part(belows: tuple[int, ...], units: bool, most: int) -> _Drawing:
    """A fraction in lowest terms, one part or several, and a quantity of which one part is 2 to `most`."""

    def draw(rng: random.Random) -> Numbers:
        below = rng.choice(belows if units else [each for each in belows if each > 2])
        above = 1 if units else rng.choice([part for part in range(2, below) if gcd(part, below) == 1])
        return {"f": f"{above}/{below}", "a": below * rng.randint(2, most)}

    return draw


def _times(step: int, later: bool, past_hour: bool) -> _Drawing:
    """A time from 8:00 to 19:59 and up to 59 minutes, later or earlier, within the hour or into another."""

    def draw(rng: random.Random) -> Numbers:
        while True:
            hour, minute, span = rng.randint(8, 19), rng.randrange(0, 60, step), rng.randrange(10, 60, step)
            end = minute + (span if later else -span)
            if (end not in range(60)) == past_hour and is_told_alike(60 * hour + minute, 60 * hour + end):
                return {"t": f"{hour}:{minute:02d}", "m": span}

    return draw


def _prices(sign: str, step: int, most: int) -> _Drawing:
    """Two prices, a note that pays for the first, and a count."""

    def draw(rng: random.Random) -> Numbers:
        first, second = (step * rng.randint(100 // step, most // step) for _ in range(2))
        note = rng.choice([note for note in (5, 10, 20, 50) if first < 100 * note][:2])
        prices = {gap: f"{sign}{price // 100}.{price % 100:02d}" for gap, price in (("p", first), ("q", second))}
        return {**prices, "n": f"{sign}{note}", "c": rng.randint(2, 9)}

    return draw


def _level(name: str, stories: tuple[Story, ...], numbers: _Drawing, states: str, form: str) -> Level:
    return Level(name, Told(stories, numbers, form), f"{states} {len(stories)} stories in turn.", told_as(stories))


def _money(sign: str, code: str, standard: str, programme: str) -> Skill:
    tens, any_price = _prices(sign, 10, 490), _prices(sign, 1, 1999)
    return Skill(
        f"story-money-{code}",
        f"Stories of {code}",
        Family.STORIES,
        4,
        5,
        (
            _level("totals", TOTALS, tens, f"Prices from {sign}1 to {sign}4.90, in tens.", "money"),
            _level("change", CHANGE, tens, f"Prices from {sign}1 to {sign}4.90, in tens.", "money"),
            _level("the price of several", SEVERAL, tens, f"2 to 9 at {sign}1 to {sign}4.90, in tens.", "money"),
            _level("any price", (*TOTALS, *CHANGE), any_price, f"From {sign}1 to {sign}19.99.", "money"),
        ),
        "money",
        Example(
            f"Omar buys a book for {sign}3.20 and pays with {sign}5. How much change does Omar get? _",
            (f"What is left of {sign}5: {sign}5 − {sign}3.20", f"{sign}5 − {sign}3.20 = {sign}1.80"),
            f"{sign}1.80",
        ),
        standard,
        programme,
        f"+{MINUS}×",
    )


SKILLS = (
    Skill(
        "story-fraction",
        "Stories of parts",
        Family.STORIES,
        4,
        4,
        (
            _level(
                "one part", PARTS, _part((2, 3, 4, 5), True, 12), "A half to a fifth; one part is 2 to 12.", "whole"
            ),
            _level(
                "several parts", PARTS, _part((3, 4, 5), False, 12), "Thirds to fifths; one part is 2 to 12.", "whole"
            ),
            _level("to twelfths", PARTS, _part((6, 7, 8, 9, 10, 12), False, 20), "One part is 2 to 20.", "whole"),
        ),
        "whole",
        Example(
            "Zara has 20 marbles. 3/4 of them are red. How many marbles are red? _",
            ("One quarter of 20: 20 ÷ 4 = 5", "Three quarters: 3 × 5 = 15"),
            "15",
        ),
        "4.NF.B.4c",
        "Year 4: solve problems with fractions of quantities",
        "×÷",
    ),
    Skill(
        "story-time",
        "Stories of time",
        Family.STORIES,
        3,
        4,
        (
            _level("later, within the hour", LATER, _times(5, True, False), "In fives, up to 55 minutes.", "time"),
            _level("later, past the hour", LATER, _times(5, True, True), "In fives, up to 55 minutes.", "time"),
            _level("earlier, past the hour", EARLIER, _times(5, False, True), "In fives, up to 55 minutes.", "time"),
            _level("earlier, to the minute", EARLIER, _times(1, False, True), "10 to 59 minutes.", "time"),
        ),
        "time",
        Example(
            "A puppet show starts at 3:45 and lasts 50 minutes. When does it end? _",
            ("From 3:45 to 4:00 are 15 minutes.", "50 − 15 = 35 more: 4:35"),
            "4:35",
        ),
        "3.MD.A.1",
        "Year 4: solve problems with hours and minutes",
        f"+{MINUS}",
    ),
    _money("£", "pounds", "", "Year 5: use all four operations to solve problems with money"),
    _money("$", "dollars", "4.MD.A.2", ""),
    _money("€", "euros", "", ""),
)
