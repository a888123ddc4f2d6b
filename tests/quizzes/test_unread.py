"""The first promise: ink that cannot be read counts against nobody, wherever one looks."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from quizzes.models import Assignment, Student, User
from quizzes.queries.export import table
from quizzes.queries.play import score_page
from quizzes.queries.results import Results, results
from quizzes.queries.sittings import sitting_state
from quizzes.rules.marking import Outcome
from quizzes.services.corrections import correct_answer, undo_correction
from tests.quizzes.giving import drawn, typed


@pytest.fixture
def left(zoe: Student, assignment: Assignment) -> Assignment:
    """Zoe has the first question right, and nobody can read her second."""
    typed(zoe, assignment, 1, "56")
    drawn(zoe, assignment, 2, "", mark="unread", note="", left_to_teacher=True)
    return Assignment.objects.get()


def of_zoe(assignment: Assignment) -> Results:
    return results(Assignment.objects.get(pk=assignment.pk))


def test_unread_ink_uses_up_no_try(left: Assignment, zoe: Student) -> None:
    state = sitting_state(zoe.sittings.get())
    assert [(question.tries_left, question.outcome) for question in state.questions] == [(1, "right"), (2, "unread")]


def test_unread_ink_lowers_no_score(left: Assignment, zoe: Student) -> None:
    row = of_zoe(left).rows[-1]
    assert (row.tally, row.score.percent, row.score.final_percent) == ("1 of 1", 100, 100)
    score = score_page(zoe.sittings.get()).score
    assert score is None or (score.right, score.wrong) == (1, 0)


def test_unread_ink_makes_no_question_hard(left: Assignment) -> None:
    assert [(column.share, column.hardest) for column in of_zoe(left).columns] == [("1 of 1", False), ("", False)]


def test_page_api_and_spreadsheet_say_the_same(
    left: Assignment, alice: User, signed_in: Callable[[User], Client]
) -> None:
    client = signed_in(alice)
    assert 'data-field="tally">1 of 1<' in client.get(reverse("results", args=[left.pk])).content.decode()
    assert client.get(reverse("api-results", args=[left.pk])).json()["rows"][-1]["tally"] == "1 of 1"
    assert table(of_zoe(left))[-1][2:4] == [1, 1]


def test_once_its_teacher_has_read_it_it_counts_and_undoing_takes_that_back(
    left: Assignment, zoe: Student, alice: User
) -> None:
    answer = zoe.sittings.get().answers.get(question__position=2)
    correct_answer(answer=answer, teacher=alice, mark=Outcome.WRONG, reason="I can read it")
    assert of_zoe(left).rows[-1].tally == "1 of 2"
    assert table(of_zoe(left))[-1][2:4] == [1, 2]
    undo_correction(answer=answer, teacher=alice)
    assert of_zoe(left).rows[-1].tally == "1 of 1"
