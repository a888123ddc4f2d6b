"""Place value: what a digit is worth, what numbers are made of, and how × 10 moves it."""

import random
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from quizzes.rules import grammar
from quizzes.rules.questions import Question, write, write_text
from quizzes.rules.skills.kinds import Example, Family, Level, Skill
from quizzes.rules.skills.sources import through

_PLACES = ("one", "ten", "hundred", "thousand")


def _digits(rng: random.Random, count: int, zeros: bool = False) -> list[int]:
    """Different digits, the first not 0, without 0 unless `zeros` has exactly one, which is not first."""
    digits = rng.sample(through(1, 9), count)
    if zeros:
        digits[rng.randrange(1, count)] = 0
    return digits


def _number(digits: Sequence[int]) -> int:
    return int("".join(map(str, digits)))


@dataclass(frozen=True)
class DigitValue:
    """`What is the value of the 4 in 347? _`: the digits are different, and neither 0 nor the ones are asked for.

    `decimals` of the `digits` stand behind the point, and then one of those is asked for.
    """

    digits: int
    decimals: int = 0

    def draw(self, rng: random.Random) -> Question:
        digits = _digits(rng, self.digits)
        places = range(-self.decimals, 0) if self.decimals else range(1, self.digits)
        place = rng.choice(places)  # 0 is that of the ones
        digit = digits[self.digits - self.decimals - 1 - place]
        number = _decimal(Fraction(_number(digits), 10**self.decimals))
        form = "decimal" if self.decimals else "whole"
        return write_text(
            f"What is the value of the {digit} in {number}? _",
            grammar.render(digit * Fraction(10) ** place, form),
            form,
        )


@dataclass(frozen=True)
class Parts:
    """`3 hundreds, 4 tens and 7 ones make _`: of different digits, in any order where `mixed`; a part that would be 0
    is not mentioned where there are `zeros`."""

    digits: int
    zeros: bool = False
    mixed: bool = False

    def draw(self, rng: random.Random) -> Question:
        digits = _digits(rng, self.digits, self.zeros)
        places = [(digit, self.digits - 1 - at) for at, digit in enumerate(digits) if digit]
        said = [f"{digit} {_PLACES[place]}{'' if digit == 1 else 's'}" for digit, place in places]
        if self.mixed:
            rng.shuffle(said)
        return write_text(f"{', '.join(said[:-1])} and {said[-1]} make _", str(_number(digits)), "whole")


@dataclass(frozen=True)
class Expanded:
    """`300 + 40 + 7 = _`, or with a part missing, `347 = 300 + _ + 7`: the digits are different and not 0."""

    digits: int
    part_missing: bool = False

    def draw(self, rng: random.Random) -> Question:
        digits = _digits(rng, self.digits)
        parts = [str(digit * 10 ** (self.digits - 1 - at)) for at, digit in enumerate(digits)]
        if not self.part_missing:
            return write(" + ".join(parts))
        parts[rng.randrange(self.digits)] = "_"
        return write(f"{_number(digits)} = {' + '.join(parts)}")


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
        return replace(write(f"{_decimal(number)} {self.sign} {rng.choice(self.powers)}"), format="decimal")


def _not_round(numbers: range, rng: random.Random) -> int:
    while (number := rng.choice(numbers)) % 10 == 0:
        pass
    return number


def _decimal(number: Fraction) -> str:
    return grammar.written_number(number, "decimal")


def _by_power(question: Question) -> Hashable:
    """A bucket for each power of ten."""
    return question.prompt[2].text


def _by_step(question: Question) -> Hashable:
    """A bucket for each step, up and down: `100 more`."""
    return tuple(question.notation.split()[2:4])


def _by_decimals(question: Question) -> Hashable:
    """A bucket for each number of decimals of the answer: tenths, hundredths …"""
    return len(question.answer)


SKILLS = (
    Skill(
        "hundreds-tens-and-ones",
        "Hundreds, tens and ones",
        Family.PLACE_VALUE,
        1,
        2,
        (
            Level("tens and ones", Parts(2), "1 to 9 tens and 1 to 9 ones, two different digits."),
            Level("hundreds, tens and ones", Parts(3), "1 to 9 of each, three different digits, in their order."),
            Level(
                "with an empty place",
                Parts(3, zeros=True),
                "Hundreds with tens or with ones: what is not mentioned is a 0 in the number.",
            ),
            Level(
                "thousands, in any order",
                Parts(4, zeros=True, mixed=True),
                "Thousands and two more of hundreds, tens and ones, in any order: what is not mentioned is a 0.",
            ),
        ),
        "whole",
        Example(
            "3 hundreds and 7 ones make _", ("3 hundreds are 300", "No tens are mentioned: write a 0", "307"), "307"
        ),
        standard="1.NBT.B.2, 2.NBT.A.1, 4.NBT.A.2",
        programme="Year 2: recognise the place value of each digit in a number",
        operations="",
    ),
    Skill(
        "value-of-a-digit",
        "The value of a digit",
        Family.PLACE_VALUE,
        2,
        3,
        (
            Level(
                "three digits",
                DigitValue(3),
                "The hundreds or the tens of a three-digit number of different digits without 0.",
                _by_decimals,
            ),
            Level(
                "four digits",
                DigitValue(4),
                "The thousands, hundreds or tens of a four-digit number of different digits without 0.",
                _by_decimals,
            ),
            Level(
                "six digits",
                DigitValue(6),
                "Any digit but the ones of a six-digit number of different digits without 0.",
                _by_decimals,
            ),
        ),
        "whole",
        Example("What is the value of the 4 in 347? _", ("The 4 stands in the tens", "4 tens are 40"), "40"),
        standard="2.NBT.A.1, 4.NBT.A.1",
        programme="Year 3: recognise the place value of each digit in a three-digit number",
        operations="",
    ),
    Skill(
        "expanded-form",
        "Numbers as a sum of their parts",
        Family.PLACE_VALUE,
        2,
        3,
        (
            Level("three digits", Expanded(3), "Hundreds, tens and ones of different digits, added."),
            Level(
                "a missing part",
                Expanded(3, part_missing=True),
                "A three-digit number of different digits without 0; one of its three parts is missing.",
            ),
            Level(
                "a missing part of four digits",
                Expanded(4, part_missing=True),
                "A four-digit number of different digits without 0; one of its four parts is missing.",
            ),
        ),
        "whole",
        Example("347 = 300 + _ + 7", ("347 is 3 hundreds, 4 tens and 7 ones", "The tens are missing: 40"), "40"),
        standard="2.NBT.A.3",
        programme="Year 3: partition numbers into hundreds, tens and ones",
        operations="+",
    ),
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
    Skill(
        "value-of-a-decimal-digit",
        "The value of a digit after the point",
        Family.PLACE_VALUE,
        4,
        5,
        (
            Level(
                "tenths and hundredths",
                DigitValue(3, decimals=2),
                "A number with one digit before the point and two after it, all different and not 0.",
                _by_decimals,
            ),
            Level(
                "to thousandths",
                DigitValue(5, decimals=3),
                "A number with two digits before the point and three after it, all different and not 0.",
                _by_decimals,
            ),
        ),
        "decimal",
        Example(
            "What is the value of the 7 in 3.47? _", ("The 7 stands in the hundredths", "7 hundredths are 0.07"), "0.07"
        ),
        standard="4.NF.C.6, 5.NBT.A.3",
        programme="Year 5: recognise tenths, hundredths and thousandths in decimals",
        operations="",
    ),
)
