"""A check of the times tables by the published rules of England's multiplication tables check, in Year 4.

Standards and Testing Agency, *Multiplication tables check assessment framework* (2018, updated 2022), gov.uk: 25
questions of the 121 facts from 2 × 2 to 12 × 12, in no order of difficulty; no question twice, nor turned round; the
first number is the table, and a form has from each table between the least and the most of its Table 1, of the tables
of 2, 5 and 10 together from 3 to 7 (Table 2), and of each second number as Table 1 says, give or take one. Before it
come three practice questions, which are not scored; the 1 times table is not in the check, and serves for these here.

The framework gives 6 seconds to each answer, and 3 seconds between; these were tried with keys, not with handwriting.
"""

import random
from collections import Counter
from functools import cache

from quizzes.rules.questions import Question, write

SCORED = 25
PRACTISED = 3

LIMITS = {
    2: (0, 2),
    3: (1, 3),
    4: (1, 3),
    5: (1, 3),
    6: (2, 4),
    7: (2, 4),
    8: (2, 4),
    9: (2, 4),
    10: (0, 2),
    11: (1, 3),
    12: (2, 4),
}
"""The least and the most questions of each table: Table 1."""

FIRST_TABLES = (2, 5, 10)
FIRST_LIMITS = (3, 7)
"""Those taught first, and how many questions they have together: Table 2."""

Pair = tuple[int, int]


def tables_check(rng: random.Random) -> tuple[Question, ...]:
    """The questions that are scored, in random order."""
    return tuple(_question(left, right, "tables-mixed", 3) for left, right in pick(rng))


def practice_questions(rng: random.Random) -> tuple[Question, ...]:
    """Three different ones to try out how it goes."""
    return tuple(_question(1, number, "times-0-and-1", 1) for number in rng.sample(range(2, 13), PRACTISED))


def pick(rng: random.Random) -> list[Pair]:
    """The facts of a check, in random order."""
    while True:
        pairs = _deal(rng)
        if is_in_order(pairs):
            return pairs


def is_in_order(pairs: list[Pair]) -> bool:
    """Whether the facts make a check by the published rules."""
    tables = Counter(left for left, _ in pairs)
    seconds = Counter(right for _, right in pairs)
    least, most = FIRST_LIMITS
    return (
        len({tuple(sorted(pair)) for pair in pairs}) == len(pairs) == SCORED
        and least <= sum(tables[table] for table in FIRST_TABLES) <= most
        and set(tables) | set(seconds) <= set(LIMITS)
        and all(few <= tables[number] <= many for number, (few, many) in LIMITS.items())
        and all(few - 1 <= seconds[number] <= many + 1 for number, (few, many) in LIMITS.items())
    )


def _deal(rng: random.Random) -> list[Pair]:
    """Facts from a shuffled deck: a table takes what it lacks, and more while there is room for what others lack."""
    deck = [(left, right) for left in LIMITS for right in LIMITS]
    rng.shuffle(deck)
    lacking = {table: least for table, (least, _) in LIMITS.items()}
    room = SCORED - sum(lacking.values())
    tables: Counter[int] = Counter()
    seconds: Counter[int] = Counter()
    taken: dict[Pair, Pair] = {}
    for left, right in deck:
        if len(taken) == SCORED:
            break
        fact = (min(left, right), max(left, right))
        if fact in taken or tables[left] == LIMITS[left][1] or seconds[right] > LIMITS[right][1]:
            continue
        if lacking[left]:
            lacking[left] -= 1
        elif room:
            room -= 1
        else:
            continue
        taken[fact] = (left, right)
        tables[left] += 1
        seconds[right] += 1
    pairs = list(taken.values())
    rng.shuffle(pairs)
    return pairs


@cache
def _question(left: int, right: int, skill: str, level: int) -> Question:
    return write(f"{left} × {right}").as_practice_of(skill, level)
