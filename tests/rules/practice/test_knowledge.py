"""What counts as known, when it is asked again, and how it falls back."""

from datetime import date
from itertools import pairwise

import pytest

from quizzes.rules.practice import Attempt, Standing, Stars, Step, knowledge_of
from tests.rules.practice.telling import attempts, on_day

STEP = Step("add-within-100", 3)

STANDINGS = [
    # what happened → known, right in a row, retests passed, day of the next retest after the first day
    ("two right are not enough", "++", (False, 2, 0, None)),
    ("three right in a row are", "+++", (True, 3, 0, 1)),
    ("in a row over two days", "+ ++", (True, 3, 0, 2)),
    ("not with a wrong one between", "++-+", (False, 1, 0, None)),
    ("after wrong ones", "--+++", (True, 3, 0, 1)),
    ("what nobody could read counts neither way", "+?+?+", (True, 3, 0, 1)),
    ("more on the same day prove no more", "++++++++", (True, 8, 0, 1)),
    ("a retest a day later is passed", "+++ +", (True, 4, 1, 4)),
    ("the next one waits three days", "+++ +   +", (True, 5, 2, 11)),
    ("one that was too early changes nothing", "+++ + +", (True, 5, 1, 4)),
    ("a late one counts from its own day", "+++      +", (True, 4, 1, 9)),
    ("a wrong answer ends it", "+++ -", (False, 0, 0, None)),
    ("even before the retest is due", "+++-", (False, 0, 0, None)),
    ("one right answer brings it back, a retest earlier", "+++ +   -+", (True, 1, 0, 5)),
    ("two wrong ones undo it", "+++ +   --+", (False, 1, 0, None)),
    ("and it is learnt again", "+++ +   --+++", (True, 3, 0, 5)),
]


@pytest.mark.parametrize(("told", "expected"), [row[1:] for row in STANDINGS], ids=[row[0] for row in STANDINGS])
def test_attempts_make_a_standing(told: str, expected: tuple[bool, int, int, int | None]) -> None:
    standing = knowledge_of(attempts(STEP, told))[STEP]
    due = None if standing.due is None else (standing.due - on_day(0).date()).days
    assert (standing.known, standing.right, standing.retests, due) == expected


def test_retests_wait_longer_each_time_and_go_on_for_ever() -> None:
    made = attempts(STEP, "+++")
    for _ in range(6):
        due = knowledge_of(made)[STEP].due
        assert due is not None
        made.append(Attempt(STEP, on_day((due - on_day(0).date()).days), made[0].outcome))
    days = [attempt.at.date() for attempt in made[2:]]
    gaps = [(later - earlier).days for earlier, later in pairwise(days)]
    assert gaps == [1, 3, 7, 21, 60, 60]


@pytest.mark.parametrize(
    ("told", "stars"),
    [
        ("", Stars.NONE),
        ("-", Stars.BEGUN),
        ("+++", Stars.KNOWN),
        ("+++ +   +", Stars.KNOWN),
        ("+++ +   +       +", Stars.LASTING),
        ("+++ +   +       + -", Stars.BEGUN),
    ],
)
def test_stars_tell_what_is_known_and_what_lasts(told: str, stars: Stars) -> None:
    assert knowledge_of(attempts(STEP, told)).get(STEP, Standing(STEP)).stars() is stars


def test_the_order_of_skills_is_none_of_the_steps_business() -> None:
    other = Step("tables-2-5-10", 1)
    known = knowledge_of([*attempts(STEP, "+++"), *attempts(other, "--", day=1)])
    assert (known[STEP].known, known[other].known) == (True, False)


def test_tries_of_a_day_are_those_without_success() -> None:
    monday, tuesday = date(2026, 11, 16), date(2026, 11, 17)
    learning = knowledge_of(attempts(STEP, "+--- --"))[STEP]
    assert (learning.tried_on(monday), learning.tried_on(tuesday)) == (4, 2)
    assert knowledge_of(attempts(STEP, "--+++"))[STEP].tried_on(monday) == 0
    assert knowledge_of(attempts(STEP, "--+++--"))[STEP].tried_on(monday) == 2


def test_a_step_is_of_the_curriculum() -> None:
    for code, level in (("no-such-skill", 1), (STEP.code, 0), (STEP.code, 99)):
        with pytest.raises(LookupError):
            Step(code, level)
