"""Classrooms and rosters, as their teacher sees them."""

from dataclasses import dataclass

from django.db.models import Count, Max, Q, QuerySet
from django.db.models.functions import Lower

from quizzes.models import Answer, Assignment, Classroom, Student, User
from quizzes.rules.names import alphabetical


def classrooms_of(teacher: User) -> QuerySet[Classroom]:
    """Each with `student_count`, `locked_count` and `assignment_count`. One query."""
    seated = Q(students__removed_at=None, students__guest_in=None)
    return (
        Classroom.objects.visible_to(teacher)
        .annotate(
            student_count=Count("students", filter=seated, distinct=True),
            locked_count=Count("students", filter=seated & Q(students__locked_at__isnull=False), distinct=True),
            assignment_count=Count("assignments", filter=Q(assignments__practised_by=None), distinct=True),
        )
        .order_by(Lower("name"), "pk")
    )


def roster(classroom: Classroom) -> list[Student]:
    """Those in the classroom now, each with `last_sat_at`. One query."""
    return _with_last_sitting(classroom.students.seated())


def removed_students(classroom: Classroom) -> list[Student]:
    """Those taken off the roster whose answers were kept, each with `last_sat_at`. One query."""
    return _with_last_sitting(classroom.students.filter(guest_in=None).exclude(removed_at=None))


def _with_last_sitting(students: QuerySet[Student]) -> list[Student]:
    found = students.annotate(last_sat_at=Max("sittings__started_at"))
    return sorted(found, key=lambda student: alphabetical(student.name))


def assignments_given_to(classroom: Classroom) -> QuerySet[Assignment]:
    """The newest first, each with its live game and `finished_count` of those on the roster now. One query."""
    on_roster = Q(sittings__student__removed_at=None, sittings__student__guest_in=None)
    finished = Count("sittings", filter=on_roster & Q(sittings__finished_at__isnull=False))
    return classroom.assignments.given().with_game().annotate(finished_count=finished)


@dataclass(frozen=True)
class Loss:
    """What goes with a classroom."""

    students: int
    assignments: int
    answers: int


def loss(classroom: Classroom) -> Loss:
    return Loss(
        students=classroom.students.seated().count(),
        assignments=classroom.assignments.given().count(),
        answers=Answer.objects.filter(sitting__assignment__classroom=classroom).count(),
    )
