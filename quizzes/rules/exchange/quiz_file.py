"""What a file of a quiz holds, and what may be the matter with one."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizzes.rules.phrases import count
from quizzes.rules.questions import Question
from quizzes.rules.refusals import QuestionRefused, Refused
from quizzes.rules.words import tidy

MOST_BYTES = 256 * 1024
MOST_QUESTIONS = 100
LONGEST_TITLE = 120
LONGEST_INSTRUCTIONS = 1000
MOST_TRIES = 5
_SHOWN = 60

SHOW_MARKS = ("each", "end")


@dataclass(frozen=True)
class Settings:
    """How a quiz is given. Raises QuestionRefused with a sentence where it cannot be given so."""

    title: str = ""
    instructions: str = ""
    show_marks: str = "each"
    tries: int = 2
    shuffle: bool = False

    def __post_init__(self) -> None:
        if len(self.title) > LONGEST_TITLE:
            raise QuestionRefused(f"The title is longer than {LONGEST_TITLE} characters: shorten it.")
        if len(self.instructions) > LONGEST_INSTRUCTIONS:
            raise QuestionRefused(f"The instructions are longer than {LONGEST_INSTRUCTIONS} characters: shorten them.")
        if self.show_marks not in SHOW_MARKS:
            raise QuestionRefused("Marks are shown after each question or at the end: write each or end.")
        if not 1 <= self.tries <= MOST_TRIES:
            raise QuestionRefused(f"A question has from 1 to {MOST_TRIES} tries.")


@dataclass(frozen=True)
class QuizFile:
    """A quiz as it is exchanged: its settings, and its questions in their order."""

    settings: Settings
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Fault:
    """One thing in a file that cannot be used: where it stands, what stands there, and why that will not do."""

    where: str
    found: str
    reason: str


class FileRefused(Refused):
    """A file of which nothing is imported. `faults` are in the order of the file, at least one."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(f"{count(len(faults), 'thing')} to mend: {faults[0].reason}")
        self.faults = tuple(faults)


def refused(reason: str, *, where: str = "", found: str = "") -> FileRefused:
    """The refusal of a file for one reason."""
    return FileRefused([Fault(where, shortened(found), reason)])


def shortened(text: str) -> str:
    """What stands in a file, short enough to be shown beside the reason."""
    line = tidy(text)
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"


def instructions_of(text: str) -> str:
    """Instructions with their lines, each tidied."""
    return "\n".join(tidy(line) for line in text.splitlines()).strip()
