"""What a child types and taps to take a seat."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django import forms
from django.http import Http404, QueryDict

from quizzes.queries.seats import Door
from quizzes.rules.pictures import PIN_CODES, PIN_LENGTH
from quizzes.services.codes import open_door


class CodeForm(forms.Form):
    code = forms.CharField(
        label="Your code",
        max_length=40,
        error_messages={"required": "Type the six letters and numbers of your code."},
        widget=forms.TextInput(
            attrs={
                "autocapitalize": "characters",
                "autocomplete": "off",
                "autocorrect": "off",
                "spellcheck": "false",
                "enterkeyhint": "go",
            }
        ),
    )

    def __init__(self, data: Mapping[str, str] | None = None, *, address: str = "") -> None:
        """`address` is where the code was typed, by which misses are counted."""
        self.address = address
        super().__init__(data)

    def clean_code(self) -> Door:
        """What the code opens. Raises TooManyMisses."""
        typed: str = self.cleaned_data["code"]
        try:
            return open_door(code=typed, address=self.address)
        except Http404:
            raise forms.ValidationError(
                f"No class and no game has the code “{typed}”. "
                "Look at it again, one letter at a time, or ask your teacher."
            ) from None


@dataclass(frozen=True)
class Taps:
    """The pictures tapped so far. A new PIN is tapped twice: `chosen` are the pictures of the first round."""

    pin: tuple[str, ...] = ()
    chosen: tuple[str, ...] = ()
    problem: str = ""

    @property
    def again(self) -> bool:
        """Whether this is the second round of choosing."""
        return bool(self.chosen)

    @property
    def complete(self) -> bool:
        return len(self.pin) == PIN_LENGTH


def read_taps(data: QueryDict, *, choosing: bool) -> Taps:
    """How far the child is: the pictures that the page kept, and the one tapped now or the wish to take one back.

    Complete when there are three pictures to try; where a PIN is being `choosing`, when both rounds agree.
    """
    kept = _pictures(data.getlist("pin"))
    pin = kept[:-1] if "undo" in data else (*kept, *_pictures(data.getlist("pick")))[:PIN_LENGTH]
    chosen = _pictures(data.getlist("chosen"))[:PIN_LENGTH] if choosing else ()
    taps = Taps(pin, chosen)
    if not choosing or not taps.complete or pin == chosen:
        return taps
    if not taps.again:
        return Taps(chosen=pin)
    return Taps(problem="Those were not the same three pictures. Choose your three once more from the start.")


def _pictures(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(code for code in codes if code in PIN_CODES)
