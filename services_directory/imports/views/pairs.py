"""Pairs of entries that may be one service, for a person to decide."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from services_directory.assurance.access import actor, keepers_only
from services_directory.imports import pairs, proposals, queries
from services_directory.imports.pair_form import DIFFERENT, PairForm
from services_directory.imports.views.feeds import imports_home, trail
from services_directory.models import DuplicateProposal

PER_PAGE = 25
LISTS = {"open": "To decide", "decided": "Decided"}


@require_safe
@keepers_only
def directory_pairs(request: HttpRequest) -> HttpResponse:
    """The likeliest first; or what was decided, the newest first."""
    shown = request.GET.get("view") or "open"
    if shown not in LISTS:
        raise Http404
    page = Paginator(queries.open_proposals(shown), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page_obj": page,
        "pairs": [pairs.line(each) for each in page.object_list],
        "lists": LISTS.items(),
        "shown": shown,
        "heading": LISTS[shown],
        "trail": trail(imports_home()),
    }
    return render(request, "services_directory/imports/pairs.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@keepers_only
def directory_pair(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Both entries side by side; on POST the decision."""
    proposal = get_object_or_404(queries.all_proposals(), pk=pk)
    form = PairForm(request.POST if request.method == "POST" else None, proposal=proposal)
    if request.method == "POST" and form.is_valid():
        return _decide(request, proposal, form.cleaned_data["answer"])
    context: dict[str, Any] = {
        "proposal": proposal,
        "line": pairs.line(proposal),
        "facts": pairs.facts(proposal),
        "form": form,
        "trail": trail(imports_home(), ("Perhaps the same", "../")),
    }
    return render(request, "services_directory/imports/pair.html", context)


def _decide(request: HttpRequest, proposal: DuplicateProposal, answer: str) -> HttpResponse:
    try:
        if answer == DIFFERENT:
            proposals.say_different(proposal, actor(request))
        else:
            proposals.say_same(proposal, UUID(answer), actor(request))
        messages.success(request, "Decided")
    except proposals.Decided:
        messages.error(request, "Somebody has decided this already")
    return redirect("directory_pairs")
