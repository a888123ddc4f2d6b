"""Opening a classroom or a live game by its code, without letting codes be tried out; and making new codes.

A code is a key to the names of a class, and a browser can forget its cookies; so misses are counted by address and
over the whole site. A school shares one address, and a child there may be the one who guesses: therefore only codes
are refused that were not opened from that address before, and whoever sits already is not asked for one.
"""

import secrets

from django.core.cache import cache
from django.http import Http404

from quizzes.queries.seats import Door, code_is_free, door_by_code
from quizzes.rules import codes
from quizzes.services.budgets import Budget, digest
from quizzes.services.refusals import NotEditable, TooManyMisses

TEN_MINUTES = 60 * 10
A_MONTH = 60 * 60 * 24 * 30

MISSES = Budget("missed-codes", 300, TEN_MINUTES)
"""Of one address: thirty classes that join at once, with one child in three mistyping."""

MISSES_OF_ALL = Budget("missed-codes-of-all", 3_000, TEN_MINUTES)
"""Of the whole site. Past it somebody is guessing from many addresses, and each has MISSES_WHILE_GUESSED only."""

MISSES_WHILE_GUESSED = 12


_ATTEMPTS = 10


def free_code() -> str:
    """A code that opens nothing yet. Classrooms and games share one set of codes; each table holds its own unique."""
    rng = secrets.SystemRandom()
    for _ in range(_ATTEMPTS):
        code = codes.new_code(rng)
        if code_is_free(code):
            return code
    raise NotEditable("No free join code was found. Try again.")


def open_door(*, code: str, address: str) -> Door:
    """What a typed code opens. Raises Http404 where that is nothing, and TooManyMisses."""
    opened = f"opened-{digest(address, codes.normalise(code))}"
    if _is_guessing(address) and not cache.get(opened):
        raise TooManyMisses("There were many wrong codes from here. Wait a few minutes, then try again.")
    try:
        door = door_by_code(code)
    except Http404:
        MISSES.spend(address)
        MISSES_OF_ALL.spend()
        raise
    cache.set(opened, True, A_MONTH)
    return door


def _is_guessing(address: str) -> bool:
    return MISSES.is_used_up(address) or (MISSES_OF_ALL.is_used_up() and MISSES.spent(address) >= MISSES_WHILE_GUESSED)
