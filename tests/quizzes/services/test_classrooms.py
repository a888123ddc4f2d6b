import pytest

from quizzes.models import Answer, Assignment, Classroom, Correction, SeatToken, Sitting, Student
from quizzes.rules import codes
from quizzes.rules.marking import Outcome
from quizzes.rules.refusals import RosterRefused
from quizzes.services.classrooms import (
    add_students,
    change_student,
    create_classroom,
    names_to_add,
    remove_student,
    renew_code,
    restore_student,
)
from quizzes.services.corrections import correct_answer
from quizzes.services.refusals import NotEditable
from quizzes.services.seats import take_seat
from tests.conftest import PIN
from tests.quizzes.giving import drawn

pytestmark = pytest.mark.django_db


def names(classroom):
    return sorted(classroom.students.seated().values_list("name", flat=True))


def test_a_classroom_gets_a_code_of_six_symbols_that_is_its_own(alice):
    made = {create_classroom(teacher=alice, name="4B", emblem="bear").code for _ in range(20)}

    assert len(made) == 20
    assert all(codes.is_code(code) for code in made)


def test_a_code_that_somebody_has_is_drawn_again(alice, classroom, monkeypatch):
    drawn = iter([classroom.code, classroom.code, "HFK67P"])
    monkeypatch.setattr(codes, "new_code", lambda rng: next(drawn))

    assert create_classroom(teacher=alice, name="5C", emblem="bear").code == "HFK67P"


def test_renewing_changes_the_code_and_nothing_else(classroom):
    old = classroom.code

    renew_code(classroom=classroom)

    changed = Classroom.objects.get()
    assert changed.code != old
    assert (changed.name, changed.emblem) == ("4B", "orion")


def test_names_are_told_apart_from_each_other_and_from_the_roster(classroom, zoe):
    add_students(classroom=classroom, roster="zoe zimmer, Will\nWill")

    assert names(classroom) == ["Will", "Will 2", "Zoe Zimmer", "zoe zimmer 2"]


def test_a_list_with_something_that_is_no_name_adds_nobody(classroom):
    with pytest.raises(RosterRefused, match=r"Line 2, “\?”, is no name"):
        add_students(classroom=classroom, roster="Zoe\n?")

    assert names(classroom) == []


def test_what_would_be_added_is_said_without_adding(classroom, zoe):
    assert names_to_add(classroom=classroom, roster="Zoe Zimmer") == ["Zoe Zimmer 2"]
    assert names(classroom) == ["Zoe Zimmer"]


def test_two_on_the_roster_cannot_have_one_name(classroom, zoe, yan):
    with pytest.raises(NotEditable, match="There is another zoe zimmer in 4B"):
        change_student(student=yan, name="zoe zimmer", left_handed=False)


def test_removing_keeps_the_student_and_ends_every_seat(classroom, zoe):
    take_seat(student=zoe, pin=PIN)

    remove_student(student=zoe, erase=False)

    assert names(classroom) == []
    assert Student.objects.get().removed_at is not None
    assert not SeatToken.objects.exists()


def test_erasing_leaves_nothing(classroom, zoe):
    take_seat(student=zoe, pin=PIN)

    remove_student(student=zoe, erase=True)

    assert not Student.objects.exists()
    assert not SeatToken.objects.exists()


def test_erasing_takes_answers_ink_and_corrections_and_nobody_elses(assignment, zoe, yan, alice):
    hers, other = drawn(zoe, assignment, 1, "54"), drawn(yan, assignment, 1, "54")
    correct_answer(answer=hers, teacher=alice, mark=Outcome.RIGHT, reason="I can read it")

    remove_student(student=zoe, erase=True)

    assert list(Sitting.objects.values_list("student", flat=True)) == [yan.pk]
    assert list(Answer.objects.values_list("pk", flat=True)) == [other.pk]
    assert not Correction.objects.exists()


def test_a_restored_student_has_the_old_pin_and_a_free_name(classroom, zoe):
    take_seat(student=zoe, pin=PIN)
    remove_student(student=zoe, erase=False)
    add_students(classroom=classroom, roster="ZOE ZIMMER")

    restored = restore_student(student=Student.objects.get(pk=zoe.pk))

    assert names(classroom) == ["ZOE ZIMMER", "Zoe Zimmer 2"]
    assert take_seat(student=restored, pin=PIN)


@pytest.mark.parametrize(
    "change",
    [
        lambda student: add_students(classroom=student.classroom, roster="Will"),
        lambda student: change_student(student=student, name="Zed", left_handed=False),
        lambda student: remove_student(student=student, erase=False),
        lambda student: remove_student(student=student, erase=True),
        lambda student: restore_student(student=student),
    ],
    ids=["add", "change", "remove", "erase", "restore"],
)
def test_a_change_of_the_roster_is_news_for_the_results(assignment, zoe, change):
    before = assignment.version

    change(zoe)

    assert Assignment.objects.get().version == before + 1
