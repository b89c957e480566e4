"""How every endpoint answers: JSON, open to any origin, with an ETag, without cookies."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, set_response_etag
from django.views.decorators.csrf import csrf_exempt

from services_directory.open_data import stream
from services_directory.open_data.pages import Listed, Serialise, envelope
from services_directory.open_data.parameters import Asked
from services_directory.open_data.readers import BadParameter, key

METHODS = "GET, HEAD, OPTIONS"
MAX_AGE_SECONDS = 60
View = Callable[..., HttpResponseBase]


def open_data(view: View) -> View:
    """Let a view be read from anywhere; turn its errors into `error` and `message`."""

    @csrf_exempt  # nothing can be sent; a POST must be told so in JSON
    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = _answer(view, request, *args, **kwargs)
        response["Access-Control-Allow-Origin"] = "*"
        response["Access-Control-Expose-Headers"] = "ETag"
        return response

    return wrapped


def listing(asked: Asked, listed: Listed, serialise: Serialise) -> HttpResponseBase:
    """Return a page in the envelope, or everything as a stream of lines."""
    if asked.ndjson:
        return stream.answer(listed, serialise)
    return JsonResponse(envelope(listed, serialise, asked.page, asked.per_page))


def one(row: object, serialise: Serialise) -> HttpResponse:
    """Return the row whole; raise Http404 when there is none."""
    if row is None:
        raise Http404
    return JsonResponse(serialise(row))


def key_or_404(text: str) -> UUID:
    """Return the key; raise Http404 for text that can be no key."""
    try:
        return key("id", text)
    except BadParameter as error:
        raise Http404 from error


def _answer(view: View, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
    if request.method == "OPTIONS":
        return _methods(HttpResponse(status=204))
    if request.method not in {"GET", "HEAD"}:
        return _methods(_error(405, "Method not allowed", "This data can only be read, with GET."))
    try:
        return _conditional(request, view(request, *args, **kwargs))
    except BadParameter as error:
        return _error(400, "Bad request", str(error))
    except Http404:
        return _error(404, "Not found", "There is nothing public at this address.")


def _conditional(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """Answer 304 to who has the same already. A stream brings its own ETag, others get one."""
    response["Cache-Control"] = f"public, max-age={MAX_AGE_SECONDS}"
    if isinstance(response, HttpResponse):
        set_response_etag(response)
    if isinstance(response, StreamingHttpResponse) and request.method == "HEAD":
        response.streaming_content = ()
    tag = response["ETag"]
    same = get_conditional_response(request, etag=tag, response=response)  # type: ignore[arg-type]
    return same or response


def _methods(response: HttpResponse) -> HttpResponse:
    response["Allow"] = METHODS
    response["Access-Control-Allow-Methods"] = METHODS
    response["Access-Control-Allow-Headers"] = "*"  # those who read may say what they like
    response["Access-Control-Max-Age"] = str(MAX_AGE_SECONDS * 60)
    return response


def _error(status: int, error: str, message: str) -> HttpResponse:
    return JsonResponse({"error": error, "message": message}, status=status)
