"""A question is a value: what is asked, the answer, and the form that answers have.

`write` makes one from a teacher's notation and works the answer out; `write_text` takes the answer as given.
What was asked is stored with `to_json`, so that later rules never rewrite it.
"""

import re
from collections.abc import Hashable
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from typing import Any, Self

from quizzes.rules import demands as asking
from quizzes.rules import grammar, keyboards, prompts
from quizzes.rules.columns import column
from quizzes.rules.figures import NumberLine
from quizzes.rules.grammar import FORMATS, NotAnAnswer
from quizzes.rules.lexemes import LONGEST
from quizzes.rules.prompts import BLANK, Kind, Prompt, Token
from quizzes.rules.refusals import QuestionRefused
from quizzes.rules.typesetting import MINUS
from quizzes.rules.values import CURRENCIES, Value
from quizzes.rules.words import tidy
from quizzes.rules.working import work_out

__all__ = ["Question", "QuestionRefused", "write", "write_text"]

VERSION = 1
HIGHEST_LEVEL = 99
_SET_AS_NUMBER = re.compile(
    rf"""(?<![\w.,:/{MINUS}-])                            # no part of a date, a time or a longer number
    ( (?:[0-9]{{1,3}}\ )?[0-9]{{1,3}}/[1-9][0-9]{{0,3}}  # 3/4, 2 3/4
    | [{CURRENCIES}]?[0-9]{{1,6}}\.[0-9]{{1,4}} )          # 0.45, £3.20
    (?![\w/%] | [.,:][0-9])""",
    re.VERBOSE,
)


class Layout(StrEnum):
    """How a page sets the prompt. In columns, two numbers stand above each other with the sign beside them."""

    LINE = "line"
    COLUMN = "column"


@dataclass(frozen=True)
class Question:
    """A prompt with one blank, and the answer in the canonical text of its format.

    `skill` is a code of `skills.SKILLS`, or empty where a teacher wrote the question; `level` counts from 1,
    and 0 is none. `notation` is what was written. `layout` is how a page sets the prompt, in a line or in columns;
    `figure` is drawn above it; `demands` are what an answer must have beside its value.
    Raises QuestionRefused where these make no question.
    """

    prompt: Prompt
    answer: str
    format: str
    skill: str = ""
    level: int = 0
    notation: str = ""
    layout: Layout = Layout.LINE
    figure: NumberLine | None = None
    demands: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.format not in FORMATS:
            raise QuestionRefused(f"There is no format “{self.format}”.")
        if sum(token.kind is Kind.BLANK for token in self.prompt) != 1:
            raise QuestionRefused("A question has exactly one box to fill.")
        value = grammar.parse(self.answer, self.format)
        if isinstance(value, NotAnAnswer) or not grammar.can_write(value, self.format):
            raise QuestionRefused(f"The answer “{self.answer}” is not {FORMATS[self.format].hint}.")
        if grammar.render(value, self.format) != self.answer:
            raise QuestionRefused(f"The answer “{self.answer}” is not in its plainest form.")
        if not 0 <= self.level <= HIGHEST_LEVEL:
            raise QuestionRefused(f"A level is a number from 0 to {HIGHEST_LEVEL}.")
        asking.check(self.demands, value, self.format)
        if self.layout is Layout.COLUMN:
            column(self.prompt)

    @property
    def value(self) -> Value:
        """The exact value of the answer."""
        value = grammar.parse(self.answer, self.format)
        assert not isinstance(value, NotAnAnswer)  # noqa: S101 - __post_init__ saw to it
        return value

    @property
    def answer_in_full(self) -> str:
        """The answer as the question wants it written: with all its decimals, as a mixed number, with its unit."""
        shaped = asking.shaped(self.demands, self.value, self.format)
        unit = asking.unit(self.demands)
        return f"{shaped}{'' if unit == '%' else ' '}{unit}" if unit else shaped

    @property
    def has_letters(self) -> bool:
        """Whether the answer is typed with letters, words or a unit: nobody reads those from ink."""
        return self.format == "text" or bool(asking.unit(self.demands))

    @property
    def is_text(self) -> bool:
        """Whether the question is words with an answer given, rather than notation that was worked out."""
        return any(token.kind is Kind.TEXT for token in self.prompt)

    def plain(self) -> str:
        """The question in one line: `7 × 8 = □`."""
        return prompts.plain(self.prompt)

    def spoken(self) -> str:
        """The question as a person says it: `7 times 8`, `17 divided by 5 with remainder`."""
        said = prompts.spoken(self.prompt)
        if self.format == "remainder" and not self.is_text:
            said += " with remainder"
        return f"{self.figure.spoken()} {said}" if self.figure else said

    def as_practice_of(self, skill: str, level: int) -> "Question":
        """The same question, counted towards a skill."""
        return replace(self, skill=skill, level=level)

    @property
    def key(self) -> Hashable:
        """Equal for questions that are the same to a child: 7 × 8 and 8 × 7."""
        match self.prompt:
            case (left, Token(Kind.OPERATOR, "+" | "×") as sign, right, relation, Token(Kind.BLANK)):
                return sign.text, *sorted((left.text, right.text)), relation.text
        return self.plain(), str(self.figure or "")

    def to_json(self) -> dict[str, Any]:
        """What of layout, figure and demands is as usual is left out."""
        usual = {"layout": Layout.LINE.value, "figure": "", "demands": []}
        more = {"layout": self.layout.value, "figure": str(self.figure or ""), "demands": list(self.demands)}
        return {
            "version": VERSION,
            "prompt": prompts.to_json(self.prompt),
            "answer": self.answer,
            "format": self.format,
            "skill": self.skill,
            "level": self.level,
            "notation": self.notation,
        } | {name: value for name, value in more.items() if value != usual[name]}

    @classmethod
    def from_json(cls, data: Any) -> Self:
        """The question that `to_json` wrote. Raises QuestionRefused for anything else."""
        if not isinstance(data, dict) or not _MEMBERS <= set(data) <= _MEMBERS | _MORE:
            raise QuestionRefused("This is not a stored question.")
        if data["version"] != VERSION:
            raise QuestionRefused(f"This question is of version {data['version']}; this site reads {VERSION}.")
        words = [data["answer"], data["format"], data["skill"], data["notation"]]
        layout, figure, asked = data.get("layout", Layout.LINE), data.get("figure", ""), data.get("demands", [])
        if not isinstance(asked, list) or layout not in set(Layout) or type(data["level"]) is not int:
            raise QuestionRefused("This stored question is damaged.")
        if not all(isinstance(word, str) for word in [*words, *asked, figure]):
            raise QuestionRefused("This stored question is damaged.")
        return cls(
            prompt=prompts.from_json(data["prompt"]),
            answer=data["answer"],
            format=data["format"],
            skill=data["skill"],
            level=data["level"],
            notation=data["notation"],
            layout=Layout(layout),
            figure=NumberLine.of(figure) if figure else None,
            demands=tuple(asked),
        )


_MEMBERS = {"version", "prompt", "answer", "format", "skill", "level", "notation"}
_MORE = {"layout", "figure", "demands"}


def write(
    notation: str,
    *,
    layout: Layout = Layout.LINE,
    figure: NumberLine | None = None,
    demands: tuple[str, ...] = (),
) -> Question:
    """The question that a teacher wrote, with its answer worked out exactly.

    `7 × 8`, `_ + 5 = 12`, `3/4 _ 2/3`, `17 ÷ 5 = _ r _`, `£3.50 + £1.20`; the module `notation` tells the whole
    grammar. The format follows from the answer: of numbers it is `whole` where six digits will do, else `integer`,
    `decimal`, `fraction` or `mixed`. Raises QuestionRefused with a sentence that says what to change, and where.
    """
    prompt, value = work_out(notation)
    form = _format_of(value, prompts.plain(prompt))
    if form is None:
        raise QuestionRefused("The answer is too long to write in a box: use easier numbers.")
    form = asking.format_for(demands, form)
    return Question(
        prompt,
        grammar.render(value, form),
        form,
        notation=notation.strip(),
        layout=layout,
        figure=figure,
        demands=demands,
    )


def write_text(
    prompt: str,
    answer: str,
    format_name: str = "",
    *,
    layout: Layout = Layout.LINE,
    figure: NumberLine | None = None,
    demands: tuple[str, ...] = (),
) -> Question:
    """A question in words with the answer that the teacher gives.

    The box is where `_` stands in the prompt, or at its end. Fractions and decimals among the words are numbers, set
    and said as such. Where no format is chosen it follows from the answer:
    what is no kind of number is `text`, which is typed. Raises QuestionRefused as `write` does.
    """
    words = _words(prompt, "question")
    before, *after = re.split(r"_+", words)
    if len(after) > 1:
        raise QuestionRefused("That has more than one box to fill: use only one _ .")
    if not after:
        before, after = f"{before} ", [""]
    if not before.strip() and not after[0].strip():
        raise QuestionRefused("Write the question beside the box.")
    asked = (*_told(before), BLANK, *_told(after[0]))
    given = _words(answer, "answer")
    followed = _format_written(given, beside=before.rstrip()[-1:] + after[0].lstrip()[:1])
    form = format_name or asking.format_for(demands, followed)
    value = grammar.parse(given, form)
    if isinstance(value, NotAnAnswer) or not grammar.can_write(value, form):
        raise QuestionRefused(f"The answer “{given}” is not {FORMATS[form].hint}.")
    text = grammar.render(value, form)
    return Question(asked, text, form, notation=words, layout=layout, figure=figure, demands=demands)


def _told(words: str) -> Prompt:
    """Words as tokens: a fraction, mixed number, decimal or price is a number, all else is text."""
    pieces = _SET_AS_NUMBER.split(words)
    kinds = (Kind.TEXT, Kind.NUMBER)
    return tuple(Token(kinds[place % 2], piece) for place, piece in enumerate(pieces) if piece)


def _format_of(value: Value, written: str) -> str | None:
    """The plainest format that can write `value`, in fractions where the question is `written` in them.

    `digit` is never chosen: it would tell the child how long the answer is. Nor is `whole` for a sum of fractions:
    1/2 + 1/2 may be answered 2/2, and 2/4 is a wrong answer that says a lot.
    """
    if isinstance(value, Fraction):
        parts = ("mixed", "fraction") if re.search(r"[0-9] [0-9]+/", written) else ("fraction",)
        wholes = () if re.search(r" [+−] ", written) and "/" in written else ("whole", "integer")
        choices = (*wholes, *parts) if "/" in written else ("whole", "integer", "decimal", "fraction")
    else:
        choices = ("remainder", "comparison", "money", "time", "text")
    return next((choice for choice in choices if grammar.can_write(value, choice)), None)


def _format_written(answer: str, beside: str) -> str:
    """The format that the answer is written in. `beside` are the characters next to the box: `£_` asks for money."""
    telling = {"comparison": "<=>", "time": ":", "remainder": "rR", "money": CURRENCIES}
    for form, signs in telling.items():
        shown = answer + beside if form == "money" else answer
        if set(signs) & set(shown) and not isinstance(grammar.parse(answer, form), NotAnAnswer):
            return form
    number = grammar.parse(answer, "number")
    found = None if isinstance(number, NotAnAnswer) else _format_of(number, keyboards.number(answer))
    return found or "text"


def _words(text: str, what: str) -> str:
    words = tidy(text)
    if not words:
        raise QuestionRefused(f"The {what} is empty: write it.")
    if len(words) > LONGEST:
        raise QuestionRefused(f"The {what} is longer than {LONGEST} characters: shorten it.")
    return words
