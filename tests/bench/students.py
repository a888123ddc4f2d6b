"""Simulated students: one misconception or none, careless slips, and a reader that misreads now and then."""

import random
from collections.abc import Collection
from dataclasses import dataclass
from fractions import Fraction

from quizzes.rules import grammar
from quizzes.rules.marking import Outcome, is_right
from quizzes.rules.misconceptions import Evidence
from quizzes.rules.misconceptions.diagnosis import predictions
from quizzes.rules.questions import Question
from quizzes.rules.values import Comparison, Value

SLIPS = 0.10
MISREADS = 0.03
DOUBTFUL = 2 / 3
"""Of the misreads, those whose ink the reader doubts, so that nothing is diagnosed."""

_CLOSE = (-10, -2, -1, 1, 2, 10)
_ALIKE = {"1": "7", "7": "1", "0": "6", "6": "05", "4": "9", "9": "4", "5": "63", "3": "58", "8": "3"}


@dataclass(frozen=True)
class Student:
    """Gets everything right but where `misconception`, the id of one, shows, where it slips, and where it is misread.

    Of several answers that a misconception leads to, one is taken at random.
    """

    misconception: str | None
    rng: random.Random

    def answer(self, question: Question) -> Evidence:
        text = self._slip(question) if self.rng.random() < SLIPS else self._meant(question)
        if self.rng.random() < MISREADS:
            if self.rng.random() < DOUBTFUL:
                return Evidence(question, None, Outcome.UNREAD)
            text = self._misread(question, text)
        return Evidence(question, text, Outcome.RIGHT if is_right(question, text) else Outcome.WRONG)

    def _meant(self, question: Question) -> str:
        shown = predictions(question).get(self.misconception or "", frozenset())
        written = sorted(grammar.render(value, question.format) for value in shown)
        return self.rng.choice(written) if written else question.answer

    def _slip(self, question: Question) -> str:
        """Near the answer that was meant: miscounted, a digit one off, two digits exchanged, the other sign."""
        meant = self._meant(question)
        value = grammar.parse(meant, question.format)
        if isinstance(value, Comparison):
            return str(self.rng.choice([sign for sign in Comparison if sign is not value]))
        near: list[Value] = []
        if isinstance(value, Fraction) and value.denominator == 1:
            near = [value + by for by in _CLOSE]
        texts = [grammar.render(each, question.format) for each in near if grammar.can_write(each, question.format)]
        texts += _written(question, [*_one_off(meant), *_exchanged(meant)])
        return self.rng.choice(texts or [meant])

    def _misread(self, question: Question, text: str) -> str:
        misread = [text[:at] + other + text[at + 1 :] for at, sign in enumerate(text) for other in _ALIKE.get(sign, "")]
        return self.rng.choice(_written(question, misread) or [text])


def _one_off(text: str) -> Collection[str]:
    return [
        text[:at] + str(int(sign) + by) + text[at + 1 :]
        for at, sign in enumerate(text)
        for by in (-1, 1)
        if sign.isdecimal() and 0 <= int(sign) + by <= 9
    ]


def _exchanged(text: str) -> Collection[str]:
    return [
        text[:at] + text[at + 1] + text[at] + text[at + 2 :]
        for at in range(len(text) - 1)
        if text[at : at + 2].isdecimal()
    ]


def _written(question: Question, texts: Collection[str]) -> list[str]:
    return [text for text in texts if not isinstance(grammar.parse(text, question.format), grammar.NotAnAnswer)]
