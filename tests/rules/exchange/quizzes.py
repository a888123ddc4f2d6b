"""Quizzes to be exchanged."""

from dataclasses import replace
from fractions import Fraction

from quizzes.rules.exchange.quiz_file import QuizFile, Settings
from quizzes.rules.figures import NumberLine
from quizzes.rules.prompts import BLANK, Kind, Token
from quizzes.rules.questions import Layout, Question, write, write_text
from quizzes.rules.skills import SKILLS

LINE = NumberLine(Fraction(1, 2), Fraction(2), 6, 3)

QUESTIONS = (
    write("7 × 8").as_practice_of(next(iter(SKILLS)), 1),
    write("47 + 26", layout=Layout.COLUMN),
    write("3/6 + 1/6", demands=("lowest-terms",)),
    write("1 1/2 + 1 3/4", demands=("mixed",)),
    write("3/4 + 3/4", demands=("improper", "as-written")),
    write("0,5 + 0,25", demands=("places:2",)),
    write("3 - 8"),
    write("-5 + 9"),
    write("17 ÷ 5 = _ r _"),
    write("3/4 _ 2/3"),
    write("£3.50 + £1.20"),
    write("12-4"),
    write("12/4"),
    replace(write("12 - 9"), format="digit"),
    replace(write("1 - 0,25"), answer="0.75", format="number"),
    write_text("When does the film end, if it begins at 14:30 and takes 75 minutes?", "15:45"),
    write_text("How long is the rope?", "3,5", demands=("unit:cm",)),
    write_text('Which "planet", of _, has rings; or none?', "Saturn"),
    write_text("2, 4, 6, _", "8"),
    write_text("3 + 4 =", "7", "text"),
    write_text("=HYPERLINK(1)", "+49"),
    write_text("'Tis the answer", "42"),
    write_text("Which number does the arrow point at?", "1 1/4", "mixed", figure=LINE),
    Question(
        (Token(Kind.TEXT, "Round "), Token(Kind.NUMBER, "348"), Token(Kind.TEXT, " to tens: "), BLANK), "350", "whole"
    ),
)
"""Every format, layout, figure and demand, and what a spreadsheet would spoil."""

EVERYTHING = QuizFile(
    Settings("Friday, “warm-up”", "Show your working;\nthen\tcheck it.".replace("\t", " "), "end", 1, True), QUESTIONS
)


def same(question: Question) -> Question:
    """The question, whatever it was written as: a file says it in its own way where it has to."""
    return replace(question, notation="")
