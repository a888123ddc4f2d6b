"""The live game's addresses: who gets what, and that the key never travels before its reveal."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from quizzes.middleware import SEAT_COOKIE
from quizzes.models import Answer, Classroom, LiveGame, Quiz, SeatToken, Student, User
from quizzes.queries.seats import token_digest
from quizzes.rules import questions
from quizzes.rules.game import Pace
from quizzes.rules.game.events import Ended, Event, Joined, Started, WentOn
from quizzes.services.classrooms import remove_student
from quizzes.services.quizzes import add_questions
from tests.quizzes.api.asking import Seated, answer_body, answers_url, next_url, post
from tests.quizzes.gaming import after, play, wrote

SignedIn = Callable[[User], Client]
Queries = Callable[[int], Any]

CANARIES = ("134217728", "268435456", "536870912")
"""2 to the 27th, 28th and 29th: keys that nothing else says."""


def play_url(game: LiveGame) -> str:
    return f"/api/games/{game.pk}/play/"


def host_url(game: LiveGame) -> str:
    return f"/api/games/{game.pk}/host/"


def lead(client: Client, game: LiveGame, act: str, version: int) -> Any:
    return post(client, f"/api/games/{game.pk}/acts/", {"act": act, "version": version})


@pytest.fixture
def secret_quiz(alice: User) -> Quiz:
    """Three questions with the canaries as keys: `134217727 + 1`."""
    quiz = Quiz.objects.create(teacher=alice, title="Large sums")
    sums = [questions.write(f"{int(key) - 1} + 1") for key in CANARIES]
    add_questions(quiz=quiz, added=sums)
    return quiz


# What is told


def test_play_tells_exactly_what_is_written_down(
    quiz: Quiz, classroom: Classroom, zoe: Student, seated: Seated
) -> None:
    game = after(play(quiz, classroom, [zoe], teams=2), Started())
    asked = game.assignment.questions.get(position=1)
    told = seated(zoe).get(play_url(game)).json()
    assert told.pop("version").startswith("2.")
    assert told == {
        "changed": True,
        "public": {
            "game": game.pk,
            "version": 2,
            "phase": "question",
            "pace": "led",
            "paused": False,
            "locked": False,
            "number": 1,
            "total": 2,
            "seconds": None,
            "closes_in_ms": None,
            "question": {
                "id": asked.pk,
                "number": 1,
                "prompt": [
                    {"kind": "number", "text": "7"},
                    {"kind": "operator", "text": "×"},
                    {"kind": "number", "text": "8"},
                    {"kind": "relation", "text": "="},
                    {"kind": "blank", "text": ""},
                ],
                "layout": "line",
                "figure": None,
                "spoken": "7 times 8",
                "format": "whole",
                "drawable": True,
                "has_letters": False,
                "demands": "",
            },
            "teams": ["Comets", "Moons"],
            "with_game": True,
        },
        "me": {"id": zoe.pk, "name": "Zoe", "team": 0, "points": 0, "right": 0, "answered": 0, "streak": 0},
        "answer": None,
        "reading": False,
        "late": False,
        "correct_answer": None,
        "teams": [],
        "journey": None,
    }


def test_host_tells_exactly_what_is_written_down(
    quiz: Quiz, classroom: Classroom, alice: User, zoe: Student, signed_in: SignedIn
) -> None:
    game = after(play(quiz, classroom, [zoe], leaderboard=True), Started())
    wrote(game, zoe, 1, "56", strokes=[[[10, 10, 0], [12, 40, 8]]])
    game = after(game, WentOn())
    told = signed_in(alice).get(host_url(game)).json()
    public = told.pop("public")
    assert (public["phase"], public["question"]["number"]) == ("reveal", 1)
    assert told == {
        "version": "3.2",
        "changed": True,
        "code": game.code,
        "guests": False,
        "leaderboard": True,
        "speed_points": False,
        "names_hidden": False,
        "players": [
            {
                "id": zoe.pk,
                "name": "Zoe",
                "team": None,
                "guest": False,
                "done": True,
                "place": 1,
                "right": 1,
                "answered": 1,
                "points": 100,
            }
        ],
        "removed": [],
        "seats": 1,
        "answered": 1,
        "reading": 0,
        "asks": 0,
        "reveal": {
            "correct_answer": "56",
            "right": 1,
            "wrong": 0,
            "unread": 0,
            "silent": 0,
            "wall": [{"text": "56", "mark": "right", "count": 1, "inks": [[[[10, 10], [12, 40]]]]}],
        },
        "standings": None,
        "summary": None,
    }


def test_the_end_has_standings_a_summary_and_no_code(
    quiz: Quiz, classroom: Classroom, alice: User, zoe: Student, signed_in: SignedIn, seated: Seated
) -> None:
    game = after(play(quiz, classroom, [zoe], teams=2), Started())
    wrote(game, zoe, 1, "56")
    told = signed_in(alice).get(host_url(after(game, Ended()))).json()
    assert told["code"] is None
    assert told["standings"]["teams"] == [{"name": "Comets", "points": 100}, {"name": "Moons", "points": 0}]
    assert set(told["standings"]["journey"]) >= {"from", "distance", "planet", "next", "reached", "share"}
    of_player = seated(zoe).get(play_url(game)).json()
    assert {"teams": of_player["teams"], "journey": of_player["journey"], "leaders": []} == told["standings"]
    summary = told["summary"]
    assert [(line["number"], line["right"]) for line in summary["questions"]] == [(1, 1)]
    assert (summary["right"], summary["marked"], summary["podium"]) == (1, 1, [])
    assert summary["results"] == f"/teach/assignments/{game.assignment_id}/results/"


@pytest.mark.django_db(transaction=True)  # within a transaction, a game's value is fetched each time
def test_who_has_it_already_gets_the_version_alone_in_three_queries(
    quiz: Quiz,
    classroom: Classroom,
    alice: User,
    zoe: Student,
    seated: Seated,
    signed_in: SignedIn,
    django_assert_num_queries: Queries,
) -> None:
    game = after(play(quiz, classroom, [zoe]), Started())
    wrote(game, zoe, 1, "56")
    for client, url in ((seated(zoe), play_url(game)), (signed_in(alice), host_url(game))):
        version = client.get(url).json()["version"]
        with django_assert_num_queries(3):
            assert client.get(url, {"since": version}).json() == {"version": version, "changed": False}
        assert client.get(url, {"since": "0.0"}).json()["changed"] is True


# Leading


def test_a_whole_game_is_led_by_its_teacher(
    quiz: Quiz, classroom: Classroom, alice: User, zoe: Student, signed_in: SignedIn
) -> None:
    game, client = play(quiz, classroom, [zoe]), signed_in(alice)
    public = client.get(host_url(game)).json()["public"]
    phases = []
    for act in ("start", "pause", "resume", "next", "next", "next", "skip"):
        reply = lead(client, game, act, public["version"])
        assert reply.status_code == 200
        public = reply.json()["public"]
        phases.append((public["phase"], public["paused"], public["number"]))
    assert phases == [
        ("question", False, 1),
        ("question", True, 1),
        ("question", False, 1),
        ("reveal", False, 1),
        ("standings", False, 1),
        ("question", False, 2),
        ("over", False, 2),
    ]


def test_doors_and_names_are_the_teachers(
    quiz: Quiz, classroom: Classroom, alice: User, zoe: Student, signed_in: SignedIn
) -> None:
    game, client = play(quiz, classroom, [zoe]), signed_in(alice)
    told = client.get(host_url(game)).json()
    stood = []
    for act in ("lock", "unlock", "hide-names", "show-names"):
        told = lead(client, game, act, told["public"]["version"]).json()
        stood.append((told["public"]["locked"], told["names_hidden"]))
    assert stood == [(True, False), (False, False), (False, True), (False, False)]


def test_a_second_tap_is_answered_with_how_the_game_stands(
    quiz: Quiz, classroom: Classroom, alice: User, zoe: Student, signed_in: SignedIn
) -> None:
    game, client = after(play(quiz, classroom, [zoe]), Started()), signed_in(alice)
    for _ in range(2):
        told = lead(client, game, "next", game.version).json()
        assert (told["public"]["phase"], told["public"]["version"]) == ("reveal", game.version + 1)


@pytest.mark.parametrize(
    "body",
    [{}, {"act": "start"}, {"act": "dance", "version": 1}, {"act": "start", "version": -1}, {"act": ["start"]}],
    ids=str,
)
def test_what_is_no_act_is_refused(
    quiz: Quiz, classroom: Classroom, alice: User, zoe: Student, signed_in: SignedIn, body: dict[str, Any]
) -> None:
    game = play(quiz, classroom, [zoe])
    reply = post(signed_in(alice), f"/api/games/{game.pk}/acts/", body)
    assert (reply.status_code, reply.json()["code"]) == (400, "malformed")
    game.refresh_from_db()
    assert game.version == 1


def test_a_player_is_renamed_and_removed_in_one_tap_each(
    quiz: Quiz, classroom: Classroom, alice: User, zoe: Student, seated: Seated, signed_in: SignedIn
) -> None:
    game, client, player = play(quiz, classroom, [zoe]), signed_in(alice), seated(zoe)
    url = f"/api/games/{game.pk}/players/{zoe.pk}/"
    renamed = client.patch(url, {"name": "  Comet  "}, content_type="application/json")
    assert [each["name"] for each in renamed.json()["players"]] == ["Comet"]
    assert player.get(play_url(game)).json()["me"]["name"] == "Comet"
    assert client.delete(url).json()["players"] == []
    gone = player.get(play_url(game))
    assert (gone.status_code, gone.json()["detail"]) == (404, "You are not in this game. Open it from your own page.")
    for again in (client.delete(url), client.patch(url, {"name": "Back"}, content_type="application/json")):
        assert (again.status_code, again.json()["detail"]) == (404, "Nobody of that name plays here any more.")


def test_whoever_was_removed_is_let_back_in_with_one_tap(
    quiz: Quiz, classroom: Classroom, alice: User, bob: User, zoe: Student, seated: Seated, signed_in: SignedIn
) -> None:
    game, client, player = play(quiz, classroom, [zoe]), signed_in(alice), seated(zoe)
    url = f"/api/games/{game.pk}/players/{zoe.pk}/"
    assert client.delete(url).json()["removed"] == [{"id": zoe.pk, "name": "Zoe"}]
    assert signed_in(bob).put(url).status_code == 404
    back = client.put(url).json()
    assert ([each["name"] for each in back["players"]], back["removed"]) == (["Zoe"], [])
    assert player.get(play_url(game)).status_code == 200
    assert client.put(url).json()["version"] == back["version"]


def test_who_has_left_the_class_is_not_let_back_in(
    quiz: Quiz, classroom: Classroom, alice: User, zoe: Student, signed_in: SignedIn
) -> None:
    game, client = play(quiz, classroom, [zoe]), signed_in(alice)
    remove_student(student=zoe, erase=False)
    assert client.get(f"/api/games/{game.pk}/host/").json()["removed"] == []
    reply = client.put(f"/api/games/{game.pk}/players/{zoe.pk}/")
    assert (reply.status_code, reply.json()["detail"]) == (404, "Nobody of that name was in this game.")


def test_two_guests_cannot_have_one_name(quiz: Quiz, classroom: Classroom, alice: User, signed_in: SignedIn) -> None:
    game = play(quiz, classroom, [], guests=True)
    guests = [
        Student.objects.create(classroom=classroom, name=name, guest_in=game.assignment)
        for name in ("Brave Otter", "Calm Comet")
    ]
    for guest in guests:
        game = after(game, Joined(guest.pk, guest.name, guest=True))
    url = f"/api/games/{game.pk}/players/{guests[0].pk}/"
    reply = signed_in(alice).patch(url, {"name": "Calm Comet"}, content_type="application/json")
    assert (reply.status_code, reply.json()["code"]) == (409, "not_editable")


# Homework's addresses


@pytest.mark.parametrize(
    ("pace", "events", "code"),
    [
        (Pace.LED, (Started(),), "live"),
        (Pace.OWN, (), "not_started"),
    ],
)
def test_homeworks_addresses_say_where_the_game_stands(
    quiz: Quiz,
    classroom: Classroom,
    zoe: Student,
    yan: Student,
    seated: Seated,
    pace: Pace,
    events: tuple[Event, ...],
    code: str,
) -> None:
    game, client = after(play(quiz, classroom, [zoe], pace=pace), *events), seated(zoe)
    question = game.assignment.questions.all()[0].pk
    reply = post(client, answers_url(game.assignment), answer_body(question, typed="56"))
    assert (reply.status_code, reply.json()["code"]) == (409, code)
    reply = client.get(next_url(game.assignment))
    assert (reply.status_code, reply.json()["code"]) == (409, code)


def test_an_answer_that_comes_after_its_race_is_left_to_the_teacher(
    quiz: Quiz, classroom: Classroom, zoe: Student, seated: Seated
) -> None:
    game = after(play(quiz, classroom, [zoe], pace=Pace.OWN), Started(), Ended())
    question = game.assignment.questions.all()[0].pk
    reply = post(seated(zoe), answers_url(game.assignment), answer_body(question, typed="56"))
    assert (reply.status_code, reply.json()["answer"]["mark"]) == (201, "unread")
    assert Answer.objects.get().late


@pytest.mark.parametrize(
    ("text", "cut_short", "mark"), [("5", True, "unread"), ("56", True, "right"), ("5", False, "wrong")]
)
def test_a_player_is_told_why_what_the_clock_cut_short_has_no_mark(
    quiz: Quiz, classroom: Classroom, zoe: Student, yan: Student, seated: Seated, text: str, cut_short: bool, mark: str
) -> None:
    game, client = after(play(quiz, classroom, [zoe, yan]), Started()), seated(zoe)
    question = game.assignment.questions.all()[0].pk
    body = answer_body(question, typed=text) | {"cut_short": cut_short}
    assert post(client, f"/api/games/{game.pk}/answers/", body).status_code == 201
    after(game, WentOn())
    told = client.get(play_url(game)).json()["answer"]
    assert (told["mark"], told["cut_short"]) == (mark, cut_short)


def test_the_confirmation_of_a_led_games_answer_tells_no_mark_and_no_question(
    quiz: Quiz, classroom: Classroom, zoe: Student, yan: Student, seated: Seated
) -> None:
    game = after(play(quiz, classroom, [zoe, yan]), Started())
    doubt = {"text": "54", "confidence": 0.6, "decision": "ask", "alternatives": [["56", 0.3]], "glyphs": []}
    answer = wrote(game, zoe, 1, "54", mark="unread", note="", awaits_child=True, reading=doubt | {"weights": "test"})
    reply = post(seated(zoe), f"/api/answers/{answer.pk}/confirmation/", {"text": "56"})
    assert reply.status_code == 200
    receipt = reply.json()
    assert (receipt["answer"]["mark"], receipt["answer"]["correct_answer"]) == (None, None)
    assert (receipt["question_done"], receipt["next"]["question"], receipt["next"]["finished"]) == (True, None, False)
    assert receipt["next"]["progress"] == {"answered": 1, "total": 2}


# Canaries


def everything_a_player_can_ask(client: Client, game: LiveGame, answers: list[Answer]) -> str:
    pages = [
        client.get(url)
        for url in (
            play_url(game),
            f"/play/{game.assignment_id}/",
            f"/play/{game.assignment_id}/score/",
            next_url(game.assignment),
            host_url(game),
            "/play/",
            "/api/seat/",
            *(f"/api/answers/{answer.pk}/confirmation/" for answer in answers),
        )
    ]
    question = game.assignment.questions.all()[2].pk
    pages += [
        post(client, answers_url(game.assignment), answer_body(question, typed="1")),
        *(post(client, f"/api/answers/{answer.pk}/confirmation/", {"text": "12"}) for answer in answers),
        post(client, f"/api/games/{game.pk}/acts/", {"act": "next", "version": game.version}),
    ]
    return "\n".join(page.content.decode() for page in pages)


def test_no_player_learns_a_key_before_its_reveal_nor_a_question_before_it_is_asked(
    secret_quiz: Quiz, classroom: Classroom, zoe: Student, yan: Student, seated: Seated
) -> None:
    wim = Student.objects.create(classroom=classroom, name="Wim")  # never answers, so that no question ends by itself
    game, client = play(secret_quiz, classroom, [zoe, yan, wim], leaderboard=True), seated(zoe)
    prompts = [str(int(key) - 1) for key in CANARIES]

    def told(game: LiveGame) -> tuple[list[bool], list[bool]]:
        text = everything_a_player_can_ask(client, game, list(Answer.objects.all()))
        return [key in text for key in CANARIES], [prompt in text for prompt in prompts]

    nothing = [False, False, False]
    assert told(game) == (nothing, nothing)
    game = after(game, Started())
    assert told(game) == (nothing, [True, False, False])
    wrote(game, zoe, 1, "12", mark="unread", awaits_child=True)  # doubtful
    wrote(game, yan, 1, CANARIES[0])
    assert told(game) == (nothing, [True, False, False])
    game = after(game, WentOn())
    assert told(game) == ([True, False, False], [True, False, False])
    game = after(game, WentOn(), WentOn())
    wrote(game, zoe, 2, "13", mark="wrong")
    assert told(game) == ([True, False, False], [True, True, False])
    game = after(game, Ended())
    assert told(game) == ([True, True, False], [True, True, False])


def test_a_player_of_one_game_gets_nothing_of_another(
    quiz: Quiz, secret_quiz: Quiz, classroom: Classroom, zoe: Student, xan: Student, bob: User, seated: Seated
) -> None:
    game = after(play(secret_quiz, classroom, [zoe]), Started())
    other = after(play(quiz, classroom, []), Started())
    guest = Student.objects.create(classroom=classroom, name="Brave Otter", guest_in=other.assignment)
    for student in (xan, guest):
        client = seated(xan) if student is xan else _holding(guest)
        told = client.get(play_url(game)).json()
        assert told == {"detail": "This is no longer here.", "code": "not_found"}
        for url in (play_url(game), f"/play/{game.assignment_id}/", next_url(game.assignment)):
            assert client.get(url).status_code == 404, (student, url)


def _holding(guest: Student) -> Client:
    token = uuid4().hex
    SeatToken.objects.create(student=guest, digest=token_digest(token))
    client = Client()
    client.cookies[SEAT_COOKIE] = token
    return client
