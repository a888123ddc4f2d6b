"""The simulation of misconceptions, on a small scale, and the page that it writes."""

import random
from dataclasses import replace

import pytest

from quizzes.rules.marking import Outcome
from quizzes.rules.questions import write
from tests.bench import misconceptions_page, simulation
from tests.bench.misconceptions_page import catalogue, meets, page, written
from tests.bench.simulation import SHORT, Asked, Count, Place, measure
from tests.bench.students import Student

BEST = Place("subtract-within-100", 4, alone=1.0, shows=1.0)


def test_the_catalogue_on_the_page_is_the_one_in_the_code() -> None:
    assert catalogue() == misconceptions_page._HEADING + "\n" + written()


def test_a_student_answers_by_the_misconception_but_for_slips_and_misreads() -> None:
    student, question = Student("SUB-SFL", random.Random(1)), write("63 - 29")
    told = [student.answer(question) for _ in range(400)]
    share = sum(each.text == "46" for each in told) / len(told)
    assert 0.8 < share < 0.95
    assert {each.outcome for each in told} >= {Outcome.WRONG, Outcome.UNREAD}


def test_a_student_without_a_misconception_is_mostly_right() -> None:
    student, question = Student(None, random.Random(1)), write("1/2 + 1/3")
    told = [student.answer(question).outcome for _ in range(400)]
    assert 0.8 < told.count(Outcome.RIGHT) / len(told) < 0.95


def test_a_misconception_that_shows_everywhere_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(simulation, "STUDENTS", 10)
    found = measure(1, ("SUB-SFL", BEST))
    assert meets(found.counts[Asked.LEVEL, SHORT])
    assert measure(1, ("SUB-SFL", BEST)) == found


def test_the_page_says_what_was_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(simulation, "STUDENTS", 2)
    found = measure(1, ("SUB-SFL", BEST))
    bad = replace(found, name="SUB-BND", counts=dict.fromkeys(found.counts, Count(planted=10, found=3, wrongly=1)))
    text = page([found, bad], seed=1)
    assert "level, 8 questions: SUB-BND (75 / 30)." in text
    assert text.endswith(catalogue())
