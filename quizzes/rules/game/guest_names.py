"""Names for guests: two kind words, so that nobody types a name that must be taken down again.

No word of one list makes anything rude, sad or personal of a word of the other; nothing is said of how people look,
and no word is a usual first name.
"""

import random
from collections.abc import Iterable

FIRST = (
    "Agile", "Awake", "Brave", "Bright", "Calm", "Cheerful", "Clever", "Cosmic", "Curious", "Daring",
    "Dazzling", "Eager", "Earnest", "Fearless", "Friendly", "Gentle", "Gleaming", "Glowing", "Happy",
    "Helpful", "Hopeful", "Jolly", "Joyful", "Kind", "Lively", "Lucky", "Lunar", "Mighty", "Nimble", "Noble",
    "Patient", "Playful", "Polite", "Proud", "Quick", "Quiet", "Radiant", "Shining", "Silver", "Smiling", "Solar",
    "Sparkling", "Stellar", "Swift", "Thoughtful", "Twinkling", "Upbeat", "Valiant", "Wise",
)  # fmt: skip

SECOND = (
    "Acorn", "Asteroid", "Badger", "Beacon", "Bison", "Breeze", "Canyon", "Cloud", "Comet", "Compass",
    "Condor", "Cosmos", "Crater", "Crystal", "Dolphin", "Dragonfly", "Eagle", "Eclipse", "Explorer", "Falcon",
    "Feather", "Firefly", "Forest", "Galaxy", "Gecko", "Glacier", "Harbour", "Heron", "Island", "Koala", "Lantern",
    "Maple", "Meadow", "Meteor", "Moonbeam", "Mountain", "Nebula", "Ocean", "Orbit", "Otter", "Panda", "Penguin",
    "Pilot", "Planet", "Puffin", "Rainbow", "Ranger", "River", "Rocket", "Satellite", "Sparrow", "Starlight",
    "Sunrise", "Telescope", "Thunder", "Tortoise", "Turtle", "Voyager", "Waterfall",
)  # fmt: skip

_NAMES = tuple(f"{first} {second}" for first in FIRST for second in SECOND)
_KNOWN = frozenset(_NAMES)


def suggest(taken: Iterable[str], rng: random.Random, count: int = 3) -> tuple[str, ...]:
    """Names that are not `taken`, different from each other also in their words where there is choice.

    Fewer than `count` only where fewer are left.
    """
    used = {name.casefold() for name in taken}
    free = [name for name in _NAMES if name.casefold() not in used]
    rng.shuffle(free)
    return tuple(_unlike(free)[:count])


def is_guest_name(name: str) -> bool:
    """Whether the name is one that `suggest` could have given."""
    return name in _KNOWN


def _unlike(names: list[str]) -> list[str]:
    """The names, those first whose words are in none before them."""
    words: set[str] = set()
    fresh: list[str] = []
    others: list[str] = []
    for name in names:
        if words.isdisjoint(name.split()):
            fresh.append(name)
            words.update(name.split())
        else:
            others.append(name)
    return fresh + others
