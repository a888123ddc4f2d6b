"""The named checks of an answer.

Two questions, two functions. *Can this be marked?* needs no key: a text that the format does not admit is asked for
again and counts for nothing. *Is it right?* is asked only of what can be marked, and looks at the value alone. Every
other check is about how the value is written.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from math import gcd

from quizzes.rules import demands, grammar, units
from quizzes.rules.demands import AS_WRITTEN, IMPROPER, LOWEST_TERMS, MIXED, SHAPES_OF_FRACTIONS
from quizzes.rules.grammar import FORMATS, NotAnAnswer
from quizzes.rules.prompts import Kind, Token
from quizzes.rules.questions import Question
from quizzes.rules.values import Money, Remainder, Time, Value


@dataclass(frozen=True)
class Given:
    """An answer to a question: its text in canonical signs, what it is worth, and the unit that was written behind."""

    question: Question
    plain: str
    value: Value | NotAnAnswer
    unit: str = ""

    @property
    def wanted(self) -> str:
        """The answer as the question wants it, without its unit."""
        return demands.shaped(self.question.demands, self.question.value, self.question.format)

    @property
    def wanted_unit(self) -> str:
        return demands.unit(self.question.demands)


def given(question: Question, text: str) -> Given:
    """`text` in canonical signs, or typed with a point for the decimal sign. Any text at all."""
    amount, unit = units.split(text) if demands.unit(question.demands) else (text, "")
    plain = FORMATS[question.format].plain(amount)
    return Given(question, plain, grammar.parse(amount, question.format), unit)


def canonical(question: Question, text: str, decimal_sign: str) -> str:
    """What was typed in a class with this decimal sign, as ink would be read: `1.250,5` as 1250.5, `15cm` as 15 cm.

    What is no answer stays as it was typed.
    """
    amount, unit = units.split(text) if demands.unit(question.demands) else (text, "")
    plain = " ".join(filter(None, [grammar.canonical(amount, question.format, decimal_sign), unit]))
    return plain if can_be_marked(question, plain) else text


def can_be_marked(question: Question, text: str) -> bool:
    """Whether `text` is an answer of the form asked for. Knows nothing of the right answer."""
    return _is_an_answer(given(question, text))


def is_right(question: Question, text: str) -> bool:
    """Whether `text` has the value asked for, however it is written."""
    return _has_the_value(given(question, text))


def fold(words: str) -> str:
    """Words without what a spelling of the same words may differ in: case, accents, spaces, the stops around them.

    Only the accents of Latin, Greek and Cyrillic fall away; the vowel signs of other scripts are letters.
    """
    apart = unicodedata.normalize("NFKD", words.casefold())
    bare = "".join(character for character in apart if not "\u0300" <= character <= "\u036f")
    alike = "".join(bare.translate(_APOSTROPHES).split())
    return alike.strip(".,;:!?\"'") or alike or words


_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "‐": "-", "–": "-"})


def divisor(question: Question) -> int | None:
    """What a division of whole numbers divides by, where the question is one."""
    match question.prompt:
        case (Token(Kind.NUMBER), Token(Kind.OPERATOR, "÷"), Token(Kind.NUMBER, by), *_) if by.isdecimal():
            return int(by)
    return None


def _is_an_answer(answer: Given) -> bool:
    return not isinstance(answer.value, NotAnAnswer)


def _has_the_value(answer: Given) -> bool:
    key, value = answer.question.value, answer.value
    if isinstance(key, str) and isinstance(value, str):
        return fold(key) == fold(value)
    if isinstance(key, Money) and isinstance(value, Money):
        return value.pays(key)
    if isinstance(key, Time) and isinstance(value, Time):
        return key == value or (value == key.by_twelve and _is_told_by_twelve(answer.question, value))
    return key == value


def _is_told_by_twelve(question: Question, time: Time) -> bool:
    """Whether the time answers the question by a clock of twelve hours: 20 minutes after 12:50 it is 1:10.

    Not where the question counts to 24, as by 14:40, nor where it is the very time to be written anew; and of two
    times only where they are added, for how long it is between them no clock tells.
    """
    asked = question.plain()
    told = [Time(int(hours), int(minutes)) for hours, minutes in _CLOCKS.findall(asked)]
    ends = len(told) == 1 or (told and Token(Kind.OPERATOR, "+") in question.prompt)
    return bool(ends) and time not in told and not any(each.hours > 12 for each in told) and not _OF_24.search(asked)


_CLOCKS = re.compile(r"(?<![0-9:])([0-9]{1,2}):([0-5][0-9])(?![0-9:])")
_OF_24 = re.compile(r"(?<![0-9])24(?![0-9])")


def _leaves_less_than_the_divisor(answer: Given) -> bool:
    by = divisor(answer.question)
    return by is None or not isinstance(answer.value, Remainder) or answer.value.remainder < by


def _has_no_spare_zeros(answer: Given) -> bool:
    """Whether no number in the text begins with one. A time may: 03:45 is how clocks write it."""
    return answer.question.format in {"text", "time"} or not re.search(r"(?<![0-9.])0[0-9]", answer.plain)


def _is_written_as_asked(answer: Given) -> bool:
    """Whether a decimal was answered with a decimal, a fraction with a fraction, money with all its places …"""
    plain, wanted = answer.plain, answer.wanted
    match answer.question.format:
        case "decimal":
            return "/" not in plain
        case "fraction":
            return "." not in plain
        case "mixed":
            return "." not in plain and (" " in plain or " " not in wanted)
        case "remainder":
            return " r " in plain
        case "money":
            return not re.search(r"\.[0-9]?$", plain)
        case "time":
            return answer.value == answer.question.value
    return True


def _is_no_decimal(answer: Given) -> bool:
    return answer.question.format == "text" or "." not in answer.plain


def _is_in_lowest_terms(answer: Given) -> bool:
    """Whether every fraction in the text is: 2/4, 4/1 and 1 5/2 are not. Whatever has no fraction is.

    Where any number will do and the answer is given as a decimal, there are no terms to speak of.
    """
    whole, fraction = _fraction(answer)
    any_number = answer.question.format == "number" and "/" not in answer.question.answer
    if fraction is None or (any_number and LOWEST_TERMS not in answer.question.demands):
        return True
    above, below = fraction
    return gcd(above, below) == 1 and below > 1 and not (whole and above > below)


def _is_mixed(answer: Given) -> bool:
    """Whether no whole is left in a fraction. What is below one, or whole, needs no whole number beside a fraction."""
    _, fraction = _fraction(answer)
    return fraction is None or fraction[0] < fraction[1]


def _is_improper(answer: Given) -> bool:
    whole, _ = _fraction(answer)
    return not whole


def _fraction(answer: Given) -> tuple[str, tuple[int, int] | None]:
    """The whole number before a fraction, and the fraction; empty and None where there are none."""
    *whole, last = answer.plain.split(" ")
    above, slash, below = last.removeprefix("-").partition("/")
    if answer.question.format == "text" or not slash:
        return "", None
    return "".join(whole), (int(above), int(below))


def _has_the_decimals(answer: Given) -> bool:
    wanted = demands.places(answer.question.demands)
    written = len(answer.plain.partition(".")[2])
    return wanted is None or ("/" not in answer.plain and written == wanted)


def _has_a_unit(answer: Given) -> bool:
    return bool(answer.unit) or not answer.wanted_unit


def _has_the_unit(answer: Given) -> bool:
    return not answer.wanted_unit or units.same(answer.unit, answer.wanted_unit)


def _is_spelt_as_given(answer: Given) -> bool:
    return answer.question.format != "text" or answer.value == answer.question.value


def _is_in_the_same_form(answer: Given) -> bool:
    """Whether it is written as the answer is, but for zeros that say nothing and a currency."""
    return _form(answer.plain) == _form(answer.wanted)


def _form(plain: str) -> str:
    bare = plain.lstrip("$£€")
    whole, point, places = re.sub(r"(?<![0-9.])0+(?=[0-9])", "", bare).partition(".")
    return f"{whole or 0}{point}{places}".rstrip("0").rstrip(".") if point else whole


def _always(question: Question) -> bool:
    return True


def _never(question: Question) -> bool:
    return False


def _asks(*asked: str) -> Callable[[Question], bool]:
    return lambda question: bool(set(asked) & set(question.demands))


def _of_form(answer: Given) -> str:
    """What is said where the form is another than the answer's. Never the answer itself."""
    if answer.question.format == "text":
        return "Nearly. Look at how it is spelt."
    if " r " in answer.wanted:
        return "Write the remainder too."
    if "/" in answer.wanted and "/" not in answer.plain:
        return _A_FRACTION
    if "/" in answer.wanted:
        return _SIMPLIFY if _is_mixed(answer) or " " not in answer.wanted else _A_MIXED_NUMBER
    return "Right value: can you write it as a decimal?"


def _of_decimals(answer: Given) -> str:
    count = demands.places(answer.question.demands)
    return f"Right value: write it {demands.in_words(f'places:{count}')}."


_A_FRACTION = "Right value: can you write it as a fraction?"
_A_MIXED_NUMBER = "Right value: can you write it as a mixed number?"
_SIMPLIFY = "Right value: can you simplify it?"


@dataclass(frozen=True)
class Check:
    """Something that an answer may be asked.

    `demanded` says of which questions it decides the mark: `wish` is then what a child is told whose answer does not
    pass, in a sentence or a function that makes one. Else a right answer stays right, and `remark` is said of it;
    `{answer}` stands for the answer as it is usually written. Without a remark it is only asked where it is demanded.
    """

    name: str
    passes: Callable[[Given], bool]
    remark: str = ""
    demanded: Callable[[Question], bool] = _never
    wish: str | Callable[[Given], str] = ""

    def asked_of(self, question: Question) -> bool:
        return bool(self.remark) or self.demanded(question)

    def wishes(self, answer: Given) -> str:
        return self.wish if isinstance(self.wish, str) else self.wish(answer)


FORM = Check("is an answer of the form asked for", _is_an_answer, demanded=_always)
VALUE = Check("has the right value", _has_the_value, demanded=_always, wish="Not yet. Have another look.")
REMAINDER = Check(
    "has a remainder smaller than the divisor",
    _leaves_less_than_the_divisor,
    demanded=lambda question: question.format == "remainder" and divisor(question) is not None,
    wish=lambda answer: f"Not yet. What is left over has to be less than {divisor(answer.question)}.",
)
WRITING: tuple[Check, ...] = (
    Check(
        "has no spare zeros in front",
        _has_no_spare_zeros,
        "Yes, that is right. Without the 0 in front it is {answer}.",
    ),
    Check("is no decimal", _is_no_decimal, demanded=_asks(*SHAPES_OF_FRACTIONS), wish=_A_FRACTION),
    Check(
        "is a mixed number",
        _is_mixed,
        demanded=_asks(MIXED),
        wish=_A_MIXED_NUMBER,
    ),
    Check(
        "is an improper fraction",
        _is_improper,
        demanded=_asks(IMPROPER),
        wish="Right value: can you write it as one fraction, without a whole number in front?",
    ),
    Check("is written as asked", _is_written_as_asked, "Yes, that is right. It is the same as {answer}."),
    Check(
        "is in lowest terms",
        _is_in_lowest_terms,
        "Yes, that is right. In lowest terms it is {answer}.",
        demanded=_asks(LOWEST_TERMS),
        wish=_SIMPLIFY,
    ),
    Check(
        "has the decimals asked for",
        _has_the_decimals,
        demanded=lambda question: demands.places(question.demands) is not None,
        wish=_of_decimals,
    ),
    Check(
        "is spelt as given",
        _is_spelt_as_given,
        "Yes, that is right. It is written {answer}.",
        demanded=_asks(AS_WRITTEN),
        wish=_of_form,
    ),
    Check("is in the same form", _is_in_the_same_form, demanded=_asks(AS_WRITTEN), wish=_of_form),
    Check(
        "has a unit",
        _has_a_unit,
        demanded=lambda question: bool(demands.unit(question.demands)),
        wish="Right value: which unit?",
    ),
    Check(
        "has the unit asked for",
        _has_the_unit,
        demanded=lambda question: bool(demands.unit(question.demands)),
        wish="Right number: look at the unit again.",
    ),
)
"""How a value is written, in the order in which a child is told."""
