"""Check the answers, send once, and read what happens next."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from portal.throttle import throttled
from referrals.journey.drafts import (
    NotFinished,
    contents_of,
    pathway_of,
    referral_of,
    submit,
)
from referrals.journey.presenters import next_url, parts, what_happens_next
from referrals.journey.private import with_draft
from referrals.models import Draft
from referrals.pathways.answers import open_steps, shown_answers
from referrals.pathways.words import needs_in_words


@require_safe
@with_draft
def referral_check(request: HttpRequest, draft: Draft, token: str) -> HttpResponse:
    """All answers on one page, each with a way to change it."""
    pathway, contents = pathway_of(draft), contents_of(draft)
    context = {
        "pathway": pathway,
        "token": token,
        "needs": needs_in_words(pathway, shown_answers(pathway, contents.steps)),
        "parts": parts(pathway, contents, token),
        "unfinished": open_steps(pathway, contents.steps, contents.typed),
        "go_on": next_url(pathway, contents, token, None),
    }
    return render(request, "referrals/check.html", context)


@throttled("referral-send", limit=300, seconds=3600)
@with_draft
def referral_submit(request: HttpRequest, draft: Draft, token: str) -> HttpResponse:
    """Send; a second click, a refresh or a retry ends at the same confirmation."""
    if request.method != "POST":
        return redirect("referral_check", token=token)
    try:
        submit(draft)
    except NotFinished:
        return redirect("referral_check", token=token)
    return redirect("referral_done", token=token)


@require_safe
@with_draft
def referral_done(request: HttpRequest, draft: Draft, token: str) -> HttpResponse:
    """The reference, what happens next and when, and what to do if things change."""
    if not draft.submitted_at:
        return redirect("referral_check", token=token)
    pathway, referral = pathway_of(draft), referral_of(draft)
    context = {
        "pathway": pathway,
        "referral": referral,
        "steps": what_happens_next(pathway, referral.submitted_at),
    }
    return render(request, "referrals/done.html", context)
