"""What a student's answers say together: a misconception recurs, a slip does not.

Cox (1975) found systematic errors in subtraction with one child in eight, and that these recur from one question to
the next while careless ones do not. So one wrong answer makes nothing likely.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from quizzes.rules.marking import Outcome
from quizzes.rules.misconceptions.catalogue import CATALOGUE
from quizzes.rules.misconceptions.diagnosis import diagnose, opportunities
from quizzes.rules.misconceptions.kinds import Misconception
from quizzes.rules.questions import Question

LEAST_UNIQUE_HITS = 2
LEAST_OPPORTUNITIES = 3
FORGOTTEN_AFTER = 3
"""Opportunities in a row without a hit. ASSISTments takes three right in a row for mastery of a skill."""

_AS_OFTEN_AS_NOT = Fraction(1, 2)
_MOSTLY = Fraction(2, 3)
"""A misconception that shows less often than this, in three opportunities or more, takes no other's hits from it."""


@dataclass(frozen=True)
class Evidence:
    """A question and the answer to it: the text that was marked, or None where its ink was doubtful."""

    question: Question
    text: str | None
    outcome: Outcome


@dataclass(frozen=True)
class Finding:
    """A misconception that is likely, or may be.

    `hits` are places in the history, in order, where it leads to the answer. At those among them that are `unique` no
    other does, leaving out careless ones and those that the history speaks against. There are so many `opportunities`
    where it would show if it were there.
    """

    misconception: Misconception
    hits: tuple[int, ...]
    unique: tuple[int, ...]
    opportunities: int

    @property
    def is_likely(self) -> bool:
        """Two unique hits in three opportunities at least, and it shows at least as often as not."""
        return (
            len(self.unique) >= LEAST_UNIQUE_HITS
            and self.opportunities >= LEAST_OPPORTUNITIES
            and len(self.hits) >= _AS_OFTEN_AS_NOT * self.opportunities
        )


def likely(history: Sequence[Evidence]) -> tuple[Finding, ...]:
    """The misconceptions that recur in a history, oldest answer first; those with most hits first.

    What went by three opportunities in a row without a hit is forgotten, and begins anew. Unread and doubtful answers
    say nothing; nor does another try at the question right before, which only repeats what was said.
    """
    return tuple(finding for finding in suspected(history) if finding.is_likely)


def suspected(history: Sequence[Evidence]) -> tuple[Finding, ...]:
    """All misconceptions that the history does not speak against, from one hit on: the hypotheses to tell apart."""
    places = [_place(at, each) for at, each in enumerate(history) if _says_something(history, at)]
    shown = frozenset[str]().union(*(place.shown for place in places))
    stretches = {name: _stretch(name, places) for name in CATALOGUE if name in shown}
    rivals = {name for name, stretch in stretches.items() if _shows(name, stretch, _MOSTLY)}
    findings = [
        _finding(name, stretch, rivals)
        for name, stretch in stretches.items()
        if _shows(name, stretch, _AS_OFTEN_AS_NOT)
    ]
    return tuple(sorted(findings, key=lambda finding: -len(finding.hits)))


_MARKED = {Outcome.RIGHT, Outcome.WRONG}


@dataclass(frozen=True)
class _Place:
    """A place of the history: the ids of what could show there, and of what did."""

    at: int
    could_show: frozenset[str]
    shown: frozenset[str]


_Stretch = Sequence[_Place]
"""The opportunities of a misconception since it was last forgotten."""


def _says_something(history: Sequence[Evidence], at: int) -> bool:
    evidence = history[at]
    again = at > 0 and history[at - 1].question == evidence.question
    return evidence.text is not None and evidence.outcome in _MARKED and not again


def _place(at: int, evidence: Evidence) -> _Place:
    wrong = evidence.text if evidence.outcome is Outcome.WRONG else None
    found = () if wrong is None else diagnose(evidence.question, wrong)
    return _Place(at, opportunities(evidence.question), frozenset(each.id for each in found if not each.careless))


def _stretch(name: str, places: Sequence[_Place]) -> _Stretch:
    stretch: list[_Place] = []
    for place in places:
        if name in place.could_show:
            stretch.append(place)
        if len(stretch) >= FORGOTTEN_AFTER and not _hits(name, stretch[-FORGOTTEN_AFTER:]):
            stretch = []
    return stretch


def _hits(name: str, stretch: _Stretch) -> tuple[_Place, ...]:
    return tuple(place for place in stretch if name in place.shown)


def _shows(name: str, stretch: _Stretch, often: Fraction) -> bool:
    """Whether it has shown, and does so often enough as far as the history tells."""
    hits = len(_hits(name, stretch))
    return hits > 0 and (len(stretch) < LEAST_OPPORTUNITIES or hits >= often * len(stretch))


def _finding(name: str, stretch: _Stretch, rivals: set[str]) -> Finding:
    hits = _hits(name, stretch)
    return Finding(
        CATALOGUE[name],
        hits=tuple(place.at for place in hits),
        unique=tuple(place.at for place in hits if place.shown & rivals <= {name}),
        opportunities=len(stretch),
    )
