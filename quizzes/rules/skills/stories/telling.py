"""Stories with gaps, and how names, numbers and nouns fill them.

A gap is `{name}` or `{other}` for a child, `{a}` for a number as the notation writes it, and `{a red bead}` for so many
of a thing: `1 red bead`, `3 red beads`. What a story asks is its arithmetic, with the same gaps: `{a} + {b}`.
"""

import random
import re
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from functools import cache

from quizzes.rules.questions import Question, write
from quizzes.rules.skills.drawing import words
from quizzes.rules.values import Remainder, Value

NAMES = (
    *("Aiko", "Amara", "Amir", "Anouk", "Bela", "Bilal", "Bruno", "Carmen", "Chidi", "Dilnoza"),
    *("Diego", "Elif", "Emeka", "Farah", "Freya", "Goran", "Grace", "Hana", "Hugo", "Ines"),
    *("Ivan", "Jamal", "Jin", "Kaia", "Kofi", "Leila", "Liam", "Mateo", "Mei", "Nadia"),
    *("Noah", "Olga", "Omar", "Pablo", "Priya", "Quinn", "Rosa", "Ravi", "Sami", "Sofia"),
    *("Tariq", "Tove", "Uma", "Viktor", "Wen", "Ximena", "Yusuf", "Yuna", "Zara", "Zoran"),
)
_IRREGULAR = {"child": "children", "loaf": "loaves", "person": "people", "sheep": "sheep", "shelf": "shelves"}
_GAP = re.compile(r"\{(\w+)(?: ([^}]+))?\}")

Numbers = Mapping[str, int | str]


class Meaning(Enum):
    """What of an answer the story asks for: the whole of it, or what a remainder means."""

    ALL = "all"
    ENOUGH = "enough"
    FULL = "full"
    LEFT = "left"

    def of(self, value: Value) -> Value:
        """Of 17 ÷ 5 = 3 r 2: enough boxes for all are 4, full ones 3, left are 2."""
        if not isinstance(value, Remainder):
            return value
        meant = {Meaning.ENOUGH: value.quotient + 1, Meaning.FULL: value.quotient, Meaning.LEFT: value.remainder}
        return Fraction(meant[self])


@dataclass(frozen=True)
class Story:
    """A story and what it asks. `largest` is the largest number that makes sense in it."""

    text: str
    arithmetic: str
    largest: int
    meaning: Meaning = Meaning.ALL

    def told(self, numbers: Numbers, name: str, other: str) -> str:
        """The story with its gaps filled."""
        return _GAP.sub(lambda gap: _filled(gap, {**numbers, "name": name, "other": other}), self.text)

    def sum(self, numbers: Numbers) -> str:
        """What is to be worked out, in notation."""
        return self.arithmetic.format(**numbers)

    def numbers_in(self, told: str) -> Numbers | None:
        """The numbers that a telling of this story holds, or None where it tells another."""
        found = _pattern(self.text).fullmatch(told)
        return found and {gap: text for gap, text in found.groupdict().items() if gap not in {"name", "other"}}


@dataclass(frozen=True)
class Told:
    """The source of a level: one of the stories, with numbers that `draw_numbers` draws."""

    stories: tuple[Story, ...]
    draw_numbers: Callable[[random.Random], Numbers]
    form: str = "whole"

    def draw(self, rng: random.Random) -> Question:
        story = rng.choice(self.stories)
        numbers = self.draw_numbers(rng)
        name, other = rng.sample(NAMES, 2)
        return words(story.told(numbers, name, other), story.meaning.of(write(story.sum(numbers)).value), self.form)


def alike(arithmetic: str, largest: int, *texts: str, meaning: Meaning = Meaning.ALL) -> tuple[Story, ...]:
    """Stories that ask for the same."""
    return tuple(Story(text, arithmetic, largest, meaning) for text in texts)


def fitting(stories: Iterable[Story], largest: int) -> tuple[Story, ...]:
    """The stories in which numbers so large make sense."""
    return tuple(story for story in stories if story.largest >= largest)


def counted(count: int | str, noun: str) -> str:
    """`1 apple`, `3 apples`, `2 bags of rice`."""
    return f"{count} {noun if str(count) == '1' else plural(noun)}"


def plural(noun: str) -> str:
    """`toy cars`, `boxes`, `cherries`, `children`."""
    head, of, rest = noun.partition(" of ")
    *before, last = head.split(" ")
    return " ".join([*before, _plural(last)]) + of + rest


def told_as(stories: tuple[Story, ...]) -> Callable[[Question], Hashable]:
    """A bucket for each story, so that a set tells every one before it tells one again."""
    return lambda question: next((story for story in stories if story.numbers_in(question.notation)), None)


def _plural(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if re.search(r"(s|x|ch|sh)$", word):
        return f"{word}es"
    return re.sub(r"([^aeiou])y$", r"\1ie", word) + "s"


def _filled(gap: re.Match[str], values: Numbers) -> str:
    value = values[gap[1]]
    return counted(value, gap[2]) if gap[2] else str(value)


@cache
def _pattern(text: str) -> re.Pattern[str]:
    """What fits every telling of a story; a gap that comes twice must be filled alike."""
    pattern, end, seen = "", 0, set[str]()
    for gap in _GAP.finditer(text):
        pattern += re.escape(text[end : gap.start()])
        pattern += f"(?P={gap[1]})" if gap[1] in seen else f"(?P<{gap[1]}>[^ .,?]+(?:[.,:][0-9]+)?)"
        pattern += f" (?:{re.escape(gap[2])}|{re.escape(plural(gap[2]))})" if gap[2] else ""
        seen.add(gap[1])
        end = gap.end()
    return re.compile(pattern + re.escape(text[end:]))
