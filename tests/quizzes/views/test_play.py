"""The child's own pages: what there is to do, the answering page, the score."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from quizzes.middleware import SEAT_COOKIE
from quizzes.models import Assignment, LiveGame, Quiz, SeatToken, Student, User
from quizzes.queries.play import Stage
from quizzes.rules import questions
from quizzes.rules.game.events import Ended, Started
from quizzes.rules.marking import Outcome
from quizzes.services.assignments import close_assignment, give_quiz
from quizzes.services.classrooms import remove_student
from quizzes.services.corrections import correct_answer, undo_correction
from quizzes.services.quizzes import add_questions
from quizzes.services.seats import reset_pin
from tests.quizzes.gaming import after, play, wrote
from tests.quizzes.giving import drawn, typed

Seated = Callable[[Student], Client]
KEY = "867530"  # in no page before it may be seen


def page(response: HttpResponse) -> str:
    return response.content.decode()


def at_the_end(assignment: Assignment) -> Assignment:
    assignment.show_marks = Assignment.ShowMarks.END
    assignment.save()
    return assignment


def finish(student: Student, assignment: Assignment) -> None:
    typed(student, assignment, 1, "56")
    typed(student, assignment, 2, "4")
    if assignment.tries_allowed > 1:
        typed(student, assignment, 2, "5")


@pytest.fixture
def planted(alice: User, zoe: Student) -> Assignment:
    quiz = Quiz.objects.create(teacher=alice, title="Canary", tries=2)
    add_questions(quiz=quiz, added=[questions.write_text("The canary?", KEY), questions.write("2 + 2")])
    return give_quiz(quiz=quiz, classroom=zoe.classroom)


# Who may come in


@pytest.mark.parametrize(
    ("name", "args", "onward"),
    [("play", [], ""), ("play-question", [12], "?assignment=12"), ("play-score", [12], "?assignment=12")],
)
def test_without_a_seat_the_code_comes_first(client: Client, db: None, name: str, args: list[int], onward: str) -> None:
    assert client.get(reverse(name, args=args)).url == reverse("join") + onward


@pytest.mark.parametrize("name", ["seat-leaving", "seat-hand"])
def test_seats_change_by_post_alone(seated: Seated, zoe: Student, name: str) -> None:
    assert seated(zoe).get(reverse(name)).status_code == 405


@pytest.mark.parametrize("name", ["play-question", "play-score"])
def test_another_class_s_assignment_is_not_found(
    seated: Seated, assignment: Assignment, xan: Student, name: str
) -> None:
    assert seated(xan).get(reverse(name, args=[assignment.pk])).status_code == 404


@pytest.mark.parametrize("name", ["play-question", "play-score"])
def test_an_assignment_that_is_not_there_is_not_found(seated: Seated, zoe: Student, name: str) -> None:
    assert seated(zoe).get(reverse(name, args=[999])).status_code == 404


@pytest.mark.parametrize(
    "out", [lambda zoe: remove_student(student=zoe, erase=False), lambda zoe: reset_pin(student=zoe)]
)
def test_a_removed_student_and_a_new_pin_end_the_seat(
    seated: Seated, zoe: Student, out: Callable[[Student], None]
) -> None:
    browser = seated(zoe)
    out(zoe)

    assert browser.get(reverse("play")).url == reverse("join")


def test_not_me_leaves_this_browser_s_seat_and_no_other(seated: Seated, zoe: Student) -> None:
    tablet, phone = seated(zoe), seated(zoe)

    response = tablet.post(reverse("seat-leaving"))

    assert response.url == reverse("join-classroom", args=[zoe.classroom.code])
    assert tablet.cookies[SEAT_COOKIE].value == ""
    assert tablet.get(reverse("play")).url == reverse("join")
    assert phone.get(reverse("play")).status_code == 200
    assert SeatToken.objects.filter(student=zoe).count() == 1


def test_pages_of_a_seat_are_kept_by_no_cache(seated: Seated, zoe: Student) -> None:
    assert "no-store" in seated(zoe).get(reverse("play")).headers["Cache-Control"]


# The child's own page


def test_home_shows_how_far_each_assignment_is(
    seated: Seated, assignment: Assignment, quiz: Quiz, zoe: Student
) -> None:
    finished = give_quiz(quiz=quiz, classroom=zoe.classroom)
    finish(zoe, finished)
    typed(zoe, assignment, 1, "56")

    response = seated(zoe).get(reverse("play"))

    (to_do,), (done,) = response.context["to_do"], response.context["done"]
    assert (to_do.assignment, to_do.stage, to_do.answered, to_do.total, to_do.score) == (
        assignment,
        Stage.OPEN,
        1,
        2,
        None,
    )
    assert (done.assignment, done.stage, done.score.right, done.total) == (finished, Stage.FINISHED, 1, 2)
    assert "Hello Zoe" in page(response)
    assert "1 of 2 done" in page(response)
    assert "1 of 2 right" in page(response)
    assert reverse("play-score", args=[finished.pk]) in page(response)


def test_home_shows_nothing_of_other_children_and_classes(
    seated: Seated, assignment: Assignment, yan: Student, xan: Student
) -> None:
    typed(yan, assignment, 1, "56")

    (to_do,) = seated(Student.objects.get(name="Zoe Zimmer")).get(reverse("play")).context["to_do"]
    assert to_do.answered == 0
    assert seated(xan).get(reverse("play")).context["to_do"] == []


def test_home_says_when_there_is_nothing_to_do(seated: Seated, zoe: Student) -> None:
    content = page(seated(zoe).get(reverse("play")))

    assert "Nothing to do right now" in content
    assert "When your teacher gives your class a quiz, you find it here. Load this page again then." in content


@time_machine.travel(datetime(2026, 11, 20, 9, 0), tick=False)
def test_home_tells_later_from_closed(seated: Seated, quiz: Quiz, zoe: Student) -> None:
    now = timezone.now()
    later = give_quiz(quiz=quiz, classroom=zoe.classroom, opens_at=now + timedelta(days=3))
    begun, missed = (give_quiz(quiz=quiz, classroom=zoe.classroom) for _ in range(2))
    typed(zoe, begun, 1, "56")
    close_assignment(assignment=begun)
    close_assignment(assignment=missed)

    response = seated(zoe).get(reverse("play"))

    assert [item.assignment for item in response.context["coming"]] == [later]
    assert [(item.assignment, item.stage) for item in response.context["done"]] == [(begun, Stage.CLOSED)]
    assert "opens on Monday 23 November, 09:00" in page(response)
    assert "1 of 2 done, now closed" in page(response)


def test_home_asks_the_database_the_same_however_much_there_is(
    seated: Seated, quiz: Quiz, zoe: Student, django_assert_num_queries: Any
) -> None:
    for _ in range(6):
        finish(zoe, give_quiz(quiz=quiz, classroom=zoe.classroom))
        typed(zoe, give_quiz(quiz=quiz, classroom=zoe.classroom), 1, "56")
    browser = seated(zoe)

    # seat, sittings, assignments, questions, answers, round and skills to practise; six for the own bests
    with django_assert_num_queries(13):
        browser.get(reverse("play"))


def test_the_hand_is_kept(seated: Seated, zoe: Student) -> None:
    browser = seated(zoe)

    assert browser.post(reverse("seat-hand"), {"hand": "left"}).url == reverse("play")
    zoe.refresh_from_db()
    assert zoe.left_handed
    assert "I write with my right hand" in page(browser.get(reverse("play")))
    browser.post(reverse("seat-hand"), {"hand": "right"})
    zoe.refresh_from_db()
    assert not zoe.left_handed


# The answering page


def test_the_answering_page_knows_its_addresses_and_no_question(
    seated: Seated, assignment: Assignment, zoe: Student
) -> None:
    response = seated(zoe).get(reverse("play-question", args=[assignment.pk]))

    assert response.context["play_data"] == {
        "assignment": assignment.pk,
        "seat": zoe.pk,
        "left_handed": False,
        "game": None,
        "urls": {
            "next": f"/api/assignments/{assignment.pk}/next/",
            "answers": f"/api/assignments/{assignment.pk}/answers/",
            "confirmation": "/api/answers/00000000-0000-0000-0000-000000000000/confirmation/",
            "read": "/api/read/",
            "seat": "/api/seat/",
            "score": f"/play/{assignment.pk}/score/",
            "home": "/play/",
        },
    }
    assert f'id="play-data" type="application/json">{json.dumps(response.context["play_data"])}<' in page(response)


def test_opening_the_answering_page_begins_nothing(seated: Seated, assignment: Assignment, zoe: Student) -> None:
    seated(zoe).get(reverse("play-question", args=[assignment.pk]))

    assert not zoe.sittings.exists()


def test_what_is_finished_leads_to_its_score(seated: Seated, assignment: Assignment, zoe: Student) -> None:
    finish(zoe, assignment)
    close_assignment(assignment=assignment)

    response = seated(zoe).get(reverse("play-question", args=[assignment.pk]))

    assert response.url == reverse("play-score", args=[assignment.pk])


@time_machine.travel(datetime(2026, 11, 20, 9, 0), tick=False)
def test_what_is_not_open_yet_says_when(seated: Seated, quiz: Quiz, zoe: Student) -> None:
    later = give_quiz(quiz=quiz, classroom=zoe.classroom, opens_at=timezone.now() + timedelta(days=3))

    content = page(seated(zoe).get(reverse("play-question", args=[later.pk])))

    assert "It opens on <strong>Monday 23 November</strong> at <strong>09:00</strong>. Come back then!" in content


def test_what_is_closed_says_what_to_do(seated: Seated, assignment: Assignment, zoe: Student) -> None:
    close_assignment(assignment=assignment)
    url = reverse("play-question", args=[assignment.pk])

    assert "If you still want to do it, ask your teacher to open it again." in page(seated(zoe).get(url))


def test_what_closed_half_way_is_kept(seated: Seated, assignment: Assignment, zoe: Student) -> None:
    typed(zoe, assignment, 1, "56")
    close_assignment(assignment=assignment)
    url = reverse("play-question", args=[assignment.pk])

    assert "It is closed now. Everything that you answered is kept." in page(seated(zoe).get(url))


# The score


def test_the_score_page_shows_every_question_with_its_mark(
    seated: Seated, assignment: Assignment, zoe: Student
) -> None:
    drawn(zoe, assignment, 1, "56")
    typed(zoe, assignment, 2, "4")
    typed(zoe, assignment, 2, "5")

    response = seated(zoe).get(reverse("play-score", args=[assignment.pk]))

    score = response.context["page"]
    assert (score.finished, score.score.right, score.score.total) == (True, 1, 2)
    assert [(line.number, line.shown.mark, line.shown.answer.text) for line in score.lines] == [
        (1, Outcome.RIGHT, "56"),
        (2, Outcome.WRONG, "5"),
    ]
    content = page(response)
    assert 'class="ink"' in content
    assert "I read <strong>56</strong>" in content
    assert "The answer is <strong>3</strong>" in content
    assert "Not this time" in content
    assert "Every single one" not in content


def test_a_score_without_a_miss_has_a_stamp(seated: Seated, assignment: Assignment, zoe: Student) -> None:
    typed(zoe, assignment, 1, "56")
    typed(zoe, assignment, 2, "3")
    assert "Every single one!" in page(seated(zoe).get(reverse("play-score", args=[assignment.pk])))


def test_a_question_that_was_right_in_the_end_shows_the_right_try(
    seated: Seated, assignment: Assignment, zoe: Student
) -> None:
    typed(zoe, assignment, 1, "54")
    typed(zoe, assignment, 1, "56")

    response = seated(zoe).get(reverse("play-score", args=[assignment.pk]))

    assert response.context["page"].lines[0].shown.answer.text == "56"


def test_before_it_is_finished_the_score_page_leads_back(seated: Seated, assignment: Assignment, zoe: Student) -> None:
    typed(zoe, assignment, 1, "56")

    response = seated(zoe).get(reverse("play-score", args=[assignment.pk]))

    assert response.context["page"].score is None
    assert "1 of 2 done" in page(response)
    assert "Not answered" in page(response)
    assert reverse("play-question", args=[assignment.pk]) in page(response)


def test_without_a_sitting_the_score_page_leads_to_the_questions(
    seated: Seated, assignment: Assignment, zoe: Student
) -> None:
    response = seated(zoe).get(reverse("play-score", args=[assignment.pk]))

    assert response.url == reverse("play-question", args=[assignment.pk])


def test_marks_at_the_end_come_at_the_end(seated: Seated, assignment: Assignment, zoe: Student) -> None:
    at_the_end(assignment)
    typed(zoe, assignment, 1, "54")
    browser, url = seated(zoe), reverse("play-score", args=[assignment.pk])

    before = page(browser.get(url))
    assert "The mark comes at the end" in before
    assert "Not this time" not in before
    assert "The answer is" not in before

    typed(zoe, assignment, 2, "3")
    after = page(browser.get(url))
    assert "The answer is <strong>56</strong>" in after
    assert "Not this time" in after


def test_an_unread_answer_is_for_the_teacher_to_look_at(seated: Seated, assignment: Assignment, zoe: Student) -> None:
    drawn(zoe, assignment, 1, "", mark=Outcome.UNREAD, left_to_teacher=True)
    typed(zoe, assignment, 2, "3")

    response = seated(zoe).get(reverse("play-score", args=[assignment.pk]))

    assert response.context["page"].score.unread == 1
    assert "Your teacher will look at 1 more." in page(response)
    assert "Your teacher will look" in page(response)


def test_what_the_clock_cut_short_says_so_on_the_score_page(
    seated: Seated, assignment: Assignment, zoe: Student
) -> None:
    drawn(zoe, assignment, 1, "5", mark=Outcome.UNREAD, left_to_teacher=True, cut_short=True)
    typed(zoe, assignment, 2, "3")
    response = seated(zoe).get(reverse("play-score", args=[assignment.pk]))
    assert "Time was up. Your teacher will look" in page(response)


def test_a_correction_is_said_and_its_undoing_unsaid(
    seated: Seated, assignment: Assignment, zoe: Student, alice: User
) -> None:
    finish(zoe, assignment)
    answer = zoe.sittings.get().answers.get(question__position=2, number=2)
    browser, url = seated(zoe), reverse("play-score", args=[assignment.pk])
    correct_answer(answer=answer, teacher=alice, mark=Outcome.RIGHT, reason="A secret reason")

    corrected = browser.get(url)
    assert [line.corrected for line in corrected.context["page"].lines] == [False, True]
    assert corrected.context["page"].score.right == 2
    assert "Your teacher looked at this one." in page(corrected)
    assert "A secret reason" not in page(corrected)

    undo_correction(answer=answer, teacher=alice)
    assert browser.get(url).context["page"].score.right == 1
    assert "Your teacher looked at this one." not in page(browser.get(url))


def test_the_score_page_asks_the_database_the_same_however_long_the_quiz(
    seated: Seated, alice: User, zoe: Student, django_assert_num_queries: Any
) -> None:
    quiz = Quiz.objects.create(teacher=alice, title="Long", tries=2)
    add_questions(quiz=quiz, added=[questions.write(f"{number} + 1") for number in range(20)])
    assignment = give_quiz(quiz=quiz, classroom=zoe.classroom)
    for place in range(1, 21):
        typed(zoe, assignment, place, str(place))
    browser = seated(zoe)

    # seat, assignment, sitting, questions, answers, corrections; three for what is the best, two for what is new
    with django_assert_num_queries(11):
        browser.get(reverse("play-score", args=[assignment.pk]))


# Keys


@pytest.mark.parametrize("show_marks", Assignment.ShowMarks.values)
def test_no_page_carries_a_key_before_it_may_be_seen(
    seated: Seated, planted: Assignment, zoe: Student, show_marks: str
) -> None:
    planted.show_marks = show_marks
    planted.save()
    browser = seated(zoe)
    urls = [reverse("play"), *(reverse(name, args=[planted.pk]) for name in ("play-question", "play-score"))]

    for _ in range(2):  # before and after the first try, which is wrong
        assert [url for url in urls if KEY in page(browser.get(url, follow=True))] == []
        if not zoe.sittings.exists():
            typed(zoe, planted, 1, "1")

    if show_marks == Assignment.ShowMarks.EACH:
        typed(zoe, planted, 1, "2")
    typed(zoe, planted, 2, "4")
    assert KEY in page(browser.get(urls[-1]))


# Starting


def test_the_first_page_reads_at_once(client: Client, db: None) -> None:
    response = client.get(reverse("start"))

    assert response.status_code == 200
    assert response.context["start_data"] == {"urls": {"read": "/api/read/"}}


def test_the_first_page_lets_a_seated_child_carry_on(seated: Seated, zoe: Student) -> None:
    assert "Carry on as Zoe" in page(seated(zoe).get(reverse("start")))


def test_the_first_page_offers_a_teacher_their_classrooms(signed_in: Callable[[User], Client], alice: User) -> None:
    assert reverse("classrooms") in page(signed_in(alice).get(reverse("start")))


class TestALiveGameOnTheChildsOwnPage:
    @pytest.fixture
    def game(self, quiz: Quiz, zoe: Student) -> LiveGame:
        return play(quiz, zoe.classroom, [])

    def test_stands_first_while_it_runs_and_not_among_what_is_to_do(
        self, seated: Seated, game: LiveGame, assignment: Assignment, zoe: Student
    ) -> None:
        reply = seated(zoe).get(reverse("play"))

        assert reply.context["live"] == game.assignment
        assert [item.assignment for item in reply.context["to_do"]] == [assignment]
        assert page(reply).index("Your class is flying") < page(reply).index("To do")
        assert reverse("play-question", args=[game.assignment_id]) in page(reply)

    def test_is_told_to_the_page_that_asks(self, seated: Seated, game: LiveGame, zoe: Student, xan: Student) -> None:
        ask = reverse("api-seat")

        told = seated(zoe).get(ask).json()

        assert (told["live"], told["assignments"]) == ({"id": game.assignment_id, "title": "Times and divide"}, [])
        assert seated(xan).get(ask).json()["live"] is None
        after(game, Ended())
        assert seated(zoe).get(ask).json()["live"] is None

    def test_is_done_when_it_is_over(self, seated: Seated, game: LiveGame, zoe: Student, yan: Student) -> None:
        browser = seated(zoe)
        browser.get(reverse("play-question", args=[game.assignment_id]))
        after(game, Started(), Ended())

        reply = browser.get(reverse("play"))

        assert (reply.context["live"], [item.assignment for item in reply.context["done"]]) == (None, [game.assignment])
        assert browser.get(reverse("play-question", args=[game.assignment_id])).url == reverse(
            "play-score", args=[game.assignment_id]
        )
        assert seated(yan).get(reverse("play")).context["done"] == []  # who was not there has nothing to look at

    def test_counts_what_was_asked_and_not_skipped(
        self, seated: Seated, game: LiveGame, quiz: Quiz, zoe: Student
    ) -> None:
        browser = seated(zoe)
        browser.get(reverse("play-question", args=[game.assignment_id]))
        after(game, Started())
        wrote(game, zoe, 1, "56")
        after(game, Ended())
        unasked = play(quiz, zoe.classroom, [zoe])
        after(unasked, Ended())

        first, second = browser.get(reverse("play")).context["done"]

        assert (first.total, second.total, second.score.right, second.score.counting) == (0, 1, 1, 1)
        shown = page(browser.get(reverse("play")))
        assert "1 of 1 right" in shown
        assert "over before its first question" in shown
        score = page(browser.get(reverse("play-score", args=[unasked.assignment_id])))
        assert "It was over before the first question." in score
        assert "You did it" not in score

    def test_of_another_class_is_nowhere(self, seated: Seated, game: LiveGame, xan: Student) -> None:
        browser = seated(xan)

        assert browser.get(reverse("play")).context["live"] is None
        assert browser.get(reverse("play-question", args=[game.assignment_id])).status_code == 404

    def test_that_nobody_ended_is_not_announced_the_next_day(
        self, seated: Seated, game: LiveGame, zoe: Student, client: Client
    ) -> None:
        LiveGame.objects.update(created_at=timezone.now() - timedelta(hours=13))
        browser = seated(zoe)

        assert browser.get(reverse("play")).context["live"] is None
        assert browser.get(reverse("api-seat")).json()["live"] is None
        assert "Live now" not in page(client.get(reverse("join-classroom", args=[zoe.classroom.code])))
        assert "Live now" in page(client.get(reverse("join-classroom", args=[game.code])))
