"""Stories of more, of less, and of how many more."""

import random
from collections.abc import Callable

from quizzes.rules.skills.kinds import Example, Family, Level, Skill
from quizzes.rules.skills.stories.telling import Numbers, Story, Told, alike, fitting, told_as
from quizzes.rules.typesetting import MINUS

_Drawing = Callable[[random.Random], Numbers]
_SUM, _LEFT = "{a} + {b}", "{a} − {b}"

MORE = (
    *alike(
        _SUM,
        20,
        "{a bird} sat in a tree. Then {b more bird} came. How many birds were in the tree then? _",
        "{name} swam {a length} before lunch and {b length} after lunch. How many lengths did {name} swim? _",
    ),
    *alike(
        _SUM,
        100,
        "{name} read {a page} on Monday and {b page} on Tuesday. How many pages did {name} read on the two days? _",
        "{name} picked {a apple} and {other} picked {b apple}. How many apples did they pick together? _",
        "{name} had {a sticker}. {other} gave {name} {b more sticker}. How many stickers does {name} have now? _",
        "There are {a book} on one shelf and {b book} on another. How many books are on the two shelves? _",
    ),
    *alike(
        _SUM,
        1000,
        "{name} has {a red bead} and {b blue bead}. How many beads does {name} have altogether? _",
        "A baker made {a loaf} in the morning and {b loaf} in the afternoon. How many loaves is that altogether? _",
        "{a child} come to school by bus and {b child} walk. How many children is that altogether? _",
        "A farm has {a sheep} in one field and {b sheep} in another. How many sheep are in the two fields? _",
        "A zoo sold {a ticket} on Saturday and {b ticket} on Sunday. How many tickets did it sell on the two days? _",
        "A train carries {a person}. At a stop, {b more person} get on. How many people are on the train now? _",
        "{name} scored {a point} in one game and {b point} in the next. How many points is that in total? _",
        "A path is {a metre} long. Then it is made {b metre} longer. How many metres long is the path now? _",
    ),
)

LESS = (
    *alike(
        _LEFT,
        20,
        "{name} had {a cherry} and ate {b} of them. How many cherries were left? _",
        "{a bird} sat on a roof. {b} of them flew away. How many birds stayed on the roof? _",
    ),
    *alike(
        _LEFT,
        100,
        "{name} has {a card} and gives {b card} to {other}. How many cards does {name} have left? _",
        "{a child} are at a party. {b} of them go home. How many children are still at the party? _",
        "{name} had {a marble} and lost some. Now there are {b marble} left. How many marbles did {name} lose? _",
    ),
    *alike(
        _LEFT,
        1000,
        "A book has {a page}. {name} has read {b} of them. How many pages are still to read? _",
        "A ribbon is {a centimetre} long. {name} cuts off {b centimetre}. How many centimetres are left? _",
        "A baker made {a roll} and sold {b} of them. How many rolls are left? _",
        "A car park has {a space}. {b} of them are taken. How many spaces are free? _",
        "{name} needs {a point} to win and has {b point} so far. How many more points does {name} need? _",
        "A tank held {a litre} of water, and {b litre} were used. How many litres are left? _",
        "There are {a bead} in a box. {b} of them are red and the others are green. How many beads are green? _",
        "A school has {a child}. Today {b} of them are on a trip. How many children are at school today? _",
    ),
)

DIFFERENCE = (
    *alike(
        _LEFT,
        20,
        "A zoo has {a penguin} and {b seal}. How many more penguins than seals does it have? _",
    ),
    *alike(
        _LEFT,
        100,
        "{name} has {a shell} and {other} has {b shell}. How many more shells does {name} have than {other}? _",
        "{name} built a tower of {a brick} and {other} one of {b brick}. How many bricks fewer did {other} use? _",
        "There are {a chair} and {b table} in a hall. How many more chairs than tables are there? _",
        "A tree has {a apple} and another has {b pear}. How many fewer pears than apples are there? _",
        "A crate weighs {a kilogram} and a box weighs {b kilogram}. How many kilograms heavier is the crate? _",
        "{name} skipped {a time} and {other} skipped {b time}. How many more times did {name} skip? _",
    ),
    *alike(
        _LEFT,
        1000,
        "One ribbon is {a centimetre} long and another {b centimetre}. How many centimetres longer is the first? _",
        "{name} read {a page} and {other} read {b page}. How many more pages did {name} read than {other}? _",
        "{name} scored {a point} and {other} scored {b point}. By how many points did {name} win? _",
        "On Monday {a person} came to a museum, and on Tuesday {b person}. How many more came on Monday? _",
        "One path is {a metre} long and another is {b metre} long. How many metres longer is the first? _",
        "{name} has {a stamp} and {other} has {b stamp}. How many more stamps does {other} need to have as many? _",
    ),
)


def _parts(most: int) -> _Drawing:
    """Two numbers with a sum of at most `most`, the greater part of the range."""

    def draw(rng: random.Random) -> Numbers:
        total = rng.randint(max(5, most // 4), most)
        first = rng.randint(2, total - 2)
        return {"a": first, "b": total - first}

    return draw


def _taken(most: int) -> _Drawing:
    """A number of at most `most`, and a smaller one of which something is left."""

    def draw(rng: random.Random) -> Numbers:
        whole = rng.randint(max(5, most // 4), most)
        return {"a": whole, "b": rng.randint(2, whole - 2)}

    return draw


def _levels(stories: tuple[Story, ...], numbers: Callable[[int], _Drawing], states: str) -> tuple[Level, ...]:
    levels = []
    for most, name in ((20, "within 20"), (100, "within 100"), (1000, "within 1,000")):
        fit = fitting(stories, most)
        levels.append(Level(name, Told(fit, numbers(most)), f"{states} {len(fit)} stories in turn.", told_as(fit)))
    return tuple(levels)


SKILLS = (
    Skill(
        "story-add",
        "Stories of more",
        Family.STORIES,
        2,
        2,
        _levels(MORE, _parts, "One step. Both numbers are 2 or more."),
        "whole",
        Example(
            "Hana picked 14 apples and Ivan picked 5 apples. How many apples did they pick together? _",
            ("Together means add: 14 + 5", "14 + 5 = 19"),
            "19",
        ),
        "2.OA.A.1",
        "Year 2: solve problems with addition and subtraction",
        "+",
    ),
    Skill(
        "story-subtract",
        "Stories of less",
        Family.STORIES,
        2,
        2,
        _levels(LESS, _taken, "One step: taken away, missing, or the other part. Never 0 or 1 left."),
        "whole",
        Example(
            "A baker made 45 rolls and sold 28 of them. How many rolls are left? _",
            ("Sold rolls are taken away: 45 − 28", "45 − 28 = 17"),
            "17",
        ),
        "2.OA.A.1",
        "Year 2: solve problems with addition and subtraction",
        MINUS,
    ),
    Skill(
        "story-difference",
        "Stories of how many more",
        Family.STORIES,
        2,
        2,
        _levels(DIFFERENCE, _taken, "One step: more, fewer, longer, heavier. The difference is 2 or more."),
        "whole",
        Example(
            "Rosa has 12 shells and Omar has 8 shells. How many more shells does Rosa have than Omar? _",
            ("How many from 8 up to 12? 12 − 8", "12 − 8 = 4"),
            "4",
        ),
        "2.OA.A.1",
        "Year 2: solve problems with addition and subtraction, and find differences",
        MINUS,
    ),
)
