"""What a player's answers are worth. Derived from the answers each time, never added up apart from them.

Accuracy first: a wrong answer costs nothing, and nothing else earns as much as a right one. Points and accuracy are
always shown apart, so that points never speak for what a child knows.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from quizzes.rules.marking import Outcome

FOR_RIGHT = 100
FOR_STREAK = 10
"""More for each right answer before this one, up to LONGEST_STREAK of them."""

LONGEST_STREAK = 5
FOR_SPEED = 50
"""At most: half of what being right is worth, so that a guess at once never beats an answer thought about."""

AT_ONCE = 2.0
"""Seconds of thought within which the whole of FOR_SPEED is earned: below, it is the hand and the screen that differ,
not how well a fact is known."""

AT_LEISURE = 20.0
"""Seconds of thought from which nothing is earned for speed: whoever works it out has nothing to lose by care."""


@dataclass(frozen=True)
class Turn:
    """What came of one question: None where the player did not answer. `seconds` of thought, None where unknown."""

    outcome: Outcome | None
    seconds: float | None = None


@dataclass(frozen=True)
class Tally:
    """`right` of `answered` is the accuracy: what nobody could read is in neither. `streak` as it stands now."""

    points: int = 0
    right: int = 0
    answered: int = 0
    streak: int = 0


def tally(turns: Sequence[Turn], *, speed: bool = False) -> Tally:
    """What the turns come to, in the order of the questions.

    A wrong answer halves the streak instead of ending it; what is unread or was not answered leaves it as it is.
    """
    points = right = answered = streak = 0
    for turn in turns:
        match turn.outcome:
            case Outcome.RIGHT:
                points += FOR_RIGHT + FOR_STREAK * min(streak, LONGEST_STREAK)
                points += speed_points(turn.seconds) if speed else 0
                right, answered, streak = right + 1, answered + 1, streak + 1
            case Outcome.WRONG:
                answered, streak = answered + 1, streak // 2
    return Tally(points, right, answered, streak)


def speed_points(seconds: float | None) -> int:
    """From FOR_SPEED, for whoever answers AT_ONCE, evenly down to nothing AT_LEISURE; nothing where it is unknown."""
    if seconds is None:
        return 0
    share = (AT_LEISURE - seconds) / (AT_LEISURE - AT_ONCE)
    return round(FOR_SPEED * min(max(share, 0.0), 1.0))
