"""Decorators of pages that hold or lead to what people told us."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from referrals.journey.drafts import DraftExpired, LinkClosed, find
from referrals.journey.returning import find_by_return_link
from referrals.models import Draft

View = Callable[..., HttpResponse]

# What can still be opened once the form is sent; every other page leads to the first of them.
AFTER_SENDING = ("referral_done", "referral_copy", "referral_leave")
NOT_SHOWN_AGAIN = {"csrfmiddlewaretoken", "stamp", "writer", "save", "autosave", "answer"}


def private(view: View) -> View:
    """Nothing is cached, indexed, sent on as a referrer, or quoted in an error report."""

    @never_cache
    @sensitive_post_parameters()
    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response["X-Robots-Tag"] = "noindex"
        # The name of the site and never the link. Not "no-referrer": browsers then send no Origin
        # with a form, and the post is refused.
        response["Referrer-Policy"] = "strict-origin"
        return response

    return wrapped


def with_draft(view: View) -> View:
    """Give the view its open draft in place of the token; else a page with a way forward."""

    @private
    @wraps(view)
    def wrapped(request: HttpRequest, token: str, **kwargs: str) -> HttpResponse:
        try:
            draft = find(token)
        except Draft.DoesNotExist:
            return render(request, "referrals/draft_unknown.html", status=404)
        except DraftExpired:
            return render(request, "referrals/draft_expired.html", status=410)
        except LinkClosed:
            context = {"typed": what_was_typed(request)}
            return render(request, "referrals/draft_closed.html", context, status=409)
        if draft.submitted_at and view.__name__ not in AFTER_SENDING:
            return redirect(AFTER_SENDING[0], token=token)
        return view(request, draft, token, **kwargs)

    return wrapped


def with_return_link(view: View) -> View:
    """Give the view the draft that the link to come back by belongs to; else a way forward."""

    @private
    @wraps(view)
    def wrapped(request: HttpRequest, token: str) -> HttpResponse:
        try:
            return view(request, find_by_return_link(token), token)
        except Draft.DoesNotExist:
            return render(request, "referrals/draft_unknown.html", status=404)
        except DraftExpired:
            return render(request, "referrals/draft_expired.html", status=410)

    return wrapped


def what_was_typed(request: HttpRequest) -> list[str]:
    """Return the words of a post that can no longer be kept, so that nobody has to find them anew.

    Only of this site's own form: a page of ours must not show the words of another's.
    """
    own = f"{request.scheme}://{request.get_host()}"
    if request.method != "POST" or request.headers.get("Origin") not in (None, own):
        return []
    fields = request.POST.lists()
    return [
        words.strip()
        for name, values in fields
        for words in values
        if name not in NOT_SHOWN_AGAIN and words.strip()
    ]
