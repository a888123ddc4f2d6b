"""The page on which a teacher chooses questions: by skill, by ranges of numbers, or as a tables check.

Every button of the page is called `do`; its value is a verb with details after colons: `pick:add-20:3`, `remove:4`.
"""

import random
from collections.abc import Callable

from django.http import QueryDict

from quizzes.forms import drafts
from quizzes.forms.drafts import DraftLost
from quizzes.forms.generation import PRESETS, GenerationForm
from quizzes.forms.quizzes import NotationForm, WordsForm, rewriting_form, rewritten
from quizzes.forms.skills import SkillSearchForm
from quizzes.rules import generation
from quizzes.rules.drafts import Draft, is_of_a_skill
from quizzes.rules.phrases import count
from quizzes.rules.planning import MOST_QUESTIONS, Part
from quizzes.rules.questions import Question
from quizzes.rules.refusals import Refused, SetRefused
from quizzes.rules.skills import SKILLS, Family
from quizzes.rules.skills.tables_check import practice_questions, tables_check

WAYS = {"skills": "By skill", "ranges": "By numbers", "check": "Tables check"}
EACH = 5
"""Questions that one press adds, where a teacher says nothing else."""
_LOST = "These questions have waited for more than a day. Choose them again."


class Building:
    """The page after what was asked for was done: `draft`, and what the page says of it."""

    def __init__(self, data: QueryDict, rng: random.Random) -> None:
        self._data, self._rng = data, rng
        self.verb, *self._details = data.get("do", "look").split(":")
        self.refused = ""
        self.said = ""
        self.editing: int | None = None
        self.rewriting: NotationForm | WordsForm | None = None
        self.held = ""
        """The button at which the keyboard stays."""
        self.way = data.get("way", "skills") if data.get("way") in WAYS else "skills"
        self.finder = SkillSearchForm(data)
        self.ranges = GenerationForm.suggesting(PRESETS[0].spec)
        self.each = _number(data.get("each", ""), EACH, most=MOST_QUESTIONS)
        self.before = self.draft = self._read(data.get("drawn", ""))
        self._try(self._verbs.get(self.verb, self._look))

    @property
    def token(self) -> str:
        return drafts.sign(self.draft)

    @property
    def rows(self) -> list[tuple[Question, bool]]:
        """The questions, each with whether there can be another instead."""
        return [(question, is_of_a_skill(question) or self._holds(question)) for question in self.draft.questions]

    @property
    def undoing(self) -> str:
        """What brings the draft before the last change back; empty where nothing was changed yet."""
        return drafts.sign(self.before) if self.before != self.draft else self._data.get("before", "")

    @property
    def title(self) -> str:
        """What the teacher calls the quiz, or what it may be called."""
        given = self._data.get("title", "").strip()
        return self.draft.title if given in {"", self._data.get("suggested", "")} else given

    @property
    def picked(self) -> str:
        """The skill of which questions were added just now."""
        return self._detail(0) if self.verb == "pick" else ""

    @property
    def picked_family(self) -> Family | None:
        """The family of that skill, which stays open."""
        skill = SKILLS.get(self.picked)
        return skill.family if skill else None

    @property
    def at_enter(self) -> str:
        """What is done where a teacher presses Enter in a field."""
        if self.editing is not None:
            return f"keep:{self.editing}"
        return "draw-set" if self.way == "ranges" else "look"

    def refuse(self, refused: Refused) -> None:
        self.refused = refused.sentence

    def _read(self, token: str) -> Draft:
        try:
            return drafts.read(token)
        except DraftLost:
            self.refused = _LOST
            return Draft()

    def _try(self, act: Callable[[], None]) -> None:
        if self.way == "ranges" and "count" in self._data:
            self.ranges = GenerationForm(self._data)
        try:
            act()
        except Refused as refused:
            self.refuse(refused)

    @property
    def _verbs(self) -> dict[str, Callable[[], None]]:
        return {
            "way": self._change_way,
            "pick": self._pick,
            "draw-set": self._draw_set,
            "preset": self._draw_preset,
            "check": self._draw_check,
            "redraw": self._redraw,
            "mix": self._mix,
            "sort": self._sort,
            "another": self._replace,
            "edit": self._edit,
            "keep": self._keep,
            "remove": self._remove,
            "up": self._up,
            "down": self._down,
            "undo": self._undo,
        }

    def _look(self) -> None:
        """Only the search changed, or nothing did."""

    def _change_way(self) -> None:
        if self._detail(0) in WAYS:
            self.way = self._detail(0)

    def _pick(self) -> None:
        asked = _number(self._detail(2), self.each, most=MOST_QUESTIONS)
        part = Part(self._detail(0), _number(self._detail(1), 0), asked)
        self.held = ":".join(["pick", part.skill, str(part.level)])
        self.draft = self.draft.with_part(part, self._rng)
        self.said = f"{SKILLS[part.skill].called(part.level)}: {count(part.count, 'question')} added."

    def _draw_set(self) -> None:
        made = self.ranges.more(self.draft.questions, self._rng)
        self.draft = self.draft.and_more(made)
        self.said = f"{count(len(made), 'question')} added." if made else ""

    def _draw_preset(self) -> None:
        preset = next((one for one in PRESETS if one.code == self._detail(0)), None)
        if preset:
            self.ranges = GenerationForm.describing(preset.spec)
            self._draw_set()

    def _draw_check(self) -> None:
        practised = practice_questions(self._rng) if self._detail(0) == "practised" else ()
        self.draft = self.draft.and_more((*practised, *tables_check(self._rng)))
        before = f"{count(len(practised), 'question')} for practice, and a" if practised else "A"
        self.said = f"{before} tables check of 25 questions added."

    def _redraw(self) -> None:
        counts = [_number(given, -1, most=MOST_QUESTIONS) for given in self._data.getlist("counts")]
        if -1 in counts:
            raise SetRefused(f"Write for each skill a whole number from 0 to {MOST_QUESTIONS}.")
        self.draft = self.draft.redrawn(counts, self._rng)
        self.said = f"{count(len(self.draft.questions), 'question')} drawn anew."

    def _mix(self) -> None:
        self.draft = self.draft.mixed(self._rng)
        self.said = "The questions are mixed."

    def _sort(self) -> None:
        self.draft = self.draft.skill_by_skill()
        self.said = "The questions stand skill by skill."

    def _replace(self) -> None:
        place = self._place
        self.held = f"another:{place}"
        questions = self.draft.questions
        if 0 <= place < len(questions) and self._holds(questions[place]):
            instead = generation.replace_one(self.ranges.spec, questions, place, self._rng)
            self.draft = self.draft.with_instead(place, instead)
        else:
            self.draft = self.draft.with_another(place, self._rng)
        self._say_question(place)

    def _edit(self) -> None:
        if 0 <= self._place < len(self.draft.questions):
            self.editing = self._place
            self.rewriting = rewriting_form(self.draft.questions[self._place])
            next(iter(self.rewriting.fields.values())).widget.attrs["autofocus"] = True

    def _keep(self) -> None:
        place = self._place
        if not 0 <= place < len(self.draft.questions):
            return
        form = rewriting_form(self.draft.questions[place], self._data)
        if form.is_valid():
            self.draft = self.draft.with_instead(place, rewritten(self.draft.questions[place], form.question))
            self.held = f"edit:{place}"
            self._say_question(place)
        else:
            self.editing, self.rewriting = place, form

    def _remove(self) -> None:
        place = self._place
        self.draft = self.draft.without(place)
        self.held = f"remove:{min(place, len(self.draft.questions) - 1)}"
        self.said = "The question is removed."

    def _up(self) -> None:
        self._move(-1)

    def _down(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        place = self._place
        self.draft = self.draft.moved(place, by)
        arrived = max(0, min(len(self.draft.questions) - 1, place + by))
        at_end = arrived in {0, len(self.draft.questions) - 1}
        verb = self.verb if not at_end else "down" if arrived == 0 else "up"
        self.held = f"{verb}:{arrived}"
        self.said = f"It is now question {arrived + 1}."

    def _undo(self) -> None:
        self.draft = self._read(self._data.get("before", ""))
        self.said = "The questions are as they were."

    def _say_question(self, place: int) -> None:
        if 0 <= place < len(self.draft.questions):
            self.said = f"Question {place + 1} is now {self.draft.questions[place].spoken()}."

    def _holds(self, question: Question) -> bool:
        """Whether the question is one of the ranges that stand on the page."""
        return self.way == "ranges" and self.ranges.holds(question)

    @property
    def _place(self) -> int:
        return _number(self._detail(0), -1)

    def _detail(self, index: int) -> str:
        return self._details[index] if index < len(self._details) else ""


def beginning(part: str, way: str) -> QueryDict:
    """The page's data as a link opens it; `part` is `add-20:3`, or `add-20:3:10` for ten questions."""
    data = QueryDict(mutable=True)
    data["way"] = way
    if part:
        data["do"] = f"pick:{part}"
    return data


def _number(text: str, otherwise: int, most: int = 1_000) -> int:
    """The whole number from 0 to `most` that the text is."""
    number = int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else -1
    return number if 0 <= number <= most else otherwise
