"""Sets of questions by skill: what a teacher picks, and the questions that come of it.

All randomness comes from the `rng` handed in, so a seed repeats a set.
"""

import random
from collections import Counter
from collections.abc import Collection, Hashable, Sequence
from dataclasses import dataclass

from quizzes.rules.questions import Question
from quizzes.rules.refusals import SetRefused, TooFewQuestions
from quizzes.rules.skills import SKILLS, Skill

MOST_QUESTIONS = 50
_CANDIDATES = 8  # for one place, of which the one is taken whose bucket has the fewest
_MORE_CANDIDATES = 32  # where that bucket has more than its share already
_LOOKS = 600  # at questions for one place, before a level counts as used up


@dataclass(frozen=True)
class Part:
    """So many questions of a level of a skill. Raises SetRefused with a sentence where there are none such."""

    skill: str
    level: int
    count: int

    def __post_init__(self) -> None:
        if self.skill not in SKILLS or not 1 <= self.level <= len(SKILLS[self.skill].levels):
            raise SetRefused(f"There is no skill “{self.skill}” with a level {self.level}.")
        if not 1 <= self.count <= MOST_QUESTIONS:
            raise SetRefused(f"Ask for 1 to {MOST_QUESTIONS} questions of a skill.")


def generate(skill: Skill, level: int, rng: random.Random) -> Question:
    """A question of the skill at the level. Raises LookupError where the skill has no such level."""
    return skill.level(level).source.draw(rng).as_practice_of(skill.code, level)


def generate_part(part: Part, rng: random.Random, taken: Collection[Hashable] = ()) -> tuple[Question, ...]:
    """Different questions, none with a key among `taken`, as evenly over the level's buckets as it can.

    Raises TooFewQuestions where the level has too few.
    """
    drawn = as_many_as_there_are(part, rng, taken)
    if len(drawn) < part.count:
        raise TooFewQuestions(len(drawn), _too_few(part, len(drawn), taken))
    return drawn


def as_many_as_there_are(part: Part, rng: random.Random, taken: Collection[Hashable] = ()) -> tuple[Question, ...]:
    """As `generate_part`, but fewer questions where the level has no more."""
    skill = SKILLS[part.skill]
    level = skill.level(part.level)
    known = set(taken)
    buckets: Counter[Hashable] = Counter()
    drawn: list[Question] = []
    while len(drawn) < part.count:
        question = _rarest(skill, part.level, rng, known, buckets)
        if question is None:
            break
        known.add(question.key)
        buckets[level.bucket(question)] += 1
        drawn.append(question)
    return tuple(drawn)


def generate_plan(parts: Sequence[Part], rng: random.Random, *, mixed: bool) -> tuple[Question, ...]:
    """The questions of all parts, none twice: part after part, or mixed. Raises SetRefused and TooFewQuestions."""
    if not parts:
        raise SetRefused("Choose at least one skill.")
    if sum(part.count for part in parts) > MOST_QUESTIONS:
        raise SetRefused(f"Ask for at most {MOST_QUESTIONS} questions at once.")
    questions: list[Question] = []
    for part in parts:
        questions += generate_part(part, rng, [question.key for question in questions])
    if mixed:
        rng.shuffle(questions)
    return tuple(questions)


def another_like(question: Question, among: Sequence[Question], rng: random.Random) -> Question:
    """A question of the same skill and level that is not `among` those. Raises SetRefused where there is none."""
    return more_like(question, among, 1, rng)[0]


def more_like(question: Question, among: Sequence[Question], count: int, rng: random.Random) -> tuple[Question, ...]:
    """Up to `count` questions of the same skill and level, none `among` those. Raises SetRefused for none at all."""
    if question.skill not in SKILLS:
        raise SetRefused("This question was written by hand: there is no other like it.")
    part = Part(question.skill, question.level, count)
    taken = [other.key for other in among]
    found = as_many_as_there_are(part, rng, taken)
    if not found:
        raise TooFewQuestions(0, _too_few(part, 0, taken))
    return found


def _rarest(
    skill: Skill, number: int, rng: random.Random, known: Collection[Hashable], buckets: Counter[Hashable]
) -> Question | None:
    """Of a few new questions, one whose bucket has the fewest so far; None where there are no new ones."""
    level = skill.level(number)
    bucket, enough = level.bucket, _CANDIDATES if level.balanced else 1
    best: Question | None = None
    candidates = 0
    for _ in range(_LOOKS):
        question = generate(skill, number, rng)
        if question.key in known:
            continue
        candidates += 1
        if best is None or buckets[bucket(question)] < buckets[bucket(best)]:
            best = question
        its_share = buckets[bucket(best)] * len(buckets) <= buckets.total()
        if candidates >= (enough if its_share else _MORE_CANDIDATES):
            break
    return best


def _too_few(part: Part, most: int, taken: Collection[Hashable]) -> str:
    name = SKILLS[part.skill].called(part.level)
    if not most:
        return f"“{name}” has no other questions: choose another level."
    more = "more" if taken else "different"
    return f"“{name}” gives only {most} {more} question{'' if most == 1 else 's'}: ask for fewer."
