import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.rules.game.points import FOR_RIGHT, FOR_SPEED, Tally, Turn, speed_points, tally
from quizzes.rules.marking import Outcome

RIGHT, WRONG, UNREAD = Outcome
outcomes = st.sampled_from([*Outcome, None])
turns = st.builds(Turn, outcomes, st.none() | st.floats(-5, 100))

TALLIES = [
    ("nothing asked", [], Tally(0, 0, 0, 0)),
    ("one right", [RIGHT], Tally(100, 1, 1, 1)),
    ("one wrong costs nothing", [WRONG], Tally(0, 0, 1, 0)),
    ("one unread is no answer yet", [UNREAD], Tally(0, 0, 0, 0)),
    ("not answered", [None], Tally(0, 0, 0, 0)),
    ("two in a row", [RIGHT, RIGHT], Tally(210, 2, 2, 2)),
    ("three in a row", [RIGHT] * 3, Tally(330, 3, 3, 3)),
    ("the streak earns no more from the sixth on", [RIGHT] * 7, Tally(700 + 10 + 20 + 30 + 40 + 50 + 50, 7, 7, 7)),
    ("unread leaves the streak as it is", [RIGHT, UNREAD, RIGHT], Tally(210, 2, 2, 2)),
    ("so does a question that was missed", [RIGHT, None, RIGHT], Tally(210, 2, 2, 2)),
    ("a wrong one halves the streak", [RIGHT] * 4 + [WRONG, RIGHT], Tally(400 + 60 + 120, 5, 6, 3)),
    ("two wrong ones halve it twice", [RIGHT] * 4 + [WRONG, WRONG, RIGHT], Tally(460 + 110, 5, 7, 2)),
    ("wrong first, then right", [WRONG, RIGHT], Tally(100, 1, 2, 1)),
]


@pytest.mark.parametrize(("given_outcomes", "worth"), [row[1:] for row in TALLIES], ids=[row[0] for row in TALLIES])
def test_what_answers_are_worth(given_outcomes: list[Outcome | None], worth: Tally) -> None:
    assert tally([Turn(outcome) for outcome in given_outcomes]) == worth


SPEEDS = [
    ("not known", None, 0),
    ("before the pen was measured", -1.0, 50),
    ("at once", 0.0, 50),
    ("known by heart", 2.0, 50),
    ("half way", 11.0, 25),
    ("worked out", 20.0, 0),
    ("worked out at leisure", 90.0, 0),
]


@pytest.mark.parametrize(("seconds", "points"), [row[1:] for row in SPEEDS], ids=[row[0] for row in SPEEDS])
def test_what_speed_is_worth(seconds: float | None, points: int) -> None:
    assert speed_points(seconds) == points
    assert tally([Turn(RIGHT, seconds)], speed=True).points == FOR_RIGHT + points
    assert tally([Turn(RIGHT, seconds)]).points == FOR_RIGHT
    assert tally([Turn(WRONG, seconds)], speed=True).points == 0


@given(st.floats(allow_nan=False), st.floats(allow_nan=False))
def test_more_thought_never_earns_more_for_speed_and_speed_never_more_than_half(one: float, other: float) -> None:
    assert speed_points(min(one, other)) >= speed_points(max(one, other))
    assert 0 <= speed_points(one) <= FOR_SPEED == FOR_RIGHT / 2


@given(st.lists(turns), st.lists(turns), turns, st.booleans())
def test_ink_that_nobody_could_read_changes_nothing(
    before: list[Turn], after: list[Turn], turn: Turn, on: bool
) -> None:
    unread = [*before, Turn(UNREAD, turn.seconds), *after]
    assert tally(unread, speed=on) == tally(before + after, speed=on)


@given(st.lists(turns), st.lists(turns), st.booleans())
def test_a_right_answer_is_never_worth_less_than_another(before: list[Turn], after: list[Turn], on: bool) -> None:
    worth = [tally([*before, Turn(outcome), *after], speed=on).points for outcome in (RIGHT, UNREAD, WRONG)]
    assert worth == sorted(worth, reverse=True)
    assert worth[0] >= worth[1] + FOR_RIGHT


@given(st.lists(turns), st.booleans())
def test_points_only_grow_and_accuracy_is_apart_from_speed(given_turns: list[Turn], on: bool) -> None:
    counted = [tally(given_turns[:count], speed=on) for count in range(len(given_turns) + 1)]
    assert [each.points for each in counted] == sorted(each.points for each in counted)
    assert counted[-1].right == sum(turn.outcome is RIGHT for turn in given_turns)
    assert counted[-1].answered == sum(turn.outcome in {RIGHT, WRONG} for turn in given_turns)


@given(st.lists(turns, min_size=1))
def test_speed_is_never_worth_as_much_as_accuracy(given_turns: list[Turn]) -> None:
    fast = [Turn(turn.outcome, 0.0) for turn in given_turns]
    plain = tally(fast)
    assert 2 * (tally(fast, speed=True).points - plain.points) <= plain.points
