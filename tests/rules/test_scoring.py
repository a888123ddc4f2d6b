import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.rules.marking import Outcome
from quizzes.rules.questions import Question, write, write_text
from quizzes.rules.scoring import Score, look_at_the_ink, outcome_of, score

RIGHT, WRONG, UNREAD = Outcome

TRIES = [
    ("no try", [], None),
    ("right at once", [RIGHT], RIGHT),
    ("right at last", [WRONG, WRONG, RIGHT], RIGHT),
    ("right, then wrong", [RIGHT, WRONG], RIGHT),
    ("right, then unread", [RIGHT, UNREAD], RIGHT),
    ("wrong", [WRONG], WRONG),
    ("unread, then wrong", [UNREAD, WRONG], WRONG),
    ("unread, then right", [UNREAD, RIGHT], RIGHT),
    ("unread", [UNREAD], UNREAD),
    ("wrong, then unread: still open", [WRONG, UNREAD], UNREAD),
]


@pytest.mark.parametrize(("tries", "outcome"), [row[1:] for row in TRIES], ids=[row[0] for row in TRIES])
def test_the_outcome_of_a_question(tries: list[Outcome], outcome: Outcome | None) -> None:
    assert outcome_of(tries) == outcome


SCORES = [
    ("nothing asked", [], Score(0, 0, 0, 0), None, None),
    ("nothing answered", [None, None], Score(0, 0, 0, 2), None, 0),
    ("all right", [RIGHT, RIGHT], Score(2, 0, 0, 0), 100, 100),
    ("all wrong", [WRONG, WRONG], Score(0, 2, 0, 0), 0, 0),
    ("half way", [RIGHT, WRONG, None, None], Score(1, 1, 0, 2), 50, 25),
    ("one unread", [RIGHT, UNREAD], Score(1, 0, 1, 0), 100, 100),
    ("all unread", [UNREAD, UNREAD], Score(0, 0, 2, 0), None, None),
    ("two of three", [RIGHT, RIGHT, WRONG], Score(2, 1, 0, 0), 67, 67),
    ("an eighth, rounded up", [RIGHT, *[WRONG] * 7], Score(1, 7, 0, 0), 13, 13),
    ("everything", [RIGHT, WRONG, UNREAD, None], Score(1, 1, 1, 1), 50, 33),
]


@pytest.mark.parametrize(
    ("outcomes", "counted", "percent", "final"), [row[1:] for row in SCORES], ids=[row[0] for row in SCORES]
)
def test_a_score(outcomes: list[Outcome | None], counted: Score, percent: int | None, final: int | None) -> None:
    assert score(outcomes) == counted
    assert (counted.percent, counted.final_percent) == (percent, final)
    assert counted.total == len(outcomes)


@given(st.lists(st.sampled_from([*Outcome, None])))
def test_an_unread_answer_never_costs_anything(outcomes: list[Outcome | None]) -> None:
    with_unread = score([*outcomes, Outcome.UNREAD])
    assert with_unread.percent == score(outcomes).percent
    assert with_unread.final_percent == score(outcomes).final_percent
    assert with_unread.counting == score(outcomes).counting


TIMES = write("7 × 8")
HALF = write("1/4 + 1/4")

INK: list[tuple[str, Question, str, list[list[str | float]], bool]] = [
    ("plausibly right", TIMES, "50", [["56", 0.04]], True),
    ("just plausibly right", TIMES, "50", [["58", 0.3], ["56", 0.01]], True),
    ("hardly right", TIMES, "50", [["56", 0.009]], False),
    ("clearly wrong", TIMES, "54", [["64", 0.2]], False),
    ("no alternatives", TIMES, "54", [], False),
    ("right already", TIMES, "56", [["56", 0.5]], False),
    ("unread", TIMES, "", [["56", 0.5]], False),
    ("equal by value", TIMES, "50", [["056", 0.02]], True),
    ("equal in sum", HALF, "1/3", [["1/2", 0.006], ["2/4", 0.006]], True),
    ("no answer among them", TIMES, "50", [["5-", 0.5]], False),
    ("words", write_text("Who?", "Ada"), "Eda", [["ada", 0.5]], True),
]


@pytest.mark.parametrize(
    ("question", "text", "alternatives", "look"), [row[1:] for row in INK], ids=[row[0] for row in INK]
)
def test_look_at_the_ink(question: Question, text: str, alternatives: list[list[str | float]], look: bool) -> None:
    assert look_at_the_ink(alternatives, text, question) is look


def test_a_teacher_may_look_more_closely() -> None:
    assert look_at_the_ink([("56", 0.004)], "50", TIMES, threshold=0.003)
