"""What a question may ask of an answer beside its value, and the answer in full that comes of it."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.rules import demands
from quizzes.rules.grammar import FORMATS
from quizzes.rules.marking import Outcome, mark
from quizzes.rules.questions import Question, QuestionRefused, write, write_text

IN_FULL = [
    ("1.25 + 2.25", (), "3.5"),
    ("1.25 + 2.25", ("places:2",), "3.50"),
    ("1.25 + 2.75", ("places:2",), "4.00"),
    ("1.5 + 2.5", ("places:0",), "4"),
    ("0.5 − 1.75", ("places:3",), "-1.250"),
    ("0.2 − 0.25", ("places:4",), "-0.0500"),
    ("3/4 + 1/2", ("mixed",), "1 1/4"),
    ("1 1/2 + 3/4", ("improper",), "9/4"),
    ("1/4 + 1/4", ("mixed",), "1/2"),
    ("1/2 + 1/2", ("lowest-terms",), "1"),
    ("£3 + £1", ("places:2",), "£4.00"),
    ("£3.50 + £1.20", ("places:2",), "£4.70"),
    ("7 × 8", ("unit:cm²",), "56 cm²"),
    ("7 × 8", ("unit:%",), "56%"),
    ("1.25 + 2.25", ("unit:kg", "places:2"), "3.50 kg"),
    ("3/4 + 1/2", ("unit:m", "mixed"), "1 1/4 m"),
]


@pytest.mark.parametrize(("notation", "asked", "full"), IN_FULL)
def test_the_answer_in_full_is_what_is_asked_for(notation: str, asked: tuple[str, ...], full: str) -> None:
    question = write(notation, demands=asked)
    assert question.answer_in_full == full
    assert mark(question, full).note == "Yes, that is right."
    assert Question.from_json(question.to_json()) == question


REFUSED = [
    ("7 × 8", ("politely",), "There is no demand “politely”."),
    ("7 × 8", ("as-written",), "“written in the same form” cannot be asked where the answer is a whole number."),
    (
        "£3 + £1",
        ("unit:cm",),
        "“with its unit, cm” cannot be asked where the answer is an amount of money, such as 3.50.",
    ),
    ("1.25 + 2.3", ("places:1",), "The answer cannot be written with 1 decimal: ask for more decimals."),
    ("1 ÷ 3", ("places:4",), "“with 4 decimals” cannot be asked where the answer is a fraction."),
    ("3/4 + 1/2", ("mixed", "improper"), "An answer is a mixed number or an improper fraction: ask for one of them."),
    ("7 × 8", ("unit:cm", "unit:m"), "Ask for one number of decimals, one unit, and for each other thing once."),
    ("1/4 + 1/2", ("mixed", "mixed"), "Ask for one number of decimals, one unit, and for each other thing once."),
    ("2 _ 3", ("lowest-terms",), "“in lowest terms” cannot be asked where the answer is one of the signs < = >."),
]


@pytest.mark.parametrize(("notation", "asked", "sentence"), REFUSED)
def test_what_no_answer_could_meet_is_refused(notation: str, asked: tuple[str, ...], sentence: str) -> None:
    with pytest.raises(QuestionRefused) as refusal:
        write(notation, demands=asked)
    assert refusal.value.sentence == sentence


def test_words_follow_the_demand_too() -> None:
    assert write_text("Four pounds and a half, in kilograms", "2", demands=("places:2",)).format == "decimal"
    assert write_text("Half of five", "5/2", demands=("mixed",)).answer_in_full == "2 1/2"


@pytest.mark.parametrize(
    ("demand", "words"),
    [
        ("lowest-terms", "in lowest terms"),
        ("places:0", "without decimals"),
        ("places:1", "with 1 decimal"),
        ("places:2", "with 2 decimals"),
        ("unit:cm", "with its unit, cm"),
    ],
)
def test_teachers_read_demands_in_words(demand: str, words: str) -> None:
    assert demands.in_words(demand) == words


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ((), ""),
        (("as-written",), ""),
        (("lowest-terms",), "Write it in lowest terms."),
        (("lowest-terms", "mixed"), "Write it in lowest terms and as a mixed number."),
        (("places:2", "unit:kg"), "Write it with 2 decimals and with its unit."),
    ],
)
def test_a_child_is_told_what_is_asked_but_not_the_unit(asked: tuple[str, ...], said: str) -> None:
    assert demands.for_child(asked) == said


def test_there_are_choices_for_every_format_and_each_is_a_demand() -> None:
    assert set(demands.CHOICES) == set(FORMATS)
    assert all(demands.checked(choice) for choices in demands.CHOICES.values() for choice in choices)


@given(st.integers(1 - 10**9, 10**9 - 1), st.integers(0, 4))
def test_a_decimal_in_full_has_the_decimals_that_are_asked_for_and_the_same_value(scaled: int, count: int) -> None:
    wanted = demands.shaped((f"places:{count}",), value := Fraction(scaled, 10**count), "decimal")
    assert len(wanted.partition(".")[2]) == count
    assert Fraction(wanted) == value


@given(st.fractions(-99, 99, max_denominator=99), st.sampled_from(["mixed", "improper", "lowest-terms"]))
def test_a_fraction_in_full_meets_its_demand(value: Fraction, demand: str) -> None:
    question = Question(write("7 × 8").prompt, str(value), "fraction", demands=(demand,))
    assert mark(question, question.answer_in_full).outcome is Outcome.RIGHT
