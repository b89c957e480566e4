"""Production: HTTPS only, keys from the environment, nothing assumed."""

from portal.settings import env
from portal.settings.base import *  # noqa: F403

SECRET_KEY = env.text("SECRET_KEY")
# Fernet keys, newest first: data is written with the first and read with any.
REFERRALS_ENCRYPTION_KEYS = env.words("REFERRALS_ENCRYPTION_KEYS")
# The same for key-safe codes and hazards of a visit: other keys, so that other people hold them.
REFERRALS_SECRETS_KEYS = env.words("REFERRALS_SECRETS_KEYS")
# For digests: of NHS numbers, so that they are found, and of audit rows, so that a gap shows.
# Random, 32 characters or more each, the newest first; old ones stay as long as the trail does.
REFERRALS_INDEX_KEYS = env.words("REFERRALS_INDEX_KEYS")
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS")
CSRF_TRUSTED_ORIGINS = env.words("CSRF_TRUSTED_ORIGINS")

SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^health/"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 63_072_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_NAME = "__Host-csrf"
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = env.text("EMAIL_HOST", "localhost")
