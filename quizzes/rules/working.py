"""The answer of a question, worked out from what a teacher wrote."""

from fractions import Fraction

from quizzes.rules.equations import Asked, Division, Equation, Inequality, Sequence, solve
from quizzes.rules.notation import read
from quizzes.rules.prompts import Kind, Prompt
from quizzes.rules.refusals import QuestionRefused
from quizzes.rules.sequences import missing
from quizzes.rules.values import CURRENCIES, Comparison, Money, Remainder, Time, Value

CLOCK = ":"
MINUTES_OF_DAY = 24 * 60
_ALONE = (
    "Money goes with money: add it to amounts, and multiply or divide it by plain numbers.",
    "Times go with times: add to them a time, or minutes as in 3:45 + 20 min.",
)


def work_out(notation: str) -> tuple[Prompt, Value]:
    """The prompt that the notation makes, and its exact answer.

    Raises QuestionRefused with a sentence that says what to change, and where.
    """
    asked = read(notation)
    value: Value = _value(asked)
    measure = _measure(asked.prompt)
    if measure and _is_measured(notation, asked, measure) and isinstance(value, Fraction):
        value = _time(value) if measure == CLOCK else _money(value, measure)
    return asked.prompt, value


def _value(asked: Asked) -> Fraction | Comparison | Remainder:
    match asked:
        case Equation():
            return solve(asked)
        case Inequality():
            return Comparison.between(asked.left, asked.right)
        case Division():
            return Remainder(*divmod(asked.dividend, asked.divisor))
        case Sequence():
            return missing(asked.numbers)


def _measure(prompt: Prompt) -> str:
    """The currency of the prompt's amounts, CLOCK where it has times, empty where it has neither.

    Raises QuestionRefused where there are several.
    """
    numbers = "".join(token.text for token in prompt if token.kind is Kind.NUMBER)
    measures = [sign for sign in (*CURRENCIES, CLOCK) if sign in numbers]
    if len(measures) > 1:
        raise QuestionRefused(
            "Ask about money or about times, not about both at once."
            if CLOCK in measures
            else "Use one currency in a question."
        )
    return "".join(measures)


def _is_measured(notation: str, asked: Asked, measure: str) -> bool:
    """Whether amounts or times make one, rather than a number (`£10 ÷ £2`).

    Told by changing what the unit is worth: an amount changes with it, a number does not, and £3 + 2 does neither.
    """
    amounts = _amounts(asked)
    changed = {unit: _amounts(read(notation, Fraction(unit))) for unit in (2, 3)}
    if all(others == [unit * amount for amount in amounts] for unit, others in changed.items()):
        return True
    if all(others == amounts for others in changed.values()):
        return False
    raise QuestionRefused(_ALONE[measure == CLOCK])


def _amounts(asked: Asked) -> list[Fraction]:
    match asked:
        case Equation():
            return [solve(asked)]
        case Inequality():
            return [asked.left, asked.right]
        case Division():
            return []
        case Sequence():
            return [number for number in asked.numbers if number is not None]


def _money(amount: Fraction, currency: str) -> Money:
    if amount < 0:
        raise QuestionRefused("The answer is below zero, and money is not: use other amounts.")
    if (amount * 100).denominator != 1:
        raise QuestionRefused("The answer is no whole number of hundredths: use other amounts.")
    return Money(amount, currency)


def _time(minutes: Fraction) -> Time:
    if minutes.denominator != 1:
        raise QuestionRefused("The answer is no whole number of minutes: use other times.")
    if not 0 <= minutes < MINUTES_OF_DAY:
        raise QuestionRefused("The answer is not within one day, from 0:00 to 23:59: use other times.")
    return Time(*divmod(int(minutes), 60))
