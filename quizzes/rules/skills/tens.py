"""Place value at work: 10, 100 or 1,000 more or less, and how × 10 moves every digit."""

import random
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from quizzes.rules.questions import Question, write, write_text
from quizzes.rules.skills.drawing import decimal
from quizzes.rules.skills.kinds import Example, Family, Level, Skill
from quizzes.rules.skills.sources import through


@dataclass(frozen=True)
class MoreOrLess:
    """`What is 100 more than 345? _`; `crossing`, one more column changes than that of the step."""

    numbers: range
    steps: Sequence[int]
    crossing: bool = False

    def draw(self, rng: random.Random) -> Question:
        while True:
            number, step, more = rng.choice(self.numbers), rng.choice(self.steps), rng.choice((True, False))
            found = number + step if more else number - step
            crosses = number // (10 * step) != found // (10 * step)
            if found in self.numbers and crosses == self.crossing and number % 10:
                word = "more" if more else "less"
                return write_text(f"What is {step} {word} than {number}? _", str(found), "whole")


@dataclass(frozen=True)
class Times:
    """`47 × 100`: a whole number that does not end in 0, times one of the powers of ten."""

    numbers: range
    powers: Sequence[int]

    def draw(self, rng: random.Random) -> Question:
        return write(f"{_not_round(self.numbers, rng)} × {rng.choice(self.powers)}")


@dataclass(frozen=True)
class Shared:
    """`4700 ÷ 100`: exact; the quotient does not end in 0."""

    quotients: range
    powers: Sequence[int]

    def draw(self, rng: random.Random) -> Question:
        power = rng.choice(self.powers)
        return write(f"{_not_round(self.quotients, rng) * power} ÷ {power}")


@dataclass(frozen=True)
class Moved:
    """`3.47 × 100` or `34.7 ÷ 10`: a number with so many decimals, of the `units` that do not end in 0; none of the
    answers has more than four decimals."""

    sign: str
    units: range
    decimals: Sequence[int]
    powers: Sequence[int]

    def draw(self, rng: random.Random) -> Question:
        number = Fraction(_not_round(self.units, rng), 10 ** rng.choice(self.decimals))
        return replace(write(f"{decimal(number)} {self.sign} {rng.choice(self.powers)}"), format="decimal")


def _not_round(numbers: range, rng: random.Random) -> int:
    while (number := rng.choice(numbers)) % 10 == 0:
        pass
    return number


def _by_power(question: Question) -> Hashable:
    """A bucket for each power of ten."""
    return question.prompt[2].text


def _by_step(question: Question) -> Hashable:
    """A bucket for each step, up and down: `100 more`."""
    return tuple(question.notation.split()[2:4])


SKILLS = (
    Skill(
        "ten-hundred-more-or-less",
        "10, 100 or 1,000 more or less",
        Family.PLACE_VALUE,
        2,
        3,
        (
            Level(
                "10, two digits",
                MoreOrLess(through(11, 99), (10,)),
                "10 more or less than a two-digit number that does not end in 0; both have two digits.",
                _by_step,
            ),
            Level(
                "10 or 100, three digits",
                MoreOrLess(through(101, 999), (10, 100)),
                "10 or 100 more or less than a three-digit number that does not end in 0; one digit changes.",
                _by_step,
            ),
            Level(
                "10 or 100, another digit changes too",
                MoreOrLess(through(101, 9_999), (10, 100), crossing=True),
                "10 or 100 more or less than a number from 101 to 9,999 that does not end in 0; the next digit changes "
                "too.",
                _by_step,
            ),
            Level(
                "10, 100 or 1,000, five digits",
                MoreOrLess(through(10_001, 99_999), (10, 100, 1_000), crossing=True),
                "10, 100 or 1,000 more or less than a five-digit number that does not end in 0; the next digit changes "
                "too.",
                _by_step,
            ),
        ),
        "whole",
        Example("What is 100 less than 4034? _", ("4034 has 40 hundreds", "40 − 1 = 39", "3934"), "3934"),
        standard="1.NBT.C.5, 2.NBT.B.8",
        programme="Year 3: find 10 or 100 more or less than a number",
        operations="+−",
    ),
    Skill(
        "times-10-100-1000",
        "Multiplying by 10, 100 and 1,000",
        Family.PLACE_VALUE,
        4,
        5,
        (
            Level("by 10", Times(through(12, 999), (10,)), "A number from 12 to 999 that does not end in 0, times 10."),
            Level(
                "by 10 or 100",
                Times(through(12, 999), (10, 100)),
                "A number from 12 to 999 that does not end in 0, times 10 or 100, as often by one as by the other.",
                _by_power,
            ),
            Level(
                "by 10, 100 or 1,000",
                Times(through(12, 999), (10, 100, 1_000)),
                "A number from 12 to 999 that does not end in 0, times 10, 100 or 1,000, as often by each.",
                _by_power,
            ),
        ),
        "whole",
        Example(
            "47 × 100", ("Times 100, every digit moves two places to the left", "4 tens become 4 thousands"), "4700"
        ),
        standard="4.NBT.A.1, 5.NBT.A.2",
        programme="Year 5: multiply whole numbers by 10, 100 and 1,000",
        operations="×",
    ),
    Skill(
        "divide-by-10-100-1000",
        "Dividing by 10, 100 and 1,000",
        Family.PLACE_VALUE,
        4,
        5,
        (
            Level("by 10", Shared(through(12, 999), (10,)), "By 10, with a quotient from 12 to 999, not ending in 0."),
            Level(
                "by 10 or 100",
                Shared(through(12, 999), (10, 100)),
                "By 10 or 100, with a quotient from 12 to 999 that does not end in 0, as often by one as by the other.",
                _by_power,
            ),
            Level(
                "by 10, 100 or 1,000",
                Shared(through(12, 999), (10, 100, 1_000)),
                "By 10, 100 or 1,000, with a quotient from 12 to 999 that does not end in 0, as often by each.",
                _by_power,
            ),
        ),
        "whole",
        Example("4700 ÷ 100", ("By 100, every digit moves two places to the right", "47 hundreds ÷ 100 = 47"), "47"),
        standard="4.NBT.A.1, 5.NBT.A.2",
        programme="Year 5: divide whole numbers by 10, 100 and 1,000",
        operations="÷",
    ),
    Skill(
        "decimals-times-10-100-1000",
        "Decimals times 10, 100 and 1,000",
        Family.PLACE_VALUE,
        5,
        5,
        (
            Level(
                "by 10",
                Moved("×", through(11, 999), (1, 2), (10,)),
                "A number with one or two decimals, times 10.",
            ),
            Level(
                "by 10 or 100",
                Moved("×", through(11, 999), (1, 2), (10, 100)),
                "A number with one or two decimals, times 10 or 100, as often by one as by the other.",
                _by_power,
            ),
            Level(
                "by 10, 100 or 1,000",
                Moved("×", through(11, 9_999), (1, 2, 3), (10, 100, 1_000)),
                "A number with one to three decimals, times 10, 100 or 1,000, as often by each.",
                _by_power,
            ),
        ),
        "decimal",
        Example("3.47 × 100", ("Times 100, every digit moves two places to the left", "347"), "347"),
        standard="5.NBT.A.2",
        programme="Year 5: multiply numbers with decimals by 10, 100 and 1,000",
        operations="×",
    ),
    Skill(
        "decimals-divided-by-10-100-1000",
        "Dividing by 10, 100 and 1,000, decimal answers",
        Family.PLACE_VALUE,
        5,
        5,
        (
            Level(
                "by 10",
                Moved("÷", through(3, 999), (0,), (10,)),
                "A whole number from 3 to 999 that does not end in 0, divided by 10.",
            ),
            Level(
                "by 10 or 100",
                Moved("÷", through(3, 999), (0, 1), (10, 100)),
                "A number with no decimal or one, divided by 10 or 100, as often by one as by the other.",
                _by_power,
            ),
            Level(
                "by 10, 100 or 1,000",
                Moved("÷", through(3, 9_999), (0, 1), (10, 100, 1_000)),
                "A number with no decimal or one, divided by 10, 100 or 1,000, as often by each.",
                _by_power,
            ),
        ),
        "decimal",
        Example("47 ÷ 100", ("By 100, every digit moves two places to the right", "4 tens become 4 tenths"), "0.47"),
        standard="5.NBT.A.2",
        programme="Year 5: divide numbers by 10, 100 and 1,000 with decimals in the answer",
        operations="÷",
    ),
)
