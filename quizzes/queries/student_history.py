"""What one student's answers say together, over everything they were ever asked."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from quizzes.models import Answer, LiveGame, Student
from quizzes.queries.certainty import is_certain
from quizzes.queries.left_out import left_out_in
from quizzes.queries.results import is_corrected
from quizzes.rules import scoring
from quizzes.rules.marking import Outcome
from quizzes.rules.misconceptions import Evidence, Misconception, likely
from quizzes.rules.questions import Question
from quizzes.rules.skills import SKILLS
from quizzes.rules.typesetting import in_line

MOST_ANSWERS = 400
"""The latest are looked at; a year of quizzes holds fewer."""


@dataclass(frozen=True)
class Sign:
    """One answer that a misconception leads to."""

    answer: Answer
    question: Question
    line: str


@dataclass(frozen=True)
class Likely:
    """A misconception that shows again and again, with the answers in which it does, latest first."""

    misconception: Misconception
    signs: tuple[Sign, ...]
    opportunities: int


@dataclass(frozen=True)
class SkillLine:
    """How the questions of one level of a skill stand."""

    name: str
    code: str
    right: int
    wrong: int
    last_at: datetime

    @property
    def tally(self) -> str:
        return f"{self.right} of {self.right + self.wrong}"


@dataclass(frozen=True)
class History:
    """Of so many `answers`. `mirrored` are the digits ever written the wrong way round, with how many answers each was
    in."""

    likely: tuple[Likely, ...]
    skills: tuple[SkillLine, ...]
    mirrored: tuple[tuple[str, int], ...]
    answers: int

    @property
    def is_cut(self) -> bool:
        """Whether there may be older answers that were not looked at."""
        return self.answers == MOST_ANSWERS


def student_history(student: Student) -> History:
    """Of the latest MOST_ANSWERS answers that count, in three queries. The ink stays in the database."""
    found = (
        Answer.objects.counting()
        .filter(sitting__student=student)
        .exclude(question__in=left_out_in(LiveGame.objects.filter(assignment__sittings__student=student)))
        .select_related("question")
        .prefetch_related("corrections")
        .defer("strokes")
        .order_by("-received_at")[:MOST_ANSWERS]
    )
    answers = list(reversed(found))
    decimal_sign = student.classroom.decimal_sign
    return History(
        likely=_likely(answers, decimal_sign),
        skills=_skills(answers),
        mirrored=_mirrored(answers),
        answers=len(answers),
    )


def _likely(answers: Sequence[Answer], decimal_sign: str) -> tuple[Likely, ...]:
    history = [Evidence(answer.question.question, _told(answer), Outcome(answer.mark)) for answer in answers]
    return tuple(
        Likely(
            finding.misconception,
            tuple(_sign(answers[place], decimal_sign) for place in reversed(finding.hits)),
            finding.opportunities,
        )
        for finding in likely(history)
    )


def _told(answer: Answer) -> str | None:
    """The text, where it is beyond doubt what was written."""
    return answer.text if answer.mark == Outcome.RIGHT or is_corrected(answer) or is_certain(answer) else None


def _sign(answer: Answer, decimal_sign: str) -> Sign:
    return Sign(answer, answer.question.question, in_line(answer.text, decimal_sign))


def _skills(answers: Sequence[Answer]) -> tuple[SkillLine, ...]:
    """By skill, in the order of the curriculum; questions that were written by hand belong to none."""
    asked: dict[int, list[Answer]] = defaultdict(list)
    for answer in answers:
        asked[answer.question_id].append(answer)
    levels: dict[tuple[str, int], list[list[Answer]]] = defaultdict(list)
    for given in asked.values():
        question = given[0].question.question
        if question.skill in SKILLS:
            levels[question.skill, question.level].append(given)
    order = list(SKILLS)
    return tuple(
        _skill_line(code, level, levels[code, level])
        for code, level in sorted(levels, key=lambda key: (order.index(key[0]), key[1]))
    )


def _skill_line(code: str, level: int, questions: Sequence[Sequence[Answer]]) -> SkillLine:
    outcomes = [scoring.outcome_of([Outcome(answer.mark) for answer in given]) for given in questions]
    skill = SKILLS[code]
    known = 1 <= level <= len(skill.levels)
    return SkillLine(
        name=skill.called(level) if known else skill.name,
        code=code,
        right=outcomes.count(Outcome.RIGHT),
        wrong=outcomes.count(Outcome.WRONG),
        last_at=max(answer.received_at for given in questions for answer in given),
    )


def _mirrored(answers: Sequence[Answer]) -> tuple[tuple[str, int], ...]:
    digits = sorted({digit for answer in answers for digit in answer.mirrored})
    return tuple((digit, sum(digit in answer.mirrored for answer in answers)) for digit in digits)
