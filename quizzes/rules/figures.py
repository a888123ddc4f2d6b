"""Pictures that belong to a question. A page draws them; a table writes them in one line, which `of` reads back."""

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Self

from quizzes.rules.grammar import written_number
from quizzes.rules.refusals import QuestionRefused
from quizzes.rules.typesetting import in_line

MOST_PARTS = 20
_WRITTEN = re.compile(r"(-?[0-9./]+) to (-?[0-9./]+) in ([0-9]+) parts, arrow at ([0-9]+)")


@dataclass(frozen=True)
class NumberLine:
    """A line from `start` to `end` in equal `parts`; an arrow points at mark number `at`, counted from 0 at the start.

    Raises QuestionRefused where these make no line.
    """

    start: Fraction
    end: Fraction
    parts: int
    at: int

    def __post_init__(self) -> None:
        if self.start >= self.end:
            raise QuestionRefused("A number line goes from the smaller number to the larger.")
        if not 1 <= self.parts <= MOST_PARTS:
            raise QuestionRefused(f"A number line has from 1 to {MOST_PARTS} parts.")
        if not 0 <= self.at <= self.parts:
            raise QuestionRefused("The arrow points at a mark of the line.")

    @property
    def value(self) -> Fraction:
        """The number that the arrow points at."""
        return self.start + (self.end - self.start) * self.at / self.parts

    @property
    def ends(self) -> tuple[str, str]:
        """The numbers at both ends in canonical text: `0`, `0.5`, `1/3`."""
        return written_number(self.start, "number"), written_number(self.end, "number")

    def spoken(self) -> str:
        """What stands for the picture where nobody sees it."""
        start, end = (in_line(text) for text in self.ends)
        parts = f"{self.parts} equal part{'' if self.parts == 1 else 's'}"
        return f"A number line from {start} to {end} in {parts}; the arrow points at mark {self.at}."

    def __str__(self) -> str:
        return f"{self.start} to {self.end} in {self.parts} parts, arrow at {self.at}"

    @classmethod
    def of(cls, text: str) -> Self:
        """The line that `str` wrote. Raises QuestionRefused for anything else."""
        written = _WRITTEN.fullmatch(text)
        if written is None:
            raise QuestionRefused(f"“{text}” is no number line: write 0 to 10 in 10 parts, arrow at 7.")
        try:
            start, end = Fraction(written[1]), Fraction(written[2])
        except (ValueError, ZeroDivisionError) as error:
            raise QuestionRefused(f"“{text}” has an end that is no number.") from error
        return cls(start, end, int(written[3]), int(written[4]))
