"""What came after its question was over: seen, counted by one tap, taken back; and what is still being read."""

import random
from collections.abc import Callable
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from quizzes.middleware import SEAT_COOKIE
from quizzes.models import Answer, Assignment, Classroom, LiveGame, Quiz, Student, User
from quizzes.queries.causes import causes
from quizzes.queries.export import table
from quizzes.queries.late import Counted, as_if_in_time
from quizzes.queries.practice import attempts_of
from quizzes.queries.results import Cell, Results, results
from quizzes.queries.student_history import student_history
from quizzes.rules.game.events import Started, WentOn
from quizzes.rules.marking import Outcome
from quizzes.services.corrections import COUNTED, count_late, undo_correction
from quizzes.services.intake import Arrival, keep, settle
from quizzes.services.judging import Submission
from quizzes.services.refusals import NotEditable
from recognizer import templates
from tests.quizzes.gaming import after, play, wrote
from tests.quizzes.giving import reading

SignedIn = Callable[[User], Client]
LATE = {"late": True, "mark": "unread", "left_to_teacher": True}


@pytest.fixture
def game(quiz: Quiz, classroom: Classroom, zoe: Student, yan: Student) -> LiveGame:
    """The first question is over; Zoe and Yan play."""
    return after(play(quiz, classroom, [zoe, yan]), Started(), WentOn())


def fresh(game: LiveGame) -> Results:
    return results(Assignment.objects.select_related("classroom").get(pk=game.assignment_id))


def cell_of(student: Student, game: LiveGame) -> Cell:
    return next(row for row in fresh(game).rows if row.student == student.pk).cells[0]


def test_an_answer_that_came_late_is_read_waits_for_the_teacher_and_counts_by_one_tap(
    game: LiveGame, zoe: Student, alice: User, seated: Callable[[Student], Client], signed_in: SignedIn
) -> None:
    token = seated(zoe).cookies[SEAT_COOKIE].value
    first = game.assignment.questions.get(position=1)
    ink = templates.write("56", random.Random(7))
    keep([Arrival(token, game.pk, Submission(id=uuid4(), question=first.pk, strokes=ink))])
    assert (cell_of(zoe, game).words, cell_of(zoe, game).needs_look) == ("Being read", False)

    settle(game=game.pk)

    answer = Answer.objects.get()
    late = cell_of(zoe, game)
    assert (late.outcome, late.late, late.needs_look) == ("unread", True, True)
    assert late.words == "Unread, 56, came late"
    page = signed_in(alice).get(reverse("answer", args=[answer.pk])).content.decode()
    assert "This came after the question was over" in page
    assert "Count it: right" in page
    assert "Sent it after the question was over" in page

    done = signed_in(alice).post(reverse("answer-counting", args=[answer.pk]), follow=True).content.decode()

    assert "It counts, and is right. The scores have followed." in done
    counted = cell_of(zoe, game)
    assert (counted.outcome, counted.late, counted.corrected, counted.needs_look) == ("right", False, True, False)


@pytest.mark.parametrize(
    ("fields", "counted"),
    [
        ({"text": "56"}, Counted("56", Outcome.RIGHT)),
        ({"text": "54"}, Counted("54", Outcome.WRONG)),
        ({"text": "", "reading": reading("56", "ask", 0.6)}, Counted("56", Outcome.RIGHT)),
        ({"text": "", "reading": reading("", "unread")}, None),
        ({"text": "", "reading": None}, None),
        ({"text": "56", "strokes": None, "reading": None}, Counted("56", Outcome.RIGHT)),
        ({"text": "a bird", "strokes": None, "reading": None}, None),
        ({"text": "56", "awaits_reader": True}, None),
        ({"text": "56", "late": False}, None),
    ],
    ids=["right", "wrong", "doubtful ink", "no reading", "no reader", "typed", "no number", "being read", "in time"],
)
def test_what_a_late_answer_comes_to(
    game: LiveGame, zoe: Student, fields: dict[str, object], counted: Counted | None
) -> None:
    given = {"text": "56"} | LATE | fields
    answer = wrote(game, zoe, 1, str(given.pop("text")), **given)

    assert as_if_in_time(answer) == counted


def test_counting_is_a_correction_that_is_undone_like_any(game: LiveGame, zoe: Student, alice: User) -> None:
    answer = wrote(game, zoe, 1, "54", **LATE)

    made = count_late(answer=answer, teacher=alice)

    assert (made.mark, made.text, made.reason) == ("wrong", "54", COUNTED)
    assert count_late(answer=answer, teacher=alice) == made  # a second tap
    answer.refresh_from_db()
    assert (answer.mark, answer.late) == ("wrong", True)

    undo_correction(answer=answer, teacher=alice)
    answer.refresh_from_db()
    assert (answer.mark, cell_of(zoe, game).late) == ("unread", True)


def test_what_cannot_be_marked_is_refused_with_what_to_do(game: LiveGame, zoe: Student, alice: User) -> None:
    answer = wrote(game, zoe, 1, "", reading=None, **LATE)

    with pytest.raises(NotEditable) as refusal:
        count_late(answer=answer, teacher=alice)

    assert str(refusal.value) == "Nothing of this answer can be marked by itself. Look at it, and choose the mark."


def test_another_teacher_counts_nothing(game: LiveGame, zoe: Student, bob: User, signed_in: SignedIn) -> None:
    answer = wrote(game, zoe, 1, "56", **LATE)

    assert signed_in(bob).post(reverse("answer-counting", args=[answer.pk])).status_code == 404
    answer.refresh_from_db()
    assert answer.mark == "unread"


def test_the_spreadsheet_says_late_and_being_read(game: LiveGame, zoe: Student, yan: Student) -> None:
    wrote(game, zoe, 1, "56", **LATE)
    wrote(game, yan, 1, "56", awaits_reader=True, mark="unread")

    _, yans, zoes = table(fresh(game))

    assert (yans[7], zoes[7]) == ("being read", "unread, came late")


def test_what_awaits_the_reader_counts_nowhere(game: LiveGame, zoe: Student) -> None:
    """Though the row says *wrong* already, as a crash between two writes might leave it."""
    wrote(game, zoe, 1, "54", awaits_reader=True, misconceptions=["MUL-NBR"])
    skill = game.assignment.questions.get(position=1).question.skill

    found = causes(game.assignment)

    assert (found.often, found.once) == ((), ())
    assert student_history(zoe).answers == 0
    assert attempts_of([zoe], {skill})[zoe.pk] == []
    assert fresh(game).to_look_at == 0
