"""The WSGI entry of the site. WSGI, not ASGI: docs/adr/0004-wsgi-and-gunicorn.md."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.production")

application = get_wsgi_application()
