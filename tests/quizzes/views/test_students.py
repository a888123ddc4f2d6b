from uuid import uuid4

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from quizzes.models import Answer, Student
from quizzes.services.answers import submit_answer
from quizzes.services.classrooms import remove_student
from quizzes.services.judging import Submission
from quizzes.services.seats import take_seat
from tests.conftest import PIN

pytestmark = pytest.mark.django_db


def said(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def answer_once(student, assignment):
    question = assignment.questions.first()
    submission = Submission(id=uuid4(), question=question.pk, typed="56")
    submit_answer(student=student, assignment=assignment, submission=submission)


class TestChangingOne:
    def change(self, client, student, **details):
        return client.post(reverse("student-edit", args=[student.pk]), details)

    def test_name_and_hand_are_changed(self, signed_in, alice, zoe):
        response = self.change(signed_in(alice), zoe, name="  Zoë   Zimmer ", left_handed="on")

        zoe.refresh_from_db()
        assert (zoe.name, zoe.left_handed) == ("Zoë Zimmer", True)
        assert said(response) == ["Zoë Zimmer was changed."]

    @pytest.mark.parametrize(
        ("name", "sentence"),
        [
            ("", "Write the student's name."),
            ("…", "Write the name with letters."),
            ("x" * 41, "A name has at most 40 letters. Write a shorter one, as the class says it."),
            ("YAN yates", "There is another YAN yates in 4B. Add an initial or a number."),
        ],
    )
    def test_a_name_that_cannot_be_is_refused(self, signed_in, alice, zoe, yan, name, sentence):
        response = self.change(signed_in(alice), zoe, name=name)

        assert response.context["form"].errors == {"name": [sentence]}
        assert f"<h1>{zoe.name}</h1>" in response.content.decode()

    def test_a_classroom_elsewhere_may_have_the_same_name(self, signed_in, alice, zoe, xan):
        self.change(signed_in(alice), zoe, name=xan.name)

        zoe.refresh_from_db()
        assert zoe.name == "Xan Xu"


class TestTheSeat:
    def test_one_tap_unlocks_it(self, signed_in, alice, zoe):
        Student.objects.update(locked_at="2026-11-20T08:00Z", wrong_pins=5)

        response = signed_in(alice).post(reverse("student-unlocking", args=[zoe.pk]))

        zoe.refresh_from_db()
        assert (zoe.locked_at, zoe.wrong_pins) == (None, 0)
        assert said(response) == ["Zoe Zimmer can try the pictures again."]

    def test_unlocking_takes_a_post(self, signed_in, alice, zoe):
        assert signed_in(alice).get(reverse("student-unlocking", args=[zoe.pk])).status_code == 405

    def test_forgetting_the_pictures_is_asked_about_first(self, signed_in, alice, zoe):
        take_seat(student=zoe, pin=PIN)

        response = signed_in(alice).get(reverse("student-pin-reset", args=[zoe.pk]))

        assert response.context["title"] == "New pictures for Zoe Zimmer?"
        zoe.refresh_from_db()
        assert zoe.pin_hash

    def test_forgetting_the_pictures_puts_every_browser_out(self, signed_in, seated, alice, zoe):
        child = seated(zoe)
        assert child.get(reverse("play")).status_code == 200

        response = signed_in(alice).post(reverse("student-pin-reset", args=[zoe.pk]))

        zoe.refresh_from_db()
        assert zoe.pin_hash == ""
        assert child.get(reverse("play")).status_code == 302
        assert said(response) == ["Zoe Zimmer can choose three new pictures."]


class TestLeaving:
    def test_says_how_much_there_is_to_lose(self, signed_in, alice, assignment, zoe):
        answer_once(zoe, assignment)

        context = signed_in(alice).get(reverse("student-removal", args=[zoe.pk])).context

        assert context["title"] == "Remove Zoe Zimmer?"
        assert context["text"] == "There is 1 answer of Zoe Zimmer."
        assert context["form"]["answers"].value() == "keep"

    def test_keeps_the_answers_and_ends_the_seat(self, signed_in, seated, alice, assignment, zoe):
        answer_once(zoe, assignment)
        child = seated(zoe)

        response = signed_in(alice).post(reverse("student-removal", args=[zoe.pk]), {"answers": "keep"})

        zoe.refresh_from_db()
        assert zoe.removed_at is not None
        assert Answer.objects.count() == 1
        assert child.get(reverse("play")).status_code == 302
        assert said(response) == ["Zoe Zimmer was removed. The answers are kept."]

    def test_erases_only_on_the_teachers_word(self, signed_in, alice, assignment, zoe):
        answer_once(zoe, assignment)

        response = signed_in(alice).post(reverse("student-removal", args=[zoe.pk]), {"answers": "erase"})

        assert not Student.objects.filter(pk=zoe.pk).exists()
        assert not Answer.objects.exists()
        assert said(response) == ["Zoe Zimmer was erased, with every answer."]

    def test_without_a_choice_nothing_happens(self, signed_in, alice, zoe):
        form = signed_in(alice).post(reverse("student-removal", args=[zoe.pk]), {"answers": ""}).context["form"]

        assert form.errors == {"answers": ["Say what becomes of the answers."]}
        assert Student.objects.get().removed_at is None

    def test_somebody_who_left_is_offered_to_be_erased(self, signed_in, alice, zoe):
        remove_student(student=zoe, erase=False)

        context = signed_in(alice).get(reverse("student-removal", args=[zoe.pk])).context

        assert context["title"] == "Erase Zoe Zimmer?"
        assert list(context["form"].fields["answers"].choices) == [
            ("erase", "Erase the student with all ink and marks, for good")
        ]

    def test_comes_back_under_a_name_that_is_free(self, signed_in, alice, classroom, zoe):
        remove_student(student=zoe, erase=False)
        Student.objects.create(classroom=classroom, name="Zoe Zimmer")

        response = signed_in(alice).post(reverse("student-restoration", args=[zoe.pk]))

        zoe.refresh_from_db()
        assert (zoe.removed_at, zoe.name) == (None, "Zoe Zimmer 2")
        assert said(response) == ["Zoe Zimmer 2 is back on the roster."]

    def test_a_full_classroom_takes_nobody_back(self, signed_in, alice, classroom, zoe):
        remove_student(student=zoe, erase=False)
        Student.objects.bulk_create(Student(classroom=classroom, name=f"Child {n}") for n in range(60))

        response = signed_in(alice).post(reverse("student-restoration", args=[zoe.pk]))

        assert said(response) == ["A classroom holds at most 60 students: 4B has 60, and 1 more were to come."]
        zoe.refresh_from_db()
        assert zoe.removed_at is not None


PAGES = ["student-edit", "student-removal", "student-restoration", "student-unlocking", "student-pin-reset"]
BY_POST = ["student-restoration", "student-unlocking"]


class TestWhoMayDoThis:
    @pytest.mark.parametrize("name", PAGES)
    def test_another_teachers_student_is_not_there(self, signed_in, bob, zoe, name):
        url = reverse(name, args=[zoe.pk])

        assert signed_in(bob).post(url).status_code == 404
        assert signed_in(bob).get(url).status_code == (405 if name in BY_POST else 404)

    @pytest.mark.parametrize("name", PAGES)
    def test_nobody_is_sent_to_sign_in(self, client, zoe, name):
        url = reverse(name, args=[zoe.pk])

        assert client.post(url).url == f"{reverse('sign-in')}?next={url}"

    @pytest.mark.parametrize("name", PAGES)
    def test_a_student_is_sent_to_sign_in(self, seated, zoe, name):
        url = reverse(name, args=[zoe.pk])

        assert seated(zoe).post(url).url == f"{reverse('sign-in')}?next={url}"

    @pytest.mark.parametrize("name", [name for name in PAGES if name not in BY_POST])
    def test_every_page_has_one_heading_and_a_title(self, signed_in, alice, zoe, name):
        content = signed_in(alice).get(reverse(name, args=[zoe.pk])).content.decode()

        assert content.count("<h1") == 1
        assert "· Astro Numbers</title>" in content
