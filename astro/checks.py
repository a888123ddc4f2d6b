"""System checks: what is set wrongly, and what to do about it."""

import sqlite3
from urllib.parse import urlsplit

from django.conf import settings
from django.core import checks
from django.core.checks import CheckMessage, Error, Tags, register
from django.core.exceptions import ImproperlyConfigured

SQLITE_WITHOUT_WAL_RESET_BUG = (3, 51, 3)  # https://sqlite.org/wal.html#walresetbug


@register(Tags.security)
def secret_key_is_set(**_: object) -> list[CheckMessage]:
    try:
        settings.SECRET_KEY  # noqa: B018  (raises where it is empty)
    except ImproperlyConfigured:
        return [
            Error(
                "No secret key is set.",
                hint="Set SECRET_KEY, or SECRET_KEY_FILE to a file that holds it (`make run` makes "
                "var/secret_key). DEBUG=True runs without one, on your own machine only.",
                id="astro.E001",
            )
        ]
    return []


@register()
def site_url_is_an_address(**_: object) -> list[CheckMessage]:
    parts = urlsplit(settings.SITE_URL)
    if parts.scheme in ("http", "https") and parts.hostname and parts.path in ("", "/"):
        return []
    return [
        Error(
            f"SITE_URL={settings.SITE_URL!r} is not the address of a site.",
            hint="Write scheme and host, for example SITE_URL=https://maths.example.org",
            id="astro.E002",
        )
    ]


@register()
def weights_are_there(**_: object) -> list[CheckMessage]:
    if settings.READER_WEIGHTS.is_file() and settings.READER_WEIGHTS.with_suffix(".json").is_file():
        return []
    return [
        Error(
            f"The reader's weights are not at {settings.READER_WEIGHTS}.",
            hint="They come with the repository in models/: restore them with `git checkout models`, "
            "or set READER_WEIGHTS to the .onnx file that has its .json card beside it.",
            id="astro.E003",
        )
    ]


@register(deploy=True)
def debug_is_off_and_site_is_https(**_: object) -> list[CheckMessage]:
    if settings.SITE_URL.startswith("https://"):
        return []
    return [
        checks.Warning(
            f"SITE_URL={settings.SITE_URL!r} is not https: passwords and cookies travel in the open.",
            hint="Put a proxy with a certificate before the site and set SITE_URL=https://… and "
            "BEHIND_PROXY=True (docs/deploy.md).",
            id="astro.W001",
        )
    ]


@register(Tags.database, deploy=True)
def sqlite_is_safe_with_several_writers(**_: object) -> list[CheckMessage]:
    if "sqlite3" not in settings.DATABASES["default"]["ENGINE"]:
        return []
    if sqlite3.sqlite_version_info >= SQLITE_WITHOUT_WAL_RESET_BUG:
        return []
    return [
        checks.Warning(
            f"SQLite {sqlite3.sqlite_version} can lose a commit when two processes write and checkpoint at once.",
            hint="Serve with one process (the default), or use SQLite 3.51.3 or newer, or PostgreSQL (DATABASE_URL).",
            id="astro.W002",
        )
    ]


@register()
def redis_of_hints_is_an_address(**_: object) -> list[CheckMessage]:
    url = settings.CHANNEL_REDIS_URL
    if not url or urlsplit(url).scheme in ("redis", "rediss", "unix"):
        return []
    return [
        Error(
            f"CHANNEL_REDIS_URL={url!r} is not the address of a Redis.",
            hint="Write for example CHANNEL_REDIS_URL=redis://127.0.0.1:6379/2, or leave it out for one process.",
            id="astro.E004",
        )
    ]


@register()
def what_several_processes_share_is_shared(**_: object) -> list[CheckMessage]:
    """Redis for hints says that there are several."""
    shares_counts = not settings.CACHES["default"]["BACKEND"].endswith("LocMemCache")
    if not settings.CHANNEL_REDIS_URL or shares_counts:
        return []
    return [
        checks.Warning(
            "CHANNEL_REDIS_URL is set, for several processes, but each of them counts tries and throttles for itself.",
            hint="Set CACHE_URL as well, for example CACHE_URL=rediscache://127.0.0.1:6379/1.",
            id="astro.W003",
        )
    ]
