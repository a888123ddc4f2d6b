"""Questions that tell misconceptions apart."""

import random

import pytest

from quizzes.rules.misconceptions import CATALOGUE, discriminate
from quizzes.rules.misconceptions.diagnosis import predictions
from quizzes.rules.misconceptions.telling import most_telling, told_apart
from quizzes.rules.planning import generate
from quizzes.rules.questions import write
from quizzes.rules.skills import SKILLS

PAIRS = [
    ("SUB-SFL", "SUB-BND", "subtract-3-digits"),
    ("SUB-SFL", "SUB-0N", "subtract-across-zero"),
    ("SUB-STOP0", "SUB-BAZ", "subtract-across-zero"),
    ("ADD-NOCARRY", "ADD-CONCAT", "add-within-100"),
    ("DEC-WHOLE", "DEC-ALIGN", "decimal-add"),
    ("DEC-LONG", "DEC-SHORT", "decimal-compare"),
    ("FRAC-MED", "FRAC-TOPS", "fraction-add"),
    ("MUL-NEAR", "OP-SWAP", "tables-mixed"),
    ("NEG-FLIP", "OP-SWAP", "subtract-below-zero"),
]


@pytest.mark.parametrize(("one", "other", "skill"), PAIRS, ids=[f"{row[0]} and {row[1]}" for row in PAIRS])
def test_two_misconceptions_lead_to_different_answers(one: str, other: str, skill: str) -> None:
    asked = discriminate([CATALOGUE[one], CATALOGUE[other]], SKILLS[skill], random.Random(5), count=3)
    assert len({question.key for question in asked}) == 3
    for question in asked:
        told = predictions(question)
        assert told.get(one, frozenset()).isdisjoint(told.get(other, frozenset()))
        assert one in told or other in told


def test_a_seed_repeats_the_questions() -> None:
    hypotheses = [CATALOGUE["SUB-SFL"], CATALOGUE["SUB-BND"]]
    one, other = (discriminate(hypotheses, SKILLS["subtract-3-digits"], random.Random(8), count=4) for _ in range(2))
    assert one == other


def test_the_level_that_is_asked_for_is_kept() -> None:
    asked = discriminate([CATALOGUE["SUB-SFL"]], SKILLS["subtract-within-100"], random.Random(1), count=5, level=4)
    assert {(question.skill, question.level) for question in asked} == {("subtract-within-100", 4)}


def test_a_skill_that_cannot_show_any_gives_no_questions() -> None:
    assert discriminate([CATALOGUE["FRAC-MED"]], SKILLS["add-within-100"], random.Random(1), count=5) == ()


TOLD_APART = [
    (["SUB-SFL", "SUB-0N"], "140 - 21", 2, "both wrong, and the same"),
    (["SUB-SFL", "SUB-0N"], "540 - 218", 2, "the same again"),
    (["SUB-SFL", "SUB-0N"], "63 - 29", 2, "one of them is right there"),
    (["SUB-SFL", "SUB-BND"], "63 - 29", 3, "all three differ"),
    (["SUB-SFL", "SUB-BND"], "68 - 25", 0, "none shows"),
]


@pytest.mark.parametrize(("names", "notation", "pairs", "case"), TOLD_APART, ids=[row[3] for row in TOLD_APART])
def test_the_pairs_that_a_question_tells_apart(names: list[str], notation: str, pairs: int, case: str) -> None:
    assert told_apart([CATALOGUE[name] for name in names], write(notation)) == pairs


def test_questions_on_which_fewer_others_agree_come_first() -> None:
    crowded, clear = write("140 - 21"), write("63 - 29")
    assert most_telling([CATALOGUE["SUB-SFL"]], [crowded, clear]) == (clear, crowded)


@pytest.mark.parametrize("name", [name for name, each in CATALOGUE.items() if each.skills])
def test_the_skills_to_practise_can_show_the_misconception(name: str) -> None:
    rng = random.Random(4)
    for code in CATALOGUE[name].skills:
        skill = SKILLS[code]
        drawn = (generate(skill, 1 + number % len(skill.levels), rng) for number in range(200))
        assert any(CATALOGUE[name].predictions(question) for question in drawn)
