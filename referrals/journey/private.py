"""Decorators of pages that hold or lead to what people told us."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from referrals.journey.drafts import DraftExpired, find
from referrals.models import Draft

View = Callable[..., HttpResponse]


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
        if draft.submitted_at and view.__name__ != "referral_done":
            return redirect("referral_done", token=token)
        return view(request, draft, token, **kwargs)

    return wrapped
