"""What a link in a letter to a role mailbox opens. Programs that fetch links change nothing."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal.throttle import throttled
from services_directory.assurance.asking import send_fresh_link
from services_directory.assurance.links import (
    LinkRefused,
    LinkUnknown,
    LinkUsed,
    find_verification,
    open_verification,
)
from services_directory.assurance.presenters import question
from services_directory.assurance.services import answer_unchanged
from services_directory.choices import Answer

View = Callable[[HttpRequest, str], HttpResponse]
HOUR = 3600


def by_link(view: View) -> View:
    """Show a plain page for a link that is refused; keep the link out of caches and referrers."""

    @never_cache
    @wraps(view)
    def wrapped(request: HttpRequest, token: str) -> HttpResponse:
        try:
            response = view(request, token)
        except LinkRefused as refusal:
            response = _refused(request, token, refusal)
        response["X-Robots-Tag"] = "noindex"
        # Not "no-referrer": browsers then send no Origin with a form, and the post is refused.
        response["Referrer-Policy"] = "strict-origin"
        return response

    return wrapped


@require_http_methods(["GET", "HEAD", "POST"])
@throttled("directory-check", 120, HOUR)
@by_link
def directory_check(request: HttpRequest, token: str) -> HttpResponse:
    """Show what the public sees of the entry; a press of the button confirms it."""
    if request.method == "POST":
        return _confirm(token)
    verification = open_verification(token)
    context = {"question": question(verification, token)}
    return render(request, "services_directory/assurance/check.html", context)


@require_safe
@by_link
def directory_checked(request: HttpRequest, token: str) -> HttpResponse:
    """Say thank you, and what happens next."""
    verification = find_verification(token)
    if verification.answer != Answer.UNCHANGED:
        return redirect("directory_check", token=token)
    context = {"service": verification.service}
    return render(request, "services_directory/assurance/checked.html", context)


@require_POST
@throttled("directory-fresh-link", 20, HOUR)
@by_link
def directory_check_fresh(request: HttpRequest, token: str) -> HttpResponse:
    """Send a fresh link to the entry's mailbox, never to the person who asks."""
    send_fresh_link(find_verification(token))
    return redirect("directory_check_sent")


@require_safe
def directory_check_sent(request: HttpRequest) -> HttpResponse:
    return render(request, "services_directory/assurance/fresh_link_sent.html")


def _confirm(token: str) -> HttpResponse:
    try:
        answer_unchanged(open_verification(token))
    except LinkUsed as used:
        if not used.is_of_a_second_press():
            raise
    return redirect("directory_checked", token=token)


def _refused(request: HttpRequest, token: str, refusal: LinkRefused) -> HttpResponse:
    known = refusal.verification is not None
    context = {
        "refusal": refusal,
        "fresh_url": reverse("directory_check_fresh", args=[token]) if known else "",
        "service": refusal.verification.service if refusal.verification else None,
    }
    status = 404 if isinstance(refusal, LinkUnknown) else 410
    return render(request, "services_directory/assurance/refused.html", context, status=status)
