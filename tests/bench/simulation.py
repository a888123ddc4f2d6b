"""How well misconceptions are found in simulated students."""

import random
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial

from quizzes.rules.misconceptions import CATALOGUE, Evidence, Misconception, likely, suspected
from quizzes.rules.misconceptions.diagnosis import predictions
from quizzes.rules.misconceptions.telling import most_telling
from quizzes.rules.planning import generate
from quizzes.rules.questions import Question
from quizzes.rules.skills import SKILLS
from tests.bench.students import Student

STUDENTS = 60
SHORT, LONG = 8, 12
LOOKS = 32  # at questions of a level, to see what they can show
POOL = 100  # questions that students are asked from
RIVAL = 0.3  # of the pool's questions, on which another misconception must show to be planted beside


class Asked(StrEnum):
    """What students are asked: the level on which a misconception shows best; all levels of that skill; these in the
    first half of SHORT questions, and then what tells apart whatever is suspected by then; or from the beginning what
    tells this misconception from others."""

    LEVEL = "level"
    SKILL = "skill"
    CHOSEN = "chosen"
    AIMED = "aimed"


@dataclass(frozen=True)
class Place:
    """A level of a skill: the shares of its questions on which one misconception shows and no other agrees, and on
    which it shows at all."""

    skill: str
    level: int
    alone: float
    shows: float

    @property
    def fit(self) -> tuple[float, float]:
        return self.alone, self.shows


@dataclass(frozen=True)
class Count:
    """Students who have a misconception, those of them in whom it was found, and others in whom it was."""

    planted: int = 0
    found: int = 0
    wrongly: int = 0

    @property
    def recall(self) -> float:
        return self.found / self.planted

    @property
    def precision(self) -> float | None:
        told = self.found + self.wrongly
        return self.found / told if told else None

    @property
    def figures(self) -> str:
        """Precision and recall in per cent: `100 / 97`."""
        precision = "–" if self.precision is None else f"{100 * self.precision:.0f}"
        return f"{precision} / {100 * self.recall:.0f}"


@dataclass(frozen=True)
class Measured:
    """One misconception, by what was asked and how much of it.

    `mixed` is the share of the questions of all levels on which it shows.
    """

    name: str
    place: Place
    mixed: float
    counts: Mapping[tuple[Asked, int], Count]


def measured(seed: int) -> Iterator[Measured]:
    """Every misconception that names skills, in the order of the catalogue."""
    places = fitting()
    with ProcessPoolExecutor() as processes:
        yield from processes.map(partial(measure, seed), places.items())


def fitting() -> dict[str, Place]:
    """Among the skills that each misconception names, the level on which it shows most often by itself."""
    told = {name: each for name, each in CATALOGUE.items() if each.skills}
    places: dict[str, list[Place]] = {name: [] for name in told}
    for code in sorted({code for each in told.values() for code in each.skills}):
        skill = SKILLS[code]
        for level in range(1, len(skill.levels) + 1):
            rng = random.Random(f"{code} {level}")
            drawn = [generate(skill, level, rng) for _ in range(LOOKS)]
            for name in (name for name, each in told.items() if code in each.skills):
                alone = sum(_alone(name, question) for question in drawn) / LOOKS
                places[name].append(Place(code, level, alone, sum(name in predictions(each) for each in drawn) / LOOKS))
    return {name: max(found, key=lambda each: each.fit) for name, found in places.items()}


def _alone(name: str, question: Question) -> bool:
    told = predictions(question)
    others = (answers for other, answers in told.items() if other != name and not CATALOGUE[other].careless)
    return name in told and all(told[name].isdisjoint(answers) for answers in others)


def measure(seed: int, fit: tuple[str, Place]) -> Measured:
    """A misconception, given with the level that fits it."""
    name, place = fit
    rng = random.Random(f"{seed} {name}")
    level, skill = _pool(place, rng), _pool(replace(place, level=0), rng)
    both = list({question.key: question for question in [*level, *skill]}.values())
    counts = {(asked, length): Count() for asked in Asked for length in (SHORT, LONG)}
    for asked in Asked:
        pool = level if asked is Asked.LEVEL else skill
        telling = both if asked in {Asked.CHOSEN, Asked.AIMED} else []
        aim = [CATALOGUE[name]] if asked is Asked.AIMED else []
        rivals = _rivals(name, pool)
        for number in range(STUDENTS):
            for planted in (name, None, *([rivals[number % len(rivals)]] if rivals else [])):
                history = _sitting(Student(planted, rng), pool, telling, aim, rng)
                for length in (SHORT, LONG):
                    found = name in {finding.misconception.id for finding in likely(history[:length])}
                    counts[asked, length] = _counted(counts[asked, length], planted == name, found)
    mixed = sum(name in predictions(question) for question in skill) / len(skill)
    return Measured(name, place, mixed, counts)


def _counted(count: Count, planted: bool, found: bool) -> Count:
    return Count(count.planted + planted, count.found + (planted and found), count.wrongly + (found and not planted))


def _pool(place: Place, rng: random.Random) -> list[Question]:
    """Different questions of the level, or of all levels where it is 0."""
    skill = SKILLS[place.skill]
    levels = [place.level] if place.level else range(1, len(skill.levels) + 1)
    drawn = (generate(skill, rng.choice(levels), rng) for _ in range(POOL))
    return list({question.key: question for question in drawn}.values())


def _rivals(name: str, pool: Sequence[Question]) -> Sequence[str]:
    """Other misconceptions that show often enough in the pool."""
    shows = {other: sum(other in predictions(question) for question in pool) for other in CATALOGUE}
    return [o for o, count in shows.items() if o != name and not CATALOGUE[o].careless and count >= RIVAL * len(pool)]


def _sitting(
    student: Student,
    pool: Sequence[Question],
    telling: Sequence[Question],
    aim: Sequence[Misconception],
    rng: random.Random,
) -> Sequence[Evidence]:
    """LONG answers, to the questions among `telling` that best tell apart the `aim` and whatever is suspected by then,
    which is looked at after half of SHORT and after SHORT; to others of the `pool` where there are too few."""
    history: list[Evidence] = []
    for until in (SHORT // 2, SHORT, LONG):
        count = until - len(history)
        suspects = [*aim, *(each.misconception for each in suspected(history) if each.misconception not in aim)]
        asked = _new(most_telling(suspects, telling), history)[:count]
        others = _new(pool, history, asked) or pool
        asked += rng.sample(others, min(len(others), count - len(asked)))
        history += [student.answer(question) for question in asked]
    return history


def _new(questions: Sequence[Question], history: Sequence[Evidence], asked: Sequence[Question] = ()) -> list[Question]:
    known = {id(each.question) for each in history} | {id(question) for question in asked}
    return [question for question in questions if id(question) not in known]
