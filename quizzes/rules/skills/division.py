"""Division beyond the tables: of tens, short and long division, exact and with a remainder."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from quizzes.rules.prompts import Kind, Token
from quizzes.rules.questions import Question, write
from quizzes.rules.skills.columns import leftovers
from quizzes.rules.skills.kinds import Example, Family, Level, Skill
from quizzes.rules.skills.sources import Results, Shares, by_right, through


@dataclass(frozen=True)
class Remainders:
    """`17 ÷ 5 = _ r _`: the remainder is at least 1 and less than the divisor, each as likely as another."""

    divisors: Sequence[int]
    quotients: Sequence[int]
    dividends: Sequence[int] = through(1, 999_999)

    def draw(self, rng: random.Random) -> Question:
        while True:
            divisor, quotient = rng.choice(self.divisors), rng.choice(self.quotients)
            dividend = divisor * quotient + rng.randrange(1, divisor)
            if dividend in self.dividends:
                return write(f"{dividend} ÷ {divisor} = _ r _")

    def __contains__(self, question: object) -> bool:
        if not isinstance(question, Question) or question.format != "remainder":
            return False
        match question.prompt:
            case (Token(Kind.NUMBER, left), Token(Kind.OPERATOR, "÷"), Token(Kind.NUMBER, right), *_):
                dividend, divisor = int(left), int(right)
                return (
                    divisor in self.divisors
                    and dividend // divisor in self.quotients
                    and dividend % divisor != 0
                    and dividend in self.dividends
                )
        return False


def _leaving(digits: int, least: int, most: int, *, zero: bool = False) -> Callable[[int, int], bool]:
    """Dividends of so many digits with something left over in `least` to `most` columns; with a 0 inside the quotient,
    or without any."""
    return lambda dividend, divisor: (
        len(str(dividend)) == digits
        and least <= leftovers(dividend, divisor) <= most
        and ("0" in str(dividend // divisor)) == zero
    )


_ONE_DIGIT = through(2, 9)
_LEFT = "The remainder is at least 1 and less than the divisor."

SKILLS = (
    Skill(
        "divide-tens-hundreds",
        "Dividing tens and hundreds",
        Family.DIVISION,
        4,
        4,
        (
            Level(
                "tens",
                Results(Shares(_ONE_DIGIT, through(20, 90, 10))),
                "A multiple of 10 divided by 2 to 9; the quotient is 20, 30 … or 90.",
                by_right,
            ),
            Level(
                "hundreds",
                Results(Shares(_ONE_DIGIT, through(200, 900, 100))),
                "A multiple of 100 divided by 2 to 9; the quotient is 200, 300 … or 900.",
                by_right,
            ),
            Level(
                "by tens",
                Results(Shares(through(20, 90, 10), through(2, 9))),
                "A multiple of 10 divided by 20, 30 … or 90; the quotient is 2 to 9.",
                by_right,
            ),
        ),
        "whole",
        Example("240 ÷ 6", ("24 ÷ 6 = 4", "24 tens ÷ 6 = 4 tens"), "40"),
        standard="4.NBT.B.6",
        programme="Year 4: divide mentally, from known table facts and place value",
        operations="÷",
    ),
    Skill(
        "remainders-in-tables",
        "Division with a remainder",
        Family.DIVISION,
        4,
        5,
        (
            Level(
                "by 2, 5 and 10",
                Remainders((2, 5, 10), through(1, 10)),
                f"Divided by 2, 5 or 10, with a quotient from 1 to 10. {_LEFT}",
                by_right,
            ),
            Level(
                "by 3, 4 and 8",
                Remainders((3, 4, 8), through(1, 10)),
                f"Divided by 3, 4 or 8, with a quotient from 1 to 10. {_LEFT}",
                by_right,
            ),
            Level(
                "by 2 to 12",
                Remainders(through(2, 12), through(2, 12)),
                f"Divided by 2 to 12, with a quotient from 2 to 12. {_LEFT}",
                by_right,
            ),
        ),
        "remainder",
        Example("17 ÷ 5 = _ r _", ("3 × 5 = 15 is the most that fits in 17", "17 − 15 = 2 are left"), "3 r 2"),
        standard="4.OA.A.3, 4.NBT.B.6",
        programme="Year 5: interpret what is left over in a division",
        operations="÷",
    ),
    Skill(
        "divide-2-digits",
        "Dividing two digits by one",
        Family.DIVISION,
        4,
        3,
        (
            Level(
                "nothing left over on the way",
                Results(Shares(_ONE_DIGIT, through(11, 44), _leaving(2, 0, 0))),
                "Both digits of the number divide by the divisor, as in 84 ÷ 4. Exact, and the quotient has no 0.",
            ),
            Level(
                "a ten left over",
                Results(Shares(_ONE_DIGIT, through(11, 49), _leaving(2, 1, 1))),
                "The tens leave something for the ones, as in 72 ÷ 3. Exact; the quotient has two digits and no 0.",
                by_right,
            ),
        ),
        "whole",
        Example("72 ÷ 3", ("7 tens ÷ 3 = 2 tens, and 1 ten is left", "12 ÷ 3 = 4"), "24"),
        standard="4.NBT.B.6",
        programme="Year 3: divide two-digit by one-digit numbers, on the way to the written method",
        operations="÷",
    ),
    Skill(
        "divide-3-digits",
        "Short division, three digits",
        Family.DIVISION,
        4,
        5,
        (
            Level(
                "nothing left over on the way",
                Results(Shares(_ONE_DIGIT, through(111, 499), _leaving(3, 0, 0))),
                "Every digit of the number divides by the divisor, as in 936 ÷ 3. Exact, and the quotient has no 0.",
            ),
            Level(
                "something left over",
                Results(Shares(_ONE_DIGIT, through(21, 499), _leaving(3, 1, 2))),
                "One or two columns leave something for the next. Exact, and the quotient has no 0.",
                by_right,
            ),
            Level(
                "a zero in the quotient",
                Results(Shares(_ONE_DIGIT, through(101, 309), _leaving(3, 0, 2, zero=True))),
                "Exact, and the quotient has three digits with a 0 among them, as in 618 ÷ 6 = 103.",
                by_right,
            ),
        ),
        "whole",
        Example(
            "738 ÷ 3",
            ("7 ÷ 3 = 2, and 1 is left", "13 ÷ 3 = 4, and 1 is left", "18 ÷ 3 = 6"),
            "246",
        ),
        standard="4.NBT.B.6",
        programme="Year 5: divide numbers of up to four digits by one digit with short division",
        operations="÷",
    ),
    Skill(
        "divide-4-digits",
        "Short division, four digits",
        Family.DIVISION,
        4,
        5,
        (
            Level(
                "something left over",
                Results(Shares(_ONE_DIGIT, through(112, 4_999), _leaving(4, 1, 3))),
                "A four-digit number divided by 2 to 9; one to three columns leave something. Exact; the quotient has "
                "no 0.",
                by_right,
            ),
            Level(
                "a zero in the quotient",
                Results(Shares(_ONE_DIGIT, through(1_001, 4_999), _leaving(4, 0, 3, zero=True))),
                "A four-digit number divided by 2 to 9. Exact; the quotient has four digits with a 0 among them.",
                by_right,
            ),
        ),
        "whole",
        Example(
            "4536 ÷ 6",
            ("45 ÷ 6 = 7, and 3 are left", "33 ÷ 6 = 5, and 3 are left", "36 ÷ 6 = 6"),
            "756",
        ),
        standard="4.NBT.B.6",
        programme="Year 5: divide numbers of up to four digits by one digit with short division",
        operations="÷",
    ),
    Skill(
        "remainders-large",
        "Short division with a remainder",
        Family.DIVISION,
        4,
        5,
        (
            Level(
                "two digits",
                Remainders(_ONE_DIGIT, through(11, 49), through(23, 99)),
                f"A two-digit number divided by 2 to 9, with a quotient of 11 or more. {_LEFT}",
                by_right,
            ),
            Level(
                "three digits",
                Remainders(_ONE_DIGIT, through(21, 499), through(101, 999)),
                f"A three-digit number divided by 2 to 9, with a quotient of 21 or more. {_LEFT}",
                by_right,
            ),
            Level(
                "four digits",
                Remainders(_ONE_DIGIT, through(112, 4_999), through(1_001, 9_999)),
                f"A four-digit number divided by 2 to 9. {_LEFT}",
                by_right,
            ),
        ),
        "remainder",
        Example(
            "739 ÷ 3 = _ r _",
            ("7 ÷ 3 = 2, and 1 is left", "13 ÷ 3 = 4, and 1 is left", "19 ÷ 3 = 6, and 1 is left"),
            "246 r 1",
        ),
        standard="4.NBT.B.6",
        programme="Year 5: divide with short division and interpret the remainder",
        operations="÷",
    ),
    Skill(
        "divide-by-2-digits",
        "Long division, exact",
        Family.DIVISION,
        5,
        6,
        (
            Level(
                "three digits by 11 to 19",
                Results(Shares(through(11, 19), through(12, 89), lambda dividend, _: 132 <= dividend <= 999)),
                "A three-digit number divided by 11 to 19; the quotient is 12 or more. Exact.",
                by_right,
            ),
            Level(
                "three digits by two",
                Results(
                    Shares(through(21, 49), through(11, 47), lambda dividend, by: dividend <= 999 and by % 10 != 0)
                ),
                "A three-digit number divided by 21 to 49, but not by a multiple of 10; the quotient is 11 or more. "
                "Exact.",
            ),
            Level(
                "four digits by two",
                Results(
                    Shares(
                        through(12, 99),
                        through(21, 499),
                        lambda dividend, by: 1_000 <= dividend <= 9_999 and by % 10 != 0,
                    )
                ),
                "A four-digit number divided by 12 to 99, but not by a multiple of 10: exact, and the quotient is 21 "
                "or more.",
            ),
        ),
        "whole",
        Example("432 ÷ 16", ("16 × 20 = 320, and 432 − 320 = 112", "16 × 7 = 112", "20 + 7 = 27"), "27"),
        standard="5.NBT.B.6",
        programme="Year 6: divide numbers of up to four digits by a two-digit number",
        operations="÷",
    ),
    Skill(
        "remainders-by-2-digits",
        "Long division with a remainder",
        Family.DIVISION,
        5,
        6,
        (
            Level(
                "three digits by 11 to 19",
                Remainders(through(11, 19), through(11, 89), through(125, 999)),
                f"A three-digit number divided by 11 to 19, with a quotient of 11 or more. {_LEFT}",
                by_right,
            ),
            Level(
                "four digits by two",
                Remainders(through(12, 99), through(21, 499), through(1_000, 9_999)),
                f"A four-digit number divided by 12 to 99, with a quotient of 21 or more. {_LEFT}",
            ),
        ),
        "remainder",
        Example(
            "437 ÷ 16 = _ r _",
            ("16 × 27 = 432 is the most that fits in 437", "437 − 432 = 5 are left"),
            "27 r 5",
        ),
        standard="5.NBT.B.6",
        programme="Year 6: divide by a two-digit number and interpret the remainder",
        operations="÷",
    ),
)
