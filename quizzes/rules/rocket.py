"""A student's rocket: the parts that there are, how each is earned, and what a rocket is fitted out with.

Codes are stored and name the drawings of `static/images/rocket_parts.svg`; they never change.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from quizzes.rules.deeds import Deed, Need, Record


class Slot(StrEnum):
    """Where a part goes, in the order in which a child chooses."""

    PAINT = "paint"
    CREW = "crew"
    HULL = "hull"
    NOSE = "nose"
    FINS = "fins"
    FLAME = "flame"
    PATTERN = "pattern"
    FLAG = "flag"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    Slot.PAINT: "Paint",
    Slot.CREW: "Who flies",
    Slot.HULL: "Hull",
    Slot.NOSE: "Nose",
    Slot.FINS: "Fins",
    Slot.FLAME: "Flame",
    Slot.PATTERN: "Pattern",
    Slot.FLAG: "Flag",
}


@dataclass(frozen=True)
class Part:
    """`need` is None for what everybody has from the start."""

    code: str
    name: str
    need: Need | None = None

    @property
    def slot(self) -> Slot:
        return Slot(self.code.split("-")[0])


def _after(deed: Deed, times: int) -> Need:
    return Need(deed, times)


PARTS: tuple[Part, ...] = (
    Part("paint-coral", "Coral"),
    Part("paint-blue", "Sky blue"),
    Part("paint-sun", "Sunshine"),
    Part("paint-mint", "Mint"),
    Part("paint-rose", "Rose", _after(Deed.ROUNDS, 2)),
    Part("paint-silver", "Silver", _after(Deed.STARS, 8)),
    Part("paint-plum", "Plum", _after(Deed.MENDED, 6)),
    Part("paint-night", "Night", _after(Deed.GAMES, 10)),
    Part("crew-curls", "Child with curls"),
    Part("crew-scarf", "Child with a headscarf"),
    Part("crew-bob", "Child with a fringe"),
    Part("crew-plaits", "Child with plaits"),
    Part("crew-glasses", "Child with glasses"),
    Part("crew-aid", "Child with a hearing aid"),
    Part("crew-patka", "Child with a patka"),
    Part("crew-cat", "Cat"),
    Part("crew-robot", "Robot"),
    Part("crew-owl", "Owl", _after(Deed.DAYS, 2)),
    Part("crew-frog", "Frog", _after(Deed.ROUNDS, 4)),
    Part("crew-fox", "Fox", _after(Deed.MENDED, 3)),
    Part("crew-panda", "Panda", _after(Deed.STARS, 25)),
    Part("crew-octopus", "Octopus", _after(Deed.GAMES, 6)),
    Part("crew-dino", "Dinosaur", _after(Deed.DAYS, 12)),
    Part("hull-classic", "Classic"),
    Part("hull-slim", "Needle"),
    Part("hull-barrel", "Barrel"),
    Part("hull-pear", "Pear", _after(Deed.ROUNDS, 7)),
    Part("hull-crystal", "Crystal", _after(Deed.STARS, 15)),
    Part("hull-bell", "Bell", _after(Deed.DAYS, 20)),
    Part("nose-cone", "Cone"),
    Part("nose-dome", "Dome"),
    Part("nose-antenna", "Antenna", _after(Deed.GAMES, 1)),
    Part("nose-cat", "Cat's ears", _after(Deed.MENDED, 10)),
    Part("nose-propeller", "Propeller", _after(Deed.DAYS, 4)),
    Part("nose-horn", "Unicorn's horn", _after(Deed.BESTS, 6)),
    Part("nose-crown", "Crown", _after(Deed.STARS, 40)),
    Part("fins-swept", "Swept back"),
    Part("fins-wings", "Wings"),
    Part("fins-legs", "Landing legs", _after(Deed.ROUNDS, 1)),
    Part("fins-fish", "Fish fins", _after(Deed.GAMES, 3)),
    Part("fins-butterfly", "Butterfly", _after(Deed.BESTS, 3)),
    Part("fins-tentacles", "Tentacles", _after(Deed.ROUNDS, 16)),
    Part("flame-fire", "Fire"),
    Part("flame-puffs", "Puffs"),
    Part("flame-stars", "Stars", _after(Deed.STARS, 3)),
    Part("flame-bubbles", "Bubbles", _after(Deed.MENDED, 1)),
    Part("flame-leaves", "Leaves", _after(Deed.DAYS, 7)),
    Part("flame-rainbow", "Rainbow", _after(Deed.BESTS, 10)),
    Part("pattern-none", "Plain"),
    Part("pattern-stars", "Stars"),
    Part("pattern-spots", "Spots"),
    Part("pattern-bolt", "Lightning", _after(Deed.BESTS, 1)),
    Part("pattern-waves", "Waves", _after(Deed.ROUNDS, 11)),
    Part("pattern-hearts", "Hearts", _after(Deed.MENDED, 15)),
    Part("pattern-signs", "Plus and times", _after(Deed.STARS, 60)),
    Part("flag-none", "No flag"),
    Part("flag-star", "Star"),
    Part("flag-heart", "Heart"),
    Part("flag-moon", "Moon", _after(Deed.DAYS, 3)),
    Part("flag-smile", "Smile", _after(Deed.BESTS, 2)),
    Part("flag-chequers", "Chequers", _after(Deed.ROUNDS, 22)),
)

BY_CODE = {part.code: part for part in PARTS}
STARTING = frozenset(part.code for part in PARTS if part.need is None)

Outfit = Mapping[Slot, str]


def parts_of(slot: Slot) -> tuple[Part, ...]:
    return tuple(part for part in PARTS if part.slot is slot)


def earned(record: Record) -> frozenset[str]:
    """The codes of all parts that a record earns, those of the start apart."""
    return frozenset(part.code for part in PARTS if part.need is not None and part.need.met(record))


def fitted(stored: Any, seed: int = 0) -> Outfit:
    """A whole outfit: what is stored, and where nothing is that there still is, a part of the start.

    Which one, `seed` decides, so that not every rocket of a class begins alike.
    """
    chosen = stored if isinstance(stored, Mapping) else {}
    return {slot: _fitting(slot, chosen.get(slot), seed) for slot in Slot}


def _fitting(slot: Slot, code: object, seed: int) -> str:
    if isinstance(code, str) and code in BY_CODE and BY_CODE[code].slot is slot:
        return code
    start = [part.code for part in parts_of(slot) if part.need is None]
    return start[seed % len(start)] if slot in _VARIED else start[0]


_VARIED = {Slot.PAINT, Slot.CREW}


def changed(outfit: Outfit, wanted: Mapping[str, Any], owned: Collection[str]) -> Outfit:
    """The outfit with what is wanted of each slot, where the student has it; anything else stays as it was."""
    return {slot: _wanted(slot, wanted.get(slot), owned) or code for slot, code in outfit.items()}


def _wanted(slot: Slot, code: object, owned: Collection[str]) -> str | None:
    has = isinstance(code, str) and code in BY_CODE and BY_CODE[code].slot is slot and code in {*STARTING, *owned}
    return str(code) if has else None


DRAWN_FROM_BACK = (
    Slot.FLAME,
    "nozzle",
    Slot.FLAG,
    Slot.FINS,
    Slot.HULL,
    Slot.PATTERN,
    Slot.NOSE,
    "window",
    Slot.CREW,
)
"""What is painted over what. The paint is no piece: it colours the others."""


@dataclass(frozen=True)
class Piece:
    """One drawing of a rocket: which, and what it is, for its colours."""

    symbol: str
    kind: str


def pieces(outfit: Outfit) -> tuple[Piece, ...]:
    """What a rocket is drawn of, from the back to the front. `static/js/ui/rocket.js` does the same."""
    drawn = (Piece(outfit[kind] if isinstance(kind, Slot) else kind, str(kind)) for kind in DRAWN_FROM_BACK)
    return tuple(piece for piece in drawn if not piece.symbol.endswith("-none"))


def described(outfit: Outfit) -> str:
    """For who cannot see it: `Coral, Classic, with Cat`, in a sentence's small letters."""
    crew, paint, hull = (BY_CODE[outfit[slot]].name.lower() for slot in (Slot.CREW, Slot.PAINT, Slot.HULL))
    article = "an" if crew[0] in "aeiou" else "a"
    return f"a {paint} rocket of the {hull} kind, flown by {article} {crew}"
