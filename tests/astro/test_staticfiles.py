"""Static files are served under hashed names, and refer to one another by them."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

HASHED = re.compile(r"\.[0-9a-f]{12}\.\w+$")
IMPORT = re.compile(
    r"""(?:^|[\s;}])(?:import|export)\b[^'"();]*?from\s*["']([^"']+)["']|import\s*\(?\s*["']([^"']+)["']"""
)
URL = re.compile(r"""(?:url\(|@import\s+)["']?([^"')]+)["']?""")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The static files as `make run` builds them."""
    folder = tmp_path_factory.mktemp("var")
    subprocess.run(
        [sys.executable, "manage.py", "collectstatic", "--no-input"],
        cwd=ROOT,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "astro.settings", "VAR_DIR": str(folder), "SECRET_KEY": "k" * 60},
        capture_output=True,
        check=True,
    )
    return folder / "static"


def test_no_built_module_imports_an_unhashed_file(built: Path) -> None:
    modules = [path for path in (built / "js").rglob("*.js") if HASHED.search(path.name)]
    assert modules
    named = [(path.name, one or two) for path in modules for one, two in IMPORT.findall(path.read_text())]
    assert named
    assert [pair for pair in named if not HASHED.search(pair[1])] == []


def test_no_built_style_sheet_names_an_unhashed_file(built: Path) -> None:
    sheets = [path for path in (built / "css").rglob("*.css") if HASHED.search(path.name)]
    assert sheets
    named = [(path.name, url) for path in sheets for url in URL.findall(path.read_text())]
    loose = [
        pair for pair in named if not pair[1].startswith(("data:", "#")) and not HASHED.search(pair[1].split("#")[0])
    ]
    assert loose == []
