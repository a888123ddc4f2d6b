"""What a student may know of an answer, and when: the one place that decides whether a key may be seen."""

from dataclasses import dataclass

from quizzes.models import Answer, AskedQuestion, Assignment
from quizzes.queries.causes import systematic
from quizzes.queries.sittings import QuestionState, SittingState
from quizzes.rules.game import Game
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


def marks_shown(state: SittingState, question: int) -> bool:
    """After each question, or when the sitting is finished; in a led game, when the question is over for everybody."""
    if state.game is not None and state.is_led:
        return is_revealed(state.game, question)
    sitting = state.sitting
    return sitting.assignment.show_marks == Assignment.ShowMarks.EACH or sitting.finished_at is not None


def is_revealed(game: Game, question: int) -> bool:
    """Whether everybody may know the key of a question of a led game."""
    return game.is_revealed(question) or (game.is_over and game.was_asked(question))


def shown(answer: Answer, state: SittingState) -> Shown:
    """*Unread* tells nothing of the key, so it is always said, of ink that the reader has seen.

    Except of what the clock has cut short: that is unread where it is not right.
    """
    mark = Outcome(answer.mark)
    tells = mark is not Outcome.UNREAD or answer.cut_short
    if answer.awaits_reader or (tells and not marks_shown(state, answer.question_id)):
        return Shown(answer, None, "", None)
    key = correct_answer(state.of(answer.question_id), state)
    return Shown(answer, mark, answer.note, key, hint="" if key is None else _hint(answer))


def correct_answer(question: QuestionState, state: SittingState) -> str | None:
    """The key, once it can no longer be used: the question is done and its marks are shown."""
    if state.game is not None and state.is_led:
        return key_of(question.asked, state.game)
    if not (question.done and marks_shown(state, question.asked.pk)):
        return None
    if not question.right and question.tries_left > 0 and state.sitting.finished_at is None:
        return None  # left to the teacher: the child may still be asked to write it again
    return question.asked.question.answer_in_full


def key_of(asked: AskedQuestion, game: Game) -> str | None:
    """The key of a question of a led game, for everybody who plays: also for who did not answer."""
    return asked.question.answer_in_full if is_revealed(game, asked.pk) else None


def _hint(answer: Answer) -> str:
    found = systematic(answer)
    return found[0].explanation if len(found) == 1 else ""
