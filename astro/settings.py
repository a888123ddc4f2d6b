"""Settings, all of them, from environment variables. Each is documented in docs/configuration.md (a test says so).

Misuse is reported by the system checks in astro/checks.py, with what to do about it.
"""

from pathlib import Path
from urllib.parse import urlsplit

import django_stubs_ext
import environ
from csp.constants import NONE, SELF

from astro.environment import secret_key

django_stubs_ext.monkeypatch()  # forms, managers and admins may say what they are of: ModelForm[Quiz]

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()

# Where the site is: the address people type. Hosts, origins and the security of cookies follow from it.
DEBUG = env.bool("DEBUG", default=False)
SITE_URL = env.str("SITE_URL", default="http://127.0.0.1:8000")
_site = urlsplit(SITE_URL)
_THIS_MACHINE = {"127.0.0.1", "localhost"}  # who reads one of them may type the other
_own_hosts = _THIS_MACHINE if _site.hostname in _THIS_MACHINE else {_site.hostname or ""}
ALLOWED_HOSTS = [*sorted(_own_hosts), *env.list("EXTRA_HOSTS", default=[])]
CSRF_TRUSTED_ORIGINS = [SITE_URL.rstrip("/")]
_HTTPS = _site.scheme == "https"
BEHIND_PROXY = env.bool("BEHIND_PROXY", default=False)

SECRET_KEY = secret_key(env, debug=DEBUG)

# What is kept, and where
VAR_DIR = Path(env.str("VAR_DIR", default=str(BASE_DIR / "var")))
VAR_DIR.mkdir(parents=True, exist_ok=True)  # SQLite makes its file, but not the folder
DATABASES = {"default": env.db_url("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'astro.sqlite3'}")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # IMMEDIATE: with the default, two writers meet as "database is locked". FULL: acknowledged means on disk.
    # SQLite lets whoever waits try again by chance, not in turn: of a thousand who come in while the machine is busy,
    # one waits for longer than 5 seconds, and would be told of an error.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
    }
    # A file, so that several threads of a test meet the locks that production meets.
    DATABASES["default"]["TEST"] = {"NAME": str(VAR_DIR / "test.sqlite3")}
else:
    # A connection for each thread that may want one (8 for pages, 4 for sockets, 2 for answers of live games); Django's
    # own pool has 4, and a thread would wait for another's. What the address says (?sslmode=require) is kept.
    _pool = {"pool": {"min_size": 2, "max_size": 16}}
    DATABASES["default"]["OPTIONS"] = DATABASES["default"].get("OPTIONS", {}) | _pool
CACHES = {"default": env.cache_url("CACHE_URL", default="locmemcache://")}
if CACHES["default"]["BACKEND"].endswith("LocMemCache"):
    # Django keeps 300 entries and forgets the oldest: whoever makes 300 new ones would wipe every count of tries.
    CACHES["default"]["OPTIONS"] = {"MAX_ENTRIES": 200_000}
# Hints of live games between processes. The pub/sub layer: with the core layer a thousand sockets were refused.
CHANNEL_REDIS_URL = env.str("CHANNEL_REDIS_URL", default="")
CHANNEL_LAYERS = (
    {
        "hints": {
            "BACKEND": "channels_redis.pubsub.RedisPubSubChannelLayer",
            "CONFIG": {
                "hosts": [{"address": CHANNEL_REDIS_URL, "socket_connect_timeout": 2}],
                "prefix": f"astro-{_site.netloc}-",  # Redis tells every database's subscribers
            },
        }
    }
    if CHANNEL_REDIS_URL
    else {}
)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# The reader
READER_WEIGHTS = Path(env.str("READER_WEIGHTS", default=str(BASE_DIR / "models" / "reader.onnx")))
MOST_DONATIONS = env.int("MOST_DONATIONS", default=5_000)

# The site
INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",  # its templates of widgets, for FORM_RENDERER
    "rest_framework",
    "drf_spectacular",
    "axes",
    "csp",
    "astro.apps.AstroConfig",
    "quizzes.apps.QuizzesConfig",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "astro.middleware.NothingKeptMiddleware",
    "astro.middleware.BodyLimitMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "quizzes.middleware.SeatMiddleware",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "astro.urls"
WSGI_APPLICATION = "astro.asgi.http"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# Files of our own, under names that change with their content
STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
STATIC_ROOT.mkdir(exist_ok=True)  # WhiteNoise warns of a folder that is not there
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "astro.staticfiles.HashedStaticFilesStorage"
    },
}

# Language and time
LANGUAGE_CODE = "en-gb"
TIME_ZONE = env.str("TIME_ZONE", default="UTC")
USE_I18N = True
USE_TZ = True

# Teachers and administrators
AUTH_USER_MODEL = "quizzes.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["name", "email"]},
    },
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},  # no list has 123456789012
]
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "classrooms"
LOGOUT_REDIRECT_URL = "start"
PASSWORD_RESET_TIMEOUT = 60 * 60 * 24

# A school shares one address, so a name together with an address is locked out, never an address alone.
AXES_FAILURE_LIMIT = 8
AXES_USERNAME_FORM_FIELD = "username"  # what authenticate() is called with; its default is the model's field, "email"
AXES_USERNAME_CALLABLE = "quizzes.services.accounts.name_tried"
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "new_password"]  # a try keeps the form that it came with
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_CLIENT_IP_CALLABLE = "quizzes.services.budgets.address_of"
AXES_LOCKOUT_TEMPLATE = "accounts/locked_out.html"
AXES_HTTP_RESPONSE_CODE = 429
AXES_ENABLE_ADMIN = True
AXES_VERBOSE = False
AXES_DISABLE_ACCESS_LOG = True  # who signed in from where is nobody's business; last_login is kept

# Post: printed on the console until EMAIL_URL names a server
EMAIL_CONFIG = env.email_url("EMAIL_URL", default="consolemail://")
vars().update(EMAIL_CONFIG)
DEFAULT_FROM_EMAIL = env.str("EMAIL_FROM", default=f"Astro Numbers <noreply@{_site.hostname}>")

# The API
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication.SessionAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["quizzes.api.parsers.BoundedJSONParser"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "DEFAULT_THROTTLE_RATES": {
        "read": env.str("READ_RATE", default="120/min"),
        "picture": env.str("PICTURE_RATE", default="30/min"),
        "seat": env.str("SEAT_RATE", default="60/min"),
        "answer": env.str("ANSWER_RATE", default="120/min"),
        "game": env.str("GAME_RATE", default="600/min"),
        "results": env.str("RESULTS_RATE", default="120/min"),
        "donation": env.str("DONATION_RATE", default="60/hour"),
        "address": env.str("ADDRESS_RATE", default="2000/min"),
    },
    "EXCEPTION_HANDLER": "quizzes.api.errors.sentence",
    "UNAUTHENTICATED_USER": "django.contrib.auth.models.AnonymousUser",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Astro Numbers",
    "DESCRIPTION": "Read ink, take a seat, answer, and see the results.",
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
    "ENUM_NAME_OVERRIDES": {"OutcomeEnum": "quizzes.models.play.OUTCOMES"},
}

# Safety
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:", "blob:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 64 * 1024
LARGER_BODIES = dict.fromkeys(  # a picture, and the form that it comes in
    ["/api/read/picture/", "/api/read/picture/explain/", "/api/donations/picture/"], (2048 + 16) * 1024
) | {"/teach/quizzes/import/": (256 + 64) * 1024}  # a quiz as a file, and the text beside it
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True  # pages carry the token in a meta element
SEAT_COOKIE_AGE = 60 * 60 * 24 * 180
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _HTTPS
SECURE_SSL_REDIRECT = _HTTPS
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if _HTTPS else 0
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]  # other hosts of a school's domain are not ours to bind
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# What happened, with ids only: never names, answers or ink
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "filters": {"sockets": {"()": "astro.logs.SocketsUnnamed"}},
    "loggers": {
        "uvicorn.error": {"filters": ["sockets"]},
        "channels_redis": {
            "level": "CRITICAL"
        },  # a traceback a second while Redis is away: quizzes.live.relay says it once
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="INFO")},
}
