"""Django's settings, all of them derived from how this copy is run."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import dj_database_url
from csp.constants import NONE, SELF

from bedside.web.serving.hosting import hosting_from

# Pages are answered side by side. The products behind a list are small, and spread over threads they take three times
# the work; numpy reads this when the first page that computes chances is asked for.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

HOSTING = hosting_from(os.environ)
ROOM = Path(__file__).parent

SECRET_KEY = HOSTING.secret_key
DEBUG = False
ALLOWED_HOSTS = list(HOSTING.allowed_hosts)
ROOT_URLCONF = "bedside.web.urls"
WSGI_APPLICATION = "bedside.web.serving.application.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = ["bedside.web.apps.BedsideConfig", "csp", "django_htmx"]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "bedside.web.guarding.out_of_caches.keep_out_of_caches",
    "bedside.web.guarding.rate_limits.limit_rates",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOM / "templates"],
        "OPTIONS": {
            "loaders": [("django.template.loaders.cached.Loader", ["django.template.loaders.filesystem.Loader"])],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "bedside.web.frame.page.on_every_page",
            ],
            "builtins": ["bedside.web.templatetags.showing"],
        },
    }
]

# What a save acknowledges is on the disk (synchronous FULL), what is deleted is overwritten (secure_delete), and two
# who write at once wait for each other instead of failing (IMMEDIATE).
SQLITE_HABITS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY;"
SQLITE = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": HOSTING.database_file,
    "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": SQLITE_HABITS},
}
DATABASES: dict[str, Any] = {
    "default": dj_database_url.parse(HOSTING.database, conn_max_age=60, conn_health_checks=True)
    if HOSTING.database
    else SQLITE
}

# The session is one signed cookie: it names the dossiers this browser may open, and nothing of what is in them.
SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"
SESSION_COOKIE_NAME = "bedside_session"
SESSION_COOKIE_AGE = 60 * 60 * 24 * (60 if HOSTING.is_hosted else 365)
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = HOSTING.is_hosted
CSRF_COOKIE_NAME = "bedside_csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = HOSTING.is_hosted
CSRF_FAILURE_VIEW = "bedside.web.frame.errors.form_is_too_old"
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"

SECURE_SSL_REDIRECT = HOSTING.is_hosted
SECURE_REDIRECT_EXEMPT = [r"^health/$"]
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if HOSTING.is_hosted else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HOSTING.is_hosted
SECURE_HSTS_PRELOAD = HOSTING.is_hosted
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HOSTING.trusted_proxies else None
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# A dossier is some tens of kilobytes; whatever is far larger is no dossier.
LARGEST_UPLOAD = 2_000_000
# Everything of a dossier in one archive holds its reports with their pictures too.
LARGEST_ARCHIVE = 8_000_000
# What lists are found from is kept for whoever moves the controls next, but never more of it than this.
LIST_MEMORY = HOSTING.list_memory * 1_000_000
# Lists of programs may be reports of some megabytes; what is read of them is kept as a private document.
LARGEST_LIST = 3_500_000 if HOSTING.is_hosted else 30_000_000
LARGEST_CLAIMS = 20_000_000
DATA_UPLOAD_MAX_MEMORY_SIZE = LARGEST_UPLOAD
FILE_UPLOAD_MAX_MEMORY_SIZE = LARGEST_LIST + 100_000
FILE_UPLOAD_HANDLERS = ["bedside.web.guarding.uploads.InMemoryOnly"]
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
DATA_UPLOAD_MAX_NUMBER_FILES = 2

LANGUAGE_CODE = "en-us"
USE_I18N = False
USE_TZ = True
TIME_ZONE = HOSTING.time_zone
STATIC_URL = "/static/"

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"without_contents": {"()": "bedside.web.guarding.logs.WithoutContents"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "without_contents"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "ERROR", "propagate": False},
        "bedside": {"handlers": ["console"], "level": "INFO", "propagate": False},
        "waitress.queue": {"level": "ERROR"},  # that a request waited for a moment is no news
    },
}
