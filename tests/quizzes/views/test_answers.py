"""One answer looked at, corrected, and the correction undone."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from quizzes.forms.corrections import ReadingForm
from quizzes.models import Answer, Assignment, Classroom, Correction, Quiz, Student, User
from quizzes.rules.game.events import Skipped, Started
from quizzes.rules.marking import Outcome
from quizzes.services.corrections import correct_answer
from tests.quizzes.gaming import after, play, wrote
from tests.quizzes.giving import drawn, reading, typed

SignedIn = Callable[[User], Client]


@pytest.fixture
def misread(zoe: Student, assignment: Assignment) -> Answer:
    """Zoe wrote 56; the reader saw 54, and 56 perhaps."""
    return drawn(zoe, assignment, 1, "54", read=reading("54", alternatives=[("56", 0.02)]), look_at_ink=True)


def page(client: Client, answer: Answer) -> str:
    reply = client.get(f"/teach/answers/{answer.pk}/")
    assert reply.status_code == 200
    return flat(reply)


def flat(reply: Any) -> str:
    """The page without the spaces between its lines."""
    return " ".join(reply.content.decode().split())


def correct(client: Client, answer: Answer, **fields: str) -> Any:
    return client.post(f"/teach/answers/{answer.pk}/correction/", fields, follow=True)


def said(reply: Any) -> list[str]:
    return [str(message) for message in reply.context["messages"]]


def stands(answer: Answer) -> tuple[str, str]:
    answer.refresh_from_db()
    return answer.mark, answer.text


# Looking


def test_the_ink_is_shown_with_what_was_read(alice: User, misread: Answer, signed_in: SignedIn) -> None:
    text = page(signed_in(alice), misread)
    assert '<svg class="ink ink--large"' in text
    assert 'aria-label="Ink, read as 54"' in text
    assert text.count('<rect class="ink__box"') == 2
    assert "<dt>Read</dt><dd><strong>54</strong>, sure (98%)</dd>" in text
    assert "<dt>Or perhaps</dt><dd>56 (2%)</dd>" in text
    assert "<dt>Zoe Zimmer</dt><dd>Sent it as it was read</dd>" in text
    assert "<strong>54</strong>: wrong. <q>Not yet. Have another look.</q>" in text
    assert "Look at the ink." in text
    assert "The answer is <strong>56</strong>." in text
    assert "<title>Zoe Zimmer, question 1 · Astro Numbers</title>" in text
    assert text.count("<h1") == 1


def test_each_sign_has_its_own_certainty_and_the_reader_its_version(
    alice: User, zoe: Student, assignment: Assignment, signed_in: SignedIn
) -> None:
    text = page(signed_in(alice), drawn(zoe, assignment, 2, "3", read=reading("3", confidence=0.91, mirrored="3")))
    assert "<dt>Sign by sign</dt><dd>3 (91%)</dd>" in text
    assert "<dt>Mirrored</dt><dd>3 written mirrored, and read all the same</dd>" in text
    assert "<dt>Reader</dt><dd>test</dd>" in text


def test_a_reading_of_older_weights_is_shown_without_its_signs(
    alice: User, zoe: Student, assignment: Assignment, signed_in: SignedIn
) -> None:
    older = reading("3")
    older["glyphs"] = [{"text": "3", "strokes": [0], "box": [100, 100, 200, 300]}]
    text = page(signed_in(alice), drawn(zoe, assignment, 2, "3", read=older))
    assert "<dt>Read</dt><dd><strong>3</strong>, sure (98%)</dd>" in text
    assert "Sign by sign" not in text


@pytest.mark.parametrize(
    ("read", "fields", "words"),
    [
        (reading("54", "ask", 0.6), {}, "“It is 54.”"),
        (reading("50", "sure", 0.9, [("54", 0.05)]), {}, "“It is 54.”"),
        (reading("54", "ask", 0.6), {"mark": "unread", "awaits_child": True}, "Still to be asked"),
        (reading("", "unread", 0.1), {"mark": "unread", "left_to_teacher": True}, "Left it to you"),
        (
            reading("54"),
            {"mark": "unread", "left_to_teacher": True, "cut_short": True},
            "Was still writing when the time was up",
        ),
        (
            reading("54"),
            {"mark": "unread", "left_to_teacher": True, "cut_short": True, "late": True},
            "Was still writing when the time was up",
        ),
        (
            reading("54"),
            {"mark": "unread", "left_to_teacher": True, "late": True},
            "Sent it after the question was over",
        ),
        (reading("", "unread", 0.1), {"mark": "unread"}, "Was asked to write it again"),
    ],
)
def test_the_page_says_what_the_child_said(
    alice: User,
    zoe: Student,
    assignment: Assignment,
    signed_in: SignedIn,
    read: dict[str, Any],
    fields: dict[str, Any],
    words: str,
) -> None:
    answer = drawn(zoe, assignment, 1, "54" if read["text"] else "", read=read, **fields)
    assert f"<dt>Zoe Zimmer</dt><dd>{words}</dd>" in page(signed_in(alice), answer)


@pytest.mark.parametrize(
    ("cut_short", "words", "others"),
    [
        (True, "Time was up while this was being written", "network"),
        (False, "Perhaps the network was away", "Time was up"),
    ],
)
def test_the_page_says_why_an_answer_counts_for_nothing_yet(
    alice: User, zoe: Student, assignment: Assignment, signed_in: SignedIn, cut_short: bool, words: str, others: str
) -> None:
    answer = drawn(zoe, assignment, 1, "54", mark="unread", left_to_teacher=True, late=True, cut_short=cut_short)
    text = page(signed_in(alice), answer)
    assert words in text
    assert others not in text


def test_an_answer_to_a_question_that_was_skipped_says_so_in_the_words_of_the_table(
    alice: User, quiz: Quiz, classroom: Classroom, zoe: Student, signed_in: SignedIn
) -> None:
    game = after(play(quiz, classroom, [zoe]), Started())
    skipped, client = wrote(game, zoe, 1, "54"), signed_in(alice)
    told = "Question 1 was skipped: nobody&#x27;s score counts that."
    assert told not in page(client, skipped)
    game = after(game, Skipped())
    assert page(client, skipped).count(told) == 1
    assert told in flat(client.get(f"/teach/assignments/{game.assignment_id}/results/"))
    assert "score counts that" not in page(client, wrote(game, zoe, 2, "3"))


def test_what_came_late_to_a_question_that_was_skipped_cannot_be_counted(
    alice: User, quiz: Quiz, classroom: Classroom, zoe: Student, signed_in: SignedIn
) -> None:
    game = after(play(quiz, classroom, [zoe]), Started())
    late = wrote(game, zoe, 1, "56", mark="unread", late=True, left_to_teacher=True)
    client = signed_in(alice)
    assert "Count it: right" in page(client, late)
    after(game, Skipped())
    text = page(client, late)
    assert "Came late" in text
    assert "Count it" not in text
    assert "until you say so" not in text


def test_ink_that_no_reader_saw_is_shown_all_the_same(
    alice: User, zoe: Student, assignment: Assignment, signed_in: SignedIn
) -> None:
    answer = drawn(zoe, assignment, 1, "", mark="unread")
    Answer.objects.update(reading=None)
    text = page(signed_in(alice), answer)
    assert 'aria-label="Ink that could not be read"' in text
    assert "<dt>Read</dt><dd>could not be read</dd>" in text


def test_a_typed_answer_is_shown_as_it_was_typed(
    alice: User, zoe: Student, assignment: Assignment, signed_in: SignedIn
) -> None:
    answer = typed(zoe, assignment, 1, "<b>054</b>")
    text = page(signed_in(alice), answer)
    assert "&lt;b&gt;054&lt;/b&gt;" in text
    assert "<dt>Given</dt><dd>Typed</dd>" in text
    assert "Mark what it says" not in text


def test_all_tries_are_shown_and_the_one_that_the_cell_shows_comes_first(
    alice: User, zoe: Student, assignment: Assignment, misread: Answer, signed_in: SignedIn
) -> None:
    drawn(zoe, assignment, 1, "56")
    text = page(signed_in(alice), misread)
    assert text.index("Second answer") < text.index("First answer")


def test_ways_lead_to_the_neighbours_in_the_table(
    alice: User, zoe: Student, yan: Student, assignment: Assignment, misread: Answer, signed_in: SignedIn
) -> None:
    yans = typed(yan, assignment, 1, "56")
    second = typed(zoe, assignment, 2, "3")
    sheet = signed_in(alice).get(f"/teach/answers/{misread.pk}/").context["sheet"]
    assert (sheet.previous_student.answer, sheet.previous_student.label) == (yans.pk, "Yan Yates")
    assert sheet.next_student is None
    assert sheet.previous_question is None
    assert (sheet.next_question.answer, sheet.next_question.label) == (second.pk, "Question 2")


def test_the_page_takes_as_many_queries_whatever_was_answered(
    alice: User,
    zoe: Student,
    yan: Student,
    assignment: Assignment,
    misread: Answer,
    signed_in: SignedIn,
    django_assert_num_queries: Callable[..., Any],
) -> None:
    client = signed_in(alice)
    correct_answer(answer=misread, teacher=alice, mark=Outcome.WRONG, reason="I looked at it")
    with django_assert_num_queries(10):
        page(client, misread)
    typed(yan, assignment, 1, "56")
    correct_answer(answer=drawn(zoe, assignment, 1, "50"), teacher=alice, mark=Outcome.RIGHT, reason="Looked")
    with django_assert_num_queries(10):
        page(client, misread)


# Correcting


def test_one_tap_corrects_a_mark(alice: User, misread: Answer, signed_in: SignedIn) -> None:
    reply = correct(signed_in(alice), misread, mark="right", reason="looked", other="")
    assert reply.redirect_chain == [(f"/teach/answers/{misread.pk}/#try-1", 302)]
    assert said(reply) == ["Marked right. The scores have followed."]
    assert stands(misread) == ("right", "54")
    assert Correction.objects.get().reason == "I looked at it"
    assert "As it was sent" in flat(reply)


def test_the_teachers_own_words_go_before_the_choice(alice: User, misread: Answer, signed_in: SignedIn) -> None:
    correct(signed_in(alice), misread, mark="right", reason="looked", other="She told me so")
    assert Correction.objects.get().reason == "She told me so"


def test_another_reason_must_be_said(alice: User, misread: Answer, signed_in: SignedIn) -> None:
    reply = correct(signed_in(alice), misread, mark="right", reason="other", other="")
    assert "Say why in a few words, or choose another reason." in flat(reply)
    assert '<option value="other" selected>' in flat(reply)
    assert stands(misread) == ("wrong", "54")


def test_a_reason_that_is_too_long_is_not_lost(alice: User, misread: Answer, signed_in: SignedIn) -> None:
    long = "because " * 30
    reply = correct(signed_in(alice), misread, mark="right", reason="other", other=long)
    assert "Say it in at most 200 characters; there are 239." in flat(reply)
    assert long.strip() in reply.content.decode()
    assert stands(misread) == ("wrong", "54")


def test_a_mark_must_be_one_of_the_three(alice: User, misread: Answer, signed_in: SignedIn) -> None:
    assert "Press one of the marks." in flat(correct(signed_in(alice), misread, mark="brilliant", reason="looked"))
    assert "Press the mark that it should have." in flat(correct(signed_in(alice), misread, reason="looked"))
    assert stands(misread) == ("wrong", "54")


def test_a_corrected_reading_is_marked(alice: User, misread: Answer, signed_in: SignedIn) -> None:
    reply = correct(signed_in(alice), misread, text="56")
    assert said(reply) == ["Marked right. The scores have followed."]
    assert stands(misread) == ("right", "56")
    assert Correction.objects.get().reason == "Misread: it says 56"


def test_a_reading_that_cannot_be_marked_stays_in_its_box(alice: User, misread: Answer, signed_in: SignedIn) -> None:
    reply = correct(signed_in(alice), misread, text="a bird")
    assert (
        "“a bird” cannot be marked: this question asks for a whole number. Change it, or choose the mark yourself."
    ) in flat(reply)
    assert 'value="a bird"' in flat(reply)
    assert stands(misread) == ("wrong", "54")


@pytest.mark.parametrize(
    ("format", "hint"),
    [
        ("whole", "Type a whole number."),
        ("mixed", "Type a mixed number, such as 1 1/2."),
        ("remainder", "Type a whole number with its remainder, such as 3 r 2."),
        ("comparison", "Type one of the signs < = >."),
    ],
)
def test_the_form_says_what_to_type(format: str, hint: str) -> None:
    assert ReadingForm(format)["text"].help_text == hint


def test_an_empty_reading_says_what_to_do(alice: User, misread: Answer, signed_in: SignedIn) -> None:
    assert "Type what you read in the ink." in flat(correct(signed_in(alice), misread, text=" "))


def test_only_the_try_that_was_corrected_shows_what_went_wrong(
    alice: User, zoe: Student, assignment: Assignment, misread: Answer, signed_in: SignedIn
) -> None:
    drawn(zoe, assignment, 1, "50")
    text = flat(correct(signed_in(alice), misread, text="a bird"))
    assert text.count('value="a bird"') == 1


# Undoing


def test_a_correction_is_undone(alice: User, misread: Answer, signed_in: SignedIn) -> None:
    made = correct_answer(answer=misread, teacher=alice, mark=Outcome.RIGHT, reason="I can read it")
    client = signed_in(alice)
    assert f'name="correction" value="{made.pk}"' in page(client, misread)
    reply = client.post(f"/teach/answers/{misread.pk}/correction/undoing/", {"correction": made.pk}, follow=True)
    assert said(reply) == ["Undone: it is wrong again."]
    assert stands(misread) == ("wrong", "54")
    assert "Undone by Alice Adams" in flat(reply)
    again = client.post(f"/teach/answers/{misread.pk}/correction/undoing/", {"correction": made.pk}, follow=True)
    assert said(again) == ["There is no such correction to undo any more. This is how the answer stands now."]


# Who may


PATHS = [("get", ""), ("post", "correction/"), ("post", "correction/undoing/")]


@pytest.mark.parametrize(("method", "path"), PATHS)
def test_another_teacher_finds_nothing(bob: User, misread: Answer, signed_in: SignedIn, method: str, path: str) -> None:
    reply = getattr(signed_in(bob), method)(f"/teach/answers/{misread.pk}/{path}", {"mark": "right"})
    assert reply.status_code == 404
    assert stands(misread) == ("wrong", "54")


@pytest.mark.parametrize(("method", "path"), PATHS)
def test_nobody_is_sent_to_sign_in(client: Client, misread: Answer, method: str, path: str) -> None:
    url = f"/teach/answers/{misread.pk}/{path}"
    reply = getattr(client, method)(url)
    assert (reply.status_code, reply.headers["Location"]) == (302, f"/accounts/sign-in/?next={url}")


@pytest.mark.parametrize("path", ["correction/", "correction/undoing/"])
def test_looking_changes_nothing(alice: User, misread: Answer, signed_in: SignedIn, path: str) -> None:
    assert signed_in(alice).get(f"/teach/answers/{misread.pk}/{path}").status_code == 405
