"""Which misconceptions lead to an answer."""

from quizzes.rules import grammar
from quizzes.rules.misconceptions.catalogue import CATALOGUE
from quizzes.rules.misconceptions.kinds import Misconception, bare
from quizzes.rules.questions import Question


def diagnose(question: Question, text: str) -> tuple[Misconception, ...]:
    """All that predict this answer, the most specific first; none for a right answer or one that cannot be marked.

    A misconception that leads to one answer is more specific than one that leads to several; careless ones come last.
    Never ask about doubtful ink: one misread digit can look like a misconception.
    """
    value = grammar.parse(text, question.format)
    if isinstance(value, grammar.NotAnAnswer):
        return ()
    found = [
        (misconception.careless, len(predicted), misconception)
        for misconception in CATALOGUE.values()
        if bare(value) in (predicted := misconception.predictions(question))
    ]
    return tuple(misconception for *_, misconception in sorted(found, key=lambda each: each[:2]))


def opportunities(question: Question) -> frozenset[str]:
    """The ids of the misconceptions that would show in a wrong answer to this question."""
    return frozenset(each.id for each in CATALOGUE.values() if each.predictions(question))
