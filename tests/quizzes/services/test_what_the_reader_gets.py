"""The second promise: the reader is handed ink and the format, and never learns the value that is asked for."""

from random import Random
from typing import Any
from uuid import uuid4

import pytest

from quizzes.models import Assignment, Classroom, Student, User
from quizzes.models import Quiz as QuizRow
from quizzes.rules import questions
from quizzes.rules.grammar import FORMATS
from quizzes.services import reading
from quizzes.services.answers import submit_answer
from quizzes.services.assignments import give_quiz
from quizzes.services.judging import Submission
from quizzes.services.quizzes import add_questions
from recognizer import templates
from recognizer.ink import Ink
from recognizer.reader import Reader, Reading

KEYS = ("50 + 4", "7 × 8", "1000 - 1", "6 × 9")
INKS = [templates.write("54", Random(seed)) for seed in range(len(KEYS))]  # what was read already is not read again


class Watched:
    """The reader of this process, which writes down all that it is handed."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.handed: list[tuple[tuple[Any, ...], dict[str, Any]]] = []

    def read(self, *values: Any, **named: Any) -> Reading:
        self.handed.append((values, named))
        return self.reader.read(*values, **named)


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch) -> Watched:
    spy = Watched(reading.get_reader())
    monkeypatch.setattr(reading, "get_reader", lambda: spy)
    return spy


def ask(teacher: User, classroom: Classroom, notation: str) -> Assignment:
    quiz = QuizRow.objects.create(teacher=teacher, title="One question")
    add_questions(quiz=quiz, added=[questions.write(notation)])
    return give_quiz(quiz=quiz, classroom=classroom)


def test_whatever_is_asked_the_reader_is_handed_the_same(
    alice: User, classroom: Classroom, zoe: Student, watched: Watched
) -> None:
    given = []
    for notation, ink in zip(KEYS, INKS, strict=True):
        assignment = ask(alice, classroom, notation)
        submission = Submission(id=uuid4(), question=assignment.questions.get().pk, strokes=ink)
        given.append(submit_answer(student=zoe, assignment=assignment, submission=submission).answer)
    assert watched.handed == [((Ink.from_json(ink), FORMATS["whole"].acceptor), {}) for ink in INKS]
    assert [answer.text for answer in given] == ["54"] * len(KEYS)
    assert [answer.mark for answer in given] == ["right", "wrong", "wrong", "right"]


def test_the_acceptor_of_a_format_is_one_for_all_questions() -> None:
    """An automaton built before any question is asked admits right and wrong texts alike."""
    acceptor = FORMATS["whole"].acceptor
    for text in ("0", "54", "56", "999999"):
        state: Any = acceptor.start
        for symbol in text:
            state = acceptor.step(state, symbol)
            assert state is not None
        assert acceptor.accepts(state)
