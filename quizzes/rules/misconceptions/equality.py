"""Missing numbers, and what the equals sign says."""

from collections.abc import Iterator
from fractions import Fraction

from quizzes.rules.misconceptions.kinds import Example, Misconception
from quizzes.rules.misconceptions.shapes import calculated, number
from quizzes.rules.prompts import Kind, Prompt, Token
from quizzes.rules.questions import Question

_EQUALS = Token(Kind.RELATION, "=")


def _sides(question: Question) -> tuple[Prompt, Prompt] | None:
    if question.prompt.count(_EQUALS) != 1:
        return None
    at = question.prompt.index(_EQUALS)
    return question.prompt[:at], question.prompt[at + 1 :]


def _with_box(side: Prompt) -> tuple[str, Fraction] | None:
    """The sign and the number of `7 + □` or `□ + 7`."""
    match side:
        case (Token(Kind.BLANK), Token(Kind.OPERATOR, sign), Token(Kind.NUMBER, known)) | (
            Token(Kind.NUMBER, known),
            Token(Kind.OPERATOR, sign),
            Token(Kind.BLANK),
        ):
            return sign, number(known)
    return None


def _makes(question: Question) -> Iterator[Fraction]:
    """`=` is read as "makes": what stands before it is worked out, with the next number where it is one alone."""
    match _sides(question):
        case (Token(Kind.NUMBER, left), Token(Kind.OPERATOR, sign), Token(Kind.NUMBER, right)), boxed:
            if _with_box(boxed):
                yield from calculated(number(left), sign, number(right))
        case (Token(Kind.NUMBER, left),), boxed:
            known = _with_box(boxed)
            if known:
                yield from calculated(number(left), *known)


def _all_of_them(question: Question) -> Iterator[Fraction]:
    match _sides(question):
        case (Token(Kind.NUMBER, left), Token(Kind.OPERATOR, "+"), Token(Kind.NUMBER, right)), boxed:
            known = _with_box(boxed)
            if known and known[0] == "+":
                yield number(left) + number(right) + known[1]


def _as_it_stands(question: Question) -> Iterator[Fraction]:
    """The sign is carried out on the two numbers that are there."""
    match _sides(question):
        case boxed, (Token(Kind.NUMBER, result),):
            known = _with_box(boxed)
            if known:
                sign, one = known
                low, high = sorted((one, number(result)))
                yield from calculated(high, sign, low)


MISCONCEPTIONS = (
    Misconception(
        "EQ-OP",
        "Takes = for “makes”: writes what stands before it",
        "= says that both sides are the same. Make the side with the box worth as much as the other.",
        Example("8 = 3 + _", "11"),
        "Balance both sides of a scale, and judge sentences such as 8 = 8 and 3 + 5 = 5 + 3 as true or false.",
        ("balance-both-sides", "missing-in-addition"),
        "Behr, Erlwanger & Nichols 1980; Carpenter, Franke & Levi 2003",
        _makes,
    ),
    Misconception(
        "EQ-ALL",
        "Adds all the numbers there are",
        "The box makes both sides the same. Work out the side without the box first.",
        Example("8 + 4 = _ + 5", "17"),
        "Cover one side, work the other out, and ask what the covered side must be worth.",
        ("balance-both-sides",),
        "Carpenter, Franke & Levi 2003",
        _all_of_them,
    ),
    Misconception(
        "MISS-OP",
        "Carries out the sign that stands there instead of undoing it",
        "Read it with the box as a word: “something, and then …”. Then ask what was there before.",
        Example("_ - 4 = 9", "5"),
        "Tell the sentence as a story, then write the fact family: 13 − 4, 9 + 4, 4 + 9.",
        ("missing-in-subtraction", "missing-in-addition", "missing-factor"),
        "By reasoning: the sign is taken as a command, as key words are (Hegarty, Mayer & Monk 1995)",
        _as_it_stands,
    ),
)
