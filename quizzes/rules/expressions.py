"""One line of arithmetic, as somebody writes it on paper: which lines there are, and whether what they say is so."""

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from quizzes.rules import grammar, notation, prompts
from quizzes.rules.automata import DIGITS
from quizzes.rules.refusals import QuestionRefused
from quizzes.rules.typesetting import in_line
from quizzes.rules.values import Comparison

LONGEST = 24
DEEPEST = 3
MOST_DIGITS = 6

_SIGNS = "+-×÷"
_RELATIONS = "=<>"


class Line(NamedTuple):
    """How far a line was read: `last` is its last sign, with any digit as 9.

    `digits` are those of the last number, `places` those of them that stand behind its point.
    """

    length: int = 0
    depth: int = 0
    related: bool = False
    last: str = ""
    digits: int = 0
    pointed: bool = False
    places: int = 0

    @property
    def at_end_of_number(self) -> bool:
        return self.last in ("9", ")")

    @property
    def at_start_of_number(self) -> bool:
        return self.last not in ("9", ".", ")")


class Expressions:
    """The automaton of sums, `12+7×2`, and of two sums compared, `1+2=3`; nothing need stand behind an `=`.

    At most LONGEST signs, brackets within brackets to DEEPEST, numbers of at most MOST_DIGITS digits and
    `grammar.MOST_PLACES` places. A minus may open a side or a bracket.
    """

    alphabet = frozenset(DIGITS + "." + _SIGNS + _RELATIONS + "()")
    start = Line()

    def step(self, line: Line, sign: str) -> Line | None:
        """The line after `sign`, or None where no admitted line goes on so."""
        if line.length == LONGEST or not self._may_follow(line, sign):
            return None
        in_number = sign == "." or sign in DIGITS
        return Line(
            length=line.length + 1,
            depth=line.depth + {"(": 1, ")": -1}.get(sign, 0),
            related=line.related or sign in _RELATIONS,
            last="9" if sign in DIGITS else sign,
            digits=line.digits + (sign in DIGITS) if in_number else 0,
            pointed=in_number and (line.pointed or sign == "."),
            places=line.places + (line.pointed and sign in DIGITS) if in_number else 0,
        )

    def accepts(self, line: Line) -> bool:
        """Whether what was read so far is a whole line."""
        return line.depth == 0 and (line.at_end_of_number or line.last == "=")

    def _may_follow(self, line: Line, sign: str) -> bool:
        if sign not in self.alphabet:
            return False
        if sign in DIGITS:
            return line.last != ")" and line.digits < MOST_DIGITS and line.places < grammar.MOST_PLACES
        match sign:
            case ".":
                return line.last == "9" and not line.pointed and line.digits < MOST_DIGITS
            case "(":
                return line.at_start_of_number and line.depth < DEEPEST
            case ")":
                return line.at_end_of_number and line.depth > 0
            case "=" | "<" | ">":
                return line.at_end_of_number and line.depth == 0 and not line.related
            case "-":
                return line.at_end_of_number or line.last in ("", "(", *_RELATIONS)
        return line.at_end_of_number


EXPRESSION = Expressions()


@dataclass(frozen=True)
class Verdict:
    """What there is to say of a line. `value` is that of a sum, or of the left side; None where it has none.

    `holds` is whether two sides compare as was written, and None where there is one side alone.
    """

    sentence: str
    value: Fraction | None = None
    holds: bool | None = None


class _Side(NamedTuple):
    written: str
    value: Fraction

    @property
    def result(self) -> str:
        """The value in one line: a decimal where it ends within four places, else a mixed number."""
        text = grammar.written_number(self.value, "decimal")
        return in_line(grammar.written_number(self.value, "mixed") if "/" in text else text)


def evaluate(text: str) -> Verdict:
    """The verdict on a line: `= 26` of `12+7×2`, "1 + 2 is 3, not 4." of `1+2=4`.

    Any text at all may be given; one that is no line of arithmetic gets a sentence that says what is missing.
    """
    left, *rest = re.split(r"([=<>])", text, maxsplit=1)
    relation, right = rest or ("=", "")
    try:
        if relation == "=" and not right.strip():
            return _sum(_side(left))
        return _compared(_side(left), Comparison(relation), _side(right))
    except QuestionRefused as refused:
        return Verdict(refused.sentence)


def _side(text: str) -> _Side:
    if not text.strip():
        raise QuestionRefused("Write a sum, such as 12 + 7 × 2.")
    prompt, value = notation.read_side(text)
    return _Side(prompts.plain(prompt), value)


def _sum(side: _Side) -> Verdict:
    return Verdict(f"= {side.result}", side.value)


def _compared(left: _Side, written: Comparison, right: _Side) -> Verdict:
    true = Comparison.between(left.value, right.value)
    holds = written is true
    return Verdict(
        _equation(left, right) if written is Comparison.EQUAL else _order(left, true, right), left.value, holds
    )


def _equation(left: _Side, right: _Side) -> str:
    if left.value == right.value:
        return f"{left.written} is {right.written}."
    if right.written == right.result:
        return f"{left.written} is {left.result}, not {right.result}."
    return f"{left.written} is {left.result}, but {right.written} is {right.result}."


_SAID = {Comparison.LESS: "less than", Comparison.EQUAL: "equal to", Comparison.GREATER: "greater than"}


def _order(left: _Side, true: Comparison, right: _Side) -> str:
    return f"{left.written} is {_SAID[true]} {right.written}."
