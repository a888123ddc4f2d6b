"""The times tables to 12 × 12 and their division facts. × 1 and × 0 come only where they are the subject."""

from collections.abc import Callable, Hashable, Sequence

from quizzes.rules.questions import Question
from quizzes.rules.skills.kinds import Example, Family, Level, Skill
from quizzes.rules.skills.sources import OneOf, Results, Shares, by_left, by_right, products, tables, through


def _table_among(members: Sequence[int]) -> Callable[[Question], Hashable]:
    """A bucket for each of the tables: 7 × 8 is of the 8 times table where 7 is none of them."""

    def table(question: Question) -> Hashable:
        left, right = int(question.prompt[0].text), int(question.prompt[2].text)
        return left if left in members else right

    return table


def _multiplied(name: str, members: Sequence[int]) -> Level:
    said = _listed(members)
    return Level(
        name,
        Results(tables(members, through(2, 12))),
        f"{said} times 2 to 12, either number first; 2 × 5 and 5 × 2 count as one. "
        + ("Never × 1." if len(members) == 1 else "As many of each table as there can be; never × 1."),
        _table_among(members),
    )


def _divided(name: str, divisors: Sequence[int], most: int = 12) -> Level:
    said = _listed(divisors)
    return Level(
        name,
        Results(Shares(divisors, through(2, most))),
        f"Exact divisions by {said} with a quotient from 2 to {most}. "
        + ("Never 7 ÷ 7." if len(divisors) == 1 else "As many by each as there can be; never 7 ÷ 7."),
        by_right,
    )


def _listed(members: Sequence[int]) -> str:
    if isinstance(members, range):
        return f"{members[0]} to {members[-1]}"
    *first, last = map(str, members)
    return f"{', '.join(first)} or {last}" if first else last


_HARD = (6, 7, 8, 9, 12)

SKILLS = (
    Skill(
        "tables-2-5-10",
        "2, 5 and 10 times tables",
        Family.TABLES,
        3,
        2,
        (
            _multiplied("2 times table", (2,)),
            _multiplied("5 and 10 times tables", (5, 10)),
            _multiplied("2, 5 and 10 mixed", (2, 5, 10)),
        ),
        "whole",
        Example("5 × 7", ("Count in fives, seven times: 5, 10, 15, 20, 25, 30, 35",), "35"),
        standard="3.OA.C.7",
        programme="Year 2: recall the 2, 5 and 10 multiplication tables",
        operations="×",
    ),
    Skill(
        "tables-3-4-8",
        "3, 4 and 8 times tables",
        Family.TABLES,
        3,
        3,
        (
            _multiplied("3 times table", (3,)),
            _multiplied("4 and 8 times tables", (4, 8)),
            _multiplied("3, 4 and 8 mixed", (3, 4, 8)),
        ),
        "whole",
        Example("8 × 6", ("2 × 6 = 12", "Double it: 4 × 6 = 24", "Double it again: 8 × 6 = 48"), "48"),
        standard="3.OA.C.7",
        programme="Year 3: recall the 3, 4 and 8 multiplication tables",
        operations="×",
    ),
    Skill(
        "tables-6-7-9",
        "6, 7 and 9 times tables",
        Family.TABLES,
        3,
        4,
        (
            _multiplied("6 times table", (6,)),
            _multiplied("9 times table", (9,)),
            _multiplied("7 times table", (7,)),
            _multiplied("6, 7 and 9 mixed", (6, 7, 9)),
        ),
        "whole",
        Example("7 × 8", ("5 × 8 = 40", "2 × 8 = 16", "40 + 16 = 56"), "56"),
        standard="3.OA.C.7",
        programme="Year 4: recall the 6, 7 and 9 multiplication tables",
        operations="×",
    ),
    Skill(
        "tables-11-12",
        "11 and 12 times tables",
        Family.TABLES,
        4,
        4,
        (
            _multiplied("11 times table", (11,)),
            _multiplied("12 times table", (12,)),
            _multiplied("11 and 12 mixed", (11, 12)),
        ),
        "whole",
        Example("12 × 7", ("10 × 7 = 70", "2 × 7 = 14", "70 + 14 = 84"), "84"),
        programme="Year 4: recall the 11 and 12 multiplication tables",
        operations="×",
    ),
    Skill(
        "tables-mixed",
        "Times tables, mixed",
        Family.TABLES,
        3,
        4,
        (
            Level(
                "to 5 × 10",
                Results(tables(through(2, 5), through(2, 10))),
                "2 to 5 times 2 to 10, either number first; as many of each table as there can be. Never × 1.",
                _table_among(through(2, 5)),
            ),
            Level(
                "to 10 × 10",
                Results(products(through(2, 10), through(2, 10))),
                "2 to 10 times 2 to 10; each of the tables comes first as often as can be. Never × 1.",
                by_left,
            ),
            Level(
                "to 12 × 12",
                Results(products(through(2, 12), through(2, 12))),
                "2 to 12 times 2 to 12; each of the tables comes first as often as can be. Never × 1.",
                by_left,
            ),
            Level(
                "the hardest",
                Results(products(_HARD, _HARD)),
                "6, 7, 8, 9 and 12 among themselves; each comes first as often as can be.",
                by_left,
            ),
        ),
        "whole",
        Example("6 × 9", ("6 × 10 = 60", "60 − 6 = 54"), "54"),
        standard="3.OA.C.7",
        programme="Year 4: recall the multiplication tables up to 12 × 12",
        operations="×",
    ),
    Skill(
        "division-facts-2-5-10",
        "Dividing by 2, 5 and 10",
        Family.TABLES,
        3,
        2,
        (
            _divided("by 2", (2,)),
            _divided("by 5 or 10", (5, 10)),
            _divided("by 2, 5 or 10", (2, 5, 10)),
        ),
        "whole",
        Example("35 ÷ 5", ("How many fives make 35?", "7 × 5 = 35"), "7"),
        standard="3.OA.C.7, 3.OA.A.2",
        programme="Year 2: recall the division facts of the 2, 5 and 10 tables",
        operations="÷",
    ),
    Skill(
        "division-facts-3-4-8",
        "Dividing by 3, 4 and 8",
        Family.TABLES,
        3,
        3,
        (
            _divided("by 3", (3,)),
            _divided("by 4 or 8", (4, 8)),
            _divided("by 3, 4 or 8", (3, 4, 8)),
        ),
        "whole",
        Example("48 ÷ 8", ("How many eights make 48?", "6 × 8 = 48"), "6"),
        standard="3.OA.C.7",
        programme="Year 3: recall the division facts of the 3, 4 and 8 tables",
        operations="÷",
    ),
    Skill(
        "division-facts-mixed",
        "Division facts, mixed",
        Family.TABLES,
        3,
        4,
        (
            _divided("by 6, 7 or 9", (6, 7, 9)),
            _divided("tables to 10", through(2, 10), 10),
            _divided("tables to 12", through(2, 12)),
        ),
        "whole",
        Example("56 ÷ 7", ("How many sevens make 56?", "8 × 7 = 56"), "8"),
        standard="3.OA.C.7",
        programme="Year 4: recall the division facts of the tables up to 12 × 12",
        operations="÷",
    ),
    Skill(
        "times-0-and-1",
        "Multiplying by 0 and 1",
        Family.TABLES,
        3,
        4,
        (
            Level(
                "times 0 or 1",
                Results(tables((0, 1), through(0, 12))),
                "0 or 1 times 0 to 12, either number first; as many × 0 as × 1.",
                _table_among((0, 1)),
            ),
            Level(
                "dividing by 1, and 0 divided",
                OneOf((Results(Shares((1,), through(2, 12))), Results(Shares(through(2, 12), (0, 1))))),
                "2 to 12 divided by 1 or by itself, and 0 divided by 2 to 12: never by 0.",
            ),
        ),
        "whole",
        Example("7 × 0", ("7 times nothing at all is nothing",), "0"),
        standard="3.OA.B.5",
        programme="Year 4: multiply by 0 and 1, and divide by 1",
        operations="×÷",
    ),
)
