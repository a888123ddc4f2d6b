"""The notation in which teachers write questions, read by recursive descent.

    question = side [ "=" [ side ] ]           the box is at the end where none is written
             | side box side                   the box is the sign: <, = or >
             | number "÷" number [ "=" [ box ] ] "r" [ box ]
             | item { "," item }               a sequence, of numbers and one box (at the end where none is written)
    side     = term { ( "+" | "−" ) term }
    term     = factor { ( "×" | "÷" | "of" ) factor }
    factor   = "−" factor | "√" base | base [ "%" | power ] [ unit ]
    base     = "(" side ")" | number | box | fraction
    number   = 7 | 0.5 | 0,5 | 1/2 | 1 1/2 | £3.50 | 3,50 € | 3:45
    fraction = 3/_ | _/4 | 1 _/4 | _ 1/4      with the box in it
    power    = ² | ³ | ^4        unit = min | h        box = _ | ? | □

Times is `×`, `*`, `x` or `·`; divided by is `÷`, `:` or `/`. A slash right between two whole numbers makes
a fraction (`1/2 + 1/4`), and so it does between a whole number and a box; it divides where it has spaces, stands beside
brackets, or is the whole question (`12/4` asks for 3). What looks like a time, `3:45`, is one beside another time, or
where minutes or hours are added (`3:45 + 20 min`); alone it is refused unless it divides evenly. Written as `r`, `rem`
or `remainder`, the remainder belongs to the one box.

`%` is a hundredth, and `of` multiplies: `25% of 80`. A root or a power must come out even; `_² = 49` asks for the
positive number, 7. Of sequences `sequences` tells more.
"""

import re
from dataclasses import dataclass, field
from fractions import Fraction

from quizzes.rules import prompts, sequences
from quizzes.rules.equations import BOX, Asked, Division, Equation, Inequality, Ratio, Sequence, Within, plain_number
from quizzes.rules.lexemes import BOXES, END, Lexeme, checked, lexemes, tells_times
from quizzes.rules.powers import power, root
from quizzes.rules.prompts import BAR, BLANK, COMMA, EQUALS, REST, Kind, Prompt, Token
from quizzes.rules.refusals import QuestionRefused
from quizzes.rules.typesetting import MINUS
from quizzes.rules.values import CURRENCIES, Time

DEEPEST = 10
HIGHEST_POWER = 20

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_DEGREES = {"√": 2, "∛": 3}
_REMAINDER = re.compile(
    rf"(?P<division>.*?[0-9]) ?=? ?(?:_+|[{BOXES}])? ?r(?:em|emainder)? ?(?:_+|[{BOXES}])?", re.IGNORECASE
)


def read(notation: str, unit: Fraction = Fraction(1)) -> Asked:
    """What the notation says. Raises QuestionRefused with a sentence that says what to change, and where.

    `unit` is what £1, $1 or €1 is worth, and a minute.
    """
    text = checked(notation)
    asked = _REMAINDER.fullmatch(text)
    if asked:
        return _division(_Reader(_divided(lexemes(asked["division"]))).question())
    parts = sequences.items(text)
    if parts is None:
        return _Reader(_divided(lexemes(text, timed=tells_times(text))), unit).question()
    timed = tells_times(" ".join(parts))
    return _sequence([lexemes(part, timed=timed) for part in parts], unit)


def read_side(notation: str) -> tuple[Prompt, Fraction]:
    """One side of a question, without a box, and the number that it comes to. Raises QuestionRefused as `read` does."""
    return _Reader(_divided(lexemes(checked(notation)))).side()


def _division(asked: Equation | Inequality) -> Division:
    match asked.prompt:
        case (Token(Kind.NUMBER, left), Token(Kind.OPERATOR, "÷"), Token(Kind.NUMBER, right), Token(), Token()):
            if left.isdecimal() and right.isdecimal():
                return Division((*asked.prompt, REST), int(left), int(right))
    raise QuestionRefused("A remainder goes with one division of whole numbers: write 17 ÷ 5 = _ r _ .")


def _sequence(parts: list[list[Lexeme]], unit: Fraction) -> Sequence:
    boxes = sum(lexeme.kind == "box" for part in parts for lexeme in part)
    if boxes > 1:
        raise QuestionRefused("That has more than one box to fill: use only one _ .")
    read = [_Reader(part, unit).item() for part in parts]
    if not boxes:
        read.append(((BLANK,), None))
    tokens = [token for prompt, _ in read for token in (*prompt, COMMA)]
    return Sequence(tuple(tokens[:-1]), tuple(number for _, number in read))


def _divided(lexemes: list[Lexeme]) -> list[Lexeme]:
    """The lexemes, with a fraction that is the whole question taken for the division that it must be."""
    asked = [lexeme for lexeme in lexemes if lexeme.kind not in {"equals", "box"}]
    if [lexeme.kind for lexeme in asked] != ["number"] or " " in asked[0].written:
        return lexemes
    above, slash, below = asked[0].token.text.partition("/")
    if not slash:
        return lexemes
    division = [
        Lexeme("number", above, Token(Kind.NUMBER, above)),
        Lexeme("sign", "/", Token(Kind.OPERATOR, "÷")),
        Lexeme("number", below, Token(Kind.NUMBER, below)),
    ]
    at = lexemes.index(asked[0])
    return [*lexemes[:at], *division, *lexemes[at + 1 :]]


@dataclass
class _Reader:
    """Reads lexemes from left to right, keeping the prompt of what it has read."""

    lexemes: list[Lexeme]
    unit: Fraction = Fraction(1)
    at: int = 0
    depth: int = 0
    prompt: list[Token] = field(default_factory=list)
    divisors: list[Ratio] = field(default_factory=list)
    within: list[Within] = field(default_factory=list)
    in_fraction: bool = False

    def question(self) -> Equation | Inequality:
        left = self._side()
        if self._next().kind == "box":
            return self._inequality(left.number())
        boxed = BLANK in self.prompt
        if self._next().kind == "end":
            if boxed:
                raise QuestionRefused(f"After “{self._said()}” the = and the other side are missing.")
            right = self._result()
        else:
            self._take()  # a side ends at the = or at the end
            right = self._result() if self._next().kind == "end" and not boxed else self._side()
        if BLANK not in self.prompt:
            raise QuestionRefused("There is nothing to fill in: put _ where the answer goes.")
        return Equation(
            tuple(self.prompt), left, right, tuple(self.divisors), tuple(self.within), in_fraction=self.in_fraction
        )

    def _inequality(self, left: Fraction) -> Inequality:
        self._take()
        right = self._side()
        if self._next().kind != "end":
            raise QuestionRefused("A box between two numbers asks for < = or >, so there is no other = .")
        return Inequality(tuple(self.prompt), left, right.number())

    def item(self) -> tuple[Prompt, Fraction | None]:
        """One number of a sequence, or its box: None."""
        if [lexeme.kind for lexeme in self.lexemes] == ["box"]:
            return (BLANK,), None
        if not self.lexemes:
            raise QuestionRefused("Between two commas of this sequence a number is missing.")
        signed = self._next().token.text == MINUS
        if [lexeme.kind for lexeme in self.lexemes[signed:]] != ["number"]:
            raise QuestionRefused("A sequence is of numbers, commas and one _ : write 4, 7, 10, _ .")
        number = self._factor().number()
        return tuple(self.prompt), number

    def side(self) -> tuple[Prompt, Fraction]:
        total = self._side()
        if self._next().kind != "end" or BLANK in self.prompt:
            raise QuestionRefused("Write numbers and signs alone, without = and _ .")
        return tuple(self.prompt), total.number()

    def _result(self) -> Ratio:
        """The box at the end, which the teacher left out."""
        if self.prompt[-1] != EQUALS:
            self.prompt.append(EQUALS)
        self.prompt.append(BLANK)
        return BOX

    def _side(self) -> Ratio:
        total = self._term()
        while self._next().token.text in {"+", MINUS}:
            sign = self._take().token.text
            term = self._term()
            total = total + (term if sign == "+" else -term)
        self._end_of_side()
        return total

    def _end_of_side(self) -> None:
        following = self._next()
        if following.kind in {"end", "equals"} or self._compares():
            if self.depth:
                raise QuestionRefused(f"After “{self._said()}” a closing bracket is missing.")
        elif following.written != ")":
            last = prompts.plain((self.prompt[-1],))
            raise QuestionRefused(f"Between “{last}” and “{following.written}” a sign is missing: + − × or ÷.")
        elif not self.depth:
            raise QuestionRefused(f"After “{self._said()}” there is a closing bracket too many.")

    def _compares(self) -> bool:
        """Whether what follows is a box with another side behind it: the box stands for a sign."""
        behind = self.lexemes[self.at + 1 : self.at + 2]
        starts = any(each.kind in {"number", "root"} or each.token.text in {"(", MINUS} for each in behind)
        return self._next().kind == "box" and starts and BLANK not in self.prompt

    def _term(self) -> Ratio:
        product = self._factor()
        while self._next().token.text in {"×", "÷", "of"}:
            sign = self._take().token.text
            factor = self._factor()
            product = product * (self._divisor(factor).reciprocal() if sign == "÷" else factor)
        return product

    def _divisor(self, divisor: Ratio) -> Ratio:
        if divisor.always_zero:
            raise QuestionRefused("Dividing by zero has no answer.")
        if not divisor.constant:
            self.divisors.append(divisor)
        return divisor

    def _factor(self) -> Ratio:
        lexeme = self._next()
        if lexeme.token.text == MINUS:
            return self._negative()
        if lexeme.kind == "root":
            return self._root()
        return self._suffixed(self._base())

    def _base(self) -> Ratio:
        lexeme = self._next()
        if lexeme.written == "(":
            return self._bracket()
        kinds = tuple(each.kind for each in self.lexemes[self.at : self.at + 4])
        match kinds:
            case ("number", "bar", *_) | ("box", "bar", *_):
                return self._fraction()
            case ("number", "number" | "box", "bar", *_):
                return plain_number(self._whole()) + self._fraction()
            case ("box", "number", *_) if "/" in self._next(1).token.text:
                self.in_fraction = True
                self._take()
                return BOX + plain_number(self._worth(self._take().token.text))
            case ("number", *_):
                return plain_number(self._worth(self._take().token.text))
            case ("box", *_):
                self._take()
                return BOX
        raise QuestionRefused(self._missing_number(lexeme))

    def _fraction(self) -> Ratio:
        """`3/_` or `_/4`."""
        self.in_fraction = True
        top = BOX if self._next().kind == "box" else None
        above = self._take_box() if top else plain_number(self._whole())
        self._take()
        below = self._take_box() if top is None else plain_number(self._whole())
        return above * self._divisor(below).reciprocal()

    def _take_box(self) -> Ratio:
        self._take()
        return BOX

    def _whole(self) -> Fraction:
        written = self._next().token.text
        if not written.isdecimal():
            raise QuestionRefused(f"“{written}” is no part of a fraction: put spaces around the / to divide.")
        return Fraction(self._take().token.text)

    def _suffixed(self, base: Ratio) -> Ratio:
        """The base with what clings to it: a percent sign, a power, a unit of time."""
        match self._next().kind:
            case "percent":
                self._take()
                return base * plain_number(Fraction(1, 100))
            case "power":
                if "/" in self.prompt[-1].text or BAR in self.prompt[-2:]:
                    raise QuestionRefused("Put brackets around the fraction that has a power: write (1/2)² .")
                return self._power(base, int(self._take().token.text.translate(_RAISED)))
            case "unit":
                return base * plain_number(self.unit * (1 if self._take().token.text == "min" else 60))
        return base

    def _power(self, base: Ratio, exponent: int) -> Ratio:
        if exponent > HIGHEST_POWER:
            raise QuestionRefused(f"The power is too large: use one up to {HIGHEST_POWER}.")
        if base.constant:
            return plain_number(power(base.number(), exponent))
        if exponent == 0 or (exponent % 2 == 0 and base != BOX):
            raise QuestionRefused("More than one number fits the box: ask for a single answer.")
        return self._enter(Within(base, exponent=exponent, divisors=tuple(self.divisors)))

    def _root(self) -> Ratio:
        degree = _DEGREES[self._take().token.text]
        if self._next().token.text == MINUS:
            raise QuestionRefused("A root is of a number that is not below zero: use another number.")
        base = self._base()
        if base.constant:
            return plain_number(root(base.number(), degree))
        return self._enter(Within(base, degree=degree, divisors=tuple(self.divisors)))

    def _enter(self, inner: Within) -> Ratio:
        """From here on, the power or root with the box in it is the unknown."""
        self.within.append(inner)
        self.divisors.clear()
        return BOX

    def _bracket(self) -> Ratio:
        self._deeper()
        self._take()
        inside = self._side()
        self._take()
        self.depth -= 1
        return inside

    def _negative(self) -> Ratio:
        """A minus before a number is part of it (`-5` is one token); before a bracket or box it is a sign."""
        self.at += 1
        if self._next(1).kind == "power":
            power = self._next(1).token.text
            raise QuestionRefused(f"Put brackets where a minus meets a power: write (−7){power} or −(7{power}).")
        if self._next().kind == "number" and self._next(1).kind not in {"bar", "percent", "unit", "number"}:
            number = self._next().token.text
            self.at += 1
            self.prompt.append(Token(Kind.NUMBER, f"-{number}"))
            return plain_number(-self._worth(number))
        self.prompt.append(Token(Kind.OPERATOR, MINUS))
        self._deeper()
        value = -self._factor()
        self.depth -= 1
        return value

    def _deeper(self) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise QuestionRefused(f"Too many brackets inside one another: use at most {DEEPEST}.")

    def _missing_number(self, lexeme: Lexeme) -> str:
        if self.prompt:
            return f"After “{self._said()}” a number is missing."
        return f"Before “{lexeme.token.text}” a number is missing."

    def _next(self, ahead: int = 0) -> Lexeme:
        at = self.at + ahead
        return self.lexemes[at] if at < len(self.lexemes) else END

    def _take(self) -> Lexeme:
        lexeme = self._next()
        self.at += 1
        self.prompt.append(lexeme.token)
        return lexeme

    def _worth(self, number: str) -> Fraction:
        """The value of a number token without a sign: `7`, `0.5`, `1 1/2`, `£3.50`; of `3:45` in minutes."""
        if ":" in number:
            clock = Time.of(number)
            return (clock.hours * 60 + clock.minutes) * self.unit
        bare = number.lstrip(CURRENCIES)
        value = sum((Fraction(part) for part in bare.split(" ")), Fraction(0))
        return value if bare == number else value * self.unit

    def _said(self) -> str:
        return prompts.plain(tuple(self.prompt))
