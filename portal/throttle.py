"""A small brake on automated posting. Counts live in the cache; addresses are hashed, not kept."""

import hashlib
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse

from portal.errors import too_many_requests

View = Callable[..., HttpResponse]


def throttled(name: str, limit: int, seconds: int) -> Callable[[View], View]:
    """Let one address post at most `limit` times in `seconds`; then answer 429.

    Limits are generous: a hospice's staff may share one address.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.method == "POST" and _count(name, request, seconds) > limit:
                return too_many_requests(request)
            return view(request, *args, **kwargs)

        return wrapped

    return decorate


def _count(name: str, request: HttpRequest, seconds: int) -> int:
    digest = hashlib.blake2b(
        client_address(request).encode(), key=settings.SECRET_KEY.encode()[:64], digest_size=16
    ).hexdigest()
    key = f"throttle:{name}:{digest}"
    cache.add(key, 0, seconds)
    try:
        return cache.incr(key)
    except ValueError:  # the entry expired between the two calls
        return 1


def client_address(request: HttpRequest) -> str:
    """Return the visitor's address as the outermost trusted proxy saw it."""
    hops = [hop.strip() for hop in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")]
    if 0 < settings.TRUSTED_PROXIES <= len(hops):
        return hops[-settings.TRUSTED_PROXIES]
    return str(request.META.get("REMOTE_ADDR", ""))
