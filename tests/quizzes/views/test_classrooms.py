import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from quizzes.models import Classroom, SeatToken, Student
from quizzes.services.classrooms import create_classroom, remove_student
from quizzes.services.seats import take_seat
from quizzes.services.sittings import open_sitting
from tests.conftest import PIN

pytestmark = pytest.mark.django_db


def said(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


class TestTheList:
    def test_is_the_teachers_home(self, signed_in, alice):
        assert signed_in(alice).get("/teach/").url == reverse("classrooms")

    def test_invites_a_new_teacher_to_begin(self, signed_in, alice):
        content = signed_in(alice).get(reverse("classrooms")).content.decode()

        assert "Start with a classroom" in content
        assert "Make your first classroom" in content

    def test_shows_ones_own_classrooms_alone(self, signed_in, alice, classroom, zoe, xan):
        content = signed_in(alice).get(reverse("classrooms")).content.decode()

        assert "4B" in content
        assert classroom.code in content
        assert "1 student ·" in content
        assert "Bob" not in content
        assert xan.classroom.code not in content

    def test_tells_of_locked_seats(self, signed_in, alice, zoe):
        Student.objects.update(locked_at="2026-11-20T08:00Z")

        assert "1 locked seat" in signed_in(alice).get(reverse("classrooms")).content.decode()

    def test_takes_three_queries_for_any_number(self, signed_in, alice, classroom, zoe, django_assert_num_queries):
        for number in range(5):
            create_classroom(teacher=alice, name=f"Class {number}", emblem="bear")
        client = signed_in(alice)

        with django_assert_num_queries(3):  # session, user, classrooms
            client.get(reverse("classrooms"))


def filled(**fields: str) -> dict[str, str]:
    """The form of a classroom, filled in."""
    return {"name": "3A", "emblem": "bear", "decimal_sign": "."} | fields


class TestMakingOne:
    def test_a_name_and_an_emblem_make_a_classroom_with_a_code(self, signed_in, alice):
        response = signed_in(alice).post(reverse("classroom-new"), filled(name=" 3A ", emblem="whale"))

        made = Classroom.objects.get()
        assert (made.teacher, made.name, made.emblem) == (alice, "3A", "whale")
        assert len(made.code) == 6
        assert response.url == reverse("students-new", args=[made.pk])
        assert said(response) == ["3A is ready. Now add its students."]

    def test_a_name_is_wanted(self, signed_in, alice):
        form = signed_in(alice).post(reverse("classroom-new"), filled(name="")).context["form"]

        assert form.errors == {"name": ["Give the classroom a name, for example “4B”."]}

    def test_an_emblem_that_is_none_is_refused(self, signed_in, alice):
        form = signed_in(alice).post(reverse("classroom-new"), filled(emblem="x")).context["form"]

        assert form.errors == {"emblem": ["Choose one of the emblems."]}

    def test_the_class_writes_a_point_or_a_comma(self, signed_in, alice):
        client = signed_in(alice)
        form = client.post(reverse("classroom-new"), filled(decimal_sign=";")).context["form"]
        client.post(reverse("classroom-new"), filled(decimal_sign=","))

        assert form.errors == {"decimal_sign": ["Choose the point or the comma."]}
        assert Classroom.objects.get().decimal_sign == ","

    def test_the_emblems_are_a_group_of_named_pictures(self, signed_in, alice):
        content = signed_in(alice).get(reverse("classroom-new")).content.decode()

        assert content.count('name="emblem"') == 12
        assert "Great Bear" in content

    def test_there_is_an_end_to_classrooms(self, signed_in, alice, monkeypatch):
        monkeypatch.setattr("quizzes.services.classrooms.MOST_CLASSROOMS", 0)

        form = signed_in(alice).post(reverse("classroom-new"), filled()).context["form"]

        assert form.errors == {"__all__": ["You have 0 classrooms, which is the most. Delete one first."]}

    def test_name_and_emblem_change_and_the_code_stays(self, signed_in, alice, classroom):
        url = reverse("classroom-edit", args=[classroom.pk])

        response = signed_in(alice).post(url, filled(name="5B", emblem="lyre"))

        changed = Classroom.objects.get()
        assert (changed.name, changed.emblem, changed.code) == ("5B", "lyre", classroom.code)
        assert said(response) == ["5B was changed."]

    def test_a_refused_change_leaves_the_old_name_in_the_heading(self, signed_in, alice, classroom):
        response = signed_in(alice).post(reverse("classroom-edit", args=[classroom.pk]), filled(name=""))

        assert "<h1>Change 4B</h1>" in response.content.decode()


class TestTheRoster:
    def page(self, client, classroom):
        return client.get(reverse("classroom", args=[classroom.pk]))

    def test_says_what_to_do_first(self, signed_in, alice, classroom):
        content = self.page(signed_in(alice), classroom).content.decode()

        assert "Nobody is here yet" in content
        assert reverse("students-new", args=[classroom.pk]) in content

    def test_shows_names_pins_and_when_each_was_last_here(self, signed_in, alice, assignment, zoe, yan):
        take_seat(student=zoe, pin=PIN)
        sitting = open_sitting(student=zoe, assignment=assignment).sitting

        response = self.page(signed_in(alice), assignment.classroom)

        assert [student.name for student in response.context["roster"]] == ["Yan Yates", "Zoe Zimmer"]
        content = response.content.decode()
        assert content.count('<span class="quiet">Not yet</span>') == 2  # Yan has neither chosen nor been here
        assert "Chosen" in content
        assert f"{sitting.started_at:%-d %b %Y}" in content
        assert classroom_code_is_shown(content, assignment.classroom)

    def test_a_locked_seat_has_its_unlock_beside_it(self, signed_in, alice, zoe):
        Student.objects.update(locked_at="2026-11-20T08:00Z")

        content = self.page(signed_in(alice), zoe.classroom).content.decode()

        assert f'action="{reverse("student-unlocking", args=[zoe.pk])}"' in content

    def test_shows_the_assignments_and_how_far_they_are(self, signed_in, alice, assignment, zoe):
        open_sitting(student=zoe, assignment=assignment)

        response = self.page(signed_in(alice), assignment.classroom)

        ((shown, is_open),) = response.context["assignments"]
        assert (shown, is_open) == (assignment, True)
        assert "0 of 2" in response.content.decode()
        assert reverse("assignment", args=[assignment.pk]) in response.content.decode()

    def test_keeps_removed_students_within_reach(self, signed_in, alice, classroom, zoe):
        remove_student(student=zoe, erase=False)

        content = self.page(signed_in(alice), classroom).content.decode()

        assert "1 removed student" in content
        assert reverse("student-restoration", args=[zoe.pk]) in content

    def test_takes_seven_queries_for_any_number(self, signed_in, alice, assignment, django_assert_num_queries):
        names = [f"Student {letter}" for letter in "ABCDEFGH"]
        Student.objects.bulk_create(Student(classroom=assignment.classroom, name=name) for name in names)
        client = signed_in(alice)

        with django_assert_num_queries(7):  # session, user, classroom, games left alone, students, removed, assignments
            self.page(client, assignment.classroom)


def classroom_code_is_shown(content, classroom):
    return classroom.code in content


class TestAddingStudents:
    def add(self, client, classroom, roster, **more):
        return client.post(reverse("students-new", args=[classroom.pk]), {"roster": roster} | more)

    def test_one_name_is_added(self, signed_in, alice, classroom):
        response = self.add(signed_in(alice), classroom, "Zoe")

        assert said(response) == ["Zoe was added."]
        assert response.url == reverse("classroom", args=[classroom.pk])
        assert Student.objects.get().name == "Zoe"

    def test_one_after_the_other_is_added_without_looking_for_the_field(self, signed_in, alice, classroom):
        response = self.add(signed_in(alice), classroom, "Zoe", one="yes")

        assert response.url == reverse("classroom", args=[classroom.pk]) + "#one-more"

    def test_a_pasted_list_is_added_and_the_same_name_is_told_apart(self, signed_in, alice, classroom, zoe):
        response = self.add(signed_in(alice), classroom, "1. Zoe Zimmer\n2. Will Wu\n\n3. Will Wu")

        assert said(response) == ["Zoe Zimmer 2, Will Wu and Will Wu 2 were added."]
        assert Student.objects.count() == 4

    def test_a_long_list_is_told_in_short(self, signed_in, alice, classroom):
        response = self.add(signed_in(alice), classroom, "Ann\nBen\nCem\nDan\nEve\nFay\nGil\nHal")

        assert said(response) == ["Ann, Ben, Cem, Dan, Eve and 3 more were added."]

    def test_looking_first_adds_nobody_and_keeps_the_list(self, signed_in, alice, classroom, zoe):
        response = self.add(signed_in(alice), classroom, "zoe zimmer\nWill Wu", look="yes")

        assert response.context["form"].names == ["zoe zimmer 2", "Will Wu"]
        assert "2 students would be added" in response.content.decode()
        assert "zoe zimmer\nWill Wu</textarea>" in response.content.decode()
        assert Student.objects.count() == 1

    @pytest.mark.parametrize(
        ("roster", "sentence"),
        [
            ("", "Write at least one name."),
            (" \n 12 \n", "Write at least one name."),
            ("Zoe\n???", "Line 2, “???”, is no name: write it with letters, or leave it out."),
            (
                "\n".join(f"Child {number}x" for number in range(61)),
                "That is 61 names; a classroom holds 60. Leave some out.",
            ),
            (
                "x" * 10_001,
                "That is more than a classroom holds. Paste the names alone, without other columns.",
            ),
        ],
    )
    def test_what_is_no_list_of_names_is_refused_whole(self, signed_in, alice, classroom, roster, sentence):
        response = self.add(signed_in(alice), classroom, roster)

        assert response.context["form"].errors == {"roster": [sentence]}
        assert not Student.objects.exists()

    def test_a_classroom_fills_up(self, signed_in, alice, classroom, zoe):
        roster = "\n".join(f"Child {number}x" for number in range(60))

        form = self.add(signed_in(alice), classroom, roster).context["form"]

        assert form.errors["roster"] == ["A classroom holds at most 60 students: 4B has 1, and 60 more were to come."]


class TestTheCode:
    def test_the_board_shows_code_link_and_square(self, signed_in, alice, classroom):
        content = signed_in(alice).get(reverse("classroom-code", args=[classroom.pk])).content.decode()

        assert f"http://testserver/join/{classroom.code}/" in content
        assert '<svg viewBox="0 0' in content
        assert ", ".join(classroom.code) in content
        assert "style=" not in content

    def test_a_new_code_is_asked_about_first(self, signed_in, alice, classroom):
        response = signed_in(alice).get(reverse("classroom-code-renewal", args=[classroom.pk]))

        assert response.context["title"] == "A new join code for 4B?"
        assert Classroom.objects.get().code == classroom.code

    def test_a_new_code_ends_the_old_one_and_seats_stay(self, client, signed_in, alice, classroom, zoe):
        take_seat(student=zoe, pin=PIN)

        response = signed_in(alice).post(reverse("classroom-code-renewal", args=[classroom.pk]))

        new = Classroom.objects.get().code
        assert said(response) == [f"The join code of 4B is now {new}."]
        assert client.get(reverse("join-classroom", args=[classroom.code])).status_code == 404
        assert client.get(reverse("join-classroom", args=[new])).status_code == 200
        assert SeatToken.objects.filter(student=zoe).exists()


class TestDeletingOne:
    def test_names_what_goes(self, signed_in, alice, assignment):
        response = signed_in(alice).get(reverse("classroom-delete", args=[assignment.classroom.pk]))

        assert response.context["consequences"] == [
            "2 students, with their names and picture PINs",
            "1 assignment and no answers",
            f"the join code {assignment.classroom.code}",
        ]
        assert Classroom.objects.exists()

    def test_takes_the_classroom_and_leaves_the_quiz(self, signed_in, alice, assignment, quiz):
        response = signed_in(alice).post(reverse("classroom-delete", args=[assignment.classroom.pk]))

        assert said(response) == ["4B was deleted."]
        assert not Classroom.objects.exists()
        assert not Student.objects.exists()
        quiz.refresh_from_db()


PAGES = [
    "classroom",
    "classroom-edit",
    "classroom-code",
    "classroom-code-renewal",
    "classroom-delete",
    "students-new",
]


class TestWhoMaySee:
    @pytest.mark.parametrize("name", PAGES)
    @pytest.mark.parametrize("method", ["get", "post"])
    def test_another_teachers_classroom_is_not_there(self, signed_in, bob, classroom, name, method):
        response = getattr(signed_in(bob), method)(reverse(name, args=[classroom.pk]))

        read_only = method == "post" and name in ("classroom", "classroom-code")
        assert response.status_code == (405 if read_only else 404)
        assert Classroom.objects.get() == classroom

    @pytest.mark.parametrize("name", PAGES)
    @pytest.mark.parametrize("method", ["get", "post"])
    def test_nobody_is_sent_to_sign_in(self, client, classroom, name, method):
        url = reverse(name, args=[classroom.pk])

        assert getattr(client, method)(url).url == f"{reverse('sign-in')}?next={url}"

    @pytest.mark.parametrize("name", PAGES)
    def test_a_student_is_sent_to_sign_in(self, seated, zoe, name):
        url = reverse(name, args=[zoe.classroom_id])

        assert seated(zoe).get(url).url == f"{reverse('sign-in')}?next={url}"

    @pytest.mark.parametrize("name", PAGES)
    def test_every_page_has_one_heading_and_a_title(self, signed_in, alice, assignment, name):
        content = signed_in(alice).get(reverse(name, args=[assignment.classroom.pk])).content.decode()

        assert content.count("<h1") == 1
        assert "· Astro Numbers</title>" in content


def test_a_page_that_is_not_there_knows_who_is_signed_in(signed_in, alice, client):
    assert "My classrooms" in signed_in(alice).get("/teach/classrooms/999/").content.decode()
    client.logout()
    assert "Sign in</a>" in client.get("/nowhere/").content.decode()
