import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.rules.drafts import LONGEST_SUGGESTION, Draft
from quizzes.rules.planning import MOST_QUESTIONS, Part
from quizzes.rules.questions import write
from quizzes.rules.refusals import SetRefused
from quizzes.rules.skills import SKILLS

FIRST, SECOND = "tables-mixed", "add-within-20"


def draft(*notations: str) -> Draft:
    return Draft(tuple(write(notation) for notation in notations))


def plain(a_draft: Draft) -> list[str]:
    return [question.notation for question in a_draft.questions]


@pytest.fixture
def rng() -> random.Random:
    return random.Random(4)


def test_parts_count_what_was_drawn_in_the_order_in_which_it_appears(rng: random.Random) -> None:
    drawn = draft("1 + 1").with_part(Part(FIRST, 2, 3), rng).with_part(Part(SECOND, 1, 2), rng)
    assert drawn.parts == (Part(FIRST, 2, 3), Part(SECOND, 1, 2))


def test_a_part_that_comes_twice_repeats_no_question(rng: random.Random) -> None:
    drawn = Draft().with_part(Part(FIRST, 2, 20), rng).with_part(Part(FIRST, 2, 20), rng)
    assert len({question.key for question in drawn.questions}) == 40


def test_drawing_anew_takes_the_new_counts_and_leaves_what_was_written(rng: random.Random) -> None:
    drawn = draft("1 + 1").with_part(Part(FIRST, 2, 3), rng).with_part(Part(SECOND, 1, 2), rng)
    anew = drawn.redrawn([0, 4], rng)
    assert anew.parts == (Part(SECOND, 1, 4),)
    assert plain(anew)[-1] == "1 + 1"


@given(
    st.lists(st.sampled_from(["1 + 1", "7 × 8", "12 ÷ 4", "9 − 3"]), max_size=6), st.integers(-3, 9), st.integers(-9, 9)
)
def test_moving_keeps_every_question(notations: list[str], place: int, by: int) -> None:
    assert sorted(plain(draft(*notations).moved(place, by))) == sorted(notations)


@pytest.mark.parametrize(
    ("place", "by", "expected"),
    [
        (0, 1, ["2 + 2", "1 + 1", "3 + 3"]),
        (2, -1, ["1 + 1", "3 + 3", "2 + 2"]),
        (0, -1, ["1 + 1", "2 + 2", "3 + 3"]),
        (2, 1, ["1 + 1", "2 + 2", "3 + 3"]),
        (3, -1, ["1 + 1", "2 + 2", "3 + 3"]),
    ],
)
def test_a_question_moves_as_far_as_the_ends_allow(place: int, by: int, expected: list[str]) -> None:
    assert plain(draft("1 + 1", "2 + 2", "3 + 3").moved(place, by)) == expected


def test_another_question_is_of_the_same_level_and_not_among_the_rest(rng: random.Random) -> None:
    drawn = Draft().with_part(Part(FIRST, 2, 10), rng)
    other = drawn.with_another(4, rng)
    assert other.parts == drawn.parts
    assert other.questions[4] not in drawn.questions
    assert (*other.questions[:4], *other.questions[5:]) == (*drawn.questions[:4], *drawn.questions[5:])


def test_what_was_written_by_hand_has_no_other(rng: random.Random) -> None:
    with pytest.raises(SetRefused, match="written by hand"):
        draft("1 + 1").with_another(0, rng)


def test_mixed_and_sorted_again_every_skill_stands_together(rng: random.Random) -> None:
    drawn = draft("1 + 1").with_part(Part(FIRST, 2, 6), rng).with_part(Part(SECOND, 1, 6), rng)
    mixed = drawn.mixed(rng)
    assert mixed != drawn
    skills = [question.skill for question in mixed.skill_by_skill().questions]
    assert sorted(skills, key=skills.index) == skills
    assert skills[-1] == ""


def test_a_draft_holds_no_more_than_can_be_looked_at() -> None:
    with pytest.raises(SetRefused, match="At most 50"):
        Draft((write("1 + 1"),) * (MOST_QUESTIONS + 1))


@pytest.mark.parametrize(
    ("parts", "title"),
    [
        ([], ""),
        ([(FIRST, 2)], SKILLS[FIRST].called(2)),
        ([(FIRST, 2), (FIRST, 3)], SKILLS[FIRST].name),
        ([(skill, 1) for skill in list(SKILLS)[::9]], "Mixed practice"),
    ],
)
def test_a_title_says_what_is_practised(parts: list[tuple[str, int]], title: str, rng: random.Random) -> None:
    drawn = Draft()
    for skill, level in parts:
        drawn = drawn.with_part(Part(skill, level, 1), rng)
    assert drawn.title == title
    assert len(drawn.title) <= LONGEST_SUGGESTION
