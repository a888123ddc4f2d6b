"""What comes next, and the sentence that says why."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.rules.marking import Outcome
from quizzes.rules.practice import Attempt, Choice, Step, choose, knowledge_of
from tests.rules.practice.telling import attempts, in_order, on_day

EASY, MIDDLE, HARD = (Step("subtract-3-digits", level) for level in (1, 2, 3))
TABLES = Step("tables-2-5-10", 1)
SUMS = Step("add-within-100", 4)


def next_after(made: list[Attempt], *offered: Step, now: datetime) -> Choice | None:
    return choose(knowledge_of(made), offered, now)


AGAIN = "{} was known, and the last answer was wrong: one right answer brings it back."
CHOICES = [
    # what happened, what is on offer, which day and minute it is → what comes next, and why
    ("nothing", "", [HARD, MIDDLE, EASY], (0, 0), EASY, "{} is new: it was not practised yet."),
    ("one right", "+", [EASY], (0, 9), EASY, "{}: 1 right in a row, and 3 count as known."),
    ("one wrong", "-", [EASY], (0, 9), EASY, "{} is being learnt: 3 right in a row are still to come."),
    ("known", "+++", [EASY], (0, 9), EASY, "All that can be asked today is known: {} keeps it fresh."),
    ("one level up", "+++", [EASY, MIDDLE], (0, 9), MIDDLE, f"One level up to {{}}: {EASY.name} is known."),
    ("a retest due", "+++", [EASY, MIDDLE], (3, 0), EASY, "Back to {}: 3 days since 3 right in a row."),
    (
        "a retest passed, the next due",
        *("+++ +", [EASY], (5, 0), EASY),
        "Back to {}: 4 days since it was last asked, and still known at 1 retest.",
    ),
    ("a retest failed", "+++ -", [EASY, MIDDLE], (1, 9), EASY, AGAIN),
    ("failed twice", "+++ --", [EASY], (1, 9), EASY, "{} is being learnt: 3 right in a row are still to come."),
    ("then right", "+++ -+", [EASY, MIDDLE], (1, 9), MIDDLE, f"One level up to {{}}: {EASY.name} is known."),
]


@pytest.mark.parametrize(
    ("told", "offered", "when", "step", "reason"), [row[1:] for row in CHOICES], ids=[row[0] for row in CHOICES]
)
def test_what_comes_next_and_why(
    told: str, offered: list[Step], when: tuple[int, int], step: Step, reason: str
) -> None:
    made = attempts(EASY, told) if told else []
    assert next_after(made, *offered, now=on_day(*when)) == Choice(step, reason.format(step.name))


def test_where_nothing_is_on_offer_nothing_comes() -> None:
    assert next_after(attempts(EASY, "+-"), now=on_day(0, 9)) is None


def test_four_wrong_in_a_row_lead_a_step_back_until_that_is_right_again() -> None:
    made = attempts(MIDDLE, "----")
    back = next_after(made, MIDDLE, now=on_day(0, 5))
    assert back == Choice(EASY, f"A step back to {EASY.name}: 4 wrong in a row with {MIDDLE.name}.")
    for minute in (5, 6, 7):
        made.append(Attempt(EASY, on_day(0, minute), Outcome.RIGHT))
    again = next_after(made, MIDDLE, now=on_day(0, 9))
    assert again is not None
    assert again.step == MIDDLE


def test_tomorrow_the_harder_level_is_tried_again() -> None:
    tomorrow = next_after(attempts(MIDDLE, "----"), MIDDLE, now=on_day(1))
    assert tomorrow is not None
    assert tomorrow.step == MIDDLE


def test_two_levels_down_where_the_one_below_is_too_hard_too() -> None:
    made = in_order(attempts(HARD, "----"), [Attempt(MIDDLE, on_day(0, 10 + n), Outcome.WRONG) for n in range(4)])
    down = next_after(made, HARD, now=on_day(0, 20))
    assert down is not None
    assert down.step == EASY


def test_the_easiest_level_has_no_step_back() -> None:
    still = next_after(attempts(EASY, "----"), EASY, now=on_day(0, 9))
    assert still is not None
    assert still.step == EASY


def test_after_ten_in_a_day_a_level_rests_and_another_skill_comes() -> None:
    made = attempts(EASY, "+-" * 5)
    other = next_after(made, EASY, SUMS, now=on_day(0, 20))
    assert other is not None
    assert other.step == SUMS
    assert next_after(made, EASY, now=on_day(0, 20)) is None
    tomorrow = next_after(made, EASY, now=on_day(1))
    assert tomorrow is not None
    assert tomorrow.step == EASY


def test_after_ten_in_a_day_an_easier_level_comes_where_there_is_one() -> None:
    made = attempts(MIDDLE, "+-" * 5)
    assert next_after(made, MIDDLE, now=on_day(0, 20)) == Choice(
        EASY, f"A step back to {EASY.name}: 10 questions today did not settle {MIDDLE.name}."
    )


def test_the_longest_due_comes_first() -> None:
    made = in_order(attempts(EASY, "+++", day=2), attempts(SUMS, "+++"))
    first = next_after(made, EASY, SUMS, now=on_day(9))
    assert first is not None
    assert first.step == SUMS


def test_retests_come_before_what_is_being_learnt() -> None:
    made = in_order(attempts(EASY, "+++"), attempts(SUMS, "+-", day=1))
    first = next_after(made, EASY, SUMS, now=on_day(2))
    assert first is not None
    assert first.step == EASY


def test_what_is_being_learnt_is_asked_in_turn() -> None:
    made = in_order(attempts(SUMS, "-"), attempts(EASY, "-", day=1))
    turns = []
    for minute in range(4):
        choice = next_after(made, SUMS, EASY, now=on_day(1, 9 + minute))
        assert choice is not None
        turns.append(choice.step)
        made.append(Attempt(choice.step, on_day(1, 9 + minute), Outcome.WRONG))
    assert turns == [SUMS, EASY, SUMS, EASY]


def test_something_new_comes_while_only_a_few_levels_are_being_learnt() -> None:
    codes = ("add-3-digits", "subtract-3-digits", "tables-2-5-10", "tables-3-4-8", "decimal-add")
    steps = [Step(code, 1) for code in codes]
    begun = [Attempt(step, on_day(0, minute), Outcome.WRONG) for minute, step in enumerate(steps[:3])]
    fourth = next_after(begun, *steps, now=on_day(0, 9))
    assert fourth is not None
    assert fourth.step == steps[3]
    enough = next_after([*begun, Attempt(steps[3], on_day(0, 5), Outcome.WRONG)], *steps, now=on_day(0, 9))
    assert enough is not None
    assert enough.step == steps[0]


def test_what_failed_on_an_earlier_day_comes_once_before_anything_new() -> None:
    failed = attempts(HARD, "---")
    tomorrow = next_after(failed, SUMS, HARD, now=on_day(1, 0))
    assert tomorrow is not None
    assert tomorrow.step == HARD
    asked_again = [*failed, *attempts(HARD, "-", day=1)]
    then = next_after(asked_again, SUMS, HARD, now=on_day(1, 1))
    assert then is not None
    assert then.step == SUMS


def test_one_level_up_comes_before_another_skill() -> None:
    up = next_after(attempts(EASY, "+++"), EASY, MIDDLE, TABLES, SUMS, now=on_day(0, 9))
    assert up is not None
    assert up.step == MIDDLE


def test_a_harder_level_waits_for_the_easier_one_and_is_passed_over_where_a_still_harder_one_is_known() -> None:
    waits = next_after(attempts(EASY, "+-" * 5), EASY, MIDDLE, now=on_day(0, 20))
    assert waits is None
    beyond = next_after(attempts(HARD, "+++"), EASY, MIDDLE, HARD, SUMS, now=on_day(0, 9))
    assert beyond is not None
    assert beyond.step == SUMS


def test_facts_that_are_known_but_slow_are_asked_a_few_times_more() -> None:
    made = attempts(TABLES, "+++", thinking=5.25)
    offered = [TABLES, Step("tables-2-5-10", 2)]
    assert next_after(made, *offered, now=on_day(0, 9)) == Choice(
        offered[1], f"One level up to {offered[1].name}: {TABLES.name} is known."
    )  # three were asked today: enough for speed
    early = choose(knowledge_of([*attempts(TABLES, "+++", thinking=5.25)]), offered, on_day(1))
    assert early is not None
    assert early.reason.startswith("Back to")  # the retest comes first
    passed = [*made, *attempts(TABLES, "+", day=1, thinking=5.25)]
    assert next_after(passed, *offered, now=on_day(1, 9)) == Choice(
        TABLES, f"{TABLES.name} is known, but takes 5.2 seconds of thought: under 3 is by heart."
    )
    quick = [*made, *attempts(TABLES, "+++", day=1, thinking=1.0)]
    done = next_after(quick, *offered, now=on_day(1, 9))
    assert done is not None
    assert done.step == offered[1]


STEPS = st.sampled_from([EASY, MIDDLE, HARD, TABLES, SUMS])


@given(
    st.lists(st.tuples(STEPS, st.sampled_from(Outcome), st.integers(0, 30)), max_size=60),
    st.sets(STEPS, max_size=5),
    st.integers(0, 40),
)
def test_whatever_happened_the_choice_is_on_offer_or_easier_and_said_in_one_sentence(
    told: list[tuple[Step, Outcome, int]], offered: set[Step], day: int
) -> None:
    made = sorted(
        (Attempt(step, on_day(when, place), outcome, 4.0) for place, (step, outcome, when) in enumerate(told)),
        key=lambda attempt: attempt.at,
    )
    choice = choose(knowledge_of(made), offered, on_day(day, 600))
    assert choice == choose(knowledge_of(made), sorted(offered), on_day(day, 600))
    if choice is not None:
        assert any(choice.step.code == step.code and choice.step.level <= step.level for step in offered)
        assert choice.step.name in choice.reason
        assert choice.reason.endswith(".")
        assert "\n" not in choice.reason
    elif offered:
        standings = [knowledge_of(made).get(step) for step in offered]
        assert all(standing is None or not standing.known for standing in standings)
