"""Headers and refusals that every request passes."""

from collections.abc import Callable

from csp.middleware import CSPMiddleware
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from portal.settings.security import ADMIN_CONTENT_SECURITY_POLICY

ADMIN_PREFIX = "/admin/"


class ContentSecurityPolicy(CSPMiddleware):
    """Send the strict policy everywhere and the admin's own below /admin/."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        if request.path_info.startswith(ADMIN_PREFIX):
            response._csp_replace = ADMIN_CONTENT_SECURITY_POLICY  # type: ignore[attr-defined]
        return super().process_response(request, response)


def refuse_impossible_requests(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Answer 400 to NUL characters in an address: no database or index can hold one."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if "\x00" in request.path_info or "%00" in request.META.get("QUERY_STRING", ""):
            raise BadRequest("The address has a character that cannot be used.")
        return get_response(request)

    return middleware
