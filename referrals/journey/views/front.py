"""Before a draft: choose a form, read what it is for, and see that nobody is in danger."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from portal.throttle import throttled
from referrals.journey.again import ask_again, form_data, typed_into
from referrals.journey.contents import Contents
from referrals.journey.drafts import DraftExpired, LinkClosed, begin, find
from referrals.journey.forms import GateForm
from referrals.journey.presenters import doorways, next_url
from referrals.journey.private import private
from referrals.models import Draft
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
    form = GateForm(form_data(request))
    if request.method == "POST":
        return _after_gate(request, chosen, form)
    return render(request, "referrals/gate.html", {"pathway": chosen, "form": form})


@require_safe
@private
def referral_ring(request: HttpRequest, pathway: str, now: str) -> HttpResponse:
    """Whom to ring, for those who cannot wait for a form."""
    if now not in (GateForm.EMERGENCY, GateForm.TODAY):
        raise Http404
    chosen = _pathway(pathway)
    begun = _begun(request, chosen)
    gate = _with_form(reverse("referral_gate", kwargs={"pathway": pathway}), begun)
    context = {"emergency": now == GateForm.EMERGENCY, "begun": begun, "gate": gate}
    return render(request, "referrals/ring_instead.html", context)


def _after_gate(request: HttpRequest, pathway: Pathway, form: GateForm) -> HttpResponse:
    begun = _begun(request, pathway)
    if not form.is_valid():
        return ask_again(_with_form(request.path, begun), typed_into(form, request))
    now = form.cleaned_data["now"]
    if now != GateForm.CARRY_ON:
        url = reverse("referral_ring", kwargs={"pathway": pathway.slug, "now": now})
        return redirect(_with_form(url, begun))
    return redirect(next_url(pathway, Contents(), begun or begin(pathway), None))


def _begun(request: HttpRequest, pathway: Pathway) -> str:
    """Return the token of the form from which somebody came back to the gate, if it is open."""
    token = request.GET.get("form", "")
    try:
        draft = find(token)
    except (Draft.DoesNotExist, DraftExpired, LinkClosed):
        return ""
    return token if draft.pathway_slug == pathway.slug and not draft.submitted_at else ""


def _with_form(url: str, begun: str) -> str:
    return f"{url}?form={begun}" if begun else url


def _pathway(slug: str) -> Pathway:
    """Return a pathway that people fill in; others only come by messages."""
    pathway = newest_pathways().get(slug)
    if pathway is None or not pathway.doors:
        raise Http404
    return pathway
