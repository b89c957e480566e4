"""What the forms ask of the house around them: a malware scanner, texts, room for files."""

import sys

from django.core.exceptions import ImproperlyConfigured

from portal.settings import env

# ClamAV's clamd: "host:port" or the path of a socket. Without one, files wait in quarantine.
CLAMAV_ADDRESS = env.text("CLAMAV_ADDRESS", "")

# Receipts by text: "off", "console" or "notify" (GOV.UK Notify). See portal.texts.
TEXTS = env.text("TEXTS", "off")
NOTIFY_API_KEY = env.text("NOTIFY_API_KEY", "")
NOTIFY_TEMPLATE_ID = env.text("NOTIFY_TEMPLATE_ID", "")
NOTIFY_URL = env.text("NOTIFY_URL", "https://api.notifications.service.gov.uk/v2/notifications/sms")
if TEXTS not in {"off", "console", "notify"}:
    raise ImproperlyConfigured(f"TEXTS={TEXTS!r}: use off, console or notify.")
if TEXTS == "notify" and not (len(NOTIFY_API_KEY) >= 73 and NOTIFY_TEMPLATE_ID):
    raise ImproperlyConfigured("TEXTS=notify needs NOTIFY_API_KEY and NOTIFY_TEMPLATE_ID.")

# Where more than DATA_UPLOAD_MAX_MEMORY_SIZE may be sent: (pattern of the path, bytes).
LARGE_POSTS = [
    (r"^/refer/form/[^/]+/files/$", 40_000_000),
    (r"^/exchange/", sys.maxsize),  # answers by itself, in FHIR, to what is too large
]
