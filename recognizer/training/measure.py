"""What a reader makes of handwriting, and how often it is right: counts, with what they are counts of."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from recognizer.card import Card
from recognizer.decode import Acceptor
from recognizer.reader import Reader
from recognizer.training.data import Sample


@dataclass(frozen=True, slots=True)
class Verdict:
    """The likeliest text of one answer, before any threshold. `truth` is None for ink that is no number."""

    truth: str | None
    text: str
    confidence: float

    @property
    def right(self) -> bool:
        return self.text == self.truth


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts over answers that have a truth."""

    answers: int
    wrong: int  # the likeliest text is another
    wrong_and_sure: int
    right_but_asked: int
    right_but_unread: int
    unread: int  # right or wrong

    @property
    def wrong_as_read(self) -> int:
        """As `manage.py read` answers: an unread answer is no right one."""
        return self.wrong + self.right_but_unread


@dataclass(frozen=True, slots=True)
class Refusals:
    """Counts over ink that is no answer of the format."""

    answers: int
    sure: int
    asked: int


def judge(reader: Reader, samples: Iterable[Sample], acceptor: Acceptor, *, nothing: bool = False) -> list[Verdict]:
    """What the reader makes of samples; `nothing` where none of them is an answer."""
    verdicts = []
    for sample in samples:
        found = reader.hypotheses(sample.strokes, acceptor)
        truth = None if nothing else sample.text
        verdicts.append(Verdict(truth, found[0].text, found[0].probability) if found else Verdict(truth, "", 0.0))
    return verdicts


def tally(verdicts: Sequence[Verdict], card: Card) -> Tally:
    right = [verdict for verdict in verdicts if verdict.right]
    wrong = [verdict for verdict in verdicts if not verdict.right]
    return Tally(
        answers=len(verdicts),
        wrong=len(wrong),
        wrong_and_sure=above(card.sure, wrong),
        right_but_asked=above(card.ask, right) - above(card.sure, right),
        right_but_unread=len(right) - above(card.ask, right),
        unread=len(verdicts) - above(card.ask, verdicts),
    )


def refusals(verdicts: Sequence[Verdict], card: Card) -> Refusals:
    sure = above(card.sure, verdicts)
    return Refusals(len(verdicts), sure, above(card.ask, verdicts) - sure)


def above(level: float, verdicts: Iterable[Verdict]) -> int:
    return sum(verdict.confidence >= level for verdict in verdicts)
