"""Answers of a live game that came after their question was over: what they come to, should the teacher count them."""

from dataclasses import dataclass

from quizzes.models import Answer
from quizzes.rules.marking import Outcome, mark


@dataclass(frozen=True)
class Counted:
    """What an answer says, and the mark of that by the rules."""

    text: str
    outcome: Outcome


def as_if_in_time(answer: Answer) -> Counted | None:
    """What is left to the teacher to count; None where nothing was written that the rules can mark.

    Of ink, what the child said it is, or else what was read, be it doubtful: the teacher has it before their eyes.
    """
    if not answer.late or answer.awaits_reader:
        return None
    text = answer.automatic_text or str((answer.reading or {}).get("text", ""))
    outcome = mark(answer.question.question, text, answer.sitting.assignment.classroom.decimal_sign).outcome
    return None if outcome is Outcome.UNREAD else Counted(text, outcome)
