"""Stories agree with their numbers, and ask what they say they ask."""

import random
import re
from fractions import Fraction

import pytest

from quizzes.rules.lexemes import LONGEST
from quizzes.rules.planning import Part, generate_part
from quizzes.rules.questions import Question, write
from quizzes.rules.skills import SKILLS, Family, stories
from quizzes.rules.skills.stories import adding, grouping, measuring, two_steps
from quizzes.rules.skills.stories.telling import NAMES, Meaning, Story, Told, counted
from quizzes.rules.values import Money, Time
from tests.rules.skills.drawing import drawn
from tests.rules.skills.reading import minutes

CODES = [skill.code for skill in SKILLS.values() if skill.family is Family.STORIES]
LEVELS = [(code, level) for code in CODES for level in range(1, len(SKILLS[code].levels) + 1)]
KINDS = {
    "more": adding.MORE,
    "less": adding.LESS,
    "difference": adding.DIFFERENCE,
    "groups": grouping.GROUPS,
    "shares": grouping.SHARES,
    "remainders": grouping.REMAINDERS,
    "parts": measuring.PARTS,
    "time": (*measuring.LATER, *measuring.EARLIER),
    "money": (*measuring.TOTALS, *measuring.CHANGE, *measuring.SEVERAL),
    "two steps": (*two_steps.UP_AND_DOWN, *two_steps.GROUPS_AND_MORE, *two_steps.SHARES_AND_MORE),
}
STORIES = [story for kind in KINDS.values() for story in kind]


def story_of(question: Question) -> Story:
    return next(story for story in STORIES if story.numbers_in(question.notation))


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_has_a_dozen_stories_and_none_twice(kind: str) -> None:
    assert len({story.text for story in KINDS[kind]}) == len(KINDS[kind]) >= 12


@pytest.mark.parametrize("story", STORIES, ids=[story.text[:50] for story in STORIES])
def test_a_story_is_written_for_children(story: Story) -> None:
    assert story.text.endswith("? _")
    assert "  " not in story.text
    sentences = re.split(r"(?<=[.?]) ", story.text.removesuffix(" _"))
    assert 2 <= len(sentences) <= 4
    assert all(re.match(r"[A-Z{]", sentence) for sentence in sentences)
    assert max(len(sentence.split()) for sentence in sentences) <= 22
    used, asked = (set(re.findall(r"\{(\w+)", text)) for text in (story.text, story.arithmetic))
    assert asked <= used <= asked | {"name", "other"}


@pytest.mark.parametrize(("code", "level"), LEVELS)
def test_a_telling_agrees_with_its_numbers(code: str, level: int) -> None:
    for question in drawn(code, level, 100):
        told = question.notation
        assert len(told) <= LONGEST
        assert told.endswith("? _")
        assert not re.search(r"[{}]|  | [.,?]", told)
        for count, noun in re.findall(rf"(?<![:./\d])\b(\d+) (?:(?:{ADJECTIVES}) )?([a-z]+)", told):
            assert count != "1"
            assert noun not in SINGULAR


_NOUNS = {noun for story in STORIES for noun in re.findall(r"\{\w+ ([^}]+)\}", story.text)}
ADJECTIVES = "|".join(sorted({noun.split(" ")[0] for noun in _NOUNS if " " in noun}))
SINGULAR = {noun.split(" ")[-1] for noun in _NOUNS} - {"sheep"}


def independently(story: Story, question: Question) -> Fraction:
    """The answer from the numbers of the telling, by Python."""
    found = story.numbers_in(question.notation)
    assert found
    values = {gap: worth(str(text)) for gap, text in found.items()}
    line = story.arithmetic.replace("−", "-").replace("×", "*").replace(" of ", "*").replace(" min", "")
    whole, left = line.removesuffix(" r").replace("÷", "/"), line.endswith(" r")
    result = eval(re.sub(r"\{(\w+)\}", r"values['\1']", whole), {"values": values})  # noqa: S307 - our own arithmetic
    if not left:
        return Fraction(result)
    quotient, remainder = divmod(values["a"], values["b"])
    assert remainder
    return Fraction({Meaning.ENOUGH: quotient + 1, Meaning.FULL: quotient, Meaning.LEFT: remainder}[story.meaning])


def worth(text: str) -> Fraction:
    return Fraction(minutes(text)) if ":" in text else Fraction(text.lstrip("£$€"))


@pytest.mark.parametrize(("code", "level"), LEVELS)
def test_the_answer_is_worked_out_from_the_story(code: str, level: int) -> None:
    for question in drawn(code, level, 100):
        expected = independently(story_of(question), question)
        match question.value:
            case Money(amount):
                assert amount == expected > 0
            case Time():
                assert minutes(question.answer) == expected
            case value:
                assert value == expected > 0
                assert expected.denominator == 1


@pytest.mark.parametrize(("code", "level"), LEVELS)
def test_what_a_story_asks_is_told_in_notation(code: str, level: int) -> None:
    for question in drawn(code, level, 60):
        sum_asked = write(stories.arithmetic(question))
        assert story_of(question).meaning.of(sum_asked.value) == question.value
        with_skill = question.as_practice_of(code, level)
        assert stories.arithmetic(with_skill) == stories.arithmetic(question)


def test_what_is_no_story_asks_nothing_more() -> None:
    assert stories.arithmetic(write("7 × 8")) == ""
    assert stories.arithmetic(write("7 × 8").as_practice_of("story-add", 1)) == ""


@pytest.mark.parametrize(("code", "level"), LEVELS)
def test_a_set_tells_every_story_before_one_comes_again(code: str, level: int) -> None:
    source = SKILLS[code].level(level).source
    assert isinstance(source, Told)
    count = min(5, len(source.stories))
    questions = generate_part(Part(code, level, count), random.Random(1))
    assert len({story_of(question) for question in questions}) >= count - 1


def test_names_are_of_many_and_two_children_have_two() -> None:
    named = [re.findall(rf"\b(?:{'|'.join(NAMES)})\b", question.notation) for question in drawn("story-difference", 1)]
    assert len({name for names in named for name in names}) > 40
    assert len(NAMES) == len(set(NAMES)) == 50
    assert all(len(set(names)) == 2 for names in named if names)


COUNTED = [
    (1, "apple", "1 apple"),
    ("1", "box", "1 box"),
    (2, "box", "2 boxes"),
    (3, "cherry", "3 cherries"),
    (4, "day", "4 days"),
    (5, "child", "5 children"),
    (6, "more person", "6 more people"),
    (7, "sheep", "7 sheep"),
    (8, "loaf", "8 loaves"),
    (9, "bag of rice", "9 bags of rice"),
    (0, "bunch", "0 bunches"),
]


@pytest.mark.parametrize(("count", "noun", "told"), COUNTED)
def test_nouns_agree_with_their_number(count: int | str, noun: str, told: str) -> None:
    assert counted(count, noun) == told
