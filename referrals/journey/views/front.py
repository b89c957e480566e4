"""Before a draft: choose a form, read what it is for, and see that nobody is in danger."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from portal.throttle import throttled
from referrals.journey.contents import Contents
from referrals.journey.drafts import begin
from referrals.journey.forms import GateForm
from referrals.journey.presenters import doorways, next_url
from referrals.journey.private import private
from referrals.pathways import newest_pathways
from referrals.pathways.declare import Pathway


@require_safe
def refer(request: HttpRequest) -> HttpResponse:
    """Choose what fits: for me, for someone I care for, or as a professional."""
    return render(request, "referrals/refer.html", {"doorways": doorways()})


@require_safe
def referral_start(request: HttpRequest, pathway: str) -> HttpResponse:
    """Who the form is for, what it asks, how long it takes, what happens then and when."""
    return render(request, "referrals/start.html", {"pathway": _pathway(pathway)})


# A ward or a library shares one address.
@throttled("referral-start", limit=300, seconds=3600)
@require_http_methods(["GET", "HEAD", "POST"])
@private
def referral_gate(request: HttpRequest, pathway: str) -> HttpResponse:
    """Danger first: only those who can wait begin a draft."""
    chosen = _pathway(pathway)
    form = GateForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        return _after_gate(request, chosen, form.cleaned_data["now"])
    return render(request, "referrals/gate.html", {"pathway": chosen, "form": form})


def _after_gate(request: HttpRequest, pathway: Pathway, now: str) -> HttpResponse:
    if now != GateForm.CARRY_ON:
        context = {"pathway": pathway, "emergency": now == GateForm.EMERGENCY}
        return render(request, "referrals/ring_instead.html", context)
    return redirect(next_url(pathway, Contents(), begin(pathway), None))


def _pathway(slug: str) -> Pathway:
    """Return a pathway that people fill in; others only come by messages."""
    pathway = newest_pathways().get(slug)
    if pathway is None or not pathway.doors:
        raise Http404
    return pathway
