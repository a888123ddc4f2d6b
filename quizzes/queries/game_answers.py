"""What the answers of a live game come to: read without their ink, and once for all players."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b, sha256
from typing import Any, NamedTuple
from uuid import UUID

from django.conf import settings
from django.db.models import F, FloatField, Func, QuerySet, Value

from quizzes.models import Answer
from quizzes.queries.revealing import is_revealed
from quizzes.queries.sittings import is_in_play
from quizzes.rules import scoring
from quizzes.rules.game import Game, Pace
from quizzes.rules.game.points import Tally, Turn, tally
from quizzes.rules.marking import Outcome
from quizzes.rules.practice.fluency import pace, thought


class Given(NamedTuple):
    """One answer, as far as points and counts need it. `writing`: seconds from the first ink to the last."""

    id: UUID
    student: int
    question: int
    mark: Outcome
    text: str
    drawn: bool
    late: bool
    reading: bool
    asks: bool
    left: bool
    thinking: float | None
    writing: float | None

    @property
    def signs(self) -> int:
        return len(self.text.replace(" ", ""))

    @property
    def is_in(self) -> bool:
        """Whether it came in time, and the child need not write again."""
        read = self.mark is not Outcome.UNREAD
        return read or (not self.late and (self.reading or self.asks or self.left))

    @property
    def was_written(self) -> bool:
        """Whether it came in time, though it may be that nobody can read it; or was read by the teacher since."""
        return self.mark is not Outcome.UNREAD or not self.late


ByQuestion = Mapping[int, Sequence[Given]]
"""Of one player: the answers to each question in the order of giving."""

ByPlayer = Mapping[int, ByQuestion]


def given_by_player(answers: QuerySet[Answer], game: Game) -> dict[int, dict[int, list[Given]]]:
    """Of each player, in one query; questions in the order in which they were asked, in a race in that of answering.

    Skipped questions count for nobody, and what has a removed player written is left out.
    """
    in_play = {question for question in game.questions if is_in_play(game, question)}
    playing = {player.id for player in game.playing}
    led = game.settings.pace is Pace.LED
    found: dict[int, dict[int, list[Given]]] = defaultdict(lambda: defaultdict(list))
    for each in _rows(
        answers.order_by("question" if led else "received_at", "number"), timed=game.settings.speed_points
    ):
        if each.student in playing and each.question in in_play:
            found[each.student][each.question].append(each)
    if led:
        return {student: {pk: own[pk] for pk in game.questions if pk in own} for student, own in found.items()}
    return {student: dict(own) for student, own in found.items()}


def _rows(answers: QuerySet[Answer], *, timed: bool) -> Iterable[Given]:
    writing: Any = _SECONDS_WRITTEN if timed else Value(None, output_field=FloatField())
    rows = answers.values_list(
        "pk",
        "sitting__student",
        "question",
        "mark",
        "text",
        "source",
        "late",
        "awaits_reader",
        "awaits_child",
        "left_to_teacher",
        "thinking_ms",
        writing,
    )
    for pk, student, question, mark, text, source, late, reading, asks, left, thinking_ms, seconds in rows:
        drawn = source == Answer.Source.DRAWN
        thinking = None if thinking_ms is None else thinking_ms / 1000
        yield Given(pk, student, question, _OUTCOMES[mark], text, drawn, late, reading, asks, left, thinking, seconds)


_OUTCOMES = {outcome.value: outcome for outcome in Outcome}


class _TimeOfPoint(Func):
    """The time of the first or the last point of the ink, in milliseconds by the ink's own clock; NULL without times.

    Only the database looks at the ink: an answer's is some thousand times what is wanted of it.
    """

    output_field = FloatField()

    def __init__(self, place: int) -> None:
        super().__init__(F("strokes"))
        self.place = place

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        at = "[#-1]" if self.place < 0 else "[0]"
        template = f"JSON_EXTRACT(%(expressions)s, '${at}{at}[2]')"
        return self.as_sql(compiler, connection, template=template, **context)

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        template = f"(%(expressions)s #>> '{{{self.place},{self.place},2}}')::double precision"
        return self.as_sql(compiler, connection, template=template, **context)


_SECONDS_WRITTEN = (_TimeOfPoint(-1) - _TimeOfPoint(0)) / Value(1000.0)


def tally_of(given: ByQuestion, game: Game) -> Tally:
    """What a player has earned by what is revealed; in a race, by everything."""
    counting = [own for question, own in given.items() if _counts(question, game)]
    timed = game.settings.speed_points
    seconds = _seconds([own[0] for own in counting]) if timed else [None] * len(counting)
    turns = [Turn(outcome_of(own), thought_for) for own, thought_for in zip(counting, seconds, strict=True)]
    return tally(turns, speed=timed)


def _counts(question: int, game: Game) -> bool:
    return game.settings.pace is Pace.OWN or is_revealed(game, question)


def _seconds(first_tries: Sequence[Given]) -> list[float | None]:
    """Of thought, where the first try was right. The pace is that of the answers before: points once given stay."""
    return [
        thought(answer, pace(first_tries[:place])) if answer.mark is Outcome.RIGHT else None
        for place, answer in enumerate(first_tries)
    ]


def is_done(answers: Sequence[Given], tries: int) -> bool:
    """Whether there is nothing left for the player to do at the question."""
    marked = [each for each in answers if each.mark is not Outcome.UNREAD]
    return len(marked) >= tries or answers[-1].left or any(each.mark is Outcome.RIGHT for each in marked)


def outcome_of(answers: Sequence[Given]) -> Outcome | None:
    return scoring.outcome_of([each.mark for each in answers])


def fingerprint(given: ByQuestion) -> str:
    """Changes with whatever a player may be shown of these answers; with a key, or a mark could be tried out."""
    seen = [tuple(each) for answers in given.values() for each in answers]
    return blake2b(repr(seen).encode(), digest_size=8, key=sha256(settings.SECRET_KEY.encode()).digest()).hexdigest()
