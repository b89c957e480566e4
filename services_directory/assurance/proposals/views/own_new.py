"""Propose an entry that the directory does not have."""

from uuid import UUID, uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from services_directory.assurance.access import actor, needs
from services_directory.assurance.proposals import queries
from services_directory.assurance.proposals.access import PROPOSE, organizations_of
from services_directory.assurance.proposals.forms.change import ChangeForm
from services_directory.assurance.proposals.forms.small import ProviderForm
from services_directory.assurance.proposals.proposing import Author, propose_new
from services_directory.assurance.proposals.states import state_of
from services_directory.assurance.proposals.views.changing import Change
from services_directory.assurance.proposals.views.own_change import sent
from services_directory.models import ChangeProposal, Organization, Service


@require_safe
@needs(PROPOSE)
def my_new_service(request: HttpRequest) -> HttpResponse:
    """Choose for which organisation, if there are several, and go to the empty form."""
    organizations = list(organizations_of(actor(request)))
    if not organizations:
        raise Http404("You speak for no organisation.")
    form = ProviderForm(request.GET or None, organizations=organizations)
    if len(organizations) == 1:
        return redirect("my_new_entry_for", organization=organizations[0].pk, pk=uuid4())
    if form.is_bound and form.is_valid():
        chosen = form.cleaned_data["organization"]
        return redirect("my_new_entry_for", organization=chosen, pk=uuid4())
    return render(request, "services_directory/proposals/choose_provider.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@needs(PROPOSE)
def my_new_entry_for(request: HttpRequest, organization: UUID, pk: UUID) -> HttpResponse:
    """Propose an entry that is not there. The key in the address makes sending twice harmless."""
    provider = get_object_or_404(organizations_of(actor(request)), pk=organization)
    if ChangeProposal.objects.filter(pk=pk).exists() and request.method != "POST":
        return redirect("my_new_entry", pk=pk)
    return _new(request, provider, pk, None)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(PROPOSE)
def my_new_entry(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Go on with a proposed entry that waits or was returned."""
    mine = queries.new_entries(organizations_of(actor(request)))
    proposal = get_object_or_404(mine, pk=pk)
    return _new(request, proposal.organization, pk, proposal)


def _new(
    request: HttpRequest, provider: Organization, pk: UUID, going_on: ChangeProposal | None
) -> HttpResponse:
    now = state_of(Service(organization=provider))

    def send(form: ChangeForm) -> HttpResponse:
        note = form.entry.cleaned_data["note"]
        propose_new(provider, form.state(), Author(user=actor(request)), key=pk, note=note)
        return sent(request)

    waiting = going_on if going_on and not going_on.decided_at else None
    context = {"provider": provider, "waiting": waiting}
    copy = Service(organization=provider)
    return Change(copy, now, send, going_on, context=context).answer(request)
