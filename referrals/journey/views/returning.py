"""Save and come back: choose a question, keep the link, answer, go on. And leave a computer."""

from datetime import datetime, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from portal import letters
from portal.design.templatetags.design import long_date
from portal.throttle import throttled
from referrals.journey import returning
from referrals.journey.again import ask_again, form_data, said_before, typed_into
from referrals.journey.drafts import AlreadySent
from referrals.journey.presenters import KEPT_DAYS
from referrals.journey.private import with_draft, with_return_link
from referrals.journey.return_forms import ComeBackForm, SaveForm
from referrals.models import Draft

HOUR = 3600
# The page closes by itself after half an hour; another window may have been in use meanwhile.
IDLE = timedelta(minutes=20)
SUBJECT = "The link that you asked for"


# A ward or a library shares one address; a letter to a stranger must not be sent without end.
@throttled("referral-save", limit=120, seconds=HOUR)
@require_http_methods(["GET", "HEAD", "POST"])
@with_draft
def referral_saved(request: HttpRequest, draft: Draft, token: str) -> HttpResponse:
    """Choose a question; then the form is left, and the link leads back to it."""
    form = SaveForm(form_data(request))
    if request.method != "POST":
        context = {"form": form, "token": token, "again": bool(draft.return_digest)}
        return render(request, "referrals/save.html", context)
    if not form.is_valid():
        return ask_again(request.path, typed_into(form, request))
    return _saved(draft, token, form.cleaned_data)


def _saved(draft: Draft, token: str, chosen: dict[str, str]) -> HttpResponse:
    try:
        link = returning.save_for_later(draft, chosen["question"], chosen["answer"])
    except AlreadySent:
        return redirect("referral_done", token=token)
    if chosen["email"]:
        _send_link(chosen["email"], link, draft.expires_at)
    return redirect("referral_kept", token=link)


@require_safe
@with_return_link
def referral_kept(request: HttpRequest, draft: Draft, token: str) -> HttpResponse:
    """The link to come back by, and until when it works."""
    url = reverse("referral_return", kwargs={"token": token})
    link = request.build_absolute_uri(url)
    context = {"draft": draft, "link": link, "url": url, "days": KEPT_DAYS}
    return render(request, "referrals/kept.html", context)


@throttled("referral-return", limit=120, seconds=HOUR)
@require_http_methods(["GET", "HEAD", "POST"])
@with_return_link
def referral_return(request: HttpRequest, draft: Draft, token: str) -> HttpResponse:
    """Ask the question; the right answer opens the form where it was left."""
    if draft.locked_at:
        return render(request, "referrals/return_locked.html", status=403)
    form = ComeBackForm(draft.security_question, form_data(request))
    if request.method == "POST":
        return _answered(request, draft, form)
    if "wrong" in (said_before(request) or ()):
        form.say_wrong(returning.tries_left(draft))
    return render(request, "referrals/return.html", {"form": form, "draft": draft})


def _answered(request: HttpRequest, draft: Draft, form: ComeBackForm) -> HttpResponse:
    if not form.is_valid():
        return ask_again(request.path, {})
    try:
        fresh = returning.come_back(draft, form.cleaned_data["answer"])
    except returning.WrongAnswer:
        return ask_again(request.path, {"wrong": [True]})
    except returning.Locked:
        return redirect(request.path)
    return redirect("referral_resume", token=fresh)


@require_http_methods(["POST"])
@with_draft
def referral_leave(request: HttpRequest, draft: Draft, token: str) -> HttpResponse:
    """Close the pages of a form on a computer that others may use."""
    unused = "now" in request.POST or draft.saved_at < timezone.now() - IDLE
    if draft.submitted_at or (draft.return_digest and unused):
        returning.close(draft)
    return redirect("referral_left")


@require_safe
def referral_left(request: HttpRequest) -> HttpResponse:
    """A page that says nothing of what was open before."""
    return render(request, "referrals/left.html", {"days": KEPT_DAYS})


def _send_link(email: str, token: str, until: datetime) -> None:
    url = letters.absolute(reverse("referral_return", kwargs={"token": token}))
    context = {"link": url, "until": long_date(until)}
    letters.send_later(email, SUBJECT, "referrals/letters/return_link.txt", context)
