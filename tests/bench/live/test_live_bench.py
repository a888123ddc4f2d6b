"""A small game of the bench, so that it plays when it is wanted; and what it says of a server that loses answers."""

import json
import os
import subprocess
import sys
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from quizzes.models import Answer, Sitting, Student
from quizzes.rules.game import Settings
from quizzes.services.games import open_game
from tests.bench.live import school
from tests.bench.live.forms import filled_in
from tests.bench.live.options import Options, options
from tests.bench.live.report import faults
from tests.e2e.serving import ROOT


def test_a_small_game_loses_nothing_though_players_are_cut_off_and_the_server_is_killed() -> None:
    command = [sys.executable, "-m", "tests.bench.live", "--players", "10", "--drop", "0.3", "--questions", "3"]
    away = ("PYTEST", "DJANGO_", "DATABASE_URL", "CHANNEL_REDIS_URL")
    ours = {key: value for key, value in os.environ.items() if not key.startswith(away)}
    played = subprocess.run(command, cwd=ROOT, env=ours, capture_output=True, text=True, timeout=180)
    assert played.returncode == 0, played.stdout + played.stderr
    found = json.loads(played.stdout.splitlines()[-1])
    assert (found["players"], found["questions"], found["answers"], found["killed"]) == (10, 3, 30, True)
    assert (found["lost"], found["doubled"], found["frames_to_wrong_game"], found["inexact"]) == (0, 0, 0, 0)
    assert found["back"] >= 10
    assert found["acknowledged_ms"]["p50"] > 0
    assert found["memory_mb"] > 0


@pytest.mark.django_db
def test_what_is_not_in_the_database_is_lost_and_what_is_there_twice_is_doubled() -> None:
    ours = school.build(players=2, questions=2)["games"][0]
    students = list(Student.objects.filter(pk__in=ours["students"]))
    quiz = students[0].classroom.teacher.quizzes.get()
    game = open_game(quiz=quiz, classroom=students[0].classroom, settings=Settings())
    first, second = game.value.questions
    sitting = Sitting.objects.create(assignment=game.assignment, student=students[0], order=[first, second])
    kept = [answer(sitting, first, 1), answer(sitting, first, 2), answer(sitting, second, 1)]
    sent = [said(each, students[0].pk) for each in kept[:2]]
    counted = school.count(game.pk, sent)
    assert (counted["lost"], counted["doubled"], counted["unknown"]) == (0, 1, 1)
    assert counted["scores"] == {students[0].pk: (330, 3)}
    elsewhere = [said(kept[0], students[1].pk), {**said(kept[1], students[0].pk), "id": str(uuid4())}]
    assert school.count(game.pk, elsewhere)["lost"] == 2
    assert school.count(game.pk, [each | {"acknowledged": False} for each in elsewhere])["lost"] == 0


def answer(sitting: Sitting, question: int, number: int) -> Answer:
    return Answer.objects.create(
        id=uuid4(),
        sitting=sitting,
        question_id=question,
        number=number,
        source=Answer.Source.TYPED,
        mark="right",
        automatic_mark="right",
        received_at=timezone.now(),
    )


def said(kept: Answer, student: int) -> dict[str, Any]:
    return {"id": str(kept.pk), "student": student, "question": kept.question_id, "acknowledged": True}


GOOD = dict.fromkeys(
    ["lost", "doubled", "unknown", "unacknowledged", "refused", "inexact", "unfinished", "frames_to_wrong_game"], 0
) | {"to_read": 0, "late": 0}


def test_a_run_without_faults_has_none() -> None:
    assert faults(GOOD) == []


@pytest.mark.parametrize("name", GOOD)
def test_a_run_with_a_fault_says_which(name: str) -> None:
    assert faults(GOOD | {name: 3}) == [f"{name}: 3"]


@pytest.mark.parametrize(
    ("arguments", "wanted", "killed_at"),
    [
        ([], Options(), None),
        (["--players", "50", "--drop", "0.2"], Options(players=50, drop=0.2, restart=True), 3),
        (["--drop", "0.2", "--restart", "0"], Options(drop=0.2), None),
        (["--restart", "1", "--questions", "2"], Options(restart=True, questions=2), 1),
    ],
    ids=["as it is", "some are dropped", "the server lives", "only the server is killed"],
)
def test_what_is_wanted(arguments: list[str], wanted: Options, killed_at: int | None) -> None:
    assert options(arguments) == wanted
    assert wanted.killed_at == killed_at


def test_several_workers_want_a_database_and_redis(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    with pytest.raises(SystemExit):
        options(["--workers", "2"])
    assert "set DATABASE_URL and CHANNEL_REDIS_URL" in capsys.readouterr().err


PAGE = """
<form method="post" action="/leave/"><input type="hidden" name="csrfmiddlewaretoken" value="x"></form>
<form method="get"><input name="q"></form>
<form method="POST"><input type="hidden" name="csrfmiddlewaretoken" value="x">
<select name="class"><option value="1">A<option value="2" selected>B</select>
<select name="teams"><option value="">None<option value="2">Two</select>
<input type="radio" name="pace" value="led" checked><input type="radio" name="pace" value="own">
<input type="checkbox" name="guests"><input type="checkbox" name="board" checked></form>
"""


def test_a_form_is_sent_as_the_page_offers_it() -> None:
    offered = {"csrfmiddlewaretoken": "x", "class": "2", "teams": "", "pace": "led", "board": "on"}
    assert filled_in(PAGE) == offered
    assert filled_in(PAGE, **{"class": "1"}) == offered | {"class": "1"}
