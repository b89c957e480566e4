"""Error pages: what happened, a way forward and the phone number. Never a bare refusal."""

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.cache import add_never_cache_headers

PAGES = {400, 403, 404, 405, 413, 429}
NOT_SHOWN_AGAIN = {"csrfmiddlewaretoken"}
# For programs that read the open data: the two fields that its standard asks for.
IN_JSON = {
    400: ("Bad request", "The address has something in it that cannot be used."),
    404: ("Not found", "There is nothing public at this address."),
    405: ("Method not allowed", "This data can only be read, with GET."),
    413: ("Too large", "This data can only be read; nothing can be sent."),
    500: ("Server error", "Something went wrong here. Try again in a few minutes."),
}


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400, or 413 when what was sent is too large."""
    if isinstance(exception, RequestDataTooBig):
        return _page(request, 413)
    return _page(request, 400)


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(request, 403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form whose page was too old; gives what was typed back, to send again."""
    return _with_what_was_sent(request, 403, form_was_too_old=True)


def signed_out(request: HttpRequest) -> HttpResponse:
    """403 for a form sent after the sign-in ran out; gives what was typed back."""
    return _with_what_was_sent(request, 403, signed_out=True)


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(request, 404)


def too_many_requests(request: HttpRequest) -> HttpResponse:
    return _with_what_was_sent(request, 429)


def refusal(request: HttpRequest, status: int) -> HttpResponse:
    """Return the page for a 4xx status; one without a page of its own is shown as 400 is."""
    response = _page(request, status if status in PAGES else 400)
    response.status_code = status
    return response


def server_error(request: HttpRequest) -> HttpResponse:
    """500 from a page of its own that needs neither database nor site settings."""
    if _is_for_programs(request):
        return _in_json(500)
    return HttpResponse(render_to_string("errors/500.html"), status=500)


def _with_what_was_sent(request: HttpRequest, status: int, **context: object) -> HttpResponse:
    response = _page(request, status, sent_again=_what_was_sent(request), **context)
    add_never_cache_headers(response)
    return response


def _what_was_sent(request: HttpRequest) -> list[tuple[str, str]]:
    """Return (name, value) of each field, or nothing unless this site's own form sent them.

    A form of another site must not be one click from being sent in somebody's name, and its words
    must not stand on a page of ours. A password is never written into a page.
    """
    own = f"{request.scheme}://{request.get_host()}"
    if request.method != "POST" or request.META.get("HTTP_ORIGIN") != own:
        return []
    if any("password" in name for name in request.POST):
        return []
    return [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if name not in NOT_SHOWN_AGAIN
    ]


def _is_for_programs(request: HttpRequest) -> bool:
    return request.path_info.startswith(settings.JSON_ERRORS_BELOW)


def _in_json(status: int) -> HttpResponse:
    error, message = IN_JSON.get(status, IN_JSON[400])
    response = JsonResponse({"error": error, "message": message}, status=status)
    response["Access-Control-Allow-Origin"] = "*"
    return response


def _page(request: HttpRequest, status: int, **context: object) -> HttpResponse:
    if _is_for_programs(request):
        return _in_json(status)
    # The address asked for may hold anything, or the secret of a draft's link: it is neither
    # printed nor sent on.
    context |= {"status": status, "printed_address": settings.WAGTAILADMIN_BASE_URL}
    response = render(request, f"errors/{status}.html", context, status=status)
    response["Referrer-Policy"] = "strict-origin"
    return response
