"""A quiz of each family of the curriculum, drawn and marked end to end, with a wrong answer that has a reason."""

import random
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from quizzes.rules import grammar
from quizzes.rules.exchange.quiz_file import QuizFile, Settings
from quizzes.rules.misconceptions import CATALOGUE
from quizzes.rules.planning import generate
from quizzes.rules.questions import Question
from quizzes.rules.skills import SKILLS, Family
from quizzes.rules.typesetting import in_line
from quizzes.services.reading import read_ink
from tests.e2e.conftest import DESKTOP, PHONE
from tests.e2e.desk import Desk
from tests.e2e.doors import sign_in_as_teacher, take_seat
from tests.e2e.drawing import agree, draw, until_read, written
from tests.e2e.serving import Site
from tests.e2e.test_building import pick

NewPage = Callable[..., Page]
Step = tuple[str, int]  # a skill and its level

CHILDREN = {"Ada": PHONE, "Ben": DESKTOP}


@dataclass(frozen=True)
class Case:
    """What is answered right, and last what is answered wrong by a misconception of the catalogue."""

    right: tuple[Step, ...]
    wrong: Step
    misconception: str

    @property
    def steps(self) -> tuple[Step, ...]:
        return (*self.right, self.wrong)

    def asked(self, rng: random.Random) -> tuple[Question, ...]:
        """A question of each step; in the last one the misconception shows."""
        drawn = [_drawn(step, rng) for step in self.steps]
        while not predicted(self.misconception, drawn[-1]):
            drawn[-1] = _drawn(self.wrong, rng)
        return tuple(drawn)


CASES = {
    Family.BONDS: Case((("count-on-and-back", 3), ("bonds-to-100", 3)), ("bonds-to-10", 1), "EQ-OP"),
    Family.ADDITION: Case((("add-within-20", 2), ("add-large", 2)), ("add-3-digits", 2), "ADD-CONCAT"),
    Family.SUBTRACTION: Case((("subtract-within-100", 4), ("subtract-large", 3)), ("subtract-3-digits", 3), "SUB-SFL"),
    Family.MISSING: Case(
        (("missing-in-large-numbers", 3), ("missing-in-division", 2)), ("balance-both-sides", 1), "EQ-ALL"
    ),
    Family.TABLES: Case((("division-facts-3-4-8", 2), ("tables-11-12", 2)), ("tables-6-7-9", 4), "MUL-NEAR"),
    Family.MULTIPLICATION: Case(
        (("multiply-tens-hundreds", 4), ("multiply-by-2-digits", 2)), ("multiply-2-digits", 3), "MUL-NOCARRY"
    ),
    Family.DIVISION: Case((("divide-by-2-digits", 3), ("divide-3-digits", 3)), ("remainders-in-tables", 2), "REM-SWAP"),
    Family.DOUBLES: Case((("halves", 3), ("near-doubles", 2)), ("doubles", 3), "DOUBLE-NOCARRY"),
    Family.PLACE_VALUE: Case(
        (("hundreds-tens-and-ones", 4), ("value-of-a-decimal-digit", 2)), ("decimals-times-10-100-1000", 1), "DEC-ADD0"
    ),
    Family.ROUNDING: Case((("round-to-1000", 3), ("round-decimals", 2)), ("round-to-10", 2), "ROUND-DOWN"),
    Family.NEGATIVES: Case((("negative-line", 2), ("negative-temperature", 2)), ("subtract-below-zero", 1), "NEG-FLIP"),
    Family.ORDER: Case((("order-brackets", 4), ("order-powers", 3)), ("order-times-first", 2), "ORD-LEFT"),
    Family.DECIMALS: Case((("decimal-line", 3), ("decimal-compare", 4)), ("decimal-add", 4), "DEC-ALIGN"),
    Family.FRACTIONS: Case((("fraction-line", 3), ("fraction-equivalent", 2)), ("fraction-add", 2), "FRAC-TOPS"),
    Family.PERCENTAGES: Case((("percent-whole", 1), ("percent-to-fraction", 1)), ("percent-of", 1), "PCT-OFF"),
    Family.POWERS: Case((("cube-root", 1), ("times-power-of-ten", 2)), ("square", 1), "POW-TIMES"),
    Family.MONEY: Case(
        (("money-several-euros", 3), ("money-total-pounds", 4)), ("money-change-dollars", 3), "MON-CHANGE"
    ),
    Family.TIME: Case((("time-24-hour", 2), ("time-between", 3)), ("time-minutes-between", 2), "TIME-100"),
    Family.COMPARISON: Case((("order-whole", 1), ("compare-products", 2)), ("number-line", 3), "PV-SHIFT"),
    Family.SEQUENCES: Case((("sequence-fraction", 2), ("sequence-negative", 1)), ("sequence-doubling", 1), "SEQ-ADD"),
    Family.STORIES: Case((("story-time", 3), ("story-fraction", 3)), ("story-two-steps", 2), "STORY-STEP"),
}


def test_every_family_has_its_case() -> None:
    assert list(CASES) == list(Family)
    for family, case in CASES.items():
        assert {SKILLS[skill].family for skill, _ in case.steps} == {family}


@dataclass(frozen=True)
class Room:
    """A class with a child at a phone and one at a desktop, at whose screens one quiz follows the other."""

    classroom: int
    teacher: Page
    children: dict[str, Page]


@pytest.fixture(scope="module")
def room(lasting_page: NewPage, site: Site) -> Room:
    teacher = lasting_page()
    sign_in_as_teacher(teacher, site)
    desk = Desk(teacher)
    classroom = desk.new_classroom("Families", *CHILDREN)
    door = f"/join/{desk.join_code(classroom)}/"
    children = {name: lasting_page(viewport) for name, viewport in CHILDREN.items()}
    for name, child in children.items():
        take_seat(child.request, door, name)
    return Room(classroom, teacher, children)


@pytest.mark.parametrize(
    ("name", "family"), [(list(CHILDREN)[place % 2], family) for place, family in enumerate(CASES)]
)
def test_a_quiz_of_the_family_is_drawn_and_marked(room: Room, family: Family, name: str) -> None:
    case, teacher, child = CASES[family], room.teacher, room.children[name]
    teacher.goto("/teach/quizzes/")
    desk = Desk(teacher)
    quiz = built(teacher, family) if family is Family.TABLES else imported(desk, family)
    questions = desk.questions(quiz)
    assignment = desk.give(quiz, room.classroom)

    child.goto(f"/play/{assignment}/")
    wrong = predicted(case.misconception, questions[-1])[0]
    for number, question in enumerate(questions, start=1):
        is_right = number < len(questions)
        expect(child.locator(".course")).to_have_attribute("aria-label", f"Question {number} of {len(questions)}")
        expect(child.locator(".prompt > .visually-hidden")).to_have_text(question.spoken())
        if is_right:
            write(child, question.answer, seed=7)
        else:
            write(child, wrong, seed=plainest(wrong, question.format))
        child.get_by_role("button", name="Send").click()
        expect(child.locator(".stamp")).to_have_attribute("data-mark", "right" if is_right else "wrong")
        child.locator("[data-play=primary]:not([aria-disabled=true])").click()
    child.wait_for_url("**/score/")
    expect(child.locator(".finish__score")).to_have_text(f"{len(case.right)} of {len(questions)} right")

    teacher.goto(f"/teach/assignments/{assignment}/results/")
    row = teacher.locator("tbody tr", has_text=name)
    expect(row.locator(".results__cell[data-mark=right]")).to_have_count(len(case.right))
    expect(row.locator(".results__cell[data-mark=wrong]")).to_have_text(in_line(wrong, "."))
    teacher.get_by_text("would explain a single answer").click()
    expect(teacher.get_by_role("heading", name=CATALOGUE[case.misconception].name)).to_be_visible()


def built(page: Page, family: Family) -> int:
    """As a teacher does it: skills picked one by one, and each question with one try."""
    page.get_by_role("link", name="New quiz").click()
    page.get_by_label("Questions at a time").fill("1")
    page.locator(".picking--family > summary", has_text=family.value).click()
    for number, (skill, level) in enumerate(CASES[family].steps, start=1):
        pick(page, skill, SKILLS[skill].level(level).name)
        expect(page.locator("#building-tray .prompt")).to_have_count(number)
    page.get_by_role("button", name="Make the quiz").click()
    page.locator("summary", has_text="Settings").click()
    page.get_by_label("Tries for each question").fill("1")
    page.get_by_role("button", name="Save the settings").click()
    expect(page.locator("summary", has_text="1 try")).to_be_visible()
    return int(page.url.split("/")[-2])


def imported(desk: Desk, family: Family) -> int:
    """From a file, with questions of a seed: twenty quizzes built by hand would take a minute more."""
    questions = CASES[family].asked(random.Random(family.name))
    return desk.import_quiz(QuizFile(Settings(title=str(family), tries=1), questions))


def write(page: Page, text: str, seed: int) -> None:
    """Draws, waits until it is read as it was meant, and says yes where the page asks."""
    draw(page, text, seed)
    until_read(page)
    expect(page.locator(".reading strong").first).to_have_text(in_line(text, "."))
    agree(page)


def plainest(text: str, format: str) -> int:
    """The seed of ink that leaves least doubt, for the reader says: an answer in doubt is told no misconception of."""

    def doubt(seed: int) -> float:
        reading = read_ink(strokes=written(text, seed), format=format)
        return 1 - min((glyph.confidence for glyph in reading.glyphs), default=0.0)

    return min(range(7, 11), key=doubt)


def predicted(misconception: str, question: Question) -> list[str]:
    """The wrong answers that it leads to, in canonical text."""
    values = CATALOGUE[misconception].predictions(question)
    return sorted(grammar.render(value, question.format) for value in values)


def _drawn(step: Step, rng: random.Random) -> Question:
    skill, level = step
    return generate(SKILLS[skill], level, rng)
