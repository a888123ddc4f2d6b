from collections.abc import Callable

import pytest
import time_machine
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from quizzes.forms import drafts
from quizzes.forms.building import WAYS
from quizzes.forms.generation import PRESETS
from quizzes.models import Quiz, User
from quizzes.rules import questions
from quizzes.rules.drafts import Draft
from quizzes.rules.finding import Search, by_family, find
from quizzes.rules.questions import Question
from quizzes.rules.skills import SKILLS, Family
from quizzes.services.quizzes import MOST_QUESTIONS, add_questions

TABLES = {
    "way": "ranges",
    "operations": ["multiply"],
    "left_least": "2",
    "left_most": "10",
    "right_least": "2",
    "right_most": "10",
    "most": "",
    "count": "5",
}
ROOMY = SKILLS["tables-mixed"]
PICK = f"pick:{ROOMY.code}:3"


@pytest.fixture
def browser(alice: User, signed_in: Callable[[User], Client]) -> Client:
    return signed_in(alice)


@pytest.fixture
def address(quiz: Quiz) -> str:
    return f"/teach/quizzes/{quiz.pk}/generation/"


def shown(page: object) -> tuple[Question, ...]:
    questions: tuple[Question, ...] = page.context["building"].draft.questions  # type: ignore[attr-defined]
    return questions


def token(*notations: str) -> str:
    return drafts.sign(Draft(tuple(questions.write(notation) for notation in notations)))


def test_picking_a_level_shows_questions_of_it_and_stores_nothing(browser: Client, quiz: Quiz, address: str) -> None:
    page = browser.post(address, {"do": PICK})
    assert len(shown(page)) == 5
    assert {(question.skill, question.level) for question in shown(page)} == {(ROOMY.code, 3)}
    assertContains(page, "Add these 5 to the quiz")
    assert quiz.questions.count() == 2


def test_what_was_shown_is_what_is_added(browser: Client, quiz: Quiz, address: str) -> None:
    page = browser.post(address, {"do": PICK, "each": "7"})
    answer = browser.post(address, {"do": "add", "drawn": page.context["building"].token}, follow=True)
    assert [str(message) for message in answer.context["messages"]] == ["7 questions added."]
    assert tuple(row.question for row in quiz.questions.all()[2:]) == shown(page)


def test_a_second_skill_comes_after_the_first_and_repeats_nothing(browser: Client, address: str) -> None:
    first = browser.post(address, {"do": PICK})
    both = browser.post(address, {"do": PICK, "drawn": first.context["building"].token})
    assert shown(both)[:5] == shown(first)
    assert len({question.key for question in shown(both)}) == 10


def test_a_link_brings_the_first_questions(browser: Client, address: str) -> None:
    page = browser.get(address, {"part": f"{ROOMY.code}:3:10"})
    assert len(shown(page)) == 10


@pytest.mark.parametrize("part", ["no-skill:1:10", "tables-mixed:99:10", "tables-mixed", ":::", "tables-mixed:1:1000"])
def test_a_link_to_no_level_says_so_or_shows_the_usual_number(browser: Client, address: str, part: str) -> None:
    page = browser.get(address, {"part": part})
    assert page.status_code == 200
    assert bool(shown(page)) != bool(page.context["building"].refused)


@pytest.mark.parametrize("way", WAYS)
def test_every_way_can_be_opened_by_a_link(browser: Client, address: str, way: str) -> None:
    page = browser.get(address, {"way": way})
    assertContains(page, f'value="way:{way}" data-leaves aria-current="true"')


def test_a_tables_check_is_twenty_five_questions_once_each(browser: Client, address: str) -> None:
    page = browser.post(address, {"do": "check", "way": "check"})
    assert len({question.key for question in shown(page)}) == 25
    assertContains(page, "Practice, handwriting timing")


def test_three_questions_for_practice_may_come_before_a_tables_check(browser: Client, address: str) -> None:
    page = browser.post(address, {"do": "check:practised", "way": "check"})
    assert [question.plain().startswith("1 ×") for question in shown(page)] == [True] * 3 + [False] * 25
    assertContains(page, "3 questions for practice, and a tables check of 25 questions added.")


def test_changing_the_way_keeps_what_was_chosen(browser: Client, address: str) -> None:
    page = browser.post(address, {"do": "way:ranges", "way": "skills", "drawn": token("7 × 8")})
    assert [question.plain() for question in shown(page)] == ["7 × 8 = □"]
    assertContains(page, "First number")


def test_one_question_is_replaced_and_the_others_stay(browser: Client, address: str) -> None:
    before = browser.post(address, {"do": PICK})
    page = browser.post(address, {"do": "another:3", "drawn": before.context["building"].token})
    after = shown(page)
    assert [*after[:3], *after[4:]] == [*shown(before)[:3], *shown(before)[4:]]
    assert after[3] not in shown(before)
    assertContains(page, 'value="another:3" autofocus>', count=1)


@pytest.mark.parametrize("verb", ["another", "edit", "keep", "remove", "up", "down", "fly", "pick"])
@pytest.mark.parametrize("place", ["5", "-1", "²", "third", ""])
def test_a_place_that_is_none_changes_nothing(browser: Client, address: str, verb: str, place: str) -> None:
    page = browser.post(address, {"do": f"{verb}:{place}", "drawn": token("7 × 8")})
    assert [question.plain() for question in shown(page)] == ["7 × 8 = □"]


def test_questions_move_and_are_left_out_and_the_last_step_is_undone(browser: Client, address: str) -> None:
    moved = browser.post(address, {"do": "up:1", "drawn": token("7 × 8", "12 ÷ 4")})
    assert [question.plain() for question in shown(moved)] == ["12 ÷ 4 = □", "7 × 8 = □"]
    fewer = browser.post(address, {"do": "remove:0", "drawn": moved.context["building"].token})
    assert [question.plain() for question in shown(fewer)] == ["7 × 8 = □"]
    building = fewer.context["building"]
    undone = browser.post(address, {"do": "undo", "drawn": building.token, "before": building.undoing})
    assert shown(undone) == shown(moved)


def test_the_last_change_is_undone_after_looking_at_something_else(browser: Client, address: str) -> None:
    building = browser.post(address, {"do": "remove:0", "drawn": token("7 × 8", "2 + 2")}).context["building"]
    kept = {"drawn": building.token, "before": building.undoing}
    looked = browser.post(address, {"do": "edit:0", **kept}).context["building"]
    left = browser.post(address, {"do": "look", "drawn": looked.token, "before": looked.undoing}).context["building"]
    undone = browser.post(address, {"do": "undo", "drawn": left.token, "before": left.undoing})
    assert len(shown(undone)) == 2


def test_the_first_questions_are_undone_to_none(browser: Client, address: str) -> None:
    building = browser.post(address, {"do": PICK}).context["building"]
    undone = browser.post(address, {"do": "undo", "drawn": building.token, "before": building.undoing})
    assert shown(undone) == ()


def test_families_are_folded_until_something_is_looked_for_or_chosen(browser: Client, address: str) -> None:
    folded = '<details class="disclosure picking picking--family"'
    assertContains(browser.get(address), folded, count=len(by_family(find(Search()))))
    page = browser.post(address, {"do": PICK})
    assertContains(page, f'id="pick-family-{1 + list(Family).index(ROOMY.family)}" open>')
    assertNotContains(browser.post(address, {"q": ROOMY.name}), folded)


def test_a_question_is_changed_in_the_notation(browser: Client, address: str) -> None:
    page = browser.post(address, {"do": "edit:0", "drawn": token("7 × 8")})
    assertContains(page, 'value="7 × 8"')
    page = browser.post(address, {"do": "keep:0", "drawn": token("7 × 8"), "notation": "7 × 9"})
    assert [question.answer for question in shown(page)] == ["63"]


def test_a_change_that_is_refused_stays_in_its_field(browser: Client, address: str) -> None:
    page = browser.post(address, {"do": "keep:0", "drawn": token("7 × 8"), "notation": "7 ×"})
    assertContains(page, "After “7 ×” a number is missing.")
    assertContains(page, 'value="7 ×"')
    assert [question.answer for question in shown(page)] == ["56"]


def test_a_new_number_of_each_skill_draws_them_anew_and_keeps_what_was_written_by_hand(
    browser: Client, address: str
) -> None:
    picked = browser.post(address, {"do": PICK, "drawn": token("100 + 1")})
    page = browser.post(address, {"do": "redraw", "counts": ["8"], "drawn": picked.context["building"].token})
    assert [question.skill for question in shown(page)] == [ROOMY.code] * 8 + [""]


@pytest.mark.parametrize("counts", [["many"], ["51"], ["-1"], [], ["3", "3"]])
def test_a_number_that_cannot_be_is_told_in_a_sentence(browser: Client, address: str, counts: list[str]) -> None:
    picked = browser.post(address, {"do": PICK}).context["building"]
    page = browser.post(address, {"do": "redraw", "counts": counts, "drawn": picked.token})
    assert page.context["building"].refused
    assert page.context["building"].draft == picked.draft


def test_more_questions_than_can_be_looked_at_are_refused(browser: Client, address: str) -> None:
    forty = browser.post(address, {"do": PICK, "each": "40"}).context["building"].token
    page = browser.post(address, {"do": PICK, "each": "11", "drawn": forty})
    assertContains(page, "At most 50 questions can be looked at at once")
    assert len(shown(page)) == 40


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.code)
def test_every_preset_shows_ten_questions_at_once(browser: Client, address: str, preset: object) -> None:
    page = browser.post(address, {"do": f"preset:{preset.code}", "way": "ranges"})  # type: ignore[attr-defined]
    assert len(shown(page)) == 10
    assert not page.context["building"].ranges.errors


def test_a_set_by_numbers_stays_within_them_and_so_does_another(browser: Client, address: str) -> None:
    odd = TABLES | {"left_least": "13", "left_most": "14", "right_least": "6", "right_most": "9"}
    page = browser.post(address, odd | {"do": "draw-set"})
    assert len(shown(page)) == 5
    page = browser.post(address, odd | {"do": "another:0", "drawn": page.context["building"].token})
    assert all(question.plain()[:2] in {"13", "14"} for question in shown(page))


def test_the_same_numbers_again_give_other_questions_until_there_are_none(browser: Client, address: str) -> None:
    few = TABLES | {"left_least": "13", "left_most": "14", "right_least": "6", "right_most": "9", "do": "draw-set"}
    page = browser.post(address, few)
    page = browser.post(address, few | {"drawn": page.context["building"].token, "count": "3"})
    assert len({question.key for question in shown(page)}) == 8
    page = browser.post(address, few | {"drawn": page.context["building"].token, "count": "1"})
    assertContains(page, "Those ranges give no other questions; ask for fewer, or widen them.")
    assert len(shown(page)) == 8


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"operations": []}, "Choose at least one: add, subtract, multiply or divide."),
        ({"left_least": "9", "left_most": "3"}, "The first number goes from 9 to 3: put the smaller one first."),
        ({"right_most": "many"}, "Write a whole number from 0 to 999,999."),
        ({"count": "51"}, "Write a whole number from 1 to 50."),
        ({"left_most": "2", "right_most": "3"}, "Those ranges give only 2 different questions"),
    ],
)
def test_numbers_that_cannot_be_are_told_in_a_sentence_and_the_form_keeps_the_rest(
    browser: Client, address: str, change: dict[str, object], sentence: str
) -> None:
    page = browser.post(address, TABLES | {"do": "draw-set"} | change)
    assertContains(page, sentence)
    assertContains(page, 'name="right_least" value="2"')
    assertNotContains(page, "to the quiz</button>")


@pytest.mark.parametrize("drawn", ["7 × 8", "made:up", "x" * 500])
def test_questions_that_the_site_did_not_sign_are_not_taken(
    browser: Client, quiz: Quiz, address: str, drawn: str
) -> None:
    page = browser.post(address, {"do": "add", "drawn": drawn})
    assertContains(page, "Choose them again.")
    assert quiz.questions.count() == 2


def test_a_draft_waits_for_a_day(browser: Client, quiz: Quiz, address: str) -> None:
    with time_machine.travel("2026-11-20 10:00 +0000") as clock:
        browser.force_login(quiz.teacher, backend="django.contrib.auth.backends.ModelBackend")
        drawn = token("7 × 8")
        clock.move_to("2026-11-21 10:01 +0000")
        assertContains(browser.post(address, {"do": "add", "drawn": drawn}), "waited for more than a day")
    assert quiz.questions.count() == 2


def test_a_full_quiz_says_so_and_keeps_what_was_shown(browser: Client, quiz: Quiz, address: str) -> None:
    add_questions(quiz=quiz, added=[questions.write("1 + 1")] * (MOST_QUESTIONS - 2))
    page = browser.post(address, {"do": "add", "drawn": token("7 × 8")})
    assertContains(page, "A quiz holds at most 100 questions; this one has 100.")
    assert len(shown(page)) == 1


def test_a_search_narrows_the_skills_and_keeps_the_questions(browser: Client, address: str) -> None:
    page = browser.post(address, {"q": ROOMY.name, "drawn": token("7 × 8")})
    found = {skill.code for _, skills in page.context["families"] for skill in skills}
    assert ROOMY.code in found
    assert len(found) < len(SKILLS)
    assert len(shown(page)) == 1


def test_skills_used_lately_come_first(browser: Client, quiz: Quiz, address: str) -> None:
    assertNotContains(browser.get(address), "Used lately")
    page = browser.post(address, {"do": PICK})
    browser.post(address, {"do": "add", "drawn": page.context["building"].token})
    page = browser.get(address)
    assert page.context["recent"] == [(ROOMY, 3)]
    assertContains(page, "Used lately")


def test_a_new_quiz_is_called_what_it_practises(browser: Client, alice: User) -> None:
    page = browser.post("/teach/quizzes/new/", {"do": PICK})
    suggested = ROOMY.called(3)
    assertContains(page, f'value="{suggested}"')
    done = {"do": "add", "drawn": page.context["building"].token, "title": suggested, "suggested": suggested}
    answer = browser.post("/teach/quizzes/new/", done)
    quiz = Quiz.objects.get()
    assertRedirects(answer, f"/teach/quizzes/{quiz.pk}/")
    assert (quiz.teacher, quiz.title, quiz.questions.count()) == (alice, suggested, 5)


def test_a_title_that_the_teacher_wrote_is_kept_while_questions_are_chosen(browser: Client) -> None:
    page = browser.post("/teach/quizzes/new/", {"do": PICK, "title": "Friday", "suggested": ""})
    assertContains(page, 'value="Friday"')


def test_another_teacher_adds_nothing(bob: User, signed_in: Callable[[User], Client], quiz: Quiz, address: str) -> None:
    assert signed_in(bob).post(address, {"do": "add", "drawn": token("7 × 8")}).status_code == 404
    assert quiz.questions.count() == 2
