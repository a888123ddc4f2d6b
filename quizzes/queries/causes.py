"""Why answers are wrong: what may have led to them, over a whole class."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from quizzes.models import Answer, Assignment, LiveGame
from quizzes.queries.left_out import left_out_in
from quizzes.rules.marking import Outcome
from quizzes.rules.misconceptions import CATALOGUE, Misconception
from quizzes.rules.names import alphabetical
from quizzes.rules.questions import Question
from quizzes.rules.typesetting import in_line


@dataclass(frozen=True)
class Case:
    """One wrong answer that a misconception leads to. `alone`: no other one does, careless ones apart."""

    answer: Answer
    student: str
    question: Question
    line: str
    alone: bool


@dataclass(frozen=True)
class Cause:
    """A misconception, and the answers of a class that it leads to, a student's together. `ink` is that of one of
    them, where one was drawn."""

    misconception: Misconception
    cases: tuple[Case, ...]
    ink: list[Any] | None

    @property
    def by_student(self) -> tuple[tuple[str, tuple[Case, ...]], ...]:
        """The students as on a class list, each with the cases; two of one name are two."""
        own: dict[tuple[str, int], list[Case]] = defaultdict(list)
        for case in self.cases:
            own[case.student, case.answer.sitting_id].append(case)
        return tuple((student, tuple(cases)) for (student, _), cases in own.items())

    @property
    def students(self) -> tuple[str, ...]:
        return tuple(student for student, _ in self.by_student)

    @property
    def sure(self) -> bool:
        """Whether any of the answers has no other cause."""
        return any(case.alone for case in self.cases)


@dataclass(frozen=True)
class Causes:
    """What leads to several wrong answers, and what would explain a single one, which proves nothing."""

    often: tuple[Cause, ...]
    once: tuple[Cause, ...]


def causes(assignment: Assignment) -> Causes:
    """The misconceptions that lead to wrong answers of the assignment, those of most students first.

    Careless slips are left out: they say nothing of a class. Doubtful ink has no causes, and nor has an answer that a
    teacher marked right. Where several would explain an answer, those count that other answers of the same student show
    alone: 52 − 17 = 45 says nothing new of a child who also wrote 63 − 29 = 46. Two queries, and one for each
    ink shown.
    """
    wrong = list(
        Answer.objects.counting()
        .filter(sitting__assignment=assignment, mark=Outcome.WRONG)
        .exclude(misconceptions=[])
        .exclude(question__in=left_out_in(LiveGame.objects.filter(assignment=assignment)))
        .select_related("sitting__student", "question")
        .defer("strokes", "reading")
        .order_by("question__position", "number")
    )
    shown = _shown_alone(wrong)
    cases: dict[str, list[Case]] = defaultdict(list)
    for answer in wrong:
        fitting = systematic(answer)
        case = _case(answer, assignment.classroom.decimal_sign, alone=len(fitting) == 1)
        of_the_student = tuple(one for one in fitting if (answer.sitting_id, one.id) in shown)
        for misconception in of_the_student or fitting:
            cases[misconception.id].append(case)
    found = [_cause(CATALOGUE[name], cases[name]) for name in sorted(cases)]
    ordered = sorted(found, key=lambda cause: (-len(cause.students), -len(cause.cases)))
    return Causes(
        often=tuple(cause for cause in ordered if len(cause.cases) > 1),
        once=tuple(cause for cause in ordered if len(cause.cases) == 1),
    )


def named(answer: Answer) -> tuple[Misconception, ...]:
    """What may have led to the answer, most specific first; a name that the catalogue no longer has is passed over."""
    if answer.mark != Outcome.WRONG:
        return ()
    return tuple(CATALOGUE[name] for name in answer.misconceptions if name in CATALOGUE)


def systematic(answer: Answer) -> tuple[Misconception, ...]:
    """As `named`, without what is careless."""
    return tuple(misconception for misconception in named(answer) if not misconception.careless)


def _shown_alone(wrong: Iterable[Answer]) -> set[tuple[int, str]]:
    """Sittings, each with a misconception that is all that would explain one of its answers."""
    fitting = ((answer.sitting_id, systematic(answer)) for answer in wrong)
    return {(sitting, every[0].id) for sitting, every in fitting if len(every) == 1}


def _case(answer: Answer, decimal_sign: str, *, alone: bool) -> Case:
    return Case(
        answer=answer,
        student=answer.sitting.student.name,
        question=answer.question.question,
        line=in_line(answer.text, decimal_sign),
        alone=alone,
    )


def _cause(misconception: Misconception, cases: Iterable[Case]) -> Cause:
    listed = sorted(cases, key=lambda case: (alphabetical(case.student), case.answer.sitting_id))
    telling = sorted(listed, key=lambda case: not case.alone)
    drawn = next((case.answer for case in telling if case.answer.source == Answer.Source.DRAWN), None)
    return Cause(misconception, tuple(listed), drawn.strokes if drawn else None)
