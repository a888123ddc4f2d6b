"""Fractions in the four operations: alike and different ones, mixed numbers, and what makes one."""

import random
from collections.abc import Hashable
from fractions import Fraction

from quizzes.rules.prompts import Kind
from quizzes.rules.questions import Question
from quizzes.rules.skills.drawing import source, such_that, sums
from quizzes.rules.skills.fractions import ALL, EASY, FORM, SPREAD, USUAL, Belows, mixed, proper
from quizzes.rules.skills.kinds import Example, Family, Level, Skill
from quizzes.rules.typesetting import MINUS


@source
def _to_one(rng: random.Random, belows: Belows) -> Question:
    """`3/8 + _ = 1`, and `1 − 3/8`."""
    fraction = proper(rng, belows)
    return sums(rng.choice([f"{fraction} + _ = 1", f"1 {MINUS} {fraction}"]), FORM)


@source
def _sum_alike(rng: random.Random, belows: Belows, beyond: bool) -> Question:
    """A sum of fractions of one denominator: below 1, or `beyond`."""
    below = rng.choice([each for each in belows if each > 2])
    left, right = such_that(
        lambda: (rng.randint(1, below - 1), rng.randint(1, below - 1)),
        lambda pair: sum(pair) != below and (sum(pair) > below) == beyond,
    )
    return sums(f"{left}/{below} + {right}/{below}", FORM)


@source
def _difference_alike(rng: random.Random, belows: Belows, improper: bool) -> Question:
    """A difference of fractions of one denominator, the first below 1 or, `improper`, between 1 and 2."""
    below = rng.choice([each for each in belows if each > 2])
    high = rng.randint(below + 1, 2 * below - 1) if improper else rng.randint(2, below - 1)
    low = such_that(lambda: rng.randint(1, high - 1), lambda above: above != below)
    return sums(f"{high}/{below} {MINUS} {low}/{below}", FORM)


def _pair(rng: random.Random, belows: Belows, related: bool) -> tuple[Fraction, Fraction]:
    """Two fractions, the greater first, of different denominators: one a multiple of the other, or neither."""

    def holds(pair: tuple[Fraction, Fraction]) -> bool:
        below, other = sorted(each.denominator for each in pair)
        return pair[0] > pair[1] and below != other and (other % below == 0) == related

    return such_that(lambda: (proper(rng, belows), proper(rng, belows)), holds)


@source
def _sum(rng: random.Random, belows: Belows, related: bool) -> Question:
    pair = list(_pair(rng, belows, related))
    rng.shuffle(pair)
    return sums(" + ".join(map(str, pair)), FORM)


@source
def _difference(rng: random.Random, belows: Belows, related: bool) -> Question:
    return sums(f" {MINUS} ".join(map(str, _pair(rng, belows, related))), FORM)


@source
def _mixed_sum(rng: random.Random, belows: Belows) -> Question:
    parts = [mixed(each + rng.randint(1, 5)) for each in _pair(rng, belows, rng.random() < 1 / 2)]
    rng.shuffle(parts)
    return sums(" + ".join(parts), "mixed")


@source
def _mixed_difference(rng: random.Random, belows: Belows) -> Question:
    """Two mixed numbers; in half of the questions the fractions alone could not be taken away."""
    pair = _pair(rng, belows, rng.random() < 1 / 2)
    high, low = pair if rng.random() < 1 / 2 else pair[::-1]
    less = rng.randint(1, 3)
    return sums(f"{mixed(high + less + rng.randint(1, 4))} {MINUS} {mixed(low + less)}", "mixed")


@source
def _times_whole(rng: random.Random, belows: Belows) -> Question:
    parts = [str(proper(rng, belows)), str(rng.randint(2, 9))]
    rng.shuffle(parts)
    return sums(" × ".join(parts), FORM)


@source
def _times(rng: random.Random, belows: Belows, unit: bool) -> Question:
    """A product of two fractions; both have 1 at the top, or one at least has not."""

    def holds(pair: tuple[Fraction, Fraction]) -> bool:
        return all(each.numerator == 1 for each in pair) == unit

    left, right = such_that(lambda: (proper(rng, belows), proper(rng, belows)), holds)
    return sums(f"{left} × {right}", FORM)


@source
def _mixed_times(rng: random.Random, belows: Belows) -> Question:
    """A mixed number and a fraction."""
    parts = [mixed(rng.randint(1, 4) + proper(rng, belows)), str(proper(rng, belows))]
    rng.shuffle(parts)
    return sums(" × ".join(parts), FORM)


@source
def _divided_whole(rng: random.Random, belows: Belows) -> Question:
    """A whole number by 1/n, or 1/n by a whole number."""
    unit, number = Fraction(1, rng.choice(belows)), rng.randint(2, 9)
    return sums(f"{number} ÷ {unit}" if rng.random() < 1 / 2 else f"{unit} ÷ {number}", FORM)


@source
def _divided(rng: random.Random, belows: Belows, by_whole: bool) -> Question:
    fraction = proper(rng, belows)
    divisor = (
        Fraction(rng.randint(2, 6)) if by_whole else such_that(lambda: proper(rng, belows), lambda by: by != fraction)
    )
    return sums(f"{fraction} ÷ {divisor}", FORM)


def _by_denominators(question: Question) -> Hashable:
    """A bucket for each set of denominators."""
    numbers = [token.text for token in question.prompt if token.kind is Kind.NUMBER]
    return frozenset(number.partition("/")[2] for number in numbers)


SKILLS = (
    Skill(
        "fraction-to-one",
        "Fractions that make one",
        Family.FRACTIONS,
        4,
        3,
        (
            Level("halves to sixths", _to_one((2, 3, 4, 5, 6)), "In lowest terms."),
            Level("to twelfths", _to_one(ALL), "In lowest terms."),
        ),
        FORM,
        Example("3/8 + _ = 1", ("1 is 8/8.", "8 − 3 = 5: 5/8"), "5/8"),
        "4.NF.B.3a",
        "Year 3: add and subtract fractions of one denominator within one whole",
        f"+{MINUS}",
    ),
    Skill(
        "fraction-add-alike",
        "Adding fractions with the same denominator",
        Family.FRACTIONS,
        4,
        3,
        (
            Level("below 1", _sum_alike(USUAL, False), "Thirds to tenths. Equal values are right.", _by_denominators),
            Level("beyond 1", _sum_alike(USUAL, True), "Thirds to tenths. Equal values are right.", _by_denominators),
        ),
        FORM,
        Example("3/8 + 2/8", ("The parts are eighths: 3 + 2 = 5 of them.",), "5/8"),
        "4.NF.B.3a",
        "Year 3: add fractions of one denominator within one whole; Year 4: beyond",
        "+",
    ),
    Skill(
        "fraction-subtract-alike",
        "Subtracting fractions with the same denominator",
        Family.FRACTIONS,
        4,
        3,
        (
            Level("below 1", _difference_alike(ALL, False), f"Thirds to twelfths. {SPREAD}", _by_denominators),
            Level(
                "from improper fractions",
                _difference_alike(USUAL, True),
                f"From a fraction between 1 and 2. {SPREAD}",
                _by_denominators,
            ),
        ),
        FORM,
        Example("7/8 − 2/8", ("The parts are eighths: 7 − 2 = 5 of them.",), "5/8"),
        "4.NF.B.3a",
        "Year 3: subtract fractions of one denominator within one whole; Year 4: beyond",
        MINUS,
    ),
    Skill(
        "fraction-add",
        "Adding fractions with different denominators",
        Family.FRACTIONS,
        5,
        5,
        (
            Level("one a multiple of the other", _sum(USUAL, True), f"Such as 1/2 + 3/8. {SPREAD}", _by_denominators),
            Level("halves to sixths", _sum((2, 3, 4, 5, 6), False), f"Such as 2/3 + 3/4. {SPREAD}", _by_denominators),
            Level("to twelfths", _sum(ALL, False), f"Such as 5/8 + 7/12. {SPREAD}", _by_denominators),
        ),
        FORM,
        Example("1/2 + 1/3", ("In sixths: 3/6 + 2/6", "3 + 2 = 5 sixths"), "5/6"),
        "5.NF.A.1",
        "Year 5: add fractions whose denominators are multiples of one number; Year 6: of any denominators",
        "+",
    ),
    Skill(
        "fraction-subtract",
        "Subtracting fractions with different denominators",
        Family.FRACTIONS,
        5,
        5,
        (
            Level(
                "one a multiple of the other",
                _difference(USUAL, True),
                f"Such as 7/8 − 1/2. {SPREAD}",
                _by_denominators,
            ),
            Level(
                "halves to sixths",
                _difference((2, 3, 4, 5, 6), False),
                f"Such as 3/4 − 2/3. {SPREAD}",
                _by_denominators,
            ),
            Level("to twelfths", _difference(ALL, False), f"Such as 7/12 − 3/8. {SPREAD}", _by_denominators),
        ),
        FORM,
        Example("3/4 − 2/3", ("In twelfths: 9/12 − 8/12", "9 − 8 = 1 twelfth"), "1/12"),
        "5.NF.A.1",
        "Year 5: subtract fractions whose denominators are multiples of one number; Year 6: of any denominators",
        MINUS,
    ),
    Skill(
        "mixed-add",
        "Adding mixed numbers",
        Family.FRACTIONS,
        5,
        6,
        (
            Level("halves to fifths", _mixed_sum(EASY), "Different denominators; each number is from 1 to 7."),
            Level("to tenths", _mixed_sum(USUAL), "Different denominators; each number is from 1 to 7."),
        ),
        "mixed",
        Example("1 1/2 + 2 1/3", ("1 + 2 = 3", "1/2 + 1/3 = 5/6"), "3 5/6"),
        "5.NF.A.1",
        "Year 6: add fractions and mixed numbers with different denominators",
        "+",
    ),
    Skill(
        "mixed-subtract",
        "Subtracting mixed numbers",
        Family.FRACTIONS,
        5,
        6,
        (
            Level("halves to fifths", _mixed_difference(EASY), "Half of them must break up a whole."),
            Level("to tenths", _mixed_difference(USUAL), "Half of them must break up a whole."),
        ),
        "mixed",
        Example(
            "3 1/4 − 1 1/2",
            ("1 1/2 is 1 2/4; 1/4 is less than 2/4.", "3 1/4 = 2 5/4", "2 5/4 − 1 2/4 = 1 3/4"),
            "1 3/4",
        ),
        "5.NF.A.1",
        "Year 6: subtract fractions and mixed numbers with different denominators",
        MINUS,
    ),
    Skill(
        "fraction-multiply",
        "Multiplying fractions",
        Family.FRACTIONS,
        5,
        6,
        (
            Level("by a whole number", _times_whole(USUAL), "A fraction below 1, times 2 to 9."),
            Level("one part of one part", _times(ALL, True), "Both have 1 at the top."),
            Level("two fractions", _times(USUAL, False), "One at least has more than 1 at the top."),
            Level("with a mixed number", _mixed_times((2, 3, 4, 5)), "A mixed number to 4 4/5 and a fraction."),
        ),
        FORM,
        Example("2/3 × 4/5", ("Top by top: 2 × 4 = 8", "Bottom by bottom: 3 × 5 = 15"), "8/15"),
        "5.NF.B.4a",
        "Year 5: multiply fractions by whole numbers; Year 6: multiply pairs of simple fractions",
        "×",
    ),
    Skill(
        "fraction-divide",
        "Dividing fractions",
        Family.FRACTIONS,
        6,
        6,
        (
            Level("one part and whole numbers", _divided_whole(ALL), "3 ÷ 1/4 and 1/4 ÷ 3, equally often."),
            Level("by a whole number", _divided(USUAL, True), "A fraction below 1, by 2 to 6."),
            Level("by a fraction", _divided(USUAL, False), "Two different fractions below 1."),
        ),
        FORM,
        Example("3/4 ÷ 2/3", ("Turn the second over and multiply: 3/4 × 3/2", "9/8"), "9/8"),
        "6.NS.A.1",
        "Year 6: divide proper fractions by whole numbers",
        "÷",
    ),
)
