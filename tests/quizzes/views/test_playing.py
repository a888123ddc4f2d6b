"""The answering page of a live game: opening it takes part."""

import json
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from quizzes.middleware import SEAT_COOKIE
from quizzes.models import Assignment, LiveGame, Quiz, Sitting, Student
from quizzes.rules.game import Pace, Player, Settings
from quizzes.rules.game.events import Ended, Locked, Removed, Started
from quizzes.services.games import act, join, open_game
from quizzes.services.seats import take_guest_seat

Seated = Callable[[Student], Client]


@pytest.fixture
def game(quiz: Quiz, zoe: Student, yan: Student) -> LiveGame:
    return open_game(quiz=quiz, classroom=zoe.classroom, settings=Settings(guests=True))


def address(game: LiveGame) -> str:
    return reverse("play-question", args=[game.assignment_id])


def play_data(response: HttpResponse) -> dict[str, Any]:
    found: dict[str, Any] = response.context["play_data"]  # type: ignore[attr-defined]
    json.dumps(found)  # it goes to the page as JSON
    return found


def players(game: LiveGame) -> tuple[Player, ...]:
    game.refresh_from_db()
    return game.value.players


def test_who_opens_the_page_takes_part_once_and_has_a_sitting(seated: Seated, game: LiveGame, zoe: Student) -> None:
    browser = seated(zoe)
    browser.get(address(game))
    assertContains(browser.get(address(game)), "data-play")
    assert players(game) == (Player(zoe.pk, "Zoe"),)
    assert Sitting.objects.get().student == zoe


def test_answers_of_a_led_game_go_to_the_game(seated: Seated, game: LiveGame, zoe: Student) -> None:
    data = play_data(seated(zoe).get(address(game)))
    assert data["game"]["pace"] == "led"
    assert data["game"]["assignment"]["tries"] == 1
    assert data["urls"]["answers"] == reverse("api-game-answers", args=[game.pk])
    assert data["urls"]["game"] == reverse("api-game-play", args=[game.pk])
    assert data["urls"]["socket"] == f"/ws/games/{game.pk}/"


def test_in_a_race_everybody_asks_and_answers_as_at_home(seated: Seated, quiz: Quiz, zoe: Student) -> None:
    race = open_game(quiz=quiz, classroom=zoe.classroom, settings=Settings(pace=Pace.OWN))
    data = play_data(seated(zoe).get(address(race)))
    assert data["game"]["pace"] == "own"
    assert data["urls"]["answers"] == reverse("api-answers", args=[race.assignment_id])
    assert data["urls"]["next"] == reverse("api-next", args=[race.assignment_id])


def test_an_assignment_done_alone_has_no_game(seated: Seated, assignment: Assignment, zoe: Student) -> None:
    data = play_data(seated(zoe).get(reverse("play-question", args=[assignment.pk])))
    assert data["game"] is None
    assert "socket" not in data["urls"]


@pytest.mark.parametrize(
    ("events", "said"),
    [
        pytest.param([Locked(True)], "The doors of this game are shut.", id="locked"),
        pytest.param(["join", "remove"], "You are not in this game any more.", id="removed"),
    ],
)
def test_who_may_not_come_in_is_told_why(
    seated: Seated, game: LiveGame, zoe: Student, events: list[Any], said: str
) -> None:
    for event in events:
        match event:
            case "join":
                join(game=game, student=zoe)
            case "remove":
                act(game=game, event=Removed(zoe.pk))
            case _:
                act(game=game, event=event)
    response = seated(zoe).get(address(game))
    assertContains(response, said)
    assert "play-data" not in response.content.decode()


def test_who_plays_comes_back_through_shut_doors(seated: Seated, game: LiveGame, zoe: Student) -> None:
    join(game=game, student=zoe)
    act(game=game, event=Locked(True))
    assert play_data(seated(zoe).get(address(game)))["game"]


def test_after_the_game_its_page_is_the_score_for_who_played(
    seated: Seated, game: LiveGame, zoe: Student, yan: Student
) -> None:
    join(game=game, student=zoe)
    act(game=game, event=Started())
    act(game=game, event=Ended())
    score = reverse("play-score", args=[game.assignment_id])
    assertRedirects(seated(zoe).get(address(game)), score, fetch_redirect_response=False)
    came_late = seated(yan).get(address(game))
    assertContains(came_late, "The game is over. You can fly along next time.")
    assertNotContains(came_late, "open it again")  # a game is played once


def test_a_race_that_its_clock_has_ended_is_over(seated: Seated, quiz: Quiz, zoe: Student) -> None:
    race = open_game(quiz=quiz, classroom=zoe.classroom, settings=Settings(pace=Pace.OWN, seconds=180))
    join(game=race, student=zoe)
    act(game=race, event=Started())
    with time_machine.travel(timezone.now().timestamp() + 182):
        response = seated(zoe).get(address(race))
    assertRedirects(response, reverse("play-score", args=[race.assignment_id]), fetch_redirect_response=False)


def test_who_is_done_in_a_race_waits_in_it_for_the_others(seated: Seated, quiz: Quiz, zoe: Student) -> None:
    race = open_game(quiz=quiz, classroom=zoe.classroom, settings=Settings(pace=Pace.OWN))
    join(game=race, student=zoe)
    act(game=race, event=Started())
    Sitting.objects.update(finished_at=timezone.now())
    assert play_data(seated(zoe).get(address(race)))["game"]["pace"] == "own"


def test_another_class_s_game_is_not_found_and_nobody_joins_it(seated: Seated, game: LiveGame, xan: Student) -> None:
    assert seated(xan).get(address(game)).status_code == 404
    assert players(game) == ()


def test_a_guest_plays_and_is_offered_no_page_that_guests_do_not_have(
    client: Client, game: LiveGame, zoe: Student
) -> None:
    token = take_guest_seat(game=game, name="Brave Otter")
    client.cookies[SEAT_COOKIE] = token
    response = client.get(address(game))
    assertContains(response, 'data-shown-as="score"')
    assert 'data-shown-as="home"' not in response.content.decode()
    assert [player.guest for player in players(game)] == [True]


def test_without_the_game_around_it_the_page_has_no_rocket_and_no_journey(
    seated: Seated, game: LiveGame, zoe: Student
) -> None:
    zoe.classroom.with_game = False
    zoe.classroom.save()
    page = seated(zoe).get(address(game)).content.decode()
    assert "panel__journey" not in page
    assert "panel__rocket" not in page
    assert 'class="rocket' not in page
