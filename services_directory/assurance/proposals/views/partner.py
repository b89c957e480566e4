"""A partner's own entries: what they say, what waits, what was returned."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from services_directory.assurance.access import actor, needs
from services_directory.assurance.proposals import queries
from services_directory.assurance.proposals.access import PROPOSE, organizations_of, own_service
from services_directory.assurance.proposals.differences import differences
from services_directory.assurance.proposals.presenters import (
    own_entry,
    own_new_entry,
    state_of_proposal,
)
from services_directory.assurance.proposals.proposing import ProposalRefused, withdraw
from services_directory.assurance.services import ALL_OF_IT, CONFIRMED, record_check, role_of
from services_directory.choices import Decision
from services_directory.models import ChangeProposal
from services_directory.presenters.entry import entry

PAGE_SIZE = 50
_FOLDER = "services_directory/proposals"


@require_safe
@needs(PROPOSE)
def my_services(request: HttpRequest) -> HttpResponse:
    """List the entries of the user's organisations, and the new ones they proposed."""
    organizations = organizations_of(actor(request))
    services = queries.with_proposals(queries.of_partner(organizations))
    page = Paginator(services, PAGE_SIZE).get_page(request.GET.get("page"))
    today = timezone.localdate()
    context = {
        "page_obj": page,
        "entries": [own_entry(service, today) for service in page],
        "new_entries": [own_new_entry(each) for each in queries.new_entries(organizations)],
        "organizations": list(organizations),
    }
    return render(request, f"{_FOLDER}/my_services.html", context)


@require_safe
@needs(PROPOSE)
def my_service(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show one entry as the public sees it, and what waits."""
    service = own_service(actor(request), pk)
    newest = queries.newest_for(service)
    state = state_of_proposal(newest, service)
    proposed = differences(newest.before, newest.after) if newest and state.text else []
    context = {
        "service": service,
        "entry": entry(service),
        "proposal": newest if state.text else None,
        "state": state,
        "differences": proposed,
    }
    return render(request, f"{_FOLDER}/my_service.html", context)


@require_POST
@needs(PROPOSE)
def my_service_confirm(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Nothing has changed: the entry counts as checked today."""
    with transaction.atomic():
        service = own_service(actor(request), pk)
        if service.feed_id or queries.open_for(service):
            messages.error(request, "This entry cannot be confirmed now. Read why on its page")
            return redirect("my_service", pk=pk)
        record_check(
            service,
            role=role_of(service.organization),
            checked=ALL_OF_IT,
            user=actor(request),
            action=CONFIRMED,
        )
    messages.success(request, f"Thank you. “{service.name}” is marked as checked today")
    return redirect("my_services")


@require_POST
@needs(PROPOSE)
def my_proposal_withdraw(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take back what waits."""
    mine = ChangeProposal.objects.filter(organization__in=organizations_of(actor(request)))
    try:
        withdraw(get_object_or_404(mine.exclude(decision=Decision.ACCEPTED), pk=pk))
        messages.success(request, "The proposal is withdrawn. The directory stays as it was")
    except ProposalRefused as refusal:
        messages.error(request, str(refusal))
    return redirect("my_services")
