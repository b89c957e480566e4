"""What every address of the receiver shares: known callers only, and answers in FHIR alone."""

import json
import logging
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from gunicorn.http.errors import ParseException

from referrals.exchange.inbound import callers
from referrals.exchange.inbound.faults import Fault, Refused, invalid
from referrals.exchange.inbound.headers import JSON_TYPES, XML_TYPES, echoed, wants_xml
from referrals.exchange.inbound.keeping import Answer
from referrals.exchange.inbound.processing import refusal
from referrals.exchange.inbound.reading.to_xml import to_xml

logger = logging.getLogger(__name__)
View = Callable[..., HttpResponse]
_UNKNOWN = Fault(401, "forbidden", "We do not know who you are: send your token or certificate.")
_METHOD = Fault(405, "not-supported", "This address does not take that method.")
_TOO_LARGE = Fault(413, "too-costly", "The body is too large.")
_BROKE_OFF = invalid("The body broke off.")
_FAILED = Fault(500, "exception", "It failed here. Nothing was accepted.")
# Seconds after which a sender may try again.
_RETRY_AFTER = {425: "5", 503: "10", 408: "10"}


def machine(*methods: str) -> Callable[[Callable[..., Answer]], View]:
    """Open `view(request, caller, …)` to known callers; without callers there is no such page.

    Without `methods` it takes any.
    """

    def decorate(view: Callable[..., Answer]) -> View:
        @csrf_exempt  # callers prove themselves; there are no cookies
        @wraps(view)
        def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not callers.is_open():
                raise Http404
            answer = _answer(lambda: view(request, _allowed(request, methods), *args, **kwargs))
            response = _response(request, answer)
            if answer.status == 405:
                response["Allow"] = ", ".join(methods)
            return response

        return answered

    return decorate


def body_of(request: HttpRequest) -> bytes:
    """Return the body; raise Refused for one that is too large or breaks off.

    Read by itself: settings.DATA_UPLOAD_MAX_MEMORY_SIZE is for forms, and messages carry files.
    """
    chunked = "HTTP_TRANSFER_ENCODING" in request.META
    # Django reads only what has a length; the server itself knows where chunks end.
    source = request.META["wsgi.input"] if chunked else request
    try:
        raw = bytes(source.read(settings.BARS_RECEIVER_BYTES + 1))
    except (OSError, ParseException):  # UnreadablePostError is an OSError
        raise Refused(_BROKE_OFF) from None
    if len(raw) > settings.BARS_RECEIVER_BYTES:
        raise Refused(_TOO_LARGE)
    # A line that breaks is no exception everywhere: half a message must never stand under its id.
    if not chunked and str(len(raw)) != (request.META.get("CONTENT_LENGTH") or "0"):
        raise Refused(_BROKE_OFF)
    return raw


def _allowed(request: HttpRequest, methods: tuple[str, ...]) -> str:
    """Return who calls; raise Refused for somebody unknown, another method or format."""
    if methods and request.method not in methods:
        raise Refused(_METHOD)
    caller = callers.caller_of(request)
    if not caller:
        raise Refused(_UNKNOWN)
    wants_xml(request.headers)
    return caller


def _answer(work: Callable[[], Answer]) -> Answer:
    try:
        return work()
    except Refused as refused:
        return refusal(*refused.faults)
    except Exception as error:
        logger.error("The receiver failed: %s", type(error).__name__)
        return refusal(_FAILED)


def _response(request: HttpRequest, answer: Answer) -> HttpResponse:
    as_xml = _as_xml(request.headers)
    kind = XML_TYPES[0] if as_xml else JSON_TYPES[0]
    text = to_xml(dict(answer.body)) if as_xml else json.dumps(answer.body).encode()
    response = HttpResponse(text, content_type=f"{kind}; charset=utf-8", status=answer.status)
    response["Cache-Control"] = "no-store"
    if answer.status == 401:
        response["WWW-Authenticate"] = "Bearer"
    if answer.status in _RETRY_AFTER:
        response["Retry-After"] = _RETRY_AFTER[answer.status]
    for name, value in echoed(request.headers).items():
        response[name] = value
    return response


def _as_xml(headers: Mapping[str, str]) -> bool:
    try:
        return wants_xml(headers)
    except Refused:
        return False
