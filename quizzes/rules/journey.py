"""The class's journey: what lies on the way, and where the rocket is. Real bodies in order, from near to far."""

from dataclasses import dataclass
from typing import Any

CLASS = 25
"""A distance is in right answers of a class of so many: 8 children and 30 who know as much have flown as far."""

_AHEAD = 2


@dataclass(frozen=True)
class Body:
    """Something to arrive at. `code` names its drawing, `at` is its distance, `fact` one true sentence."""

    code: str
    name: str
    at: int
    fact: str

    @property
    def label(self) -> str:
        """The name as it stands on a chart, without its article."""
        return self.name.removeprefix("the ")


EARTH = Body("earth", "Earth", 0, "Earth is the only place we know where anything lives.")

BODIES: tuple[Body, ...] = (
    Body("moon", "the Moon", 50, "The Moon always turns the same side to us."),
    Body("mars", "Mars", 150, "Mars has the tallest volcano that we know: Olympus Mons."),
    Body("ceres", "Ceres", 300, "Ceres is the largest body between Mars and Jupiter."),
    Body("jupiter", "Jupiter", 550, "All the other planets together would fit inside Jupiter."),
    Body("saturn", "Saturn", 900, "Saturn's rings are countless pieces of ice."),
    Body("titan", "Titan", 1300, "It rains on Titan: not water, but liquid methane."),
    Body("uranus", "Uranus", 1800, "Uranus rolls around the Sun on its side."),
    Body("neptune", "Neptune", 2500, "One year on Neptune lasts 165 of ours."),
    Body("pluto", "Pluto", 3400, "Pluto has a great bright plain in the shape of a heart."),
    Body("proxima", "Proxima Centauri", 5000, "Proxima Centauri is the star nearest to our Sun."),
    Body("sirius", "Sirius", 7500, "Sirius is the brightest star of the night sky."),
    Body("vega", "Vega", 11000, "Vega was the pole star 14,000 years ago."),
    Body("betelgeuse", "Betelgeuse", 16000, "If Betelgeuse were our Sun, Mars would be inside it."),
    Body("nebula", "the Orion Nebula", 22000, "New stars are being born in the Orion Nebula."),
    Body("andromeda", "the Andromeda Galaxy", 30000, "Its light was on the way to us for 2.5 million years."),
)
"""From Earth. The first are near, so that a first lesson arrives somewhere; some 1,200 right answers a child lead
to the end, which is more than a school year of practice."""


@dataclass(frozen=True)
class Journey:
    """Where a class is. `before` is where it was when it was last looked at; `here` is what it arrived at last.

    `ahead` are the next bodies, none at the end of the chart; `share` is how much of the way from here to the first
    of them is flown, 0 to 1.
    """

    distance: int
    before: int
    reached: tuple[Body, ...]
    ahead: tuple[Body, ...]

    @property
    def here(self) -> Body:
        return self.reached[-1] if self.reached else EARTH

    @property
    def next(self) -> Body | None:
        return self.ahead[0] if self.ahead else None

    @property
    def share(self) -> float:
        return _share(self.distance, self.here, self.next)

    @property
    def share_before(self) -> float:
        """Of the same way, where the class was before; 0 where it had not even come here."""
        return _share(self.before, self.here, self.next)

    @property
    def arrived(self) -> tuple[Body, ...]:
        """What was reached since `before`."""
        return tuple(body for body in self.reached if body.at > self.before)

    def to_json(self) -> dict[str, Any]:
        """As docs/live.md has it, with what the chart is drawn from."""
        return {
            "from": self.before,
            "distance": self.distance,
            "planet": self.here.name,
            "next": self.next.name if self.next else None,
            "reached": [body.name for body in self.reached],
            "arrived": [body.name for body in self.arrived],
            "share": self.share,
            "share_before": self.share_before,
            "fact": self.here.fact,
            "stops": [{"code": body.code, "label": body.label} for body in (self.here, *self.ahead)],
        }


def journey_of(distance: int, before: int | None = None) -> Journey:
    """The journey of a class that has flown so far; `before`: since when, or since just now."""
    reached = tuple(body for body in BODIES if body.at <= distance)
    ahead = BODIES[len(reached) :][:_AHEAD]
    return Journey(distance, distance if before is None else before, reached, ahead)


def flown(right: int, children: int) -> int:
    """The distance of so many right answers of so many children, rounded down."""
    return right * CLASS // max(1, children)


def _share(distance: int, here: Body, following: Body | None) -> float:
    if following is None:
        return 1
    return max(0, distance - here.at) / (following.at - here.at)
