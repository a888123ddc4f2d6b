"""Pictures of questions as numbers to draw by; `static/js/play/figure.js` and tests/golden/number_lines.json agree."""

from dataclasses import dataclass

from django import template

from quizzes.rules.figures import NumberLine
from quizzes.rules.typesetting import POINT, in_line

register = template.Library()

START, LENGTH = 60, 560


@dataclass(frozen=True)
class Drawing:
    """Where the marks of a number line stand on a sheet 680 wide, which the arrow points at, and the ends' labels."""

    marks: tuple[int, ...]
    arrow: int
    labels: tuple[tuple[int, str], ...]


@register.filter
def drawing(line: NumberLine, decimal_sign: str = POINT) -> Drawing:
    marks = tuple(START + (2 * LENGTH * mark + line.parts) // (2 * line.parts) for mark in range(line.parts + 1))
    start, end = (in_line(text, decimal_sign) for text in line.ends)
    return Drawing(marks, marks[line.at], ((marks[0], start), (marks[-1], end)))
