"""What goes with a mark: the right digits, likely causes, and the time before the first ink.

The ink here is really read: 7 × 8 is asked, 15 is its sum and 49 its neighbour in the table.
"""

from random import Random
from typing import Any
from uuid import uuid4

import pytest

from quizzes.models import Answer, Assignment, Classroom, Quiz, Student, User
from quizzes.rules import questions
from quizzes.rules.marking import Outcome
from quizzes.services.answers import confirm_answer, submit_answer
from quizzes.services.assignments import give_quiz
from quizzes.services.corrections import correct_answer, correct_reading, undo_correction
from quizzes.services.judging import Submission
from quizzes.services.quizzes import add_questions
from recognizer import templates
from tests.quizzes.giving import drawn, reading, typed

Strokes = list[list[list[float]]]


def written(text: str, seed: int = 1, tremble: float = 0) -> Strokes:
    """`text` as a hand writes it; its points tremble by so many units."""
    rng = Random(seed)
    ink = templates.write(text, rng)
    return [
        [[x + rng.uniform(-tremble, tremble), y + rng.uniform(-tremble, tremble), *t] for x, y, *t in s] for s in ink
    ]


CLEAR = written("15")
DOTTED = [*CLEAR, [[700, 460, 2000], [701, 461, 2016]]]
TREMBLING = written("49", seed=5, tremble=20)


def send(student: Student, assignment: Assignment, strokes: Strokes, **more: Any) -> Answer:
    question = assignment.questions.get(position=1)
    submission = Submission(id=uuid4(), question=question.pk, strokes=strokes, **more)
    return submit_answer(student=student, assignment=assignment, submission=submission).answer


def shows(answer: Answer) -> tuple[str, tuple[int | None, int | None], list[str]]:
    answer.refresh_from_db()
    return answer.mark, (answer.digits_right, answer.digits_asked), answer.misconceptions


def test_clear_ink_is_diagnosed(zoe: Student, assignment: Assignment) -> None:
    answer = send(zoe, assignment, CLEAR)
    assert answer.reading["decision"] == "sure"
    assert shows(answer) == ("wrong", (0, 2), ["OP-SWAP"])


def test_a_right_answer_has_its_digits_and_no_cause(zoe: Student, assignment: Assignment) -> None:
    assert shows(send(zoe, assignment, written("56"))) == ("right", (2, 2), [])


def test_what_was_typed_is_diagnosed(zoe: Student, assignment: Assignment) -> None:
    assert shows(typed(zoe, assignment, 1, "49")) == ("wrong", (0, 2), ["MUL-NEAR"])


def test_what_is_no_answer_shows_nothing(zoe: Student, assignment: Assignment) -> None:
    assert shows(typed(zoe, assignment, 1, "seven")) == ("unread", (None, None), [])


def test_doubtful_ink_is_not_diagnosed_until_the_child_has_spoken(zoe: Student, assignment: Assignment) -> None:
    answer = send(zoe, assignment, DOTTED)
    assert (answer.reading["decision"], answer.text, answer.awaits_child) == ("ask", "15", True)
    assert shows(answer) == ("unread", (None, None), [])
    confirm_answer(student=zoe, answer=answer, text="15")
    assert shows(answer) == ("wrong", (0, 2), ["OP-SWAP"])


def test_doubtful_ink_that_comes_with_the_childs_word_is_diagnosed(zoe: Student, assignment: Assignment) -> None:
    assert shows(send(zoe, assignment, DOTTED, confirmed="15")) == ("wrong", (0, 2), ["OP-SWAP"])


def test_doubtful_ink_left_to_the_teacher_shows_nothing(zoe: Student, assignment: Assignment) -> None:
    assert shows(send(zoe, assignment, DOTTED, confirmed="")) == ("unread", (None, None), [])


def test_a_sure_reading_with_a_doubtful_glyph_is_not_diagnosed(zoe: Student, assignment: Assignment) -> None:
    answer = send(zoe, assignment, TREMBLING)
    assert (answer.reading["decision"], answer.text) == ("sure", "49")
    assert min(glyph["confidence"] for glyph in answer.reading["glyphs"]) < 0.9
    assert shows(answer) == ("wrong", (0, 2), [])


def test_ink_that_could_be_the_right_answer_is_not_diagnosed(zoe: Student, assignment: Assignment) -> None:
    """The glyphs are clear, but 56 is among the readings: a teacher looks first."""
    answer = drawn(zoe, assignment, 1, "49", read=reading("49", alternatives=[("56", 0.02)]), look_at_ink=True)
    correct_answer(answer=answer, teacher=assignment.classroom.teacher, mark=Outcome.RIGHT, reason="I can read it")
    undo_correction(answer=answer, teacher=assignment.classroom.teacher)
    assert shows(answer)[2] == []


def test_a_reading_of_older_weights_without_glyphs_own_certainty_is_not_diagnosed(
    zoe: Student, assignment: Assignment, alice: User
) -> None:
    old = reading("49")
    for glyph in old["glyphs"]:
        del glyph["confidence"]
    answer = drawn(zoe, assignment, 1, "49", read=old)
    correct_answer(answer=answer, teacher=alice, mark=Outcome.RIGHT, reason="I can read it")
    undo_correction(answer=answer, teacher=alice)
    assert shows(answer)[2] == []


def test_a_corrected_reading_has_its_own_digits_and_causes(zoe: Student, assignment: Assignment, alice: User) -> None:
    answer = send(zoe, assignment, CLEAR)
    correct_reading(answer=answer, teacher=alice, text="49", reason="Misread: it says 49")
    assert shows(answer) == ("wrong", (0, 2), ["MUL-NEAR"])
    correct_reading(answer=answer, teacher=alice, text="56", reason="Misread: it says 56")
    assert shows(answer) == ("right", (2, 2), [])
    undo_correction(answer=answer, teacher=alice)
    assert shows(answer) == ("wrong", (0, 2), ["MUL-NEAR"])
    undo_correction(answer=answer, teacher=alice)
    assert shows(answer) == ("wrong", (0, 2), ["OP-SWAP"])


def test_a_teachers_reading_of_doubtful_ink_is_diagnosed_and_undoing_forgets(
    zoe: Student, assignment: Assignment, alice: User
) -> None:
    answer = send(zoe, assignment, DOTTED)
    correct_reading(answer=answer, teacher=alice, text="15", reason="Misread: it says 15")
    assert shows(answer) == ("wrong", (0, 2), ["OP-SWAP"])
    undo_correction(answer=answer, teacher=alice)
    assert shows(answer) == ("unread", (None, None), [])


@pytest.mark.parametrize(
    ("mark", "digits"),
    [
        pytest.param(Outcome.RIGHT, (2, 2), id="accepted: all its digits"),
        pytest.param(Outcome.UNREAD, (None, None), id="unread: none to count"),
        pytest.param(Outcome.WRONG, (0, 2), id="as the rules say"),
    ],
)
def test_a_mark_of_the_teacher_decides_what_the_digits_are(
    zoe: Student, assignment: Assignment, alice: User, mark: Outcome, digits: tuple[int | None, int | None]
) -> None:
    answer = send(zoe, assignment, CLEAR)
    correct_answer(answer=answer, teacher=alice, mark=mark, reason="I looked at it")
    assert shows(answer)[:2] == (mark, digits)
    assert (shows(answer)[2] == []) == (mark is not Outcome.WRONG)


def test_of_a_right_answer_that_a_teacher_refuses_nobody_knows_the_digits(
    zoe: Student, assignment: Assignment, alice: User
) -> None:
    answer = typed(zoe, assignment, 1, "56")
    correct_answer(answer=answer, teacher=alice, mark=Outcome.WRONG, reason="I looked at it")
    assert shows(answer) == ("wrong", (None, None), [])


@pytest.fixture
def demanding(classroom: Classroom, zoe: Student) -> Assignment:
    """A length with its unit, and a sum that is asked for with two decimals; the class writes a comma."""
    Classroom.objects.update(decimal_sign=",")
    quiz = Quiz.objects.create(teacher=classroom.teacher, title="Demanding", tries=3)
    length = questions.write_text("How long is the rope?", "1250", demands=("unit:cm",))
    add_questions(quiz=quiz, added=[length, questions.write("1.25 + 2.25", demands=("places:2",))])
    return give_quiz(quiz=quiz, classroom=Classroom.objects.get())


def test_a_unit_and_the_classs_thousands_are_kept_in_canonical_signs(zoe: Student, demanding: Assignment) -> None:
    zoe.refresh_from_db()
    bare = typed(zoe, demanding, 1, "1.250")
    assert (bare.text, bare.mark, bare.note) == ("1250", "wrong", "Right value: which unit?")
    full = typed(zoe, demanding, 1, "1.250 cm")
    assert (full.text, full.mark, full.note) == ("1250 cm", "right", "Yes, that is right.")
    assert shows(full) == ("right", (4, 4), [])


def test_a_right_value_that_misses_a_demand_is_another_try_without_a_cause(zoe: Student, demanding: Assignment) -> None:
    zoe.refresh_from_db()
    answer = typed(zoe, demanding, 2, "3,5")
    assert answer.note == "Right value: write it with 2 decimals."
    assert shows(answer) == ("wrong", (3, 3), [])
    assert typed(zoe, demanding, 2, "3,50").mark == "right"


def test_the_time_to_the_first_ink_is_kept_and_a_repeat_does_not_change_it(
    zoe: Student, assignment: Assignment
) -> None:
    question = assignment.questions.get(position=1).pk
    first = Submission(id=uuid4(), question=question, typed="56", thinking_ms=2400)
    again = Submission(id=first.id, question=question, typed="56", thinking_ms=9000)
    submit_answer(student=zoe, assignment=assignment, submission=first)
    assert submit_answer(student=zoe, assignment=assignment, submission=again).repeated
    assert Answer.objects.get().thinking_ms == 2400
