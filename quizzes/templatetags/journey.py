"""The class's journey as numbers to draw by; `static/js/ui/journey.js` and tests/golden/journeys.json agree."""

from dataclasses import dataclass
from math import atan2, degrees, floor

from django import template

from quizzes.rules.journey import Body, Journey, journey_of

register = template.Library()

Point = tuple[float, float]

START, BEND, END = (54, 124), (190, 8), (356, 66)
"""The course: a quadratic curve over a chart 400 wide and 200 high."""

PLACES = (0.0, 0.55, 1.0)  # along the course: here, and the two next
SIZES = (84, 66, 42)
LEAVES, ARRIVES = 0.17, 0.4  # where the rocket is when none and when all of the way to the next one is flown


@dataclass(frozen=True)
class Stop:
    """One body: its picture's corner and size, and where its name stands."""

    body: Body
    x: int
    y: int
    size: int
    label_x: int
    label_y: int
    anchor: str


@dataclass(frozen=True)
class Chart:
    """`course` is the whole way, `flown` what of it is behind the rocket; `angle` is where its nose points."""

    course: str
    flown: str
    stops: tuple[Stop, ...]
    x: int
    y: int
    angle: int


@register.filter
def chart(journey: Journey) -> Chart:
    place = LEAVES + (ARRIVES - LEAVES) * journey.share
    x, y = _at(place)
    bend = tuple(start + (bend - start) * place for start, bend in zip(START, BEND, strict=True))
    return Chart(
        course=_curve(BEND, END),
        flown=_curve(bend, (x, y)),
        stops=tuple(_stop(number, body) for number, body in enumerate((journey.here, *journey.ahead))),
        x=_whole(x),
        y=_whole(y),
        angle=_whole(degrees(_heading(place))),
    )


@register.simple_tag
def example_journey(distance: int) -> Journey:
    """For the style page."""
    return journey_of(distance)


def _stop(number: int, body: Body) -> Stop:
    """Names stand under what is here and next; that of the third is above it, and ends at the chart's edge."""
    x, y = (_whole(each) for each in _at(PLACES[number]))
    size = SIZES[number]
    last = number == len(PLACES) - 1
    return Stop(
        body,
        x - size // 2,
        y - size // 2,
        size,
        label_x=(x, x, 394)[number],
        label_y=y - size // 2 - 8 if last else y + size // 2 + 19,
        anchor=("middle", "middle", "end")[number],
    )


def _at(place: float) -> Point:
    x, y = (
        (1 - place) ** 2 * start + 2 * place * (1 - place) * bend + place**2 * end
        for start, bend, end in zip(START, BEND, END, strict=True)
    )
    return x, y


def _heading(place: float) -> float:
    across, down = (
        (1 - place) * (bend - start) + place * (end - bend) for start, bend, end in zip(START, BEND, END, strict=True)
    )
    return atan2(down, across)


def _curve(bend: tuple[float, ...], end: Point) -> str:
    return f"M{START[0]} {START[1]}Q{_whole(bend[0])} {_whole(bend[1])} {_whole(end[0])} {_whole(end[1])}"


def _whole(number: float) -> int:
    """Rounded as JavaScript does."""
    return floor(number + 0.5)
