"""Who hears what of a live game, over real sockets."""

import json
import socket
import time
from collections.abc import Callable
from contextlib import suppress

import pytest
from django.test import Client
from django.utils import timezone
from websockets.exceptions import ConnectionClosed, InvalidStatus

from quizzes.live import consumers
from quizzes.live import switchboard as switchboards
from quizzes.live.rates import Rate
from quizzes.models import Assignment, LiveGame, Quiz, SeatToken, Student, User
from quizzes.models.people import Classroom
from quizzes.rules import questions
from quizzes.rules.game import Phase, Settings, events
from quizzes.services import hints
from quizzes.services.games import act, join, open_game, remove
from quizzes.services.quizzes import add_questions
from quizzes.services.seats import leave_seat
from tests.quizzes.live.listening import Ear

SignIn = Callable[[User], Client]
Sit = Callable[[Student], Client]
Open = Callable[..., Ear]


def go_on(game: LiveGame) -> LiveGame:
    return act(game=game, event=events.WentOn())


def test_a_player_hears_how_the_game_stands_and_then_every_change(
    game: LiveGame, zoe: Student, seated: Sit, ear: Open
) -> None:
    zoes = ear(game, seated(zoe))
    first = zoes.hear()
    assert (first["game"], first["kind"], first["public"]["phase"]) == (game.pk, "public", "lobby")
    act(game=game, event=events.Started())
    view = zoes.hear_of(game)
    assert (view["phase"], view["number"], view["question"]["spoken"]) == ("question", 1, "7 times 8")
    go_on(game)
    assert zoes.hear_of(game)["phase"] == "reveal"


def test_the_host_hears_the_same_and_that_answers_or_players_changed(
    game: LiveGame, alice: User, signed_in: SignIn, ear: Open
) -> None:
    alices = ear(game, signed_in(alice), query="?as=host")
    assert alices.hear()["kind"] == "public"
    hints.tell_host(game=game.pk)
    assert alices.hear("host") == {"game": game.pk, "kind": "host"}
    act(game=game, event=events.Started())
    assert alices.hear_of(game)["phase"] == "question"


def test_what_is_one_players_own_is_told_to_nobody_else(
    game: LiveGame, zoe: Student, yan: Student, alice: User, seated: Sit, signed_in: SignIn, ear: Open
) -> None:
    zoes, yans, alices = ear(game, seated(zoe)), ear(game, seated(yan)), ear(game, signed_in(alice))
    for each in (zoes, yans, alices):
        each.hear("public")
    hints.tell_player(game=game.pk, student=zoe.pk)
    assert zoes.hear("mine") == {"game": game.pk, "kind": "mine"}
    hints.tell_host(game=game.pk)
    alices.hear("host")
    assert {*yans.listen_for(0.3), *zoes.listen_for(0.1)} <= {"public"}  # which anybody may hear again
    assert "mine" not in alices.listen_for(0.1)


def test_another_s_game_is_not_there(
    game: LiveGame,
    classroom: Classroom,
    xan: Student,
    yan: Student,
    bob: User,
    carol: User,
    seated: Sit,
    signed_in: SignIn,
    ear: Open,
    subtests: pytest.Subtests,
) -> None:
    wim = Student.objects.create(classroom=classroom, name="Wim Wolf")
    remove(game=game, student=yan)
    browsers = {
        "nobody": None,
        "yan, who was removed": seated(yan),
        "wim, who has not joined": seated(wim),
        "xan, of another class": seated(xan),
        "bob": signed_in(bob),
        "carol": signed_in(carol),
    }
    for name, browser in browsers.items():
        with subtests.test(name):
            outsider = ear(game, browser, query="?as=host")
            assert outsider.code() == 4404
            assert outsider.frames == []


def test_a_game_that_never_was_is_not_there(
    alice: User, signed_in: SignIn, ear: Open, subtests: pytest.Subtests
) -> None:
    browser = signed_in(alice)
    for number in (0, 99_999, 10**17):
        with subtests.test(str(number)):
            assert ear(number, browser).code() == 4404


def test_who_opens_too_often_is_asked_to_come_later(
    game: LiveGame, zoe: Student, yan: Student, seated: Sit, ear: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(consumers, "_opened", Rate(2, 60))
    zoes = seated(zoe)
    assert [ear(game, zoes).hear()["kind"] for _ in range(2)] == ["public", "public"]
    assert ear(game, zoes).code() == 1013
    assert ear(game, seated(yan)).hear()["kind"] == "public"


def test_an_address_that_tries_games_out_is_asked_to_come_later(
    game: LiveGame, zoe: Student, seated: Sit, ear: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(consumers, "_strangers", Rate(2, 60))
    assert ear(game, seated(zoe)).hear()["kind"] == "public"
    assert [ear(number).code() for number in (1, 2, 3)] == [4404, 4404, 1013]


def test_no_socket_stands_at_another_address(port: int, ear: Open, subtests: pytest.Subtests) -> None:
    for address in ("9" * 40, "-1", "5/more", "x"):
        with subtests.test(address):
            with pytest.raises(InvalidStatus) as refused:
                ear(address)
            assert refused.value.response.status_code in {403, 404}


def test_no_message_of_one_game_reaches_another(
    game: LiveGame, quiz: Quiz, classroom: Classroom, zoe: Student, yan: Student, seated: Sit, ear: Open
) -> None:
    other = join(game=open_game(quiz=quiz, classroom=classroom, settings=Settings()), student=yan)
    zoes, yans = ear(game, seated(zoe)), ear(other, seated(yan))
    act(game=other, event=events.Started())
    assert yans.hear_of(other)["phase"] == "question"
    hints.tell_player(game=other.pk, student=zoe.pk)
    assert zoes.listen_for(0.3) == ["public"]
    assert {frame["game"] for frame in zoes.frames} == {game.pk}
    assert {frame["game"] for frame in yans.frames} == {other.pk}


def test_a_page_of_another_site_opens_no_socket(
    game: LiveGame, zoe: Student, seated: Sit, port: int, ear: Open, subtests: pytest.Subtests
) -> None:
    browser = seated(zoe)
    ours = f"127.0.0.1:{port}"
    for origin in ("https://evil.example", "http://127.0.0.1:1", "http://[", f"https://{ours}", "null", None):
        with subtests.test(str(origin)):
            with pytest.raises(InvalidStatus) as refused:
                ear(game, browser, origin=origin)
            assert refused.value.response.status_code == 403
    assert ear(game, browser, origin=f"http://{ours}").hear()["kind"] == "public"


def test_a_browser_that_is_both_chooses_between_what_it_is(
    game: LiveGame, zoe: Student, alice: User, seated: Sit, signed_in: SignIn, ear: Open
) -> None:
    both = seated(zoe)
    both.cookies.update(signed_in(alice).cookies)
    player, host = ear(game, both), ear(game, both, query="?as=host")
    hints.tell_player(game=game.pk, student=zoe.pk)
    assert "mine" in player.listen_for(0.3)
    assert "mine" not in host.listen_for(0.1)
    only_seat = ear(game, seated(zoe), query="?as=host")
    hints.tell_host(game=game.pk)
    assert "host" in host.listen_for(0.3)
    assert "host" not in only_seat.listen_for(0.1)


def test_the_key_is_in_no_frame_of_a_whole_game(
    alice: User, classroom: Classroom, zoe: Student, transactional_db: None, seated: Sit, signed_in: SignIn, ear: Open
) -> None:
    quiz = Quiz.objects.create(teacher=alice, title="Canaries")
    add_questions(quiz=quiz, added=[questions.write("90000 + 8765"), questions.write("80000 + 7654")])
    game = join(game=open_game(quiz=quiz, classroom=classroom, settings=Settings()), student=zoe)
    zoes, alices = ear(game, seated(zoe)), ear(game, signed_in(alice))
    act(game=game, event=events.Started())
    while game.value.phase is not Phase.OVER:
        for each in (zoes, alices):
            each.hear_of(game)
        game = go_on(game)
    heard = json.dumps(zoes.frames + alices.frames)
    assert "90000" in heard
    for canary in ("98765", "87654", "Canaries", "Zoe", "Zimmer", "Alice", "Adams"):
        assert canary not in heard


def test_whoever_is_removed_is_told_and_put_out(
    game: LiveGame, zoe: Student, yan: Student, seated: Sit, ear: Open
) -> None:
    zoes, yans = ear(game, seated(zoe)), ear(game, seated(yan))
    remove(game=game, student=zoe)
    assert zoes.code() == 4403
    assert zoes.frames[-1] == {"game": game.pk, "kind": "gone"}
    assert "gone" not in yans.listen_for(0.3)


def test_leaving_a_seat_closes_the_sockets_of_that_browser_alone(
    game: LiveGame, zoe: Student, seated: Sit, ear: Open
) -> None:
    school, home = seated(zoe), seated(zoe)
    left, stays = ear(game, school), ear(game, home)
    leave_seat(token=school.cookies["seat"].value)
    assert left.code() == 4403
    assert "gone" not in stays.listen_for(0.3)


def test_a_teacher_who_signs_out_hears_no_more(game: LiveGame, alice: User, signed_in: SignIn, ear: Open) -> None:
    browser, other = signed_in(alice), signed_in(alice)
    left, stays = ear(game, browser), ear(game, other)
    left.hear("public")
    browser.post("/accounts/sign-out/")
    assert left.code() == 4403
    assert "gone" not in stays.listen_for(0.3)


def test_a_deleted_game_is_gone_for_everybody(
    game: LiveGame, zoe: Student, alice: User, seated: Sit, signed_in: SignIn, ear: Open
) -> None:
    zoes, alices = ear(game, seated(zoe)), ear(game, signed_in(alice))
    Assignment.objects.filter(pk=game.assignment_id).delete()
    hints.tell_everybody(game=game.pk)
    assert zoes.code() == alices.code() == 4403


def test_a_lost_right_is_noticed_though_nobody_tells_of_it(
    game: LiveGame, zoe: Student, yan: Student, seated: Sit, ear: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(switchboards, "ASK_FOR_RIGHTS_EVERY", 1)
    zoes, yans = ear(game, seated(zoe)), ear(game, seated(yan))
    SeatToken.objects.filter(student=zoe).delete()
    assert zoes.code() == 4403
    assert "gone" not in yans.listen_for(0.1)


def test_a_lost_hint_costs_two_seconds(game: LiveGame, zoe: Student, seated: Sit, ear: Open) -> None:
    zoes = ear(game, seated(zoe))
    zoes.hear("public")
    silent = LiveGame.objects.get(pk=game.pk)
    silent.state = silent.state | {"paused": True}
    LiveGame.objects.filter(pk=game.pk).update(state=silent.state, version=silent.version + 1)
    assert zoes.hear("public", within=3)["public"]["paused"] is True


def test_a_ping_is_answered_with_the_version(game: LiveGame, zoe: Student, seated: Sit, ear: Open) -> None:
    zoes = ear(game, seated(zoe))
    version = zoes.hear("public")["public"]["version"]
    zoes.say({"kind": "ping"})
    assert zoes.hear("pong") == {"game": game.pk, "kind": "pong", "version": version}


MESSAGES = {
    "another kind": {"kind": "act", "act": "next"},
    "more than a ping": {"kind": "ping", "as": "host"},
    "no JSON": "ping",
    "too long": " " * 1100 + '{"kind":"ping"}',
    "nested beyond sense": "[" * 1000,
    "bytes": b'{"kind":"ping"}',
    "empty": "",
}


def test_a_client_says_nothing_but_pings(
    game: LiveGame, zoe: Student, seated: Sit, ear: Open, subtests: pytest.Subtests
) -> None:
    browser = seated(zoe)
    for name, message in MESSAGES.items():
        with subtests.test(name):
            zoes = ear(game, browser)
            zoes.say(message)
            assert zoes.code() == 1008


def test_a_message_beyond_all_bounds_is_not_even_read(game: LiveGame, zoe: Student, seated: Sit, ear: Open) -> None:
    zoes = ear(game, seated(zoe))
    zoes.say("x" * 70_000)
    assert zoes.code() == 1009


def test_more_than_a_ping_a_second_closes_the_socket(game: LiveGame, zoe: Student, seated: Sit, ear: Open) -> None:
    zoes = ear(game, seated(zoe))
    with suppress(ConnectionClosed):
        for _ in range(10):
            zoes.say({"kind": "ping"})
    assert zoes.code() == 1008


def test_many_changes_at_once_are_told_as_few_and_the_last_one_surely(
    game: LiveGame, zoe: Student, alice: User, seated: Sit, signed_in: SignIn, ear: Open
) -> None:
    zoes, alices = ear(game, seated(zoe)), ear(game, signed_in(alice))
    for each in (zoes, alices):
        each.hear("public")
    began = time.monotonic()
    for _ in range(400):
        hints.tell_everybody(game=game.pk)
        hints.tell_host(game=game.pk)
    locked = act(game=game, event=events.Locked(True))
    assert zoes.hear_of(locked)["locked"] is True
    assert len(zoes.frames) < 60
    alices.listen_for(1.0)
    took = time.monotonic() - began
    told = [frame for frame in alices.frames if frame["kind"] == "host"]
    assert 2 <= len(told) <= 2 + took / switchboards.BETWEEN_HOST_HINTS


def test_the_last_answer_is_told_to_the_host_in_time(game: LiveGame, alice: User, signed_in: SignIn, ear: Open) -> None:
    alices = ear(game, signed_in(alice))
    alices.hear("public")
    hints.tell_host(game=game.pk)
    alices.hear("host")
    hints.tell_host(game=game.pk)
    alices.hear("host", within=0.5)


def test_the_clock_ends_a_question_though_nobody_asks(
    quiz: Quiz, classroom: Classroom, zoe: Student, transactional_db: None, seated: Sit, ear: Open
) -> None:
    game = join(game=open_game(quiz=quiz, classroom=classroom, settings=Settings(seconds=1)), student=zoe)
    zoes = ear(game, seated(zoe))
    act(game=game, event=events.Started())
    assert 0 < zoes.hear_of(game)["closes_in_ms"] <= 1000
    assert hear_phase(zoes, "reveal") < 4  # a second, and one of grace


def test_who_comes_later_gets_the_countdown_as_it_is_then(
    quiz: Quiz, classroom: Classroom, zoe: Student, transactional_db: None, seated: Sit, ear: Open
) -> None:
    game = join(game=open_game(quiz=quiz, classroom=classroom, settings=Settings(seconds=60)), student=zoe)
    browser = seated(zoe)
    first = ear(game, browser)
    act(game=game, event=events.Started())
    before = first.hear_of(game)["closes_in_ms"]
    time.sleep(1)
    after = ear(game, browser).hear("public")["public"]["closes_in_ms"]
    game.refresh_from_db()
    exact = game.value.closes_in(timezone.now().timestamp())
    assert exact is not None
    assert after <= before - 1000
    assert abs(after - exact * 1000) < 500


def test_of_many_sockets_of_one_seat_the_oldest_gives_way(game: LiveGame, zoe: Student, seated: Sit, ear: Open) -> None:
    browser = seated(zoe)
    sockets = [ear(game, browser) for _ in range(switchboards.MOST_OF_ONE + 1)]
    assert sockets[0].code() == 1008
    act(game=game, event=events.Started())
    assert [each.hear_of(game)["phase"] for each in sockets[1:]] == ["question"] * switchboards.MOST_OF_ONE


def test_a_socket_that_is_closed_is_forgotten(game: LiveGame, zoe: Student, seated: Sit, ear: Open) -> None:
    zoes = ear(game, seated(zoe))
    zoes.hear("public")
    assert switchboards.switchboard.version_of(game.pk) is not None
    zoes.socket.close()
    until = time.monotonic() + 5
    while switchboards.switchboard.version_of(game.pk) is not None and time.monotonic() < until:
        time.sleep(0.01)
    assert switchboards.switchboard.version_of(game.pk) is None


def test_who_stops_reading_is_dropped_and_keeps_nobody_waiting(
    game: LiveGame, zoe: Student, yan: Student, port: int, seated: Sit, ear: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(consumers, "PATIENCE", 0.5)
    yans = ear(game, seated(yan))
    yans.hear("public")
    slow = never_reading(port, game, seated(zoe))
    longest, until = 0.0, time.monotonic() + 20
    while hears(zoe, game) and time.monotonic() < until:
        asked = time.monotonic()
        hints.tell_everybody(game=game.pk)
        yans.hear("public")
        longest = max(longest, time.monotonic() - asked)
    assert not hears(zoe, game)
    assert longest < 0.4
    with slow:
        assert bytes_left(slow) < 65536  # uvicorn had kept that much and more: it is not kept for nobody
    act(game=game, event=events.Started())
    assert yans.hear_of(game)["phase"] == "question"


def hear_phase(ear: Ear, phase: str) -> float:
    """Seconds until it is told."""
    began = time.monotonic()
    while ear.hear("public")["public"]["phase"] != phase:
        pass
    return time.monotonic() - began


def never_reading(port: int, game: LiveGame, browser: Client) -> socket.socket:
    """A socket that is opened, and then forgotten by its browser: with little room for what it does not read."""
    forgotten = socket.socket()
    forgotten.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    forgotten.connect(("127.0.0.1", port))
    forgotten.sendall(
        f"GET /ws/games/{game.pk}/ HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nOrigin: http://127.0.0.1:{port}\r\n"
        "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
        f"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nCookie: seat={browser.cookies['seat'].value}\r\n\r\n".encode()
    )
    assert forgotten.recv(12) == b"HTTP/1.1 101"
    return forgotten


def bytes_left(forgotten: socket.socket) -> int:
    """With room for it: by pieces of what there was room for before, it would come for half a minute."""
    forgotten.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 20)
    return sum(len(piece) for piece in iter(lambda: forgotten.recv(65536), b""))


def hears(student: Student, game: LiveGame) -> bool:
    room = switchboards.switchboard._rooms.get(game.pk)
    return room is not None and bool(room.clients_of(student.pk))
