"""Subtraction, from within 5 to columns of six digits. How often a difference exchanges is counted exactly."""

from collections.abc import Callable

from quizzes.rules.questions import Layout
from quizzes.rules.skills.columns import crosses_zero, exchanges
from quizzes.rules.skills.kinds import Example, Family, Level, Skill
from quizzes.rules.skills.sources import Results, by_right, differences, through


def _exchanging(least: int, most: int) -> Callable[[int, int], bool]:
    """Differences that exchange in `least` to `most` columns, never from a 0, and come to ten or more.

    Neither number ends in 0."""
    return lambda left, right: (
        left % 10 != 0
        and right % 10 != 0
        and left - right >= 10
        and least <= exchanges(left, right) <= most
        and not crosses_zero(left, right)
    )


def _column(digits: int, least: int, most: int) -> Results:
    """Two numbers of so many digits, the larger first."""
    numbers = through(10 ** (digits - 1), 10**digits - 1)
    return Results(differences(numbers, numbers, _exchanging(least, most)), Layout.COLUMN)


def _taking(left: range, right: range, exchanged: int) -> Results:
    return Results(differences(left, right, lambda a, b: exchanges(a, b) == exchanged))


def _apart(least: int, most: int, hundreds: bool) -> Callable[[int, int], bool]:
    """So far apart, on both sides of a whole ten or of a whole hundred, and neither of them that whole number."""
    step = 100 if hundreds else 10
    return lambda left, right: (
        least <= left - right <= most and left // step == right // step + 1 and left % 10 != 0 and right % 10 != 0
    )


SKILLS = (
    Skill(
        "subtract-within-10",
        "Subtraction within 10",
        Family.SUBTRACTION,
        0,
        1,
        (
            Level(
                "within 5",
                Results(differences(through(1, 5), through(0, 5))),
                "From 1 to 5 something smaller is taken, and at times 0. Taking 0 belongs here, and nowhere later.",
            ),
            Level(
                "within 10",
                Results(differences(through(6, 10), through(1, 9))),
                "From 6 to 10 something smaller is taken, from 1 to 9: never 0, and never all.",
            ),
        ),
        "whole",
        Example("9 − 4", ("Begin at 9", "Count back 4: 8, 7, 6, 5"), "5"),
        standard="K.OA.A.5, 1.OA.C.6",
        programme="Year 1: subtract one-digit numbers, and know the differences within 10 by heart",
        operations="−",
    ),
    Skill(
        "subtract-within-20",
        "Subtraction within 20",
        Family.SUBTRACTION,
        1,
        1,
        (
            Level(
                "without crossing ten",
                _taking(through(12, 19), through(1, 8), 0),
                "From 12 to 19, 1 to 8 is taken, no more than there are ones: the difference is 10 or more.",
            ),
            Level(
                "crossing ten",
                _taking(through(11, 18), through(2, 9), 1),
                "From 11 to 18, 2 to 9 is taken, more than there are ones: the difference is below 10.",
            ),
            Level(
                "mixed",
                Results(differences(through(11, 20), through(2, 18), lambda a, b: a - b > 1)),
                "From 11 to 20, 2 to 18 is taken, whether or not that crosses ten. At least 2 is left.",
            ),
        ),
        "whole",
        Example("13 − 7", ("13 − 3 = 10, and 4 of the 7 are left to take", "10 − 4 = 6"), "6"),
        standard="1.OA.C.6, 2.OA.B.2",
        programme="Year 1: subtract one-digit and two-digit numbers to 20",
        operations="−",
    ),
    Skill(
        "subtract-within-100",
        "Subtraction within 100",
        Family.SUBTRACTION,
        2,
        2,
        (
            Level(
                "tens",
                Results(differences(through(30, 100, 10), through(10, 90, 10))),
                "A multiple of 10 from 30 to 100 less a smaller one.",
            ),
            Level(
                "ones from two digits",
                Results(differences(through(21, 99), through(2, 9), _exchanging(0, 1))),
                "A number from 21 to 99 less 2 to 9; a ten may be exchanged. No number ends in 0.",
            ),
            Level(
                "without exchange",
                Results(differences(through(22, 99), through(11, 89), _exchanging(0, 0))),
                "Two two-digit numbers at least 10 apart; no ten is exchanged. No number ends in 0.",
            ),
            Level(
                "with exchange",
                Results(differences(through(31, 98), through(12, 89), _exchanging(1, 1))),
                "Two two-digit numbers at least 10 apart; a ten is always exchanged. No number ends in 0.",
            ),
        ),
        "whole",
        Example("63 − 29", ("3 is less than 9: exchange a ten, 13 − 9 = 4", "5 tens − 2 tens = 3 tens"), "34"),
        standard="2.NBT.B.5",
        programme="Year 2: subtract ones, tens, or a two-digit number from a two-digit number",
        operations="−",
    ),
    Skill(
        "subtract-ones-tens-hundreds",
        "Subtracting ones, tens or hundreds",
        Family.SUBTRACTION,
        2,
        3,
        (
            Level(
                "ones",
                Results(differences(through(111, 998), through(2, 9), lambda a, b: a % 100 > 9 and a % 10 < b)),
                "A three-digit number less 2 to 9; it always crosses a ten, and never a hundred.",
            ),
            Level(
                "tens",
                Results(differences(through(201, 989), through(20, 90, 10), lambda a, b: a % 100 < b and a % 10 != 0)),
                "A three-digit number less 20 to 90; it always crosses a hundred. The number does not end in 0.",
            ),
            Level(
                "hundreds",
                Results(
                    differences(through(211, 999), through(100, 800, 100), lambda a, b: a - b > 100 and a % 10 != 0)
                ),
                "A three-digit number less 100 to 800; more than 100 is left. The number does not end in 0.",
            ),
        ),
        "whole",
        Example("434 − 70", ("43 tens − 7 tens = 36 tens", "360 + 4 = 364"), "364"),
        standard="2.NBT.B.7, 2.NBT.B.8",
        programme="Year 3: subtract ones, tens or hundreds from a three-digit number mentally",
        operations="−",
    ),
    Skill(
        "subtract-near-tens",
        "Subtracting a number near a whole ten",
        Family.SUBTRACTION,
        2,
        3,
        (
            Level(
                "9 and 11",
                Results(differences(through(21, 98), (9, 11), lambda a, b: 0 < a % 10 < 9)),
                "A number from 21 to 98 less 9 or 11; the number does not end in 0 or 9.",
                by_right,
            ),
            Level(
                "19, 29, 39 …",
                Results(differences(through(31, 98), through(19, 79, 10), lambda a, b: a - b > 10 and 0 < a % 10 < 9)),
                "A two-digit number less 19, 29 … or 79; more than 10 is left. The number does not end in 0 or 9.",
                by_right,
            ),
            Level(
                "99, 199, 299 …",
                Results(
                    differences(through(211, 998), through(99, 799, 100), lambda a, b: a - b > 100 and 0 < a % 10 < 9)
                ),
                "A three-digit number less 99, 199 … or 799; more than 100 is left. It does not end in 0 or 9.",
                by_right,
            ),
        ),
        "whole",
        Example("74 − 29", ("74 − 30 = 44", "That took 1 too many: 44 + 1 = 45"), "45"),
        standard="2.NBT.B.5, 3.NBT.A.2",
        programme="Year 3: subtract mentally, in the way that suits the numbers",
        operations="−",
    ),
    Skill(
        "subtract-close-numbers",
        "The difference of close numbers",
        Family.SUBTRACTION,
        2,
        3,
        (
            Level(
                "across a ten",
                Results(differences(through(21, 99), through(11, 98), _apart(3, 9, hundreds=False))),
                "Two two-digit numbers from 3 to 9 apart, on both sides of a whole ten.",
            ),
            Level(
                "across a hundred",
                Results(differences(through(201, 950), through(151, 899), _apart(4, 40, hundreds=True))),
                "Two three-digit numbers from 4 to 40 apart, on both sides of a whole hundred.",
            ),
        ),
        "whole",
        Example("403 − 397", ("From 397 to 400 is 3", "From 400 to 403 is 3", "3 + 3 = 6"), "6"),
        standard="2.NBT.B.5, 3.NBT.A.2",
        programme="Year 3: subtract mentally, in the way that suits the numbers",
        operations="−",
    ),
    Skill(
        "subtract-3-digits",
        "Column subtraction, three digits",
        Family.SUBTRACTION,
        3,
        3,
        (
            Level(
                "without exchange",
                _column(3, 0, 0),
                "Two three-digit numbers at least 10 apart, in columns; nothing is exchanged. No number ends in 0.",
            ),
            Level(
                "one exchange",
                _column(3, 1, 1),
                "Two three-digit numbers at least 10 apart, in columns; one exchange, of a ten or of a hundred, "
                "never from a 0.",
            ),
            Level(
                "two exchanges",
                _column(3, 2, 2),
                "Two three-digit numbers at least 10 apart, in columns; a ten and a hundred are exchanged, "
                "never from a 0.",
            ),
        ),
        "whole",
        Example(
            "632 − 274",
            (
                "2 is less than 4: exchange a ten, 12 − 4 = 8",
                "2 tens are less than 7: exchange a hundred, 12 − 7 = 5",
                "5 − 2 = 3",
            ),
            "358",
        ),
        standard="3.NBT.A.2",
        programme="Year 3: subtract numbers of up to three digits in columns",
        operations="−",
    ),
    Skill(
        "subtract-across-zero",
        "Subtraction across zero",
        Family.SUBTRACTION,
        3,
        4,
        (
            Level(
                "a zero in the tens",
                Results(
                    differences(
                        tuple(number for number in through(201, 909) if number % 100 in through(1, 8)),
                        through(111, 799),
                        lambda a, b: b % 10 != 0 and a - b >= 10 and crosses_zero(a, b),
                    ),
                    Layout.COLUMN,
                ),
                "From a number such as 503 a three-digit number with more ones: a hundred is exchanged across the 0.",
            ),
            Level(
                "from whole hundreds",
                Results(
                    differences(through(200, 900, 100), through(111, 799), lambda a, b: a - b >= 10 and b % 10 != 0),
                    Layout.COLUMN,
                ),
                "From 200, 300 … or 900 a three-digit number that does not end in 0, in columns.",
            ),
            Level(
                "two zeros among four digits",
                Results(
                    differences(
                        tuple(number for number in through(2_001, 9_009) if number % 1_000 in through(1, 8)),
                        through(1_111, 7_999),
                        lambda a, b: b % 10 > a % 10 and a - b >= 100,
                    ),
                    Layout.COLUMN,
                ),
                "From a number such as 5,003 a four-digit number with more ones: a thousand is exchanged across both "
                "zeros.",
            ),
        ),
        "whole",
        Example(
            "503 − 147",
            (
                "3 is less than 7, and there are no tens: exchange a hundred for 10 tens",
                "Exchange one of the tens: 13 − 7 = 6",
                "9 − 4 = 5",
                "4 − 1 = 3",
            ),
            "356",
        ),
        standard="3.NBT.A.2, 4.NBT.B.4",
        programme="Year 4: subtract in columns from numbers with zeros",
        operations="−",
    ),
    Skill(
        "subtract-4-digits",
        "Column subtraction, four digits",
        Family.SUBTRACTION,
        4,
        4,
        (
            Level(
                "one exchange",
                _column(4, 1, 1),
                "Two four-digit numbers at least 10 apart, in columns; one exchange, never from a 0.",
            ),
            Level(
                "two exchanges",
                _column(4, 2, 2),
                "Two four-digit numbers at least 10 apart, in columns; two exchanges, never from a 0.",
            ),
            Level(
                "three exchanges",
                _column(4, 3, 3),
                "Two four-digit numbers at least 10 apart, in columns; a ten, a hundred and a thousand are exchanged, "
                "never from a 0.",
            ),
        ),
        "whole",
        Example(
            "4133 − 1387",
            (
                "3 is less than 7: exchange a ten, 13 − 7 = 6",
                "2 tens are less than 8: exchange a hundred, 12 − 8 = 4",
                "No hundreds are left: exchange a thousand, 10 − 3 = 7",
                "3 − 1 = 2",
            ),
            "2746",
        ),
        standard="4.NBT.B.4",
        programme="Year 4: subtract numbers of up to four digits in columns",
        operations="−",
    ),
    Skill(
        "subtract-large",
        "Column subtraction, large numbers",
        Family.SUBTRACTION,
        4,
        5,
        (
            Level(
                "five digits",
                _column(5, 2, 4),
                "Two five-digit numbers at least 10 apart, in columns; two to four exchanges, never from a 0.",
            ),
            Level(
                "six digits",
                _column(6, 2, 5),
                "Two six-digit numbers at least 10 apart, in columns; two to five exchanges, never from a 0.",
            ),
            Level(
                "of different length",
                Results(differences(through(10_000, 99_999), through(100, 9_999), _exchanging(2, 4)), Layout.COLUMN),
                "A five-digit number less one of three or four digits, in columns; two to four exchanges, "
                "never from a 0.",
            ),
        ),
        "whole",
        Example(
            "43525 − 8958",
            (
                "Set the ones under the ones",
                "Exchange a ten: 15 − 8 = 7",
                "Exchange a hundred: 11 − 5 = 6",
                "Exchange a thousand: 14 − 9 = 5",
                "Exchange a ten thousand: 12 − 8 = 4",
                "3 ten thousands are left",
            ),
            "34567",
        ),
        standard="4.NBT.B.4",
        programme="Year 5: subtract numbers of more than four digits in columns",
        operations="−",
    ),
)
