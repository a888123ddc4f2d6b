"""The pictures that stand for secrets and places: a child's PIN, a classroom's emblem.

Codes are stored and name the drawings; they never change. Names are spoken by screen readers.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from quizzes.rules.refusals import PinRefused


@dataclass(frozen=True)
class Picture:
    code: str
    name: str


PIN_LENGTH = 3
PIN_TRIES = 5

PIN_PICTURES: tuple[Picture, ...] = (
    Picture("rocket", "Rocket"),
    Picture("moon", "Moon"),
    Picture("star", "Star"),
    Picture("planet", "Planet"),
    Picture("comet", "Comet"),
    Picture("sun", "Sun"),
    Picture("fish", "Fish"),
    Picture("tree", "Tree"),
    Picture("house", "House"),
    Picture("key", "Key"),
    Picture("boat", "Boat"),
    Picture("cat", "Cat"),
)

EMBLEMS: tuple[Picture, ...] = (
    Picture("orion", "Orion's Belt"),
    Picture("bear", "Great Bear"),
    Picture("swan", "Swan"),
    Picture("lion", "Lion"),
    Picture("whale", "Whale"),
    Picture("crab", "Crab"),
    Picture("scorpion", "Scorpion"),
    Picture("dolphin", "Dolphin"),
    Picture("eagle", "Eagle"),
    Picture("hare", "Hare"),
    Picture("lyre", "Lyre"),
    Picture("compass", "Compass"),
)

PIN_CODES = frozenset(picture.code for picture in PIN_PICTURES)
EMBLEM_CODES = frozenset(emblem.code for emblem in EMBLEMS)

Pin = tuple[str, str, str]


def read_pin(codes: Sequence[str]) -> Pin:
    """The PIN of three pictures, in the order they were tapped. Raises PinRefused.

    The order matters, and a picture may come twice: 12 x 12 x 12 = 1,728 PINs, guarded by PIN_TRIES.
    """
    tidy = [code.strip().lower() for code in codes]
    if len(tidy) != PIN_LENGTH:
        raise PinRefused("Choose three pictures.")
    if not PIN_CODES.issuperset(tidy):
        raise PinRefused("Choose from the pictures on the screen.")
    return tidy[0], tidy[1], tidy[2]


def pin_text(pin: Pin) -> str:
    """One line for hashing and for a teacher's printed card: `rocket moon star`."""
    return " ".join(pin)
