"""The order of operations: from left to right, × and ÷ before + and −, brackets first, powers before all."""

import random

from quizzes.rules.questions import Question
from quizzes.rules.skills.drawing import by_form, source, such_that, sums
from quizzes.rules.skills.kinds import Example, Family, Level, Skill
from quizzes.rules.typesetting import MINUS

_WHOLE = "whole"
_BALANCED = "As many questions of each arrangement."


@source
def _same_rank(rng: random.Random, most: int) -> Question:
    """`a − b + c` and `a − b − c`, where starting at the right would give another answer."""
    middle, right = rng.sample(range(2, most // 2), 2)
    first = rng.randint(middle + right + 1, most)
    return sums(f"{first} {MINUS} {middle} {rng.choice(['+', MINUS])} {right}", _WHOLE)


@source
def _divided_first(rng: random.Random, most: int) -> Question:
    """`a ÷ b × c`, and `a ÷ b ÷ c` where both are exact."""
    divisor, quotient, last = rng.randint(2, most), rng.randint(2, most), rng.randint(2, most)
    if rng.random() < 1 / 2:
        return sums(f"{divisor * quotient} ÷ {divisor} × {last}", _WHOLE)
    return sums(f"{divisor * quotient * last} ÷ {divisor} ÷ {last}", _WHOLE)


@source
def _one_product(rng: random.Random, most: int, signs: str) -> Question:
    """A product or quotient with one of the `signs` before or behind it; no answer below zero."""
    sign = rng.choice(signs)
    term, worth = _term(rng, most)
    other = rng.randint(2, 2 * most)
    if rng.random() < 1 / 2:
        return sums(f"{other + worth if sign == MINUS else other} {sign} {term}", _WHOLE)
    return sums(f"{term} {sign} {min(other, worth - 1) if sign == MINUS else other}", _WHOLE)


def _term(rng: random.Random, most: int) -> tuple[str, int]:
    """`4 × 5` or `20 ÷ 4` from the tables, and what it comes to."""
    left, right = rng.randint(2, most), rng.randint(3, most)
    if rng.random() < 1 / 2:
        return f"{left} × {right}", left * right
    return f"{left * right} ÷ {left}", right


@source
def _two_terms(rng: random.Random, most: int) -> Question:
    """Two terms of × or ÷ with + or − between, the greater first."""
    terms = such_that(lambda: (_term(rng, most), _term(rng, most)), lambda pair: pair[0][1] > pair[1][1])
    return sums(f"{terms[0][0]} {rng.choice(['+', MINUS])} {terms[1][0]}", _WHOLE)


@source
def _bracket(rng: random.Random, most: int, signs: str) -> Question:
    """A bracket of + or − that is multiplied, before or behind the bracket; where `signs` say so, divided."""
    inside, worth = _sum(rng, most)
    factor = rng.randint(2, most)
    match rng.choice(signs):
        case "×":
            parts = [f"({inside})", str(factor)]
            rng.shuffle(parts)
            return sums(" × ".join(parts), _WHOLE)
        case _:
            return sums(f"{worth * factor} ÷ ({inside})", _WHOLE)


def _sum(rng: random.Random, most: int) -> tuple[str, int]:
    """`3 + 4` or `9 − 4`, and what it comes to, which is 2 at least."""
    low, high = sorted((rng.randint(2, most), rng.randint(2, most)))
    if rng.random() < 1 / 2:
        return f"{low} + {high}", low + high
    return f"{low + high} {MINUS} {low}", high


@source
def _two_brackets(rng: random.Random, most: int) -> Question:
    return sums(f"({_sum(rng, most)[0]}) × ({_sum(rng, most)[0]})", _WHOLE)


@source
def _nested(rng: random.Random, most: int) -> Question:
    """`3 × (20 − 2 × 4)`: inside the bracket, × comes first."""
    factor, left, right = rng.randint(2, most), rng.randint(2, most), rng.randint(2, most)
    rest = rng.randint(2, most)
    if rng.random() < 1 / 2:
        return sums(f"{factor} × ({rest} + {left} × {right})", _WHOLE)
    return sums(f"{factor} × ({left * right + rest} {MINUS} {left} × {right})", _WHOLE)


@source
def _square(rng: random.Random, most: int) -> Question:
    """A square beside one other operation, which is done after it."""
    base, other = rng.randint(2, most), rng.randint(2, 9)
    return sums(
        rng.choice(
            [
                f"{other} + {base}²",
                f"{base}² + {other}",
                f"{base * base + other} {MINUS} {base}²",
                f"{other} × {base}²",
            ]
        ),
        _WHOLE,
    )


@source
def _square_and_bracket(rng: random.Random, most: int) -> Question:
    """The square of a bracket, or two squares."""
    low, high = sorted(rng.sample(range(2, most + 1), 2))
    return sums(rng.choice([f"({low} + {high})²", f"({low + high} {MINUS} {low})²", f"{high}² {MINUS} {low}²"]), _WHOLE)


_YEAR_6 = "Year 6: use the order of operations in calculations with the four operations"

SKILLS = (
    Skill(
        "order-left-to-right",
        "From left to right",
        Family.ORDER,
        3,
        6,
        (
            Level(
                "+ and −, numbers to 20",
                _same_rank(20),
                f"Three numbers from 2, never below zero. {_BALANCED}",
                by_form,
            ),
            Level(
                "+ and −, numbers to 100",
                _same_rank(100),
                f"Three numbers from 2, never below zero. {_BALANCED}",
                by_form,
            ),
            Level("× and ÷", _divided_first(6), f"Numbers from 2 to 6, every step exact. {_BALANCED}", by_form),
        ),
        _WHOLE,
        Example("12 − 4 + 3", ("Left to right: 12 − 4 = 8", "8 + 3 = 11"), "11"),
        "3.OA.D.8",
        _YEAR_6,
        f"+{MINUS}×÷",
    ),
    Skill(
        "order-times-first",
        "Times and divide before plus and minus",
        Family.ORDER,
        3,
        6,
        (
            Level("with +, tables to 5", _one_product(5, "+"), f"× or ÷ within the table of 5. {_BALANCED}", by_form),
            Level("with −, tables to 5", _one_product(5, MINUS), f"Never below zero. {_BALANCED}", by_form),
            Level("tables to 10", _one_product(10, f"+{MINUS}"), f"Never below zero. {_BALANCED}", by_form),
            Level("two products", _two_terms(9), f"Two terms of × or ÷, the greater first. {_BALANCED}", by_form),
        ),
        _WHOLE,
        Example("3 + 4 × 5", ("First the ×: 4 × 5 = 20", "3 + 20 = 23"), "23"),
        "3.OA.D.8",
        _YEAR_6,
        f"+{MINUS}×÷",
    ),
    Skill(
        "order-brackets",
        "Brackets first",
        Family.ORDER,
        5,
        6,
        (
            Level("times a bracket", _bracket(5, "×"), f"+ or − inside, numbers from 2. {_BALANCED}", by_form),
            Level("times or divided by a bracket", _bracket(9, "×÷"), f"Every division exact. {_BALANCED}", by_form),
            Level("two brackets", _two_brackets(8), f"+ or − in each. {_BALANCED}", by_form),
            Level("× inside the bracket", _nested(6), f"Three steps, from the inside out. {_BALANCED}", by_form),
        ),
        _WHOLE,
        Example("(3 + 4) × 5", ("First the bracket: 3 + 4 = 7", "7 × 5 = 35"), "35"),
        "5.OA.A.1",
        _YEAR_6,
        f"+{MINUS}×÷",
    ),
    Skill(
        "order-powers",
        "Squares before the rest",
        Family.ORDER,
        6,
        7,
        (
            Level("a square and one other step", _square(6), f"Squares of 2 to 6. {_BALANCED}", by_form),
            Level("a square and one other step, to 10²", _square(10), f"Squares of 2 to 10. {_BALANCED}", by_form),
            Level("squared brackets", _square_and_bracket(6), f"Numbers from 2 to 6. {_BALANCED}", by_form),
        ),
        _WHOLE,
        Example("2 × 3²", ("First the square: 3² = 9", "2 × 9 = 18"), "18"),
        "6.EE.A.1",
        "Year 7: use the order of operations, with brackets and powers",
        f"+{MINUS}×",
    ),
)
