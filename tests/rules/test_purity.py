"""No floats in answers, and nothing in the rules that reads a clock or rolls its own dice."""

import ast
from pathlib import Path

import pytest

import quizzes.rules

RULES = Path(quizzes.rules.__file__).parent
MODULES = sorted(RULES.rglob("*.py"))
NAMES = [str(path.relative_to(RULES).with_suffix("")) for path in MODULES]
IMPURE = {"time", "secrets", "os", "uuid", "django", "numpy", "rest_framework", "recognizer"}
CLOCKS = {"now", "today", "utcnow"}
MEASURES = {"scoring", "practice", "vocabulary", "game"}
"""Where seconds, probabilities and the likeness of words are, rather than answers."""


def imported(tree: ast.AST) -> set[str]:
    names = [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    return {name.split(".")[0] for name in names}


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_a_module_of_rules_is_pure(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert not imported(tree) & IMPURE
    of = {
        (node.value.id, node.attr)
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
    }
    assert not {attribute for name, attribute in of if name in {"datetime", "date"}} & CLOCKS
    assert {attribute for name, attribute in of if name == "random"} <= {"Random"}


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_only_measures_are_floats(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    floats = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, float)]
    measured = path.relative_to(RULES).with_suffix("").parts[0] in MEASURES
    assert measured or not floats
