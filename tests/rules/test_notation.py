"""Notation that teachers write, and what they are told where it is no question."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.rules.questions import QuestionRefused, write

WRITTEN = [
    ("times", "7 × 8", "7 × 8 = □", "56", "whole"),
    ("a star", "7*8", "7 × 8 = □", "56", "whole"),
    ("the letter x", "7x8", "7 × 8 = □", "56", "whole"),
    ("a capital X", "7 X 8", "7 × 8 = □", "56", "whole"),
    ("a raised dot", "7·8", "7 × 8 = □", "56", "whole"),
    ("an = at the end", "7 × 8 =", "7 × 8 = □", "56", "whole"),
    ("a box at the end", "7 × 8 = _", "7 × 8 = □", "56", "whole"),
    ("a long box", "7 × 8 = ____", "7 × 8 = □", "56", "whole"),
    ("full width", "７×８＝？", "7 × 8 = □", "56", "whole"),
    ("divided by", "12 ÷ 4", "12 ÷ 4 = □", "3", "whole"),
    ("a colon", "12:4", "12 ÷ 4 = □", "3", "whole"),
    ("a colon between what might be a time", "20:10", "20 ÷ 10 = □", "2", "whole"),
    ("a colon with spaces", "3 : 45", "3 ÷ 45 = □", "1/15", "fraction"),
    ("a slash with spaces", "12 / 4", "12 ÷ 4 = □", "3", "whole"),
    ("a slash alone", "12/4", "12 ÷ 4 = □", "3", "whole"),
    ("two slashes", "12/4/3", "12 ÷ 4 ÷ 3 = □", "1", "whole"),
    ("a box first", "_ + 5 = 12", "□ + 5 = 12", "7", "whole"),
    ("a question mark", "? + 5 = 12", "□ + 5 = 12", "7", "whole"),
    ("a drawn box", "□ + 5 = 12", "□ + 5 = 12", "7", "whole"),
    ("a box on the right", "5 = _ - 2", "5 = □ − 2", "7", "whole"),
    ("a box alone on the left", "_ = 7 + 5", "□ = 7 + 5", "12", "whole"),
    ("sums on both sides", "7 + 5 = _ + 2", "7 + 5 = □ + 2", "10", "whole"),
    ("a box to multiply", "3 × _ = 12", "3 × □ = 12", "4", "whole"),
    ("a box to divide", "_ ÷ 4 = 3", "□ ÷ 4 = 3", "12", "whole"),
    ("a box to divide by", "12 ÷ _ = 4", "12 ÷ □ = 4", "3", "whole"),
    ("a box to take away", "12 - _ = 4", "12 − □ = 4", "8", "whole"),
    ("a box in brackets", "(3 + _) × 2 = 14", "(3 + □) × 2 = 14", "4", "whole"),
    ("a box deep below", "24 ÷ (2 + _) = 4", "24 ÷ (2 + □) = 4", "4", "whole"),
    ("a negated box", "-_ = 5", "−□ = 5", "-5", "integer"),
    ("brackets", "(3 + 4) × 2", "(3 + 4) × 2 = □", "14", "whole"),
    ("times before plus", "3 + 4 × 2", "3 + 4 × 2 = □", "11", "whole"),
    ("from left to right", "10 - 3 - 2", "10 − 3 − 2 = □", "5", "whole"),
    ("divisions from left to right", "24 ÷ 4 ÷ 2", "24 ÷ 4 ÷ 2 = □", "3", "whole"),
    ("ten brackets", "(" * 10 + "3" + ")" * 10, "(" * 10 + "3" + ")" * 10 + " = □", "3", "whole"),
    ("a minus in front", "-5 + 3", "−5 + 3 = □", "-2", "integer"),
    ("a minus after a sign", "3 - -5", "3 − −5 = □", "8", "whole"),
    ("a minus before brackets", "-(3 + 4)", "−(3 + 4) = □", "-7", "integer"),
    ("below zero", "5 - 7", "5 − 7 = □", "-2", "integer"),
    ("a million", "1000 × 1000", "1000 × 1000 = □", "1000000", "integer"),
    ("zeros in front", "007 + 1", "7 + 1 = □", "8", "whole"),
    ("decimals", "0.5 + 0.25", "0.5 + 0.25 = □", "0.75", "decimal"),
    ("decimal commas", "0,5 + 0,25", "0.5 + 0.25 = □", "0.75", "decimal"),
    ("no zero before the point", ".5 × 2", "0.5 × 2 = □", "1", "whole"),
    ("a division that ends", "1 ÷ 8", "1 ÷ 8 = □", "0.125", "decimal"),
    ("a division that does not", "1 ÷ 3", "1 ÷ 3 = □", "1/3", "fraction"),
    ("fractions", "1/2 + 1/4", "1/2 + 1/4 = □", "3/4", "fraction"),
    ("fractions to a whole", "1/2 + 1/2", "1/2 + 1/2 = □", "1", "whole"),
    ("fraction signs", "½ + ¼", "1/2 + 1/4 = □", "3/4", "fraction"),
    ("mixed numbers", "1 1/2 + 3/4", "1 1/2 + 3/4 = □", "2 1/4", "mixed"),
    ("a fraction binds tighter", "1/2 ÷ 1/4", "1/2 ÷ 1/4 = □", "2", "whole"),
    ("below zero and up", "-3 + 1", "−3 + 1 = □", "-2", "integer"),
    ("a comparison", "3/4 _ 2/3", "3/4 □ 2/3", ">", "comparison"),
    ("a comparison of sums", "3 + 4 _ 2 × 4", "3 + 4 □ 2 × 4", "<", "comparison"),
    ("a comparison of equals", "1/2 ? 0.5", "1/2 □ 0.5", "=", "comparison"),
    ("a comparison with brackets", "(3 + 4) _ (4 + 3)", "(3 + 4) □ (4 + 3)", "=", "comparison"),
    ("a comparison with less than nothing", "-3 _ -5", "−3 □ −5", ">", "comparison"),
    ("a comparison of money", "£3.50 _ £3.05", "£3.50 □ £3.05", ">", "comparison"),
    ("pounds", "£3.50 + £1.20", "£3.50 + £1.20 = □", "£4.70", "money"),
    ("pounds less", "£10 - £2.35", "£10 − £2.35 = □", "£7.65", "money"),
    ("dollars and a space", "$ 3 + $4", "$3 + $4 = □", "$7", "money"),
    ("euros behind", "3,50 € + 1,5 €", "€3.50 + €1.50 = □", "€5", "money"),
    ("thousands of pounds", "£1,250 + £5", "£1250 + £5 = □", "£1255", "money"),
    ("money times a number", "3 × £1.25", "3 × £1.25 = □", "£3.75", "money"),
    ("money by a number", "£10 ÷ 4", "£10 ÷ 4 = □", "£2.50", "money"),
    ("money by money", "£10 ÷ £2.50", "£10 ÷ £2.50 = □", "4", "whole"),
    ("a box of money", "_ + £1.20 = £5", "□ + £1.20 = £5", "£3.80", "money"),
    ("a box to multiply money", "£2 × _ = £10", "£2 × □ = £10", "5", "whole"),
    ("brackets of money", "2 × (£1 + £0.25)", "2 × (£1 + £0.25) = □", "£2.50", "money"),
    ("an equivalent fraction", "1/2 = _/4", "1/2 = □ ÷ 4", "2", "whole"),
]

ASK_DIVISION = "A remainder goes with one division of whole numbers: write 17 ÷ 5 = _ r _ ."
ASK_MONEY = "Money goes with money: add it to amounts, and multiply or divide it by plain numbers."
AMOUNT = "“{}” is no amount of money: write it as £3.50, with at most 6 digits before."

REMAINDERS = [
    ("two boxes", "17 ÷ 5 = _ r _", "3 r 2"),
    ("one box", "17 ÷ 5 = _ r", "3 r 2"),
    ("no box", "17 ÷ 5 r", "3 r 2"),
    ("no spaces", "17÷5=_r_", "3 r 2"),
    ("a capital", "17 ÷ 5 R", "3 r 2"),
    ("a word", "17 ÷ 5 = _ remainder _", "3 r 2"),
    ("a slash", "17/5 rem", "3 r 2"),
    ("none left", "15 ÷ 5 = _ r _", "3 r 0"),
    ("less than once", "3 ÷ 5 = _ r _", "0 r 3"),
]

REFUSED = [
    ("nothing", "", "Write a question, such as 7 × 8."),
    ("spaces", "   ", "Write a question, such as 7 × 8."),
    ("too long", "1 + " * 60 + "1", "A question has at most 200 characters; this one has 241."),
    ("a sign at the end", "7 ×", "After “7 ×” a number is missing."),
    ("two signs", "7 × ÷ 8", "After “7 ×” a number is missing."),
    ("a sign at the start", "× 8", "Before “×” a number is missing."),
    ("an = at the start", "= 8", "Before “=” a number is missing."),
    ("empty brackets", "7 × ()", "After “7 × (” a number is missing."),
    ("nothing after the =", "_ + 5 =", "After “□ + 5 =” a number is missing."),
    ("no =", "_ + 5", "After “□ + 5” the = and the other side are missing."),
    ("a box and nothing", "_", "After “□” the = and the other side are missing."),
    ("two =", "3 = 3 = _", "That has more than one = : use only one."),
    ("two boxes", "_ + _ = 5", "That has more than one box to fill: use only one _ ."),
    ("no box", "7 + 5 = 12", "There is nothing to fill in: put _ where the answer goes."),
    ("a comparison and an =", "7 _ 8 = 15", "A box between two numbers asks for < = or >, so there is no other = ."),
    ("a comparison in brackets", "(2 _ 3)", "After “(2” a closing bracket is missing."),
    ("a remainder of a sum", "17 + 5 = _ r _", ASK_DIVISION),
    ("a remainder of two divisions", "17 ÷ 5 ÷ 2 r", ASK_DIVISION),
    ("a remainder of decimals", "1.7 ÷ 5 r", ASK_DIVISION),
    ("a remainder of a comparison", "7 _ 5 r", ASK_DIVISION),
    ("a remainder by zero", "17 ÷ 0 r", "Dividing by zero has no answer."),
    ("a long quotient", "12345678 ÷ 2 r", "The answer is too long to write in a box: use easier numbers."),
    ("two currencies", "£3 + $2", "Use one currency in a question."),
    ("money and a number", "£3 + 2", ASK_MONEY),
    ("money times money", "£3 × £2", ASK_MONEY),
    ("a number by money", "10 ÷ £2", ASK_MONEY),
    ("money compared with a number", "£3 _ 2", ASK_MONEY),
    ("money below zero", "£3 - £5", "The answer is below zero, and money is not: use other amounts."),
    ("parts of a penny", "£10 ÷ 3", "The answer is no whole number of hundredths: use other amounts."),
    ("two points of money", "£3.50.5 + £1", AMOUNT.format("£3.50.5")),
    ("seven digits of money", "£1234567 + £1", AMOUNT.format("£1234567")),
    ("a currency alone", "£ + 3", "“£” cannot be read here: use numbers, + − × ÷ ( ) = and _ ."),
    ("no sign", "7 8", "Between “7” and “8” a sign is missing: + − × or ÷."),
    ("no sign before brackets", "2(3 + 4)", "Between “2” and “(” a sign is missing: + − × or ÷."),
    ("no sign after brackets", "(3 + 4) 2", "Between “)” and “2” a sign is missing: + − × or ÷."),
    ("no closing bracket", "(3 + 4", "After “(3 + 4” a closing bracket is missing."),
    ("no closing bracket before the =", "(3 + 4 = _", "After “(3 + 4” a closing bracket is missing."),
    ("no opening bracket", "3 + 4)", "After “3 + 4” there is a closing bracket too many."),
    ("too many brackets", "(" * 11 + "3" + ")" * 11, "Too many brackets inside one another: use at most 10."),
    ("too many signs", "-" * 100 + "_ = 3", "Too many brackets inside one another: use at most 10."),
    ("division by zero", "5 ÷ 0", "Dividing by zero has no answer."),
    ("division by what is zero", "5 ÷ (3 - 3)", "Dividing by zero has no answer."),
    ("division by zero boxes", "5 ÷ (0 × _) = 1", "Dividing by zero has no answer."),
    ("zero below a fraction", "1/0 + 1", "“1/0” has 0 at the bottom: a fraction cannot."),
    ("any number fits", "0 × _ = 0", "More than one number fits the box: ask for a single answer."),
    ("any divisor fits", "0 ÷ _ = 0", "More than one number fits the box: ask for a single answer."),
    ("no number fits", "0 × _ = 5", "No number fits the box: look at the numbers again."),
    ("no divisor fits", "12 ÷ _ = 0", "No number fits the box: look at the numbers again."),
    ("only zero would fit below", "12 ÷ (5 ÷ _) = 0", "No number fits the box: it would mean dividing by zero."),
    ("a time or a division", "3:45 + 0:20", "“3:45” looks like a time: ask about times in words, and divide with ÷ ."),
    ("a full hour", "5:00 + 1:10", "“5:00” looks like a time: ask about times in words, and divide with ÷ ."),
    ("thousands or places", "1,000 + 5", "“1,000” can be read in two ways: write 1000, or 1.000."),
    ("ten digits", "1234567890 + 1", "“1234567890” is too long: use at most 9 digits."),
    ("five places", "0.12345 + 1", "“0.12345” is too long: use at most 4 decimal places."),
    ("an answer too large", "999999999 × 9", "The answer is too long to write in a box: use easier numbers."),
    ("an answer too fine", "1/999 + 1/998", "The answer is too long to write in a box: use easier numbers."),
    ("a word", "apples", "“a” cannot be read here: use numbers, + − × ÷ ( ) = and _ ."),
    ("a power", "_^2 = 9", "“^” cannot be read here: use numbers, + − × ÷ ( ) = and _ ."),
    ("a comparison", "3 < _", "“<” cannot be read here: use numbers, + − × ÷ ( ) = and _ ."),
    ("a raised two", "3² = _", "“²” cannot be read here: use numbers, + − × ÷ ( ) = and _ ."),
    ("two points", "1.2.3 + 1", "Between “1.2” and “.3” a sign is missing: + − × or ÷."),
]


@pytest.mark.parametrize(
    ("notation", "plain", "answer", "form"), [row[1:] for row in WRITTEN], ids=[row[0] for row in WRITTEN]
)
def test_write_reads(notation: str, plain: str, answer: str, form: str) -> None:
    question = write(notation)
    assert (question.plain(), question.answer, question.format) == (plain, answer, form)
    assert (question.notation, question.skill, question.level) == (notation, "", 0)


@pytest.mark.parametrize(("notation", "answer"), [row[1:] for row in REMAINDERS], ids=[row[0] for row in REMAINDERS])
def test_write_reads_a_remainder(notation: str, answer: str) -> None:
    question = write(notation)
    assert (question.answer, question.format) == (answer, "remainder")
    assert question.plain().endswith(" ÷ 5 = □")


@pytest.mark.parametrize("notation", [row[1] for row in WRITTEN], ids=[row[0] for row in WRITTEN])
def test_what_is_shown_reads_back(notation: str) -> None:
    question = write(notation)
    again = write(question.plain())
    assert (again.prompt, again.answer, again.format) == (question.prompt, question.answer, question.format)


@pytest.mark.parametrize(("notation", "sentence"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_write_refuses(notation: str, sentence: str) -> None:
    with pytest.raises(QuestionRefused) as refused:
        write(notation)
    assert refused.value.sentence == sentence


@given(st.text("0123456789+-×÷*/:x().,=_?r£€ ", max_size=40) | st.text(max_size=210))
def test_any_text_at_all_is_a_question_or_is_refused_with_a_sentence(notation: str) -> None:
    sentence = _refusal(notation)
    assert sentence.endswith(".") if sentence else write(write(notation).plain()).answer == write(notation).answer


def _refusal(notation: str) -> str:
    try:
        write(notation)
    except QuestionRefused as refused:
        return refused.sentence
    return ""
