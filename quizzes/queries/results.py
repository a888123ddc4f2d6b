"""The results of an assignment: students × questions. Page, API and CSV show this one value."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from django.db.models import Q

from quizzes.models import Answer, AskedQuestion, Assignment, Sitting, Student
from quizzes.queries.causes import systematic
from quizzes.queries.sittings import LeftOut, QuestionState, game_of, left_out
from quizzes.rules import phrases, prompts, scoring
from quizzes.rules.marking import Outcome
from quizzes.rules.names import alphabetical
from quizzes.rules.typesetting import in_line


@dataclass(frozen=True)
class Column:
    """One asked question: its prompt as text, the right answer, and how the class did.

    `marked` leaves out what is unread: it counts against nobody, and makes no question hard. `hardest` marks the
    least part right, where that is not the same for all questions. `left_out`: why it is in nobody's score.
    """

    id: int
    number: int
    prompt: str
    spoken: str
    answer: str
    right: int
    marked: int
    hardest: bool
    left_out: LeftOut | None

    @property
    def short(self) -> str:
        """The prompt for a narrow head: `7 × 8`."""
        return self.prompt.removesuffix(" r □").removesuffix(" = □")

    @property
    def share(self) -> str:
        if self.left_out:
            return self.left_out.value
        return f"{self.right} of {self.marked}" if self.marked else ""


@dataclass(frozen=True)
class Cell:
    """How one question stands for one student. `answer` is the latest; None before the first.

    `text` is canonical, and `line` the same as the class writes numbers.
    `mirrored`: the digits written the wrong way round in any try, each once, `37`.
    `look_at_ink`: marked wrong, but the ink could be the right answer. `waiting`: the child is still to be asked.
    `left_to_teacher`: the child, or the reader, left it to the teacher to read.
    `being_read`: kept, and not read yet. `late`: came after its question was over, and no teacher has spoken yet.
    `digits`: the right digits in the right place, of those of the right answer; None where there are none to count.
    `causes`: the names of the misconceptions that lead to the wrong answer, most specific first; slips are none.
    `left_out`: why the question is in nobody's score, though somebody may have answered it.
    """

    outcome: Outcome | None
    answer: UUID | None
    text: str
    line: str
    source: str
    tries: int
    seconds: float | None
    mirrored: str
    look_at_ink: bool
    corrected: bool
    waiting: bool
    left_to_teacher: bool
    being_read: bool
    late: bool
    digits: tuple[int, int] | None
    causes: tuple[str, ...]
    left_out: LeftOut | None

    @property
    def needs_look(self) -> bool:
        """Unread, or doubtful, and no teacher has spoken yet; nothing that is in nobody's score."""
        if self.left_out:
            return False
        unread = self.outcome == Outcome.UNREAD and not self.corrected and not self.being_read
        return self.look_at_ink or unread

    @property
    def words(self) -> str:
        """The cell, said: `Wrong, 54, 2 tries, look at the ink`."""
        if self.outcome is None:
            return self.left_out.value.capitalize() if self.left_out else "Not answered"
        if self.being_read:
            return "Being read"
        said = [
            "Waiting for the child" if self.waiting else self.outcome.value.capitalize(),
            self.line,
            self.left_out.value if self.left_out else "",
            "came late" if self.late else "",
            f"{self.tries} tries" if self.tries > 1 else "",
            f"{', '.join(self.mirrored)} written mirrored" if self.mirrored else "",
            "look at the ink" if self.look_at_ink else "",
            "left to you" if self.left_to_teacher else "",
            "corrected" if self.corrected else "",
            f"perhaps {self.causes[0]}" if self.causes else "",
        ]
        return ", ".join(part for part in said if part)


@dataclass(frozen=True)
class Row:
    """One student, or a guest of the live game. `answered` counts the questions begun that can count."""

    student: int
    name: str
    removed: bool
    guest: bool
    started: bool
    finished: bool
    cells: tuple[Cell, ...]
    score: scoring.Score
    seconds: float | None

    @property
    def answered(self) -> int:
        return sum(cell.outcome is not None for cell in self.cells if not cell.left_out)

    @property
    def needs_look(self) -> bool:
        return any(cell.needs_look for cell in self.cells)

    @property
    def mirrored(self) -> str:
        return _each_once(cell.mirrored for cell in self.cells)

    @property
    def tally(self) -> str:
        """`3 of 4`: right, of the questions that can count for or against."""
        return f"{self.score.right} of {self.score.counting}"

    @property
    def digits(self) -> str:
        """`7 of 9`: right digits in the right place, a measure of fluency beside the mark."""
        counted = [cell.digits for cell in self.cells if cell.digits is not None and not cell.left_out]
        return f"{sum(right for right, _ in counted)} of {sum(asked for _, asked in counted)}" if counted else ""

    @property
    def progress(self) -> str:
        if not self.started:
            return "Not started"
        return "Finished" if self.finished else f"{self.answered} of {self.score.total}"

    @property
    def time(self) -> str:
        return clock(self.seconds)


@dataclass(frozen=True)
class Results:
    version: int
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @property
    def begun(self) -> int:
        return sum(row.started for row in self.rows)

    @property
    def finished(self) -> int:
        return sum(row.finished for row in self.rows)

    @property
    def summary(self) -> str:
        """How far the class is: `24 students: 5 are at work, 12 have finished.`"""
        working = self.begun - self.finished
        at_work = f"{working} {'is' if working == 1 else 'are'} at work"
        done = f"{self.finished} {'has' if self.finished == 1 else 'have'} finished"
        guests = sum(row.guest for row in self.rows)
        who = [phrases.count(len(self.rows) - guests, "student"), *([phrases.count(guests, "guest")] if guests else [])]
        return f"{phrases.listed(who)}: {at_work}, {done}."

    @property
    def left_out(self) -> str:
        return told_left_out(self.columns)

    @property
    def to_look_at(self) -> int:
        """How many answers wait for the teacher's eye."""
        return sum(cell.needs_look for row in self.rows for cell in row.cells)


def results(assignment: Assignment) -> Results:
    """Five queries, whatever the size of the class; one more where the game was not selected. The ink stays behind.

    The version is the one the assignment was read with: what changes meanwhile has a higher one, and is asked for.
    """
    asked = list(assignment.questions.all())
    game = game_of(assignment)
    out = {row.pk: left_out(game, row.pk) for row in asked}
    sittings = {sitting.student_id: sitting for sitting in assignment.sittings.all()}
    answers = _answers_by_place(assignment)
    began = Q(pk__in=sittings.keys())
    on_roster = Q(removed_at=None, guest_in=None)
    found = assignment.classroom.students.filter(began if assignment.is_practice else on_roster | began)
    students = sorted(found, key=lambda student: (student.guest_in_id is not None, alphabetical(student.name)))
    answered = {student for student, _ in answers}
    rows = tuple(
        _row(student, sittings.get(student.pk), asked, out, answers, assignment)
        for student in students
        if student.guest_in_id is None or student.removed_at is None or student.pk in answered
    )
    columns = _columns(asked, rows, out, assignment.classroom.decimal_sign)
    return Results(version=assignment.version, columns=columns, rows=rows)


def told_left_out(columns: Iterable[Column]) -> str:
    """Which questions are in nobody's score: `Question 2 was skipped, and questions 4 and 5 were not asked: …`"""
    numbers: dict[LeftOut, list[str]] = {why: [] for why in LeftOut}
    for column in columns:
        if column.left_out:
            numbers[column.left_out].append(str(column.number))
    told = ", and ".join(_told(why, those) for why, those in numbers.items() if those)
    return f"{told[0].upper()}{told[1:]}: nobody's score counts that." if told else ""


def _told(why: LeftOut, numbers: Sequence[str]) -> str:
    """`questions 4 and 5 were not asked`"""
    were = "question {} was {}" if len(numbers) == 1 else "questions {} were {}"
    return were.format(phrases.listed(numbers), why)


def clock(seconds: float | None) -> str:
    """Minutes and seconds, `3:05`; nothing where no time is known."""
    if seconds is None:
        return ""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02d}"


Places = dict[tuple[int, int], list[Answer]]
WhyLeftOut = Mapping[int, LeftOut | None]


def _answers_by_place(assignment: Assignment) -> Places:
    found = (
        Answer.objects.filter(sitting__assignment=assignment)
        .select_related("sitting")
        .prefetch_related("corrections")
        .defer("strokes", "reading")
        .order_by("number")
    )
    places: Places = defaultdict(list)
    for answer in found:
        places[answer.sitting.student_id, answer.question_id].append(answer)
    return places


def _columns(
    asked: Sequence[AskedQuestion], rows: Sequence[Row], out: WhyLeftOut, decimal_sign: str
) -> tuple[Column, ...]:
    totals = [_total([row.cells[place] for row in rows]) for place in range(len(asked))]
    shares = [right / marked for right, marked in totals if marked]
    lowest = min(shares) if len(set(shares)) > 1 else None
    return tuple(
        _column(
            number,
            row,
            right,
            marked,
            hardest=bool(marked) and right / marked == lowest,
            left_out=out[row.pk],
            decimal_sign=decimal_sign,
        )
        for number, (row, (right, marked)) in enumerate(zip(asked, totals, strict=True), start=1)
    )


def _total(cells: Sequence[Cell]) -> tuple[int, int]:
    """How many were right, and how many were right or wrong; none of a question that is left out."""
    counts = Counter(cell.outcome for cell in cells if not cell.left_out)
    return counts[Outcome.RIGHT], counts[Outcome.RIGHT] + counts[Outcome.WRONG]


def _column(
    number: int,
    asked: AskedQuestion,
    right: int,
    marked: int,
    *,
    hardest: bool,
    left_out: LeftOut | None,
    decimal_sign: str,
) -> Column:
    question = asked.question
    return Column(
        asked.pk,
        number,
        prompts.plain(question.prompt, decimal_sign),
        question.spoken(),
        question.answer_in_full,
        right,
        marked,
        hardest,
        left_out,
    )


def _row(
    student: Student,
    sitting: Sitting | None,
    asked: list[AskedQuestion],
    out: WhyLeftOut,
    places: Places,
    assignment: Assignment,
) -> Row:
    states = [
        QuestionState(row, tuple(places.get((student.pk, row.pk), ())), assignment.tries_allowed) for row in asked
    ]
    decimal_sign = assignment.classroom.decimal_sign
    cells = tuple(_cell(state, out[state.asked.pk], decimal_sign) for state in states)
    timed = [cell.seconds for cell in cells if cell.seconds is not None]
    return Row(
        student=student.pk,
        name=student.name,
        removed=student.removed_at is not None,
        guest=student.guest_in_id is not None,
        started=sitting is not None,
        finished=sitting is not None and sitting.finished_at is not None,
        cells=cells,
        score=scoring.score(cell.outcome for cell in cells if not cell.left_out),
        seconds=round(sum(timed), 1) if timed else None,
    )


def _cell(state: QuestionState, why_left_out: LeftOut | None, decimal_sign: str) -> Cell:
    last = state.last
    if last is None:
        return replace(_NO_ANSWER, left_out=why_left_out)
    timed = [answer.seconds for answer in state.answers if answer.seconds is not None]
    shown = next((answer for answer in state.answers if answer.mark == Outcome.RIGHT), last)
    is_late = last.late and not is_corrected(last)
    return Cell(
        outcome=state.outcome,
        answer=last.pk,
        text=shown.text,
        line=in_line(shown.text, decimal_sign),
        source=shown.source,
        tries=len(state.answers),
        seconds=round(sum(timed), 1) if timed else None,
        mirrored=_each_once(answer.mirrored for answer in state.answers),
        look_at_ink=not state.right and any(looks_doubtful(answer) for answer in state.answers),
        corrected=any(is_corrected(answer) for answer in state.answers),
        waiting=last.awaits_child,
        left_to_teacher=state.outcome == Outcome.UNREAD
        and last.left_to_teacher
        and not (is_late or is_corrected(last)),
        being_read=last.awaits_reader,
        late=is_late,
        digits=_digits(shown),
        causes=tuple(misconception.name for misconception in systematic(shown)),
        left_out=why_left_out,
    )


_NO_ANSWER = Cell(
    outcome=None,
    answer=None,
    text="",
    line="",
    source="",
    tries=0,
    seconds=None,
    mirrored="",
    look_at_ink=False,
    corrected=False,
    waiting=False,
    left_to_teacher=False,
    being_read=False,
    late=False,
    digits=None,
    causes=(),
    left_out=None,
)


def _digits(answer: Answer) -> tuple[int, int] | None:
    if answer.digits_right is None or answer.digits_asked is None:
        return None
    return answer.digits_right, answer.digits_asked


def _each_once(mirrored: Iterable[str]) -> str:
    return "".join(sorted(set("".join(mirrored))))


def is_corrected(answer: Answer) -> bool:
    """Whether a teacher's correction stands. Reads `corrections` as they were prefetched."""
    return any(correction.undone_at is None for correction in answer.corrections.all())


def looks_doubtful(answer: Answer) -> bool:
    """Marked wrong by the rules though the ink could be the right answer, and no teacher has looked yet."""
    return answer.mark == Outcome.WRONG and answer.look_at_ink and not is_corrected(answer)
