"""Answers of a led game: kept first, read and marked after.

A class answers within two seconds, and to read one answer takes as long as to keep twenty. So what comes in is written
many at a time and acknowledged when it is on the disk; `settle` reads and marks it. Whoever dies in between loses
nothing: an answer says of itself that it awaits the reader.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from uuid import UUID

from django.db import IntegrityError, connection, transaction
from django.db.models import QuerySet
from django.utils import timezone

from quizzes.models import Answer, AskedQuestion, Correction, LiveGame, Sitting
from quizzes.queries.intake import (
    Given,
    KnownAnswer,
    LedGame,
    awaiting,
    given_at,
    known_answers,
    led_games,
    students_by_token,
)
from quizzes.rules.game import Game, Timing
from quizzes.rules.marking import Outcome
from quizzes.services import hints
from quizzes.services.assignments import note_change
from quizzes.services.corrections import let_stand
from quizzes.services.games import after_answers
from quizzes.services.judging import Submission, judge, late, put_down, read
from quizzes.services.refusals import AnswerConflict, NoSeat, NotHere, OtherSeat, QuestionDone, Refused
from recognizer.reader import Reading


@dataclass(frozen=True)
class Arrival:
    """What came in, and when. `token` is the seat's; `seat`, the student that the page was made for, where it says."""

    token: str
    game: int
    submission: Submission
    seat: int | None = None
    at: datetime = field(default_factory=timezone.now)


@dataclass(frozen=True)
class Kept:
    """On the disk. `late`: its question was over. `repeated`: it was here already."""

    id: UUID
    question: int
    late: bool
    repeated: bool


def keep(arrivals: Sequence[Arrival]) -> list[Kept | Refused]:
    """Writes what may be kept, all in one transaction; what became of each, in their order.

    The number of queries does not depend on how many there are, and no refusal hinders another answer.
    """
    try:
        with transaction.atomic():
            return _keep(arrivals)
    except IntegrityError:  # another process wrote one of these ids, or somebody was erased
        return [_keep_alone(arrival) for arrival in arrivals]


def _keep_alone(arrival: Arrival) -> Kept | Refused:
    for _ in range(2):  # what stood in the way the first time is there to be seen the second time
        try:
            with transaction.atomic():
                return _keep([arrival])[0]
        except IntegrityError:
            continue
    return NotHere(_GONE)


def _keep(arrivals: Sequence[Arrival]) -> list[Kept | Refused]:
    desk = _Desk(arrivals)
    outcomes = [desk.take(arrival) for arrival in arrivals]
    Answer.objects.bulk_create(desk.taken)
    for assignment, game in sorted(desk.changed):
        note_change(assignment_id=assignment)
        transaction.on_commit(partial(hints.tell_host, game=game))
    return outcomes


class _Desk:
    """Takes answers one by one, with all that they need looked up at once.

    Their sittings are locked before anything is known of their answers, in one order: two that meet wait for each
    other, and not for ever.
    """

    def __init__(self, arrivals: Sequence[Arrival]) -> None:
        self._students = students_by_token({arrival.token for arrival in arrivals})
        self._games = led_games({arrival.game for arrival in arrivals})
        places = Sitting.objects.filter(
            assignment__in={game.assignment for game in self._games.values()}, student__in=set(self._students.values())
        )
        rows = places.select_for_update().order_by("pk").values_list("assignment_id", "student_id", "pk")
        self._sittings = {(assignment, student): pk for assignment, student, pk in rows}
        self._known = known_answers({arrival.submission.id for arrival in arrivals})
        asked = {question for game in self._games.values() for question in game.value.questions}
        self._given = given_at(
            self._sittings.values(), asked.intersection(arrival.submission.question for arrival in arrivals)
        )
        self.taken: list[Answer] = []
        self.changed: set[tuple[int, int]] = set()

    def take(self, arrival: Arrival) -> Kept | Refused:
        student, game = self._students.get(arrival.token), self._games.get(arrival.game)
        if student is None:
            return NoSeat()
        if arrival.seat not in (None, student):
            return OtherSeat()
        sitting = self._sittings.get((game.assignment, student)) if game else None
        if game is None or sitting is None or student not in game.playing:
            return NotHere(_GONE)
        known = self._known.get(arrival.submission.id)
        return self._again(arrival, known, sitting) if known else self._new(arrival, game, sitting)

    def _again(self, arrival: Arrival, known: KnownAnswer, sitting: int) -> Kept | Refused:
        if (known.sitting, known.digest) != (sitting, arrival.submission.digest):
            return AnswerConflict("This answer was sent before with another content. Write it again.")
        return Kept(arrival.submission.id, known.question, known.late, repeated=True)

    def _new(self, arrival: Arrival, game: LedGame, sitting: int) -> Kept | Refused:
        submission = arrival.submission
        timing = game.value.timing(submission.question, arrival.at.timestamp())
        if timing is Timing.TOO_EARLY:
            return NotHere(_GONE)
        place = (sitting, submission.question)
        before = self._given.get(place, Given())
        if before.done:
            return QuestionDone("This question is answered already.")
        row = _row(arrival, sitting, before.answers + 1, game.value if timing is Timing.IN_TIME else None)
        self.taken.append(row)
        self.changed.add((game.assignment, game.id))
        self._given[place] = Given(row.number, done=True)
        self._known[row.pk] = KnownAnswer(sitting, submission.question, row.digest, row.late)
        return Kept(row.pk, submission.question, row.late, repeated=False)


_GONE = "This is no longer here."


def _row(arrival: Arrival, sitting: int, number: int, in_time: Game | None) -> Answer:
    """Until it is read, `automatic_text` and `left_to_teacher` hold what the child says of it: see `_said`."""
    submission = arrival.submission
    drawn = submission.strokes is not None
    said = (submission.confirmed if drawn else submission.typed) or ""
    return Answer(
        id=submission.id,
        sitting_id=sitting,
        question_id=submission.question,
        number=number,
        source=Answer.Source.DRAWN if drawn else Answer.Source.TYPED,
        strokes=submission.strokes,
        text=said,
        automatic_text=said,
        mark=Outcome.UNREAD,
        automatic_mark=Outcome.UNREAD,
        awaits_reader=True,
        late=in_time is None,
        left_to_teacher=submission.confirmed == "",
        cut_short=submission.cut_short,
        digest=submission.digest,
        thinking_ms=submission.thinking_ms,
        shown_at=_asked_at(in_time, arrival.at) if in_time else None,
        received_at=arrival.at,
    )


def _said(answer: Answer) -> Submission:
    """What was sent, of an answer that awaits the reader."""
    drawn = answer.source == Answer.Source.DRAWN
    return Submission(
        id=answer.pk,
        question=answer.question_id,
        strokes=answer.strokes,
        typed=None if drawn else answer.automatic_text,
        confirmed="" if answer.left_to_teacher else (drawn and answer.automatic_text) or None,
        cut_short=answer.cut_short,
    )


def _asked_at(game: Game, now: datetime) -> datetime | None:
    """When the question of the moment was asked, by its clock, without the pauses; None where there is no clock."""
    seconds, closes_at = game.settings.seconds, game.closes_at
    if game.paused and game.left is not None:
        closes_at = now.timestamp() + game.left
    return None if seconds is None or closes_at is None else datetime.fromtimestamp(closes_at - seconds, UTC)


AT_ONCE = 8
"""Answers that are read and marked in one transaction: 50 ms of work, most of it before the transaction begins."""


def settle(*, game: int | None = None) -> int:
    """Reads and marks what awaits the reader, of one game or of all, oldest first; how many answers."""
    ids = awaiting(game=game)
    return sum(settle_these(ids[start : start + AT_ONCE]) for start in range(0, len(ids), AT_ONCE))


_settlers: list[Callable[[], None]] = []


def settled_by(wake: Callable[[], None]) -> Callable[[], None]:
    """From now on somebody else in this process settles, and is woken by `look_after`; the result ends that."""
    _settlers.append(wake)
    return lambda: _settlers.remove(wake)


def look_after() -> None:
    """For whoever looks at a game: what waits since a process died will be read. Asks the database nothing."""
    for wake in _settlers:
        wake()


def settle_these(ids: Collection[UUID]) -> int:
    """Reads and marks those of these answers that await the reader; how many. AT_ONCE or fewer, so that nobody waits.

    The ink is read before anything is locked. What another process settles at the same time is left to it, and a
    teacher's correction that was quicker stands.
    """
    waiting = Answer.objects.filter(pk__in=ids, awaits_reader=True)
    asked = AskedQuestion.objects.in_bulk({answer.question_id for answer in waiting})
    readings = {answer.pk: read(_said(answer), asked[answer.question_id].question) for answer in waiting}
    with transaction.atomic():
        settled = list(_locked(readings))
        corrected = set(Correction.objects.filter(answer__in=settled, undone_at=None).values_list("answer", flat=True))
        for answer in settled:
            answer.question = asked[answer.question_id]
            _settle(answer, readings[answer.pk], corrected=answer.pk in corrected)
        games = _games_of({answer.sitting.assignment_id for answer in settled})
        for assignment in sorted(games):
            note_change(assignment_id=assignment)
        for answer in settled:
            _tell_player(answer, games[answer.sitting.assignment_id])
    for game in games.values():
        students = {answer.sitting.student_id for answer in settled if answer.sitting.assignment_id == game.assignment}
        after_answers(game=game.id, students=students)
    return len(settled)


def _locked(ids: Iterable[UUID]) -> QuerySet[Answer]:
    """Those that nobody else is settling, nor has."""
    free = Answer.objects.select_for_update(
        of=("self",), skip_locked=connection.features.has_select_for_update_skip_locked
    )
    return (
        free.filter(pk__in=list(ids), awaits_reader=True)
        .select_related("sitting__assignment__classroom")
        .order_by("pk")
    )


def _settle(answer: Answer, reading: Reading | None, *, corrected: bool) -> None:
    """What came late is read like any other, counts for nothing, and is the teacher's to judge."""
    decimal_sign = answer.sitting.assignment.classroom.decimal_sign
    judgement = judge(answer.question.question, _said(answer), reading, decimal_sign)
    if answer.late:
        judgement = late(judgement)
    answer.reading = reading.to_json() if reading else None
    answer.awaits_reader = False
    put_down(answer, judgement)
    if corrected:
        let_stand(answer=answer)
    answer.save()


def _games_of(assignments: Collection[int]) -> dict[int, LedGame]:
    games = led_games(set(LiveGame.objects.filter(assignment__in=assignments).values_list("pk", flat=True)))
    return {game.assignment: game for game in games.values()}


def _tell_player(answer: Answer, game: LedGame) -> None:
    """Only what is news: before its question is over a mark is none, and a whole class would ask for it at once."""
    is_told = answer.mark == Outcome.UNREAD and not answer.cut_short
    if is_told or game.value.is_revealed(answer.question_id):
        transaction.on_commit(partial(hints.tell_player, game=game.id, student=answer.sitting.student_id))
