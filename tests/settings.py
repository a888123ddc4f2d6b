"""Settings of the tests: the site's own, with a key, quick passwords, static files under their plain names, and a
PostgreSQL that is emptied quickly.

tests/astro/test_staticfiles.py builds the hashed ones, and tests/e2e serves them.
"""

import os

os.environ.setdefault("SECRET_KEY", "only-for-the-tests-" + "0" * 40)

from astro.settings import *  # noqa: F403

STORAGES = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
if DATABASES["default"]["ENGINE"] == "django.db.backends.postgresql":  # noqa: F405
    DATABASES["default"]["ENGINE"] = "tests.postgresql"  # noqa: F405
