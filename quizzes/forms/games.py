"""What a teacher fills in to play a quiz live. As it stands one tap is enough."""

from typing import Any

from django import forms

from quizzes.forms.assignments import ToClassroomForm
from quizzes.models import Assignment, User
from quizzes.rules.game import Pace, Settings
from quizzes.rules.game.values import TEAMS
from quizzes.rules.phrases import count

SECONDS = (10, 20, 30, 60, 90)
"""For one question of a led game."""

MINUTES = (3, 5, 10, 15)
"""For a whole race."""

_FEWEST_TEAMS = 2


def _choice(label: str, choices: list[tuple[int, str]], help_text: str) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        choices=choices,
        coerce=int,
        initial=choices[0][0],
        help_text=help_text,
        error_messages=dict.fromkeys(["required", "invalid_choice"], "Choose one of the list."),
    )


class GameForm(ToClassroomForm):
    """`settings` are those of the game, once the form is valid."""

    pace = forms.TypedChoiceField(
        label="How do you play?",
        choices=[
            (Pace.LED, "I lead, question by question"),
            (Pace.OWN, "Everyone at their own speed: a race"),
        ],
        coerce=Pace,
        initial=Pace.LED,
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(["required", "invalid_choice"], "Choose one of the two ways to play."),
    )
    seconds = _choice(
        "Time for each question",
        [(0, "No clock"), *((seconds, count(seconds, "second")) for seconds in SECONDS)],
        "Without a clock you go on when you like, or when everybody has answered.",
    )
    minutes = _choice(
        "Time for the race",
        [(0, "No clock"), *((minutes, count(minutes, "minute")) for minutes in MINUTES)],
        "Without a clock the race ends when everybody has arrived, or when you end it.",
    )
    teams = _choice(
        "Teams",
        [(0, "No teams"), *((teams, count(teams, "team")) for teams in range(_FEWEST_TEAMS, len(TEAMS) + 1))],
        "Mixed by chance, as even as can be. A small team can win: what counts is the mean of its players.",
    )
    guests = forms.BooleanField(
        label="Guests may play",
        required=False,
        help_text="Whoever has the code and is not on your list gets a name of two words, for this game only.",
    )
    leaderboard = forms.BooleanField(
        label="Show a leaderboard",
        required=False,
        help_text="The first five, never the last. Without it the class flies together.",
    )
    speed_points = forms.BooleanField(
        label="Points for speed, too",
        required=False,
        help_text="At most half of them. It makes quick children quicker and careful children guess: "
        "leave it off while something is new.",
    )

    def __init__(self, teacher: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(teacher, *args, **kwargs)
        self.fields["classroom"].label = "Which class plays?"
        if self.classrooms:
            self.initial.setdefault("classroom", self._the_last_one(teacher))

    def _the_last_one(self, teacher: User) -> int:
        """The classroom that was given something last: it is probably the one in the room."""
        given = Assignment.objects.visible_to(teacher).given().order_by("-created_at", "-pk")
        return given.values_list("classroom_id", flat=True).first() or self.classrooms[0].pk

    @property
    def settings(self) -> Settings:
        given = self.cleaned_data
        is_led = given["pace"] is Pace.LED
        return Settings(
            pace=given["pace"],
            seconds=(given["seconds"] if is_led else given["minutes"] * 60) or None,
            teams=given["teams"],
            guests=given["guests"],
            leaderboard=given["leaderboard"],
            speed_points=given["speed_points"],
        )
