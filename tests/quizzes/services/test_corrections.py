"""Correcting answers: what follows, what is kept, and how it is taken back."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from quizzes.models import Answer, Assignment, Correction, Student, User
from quizzes.queries.results import results
from quizzes.queries.sittings import sitting_state
from quizzes.rules.marking import Outcome
from quizzes.services.answers import confirm_answer
from quizzes.services.corrections import correct_answer, correct_reading, undo_correction
from quizzes.services.refusals import NotEditable, NothingToConfirm
from tests.quizzes.giving import drawn, reading, typed

NOTHING = "There is no such correction to undo any more. This is how the answer stands now."


@pytest.fixture
def misread(zoe: Student, assignment: Assignment) -> Answer:
    """Zoe wrote 56; the reader saw 54, and 56 perhaps."""
    return drawn(zoe, assignment, 1, "54", read=reading("54", alternatives=[("56", 0.02)]), look_at_ink=True)


def stands(answer: Answer) -> tuple[str, str, str]:
    answer.refresh_from_db()
    return answer.mark, answer.text, answer.note


def test_a_mark_is_corrected_and_who_when_and_why_is_kept(misread: Answer, alice: User) -> None:
    made = correct_answer(answer=misread, teacher=alice, mark=Outcome.RIGHT, reason="I can read it")
    assert stands(misread) == ("right", "54", "")
    assert (misread.automatic_mark, misread.automatic_text) == ("wrong", "54")
    kept = Correction.objects.get()
    assert kept == made
    assert (kept.teacher, kept.mark, kept.reason, kept.undone_at) == (alice, "right", "I can read it", None)
    assert kept.created_at is not None


def test_a_corrected_reading_is_marked_by_the_rules(misread: Answer, alice: User) -> None:
    correct_reading(answer=misread, teacher=alice, text="56", reason="Misread: it says 56")
    assert stands(misread) == ("right", "56", "Yes, that is right.")
    correct_reading(answer=misread, teacher=alice, text="50", reason="Misread: it says 50")
    assert stands(misread) == ("wrong", "50", "Not yet. Have another look.")


def test_a_corrected_reading_is_kept_in_canonical_signs(misread: Answer, alice: User) -> None:
    correct_reading(answer=misread, teacher=alice, text="５６", reason="Misread: it says ５６")
    assert stands(misread)[:2] == ("right", "56")


def test_a_reading_that_cannot_be_marked_is_refused_with_what_to_do(misread: Answer, alice: User) -> None:
    with pytest.raises(NotEditable) as refusal:
        correct_reading(answer=misread, teacher=alice, text="a bird", reason="Misread")
    assert str(refusal.value) == (
        "“a bird” cannot be marked: this question asks for a whole number. Change it, or choose the mark yourself."
    )
    assert stands(misread)[:2] == ("wrong", "54")
    assert not Correction.objects.exists()


def test_what_was_typed_stays_as_it_was_typed(zoe: Student, assignment: Assignment, alice: User) -> None:
    answer = typed(zoe, assignment, 1, "54")
    with pytest.raises(NotEditable) as refusal:
        correct_reading(answer=answer, teacher=alice, text="56", reason="Misread")
    assert str(refusal.value) == ("This answer was typed, so there is nothing to read. Choose the mark instead.")
    correct_answer(answer=answer, teacher=alice, mark=Outcome.RIGHT, reason="I accept this form")
    assert stands(answer) == ("right", "54", "")


def test_every_score_follows_a_correction_and_its_undoing(
    misread: Answer, zoe: Student, assignment: Assignment, alice: User
) -> None:
    def score() -> tuple[int, bool, int]:
        assignment.refresh_from_db()
        found = results(assignment)
        (row,) = (row for row in found.rows if row.student == zoe.pk)
        state = sitting_state(misread.sitting).of(misread.question_id)
        return row.score.right, state.right, found.columns[0].right

    assert score() == (0, False, 0)
    correct_answer(answer=misread, teacher=alice, mark=Outcome.RIGHT, reason="I can read it")
    assert score() == (1, True, 1)
    undo_correction(answer=misread, teacher=alice)
    assert score() == (0, False, 0)


def test_each_change_raises_the_version_that_pages_watch(misread: Answer, assignment: Assignment, alice: User) -> None:
    assignment.refresh_from_db()
    before = assignment.version
    correct_answer(answer=misread, teacher=alice, mark=Outcome.RIGHT, reason="I can read it")
    undo_correction(answer=misread, teacher=alice)
    assignment.refresh_from_db()
    assert assignment.version == before + 2


def test_corrections_are_undone_latest_first(misread: Answer, alice: User) -> None:
    correct_reading(answer=misread, teacher=alice, text="56", reason="Misread: it says 56")
    correct_answer(answer=misread, teacher=alice, mark=Outcome.UNREAD, reason="I looked at it")
    correct_answer(answer=misread, teacher=alice, mark=Outcome.WRONG, reason="I looked at it")
    assert stands(misread)[:2] == ("wrong", "56")
    undo_correction(answer=misread, teacher=alice)
    assert stands(misread)[:2] == ("unread", "56")
    undo_correction(answer=misread, teacher=alice)
    assert stands(misread) == ("right", "56", "Yes, that is right.")
    undo_correction(answer=misread, teacher=alice)
    assert stands(misread) == ("wrong", "54", "Not yet. Have another look.")
    with pytest.raises(NotEditable) as refusal:
        undo_correction(answer=misread, teacher=alice)
    assert str(refusal.value) == NOTHING


def test_undoing_keeps_the_correction_and_says_by_whom(misread: Answer, alice: User) -> None:
    correct_answer(answer=misread, teacher=alice, mark=Outcome.RIGHT, reason="I can read it")
    undo_correction(answer=misread, teacher=alice)
    kept = Correction.objects.get()
    assert kept.undone_by == alice
    assert kept.undone_at is not None
    assert (kept.mark, kept.reason) == ("right", "I can read it")


def test_after_an_undo_a_new_correction_stands(misread: Answer, alice: User) -> None:
    correct_answer(answer=misread, teacher=alice, mark=Outcome.RIGHT, reason="I can read it")
    undo_correction(answer=misread, teacher=alice)
    correct_answer(answer=misread, teacher=alice, mark=Outcome.RIGHT, reason="I can read it")
    assert stands(misread)[0] == "right"
    assert Correction.objects.count() == 2


def test_a_second_tap_corrects_nothing_twice(misread: Answer, alice: User) -> None:
    first = correct_answer(answer=misread, teacher=alice, mark=Outcome.RIGHT, reason="I can read it")
    again = correct_answer(answer=misread, teacher=alice, mark=Outcome.RIGHT, reason="I can read it")
    assert again == first
    assert Correction.objects.count() == 1


def test_a_second_tap_on_undo_takes_back_nothing_else(misread: Answer, alice: User) -> None:
    correct_answer(answer=misread, teacher=alice, mark=Outcome.RIGHT, reason="I can read it")
    second = correct_answer(answer=misread, teacher=alice, mark=Outcome.UNREAD, reason="I looked at it")
    undo_correction(answer=misread, teacher=alice, correction=second.pk)
    with pytest.raises(NotEditable) as refusal:
        undo_correction(answer=misread, teacher=alice, correction=second.pk)
    assert str(refusal.value) == NOTHING
    assert stands(misread)[0] == "right"


def test_a_correction_ends_the_childs_wait_and_undoing_brings_it_back(
    zoe: Student, assignment: Assignment, alice: User
) -> None:
    doubt = reading("54", "ask", 0.6, [("56", 0.3)])
    answer = drawn(zoe, assignment, 1, "54", read=doubt, mark="unread", note="", awaits_child=True)
    correct_answer(answer=answer, teacher=alice, mark=Outcome.RIGHT, reason="I can read it")
    with pytest.raises(NothingToConfirm):
        confirm_answer(student=zoe, answer=answer, text="54")
    correct_answer(answer=answer, teacher=alice, mark=Outcome.WRONG, reason="I looked at it")
    undo_correction(answer=answer, teacher=alice)
    answer.refresh_from_db()
    assert not answer.awaits_child  # the first correction still stands
    undo_correction(answer=answer, teacher=alice)
    answer.refresh_from_db()
    assert answer.awaits_child
    confirm_answer(student=zoe, answer=answer, text="56")
    assert stands(answer)[:2] == ("right", "56")


def test_undoing_after_the_child_spoke_does_not_ask_again(zoe: Student, assignment: Assignment, alice: User) -> None:
    doubt = reading("54", "ask", 0.6, [("56", 0.3)])
    answer = drawn(zoe, assignment, 1, "54", read=doubt, mark="unread", note="", awaits_child=True)
    correct_answer(answer=answer, teacher=alice, mark=Outcome.RIGHT, reason="I can read it")
    undo_correction(answer=answer, teacher=alice)
    confirm_answer(student=zoe, answer=answer, text="54")
    correct_answer(answer=answer, teacher=alice, mark=Outcome.RIGHT, reason="I can read it")
    undo_correction(answer=answer, teacher=alice)
    answer.refresh_from_db()
    assert not answer.awaits_child
    assert (answer.mark, answer.text) == ("wrong", "54")


@pytest.mark.django_db(transaction=True)
def test_of_two_undos_at_once_one_is_refused(misread: Answer, alice: User) -> None:
    correct_answer(answer=misread, teacher=alice, mark=Outcome.RIGHT, reason="I can read it")
    second = correct_answer(answer=misread, teacher=alice, mark=Outcome.UNREAD, reason="I looked at it")

    def undo(_: int) -> str:
        try:
            undo_correction(answer=misread, teacher=alice, correction=second.pk)
        except NotEditable as refusal:
            return str(refusal)
        finally:
            connection.close()
        return "undone"

    with ThreadPoolExecutor(2) as both:
        said = sorted(both.map(undo, range(2)))
    assert said == [NOTHING, "undone"]
    assert stands(misread)[0] == "right"


@pytest.mark.django_db(transaction=True)
def test_of_two_corrections_at_once_both_are_kept_and_the_latest_stands(misread: Answer, alice: User) -> None:
    def correct(mark: Outcome) -> None:
        try:
            correct_answer(answer=misread, teacher=alice, mark=mark, reason="I looked at it")
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as both:
        list(both.map(correct, [Outcome.RIGHT, Outcome.UNREAD]))
    latest, first = Correction.objects.all()
    assert {latest.mark, first.mark} == {"right", "unread"}
    assert stands(misread)[0] == latest.mark
