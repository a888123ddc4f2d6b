"""Which misconceptions lead to an answer."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from quizzes.rules import grammar
from quizzes.rules.misconceptions.catalogue import CATALOGUE
from quizzes.rules.misconceptions.kinds import Misconception, bare
from quizzes.rules.questions import Question
from quizzes.rules.values import Value

_REMEMBERED = 2_000  # questions: a class has few different ones, and many answers to each


def diagnose(question: Question, text: str) -> tuple[Misconception, ...]:
    """All that predict this answer, the most specific first; none for a right answer or one that cannot be marked.

    A misconception that leads to one answer is more specific than one that leads to several; careless ones come last.
    Never ask about doubtful ink: one misread digit can look like a misconception.
    """
    value = grammar.parse(text, question.format)
    if isinstance(value, grammar.NotAnAnswer):
        return ()
    found = [
        (CATALOGUE[name].careless, len(answers), name)
        for name, answers in predictions(question).items()
        if bare(value) in answers
    ]
    return tuple(CATALOGUE[name] for *_, name in sorted(found, key=lambda each: each[:2]))


def opportunities(question: Question) -> frozenset[str]:
    """The ids of the misconceptions that would show in a wrong answer to this question."""
    return frozenset(predictions(question))


@lru_cache(maxsize=_REMEMBERED)
def predictions(question: Question) -> Mapping[str, frozenset[Value]]:
    """The answers that each misconception leads to, by its id, of those that would show."""
    predicted = {each.id: each.predictions(question) for each in CATALOGUE.values()}
    return MappingProxyType({name: answers for name, answers in predicted.items() if answers})
