"""Speed of thought, apart from the speed of writing."""

import pytest

from quizzes.rules.marking import Outcome
from quizzes.rules.practice import Attempt, Step, knowledge_of
from quizzes.rules.practice.fluency import asked_by_heart, pace, thought
from quizzes.rules.skills import SKILLS
from tests.rules.practice.telling import attempts, on_day

FACTS, LONG = Step("tables-2-5-10", 1), Step("subtract-3-digits", 2)


def written(thinking: float | None, writing: float | None, signs: int = 2, minute: int = 0) -> Attempt:
    return Attempt(FACTS, on_day(0, minute), Outcome.RIGHT, thinking, writing, signs)


def test_the_pace_is_the_childs_own_seconds_for_one_sign() -> None:
    assert pace([written(1, 2.0), written(1, 1.0, signs=1), written(1, 9.0)]) == 1.0
    assert pace([written(1, 2.0), written(1, 2.0)]) is None  # two are no habit
    assert pace([written(1, None), written(1, None, signs=0), written(1, 2.0)]) is None


@pytest.mark.parametrize(
    ("attempt", "pace", "seconds"),
    [
        (written(2.0, 2.0), 1.0, 2.0),  # writes as always
        (written(2.0, 5.0), 1.0, 5.0),  # three seconds more than it takes to write two signs
        (written(2.0, 0.5), 1.0, 2.0),  # nobody thinks for less than no time
        (written(2.0, 5.0), None, 2.0),  # the pace is not known yet
        (written(2.0, None, signs=0), 1.0, 2.0),  # typed
        (written(None, 2.0), 1.0, None),  # an older device told nothing
    ],
)
def test_thought_is_the_time_to_the_first_ink_and_what_the_writing_took_too_long(
    attempt: Attempt, pace: float | None, seconds: float | None
) -> None:
    assert thought(attempt, pace) == seconds


def test_a_slow_hand_is_no_slow_head() -> None:
    slow_hand = [written(1.5, 12.0, minute=minute) for minute in range(5)]
    slow_head = [written(9.0, 2.0, minute=minute) for minute in range(5)]
    assert knowledge_of(slow_hand)[FACTS].speed == 1.5
    assert knowledge_of(slow_head)[FACTS].speed == 9.0


def test_speed_is_the_median_of_the_latest_five_right_answers() -> None:
    times = [20.0, 20.0, 3.0, 2.0, 60.0, 2.5, 2.0]
    made = [written(seconds, None, minute=minute) for minute, seconds in enumerate(times)]
    assert knowledge_of(made)[FACTS].speed == 2.5
    assert knowledge_of(made[:2])[FACTS].speed is None


def test_wrong_answers_are_not_quick_ones() -> None:
    assert knowledge_of(attempts(FACTS, "-----", thinking=0.5))[FACTS].speed is None


def test_speed_is_asked_of_facts_alone() -> None:
    assert asked_by_heart(FACTS.skill)
    assert not asked_by_heart(LONG.skill)
    assert knowledge_of(attempts(LONG, "+++++", thinking=20.0))[LONG].speed is None
    by_heart = {code for code, skill in SKILLS.items() if asked_by_heart(skill)}
    assert {"add-within-20", "subtract-within-10", "tables-11-12", "division-facts-mixed"} <= by_heart
    assert not {"add-3-digits", "fraction-add", "order-brackets", "bonds-to-1000"} & by_heart
