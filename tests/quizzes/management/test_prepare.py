"""`make run`'s first and second start."""

import io
import re
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client, TestCase, override_settings
from django.utils import timezone

from quizzes.models import Answer, Assignment, Classroom, LiveGame, Quiz, Sitting, Student, User
from quizzes.queries.causes import causes as causes_of
from quizzes.queries.results import results
from quizzes.queries.student_history import student_history
from quizzes.rules.game import Settings
from quizzes.rules.marking import Outcome
from quizzes.services.classrooms import renew_code
from quizzes.services.games import open_game


def start(folder: Path, *arguments: str, site_url: str = "http://127.0.0.1:8000") -> str:
    """Starts the site in that folder; what it prints."""
    static = folder / "static"
    static.mkdir(exist_ok=True)
    out = io.StringIO()
    with override_settings(VAR_DIR=folder, STATIC_ROOT=static, SITE_URL=site_url):
        call_command("prepare", *arguments, stdout=out)
    return out.getvalue()


class TestDemoSchool(TestCase):
    """A first start, whose school is loaded once for all of these tests."""

    folder: Path
    card: str

    @classmethod
    def setUpTestData(cls) -> None:
        cls.folder = Path(cls.enterClassContext(TemporaryDirectory()))
        cls.card = start(cls.folder)

    def test_the_first_start_loads_a_school_with_finished_assignments(self) -> None:
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

    def test_a_live_game_was_played_with_a_guest_and_an_answer_that_came_late(self) -> None:
        game = LiveGame.objects.get()
        assert (game.value.is_over, len(game.value.playing)) == (True, 9)
        found = results(game.assignment)
        assert (found.finished, [row.name for row in found.rows if row.guest]) == (9, [found.rows[-1].name])
        cells = [cell for row in found.rows for cell in row.cells]
        assert (sum(cell.late for cell in cells), len([cell for cell in cells if cell.outcome])) == (1, 54)
        assert not any(cell.being_read for cell in cells)
        assert game.over_at is not None
        assert game.over_at < timezone.now() - timedelta(hours=23)

    def test_what_is_printed_signs_in_as_teacher_and_administrator(self) -> None:
        for role, page in (("Teacher", "/teach/classrooms/"), ("Administrator", "/admin/")):
            found = re.search(rf"{role}\s+\S+\s+(\S+)\s+(\S+)", self.card)
            assert found
            client = Client()
            client.post("/accounts/sign-in/", {"username": found[1], "password": found[2]})
            assert client.get(page).status_code == 200

    def test_a_second_start_loads_nothing_and_prints_the_same_for_the_address_of_today(self) -> None:
        renew_code(classroom=Classroom.objects.get(name="4B"))
        second = start(self.folder, site_url="http://127.0.0.1:9000")
        assert User.objects.count() == 2
        assert "First start" in self.card
        assert "First start" not in second
        assert f"http://127.0.0.1:9000/join/               code {Classroom.objects.get(name='4B').code}" in second
        assert re.findall(r"@demo\.example   (\S+)", self.card) == re.findall(r"@demo\.example   (\S+)", second)

    def test_passwords_differ_from_installation_to_installation(self) -> None:
        User.objects.all().delete()
        with TemporaryDirectory() as other:
            first, second = (re.findall(r"@demo\.example   (\S+)", card) for card in (self.card, start(Path(other))))
        assert len(first) == len(second) == 2
        assert not set(first) & set(second)


@pytest.mark.django_db
def test_a_site_can_start_empty(tmp_path: Path) -> None:
    assert start(tmp_path, "--no-demo") == "\nAstro Numbers is at http://127.0.0.1:8000\n"
    assert not User.objects.exists()


def test_a_start_ends_a_game_that_nobody_ended(tmp_path: Path, quiz: Quiz, classroom: Classroom) -> None:
    open_game(quiz=quiz, classroom=classroom, settings=Settings())
    start(tmp_path, "--no-demo")
    assert LiveGame.objects.running().exists()
    with time_machine.travel(timezone.now() + timedelta(hours=13)):
        start(tmp_path, "--no-demo")
    assert not LiveGame.objects.running().exists()


def student(name: str) -> Student:
    return Student.objects.get(name=name)
