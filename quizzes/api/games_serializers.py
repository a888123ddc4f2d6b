"""Shapes of the live game: docs/live.md. Each lists its fields: what is not listed cannot leave."""

from typing import Any

from django.urls import reverse
from rest_framework import serializers

from quizzes.api.serializers import AnswerOut, QuestionFields, asked_of
from quizzes.queries.game_host import HostView, PlayerRow, Summary, SummaryLine
from quizzes.queries.game_play import PlayView
from quizzes.queries.games import PublicView, QuestionView
from quizzes.rules import prompts
from quizzes.rules.game import Pace, Phase
from quizzes.rules.game.events import (
    Ended,
    Event,
    Locked,
    NamesHidden,
    Paused,
    Resumed,
    Skipped,
    Started,
    WentOn,
)
from quizzes.rules.game.values import LONGEST_NAME
from quizzes.rules.marking import Outcome

ACTS: dict[str, Event] = {
    "start": Started(),
    "next": WentOn(),
    "skip": Skipped(),
    "pause": Paused(),
    "resume": Resumed(),
    "end": Ended(),
    "lock": Locked(True),
    "unlock": Locked(False),
    "hide-names": NamesHidden(True),
    "show-names": NamesHidden(False),
}
LONGEST_VERSION = 40


class SinceVersion(serializers.Serializer[Any]):
    """The version that the asker has: an opaque string."""

    since = serializers.CharField(required=False, allow_blank=True, max_length=LONGEST_VERSION, default="")


class ActIn(serializers.Serializer[Any]):
    act = serializers.ChoiceField(sorted(ACTS))
    version = serializers.IntegerField(min_value=0, help_text="Of the public game, as the host's screen has it.")


class PlayerIn(serializers.Serializer[Any]):
    name = serializers.CharField(max_length=LONGEST_NAME)


class SameVersion(serializers.Serializer[Any]):
    version = serializers.CharField()
    changed = serializers.BooleanField(default=False)


class AskedOut(QuestionFields):
    """A question without its key."""

    def to_representation(self, asked: QuestionView) -> Any:
        return super().to_representation(asked_of(asked.question) | {"id": asked.id, "number": asked.number})


class PublicOut(serializers.Serializer[PublicView]):
    game = serializers.IntegerField()
    version = serializers.IntegerField()
    phase = serializers.ChoiceField([phase.value for phase in Phase])
    pace = serializers.ChoiceField([pace.value for pace in Pace])
    paused = serializers.BooleanField()
    locked = serializers.BooleanField()
    number = serializers.IntegerField()
    total = serializers.IntegerField()
    seconds = serializers.IntegerField(allow_null=True)
    closes_in_ms = serializers.IntegerField(allow_null=True)
    question = AskedOut(allow_null=True)
    teams = serializers.ListField(child=serializers.CharField())
    with_game = serializers.BooleanField()


class MeOut(serializers.Serializer[Any]):
    id = serializers.IntegerField(source="player.id")
    name = serializers.CharField(source="player.name")
    team = serializers.IntegerField(source="player.team", allow_null=True)
    points = serializers.IntegerField(source="tally.points")
    right = serializers.IntegerField(source="tally.right")
    answered = serializers.IntegerField(source="tally.answered")
    streak = serializers.IntegerField(source="tally.streak")


class LeaderOut(serializers.Serializer[Any]):
    name = serializers.CharField()
    points = serializers.IntegerField()


class PlayOut(serializers.Serializer[PlayView]):
    version = serializers.CharField()
    changed = serializers.SerializerMethodField()
    public = PublicOut()
    me = MeOut(source="*")
    answer = AnswerOut(allow_null=True)
    reading = serializers.BooleanField()
    late = serializers.BooleanField()
    correct_answer = serializers.CharField(allow_null=True)
    teams = LeaderOut(source="together.teams", many=True)
    journey = serializers.DictField(source="together.journey.to_json", allow_null=True)

    def get_changed(self, view: PlayView) -> bool:
        return True


class KeptOut(serializers.Serializer[Any]):
    """The answer is on the disk; it is read and marked afterwards."""

    id = serializers.UUIDField()
    question = serializers.IntegerField()
    late = serializers.BooleanField()


class PlayerOut(serializers.Serializer[Any]):
    id = serializers.IntegerField()
    name = serializers.CharField()
    team = serializers.IntegerField(allow_null=True)
    guest = serializers.BooleanField()
    done = serializers.BooleanField()
    place = serializers.IntegerField()
    right = serializers.IntegerField()
    answered = serializers.IntegerField()
    points = serializers.IntegerField()

    def to_representation(self, row: PlayerRow) -> Any:
        """By hand: field by field, a thousand players take longer than all else."""
        player, tally = row.player, row.tally
        return {
            "id": player.id,
            "name": player.name,
            "team": player.team,
            "guest": player.guest,
            "done": row.done,
            "place": row.place,
            "right": tally.right,
            "answered": tally.answered,
            "points": tally.points,
        }


class RemovedOut(serializers.Serializer[Any]):
    id = serializers.IntegerField()
    name = serializers.CharField()


class GroupOut(serializers.Serializer[Any]):
    text = serializers.CharField(allow_blank=True)
    mark = serializers.ChoiceField([outcome.value for outcome in Outcome])
    count = serializers.IntegerField()
    inks = serializers.ListField()


class RevealOut(serializers.Serializer[Any]):
    correct_answer = serializers.CharField()
    right = serializers.IntegerField(source="counts.right")
    wrong = serializers.IntegerField(source="counts.wrong")
    unread = serializers.IntegerField(source="counts.unread")
    silent = serializers.IntegerField(source="counts.silent")
    wall = GroupOut(many=True)


class StandingsOut(serializers.Serializer[Any]):
    leaders = LeaderOut(many=True)
    teams = LeaderOut(source="together.teams", many=True)
    journey = serializers.DictField(source="together.journey.to_json", allow_null=True)


class SummaryLineOut(serializers.Serializer[Any]):
    id = serializers.IntegerField(source="question.id")
    number = serializers.IntegerField(source="question.number")
    prompt = serializers.SerializerMethodField()
    right = serializers.IntegerField(source="counts.right")
    wrong = serializers.IntegerField(source="counts.wrong")
    unread = serializers.IntegerField(source="counts.unread")
    silent = serializers.IntegerField(source="counts.silent")

    def get_prompt(self, line: SummaryLine) -> list[dict[str, str]]:
        return prompts.to_json(line.question.question.prompt)


class SummaryOut(serializers.Serializer[Any]):
    questions = SummaryLineOut(source="lines", many=True)
    right = serializers.IntegerField()
    marked = serializers.IntegerField()
    podium = LeaderOut(many=True)
    results = serializers.SerializerMethodField(help_text="The address of the assignment's results.")

    def get_results(self, summary: Summary) -> str:
        return reverse("results", args=[summary.assignment])


class HostOut(serializers.Serializer[HostView]):
    version = serializers.CharField()
    changed = serializers.SerializerMethodField()
    public = PublicOut()
    code = serializers.CharField(allow_null=True, help_text="Null when the game is over.")
    guests = serializers.BooleanField(source="value.settings.guests")
    leaderboard = serializers.BooleanField(source="value.settings.leaderboard")
    speed_points = serializers.BooleanField(source="value.settings.speed_points")
    names_hidden = serializers.BooleanField(source="value.names_hidden")
    players = PlayerOut(many=True)
    removed = RemovedOut(many=True)
    seats = serializers.SerializerMethodField()
    answered = serializers.IntegerField()
    reading = serializers.IntegerField()
    asks = serializers.IntegerField()
    reveal = RevealOut(allow_null=True)
    standings = StandingsOut(allow_null=True)
    summary = SummaryOut(allow_null=True)

    def get_seats(self, view: HostView) -> int:
        return len(view.players)

    def get_changed(self, view: HostView) -> bool:
        return True
