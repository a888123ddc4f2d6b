"""The page of results, and the file."""

import csv
import io
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

import pytest
from django.test import Client

from quizzes.models import Assignment, Classroom, Student, User
from quizzes.rules.marking import Outcome
from quizzes.services.assignments import give_quiz
from quizzes.services.corrections import correct_answer
from tests.quizzes.giving import drawn, typed

SignedIn = Callable[[User], Client]


def page(client: Client, assignment: Assignment, query: str = "") -> str:
    reply = client.get(f"/teach/assignments/{assignment.pk}/results/{query}")
    assert reply.status_code == 200
    return str(reply.content.decode())


def lines(client: Client, assignment: Assignment) -> list[list[str]]:
    reply = client.get(f"/teach/assignments/{assignment.pk}/results.csv")
    assert reply.status_code == 200
    return list(csv.reader(io.StringIO(reply.content.decode("utf-8-sig"))))


class Table(HTMLParser):
    """What a sighted teacher reads in the body of the table: a list of words for each line."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.names: list[str] = []
        self._in_body = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tbody":
            self._in_body = True
        elif tag == "tr" and self._in_body:
            self.rows.append([])
        elif tag in ("td", "th") and self._in_body:
            self.rows[-1].append("")
        if tag == "a" and self._in_body and "aria-label" in dict(attrs):
            self.names.append(dict(attrs)["aria-label"] or "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "tbody":
            self._in_body = False

    def handle_data(self, data: str) -> None:
        if self._in_body and self.rows and self.rows[-1]:
            self.rows[-1][-1] += data.strip()


def test_the_page_shows_students_by_questions(
    alice: User, zoe: Student, assignment: Assignment, signed_in: SignedIn
) -> None:
    typed(zoe, assignment, 1, "56")
    drawn(zoe, assignment, 2, "4", look_at_ink=True)
    text = page(signed_in(alice), assignment)
    table = Table(text)
    assert table.rows == [
        ["Yan Yates", "Not answered", "Not answered", "0 of 2", "", "", "Not started"],
        ["Zoe Zimmer", "", "4", "1 of 2", "2 of 2", "", "2 of 2"],
    ]
    assert table.names == [
        "Zoe Zimmer, question 1: Right, 56",
        "Zoe Zimmer, question 2: Wrong, 4, look at the ink",
    ]
    assert "<title>Results of Times and divide · Astro Numbers</title>" in text
    assert text.count("<h1") == 1
    assert "2 students: 1 is at work, 0 have finished." in text


def test_only_what_needs_a_look_may_be_shown(
    alice: User, zoe: Student, yan: Student, assignment: Assignment, signed_in: SignedIn
) -> None:
    typed(yan, assignment, 1, "56")
    answer = drawn(zoe, assignment, 1, "54", look_at_ink=True)
    client = signed_in(alice)
    text = page(client, assignment, "?show=look")
    assert f'<tr data-student="{yan.pk}" hidden>' in text
    assert f'<tr data-student="{zoe.pk}" >' in text
    nothing = 'data-results="nothing" hidden>'
    assert nothing in text
    correct_answer(answer=answer, teacher=alice, mark=Outcome.RIGHT, reason="I can read it")
    text = page(client, assignment, "?show=look")
    assert f'<tr data-student="{zoe.pk}" hidden>' in text
    assert nothing not in text


def test_a_class_without_students_is_told_what_to_do_first(
    alice: User, classroom: Classroom, quiz: Any, signed_in: SignedIn
) -> None:
    text = page(signed_in(alice), give_quiz(quiz=quiz, classroom=classroom))
    assert "Nobody is on the roster yet" in text
    assert f'href="/teach/classrooms/{classroom.pk}/students/new/"' in text


def test_the_page_takes_as_many_queries_for_thirty_students_as_for_two(
    alice: User,
    classroom: Classroom,
    zoe: Student,
    assignment: Assignment,
    signed_in: SignedIn,
    django_assert_num_queries: Callable[..., Any],
) -> None:
    client = signed_in(alice)
    typed(zoe, assignment, 1, "54")
    with django_assert_num_queries(10):
        page(client, assignment)
    for number in range(28):
        student = Student.objects.create(classroom=classroom, name=f"Student {number}")
        typed(student, assignment, 1, "54")
    with django_assert_num_queries(10):
        page(client, assignment)


def test_the_file_has_the_values_of_the_screen(
    alice: User, zoe: Student, yan: Student, assignment: Assignment, signed_in: SignedIn
) -> None:
    typed(zoe, assignment, 1, "56")
    typed(zoe, assignment, 2, "4")
    correct_answer(answer=drawn(yan, assignment, 1, "54"), teacher=alice, mark=Outcome.RIGHT, reason="I can read it")
    client = signed_in(alice)
    screen, (_, *file) = Table(page(client, assignment)), lines(client, assignment)
    assert [[line[0], f"{line[2]} of {line[3]}", line[4], line[1]] for line in file] == [
        [row[0], row[3], row[4], row[6]] for row in screen.rows
    ]
    said = [
        f"{mark.capitalize()}, {text}"
        for line in file
        for mark, text in zip(line[7::3], line[8::3], strict=True)
        if mark
    ]
    assert said == [name.partition(": ")[2].removesuffix(", corrected") for name in screen.names]


def test_the_file_opens_in_excel_and_has_a_safe_name(alice: User, assignment: Assignment, signed_in: SignedIn) -> None:
    assignment.title = '../"Times"\r\nX-Evil: 1'
    assignment.save()
    reply = signed_in(alice).get(f"/teach/assignments/{assignment.pk}/results.csv")
    assert reply.content.startswith(b"\xef\xbb\xbf")
    assert reply.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert reply.headers["Content-Disposition"] == 'attachment; filename="times-x-evil-1-4b.csv"'
    assert reply.headers["Cache-Control"] == "private, no-store"


def test_a_title_without_letters_still_makes_a_name(
    alice: User, assignment: Assignment, classroom: Classroom, signed_in: SignedIn
) -> None:
    Assignment.objects.update(title="×÷")
    Classroom.objects.update(name="★")
    reply = signed_in(alice).get(f"/teach/assignments/{assignment.pk}/results.csv")
    assert reply.headers["Content-Disposition"] == f'attachment; filename="results-{assignment.pk}.csv"'


@pytest.mark.parametrize("path", ["results/", "results.csv"])
def test_another_teacher_finds_nothing(bob: User, assignment: Assignment, signed_in: SignedIn, path: str) -> None:
    assert signed_in(bob).get(f"/teach/assignments/{assignment.pk}/{path}").status_code == 404


@pytest.mark.parametrize("path", ["results/", "results.csv"])
def test_nobody_is_sent_to_sign_in(client: Client, assignment: Assignment, path: str) -> None:
    url = f"/teach/assignments/{assignment.pk}/{path}"
    reply = client.get(url)
    assert reply.status_code == 302
    assert reply.headers["Location"] == f"/accounts/sign-in/?next={url}"
