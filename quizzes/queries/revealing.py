"""What a student may know of an answer, and when: the one place that decides whether a key may be seen."""

from dataclasses import dataclass

from quizzes.models import Answer, Assignment
from quizzes.queries.causes import systematic
from quizzes.queries.sittings import QuestionState, SittingState
from quizzes.rules.marking import Outcome


@dataclass(frozen=True)
class Shown:
    """An answer as its student may see it. `mark` and `correct_answer` are None until they may be known.

    `hint` comes with the right answer: what to think of next time, where only one thing explains the wrong one.
    """

    answer: Answer
    mark: Outcome | None
    note: str
    correct_answer: str | None
    hint: str = ""


def marks_shown(state: SittingState) -> bool:
    """After each question, or when the sitting is finished."""
    sitting = state.sitting
    return sitting.assignment.show_marks == Assignment.ShowMarks.EACH or sitting.finished_at is not None


def shown(answer: Answer, state: SittingState) -> Shown:
    """*Unread* tells nothing of the key, so it is always said."""
    mark = Outcome(answer.mark)
    if mark is not Outcome.UNREAD and not marks_shown(state):
        return Shown(answer, None, "", None)
    key = correct_answer(state.of(answer.question_id), state)
    return Shown(answer, mark, answer.note, key, hint="" if key is None else _hint(answer))


def correct_answer(question: QuestionState, state: SittingState) -> str | None:
    """The key, once it can no longer be used: the question is done and its marks are shown."""
    if not (question.done and marks_shown(state)):
        return None
    if not question.right and question.tries_left > 0 and state.sitting.finished_at is None:
        return None  # left to the teacher: the child may still be asked to write it again
    return question.asked.question.answer_in_full


def _hint(answer: Answer) -> str:
    found = systematic(answer)
    return found[0].explanation if len(found) == 1 else ""
