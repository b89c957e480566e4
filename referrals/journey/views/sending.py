"""Check the answers, send once, and read what happens next."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.throttle import throttled
from referrals.attachments import opening, words
from referrals.journey import receipts
from referrals.journey.again import ask_again, form_data, typed_into
from referrals.journey.drafts import (
    NotFinished,
    contents_of,
    pathway_of,
    referral_of,
    submit,
)
from referrals.journey.presenters import (
    last_url,
    next_url,
    parts,
    sent_parts,
    what_happens_next,
)
from referrals.journey.private import with_draft
from referrals.journey.return_forms import ReceiptForm
from referrals.models import Draft
from referrals.pathways.answers import open_steps, shown_answers
from referrals.pathways.words import needs_in_words

# Long enough to print it at home; the link of a sent form must not open the answers for weeks.
COPY_FOR = timedelta(days=1)


@require_safe
@with_draft
def referral_check(request: HttpRequest, draft: Draft, token: str) -> HttpResponse:
    """All answers on one page, each with a way to change it."""
    return _check_page(request, draft, token, ReceiptForm(form_data(request)))


@throttled("referral-send", limit=300, seconds=3600)
@with_draft
def referral_submit(request: HttpRequest, draft: Draft, token: str) -> HttpResponse:
    """Send; a second click, a refresh or a retry ends at the same confirmation."""
    if request.method != "POST":
        return redirect("referral_check", token=token)
    form = ReceiptForm(request.POST)
    if not form.is_valid():
        check = reverse("referral_check", kwargs={"token": token})
        return ask_again(check, typed_into(form, request))
    receipts.keep(draft, form.receipt())
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
        "token": token,
        "files": referral.attachments.count(),
        "copy_until": referral.submitted_at + COPY_FOR,
        "steps": what_happens_next(pathway, referral.submitted_at),
    }
    return render(request, "referrals/done.html", context)


@require_safe
@with_draft
def referral_copy(request: HttpRequest, draft: Draft, token: str) -> HttpResponse:
    """All that was sent, to print or keep, for a day after sending."""
    if not draft.submitted_at:
        return redirect("referral_check", token=token)
    pathway, referral = pathway_of(draft), referral_of(draft)
    context = {"pathway": pathway, "referral": referral, "token": token}
    if timezone.now() > draft.submitted_at + COPY_FOR:
        return render(request, "referrals/copy_gone.html", context, status=410)
    context["parts"] = sent_parts(pathway, referral.answers)
    context["files"] = words.lines(opening.files_of(referral))
    return render(request, "referrals/copy.html", context)


def _check_page(request: HttpRequest, draft: Draft, token: str, form: ReceiptForm) -> HttpResponse:
    pathway, contents = pathway_of(draft), contents_of(draft)
    context = {
        "pathway": pathway,
        "token": token,
        "back": last_url(pathway, contents, token),
        "form": form,
        "needs": needs_in_words(pathway, shown_answers(pathway, contents.steps)),
        "parts": parts(pathway, contents, token),
        "files": words.lines(draft.attachments.filter(referral=None)),
        "unfinished": open_steps(pathway, contents.steps, contents.unfinished),
        "go_on": next_url(pathway, contents, token, None),
    }
    return render(request, "referrals/check.html", context)
