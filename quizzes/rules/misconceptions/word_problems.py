"""Word problems: what goes wrong although the calculation is right."""

import re
from collections.abc import Iterator
from fractions import Fraction

from quizzes.rules.misconceptions.kinds import Example, Misconception
from quizzes.rules.misconceptions.shapes import calculated, number, story
from quizzes.rules.questions import Question

_REMAINDER = re.compile(r"([0-9]+) ÷ ([0-9]+) r")
_TWO_STEPS = re.compile(r"\(?([0-9.]+) ([+−×÷]) ([0-9.]+)\)? [+−×÷] [0-9.]+")


def _other_number(question: Question) -> Iterator[Fraction]:
    """Groups for what is left, what is left for groups, full groups where one more is needed."""
    asked = _REMAINDER.fullmatch(story(question))
    if asked:
        groups, left = divmod(int(asked[1]), int(asked[2]))
        yield from map(Fraction, (groups, left, groups + 1))


def _one_step(question: Question) -> Iterator[Fraction]:
    asked = _TWO_STEPS.fullmatch(story(question))
    if asked:
        yield from calculated(number(asked[1]), asked[2], number(asked[3]))


MISCONCEPTIONS = (
    Misconception(
        "STORY-REM",
        "Divides well, and does not ask what the remainder means",
        "Your division is fine. Read again: are full groups asked for, or all that are needed, or what is left over?",
        Example(
            "A farmer ties 198 carrots in bunches of 5. How many carrots are left over? _",
            "39",
            "3",
            "whole",
            "story-remainder",
        ),
        "Act stories out with counters, and finish the sentence: so there are, or so we need.",
        ("story-remainder",),
        "Silver, Shapiro & Deutsch 1993",
        _other_number,
    ),
    Misconception(
        "STORY-STEP",
        "Stops after the first step",
        "You have found something that you need. Read the question again: there is one more step.",
        Example(
            "There are 30 beans in a jar. Dilnoza takes out 18 and puts 10 back. How many beans are in the jar now? _",
            "12",
            "22",
            "whole",
            "story-two-steps",
        ),
        "Draw the story as a bar, and write what each step found out in words.",
        ("story-two-steps",),
        "By reasoning: the last step is left out",
        _one_step,
    ),
)
