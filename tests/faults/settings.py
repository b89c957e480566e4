"""The site under fault: as the demo, with plain static files and clients that have addresses."""

from portal.settings.demo import *  # noqa: F403

STORAGES["staticfiles"] = {  # noqa: F405
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}
TRUSTED_PROXIES = 1  # each client says its own address, so that none is one too many
LOGGING["root"]["level"] = "CRITICAL"  # noqa: F405  # what fails here, fails on purpose
# One way out: to tests.faults.receiver.
REFERRALS_SEND_FILES = REFERRALS_SEND_MESH = ""
