"""Where a student stands in an assignment: which question is next, and how each stands."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from quizzes.models import Answer, AskedQuestion, Assignment, Sitting
from quizzes.rules import scoring
from quizzes.rules.game import Game, Pace, Phase
from quizzes.rules.marking import Outcome
from quizzes.rules.practice import PARAMETERS


class LeftOut(StrEnum):
    """Why a question of a live game is in nobody's score."""

    SKIPPED = "skipped"
    NOT_ASKED = "not asked"


@dataclass(frozen=True)
class QuestionState:
    """How one question stands for one student. `answers` are in the order of giving."""

    asked: AskedQuestion
    answers: tuple[Answer, ...]
    tries_allowed: int

    @property
    def tries_left(self) -> int:
        """An unread answer uses up no try."""
        used = sum(answer.mark != Outcome.UNREAD for answer in self.answers)
        return max(0, self.tries_allowed - used)

    @property
    def last(self) -> Answer | None:
        return self.answers[-1] if self.answers else None

    @property
    def marks(self) -> tuple[Outcome, ...]:
        return tuple(Outcome(answer.mark) for answer in self.answers)

    @property
    def right(self) -> bool:
        return Outcome.RIGHT in self.marks

    @property
    def done(self) -> bool:
        left_to_teacher = self.last is not None and self.last.left_to_teacher
        return self.right or self.tries_left == 0 or left_to_teacher

    @property
    def outcome(self) -> Outcome | None:
        """How the question stands; None before the first answer."""
        return scoring.outcome_of(self.marks)


@dataclass(frozen=True)
class SittingState:
    """`questions` are those that the student may know of, in the student's order; `game` where they are played live."""

    sitting: Sitting
    questions: tuple[QuestionState, ...]
    game: Game | None = None

    @property
    def is_led(self) -> bool:
        """Whether the teacher says which question is next, and when this is finished."""
        return self.game is not None and self.game.settings.pace is Pace.LED

    @property
    def answered(self) -> int:
        return sum(state.done for state in self.questions)

    @property
    def total(self) -> int:
        """How many questions there will be: those of a round of practice are asked as the student goes."""
        if self.sitting.finished_at is not None:
            return len(self.questions)
        if self.game is not None:
            return len(self.game.questions) - len(self.game.skipped)
        return PARAMETERS.in_a_round if self.sitting.assignment.is_practice else len(self.questions)

    @property
    def current(self) -> QuestionState | None:
        """The first question in the student's order that is not done; None when all are, or were once.

        In a led game the question that is being asked, until it is done.
        """
        if self.sitting.finished_at is not None:
            return None
        return next((state for state in self.questions if not state.done and self._is_open(state)), None)

    @property
    def finished(self) -> bool:
        return self.sitting.finished_at is not None or (self.current is None and not self.is_led)

    def of(self, question_id: int) -> QuestionState:
        return next(state for state in self.questions if state.asked.pk == question_id)

    def _is_open(self, state: QuestionState) -> bool:
        if self.game is None or not self.is_led:
            return True
        return self.game.phase is Phase.QUESTION and self.game.question == state.asked.pk


def sitting_state(sitting: Sitting, *, with_ink: bool = False) -> SittingState:
    """Two queries, and one for the game where it was not selected with the assignment.

    The student's own order of questions; of a live game, without those that were not asked yet or were skipped. The
    ink stays in the database but where it is shown.
    """
    game = game_of(sitting.assignment)
    asked = {row.pk: row for row in sitting.assignment.questions.all()}
    given = Answer.objects.filter(sitting=sitting).order_by("number")
    answers = group_by_question(given if with_ink else given.defer("strokes"))
    return SittingState(
        sitting,
        tuple(
            QuestionState(asked[pk], tuple(answers[pk]), sitting.assignment.tries_allowed)
            for pk in sitting.order
            if pk in asked and left_out(game, pk) is None
        ),
        game,
    )


def game_of(assignment: Assignment) -> Game | None:
    """The live game as it is kept; None of what is done alone."""
    return assignment.game.value if assignment.is_live else None


def is_in_play(game: Game, question: int) -> bool:
    """Whether the players know of the question, and it counts."""
    return left_out(game, question) is None


def left_out(game: Game | None, question: int) -> LeftOut | None:
    """Why the question counts for nobody; None of one that does, as all do that are done alone."""
    if game is None:
        return None
    if question in game.skipped:
        return LeftOut.SKIPPED
    return None if game.was_asked(question) else LeftOut.NOT_ASKED


def group_by_question(answers: Iterable[Answer]) -> dict[int, list[Answer]]:
    grouped: dict[int, list[Answer]] = defaultdict(list)
    for answer in answers:
        grouped[answer.question_id].append(answer)
    return grouped
