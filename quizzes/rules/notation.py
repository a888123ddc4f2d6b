"""The notation in which teachers write questions, read by recursive descent.

    question = side [ "=" [ side ] ]           the box is at the end where none is written
             | side box side                   the box is the sign: <, = or >
             | number "÷" number [ "=" [ box ] ] "r" [ box ]
    side     = term { ( "+" | "−" ) term }
    term     = factor { ( "×" | "÷" ) factor }
    factor   = "−" factor | "(" side ")" | number | box
    number   = 7 | 0.5 | 0,5 | 1/2 | 1 1/2 | £3.50 | 3,50 €
    box      = _ | ? | □

Times is `×`, `*`, `x` or `·`; divided by is `÷`, `:` or `/`. A slash right between two whole numbers makes
a fraction (`1/2 + 1/4`); it divides where it has spaces, stands beside brackets or a box, or is the whole
question (`12/4` asks for 3). What looks like a time, `3:45`, is refused unless it divides
evenly. Written as `r`, `rem` or `remainder`, the remainder belongs to the one box.
"""

import re
from dataclasses import dataclass, field
from fractions import Fraction

from quizzes.rules import automata, grammar, keyboards, prompts
from quizzes.rules.equations import BOX, Asked, Division, Equation, Inequality, Ratio, plain_number
from quizzes.rules.prompts import BLANK, EQUALS, Kind, Prompt, Token
from quizzes.rules.refusals import QuestionRefused
from quizzes.rules.typesetting import MINUS
from quizzes.rules.values import CURRENCIES, Money

LONGEST = 200
DEEPEST = 10
MOST_DIGITS = 9

_SIGNS = {
    **dict.fromkeys("+", "+"),
    "-": MINUS,
    **dict.fromkeys("×*xX·⋅∙✕✖", "×"),
    **dict.fromkeys("÷:/", "÷"),
}
_CLOCK = re.compile(r"(?<![\d.,/:])(?P<hour>[01]?[0-9]|2[0-3]):(?P<minute>[0-5][0-9])(?![\d.,/:])")
_REMAINDER = re.compile(r"(?P<division>.*?[0-9]) ?=? ?(?:_+|[?□☐▢])? ?r(?:em|emainder)? ?(?:_+|[?□☐▢])?", re.IGNORECASE)
_LEXEME = re.compile(
    rf"""\s*(?:
      (?P<money> [{CURRENCIES}]\ ?[.,]?\d(?:[\d.,]*\d)? | \d(?:[\d.,]*\d)?\ ?[{CURRENCIES}](?![\d.,]) )
    | (?P<number>
          (?<![/.,\d]) (?:\d+\ +)? \d+/\d+ (?! \s*[/.,\d])   # 1/2 and 1 1/2, but not a part of 12/4/2
        | \d+[.,]\d+ | [.,]\d+ | \d+ )
    | (?P<box> _+ | [?□☐▢] )
    | (?P<equals> = )
    | (?P<bracket> [()] )
    | (?P<sign> [^\w\s] | [xX] )
    | (?P<other> \S )
    )""",
    re.VERBOSE,
)


@dataclass(frozen=True)
class _Lexeme:
    """A piece of the notation: its kind (a group of _LEXEME), as it was written, and as a prompt shows it."""

    kind: str
    written: str
    token: Token


_END = _Lexeme("end", "", Token(Kind.TEXT))


def read(notation: str, unit: Fraction = Fraction(1)) -> Asked:
    """What the notation says. Raises QuestionRefused with a sentence that says what to change, and where.

    `unit` is what £1, $1 or €1 is worth.
    """
    text = _checked(notation)
    asked = _REMAINDER.fullmatch(text)
    if asked:
        return _division(_Reader(_lexemes(asked["division"]), unit).question())
    _refuse_times(text)
    return _Reader(_lexemes(text), unit).question()


def read_side(notation: str) -> tuple[Prompt, Fraction]:
    """One side of a question, without a box, and the number that it comes to. Raises QuestionRefused as `read` does."""
    return _Reader(_lexemes(_checked(notation))).side()


def _checked(notation: str) -> str:
    text = keyboards.plain(notation)
    if not text:
        raise QuestionRefused("Write a question, such as 7 × 8.")
    if len(text) > LONGEST:
        raise QuestionRefused(f"A question has at most {LONGEST} characters; this one has {len(text)}.")
    return text


def _division(asked: Equation | Inequality) -> Division:
    match asked.prompt:
        case (Token(Kind.NUMBER, left), Token(Kind.OPERATOR, "÷"), Token(Kind.NUMBER, right), Token(), Token()):
            if left.isdecimal() and right.isdecimal():
                return Division(asked.prompt, int(left), int(right))
    raise QuestionRefused("A remainder goes with one division of whole numbers: write 17 ÷ 5 = _ r _ .")


def _refuse_times(text: str) -> None:
    """`3:45 + 0:20` is about times, not about 3/45: what looks like one is no division unless it comes out even."""
    for clock in _CLOCK.finditer(text):
        hour, minute = int(clock["hour"]), int(clock["minute"])
        if minute < 10 or hour % minute:
            raise QuestionRefused(f"“{clock[0]}” looks like a time: ask about times in words, and divide with ÷ .")


def _lexemes(text: str) -> list[_Lexeme]:
    lexemes = [_lexeme(text, match) for match in _LEXEME.finditer(text)]
    boxes = sum(lexeme.kind == "box" for lexeme in lexemes)
    if boxes > 1:
        raise QuestionRefused("That has more than one box to fill: use only one _ .")
    if sum(lexeme.kind == "equals" for lexeme in lexemes) > 1:
        raise QuestionRefused("That has more than one = : use only one.")
    return _divided(lexemes)


def _lexeme(text: str, match: re.Match[str]) -> _Lexeme:
    kind = str(match.lastgroup)
    written = match[kind]
    match kind:
        case "money":
            return _Lexeme("number", written, Token(Kind.NUMBER, _tidy_money(written)))
        case "number":
            return _Lexeme(kind, written, Token(Kind.NUMBER, _tidy_number(written)))
        case "box":
            return _Lexeme(kind, written, BLANK)
        case "equals":
            return _Lexeme(kind, written, EQUALS)
        case "bracket":
            return _Lexeme(kind, written, Token(Kind.BRACKET, written))
        case "sign" if written in _SIGNS:
            return _Lexeme(kind, written, Token(Kind.OPERATOR, _SIGNS[written]))
    raise QuestionRefused(f"“{written}” cannot be read here: use numbers, + − × ÷ ( ) = and _ .")


def _tidy_money(written: str) -> str:
    """The amount as prompts show it: `3,5 €` as €3.50. Raises QuestionRefused where it is none."""
    plain = keyboards.money(written)
    if not automata.MONEY.admits(plain):
        raise QuestionRefused(f"“{written}” is no amount of money: write it as £3.50, with at most 6 digits before.")
    return str(Money.of(plain))


def _tidy_number(written: str) -> str:
    """The number as prompts show it: `0,5` as 0.5, `07` as 7. Raises QuestionRefused if it is too long."""
    if re.fullmatch(r"[0-9]{1,3},[0-9]{3}", written):
        bare, point = written.replace(",", ""), written.replace(",", ".")
        raise QuestionRefused(f"“{written}” can be read in two ways: write {bare}, or {point}.")
    parts = re.split(r"([.,/]| +)", written)
    if any(len(part) > MOST_DIGITS for part in parts):
        raise QuestionRefused(f"“{written}” is too long: use at most {MOST_DIGITS} digits.")
    whole, point, places = written.replace(",", ".").partition(".")
    if len(places) > grammar.MOST_PLACES:
        raise QuestionRefused(f"“{written}” is too long: use at most {grammar.MOST_PLACES} decimal places.")
    if "/" in written and int(parts[-1]) == 0:
        raise QuestionRefused(f"“{written}” has 0 at the bottom: a fraction cannot.")
    tidy = re.sub(r"[0-9]+", lambda digits: str(int(digits[0])), whole or "0")
    return tidy + point + places


def _divided(lexemes: list[_Lexeme]) -> list[_Lexeme]:
    """The lexemes, with a fraction that is the whole question taken for the division that it must be."""
    asked = [lexeme for lexeme in lexemes if lexeme.kind not in {"equals", "box"}]
    if [lexeme.kind for lexeme in asked] != ["number"] or " " in asked[0].written:
        return lexemes
    above, slash, below = asked[0].token.text.partition("/")
    if not slash:
        return lexemes
    division = [
        _Lexeme("number", above, Token(Kind.NUMBER, above)),
        _Lexeme("sign", "/", Token(Kind.OPERATOR, "÷")),
        _Lexeme("number", below, Token(Kind.NUMBER, below)),
    ]
    at = lexemes.index(asked[0])
    return [*lexemes[:at], *division, *lexemes[at + 1 :]]


@dataclass
class _Reader:
    """Reads lexemes from left to right, keeping the prompt of what it has read."""

    lexemes: list[_Lexeme]
    unit: Fraction = Fraction(1)
    at: int = 0
    depth: int = 0
    prompt: list[Token] = field(default_factory=list)
    divisors: list[Ratio] = field(default_factory=list)

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
        return Equation(tuple(self.prompt), left, right, tuple(self.divisors))

    def _inequality(self, left: Fraction) -> Inequality:
        self._take()
        right = self._side()
        if self._next().kind != "end":
            raise QuestionRefused("A box between two numbers asks for < = or >, so there is no other = .")
        return Inequality(tuple(self.prompt), left, right.number())

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
        starts = any(each.kind == "number" or each.token.text in {"(", MINUS} for each in behind)
        return self._next().kind == "box" and starts and BLANK not in self.prompt

    def _term(self) -> Ratio:
        product = self._factor()
        while self._next().token.text in {"×", "÷"}:
            sign = self._take().token.text
            factor = self._factor()
            product = product * (factor if sign == "×" else self._divisor(factor).reciprocal())
        return product

    def _divisor(self, divisor: Ratio) -> Ratio:
        if divisor.always_zero:
            raise QuestionRefused("Dividing by zero has no answer.")
        if not divisor.constant:
            self.divisors.append(divisor)
        return divisor

    def _factor(self) -> Ratio:
        lexeme = self._next()
        if lexeme.kind == "number":
            return plain_number(self._worth(self._take().token.text))
        if lexeme.kind == "box":
            self._take()
            return BOX
        if lexeme.written == "(":
            return self._bracket()
        if lexeme.token.text == MINUS:
            return self._negative()
        raise QuestionRefused(self._missing_number(lexeme))

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
        if self._next().kind == "number":
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

    def _missing_number(self, lexeme: _Lexeme) -> str:
        if self.prompt:
            return f"After “{self._said()}” a number is missing."
        return f"Before “{lexeme.token.text}” a number is missing."

    def _next(self) -> _Lexeme:
        return self.lexemes[self.at] if self.at < len(self.lexemes) else _END

    def _take(self) -> _Lexeme:
        lexeme = self._next()
        self.at += 1
        self.prompt.append(lexeme.token)
        return lexeme

    def _worth(self, number: str) -> Fraction:
        """The value of a number token without a sign: `7`, `0.5`, `1 1/2`, `£3.50`."""
        bare = number.lstrip(CURRENCIES)
        value = sum((Fraction(part) for part in bare.split(" ")), Fraction(0))
        return value if bare == number else value * self.unit

    def _said(self) -> str:
        return prompts.plain(tuple(self.prompt))
