"""What a spreadsheet makes of a cell of a CSV file, and how to keep it from doing so."""

import re

_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_DATE_OR_FRACTION = re.compile(r"[0-9]{1,4} ?[-/] ?[0-9]{1,4}( ?[-/] ?[0-9]{1,4})?")
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_APOSTROPHE = "'"


def guard(text: str) -> str:
    """What a spreadsheet takes for what it is.

    A number stays a number. What a spreadsheet would take for a date (`3/4`, `7-2`) or run as a formula
    (https://owasp.org/www-community/attacks/CSV_Injection) gets an apostrophe in front. `unguard` takes it off again.
    """
    return f"{_APOSTROPHE}{text}" if _is_spoilt(text) else text


def unguard(text: str) -> str:
    """The text that `guard` was given; any other text as it is."""
    bare = text.removeprefix(_APOSTROPHE)
    return bare if _is_spoilt(bare) else text


def _is_spoilt(text: str) -> bool:
    """Whether `text` needs an apostrophe. What would lose its own apostrophe to `unguard` needs a second one."""
    if _NUMBER.fullmatch(text):
        return False
    if _DATE_OR_FRACTION.fullmatch(text) or text.lstrip(" ").startswith(_STARTS_A_FORMULA):
        return True
    return text.startswith(_APOSTROPHE) and _is_spoilt(text[1:])
