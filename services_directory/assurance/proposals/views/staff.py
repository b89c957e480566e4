"""The directory staff: what waits, what it changes, and the decision."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin.admin_url_finder import AdminURLFinder

from services_directory.assurance.access import actor, needs
from services_directory.assurance.proposals import queries
from services_directory.assurance.proposals.access import DECIDE
from services_directory.assurance.proposals.deciding import (
    AlreadyDecided,
    accept,
    give_back,
    may_decide,
    version_of,
)
from services_directory.assurance.proposals.differences import differences
from services_directory.assurance.proposals.facts import label_of
from services_directory.assurance.proposals.forms.small import AcceptForm, ReturnForm
from services_directory.assurance.proposals.presenters import is_new, proposal_row
from services_directory.assurance.proposals.proposing import ProposalRefused
from services_directory.assurance.proposals.publishing import changed_in_drafts
from services_directory.assurance.proposals.states import state_of, terms_of
from services_directory.choices import Facet
from services_directory.models import ChangeProposal, Service

PAGE_SIZE = 25
_FOLDER = "services_directory/proposals"


@require_safe
@needs(DECIDE)
def change_proposals(request: HttpRequest) -> HttpResponse:
    """List what waits, the oldest first; or what was decided."""
    view = "decided" if request.GET.get("view") == "decided" else "waiting"
    found = queries.decided() if view == "decided" else queries.waiting()
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("page"))
    counts = queries.counts()
    context = {
        "view": view,
        "views": [(key, label, counts[key]) for key, label in _VIEWS],
        "page_obj": page,
        "rows": [proposal_row(each) for each in page],
    }
    return render(request, f"{_FOLDER}/list.html", context)


@require_safe
@needs(DECIDE)
def change_proposal(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Compare a proposal with the entry, fact by fact."""
    return _page(request, _proposal(pk))


@require_POST
@needs(DECIDE)
def change_proposal_accept(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Accept all of it, or the facts that are ticked."""
    proposal = _proposal(pk)
    rows = differences(proposal.before, proposal.after)
    form = AcceptForm(request.POST, rows=rows)
    if not form.is_valid():
        return _page(request, proposal, accept_form=form)
    typed = form.cleaned_data
    try:
        service = accept(proposal, typed["facts"], actor(request), typed["version"])
    except ProposalRefused as refusal:
        return _refused(request, pk, refusal, accept_form=form)
    messages.success(request, _accepted_words(request, proposal, service))
    return redirect("change_proposals")


@require_POST
@needs(DECIDE)
def change_proposal_return(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Return it with a reason."""
    proposal = _proposal(pk)
    form = ReturnForm(request.POST)
    if not form.is_valid():
        return _page(request, proposal, return_form=form)
    try:
        give_back(proposal, form.cleaned_data["reason"], actor(request))
    except ProposalRefused as refusal:
        return _refused(request, pk, refusal, return_form=form)
    messages.success(request, f"Returned: {proposal}. The author gets your reason by e-mail")
    return redirect("change_proposals")


_DRAFT_WORDS = (
    "The entry has a draft in the content admin that changes the same facts: {}. What you accept "
    "here takes its place in the draft too. The rest of the draft stays. Its old words are in the "
    "history."
)
_VIEWS = [("waiting", "Waiting"), ("decided", "Decided")]


def _proposal(pk: UUID) -> ChangeProposal:
    found = ChangeProposal.objects.select_related(
        "service__organization", "organization", "proposed_by", "decided_by"
    )
    return get_object_or_404(found, pk=pk)


def _refused(
    request: HttpRequest, pk: UUID, refusal: ProposalRefused, **forms: Any
) -> HttpResponse:
    """Say what stands in the way; a proposal that is gone leads back to the list."""
    if isinstance(refusal, AlreadyDecided):
        messages.warning(request, f"You were not the first. {refusal}")
        return redirect("change_proposals")
    return _page(request, _proposal(pk), 409, refusal=str(refusal), **forms)


def _page(
    request: HttpRequest,
    proposal: ChangeProposal,
    status: int = 200,
    accept_form: AcceptForm | None = None,
    return_form: ReturnForm | None = None,
    refusal: str = "",
) -> HttpResponse:
    service = _entry(proposal)
    now = state_of(service)
    rows = differences(proposal.before, proposal.after, None if proposal.decided_at else now)
    everything = {"facts": [row.name for row in rows], "version": version_of(proposal, now)}
    accept_form = accept_form or AcceptForm(rows=rows, initial=everything)
    chosen = everything["facts"]
    if accept_form.is_bound:
        chosen = request.POST.getlist("facts")
    context = {
        "proposal": proposal,
        "row": proposal_row(proposal),
        "new": is_new(proposal),
        "differences": rows,
        "chosen": chosen,
        "version": everything["version"],
        "in_draft": _draft_words(proposal),
        "may_decide": may_decide(proposal, actor(request)),
        "change_url": _change_url(request, proposal.service),
        "accept_form": accept_form,
        "return_form": return_form or ReturnForm(),
        "refusal": refusal,
    }
    return render(request, f"{_FOLDER}/proposal.html", context, status=status)


def _entry(proposal: ChangeProposal) -> Service:
    if proposal.service_id is None:
        return Service(organization=proposal.organization)
    return Service.objects.with_everything().get(pk=proposal.service_id)


def _draft_words(proposal: ChangeProposal) -> str:
    """Say which facts a draft in the content admin has otherwise; nothing when none."""
    if proposal.service is None or proposal.decided_at:
        return ""
    names = changed_in_drafts(proposal.service, proposal.after)
    facts = ", ".join(label_of(name).lower() for name in names)
    return _DRAFT_WORDS.format(facts) if names else ""


def _change_url(request: HttpRequest, service: Service | None) -> str:
    return AdminURLFinder(request.user).get_edit_url(service) or "" if service else ""


def _accepted_words(request: HttpRequest, proposal: ChangeProposal, service: Service) -> str:
    if proposal.service_id is None:
        said = f"“{service}” is in the directory"
        found = terms_of(service)[Facet.NEED]
        return said if found else f"{said}. Now choose what it is for, so that it is found"
    return f"Accepted: {service}. The author gets a letter"
