"""Quizzes that come with the site, ready to look at and to copy. A seed makes each the same everywhere."""

import random
from dataclasses import dataclass

from quizzes.rules import planning
from quizzes.rules.planning import Part
from quizzes.rules.questions import Question
from quizzes.rules.skills import SKILLS, Skill


@dataclass(frozen=True)
class ReadyQuiz:
    """`code` is in its address, and never changes."""

    code: str
    title: str
    parts: tuple[Part, ...]
    seed: int
    mixed: bool = False

    @property
    def grade(self) -> int:
        """The US grade that knows all of its skills, 0 for kindergarten."""
        return max(skill.grade for skill in self.skills)

    @property
    def year(self) -> int:
        """The English school year that knows all of its skills."""
        return max(skill.year for skill in self.skills)

    @property
    def skills(self) -> tuple[Skill, ...]:
        """What it practises, each once."""
        return tuple(SKILLS[code] for code in dict.fromkeys(part.skill for part in self.parts))

    @property
    def count(self) -> int:
        return sum(part.count for part in self.parts)

    def draw(self, rng: random.Random) -> tuple[Question, ...]:
        """Its questions, with the `rng` of its seed."""
        return planning.generate_plan(self.parts, rng, mixed=self.mixed)


_QUIZZES = (
    ReadyQuiz("first-sums", "First sums", (Part("add-within-10", 1, 5), Part("add-within-10", 2, 5)), 1),
    ReadyQuiz(
        "one-more-one-less",
        "One more, one less",
        (Part("one-more-one-less", 1, 5), Part("one-more-one-less", 2, 5)),
        2,
    ),
    ReadyQuiz("making-ten", "Making ten", (Part("bonds-to-10", 1, 3), Part("bonds-to-10", 2, 5)), 3),
    ReadyQuiz("taking-away", "Taking away within ten", (Part("subtract-within-10", 2, 10),), 4),
    ReadyQuiz(
        "to-twenty",
        "Plus and minus to twenty",
        (Part("add-within-20", 3, 6), Part("subtract-within-20", 3, 6)),
        5,
        mixed=True,
    ),
    ReadyQuiz("crossing-ten", "Across the ten", (Part("add-within-20", 2, 5), Part("subtract-within-20", 2, 5)), 6),
    ReadyQuiz(
        "what-is-missing",
        "What is missing?",
        (Part("missing-in-addition", 1, 4), Part("missing-in-subtraction", 1, 4), Part("bonds-to-20", 1, 4)),
        7,
    ),
    ReadyQuiz(
        "both-sides", "The same on both sides", (Part("balance-both-sides", 1, 4), Part("compare-sums", 1, 4)), 8
    ),
    ReadyQuiz("doubles-and-halves", "Doubles and halves", (Part("doubles", 1, 5), Part("halves", 1, 5)), 9),
    ReadyQuiz(
        "add-to-100",
        "Adding to one hundred",
        (Part("add-within-100", 1, 3), Part("add-within-100", 3, 4), Part("add-within-100", 4, 5)),
        10,
    ),
    ReadyQuiz(
        "subtract-to-100",
        "Subtracting within one hundred",
        (Part("subtract-within-100", 2, 4), Part("subtract-within-100", 3, 4), Part("subtract-within-100", 4, 4)),
        11,
    ),
    ReadyQuiz(
        "counting-in-steps",
        "Counting in steps",
        (Part("count-forward", 1, 4), Part("count-back", 1, 4), Part("number-line", 1, 4)),
        12,
    ),
    ReadyQuiz("tables-2-5-10", "The 2, 5 and 10 times tables", (Part("tables-2-5-10", 3, 12),), 13),
    ReadyQuiz("tables-3-4-8", "The 3, 4 and 8 times tables", (Part("tables-3-4-8", 3, 12),), 14),
    ReadyQuiz("tables-6-7-9", "The 6, 7 and 9 times tables", (Part("tables-6-7-9", 4, 12),), 15),
    ReadyQuiz("tables-to-12", "Times tables to 12 × 12", (Part("tables-mixed", 3, 15), Part("tables-mixed", 4, 5)), 16),
    ReadyQuiz(
        "dividing-facts",
        "Dividing by heart",
        (Part("division-facts-2-5-10", 3, 5), Part("division-facts-3-4-8", 3, 5), Part("division-facts-mixed", 2, 5)),
        17,
    ),
    ReadyQuiz(
        "column-sums",
        "Sums in columns",
        (Part("add-3-digits", 1, 2), Part("add-3-digits", 2, 4), Part("add-3-digits", 3, 4)),
        18,
    ),
    ReadyQuiz(
        "column-differences",
        "Differences in columns",
        (Part("subtract-3-digits", 2, 4), Part("subtract-3-digits", 3, 3), Part("subtract-across-zero", 1, 3)),
        19,
    ),
    ReadyQuiz(
        "hundreds-tens-ones",
        "Hundreds, tens and ones",
        (Part("hundreds-tens-and-ones", 2, 4), Part("value-of-a-digit", 1, 4), Part("expanded-form", 1, 4)),
        20,
    ),
    ReadyQuiz("rounding", "Rounding to 10 and 100", (Part("round-to-10", 2, 5), Part("round-to-100", 1, 5)), 21),
    ReadyQuiz(
        "telling-time",
        "How late is it?",
        (Part("time-later", 1, 5), Part("time-minutes-between", 1, 5), Part("time-24-hour", 1, 4)),
        22,
    ),
    ReadyQuiz(
        "shopping-in-pounds",
        "Shopping in pounds",
        (Part("money-total-pounds", 2, 5), Part("money-change-pounds", 2, 5)),
        23,
    ),
    ReadyQuiz(
        "shopping-in-dollars",
        "Shopping in dollars",
        (Part("money-total-dollars", 2, 5), Part("money-change-dollars", 2, 5)),
        24,
    ),
    ReadyQuiz(
        "shopping-in-euros",
        "Shopping in euros",
        (Part("money-total-euros", 2, 5), Part("money-change-euros", 2, 5)),
        25,
    ),
    ReadyQuiz(
        "times-one-digit",
        "Multiplying on paper",
        (Part("multiply-2-digits", 2, 5), Part("multiply-3-digits", 1, 5)),
        26,
    ),
    ReadyQuiz(
        "remainders",
        "What is left over?",
        (Part("remainders-in-tables", 2, 5), Part("remainders-in-tables", 3, 7)),
        27,
    ),
    ReadyQuiz(
        "tens-and-hundreds",
        "Times and divided by 10, 100, 1,000",
        (
            Part("times-10-100-1000", 3, 5),
            Part("divide-by-10-100-1000", 3, 5),
            Part("decimals-times-10-100-1000", 2, 4),
        ),
        28,
    ),
    ReadyQuiz(
        "fractions-first",
        "First steps with fractions",
        (Part("fraction-line", 1, 4), Part("fraction-to-one", 1, 4), Part("fraction-of", 1, 4)),
        29,
    ),
    ReadyQuiz(
        "equal-fractions",
        "Equal fractions and lowest terms",
        (Part("fraction-equivalent", 1, 4), Part("fraction-simplify", 1, 4), Part("fraction-compare", 3, 4)),
        30,
    ),
    ReadyQuiz(
        "adding-fractions",
        "Adding and subtracting fractions",
        (Part("fraction-add-alike", 2, 3), Part("fraction-add", 1, 4), Part("fraction-subtract", 1, 4)),
        31,
    ),
    ReadyQuiz(
        "decimals-first",
        "Tenths and hundredths",
        (Part("decimal-line", 1, 4), Part("decimal-compare", 3, 4), Part("fraction-to-decimal", 1, 4)),
        32,
    ),
    ReadyQuiz(
        "decimal-sums",
        "Adding and subtracting decimals",
        (Part("decimal-add", 2, 4), Part("decimal-subtract", 2, 4), Part("decimal-add", 4, 4)),
        33,
    ),
    ReadyQuiz(
        "long-multiplication",
        "Long multiplication",
        (Part("multiply-2-by-2-digits", 1, 3), Part("multiply-2-by-2-digits", 2, 5)),
        34,
    ),
    ReadyQuiz(
        "short-division",
        "Short division",
        (Part("divide-2-digits", 2, 3), Part("divide-3-digits", 2, 4), Part("remainders-large", 2, 3)),
        35,
    ),
    ReadyQuiz(
        "which-comes-first",
        "Which comes first?",
        (Part("order-left-to-right", 1, 3), Part("order-times-first", 3, 4), Part("order-brackets", 2, 4)),
        36,
    ),
    ReadyQuiz(
        "below-zero",
        "Below zero",
        (Part("negative-line", 1, 4), Part("negative-temperature", 1, 5), Part("sequence-negative", 1, 3)),
        37,
    ),
    ReadyQuiz(
        "percentages",
        "Percentages of amounts",
        (Part("percent-of", 1, 5), Part("percent-of", 2, 4), Part("fraction-to-percent", 2, 4)),
        38,
    ),
    ReadyQuiz("squares-and-cubes", "Squares and cubes", (Part("square", 1, 7), Part("cube", 1, 4)), 39),
    ReadyQuiz(
        "fractions-times",
        "Multiplying and dividing fractions",
        (Part("fraction-multiply", 1, 4), Part("fraction-multiply", 3, 4), Part("fraction-divide", 1, 4)),
        40,
    ),
    ReadyQuiz(
        "long-division",
        "Long division",
        (Part("divide-by-2-digits", 1, 4), Part("remainders-by-2-digits", 1, 4)),
        41,
    ),
    ReadyQuiz(
        "signed-numbers",
        "Reckoning with negative numbers",
        (Part("negative-add", 3, 4), Part("negative-subtract", 3, 4), Part("negative-multiply", 2, 4)),
        42,
    ),
    ReadyQuiz(
        "first-stories",
        "Stories of more and less",
        (Part("story-add", 1, 3), Part("story-subtract", 1, 3), Part("story-difference", 1, 3)),
        43,
        mixed=True,
    ),
    ReadyQuiz(
        "stories-of-groups",
        "Stories of groups and shares",
        (Part("story-multiply", 2, 4), Part("story-divide", 2, 4), Part("story-two-steps", 1, 2)),
        44,
        mixed=True,
    ),
    ReadyQuiz(
        "stories-with-a-catch",
        "Stories with a catch",
        (Part("story-remainder", 2, 4), Part("story-time", 2, 3), Part("story-two-steps", 2, 3)),
        45,
    ),
)
GALLERY: dict[str, ReadyQuiz] = {quiz.code: quiz for quiz in sorted(_QUIZZES, key=lambda quiz: (quiz.grade, quiz.year))}
"""By code, from the youngest class to the oldest."""
