"""What goes with a live game, and what a game does without somebody who goes."""

from collections.abc import Callable, Iterator

import pytest

from quizzes.models import Assignment, Classroom, LiveGame, Quiz, Student, User
from quizzes.rules.game.events import Started
from quizzes.services import hints
from quizzes.services.classrooms import remove_student
from quizzes.services.erasure import delete_account, delete_assignment, delete_classroom, erase_student
from quizzes.services.hints import Hint
from quizzes.services.seats import leave_seat, reset_pin, take_guest_seat, take_seat
from tests.conftest import PIN
from tests.quizzes.gaming import after, play


@pytest.fixture
def told(django_capture_on_commit_callbacks: Callable[..., object]) -> Iterator[Callable[..., list[Hint]]]:
    """What watchers are told while something is done."""
    heard: list[Hint] = []
    end = hints.listen(heard.append)

    def during(do: Callable[[], object]) -> list[Hint]:
        heard.clear()
        with django_capture_on_commit_callbacks(execute=True):  # type: ignore[attr-defined]
            do()
        return list(heard)

    yield during
    end()


@pytest.fixture
def game(quiz: Quiz, classroom: Classroom, zoe: Student, yan: Student) -> LiveGame:
    return after(play(quiz, classroom, [zoe, yan], guests=True), Started())


def still_playing() -> list[str]:
    return [player.name for player in LiveGame.objects.get().value.playing]


@pytest.mark.parametrize("what", ["assignment", "classroom", "account"])
def test_everybody_who_plays_a_game_that_is_deleted_is_told(
    what: str, game: LiveGame, zoe: Student, yan: Student, alice: User, told: Callable[..., list[Hint]]
) -> None:
    number = game.pk
    do = {
        "assignment": lambda: delete_assignment(assignment=game.assignment),
        "classroom": lambda: delete_classroom(classroom=zoe.classroom),
        "account": lambda: delete_account(user=alice),
    }[what]

    heard = told(do)

    gone = {hint.student for hint in heard if hint.kind == "gone" and hint.game == number}
    assert gone == {zoe.pk, yan.pk}
    assert Hint("host", number) in heard
    assert not LiveGame.objects.exists()


def test_guests_go_with_their_game_and_nobody_else_does(game: LiveGame, zoe: Student, yan: Student) -> None:
    take_guest_seat(game=game, name="Brave Comet")

    delete_assignment(assignment=game.assignment)

    assert set(Student.objects.all()) == {zoe, yan}


@pytest.mark.parametrize("erase", [False, True])
def test_a_student_who_is_removed_plays_no_more(
    erase: bool, game: LiveGame, zoe: Student, told: Callable[..., list[Hint]]
) -> None:
    number = zoe.pk
    heard = told(lambda: remove_student(student=zoe, erase=erase))

    assert still_playing() == ["Yan"]
    assert Hint("gone", None, number) in heard


def test_erasing_a_student_leaves_the_assignment_and_the_others(game: LiveGame, zoe: Student, yan: Student) -> None:
    erase_student(student=zoe)

    assert Assignment.objects.get().sittings.get().student == yan


def test_leaving_a_seat_and_new_pictures_tell_the_pages_of_the_game(
    game: LiveGame, zoe: Student, told: Callable[..., list[Hint]]
) -> None:
    token = take_seat(student=zoe, pin=PIN)

    assert told(lambda: leave_seat(token=token)) == [Hint("gone", None, zoe.pk)]
    assert told(lambda: reset_pin(student=zoe)) == [Hint("gone", None, zoe.pk)]
    assert still_playing() == ["Zoe", "Yan"]  # the seat is hers, and the place with it
