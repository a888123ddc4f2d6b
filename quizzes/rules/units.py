"""Units behind a number, as people write them: `15cm`, `15 Cm.`, `15 centimetres`, `9 cm^2`, `9 square centimetres`."""

import re

from quizzes.rules import keyboards

_NAMES = {
    "mm": "millimetre millimeter",
    "cm": "centimetre centimeter",
    "m": "metre meter",
    "km": "kilometre kilometer",
    "g": "gram gramme",
    "kg": "kilogram kilogramme kilo",
    "ml": "millilitre milliliter",
    "l": "litre liter ltr",
    "s": "second sec",
    "min": "minute",
    "h": "hour hr",
    "%": "percent per\u00a0cent pc",
}
_SYMBOLS = {name.replace("\u00a0", " "): symbol for symbol, names in _NAMES.items() for name in names.split(" ")}
_AMOUNT = re.compile(r"(?:[\W\d_](?<!%))*", re.DOTALL)
_POWERS = [
    (re.compile(r"^(?:square|sq) ?(.+)$|^(.+) squared$|^(.+?) ?(?:\^ ?2|2|²)$"), "²"),
    (re.compile(r"^cubic ?(.+)$|^(.+) cubed$|^(.+?) ?(?:\^ ?3|3|³)$"), "³"),
]


def split(text: str) -> tuple[str, str]:
    """The amount and the unit: `15 cm` as 15 and cm. The unit begins at the first letter, or at the %."""
    typed = keyboards.plain(text)
    amount = _AMOUNT.match(typed)
    end = amount.end() if amount else 0
    return typed[:end].rstrip(), typed[end:].rstrip()


def same(written: str, asked: str) -> bool:
    """Whether these are the same unit: in letters or in full, one or many, large letters or small."""
    return _symbol(written) == _symbol(asked)


def _symbol(unit: str) -> str:
    bare = unit.casefold().strip(" .")
    for shape, power in _POWERS:
        if found := shape.fullmatch(bare):
            return _one(next(group for group in found.groups() if group)) + power
    return _one(bare)


def _one(bare: str) -> str:
    """`centimetres` and `cms` as cm; of other words, `apples` as apple."""
    single = bare.strip(" .").removesuffix("s") or bare
    return next((_SYMBOLS[word] for word in (bare, single) if word in _SYMBOLS), single)
