"""Number lines: what they show, what they say, and how they are written down."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.rules.figures import MOST_PARTS, NumberLine
from quizzes.rules.questions import Question, QuestionRefused, write_text

TENTHS = NumberLine(Fraction(0), Fraction(1), 10, 7)
ends = st.fractions(-1000, 1000, max_denominator=100)


def test_the_arrow_points_at_a_number() -> None:
    assert TENTHS.value == Fraction(7, 10)
    assert NumberLine(Fraction(-10), Fraction(10), 4, 1).value == -5


def test_a_number_line_is_described_to_whoever_does_not_see_it() -> None:
    assert TENTHS.spoken() == "A number line from 0 to 1 in 10 equal parts; the arrow points at mark 7."
    line = NumberLine(Fraction(-1, 2), Fraction(1, 3), 1, 0)
    assert line.spoken() == "A number line from −0.5 to 1/3 in 1 equal part; the arrow points at mark 0."


def test_a_question_is_spoken_with_its_figure_and_stored_with_it() -> None:
    question = write_text("Which number does the arrow point at?", "0.7", figure=TENTHS)
    assert question.spoken() == f"{TENTHS.spoken()} Which number does the arrow point at?"
    assert Question.from_json(question.to_json()) == question


@given(st.tuples(ends, ends).filter(lambda pair: pair[0] != pair[1]), st.data())
def test_a_number_line_survives_being_written(pair: tuple[Fraction, Fraction], data: st.DataObject) -> None:
    parts = data.draw(st.integers(1, MOST_PARTS))
    line = NumberLine(min(pair), max(pair), parts, data.draw(st.integers(0, parts)))
    assert NumberLine.of(str(line)) == line
    assert line.start <= line.value <= line.end


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("a line", "“a line” is no number line: write 0 to 10 in 10 parts, arrow at 7."),
        ("1/0 to 2 in 5 parts, arrow at 1", "“1/0 to 2 in 5 parts, arrow at 1” has an end that is no number."),
        ("5 to 0 in 5 parts, arrow at 1", "A number line goes from the smaller number to the larger."),
        ("0 to 5 in 0 parts, arrow at 0", "A number line has from 1 to 20 parts."),
        ("0 to 5 in 21 parts, arrow at 0", "A number line has from 1 to 20 parts."),
        ("0 to 5 in 5 parts, arrow at 6", "The arrow points at a mark of the line."),
    ],
)
def test_what_makes_no_number_line_is_refused(text: str, sentence: str) -> None:
    with pytest.raises(QuestionRefused) as refused:
        NumberLine.of(text)
    assert refused.value.sentence == sentence
