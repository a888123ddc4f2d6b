"""A guest of a live game is on no list of the class, and in the results of that game alone."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from quizzes.models import Assignment, Classroom, LiveGame, Quiz, Student, User
from quizzes.queries.accounts import belongings
from quizzes.queries.assignments import assignments_with_progress
from quizzes.queries.class_practice import class_practice
from quizzes.queries.classrooms import assignments_given_to, classrooms_of, loss, removed_students, roster
from quizzes.queries.export import table
from quizzes.queries.results import results
from quizzes.queries.seats import seat_choices
from quizzes.rules.game.events import Ended, Started
from quizzes.services.classrooms import add_students, change_student
from quizzes.services.games import join
from quizzes.services.seats import leave_seat, take_guest_seat
from tests.quizzes.gaming import after, play, wrote

SignedIn = Callable[[User], Client]
NAME = "Brave Comet"


@pytest.fixture
def game(quiz: Quiz, classroom: Classroom, zoe: Student, yan: Student) -> LiveGame:
    return play(quiz, classroom, [zoe], guests=True)


@pytest.fixture
def guest_token(game: LiveGame) -> str:
    return take_guest_seat(game=game, name=NAME)


@pytest.fixture
def guest(game: LiveGame, guest_token: str) -> Student:
    """Plays, and has answered the first question."""
    student = Student.objects.get(guest_in=game.assignment)
    wrote(after(join(game=game, student=student), Started()), student, 1, "56")
    return student


def test_a_guest_is_on_no_list(guest: Student, classroom: Classroom, alice: User) -> None:
    assert [student.name for student in roster(classroom)] == ["Yan Yates", "Zoe Zimmer"]
    assert [choice.label for choice in seat_choices(classroom)] == ["Yan", "Zoe"]
    assert [classroom.student_count for classroom in classrooms_of(alice)] == [2]  # type: ignore[attr-defined]
    assert [row.student.name for row in class_practice(classroom, _now()).rows] == ["Yan Yates", "Zoe Zimmer"]
    assert (loss(classroom).students, belongings(alice).students) == (2, 2)


def test_a_guest_is_called_by_both_words_of_the_name(guest: Student, zoe: Student) -> None:
    assert (guest.first_name, zoe.first_name) == ("Brave Comet", "Zoe")


def test_a_guest_who_left_is_not_among_those_taken_off_the_roster(
    guest: Student, guest_token: str, classroom: Classroom
) -> None:
    leave_seat(token=guest_token)

    guest.refresh_from_db()
    assert guest.removed_at is not None
    assert removed_students(classroom) == []


def test_a_guest_has_a_row_after_the_class_in_the_results_of_the_game_alone(
    guest: Student, game: LiveGame, assignment: Assignment
) -> None:
    found = results(Assignment.objects.get(pk=game.assignment_id))

    assert [(row.name, row.guest, row.tally) for row in found.rows] == [
        ("Yan Yates", False, "0 of 1"),
        ("Zoe Zimmer", False, "0 of 1"),
        (NAME, True, "1 of 1"),  # the second question has not been asked
    ]
    assert found.summary == "2 students and 1 guest: 2 are at work, 0 have finished."
    assert [line[0] for line in table(found)] == ["Student", "Yan Yates", "Zoe Zimmer", "Brave Comet (guest)"]
    assert [row.name for row in results(assignment).rows] == ["Yan Yates", "Zoe Zimmer"]


def test_what_a_guest_answered_stays_when_the_guest_leaves_and_an_empty_seat_does_not(
    guest: Student, guest_token: str, game: LiveGame
) -> None:
    leave_seat(token=take_guest_seat(game=game, name="Calm Otter"))
    leave_seat(token=guest_token)

    assert [row.name for row in results(game.assignment).rows if row.guest] == [NAME]


def test_the_progress_of_the_class_leaves_guests_out_and_counts_them_beside_it(
    guest: Student, game: LiveGame, classroom: Classroom, alice: User
) -> None:
    after(game, Ended())

    (given,) = assignments_with_progress(alice)
    assert (given.seats, given.finished, given.not_begun, given.guest_count) == (2, 1, 1, 1)  # type: ignore[attr-defined]
    assert [given.finished_count for given in assignments_given_to(classroom)] == [1]  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", ["student", "student-edit", "student-removal", "student-pin-reset"])
def test_a_guest_has_no_page_of_the_teacher_s(guest: Student, alice: User, signed_in: SignedIn, name: str) -> None:
    assert signed_in(alice).get(reverse(name, args=[guest.pk])).status_code == 404


def test_the_page_of_results_tells_of_guests_and_links_to_none(
    guest: Student, game: LiveGame, alice: User, signed_in: SignedIn
) -> None:
    page = signed_in(alice).get(reverse("results", args=[game.assignment_id])).content.decode()

    assert "Guests played too, under names that the site made up." in page
    assert reverse("student", args=[guest.pk]) not in page


def test_a_guest_takes_no_name_from_the_class(guest: Student, classroom: Classroom, zoe: Student) -> None:
    add_students(classroom=classroom, roster=NAME)
    change_student(student=zoe, name="Calm Otter", left_handed=False)

    assert sorted(student.name for student in roster(classroom)) == [NAME, "Calm Otter", "Yan Yates"]


def test_a_guest_s_answer_is_looked_at_and_corrected_as_any(
    guest: Student, game: LiveGame, alice: User, signed_in: SignedIn
) -> None:
    answer = game.assignment.sittings.get(student=guest).answers.get()

    page = signed_in(alice).get(reverse("answer", args=[answer.pk]))

    assert page.status_code == 200
    assert NAME in page.content.decode()


def _now() -> datetime:
    return timezone.localtime()
