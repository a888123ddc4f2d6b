"""Shapes of the teacher's API."""

from typing import Any

from rest_framework import serializers

from quizzes.queries.sittings import LeftOut
from quizzes.rules.marking import Outcome

OUTCOMES = [outcome.value for outcome in Outcome]
LEFT_OUT = [why.value for why in LeftOut]


class Since(serializers.Serializer[Any]):
    """The version that the asker has."""

    since = serializers.IntegerField(required=False, min_value=0)


class ColumnOut(serializers.Serializer[Any]):
    id = serializers.IntegerField()
    number = serializers.IntegerField()
    prompt = serializers.CharField()
    answer = serializers.CharField()
    right = serializers.IntegerField()
    marked = serializers.IntegerField()
    share = serializers.CharField(allow_blank=True)
    hardest = serializers.BooleanField()


class CellOut(serializers.Serializer[Any]):
    """`answer` is the latest answer's id; all is empty before the first.

    `line` is the text as the class writes numbers; `words` says the cell in one line. `digits` are the right digits
    in the right place and those of the right answer; `causes` names the misconceptions that lead to a wrong answer.
    `left_out`: of a live game, and in nobody's score.
    """

    outcome = serializers.ChoiceField(OUTCOMES, allow_null=True)
    answer = serializers.UUIDField(allow_null=True)
    text = serializers.CharField(allow_blank=True)
    line = serializers.CharField(allow_blank=True)
    source = serializers.CharField(allow_blank=True)  # type: ignore[assignment]
    tries = serializers.IntegerField()
    seconds = serializers.FloatField(allow_null=True)
    mirrored = serializers.CharField(allow_blank=True)
    look_at_ink = serializers.BooleanField()
    corrected = serializers.BooleanField()
    left_out = serializers.ChoiceField(LEFT_OUT, allow_null=True)
    waiting = serializers.BooleanField()
    left_to_teacher = serializers.BooleanField()
    being_read = serializers.BooleanField()
    late = serializers.BooleanField()
    needs_look = serializers.BooleanField()
    digits = serializers.ListField(child=serializers.IntegerField(), allow_null=True)
    causes = serializers.ListField(child=serializers.CharField())
    words = serializers.CharField()


class RowOut(serializers.Serializer[Any]):
    student = serializers.IntegerField()
    name = serializers.CharField()
    removed = serializers.BooleanField()
    guest = serializers.BooleanField()
    started = serializers.BooleanField()
    finished = serializers.BooleanField()
    progress = serializers.CharField()
    right = serializers.IntegerField(source="score.right")
    total = serializers.IntegerField(source="score.total")
    tally = serializers.CharField()
    digits = serializers.CharField(allow_blank=True)
    seconds = serializers.FloatField(allow_null=True)
    time = serializers.CharField(allow_blank=True)
    needs_look = serializers.BooleanField()
    cells = CellOut(many=True)


class ResultsOut(serializers.Serializer[Any]):
    version = serializers.IntegerField()
    changed = serializers.SerializerMethodField()
    begun = serializers.IntegerField()
    finished = serializers.IntegerField()
    summary = serializers.CharField()
    to_look_at = serializers.IntegerField()
    left_out = serializers.CharField(allow_blank=True)
    columns = ColumnOut(many=True)
    rows = RowOut(many=True)

    def get_changed(self, found: Any) -> bool:
        return True


class Unchanged(serializers.Serializer[Any]):
    version = serializers.IntegerField()
    changed = serializers.BooleanField(default=False)


class CorrectionIn(serializers.Serializer[Any]):
    """A mark, a reading, or both: where only the reading is given, the rules mark it."""

    mark = serializers.ChoiceField(OUTCOMES, required=False)
    text = serializers.CharField(required=False, max_length=200)
    reason = serializers.CharField(max_length=200)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if "mark" not in attrs and "text" not in attrs:
            raise serializers.ValidationError("Send the mark, the text that the ink says, or both.")
        return attrs


class CorrectionOut(serializers.Serializer[Any]):
    id = serializers.IntegerField()
    teacher = serializers.SerializerMethodField()
    text = serializers.CharField(allow_blank=True)
    mark = serializers.ChoiceField(OUTCOMES)
    reason = serializers.CharField()
    created_at = serializers.DateTimeField()
    undone_at = serializers.DateTimeField(allow_null=True)

    def get_teacher(self, correction: Any) -> str:
        return str(correction.teacher or "")


class CorrectedAnswer(serializers.Serializer[Any]):
    """An answer as it stands, and what it was before any correction; the latest correction first."""

    id = serializers.UUIDField()
    text = serializers.CharField(allow_blank=True)
    mark = serializers.ChoiceField(OUTCOMES)
    automatic_text = serializers.CharField(allow_blank=True)
    automatic_mark = serializers.ChoiceField(OUTCOMES)
    corrections = CorrectionOut(many=True)
