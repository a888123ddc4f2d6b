"""Questions made by the rules: a set as a teacher describes it by ranges of numbers.

All randomness comes from the `rng` handed in, so a seed repeats a set.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, zip_longest

from quizzes.rules.facts import LARGEST, Fact, Facts, Operation, fact_of
from quizzes.rules.planning import MOST_QUESTIONS
from quizzes.rules.prompts import Kind
from quizzes.rules.questions import Question, write
from quizzes.rules.refusals import SetRefused, TooFewQuestions
from quizzes.rules.skills import SKILLS, Source
from quizzes.rules.skills.sources import can_tell, knows

Span = tuple[int, int]
"""The least and the greatest of a range, both included."""


@dataclass(frozen=True)
class SetSpec:
    """A set of questions as a teacher describes it. Raises SetRefused with a sentence.

    `left` and `right` are the ranges of the first and the second number as they stand in the question: in
    56 ÷ 7 the first number is 56. Results are whole, not negative and at most `most`.
    """

    operations: tuple[Operation, ...]
    left: Span
    right: Span
    count: int = 10
    most: int = LARGEST

    def __post_init__(self) -> None:
        if not self.operations:
            raise SetRefused("Choose at least one operation: +, −, × or ÷.")
        if len(set(self.operations)) != len(self.operations):
            raise SetRefused("Choose each operation once.")
        if not 1 <= self.count <= MOST_QUESTIONS:
            raise SetRefused(f"Ask for 1 to {MOST_QUESTIONS} questions.")
        if not 0 <= self.most <= LARGEST:
            raise SetRefused(f"The largest result can be from 0 to {LARGEST:,}.")
        for which, (least, most) in (("first", self.left), ("second", self.right)):
            if least < 0 or most > LARGEST:
                raise SetRefused(f"The {which} number can be from 0 to {LARGEST:,}.")
            if least > most:
                raise SetRefused(f"The {which} number goes from {least} to {most}: put the smaller one first.")

    def facts(self, operation: Operation) -> Facts:
        return Facts(
            operation,
            range(self.left[0], self.left[1] + 1),
            range(self.right[0], self.right[1] + 1),
            self.most,
        )

    def holds(self, question: Question) -> bool:
        """Whether the question is a fact of these operations and ranges."""
        fact = fact_of(question)
        return (
            fact is not None
            and fact.operation in self.operations
            and self.left[0] <= fact.left <= self.left[1]
            and self.right[0] <= fact.right <= self.right[1]
            and fact.result <= self.most
        )


def generate_set(spec: SetSpec, rng: random.Random) -> tuple[Question, ...]:
    """`spec.count` different questions in random order, as evenly over the operations as the ranges allow.

    7 × 8 and 8 × 7 are the same question. Raises SetRefused where an operation has no questions in the ranges,
    and TooFewQuestions where all of them together have too few.
    """
    operations = rng.sample(spec.operations, len(spec.operations))
    hands = [spec.facts(operation).sample(spec.count, rng) for operation in operations]
    for operation, hand in zip(operations, hands, strict=True):
        if not hand:
            raise SetRefused(_none(operation, spec))
    dealt = _deal(hands)[: spec.count]
    if len(dealt) < spec.count:
        raise TooFewQuestions(len(dealt), _too_few(len(dealt)))
    rng.shuffle(dealt)
    return tuple(_question(fact) for fact in dealt)


def replace_one(spec: SetSpec, questions: Sequence[Question], index: int, rng: random.Random) -> Question:
    """A question to put in the place of `questions[index]`: of the same operation if there is one, and not among
    `questions`. Raises TooFewQuestions where the ranges hold no other."""
    known = [fact_of(question) for question in questions]
    taken = {fact.key for fact in known if fact is not None}
    replaced = known[index]
    operations = rng.sample(spec.operations, len(spec.operations))
    operations.sort(key=lambda operation: replaced is None or operation is not replaced.operation)
    for operation in operations:
        for fact in spec.facts(operation).sample(len(taken) + 1, rng):
            if fact.key not in taken:
                return _question(fact)
    raise TooFewQuestions(len(taken), "Those ranges give no other question: widen them.")


def practising(question: Question) -> Question:
    """The question counted towards the first skill and level that may ask it, or as it is where none does."""
    signs = frozenset(token.text for token in question.prompt if token.kind is Kind.OPERATOR)
    for skill, number, source in _telling(question.format, signs):
        if knows(source, question):
            return question.as_practice_of(skill, number)
    return question


@cache
def _telling(form: str, signs: frozenset[str]) -> tuple[tuple[str, int, Source], ...]:
    """The levels of skills with such answers and signs that can tell which questions are their own."""
    return tuple(
        (skill.code, number, level.source)
        for skill in SKILLS.values()
        if skill.format == form and signs <= set(skill.operations)
        for number, level in enumerate(skill.levels, start=1)
        if can_tell(level.source)
    )


def _none(operation: Operation, spec: SetSpec) -> str:
    match operation:
        case Operation.ADD:
            return f"Those ranges give no sum up to {spec.most:,}: use smaller numbers, or leave out +."
        case Operation.SUBTRACT:
            return (
                f"Those ranges give no difference from 0 to {spec.most:,}: "
                "make the first number larger than the second, or leave out −."
            )
        case Operation.MULTIPLY:
            return f"Those ranges give no product up to {spec.most:,}: use smaller numbers, or leave out ×."
        case Operation.DIVIDE:
            return (
                f"Those ranges give no division with a whole result up to {spec.most:,}: "
                "make the first number a multiple of the second, or leave out ÷."
            )


def _too_few(most: int) -> str:
    if most == 1:
        return "Those ranges give only 1 question; ask for 1, or widen them."
    return f"Those ranges give only {most} different questions; ask for {most} or fewer, or widen them."


def _deal(hands: Sequence[Sequence[Fact]]) -> list[Fact]:
    """The facts in turn: one of each hand, then another of each that has any left."""
    return [fact for fact in chain.from_iterable(zip_longest(*hands)) if fact is not None]


def _question(fact: Fact) -> Question:
    return practising(write(fact.notation))
