"""Every address × everybody who has no business there: refused, nothing leaked, nothing changed.

A new address fails the first test until it is put in one of the lists below.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.apps import apps
from django.core import serializers
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from quizzes.middleware import SEAT_COOKIE
from quizzes.models import Answer, Assignment, Classroom, LiveGame, Quiz, Student, User
from quizzes.rules.game import Settings
from quizzes.services.answers import submit_answer
from quizzes.services.games import join, open_game
from quizzes.services.judging import Submission
from quizzes.services.seats import take_guest_seat

PUBLIC = {
    "start",
    "join",
    "join-classroom",
    "join-seat",
    "join-guest",
    "sign-in",
    "sign-up",
    "sign-out",
    "password-reset",
    "password-reset-done",
    "password-reset-confirm",
    "teach",
    "reader",
    "donation-removal",
    "shared-quiz",
    "skills",
    "skill",
    "gallery",
    "ready-quiz",
    "api-read",
    "api-read-picture",
    "api-read-explain",
    "api-read-picture-explain",
    "api-donations",
    "api-donations-picture",
    "api-classroom",
    "api-schema",
    "api-docs",
}
OWN_SEAT = {"play", "practice", "practice-round", "rocket", "seat-leaving", "seat-hand", "api-seat"}
STUDENTS = {
    "play-question",
    "practice-stop",
    "play-score",
    "api-next",
    "api-answers",
    "api-confirmation",
    "api-game-answers",
    "api-game-play",
}
OWN_ACCOUNT = {
    "account",
    "account-deletion",
    "password-change",
    "classrooms",
    "classroom-new",
    "quizzes",
    "quiz-new",
    "question-preview",
    "ready-quiz-copy",
    "quiz-import",
    "shared-quiz-copy",
    "assignments",
}

TITLE = "Fingers crossed on Friday"  # words that no public page has

METHODS = ("get", "post", "put", "patch", "delete")
REFUSED = {403, 404, 405}


def addresses() -> Iterator[tuple[str, URLPattern]]:
    def walk(patterns: list[URLPattern | URLResolver]) -> Iterator[tuple[str, URLPattern]]:
        for pattern in patterns:
            if isinstance(pattern, URLResolver):
                yield from walk(pattern.url_patterns)
            elif pattern.name:
                yield pattern.name, pattern

    yield from walk(get_resolver("quizzes.urls").url_patterns)


NAMES = dict(addresses())
TEACHERS = set(NAMES) - PUBLIC - OWN_SEAT - STUDENTS - OWN_ACCOUNT


@dataclass(frozen=True)
class World:
    """Alice's things, one of each kind; Zoe has given one answer, and plays a live game."""

    classroom: Classroom
    quiz: Quiz
    assignment: Assignment
    student: Student
    answer: Answer
    game: LiveGame

    def address(self, name: str) -> str:
        return reverse(name, kwargs={key: self._value(name, key) for key in NAMES[name].pattern.converters})

    def _value(self, name: str, key: str) -> int | str | UUID:
        named = {
            "code": self.classroom.code,
            "student": self.student.pk,
            "assignment": self.assignment.pk,
            "uidb64": "MQ",
            "token": "none",
            "ready": "to-twenty",
        }
        if key in named:
            return named[key]
        path = str(NAMES[name].pattern)
        own = {
            "classrooms/": self.classroom.pk,
            "students/": self.student.pk,
            "quizzes/": self.quiz.pk,
            "questions/": self.quiz.questions.all()[0].pk,
            "assignments/": self.assignment.pk,
            "answers/": self.answer.pk,
            "games/": self.game.pk,
        }
        return next(value for start, value in own.items() if path.startswith(start))


@pytest.fixture
def world(classroom: Classroom, quiz: Quiz, assignment: Assignment, zoe: Student) -> World:
    for named in (quiz, assignment):
        named.title = TITLE
        named.save(update_fields=["title"])
    asked = assignment.questions.all()[0]
    submission = Submission(id=uuid4(), question=asked.pk, typed="54321")
    receipt = submit_answer(student=zoe, assignment=assignment, submission=submission)
    game = join(game=open_game(quiz=quiz, classroom=classroom, settings=Settings()), student=zoe)
    return World(classroom, quiz, assignment, zoe, receipt.answer, game)


SECRETS = ("Zoe Zimmer", TITLE, "54321")


def everything() -> str:
    """All that is stored, but for sessions and what counts tries."""
    models = apps.get_app_config("quizzes").get_models()
    return "\n".join(serializers.serialize("json", model.objects.order_by("pk")) for model in models)


def ask(client: Client, method: str, address: str) -> Any:
    body = json.dumps(
        {
            "mark": "right",
            "reason": "mine",
            "text": "56",
            "name": "Mallory",
            "title": "Mallory",
            "act": "end",
            "version": 1,
            "id": str(uuid4()),  # a whole answer: it is refused for who sends it, not for its form
            "question": 1,
            "typed": "56",
        }
    )
    if method == "get":
        return client.get(address)
    return getattr(client, method)(address, body, content_type="application/json")


def assert_refused(client: Client, who: str, names: set[str], world: World) -> None:
    before = everything()
    faults = []
    for name in sorted(names):
        for method in METHODS:
            reply = ask(client, method, world.address(name))
            sent_to_sign_in = reply.status_code == 302 and reply["Location"].startswith(
                ("/accounts/sign-in/", "/join/")
            )
            leaked = [secret for secret in SECRETS if secret in reply.content.decode()]
            if not (reply.status_code in REFUSED or sent_to_sign_in) or leaked:
                faults.append((who, method, name, reply.status_code, leaked))
    assert faults == []
    assert everything() == before


Browser = Callable[[Any], Client]


def test_every_address_is_in_one_list() -> None:
    lists = [PUBLIC, OWN_SEAT, STUDENTS, OWN_ACCOUNT]
    assert set().union(*lists) <= set(NAMES)
    assert sum(len(each) for each in lists) == len(set().union(*lists))
    paths = {name: str(pattern.pattern) for name, pattern in NAMES.items()}
    assert {name for name in TEACHERS if "<" not in paths[name]} == set(), "an address without an object is not Alice's"


def test_alice_herself_is_not_refused(world: World, alice: User, signed_in: Browser) -> None:
    client = signed_in(alice)
    replies = {name: client.get(world.address(name)).status_code for name in TEACHERS}
    assert {name: code for name, code in replies.items() if code not in {200, 405}} == {}


def test_zoe_herself_is_not_refused(world: World, zoe: Student, seated: Browser) -> None:
    client = seated(zoe)
    replies = {name: client.get(world.address(name)).status_code for name in STUDENTS | OWN_SEAT}
    assert {name: code for name, code in replies.items() if code not in {200, 302, 405}} == {}


def test_nobody_gets_nothing(world: World) -> None:
    assert_refused(Client(), "nobody", TEACHERS | STUDENTS | OWN_ACCOUNT | OWN_SEAT - {"api-seat"}, world)


def test_another_teacher_gets_nothing_of_alices(world: World, bob: User, signed_in: Browser) -> None:
    assert_refused(signed_in(bob), "bob", TEACHERS | STUDENTS, world)


def test_a_teacher_without_a_seat_cannot_answer(world: World, alice: User, signed_in: Browser) -> None:
    assert_refused(signed_in(alice), "alice", STUDENTS, world)


def test_an_administrator_is_no_teacher_of_every_class(world: World, carol: User, signed_in: Browser) -> None:
    assert_refused(signed_in(carol), "carol", TEACHERS | STUDENTS, world)


def test_a_student_gets_nothing_of_the_teachers(world: World, zoe: Student, seated: Browser) -> None:
    assert_refused(seated(zoe), "zoe", TEACHERS | OWN_ACCOUNT, world)


def test_a_student_of_another_class_gets_nothing(world: World, xan: Student, seated: Browser) -> None:
    assert_refused(seated(xan), "xan", TEACHERS | STUDENTS | OWN_ACCOUNT, world)


def test_a_guest_gets_nothing_of_the_class_but_the_guest_s_own_game(world: World) -> None:
    """Practice is no refusal: it leads a guest back to the game."""
    own = open_game(quiz=world.quiz, classroom=world.classroom, settings=Settings(guests=True))
    guest = Client()
    guest.cookies[SEAT_COOKIE] = take_guest_seat(game=own, name="Brave Comet")
    assert guest.get(reverse("play-question", args=[own.assignment_id])).status_code == 200
    assert_refused(guest, "a guest", TEACHERS | OWN_ACCOUNT | STUDENTS - {"practice-stop"}, world)
    stop = guest.post(world.address("practice-stop"))
    assert (stop.status_code, stop["Location"]) == (302, reverse("play-question", args=[own.assignment_id]))


def test_a_classmate_cannot_touch_anothers_answer(world: World, yan: Student, seated: Browser) -> None:
    assert_refused(seated(yan), "yan", {"api-confirmation"}, world)


def test_the_lists_of_another_teacher_hold_nothing_of_alices(world: World, bob: User, signed_in: Browser) -> None:
    client = signed_in(bob)
    pages = {name: client.get(world.address(name)).content.decode() for name in OWN_ACCOUNT}
    assert [(name, secret) for name, page in pages.items() for secret in SECRETS if secret in page] == []


@pytest.mark.parametrize("path", ["/admin/", "/admin/quizzes/answer/", "/admin/quizzes/user/"])
def test_admin_is_for_administrators(world: World, alice: User, signed_in: Browser, path: str) -> None:
    reply = signed_in(alice).get(path)
    assert reply.status_code == 302
    assert reply["Location"].startswith("/admin/login/")


def test_a_deactivated_teacher_and_the_class_are_out(
    world: World, alice: User, zoe: Student, signed_in: Browser, seated: Browser
) -> None:
    teacher, student = signed_in(alice), seated(zoe)
    User.objects.filter(pk=alice.pk).update(is_active=False)
    assert_refused(teacher, "alice", TEACHERS | OWN_ACCOUNT, world)
    assert_refused(student, "zoe", STUDENTS, world)
    assert student.get(f"/join/{world.classroom.code}/").status_code == 404
