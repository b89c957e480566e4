"""The same form without an account, from the signed link in a letter to a role mailbox."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from portal.throttle import throttled
from services_directory.assurance.links import (
    LinkRefused,
    find_verification,
    open_verification,
)
from services_directory.assurance.proposals.differences import differences
from services_directory.assurance.proposals.forms.change import ChangeForm
from services_directory.assurance.proposals.proposing import Author, KeptElsewhere, propose, seen
from services_directory.assurance.proposals.queries import newest_for, open_for
from services_directory.assurance.proposals.states import changed, only, state_of
from services_directory.assurance.proposals.views.changing import Change
from services_directory.assurance.views import HOUR, by_link
from services_directory.choices import Answer
from services_directory.models import Service, Verification

_FOLDER = "services_directory/proposals"


@require_http_methods(["GET", "HEAD", "POST"])
@throttled("directory-check", 120, HOUR)
@by_link
def change_by_link(request: HttpRequest, token: str) -> HttpResponse:
    """Propose a change of the entry that the link asks about. Sending it uses the link up."""
    try:
        verification = open_verification(token)
    except LinkRefused as refusal:
        return _too_late(request, token, refusal)
    if verification.service.feed_id:
        kept = KeptElsewhere(verification.service)
        context = {"refusal": kept, "service": verification.service}
        return render(request, f"{_FOLDER}/kept_elsewhere.html", context, status=410)
    return _change(request, verification, token)


@require_safe
@by_link
def change_by_link_sent(request: HttpRequest, token: str) -> HttpResponse:
    """Say what happens next, once a change was sent by this link."""
    verification = find_verification(token)
    if verification.answer != Answer.CHANGE:
        return redirect("change_by_link", token=token)
    return render(request, f"{_FOLDER}/link_sent.html", {"service": verification.service})


def _too_late(request: HttpRequest, token: str, refusal: LinkRefused) -> HttpResponse:
    """Thank again who sends the same again; give others back what they typed, with the refusal."""
    verification = refusal.verification
    if request.method != "POST" or verification is None:
        raise refusal
    service = Service.objects.with_everything().get(pk=verification.service_id)
    now, waiting = state_of(service), open_for(service)
    form = ChangeForm(service, now, now, request.POST)
    after = only(form.state(), changed(now, form.state())) if form.is_valid() else {}
    if waiting and waiting.by_mailbox == verification.sent_to and waiting.after == after:
        return redirect("change_by_link_sent", token=token)
    refusal.typed = differences(now, after)
    raise refusal


def _change(request: HttpRequest, verification: Verification, token: str) -> HttpResponse:
    service = Service.objects.with_everything().get(pk=verification.service_id)
    newest = newest_for(service)
    waiting = newest if newest and not newest.decided_at else None
    now = state_of(service)

    def send(form: ChangeForm) -> HttpResponse:
        typed = form.entry.cleaned_data
        author = Author(verification=verification)
        propose(service, form.state(), author, note=typed["note"], mark=typed["seen"])
        return redirect("change_by_link_sent", token=token)

    copy = Service.objects.with_everything().get(pk=service.pk)
    change = Change(
        copy, now, send, waiting, seen(now, waiting), "base.html",
        {"service": service, "by_link": True},
    )  # fmt: skip
    return change.answer(request)
