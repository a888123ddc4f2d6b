import pytest

from quizzes.rules.phrases import count, listed


@pytest.mark.parametrize(("number", "words"), [(0, "no quizzes"), (1, "1 quiz"), (24, "24 quizzes")])
def test_a_count_in_words(number, words):
    assert count(number, "quiz", "quizzes") == words


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ("A", "A"),
        ("AB", "A and B"),
        ("ABC", "A, B and C"),
        ("ABCDEF", "A, B, C, D, E and F"),
        ("ABCDEFG", "A, B, C, D, E and 2 more"),
    ],
)
def test_a_list_in_words(names, words):
    assert listed(list(names)) == words
