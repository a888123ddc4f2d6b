"""What teachers call things, where the name of a skill does not say it: the words by which `finding` finds."""

import re
from difflib import get_close_matches
from functools import cache

from quizzes.rules.grammar import FORMATS
from quizzes.rules.skills import SKILLS, Family, Skill

_OPERATIONS = {
    "+": "add plus sum total",
    "−": "subtract minus take away takeaway difference",
    "×": "multiply times product lots of",
    "÷": "divide share quotient",
}

_FAMILIES = {
    Family.BONDS: "number facts pairs",
    Family.MISSING: "box unknown blank algebra equation equations inverse fact families balance",
    Family.TABLES: "multiplication times",
    Family.DOUBLES: "twice half",
    Family.PLACE_VALUE: "partition partitioning",
    Family.ROUNDING: "estimate estimation approximate",
    Family.NEGATIVES: "integers minus signed below zero",
    Family.ORDER: "bodmas bidmas pemdas gemdas parentheses",
    Family.DECIMALS: "fdp point",
    Family.PERCENTAGES: "fdp percent per cent",
    Family.POWERS: "exponents indices index",
    Family.MONEY: "coins cash cost price",
    Family.TIME: "telling clock clocks hours minutes duration elapsed",
    Family.COMPARISON: "inequality inequalities greater more less than bigger smaller signs",
    Family.SEQUENCES: "patterns skip counting",
    Family.STORIES: "problem solving",
}

_ALSO = {
    "exchange": "borrow regroup decompose trade",
    "subtraction across zero": "borrow regroup exchange",
    "carr": "carrying regroup bridging",
    "change in": "giving",
    "crossing ten": "bridging make ten",
    "short division": "bus stop",
    "long multiplication": "column written",
    "short multiplication": "column written",
    "equal fractions": "equivalent",
    "lowest terms": "simplify simplest form cancel",
    "what a remainder means": "interpret",
    "as improper": "convert",
    "as mixed": "convert",
    "times tables, mixed": "multiplication tables check mtc",
}
"""What is also said of a skill where its name, its family or a level has these words."""

_NUMBERS = {
    "zero": "0",
    "one": "1",
    "two": "2",
    "three": "3",
    "four": "4",
    "five": "5",
    "six": "6",
    "seven": "7",
    "eight": "8",
    "nine": "9",
    "ten": "10",
    "eleven": "11",
    "twelve": "12",
}
_PASSED_OVER = {"a", "an", "and", "by", "for", "from", "in", "is", "of", "on", "the", "their", "to", "up", "with"}
_KEY_STAGES = {1: 1, 2: 1, 3: 2, 4: 2, 5: 2, 6: 2, 7: 3, 8: 3, 9: 3}

_SHORTEST_MISSPELT = 5
"""Letters. Of a shorter word too many others are near."""

_REWRITTEN = (
    (re.compile(r"(?<=\d),(?=\d{3})"), ""),
    (re.compile(r"\b(?:years?|yr|y) ?(\d)\b"), r" year\1 "),
    (re.compile(r"\b(?:grade|gr|g) ?(\d)\b|\b(\d)(?:st|nd|rd|th) grade\b"), r" grade\1\2 "),
    (re.compile(r"\b(?:key stage|ks) ?(\d)\b"), r" stage\1 "),
    (re.compile(r"[x×*] ?(?=\d+\b)|(?<=\d) ?[x×*](?= |$)"), " times "),
    (re.compile(r"(?<=\w)\.(?=\w)"), ""),
)
"""Numbers, stages, tables and the numbers of standards, each made one word."""

_WORD = re.compile(r"\w+")
_ENDING = re.compile(r"(?<=\w{3})(?:ing|s)$")


def words_of(text: str) -> frozenset[str]:
    return frozenset(_in_order(text))


def wanted(text: str) -> tuple[str, ...]:
    """The words that a search goes by, those that say nothing passed over: `telling the time` is `tell`, `time`."""
    return tuple(_stem(word) for word in _in_order(text) if word not in _PASSED_OVER)


def begins(word: str, said: frozenset[str]) -> bool:
    """Whether one of the words begins with the word; a number is the whole of it: 10 is not 100."""
    return word in said if word.isdecimal() else any(one.startswith(word) for one in said)


def nearest(word: str) -> str:
    """The word itself where something in the curriculum begins with it, or else what was meant by it, or itself."""
    if len(word) < _SHORTEST_MISSPELT or begins(word, _every_word()):
        return word
    return next(iter(get_close_matches(word, _every_word(), n=1, cutoff=0.8)), word)


@cache
def said_of(skill: Skill) -> frozenset[str]:
    """Everything that a teacher may call the skill by; standards also without their cluster, `3.OA.7`."""
    named = " ".join([skill.name, *(level.name for level in skill.levels), skill.family]).casefold()
    return words_of(
        " ".join(
            [
                named,
                *(also for part, also in _ALSO.items() if part in named),
                _FAMILIES.get(skill.family, ""),
                skill.code,
                skill.standard,
                re.sub(r"(?<=\d\.)(\w+)\.\w\.", r"\1.", skill.standard),
                skill.programme,
                FORMATS[skill.format].label,
                f"grade{skill.grade}" if skill.grade else "kindergarten",
                f"year{skill.year} stage{_KEY_STAGES[skill.year]}" if skill.year else "reception eyfs",
                *(_OPERATIONS[sign] for sign in skill.operations),
            ]
        )
    )


@cache
def _every_word() -> frozenset[str]:
    return frozenset[str]().union(*(said_of(skill) for skill in SKILLS.values()))


def _in_order(text: str) -> list[str]:
    text = text.casefold()
    for pattern, instead in _REWRITTEN:
        text = pattern.sub(instead, text)
    return [_NUMBERS.get(word, word) for word in _WORD.findall(text)]


def _stem(word: str) -> str:
    """`borrowing` finds what is said of `borrow`, but `times` nothing of the time."""
    return word if word == "times" else _ENDING.sub("", word)
