import pytest

from quizzes.rules import prompts
from quizzes.rules.questions import write, write_text

SPOKEN = [
    ("7 × 8", "7 times 8"),
    ("12 ÷ 4", "12 divided by 4"),
    ("12 - 4", "12 minus 4"),
    ("_ + 5 = 12", "what number plus 5 equals 12"),
    ("12 = 5 + _", "12 equals 5 plus what number"),
    ("_ = 7 + 5", "7 plus 5"),
    ("7 + 5 = _", "7 plus 5"),
    ("-5 + 3", "minus 5 plus 3"),
    ("3 - -5", "3 minus minus 5"),
    ("(3 + 4) × 2", "open bracket 3 plus 4 close bracket times 2"),
    ("0.25 + 1", "0 point 2 5 plus 1"),
    ("1/2 + 1 1/4", "1 half plus 1 and 1 quarter"),
    ("5/2 + 3/16", "5 halves plus 3 over 16"),
    ("3/4 of 20", "3 quarters of 20"),
    ("-1/2 + 1", "minus 1 half plus 1"),
    ("3/4 _ 2/3", "3 quarters compared with 2 thirds"),
    ("17 ÷ 5 = _ r _", "17 divided by 5 with remainder"),
    ("£3.50 + £1", "3 pounds 50 plus 1 pound"),
    ("$0.05 × 3", "0 dollars 05 times 3"),
    ("25% of 80", "25 percent of 80"),
    ("_% of 80 = 20", "what percentage of 80 equals 20"),
    ("7²", "7 squared"),
    ("2³ + 1", "2 cubed plus 1"),
    ("10⁴", "10 to the power of 4"),
    ("_² = 49", "what number squared equals 49"),
    ("√49", "the square root of 49"),
    ("∛27", "the cube root of 27"),
    ("3/_ = 6/8", "3 over what number equals 6 eighths"),
    ("4, 7, 10, _", "4, 7, 10, what number comes next?"),
    ("3, 6, _, 12", "3, 6, blank, 12: what number is missing?"),
    ("3:45 + 20 min", "3:45 plus 20 minutes"),
]


@pytest.mark.parametrize(("notation", "said"), SPOKEN, ids=[row[0] for row in SPOKEN])
def test_notation_is_spoken(notation: str, said: str) -> None:
    assert write(notation).spoken() == said


def test_a_sequence_is_separated_by_semicolons_where_the_comma_is_the_decimal_sign() -> None:
    assert prompts.plain(write("0.5, 1, 1.5, _").prompt, ",") == "0,5; 1; 1,5; □"
    assert write("0,5; 1; 1,5; □").prompt == write("0.5, 1, 1.5, _").prompt


def test_words_are_spoken_with_their_blank() -> None:
    assert write_text("A week has _ days.", "7").spoken() == "A week has blank days."
    assert write_text("The film ends at _.", "6:15").spoken() == "The film ends at blank."
    assert write_text("How many moons has Mars?", "2").spoken() == "How many moons has Mars?"


def test_a_prompt_survives_storage() -> None:
    prompt = write("−(3 + 4) × 2 = _").prompt
    assert prompts.from_json(prompts.to_json(prompt)) == prompt


def test_words_keep_their_own_spaces() -> None:
    assert write_text("It costs £_, does it?", "3").plain() == "It costs £□, does it?"
