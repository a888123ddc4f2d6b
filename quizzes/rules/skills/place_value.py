"""Place value: what a digit is worth, and what numbers are made of."""

import random
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from quizzes.rules import grammar
from quizzes.rules.questions import Question, write, write_text
from quizzes.rules.skills.drawing import decimal
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
        number = decimal(Fraction(_number(digits), 10**self.decimals))
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


def _by_place(question: Question) -> Hashable:
    """A bucket for each place: hundreds, tens, tenths, hundredths …"""
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
                _by_place,
            ),
            Level(
                "four digits",
                DigitValue(4),
                "The thousands, hundreds or tens of a four-digit number of different digits without 0.",
                _by_place,
            ),
            Level(
                "six digits",
                DigitValue(6),
                "Any digit but the ones of a six-digit number of different digits without 0.",
                _by_place,
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
                _by_place,
            ),
            Level(
                "to thousandths",
                DigitValue(5, decimals=3),
                "A number with two digits before the point and three after it, all different and not 0.",
                _by_place,
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
