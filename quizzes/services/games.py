"""Opening a live game, and all that happens to it.

The game is one value, changed by compare-and-swap: `act` loads it, applies the event and writes only where nobody else
wrote meanwhile. Whoever watches is told after the commit, by hints that may be lost.
"""

from collections.abc import Collection
from dataclasses import replace
from functools import partial

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone

from quizzes.models import LiveGame, Quiz, Sitting, Student
from quizzes.models.people import Classroom
from quizzes.queries.games import everybody_is_done, left_alone
from quizzes.rules import game as rules
from quizzes.rules import names
from quizzes.rules.game import events
from quizzes.rules.words import tidy
from quizzes.services import hints
from quizzes.services.assignments import close_assignment, give_quiz
from quizzes.services.codes import free_code
from quizzes.services.refusals import GameBusy, NotEditable
from quizzes.services.rewards import land_aside
from quizzes.services.sittings import begin_sitting

_ATTEMPTS = 50
"""Of one change. Each lost attempt means that somebody else's change was kept, so all of them together go on."""


def open_game(*, quiz: Quiz, classroom: Classroom, settings: rules.Settings) -> LiveGame:
    """Gives the quiz to the class, to be played live. Raises NotEditable for a quiz without questions.

    In a led game everybody gets the same question at the same time and has one try, whatever the quiz says.
    """
    with transaction.atomic():
        assignment = give_quiz(quiz=quiz, classroom=classroom)
        if settings.pace is rules.Pace.LED:
            assignment.tries, assignment.shuffle = 1, False
            assignment.save(update_fields=["tries", "shuffle"])
        questions = tuple(assignment.questions.values_list("pk", flat=True))
        game = LiveGame(assignment=assignment, state=rules.Game(settings, questions, changed_at=_now()).to_json())
        return _with_code(game)


def _with_code(game: LiveGame) -> LiveGame:
    """Saves under a code that nobody has; the database decides, so two games that open at once cannot collide."""
    for _ in range(_ATTEMPTS):
        game.code = free_code()
        try:
            with transaction.atomic():
                game.save()
        except IntegrityError:
            continue
        return game
    raise NotEditable("No free code was found. Try again.")


def current(*, game: LiveGame) -> LiveGame:
    """The game as it stands now: what the clock has ended is kept by whoever looks first, and so is the end of a game
    that was left alone."""
    value = game.value
    if rules.apply(value, events.TimePassed(), _now()) is not value:
        return act(game=game, event=events.TimePassed())
    if value.is_left_alone(_now()) and left_alone(LiveGame.objects.filter(pk=game.pk), timezone.now()).exists():
        return act(game=game, event=events.LeftAlone())
    return game


def end_left_alone(*, games: QuerySet[LiveGame]) -> None:
    """Ends those of the games whose teachers forgot to: what is in them is kept, and has its results."""
    for game in left_alone(games, timezone.now()).only("pk"):
        act(game=game, event=events.LeftAlone())


def act(*, game: LiveGame, event: events.Event, version: int | None = None) -> LiveGame:
    """The game after the event, as it is kept; with a `version` that is no longer the game's, the game as it stands.

    Raises JoinRefused, and GameBusy where others changed the game at every attempt. Where the database can, they wait
    for each other instead: of a class that comes in at once, all attempts but one would be in vain.
    """
    games = LiveGame.objects.select_for_update(of=("self",)).select_related("assignment__classroom")
    for _ in range(_ATTEMPTS):
        with transaction.atomic():
            found = games.get(pk=game.pk)
            if version is not None and version != found.version:
                return found
            before = found.value
            after = rules.apply(before, event, _now())
            if after == before:
                return found
            if _swap(found, after):
                if after.is_over and not before.is_over:
                    _close(found)
                _tell(found.pk, before, after)
                return found
    raise GameBusy("Everybody is changing this game at once. Try again.")


def _swap(game: LiveGame, value: rules.Game) -> bool:
    """Writes the value where the game is still of the version that was read; whether it was."""
    state, version = value.to_json(), game.version + 1
    if not LiveGame.objects.filter(pk=game.pk, version=game.version).update(state=state, version=version):
        return False
    game.state, game.version = state, version
    return True


def _close(game: LiveGame) -> None:
    """The end: every sitting is finished as it stands. The code stays the game's, and says that it is over."""
    now = timezone.now()
    LiveGame.objects.filter(pk=game.pk).update(over_at=now)
    game.over_at = now
    running = Sitting.objects.filter(assignment=game.assignment_id, finished_at=None)
    list(running.select_for_update().order_by("pk").values_list("pk"))  # in the one order in which everybody locks them
    running.update(finished_at=now, showing=None)
    close_assignment(assignment=game.assignment)
    transaction.on_commit(partial(land_aside, assignment=game.assignment), robust=True)


def _tell(game: int, before: rules.Game, after: rules.Game) -> None:
    """Once it is kept. Who plays is no part of what everybody sees: a class that comes in is told to the host alone."""
    if _of_everybody(before) != _of_everybody(after):
        transaction.on_commit(partial(hints.tell_everybody, game=game))
    transaction.on_commit(partial(hints.tell_host, game=game))
    known = {player.id: player for player in before.players}
    for player in after.players:
        if player.id in known and player != known[player.id]:
            _tell_of_change(game, player)


def _of_everybody(game: rules.Game) -> rules.Game:
    return replace(game, players=(), names_hidden=False, changed_at=0.0)


def _tell_of_change(game: int, player: rules.Player) -> None:
    if player.removed:
        transaction.on_commit(partial(hints.tell_gone, student=player.id, game=game))
    else:
        transaction.on_commit(partial(hints.tell_player, game=game, student=player.id))


def join(*, game: LiveGame, student: Student) -> LiveGame:
    """The student takes part, or is back in the same seat; the sitting is made. Raises JoinRefused.

    The student is of the game's class or its guest: whoever calls has looked the game up for the student.
    """
    if game.value.player(student.pk) is None:
        event = events.Joined(student.pk, _name_in_game(student), guest=student.guest_in_id is not None)
        game = act(game=game, event=event)
    begin_sitting(student=student, assignment=game.assignment)
    return game


def _name_in_game(student: Student) -> str:
    """The first name, and as much of the rest as tells it apart in the class: the projector shows it to a room."""
    if student.guest_in_id is not None:
        return student.name
    roster = list(Student.objects.seated().filter(classroom=student.classroom_id).values_list("name", flat=True))
    return dict(zip(roster, names.labels(roster), strict=True)).get(student.name, student.name)


def rename(*, game: LiveGame, student: Student, name: str) -> LiveGame:
    """Another name in this game; a guest's is changed for good.

    Raises NotEditable where another guest has it, and where nothing of it is a name.
    """
    name = tidy(name)
    if not name:
        raise NotEditable("That is no name. Write at least one letter.")
    try:
        with transaction.atomic():
            if student.guest_in_id is not None:
                Student.objects.filter(pk=student.pk).update(name=name)
            return act(game=game, event=events.Renamed(student.pk, name))
    except IntegrityError as error:
        raise NotEditable(f"There is another {name} in this game. Choose another name.") from error


def remove(*, game: LiveGame, student: Student) -> LiveGame:
    """Out of the game; what was answered is kept. Nobody waits for an answer of theirs any more."""
    game = act(game=game, event=events.Removed(student.pk))
    after_answers(game=game.pk)
    return game


def let_back_in(*, game: LiveGame, student: Student) -> LiveGame:
    """Undoes `remove`, also where the doors are shut: what was answered counts again."""
    return act(game=game, event=events.LetBackIn(student.pk))


def forget(*, student: Student) -> None:
    """Takes the student out of every game of the class, those that are over too, with the name that stands there."""
    for game in LiveGame.objects.filter(assignment__classroom=student.classroom_id):
        act(game=game, event=events.Forgotten(student.pk))


def answer_changed(*, sitting: Sitting) -> None:
    """After one answer of a sitting, of a live game or not: its child's devices and the host are told, as below."""
    if sitting.assignment.is_live:
        game = sitting.assignment.game.pk
        transaction.on_commit(partial(hints.tell_player, game=game, student=sitting.student_id))
        after_answers(game=game, students={sitting.student_id})


def after_answers(*, game: int, students: Collection[int] = ()) -> None:
    """Closes the question, or the race, when everybody who plays is done with it; the host is told of the answers.
    What `students` answered that counts only after the end still moves their rockets.

    For whoever has changed answers: call it after their transaction, once however many they were. Nothing happens to
    a game that was deleted meanwhile.
    """
    try:
        found = current(game=LiveGame.objects.get(pk=game))
    except LiveGame.DoesNotExist:
        return
    transaction.on_commit(partial(hints.tell_host, game=game))
    value = found.value
    if value.is_over:
        for student in sorted(students):
            transaction.on_commit(partial(land_aside, assignment=found.assignment, student=student), robust=True)
    if value.phase in {rules.Phase.QUESTION, rules.Phase.FLYING} and everybody_is_done(found):
        question = value.question if value.phase is rules.Phase.QUESTION else None
        act(game=found, event=events.AllAnswered(question))


def _now() -> float:
    return timezone.now().timestamp()
