"""A quiz that tells misconceptions apart."""

import random
from itertools import combinations

import pytest

from quizzes.models import Quiz, User
from quizzes.rules.misconceptions import CATALOGUE, Misconception, opportunities
from quizzes.services.refusals import NotEditable
from quizzes.services.telling import QUESTIONS, quiz_telling_apart

TOGETHER = [("SUB-SFL", "SUB-BND"), ("SUB-SFL",), ("ADD-CONCAT", "ADD-NOCARRY"), ("FRAC-MED",), ("MUL-NEAR", "OP-SWAP")]


@pytest.mark.parametrize("ids", TOGETHER, ids=" and ".join)
def test_its_questions_give_each_cause_another_answer(alice: User, ids: tuple[str, ...]) -> None:
    hypotheses = [CATALOGUE[name] for name in ids]
    quiz = quiz_telling_apart(teacher=alice, about="4B", hypotheses=hypotheses, rng=random.Random(7))
    asked = [row.question for row in quiz.questions.all()]
    assert 1 <= len(asked) <= QUESTIONS
    assert len({question.key for question in asked}) == len(asked)
    for question in asked:
        assert opportunities(question) & set(ids)
        for one, other in combinations(hypotheses, 2):
            assert one.predictions(question).isdisjoint(other.predictions(question))


@pytest.mark.parametrize("seed", range(5))
def test_no_question_comes_twice_where_skills_have_it_in_common(alice: User, seed: int) -> None:
    hypotheses = [CATALOGUE["MUL-NEAR"]]
    quiz = quiz_telling_apart(teacher=alice, about="4B", hypotheses=hypotheses, rng=random.Random(seed))
    keys = [row.question.key for row in quiz.questions.all()]
    assert len(keys) == QUESTIONS
    assert len(set(keys)) == QUESTIONS


def test_it_is_the_teachers_own_with_a_title_that_fits(alice: User) -> None:
    hypotheses = [CATALOGUE["SUB-SFL"]]
    quiz = quiz_telling_apart(teacher=alice, about="x" * 200, hypotheses=hypotheses, rng=random.Random(7))
    assert (quiz.teacher, len(quiz.title)) == (alice, 120)


def test_where_no_question_shows_it_there_is_no_quiz(alice: User) -> None:
    lonely = Misconception("NONE", "n", "e", CATALOGUE["SLIP"].example, "t", ("subtract-100",), "s", lambda _: ())
    with pytest.raises(NotEditable, match="Write some by hand"):
        quiz_telling_apart(teacher=alice, about="4B", hypotheses=[lonely], rng=random.Random(7))
    assert not Quiz.objects.filter(title__startswith="Telling").exists()
