"""Tests: as production, but with plain static files and cheap passwords."""

import tempfile
from pathlib import Path

from portal.settings.base import *  # noqa: F403

SECRET_KEY = "tests-only-" + "0" * 50
REFERRALS_ENCRYPTION_KEYS = ["dGVzdHMtb25seS10ZXN0cy1vbmx5LXRlc3RzLW9ubHk="]
REFERRALS_SECRETS_KEYS = ["b3RoZXItb3RoZXItb3RoZXItb3RoZXItb3RoZXItb3Q="]
REFERRALS_INDEX_KEYS = ["tests-only-" + "0" * 32]
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {  # noqa: F405
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
TEST_DATA_DIR = Path(tempfile.mkdtemp(prefix="front-door-tests-"))
MEDIA_ROOT = TEST_DATA_DIR / "media"
SEARCH_INDEX_DIR = TEST_DATA_DIR / "search-index"
STATIC_ROOT = TEST_DATA_DIR / "static"
WHITENOISE_AUTOREFRESH = True
OUTSIDE_PAUSE_SECONDS = 0
