"""Scores of a sitting, and which wrong marks deserve a second look at the ink.

A question counts by its best moment: right if any try was right. Otherwise the last try speaks. One that nobody
could read is neither for nor against the child: it stays open until the child or the teacher settles it.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quizzes.rules.marking import Outcome, is_right, mark
from quizzes.rules.questions import Question

PLAUSIBLE = 0.01
"""From this probability on, the right answer among the readings makes a wrong mark worth a look. Low, since a look
costs a teacher a moment and a misread answer costs a child the mark."""


@dataclass(frozen=True)
class Score:
    """How many questions of a sitting stand how."""

    right: int
    wrong: int
    unread: int
    unanswered: int

    @property
    def total(self) -> int:
        """All questions that were asked."""
        return self.right + self.wrong + self.unread + self.unanswered

    @property
    def marked(self) -> int:
        """The questions that are settled."""
        return self.right + self.wrong

    @property
    def counting(self) -> int:
        """The questions that can count: all but those that nobody could read."""
        return self.total - self.unread

    @property
    def percent(self) -> int | None:
        """Right of the marked, rounded half up: how it goes so far. None before anything is marked."""
        return _percent(self.right, self.marked)

    @property
    def final_percent(self) -> int | None:
        """Right of all that can count, unanswered questions with them and unread ones without: for the gradebook."""
        return _percent(self.right, self.counting)


def outcome_of(tries: Sequence[Outcome]) -> Outcome | None:
    """The outcome of a question after its tries, first to last, corrections applied; None where it has none."""
    if Outcome.RIGHT in tries:
        return Outcome.RIGHT
    return tries[-1] if tries else None


def score(outcomes: Iterable[Outcome | None]) -> Score:
    """The score of a sitting, from the outcome of each question that was asked; see `outcome_of`."""
    counts = Counter(outcomes)
    return Score(
        right=counts[Outcome.RIGHT],
        wrong=counts[Outcome.WRONG],
        unread=counts[Outcome.UNREAD],
        unanswered=counts[None],
    )


def look_at_the_ink(
    alternatives: Iterable[tuple[str, float] | Sequence[str | float]],
    text: str,
    question: Question,
    threshold: float = PLAUSIBLE,
) -> bool:
    """Whether a wrong mark may be a misread right answer: for the teacher, and never a change of the mark.

    `text` is what was marked; `alternatives` are the reader's other texts with their probabilities. All those with
    the right value count together.
    """
    if mark(question, text).outcome is not Outcome.WRONG:
        return False
    plausible = sum(float(chance) for other, chance in alternatives if is_right(question, str(other)))
    return plausible >= threshold


def _percent(part: int, whole: int) -> int | None:
    return (200 * part + whole) // (2 * whole) if whole else None
