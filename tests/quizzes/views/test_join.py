"""From the code on the board to a seat, by a browser that runs no script."""

from datetime import datetime, timedelta

import pytest
import time_machine
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from quizzes.middleware import SEAT_COOKIE
from quizzes.models import Assignment, Classroom, SeatToken, Student, User
from quizzes.services.classrooms import remove_student
from quizzes.services.seats import take_seat, unlock_seat
from quizzes.views.join import MISSES_ALLOWED
from tests.conftest import PIN

OTHER_PIN = ("cat", "cat", "boat")


def type_code(client: Client, code: str, query: str = "") -> HttpResponse:
    return client.post(reverse("join") + query, {"code": code})


def seat_url(student: Student, query: str = "") -> str:
    return reverse("join-seat", args=[student.classroom.code, student.pk]) + query


def tap(client: Client, url: str, pin: tuple[str, ...]) -> HttpResponse:
    """Three taps, each its own request, keeping what the page keeps."""
    kept: list[str] = []
    chosen: list[str] = []
    response = client.get(url)
    for picture in pin:
        if "taps" in (response.context or {}):
            kept, chosen = list(response.context["taps"].pin), list(response.context["taps"].chosen)
        response = client.post(url, {"pin": kept, "chosen": chosen, "pick": picture})
    return response


def choose(client: Client, url: str, pin: tuple[str, ...]) -> HttpResponse:
    """The first time: three pictures, and the same once more."""
    tap(client, url, pin)
    kept: list[str] = []
    for picture in pin:
        response = client.post(url, {"pin": kept, "chosen": pin, "pick": picture})
        kept.append(picture)
    return response


def test_a_child_goes_from_the_code_to_the_assignment(client: Client, assignment: Assignment, zoe: Student) -> None:
    code = zoe.classroom.code
    query = f"?assignment={assignment.pk}"

    typed = type_code(client, f" {code[:3].lower()}-{code[3:].lower()} ", query)
    assert typed.url == reverse("join-classroom", args=[code]) + query

    names = client.get(typed.url)
    assert [(choice.label, url) for choice, url in names.context["choices"]] == [
        ("Yan", reverse("join-seat", args=[code, assignment.classroom.students.get(name="Yan Yates").pk]) + query),
        ("Zoe", seat_url(zoe, query)),
    ]

    seated = choose(client, seat_url(zoe, query), PIN)
    assert seated.url == reverse("play-question", args=[assignment.pk])
    assert take_seat(student=zoe, pin=PIN)


@pytest.mark.parametrize("variant", ["{}", " {} ", "{}.", "«{}»"])
def test_a_code_may_be_typed_with_spaces_and_signs_around_it(
    client: Client, classroom: Classroom, variant: str
) -> None:
    response = type_code(client, variant.format(classroom.code.lower()))

    assert response.url == reverse("join-classroom", args=[classroom.code])


def test_an_unknown_code_stays_in_the_field_with_what_to_do(client: Client, classroom: Classroom) -> None:
    response = type_code(client, "abc 123")

    assert response.status_code == 200
    assert response.context["form"].errors == {
        "code": [
            "No class and no game has the code “abc 123”. Look at it again, one letter at a time, or ask your teacher."
        ]
    }
    assert 'value="abc 123"' in response.content.decode()


def test_an_empty_code_is_asked_for(client: Client, db: None) -> None:
    response = type_code(client, "")

    assert response.context["form"].errors == {"code": ["Type the six letters and numbers of your code."]}


def test_the_address_of_an_unknown_code_offers_the_field(client: Client, db: None) -> None:
    response = client.get(reverse("join-classroom", args=["XXXXXX"]))

    assert response.status_code == 404
    assert 'value="XXXXXX"' in response.content.decode()


def test_many_misses_make_one_browser_pause_for_a_minute(classroom: Classroom, zoe: Student) -> None:
    guessing, other = Client(), Client()
    with time_machine.travel(datetime(2026, 11, 20, 9, 0), tick=False) as clock:
        statuses = [type_code(guessing, "XXXXXX").status_code for _ in range(MISSES_ALLOWED + 1)]
        assert statuses == [200] * MISSES_ALLOWED + [429]
        assert type_code(guessing, classroom.code).status_code == 429
        assert guessing.get(reverse("join-classroom", args=[classroom.code])).status_code == 429
        assert guessing.get(seat_url(zoe)).status_code == 429
        assert type_code(other, classroom.code).status_code == 302

        clock.shift(timedelta(seconds=61))
        assert type_code(guessing, classroom.code).status_code == 302


def test_guesses_by_address_are_misses_too(client: Client, classroom: Classroom, zoe: Student) -> None:
    for _ in range(MISSES_ALLOWED):
        assert client.get(reverse("join-seat", args=["XXXXXX", zoe.pk])).status_code == 404

    assert client.get(reverse("join-classroom", args=[classroom.code])).status_code == 429


def test_the_class_of_a_teacher_who_is_not_active_is_closed(client: Client, classroom: Classroom, alice: User) -> None:
    User.objects.filter(pk=alice.pk).update(is_active=False)

    assert client.get(reverse("join-classroom", args=[classroom.code])).status_code == 404


def test_an_empty_class_says_what_to_do(client: Client, classroom: Classroom) -> None:
    page = client.get(reverse("join-classroom", args=[classroom.code])).content.decode()

    assert "Nobody is on the list yet" in page
    assert "Ask your teacher to write your name on it. Then load this page again." in page


def test_the_same_first_names_are_told_apart(client: Client, classroom: Classroom) -> None:
    for name in ["Emma Brown", "Emma Klein", "Ada"]:
        Student.objects.create(classroom=classroom, name=name)

    response = client.get(reverse("join-classroom", args=[classroom.code]))

    assert [choice.label for choice, _ in response.context["choices"]] == ["Ada", "Emma B.", "Emma K."]
    assert "Brown" not in response.content.decode()


def test_the_picker_asks_the_database_the_same_however_long_the_list(
    client: Client, classroom: Classroom, django_assert_num_queries: pytest.FixtureRequest
) -> None:
    for number in range(30):
        Student.objects.create(classroom=classroom, name=f"Child {number}")

    with django_assert_num_queries(3):  # classroom with its teacher, its live game, students
        client.get(reverse("join-classroom", args=[classroom.code]))


def test_a_new_pin_is_tapped_twice(client: Client, zoe: Student) -> None:
    url = seat_url(zoe)
    first = tap(client, url, PIN)

    assert first.context["taps"].chosen == PIN
    assert first.context["taps"].pin == ()
    assert "Good! Now tap the same three again" in first.content.decode()
    zoe.refresh_from_db()
    assert zoe.pin_hash == ""


def test_two_rounds_that_differ_begin_afresh(client: Client, zoe: Student) -> None:
    response = client.post(seat_url(zoe), {"chosen": PIN, "pin": OTHER_PIN})

    assert response.context["taps"].problem == (
        "Those were not the same three pictures. Choose your three once more from the start."
    )
    assert (response.context["taps"].chosen, response.context["taps"].pin) == ((), ())
    zoe.refresh_from_db()
    assert zoe.pin_hash == ""


def test_the_last_tap_can_be_taken_back(client: Client, zoe: Student) -> None:
    response = client.post(seat_url(zoe), {"pin": ["moon", "star"], "undo": "yes"})

    assert response.context["taps"].pin == ("moon",)


def test_unknown_pictures_are_passed_over(client: Client, zoe: Student) -> None:
    response = client.post(seat_url(zoe), {"pin": ["moon", "<b>"], "pick": "dragon"})

    assert response.context["taps"].pin == ("moon",)


def test_a_known_pin_takes_the_seat(client: Client, zoe: Student) -> None:
    take_seat(student=zoe, pin=PIN)

    response = tap(client, seat_url(zoe), PIN)

    assert response.url == reverse("play")
    cookie = client.cookies[SEAT_COOKIE]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/")
    assert client.get(reverse("play")).context["student"] == zoe


def test_the_session_gets_a_new_key_with_the_seat(client: Client, zoe: Student) -> None:
    type_code(client, "XXXXXX")
    before = client.session.session_key

    choose(client, seat_url(zoe), PIN)

    assert client.session.session_key != before


def test_wrong_pictures_say_how_many_tries_are_left_and_the_fifth_locks(client: Client, zoe: Student) -> None:
    take_seat(student=zoe, pin=PIN)
    url = seat_url(zoe)

    problems = [tap(client, url, OTHER_PIN).context["taps"].problem for _ in range(4)]
    assert problems == [
        "Those are not your pictures. 4 tries left.",
        "Those are not your pictures. 3 tries left.",
        "Those are not your pictures. 2 tries left.",
        "Those are not your pictures. 1 try left.",
    ]
    fifth = tap(client, url, OTHER_PIN)
    assert fifth.url == url
    assert "This seat is locked, Zoe" in client.get(url).content.decode()
    assert "This seat is locked, Zoe" in client.post(url, {"pin": PIN}).content.decode()
    assert SEAT_COOKIE not in client.cookies
    names = client.get(reverse("join-classroom", args=[zoe.classroom.code])).content.decode()
    assert "A name with a lock? Ask your teacher to unlock it." in names
    assert seat_url(zoe) not in names

    unlock_seat(student=zoe)
    assert tap(client, url, PIN).url == reverse("play")


def test_a_student_of_another_class_is_not_found_under_this_code(
    client: Client, classroom: Classroom, xan: Student
) -> None:
    assert client.get(reverse("join-seat", args=[classroom.code, xan.pk])).status_code == 404
    assert client.post(reverse("join-seat", args=[classroom.code, xan.pk]), {"pin": PIN}).status_code == 404


def test_a_removed_student_is_gone_from_the_list(client: Client, zoe: Student, yan: Student) -> None:
    remove_student(student=zoe, erase=False)

    response = client.get(reverse("join-classroom", args=[zoe.classroom.code]))

    assert [choice.label for choice, _ in response.context["choices"]] == ["Yan"]
    assert client.get(seat_url(zoe)).status_code == 404


def test_another_class_s_assignment_is_not_gone_to(client: Client, assignment: Assignment, xan: Student) -> None:
    response = choose(client, seat_url(xan, f"?assignment={assignment.pk}"), PIN)

    assert response.url == reverse("play")


@pytest.mark.parametrize("wanted", ["", "x", "-1", "0", "9" * 30, "²"])
def test_a_strange_assignment_leads_to_the_child_s_own_page(client: Client, zoe: Student, wanted: str) -> None:
    assert choose(client, seat_url(zoe, f"?assignment={wanted}"), PIN).url == reverse("play")


def test_who_sits_here_already_may_carry_on(seated: object, assignment: Assignment, zoe: Student) -> None:
    browser: Client = seated(zoe)  # type: ignore[operator]

    response = browser.get(reverse("join-classroom", args=[zoe.classroom.code]) + f"?assignment={assignment.pk}")

    assert response.context["onward"] == reverse("play-question", args=[assignment.pk])
    assert "Carry on as Zoe" in response.content.decode()


def test_taking_another_seat_leaves_the_first(seated: object, zoe: Student, yan: Student) -> None:
    browser: Client = seated(zoe)  # type: ignore[operator]

    choose(browser, seat_url(yan), PIN)

    assert browser.get(reverse("play")).context["student"] == yan
    assert list(SeatToken.objects.values_list("student__name", flat=True)) == ["Yan Yates"]


def test_a_tap_without_the_page_s_token_is_refused(zoe: Student) -> None:
    strict = Client(enforce_csrf_checks=True)

    assert strict.post(seat_url(zoe), {"pin": PIN, "chosen": PIN}).status_code == 403
    assert strict.post(reverse("join"), {"code": zoe.classroom.code}).status_code == 403
