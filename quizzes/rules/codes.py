"""Join codes: six symbols that a child copies from the board without mistaking one for another."""

import random
import unicodedata

CODE_LENGTH = 6

ALPHABET = "CDFHJKMNPRTWXY679"
"""Left out are look-alikes (0 O Q, 1 I L, 5 S, 2 Z, 8 B, 6 G, U V) and whatever spells words: the vowels, and
the 3 and 4 that pass for E and A. Seventeen symbols give 24 million codes."""

_MISTAKEN = str.maketrans("G1СНКМРТХ", "67CHKMPTX")  # six and seven misread; Cyrillic letters from another keyboard


def new_code(rng: random.Random) -> str:
    """A code drawn with `rng`; hand over `random.SystemRandom()` where codes must not be guessed."""
    return "".join(rng.choice(ALPHABET) for _ in range(CODE_LENGTH))


def normalise(text: str) -> str:
    """What the child meant: `hfk-67p` is `HFK67P`.

    Upper case, without spaces and dashes; a symbol outside the alphabet is put right where there is only one
    that it can be mistaken for. The result need not be a code: see `is_code`.
    """
    wide = unicodedata.normalize("NFKC", text).upper()
    return "".join(symbol for symbol in wide if symbol.isalnum()).translate(_MISTAKEN)


def is_code(text: str) -> bool:
    """Whether `text`, already normalised, has the form of a join code."""
    return len(text) == CODE_LENGTH and set(text) <= set(ALPHABET)
