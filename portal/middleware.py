"""Headers and refusals that every request passes."""

import re
from collections.abc import Callable

from csp.middleware import CSPMiddleware
from django.conf import settings
from django.core.exceptions import BadRequest, RequestDataTooBig, ValidationError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import add_never_cache_headers

from portal import errors
from portal.settings.security import ADMIN_CONTENT_SECURITY_POLICY

ADMIN_PREFIX = "/admin/"
WAYS_IN = ("/accounts/login/", "/admin/login/", "/_util/login/")
IMPOSSIBLE_KEY = (ValueError, ValidationError, OverflowError)
MULTIPART = "multipart/form-data"
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

    No database or index can hold a NUL. Forms come in UTF-8: other alphabets that Python knows
    give half letters that no page can show, or are none, such as "zlib". Only the admin and the
    addresses of LARGE_POSTS take files, so nobody else may fill memory or disk with them.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if "\x00" in request.path_info or "%00" in request.META.get("QUERY_STRING", ""):
            raise BadRequest("The address has a character that cannot be used.")
        if request.content_type == MULTIPART and _charset(request) != "utf-8":
            raise BadRequest("A form with files must be in UTF-8.")  # Django sees to the others
        if not _is_admin(request) and _length(request) > _most(request):
            raise RequestDataTooBig
        return get_response(request)

    return middleware


class RefuseImpossibleKeys:
    """Answer 400 where Wagtail 7.4 lets a key from the address reach the database unread."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if isinstance(error, IMPOSSIBLE_KEY) and _is_admin(request) and request.method == "GET":
            return errors.bad_request(request)
        return None


def give_refusals_a_page(get_response: Answer) -> Answer:
    """Put an own page in place of a bare 4xx, such as Django's 405, and keep its headers."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if 400 <= response.status_code < 500 and _is_bare(response):
            return _dressed(errors.refusal(request, response.status_code), response)
        return response

    return middleware


def refuse_in_place(get_response: Answer) -> Answer:
    """Answer here what would be sent to the sign-in page to no use.

    Somebody signed in is refused: the sign-in page would send them back, and so on for ever.
    A form sent after the sign-in ran out gets its words back.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.path_info in WAYS_IN or not _leads_to_sign_in(response):
            return response
        if request.user.is_authenticated:
            return errors.permission_denied(request)
        return errors.signed_out(request) if request.method == "POST" else response

    return middleware


def store_nothing_personal(get_response: Answer) -> Answer:
    """Let no cache keep an answer that looked at who asks: staff, accounts, restricted pages."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        kept = response.get("Cache-Control", "public")
        if request.session.accessed and "public" in kept:
            del response["Cache-Control"]
            add_never_cache_headers(response)
        return response

    return middleware


def _leads_to_sign_in(response: HttpResponse) -> bool:
    path, query, _ = response.get("Location", "").partition("?")
    return bool(query) and path in WAYS_IN


def _is_admin(request: HttpRequest) -> bool:
    return request.path_info.startswith(ADMIN_PREFIX)


def _charset(request: HttpRequest) -> str:
    named = (request.content_params or {}).get("charset", "utf-8")
    return str(named).lower().replace("utf8", "utf-8")


def _most(request: HttpRequest) -> int:
    """Return how many bytes may be sent to this address."""
    for pattern, most in settings.LARGE_POSTS:
        if re.match(pattern, request.path_info):
            return int(most)
    return settings.DATA_UPLOAD_MAX_MEMORY_SIZE


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
    # Closed with the page: closing now would end the request's database work in its midst.
    page._resource_closers += bare._resource_closers  # type: ignore[attr-defined]
    return page
