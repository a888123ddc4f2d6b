"""Shapes of the student's API. Each lists its fields: what is not listed cannot leave."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers, status
from rest_framework.exceptions import APIException

from quizzes.queries.revealing import Shown, shown
from quizzes.queries.sittings import QuestionState, SittingState
from quizzes.rules import demands, pictures, prompts
from quizzes.rules.figures import NumberLine
from quizzes.rules.questions import Layout, Question
from quizzes.services.judging import Submission
from quizzes.services.reading import can_be_drawn
from recognizer import ink
from recognizer.ink import InkRefused

MOST_TYPED = 200
LONGEST_THINKING_MS = 600_000  # whoever takes longer than ten minutes was not at the question all the while


class TooMuchInk(APIException):
    status_code = status.HTTP_413_REQUEST_ENTITY_TOO_LARGE
    default_code = "too_large"


@extend_schema_field(
    {
        "type": "array",
        "items": {"type": "array", "items": {"type": "array", "items": {"type": "number"}}},
        "example": [[[10, 10, 0], [12, 40, 16]]],
    }
)
class StrokesField(serializers.JSONField):
    """`[[[x, y] or [x, y, t], …], …]`, y downward, t in milliseconds; within the limits of `recognizer.ink`."""

    def to_internal_value(self, data: Any) -> Any:
        try:
            ink.checked(data)
        except InkRefused as refused:
            if refused.too_large:
                raise TooMuchInk(str(refused)) from refused
            raise serializers.ValidationError(str(refused)) from refused
        return data


class ReadRequest(serializers.Serializer[Any]):
    strokes = StrokesField()
    format = serializers.CharField(max_length=20, default="whole")


class GlyphOut(serializers.Serializer[Any]):
    """One sign of a reading. Readings of older weights do not say how sure they are of it, nor that it is mirrored."""

    text = serializers.CharField()
    strokes = serializers.ListField(child=serializers.IntegerField())
    box = serializers.ListField(child=serializers.FloatField(), min_length=4, max_length=4)
    confidence = serializers.FloatField(required=False)
    mirrored = serializers.BooleanField(required=False)


class ReadingOut(serializers.Serializer[Any]):
    text = serializers.CharField()
    confidence = serializers.FloatField()
    decision = serializers.ChoiceField(["sure", "ask", "unread"])
    alternatives = serializers.ListField(child=serializers.ListField())
    glyphs = GlyphOut(many=True)
    weights = serializers.CharField()


class SeatChoiceOut(serializers.Serializer[Any]):
    id = serializers.IntegerField()
    label = serializers.CharField()  # type: ignore[assignment]
    has_pin = serializers.BooleanField()
    locked = serializers.BooleanField()


class ClassroomOut(serializers.Serializer[Any]):
    name = serializers.CharField()
    emblem = serializers.CharField()
    code = serializers.CharField()
    seats = SeatChoiceOut(many=True)


class TakeSeat(serializers.Serializer[Any]):
    code = serializers.CharField(max_length=20)
    student = serializers.IntegerField(min_value=1)
    pin = serializers.ListField(
        child=serializers.ChoiceField(sorted(pictures.PIN_CODES)),
        min_length=pictures.PIN_LENGTH,
        max_length=pictures.PIN_LENGTH,
    )


class SeatPreferences(serializers.Serializer[Any]):
    left_handed = serializers.BooleanField()


class OpenAssignment(serializers.Serializer[Any]):
    id = serializers.IntegerField()
    title = serializers.CharField()


class SeatOut(serializers.Serializer[Any]):
    id = serializers.IntegerField()
    name = serializers.CharField()
    classroom = serializers.CharField()
    left_handed = serializers.BooleanField()
    assignments = OpenAssignment(many=True, help_text="To be done alone.")
    live = OpenAssignment(allow_null=True, help_text="The live game that the class plays now.")


class ThinkingField(serializers.IntegerField):
    """Milliseconds, or nothing: an answer is never refused for what was measured beside it."""

    def to_internal_value(self, data: Any) -> int | None:  # type: ignore[override]
        return data if type(data) is int and 0 <= data <= LONGEST_THINKING_MS else None


class AnswerIn(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    question = serializers.IntegerField(min_value=1)
    strokes = StrokesField(allow_null=True, default=None)
    typed = serializers.CharField(allow_null=True, default=None, max_length=MOST_TYPED)
    confirmed = serializers.CharField(allow_null=True, allow_blank=True, default=None, max_length=MOST_TYPED)
    thinking_ms = ThinkingField(
        allow_null=True,
        default=None,
        help_text="From the question's appearance to the first ink or key; what is over ten minutes is not kept.",
    )
    cut_short = serializers.BooleanField(
        default=False, help_text="Sent by itself when the time was up: never wrong, at worst left to the teacher."
    )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if (attrs["strokes"] is None) == (attrs["typed"] is None):
            raise serializers.ValidationError("Send either strokes or typed text.")
        if attrs["strokes"] == []:
            raise serializers.ValidationError("The pad is empty: write your answer first.")
        return attrs

    def to_submission(self) -> Submission:
        return Submission(**self.validated_data)


class Confirmation(serializers.Serializer[Any]):
    text = serializers.CharField(allow_blank=True, max_length=MOST_TYPED)


class AnswerOut(serializers.Serializer[Any]):
    """An answer as its student may see it: what is not yet to be known is null."""

    id = serializers.UUIDField(source="answer.id")
    question = serializers.IntegerField(source="answer.question_id")
    source = serializers.CharField(source="answer.source")  # type: ignore[assignment]
    text = serializers.CharField(source="answer.text")
    mark = serializers.CharField(allow_null=True)
    note = serializers.CharField()
    asks = serializers.BooleanField(source="answer.awaits_child")
    cut_short = serializers.BooleanField(source="answer.cut_short", help_text="Sent by itself when the time was up.")
    reading = ReadingOut(source="answer.reading", allow_null=True)
    correct_answer = serializers.CharField(allow_null=True)
    hint = serializers.CharField(allow_blank=True, help_text="What to think of next time; comes with correct_answer.")


class TokenOut(serializers.Serializer[Any]):
    kind = serializers.ChoiceField([kind.value for kind in prompts.Kind])
    text = serializers.CharField(allow_blank=True)


class FigureOut(serializers.Serializer[Any]):
    """A number line in equal parts, with an arrow at one of its marks, counted from 0 at the start."""

    start = serializers.CharField()
    end = serializers.CharField()
    parts = serializers.IntegerField()
    at = serializers.IntegerField()


class QuestionFields(serializers.Serializer[Any]):
    """What everybody who is asked a question may see of it: never its key."""

    id = serializers.IntegerField()
    number = serializers.IntegerField()
    prompt = TokenOut(many=True)
    layout = serializers.ChoiceField([layout.value for layout in Layout])
    figure = FigureOut(allow_null=True)
    spoken = serializers.CharField()
    format = serializers.CharField()
    drawable = serializers.BooleanField()
    has_letters = serializers.BooleanField(help_text="The answer is typed with letters: words, or a unit.")
    demands = serializers.CharField(allow_blank=True, help_text="What is asked of how the answer is written.")


class QuestionOut(QuestionFields):
    tries_left = serializers.IntegerField()
    last = AnswerOut(allow_null=True)


class AssignmentOut(serializers.Serializer[Any]):
    id = serializers.IntegerField()
    title = serializers.CharField()
    instructions = serializers.CharField()
    show_marks = serializers.CharField()
    tries = serializers.IntegerField(source="tries_allowed")


class ProgressOut(serializers.Serializer[Any]):
    answered = serializers.IntegerField()
    total = serializers.IntegerField()


class NextOut(serializers.Serializer[Any]):
    assignment = AssignmentOut()
    progress = ProgressOut()
    question = QuestionOut(allow_null=True)
    finished = serializers.BooleanField()


class ReceiptOut(serializers.Serializer[Any]):
    answer = AnswerOut()
    question_done = serializers.BooleanField()
    tries_left = serializers.IntegerField()
    next = NextOut()


def next_of(state: SittingState) -> dict[str, Any]:
    """What NextOut shows. The question's answer is not in it."""
    return {
        "assignment": state.sitting.assignment,
        "progress": {"answered": state.answered, "total": state.total},
        "question": question_of(state, state.current) if state.current else None,
        "finished": state.finished,
    }


def question_of(state: SittingState, current: QuestionState) -> dict[str, Any]:
    return asked_of(current.asked.question) | {
        "id": current.asked.pk,
        "number": state.questions.index(current) + 1,
        "tries_left": current.tries_left,
        "last": shown(current.last, state) if current.last else None,
    }


def asked_of(question: Question) -> dict[str, Any]:
    """A question as a child's page asks it. Its answer is not in it."""
    return {
        "prompt": prompts.to_json(question.prompt),
        "layout": question.layout.value,
        "figure": _figure(question.figure) if question.figure else None,
        "spoken": question.spoken(),
        "format": question.format,
        "drawable": can_be_drawn(question),
        "has_letters": question.has_letters,
        "demands": demands.for_child(question.demands),
    }


def receipt_of(answer: Shown, state: SittingState) -> dict[str, Any]:
    of_question = state.of(answer.answer.question_id)
    return {
        "answer": answer,
        "question_done": of_question.done,
        "tries_left": of_question.tries_left,
        "next": next_of(state),
    }


def _figure(line: NumberLine) -> dict[str, Any]:
    start, end = line.ends
    return {"start": start, "end": end, "parts": line.parts, "at": line.at}
