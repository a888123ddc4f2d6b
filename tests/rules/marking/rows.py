"""Marking as tables, one for each format: what was asked, what was typed, and what the child is told."""

from typing import NamedTuple

import pytest

from quizzes.rules.marking import Digits, Outcome, can_be_marked, canonical, is_right, mark
from quizzes.rules.questions import Question

RIGHT, WRONG, UNREAD = Outcome
YES = "Yes, that is right."
NO = "Not yet. Have another look."
SIMPLIFY = "Right value: can you simplify it?"
AS_FRACTION = "Right value: can you write it as a fraction?"
AS_DECIMAL = "Right value: can you write it as a decimal?"
AS_MIXED = "Right value: can you write it as a mixed number?"
AS_IMPROPER = "Right value: can you write it as one fraction, without a whole number in front?"
WHICH_UNIT = "Right value: which unit?"
OTHER_UNIT = "Right number: look at the unit again."


class Row(NamedTuple):
    """One answer. `digits` are those right and those asked; `sign` is the decimal sign of the class."""

    comment: str
    question: Question
    typed: str
    outcome: Outcome
    note: str
    digits: tuple[int, int] | None = None
    sign: str = "."


def zero(answer: str) -> str:
    return f"Yes, that is right. Without the 0 in front it is {answer}."


def same(answer: str) -> str:
    return f"Yes, that is right. It is the same as {answer}."


def terms(answer: str) -> str:
    return f"Yes, that is right. In lowest terms it is {answer}."


def spelt(answer: str) -> str:
    return f"Yes, that is right. It is written {answer}."


def each(rows: list[Row], known_failures: list[tuple[Row, str]] | None = None) -> pytest.MarkDecorator:
    """A test of each row, named by its comment; of a known failure, with the reason why it fails."""
    failing = [
        pytest.param(row, marks=pytest.mark.xfail(strict=True, reason=reason), id=row.comment)
        for row, reason in known_failures or []
    ]
    comments = [row.comment for row in rows]
    assert len(set(comments)) == len(comments), "two rows have the same name"
    return pytest.mark.parametrize("row", [*(pytest.param(row, id=row.comment) for row in rows), *failing])


def assert_marked(row: Row) -> None:
    """The row holds, and whether it can be marked and whether its value is right agree with the mark."""
    question, typed, sign = row.question, row.typed, row.sign
    text = canonical(question, typed, sign)
    made = mark(question, text, sign)
    digits = Digits(*row.digits) if row.digits else None
    assert (made.outcome, made.note, made.digits) == (row.outcome, row.note, digits)
    assert can_be_marked(question, text) == (row.outcome is not UNREAD)
    assert is_right(question, text) == ("has the right value" in made.checks)
    assert row.outcome is UNREAD or canonical(question, text, ".") == text, "canonical text stays as it is"
