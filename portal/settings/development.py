"""A developer's laptop: debug pages, plain static files, throw-away keys."""

from portal.settings.base import *  # noqa: F403

DEBUG = True
SECRET_KEY = "development-only-" + "0" * 50
REFERRALS_ENCRYPTION_KEYS = ["ZGV2ZWxvcG1lbnQtb25seS1kZXZlbG9wbWVudC1vbmw="]
REFERRALS_SECRETS_KEYS = ["b3RoZXItb3RoZXItb3RoZXItb3RoZXItb3RoZXItb3Q="]
REFERRALS_INDEX_KEYS = ["development-only-" + "0" * 32]
STORAGES["staticfiles"] = {  # noqa: F405
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}
