"""Secrets from the environment."""

from pathlib import Path

import environ

DEBUG_SECRET_KEY = "debug-only-never-in-production-" + "0" * 32


def secret_key(env: environ.Env, *, debug: bool) -> str:
    """SECRET_KEY, else the content of the file SECRET_KEY_FILE, else (with DEBUG alone) a fixed one, else "".

    An empty key is not defaulted: the system check astro.E001 says what to set.
    """
    if key := str(env.str("SECRET_KEY", default="")):
        return key
    path = Path(env.str("SECRET_KEY_FILE", default="/nonexistent"))
    if path.is_file():
        return path.read_text().strip()
    return DEBUG_SECRET_KEY if debug else ""
