"""`make run`'s first and second start."""

import io
import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from quizzes.models import Answer, Assignment, Classroom, LiveGame, Quiz, Sitting, Student, User
from quizzes.queries.causes import causes as causes_of
from quizzes.queries.results import results
from quizzes.queries.student_history import student_history
from quizzes.rules.game import Settings
from quizzes.rules.marking import Outcome
from quizzes.services.classrooms import renew_code
from quizzes.services.games import open_game


@pytest.fixture
def start(db: None, settings: Any, tmp_path: Path) -> Any:
    """Starts the site in a folder of its own; what it prints."""
    settings.VAR_DIR = tmp_path
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STATIC_ROOT.mkdir()

    def prepare(*arguments: str, site_url: str = "http://127.0.0.1:8000") -> str:
        settings.SITE_URL = site_url
        out = io.StringIO()
        call_command("prepare", *arguments, stdout=out)
        return out.getvalue()

    return prepare


def test_the_first_start_loads_a_school_with_finished_assignments(start: Any) -> None:
    start()
    assert (Classroom.objects.count(), Student.objects.seated().count(), Quiz.objects.count()) == (2, 20, 4)
    finished, away, _ = Assignment.objects.given().exclude(closed_at=None).order_by("pk")
    assert away.sittings.exclude(finished_at=None).count() == 8
    causes = causes_of(away)
    assert causes.often[0].misconception.id == "SUB-SFL"
    assert {"Kofi Mensah", "Mateo Silva"} <= set(causes.often[0].students)
    assert "SUB-SFL" in {each.misconception.id for each in student_history(student("Kofi Mensah")).likely}
    assert finished.sittings.exclude(finished_at=None).count() == 11
    answers = Answer.objects.filter(sitting__assignment=finished)
    assert answers.count() == 110
    assert set(answers.values_list("mark", flat=True)) >= {Outcome.RIGHT, Outcome.WRONG}
    assert answers.filter(source="drawn").count() > 90
    practised = Sitting.objects.exclude(assignment__practised_by=None)
    assert [len(sitting.order) for sitting in practised] == [10] * 4


def test_a_live_game_was_played_with_a_guest_and_an_answer_that_came_late(start: Any) -> None:
    start()
    game = LiveGame.objects.get()
    assert (game.value.is_over, len(game.value.playing)) == (True, 9)
    found = results(game.assignment)
    assert (found.finished, [row.name for row in found.rows if row.guest]) == (9, [found.rows[-1].name])
    cells = [cell for row in found.rows for cell in row.cells]
    assert (sum(cell.late for cell in cells), len([cell for cell in cells if cell.outcome])) == (1, 54)
    assert not any(cell.being_read for cell in cells)
    assert game.over_at is not None
    assert game.over_at < timezone.now() - timedelta(hours=23)


def student(name: str) -> Student:
    return Student.objects.get(name=name)


def test_what_is_printed_signs_in_as_teacher_and_administrator(start: Any) -> None:
    card = start()
    for role, page in (("Teacher", "/teach/classrooms/"), ("Administrator", "/admin/")):
        found = re.search(rf"{role}\s+\S+\s+(\S+)\s+(\S+)", card)
        assert found
        client = Client()
        client.post("/accounts/sign-in/", {"username": found[1], "password": found[2]})
        assert client.get(page).status_code == 200


def test_a_second_start_loads_nothing_and_prints_the_same_for_the_address_of_today(start: Any) -> None:
    first = start()
    renew_code(classroom=Classroom.objects.get(name="4B"))
    second = start(site_url="http://127.0.0.1:9000")
    assert User.objects.count() == 2
    assert "First start" in first
    assert "First start" not in second
    assert f"http://127.0.0.1:9000/join/               code {Classroom.objects.get(name='4B').code}" in second
    assert re.findall(r"@demo\.example   (\S+)", first) == re.findall(r"@demo\.example   (\S+)", second)


def test_passwords_differ_from_installation_to_installation(start: Any) -> None:
    first = re.findall(r"@demo\.example   (\S+)", start())
    User.objects.all().delete()
    assert not set(first) & set(re.findall(r"@demo\.example   (\S+)", start()))


def test_a_site_can_start_empty(start: Any) -> None:
    assert start("--no-demo") == "\nAstro Numbers is at http://127.0.0.1:8000\n"
    assert not User.objects.exists()


def test_a_start_ends_a_game_that_nobody_ended(start: Any, quiz: Quiz, classroom: Classroom) -> None:
    open_game(quiz=quiz, classroom=classroom, settings=Settings())
    start("--no-demo")
    assert LiveGame.objects.running().exists()
    with time_machine.travel(timezone.now() + timedelta(hours=13)):
        start("--no-demo")
    assert not LiveGame.objects.running().exists()
