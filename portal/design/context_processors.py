"""What the frame of every page needs; each part is worked out only when a template asks."""

from typing import Any

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.db import Error as DatabaseError
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from portal.contacts.presenters import CallNow, call_now
from portal.contacts.queries import who_to_call
from portal.design.brand import BrandView, brand_of

DOORS = [
    ("Information", "/"),
    ("Find services", "/services/"),
    ("Ask for help or refer", "/refer/"),
    ("For professionals", "/professionals/"),
]


def site_frame(request: HttpRequest) -> dict[str, Any]:
    return {
        "brand": SimpleLazyObject(lambda: _brand(request)),
        "call_now": SimpleLazyObject(_call_now),
        "doors": DOORS,
        # From the settings, not from the Host header, which anybody can write.
        "printed_address": f"{settings.WAGTAILADMIN_BASE_URL}{request.path}",
    }


def _brand(request: HttpRequest) -> BrandView:
    try:
        return brand_of(request)
    except (DatabaseError, DisallowedHost):
        return BrandView()


def _call_now() -> CallNow | None:
    now = timezone.localtime()
    try:
        point = who_to_call(now)
    except DatabaseError:
        return None
    return call_now(point, now) if point else None
