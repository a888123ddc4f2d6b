"""Marking as one table: the question, the answer, the mark, and what the child is told."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.rules import grammar
from quizzes.rules.grammar import NotAnAnswer
from quizzes.rules.marking import CHECKS, RIGHT_NOTE, WRONG_NOTE, Mark, Outcome, can_be_marked, fold, is_right, mark
from quizzes.rules.planning import generate
from quizzes.rules.questions import Question, write, write_text
from quizzes.rules.skills import Skill
from quizzes.rules.values import Value
from tests.rules.strategies import answers, levels, near_numbers, number_answers, seeds

RIGHT, WRONG, UNREAD = Outcome
YES, NO = RIGHT_NOTE, WRONG_NOTE
ASK = "Write a whole number."
ASK_SIGN = "Write a whole number, with a minus sign if it needs one."
ASK_REMAINDER = "Write a whole number with its remainder, such as 3 r 2."
ASK_SIGN_BETWEEN = "Write one of the signs < = >."
ASK_MONEY = "Write an amount of money."
ASK_TIME = "Write a time, such as 3:45."


def zero_note(answer: str) -> str:
    return f"Yes, that is right. Without the 0 in front it is {answer}."


def same_note(answer: str) -> str:
    return f"Yes, that is right. It is the same as {answer}."


def terms_note(answer: str) -> str:
    return f"Yes, that is right. In lowest terms it is {answer}."


def spelt_note(answer: str) -> str:
    return f"Yes, that is right. It is written {answer}."


TIMES = write("7 × 8")
ZERO = write("5 − 5")
MINUS = write("5 − 7")
MILLION = write("1000 × 1000")
HALF = write("1/4 + 1/4")
THIRD = write("1 ÷ 3")
FIVE_QUARTERS = write("3/4 + 1/2")
MIXED = write("1 1/2 + 3/4")
DECIMAL = write("0.25 + 0.25")
PRICE = write_text("Two at £1.25", "2.50")
BOX = write("_ + 5 = 12")
SHARED = write("17 ÷ 5 = _ r _")
EVEN = write("15 ÷ 5 = _ r _")
SIGN = write("3/4 _ 2/3")
ALIKE = write("1/2 _ 0.5")
BILL = write("£3.50 + £1.20")
TILL = write_text("It costs £_.", "4.70")
ROUND = write("£3 + £1")
BUS = write_text("When does the bus leave?", "3:45")
NIGHT = write_text("When does the day begin?", "0:00")
ANY = write_text("A number between 0 and 1", "0.75", "number")
CITY = write_text("The capital of France", "Paris")
SUMMER = write_text("Summer in French", "l’été")
ROAD = write_text("Street in German", "Straße")
WATER = write_text("Water in Thai", "น้ำ")

ROWS = [
    ("the answer", TIMES, "56", RIGHT, YES),
    ("spaces around it", TIMES, " 56 ", RIGHT, YES),
    ("full-width digits", TIMES, "５６", RIGHT, YES),
    ("a plus", TIMES, "+56", RIGHT, YES),
    ("a full stop", TIMES, "56.", RIGHT, YES),
    ("a zero in front", TIMES, "056", RIGHT, zero_note("56")),
    ("zeros in front", TIMES, "000056", RIGHT, zero_note("56")),
    ("a neighbour in the table", TIMES, "54", WRONG, NO),
    ("the digits exchanged", TIMES, "65", WRONG, NO),
    ("the sum", TIMES, "15", WRONG, NO),
    ("a zero behind", TIMES, "560", WRONG, NO),
    ("half of it", TIMES, "5", WRONG, NO),
    ("nothing", TIMES, "", UNREAD, ASK),
    ("a word", TIMES, "fifty-six", UNREAD, ASK),
    ("a question mark", TIMES, "?", UNREAD, ASK),
    ("the whole question", TIMES, "7 × 8 = 56", UNREAD, ASK),
    ("two numbers", TIMES, "5 6", UNREAD, ASK),
    ("below zero", TIMES, "-56", UNREAD, ASK),
    ("a decimal", TIMES, "56.0", UNREAD, ASK),
    ("a fraction", TIMES, "112/2", UNREAD, ASK),
    ("seven digits", TIMES, "0000056", UNREAD, ASK),
    ("half a number", TIMES, "5x", UNREAD, ASK),
    ("zero", ZERO, "0", RIGHT, YES),
    ("zero twice", ZERO, "00", RIGHT, zero_note("0")),
    ("a letter for zero", ZERO, "o", UNREAD, ASK),
    ("not zero", ZERO, "10", WRONG, NO),
    ("a minus sign", MINUS, "−2", RIGHT, YES),
    ("a hyphen", MINUS, "-2", RIGHT, YES),
    ("a hyphen and a space", MINUS, "- 2", RIGHT, YES),
    ("a zero after the minus", MINUS, "-02", RIGHT, zero_note("−2")),
    ("no minus", MINUS, "2", WRONG, NO),
    ("turned round", MINUS, "12", WRONG, NO),
    ("a minus behind", MINUS, "2-", UNREAD, ASK_SIGN),
    ("a minus alone", MINUS, "-", UNREAD, ASK_SIGN),
    ("a million", MILLION, "1000000", RIGHT, YES),
    ("a million with commas", MILLION, "1,000,000", RIGHT, YES),
    ("a million with spaces", MILLION, "1 000 000", RIGHT, YES),
    ("a hundred thousand", MILLION, "100000", WRONG, NO),
    ("commas in odd places", MILLION, "10,00,000", UNREAD, ASK_SIGN),
    ("a half", HALF, "1/2", RIGHT, YES),
    ("a half with spaces", HALF, "1 / 2", RIGHT, YES),
    ("a half as one sign", HALF, "½", RIGHT, YES),
    ("two quarters", HALF, "2/4", RIGHT, terms_note("1/2")),
    ("fifty hundredths", HALF, "50/100", RIGHT, terms_note("1/2")),
    ("a half as a decimal", HALF, "0.5", RIGHT, same_note("1/2")),
    ("a half with a comma", HALF, "0,5", RIGHT, same_note("1/2")),
    ("tops and bottoms added", HALF, "2/8", WRONG, NO),
    ("upside down", HALF, "2/1", WRONG, NO),
    ("one for a half", HALF, "1", WRONG, NO),
    ("zero at the bottom", HALF, "1/0", UNREAD, "A fraction cannot have 0 at the bottom."),
    ("nothing at the bottom", HALF, "1/", UNREAD, "Write a fraction."),
    ("a third", THIRD, "1/3", RIGHT, YES),
    ("nearly a third", THIRD, "0.3333", WRONG, NO),
    ("improper", FIVE_QUARTERS, "5/4", RIGHT, YES),
    ("mixed for improper", FIVE_QUARTERS, "1 1/4", RIGHT, YES),
    ("tenths of eighths", FIVE_QUARTERS, "10/8", RIGHT, terms_note("5/4")),
    ("mixed, not in lowest terms", FIVE_QUARTERS, "1 2/8", RIGHT, terms_note("5/4")),
    ("mixed without its space", FIVE_QUARTERS, "11/4", WRONG, NO),
    ("mixed", MIXED, "2 1/4", RIGHT, YES),
    ("mixed as signs", MIXED, "2¼", RIGHT, YES),
    ("improper for mixed", MIXED, "9/4", RIGHT, same_note("2 1/4")),
    ("a whole left inside", MIXED, "1 5/4", RIGHT, terms_note("2 1/4")),
    ("a decimal for mixed", MIXED, "2.25", RIGHT, same_note("2 1/4")),
    ("a decimal", DECIMAL, "0.5", RIGHT, YES),
    ("a decimal comma", DECIMAL, "0,5", RIGHT, YES),
    ("nothing before the point", DECIMAL, ".5", RIGHT, YES),
    ("a zero behind a decimal", DECIMAL, "0.50", RIGHT, YES),
    ("zeros before a decimal", DECIMAL, "00.5", RIGHT, zero_note("0.5")),
    ("a fraction for a decimal", DECIMAL, "1/2", RIGHT, same_note("0.5")),
    ("added apart", DECIMAL, "0.50.5", UNREAD, "Write a number."),
    ("ten times as much", DECIMAL, "5", WRONG, NO),
    ("a price", PRICE, "2.5", RIGHT, YES),
    ("a price in full", PRICE, "2.50", RIGHT, YES),
    ("a price with its sign", PRICE, "£2.50", UNREAD, "Write a number."),
    ("a remainder", SHARED, "3 r 2", RIGHT, YES),
    ("a remainder without spaces", SHARED, "3r2", RIGHT, YES),
    ("a remainder in words", SHARED, "3 remainder 2", RIGHT, YES),
    ("a remainder with a zero", SHARED, "03 r 2", RIGHT, zero_note("3 r 2")),
    ("the remainder left out", SHARED, "3", WRONG, NO),
    ("quotient and remainder exchanged", SHARED, "2 r 3", WRONG, NO),
    ("a remainder that is too large", SHARED, "2 r 7", WRONG, NO),
    ("no remainder", SHARED, "3 r 0", WRONG, NO),
    ("a decimal for a remainder", SHARED, "3.4", UNREAD, ASK_REMAINDER),
    ("a remainder alone", SHARED, "r 2", UNREAD, ASK_REMAINDER),
    ("nothing left", EVEN, "3 r 0", RIGHT, YES),
    ("nothing left, not said", EVEN, "3", RIGHT, same_note("3 r 0")),
    ("something left", EVEN, "3 r 1", WRONG, NO),
    ("the sign", SIGN, ">", RIGHT, YES),
    ("the sign in words", SIGN, "is greater than", RIGHT, YES),
    ("the sign turned round", SIGN, "<", WRONG, NO),
    ("the sign of equals", SIGN, "=", WRONG, NO),
    ("two signs", SIGN, ">=", UNREAD, ASK_SIGN_BETWEEN),
    ("a number for the sign", SIGN, "3", UNREAD, ASK_SIGN_BETWEEN),
    ("equals", ALIKE, "=", RIGHT, YES),
    ("not equals", ALIKE, "<", WRONG, NO),
    ("money", BILL, "£4.70", RIGHT, YES),
    ("money without its sign", BILL, "4.70", RIGHT, YES),
    ("money with a comma", BILL, "4,70", RIGHT, YES),
    ("money with its sign behind", BILL, "4.70 £", RIGHT, YES),
    ("money with one place", BILL, "£4.7", RIGHT, same_note("£4.70")),
    ("money with a zero in front", BILL, "£04.70", RIGHT, zero_note("£4.70")),
    ("another currency", BILL, "$4.70", WRONG, NO),
    ("another currency behind", BILL, "4,70 €", WRONG, NO),
    ("a penny less", BILL, "£4.69", WRONG, NO),
    ("ten times the money", BILL, "£47", WRONG, NO),
    ("pence for pounds", BILL, "470", WRONG, NO),
    ("money in words", BILL, "four pounds", UNREAD, ASK_MONEY),
    ("three places of money", BILL, "4.7000", UNREAD, ASK_MONEY),
    ("money whose sign is beside the box", TILL, "4.70", RIGHT, YES),
    ("money with its sign once more", TILL, "£4.70", RIGHT, YES),
    ("round money", ROUND, "£4", RIGHT, YES),
    ("round money with its places", ROUND, "£4.00", RIGHT, YES),
    ("round money with a point", ROUND, "£4.", RIGHT, YES),
    ("a time", BUS, "3:45", RIGHT, YES),
    ("a time as clocks write it", BUS, "03:45", RIGHT, YES),
    ("a time with a point", BUS, "3.45", RIGHT, YES),
    ("a time with an h", BUS, "3h45", RIGHT, YES),
    ("a time in the afternoon", BUS, "15:45", WRONG, NO),
    ("a quarter past", BUS, "3:15", WRONG, NO),
    ("hours and minutes exchanged", BUS, "4:53", WRONG, NO),
    ("a time that is none", BUS, "3:75", UNREAD, ASK_TIME),
    ("an hour that is none", BUS, "25:45", UNREAD, ASK_TIME),
    ("a time without a colon", BUS, "345", UNREAD, ASK_TIME),
    ("midnight", NIGHT, "0:00", RIGHT, YES),
    ("midnight as clocks write it", NIGHT, "00:00", RIGHT, YES),
    ("any number, a decimal", ANY, "0.75", RIGHT, YES),
    ("any number, a fraction", ANY, "3/4", RIGHT, YES),
    ("any number, not in lowest terms", ANY, "6/8", RIGHT, YES),
    ("any number, another", ANY, "1/2", WRONG, NO),
    ("a box", BOX, "7", RIGHT, YES),
    ("the sum for the box", BOX, "17", WRONG, NO),
    ("a word as given", CITY, "Paris", RIGHT, YES),
    ("a word in small letters", CITY, "paris", RIGHT, spelt_note("Paris")),
    ("a word in capitals", CITY, "PARIS", RIGHT, spelt_note("Paris")),
    ("a word with a full stop", CITY, "Paris.", RIGHT, spelt_note("Paris")),
    ("a word in pieces", CITY, "P a r i s", RIGHT, spelt_note("Paris")),
    ("another word", CITY, "Lyon", WRONG, NO),
    ("nearly the word", CITY, "Pari", WRONG, NO),
    ("no word", CITY, "   ", UNREAD, "Write your answer."),
    ("signs for a word", CITY, "...", WRONG, NO),
    ("too many words", CITY, "Paris " * 50, UNREAD, "That is too long. Write your answer."),
    ("another apostrophe", SUMMER, "l'été", RIGHT, spelt_note("l’été")),
    ("no accents", SUMMER, "l’ete", RIGHT, spelt_note("l’été")),
    ("accents apart", SUMMER, "l’e\u0301te\u0301", RIGHT, YES),
    ("a sharp s as two", ROAD, "strasse", RIGHT, spelt_note("Straße")),
    ("a tone mark", WATER, "น้ำ", RIGHT, YES),
    ("no tone mark: another word", WATER, "นำ", WRONG, NO),
]


@pytest.mark.parametrize(
    ("question", "text", "outcome", "note"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS]
)
def test_mark(question: Question, text: str, outcome: Outcome, note: str) -> None:
    made = mark(question, text)
    assert (made.outcome, made.note) == (outcome, note)


@pytest.mark.parametrize(("question", "text", "outcome"), [row[1:4] for row in ROWS], ids=[row[0] for row in ROWS])
def test_both_questions_agree_with_the_mark(question: Question, text: str, outcome: Outcome) -> None:
    assert can_be_marked(question, text) == (outcome is not UNREAD)
    assert is_right(question, text) == (outcome is RIGHT)


PASSED = [
    ("everything", TIMES, "56", {check.name for check in CHECKS}),
    ("not the zeros", TIMES, "056", {check.name for check in CHECKS} - {"has no spare zeros in front"}),
    ("not the terms", HALF, "2/4", {check.name for check in CHECKS} - {"is in lowest terms"}),
    ("not the form", HALF, "0.5", {check.name for check in CHECKS} - {"is written as asked"}),
    ("only the form", TIMES, "54", {"is an answer of the form asked for"}),
    ("nothing", TIMES, "?", set()),
]


@pytest.mark.parametrize(("question", "text", "names"), [row[1:] for row in PASSED], ids=[row[0] for row in PASSED])
def test_a_mark_names_the_checks_that_were_passed(question: Question, text: str, names: set[str]) -> None:
    assert set(mark(question, text).checks) == names


def test_a_note_writes_numbers_as_the_class_does() -> None:
    assert mark(DECIMAL, "1/2", ",").note == same_note("0,5")
    assert mark(MINUS, "-02", ".").note == zero_note("−2")


@given(levels, seeds)
def test_the_own_answer_of_a_question_is_right_without_a_remark(level: tuple[Skill, int], seed: int) -> None:
    question = generate(*level, random.Random(seed))
    assert mark(question, question.answer) == Mark(RIGHT, RIGHT_NOTE, tuple(check.name for check in CHECKS))


@given(number_answers, number_answers)
def test_another_value_is_never_right(key: tuple[str, Value], given_answer: tuple[str, Value]) -> None:
    question = Question(TIMES.prompt, grammar.render(key[1], key[0]), key[0])
    text = grammar.render(given_answer[1], given_answer[0])
    assert is_right(question, text) <= (key[1] == given_answer[1])


@given(answers)
def test_the_same_value_is_always_right(key: tuple[str, Value]) -> None:
    form, value = key
    question = Question(TIMES.prompt, grammar.render(value, form), form)
    assert mark(question, question.answer).outcome is RIGHT


@given(answers, near_numbers | st.text(max_size=210))
def test_what_the_format_does_not_admit_is_never_wrong(key: tuple[str, Value], text: str) -> None:
    question = Question(TIMES.prompt, grammar.render(key[1], key[0]), key[0])
    admitted = not isinstance(grammar.parse(text, question.format), NotAnAnswer)
    assert (mark(question, text).outcome is UNREAD) == (not admitted)


@given(near_numbers)
def test_whether_an_answer_can_be_marked_does_not_depend_on_the_key(text: str) -> None:
    assert can_be_marked(TIMES, text) == can_be_marked(ZERO, text)


@given(st.text(min_size=1, max_size=40))
def test_no_words_fold_to_nothing(words: str) -> None:
    assert fold(words)
