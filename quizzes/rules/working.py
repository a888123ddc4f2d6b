"""The answer of a question, worked out from what a teacher wrote."""

from fractions import Fraction

from quizzes.rules.equations import Asked, Division, Equation, Inequality, solve
from quizzes.rules.notation import read
from quizzes.rules.prompts import Kind, Prompt
from quizzes.rules.refusals import QuestionRefused
from quizzes.rules.values import CURRENCIES, Comparison, Money, Remainder, Value


def work_out(notation: str) -> tuple[Prompt, Value]:
    """The prompt that the notation makes, and its exact answer.

    Raises QuestionRefused with a sentence that says what to change, and where.
    """
    asked = read(notation)
    value: Value = _value(asked)
    currency = _currency(asked.prompt)
    if currency and _is_money(notation, asked) and isinstance(value, Fraction):
        value = _money(value, currency)
    return asked.prompt, value


def _value(asked: Asked) -> Fraction | Comparison | Remainder:
    match asked:
        case Equation():
            return solve(asked)
        case Inequality():
            return Comparison.between(asked.left, asked.right)
        case Division():
            return Remainder(*divmod(asked.dividend, asked.divisor))


def _currency(prompt: Prompt) -> str:
    """The sign of the prompt's amounts, empty where there are none. Raises QuestionRefused where there are several."""
    numbers = "".join(token.text for token in prompt if token.kind is Kind.NUMBER)
    currency, *others = [sign for sign in CURRENCIES if sign in numbers] or [""]
    if others:
        raise QuestionRefused("Use one currency in a question.")
    return currency


def _is_money(notation: str, asked: Asked) -> bool:
    """Whether amounts make an amount, rather than a number (`£10 ÷ £2`).

    Told by changing what the unit is worth: an amount changes with it, a number does not, and £3 + 2 does neither.
    """
    amounts = _amounts(asked)
    changed = {unit: _amounts(read(notation, Fraction(unit))) for unit in (2, 3)}
    if all(others == [unit * amount for amount in amounts] for unit, others in changed.items()):
        return True
    if all(others == amounts for others in changed.values()):
        return False
    raise QuestionRefused("Money goes with money: add it to amounts, and multiply or divide it by plain numbers.")


def _amounts(asked: Asked) -> list[Fraction]:
    match asked:
        case Equation():
            return [solve(asked)]
        case Inequality():
            return [asked.left, asked.right]
        case Division():
            return []


def _money(amount: Fraction, currency: str) -> Money:
    if amount < 0:
        raise QuestionRefused("The answer is below zero, and money is not: use other amounts.")
    if (amount * 100).denominator != 1:
        raise QuestionRefused("The answer is no whole number of hundredths: use other amounts.")
    return Money(amount, currency)
