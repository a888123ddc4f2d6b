"""How canonical text is set on a page: a true minus sign, and the decimal sign of the classroom.

`static/js/play/typeset.js` does the same in the browser; tests/golden/lines.json holds both to it.
"""

import re

from quizzes.rules.values import CURRENCIES

MINUS = "−"
POINT, COMMA = ".", ","

_NUMBER = re.compile(
    rf"-?[{CURRENCIES}]?[0-9 /]*(?:\.[0-9]+)?"
    r"|-?[0-9 /]*\.?[0-9]+ ?(?:[^\W\d_]{1,8}[²³]?|%)"  # with a unit behind it
)


def in_line(text: str, decimal_sign: str = POINT) -> str:
    """Canonical text in one line: `-0.5` as `−0.5`, or with a comma `−0,5`. Words stay as they are."""
    if not _NUMBER.fullmatch(text):
        return text
    return text.replace("-", MINUS).replace(".", decimal_sign)
