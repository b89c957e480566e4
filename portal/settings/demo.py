"""`make demo`: as production, but over plain HTTP here, with keys made on first use."""

from portal.settings import env
from portal.settings.base import *  # noqa: F403
from portal.settings.demo_keys import kept_keys

globals().update(kept_keys(DATA_DIR / "demo-keys.json"))  # noqa: F405
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = DATA_DIR / "mail"  # noqa: F405
DEMO = True
DIRECTORY_CHECKS_LINKS = False  # an invented partnership calls at no real door
# Referrals go on into a folder, encrypted; the demo loader makes folder and key.
REFERRALS_SEND_FILES = f"{DATA_DIR / 'drop'}#key_file={DATA_DIR / 'drop.key'}&name=Hospice%20record"  # noqa: F405
# A message of another system is loaded; nobody can send one, as no caller is named.
BARS_RECEIVER_SERVICE_IDS = ["2000011147"]
REFERRALS_ORGANISATION_NAME = "Wyvern Vale Palliative Care Partnership"
