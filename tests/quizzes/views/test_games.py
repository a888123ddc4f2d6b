import json
from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from quizzes.models import Assignment, Classroom, LiveGame, Quiz, Student, User
from quizzes.rules.game import Pace, Settings
from quizzes.rules.game.events import Ended
from quizzes.services.assignments import give_quiz
from quizzes.services.classrooms import create_classroom, remove_student
from quizzes.services.games import act, open_game

SignIn = Callable[[User], Client]


@pytest.fixture
def browser(alice: User, signed_in: SignIn) -> Client:
    return signed_in(alice)


@pytest.fixture
def game(quiz: Quiz, classroom: Classroom, zoe: Student) -> LiveGame:
    return open_game(quiz=quiz, classroom=classroom, settings=Settings())


def chosen(browser: Client, quiz: Quiz, query: str = "") -> int:
    """The classroom that the form proposes."""
    return int(browser.get(f"/teach/quizzes/{quiz.pk}/live/{query}").context["form"]["classroom"].initial)


LED = {"pace": "led", "seconds": "0", "minutes": "0", "teams": "0"}
RACE = LED | {"pace": "own"}


@pytest.mark.parametrize(
    ("sent", "settings"),
    [
        pytest.param(LED, Settings(), id="as it stands"),
        pytest.param(RACE, Settings(pace=Pace.OWN), id="a race"),
        pytest.param(LED | {"seconds": "20"}, Settings(seconds=20), id="a clock for each question"),
        pytest.param(RACE | {"minutes": "5"}, Settings(pace=Pace.OWN, seconds=300), id="a clock for the race"),
        pytest.param(
            LED | {"seconds": "20", "minutes": "5"}, Settings(seconds=20), id="of two clocks the one that shows"
        ),
        pytest.param(RACE | {"seconds": "20"}, Settings(pace=Pace.OWN), id="no question's clock in a race"),
        pytest.param(
            LED | {"teams": "3", "guests": "on", "leaderboard": "on", "speed_points": "on"},
            Settings(teams=3, guests=True, leaderboard=True, speed_points=True),
            id="everything",
        ),
    ],
)
def test_a_game_is_opened_as_the_form_says_and_its_screen_follows(
    browser: Client, quiz: Quiz, classroom: Classroom, zoe: Student, sent: dict[str, str], settings: Settings
) -> None:
    answer = browser.post(f"/teach/quizzes/{quiz.pk}/live/", sent | {"classroom": str(classroom.pk)})
    game = LiveGame.objects.get()
    assertRedirects(answer, f"/teach/games/{game.pk}/")
    assert (game.value.settings, game.assignment.classroom, game.assignment.quiz) == (settings, classroom, quiz)


def test_the_form_as_it_is_shown_opens_a_game(browser: Client, quiz: Quiz, classroom: Classroom) -> None:
    form = browser.get(f"/teach/quizzes/{quiz.pk}/live/").context["form"]
    shown = {field.name: field.value() for field in form}
    browser.post(
        f"/teach/quizzes/{quiz.pk}/live/",
        {name: value for name, value in shown.items() if value is not None and value is not False},
    )
    assert LiveGame.objects.get().value.settings == Settings()


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({}, "Choose one of the two ways to play."),
        (LED | {"pace": "fast"}, "Choose one of the two ways to play."),
        (LED | {"seconds": "7"}, "Choose one of the list."),
        (RACE | {"minutes": "999"}, "Choose one of the list."),
        (LED | {"teams": "7"}, "Choose one of the list."),
        (LED | {"classroom": "0"}, "Choose one of your classrooms."),
    ],
)
def test_what_cannot_be_is_told_in_a_sentence(
    browser: Client, quiz: Quiz, classroom: Classroom, sent: dict[str, str], sentence: str
) -> None:
    page = browser.post(f"/teach/quizzes/{quiz.pk}/live/", {"classroom": str(classroom.pk)} | sent)
    assertContains(page, sentence)
    assert not LiveGame.objects.exists()


def test_the_classroom_of_another_teacher_plays_nothing(
    browser: Client, quiz: Quiz, classroom: Classroom, xan: Student
) -> None:
    page = browser.post(f"/teach/quizzes/{quiz.pk}/live/", LED | {"classroom": xan.classroom_id})
    assertContains(page, "Choose one of your classrooms.")
    assert not LiveGame.objects.exists()


def test_the_class_that_got_something_last_is_chosen_unless_the_address_says_another(
    browser: Client, alice: User, quiz: Quiz, classroom: Classroom
) -> None:
    first = create_classroom(teacher=alice, name="1A", emblem="bear")
    assert chosen(browser, quiz) == first.pk
    give_quiz(quiz=quiz, classroom=classroom)
    assert chosen(browser, quiz) == classroom.pk
    assert chosen(browser, quiz, f"?classroom={first.pk}") == first.pk


def test_without_a_classroom_the_page_offers_to_make_one(browser: Client, quiz: Quiz) -> None:
    assertContains(browser.get(f"/teach/quizzes/{quiz.pk}/live/"), "First, make a classroom")


def test_without_questions_the_page_offers_to_write_one(browser: Client, alice: User, classroom: Classroom) -> None:
    empty = Quiz.objects.create(teacher=alice, title="Empty")
    assertContains(browser.get(f"/teach/quizzes/{empty.pk}/live/"), "This quiz has no questions yet")
    browser.post(f"/teach/quizzes/{empty.pk}/live/", LED | {"classroom": classroom.pk})
    assert not Assignment.objects.exists()


def test_a_live_game_is_one_tap_from_wherever_a_quiz_is(browser: Client, quiz: Quiz, classroom: Classroom) -> None:
    live = f'href="/teach/quizzes/{quiz.pk}/live/'
    assertContains(browser.get(f"/teach/quizzes/{quiz.pk}/"), f'{live}"')
    assertContains(browser.get(f"/teach/quizzes/{quiz.pk}/give/"), live)
    assertContains(browser.get("/teach/quizzes/"), f'{live}"')


def test_from_a_classroom_the_choice_of_a_quiz_leads_back_to_it(
    browser: Client, quiz: Quiz, classroom: Classroom
) -> None:
    here = f"?classroom={classroom.pk}"
    assertContains(browser.get(f"/teach/classrooms/{classroom.pk}/"), f'href="/teach/quizzes/{here}"')
    page = browser.get(f"/teach/quizzes/{here}")
    assertContains(page, f'href="/teach/quizzes/{quiz.pk}/live/{here}"')
    assertContains(page, f'href="/teach/quizzes/{quiz.pk}/give/{here}"')


@pytest.mark.parametrize(
    "query", ["?classroom=nobody", "?classroom=99999999999999999999", "?classroom=0", "?classroom=²"]
)
def test_a_classroom_that_is_none_of_the_teachers_is_left_out(browser: Client, quiz: Quiz, query: str) -> None:
    assert browser.get(f"/teach/quizzes/{query}").context["classroom"] is None


def test_the_screen_has_the_code_the_link_and_its_picture(browser: Client, game: LiveGame) -> None:
    page = browser.get(f"/teach/games/{game.pk}/", headers={"host": "127.0.0.1"})
    address = f"http://127.0.0.1/join/{game.code}/"
    assertContains(page, f'href="{address}"')
    assertContains(page, f'aria-label="QR code of {address}"')
    assertContains(page, f'<span aria-hidden="true">{game.code}</span>')


def test_the_script_is_told_where_to_ask_and_how_many_are_on_the_list(
    browser: Client, game: LiveGame, yan: Student
) -> None:
    gone = Student.objects.create(classroom=game.assignment.classroom, name="Gone")
    remove_student(student=gone, erase=False)
    Student.objects.create(classroom=game.assignment.classroom, name="Guest", guest_in=game.assignment)
    data = browser.get(f"/teach/games/{game.pk}/").context["data"]
    assert data == {
        "socket": f"/ws/games/{game.pk}/?as=host",
        "host": f"/api/games/{game.pk}/host/",
        "acts": f"/api/games/{game.pk}/acts/",
        "players": f"/api/games/{game.pk}/players/",
        "roster": 2,
    }


def test_a_game_that_is_over_has_no_code_and_leads_on(browser: Client, game: LiveGame) -> None:
    code = game.code
    act(game=game, event=Ended())
    page = browser.get(f"/teach/games/{game.pk}/")
    assert code is not None
    assertNotContains(page, code)
    assertContains(page, f'href="/teach/assignments/{game.assignment_id}/results/"')
    assertContains(
        page, f'href="/teach/quizzes/{game.assignment.quiz_id}/live/?classroom={game.assignment.classroom_id}"'
    )


def test_a_game_whose_quiz_was_deleted_is_not_played_again(browser: Client, game: LiveGame, quiz: Quiz) -> None:
    quiz.delete()
    assertNotContains(browser.get(f"/teach/games/{game.pk}/"), "Play again")


def test_the_screen_holds_no_key_and_no_name(browser: Client, game: LiveGame) -> None:
    """Both come by the API, when it is time: the projector may be on before the class is told."""
    page = browser.get(f"/teach/games/{game.pk}/")
    assertNotContains(page, "Zoe")
    assert "56" not in json.dumps(page.context["data"])


def test_the_screen_takes_the_same_queries_for_one_child_and_for_thirty(
    browser: Client, game: LiveGame, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(30):
        Student.objects.create(classroom=game.assignment.classroom, name=f"Child {number}")
    with django_assert_num_queries(4):  # session, teacher, game, how many are on the list
        browser.get(f"/teach/games/{game.pk}/")


def test_another_teacher_neither_opens_nor_leads(bob: User, signed_in: SignIn, quiz: Quiz, game: LiveGame) -> None:
    client = signed_in(bob)
    assert client.get(f"/teach/quizzes/{quiz.pk}/live/").status_code == 404
    assert client.post(f"/teach/quizzes/{quiz.pk}/live/", LED).status_code == 404
    assert client.get(f"/teach/games/{game.pk}/").status_code == 404
