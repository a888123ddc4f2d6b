from uuid import uuid4

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Permission
from django.contrib.messages import get_messages
from django.urls import reverse

from quizzes.forms.accounts import SIGN_IN_REFUSED
from quizzes.models import Answer, Classroom, ClassroomSkill, Correction, Reward, SeatToken, Student, User
from quizzes.queries.seats import student_by_token
from quizzes.rules.game import Settings
from quizzes.rules.marking import Outcome
from quizzes.services.answers import submit_answer
from quizzes.services.corrections import correct_answer
from quizzes.services.donations import give_ink
from quizzes.services.exchange import share_quiz
from quizzes.services.games import open_game
from quizzes.services.judging import Submission
from quizzes.services.seats import take_seat
from tests.conftest import PASSWORD, PIN

pytestmark = pytest.mark.django_db

MODELS = sorted(model._meta.model_name for model in apps.get_app_config("quizzes").get_models())
RECORDS = [
    "answer",
    "askedquestion",
    "correction",
    "donation",
    "livegame",
    "question",
    "reward",
    "seattoken",
    "sitting",
]
STROKES = [[[100, 100, 0], [110, 300, 40]]]


@pytest.fixture
def school(alice, assignment, zoe):
    """One of everything: a typed answer, a drawn one that the teacher corrected, a taken seat, a sample, a skill, a
    live game, a reward."""
    open_game(quiz=assignment.quiz, classroom=zoe.classroom, settings=Settings())
    Reward.objects.create(student=zoe, code="flag")
    ClassroomSkill.objects.create(classroom=zoe.classroom, skill="add-within-20", level=1)
    take_seat(student=zoe, pin=PIN)
    give_ink(strokes=STROKES, format="whole", text="1")
    first, second = assignment.questions.all()
    submit_answer(
        student=zoe,
        assignment=assignment,
        submission=Submission(id=uuid4(), question=first.pk, typed="56"),
    )
    sitting = assignment.sittings.get()
    drawn = Answer.objects.create(
        id=uuid4(),
        sitting=sitting,
        question=second,
        number=1,
        source="drawn",
        strokes=STROKES,
        text="8",
        mark="wrong",
        automatic_text="8",
        automatic_mark="wrong",
        received_at=sitting.started_at,
    )
    correct_answer(answer=drawn, teacher=alice, mark=Outcome.RIGHT, reason="It is a 3", text="3")
    return drawn


@pytest.fixture
def administrator(signed_in, carol):
    return signed_in(carol)


@pytest.fixture
def office(signed_in, db):
    """Somebody in the office: may see and change what an administrator may, and is no superuser."""
    user = User.objects.create_user("olga@example.org", PASSWORD, name="Olga Office", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(content_type__app_label="quizzes"))
    return signed_in(user)


def page(model, what, *args):
    return reverse(f"admin:quizzes_{model}_{what}", args=args)


def one_of(model):
    return apps.get_model("quizzes", model).objects.order_by("pk").first()


def said(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def test_every_model_is_registered_with_search_and_filters():
    for model in apps.get_app_config("quizzes").get_models():
        model_admin = admin.site.get_model_admin(model)
        assert model_admin.search_fields, model
        assert model_admin.list_filter, model


@pytest.mark.parametrize("model", MODELS)
def test_every_list_shows_its_rows_and_can_be_searched(administrator, school, model):
    response = administrator.get(page(model, "changelist"), {"q": ""})

    assert response.status_code == 200
    assert response.context["cl"].result_count == apps.get_model("quizzes", model).objects.count() > 0
    assert administrator.get(page(model, "changelist"), {"q": "zebra"}).context["cl"].result_count == 0


@pytest.mark.parametrize("model", MODELS)
def test_every_row_has_its_page_without_inline_style_or_script(administrator, school, model):
    content = administrator.get(page(model, "change", one_of(model).pk)).content.decode()

    assert str(one_of(model)).split()[-1][:20] in content
    assert " style=" not in content
    assert " onclick=" not in content


@pytest.mark.parametrize("model", RECORDS)
@pytest.mark.parametrize("who", ["administrator", "office"])
def test_records_are_neither_added_nor_changed(request, school, model, who):
    client = request.getfixturevalue(who)
    row = one_of(model)
    before = apps.get_model("quizzes", model).objects.filter(pk=row.pk).values().get()

    assert client.get(page(model, "add")).status_code == 403
    assert client.get(page(model, "change", row.pk)).status_code == 200
    assert client.post(page(model, "change", row.pk), {"mark": "right", "text": "56"}).status_code == 403
    assert apps.get_model("quizzes", model).objects.filter(pk=row.pk).values().get() == before


@pytest.mark.parametrize("model", ["askedquestion", "correction"])
def test_a_record_that_explains_another_goes_only_with_it(administrator, school, model):
    row = one_of(model)
    records = apps.get_model("quizzes", model).objects

    assert administrator.post(page(model, "delete", row.pk), {"post": "yes"}).status_code == 403
    chosen = {"action": "delete_selected", "_selected_action": [row.pk], "post": "yes"}
    administrator.post(page(model, "changelist"), chosen)
    assert records.filter(pk=row.pk).exists()
    assert page(model, "delete", row.pk) not in administrator.get(page(model, "change", row.pk)).content.decode()

    assert administrator.post(page("assignment", "delete", one_of("assignment").pk), {"post": "yes"}).status_code == 302
    assert not records.filter(pk=row.pk).exists()


@pytest.mark.parametrize("model", ["answer", "sitting", "assignment", "donation"])
def test_only_a_superuser_erases_records(office, administrator, school, model):
    row = one_of(model)

    assert office.post(page(model, "delete", row.pk), {"post": "yes"}).status_code == 403
    assert administrator.post(page(model, "delete", row.pk), {"post": "yes"}).status_code == 302
    assert not apps.get_model("quizzes", model).objects.filter(pk=row.pk).exists()


def test_an_assignment_changes_only_in_when_it_is_open(administrator, assignment):
    details = {
        "title": "Another title",
        "tries": 5,
        "opens_at_0": "2026-11-01",
        "opens_at_1": "08:00",
        "questions-TOTAL_FORMS": 0,
        "questions-INITIAL_FORMS": 0,
    }

    administrator.post(page("assignment", "change", assignment.pk), details)

    assignment.refresh_from_db()
    assert (assignment.title, assignment.tries) == ("Times and divide", 2)
    assert assignment.opens_at is not None


def test_the_ink_of_an_answer_is_drawn_on_its_page(administrator, school):
    content = administrator.get(page("answer", "change", school.pk)).content.decode()

    assert '<svg class="ink"' in content
    assert 'class="ink__stroke"' in content
    assert "It is a 3" in content


def test_a_typed_answer_says_so(administrator, school):
    typed = Answer.objects.get(source="typed")

    assert "Typed" in administrator.get(page("answer", "change", typed.pk)).content.decode()


@pytest.mark.parametrize("model", MODELS)
def test_lists_take_no_more_queries_for_more_rows(
    administrator, school, classroom, model, django_assert_max_num_queries
):
    students = Student.objects.bulk_create(Student(classroom=classroom, name=f"Child {n}") for n in range(8))
    for student in students:
        take_seat(student=student, pin=PIN)

    with django_assert_max_num_queries(10):
        administrator.get(page(model, "changelist"))


def test_a_shared_quiz_is_seen_and_its_link_ended_without_showing_it(administrator, quiz):
    share_quiz(quiz=quiz)
    token = quiz.share_token

    pages = [administrator.get(page("quiz", "changelist")), administrator.get(page("quiz", "change", quiz.pk))]
    ended = administrator.post(page("quiz", "changelist"), {"action": "stop_sharing", "_selected_action": [quiz.pk]})

    assert [token in each.content.decode() for each in pages] == [False, False]
    assert said(ended) == ["No longer shared: 1."]
    quiz.refresh_from_db()
    assert quiz.share_token is None


class TestTeachers:
    def act(self, client, action, *users):
        details = {"action": action, "_selected_action": [user.pk for user in users]}
        return client.post(page("user", "changelist"), details)

    def test_a_deactivated_teacher_is_out_and_so_are_the_students(self, administrator, alice, bob, zoe):
        token = take_seat(student=zoe, pin=PIN)

        response = self.act(administrator, "deactivate", alice)

        assert said(response) == ["Deactivated: 1. Their seats and join codes work no more."]
        assert list(User.objects.filter(is_active=False)) == [alice]
        assert student_by_token(token) is None

    def test_a_reactivated_teacher_is_back(self, administrator, alice, zoe):
        token = take_seat(student=zoe, pin=PIN)
        self.act(administrator, "deactivate", alice)

        response = self.act(administrator, "reactivate", alice)

        assert said(response)[-1] == "Reactivated: 1. Their seats and join codes work again."
        assert student_by_token(token) == zoe

    def test_nobody_deactivates_themselves(self, administrator, carol, alice):
        response = self.act(administrator, "deactivate", carol, alice)

        assert said(response) == ["You cannot deactivate your own account."]
        assert not User.objects.filter(is_active=False).exists()

    def test_the_office_cannot_touch_a_superuser(self, office, carol):
        self.act(office, "deactivate", carol)
        office.post(page("user", "change", carol.pk), {"email": "x@example.org", "name": "X"})
        office.post(reverse("admin:auth_user_password_change", args=[carol.pk]), {"password1": "x"})

        changed = User.objects.get(pk=carol.pk)
        assert (changed.email, changed.is_active, changed.password) == (carol.email, True, carol.password)

    def test_the_office_cannot_take_over_another_administrator(self, office):
        other = User.objects.create_user("omar@example.org", PASSWORD, name="Omar", is_staff=True)
        self.act(office, "deactivate", other)
        office.post(page("user", "change", other.pk), {"email": "olga@evil.example", "name": "Omar", "is_active": "on"})
        new = {"password1": "seven sleepy violet otters", "password2": "seven sleepy violet otters"}
        refused = office.post(reverse("admin:auth_user_password_change", args=[other.pk]), new)

        changed = User.objects.get(pk=other.pk)
        assert refused.status_code == 403
        assert (changed.email, changed.is_active, changed.password) == (other.email, True, other.password)

    def test_the_office_cannot_make_itself_a_superuser(self, office):
        olga = User.objects.get(email="olga@example.org")
        details = {"email": olga.email, "name": "Olga", "is_active": "on", "is_superuser": "on"}

        office.post(page("user", "change", olga.pk), details)

        olga.refresh_from_db()
        assert (olga.name, olga.is_superuser) == ("Olga", False)

    def test_one_is_added_by_address_and_password(self, administrator):
        details = {
            "email": "Dana@Example.org",
            "name": "Dana",
            "usable_password": "true",
            "password1": "seven sleepy violet otters",
            "password2": "seven sleepy violet otters",
        }

        administrator.post(page("user", "add"), details)

        dana = User.objects.get(email="dana@example.org")
        assert dana.check_password("seven sleepy violet otters")
        assert not dana.is_staff

    def test_an_address_that_is_taken_is_refused(self, administrator, alice):
        details = {"email": "ALICE@example.org", "name": "A", "usable_password": "false"}

        response = administrator.post(page("user", "add"), details)

        assert response.context["adminform"].form.errors == {"email": ["There is an account with this address."]}

    def test_the_password_is_changed_on_a_page_of_its_own_and_never_shown(self, administrator, alice):
        content = administrator.get(page("user", "change", alice.pk)).content.decode()
        assert alice.password not in content

        administrator.post(
            reverse("admin:auth_user_password_change", args=[alice.pk]),
            {
                "usable_password": "true",
                "password1": "seven sleepy violet otters",
                "password2": "seven sleepy violet otters",
            },
        )

        alice.refresh_from_db()
        assert alice.check_password("seven sleepy violet otters")


class TestClassroomsAndStudents:
    def test_a_classroom_made_here_gets_a_code(self, administrator, alice):
        administrator.post(
            page("classroom", "add"), {"teacher": alice.pk, "name": "6D", "emblem": "bear", "decimal_sign": "."}
        )

        assert len(Classroom.objects.get().code) == 6

    def test_a_classroom_changed_here_keeps_its_code(self, administrator, classroom):
        details = {
            "teacher": classroom.teacher_id,
            "name": "6D",
            "emblem": "bear",
            "decimal_sign": ",",
            "code": "AAAAAA",
        }

        administrator.post(page("classroom", "change", classroom.pk), details)

        changed = Classroom.objects.get()
        assert (changed.name, changed.code) == ("6D", classroom.code)

    @pytest.mark.parametrize("name", ["Yan Yates", "yan yates"])
    def test_a_name_that_is_taken_is_refused(self, administrator, zoe, yan, name):
        response = administrator.post(page("student", "change", zoe.pk), {"name": name})

        sentence = f"There is another {name} in 4B. Add an initial or a number."
        assert response.context["adminform"].form.errors == {"name": [sentence]}

        response = administrator.post(page("student", "add"), {"name": name, "classroom": zoe.classroom_id})

        assert response.context["adminform"].form.errors == {"name": [sentence]}
        assert Student.objects.count() == 2

    def test_a_name_alone_changes_and_the_classroom_stays(self, administrator, zoe, xan):
        administrator.post(page("student", "change", zoe.pk), {"name": "Zoë", "classroom": xan.classroom_id})

        changed = Student.objects.get(pk=zoe.pk)
        assert (changed.name, changed.classroom) == ("Zoë", zoe.classroom)

    def test_a_student_without_a_classroom_is_asked_for_one(self, administrator):
        response = administrator.post(page("student", "add"), {"name": "Zoe"})

        assert list(response.context["adminform"].form.errors) == ["classroom"]

    def test_a_pin_is_never_shown(self, administrator, zoe):
        take_seat(student=zoe, pin=PIN)
        zoe.refresh_from_db()

        assert zoe.pin_hash not in administrator.get(page("student", "change", zoe.pk)).content.decode()

    def test_the_digest_of_a_seat_is_never_shown(self, administrator, school):
        seat = SeatToken.objects.get()

        content = administrator.get(page("seattoken", "change", seat.pk)).content.decode()

        assert seat.digest not in content

    @pytest.mark.parametrize(
        ("action", "message", "pin_stays"),
        [("unlock", "Unlocked: 1.", True), ("forget_pictures", "Pictures forgotten: 1.", False)],
    )
    def test_seats_are_unlocked_and_pictures_forgotten(self, administrator, zoe, yan, action, message, pin_stays):
        take_seat(student=zoe, pin=PIN)
        Student.objects.update(locked_at="2026-11-20T08:00Z")

        response = administrator.post(page("student", "changelist"), {"action": action, "_selected_action": [zoe.pk]})

        zoe.refresh_from_db()
        yan.refresh_from_db()
        assert said(response) == [message]
        assert (zoe.locked_at, bool(zoe.pin_hash)) == (None, pin_stays)
        assert yan.locked_at is not None


class TestWhoGetsIn:
    def test_a_teacher_does_not(self, signed_in, alice):
        assert signed_in(alice).get("/admin/").url == "/admin/login/?next=/admin/"

    def test_a_teachers_password_does_not_open_it(self, client, alice):
        response = client.post("/admin/login/", {"username": alice.email, "password": PASSWORD})

        assert response.context["form"].errors == {"__all__": [SIGN_IN_REFUSED]}

    def test_an_administrator_does_in_whatever_case_the_address_is_typed(self, client, carol):
        response = client.post(
            "/admin/login/", {"username": "CAROL@example.org", "password": PASSWORD, "next": "/admin/"}
        )

        assert response.url == "/admin/"

    def test_wrong_tries_are_stopped_here_too(self, client, carol):
        for _ in range(8):
            client.post("/admin/login/", {"username": carol.email, "password": "no"})

        response = client.post("/admin/login/", {"username": carol.email, "password": PASSWORD})

        assert response.status_code == 429


def test_corrections_are_found_by_their_reason(administrator, school):
    response = administrator.get(page("correction", "changelist"), {"q": "It is a 3"})

    assert list(response.context["cl"].queryset) == list(Correction.objects.all())


def test_pages_name_their_picture_so_that_browsers_ask_for_no_other(administrator):
    assert 'rel="icon"' in administrator.get("/admin/").content.decode()
