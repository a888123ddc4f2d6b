"""What people type, in the signs of canonical text: `½` as 1/2, `- 5` as -5, `3,50 €` as €3.50, `15h30` as 15:30.

Nothing is refused here. A text that is no answer comes out as some text that the format's automaton does not admit.
"""

import re
import unicodedata

from quizzes.rules.values import CURRENCIES

WHOLE_THOUSANDS = " ,'’"
"""What may stand between the thousands of a number that has no places; where it may have some, only a space."""

_KEYS = str.maketrans(
    {
        **dict.fromkeys("−‐‑‒–—﹣", "-"),  # the minus sign, hyphens and dashes
        **dict.fromkeys("⁄∕", "/"),  # the slashes of fractions
        "٫": ",",
    }
)
_WORDS_OF_REMAINDER = re.compile(r"([0-9]) ?(?:remainder|rest|rem|r)[.:]? ?(?=[0-9])", re.IGNORECASE)
_COMPARED = {
    **{f"{word}{than}": "<" for word in ("less", "smaller", "fewer") for than in ("", " than")},
    **{f"{word}{than}": ">" for word in ("greater", "more", "bigger", "larger") for than in ("", " than")},
    **dict.fromkeys(["equal", "equals", "equal to", "the same as", "the same", "same"], "="),
    "lt": "<",
    "gt": ">",
}
_THOUSANDS = {
    sign: re.compile(
        rf"(?<![0-9.,'’])[1-9][0-9]{{0,2}}(?P<between>[{other}'’])[0-9]{{3}}(?:(?P=between)[0-9]{{3}})*(?![0-9{other}'’])"
    )
    for sign, other in {".": ",", ",": "."}.items()
}
_AMOUNT = re.compile(rf"(?P<front>[{CURRENCIES}]?) ?(?P<amount>[0-9.,'’ ]*[0-9])[.,]? ?(?P<behind>[{CURRENCIES}]?)")
_SMALL_CHANGE = re.compile(r"(?P<count>[0-9]{1,6}) ?(?P<sign>[pc¢])\.?")
_LARGE = {"p": "£", "c": "", "¢": ""}
"""What a hundred of them are. Cents are of dollars and of euros: they leave it open."""
_TIME = re.compile(r"([0-9]{1,2}) ?[:.hH] ?([0-9]{2})[.hH]?")


def plain(text: str) -> str:
    """`text` with the digits, signs and spaces of all keyboards written alike, and single spaces."""
    alike = "".join(_plain_character(character) for character in text)
    return " ".join(alike.translate(_KEYS).split())


def together(text: str, decimal_sign: str) -> str:
    """The numbers of a class with this decimal sign, with their thousands together: `1,250.5` as 1250.5 where the sign
    is a point, `1.250,5` as 1250,5 where it is a comma. An apostrophe stands between thousands everywhere.

    Only where the sign is known: canonical text, as ink is read, has a point in every class.
    """
    return _THOUSANDS[decimal_sign].sub(lambda found: re.sub(r"[.,'’]", "", found[0]), plain(text))


def number(text: str, thousands: str = " ") -> str:
    """A number, its thousands together. A comma is a decimal point, save where it is among `thousands`."""
    typed = re.sub(r"^([+-]) ", r"\1", plain(text)).removeprefix("+")
    typed = re.sub(r" ?/ ?", "/", typed)
    if re.fullmatch(rf"-?[0-9]{{1,3}}([{thousands}][0-9]{{3}})+([.,][0-9]+)?", typed):
        typed = re.sub(rf"[{thousands}](?=[0-9]{{3}})", "", typed)
    if re.search(r"[0-9]\.$", typed):
        typed = typed[:-1]  # the full stop of a sentence
    return typed.replace(",", ".")


def whole(text: str) -> str:
    """A number without places: `1,000` is a thousand."""
    return number(text, WHOLE_THOUSANDS)


def remainder(text: str) -> str:
    """`3r2`, `3 R 2`, `3 rem 2` and `3 remainder 2` as 3 r 2."""
    return whole(_WORDS_OF_REMAINDER.sub(r"\1 r ", plain(text)))


def comparison(text: str) -> str:
    """The sign, or its words: `is less than`."""
    typed = plain(text)
    words = typed.casefold().rstrip(".").removeprefix("is ")
    return _COMPARED.get(words, typed)


def money(text: str) -> str:
    """The currency in front, the thousands together: money never has three places, so `1,250` is above a thousand.

    `5p` as £0.05, and `5c` as 0.05.
    """
    typed = plain(text)
    if small := _SMALL_CHANGE.fullmatch(typed):
        whole, hundredths = divmod(int(small["count"]), 100)
        return f"{_LARGE[small['sign']]}{whole}.{hundredths:02d}"
    found = _AMOUNT.fullmatch(typed)
    if found is None or (found["front"] and found["behind"]):
        return typed
    amount = found["amount"]
    if re.fullmatch(r"[0-9]{1,3}([.,'’ ][0-9]{3})+([.,][0-9]{1,2})?", amount):
        amount = re.sub(r"[.,'’ ](?=[0-9]{3})", "", amount)
    return found["front"] + found["behind"] + amount.replace(",", ".")


def time(text: str) -> str:
    """`3.45`, `15h30` and `15 : 30` with the colon alone."""
    return _TIME.sub(r"\1:\2", plain(text))


def _plain_character(character: str) -> str:
    """Digits of any script and full-width signs as ASCII, `½` as ` 1/2`.

    Not plain NFKC, which would make `1½` eleven halves and `7²` seventy-two.
    """
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    decomposition = unicodedata.decomposition(character)
    if decomposition.startswith("<fraction>"):
        return " " + unicodedata.normalize("NFKC", character)
    if decomposition.startswith("<wide>"):
        return unicodedata.normalize("NFKC", character)
    return character
