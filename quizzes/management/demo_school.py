"""A school to look at: one teacher, two classrooms, quizzes, finished assignments with drawn answers, a live game.

Everything goes through the site's own services, so the readings and marks are what the reader and the rules made of
ink written by rule (`recognizer.templates`), not invented results. Passwords are made anew for each installation.
"""

import random
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from quizzes.management.demo_game import play_live
from quizzes.models import Answer, Assignment, Classroom, Quiz, Sitting, Student, User
from quizzes.rules import questions
from quizzes.rules.generation import practising
from quizzes.rules.marking import Outcome
from quizzes.rules.misconceptions import CATALOGUE
from quizzes.rules.planning import Part, generate_plan
from quizzes.rules.practice import Step
from quizzes.services.answers import confirm_answer, submit_answer
from quizzes.services.assignments import close_assignment, give_quiz
from quizzes.services.classrooms import add_students, create_classroom
from quizzes.services.corrections import correct_answer
from quizzes.services.judging import Submission, readings_offered
from quizzes.services.offers import offer_steps
from quizzes.services.practice import begin_round
from quizzes.services.quizzes import add_questions
from quizzes.services.seats import leave_seat, take_seat
from quizzes.services.sittings import open_sitting
from recognizer import templates

SEED = 1609  # the year of Kepler's Astronomia nova
PIN = ("rocket", "moon", "star")

FOURTH_GRADE = """Amara Okafor
Ben Whitfield
Chloe Martin
Daniel Novak
Elif Yilmaz
Emma Brown
Emma King
Finn O'Neill
Grace Lindqvist
Hugo Marchetti
Isla Petrova
Jun Tanaka"""
FIFTH_GRADE = """Kofi Mensah
Lena Fischer
Mateo Silva
Nia Roberts
Oskar Nowak
Priya Sharma
Quinn Taylor
Rosa Delgado"""


@dataclass(frozen=True)
class DemoSignIn:
    """How to sign in to the demo school, as it was loaded."""

    teacher: str
    teacher_password: str
    administrator: str
    administrator_password: str
    classroom: int

    def card(self, site_url: str) -> str:
        """For people, a line each. The join code is today's, should the teacher have renewed it."""
        classroom = Classroom.objects.filter(pk=self.classroom).first()
        pin = ", ".join(PIN)
        student = f"code {classroom.code}, any name, pictures {pin}" if classroom else "(the classroom is deleted)"
        return f"""
  Teacher        {site_url}/accounts/sign-in/   {self.teacher}   {self.teacher_password}
  Student        {site_url}/join/               {student}
  Administrator  {site_url}/admin/              {self.administrator}   {self.administrator_password}
"""


@transaction.atomic
def load_demo_school() -> DemoSignIn:
    """Loads the school and answers how to sign in."""
    rng = random.Random(SEED)
    teacher, teacher_password = _account("teacher@demo.example", "Ms Rivera", administrator=False)
    admin, admin_password = _account("admin@demo.example", "Site administrator", administrator=True)
    fourth = create_classroom(teacher=teacher, name="4B", emblem="orion")
    fifth = create_classroom(teacher=teacher, name="5A", emblem="whale")
    pupils = add_students(classroom=fourth, roster=FOURTH_GRADE)
    older = add_students(classroom=fifth, roster=FIFTH_GRADE)
    tables, sums, boxes, away = _quizzes(teacher, rng)
    _mend_one(_finished(tables, fourth, pupils[:-1], rng), teacher)  # one was absent
    _finished(away, fifth, older, rng)
    give_quiz(quiz=boxes, classroom=fourth)
    give_quiz(quiz=sums, classroom=fifth)
    play_live(quiz=boxes, classroom=fifth, pupils=older, pin=PIN, seed=SEED)
    _practised(fourth, pupils, rng)
    for pupil in pupils:
        leave_seat(token=take_seat(student=pupil, pin=PIN))
    return DemoSignIn(teacher.email, teacher_password, admin.email, admin_password, fourth.pk)


def _account(email: str, name: str, *, administrator: bool) -> tuple[User, str]:
    password = "-".join(secrets.token_hex(2) for _ in range(4))
    create = User.objects.create_superuser if administrator else User.objects.create_user
    return create(email, password, name=name), password


def _quizzes(teacher: User, rng: random.Random) -> tuple[Quiz, Quiz, Quiz, Quiz]:
    tables = Quiz.objects.create(teacher=teacher, title="Times tables: 3, 4, 6, 7 and 8", tries=1)
    add_questions(quiz=tables, added=[practising(questions.write(text)) for text in TABLES])
    sums = Quiz.objects.create(teacher=teacher, title="Add and take away within 100", tries=2, shuffle=True)
    add_questions(quiz=sums, added=generate_plan(SUMS, random.Random(SEED), mixed=True))
    boxes = Quiz.objects.create(
        teacher=teacher,
        title="What is in the box?",
        instructions="Find the number that makes it true.",
        tries=2,
    )
    add_questions(quiz=boxes, added=[practising(questions.write(text)) for text in BOXES])
    away = Quiz.objects.create(teacher=teacher, title="Take away, with exchange", tries=1)
    add_questions(quiz=away, added=[practising(questions.write(text)) for text in AWAY])
    return tables, sums, boxes, away


TABLES = ("7 × 8", "6 × 4", "3 × 9", "8 × 8", "4 × 7", "6 × 7", "9 × 8", "12 ÷ 4", "56 ÷ 7", "42 ÷ 6")
BOXES = ("_ + 5 = 12", "3 × _ = 27", "20 - _ = 13", "_ ÷ 4 = 6", "(3 + 4) × 2", "15 = _ + 8")
AWAY = ("63 - 29", "52 - 17", "503 - 147", "85 - 38", "140 - 21", "71 - 46", "92 - 55", "304 - 128")
SUMS = (Part("add-within-100", 4, 6), Part("subtract-within-100", 4, 6))


MISTAKEN = {"Kofi Mensah": "SUB-SFL", "Mateo Silva": "SUB-SFL", "Lena Fischer": "SUB-BND"}
"""Who takes away in a way of their own, by a misconception of the catalogue."""


def _finished(quiz: Quiz, classroom: Classroom, pupils: Sequence[Student], rng: random.Random) -> Assignment:
    """An assignment of three days ago: most answers right, some not, one or two typed or beyond reading."""
    assignment = give_quiz(quiz=quiz, classroom=classroom)
    begun = timezone.now() - timedelta(days=3)
    for pupil in pupils:
        _sit(assignment, pupil, begun + timedelta(seconds=rng.uniform(0, 40)), rng)
    close_assignment(assignment=assignment)
    Assignment.objects.filter(pk=assignment.pk).update(
        created_at=begun - timedelta(hours=1), closed_at=begun + timedelta(hours=1)
    )
    return assignment


def _sit(assignment: Assignment, pupil: Student, clock: datetime, rng: random.Random) -> None:
    """One student's whole sitting, with `clock` moved on as a child would take time."""
    skill = rng.uniform(0.6, 1.0)
    started = clock
    for asked in assignment.questions.all():
        text = _given(pupil, asked.question, skill, rng)
        seconds = rng.uniform(5, 12) + 14 * (1 - skill)
        answer = _answer(assignment, pupil, asked.pk, text, rng)
        Answer.objects.filter(pk=answer.pk).update(shown_at=clock, received_at=clock + timedelta(seconds=seconds))
        clock += timedelta(seconds=seconds + 2)
    Sitting.objects.filter(assignment=assignment, student=pupil).update(started_at=started, finished_at=clock)


def _given(pupil: Student, question: questions.Question, skill: float, rng: random.Random) -> str:
    """By the pupil's misconception where it shows; else right as often as the pupil's skill says, or a slip."""
    mistaken = CATALOGUE[MISTAKEN[pupil.name]].predictions(question) if pupil.name in MISTAKEN else frozenset()
    if mistaken:
        return str(min(mistaken, key=str))
    right = int(question.answer)
    return str(right if rng.random() < skill else _slip(right, rng))


def _slip(right: int, rng: random.Random) -> int:
    """Near the fact, as children's slips are: a neighbour in the table, one off, or two digits turned round."""
    turned = int(str(right)[::-1])
    return rng.choice([right + 1, max(0, right - 1), right + 10, abs(right - 7), turned or right + 2])


def _answer(assignment: Assignment, pupil: Student, question: int, text: str, rng: random.Random) -> Answer:
    """Drawn as a rule, now and then typed, rarely a scribble left to the teacher."""
    kind = rng.choices(["drawn", "typed", "scribble"], weights=[94, 4, 2])[0]
    submission = Submission(
        id=_uuid(rng),
        question=question,
        strokes={"drawn": templates.write(text, rng), "scribble": templates.scribble(rng)}.get(kind),
        typed=text if kind == "typed" else None,
        confirmed="" if kind == "scribble" else None,
    )
    receipt = submit_answer(student=pupil, assignment=assignment, submission=submission)
    if receipt.state.of(question).done:
        return receipt.answer
    if not receipt.answer.awaits_child:  # not read: sent once more, and left to the teacher
        again = replace(submission, id=_uuid(rng), confirmed="")
        return submit_answer(student=pupil, assignment=assignment, submission=again).answer
    meant = text if text in readings_offered(receipt.answer.reading) else ""
    return confirm_answer(student=pupil, answer=receipt.answer, text=meant).answer


PRACTISED = (Step("add-within-100", 3), Step("add-within-100", 4), Step("tables-3-4-8", 1), Step("tables-3-4-8", 2))


def _practised(classroom: Classroom, pupils: Sequence[Student], rng: random.Random) -> None:
    """The class has a list of practice, and every third pupil practised a round the day before yesterday."""
    offer_steps(classroom=classroom, steps=PRACTISED)
    begun = timezone.now() - timedelta(days=2)
    for pupil in pupils[::3]:
        _practise(pupil, begun + timedelta(minutes=rng.uniform(0, 90)), rng)


def _practise(pupil: Student, clock: datetime, rng: random.Random) -> None:
    """One round, with `clock` moved on as a child would take time."""
    practice = begin_round(student=pupil)
    started, skill = clock, rng.uniform(0.6, 1.0)
    state = open_sitting(student=pupil, assignment=practice)
    while state.current is not None:
        asked = state.current.asked
        right = int(asked.question.answer)
        meant = right if state.current.answers or rng.random() < skill else _slip(right, rng)
        answer = _drawn(practice, pupil, asked.pk, str(meant), rng)
        thinking = rng.uniform(1.5, 3.0) + 5 * (1 - skill)
        shown_at, clock = clock, clock + timedelta(seconds=thinking + 6)
        times = {"shown_at": shown_at, "received_at": clock, "thinking_ms": round(1000 * thinking)}
        Answer.objects.filter(pk=answer.pk).update(**times)
        state = open_sitting(student=pupil, assignment=practice)
    Sitting.objects.filter(assignment=practice).update(started_at=started, finished_at=clock)
    Assignment.objects.filter(pk=practice.pk).update(created_at=started, closed_at=clock)


def _drawn(practice: Assignment, pupil: Student, question: int, text: str, rng: random.Random) -> Answer:
    """Settled by the child's word where the reader asks; what it cannot read is written once more, by the round."""
    submission = Submission(id=_uuid(rng), question=question, strokes=templates.write(text, rng))
    answer = submit_answer(student=pupil, assignment=practice, submission=submission).answer
    if answer.awaits_child:
        meant = text if text in readings_offered(answer.reading) else ""
        return confirm_answer(student=pupil, answer=answer, text=meant).answer
    return answer


def _uuid(rng: random.Random) -> UUID:
    return UUID(int=rng.getrandbits(128), version=4)


def _mend_one(assignment: Assignment, teacher: User) -> None:
    """The teacher has looked at one scribble, and read it."""
    answer = Answer.objects.filter(sitting__assignment=assignment, left_to_teacher=True).first()
    if answer is not None:
        correct_answer(
            answer=answer,
            teacher=teacher,
            mark=Outcome.RIGHT,
            text=answer.question.question.answer,
            reason="I can read it",
        )
