"""`{% rocket student %}`: a student's rocket as a picture in the page."""

from django import template
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from quizzes.models import Student
from quizzes.queries.rewards import outfit_of
from quizzes.rules.rocket import Outfit, Part, Slot, described, fitted, pieces

register = template.Library()

WHOLE = "0 0 120 190"
CLOSE_UP = {
    Slot.PAINT: WHOLE,
    Slot.CREW: "38 66 44 44",
    Slot.HULL: "10 46 100 102",
    Slot.NOSE: "20 -6 80 66",
    Slot.FINS: "0 84 120 84",
    Slot.FLAME: "24 138 72 54",
    Slot.PATTERN: "32 98 56 52",
    Slot.FLAG: "70 20 52 52",
}
"""What of the box a part is looked at in."""


@register.simple_tag
def rocket(student: Student, size: str = "", label: str = "") -> SafeString:
    """An <svg class="rocket">, for decoration unless it has a `label`. Nothing where the class has no game."""
    return drawn(outfit_of(student), size, label) if student.classroom.with_game else SafeString("")


@register.simple_tag
def rocket_label(student: Student) -> str:
    """What a child who does not see the rocket is told."""
    return f"Your rocket: {described(outfit_of(student))}"


@register.simple_tag
def example_rocket(seed: int, size: str = "") -> SafeString:
    """One of those that children start with: for the style page."""
    return drawn(fitted({}, seed), size)


@register.simple_tag
def part(part: Part, outfit: Outfit) -> SafeString:
    """A part looked at closely, in the colours that the rocket has. An unpainted one shows the slot empty."""
    trying = {**outfit, part.slot: part.code}
    shown = pieces(trying)
    if part.slot is not Slot.PAINT:
        seen = {part.slot, _SEEN_ON.get(part.slot, part.slot)}
        shown = tuple(piece for piece in shown if piece.kind in seen)
    uses = format_html_join("", _USE, ((piece.kind, _sprite(), piece.symbol) for piece in shown))
    return format_html(
        '<svg class="rocket rocket--part" viewBox="{}" data-paint="{}" aria-hidden="true">{}</svg>',
        CLOSE_UP[part.slot],
        _colour(trying),
        uses,
    )


def drawn(outfit: Outfit, size: str = "", label: str = "") -> SafeString:
    """`static/js/ui/rocket.js` makes the same."""
    return format_html(
        '<svg class="rocket{}" viewBox="{}" data-paint="{}" {}>{}</svg>',
        f" rocket--{size}" if size else "",
        WHOLE,
        _colour(outfit),
        format_html('role="img" aria-label="{}"', label) if label else SafeString('aria-hidden="true"'),
        format_html_join("", _USE, ((piece.kind, _sprite(), piece.symbol) for piece in pieces(outfit))),
    )


_SEEN_ON = {Slot.CREW: "window", Slot.PATTERN: Slot.HULL}

_USE = '<use class="rocket__{}" href="{}#{}" width="120" height="190"></use>'


def _sprite() -> str:
    return static("images/rocket_parts.svg")


def _colour(outfit: Outfit) -> str:
    return outfit[Slot.PAINT].removeprefix("paint-")
