"""Propose a change of an entry, or its end."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from services_directory.assurance.access import actor, needs
from services_directory.assurance.proposals import queries
from services_directory.assurance.proposals.access import PROPOSE, own_service
from services_directory.assurance.proposals.forms.change import ChangeForm
from services_directory.assurance.proposals.forms.small import EndedForm
from services_directory.assurance.proposals.presenters import state_of_proposal
from services_directory.assurance.proposals.proposing import (
    Author,
    ProposalRefused,
    propose,
    propose_end,
    seen,
)
from services_directory.assurance.proposals.states import state_of
from services_directory.assurance.proposals.views.changing import Change
from services_directory.models import Service

SENT = "Sent. The directory staff will look at it, and you get a letter when they have decided"


@require_http_methods(["GET", "HEAD", "POST"])
@needs(PROPOSE)
def my_service_change(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Propose a change. What waits or was returned is gone on with."""
    service = own_service(actor(request), pk)
    if service.feed_id:
        return redirect("my_service", pk=pk)
    newest = queries.newest_for(service)
    going_on = newest if state_of_proposal(newest, service).text else None
    waiting = going_on if going_on and not going_on.decided_at else None
    now = state_of(service)
    mark = seen(now, waiting)

    def send(form: ChangeForm) -> HttpResponse:
        typed = form.entry.cleaned_data
        author = Author(user=actor(request))
        propose(service, form.state(), author, note=typed["note"], mark=typed["seen"])
        return sent(request)

    change = Change(
        _copy(service), now, send, going_on, mark, context={
            "service": service, "waiting": waiting,
        },
    )  # fmt: skip
    return change.answer(request)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(PROPOSE)
def my_service_ended(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Propose to take an entry down for good."""
    service = own_service(actor(request), pk)
    if service.feed_id:
        return redirect("my_service", pk=pk)
    form = EndedForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            propose_end(service, Author(user=actor(request)), form.cleaned_data["note"])
            return sent(request)
        except ProposalRefused as refusal:
            form.add_error(None, str(refusal))
    context = {"service": service, "form": form, "waiting": queries.open_for(service)}
    return render(request, "services_directory/proposals/ended.html", context)


def _copy(service: Service) -> Service:
    """Return the entry once more, to try changes on."""
    return Service.objects.with_everything().get(pk=service.pk)


def sent(request: HttpRequest) -> HttpResponse:
    """Say that it is sent, and go to the list."""
    messages.success(request, SENT)
    return redirect("my_services")
