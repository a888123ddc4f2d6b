"""Multiplication beyond the tables: with tens, three numbers, short and long multiplication."""

from collections.abc import Callable

from quizzes.rules.questions import Layout
from quizzes.rules.skills.columns import product_carries
from quizzes.rules.skills.kinds import Example, Family, Level, Skill
from quizzes.rules.skills.sources import Pairs, Results, by_right, products, tables, through
from quizzes.rules.skills.threes import ThreeNumbers


def _carrying(least: int, most: int) -> Callable[[int, int], bool]:
    """Short multiplications that carry from `least` to `most` columns, of a number that does not end in 0."""
    return lambda number, digit: number % 10 != 0 and least <= product_carries(number, digit) <= most


def _short(first: int, last: int, least: int, most: int) -> Results:
    """A number of that range times one digit, in columns."""
    return Results(products(through(first, last), through(2, 9), _carrying(least, most)), Layout.COLUMN)


def _plain(number: int, by: int) -> bool:
    """Neither number ends in 0."""
    return number % 10 != 0 and by % 10 != 0


def _long(first: int, last: int, by: range) -> Results:
    return Results(products(through(first, last), by, _plain), Layout.COLUMN)


def _ones_by(zeros: range) -> Pairs:
    return tables(zeros, through(2, 9))


SKILLS = (
    Skill(
        "multiply-tens-hundreds",
        "Multiplying tens and hundreds",
        Family.MULTIPLICATION,
        3,
        3,
        (
            Level(
                "tens",
                Results(_ones_by(through(20, 90, 10))),
                "20, 30 … or 90 times 2 to 9, either number first.",
            ),
            Level(
                "hundreds",
                Results(_ones_by(through(200, 900, 100))),
                "200, 300 … or 900 times 2 to 9, either number first.",
            ),
            Level(
                "tens by tens",
                Results(products(through(20, 90, 10), through(20, 90, 10))),
                "20, 30 … or 90 times 20, 30 … or 90.",
            ),
            Level(
                "hundreds by tens",
                Results(tables(through(200, 900, 100), through(20, 90, 10))),
                "200, 300 … or 900 times 20, 30 … or 90, either number first.",
            ),
        ),
        "whole",
        Example("7 × 30", ("7 × 3 = 21", "7 × 3 tens = 21 tens"), "210"),
        standard="3.NBT.A.3",
        programme="Year 3: multiply multiples of ten mentally, from known table facts",
        operations="×",
    ),
    Skill(
        "multiply-three-numbers",
        "Multiplying three numbers",
        Family.MULTIPLICATION,
        3,
        4,
        (
            Level(
                "two make ten",
                ThreeNumbers("×", through(2, 9), makes_ten=True),
                "2, 5 and another number up to 9, in any order: two of them make 10.",
            ),
            Level(
                "one-digit numbers",
                ThreeNumbers("×", through(2, 6)),
                "Three different numbers from 2 to 6 of which no two make 10.",
            ),
        ),
        "whole",
        Example("2 × 7 × 5", ("2 × 5 = 10", "10 × 7 = 70"), "70"),
        standard="3.OA.B.5",
        programme="Year 4: multiply three numbers together",
        operations="×",
    ),
    Skill(
        "multiply-2-digits",
        "Short multiplication, two digits",
        Family.MULTIPLICATION,
        4,
        3,
        (
            Level(
                "without carrying",
                _short(11, 44, 0, 0),
                "A number from 11 to 44 times 2 to 9, in columns; every column stays below ten. It does not end in 0.",
            ),
            Level(
                "one carry",
                _short(12, 99, 1, 1),
                "A two-digit number times 2 to 9, in columns; one column comes to ten or more. It does not end in 0.",
            ),
            Level(
                "two carries",
                _short(12, 99, 2, 2),
                "A two-digit number times 2 to 9, in columns; ones and tens both come to ten or more. "
                "It does not end in 0.",
            ),
        ),
        "whole",
        Example("47 × 3", ("3 × 7 = 21: write 1, carry 2", "3 × 4 = 12, and 2 are 14"), "141"),
        standard="4.NBT.B.5",
        programme="Year 3: multiply two-digit by one-digit numbers, on the way to the written method",
        operations="×",
    ),
    Skill(
        "multiply-3-digits",
        "Short multiplication, three digits",
        Family.MULTIPLICATION,
        4,
        4,
        (
            Level(
                "up to one carry",
                _short(101, 499, 0, 1),
                "A number from 101 to 499 times 2 to 9, in columns; at most one column comes to ten or more.",
            ),
            Level(
                "two carries",
                _short(112, 999, 2, 2),
                "A three-digit number times 2 to 9, in columns; two columns come to ten or more.",
            ),
            Level(
                "three carries",
                _short(112, 999, 3, 3),
                "A three-digit number times 2 to 9, in columns; every column comes to ten or more.",
            ),
        ),
        "whole",
        Example(
            "364 × 7",
            ("7 × 4 = 28: write 8, carry 2", "7 × 6 = 42, and 2 are 44: write 4, carry 4", "7 × 3 = 21, and 4 are 25"),
            "2548",
        ),
        standard="4.NBT.B.5",
        programme="Year 4: multiply two-digit and three-digit numbers by one digit in columns",
        operations="×",
    ),
    Skill(
        "multiply-4-digits",
        "Short multiplication, four digits",
        Family.MULTIPLICATION,
        4,
        5,
        (
            Level(
                "up to two carries",
                _short(1_001, 4_999, 1, 2),
                "A number from 1,001 to 4,999 times 2 to 9, in columns; one or two columns come to ten or more.",
            ),
            Level(
                "three or four carries",
                _short(1_112, 9_999, 3, 4),
                "A four-digit number times 2 to 9, in columns; three or four columns come to ten or more.",
            ),
        ),
        "whole",
        Example(
            "2741 × 6",
            (
                "6 × 1 = 6",
                "6 × 4 = 24: write 4, carry 2",
                "6 × 7 = 42, and 2 are 44: write 4, carry 4",
                "6 × 2 = 12, and 4 are 16",
            ),
            "16446",
        ),
        standard="4.NBT.B.5",
        programme="Year 5: multiply numbers of up to four digits by one digit in columns",
        operations="×",
    ),
    Skill(
        "multiply-2-by-2-digits",
        "Long multiplication, two digits by two",
        Family.MULTIPLICATION,
        4,
        5,
        (
            Level(
                "by 11 to 19",
                _long(12, 99, through(11, 19)),
                "A two-digit number times 11 to 19, in columns. No number ends in 0.",
                by_right,
            ),
            Level(
                "by any two digits",
                _long(21, 99, through(21, 99)),
                "Two numbers from 21 to 99, in columns. No number ends in 0.",
            ),
        ),
        "whole",
        Example("34 × 27", ("34 × 7 = 238", "34 × 20 = 680", "238 + 680 = 918"), "918"),
        standard="4.NBT.B.5",
        programme="Year 5: multiply by a two-digit number with long multiplication",
        operations="×",
    ),
    Skill(
        "multiply-by-2-digits",
        "Long multiplication, larger numbers",
        Family.MULTIPLICATION,
        5,
        6,
        (
            Level(
                "three digits by 11 to 19",
                _long(101, 999, through(11, 19)),
                "A three-digit number times 11 to 19, in columns. No number ends in 0.",
                by_right,
            ),
            Level(
                "three digits by two",
                _long(101, 999, through(21, 99)),
                "A three-digit number times 21 to 99, in columns. No number ends in 0.",
            ),
            Level(
                "four digits by two",
                _long(1_001, 9_999, through(12, 99)),
                "A four-digit number times 12 to 99, in columns. No number ends in 0.",
            ),
        ),
        "whole",
        Example("346 × 28", ("346 × 8 = 2768", "346 × 20 = 6920", "2768 + 6920 = 9688"), "9688"),
        standard="5.NBT.B.5",
        programme="Year 6: multiply numbers of up to four digits by a two-digit number",
        operations="×",
    ),
)
