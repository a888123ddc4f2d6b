from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from quizzes.models import Answer, Assignment, Classroom, LiveGame, Quiz, Sitting, Student, User
from quizzes.rules.game.events import Ended
from quizzes.services.assignments import close_assignment, give_quiz
from quizzes.services.classrooms import remove_student
from tests.quizzes.gaming import after, play

SignIn = Callable[[User], Client]
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


@pytest.fixture
def browser(alice: User, signed_in: SignIn) -> Client:
    return signed_in(alice)


def said(response: object) -> list[str]:
    return [str(message) for message in response.context["messages"]]  # type: ignore[attr-defined]


def sit(assignment: Assignment, student: Student, *, finished: bool) -> Sitting:
    return Sitting.objects.create(
        assignment=assignment, student=student, order=[], finished_at=timezone.now() if finished else None
    )


def test_the_only_classroom_is_chosen_already(browser: Client, quiz: Quiz, classroom: Classroom, zoe: Student) -> None:
    page = browser.get(f"/teach/quizzes/{quiz.pk}/give/")
    assertContains(page, "4B · 1 student")
    assertContains(page, "checked", count=1)


def test_a_quiz_is_given_and_the_page_to_share_follows(browser: Client, quiz: Quiz, classroom: Classroom) -> None:
    answer = browser.post(f"/teach/quizzes/{quiz.pk}/give/", {"classroom": classroom.pk})
    given = Assignment.objects.get()
    assertRedirects(answer, f"/teach/assignments/{given.pk}/")
    assert (given.quiz, given.classroom, given.opens_at, given.closes_at) == (quiz, classroom, None, None)


def test_times_are_in_the_time_zone_of_the_site(
    browser: Client, quiz: Quiz, classroom: Classroom, settings: object
) -> None:
    settings.TIME_ZONE = "Europe/Berlin"  # type: ignore[attr-defined]
    sent = {"classroom": classroom.pk, "opens_at": "2040-01-10T08:00", "closes_at": "2040-01-10T09:00"}
    browser.post(f"/teach/quizzes/{quiz.pk}/give/", sent)
    assert Assignment.objects.get().opens_at == datetime(2040, 1, 10, 7, tzinfo=UTC)


@pytest.mark.parametrize(
    ("times", "sentence"),
    [
        (
            {"opens_at": "2040-01-10T09:00", "closes_at": "2040-01-10T08:00"},
            "This is not after “Open from”: choose a later time.",
        ),
        ({"closes_at": "2020-01-10T08:00"}, "This time has passed: choose a later one, or leave it empty."),
        ({"opens_at": "soon"}, "Write a day and a time, such as 24/12/2026 08:30."),
    ],
)
def test_times_that_cannot_be_are_told_in_a_sentence(
    browser: Client, quiz: Quiz, classroom: Classroom, times: dict[str, str], sentence: str
) -> None:
    page = browser.post(f"/teach/quizzes/{quiz.pk}/give/", {"classroom": classroom.pk, **times})
    assertContains(page, sentence)
    assertContains(page, "checked", count=1)
    assert not Assignment.objects.exists()


def test_the_example_of_a_time_can_be_typed_like_that(browser: Client, quiz: Quiz, classroom: Classroom) -> None:
    browser.post(f"/teach/quizzes/{quiz.pk}/give/", {"classroom": classroom.pk, "opens_at": "24/12/2026 08:30"})
    assert Assignment.objects.get().opens_at == datetime(2026, 12, 24, 8, 30, tzinfo=UTC)


def test_the_classroom_of_another_teacher_gets_nothing(
    browser: Client, quiz: Quiz, classroom: Classroom, xan: Student
) -> None:
    page = browser.post(f"/teach/quizzes/{quiz.pk}/give/", {"classroom": xan.classroom_id})
    assertContains(page, "Choose one of your classrooms.")
    assertNotContains(page, "Bob&#x27;s class")
    assert not Assignment.objects.exists()


def test_without_a_classroom_the_page_offers_to_make_one(browser: Client, quiz: Quiz) -> None:
    page = browser.get(f"/teach/quizzes/{quiz.pk}/give/")
    assertContains(page, "First, make a classroom")
    assertContains(page, 'href="/teach/classrooms/new/"')


def test_without_questions_the_page_offers_to_write_one(browser: Client, alice: User, classroom: Classroom) -> None:
    empty = Quiz.objects.create(teacher=alice, title="Empty")
    assertContains(browser.get(f"/teach/quizzes/{empty.pk}/give/"), "This quiz has no questions yet")
    browser.post(f"/teach/quizzes/{empty.pk}/give/", {"classroom": classroom.pk})
    assert not Assignment.objects.exists()


def test_the_page_to_share_has_the_link_its_code_and_its_picture(browser: Client, assignment: Assignment) -> None:
    page = browser.get(f"/teach/assignments/{assignment.pk}/", headers={"host": "127.0.0.1"})
    address = f"http://127.0.0.1/join/{assignment.classroom.code}/?assignment={assignment.pk}"
    assertContains(page, f'value="{address}"')
    assertContains(page, f'aria-label="QR code of {address}"')
    assertContains(page, f'<p class="share__code">{assignment.classroom.code}</p>')
    assertContains(page, f"/teach/classrooms/{assignment.classroom_id}/code/")
    assertContains(page, f'href="/teach/assignments/{assignment.pk}/results/"')


def test_progress_counts_the_students_on_the_roster_now(
    browser: Client, assignment: Assignment, zoe: Student, yan: Student
) -> None:
    gone = Student.objects.create(classroom=assignment.classroom, name="Gone")
    sit(assignment, zoe, finished=True)
    sit(assignment, gone, finished=True)
    remove_student(student=gone, erase=False)
    ((listed, state),) = browser.get("/teach/assignments/").context["rows"]
    assert (listed.seats, listed.finished, listed.under_way, listed.not_begun, state) == (2, 1, 0, 1, "open")
    sit(assignment, yan, finished=False)
    assertContains(browser.get("/teach/assignments/"), "1 of 2 finished, 1 under way")


def test_the_list_knows_open_scheduled_and_closed(browser: Client, quiz: Quiz, classroom: Classroom) -> None:
    hour = timedelta(hours=1)
    with time_machine.travel(NOON, tick=False):
        browser.force_login(quiz.teacher, backend="django.contrib.auth.backends.ModelBackend")
        always = give_quiz(quiz=quiz, classroom=classroom)
        now = give_quiz(quiz=quiz, classroom=classroom, opens_at=NOON - hour, closes_at=NOON + hour)
        later = give_quiz(quiz=quiz, classroom=classroom, opens_at=NOON + hour)
        over = give_quiz(quiz=quiz, classroom=classroom, closes_at=NOON)
        closed = give_quiz(quiz=quiz, classroom=classroom, opens_at=NOON + hour)
        close_assignment(assignment=closed)
        current = browser.get("/teach/assignments/").context["rows"]
        past = browser.get("/teach/assignments/?show=closed").context["rows"]
    assert current == [(later, "scheduled"), (now, "open"), (always, "open")]
    assert past == [(closed, "closed"), (over, "closed")]


def test_the_list_takes_the_same_queries_for_one_assignment_and_for_twenty(
    browser: Client, assignment: Assignment, zoe: Student, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    assert assignment.quiz is not None
    for _ in range(20):
        sit(give_quiz(quiz=assignment.quiz, classroom=assignment.classroom), zoe, finished=True)
    with django_assert_num_queries(5):  # session, teacher, games left alone, count, assignments
        browser.get("/teach/assignments/")


def test_the_first_visit_offers_to_choose_a_quiz(browser: Client) -> None:
    page = browser.get("/teach/assignments/")
    assertContains(page, "No class has a quiz at the moment")
    assertContains(browser.get("/teach/assignments/?show=closed"), "Nothing is closed yet")


def test_closing_and_reopening(browser: Client, assignment: Assignment) -> None:
    answer = browser.post(f"/teach/assignments/{assignment.pk}/closure/", follow=True)
    assert said(answer) == ["The assignment is closed. No more answers are taken until you reopen it."]
    assert answer.context["state"] == "closed"
    answer = browser.post(f"/teach/assignments/{assignment.pk}/reopening/", follow=True)
    assert said(answer) == ["The assignment is open until you close it."]
    assert answer.context["state"] == "open"


def test_times_are_changed_and_taken_away(browser: Client, assignment: Assignment) -> None:
    answer = browser.post(f"/teach/assignments/{assignment.pk}/dates/", {"opens_at": "2040-01-10T08:00"}, follow=True)
    assert said(answer) == ["The times are saved."]
    assert answer.context["state"] == "scheduled"
    assertContains(answer, 'value="2040-01-10T08:00"')
    browser.post(f"/teach/assignments/{assignment.pk}/dates/", {})
    assignment.refresh_from_db()
    assert assignment.opens_at is None


def test_times_that_cannot_be_stay_in_their_fields(browser: Client, assignment: Assignment) -> None:
    page = browser.post(f"/teach/assignments/{assignment.pk}/dates/", {"closes_at": "2020-01-10T08:00"})
    assertContains(page, "This time has passed: choose a later one, or leave it empty.")
    assertContains(page, 'value="2020-01-10T08:00"')


def test_deleting_says_first_how_many_answers_are_lost(browser: Client, assignment: Assignment, zoe: Student) -> None:
    sitting = sit(assignment, zoe, finished=False)
    for number in (1, 2):
        Answer.objects.create(
            id=uuid4(),
            sitting=sitting,
            question=assignment.questions.all()[0],
            number=number,
            source="typed",
            text="57",
            mark="wrong",
            automatic_mark="wrong",
            received_at=timezone.now(),
        )
    page = browser.get(f"/teach/assignments/{assignment.pk}/deletion/")
    assert page.context["title"] == "Delete “Times and divide” for 4B?"
    assert page.context["consequences"] == [
        "Lost: 2 answers, with the ink and the marks",
        "The quiz itself stays",
        "This cannot be undone. Closing it stops the answers and keeps the results",
    ]
    assert Answer.objects.count() == 2


def test_deleting_an_assignment_leaves_the_quiz(browser: Client, quiz: Quiz, assignment: Assignment) -> None:
    answer = browser.post(f"/teach/assignments/{assignment.pk}/deletion/", follow=True)
    assert said(answer) == ["“Times and divide” for 4B was deleted."]
    assert not Assignment.objects.exists()
    assert quiz.questions.count() == 2


@pytest.mark.parametrize("tail", ["", "deletion/"])
def test_another_teacher_finds_no_page_of_the_assignment(
    bob: User, signed_in: SignIn, assignment: Assignment, tail: str
) -> None:
    assert signed_in(bob).get(f"/teach/assignments/{assignment.pk}/{tail}").status_code == 404


@pytest.mark.parametrize("tail", ["dates/", "closure/", "reopening/", "deletion/"])
def test_another_teacher_changes_nothing_of_the_assignment(
    bob: User, signed_in: SignIn, assignment: Assignment, tail: str
) -> None:
    before = Assignment.objects.values().get()
    assert signed_in(bob).post(f"/teach/assignments/{assignment.pk}/{tail}").status_code == 404
    assert Assignment.objects.values().get() == before


def test_another_teacher_sees_no_assignment_in_the_list(bob: User, signed_in: SignIn, assignment: Assignment) -> None:
    assertNotContains(signed_in(bob).get("/teach/assignments/"), assignment.title)


@pytest.mark.parametrize("path", ["", "1/", "1/deletion/"])
def test_nobody_is_sent_to_sign_in(db: None, client: Client, path: str) -> None:
    assertRedirects(
        client.get(f"/teach/assignments/{path}"),
        f"/accounts/sign-in/?next=/teach/assignments/{path}",
        fetch_redirect_response=False,
    )


class TestALiveGame:
    @pytest.fixture
    def game(self, quiz: Quiz, classroom: Classroom, zoe: Student) -> LiveGame:
        return play(quiz, classroom, [zoe])

    def page(self, browser: Client, game: LiveGame) -> str:
        return browser.get(f"/teach/assignments/{game.assignment_id}/").content.decode()

    def test_leads_to_the_host_s_screen_while_it_runs(
        self, browser: Client, game: LiveGame, classroom: Classroom
    ) -> None:
        host = f"/teach/games/{game.pk}/"
        pages = [
            self.page(browser, game),
            browser.get("/teach/assignments/").content.decode(),
            browser.get(f"/teach/classrooms/{classroom.pk}/").content.decode(),
            browser.get(f"/teach/assignments/{game.assignment_id}/results/").content.decode(),
        ]

        assert [host in page for page in pages] == [True] * 4
        assert ["Live now" in page for page in pages[:3]] == [True] * 3

    def test_has_no_times_and_no_closing(self, browser: Client, game: LiveGame) -> None:
        page = self.page(browser, game)

        assert [
            word for word in ("/dates/", "/closure/", "/reopening/", "Show this to the class") if word in page
        ] == []

    @pytest.mark.parametrize(
        ("path", "sentence"),
        [
            ("dates", "A live game has no times: you start and end it on the host's screen."),
            ("closure", "A live game ends on the host's screen: press End there."),
            ("reopening", "A live game is played once. Give the quiz again, as homework or as another live game."),
        ],
    )
    def test_is_not_closed_or_reopened_like_homework(
        self, browser: Client, game: LiveGame, path: str, sentence: str
    ) -> None:
        reply = browser.post(f"/teach/assignments/{game.assignment_id}/{path}/", follow=True)

        assert said(reply) == [sentence]
        assert Assignment.objects.get().is_open(timezone.now())

    def test_that_is_over_says_so_and_is_among_the_closed(self, browser: Client, game: LiveGame) -> None:
        after(game, Ended())

        page = self.page(browser, game)
        assert "Live game, over" in page
        assert "A game is played once" in page
        assert f"/teach/games/{game.pk}/" not in page
        assert "Times and divide" in browser.get("/teach/assignments/?show=closed").content.decode()
        reopened = browser.post(f"/teach/assignments/{game.assignment_id}/reopening/", follow=True)
        assert said(reopened)[0].startswith("A live game is played once.")
        assert Assignment.objects.get().closed_at is not None

    @pytest.mark.parametrize(
        "path",
        [
            "/teach/assignments/",
            "/teach/assignments/{assignment}/",
            "/teach/classrooms/{classroom}/",
            "/teach/games/{game}/",
        ],
    )
    def test_that_nobody_ended_has_ended_when_its_teacher_looks(
        self, browser: Client, bob: User, signed_in: Callable[[User], Client], game: LiveGame, path: str
    ) -> None:
        ids = {"assignment": game.assignment_id, "classroom": game.assignment.classroom_id, "game": game.pk}
        with time_machine.travel(timezone.now() + timedelta(hours=13)):
            signed_in(bob).get("/teach/assignments/")
            assert LiveGame.objects.running().exists()
            assert browser.get(path.format(**ids)).status_code == 200
            assert not LiveGame.objects.running().exists()
            assert "Live game, over" in self.page(browser, game)

    def test_is_deleted_with_a_word_on_those_who_play(self, browser: Client, game: LiveGame) -> None:
        page = browser.get(f"/teach/assignments/{game.assignment_id}/deletion/").content.decode()

        assert "The game is running, and ends for everybody at once" in page
        assert "Closing it" not in page
