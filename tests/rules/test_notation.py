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
    ("fractions to a whole", "1/2 + 1/2", "1/2 + 1/2 = □", "1", "fraction"),
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
    ("an equivalent fraction", "1/2 = _/4", "1/2 = □/4", "2", "whole"),
    ("a box below a bar", "3/_ = 6/8", "3/□ = 6/8", "4", "whole"),
    ("a box in a mixed number", "7/4 = 1 _/4", "7/4 = 1 □/4", "3", "whole"),
    ("a box below in a mixed number", "2 3/_ = 11/4", "2 3/□ = 11/4", "4", "whole"),
    ("a box before a fraction", "7/4 = _ 3/4", "7/4 = □ 3/4", "1", "whole"),
    ("a box in a fraction below zero", "-3/_ = -1/4", "−3/□ = −1/4", "12", "whole"),
    ("a box with spaces to divide", "_ / 4 = 1/2", "□ ÷ 4 = 1/2", "2", "whole"),
    ("a fraction to divide by", "3 ÷ 1/_ = 6", "3 ÷ 1/□ = 6", "2", "whole"),
    ("percent", "25% of 80", "25% of 80 = □", "20", "whole"),
    ("percent of percent", "50% of 50%", "50% of 50% = □", "0.25", "decimal"),
    ("a percentage to find", "_% of 80 = 20", "□% of 80 = 20", "25", "whole"),
    ("a whole to find", "50% of _ = 8", "50% of □ = 8", "16", "whole"),
    ("a fraction as a percentage", "1/4 = _%", "1/4 = □%", "25", "whole"),
    ("a percentage compared", "25% _ 1/4", "25% □ 1/4", "=", "comparison"),
    ("percent of money", "10% of £4.50", "10% of £4.50 = □", "£0.45", "money"),
    ("percent before minus", "10 - 25% of 8", "10 − 25% of 8 = □", "8", "whole"),
    ("a fraction of a number", "3/4 of 20", "3/4 of 20 = □", "15", "whole"),
    ("a fraction of a fraction", "1/2 of 3/4", "1/2 of 3/4 = □", "3/8", "fraction"),
    ("a square", "7²", "7² = □", "49", "whole"),
    ("a cube with a caret", "2^3", "2³ = □", "8", "whole"),
    ("a power of ten", "10^4", "10⁴ = □", "10000", "whole"),
    ("a power in a sum", "3² + 4²", "3² + 4² = □", "25", "whole"),
    ("a power of brackets", "(-7)²", "(−7)² = □", "49", "whole"),
    ("a power of a fraction", "(1/2)²", "(1/2)² = □", "1/4", "fraction"),
    ("a square root", "√49", "√49 = □", "7", "whole"),
    ("a square root in letters", "sqrt(9 + 16)", "√(9 + 16) = □", "5", "whole"),
    ("a cube root", "∛27", "∛27 = □", "3", "whole"),
    ("a root of a decimal", "√0.25", "√0.25 = □", "0.5", "decimal"),
    ("a root less than a number", "√9 _ 4", "√9 □ 4", "<", "comparison"),
    ("the positive one of two", "_² = 49", "□² = 49", "7", "whole"),
    ("a cubed box", "_³ = 27", "□³ = 27", "3", "whole"),
    ("a root of a box", "√_ = 7", "√□ = 7", "49", "whole"),
    ("a root of a sum with a box", "√(_ + 2) = 3", "√(□ + 2) = 3", "7", "whole"),
    ("a divided square", "12 ÷ _² = 3", "12 ÷ □² = 3", "2", "whole"),
    ("a root within a power", "(√_)³ = 27", "(√□)³ = 27", "9", "whole"),
    ("a step up", "4, 7, 10, _", "4, 7, 10, □", "13", "whole"),
    ("a step down", "10, 7, 4, _", "10, 7, 4, □", "1", "whole"),
    ("a step below zero", "4, 1, -2, _", "4, 1, −2, □", "-5", "integer"),
    ("a sequence without a box", "4, 7, 10", "4, 7, 10, □", "13", "whole"),
    ("a sequence with dots", "4, 7, 10, ...", "4, 7, 10, □", "13", "whole"),
    ("a sequence without spaces", "4,7,10,_", "4, 7, 10, □", "13", "whole"),
    ("a box in a sequence", "3, 6, _, 12", "3, 6, □, 12", "9", "whole"),
    ("a box at the start of a sequence", "_, 7, 10, 13", "□, 7, 10, 13", "4", "whole"),
    ("a factor", "1, 2, 4, 8, _", "1, 2, 4, 8, □", "16", "whole"),
    ("a factor that is a fraction", "27, 9, _, 1", "27, 9, □, 1", "3", "whole"),
    ("a step and a factor to the same number", "2, 2, 2, _", "2, 2, 2, □", "2", "whole"),
    ("a factor below zero", "1, -2, 4, _", "1, −2, 4, □", "-8", "integer"),
    ("a sequence of fractions", "1/4, 1/2, 3/4, _", "1/4, 1/2, 3/4, □", "1", "whole"),
    ("a sequence of mixed numbers", "1 1/2, 2, 2 1/2, _, 3 1/2", "1 1/2, 2, 2 1/2, □, 3 1/2", "3", "whole"),
    ("a sequence of decimals", "0.5, 1, _, 2", "0.5, 1, □, 2", "1.5", "decimal"),
    ("a sequence with decimal commas", "0,5; 1; 1,5; _", "0.5, 1, 1.5, □", "2", "whole"),
    ("decimal commas and commas", "0,5, 0,6, 0,7, _", "0.5, 0.6, 0.7, □", "0.8", "decimal"),
    ("a sequence of money", "£1, £1.50, £2, _", "£1, £1.50, £2, □", "£2.50", "money"),
    ("a sequence of times", "3:15, 3:30, 3:45, _", "3:15, 3:30, 3:45, □", "4:00", "time"),
    ("times", "3:45 + 0:20", "3:45 + 0:20 = □", "4:05", "time"),
    ("a span of time", "10:15 − 8:50", "10:15 − 8:50 = □", "1:25", "time"),
    ("full hours", "5:00 + 1:10", "5:00 + 1:10 = □", "6:10", "time"),
    ("no hours", "20:10 + 0:20", "20:10 + 0:20 = □", "20:30", "time"),
    ("minutes", "3:45 + 20 min", "3:45 + 20 min = □", "4:05", "time"),
    ("hours", "3:45 + 2 hours", "3:45 + 2 h = □", "5:45", "time"),
    ("minutes to find", "3:45 + _ min = 4:05", "3:45 + □ min = 4:05", "20", "whole"),
    ("a time to find", "_ + 0:20 = 4:05", "□ + 0:20 = 4:05", "3:45", "time"),
    ("times in a time", "1:00 ÷ 0:20", "1:00 ÷ 0:20 = □", "3", "whole"),
    ("times compared", "3:45 _ 3:05", "3:45 □ 3:05", ">", "comparison"),
    ("colons that all divide", "20:10 + 12:12", "20 ÷ 10 + 12 ÷ 12 = □", "3", "whole"),
]

ASK_DIVISION = "A remainder goes with one division of whole numbers: write 17 ÷ 5 = _ r _ ."
ASK_MONEY = "Money goes with money: add it to amounts, and multiply or divide it by plain numbers."
AMOUNT = "“{}” is no amount of money: write it as £3.50, with at most 6 digits before."

A_TIME = "“3:45” looks like a time: write 3:45 + 0:20 for times, and divide with ÷ ."
SHORT_SEQUENCE = "A sequence needs at least three numbers beside the box, so that its rule can be seen."
NO_RULE = (
    "These numbers go on neither by one step, as in 4, 7, 10, nor by one factor, as in 2, 4, 8: "
    "change them, or ask in words and give the answer."
)

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
    ("a time or a division", "3:45", A_TIME),
    ("a time and a number", "3:45 + 5", A_TIME),
    ("a time doubled", "3:45 × 2", A_TIME),
    (
        "times and a number",
        "3:45 + 0:20 + 5",
        "Times go with times: add to them a time, or minutes as in 3:45 + 20 min.",
    ),
    (
        "a square of a time",
        "(3:45 + 0:20)²",
        "Times go with times: add to them a time, or minutes as in 3:45 + 20 min.",
    ),
    ("past midnight", "23:45 + 0:30", "The answer is not within one day, from 0:00 to 23:59: use other times."),
    ("before midnight", "3:15 - 3:30", "The answer is not within one day, from 0:00 to 23:59: use other times."),
    ("a part of a minute", "3:45 - 3:44 + 0:01 ÷ 2", "The answer is no whole number of minutes: use other times."),
    ("money and times", "3:45 + 0:20 + £2", "Ask about money or about times, not about both at once."),
    ("minutes alone", "45 min + 5 min", "“min” goes with times: write 3:45 + 20 min, or ask in words."),
    ("two numbers of a sequence", "4, 7, _", SHORT_SEQUENCE),
    ("two numbers of a sequence and no box", "4, 7", SHORT_SEQUENCE),
    ("two boxes in a sequence", "4, _, 10, 13, _", "That has more than one box to fill: use only one _ ."),
    ("square numbers in sequence", "1, 4, 9, 16, _", NO_RULE),
    (
        "a step and a factor",
        "1, -2, _, -8",
        "This sequence goes on by a step and by a factor as well: write one number more.",
    ),
    ("one number out of step", "4, 7, 11, 13, _", NO_RULE),
    ("a factor of nothing", "0, 0, 5, _", NO_RULE),
    ("a sum in a sequence", "4, 7 + 1, 10, _", "A sequence is of numbers, commas and one _ : write 4, 7, 10, _ ."),
    ("an = in a sequence", "4, 7, 10 = _", "A sequence is of numbers, commas and one _ : write 4, 7, 10, _ ."),
    ("two commas", "4, , 7, 10, _", "Between two commas of this sequence a number is missing."),
    ("money and numbers in sequence", "£1, 2, £3, _", ASK_MONEY),
    ("no numerator fits", "1/2 = _/3", "No whole number fits the box of the fraction: look at the numbers again."),
    (
        "a numerator below zero",
        "-1/2 = _/4",
        "No whole number fits the box of the fraction: look at the numbers again.",
    ),
    ("a decimal over a box", "0.5/_ = 1", "“0.5” is no part of a fraction: put spaces around the / to divide."),
    ("a box over nothing", "_/0 = 1", "Dividing by zero has no answer."),
    ("a root that does not come out", "√50", "The square root of 50 does not come out even: use one such as √49."),
    ("a root below zero", "√-4", "A root is of a number that is not below zero: use another number."),
    ("a root of what is below zero", "√(3 - 7)", "-4 is below zero and has no square root here."),
    ("a box squared that does not come out", "_² = 50", "No number fits the box exactly: look at the numbers again."),
    ("a box squared below zero", "_² = -4", "No number fits the box exactly: look at the numbers again."),
    ("a root below zero to find", "√_ = -4", "No number fits the box exactly: look at the numbers again."),
    ("a sum squared", "(_ + 1)² = 49", "More than one number fits the box: ask for a single answer."),
    ("a power of nothing", "_⁰ = 1", "More than one number fits the box: ask for a single answer."),
    ("zero to the zero", "0⁰", "0 to the power of 0 has no single answer: use another number."),
    ("a high power", "1^21", "The power is too large: use one up to 20."),
    ("a large power", "999999^9", "The power is too large: use smaller numbers."),
    ("a minus and a power", "-7²", "Put brackets where a minus meets a power: write (−7)² or −(7²)."),
    ("a fraction and a power", "1/2²", "Put brackets around the fraction that has a power: write (1/2)² ."),
    ("percent of nothing", "25% of", "After “25% of” a number is missing."),
    ("no of", "25% 80", "Between “%” and “80” a sign is missing: + − × or ÷."),
    ("thousands or places", "1,000 + 5", "“1,000” can be read in two ways: write 1000, or 1.000."),
    ("ten digits", "1234567890 + 1", "“1234567890” is too long: use at most 9 digits."),
    ("five places", "0.12345 + 1", "“0.12345” is too long: use at most 4 decimal places."),
    ("an answer too large", "999999999 × 9", "The answer is too long to write in a box: use easier numbers."),
    ("an answer too fine", "1/999 + 1/998", "The answer is too long to write in a box: use easier numbers."),
    ("a word", "apples", "“apples” cannot be read here: use numbers, + − × ÷ ( ) = and _ ."),
    ("a box as a power", "2^_ = 8", "“^” cannot be read here: use numbers, + − × ÷ ( ) = and _ ."),
    ("a comparison", "3 < _", "“<” cannot be read here: use numbers, + − × ÷ ( ) = and _ ."),
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
    assert question.plain().endswith(" ÷ 5 = □ r □")


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


@given(st.text("0123456789+-×÷*/:x().,=_?r£€%²√; ", max_size=40) | st.text(max_size=210))
def test_any_text_at_all_is_a_question_or_is_refused_with_a_sentence(notation: str) -> None:
    sentence = _refusal(notation)
    assert sentence.endswith(".") if sentence else write(write(notation).plain()).answer == write(notation).answer


def _refusal(notation: str) -> str:
    try:
        write(notation)
    except QuestionRefused as refused:
        return refused.sentence
    return ""
