"""Headers and refusals that every request passes."""

from collections.abc import Callable

from csp.middleware import CSPMiddleware
from django.conf import settings
from django.core.exceptions import BadRequest, RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import resolve_url

from portal import errors
from portal.settings.security import ADMIN_CONTENT_SECURITY_POLICY

ADMIN_PREFIX = "/admin/"
Answer = Callable[[HttpRequest], HttpResponse]


class ContentSecurityPolicy(CSPMiddleware):
    """Send the strict policy everywhere and the admin's own below /admin/."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        if _is_admin(request):
            response._csp_replace = ADMIN_CONTENT_SECURITY_POLICY  # type: ignore[attr-defined]
        return super().process_response(request, response)


def refuse_impossible_requests(get_response: Answer) -> Answer:
    """Answer 400 to NUL characters in an address, and 413 to more than a form can hold.

    No database or index can hold a NUL. Only the admin takes files, so nobody else may fill the
    disk with them.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if "\x00" in request.path_info or "%00" in request.META.get("QUERY_STRING", ""):
            raise BadRequest("The address has a character that cannot be used.")
        if not _is_admin(request) and _length(request) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            raise RequestDataTooBig
        return get_response(request)

    return middleware


def give_refusals_a_page(get_response: Answer) -> Answer:
    """Put an own page in place of a bare 4xx, such as Django's 405, and keep its headers."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if 400 <= response.status_code < 500 and _is_bare(response):
            return _dressed(errors.refusal(request, response.status_code), response)
        return response

    return middleware


def keep_what_was_typed(get_response: Answer) -> Answer:
    """Where a form meets the sign-in page because a session ran out, give its words back."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        sign_in = resolve_url(settings.LOGIN_URL) + "?"
        if request.method == "POST" and response.get("Location", "").startswith(sign_in):
            return errors.signed_out(request)
        return response

    return middleware


def _is_admin(request: HttpRequest) -> bool:
    return request.path_info.startswith(ADMIN_PREFIX)


def _length(request: HttpRequest) -> int:
    text = str(request.META.get("CONTENT_LENGTH") or "")
    return int(text) if text.isascii() and text.isdigit() else 0


def _is_bare(response: HttpResponse) -> bool:
    """Say whether an answer without words of its own, or with a mere sentence, is meant as HTML."""
    if not response.get("Content-Type", "text/html").startswith("text/html"):
        return False
    return response.streaming or b"<" not in response.content


def _dressed(page: HttpResponse, bare: HttpResponse) -> HttpResponse:
    """Return the page with the other headers and the cookies of the bare answer."""
    for name, value in bare.items():
        if name not in {"Content-Type", "Content-Length"}:
            page[name] = value
    page.cookies.update(bare.cookies)
    bare.close()
    return page
