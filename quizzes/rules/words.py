"""Text that people paste, made fit to keep and to show."""

import unicodedata

_JOINERS = {"\u200c", "\u200d"}  # Persian, Hindi and emoji need them; other invisible characters only deceive


def tidy(text: str) -> str:
    """`text` in Unicode's composed form (NFC), without control or invisible characters, spaces collapsed."""
    shown = "".join(character if _shows(character) else " " * character.isspace() for character in text)
    return " ".join(unicodedata.normalize("NFC", shown).split())


def _shows(character: str) -> bool:
    return character in _JOINERS or unicodedata.category(character)[0] not in {"C", "Z"}
