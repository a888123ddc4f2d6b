"""The four operations with whole numbers, as facts."""

from quizzes.rules.facts import Fact, Facts, Operation
from quizzes.rules.skills.kinds import Example, Family, Level, Skill

_EVEN = "Every question of the range is as likely as another."


def _through(first: int, last: int) -> range:
    return range(first, last + 1)


def _sums(most: int) -> Facts:
    """Sums of at most `most`."""
    return Facts(Operation.ADD, _through(1, most - 1), _through(1, most - 1), most)


def _differences(most: int) -> Facts:
    """Differences of numbers up to `most`."""
    return Facts(Operation.SUBTRACT, _through(1, most), _through(1, most))


def _products(left: range | tuple[int, ...], right: range | tuple[int, ...]) -> Facts:
    return Facts(Operation.MULTIPLY, left, right)


def _quotients(divisors: range | tuple[int, ...], most: int) -> Facts:
    """Exact divisions with results from 2 to `most`."""
    return Facts(Operation.DIVIDE, _through(1, max(divisors) * most), divisors, most, least=2)


SKILLS = (
    Skill(
        "add-whole",
        "Addition",
        Family.ADDITION,
        2,
        2,
        (
            Level("within 5", _sums(5), _EVEN),
            Level("within 10", _sums(10), _EVEN),
            Level("within 20", _sums(20), _EVEN),
            Level("within 100", _sums(100), _EVEN),
            Level("within 1,000", _sums(1_000), _EVEN),
            Level("within 10,000", _sums(10_000), _EVEN),
            Level("within 1,000,000", _sums(999_999), _EVEN),
        ),
        "whole",
        Example("47 + 26", ("7 + 6 = 13: write 3, carry 1", "4 + 2 + 1 = 7"), "73"),
        operations="+",
    ),
    Skill(
        "subtract-whole",
        "Subtraction",
        Family.SUBTRACTION,
        2,
        2,
        (
            Level("within 5", _differences(5), _EVEN),
            Level("within 10", _differences(10), _EVEN),
            Level("within 20", _differences(20), _EVEN),
            Level("within 100", _differences(100), _EVEN),
            Level("within 1,000", _differences(1_000), _EVEN),
            Level(
                "within 10,000",
                _differences(10_000),
                "Every question of this range is as likely as another; none twice.",
            ),
            Level(
                "within 1,000,000",
                _differences(999_999),
                "Every question of this range is as likely as another; none twice.",
            ),
        ),
        "whole",
        Example("63 − 29", ("13 − 9 = 4", "5 − 2 = 3"), "34"),
        operations="−",
    ),
    Skill(
        "multiply-whole",
        "Multiplication",
        Family.TABLES,
        3,
        4,
        (
            Level(
                "by 2, 5 and 10",
                _products((2, 5, 10), _through(2, 10)),
                "Every question of this range is as likely as another; none twice.",
            ),
            Level(
                "by 2 to 5",
                _products(_through(2, 5), _through(2, 10)),
                "Every question of this range is as likely as another; none twice.",
            ),
            Level(
                "to 10 × 10",
                _products(_through(2, 10), _through(2, 10)),
                "Every question of this range is as likely as another; none twice.",
            ),
            Level(
                "to 12 × 12",
                _products(_through(2, 12), _through(2, 12)),
                "Every question of this range is as likely as another; none twice.",
            ),
            Level(
                "two digits by one",
                _products(_through(11, 99), _through(2, 9)),
                "Every question of this range is as likely as another; none twice.",
            ),
            Level(
                "two digits by two",
                _products(_through(11, 99), _through(11, 99)),
                "Every question of this range is as likely as another; none twice.",
            ),
            Level(
                "three digits by two",
                _products(_through(101, 999), _through(11, 99)),
                "Every question of this range is as likely as another; none twice.",
            ),
        ),
        "whole",
        Example("7 × 8", ("7 × 8 = 5 × 8 + 2 × 8",), "56"),
        operations="×",
    ),
    Skill(
        "divide-whole",
        "Division",
        Family.DIVISION,
        3,
        4,
        (
            Level(
                "by 2, 5 and 10",
                _quotients((2, 5, 10), 10),
                "Every question of this range is as likely as another; none twice.",
            ),
            Level(
                "by 2 to 5",
                _quotients(_through(2, 5), 10),
                "Every question of this range is as likely as another; none twice.",
            ),
            Level(
                "tables to 10",
                _quotients(_through(2, 10), 10),
                "Every question of this range is as likely as another; none twice.",
            ),
            Level(
                "tables to 12",
                _quotients(_through(2, 12), 12),
                "Every question of this range is as likely as another; none twice.",
            ),
            Level(
                "by one digit",
                _quotients(_through(2, 9), 99),
                "Every question of this range is as likely as another; none twice.",
            ),
            Level(
                "by two digits",
                _quotients(_through(11, 99), 99),
                "Every question of this range is as likely as another; none twice.",
            ),
        ),
        "whole",
        Example("56 ÷ 7", ("7 × 8 = 56",), "8"),
        operations="÷",
    ),
)
BASIC: dict[Operation, Skill] = dict(zip(Operation, SKILLS, strict=True))
"""The skill of whole numbers for each operation."""


def level_of(fact: Fact) -> int:
    """The number of the first level that asks for the fact, or 0."""
    for number, level in enumerate(BASIC[fact.operation].levels, start=1):
        if isinstance(level.source, Facts) and fact in level.source:
            return number
    return 0
