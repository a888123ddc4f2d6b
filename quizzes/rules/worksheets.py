"""A quiz on paper: its versions, and how many questions stand beside each other."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from quizzes.rules.questions import Layout, Question

MOST_VERSIONS = 4
MOST_COLUMNS = 3
_SHORT = 24  # characters, of which two questions and their boxes stand side by side on A4
_SHUFFLES = 20


@dataclass(frozen=True)
class Sheet:
    """One version. `name` is a letter, or empty where there is only one; `questions` are in the order of the paper."""

    name: str
    questions: tuple[Question, ...]


def sheets(questions: Sequence[Question], versions: int, rng: random.Random) -> tuple[Sheet, ...]:
    """The first version as the quiz is, the others shuffled, each in an order of its own where there are enough."""
    if versions == 1:
        return (Sheet("", tuple(questions)),)
    orders = [tuple(questions)]
    while len(orders) < versions:
        orders.append(_another_order(orders, rng))
    return tuple(Sheet(chr(ord("A") + place), order) for place, order in enumerate(orders))


def columns_that_fit(questions: Sequence[Question]) -> int:
    """Two where every question is short; pictures and words want the whole width."""
    return 2 if all(_is_short(question) for question in questions) else 1


def _another_order(orders: Sequence[tuple[Question, ...]], rng: random.Random) -> tuple[Question, ...]:
    """An order that is not among those, unless chance gives none in a few tries: two questions have only two."""
    order = list(orders[0])
    for _ in range(_SHUFFLES):
        rng.shuffle(order)
        if tuple(order) not in orders:
            break
    return tuple(order)


def _is_short(question: Question) -> bool:
    return question.figure is None and (question.layout is Layout.COLUMN or len(question.plain()) <= _SHORT)
