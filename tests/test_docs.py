"""Documents that name what exists: a module that nobody wrote down fails here."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text()


@pytest.mark.parametrize("layer", ["rules", "queries", "services"])
def test_the_architecture_names_every_module(layer: str) -> None:
    modules = {path.stem for path in (ROOT / "quizzes" / layer).glob("*.py")} - {"__init__"}
    assert {module for module in modules if f"`{module}`" not in ARCHITECTURE} == set()
