import pytest
from hypothesis import given
from hypothesis import strategies as st

from recognizer.ink import Ink, InkRefused, Stroke

DEEP = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=2), inner, max_size=2),
    max_leaves=12,
)


def test_ink_keeps_points_with_and_without_time() -> None:
    ink = Ink.from_json([[[1, 2], [3.5, 4, 16]], [[5, 6, 40]]])
    assert ink == Ink((Stroke(((1.0, 2.0), (3.5, 4.0, 16.0))), Stroke(((5.0, 6.0, 40.0),))))
    assert ink.to_json() == [[[1.0, 2.0], [3.5, 4.0, 16.0]], [[5.0, 6.0, 40.0]]]


def test_no_stroke_is_ink_that_says_nothing() -> None:
    assert Ink.from_json([]) == Ink()


@pytest.mark.parametrize(
    ("value", "message"),
    [
        pytest.param(None, "Ink is a list of strokes, and a stroke is a list of points.", id="null"),
        pytest.param({"strokes": []}, "Ink is a list of strokes, and a stroke is a list of points.", id="an object"),
        pytest.param([1], "Ink is a list of strokes, and a stroke is a list of points.", id="a number for a stroke"),
        pytest.param([[]], "Stroke 1 is empty: a stroke has at least one point.", id="an empty stroke"),
        pytest.param(
            [[[1, 2]], [[1]]],
            "Stroke 2 has a point that is neither [x, y] nor [x, y, t] in numbers.",
            id="one coordinate",
        ),
        pytest.param(
            [[[1, 2, 3, 4]]],
            "Stroke 1 has a point that is neither [x, y] nor [x, y, t] in numbers.",
            id="four coordinates",
        ),
        pytest.param(
            [[[1, True]]],
            "Stroke 1 has a point that is neither [x, y] nor [x, y, t] in numbers.",
            id="true is no number",
        ),
        pytest.param(
            [[["1", 2]]],
            "Stroke 1 has a point that is neither [x, y] nor [x, y, t] in numbers.",
            id="text is no number",
        ),
        pytest.param(
            [[[float("nan"), 2]]],
            "Stroke 1 has a point that is neither [x, y] nor [x, y, t] in numbers.",
            id="not a number",
        ),
        pytest.param(
            [[[float("inf"), 2]]],
            "Stroke 1 has a point that is neither [x, y] nor [x, y, t] in numbers.",
            id="infinity",
        ),
        pytest.param([[[100_001, 2]]], "Stroke 1 has a point outside ±100,000.", id="too far"),
        pytest.param([[[10**400, 2]]], "Stroke 1 has a point outside ±100,000.", id="an integer beyond floats"),
        pytest.param([[[1, 2, 1e12]]], "Stroke 1 has a time that is no count of milliseconds.", id="years of thinking"),
    ],
)
def test_ink_of_another_shape_is_refused_with_a_sentence(value: object, message: str) -> None:
    with pytest.raises(InkRefused) as refused:
        Ink.from_json(value)
    assert str(refused.value) == message
    assert not refused.value.too_large


@pytest.mark.parametrize(
    ("value", "message"),
    [
        pytest.param(
            [[[0, 0]]] * 65,
            "That is 65 strokes, and at most 64 are read. Clear the pad and write only the answer.",
            id="strokes",
        ),
        pytest.param(
            [[[0, 0]] * 2000, [[0, 0]] * 2001],
            "That is 4,001 points, and at most 4,000 are read. Clear the pad and write only the answer.",
            id="points",
        ),
    ],
)
def test_too_much_ink_is_refused_as_too_large(value: object, message: str) -> None:
    with pytest.raises(InkRefused) as refused:
        Ink.from_json(value)
    assert str(refused.value) == message
    assert refused.value.too_large


def test_ink_at_the_limits_is_taken() -> None:
    assert len(Ink.from_json([[[1e5, -1e5, 1e9]] * 62] * 64).strokes) == 64


@given(DEEP)
def test_whatever_comes_is_taken_or_refused(value: object) -> None:
    try:
        ink = Ink.from_json(value)
    except InkRefused:
        return
    assert Ink.from_json(ink.to_json()) == ink
