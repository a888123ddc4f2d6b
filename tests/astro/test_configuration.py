"""Settings come from the environment; each is documented, and misuse is reported with what to do."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def manage(tmp_path: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """manage.py in an environment of its own."""
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "VAR_DIR": str(tmp_path)} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_every_variable_is_documented_and_every_documented_one_is_read() -> None:
    source = "".join((ROOT / "astro" / name).read_text() for name in ("settings.py", "environment.py"))
    read = set(re.findall(r'env\.\w+\(\s*"([A-Z_]+)"', source))
    table = (ROOT / "docs" / "configuration.md").read_text()
    documented = set(re.findall(r"^\| `([A-Z_]+)`", table, flags=re.MULTILINE))
    assert read == documented


def test_a_missing_secret_key_is_reported_with_what_to_set(tmp_path: Path) -> None:
    done = manage(tmp_path, "check")
    assert done.returncode == 1
    assert "(astro.E001) No secret key is set." in done.stderr
    assert "HINT: Set SECRET_KEY, or SECRET_KEY_FILE" in done.stderr


def test_a_secret_key_is_read_from_a_file(tmp_path: Path) -> None:
    key = tmp_path / "key"
    key.write_text("k" * 60 + "\n")
    assert manage(tmp_path, "check", SECRET_KEY_FILE=str(key)).returncode == 0


def test_debug_runs_without_a_key(tmp_path: Path) -> None:
    assert manage(tmp_path, "check", DEBUG="True").returncode == 0


def test_a_site_url_that_is_no_address_is_reported(tmp_path: Path) -> None:
    done = manage(tmp_path, "check", SECRET_KEY="k" * 60, SITE_URL="maths.example.org")
    assert "(astro.E002) SITE_URL='maths.example.org' is not the address of a site." in done.stderr


@pytest.mark.parametrize(
    ("address", "hosts"),
    [
        ("http://127.0.0.1:8000", "['127.0.0.1', 'localhost']"),
        ("http://localhost:8000", "['127.0.0.1', 'localhost']"),
        ("https://maths.example.org", "['maths.example.org']"),
    ],
)
def test_this_machine_answers_to_both_of_its_names(tmp_path: Path, address: str, hosts: str) -> None:
    asked = "from django.conf import settings; print(settings.ALLOWED_HOSTS)"
    done = manage(tmp_path, "shell", "--verbosity=0", "-c", asked, SECRET_KEY="k" * 60, SITE_URL=address)
    assert done.stdout.strip() == hosts


def test_missing_weights_are_reported(tmp_path: Path) -> None:
    done = manage(tmp_path, "check", SECRET_KEY="k" * 60, READER_WEIGHTS=str(tmp_path / "none.onnx"))
    assert "(astro.E003) The reader's weights are not at" in done.stderr


def test_plain_http_is_warned_of_when_deploying(tmp_path: Path) -> None:
    done = manage(tmp_path, "check", "--deploy", SECRET_KEY="k" * 60)
    assert "(astro.W001)" in done.stderr


def setting(tmp_path: Path, name: str, **environment: str) -> str:
    """How a setting comes out, as `diffsettings` prints it."""
    done = manage(tmp_path, "diffsettings", SECRET_KEY="k" * 60, **environment)
    return next(line for line in done.stdout.splitlines() if line.startswith(f"{name} ="))


def test_what_the_address_of_the_database_says_is_kept(tmp_path: Path) -> None:
    found = setting(tmp_path, "DATABASES", DATABASE_URL="postgres://astro@127.0.0.1/astro?sslmode=require")
    assert "'OPTIONS': {'sslmode': 'require', 'pool': {" in found


def test_hsts_binds_the_host_alone(tmp_path: Path) -> None:
    address = "https://maths.example.org"
    assert setting(tmp_path, "SECURE_HSTS_SECONDS", SITE_URL=address) == "SECURE_HSTS_SECONDS = 31536000"
    done = manage(tmp_path, "diffsettings", SECRET_KEY="k" * 60, SITE_URL=address)
    assert "SECURE_HSTS_INCLUDE_SUBDOMAINS" not in done.stdout


def test_an_https_site_deploys_without_a_warning(tmp_path: Path) -> None:
    done = manage(
        tmp_path,
        "check",
        "--deploy",
        "--fail-level",
        "WARNING",
        SECRET_KEY="".join(chr(33 + n % 90) for n in range(60)),
        SITE_URL="https://maths.example.org",
        DATABASE_URL="postgres://astro@127.0.0.1/astro",
    )
    assert done.returncode == 0, done.stderr


def test_an_address_that_is_no_redis_is_reported(tmp_path: Path) -> None:
    done = manage(tmp_path, "check", SECRET_KEY="k" * 60, CHANNEL_REDIS_URL="127.0.0.1:6379")
    assert "(astro.E004) CHANNEL_REDIS_URL='127.0.0.1:6379' is not the address of a Redis." in done.stderr


def test_several_processes_that_count_apart_are_warned_of(tmp_path: Path) -> None:
    redis = "redis://127.0.0.1:6379/2"
    alone = manage(tmp_path, "check", SECRET_KEY="k" * 60, CHANNEL_REDIS_URL=redis)
    together = manage(
        tmp_path, "check", SECRET_KEY="k" * 60, CHANNEL_REDIS_URL=redis, CACHE_URL="rediscache://127.0.0.1:6379/1"
    )
    assert "(astro.W003) CHANNEL_REDIS_URL is set, for several processes" in alone.stderr
    assert (together.returncode, "astro.W003" in together.stderr) == (0, False)
