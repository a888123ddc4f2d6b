"""Settings of the tests: the site's own, with a key, quick passwords, and static files under their plain names.

tests/astro/test_staticfiles.py builds the hashed ones, and tests/e2e serves them.
"""

import os

os.environ.setdefault("SECRET_KEY", "only-for-the-tests-" + "0" * 40)

from astro.settings import *  # noqa: F403

STORAGES = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
