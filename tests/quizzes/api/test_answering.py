"""Questions as they are asked, and answers to them."""

import json
import random
from typing import Any

import pytest
from django.test import Client

from quizzes.api import students
from quizzes.models import Answer, Assignment, Classroom, Quiz, Sitting, Student, User
from quizzes.rules import questions
from quizzes.services.assignments import close_assignment, give_quiz
from quizzes.services.quizzes import add_questions
from recognizer import templates
from tests.quizzes.api.asking import Seated, answer_body, answers_url, ink, next_url, post
from tests.quizzes.giving import drawn, reading


def test_the_first_question_is_shown_without_its_answer(assignment: Assignment, zoe: Student, seated: Seated) -> None:
    shown = seated(zoe).get(next_url(assignment)).json()
    first = assignment.questions.first()
    assert first is not None
    assert shown == {
        "assignment": {
            "id": assignment.pk,
            "title": "Times and divide",
            "instructions": "",
            "show_marks": "each",
            "tries": 2,
        },
        "progress": {"answered": 0, "total": 2},
        "question": {
            "id": first.pk,
            "number": 1,
            "prompt": [
                {"kind": "number", "text": "7"},
                {"kind": "operator", "text": "×"},
                {"kind": "number", "text": "8"},
                {"kind": "relation", "text": "="},
                {"kind": "blank", "text": ""},
            ],
            "layout": "line",
            "figure": None,
            "spoken": "7 times 8",
            "format": "whole",
            "drawable": True,
            "has_letters": False,
            "demands": "",
            "tries_left": 2,
            "last": None,
        },
        "finished": False,
    }


def test_a_drawn_answer_is_read_marked_and_leads_on(assignment: Assignment, zoe: Student, seated: Seated) -> None:
    student = seated(zoe)
    question = student.get(next_url(assignment)).json()["question"]["id"]
    reply = post(student, answers_url(assignment), answer_body(question, strokes=ink("56")))
    assert reply.status_code == 201
    receipt = reply.json()
    assert receipt["answer"]["text"] == "56"
    assert receipt["answer"]["mark"] == "right"
    assert receipt["answer"]["correct_answer"] == "56"
    assert receipt["question_done"] is True
    assert receipt["next"]["question"]["number"] == 2


def test_a_wrong_answer_leaves_a_try_and_the_key_unsaid(assignment: Assignment, zoe: Student, seated: Seated) -> None:
    student = seated(zoe)
    question = student.get(next_url(assignment)).json()["question"]["id"]
    receipt = post(student, answers_url(assignment), answer_body(question, typed="54")).json()
    assert (receipt["answer"]["mark"], receipt["tries_left"], receipt["question_done"]) == ("wrong", 1, False)
    assert receipt["answer"]["correct_answer"] is None
    receipt = post(student, answers_url(assignment), answer_body(question, typed="55")).json()
    assert (receipt["answer"]["mark"], receipt["tries_left"], receipt["question_done"]) == ("wrong", 0, True)
    assert receipt["answer"]["correct_answer"] == "56"


def test_the_same_answer_again_is_answered_with_what_was_stored(
    assignment: Assignment, zoe: Student, seated: Seated
) -> None:
    student = seated(zoe)
    question = student.get(next_url(assignment)).json()["question"]["id"]
    body = answer_body(question, strokes=ink("54"))
    first, second = (post(student, answers_url(assignment), body) for _ in range(2))
    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json()["answer"] == second.json()["answer"]
    assert Answer.objects.count() == 1


def test_a_repeat_is_acknowledged_even_when_the_assignment_has_closed(
    assignment: Assignment, zoe: Student, seated: Seated
) -> None:
    student = seated(zoe)
    question = student.get(next_url(assignment)).json()["question"]["id"]
    body = answer_body(question, typed="56")
    assert post(student, answers_url(assignment), body).status_code == 201
    close_assignment(assignment=assignment)
    assert post(student, answers_url(assignment), body).status_code == 200
    late = post(student, answers_url(assignment), answer_body(question, typed="56"))
    assert (late.status_code, late.json()) == (
        409,
        {"detail": "“Times and divide” is not open now.", "code": "closed"},
    )


def test_the_same_id_with_another_content_is_refused(assignment: Assignment, zoe: Student, seated: Seated) -> None:
    student = seated(zoe)
    question = student.get(next_url(assignment)).json()["question"]["id"]
    body = answer_body(question, typed="54")
    post(student, answers_url(assignment), body)
    reply = post(student, answers_url(assignment), body | {"typed": "56"})
    assert (reply.status_code, reply.json()["code"]) == (422, "conflict")
    assert Answer.objects.get().text == "54"


def test_another_students_id_is_refused_and_tells_nothing(
    assignment: Assignment, zoe: Student, yan: Student, seated: Seated
) -> None:
    zoes, yans = seated(zoe), seated(yan)
    question = zoes.get(next_url(assignment)).json()["question"]["id"]
    body = answer_body(question, typed="54")
    post(zoes, answers_url(assignment), body)
    reply = post(yans, answers_url(assignment), body)
    assert reply.status_code == 422
    assert "54" not in reply.content.decode()


def test_a_page_of_another_seat_is_refused_and_changes_nothing(
    assignment: Assignment, zoe: Student, yan: Student, seated: Seated
) -> None:
    student, headers = seated(zoe), {"X-Seat": str(yan.pk)}
    question = student.get(next_url(assignment)).json()["question"]["id"]
    body = answer_body(question, typed="54")
    reply = student.post(answers_url(assignment), body, content_type="application/json", headers=headers)
    assert (reply.status_code, reply.json()["code"]) == (409, "other_seat")
    assert student.get(next_url(assignment), headers=headers).status_code == 409
    assert not Answer.objects.exists()
    headers = {"X-Seat": str(zoe.pk)}
    reply = student.post(answers_url(assignment), body, content_type="application/json", headers=headers)
    assert reply.status_code == 201


def test_unreadable_ink_is_kept_and_uses_up_no_try(assignment: Assignment, zoe: Student, seated: Seated) -> None:
    student = seated(zoe)
    question = student.get(next_url(assignment)).json()["question"]["id"]
    scribble = templates.scribble(random.Random(3))
    receipt = post(student, answers_url(assignment), answer_body(question, strokes=scribble)).json()
    assert (receipt["answer"]["mark"], receipt["tries_left"], receipt["question_done"]) == (
        "unread",
        2,
        False,
    )
    assert Answer.objects.get().strokes == scribble


def test_unreadable_ink_can_be_left_to_the_teacher(assignment: Assignment, zoe: Student, seated: Seated) -> None:
    student = seated(zoe)
    question = student.get(next_url(assignment)).json()["question"]["id"]
    scribble = templates.scribble(random.Random(3))
    body = answer_body(question, strokes=scribble, confirmed="")
    receipt = post(student, answers_url(assignment), body).json()
    assert receipt["answer"]["mark"] == "unread"
    assert receipt["answer"]["note"] == "Your teacher will look at this one."
    assert receipt["answer"]["correct_answer"] is None
    assert receipt["next"]["question"]["number"] == 2


def test_typed_words_that_are_no_answer_can_be_left_to_the_teacher(
    assignment: Assignment, zoe: Student, seated: Seated
) -> None:
    student = seated(zoe)
    question = student.get(next_url(assignment)).json()["question"]["id"]
    first = post(student, answers_url(assignment), answer_body(question, typed="a lot")).json()
    assert (first["answer"]["mark"], first["question_done"]) == ("unread", False)
    left = post(student, answers_url(assignment), answer_body(question, typed="a lot", confirmed="")).json()
    assert (left["answer"]["mark"], left["answer"]["text"], left["question_done"]) == ("unread", "a lot", True)
    assert left["answer"]["note"] == "Your teacher will look at this one."


def test_a_failing_reader_loses_no_ink(
    assignment: Assignment, zoe: Student, seated: Seated, settings: Any, tmp_path: Any, caplog: Any
) -> None:
    from quizzes.services import reading

    student = seated(zoe)
    question = student.get(next_url(assignment)).json()["question"]["id"]
    settings.READER_WEIGHTS = tmp_path / "missing.onnx"
    reading.get_reader.cache_clear()
    try:
        reply = post(student, answers_url(assignment), answer_body(question, strokes=ink("56")))
    finally:
        reading.get_reader.cache_clear()
    assert reply.status_code == 201
    assert reply.json()["answer"]["mark"] == "unread"
    assert Answer.objects.get().strokes == ink("56")
    assert "could not be read" in caplog.text


def test_an_empty_answer_cannot_be_sent(assignment: Assignment, zoe: Student, seated: Seated) -> None:
    student = seated(zoe)
    question = student.get(next_url(assignment)).json()["question"]["id"]
    for fields in ({}, {"typed": ""}, {"typed": "5", "strokes": ink("5")}, {"strokes": []}):
        assert post(student, answers_url(assignment), answer_body(question, **fields)).status_code == 400
    assert not Answer.objects.exists()


def test_a_question_that_is_done_takes_no_more_answers(assignment: Assignment, zoe: Student, seated: Seated) -> None:
    student = seated(zoe)
    question = student.get(next_url(assignment)).json()["question"]["id"]
    post(student, answers_url(assignment), answer_body(question, typed="56"))
    reply = post(student, answers_url(assignment), answer_body(question, typed="56"))
    assert (reply.status_code, reply.json()["code"]) == (409, "done")


def test_a_question_of_another_assignment_is_not_found(
    assignment: Assignment, quiz: Quiz, classroom: Classroom, zoe: Student, seated: Seated
) -> None:
    other = give_quiz(quiz=quiz, classroom=classroom).questions.first()
    assert other is not None
    reply = post(seated(zoe), answers_url(assignment), answer_body(other.pk, typed="56"))
    assert reply.status_code == 404


def test_a_whole_sitting_ends_finished(assignment: Assignment, zoe: Student, seated: Seated) -> None:
    student = seated(zoe)
    for text in ("56", "3"):
        question = student.get(next_url(assignment)).json()["question"]["id"]
        receipt = post(student, answers_url(assignment), answer_body(question, strokes=ink(text))).json()
    assert receipt["next"] == {
        "assignment": receipt["next"]["assignment"],
        "progress": {"answered": 2, "total": 2},
        "question": None,
        "finished": True,
    }


def test_marks_at_the_end_are_not_told_before(alice: User, classroom: Classroom, zoe: Student, seated: Seated) -> None:
    quiz = Quiz.objects.create(teacher=alice, title="Check", show_marks="end", tries=3)
    add_questions(quiz=quiz, added=[questions.write("7 × 8"), questions.write("12 ÷ 4")])
    assignment = give_quiz(quiz=quiz, classroom=classroom)
    student = seated(zoe)
    question = student.get(next_url(assignment)).json()["question"]["id"]
    receipt = post(student, answers_url(assignment), answer_body(question, typed="54")).json()
    assert (receipt["answer"]["mark"], receipt["answer"]["correct_answer"]) == (None, None)
    assert receipt["answer"]["note"] == ""
    assert receipt["question_done"] is True


CANARY = "867530"


def test_the_key_never_reaches_a_student_before_it_is_revealed(
    alice: User, classroom: Classroom, zoe: Student, seated: Seated
) -> None:
    quiz = Quiz.objects.create(teacher=alice, title="Secret", tries=2)
    add_questions(quiz=quiz, added=[questions.write("867000 + 530"), questions.write("867529 + 1")])
    assignment = give_quiz(quiz=quiz, classroom=classroom)
    student = seated(zoe)
    seen = [student.get(next_url(assignment)).content.decode()]
    question = json.loads(seen[0])["question"]["id"]
    seen.append(post(student, answers_url(assignment), answer_body(question, typed="1")).content.decode())
    seen.append(student.get(next_url(assignment)).content.decode())
    seen.append(student.get("/api/seat/").content.decode())
    seen.append(student.get("/play/").content.decode())
    seen.append(student.get(f"/play/{assignment.pk}/").content.decode())
    seen.append(student.get(f"/play/{assignment.pk}/score/", follow=True).content.decode())
    assert not [text for text in seen if CANARY in text]
    last = post(student, answers_url(assignment), answer_body(question, typed="2")).json()
    assert last["answer"]["correct_answer"] == CANARY


def test_the_reading_does_not_depend_on_the_key(
    alice: User, classroom: Classroom, zoe: Student, yan: Student, seated: Seated
) -> None:
    readings = []
    for notation in ("7 × 8", "50 + 4"):
        quiz = Quiz.objects.create(teacher=alice, title=notation)
        add_questions(quiz=quiz, added=[questions.write(notation)])
        assignment = give_quiz(quiz=quiz, classroom=classroom)
        student = seated(zoe)
        question = student.get(next_url(assignment)).json()["question"]["id"]
        body = answer_body(question, strokes=ink("54"))
        readings.append(post(student, answers_url(assignment), body).json()["answer"])
    assert readings[0]["reading"] == readings[1]["reading"]
    assert [answer["mark"] for answer in readings] == ["wrong", "right"]


def test_doubtful_ink_is_asked_about_and_the_childs_word_is_taken_once(
    assignment: Assignment, zoe: Student, seated: Seated
) -> None:
    student = seated(zoe)
    doubt = reading("54", "ask", 0.6, [("56", 0.3)])
    answer = drawn(zoe, assignment, 1, "54", read=doubt, mark="unread", note="", awaits_child=True)
    last = student.get(next_url(assignment)).json()["question"]["last"]
    assert (last["asks"], last["mark"], last["correct_answer"]) == (True, "unread", None)
    word = f"/api/answers/{answer.pk}/confirmation/"
    refused = post(student, word, {"text": "57"})
    assert (refused.status_code, refused.json()["code"]) == (409, "nothing_to_confirm")
    first, again = (post(student, word, {"text": "56"}) for _ in range(2))
    assert (first.status_code, first.json()["answer"]["mark"]) == (200, "right")
    assert again.json() == first.json()


def test_what_is_deleted_while_a_child_asks_is_not_found(
    assignment: Assignment, zoe: Student, seated: Seated, monkeypatch: pytest.MonkeyPatch
) -> None:
    def deleted_meanwhile(**_: object) -> None:
        raise Sitting.DoesNotExist

    monkeypatch.setattr(students, "open_sitting", deleted_meanwhile)
    reply = seated(zoe).get(next_url(assignment))
    assert (reply.status_code, reply.json()) == (404, {"detail": "This is no longer here.", "code": "not_found"})


def test_the_hand_is_kept_for_the_next_time(zoe: Student, seated: Seated) -> None:
    student = seated(zoe)
    reply = student.patch("/api/seat/", {"left_handed": True}, content_type="application/json")
    assert (reply.status_code, reply.json()["left_handed"]) == (200, True)
    assert student.get("/api/seat/").json()["left_handed"] is True


def test_a_pin_that_is_none_is_refused_with_a_sentence(client: Client, classroom: Classroom, zoe: Student) -> None:
    body = {"code": classroom.code, "student": zoe.pk, "pin": ["moon", "moon"]}
    reply = post(client, "/api/seat/", body)
    assert (reply.status_code, reply.json()["code"]) == (400, "malformed")
    zoe.refresh_from_db()
    assert zoe.pin_hash == ""


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        (2400, 2400),
        (0, 0),
        (600_000, 600_000),
        (600_001, None),
        (-1, None),
        (2.5, None),
        (True, None),
        ("2400", None),
        ([], None),
        (None, None),
    ],
)
def test_a_thinking_time_that_is_none_is_dropped_and_the_answer_taken(
    assignment: Assignment, zoe: Student, seated: Seated, sent: object, kept: int | None
) -> None:
    question = assignment.questions.get(position=1).pk
    body = answer_body(question, typed="56", thinking_ms=sent)
    assert post(seated(zoe), answers_url(assignment), body).status_code == 201
    assert Answer.objects.get().thinking_ms == kept


def test_the_same_answer_with_another_thinking_time_is_a_repeat(
    assignment: Assignment, zoe: Student, seated: Seated
) -> None:
    """An older page sends none; what it sent before the site was renewed comes again from the new one with one."""
    student = seated(zoe)
    body = answer_body(assignment.questions.get(position=1).pk, typed="56")
    assert post(student, answers_url(assignment), body).status_code == 201
    assert post(student, answers_url(assignment), {**body, "thinking_ms": 2400}).status_code == 200
    assert Answer.objects.get().thinking_ms is None


def test_what_is_asked_of_the_writing_is_said_and_a_unit_is_typed(
    classroom: Classroom, zoe: Student, seated: Seated
) -> None:
    quiz = Quiz.objects.create(teacher=classroom.teacher, title="A rope", tries=1)
    demands = ("places:1", "unit:cm")
    add_questions(quiz=quiz, added=[questions.write_text("How long is the rope?", "15", demands=demands)])
    student = seated(zoe)
    given = give_quiz(quiz=quiz, classroom=classroom)
    asked = student.get(next_url(given)).json()["question"]
    assert (asked["drawable"], asked["has_letters"]) == (False, True)
    assert asked["demands"] == "Write it with 1 decimal and with its unit."
    receipt = post(student, answers_url(given), answer_body(asked["id"], typed="15 cm")).json()
    assert receipt["answer"]["correct_answer"] == "15.0 cm"
