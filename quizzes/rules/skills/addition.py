"""Addition, from within 5 to columns of six digits. How often a sum carries is counted exactly."""

from collections.abc import Callable

from quizzes.rules.questions import Layout
from quizzes.rules.skills.columns import carries
from quizzes.rules.skills.kinds import Example, Family, Level, Skill
from quizzes.rules.skills.sources import OneOf, Results, by_right, sums, through
from quizzes.rules.skills.threes import ThreeNumbers


def _carrying(least: int, most: int, within: int) -> Callable[[int, int], bool]:
    """Sums up to `within` that carry in `least` to `most` columns; neither number ends in 0."""
    return lambda left, right: (
        left % 10 != 0 and right % 10 != 0 and left + right <= within and least <= carries(left, right) <= most
    )


def _summing(least: int, most: int) -> Callable[[int, int], bool]:
    return lambda left, right: least <= left + right <= most


def _column(digits: int, least: int, most: int) -> Results:
    """Two numbers of so many digits, and a sum of no more."""
    numbers = through(10 ** (digits - 1), 10**digits - 1)
    return Results(sums(numbers, numbers, _carrying(least, most, 10**digits - 1)), Layout.COLUMN)


def _adding(left: range, right: range, carried: int, within: int) -> Results:
    return Results(sums(left, right, lambda a, b: carries(a, b) == carried and a + b <= within))


SKILLS = (
    Skill(
        "add-within-10",
        "Addition within 10",
        Family.ADDITION,
        0,
        1,
        (
            Level(
                "within 5",
                Results(sums(through(0, 5), through(0, 5), _summing(1, 5))),
                "Two numbers from 0 to 5 with a sum from 1 to 5. Adding 0 belongs here, and nowhere later.",
            ),
            Level(
                "within 10",
                Results(sums(through(1, 9), through(1, 9), _summing(6, 10))),
                "Two numbers from 1 to 9 with a sum from 6 to 10; nothing is added to 0.",
            ),
        ),
        "whole",
        Example("3 + 4", ("Begin at the larger number: 4", "Count on 3: 5, 6, 7"), "7"),
        standard="K.OA.A.5, 1.OA.C.6",
        programme="Year 1: add one-digit numbers, and know the sums within 10 by heart",
        operations="+",
    ),
    Skill(
        "add-within-20",
        "Addition within 20",
        Family.ADDITION,
        1,
        1,
        (
            Level(
                "without crossing ten",
                OneOf(
                    (
                        Results(sums(through(11, 18), through(1, 8), _summing(12, 19))),
                        Results(sums(through(1, 8), through(11, 18), _summing(12, 19))),
                    )
                ),
                "A number from 11 to 18 and one from 1 to 8, either first, with a sum up to 19.",
            ),
            Level(
                "crossing ten",
                Results(sums(through(2, 9), through(2, 9), _summing(11, 18))),
                "Two one-digit numbers with a sum from 11 to 18.",
            ),
            Level(
                "mixed",
                Results(sums(through(2, 18), through(2, 18), _summing(11, 20))),
                "Two numbers from 2 to 18 with a sum from 11 to 20, whether or not they cross ten.",
            ),
        ),
        "whole",
        Example("8 + 5", ("8 + 2 = 10, and 3 of the 5 are left", "10 + 3 = 13"), "13"),
        standard="1.OA.C.6, 2.OA.B.2",
        programme="Year 1: add one-digit and two-digit numbers to 20",
        operations="+",
    ),
    Skill(
        "add-three-numbers",
        "Adding three numbers",
        Family.ADDITION,
        1,
        2,
        (
            Level(
                "two make ten",
                ThreeNumbers("+", through(1, 9), makes_ten=True),
                "Three one-digit numbers of which two, anywhere in the row, make 10; all three are different.",
            ),
            Level(
                "one-digit numbers",
                ThreeNumbers("+", through(2, 9)),
                "Three different numbers from 2 to 9 of which no two make 10.",
            ),
        ),
        "whole",
        Example("4 + 7 + 6", ("4 + 6 = 10", "10 + 7 = 17"), "17"),
        standard="1.OA.A.2, 1.OA.B.3",
        programme="Year 2: add three one-digit numbers",
        operations="+",
    ),
    Skill(
        "add-within-100",
        "Addition within 100",
        Family.ADDITION,
        2,
        2,
        (
            Level(
                "tens",
                Results(sums(through(10, 80, 10), through(10, 80, 10), _summing(30, 100))),
                "Two multiples of 10 with a sum from 30 to 100.",
            ),
            Level(
                "two digits and ones",
                Results(sums(through(21, 98), through(2, 9), _carrying(0, 1, 99))),
                "A number from 21 to 98 and one from 2 to 9, with a sum up to 99; the ones may carry.",
            ),
            Level(
                "without carrying",
                Results(sums(through(11, 88), through(11, 88), _carrying(0, 0, 99))),
                "Two numbers from 11 to 88 with a sum up to 99; the ones stay below ten. No number ends in 0.",
            ),
            Level(
                "with carrying",
                Results(sums(through(12, 88), through(12, 88), _carrying(1, 1, 99))),
                "Two numbers from 12 to 88 with a sum up to 99; the ones always carry. No number ends in 0.",
            ),
        ),
        "whole",
        Example("47 + 26", ("7 + 6 = 13: write 3, carry 1", "4 + 2 + 1 = 7"), "73"),
        standard="2.NBT.B.5",
        programme="Year 2: add two-digit numbers and ones, tens, or another two-digit number",
        operations="+",
    ),
    Skill(
        "add-ones-tens-hundreds",
        "Adding ones, tens or hundreds",
        Family.ADDITION,
        2,
        3,
        (
            Level(
                "ones",
                _adding(through(101, 989), through(2, 9), 1, 999),
                "A three-digit number and one from 2 to 9; the ones always cross ten.",
            ),
            Level(
                "tens",
                _adding(through(111, 989), through(20, 90, 10), 1, 999),
                "A three-digit number and 20 to 90; the tens always cross a hundred.",
            ),
            Level(
                "hundreds",
                _adding(through(101, 899), through(100, 800, 100), 0, 999),
                "A three-digit number and 100 to 800, with a sum up to 999.",
            ),
        ),
        "whole",
        Example("364 + 70", ("6 tens and 7 tens are 13 tens", "300 + 130 + 4 = 434"), "434"),
        standard="2.NBT.B.7, 2.NBT.B.8",
        programme="Year 3: add ones, tens or hundreds to a three-digit number mentally",
        operations="+",
    ),
    Skill(
        "add-near-tens",
        "Adding a number near a whole ten",
        Family.ADDITION,
        2,
        3,
        (
            Level(
                "9 and 11",
                Results(sums(through(12, 89), (9, 11), lambda a, b: a % 10 > 1)),
                "A two-digit number and 9 or 11; the number ends in 2 to 9.",
                by_right,
            ),
            Level(
                "19, 29, 39 …",
                Results(sums(through(12, 79), through(19, 79, 10), lambda a, b: a % 10 > 1 and a + b <= 120)),
                "A two-digit number and 19, 29 … or 79, with a sum up to 120; the number ends in 2 to 9.",
                by_right,
            ),
            Level(
                "99, 199, 299 …",
                Results(sums(through(102, 899), through(99, 799, 100), lambda a, b: a % 10 > 1 and a + b <= 999)),
                "A three-digit number and 99, 199 … or 799, with a sum up to 999; the number ends in 2 to 9.",
                by_right,
            ),
        ),
        "whole",
        Example("46 + 29", ("46 + 30 = 76", "That is 1 too many: 76 − 1 = 75"), "75"),
        standard="2.NBT.B.5, 3.NBT.A.2",
        programme="Year 3: add mentally, in the way that suits the numbers",
        operations="+",
    ),
    Skill(
        "add-3-digits",
        "Column addition, three digits",
        Family.ADDITION,
        3,
        3,
        (
            Level(
                "without carrying",
                _column(3, 0, 0),
                "Two three-digit numbers with a sum up to 999, in columns; nothing carries. No number ends in 0.",
            ),
            Level(
                "one carry",
                _column(3, 1, 1),
                "Two three-digit numbers with a sum up to 999, in columns; one column carries, the ones or the tens.",
            ),
            Level(
                "two carries",
                _column(3, 2, 2),
                "Two three-digit numbers with a sum up to 999, in columns; the ones and the tens carry.",
            ),
        ),
        "whole",
        Example(
            "358 + 274", ("8 + 4 = 12: write 2, carry 1", "5 + 7 + 1 = 13: write 3, carry 1", "3 + 2 + 1 = 6"), "632"
        ),
        standard="3.NBT.A.2",
        programme="Year 3: add numbers of up to three digits in columns",
        operations="+",
    ),
    Skill(
        "add-4-digits",
        "Column addition, four digits",
        Family.ADDITION,
        4,
        4,
        (
            Level(
                "one carry",
                _column(4, 1, 1),
                "Two four-digit numbers with a sum up to 9,999, in columns; one column carries.",
            ),
            Level(
                "two carries",
                _column(4, 2, 2),
                "Two four-digit numbers with a sum up to 9,999, in columns; two columns carry.",
            ),
            Level(
                "three carries",
                _column(4, 3, 3),
                "Two four-digit numbers with a sum up to 9,999, in columns; the ones, tens and hundreds carry.",
            ),
        ),
        "whole",
        Example(
            "2746 + 1387",
            (
                "6 + 7 = 13: write 3, carry 1",
                "4 + 8 + 1 = 13: write 3, carry 1",
                "7 + 3 + 1 = 11: write 1, carry 1",
                "2 + 1 + 1 = 4",
            ),
            "4133",
        ),
        standard="4.NBT.B.4",
        programme="Year 4: add numbers of up to four digits in columns",
        operations="+",
    ),
    Skill(
        "add-large",
        "Column addition, large numbers",
        Family.ADDITION,
        4,
        5,
        (
            Level(
                "five digits",
                _column(5, 2, 4),
                "Two five-digit numbers with a sum up to 99,999, in columns; two to four columns carry.",
            ),
            Level(
                "six digits",
                _column(6, 2, 5),
                "Two six-digit numbers with a sum up to 999,999, in columns; two to five columns carry.",
            ),
            Level(
                "of different length",
                Results(sums(through(10_000, 99_999), through(100, 9_999), _carrying(2, 4, 99_999)), Layout.COLUMN),
                "A five-digit number and one of three or four digits, in columns; two to four columns carry.",
            ),
        ),
        "whole",
        Example(
            "34567 + 8958",
            (
                "Set the ones under the ones",
                "7 + 8 = 15: write 5, carry 1",
                "6 + 5 + 1 = 12: write 2, carry 1",
                "5 + 9 + 1 = 15: write 5, carry 1",
                "4 + 8 + 1 = 13: write 3, carry 1",
                "3 + 1 = 4",
            ),
            "43525",
        ),
        standard="4.NBT.B.4",
        programme="Year 5: add numbers of more than four digits in columns",
        operations="+",
    ),
)
