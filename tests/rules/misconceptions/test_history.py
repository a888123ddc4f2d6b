"""When a misconception becomes likely, and when it is forgotten."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.rules.marking import Outcome, mark
from quizzes.rules.misconceptions import Evidence, likely, suspected
from quizzes.rules.misconceptions.history import FORGOTTEN_AFTER
from quizzes.rules.questions import write

Answers = Sequence[tuple[str, str | None]]

SFL = [("63 - 29", "46"), ("72 - 35", "43"), ("84 - 57", "33")]
NO_EXCHANGE = [("68 - 25", "43"), ("79 - 36", "43"), ("57 - 21", "36")]
RIGHT = [("91 - 48", "43"), ("52 - 17", "35"), ("74 - 26", "48")]
FIVES = ("63 - 29", "44")  # one out: careless


def evidence(answers: Answers) -> list[Evidence]:
    return [
        Evidence(question, text, Outcome.UNREAD if text is None else mark(question, text).outcome)
        for question, text in ((write(notation), text) for notation, text in answers)
    ]


def found(answers: Answers) -> list[str]:
    return [finding.misconception.id for finding in likely(evidence(answers))]


HISTORIES: list[tuple[str, Answers, list[str]]] = [
    ("three hits", SFL, ["SUB-SFL"]),
    ("two hits in three opportunities", [*SFL[:2], RIGHT[0]], ["SUB-SFL"]),
    ("two hits in two opportunities", SFL[:2], []),
    ("one hit in three opportunities", [SFL[0], *RIGHT[:2]], []),
    ("two hits where it can show in no other", [*SFL[:2], *NO_EXCHANGE], []),
    ("hits with others in between that cannot show it", [SFL[0], *NO_EXCHANGE, *SFL[1:]], ["SUB-SFL"]),
    ("nothing wrong", RIGHT, []),
    ("careless twice", [FIVES, ("72 - 35", "38"), ("84 - 57", "28")], []),
    ("doubtful ink", [SFL[0], (SFL[1][0], None), (SFL[2][0], None)], []),
    ("the same wrong answer to one question again", [SFL[0], SFL[0], *RIGHT[:1]], []),
    ("forgotten after three in a row", [*SFL, *RIGHT], []),
    ("not forgotten after two in a row", [*SFL, *RIGHT[:2]], ["SUB-SFL"]),
    (
        "back after it was forgotten",
        [*SFL, *RIGHT, ("95 - 38", "63"), ("83 - 46", "43"), ("71 - 24", "53")],
        ["SUB-SFL"],
    ),
    ("two that lead to the same answers", [("140 - 21", "121"), ("150 - 32", "122"), ("360 - 43", "323")], []),
    (
        "two that lead to the same answers, until one fails to show",
        [("140 - 21", "121"), ("63 - 29", "34"), ("150 - 32", "122"), ("72 - 35", "37"), ("360 - 43", "323")],
        ["SUB-0N"],
    ),
    (
        "in a sum and a difference",
        [*SFL, ("28 + 17", "35"), ("36 + 47", "73"), ("18 + 66", "74")],
        ["SUB-SFL", "ADD-NOCARRY"],
    ),
]


@pytest.mark.parametrize(("case", "answers", "names"), HISTORIES, ids=[row[0] for row in HISTORIES])
def test_what_is_likely_after_a_history(case: str, answers: Answers, names: list[str]) -> None:
    assert found(answers) == names


def test_a_finding_tells_where_it_shows() -> None:
    finding = likely(evidence([NO_EXCHANGE[0], *SFL[:2], RIGHT[0]]))[0]
    assert (finding.hits, finding.unique, finding.opportunities) == ((1, 2), (1, 2), 3)


def test_one_wrong_answer_makes_suspects_of_all_that_lead_to_it() -> None:
    assert {finding.misconception.id for finding in suspected(evidence([("140 - 21", "121")]))} == {"SUB-SFL", "SUB-0N"}


def test_a_correction_of_the_mark_is_believed() -> None:
    question = write(SFL[0][0])
    assert suspected([Evidence(question, SFL[0][1], Outcome.RIGHT)]) == ()


@given(st.lists(st.sampled_from([*SFL, *NO_EXCHANGE, *RIGHT, FIVES, ("28 + 17", "35")]), max_size=20))
def test_what_is_likely_is_suspected_and_has_shown_lately(answers: Answers) -> None:
    history = evidence(answers)
    findings = likely(history)
    assert set(findings) <= set(suspected(history))
    for finding in findings:
        assert len(finding.unique) >= 2
        assert set(finding.unique) <= set(finding.hits) <= set(range(len(history)))
        assert len(finding.hits) <= finding.opportunities


@given(st.lists(st.sampled_from([*SFL, *RIGHT, FIVES]), max_size=20))
def test_three_opportunities_in_a_row_without_a_hit_always_forget(answers: Answers) -> None:
    fresh = [("41 - 13", "28"), ("62 - 18", "44"), ("93 - 59", "34")]
    assert len(fresh) == FORGOTTEN_AFTER
    assert found([*answers, *fresh]) == []
