"""What a student's answers say together: a misconception recurs, a slip does not.

Cox (1975) found that one child in eight makes systematic errors in subtraction, and that these recur from one question
to the next, while careless ones do not. So one wrong answer makes nothing likely.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from quizzes.rules.marking import Outcome
from quizzes.rules.misconceptions.catalogue import CATALOGUE
from quizzes.rules.misconceptions.diagnosis import diagnose, opportunities
from quizzes.rules.misconceptions.kinds import Misconception
from quizzes.rules.questions import Question

LEAST_UNIQUE_HITS = 2
LEAST_OPPORTUNITIES = 3
FORGOTTEN_AFTER = 3
"""Opportunities in a row without a hit. Three right in a row is what ASSISTments takes for mastery."""


@dataclass(frozen=True)
class Evidence:
    """A question and the answer to it: the text that was marked, or None where its ink was doubtful."""

    question: Question
    text: str | None
    outcome: Outcome


@dataclass(frozen=True)
class Finding:
    """A misconception that is likely. `hits` are places in the history, in order, where it leads to the answer;
    in `unique` of them no other misconception does, careless ones apart."""

    misconception: Misconception
    hits: tuple[int, ...]
    unique: int
    opportunities: int


def likely(history: Sequence[Evidence]) -> tuple[Finding, ...]:
    """The misconceptions that show in a history, oldest answer first; those with most hits first.

    It takes two unique hits in three opportunities, since the last time that three opportunities in a row went by
    without a hit. Unread and doubtful answers say nothing.
    """
    told = [(place, each) for place, each in enumerate(history) if each.text is not None and _was_marked(each)]
    signs = [(place, opportunities(each.question), _systematic(each)) for place, each in told]
    findings = [_finding(misconception, signs) for misconception in CATALOGUE.values() if not misconception.careless]
    return tuple(sorted((each for each in findings if each is not None), key=lambda each: -len(each.hits)))


_Sign = tuple[int, frozenset[str], tuple[Misconception, ...]]
"""A place in the history, the ids that could show there, and the misconceptions that did."""


def _was_marked(evidence: Evidence) -> bool:
    return evidence.outcome is not Outcome.UNREAD


def _systematic(evidence: Evidence) -> tuple[Misconception, ...]:
    if evidence.outcome is Outcome.RIGHT or evidence.text is None:
        return ()
    return tuple(each for each in diagnose(evidence.question, evidence.text) if not each.careless)


def _finding(misconception: Misconception, signs: Sequence[_Sign]) -> Finding | None:
    hits: list[int] = []
    unique = chances = missed = 0
    for place, could_show, shown in signs:
        if misconception.id not in could_show:
            continue
        chances += 1
        if misconception in shown:
            hits.append(place)
            unique += len(shown) == 1
            missed = 0
            continue
        missed += 1
        if missed == FORGOTTEN_AFTER:
            hits, unique, chances, missed = [], 0, 0, 0
    if unique < LEAST_UNIQUE_HITS or chances < LEAST_OPPORTUNITIES:
        return None
    return Finding(misconception, tuple(hits), unique, chances)
