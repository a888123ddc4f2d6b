"""Counts and lists, in words."""

from collections.abc import Sequence


def count(number: int, noun: str, plural: str = "") -> str:
    """`1 student`, `24 students`, `no students`."""
    return f"{number or 'no'} {noun if number == 1 else plural or noun + 's'}"


def answers_with_ink(number: int) -> str:
    """What goes with answers: `3 answers, with the ink and the marks`, `no answers`."""
    return count(number, "answer") + (", with the ink and the marks" if number else "")


def listed(names: Sequence[str], most: int = 6) -> str:
    """`Zoe, Yan and Xan`; past `most`, the first ones and how many more."""
    if len(names) > most:
        shown, rest = names[: most - 1], f"{len(names) - most + 1} more"
    else:
        shown, rest = names[:-1], names[-1]
    return f"{', '.join(shown)} and {rest}" if shown else rest
