"""What the players sent and when the server had it: the other side of what the database says afterwards."""

import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field


@dataclass
class Sent:
    """One answer. Times are seconds of this process's clock; `tries` counts the requests."""

    id: str
    student: int
    question: int
    began: float
    tries: int = 0
    acknowledged: float | None = None

    @property
    def wait(self) -> float:
        """From the first request to the acknowledgement."""
        return (self.acknowledged or 0.0) - self.began


@dataclass
class Ledger:
    sent: dict[str, Sent] = field(default_factory=dict)
    back: list[float] = field(default_factory=list)
    """Seconds from the end of an outage until a player has seat, points and answers again."""

    serving_since: float = 0.0
    """When the server that was killed was there again: before that nobody can be back."""

    refused: list[str] = field(default_factory=list)
    failed: Counter[str] = field(default_factory=Counter)
    """Why a try was not the last: the status, or that the network failed."""

    by_question: dict[int, list[Sent]] = field(default_factory=lambda: defaultdict(list))

    def begin(self, id: str, student: int, question: int) -> Sent:
        sent = self.sent[id] = Sent(id, student, question, time.monotonic())
        self.by_question[question].append(sent)
        return sent

    def acknowledgements(self, question: int) -> list[float]:
        """When, in their order."""
        return sorted(sent.acknowledged for sent in self.by_question[question] if sent.acknowledged is not None)

    def acknowledged(self) -> list[Sent]:
        return [sent for sent in self.sent.values() if sent.acknowledged is not None]

    def at_once(self) -> list[float]:
        """Seconds to acknowledge what needed one request."""
        return [sent.wait for sent in self.acknowledged() if sent.tries == 1]

    def retried(self) -> list[float]:
        """Seconds to acknowledge what was cut off or failed at first."""
        return [sent.wait for sent in self.acknowledged() if sent.tries > 1]
