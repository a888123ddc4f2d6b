"""What a misconception is: words for people, and the wrong answers that it predicts."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from fractions import Fraction

from quizzes.rules import grammar
from quizzes.rules.misconceptions.shapes import right_value
from quizzes.rules.questions import Question, write, write_text
from quizzes.rules.values import Money, Value


@dataclass(frozen=True)
class Example:
    """A question in a teacher's notation and the wrong answer to it.

    A question in words has its right answer beside it, since nobody can work that out. Where `format` is empty, it
    follows from the right answer. `skill` is that of a story of this site.
    """

    question: str
    wrong: str
    right: str = ""
    format: str = ""
    skill: str = ""

    def asked(self) -> Question:
        if self.right:
            return replace(write_text(self.question, self.right, self.format), skill=self.skill)
        question = write(self.question)
        form = self.format or question.format
        return replace(question, answer=grammar.render(question.value, form), format=form)


@dataclass(frozen=True)
class Misconception:
    """A way of getting answers wrong that has been seen in children.

    `name` and `teach`, what to teach next, are for teachers; `explanation` is for the child. `skills` are codes of
    `skills.SKILLS` to practise. `source` says who described it. A `careless` one recurs by chance alone: it never
    becomes likely, nor does it make another less so.
    """

    id: str
    name: str
    explanation: str
    example: Example
    teach: str
    skills: tuple[str, ...]
    source: str
    predict: Callable[[Question], Iterable[Value]] = field(repr=False, compare=False)
    careless: bool = False

    def predictions(self, question: Question) -> frozenset[Value]:
        """The wrong answers that it leads to, each of which the question's format can write; empty where it does not
        show. Money has no currency here."""
        right = bare(right_value(question))
        predicted = {_answer(value, question.format) for value in self.predict(question)}
        return frozenset(value for value in predicted if value != right and grammar.can_write(value, question.format))


def _answer(value: Value, format_name: str) -> Value:
    """The value as an answer of that format: a number may be so much money."""
    if format_name == "money" and isinstance(value, Fraction) and value >= 0:
        return Money(value)
    return bare(value)


def bare(value: Value) -> Value:
    """The value without its currency, which no misconception is about."""
    return replace(value, currency="") if isinstance(value, Money) else value
