"""The schedule of practice on a few simulated students; the command has many."""

from datetime import timedelta
from random import Random

from quizzes.rules.practice import Step
from tests.bench.learner import Learner, Nature
from tests.bench.practice import SETTINGS, START, compare, course, in_turn, page

STEP = Step("add-within-100", 1)
NATURE = Nature(learns=1.0, half_life=2.0, gain=3.0, unready=0.0)


def test_practice_beats_chance_by_a_margin() -> None:
    few = compare(SETTINGS[1], students=5, orders=("practice", "at random"))
    assert few.margin > 5


def test_a_course_repeats_from_its_seed() -> None:
    assert course(in_turn, SETTINGS[0], 7) == course(in_turn, SETTINGS[0], 7)
    assert course(in_turn, SETTINGS[0], 7) != course(in_turn, SETTINGS[0], 8)


def test_what_is_learnt_is_forgotten_by_half_in_a_half_life() -> None:
    learner = Learner(NATURE, Random(1))
    assert learner.recall(STEP, START) == 0
    learner.answer(STEP, START)
    assert [round(learner.recall(STEP, START + timedelta(days=days)), 3) for days in (0, 2, 4)] == [1.0, 0.5, 0.25]


def test_a_level_waits_for_the_one_below() -> None:
    learner = Learner(NATURE, Random(1))
    above = Step(STEP.code, 2)
    learner.answer(above, START)
    assert learner.recall(above, START) == 0
    learner.answer(STEP, START)
    learner.answer(above, START)
    assert learner.recall(above, START) == 1


def test_a_repeat_after_a_minute_is_worth_less_than_one_after_days() -> None:
    later, kept = START + timedelta(days=1), []
    for again in (START + timedelta(minutes=1), later):
        learner = Learner(NATURE, Random(3))
        learner.answer(STEP, START)
        learner.answer(STEP, again)
        kept.append(learner.recall(STEP, again + timedelta(days=7)))
    assert kept[0] < kept[1]


def test_the_page_is_written_from_the_parameters() -> None:
    few = [compare(setting, students=2, orders=("practice", "at random")) for setting in SETTINGS[:1]]
    written = page(few)
    assert "after 1, 3, 7, 21 and 60 days" in written
    assert "| 12 levels |" in written
