"""The one value that page, API and CSV show."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from quizzes.models import Answer, Assignment, Classroom, Quiz, Sitting, Student, User
from quizzes.queries.export import table
from quizzes.queries.results import Cell, Results, Row, clock, results
from quizzes.rules import questions
from quizzes.rules.game.events import Ended, Event, Skipped, Started, WentOn
from quizzes.rules.marking import Outcome
from quizzes.services.corrections import correct_answer
from quizzes.services.quizzes import add_questions
from tests.quizzes.gaming import after, play, wrote
from tests.quizzes.giving import drawn, reading, typed

MORNING = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def of(student: Student, found: Results) -> Row:
    return next(row for row in found.rows if row.student == student.pk)


def fresh(assignment: Assignment) -> Results:
    return results(Assignment.objects.select_related("classroom", "game").get(pk=assignment.pk))


def cell(student: Student, assignment: Assignment, place: int = 1) -> Cell:
    return of(student, fresh(assignment)).cells[place - 1]


def test_before_anybody_answers_everybody_is_there(assignment: Assignment) -> None:
    found = fresh(assignment)
    assert [row.name for row in found.rows] == ["Yan Yates", "Zoe Zimmer"]
    assert [column.prompt for column in found.columns] == ["7 × 8 = □", "12 ÷ 4 = □"]
    assert [column.answer for column in found.columns] == ["56", "3"]
    assert [(column.share, column.hardest) for column in found.columns] == [("", False), ("", False)]
    assert found.summary == "2 students: 0 are at work, 0 have finished."
    (first, _) = found.rows
    assert (first.progress, first.score.right, first.score.total, first.time) == ("Not started", 0, 2, "")
    assert {each.words for each in first.cells} == {"Not answered"}


def test_a_row_says_how_far_how_well_and_how_long(zoe: Student, yan: Student, assignment: Assignment) -> None:
    drawn(zoe, assignment, 1, "54", shown_at=MORNING)
    drawn(zoe, assignment, 1, "56", shown_at=MORNING)
    row = of(zoe, fresh(assignment))
    assert (row.progress, row.score.right, row.seconds, row.time) == ("1 of 2", 1, 24.0, "0:24")
    assert row.cells[0].words == "Right, 56, 2 tries"
    drawn(zoe, assignment, 2, "4", shown_at=MORNING)
    Sitting.objects.update(finished_at=MORNING)
    found = fresh(assignment)
    assert of(zoe, found).progress == "Finished"
    assert found.summary == "2 students: 0 are at work, 1 has finished."


def test_the_class_row_counts_and_names_the_hardest(zoe: Student, yan: Student, assignment: Assignment) -> None:
    typed(zoe, assignment, 1, "56")
    typed(yan, assignment, 1, "56")
    typed(zoe, assignment, 2, "4")
    first, second = fresh(assignment).columns
    assert (first.share, first.hardest) == ("2 of 2", False)
    assert (second.share, second.hardest) == ("0 of 1", True)


def test_unread_ink_counts_against_no_question(zoe: Student, yan: Student, assignment: Assignment) -> None:
    typed(yan, assignment, 1, "56")
    drawn(zoe, assignment, 1, "", mark=Outcome.UNREAD)
    typed(yan, assignment, 2, "3")
    first, second = fresh(assignment).columns
    assert (first.share, second.share) == ("1 of 1", "1 of 1")
    assert (first.hardest, second.hardest) == (False, False)


def test_students_stand_as_on_a_class_list(classroom: Classroom, assignment: Assignment) -> None:
    for name in ["Åsa", "emma", "Zoé", "Emil"]:
        Student.objects.create(classroom=classroom, name=name)
    assert [row.name for row in fresh(assignment).rows] == ["Åsa", "Emil", "emma", "Yan Yates", "Zoé", "Zoe Zimmer"]


def test_where_all_questions_went_alike_none_is_the_hardest(zoe: Student, assignment: Assignment) -> None:
    typed(zoe, assignment, 1, "56")
    typed(zoe, assignment, 2, "3")
    assert [column.hardest for column in fresh(assignment).columns] == [False, False]


def test_doubtful_wrong_ink_asks_for_a_look_until_the_teacher_has_spoken(
    zoe: Student, assignment: Assignment, alice: User
) -> None:
    answer = drawn(zoe, assignment, 1, "54", look_at_ink=True)
    found = fresh(assignment)
    assert found.to_look_at == 1
    assert of(zoe, found).cells[0].words == "Wrong, 54, look at the ink"
    correct_answer(answer=answer, teacher=alice, mark=Outcome.WRONG, reason="I looked at it")
    found = fresh(assignment)
    assert found.to_look_at == 0
    assert of(zoe, found).cells[0].words == "Wrong, 54, corrected"


def test_a_doubtful_first_try_is_not_forgotten_behind_a_wrong_second(zoe: Student, assignment: Assignment) -> None:
    drawn(zoe, assignment, 1, "54", look_at_ink=True)
    assert drawn(zoe, assignment, 1, "50").look_at_ink is False
    assert cell(zoe, assignment).look_at_ink


def test_a_digit_written_mirrored_is_told_whatever_the_mark(zoe: Student, assignment: Assignment) -> None:
    drawn(zoe, assignment, 2, "3", read=reading("3", mirrored="3"))
    found = of(zoe, fresh(assignment))
    assert found.cells[1].words == "Right, 3, 3 written mirrored"
    assert found.mirrored == "3"


def test_once_right_no_look_is_needed(zoe: Student, assignment: Assignment) -> None:
    drawn(zoe, assignment, 1, "54", look_at_ink=True)
    drawn(zoe, assignment, 1, "56")
    assert not cell(zoe, assignment).needs_look


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"awaits_child": True}, "Waiting for the child, 54"),
        ({"left_to_teacher": True}, "Unread, 54, left to you"),
        ({}, "Unread, 54"),
    ],
)
def test_unread_answers_need_a_look(zoe: Student, assignment: Assignment, fields: dict[str, Any], words: str) -> None:
    drawn(zoe, assignment, 1, "54", mark="unread", note="", read=reading("54", "ask"), **fields)
    found = cell(zoe, assignment)
    assert (found.needs_look, found.words) == (True, words)


def test_a_student_who_left_stays_in_the_results_with_answers_only(
    zoe: Student, yan: Student, assignment: Assignment
) -> None:
    typed(zoe, assignment, 1, "56")
    Student.objects.update(removed_at=MORNING)
    assert [(row.name, row.removed) for row in fresh(assignment).rows] == [("Zoe Zimmer", True)]


def test_the_queries_are_as_many_for_thirty_students_as_for_two(
    assignment: Assignment,
    classroom: Classroom,
    alice: User,
    zoe: Student,
    django_assert_num_queries: Callable[..., Any],
) -> None:
    correct_answer(answer=typed(zoe, assignment, 1, "54"), teacher=alice, mark=Outcome.RIGHT, reason="Looked")
    loaded = Assignment.objects.select_related("classroom", "game").get(pk=assignment.pk)
    with django_assert_num_queries(5):
        results(loaded)
    students = [Student(classroom=classroom, name=f"Student {number}") for number in range(28)]
    for student in Student.objects.bulk_create(students):
        answer = typed(student, assignment, 1, "54")
        correct_answer(answer=answer, teacher=alice, mark=Outcome.RIGHT, reason="Looked")
    with django_assert_num_queries(5):
        results(loaded)


def test_the_ink_stays_in_the_database(
    zoe: Student, assignment: Assignment, django_assert_num_queries: Callable[..., Any]
) -> None:
    drawn(zoe, assignment, 1, "56")
    with django_assert_num_queries(6) as asked:
        fresh(assignment)
    assert not any('"strokes"' in query["sql"] for query in asked.captured_queries)
    assert Answer.objects.get().strokes


@pytest.mark.parametrize(
    ("seconds", "shown"), [(None, ""), (0.0, "0:00"), (9.4, "0:09"), (59.7, "1:00"), (605.0, "10:05")]
)
def test_a_time_is_minutes_and_seconds(seconds: float | None, shown: str) -> None:
    assert clock(seconds) == shown


ON = (WentOn(), WentOn(), WentOn())
"""From one question to the next."""


@pytest.mark.parametrize(
    ("happened", "tally", "progress", "shares", "told"),
    [
        ((), "0 of 0", "0 of 0", ["not asked"] * 2, "Questions 1 and 2 were not asked: nobody's score counts that."),
        ((Started(),), "0 of 1", "0 of 1", ["", "not asked"], "Question 2 was not asked: nobody's score counts that."),
        (
            (Started(), Skipped(), Ended()),
            "0 of 1",
            "Finished",
            ["skipped", ""],
            "Question 1 was skipped: nobody's score counts that.",
        ),
        ((Started(), *ON, Ended()), "0 of 2", "Finished", ["", ""], ""),
    ],
    ids=["lobby", "first question", "first one skipped", "all asked"],
)
def test_what_was_skipped_or_never_asked_is_in_nobodys_score(
    quiz: Quiz,
    classroom: Classroom,
    zoe: Student,
    happened: tuple[Event, ...],
    tally: str,
    progress: str,
    shares: list[str],
    told: str,
) -> None:
    game = after(play(quiz, classroom, [zoe]), *happened)
    found = fresh(game.assignment)
    row = of(zoe, found)
    assert (row.tally, row.progress, found.left_out) == (tally, progress, told)
    assert [column.share for column in found.columns] == shares
    words = [share.capitalize() or "Not answered" for share in shares]
    assert [each.words for each in row.cells] == words
    assert table(found)[1][7::3] == shares


def test_an_answer_to_a_skipped_question_can_be_seen_and_counts_for_nobody(
    quiz: Quiz, classroom: Classroom, zoe: Student, yan: Student
) -> None:
    game = after(play(quiz, classroom, [zoe, yan]), Started())
    wrote(game, zoe, 1, "56")
    wrote(game, yan, 1, "", reading=None)
    game = after(game, Skipped())
    wrote(game, zoe, 2, "3")
    after(game, Ended())

    found = fresh(game.assignment)
    row = of(zoe, found)
    assert (row.tally, row.cells[0].words, found.columns[0].share) == ("1 of 1", "Right, 56, skipped", "skipped")
    assert (of(yan, found).needs_look, found.to_look_at) == (False, 0)
    assert table(found)[2][7] == "right, skipped"


def test_what_was_skipped_is_told_beside_what_was_not_asked(quiz: Quiz, classroom: Classroom, zoe: Student) -> None:
    add_questions(quiz=quiz, added=[questions.write("6 + 7"), questions.write("9 − 5")])
    game = after(play(quiz, classroom, [zoe]), Started(), Skipped(), Ended())
    told = "Question 1 was skipped, and questions 3 and 4 were not asked: nobody's score counts that."
    assert fresh(game.assignment).left_out == told
