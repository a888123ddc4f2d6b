"""Answers are worked out by Python's own order of operations."""

import ast
import random
import re

import pytest

from quizzes.rules.planning import Part, generate_part
from quizzes.rules.questions import Question
from tests.rules.skills.drawing import drawn

LEVELS = [("order-left-to-right", 3), ("order-times-first", 4), ("order-brackets", 4), ("order-powers", 3)]
EACH = [(code, level) for code, levels in LEVELS for level in range(1, levels + 1)]


def python(question: Question) -> str:
    line = question.plain().removesuffix(" = □")
    return line.replace("−", "-").replace("×", "*").replace("÷", "//").replace("²", "**2")


def worked(line: str) -> int:
    return int(eval(line, {"__builtins__": {}}))  # noqa: S307 - digits and signs alone, as the tests assert


@pytest.mark.parametrize(("code", "level"), EACH)
def test_the_answer_is_that_of_the_usual_order(code: str, level: int) -> None:
    for question in drawn(code, level):
        line = python(question)
        assert re.fullmatch(r"[0-9+\-*/() ]+", line)
        assert int(question.answer) == worked(line) > 0
        assert all(int(number) >= 2 for number in re.findall(r"\d+", line))


@pytest.mark.parametrize(("code", "level"), EACH)
def test_every_division_is_exact(code: str, level: int) -> None:
    for question in drawn(code, level):
        exact = python(question).replace("//", "/")
        for node in ast.walk(ast.parse(exact, mode="eval")):
            if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
                above, below = (worked(ast.unparse(side).replace("/", "//")) for side in (node.left, node.right))
                assert above % below == 0


@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_half_of_the_questions_tell_who_works_from_left_to_right(level: int) -> None:
    """In them × or ÷ stands behind + or −."""
    lines = [python(question) for question in drawn("order-times-first", level)]
    assert sum(bool(re.search(r"[+-] \d+ [*/]", line)) for line in lines) > len(lines) / 3


@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_arrangements_are_balanced(level: int) -> None:
    questions = generate_part(Part("order-times-first", level, 12), random.Random(8))
    forms = [re.sub(r"\d+", "n", question.plain()) for question in questions]
    assert len(set(forms)) >= 4
    assert max(map(forms.count, forms)) <= 12 // len(set(forms)) + 1
