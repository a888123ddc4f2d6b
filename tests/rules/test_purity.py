"""No floats in answers, and nothing in the rules that reads a clock or rolls its own dice."""

import ast
from pathlib import Path

import pytest

import quizzes.rules

MODULES = sorted(Path(quizzes.rules.__file__).parent.glob("*.py"))
IMPURE = {"time", "datetime", "secrets", "os", "uuid", "django", "numpy", "rest_framework", "recognizer"}


def imported(tree: ast.AST) -> set[str]:
    names = [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    return {name.split(".")[0] for name in names}


@pytest.mark.parametrize("path", MODULES, ids=[path.stem for path in MODULES])
def test_a_module_of_rules_is_pure(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert not imported(tree) & IMPURE
    drawn_from_the_module = {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "random"
    }
    assert drawn_from_the_module <= {"Random"}


@pytest.mark.parametrize("path", MODULES, ids=[path.stem for path in MODULES])
def test_only_probabilities_are_floats(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    floats = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, float)]
    assert floats == ([0.01] if path.stem == "scoring" else [])
