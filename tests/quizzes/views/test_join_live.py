"""Into a live game: by its code, by the class's code, and as a guest."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from quizzes.middleware import SEAT_COOKIE
from quizzes.models import Classroom, LiveGame, Quiz, SeatToken, Student
from quizzes.queries.seats import running_game
from quizzes.rules.game import Settings
from quizzes.rules.game.events import Ended, Locked
from quizzes.rules.game.guest_names import is_guest_name, suggest
from quizzes.services.games import act, open_game
from quizzes.services.seats import MOST_GUESTS, take_seat
from tests.conftest import PIN
from tests.quizzes.views.test_join import choose, seat_url, tap, type_code

Browser = Callable[[Student], Client]


@pytest.fixture
def game(quiz: Quiz, classroom: Classroom, zoe: Student, yan: Student) -> LiveGame:
    return open_game(quiz=quiz, classroom=classroom, settings=Settings())


@pytest.fixture
def open_to_guests(quiz: Quiz, classroom: Classroom, zoe: Student) -> LiveGame:
    return open_game(quiz=quiz, classroom=classroom, settings=Settings(guests=True))


def door(game: LiveGame) -> str:
    return reverse("join-classroom", args=[game.code])


def guest_door(game: LiveGame) -> str:
    return reverse("join-guest", args=[game.code])


def page_of(game: LiveGame) -> str:
    return reverse("play-question", args=[game.assignment_id])


def names_offered(client: Client, game: LiveGame) -> tuple[str, ...]:
    names: tuple[str, ...] = client.get(guest_door(game)).context["names"]
    return names


def sit_as_guest(client: Client, game: LiveGame) -> Student:
    client.post(guest_door(game), {"name": names_offered(client, game)[0]})
    return Student.objects.get(guest_in=game.assignment)


class TestTheCodeOfAGame:
    def test_leads_to_the_names_of_its_class_with_the_game_named(self, client: Client, game: LiveGame) -> None:
        typed = type_code(client, f" {game.code.lower()} ")  # type: ignore[union-attr]
        assert typed.url == door(game)

        page = client.get(typed.url)
        assert [choice.label for choice, _ in page.context["choices"]] == ["Yan", "Zoe"]
        assert "Live now: Times and divide" in page.content.decode()

    def test_leads_into_the_game_after_the_pictures(self, client: Client, game: LiveGame, zoe: Student) -> None:
        url = reverse("join-seat", args=[game.code, zoe.pk])

        assert choose(client, url, PIN).url == page_of(game)

    def test_takes_who_sits_already_straight_into_the_game(self, seated: Browser, game: LiveGame, zoe: Student) -> None:
        assert seated(zoe).get(door(game)).url == page_of(game)

    def test_shows_the_names_to_a_child_of_another_class(self, seated: Browser, game: LiveGame, xan: Student) -> None:
        page = seated(xan).get(door(game))

        assert (page.status_code, page.context["here"]) == (200, None)

    def test_is_dead_when_the_game_is_over_and_says_so(self, client: Client, game: LiveGame, zoe: Student) -> None:
        act(game=game, event=Ended())

        for url in (door(game), guest_door(game), reverse("join-seat", args=[game.code, zoe.pk])):
            page = client.get(url)
            assert page.status_code == 410
            assert "This game is over" in page.content.decode()
            assert "Zoe" not in page.content.decode()
        assert client.get(reverse("api-classroom", args=[game.code])).json() == {
            "detail": "This game is over. Ask your teacher for the code of your class.",
            "code": "not_found",
        }

    def test_of_a_game_that_is_over_is_no_miss(self, client: Client, game: LiveGame) -> None:
        act(game=game, event=Ended())
        for _ in range(20):
            assert client.get(door(game)).status_code == 410

    def test_is_no_code_of_a_classroom_and_never_becomes_one(
        self, game: LiveGame, classroom: Classroom, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from quizzes.rules import codes
        from quizzes.services.classrooms import renew_code

        drawn = iter([game.code, "HFK67P"])
        monkeypatch.setattr(codes, "new_code", lambda rng: next(drawn))

        assert renew_code(classroom=classroom).code == "HFK67P"


class TestTheCodeOfTheClass:
    def test_names_the_game_and_leads_into_it(self, client: Client, game: LiveGame, zoe: Student) -> None:
        page = client.get(reverse("join-classroom", args=[zoe.classroom.code]))
        assert "Live now: Times and divide" in page.content.decode()

        assert choose(client, seat_url(zoe), PIN).url == page_of(game)

    def test_with_the_link_of_homework_leads_to_the_homework(
        self, client: Client, game: LiveGame, assignment: object, zoe: Student
    ) -> None:
        wanted = assignment.pk  # type: ignore[attr-defined]

        assert choose(client, seat_url(zoe, f"?assignment={wanted}"), PIN).url == reverse(
            "play-question", args=[wanted]
        )

    def test_leads_home_when_the_game_is_over(self, client: Client, game: LiveGame, zoe: Student) -> None:
        act(game=game, event=Ended())

        assert running_game(zoe.classroom_id) is None
        assert choose(client, seat_url(zoe), PIN).url == reverse("play")

    def test_has_no_door_for_guests(self, client: Client, open_to_guests: LiveGame, classroom: Classroom) -> None:
        assert client.get(reverse("join-guest", args=[classroom.code])).status_code == 404


class TestGuests:
    def test_come_in_under_a_name_of_two_words_that_nobody_typed(
        self, client: Client, open_to_guests: LiveGame
    ) -> None:
        assert "I am not on the list" in client.get(door(open_to_guests)).content.decode()
        names = names_offered(client, open_to_guests)
        assert (len(names), all(map(is_guest_name, names))) == (3, True)

        response = client.post(guest_door(open_to_guests), {"name": names[0]})

        assert response.url == page_of(open_to_guests)
        guest = Student.objects.get(guest_in=open_to_guests.assignment)
        assert (guest.name, guest.classroom, guest.pin_hash) == (names[0], open_to_guests.assignment.classroom, "")
        assert client.get(page_of(open_to_guests)).status_code == 200
        assert LiveGame.objects.get().value.player(guest.pk).guest  # type: ignore[union-attr]

    @pytest.mark.parametrize("name", ["Mallory", "", "<b>", "brave comet", "Brave  Comet"])
    def test_get_no_name_that_the_site_did_not_make_up(
        self, client: Client, open_to_guests: LiveGame, name: str
    ) -> None:
        page = client.post(guest_door(open_to_guests), {"name": name})

        assert page.context["problem"] == "Choose one of the names on the page."
        assert not Student.objects.exclude(guest_in=None).exists()

    def test_get_no_name_that_somebody_has(self, open_to_guests: LiveGame) -> None:
        first, second = Client(), Client()
        name = names_offered(first, open_to_guests)[0]
        first.post(guest_door(open_to_guests), {"name": name})

        page = second.post(guest_door(open_to_guests), {"name": name})

        assert page.context["problem"] == f"Somebody was faster: {name} is taken. Choose another name."
        assert name not in page.context["names"]

    def test_are_let_in_only_where_the_teacher_allows_it(self, client: Client, game: LiveGame) -> None:
        assert "I am not on the list" not in client.get(door(game)).content.decode()
        assert "This game is for the class alone" in client.get(guest_door(game)).content.decode()

        page = client.post(guest_door(game), {"name": "Brave Comet"})

        assert page.context["problem"].startswith("This game is for the class alone.")
        assert not Student.objects.exclude(guest_in=None).exists()

    def test_find_locked_doors_locked(self, client: Client, open_to_guests: LiveGame) -> None:
        act(game=open_to_guests, event=Locked(True))

        page = client.post(guest_door(open_to_guests), {"name": "Brave Comet"})

        assert page.context["problem"] == "The doors of this game are shut. Ask your teacher to open them."

    def test_are_at_most_sixty(self, client: Client, open_to_guests: LiveGame) -> None:
        import random

        names = suggest((), random.Random(1), MOST_GUESTS + 1)
        Student.objects.bulk_create(
            Student(classroom=open_to_guests.assignment.classroom, guest_in=open_to_guests.assignment, name=name)
            for name in names[:-1]
        )

        page = client.post(guest_door(open_to_guests), {"name": names[-1]})

        assert page.context["problem"] == "This game is full: there is no room for another guest. Ask your teacher."

    def test_see_nothing_but_their_game(self, client: Client, open_to_guests: LiveGame, assignment: object) -> None:
        sit_as_guest(client, open_to_guests)
        homework = assignment.pk  # type: ignore[attr-defined]

        for name in ("play", "practice"):
            assert client.get(reverse(name)).url == page_of(open_to_guests)
        assert client.post(reverse("practice-round")).url == page_of(open_to_guests)
        assert client.get(reverse("play-question", args=[homework])).status_code == 404
        assert client.get(reverse("play-score", args=[homework])).status_code == 404
        assert client.get(reverse("api-next", args=[homework])).status_code == 404
        assert client.get(reverse("api-seat")).json()["assignments"] == []

    def test_are_not_on_the_list_of_names_and_have_no_pictures(self, client: Client, open_to_guests: LiveGame) -> None:
        guest = sit_as_guest(client, open_to_guests)
        other = Client()

        assert [choice.label for choice, _ in other.get(door(open_to_guests)).context["choices"]] == ["Zoe"]
        url = reverse("join-seat", args=[open_to_guests.code, guest.pk])
        assert other.get(url).status_code == 404
        assert other.post(url, {"pin": PIN}).status_code == 404

    def test_come_back_to_their_seat_by_the_code(self, client: Client, open_to_guests: LiveGame) -> None:
        sit_as_guest(client, open_to_guests)

        assert client.get(door(open_to_guests)).url == page_of(open_to_guests)
        assert client.get(guest_door(open_to_guests)).url == page_of(open_to_guests)
        assert Student.objects.exclude(guest_in=None).count() == 1

    def test_who_leave_give_up_their_place(self, client: Client, open_to_guests: LiveGame) -> None:
        guest = sit_as_guest(client, open_to_guests)
        client.get(page_of(open_to_guests))

        response = client.post(reverse("seat-leaving"))

        assert response.url == door(open_to_guests)
        assert LiveGame.objects.get().value.player(guest.pk) is None
        assert client.get(door(open_to_guests)).context["here"] is None

    def test_look_at_their_answers_when_it_is_over(self, client: Client, open_to_guests: LiveGame) -> None:
        sit_as_guest(client, open_to_guests)
        client.get(page_of(open_to_guests))
        act(game=open_to_guests, event=Ended())

        score = client.get(client.get(reverse("play")).url, follow=True)

        assert score.status_code == 200
        assert "Thank you for playing with 4B!" in score.content.decode()
        assert reverse("play") not in [link for link in score.content.decode().split('"') if link == reverse("play")]


def test_a_tablet_that_goes_round_takes_the_next_child_into_the_game(
    seated: Browser, game: LiveGame, zoe: Student, yan: Student
) -> None:
    browser = seated(zoe)

    names = browser.post(reverse("seat-leaving"))
    assert names.url == door(game)

    take_seat(student=yan, pin=PIN)
    into = tap(browser, reverse("join-seat", args=[game.code, yan.pk]), PIN)
    assert into.url == page_of(game)
    assert SEAT_COOKIE in browser.cookies
    assert SeatToken.objects.filter(student=zoe).count() == 0


def test_locked_doors_are_told_kindly(seated: Browser, game: LiveGame, zoe: Student) -> None:
    act(game=game, event=Locked(True))

    page = seated(zoe).get(page_of(game)).content.decode()

    assert "The doors of this game are shut. Ask your teacher to open them." in page
    assert "Try again" in page
