from hypothesis import given
from hypothesis import strategies as st

from quizzes.rules.game.wall import Group, Written, wall
from quizzes.rules.marking import Outcome

RIGHT, WRONG, UNREAD = Outcome
ONE = [[[10, 10, 0], [12, 40, 90]]]
TWO = [[[5, 5, 1], [6, 6, 20]], [[9, 9, 400]]]
WITHOUT_TIMES = [[[7, 7], [8, 8]]]

written = st.builds(
    Written, st.sampled_from(["56", "54", "7", ""]), st.sampled_from(Outcome), st.sampled_from([None, [], ONE, TWO])
)


def test_the_most_frequent_comes_first_right_or_wrong_and_the_unread_last() -> None:
    answers = [
        Written("56", RIGHT, ONE),
        Written("", UNREAD, TWO),
        Written("54", WRONG, TWO),
        Written("54", WRONG, ONE),
        Written("58", UNREAD, ONE),
        Written("71", UNREAD, None),
    ]
    one, two = (((10, 10), (12, 40)),), (((5, 5), (6, 6)), ((9, 9),))
    assert wall(answers) == (
        Group("54", WRONG, 2, (two, one)),
        Group("56", RIGHT, 1, (one,)),
        Group("", UNREAD, 3, (two, one)),
    )


def test_a_group_shows_at_most_so_many_inks_and_counts_them_all() -> None:
    [group] = wall([Written("56", RIGHT, [[[x, x, x]]]) for x in range(20)])
    assert (group.count, len(group.inks)) == (20, 12)
    [group] = wall([Written("56", RIGHT, ONE)] * 5, most_inks=2)
    assert (group.count, len(group.inks)) == (5, 2)


def test_typed_answers_are_text_alone() -> None:
    assert wall([Written("56", RIGHT, None), Written("56", RIGHT, None)]) == (Group("56", RIGHT, 2, ()),)


def test_one_text_with_two_marks_is_two_groups() -> None:
    assert [(group.text, group.mark) for group in wall([Written("2/4", RIGHT, None), Written("2/4", WRONG, None)])] == [
        ("2/4", RIGHT),
        ("2/4", WRONG),
    ]


def test_ink_that_was_kept_without_times_is_taken() -> None:
    assert wall([Written("1", RIGHT, WITHOUT_TIMES)]) == (Group("1", RIGHT, 1, ((((7, 7), (8, 8)),),)),)


def test_nothing_written_is_an_empty_wall() -> None:
    assert wall([]) == ()


@given(st.lists(written), st.randoms())
def test_the_wall_tells_nothing_of_the_order_of_answers_and_forgets_none(answers: list[Written], rng) -> None:  # type: ignore[no-untyped-def]
    mixed = list(answers)
    rng.shuffle(mixed)
    assert wall(mixed) == wall(answers)
    assert sum(group.count for group in wall(answers)) == len(answers)
    assert all(len(point) == 2 for group in wall(answers) for ink in group.inks for stroke in ink for point in stroke)
