"""What every environment shares. Django: docs.djangoproject.com/en/5.2/ref/settings/"""

from pathlib import Path

import dj_database_url

from portal.settings import env
from portal.settings.directory import *  # noqa: F403
from portal.settings.exchange import *  # noqa: F403
from portal.settings.journey import *  # noqa: F403
from portal.settings.security import *  # noqa: F403

BASE_DIR = Path(__file__).resolve().parents[2]
DATA_DIR = env.folder("DATA_DIR", BASE_DIR / "var")

DEBUG = False
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "people.User"

INSTALLED_APPS = [
    "portal",
    "portal.design",
    "portal.people.apps.PeopleConfig",
    "portal.places",
    "portal.contacts",
    "portal.worker",
    "content",
    "referrals",
    "services_directory",
    "search",
    "wagtail.contrib.settings",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.embeds",
    "wagtail.sites",
    "portal.people.apps.StaffUsersConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "post_office",
    "django.forms",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
]

MIDDLEWARE = [
    # The first four put headers on every answer: files, redirects and errors too.
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "portal.middleware.ContentSecurityPolicy",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "portal.middleware.give_refusals_a_page",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "portal.middleware.refuse_impossible_requests",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "portal.middleware.store_nothing_personal",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "portal.middleware.refuse_in_place",
    "portal.middleware.RefuseImpossibleKeys",
    "allauth.account.middleware.AccountMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

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
                "portal.design.context_processors.site_frame",
            ],
            "builtins": ["portal.design.templatetags.design"],
        },
    }
]
FORM_RENDERER = "portal.design.renderers.DesignRenderer"

# SQLite by default; PostgreSQL by DATABASE_URL alone.
DATABASES = {
    "default": dj_database_url.config(
        default=f"sqlite:///{DATA_DIR / 'front-door.sqlite3'}",
        conn_max_age=600,
        conn_health_checks=True,
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # WAL, immediate transactions and FULL sync: no "database is locked", no lost commit.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
    }

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_I18N = True
USE_TZ = True
FORMAT_MODULE_PATH = ["portal.formats"]

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "build" / "static"
STATICFILES_DIRS = [path for path in [BASE_DIR / "build" / "assets"] if path.is_dir()]
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
# Letters wait in the database (portal.letters); the worker sends them with EMAIL_BACKEND.
POST_OFFICE = {
    "MAX_RETRIES": 8,
    "LOG_LEVEL": 0,
    "DEFAULT_PRIORITY": "medium",
    "BACKENDS": {"default": "portal.texts.by_email", "texts": "portal.texts.TextBackend"},
}
DEFAULT_FROM_EMAIL = env.text("DEFAULT_FROM_EMAIL", "front-door@wyvernvale.example")

LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "staff_home"
LOGOUT_REDIRECT_URL = "/"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_ADAPTER = "portal.people.adapters.StaffAccountAdapter"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = False  # a shared ward computer forgets when its browser closes
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_ISSUER = "Front Door"

WAGTAIL_SITE_NAME = "Front Door"
WAGTAILADMIN_BASE_URL = env.text("SITE_URL", "http://127.0.0.1:8000")
WAGTAIL_APPEND_SLASH = True
WAGTAIL_FRONTEND_LOGIN_URL = "/accounts/login/"
WAGTAILADMIN_LOGIN_URL = "/accounts/login/"
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_AUTOSAVE_INTERVAL = 5000
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp", "avif", "gif"]
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []

# Programs read what is below: errors there are JSON, not pages.
JSON_ERRORS_BELOW = "/open-data/v3"

# How many days a decided referral is kept, by its outcome; see referrals.retention.
REFERRALS_KEPT_DAYS = {
    "accept": env.whole_number("REFERRALS_KEPT_DAYS_ACCEPTED", 8 * 365 + 2),
    "redirect": env.whole_number("REFERRALS_KEPT_DAYS_REDIRECTED", 2 * 365),
    "decline": env.whole_number("REFERRALS_KEPT_DAYS_DECLINED", 2 * 365),
    "withdrawn": env.whole_number("REFERRALS_KEPT_DAYS_WITHDRAWN", 2 * 365),
    "died": env.whole_number("REFERRALS_KEPT_DAYS_DIED", 8 * 365 + 2),
}

# How many proxies stand in front and add to X-Forwarded-For; 0 trusts no such header.
TRUSTED_PROXIES = env.whole_number("TRUSTED_PROXIES", 0)

# Who we say we are when we read feeds and check links, and private hosts that may be read.
OUTSIDE_USER_AGENT = env.text("OUTSIDE_USER_AGENT", f"FrontDoor/1.0 (+{WAGTAILADMIN_BASE_URL})")
OUTSIDE_PRIVATE_HOSTS = env.words("OUTSIDE_PRIVATE_HOSTS", "")
OUTSIDE_PAUSE_SECONDS = 0.5  # between two pages of a feed

# The embedded engine by default; Elasticsearch by ELASTICSEARCH_URL alone.
ELASTICSEARCH_URL = env.text("ELASTICSEARCH_URL", "")
SEARCH_INDEX_DIR = DATA_DIR / "search-index"

SILENCED_SYSTEM_CHECKS: list[str] = []
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    # The sender's own log would hold addresses; portal.letters says what failed.
    "loggers": {"post_office": {"handlers": ["console"], "level": 60, "propagate": False}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
