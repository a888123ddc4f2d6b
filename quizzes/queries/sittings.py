"""Where a student stands in an assignment: which question is next, and how each stands."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from quizzes.models import Answer, AskedQuestion, Sitting
from quizzes.rules import scoring
from quizzes.rules.marking import Outcome
from quizzes.rules.practice import PARAMETERS


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
    sitting: Sitting
    questions: tuple[QuestionState, ...]

    @property
    def answered(self) -> int:
        return sum(state.done for state in self.questions)

    @property
    def total(self) -> int:
        """How many questions there will be: those of a round of practice are asked as the student goes."""
        under_way = self.sitting.assignment.is_practice and self.sitting.finished_at is None
        return PARAMETERS.in_a_round if under_way else len(self.questions)

    @property
    def current(self) -> QuestionState | None:
        """The first question in the student's order that is not done; None when all are, or were once."""
        if self.sitting.finished_at is not None:
            return None
        return next((state for state in self.questions if not state.done), None)

    def of(self, question_id: int) -> QuestionState:
        return next(state for state in self.questions if state.asked.pk == question_id)


def sitting_state(sitting: Sitting, *, with_ink: bool = False) -> SittingState:
    """Two queries. The student's own order of questions. The ink stays in the database but where it is shown."""
    asked = {row.pk: row for row in sitting.assignment.questions.all()}
    given = Answer.objects.filter(sitting=sitting).order_by("number")
    answers = group_by_question(given if with_ink else given.defer("strokes"))
    return SittingState(
        sitting,
        tuple(
            QuestionState(asked[pk], tuple(answers[pk]), sitting.assignment.tries_allowed)
            for pk in sitting.order
            if pk in asked
        ),
    )


def group_by_question(answers: Iterable[Answer]) -> dict[int, list[Answer]]:
    grouped: dict[int, list[Answer]] = defaultdict(list)
    for answer in answers:
        grouped[answer.question_id].append(answer)
    return grouped
