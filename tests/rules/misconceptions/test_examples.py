"""Every misconception leads to the wrong answer of its example, and to those that the literature tells."""

import pytest

from quizzes.rules.marking import Outcome, mark
from quizzes.rules.misconceptions import CATALOGUE, Misconception, diagnose, opportunities
from quizzes.rules.questions import write

SEEN_IN_INK = "REVERSED"
IN_TEXT = [each for each in CATALOGUE.values() if each.id != SEEN_IN_INK]


@pytest.mark.parametrize("misconception", IN_TEXT, ids=[each.id for each in IN_TEXT])
def test_an_example_is_what_its_misconception_leads_to(misconception: Misconception) -> None:
    question, wrong = misconception.example.asked(), misconception.example.wrong
    assert mark(question, wrong).outcome is Outcome.WRONG
    assert misconception in diagnose(question, wrong)
    assert misconception.id in opportunities(question)


def test_a_mirrored_digit_is_right_and_seen_in_the_ink_alone() -> None:
    reversed_digit = CATALOGUE[SEEN_IN_INK]
    question = reversed_digit.example.asked()
    assert mark(question, reversed_digit.example.wrong).outcome is Outcome.RIGHT
    assert SEEN_IN_INK not in opportunities(question)


@pytest.mark.parametrize("misconception", CATALOGUE.values(), ids=CATALOGUE)
def test_a_misconception_is_described_for_teachers_and_children(misconception: Misconception) -> None:
    for sentences in (misconception.explanation, misconception.teach):
        assert not sentences[0].islower()
        assert sentences.endswith((".", "?"))
    assert misconception.name
    assert not misconception.name.endswith(".")
    assert misconception.source
    assert misconception.explanation.count(". ") <= 2


TOLD = [
    ("63 - 29", "46", "SUB-SFL"),
    ("143 - 28", "125", "SUB-BND"),
    ("1300 - 522", "878", "SUB-STOP0"),
    ("503 - 147", "266", "SUB-BAZ"),
    ("140 - 21", "121", "SUB-0N"),
    ("140 - 21", "120", "SUB-0N"),
    ("13 - 45", "32", "NEG-FLIP"),
    ("28 + 17", "35", "ADD-NOCARRY"),
    ("47 + 26", "613", "ADD-CONCAT"),
    ("7 × 3", "10", "OP-SWAP"),
    ("5 × 4", "24", "MUL-NEAR"),
    ("8 × 8", "40", "MUL-OPERAND"),
    ("7 × 0", "7", "MUL-0"),
    ("304 × 2", "628", "MUL-0"),
    ("30 × 4", "12", "PV-SHIFT"),
    ("6 × 9", "45", "SWAP"),
    ("8 = 3 + _", "11", "EQ-OP"),
    ("7 + 3 = _ + 2", "10", "EQ-OP"),
    ("1/2 + 1/3", "2/5", "FRAC-MED"),
    ("2.6 + 4.07", "6.13", "DEC-WHOLE"),
    ("2.6498 _ 2.65", ">", "DEC-LONG"),
    ("0.3 _ 0.42", ">", "DEC-SHORT"),
    ("17 ÷ 5", "3.2", "REM"),
    ("17 ÷ 5 = _ r _", "3", "REM"),
    ("17 ÷ 5 = _ r _", "2 r 7", "REM"),
    ("3:45 + 0:55", "4:00", "TIME-100"),
    ("7 + 8", "14", "SLIP"),
    ("7.3 - 2.8", "5.5", "SUB-SFL"),
    ("305 - 108", "203", "SUB-SFL"),
    ("7 - 5 + 2", "0", "ORD-ACRONYM"),
    ("2 × (3 + 4 × 2)", "14", "ORD-BRACKETS"),
    ("-4 × 6", "24", "SIGN"),
    ("5 + -8", "13", "NEG-IGNORE"),
    ("_ × 4 = 12", "48", "MISS-OP"),
    ("3/_ = 6/8", "5", "FRAC-ADD-SAME"),
]


@pytest.mark.parametrize(("question", "wrong", "name"), TOLD, ids=[f"{row[2]}: {row[0]} → {row[1]}" for row in TOLD])
def test_a_wrong_answer_that_is_told_of_is_recognised(question: str, wrong: str, name: str) -> None:
    assert CATALOGUE[name] in diagnose(write(question), wrong)


NOT_SHOWING = [
    ("28 + 11", "ADD-NOCARRY"),
    ("68 - 25", "SUB-SFL"),
    ("143 - 28", "SUB-STOP0"),
    ("45 - 13", "NEG-FLIP"),
    ("2.6 + 4.7", "DEC-ALIGN"),
    ("0.45 _ 0.42", "DEC-LONG"),
    ("20 ÷ 5", "REM"),
    ("50 ÷ 5", "DIV-ZERO"),
    ("3 + _ = 8", "EQ-OP"),
    ("1/3 _ 2/3", "FRAC-SMALL"),
    ("12 + 4 + 3", "ORD-ACRONYM"),
    ("10% of 80", "PCT-DIV"),
    ("7 × 8", "SIGN"),
]


@pytest.mark.parametrize(("question", "name"), NOT_SHOWING, ids=[f"{row[1]} in {row[0]}" for row in NOT_SHOWING])
def test_a_misconception_does_not_show_where_it_leads_to_the_right_answer_or_none(question: str, name: str) -> None:
    assert name not in opportunities(write(question))
