import random

import pytest

from quizzes.rules.gallery import GALLERY, ReadyQuiz
from quizzes.rules.skills import SKILLS, Family

QUIZZES = pytest.mark.parametrize("ready", GALLERY.values(), ids=GALLERY)


@QUIZZES
def test_a_ready_quiz_has_its_questions_and_none_twice(ready: ReadyQuiz) -> None:
    questions = ready.draw(random.Random(ready.seed))
    assert 8 <= len(questions) == ready.count <= 25
    assert len({question.key for question in questions}) == len(questions)
    assert questions == ready.draw(random.Random(ready.seed))


def test_there_is_one_for_every_family_and_every_grade_and_seeds_and_titles_differ() -> None:
    assert len(GALLERY) >= 30
    families = {SKILLS[part.skill].family for ready in GALLERY.values() for part in ready.parts}
    assert families == {skill.family for skill in SKILLS.values()} <= set(Family)
    assert {ready.grade for ready in GALLERY.values()} >= set(range(7))
    for name in ("seed", "title", "code"):
        assert len({getattr(ready, name) for ready in GALLERY.values()}) == len(GALLERY)


def test_the_gallery_goes_from_the_youngest_class_to_the_oldest() -> None:
    ages = [(ready.grade, ready.year) for ready in GALLERY.values()]
    assert ages == sorted(ages)
