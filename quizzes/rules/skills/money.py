"""Money: totals, change, the price of several, shares and percentages, once for each currency.

A class learns its own money, so each currency has skills of its own.
"""

import random
from dataclasses import dataclass
from fractions import Fraction

from quizzes.rules.questions import Question
from quizzes.rules.skills.columns import carries
from quizzes.rules.skills.drawing import source, such_that, sums, words
from quizzes.rules.skills.kinds import Example, Family, Level, Skill
from quizzes.rules.typesetting import MINUS
from quizzes.rules.values import Money

_FORM = "money"


@dataclass(frozen=True)
class _Currency:
    """`coins` is what hundredths are called. A curriculum speaks of its own money: of the others it is silent."""

    sign: str
    code: str
    name: str
    coins: str
    american: bool = False
    english: bool = False

    def standard(self, code: str) -> str:
        return code if self.american else ""

    def programme(self, words: str) -> str:
        return words if self.english else ""


_CURRENCIES = (
    _Currency("£", "pounds", "pounds", "pence", english=True),
    _Currency("$", "dollars", "dollars", "cents", american=True),
    _Currency("€", "euros", "euros", "cents"),
)


def _amount(hundredths: int, sign: str) -> str:
    """`£3.50`: with both places, as prices are written."""
    return f"{sign}{hundredths // 100}.{hundredths % 100:02d}"


@source
def _total(rng: random.Random, sign: str, step: int, most: int, carrying: bool) -> Question:
    """Two amounts in steps of so many hundredths to `most`; the hundredths make more than a whole, or do not."""
    left, right = such_that(
        lambda: (_part(rng, step, most), _part(rng, step, most)),
        lambda pair: (pair[0] % 100 + pair[1] % 100 >= 100) == carrying and bool(carries(*pair)) == carrying,
    )
    return sums(f"{_amount(left, sign)} + {_amount(right, sign)}", _FORM)


def _part(rng: random.Random, step: int, most: int) -> int:
    """An amount in hundredths that is no whole number of pounds."""
    return such_that(lambda: step * rng.randint(1, most // step), lambda amount: amount % 100 != 0)


@source
def _three(rng: random.Random, sign: str, step: int, most: int) -> Question:
    return sums(" + ".join(_amount(_part(rng, step, most), sign) for _ in range(3)), _FORM)


@source
def _change(rng: random.Random, sign: str, notes: tuple[int, ...], step: int) -> Question:
    """Something that costs at least a quarter of the note it is paid with."""
    note = rng.choice(notes)
    price = such_that(lambda: _part(rng, step, 100 * note - step), lambda price: price >= 25 * note)
    said = f"Something costs {_amount(price, sign)}. You pay with {sign}{note}."
    return words(f"{said} How much change do you get? _", Money(note - Fraction(price, 100), sign), _FORM)


@source
def _several(rng: random.Random, sign: str, step: int, most: int) -> Question:
    parts = [_amount(_part(rng, step, most), sign), str(rng.randint(2, 9))]
    rng.shuffle(parts)
    return sums(" × ".join(parts), _FORM)


@source
def _two_kinds(rng: random.Random, sign: str, step: int, most: int) -> Question:
    """`3 × £1.20 + 2 × £0.75`."""
    terms = [f"{rng.randint(2, 5)} × {_amount(_part(rng, step, most), sign)}" for _ in range(2)]
    return sums(" + ".join(terms), _FORM)


@source
def _share(rng: random.Random, sign: str, step: int, most: int) -> Question:
    """An amount that shares exactly."""
    share, among = _part(rng, step, most), rng.randint(2, 9)
    return sums(f"{_amount(share * among, sign)} ÷ {among}", _FORM)


@source
def _percent(rng: random.Random, sign: str, percents: tuple[int, ...], most: int) -> Question:
    """A percentage of a whole amount that comes out in hundredths; never of 100."""
    amount = such_that(lambda: rng.randint(4, most), lambda drawn: drawn != 100)
    return sums(f"{rng.choice(percents)}% of {sign}{amount}", _FORM)


def _skills(currency: _Currency) -> tuple[Skill, ...]:
    sign, coins = currency.sign, currency.coins
    return (
        Skill(
            f"money-total-{currency.code}",
            f"Totals in {currency.name}",
            Family.MONEY,
            4,
            3,
            (
                Level("tens, without carrying", _total(sign, 10, 500, False), f"To {sign}5 each, in tens of {coins}."),
                Level("tens, with carrying", _total(sign, 10, 990, True), f"Together, the {coins} make 100 or more."),
                Level("any amounts", _total(sign, 1, 1999, True), f"To {sign}19.99; the {coins} make 100 or more."),
                Level("three amounts", _three(sign, 5, 999), f"To {sign}9.95 each, in fives of {coins}."),
            ),
            _FORM,
            Example(
                f"{sign}3.60 + {sign}2.70",
                (f"60 + 70 = 130 {coins}: {sign}1.30", f"{sign}3 + {sign}2 + {sign}1.30 = {sign}6.30"),
                f"{sign}6.30",
            ),
            currency.standard("4.MD.A.2"),
            currency.programme("Year 3: add amounts of money, in pounds and pence"),
            "+",
        ),
        Skill(
            f"money-change-{currency.code}",
            f"Change in {currency.name}",
            Family.MONEY,
            4,
            3,
            (
                Level(
                    "in tens", _change(sign, (1, 2, 5), 10), f"From {sign}1, {sign}2 or {sign}5, in tens of {coins}."
                ),
                Level("in fives", _change(sign, (5, 10), 5), f"From {sign}5 or {sign}10, in fives of {coins}."),
                Level("any price", _change(sign, (10, 20, 50), 1), f"From {sign}10, {sign}20 or {sign}50."),
            ),
            _FORM,
            Example(
                f"Something costs {sign}3.20. You pay with {sign}5. How much change do you get? _",
                (f"From {sign}3.20 up to {sign}4 are 80 {coins}.", f"From {sign}4 up to {sign}5 is {sign}1."),
                f"{sign}1.80",
            ),
            currency.standard("4.MD.A.2"),
            currency.programme("Year 3: subtract amounts of money to give change"),
            MINUS,
        ),
        Skill(
            f"money-several-{currency.code}",
            f"The price of several in {currency.name}",
            Family.MONEY,
            4,
            5,
            (
                Level("in tens", _several(sign, 10, 290), f"To {sign}2.90 each, in tens of {coins}; 2 to 9 of them."),
                Level("any price", _several(sign, 1, 999), f"To {sign}9.99 each; 2 to 9 of them."),
                Level("of two kinds", _two_kinds(sign, 5, 195), f"To {sign}1.95 each, in fives; 2 to 5 of each."),
            ),
            _FORM,
            Example(
                f"4 × {sign}1.30",
                (f"4 × {sign}1 = {sign}4", f"4 × 30 = 120 {coins}: {sign}1.20", f"{sign}4 + {sign}1.20 = {sign}5.20"),
                f"{sign}5.20",
            ),
            currency.standard("4.MD.A.2"),
            currency.programme("Year 5: use all four operations to solve problems with money"),
            "×+",
        ),
        Skill(
            f"money-share-{currency.code}",
            f"Sharing {currency.name}",
            Family.MONEY,
            5,
            5,
            (
                Level("in tens", _share(sign, 10, 290), f"Shares to {sign}2.90, in tens of {coins}; among 2 to 9."),
                Level("any amount", _share(sign, 1, 999), f"Shares to {sign}9.99; among 2 to 9."),
            ),
            _FORM,
            Example(f"{sign}7.20 ÷ 6", (f"720 {coins} ÷ 6 = 120 {coins}",), f"{sign}1.20"),
            currency.standard("5.NBT.B.7"),
            currency.programme("Year 5: use all four operations to solve problems with money"),
            "÷",
        ),
        Skill(
            f"money-percent-{currency.code}",
            f"Percentages of {currency.name}",
            Family.MONEY,
            6,
            6,
            (
                Level("10%, 20%, 25%, 50%, 75%", _percent(sign, (10, 20, 25, 50, 75), 60), f"Of {sign}4 to {sign}60."),
                Level("fives", _percent(sign, tuple(range(5, 100, 5)), 200), f"5% to 95% of {sign}4 to {sign}200."),
                Level("any", _percent(sign, tuple(range(1, 100)), 500), f"1% to 99% of {sign}4 to {sign}500."),
            ),
            _FORM,
            Example(f"15% of {sign}40", (f"10% is {sign}4.", f"5% is {sign}2.", f"{sign}4 + {sign}2"), f"{sign}6"),
            currency.standard("6.RP.A.3c"),
            currency.programme("Year 6: solve problems with percentages of measures"),
            "×÷",
        ),
    )


SKILLS = tuple(skill for currency in _CURRENCIES for skill in _skills(currency))
