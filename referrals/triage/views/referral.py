"""One referral: read it, take it, say how soon, decide."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.people.models import User
from referrals.attachments import opening, words
from referrals.exchange.inbound.staff.presenters import correspondence
from referrals.models import Band, Outcome, Referral
from referrals.triage import presenters, queries, services
from referrals.triage.access import CHANGE, READ, actor, needs
from referrals.triage.forms import BandForm, DecisionForm, version_read

Found = TypeVar("Found")


@needs(READ)
@require_safe
def triage_referral(request: HttpRequest, reference: str) -> HttpResponse:
    """Flags first, then the answers in the order of clinical use, then what can be done."""
    return _page(request, reference)


@needs(READ)
def triage_secrets(request: HttpRequest, reference: str) -> HttpResponse:
    """Show key-safe code and hazards once; a post, so that no link or prefetch opens them."""
    if request.method != "POST":
        return redirect("triage_referral", reference=reference)
    secrets = _or_404(lambda: services.open_secrets(reference, actor(request)))
    return _page(request, reference, opened=secrets)


@needs(CHANGE)
def triage_take(request: HttpRequest, reference: str) -> HttpResponse:
    return _act(request, reference, services.take, "You have taken this referral")


@needs(CHANGE)
def triage_hand_back(request: HttpRequest, reference: str) -> HttpResponse:
    return _act(request, reference, services.hand_back, "You have handed this referral back")


@needs(CHANGE)
def triage_band(request: HttpRequest, reference: str) -> HttpResponse:
    """Say how soon."""
    if request.method != "POST":
        return redirect("triage_referral", reference=reference)
    form, version = BandForm(request.POST), version_read(request.POST)
    if not form.is_valid():
        return _page(request, reference, version=version, band_form=form)
    band = Band(form.cleaned_data["band"])
    try:
        _or_404(lambda: services.set_band(reference, band, actor(request), version))
    except services.Stale:
        return _page(request, reference, 409, band_form=form, stale=f"You chose: {band.label}.")
    messages.success(request, f"How soon is set: {band.label.lower()}")
    return redirect("triage_referral", reference=reference)


@needs(CHANGE)
def triage_decide(request: HttpRequest, reference: str) -> HttpResponse:
    """Decide. What was typed stays, whatever else happened to the referral meanwhile."""
    if request.method != "POST":
        return redirect("triage_referral", reference=reference)
    version = version_read(request.POST)
    form = DecisionForm(request.POST, services=_services(reference))
    if not form.is_valid():
        return _page(request, reference, version=version, decision_form=form)
    outcome = Outcome(form.cleaned_data["outcome"])
    reason = form.cleaned_data["reason"]
    try:
        services.decide(reference, outcome, reason, actor(request), version, form.where_to())
    except services.Stale:
        yours = f"You chose: {outcome.label}. Your reason: {reason}"
        return _page(request, reference, 409, decision_form=form, stale=yours)
    messages.success(request, f"Recorded: {presenters.OUTCOME_WORDS[outcome].lower()}")
    return redirect("triage_referral", reference=reference)


def _act(
    request: HttpRequest, reference: str, act: Callable[..., Referral], done: str
) -> HttpResponse:
    if request.method == "POST":
        version = version_read(request.POST)
        try:
            _or_404(lambda: act(reference, actor(request), version))
        except services.Stale:
            return _page(request, reference, 409, stale="Nothing was changed.")
        except services.NotYours:
            return _page(request, reference, 409, stale="Only the owner can hand it back.")
        messages.success(request, done)
    return redirect("triage_referral", reference=reference)


def _page(
    request: HttpRequest,
    reference: str,
    status: int = 200,
    version: int | None = None,
    **more: Any,
) -> HttpResponse:
    """The page of a referral; `version` is what a form with errors was about."""
    user = actor(request)
    referral = _or_404(lambda: services.read(reference, user))
    if version not in (None, referral.version):
        more.setdefault("stale", "Nothing was recorded yet.")
    if "opened" in more:
        more["opened"] = presenters.secrets_in_words(referral, more["opened"])
    context = _context(referral, user) | more
    return render(request, "referrals/triage/referral.html", context, status=status)


def _context(referral: Referral, user: User) -> dict[str, Any]:
    decisions = queries.decisions_of(referral)
    events = queries.events_of(referral)
    return {
        "referral": referral,
        "row": presenters.row(referral, queries.area_names(), timezone.now()),
        "needs": presenters.needs_of(referral),
        "sections": presenters.answers_in_clinical_order(referral),
        "files": words.lines(opening.files_of(referral)),
        "history": presenters.history(events, decisions),
        "came": correspondence(referral, events),
        "is_mine": referral.owner_id == user.pk,
        "last": presenters.last_decision(decisions),
        "stale": "",
        "band_form": BandForm(initial={"band": referral.band}),
        "decision_form": DecisionForm(services=queries.services_to_offer(referral)),
    }


def _services(reference: str) -> list[queries.ServiceChoice]:
    return queries.services_to_offer(_or_404(lambda: Referral.objects.get(reference=reference)))


def _or_404(get: Callable[[], Found]) -> Found:
    try:
        return get()
    except Referral.DoesNotExist:
        raise Http404 from None
